# ui: screen, views, keys. Only ui/term.c includes curses; a view is one file and one line in views.c.
libsmtui_ui_a_SOURCES += \
	ui/actions.c ui/draw.c ui/draw.h ui/engine.c ui/form.c ui/keys.c ui/layout.c ui/list.c ui/names.c \
	ui/nav.c ui/page.c ui/page.h ui/prompt.c ui/prompt.h ui/run.c ui/search.c ui/script.c ui/steps.c ui/tensordraw.c \
	ui/tensormosaic.c ui/tensormove.c ui/tensorstat.c ui/tensorview.c ui/tensorview.h ui/term.c ui/term.h ui/ui.c ui/ui.h ui/view.h ui/view_asset.c \
	ui/view_breaks.c ui/view_check.c ui/view_function.c ui/view_graph.c ui/view_node.c ui/view_object.c \
	ui/view_overview.c ui/view_pulse.c ui/view_signature.c ui/view_tensor.c ui/view_text.c ui/view_tree.c \
	ui/view_variable.c ui/views.c
libsmtui_ui_a_SOURCES += ui/reading.c ui/view_cost.c ui/view_links.c
	ui/actions.c \
	ui/draw.c \
	ui/draw.h \
	ui/engine.c \
	ui/form.c \
	ui/keys.c \
	ui/layout.c \
	ui/list.c \
	ui/names.c \
	ui/nav.c \
	ui/page.c \
	ui/page.h \
	ui/page_report.c \
	ui/prompt.c \
	ui/prompt.h \
	ui/run.c \
	ui/script.c \
	ui/search.c \
	ui/steps.c \
	ui/tensordraw.c \
	ui/tensormosaic.c \
	ui/tensormove.c \
	ui/tensorstat.c \
	ui/tensorview.c \
	ui/tensorview.h \
	ui/term.c \
	ui/term.h \
	ui/tree.h \
	ui/tree_find.c \
	ui/ui.c \
	ui/ui.h \
	ui/view.h \
	ui/view_asset.c \
	ui/view_breaks.c \
	ui/view_check.c \
	ui/view_function.c \
	ui/view_graph.c \
	ui/view_info.c \
	ui/view_node.c \
	ui/view_object.c \
	ui/view_overview.c \
	ui/view_pulse.c \
	ui/view_signature.c \
	ui/view_tensor.c \
	ui/view_text.c \
	ui/view_tree.c \
	ui/view_variable.c \
	ui/view_variables.c \
	ui/views.c
