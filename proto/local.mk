# proto: the wire walker, our .proto files.
libsmtui_a_SOURCES += proto/wire.c proto/wire.h
