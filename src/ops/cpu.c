/*
 * Which CPU level our own loops run at: by CPUID once at first use, or as SMTUI_CPU says.
 */
#include "ops/loops.h"

#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "ops/op.h"

static const struct loops *const levels[] = {
	&loops_baseline,
#ifdef CPU_X86
	&loops_avx2,
	&loops_avx512,
#endif
};

enum { N_LEVELS = sizeof(levels) / sizeof(levels[0]) };

static pthread_once_t once = PTHREAD_ONCE_INIT;
static const struct loops *chosen;	/* set once */

int loops_n(void)
{
	int n = 1;

#ifdef CPU_X86
	__builtin_cpu_init();
	if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"))
		n++;
	if (n == 2 && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
	    __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl"))
		n++;
#endif
	return n;
}

const struct loops *loops_at(int i)
{
	return levels[i];
}

static void choose(void)
{
	const char *want = getenv("SMTUI_CPU");
	int n = loops_n();

	chosen = levels[n - 1];
	for (int i = 0; want && i < n; i++)
		if (strcmp(levels[i]->name, want) == 0)
			chosen = levels[i];
}

const struct loops *loops(void)
{
	pthread_once(&once, choose);
	return chosen;
}

void loops_force(int i)
{
	pthread_once(&once, choose);
	chosen = levels[i];
}

const char *op_cpu_name(void)
{
	return loops()->name;
}
