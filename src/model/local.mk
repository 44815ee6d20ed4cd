# src/model: the immutable model, op definitions.
libsmtui_a_SOURCES += \
	src/model/attr.c \
	src/model/attr_get.c \
	src/model/callable.c \
	src/model/callable.h \
	src/model/callees.c \
	src/model/callees.h \
	src/model/callers.c \
	src/model/callers.h \
	src/model/concrete.c \
	src/model/concrete.h \
	src/model/decode.h \
	src/model/emit.c \
	src/model/emit.h \
	src/model/fields.c \
	src/model/files.c \
	src/model/files.h \
	src/model/function.c \
	src/model/graph.c \
	src/model/meta.c \
	src/model/meta.h \
	src/model/metagraph.c \
	src/model/model.h \
	src/model/objects.c \
	src/model/opdef.c \
	src/model/opdef.h \
	src/model/opdef_table.inc \
	src/model/open.c \
	src/model/origin.c \
	src/model/origin.h \
	src/model/priv.h \
	src/model/tensorproto.c
libsmtui_a_SOURCES += \
	src/model/salvage.c \
	src/model/salvage.h \
	src/model/shards.c
