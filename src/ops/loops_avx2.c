/*
 * The hot loops for one CPU level; local.mk gives this file its compiler flags.
 */
#define LEVEL loops_avx2
#define LEVEL_NAME "avx2"
#define VBYTES 32
#include "ops/loops.inc"
