/*
 * A typed growable array: VEC(struct foo) list = {0}; vec_push(&list, x); list.p[i]; list.n.
 * Ownership: the holder owns p; vec_free frees it (not what the elements own).
 */
#ifndef BASE_VEC_H
#define BASE_VEC_H

#include <stddef.h>
#include <stdlib.h>

#define VEC(T) struct { T *p; size_t n, cap; }

void *vec_grow_(void *p, size_t *cap, size_t need, size_t size);

#define vec_reserve(v, need) \
	((need) > (v)->cap ? (void)((v)->p = vec_grow_((v)->p, &(v)->cap, (need), sizeof(*(v)->p))) \
			   : (void)0)
#define vec_push(v, x) (vec_reserve((v), (v)->n + 1), (void)((v)->p[(v)->n++] = (x)))
#define vec_last(v) ((v)->p[(v)->n - 1])
#define vec_free(v) (free((v)->p), (v)->p = NULL, (v)->n = (v)->cap = 0)

#endif
