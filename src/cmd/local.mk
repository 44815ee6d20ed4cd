# src/cmd: every verb; a command is one row in its file and one line in list.c.
libsmtui_a_SOURCES += \
	src/cmd/app.c src/cmd/args.c src/cmd/args.h src/cmd/breaks.c src/cmd/call.c src/cmd/call.h src/cmd/check.c \
	src/cmd/cmd.h src/cmd/compare.c src/cmd/compare.h src/cmd/complete.c \
	src/cmd/debug.c src/cmd/debug_call.c src/cmd/diff.c src/cmd/draw.c src/cmd/draw.h src/cmd/find.c src/cmd/function.c src/cmd/given.c src/cmd/given.h src/cmd/go.c src/cmd/help.c \
	src/cmd/inputs.c src/cmd/inputs.h src/cmd/json.c src/cmd/json.h src/cmd/line.c src/cmd/line.h \
	src/cmd/list.c src/cmd/nodes.c src/cmd/overview.c src/cmd/peer.c src/cmd/peer.h \
	src/cmd/json_model.c src/cmd/json_model.h src/cmd/schema.c src/cmd/schema.h src/cmd/show_json.c src/cmd/show_json.h \
	src/cmd/peer_load.c src/cmd/prof.c src/cmd/python.c src/cmd/python.h src/cmd/pyvalue.c src/cmd/pyvalue.h src/cmd/rows.h src/cmd/run.c src/cmd/run.h src/cmd/save.c src/cmd/save.h src/cmd/seek.c src/cmd/session.c src/cmd/shell.c src/cmd/show.c \
	src/cmd/show_functions.c src/cmd/show_functions.h src/cmd/step.c src/cmd/stops.c src/cmd/table.c \
	src/cmd/table.h src/cmd/tap.c src/cmd/tap.h src/cmd/tensors.c src/cmd/things.c src/cmd/top.c \
	src/cmd/watch.c src/cmd/watch.h src/cmd/why.c
libsmtui_a_SOURCES += \
	src/cmd/cost.c src/cmd/csv.c src/cmd/csv.h src/cmd/export.c src/cmd/find_nodes.c src/cmd/find_nodes.h \
	src/cmd/node_tree.c src/cmd/paths.c src/cmd/slow.c src/cmd/slow.h
	src/cmd/shapes.c \
	src/cmd/shapes.h
libsmtui_a_SOURCES += \
	src/cmd/about.h \
	src/cmd/app.c \
	src/cmd/args.c \
	src/cmd/args.h \
	src/cmd/assets.c \
	src/cmd/breaks.c \
	src/cmd/call.c \
	src/cmd/call.h \
	src/cmd/check.c \
	src/cmd/cmd.h \
	src/cmd/compare.c \
	src/cmd/compare.h \
	src/cmd/complete.c \
	src/cmd/consts.c \
	src/cmd/debug.c \
	src/cmd/debug_call.c \
	src/cmd/diff.c \
	src/cmd/draw.c \
	src/cmd/draw.h \
	src/cmd/files.c \
	src/cmd/find.c \
	src/cmd/function.c \
	src/cmd/functions.c \
	src/cmd/given.c \
	src/cmd/given.h \
	src/cmd/go.c \
	src/cmd/help.c \
	src/cmd/inputs.c \
	src/cmd/inputs.h \
	src/cmd/json.c \
	src/cmd/json.h \
	src/cmd/json_model.c \
	src/cmd/json_model.h \
	src/cmd/line.c \
	src/cmd/line.h \
	src/cmd/list.c \
	src/cmd/meta.c \
	src/cmd/meter.c \
	src/cmd/meter.h \
	src/cmd/node_about.c \
	src/cmd/nodes.c \
	src/cmd/npz.c \
	src/cmd/objects.c \
	src/cmd/overview.c \
	src/cmd/peer.c \
	src/cmd/peer.h \
	src/cmd/peer_load.c \
	src/cmd/prof.c \
	src/cmd/python.c \
	src/cmd/python.h \
	src/cmd/pyvalue.c \
	src/cmd/pyvalue.h \
	src/cmd/report.c \
	src/cmd/report.h \
	src/cmd/report_parts.c \
	src/cmd/report_parts.h \
	src/cmd/report_text.c \
	src/cmd/rows.h \
	src/cmd/run.c \
	src/cmd/run.h \
	src/cmd/save.c \
	src/cmd/save.h \
	src/cmd/schema.c \
	src/cmd/schema.h \
	src/cmd/seek.c \
	src/cmd/session.c \
	src/cmd/shell.c \
	src/cmd/show.c \
	src/cmd/show_functions.c \
	src/cmd/show_functions.h \
	src/cmd/show_json.c \
	src/cmd/show_json.h \
	src/cmd/step.c \
	src/cmd/stops.c \
	src/cmd/table.c \
	src/cmd/table.h \
	src/cmd/tap.c \
	src/cmd/tap.h \
	src/cmd/tensors.c \
	src/cmd/things.c \
	src/cmd/top.c \
	src/cmd/var.c \
	src/cmd/vars.c \
	src/cmd/vars.h \
	src/cmd/vars_print.c \
	src/cmd/watch.c \
	src/cmd/watch.h \
	src/cmd/weights.c \
	src/cmd/weights.h \
	src/cmd/why.c
