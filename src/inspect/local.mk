# src/inspect: see CONTRIBUTING.md, the rooms table.
libsmtui_a_SOURCES += \
	src/inspect/differ.c src/inspect/differ.h \
	src/inspect/scopes.c src/inspect/scopes.h \
	src/inspect/weights.c src/inspect/weights.h
