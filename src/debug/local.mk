# src/debug: breakpoints, stepping either way, history, causes.
libsmtui_a_SOURCES += \
	src/debug/back.c src/debug/breaks.c src/debug/cond.c src/debug/cond.h \
	src/debug/debug.h src/debug/diff.c src/debug/diff.h src/debug/diff_const.c \
	src/debug/diff_dump.c src/debug/diff_inside.h src/debug/diff_match.c src/debug/diff_place.c src/debug/diff_say.c \
	src/debug/diff_struct.c src/debug/diff_value.c \
	src/debug/query.h src/debug/inside.h \
	src/debug/find.c \
	src/debug/history.c \
	src/debug/pulse.c \
	src/debug/query.c \
	src/debug/run.c src/debug/setup.c \
	src/debug/tape.c src/debug/tape.h \
	src/debug/trips.c src/debug/watch.c \
	src/debug/why.c src/debug/why.h src/debug/why_fail.c src/debug/why_fit.c src/debug/why_index.c \
	src/debug/why_loop.c src/debug/why_nan.c src/debug/why_output.c src/debug/why_path.c \
	src/debug/why_say.c src/debug/why_shape.c src/debug/why_state.c src/debug/why_state.h \
	src/debug/why_value.c src/debug/why_wide.c src/debug/why_wide.h
