# src/bundle: checkpoints.
libsmtui_a_SOURCES += \
	src/bundle/bundle.c src/bundle/bundle.h \
	src/bundle/slices.c src/bundle/slices.h \
	src/bundle/table.c src/bundle/table.h
