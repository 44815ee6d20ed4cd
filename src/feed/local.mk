# src/feed: what people have, turned into input tensors.
libsmtui_a_SOURCES += \
	src/feed/example.c \
	src/feed/feed.c \
	src/feed/feed.h \
	src/feed/generate.c \
	src/feed/inputs.c \
	src/feed/literal.c \
	src/feed/pickle.c \
	src/feed/pickle.h \
	src/feed/picture.c \
	src/feed/refs.c \
	src/feed/refs.h \
	src/feed/refs_inside.h \
	src/feed/refs_json.c \
	src/feed/refs_onnx.c
libsmtui_a_SOURCES += \
	src/feed/jsonpretty.c
libsmtui_a_SOURCES += \
	src/feed/jsonpretty.h
libsmtui_a_SOURCES += \
	src/feed/serving.c
libsmtui_a_SOURCES += \
	src/feed/serving.h
libsmtui_a_SOURCES += \
	src/feed/serving_answer.c
libsmtui_a_SOURCES += \
	src/feed/jsonerror.c
libsmtui_a_SOURCES += \
	src/feed/request.c \
	src/feed/request.h
libsmtui_a_SOURCES += \
	src/feed/batch.c \
	src/feed/kinds.c \
	src/feed/kinds.h \
	src/feed/records.c \
	src/feed/resample.c \
	src/feed/resample.h \
	src/feed/sound.c \
	src/feed/table.c
