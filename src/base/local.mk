# src/base: errors, memory, strings, containers, sinks, file mapping, threads.
libsmtui_a_SOURCES += \
	src/base/clock.h \
	src/base/err.c \
	src/base/err.h \
	src/base/fmap.c \
	src/base/fmap.h \
	src/base/fpu.h \
	src/base/intr.c \
	src/base/intr.h \
	src/base/lastwords.c \
	src/base/lastwords.h \
	src/base/map.c \
	src/base/map.h \
	src/base/mem.c \
	src/base/mem.h \
	src/base/pool.c \
	src/base/pool.h \
	src/base/sink.c \
	src/base/sink.h \
	src/base/state.c \
	src/base/state.h \
	src/base/str.c \
	src/base/str.h \
	src/base/sv.h \
	src/base/vec.h
libsmtui_a_SOURCES += \
	src/base/wireput.c
libsmtui_a_SOURCES += \
	src/base/wireput.h
