# src/expr: Python literals and numpy expressions.
libsmtui_a_SOURCES += \
	src/expr/arith.c \
	src/expr/cast.c \
	src/expr/cast.h \
	src/expr/convert.c \
	src/expr/eval.c \
	src/expr/eval.h \
	src/expr/expr.h \
	src/expr/index.c \
	src/expr/make.c \
	src/expr/math.c \
	src/expr/mt19937.c \
	src/expr/mt19937.h \
	src/expr/parse.c \
	src/expr/random.c \
	src/expr/reduce.c \
	src/expr/shape.c \
	src/expr/text.c \
	src/expr/text.h \
	src/expr/value.c \
	src/expr/value.h
