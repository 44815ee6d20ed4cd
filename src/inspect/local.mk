# src/inspect: see CONTRIBUTING.md, the rooms table.
libsmtui_a_SOURCES += \
	src/inspect/differ.c src/inspect/differ.h
libsmtui_a_SOURCES += \
	src/inspect/opdoc.c src/inspect/opdoc.def src/inspect/opdoc.h \
	src/inspect/opdoc_array.c src/inspect/opdoc_binary.c src/inspect/opdoc_flow.c \
	src/inspect/opdoc_image.c src/inspect/opdoc_matrix.c src/inspect/opdoc_nn.c \
	src/inspect/opdoc_parse.c src/inspect/opdoc_quant.c src/inspect/opdoc_random.c \
	src/inspect/opdoc_reduce.c src/inspect/opdoc_sparse.c src/inspect/opdoc_state.c \
	src/inspect/opdoc_string.c src/inspect/opdoc_table.c src/inspect/opdoc_train.c \
	src/inspect/opdoc_unary.c \
	src/inspect/oppage.c src/inspect/oppage.h src/inspect/oprule.c src/inspect/oprule.h
