# src/exec: plans, frames, the step machine, sessions and their resources, dumps.
libsmtui_a_SOURCES += src/exec/bind.c
libsmtui_a_SOURCES += src/exec/checkpoint.c
libsmtui_a_SOURCES += src/exec/dump.c
libsmtui_a_SOURCES += src/exec/exec.h
libsmtui_a_SOURCES += src/exec/forecast.c
libsmtui_a_SOURCES += src/exec/frame.c
libsmtui_a_SOURCES += src/exec/layout.c
libsmtui_a_SOURCES += src/exec/machine.h
libsmtui_a_SOURCES += src/exec/names.c
libsmtui_a_SOURCES += src/exec/new.c
libsmtui_a_SOURCES += src/exec/paths.c
libsmtui_a_SOURCES += src/exec/paths.h
libsmtui_a_SOURCES += src/exec/plan.c
libsmtui_a_SOURCES += src/exec/plan.h
libsmtui_a_SOURCES += src/exec/session.c
libsmtui_a_SOURCES += src/exec/step.c
libsmtui_a_SOURCES += src/exec/world.c
