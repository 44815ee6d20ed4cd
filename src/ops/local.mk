# src/ops: one table of ops; families of kernels; loops compiled for each CPU level.
libsmtui_a_SOURCES += src/ops/act.c
libsmtui_a_SOURCES += src/ops/array.c
libsmtui_a_SOURCES += src/ops/basic.c
libsmtui_a_SOURCES += src/ops/bcast.c
libsmtui_a_SOURCES += src/ops/blas.c
libsmtui_a_SOURCES += src/ops/blas.h
libsmtui_a_SOURCES += src/ops/call.c
libsmtui_a_SOURCES += src/ops/cast.c
libsmtui_a_SOURCES += src/ops/control.c
libsmtui_a_SOURCES += src/ops/check.c src/ops/check.h
libsmtui_a_SOURCES += src/ops/conv.c
libsmtui_a_SOURCES += src/ops/cpu.c
libsmtui_a_SOURCES += src/ops/families.def
libsmtui_a_SOURCES += src/ops/gather.c
libsmtui_a_SOURCES += src/ops/gemm.inc
libsmtui_a_SOURCES += src/ops/kernel.h
libsmtui_a_SOURCES += src/ops/logic.c
libsmtui_a_SOURCES += src/ops/loops.h
libsmtui_a_SOURCES += src/ops/loops.inc
libsmtui_a_SOURCES += src/ops/loops_baseline.c
libsmtui_a_SOURCES += src/ops/mathfn.h
libsmtui_a_SOURCES += src/ops/matmul.c
libsmtui_a_SOURCES += src/ops/move.c
libsmtui_a_SOURCES += src/ops/norm.c
libsmtui_a_SOURCES += src/ops/op.h
libsmtui_a_SOURCES += src/ops/pool.c
libsmtui_a_SOURCES += src/ops/reduce.c
libsmtui_a_SOURCES += src/ops/refvar.c
libsmtui_a_SOURCES += src/ops/registry.c
libsmtui_a_SOURCES += src/ops/scalar.c
libsmtui_a_SOURCES += src/ops/scalar.def
libsmtui_a_SOURCES += src/ops/scalar_int.c
libsmtui_a_SOURCES += src/ops/shape.c
libsmtui_a_SOURCES += src/ops/slice.c
libsmtui_a_SOURCES += src/ops/util.c
libsmtui_a_SOURCES += src/ops/var.c
libsmtui_a_SOURCES += src/ops/var.h

if X86
noinst_LIBRARIES += libsmtui_avx2.a libsmtui_avx512.a
libsmtui_avx2_a_SOURCES = src/ops/loops_avx2.c
libsmtui_avx2_a_CFLAGS = $(AM_CFLAGS) -mavx2 -mfma -mf16c
libsmtui_avx512_a_SOURCES = src/ops/loops_avx512.c
libsmtui_avx512_a_CFLAGS = $(AM_CFLAGS) -mavx512f -mavx512vl -mavx512dq -mavx512bw -mavx2 -mfma -mf16c
libsmtui_a_LIBADD += $(libsmtui_avx2_a_OBJECTS) $(libsmtui_avx512_a_OBJECTS)
endif
