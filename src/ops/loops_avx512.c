/*
 * The hot loops for one CPU level; local.mk gives this file its compiler flags.
 */
#define LEVEL loops_avx512
#define LEVEL_NAME "avx512"
#define VBYTES 64
#include "ops/loops.inc"
