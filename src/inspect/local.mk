# src/inspect: see CONTRIBUTING.md, the rooms table.
libsmtui_a_SOURCES += \
	src/inspect/differ.c src/inspect/differ.h \
	src/inspect/vocab.c src/inspect/vocab.h
