/*
 * Memory. Three kinds: x* for small bookkeeping whose size the program decides (ends the process
 * with a sentence when the machine is out of memory), arenas for things that live and die together,
 * and big_alloc for every size that a file or a user controls: it may say no and counts against
 * --max-memory. Ownership: the caller frees what it was given; arena memory dies with its arena.
 */
#ifndef BASE_MEM_H
#define BASE_MEM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/sv.h"

void *xmalloc(size_t n) __attribute__((malloc, returns_nonnull));
void *xcalloc(size_t n, size_t size) __attribute__((malloc, returns_nonnull));	/* checks n * size */
void *xrealloc(void *p, size_t n) __attribute__((returns_nonnull));
char *xstrdup(const char *s) __attribute__((malloc, returns_nonnull));
char *xsvdup(struct sv s) __attribute__((malloc, returns_nonnull));		/* NUL-terminated copy */
char *xasprintf(const char *fmt, ...) __attribute__((format(printf, 1, 2), returns_nonnull));

/* Checked size arithmetic: false on overflow, *out is then undefined. */
static inline bool size_mul(size_t a, size_t b, size_t *out)
{
	return !__builtin_mul_overflow(a, b, out);
}

static inline bool size_add(size_t a, size_t b, size_t *out)
{
	return !__builtin_add_overflow(a, b, out);
}

/* 64-byte aligned, not zeroed; NULL and an error when over the limit or refused by the system.
 * n == 0 gives a valid pointer. Free with big_free and the same n. */
void *big_alloc(size_t n, struct err *err);
void big_free(void *p, size_t n);
void big_limit_set(size_t bytes);	/* 0: no limit but the system's; set before threads start */
size_t big_limit_is(void);
size_t big_in_use(void);
/* How much memory there is for this process: the machine's, its group's, as the shell's limits say. */
size_t memory_there(void);

struct arena;
struct arena *arena_new(void);
void arena_free(struct arena *a);	/* NULL is fine */
void arena_reset(struct arena *a);	/* forgets everything, keeps the first block */
void *arena_alloc(struct arena *a, size_t n) __attribute__((returns_nonnull));	/* 16-aligned, zeroed */
void *arena_array(struct arena *a, size_t n, size_t size);	/* checks n * size; zeroed */
struct sv arena_sv(struct arena *a, struct sv s);		/* copy, NUL-terminated behind n */
char *arena_printf(struct arena *a, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
size_t arena_used(const struct arena *a);

#endif
