/*
 * The fuzzers' random numbers (splitmix64): one stream a program, repeatable by its seed. Nothing to free.
 */
#ifndef TESTS_FUZZ_RANDOM_H
#define TESTS_FUZZ_RANDOM_H

#include <stdbool.h>
#include <stdint.h>

static uint64_t rng;

static inline uint64_t next(void)
{
	uint64_t z = rng += 0x9e3779b97f4a7c15u;

	z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
	z = (z ^ z >> 27) * 0x94d049bb133111ebu;
	return z ^ z >> 31;
}

static inline int64_t below(int64_t n)
{
	return (int64_t)(next() % (uint64_t)n);
}

static inline bool chance(int percent)
{
	return below(100) < percent;
}

#endif
