# src/codec: see CONTRIBUTING.md, the rooms table.
libsmtui_a_SOURCES += \
	src/codec/crc32c.c src/codec/crc32c.h \
	src/codec/snappy.c src/codec/snappy.h
