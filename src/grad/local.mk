# src/grad: what an op's output is made of, and how it changes with its inputs: a rule an op.
libsmtui_a_SOURCES += \
	src/grad/array.c \
	src/grad/backs.c \
	src/grad/call.c \
	src/grad/conv.c \
	src/grad/element.c \
	src/grad/families.def \
	src/grad/flow.c \
	src/grad/form.c \
	src/grad/grad.h \
	src/grad/image.c \
	src/grad/inside.h \
	src/grad/list.c \
	src/grad/loss.c \
	src/grad/matrix.c \
	src/grad/nn.c \
	src/grad/reduce.c \
	src/grad/registry.c \
	src/grad/rows.c \
	src/grad/terms.c \
	src/grad/trace.c
