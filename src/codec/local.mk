# src/codec: checksums, compression, pictures.
libsmtui_a_SOURCES += \
	src/codec/crc32c.c \
	src/codec/crc32c.h \
	src/codec/gif.c \
	src/codec/gzip.c \
	src/codec/gzip.h \
	src/codec/jpeg.c \
	src/codec/jsonread.c \
	src/codec/jsonread.h \
	src/codec/pic.c \
	src/codec/pic.h \
	src/codec/picopt.h \
	src/codec/png.c \
	src/codec/snappy.c \
	src/codec/snappy.h \
	src/codec/zip.c \
	src/codec/zip.h \
	src/codec/zipwrite.c \
	src/codec/zipwrite.h
libsmtui_a_SOURCES += \
	src/codec/base64.c
libsmtui_a_SOURCES += \
	src/codec/base64.h
libsmtui_a_SOURCES += \
	src/codec/tfrecord.c \
	src/codec/tfrecord.h
libsmtui_a_SOURCES += \
	src/codec/bmp.c \
	src/codec/wav.c \
	src/codec/wav.h
