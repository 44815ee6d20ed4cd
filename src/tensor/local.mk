# src/tensor: see CONTRIBUTING.md, the rooms table.
libsmtui_a_SOURCES += \
	src/tensor/dtype.c src/tensor/dtype.h \
	src/tensor/npy.h src/tensor/print.h src/tensor/slice.h src/tensor/stats.h \
	src/tensor/shape.c src/tensor/shape.h \
	src/tensor/tensor.c src/tensor/tensor.h
