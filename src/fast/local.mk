# src/fast: the fast mode of a run.
libsmtui_a_SOURCES += src/fast/build.c
libsmtui_a_SOURCES += src/fast/cell.c
libsmtui_a_SOURCES += src/fast/chain.c
libsmtui_a_SOURCES += src/fast/conv.c
libsmtui_a_SOURCES += src/fast/fast.h
libsmtui_a_SOURCES += src/fast/flow.c
libsmtui_a_SOURCES += src/fast/flow.h
libsmtui_a_SOURCES += src/fast/fold.c
libsmtui_a_SOURCES += src/fast/frames.c
libsmtui_a_SOURCES += src/fast/fuse.c
libsmtui_a_SOURCES += src/fast/inside.h
libsmtui_a_SOURCES += src/fast/loop.c
libsmtui_a_SOURCES += src/fast/pool.c
libsmtui_a_SOURCES += src/fast/roof.c
libsmtui_a_SOURCES += src/fast/run.c
libsmtui_a_SOURCES += src/fast/upconv.c
libsmtui_a_SOURCES += src/fast/ways.c
