# src/debug: breakpoints, stepping either way, history.
libsmtui_a_SOURCES += \
	src/debug/breaks.c \
	src/debug/debug.h src/debug/query.h src/debug/inside.h \
	src/debug/find.c \
	src/debug/history.c \
	src/debug/query.c \
	src/debug/run.c
