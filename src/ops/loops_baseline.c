/*
 * The hot loops for one CPU level; local.mk gives this file its compiler flags.
 */
#define LEVEL loops_baseline
#define LEVEL_NAME "baseline"
#define VBYTES 16
#include "ops/loops.inc"
