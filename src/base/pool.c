/*
 * The thread pool; see pool.h. Workers start with the first job that has more than one tile; between
 * jobs they look out for the next one for some microseconds, for kernels follow close upon each other,
 * and then sleep on a condition. The caller works too. Jobs are not nested: a job started from inside
 * a tile runs on the thread that asked. One thread at a time starts jobs.
 */
#include "base/pool.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/fpu.h"

enum { MAX_THREADS = 64, SPINS = 2000 };

/* The job at hand. ticket: its number in the upper half, how many tiles nobody has taken in the lower. fn, ctx and n
 * are written between jobs only; a worker that read them too early fails to take a tile, for the number has changed. */
static struct {
	_Atomic uint64_t ticket;
	_Atomic(pool_fn) fn;
	_Atomic(void *) ctx;
	atomic_size_t n, finished;
	atomic_int asleep;		/* workers */
	atomic_bool waiting;		/* the caller sleeps */
	atomic_bool quit;
	pthread_mutex_t lock;		/* for sleeping and waking alone */
	pthread_cond_t work, done;
	int workers;
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

static void pause_cpu(void)
{
#if defined(__x86_64__) || defined(__i386__)
	__builtin_ia32_pause();
#endif
}

/* Takes one tile; false: there is none. */
static bool take(size_t *tile, pool_fn *fn, void **ctx)
{
	uint64_t t = atomic_load(&pool.ticket);

	while ((uint32_t)t) {
		*fn = atomic_load_explicit(&pool.fn, memory_order_relaxed);
		*ctx = atomic_load_explicit(&pool.ctx, memory_order_relaxed);
		*tile = atomic_load_explicit(&pool.n, memory_order_relaxed) - (uint32_t)t;
		if (atomic_compare_exchange_weak(&pool.ticket, &t, t - 1))
			return true;
	}
	return false;
}

/* Takes tiles until there are none. */
static void work_on(void)
{
	pool_fn fn;
	void *ctx;
	size_t tile;

	inside = true;
	while (take(&tile, &fn, &ctx)) {
		size_t n = atomic_load_explicit(&pool.n, memory_order_relaxed);

		fn(ctx, tile);
		if (atomic_fetch_add(&pool.finished, 1) + 1 == n && atomic_load(&pool.waiting)) {
			pthread_mutex_lock(&pool.lock);
			pthread_cond_signal(&pool.done);
			pthread_mutex_unlock(&pool.lock);
		}
	}
	inside = false;
}

static bool idle(void)
{
	return !(uint32_t)atomic_load(&pool.ticket) && !atomic_load(&pool.quit);
}

static void *worker(void *arg)
{
	(void)arg;
	fpu_flush();	/* workers run nothing but kernels */
	while (!atomic_load(&pool.quit)) {
		work_on();
		for (int i = 0; i < SPINS && idle(); i++)
			pause_cpu();
		if (!idle())
			continue;
		pthread_mutex_lock(&pool.lock);
		atomic_fetch_add(&pool.asleep, 1);
		while (idle())
			pthread_cond_wait(&pool.work, &pool.lock);
		atomic_fetch_sub(&pool.asleep, 1);
		pthread_mutex_unlock(&pool.lock);
	}
	return NULL;
}

static void wake(void)
{
	pthread_mutex_lock(&pool.lock);
	pthread_cond_broadcast(&pool.work);
	pthread_mutex_unlock(&pool.lock);
}

/* At exit: what the workers hold is given back. Not when a tile itself ends the program. */
static void stop_workers(void)
{
	if (inside || getpid() != pool.owner)
		return;
	atomic_store(&pool.quit, true);
	wake();
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

/* Tiles are taken; when are they done? */
static void finish(size_t n)
{
	for (int i = 0; i < SPINS && atomic_load(&pool.finished) < n; i++)
		pause_cpu();
	if (atomic_load(&pool.finished) == n)
		return;
	pthread_mutex_lock(&pool.lock);
	atomic_store(&pool.waiting, true);
	while (atomic_load(&pool.finished) < n)
		pthread_cond_wait(&pool.done, &pool.lock);
	atomic_store(&pool.waiting, false);
	pthread_mutex_unlock(&pool.lock);
}

void pool_run(size_t n_tiles, pool_fn fn, void *ctx)
{
	if (n_tiles <= 1 || n_tiles > UINT32_MAX || inside || atomic_load(&pool.quit) || pool_threads() == 1) {
		for (size_t i = 0; i < n_tiles; i++)
			fn(ctx, i);
		return;
	}
	start_workers();
	atomic_store_explicit(&pool.fn, fn, memory_order_relaxed);
	atomic_store_explicit(&pool.ctx, ctx, memory_order_relaxed);
	atomic_store_explicit(&pool.n, n_tiles, memory_order_relaxed);
	atomic_store(&pool.finished, 0);
	atomic_store(&pool.ticket, ((atomic_load(&pool.ticket) >> 32) + 1) << 32 | n_tiles);
	if (atomic_load(&pool.asleep))
		wake();
	work_on();
	finish(n_tiles);
}
