# src/exec: plans, frames, the step machine, sessions and their resources, dumps.
libsmtui_a_SOURCES += \
	src/exec/bind.c \
	src/exec/checkpoint.c \
	src/exec/dump.c \
	src/exec/exec.h \
	src/exec/forecast.c \
	src/exec/frame.c \
	src/exec/layout.c \
	src/exec/machine.h \
	src/exec/names.c \
	src/exec/new.c \
	src/exec/paths.c \
	src/exec/paths.h \
	src/exec/plan.c \
	src/exec/plan.h \
	src/exec/session.c \
	src/exec/step.c \
	src/exec/world.c
