# src/bundle: checkpoints.
libsmtui_a_SOURCES += \
	src/bundle/bundle.c \
	src/bundle/bundle.h \
	src/bundle/merge.c \
	src/bundle/scan.c \
	src/bundle/scan.h \
	src/bundle/slices.c \
	src/bundle/slices.h \
	src/bundle/table.c \
	src/bundle/table.h \
	src/bundle/tablewrite.c \
	src/bundle/tablewrite.h \
	src/bundle/v1.c \
	src/bundle/v1.h \
	src/bundle/v1write.c \
	src/bundle/write.c \
	src/bundle/write.h
