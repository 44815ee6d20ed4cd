# src/inspect: see CONTRIBUTING.md, the rooms table.
libsmtui_a_SOURCES += \
	src/inspect/check.c src/inspect/check.h src/inspect/check_depend.c src/inspect/check_files.c \
	src/inspect/check_graph.c src/inspect/check_inside.h src/inspect/check_kinds.c src/inspect/check_links.c src/inspect/check_ops.c \
	src/inspect/check_reach.c src/inspect/check_rest.c src/inspect/check_rules.def src/inspect/check_runtime.c \
	src/inspect/check_shapes.c src/inspect/check_signature.c src/inspect/check_variables.c src/inspect/check_weights.c src/inspect/runtime.inc \
	src/inspect/differ.c src/inspect/differ.h
libsmtui_a_SOURCES += \
	src/inspect/calls.c src/inspect/calls.h src/inspect/cost.c src/inspect/cost.h src/inspect/export.c \
	src/inspect/export.h src/inspect/query.c src/inspect/query.h src/inspect/query_term.c \
	src/inspect/query_term.h src/inspect/spread.c src/inspect/spread.h src/inspect/size.c src/inspect/size.h \
	src/inspect/walk.c src/inspect/walk.h
	src/inspect/check.c \
	src/inspect/check.h \
	src/inspect/check_depend.c \
	src/inspect/check_files.c \
	src/inspect/check_graph.c \
	src/inspect/check_inside.h \
	src/inspect/check_kinds.c \
	src/inspect/check_links.c \
	src/inspect/check_ops.c \
	src/inspect/check_reach.c \
	src/inspect/check_rest.c \
	src/inspect/check_rules.def \
	src/inspect/check_runtime.c \
	src/inspect/check_shapes.c \
	src/inspect/check_signature.c \
	src/inspect/check_variables.c \
	src/inspect/check_weights.c \
	src/inspect/differ.c \
	src/inspect/differ.h \
	src/inspect/runtime.inc \
	src/inspect/scopes.c \
	src/inspect/scopes.h \
	src/inspect/vocab.c \
	src/inspect/vocab.h \
	src/inspect/weights.c \
	src/inspect/weights.h
