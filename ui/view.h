/*
 * Inside the screen: places, views, and the engine that shows them. A view is one file with a struct
 * view_ops and one line in view_list(); scrolling, search, filter, panels, mouse and history are the
 * engine's. Rows are asked for by index, so that a list of 200,000 nodes costs what is visible.
 * Ownership: view_new gives, view_free takes; a view's private bytes are the engine's, what hangs on
 * them is freed by ops->close. Places borrow from the model.
 */
#ifndef UI_VIEW_H
#define UI_VIEW_H

#include "cmd/cmd.h"
#include "debug/query.h"
#include "model/model.h"
#include "ui/draw.h"
#include "ui/prompt.h"
#include "ui/term.h"

enum place_kind {
	AT_NONE, AT_OVERVIEW, AT_SIGNATURES, AT_SIGNATURE, AT_GRAPH, AT_NODE, AT_FUNCTIONS, AT_FUNCTION,
	AT_VARIABLES, AT_VARIABLE, AT_OBJECTS, AT_OBJECT, AT_ASSETS, AT_ASSET, AT_META,
	AT_COLLECTIONS, AT_COLLECTION, AT_FILES, AT_FILE, AT_FINDINGS, AT_DIFF,
	AT_GAPS, AT_GAP,	/* the table of two runs; a row of it: .i */
	AT_INPUTS, AT_OUTPUTS, AT_PATH, AT_COST,	/* trees, path, cost: reading the graph */
	/* not of the model */
	AT_TREE, AT_FORM, AT_STEPS, AT_TENSOR, AT_BREAKS, AT_HISTORY, AT_PULSE, AT_TERMS, AT_HELP, AT_TEXT, AT_PLACES,
	AT_PALETTE, AT_EDITS,
};

struct place {
	enum place_kind kind;
	const struct metagraph *mg;
	const struct graph *g;	/* AT_GRAPH, AT_NODE */
	uint32_t i;		/* index of the signature, node, function, variable, object, asset, collection, file */
	struct sv scope;	/* AT_GRAPH: only nodes below "scope/"; empty: all */
	uint64_t event;		/* AT_NODE: values of this event of the history, + 1; 0: the latest */
};

struct ui;
struct view;

enum {
	VIEW_WHOLE = 1 << 0,	/* its rows are those of the panel: nothing to scroll or to select */
};

struct pattern;

struct view_ops {
	enum place_kind kind;
	size_t size;		/* of v->priv, zeroed */
	unsigned flags;
	unsigned ctx;		/* its bit in the key table */
	void (*open)(struct view *v);
	void (*close)(struct view *v);
	void (*title)(struct view *v, struct row *r);
	int (*heads)(struct view *v);				/* fixed lines above the rows */
	void (*head)(struct view *v, int i, struct row *r);
	size_t (*count)(struct view *v);
	void (*draw)(struct view *v, size_t i, struct row *r);
	/* What search and filter look at, where draw shortens; else what it draws. */
	void (*text)(struct view *v, size_t i, struct str *out);
	bool (*place)(struct view *v, size_t i, struct place *out);	/* where Enter goes */
	struct tensor *(*tensor)(struct view *v, size_t i, struct str *label);	/* gives; or NULL */
	bool (*action)(struct view *v, const char *action);	/* first refusal; false: the engine's */
	void (*click)(struct view *v, int x, int y);	/* VIEW_WHOLE: from its rows' corner */
	void (*fresh)(struct view *v);				/* a command has changed something */
	void (*shown)(struct view *v);				/* before it is drawn: w and h are set */
	/* Work that takes long, done bit by bit (some milliseconds) while no key waits; false: there is none. */
	bool (*idle)(struct view *v);
	bool (*stop)(struct view *v);				/* drops such work; false: there was none */
	/* Search beyond the rows there are (the tree's closed branches): so many things, the cursor is at one of
	 * them (or at none: search_n), one may be hit, and the cursor may go there. */
	size_t (*search_n)(struct view *v);
	size_t (*search_here)(struct view *v);
	bool (*search_hit)(struct view *v, size_t i, const struct pattern *p);
	void (*search_go)(struct view *v, size_t i);
};

struct view {
	const struct view_ops *ops;
	struct ui *ui;
	struct place at;
	void *priv;
	size_t cur, top;	/* among the rows that the filter lets through */
	int left;		/* columns scrolled away */
	int x, y, w, h;		/* of the rows, without title and heads; h == 0: not on the screen */
	int cx, cy;		/* VIEW_WHOLE: where the terminal's cursor belongs, from x, y */
	char *filter;
	VEC(uint32_t) pass;	/* rows that the filter lets through */
};

const struct view_ops *const *view_list(int *n);
struct view *view_new(struct ui *ui, const struct place *at);
void view_free(struct view *v);
size_t view_count(struct view *v);			/* after the filter */
bool view_row(struct view *v, size_t i, size_t *row);	/* row of the i-th that passes */
bool view_cur(struct view *v, size_t *row);		/* the row under the cursor */
void view_move(struct view *v, size_t to);
void view_select(struct view *v, size_t row);		/* the row that shows it, if it passes */
void view_filter(struct view *v, const char *what);	/* NULL or "": none */
void view_refilter(struct view *v);			/* the rows have changed */
void view_fit(struct view *v);				/* scrolls so that the cursor is visible */
bool view_row_hits(struct view *v, size_t row, const struct pattern *p);
/* What search and filter take: a regular expression, else plain text. pattern_new gives. */
struct pattern;
struct pattern *pattern_new(const char *what);
void pattern_free(struct pattern *p);
bool pattern_hits(const struct pattern *p, const char *text);
bool pattern_names(const struct pattern *p, struct sv name);	/* the same for a name of the model */
/* A query over nodes (inspect/query.h) asks for a place; else its name decides. */
bool pattern_query(const struct pattern *p);
bool pattern_node(const struct pattern *p, struct ui *ui, const struct place *at);
bool pattern_bad(const struct pattern *p, struct ui *ui);	/* a query with a mistake: says so */

/* search.c: to the next hit from the cursor (here: it may be the first), in slices where it takes long. */
void view_search(struct view *v, const char *what, int dir, bool here);
void search_step(struct ui *ui);			/* a slice more */
void search_key(struct ui *ui);				/* somebody presses a key */
void search_stop(struct ui *ui);
void search_gone(struct ui *ui, const struct view *v);	/* the view goes */

/* ---- the screen ---- */

enum ui_mode { MODE_BROWSE, MODE_RUN };

/* Where a key means something; see keys.c. */
enum {
	CTX_TREE = 1 << 0, CTX_PAGE = 1 << 1, CTX_TENSOR = 1 << 2, CTX_STEPS = 1 << 3, CTX_FORM = 1 << 4,
	CTX_BREAKS = 1 << 5, CTX_HISTORY = 1 << 6, CTX_TEXT = 1 << 7, CTX_BROWSE = 1 << 8,
	CTX_RUN = 1 << 9, CTX_VARIABLES = 1 << 10, CTX_PULSE = 1 << 11, CTX_PLACES = 1 << 12,
	CTX_VALUES = 1 << 13, CTX_EDGES = 1 << 14,	/* pages with values, with inputs and consumers */
	CTX_DIFF = 1 << 15, CTX_EDITS = 1 << 16, CTX_GAPS = 1 << 17,
	CTX_TERMS = 1 << 18,
	CTX_ALL = ~0,
};

enum { PANEL_LEFT, PANEL_MID, PANEL_RIGHT, PANEL_N };

struct visit {			/* one stop of the browser's history */
	struct place at;
	size_t cur, top;
	bool in_detail;
};

struct mark {			/* m LETTER */
	char letter;
	struct visit at;
};

struct rect { int x, y, w, h; };

/* One line of the key table, see keys.c. */
struct key_row {
	const char *key[3];
	unsigned where;
	const char *action;	/* ":command line", or the screen's own */
	const char *help;
	const char *hint;	/* short, for the last line; NULL: not there */
};
struct settings;
struct keymap {			/* borrows from the settings */
	VEC(struct key_row) own;	/* of the settings file: they win */
	bool gdb;
};

struct ui {
	struct app *app;
	struct tty *tty;
	struct canvas cv;
	enum ui_mode mode;
	bool done, hung_up;
	int exit_code;

	struct view *panel[PANEL_N];	/* of the mode, as laid out; NULL: not there */
	struct rect rect[PANEL_N];	/* with the title line; h == 0: not on the screen */
	struct view *tree, *detail;	/* MODE_BROWSE */
	struct view *form, *steps, *about;	/* MODE_RUN: about tells of the node at the cursor */
	struct view *tensor;		/* what is under the cursor, as values */
	VEC(struct view *) popup;	/* over everything; the last one is seen */
	int focus;			/* a panel */
	bool zoom, mouse;
	VEC(struct visit) back, forward;
	VEC(struct mark) marks;
	const char *letter_for;		/* "mark" or "jump": the next key is its letter; NULL */
	struct keymap keys;

	struct prompt prompt;
	char *search;
	struct search *searching;	/* one that goes on, or NULL */
	struct place mark;		/* the marked node; g == NULL: none */
	const struct graph *indexing;	/* whose consumers somebody waits for, or NULL */
	char *status;			/* the last outcome */
	enum style status_style;
	char *status_long;		/* Enter shows it: all of a long error */
	VEC(char *) messages;
	struct str answer;		/* what a command printed, for the pager */
	int tensor_slot;		/* MODE_RUN: which output or input of the row */
	struct view *shown_view;	/* what the tensor panel was last loaded for */
	struct place shown_for;
	size_t shown_row;
	int shown_slot;
	uint64_t shown_change;
	uint64_t changes;		/* counts commands that may have changed something */
	uint64_t gaps_seen;		/* the app's table that is known */
	int interrupts;			/* Ctrl-C one after the other */
	bool warned;			/* q has said that something is not saved */
	bool rested;			/* no view had work to go on with since the last key */
	bool heard;			/* the Ctrl-C that is still to come has stopped a command */
	struct str why;			/* what why says of the failure at hand, or empty */
	char *why_for;			/* the error that it explains */
	char *last_line;		/* typed last: an empty line repeats it, if it was a move; or NULL */
};

/* engine.c */
int ui_loop(struct ui *ui);
void ui_paint(struct ui *ui);
struct view *ui_focused(struct ui *ui);
unsigned ui_context(struct ui *ui);
void ui_event(struct ui *ui, const struct event *ev);
void ui_do(struct ui *ui, const struct key_row *k);	/* as if its key had been pressed */

bool ui_stop(struct ui *ui);	/* drops what is done between keys; false: nothing was */

/* layout.c */
void ui_layout(struct ui *ui);
bool ui_too_small(const struct ui *ui);
void ui_draw_panels(struct ui *ui);
bool ui_panel_at(struct ui *ui, int x, int y, int *panel);

/* nav.c */
void ui_go(struct ui *ui, const struct place *to);	/* with a stop in the history */
void ui_preview(struct ui *ui, const struct place *to);	/* follows the tree's cursor */
void ui_history(struct ui *ui, int dir);
struct visit ui_visit_now(const struct ui *ui);
void ui_visit(struct ui *ui, const struct visit *to);	/* without a stop in the history */
void ui_mode_set(struct ui *ui, enum ui_mode mode);
void ui_popup(struct ui *ui, const struct place *at);
void ui_popup_text(struct ui *ui, const char *title, char *text);	/* takes text */
void ui_close(struct ui *ui);
void ui_follow(struct ui *ui);	/* detail and tensor follow the cursors */
void ui_tensor_popup(struct ui *ui);

/* reload.c */
void ui_reload(struct ui *ui);

/* run.c */
void ui_fresh(struct ui *ui);	/* what views show may have changed */
void ui_say(struct ui *ui, enum style st, const char *fmt, ...) __attribute__((format(printf, 3, 4)));
void ui_fail(struct ui *ui, struct err *err);		/* shows and clears */
bool ui_command(struct ui *ui, const char *line, bool typed);
void ui_command_here(struct ui *ui, const char *pattern, bool typed);	/* %p: path of the node under the cursor */
bool ui_here_path(struct ui *ui, struct str *out);
/* e: types the command that edits what is under the cursor, to be completed. view_edits.c */
void ui_edit(struct ui *ui, struct view *v);
bool ui_quote(struct str *out, struct sv word);		/* as one word of a command line */
bool ui_action(struct ui *ui, const char *action);	/* actions.c */
bool ui_reading(struct ui *ui, const char *action);	/* reading.c */

/* keys.c */
void keymap_make(struct keymap *m, struct settings *s);
void keymap_free(struct keymap *m);
const struct key_row *key_row_at(const struct keymap *m, size_t i);	/* NULL: no more */
const struct key_row *key_find(const struct keymap *m, const char *key, unsigned ctx);
void key_hints(const struct keymap *m, unsigned ctx, bool failed, int width, struct row *out);
/* Its keys, but for those that the settings give another meaning; m may be NULL. */
void key_names_text(const struct keymap *m, const struct key_row *k, struct str *out);

/* view_places.c: the key behind m or ' */
void ui_letter(struct ui *ui, const char *key);
/* palette.c: what fits the text so far; the popup's choice is run or becomes the prompt's text */
void palette_filter(struct ui *ui, const char *text);
void palette_choose(struct ui *ui);
/* Commands that begin so, for the lines above the prompt: at most n; how many there are. */
int palette_hints(struct ui *ui, const char *start, struct row *r, int n);
/* take.c: text of the focused view to the clipboard, or to a file ("write FILE") */
void ui_copy(struct ui *ui, bool all);
bool ui_write(struct ui *ui, const char *file, struct err *err);
/* view_tree.c */
void tree_reveal(struct view *v, const struct place *at);
/* steps.c: the path of a row, the event that it stands for (or -1), where it is */
bool steps_path(struct view *v, size_t row, struct str *out);
int64_t steps_event(struct view *v, size_t row);
void steps_follow(struct view *v);	/* the cursor goes to where the run stands */
void steps_here(struct view *v);	/* even if the run has not moved */
/* To the row of a node, that ran before event `before` (0: any); false: there is none in this list. */
bool steps_reveal(struct view *v, const struct graph *g, uint32_t node, uint64_t before);
/* view_pulse.c: the pulse on one line, the column `cursor` reversed (-1: none) */
void pulse_draw(const struct dbg_column *col, int n, int cursor, bool ascii, struct row *r);
/* view_tensor.c: the view's tensor; takes a reference to t of its own */
void tensor_view_set(struct view *v, struct tensor *t, const char *label);
/* See tview_seek and tview_at. */
bool tensor_view_seek(struct view *v, const char *text, int dir, struct str *said, struct err *err);
bool tensor_view_at(struct view *v, const char *text, struct err *err);
bool tensor_view_text(const struct view *v);	/* does it show strings? */
struct view *ui_tensor_view(struct ui *ui);	/* the one in focus, else the panel; or NULL */
/* view_terms.c: the page of the terms command; and from the element under a tensor view's cursor to it ("terms"), to
 * its gradient ("gradient", "saliency"); false: another action */
void terms_popup(struct ui *ui);
bool tensor_origin(struct view *v, const char *action);
/* view_text.c: takes both */
void text_view_set(struct view *v, char *title, char *text);
bool ui_failing(const struct ui *ui);	/* nav.c: is the node that failed under the cursor? */
/* view_node.c: the value at output or input `slot` of a node page (outputs first, but of a node that failed);
 * gives, or NULL */
struct tensor *node_view_slot(struct view *v, int slot, struct str *label);
int node_view_slots(struct view *v);
/* The value of a variable; gives, or NULL with a label that says why not. */
struct tensor *variable_value(const struct metagraph *mg, uint32_t i, struct str *label);
/* What is known of a tensor made by output `slot` of a node: "float32 (?, 3)". */
void node_out_text(const struct graph *g, const struct node *n, uint32_t slot, struct row *r);
/* view_gaps.c: b less a as float32; gives, or NULL when they cannot be subtracted. */
struct tensor *tensor_less(const struct tensor *b, const struct tensor *a);
void place_title(const struct place *at, struct row *r);
bool place_name(const struct place *at, struct str *out);
bool place_same(const struct place *a, const struct place *b);
void text_count(struct str *out, uint64_t n);	/* 1,234,567 */
void text_size(struct str *out, uint64_t bytes);	/* 1.2 MB */

#endif
