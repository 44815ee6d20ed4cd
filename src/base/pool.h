/*
 * Threads for kernels: a pool that runs tiles of one job. Tile bounds depend on the job's shape
 * alone, never on the number of threads, so the bits are the same for any number of threads.
 */
#ifndef BASE_POOL_H
#define BASE_POOL_H

#include <stddef.h>

/* Sets how many threads kernels may use (0: as many as there are CPUs); before the first job. */
void pool_threads_set(int n);
int pool_threads(void);

/* Calls fn(ctx, i) for i in [0, n_tiles), from several threads; returns when all are done. */
typedef void (*pool_fn)(void *ctx, size_t tile);
void pool_run(size_t n_tiles, pool_fn fn, void *ctx);

#endif
