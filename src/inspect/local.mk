# src/inspect: see CONTRIBUTING.md, the rooms table.
libsmtui_a_SOURCES += \
	src/inspect/align.c src/inspect/align.h \
	src/inspect/differ.c src/inspect/differ.h src/inspect/differ_graph.c src/inspect/differ_inside.h src/inspect/differ_objects.c \
	src/inspect/differ_rest.c src/inspect/differ_sigs.c src/inspect/differ_vars.c \
	src/inspect/flat.c src/inspect/flat.h src/inspect/flat_hash.c \
	src/inspect/near.c src/inspect/near.h
