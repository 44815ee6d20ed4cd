/*
 * The thread pool; see pool.h. Workers start with the first job that has more than one tile and
 * sleep on a condition between jobs; the caller works too. Jobs are not nested: a job started from
 * inside a tile runs on the thread that asked.
 */
#include "base/pool.h"

#include <pthread.h>
#include <stdbool.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/fpu.h"

enum { MAX_THREADS = 64 };

static struct {
	pthread_mutex_t lock;
	pthread_cond_t work, done;
	void (*fn)(void *ctx, size_t tile);
	void *ctx;
	size_t n, next, finished;
	int workers;
	bool quit;
	pid_t owner;			/* a forked child has none of the workers */
	pthread_t worker[MAX_THREADS];
} pool = { .lock = PTHREAD_MUTEX_INITIALIZER, .work = PTHREAD_COND_INITIALIZER,
	   .done = PTHREAD_COND_INITIALIZER };

static int threads;
static _Thread_local bool inside;

void pool_threads_set(int n)
{
	threads = n < 0 ? 0 : n > MAX_THREADS ? MAX_THREADS : n;
}

int pool_threads(void)
{
	if (!threads) {
		long n = sysconf(_SC_NPROCESSORS_ONLN);

		pool_threads_set(n < 1 ? 1 : (int)(n > MAX_THREADS ? MAX_THREADS : n));
	}
	return threads;
}

/* Takes tiles until there are none; called and left with the lock held. */
static void work_on(void)
{
	inside = true;
	while (pool.next < pool.n) {
		size_t tile = pool.next++;
		void (*fn)(void *, size_t) = pool.fn;
		void *ctx = pool.ctx;

		pthread_mutex_unlock(&pool.lock);
		fn(ctx, tile);
		pthread_mutex_lock(&pool.lock);
		if (++pool.finished == pool.n)
			pthread_cond_broadcast(&pool.done);
	}
	inside = false;
}

static void *worker(void *arg)
{
	(void)arg;
	fpu_flush();	/* workers run nothing but kernels */
	pthread_mutex_lock(&pool.lock);
	for (;;) {
		while (pool.next >= pool.n && !pool.quit)
			pthread_cond_wait(&pool.work, &pool.lock);
		if (pool.quit)
			break;
		work_on();
	}
	pthread_mutex_unlock(&pool.lock);
	return NULL;
}

/* At exit: what the workers hold is given back. Not when a tile itself ends the program. */
static void stop_workers(void)
{
	if (inside || getpid() != pool.owner)
		return;
	pthread_mutex_lock(&pool.lock);
	pool.quit = true;
	pthread_cond_broadcast(&pool.work);
	pthread_mutex_unlock(&pool.lock);
	for (int i = 0; i < pool.workers; i++)
		pthread_join(pool.worker[i], NULL);
	pool.workers = 0;
}

static void start_workers(void)
{
	if (!pool.owner && pool_threads() > 1) {
		pool.owner = getpid();
		atexit(stop_workers);
	}
	while (pool.workers < pool_threads() - 1) {
		if (pthread_create(&pool.worker[pool.workers], NULL, worker, NULL))
			break;	/* fewer threads, same answer */
		pool.workers++;
	}
}

void pool_run(size_t n_tiles, void (*fn)(void *ctx, size_t tile), void *ctx)
{
	if (n_tiles <= 1 || inside || pool.quit || pool_threads() == 1) {
		for (size_t i = 0; i < n_tiles; i++)
			fn(ctx, i);
		return;
	}
	pthread_mutex_lock(&pool.lock);
	start_workers();
	pool.fn = fn;
	pool.ctx = ctx;
	pool.n = n_tiles;
	pool.next = pool.finished = 0;
	pthread_cond_broadcast(&pool.work);
	work_on();
	while (pool.finished < pool.n)
		pthread_cond_wait(&pool.done, &pool.lock);
	pool.n = pool.next = 0;
	pthread_mutex_unlock(&pool.lock);
}
