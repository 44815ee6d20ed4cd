/*
 * Memory; see mem.h. An arena is a list of blocks, newest first, each filled from the front:
 *
 *   arena -> [block: next | cap | used | bytes ...] -> [older block] -> NULL
 */
#include "base/mem.h"

#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

static void out_of_memory(size_t n)
{
	fprintf(stderr, "smtui: out of memory (%zu bytes asked)\n", n);
	exit(1);
}

void *xmalloc(size_t n)
{
	void *p = malloc(n ? n : 1);

	if (!p)
		out_of_memory(n);
	return p;
}

void *xcalloc(size_t n, size_t size)
{
	void *p = calloc(n ? n : 1, size ? size : 1);

	if (!p)
		out_of_memory(n);
	return p;
}

void *xrealloc(void *old, size_t n)
{
	void *p = realloc(old, n ? n : 1);

	if (!p)
		out_of_memory(n);
	return p;
}

char *xstrdup(const char *s)
{
	return xsvdup(sv_of(s));
}

char *xsvdup(struct sv s)
{
	char *p = xmalloc(s.n + 1);

	if (s.n)
		memcpy(p, s.p, s.n);
	p[s.n] = '\0';
	return p;
}

char *xasprintf(const char *fmt, ...)
{
	va_list ap;
	char *p = NULL;

	va_start(ap, fmt);
	if (vasprintf(&p, fmt, ap) < 0)
		out_of_memory(0);
	va_end(ap);
	return p;
}

/* ---- big allocations ---- */

static size_t big_limit;
static atomic_size_t big_used;

void big_limit_set(size_t bytes)
{
	big_limit = bytes;
}

size_t big_limit_is(void)
{
	return big_limit;
}

/* The number in a file of the system's, when it is less than that; "max" is no number. */
static size_t least(size_t than, const char *file)
{
	FILE *f = fopen(file, "r");
	unsigned long long n = 0;

	if (!f)
		return than;
	if (fscanf(f, "%llu", &n) == 1 && n > 0 && n < than)
		than = (size_t)n;
	fclose(f);
	return than;
}

size_t memory_there(void)
{
	long pages = sysconf(_SC_PHYS_PAGES), size = sysconf(_SC_PAGESIZE);
	size_t n = SIZE_MAX;
	struct rlimit most;

	if (pages > 0 && size > 0)
		size_mul((size_t)pages, (size_t)size, &n);
	n = least(n, "/sys/fs/cgroup/memory.max");
	n = least(n, "/sys/fs/cgroup/memory/memory.limit_in_bytes");
	if (getrlimit(RLIMIT_AS, &most) == 0 && most.rlim_cur != RLIM_INFINITY && most.rlim_cur < n)
		n = (size_t)most.rlim_cur;
	return n;
}

size_t big_in_use(void)
{
	return atomic_load(&big_used);
}

/*
 * Blocks that were given back wait here for the next one of their size: a model asks for the same sizes again
 * and again, and fresh pages from the system cost more than many a kernel. Sizes are counted in lines of 64
 * bytes and rounded up to one of four steps between two powers of two. Not under a sanitizer, which wants to
 * see each block come and go.
 */
#if defined(__SANITIZE_ADDRESS__)
enum { KEEP_BYTES = 0 };
#else
enum { KEEP_BYTES = 64 << 20 };
#endif
enum { LINE = 64, SIZE_CLASSES = 4 * 58 };

/* In the line before each block's bytes. */
struct spare {
	struct spare *next;
	unsigned c;			/* its class */
	size_t bytes;
};

static struct {
	atomic_flag busy;
	struct spare *head[SIZE_CLASSES];
	size_t bytes;
} spares = { .busy = ATOMIC_FLAG_INIT };

/* The class of so many lines (from 1 on), and how many lines its blocks have. */
static unsigned class_of(size_t lines, size_t *whole)
{
	unsigned log = 0;
	size_t step;

	while (lines >> log >= 8)
		log++;
	step = (lines + ((size_t)1 << log) - 1) >> log;		/* 1 .. 8, rounded up */
	*whole = step << log;
	return log * 4 + (unsigned)step;
}

static void spares_lock(void)
{
	while (atomic_flag_test_and_set_explicit(&spares.busy, memory_order_acquire))
		;
}

static void spares_unlock(void)
{
	atomic_flag_clear_explicit(&spares.busy, memory_order_release);
}

/* One that waits, of the class or at most twice as large. */
static struct spare *spare_take(unsigned c)
{
	struct spare *s = NULL;

	spares_lock();
	for (unsigned k = c; !s && k < c + 4 && k < SIZE_CLASSES; k++) {
		s = spares.head[k];
		if (s) {
			spares.head[k] = s->next;
			spares.bytes -= s->bytes;
		}
	}
	spares_unlock();
	return s;
}

static void *block_get(size_t lines)
{
	size_t whole;
	unsigned c = class_of(lines, &whole);
	struct spare *s = KEEP_BYTES && c < SIZE_CLASSES ? spare_take(c) : NULL;

	if (!s && whole < SIZE_MAX / LINE) {
		s = aligned_alloc(LINE, (whole + 1) * LINE);
		if (s)
			*s = (struct spare){ .c = c, .bytes = whole * LINE };
	}
	return s ? (char *)s + LINE : NULL;
}

static void block_put(void *p)
{
	struct spare *s = (struct spare *)((char *)p - LINE);
	bool kept = false;

	if (KEEP_BYTES && s->c < SIZE_CLASSES) {
		spares_lock();
		kept = s->bytes <= KEEP_BYTES - spares.bytes;
		if (kept) {
			s->next = spares.head[s->c];
			spares.head[s->c] = s;
			spares.bytes += s->bytes;
		}
		spares_unlock();
	}
	if (!kept)
		free(s);
}

void *big_alloc(size_t n, struct err *err)
{
	size_t round;
	void *p;

	if (!size_add(n, 2 * LINE - 1, &round) || (big_limit && n > big_limit - (atomic_load(&big_used) < big_limit ?
				atomic_load(&big_used) : big_limit))) {
		err_set(err, ERR_KIND_LIMIT, ERR_RESOURCE_EXHAUSTED,
			"%zu bytes are over the memory limit (%zu of %zu in use)", n,
			atomic_load(&big_used), big_limit);
		return NULL;
	}
	/* at least one line, so that n == 0 is a pointer too */
	p = block_get(n ? (round - LINE) / LINE : 1);
	if (!p) {
		err_set(err, ERR_KIND_LIMIT, ERR_RESOURCE_EXHAUSTED, "no memory for %zu bytes", n);
		return NULL;
	}
	atomic_fetch_add(&big_used, n);
	return p;
}

void big_free(void *p, size_t n)
{
	if (!p)
		return;
	atomic_fetch_sub(&big_used, n);
	block_put(p);
}

/* ---- arenas ---- */

struct block {
	struct block *next;
	size_t cap;
	size_t used;
	_Alignas(16) unsigned char bytes[];
};

struct arena {
	struct block *head;
	size_t total;
};

enum { BLOCK_FIRST = 4096, BLOCK_MAX = 1 << 20 };

struct arena *arena_new(void)
{
	return xcalloc(1, sizeof(struct arena));
}

void arena_free(struct arena *a)
{
	if (!a)
		return;
	for (struct block *b = a->head, *next; b; b = next) {
		next = b->next;
		free(b);
	}
	free(a);
}

void arena_reset(struct arena *a)
{
	struct block *b = a->head;

	while (b && b->next) {
		struct block *next = b->next;

		free(b);
		b = next;
	}
	a->head = b;
	if (b)
		b->used = 0;
	a->total = 0;
}

void *arena_alloc(struct arena *a, size_t n)
{
	struct block *b = a->head;
	void *p;

	if (n > SIZE_MAX - 64)
		out_of_memory(n);
	n = (n + 15) & ~(size_t)15;
	if (!b || b->cap - b->used < n) {
		size_t cap = b ? b->cap * 2 : BLOCK_FIRST;

		cap = cap > BLOCK_MAX ? BLOCK_MAX : cap;
		cap = cap < n ? n : cap;
		b = xmalloc(sizeof(*b) + cap);
		b->cap = cap;
		b->used = 0;
		b->next = a->head;
		a->head = b;
	}
	p = b->bytes + b->used;
	b->used += n;
	a->total += n;
	return memset(p, 0, n);
}

void *arena_array(struct arena *a, size_t n, size_t size)
{
	size_t bytes;

	if (!size_mul(n, size, &bytes))
		out_of_memory(SIZE_MAX);
	return arena_alloc(a, bytes);
}

struct sv arena_sv(struct arena *a, struct sv s)
{
	char *p = arena_alloc(a, s.n + 1);

	if (s.n)
		memcpy(p, s.p, s.n);
	return (struct sv){ p, s.n };
}

char *arena_printf(struct arena *a, const char *fmt, ...)
{
	va_list ap, again;
	char *p;
	int n;

	va_start(ap, fmt);
	va_copy(again, ap);
	n = vsnprintf(NULL, 0, fmt, ap);
	va_end(ap);
	p = arena_alloc(a, (size_t)(n < 0 ? 0 : n) + 1);
	if (n > 0)
		vsnprintf(p, (size_t)n + 1, fmt, again);
	va_end(again);
	return p;
}

size_t arena_used(const struct arena *a)
{
	return a->total;
}
