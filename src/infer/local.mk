# src/infer: the engine, symbols, rules by family.
libsmtui_a_SOURCES += \
	src/infer/engine.c \
	src/infer/families.def \
	src/infer/form.c \
	src/infer/infer.c \
	src/infer/infer.h \
	src/infer/inside.h \
	src/infer/one.c \
	src/infer/registry.c \
	src/infer/rule.c \
	src/infer/shape.c \
	src/infer/sym.c
libsmtui_a_SOURCES += \
	src/infer/rules_basic.c
libsmtui_a_SOURCES += \
	src/infer/rules_call.c
libsmtui_a_SOURCES += \
	src/infer/rules_conv.c
libsmtui_a_SOURCES += \
	src/infer/rules_data.c
libsmtui_a_SOURCES += \
	src/infer/rules_element.c
libsmtui_a_SOURCES += \
	src/infer/rules_image.c
libsmtui_a_SOURCES += \
	src/infer/rules_join.c
libsmtui_a_SOURCES += \
	src/infer/rules_list.c
libsmtui_a_SOURCES += \
	src/infer/rules_matrix.c
libsmtui_a_SOURCES += \
	src/infer/rules_more.c
libsmtui_a_SOURCES += \
	src/infer/rules_nn.c
libsmtui_a_SOURCES += \
	src/infer/rules_queue.c
libsmtui_a_SOURCES += \
	src/infer/rules_ragged.c
libsmtui_a_SOURCES += \
	src/infer/rules_random.c
libsmtui_a_SOURCES += \
	src/infer/rules_reduce.c
libsmtui_a_SOURCES += \
	src/infer/rules_resource.c
libsmtui_a_SOURCES += \
	src/infer/rules_shape.c
libsmtui_a_SOURCES += \
	src/infer/rules_sparse.c
libsmtui_a_SOURCES += \
	src/infer/rules_sparse_more.c
libsmtui_a_SOURCES += \
	src/infer/rules_strided.c
libsmtui_a_SOURCES += \
	src/infer/rules_string.c
libsmtui_a_SOURCES += \
	src/infer/rules_train.c
libsmtui_a_SOURCES += \
	src/infer/rules_var.c
libsmtui_a_SOURCES += \
	src/infer/rules_grads.c
libsmtui_a_SOURCES += \
	src/infer/rules_quantized.c
