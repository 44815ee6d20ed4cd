# src/inspect: see CONTRIBUTING.md, the rooms table.
libsmtui_a_SOURCES += \
	src/inspect/differ.c src/inspect/differ.h
libsmtui_a_SOURCES += \
	src/inspect/calls.c src/inspect/calls.h src/inspect/cost.c src/inspect/cost.h src/inspect/export.c \
	src/inspect/export.h src/inspect/query.c src/inspect/query.h src/inspect/query_term.c \
	src/inspect/query_term.h src/inspect/reach.c src/inspect/reach.h src/inspect/size.c src/inspect/size.h \
	src/inspect/walk.c src/inspect/walk.h
