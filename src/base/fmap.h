/*
 * Files mapped read-only. Ownership: fmap_open gives, fmap_close takes. Reading a mapped file that
 * shrank under us would be a SIGBUS: code that touches mapped bytes does so between fmap_guard and
 * fmap_unguard, or through fmap_copy, and gets an error instead.
 */
#ifndef BASE_FMAP_H
#define BASE_FMAP_H

#include <setjmp.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "base/sv.h"

struct fmap {
	char *path;
	const unsigned char *p;	/* never NULL; n may be 0 */
	size_t n;
};

struct fmap *fmap_open(const char *path, struct err *err);
void fmap_close(struct fmap *f);	/* NULL is fine */

static inline struct sv fmap_sv(const struct fmap *f)
{
	return (struct sv){ (const char *)f->p, f->n };
}

/* A file of these bytes, in the place of whatever was there. */
bool fmap_write(const char *path, struct sv bytes, struct err *err);

/* Makes the folder; one that is there must be empty. */
bool folder_fresh(const char *dir, struct err *err);
/* Copies n bytes at off, safe against a file that shrank; false with an error naming the file. */
bool fmap_copy(const struct fmap *f, size_t off, void *dst, size_t n, struct err *err);

/* Runs fn(ctx) with SIGBUS turned into an error on this thread; returns fn's answer. */
bool fmap_guard(const char *path, bool (*fn)(void *ctx, struct err *err), void *ctx,
		struct err *err);

#endif
