# src/tensor: dtypes, shapes, tensors, numpy's text and files, statistics.
libsmtui_a_SOURCES += \
	src/tensor/dtype.c \
	src/tensor/dtype.h \
	src/tensor/gather.c \
	src/tensor/gather.h \
	src/tensor/npy.c \
	src/tensor/npy.h \
	src/tensor/number.c \
	src/tensor/number.h \
	src/tensor/print.c \
	src/tensor/print.h \
	src/tensor/seek.c \
	src/tensor/seek.h \
	src/tensor/shape.c \
	src/tensor/shape.h \
	src/tensor/shrink.c \
	src/tensor/shrink.h \
	src/tensor/slice.c \
	src/tensor/slice.h \
	src/tensor/spread.c \
	src/tensor/spread.h \
	src/tensor/stats.c \
	src/tensor/stats.h \
	src/tensor/stats.inc \
	src/tensor/tensor.c \
	src/tensor/tensor.h
