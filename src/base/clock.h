/* Time that only goes forwards, for measuring; not the time of day. Ownership: nothing is given. */
#ifndef BASE_CLOCK_H
#define BASE_CLOCK_H

#include <stdint.h>
#include <time.h>

static inline uint64_t clock_ns(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (uint64_t)t.tv_sec * 1000000000 + (uint64_t)t.tv_nsec;
}

static inline double clock_seconds(void)
{
	return 1e-9 * (double)clock_ns();
}

static inline double clock_ms(void)
{
	return 1e-6 * (double)clock_ns();
}

#endif
