# src/ops: one table of ops; families of kernels; loops compiled for each CPU level.
libsmtui_a_SOURCES += \
	src/ops/act.c src/ops/array.c src/ops/basic.c \
	src/ops/bcast.c \
	src/ops/blas.c src/ops/blas.h \
	src/ops/call.c src/ops/cast.c src/ops/control.c src/ops/conv.c \
	src/ops/cpu.c \
	src/ops/gather.c src/ops/gemm.inc src/ops/kernel.h src/ops/logic.c \
	src/ops/loops.h src/ops/loops.inc src/ops/loops_baseline.c \
	src/ops/mathfn.h src/ops/matmul.c src/ops/move.c src/ops/norm.c \
	src/ops/op.h src/ops/pool.c src/ops/reduce.c \
	src/ops/refvar.c src/ops/registry.c \
	src/ops/scalar.c src/ops/scalar.def src/ops/scalar_int.c \
	src/ops/shape.c src/ops/slice.c src/ops/util.c \
	src/ops/var.c src/ops/var.h

if X86
noinst_LIBRARIES += libsmtui_avx2.a libsmtui_avx512.a
libsmtui_avx2_a_SOURCES = src/ops/loops_avx2.c
libsmtui_avx2_a_CFLAGS = $(AM_CFLAGS) -mavx2 -mfma -mf16c
libsmtui_avx512_a_SOURCES = src/ops/loops_avx512.c
libsmtui_avx512_a_CFLAGS = $(AM_CFLAGS) -mavx512f -mavx512vl -mavx512dq -mavx512bw -mavx2 -mfma -mf16c
libsmtui_a_LIBADD += $(libsmtui_avx2_a_OBJECTS) $(libsmtui_avx512_a_OBJECTS)
endif
