/*
 * Denormal numbers count as zero while kernels run, in operands and in results, as in TensorFlow's
 * worker threads. Plain values; nothing to own. Where the CPU has no such switch nothing happens.
 */
#ifndef BASE_FPU_H
#define BASE_FPU_H

#include <stdint.h>

#if defined(__SSE2__)
#include <xmmintrin.h>
#endif

/* Switches it on for this thread; what to give back to fpu_restore. */
static inline uint64_t fpu_flush(void)
{
#if defined(__SSE2__)
	unsigned old = _mm_getcsr();

	_mm_setcsr(old | 0x8040);	/* FTZ, DAZ */
	return old;
#elif defined(__aarch64__)
	uint64_t old;

	__asm__ volatile("mrs %0, fpcr" : "=r"(old));
	__asm__ volatile("msr fpcr, %0" : : "r"(old | UINT64_C(1) << 24));	/* FZ */
	return old;
#else
	return 0;
#endif
}

static inline void fpu_restore(uint64_t old)
{
#if defined(__SSE2__)
	_mm_setcsr((unsigned)old);
#elif defined(__aarch64__)
	__asm__ volatile("msr fpcr, %0" : : "r"(old));
#else
	(void)old;
#endif
}

#endif
