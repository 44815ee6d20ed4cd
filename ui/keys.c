/*
 * The key table: the one place where a key gets its meaning. It makes the bindings, the help of each
 * screen, the last line and the manual page. An action that begins with ":" is a command line, run as
 * if it had been typed (%p: the path of the node under the cursor); the others are the screen's own
 * and listed in actions.c. The first row that fits key and context wins.
 */
#include "ui/view.h"

#include <stdlib.h>
#include <string.h>

#include "cmd/settings.h"
#include "ui/ui.h"

#define RUNNING (CTX_RUN | CTX_STEPS)
#define SHOWS_TENSOR (CTX_ALL & ~(CTX_TEXT | CTX_PULSE | CTX_HISTORY | CTX_BREAKS | CTX_EDITS | CTX_TERMS))
#define LISTS (CTX_TREE | CTX_PAGE | CTX_VARIABLES | CTX_STEPS | CTX_FORM | CTX_BREAKS | CTX_EDITS | CTX_HISTORY | \
	       CTX_TEXT | CTX_DIFF | CTX_GAPS | CTX_TERMS)

/* gdb's letters, where the settings say "keys = gdb": before all others. */
static const struct key_row gdb_rows[] = {
	{ { "n" }, CTX_RUN, ":next", "step over a call", "next" },
	{ { "s" }, CTX_RUN, ":step", "step, into calls", "step" },
	{ { "f" }, CTX_RUN, ":finish", "to the end of this function", "finish" },
	{ { "u" }, CTX_RUN, ":up", "look at the frame that called this one", "up" },
	{ { "d" }, CTX_RUN, ":down", "look at the frame that this one called", "down" },
	{ { "w" }, CTX_RUN, "?where", "the stack of function calls", "where" },
	{ { "r" }, CTX_RUN, ":run", "run from the start", NULL },
	{ { "p" }, CTX_RUN, "print", "print a tensor or an expression", "print" },
	{ { "i" }, CTX_RUN, "?info locals", "what the frame's nodes made", NULL },
};

static const struct key_row rows[] = {
	/* in a tensor */
	{ { "/" },
	  CTX_TENSOR,
	  "seek",
	  "look for values: nan, inf, max, a number, > 3, [LOW,HIGH], text; they are marked",
	  "look for" },
	{ { "n" }, CTX_TENSOR, "seek-next", "next value of those looked for; without any: not finite", "next" },
	{ { "N" }, CTX_TENSOR, "seek-prev", "the value before", NULL },
	{ { "a" }, CTX_TENSOR, ":seek nan", "next NaN", "NaN" },
	{ { "I" }, CTX_TENSOR, ":seek inf", "next infinity", NULL },
	{ { "+" }, CTX_TENSOR, ":seek max", "the maximum", NULL },
	{ { "-" }, CTX_TENSOR, ":seek min", "the minimum", NULL },
	{ { "*" }, CTX_TENSOR, ":seek absmax", "the largest magnitude", "largest" },
	{ { "@" }, CTX_TENSOR, "index", "to an index, such as 0,3,2; 0,:,:,2 chooses the axes that are seen", "index" },
	{ { "C" }, CTX_TENSOR, "own-scale", "mosaic: each map by its own scale, or all by one", NULL },
	{ { "=" },
	  CTX_TENSOR,
	  "terms",
	  "what the element is made of: products, the one that won, where it was copied from",
	  "made of" },
	{ { "d" }, CTX_TENSOR | CTX_TERMS, "gradient", "its gradient by every input and variable", NULL },
	{ { "D" }, CTX_TENSOR | CTX_TERMS, "saliency", "the size of its gradient by the input, as a heat map", NULL },
	{ { "Enter" }, CTX_TERMS, "open", "what this term is made of", "follow" },
	{ { "w" }, CTX_TERMS, "terms-weight", "what its weight is made of", "weight" },
	{ { "Backspace", "<", "A-Left" }, CTX_TERMS, "terms-back", "back to the element before", "back" },
	{ { "Enter" }, CTX_TENSOR, "open", "mosaic: open the map under the cursor; else the whole screen", "open" },
	/* along the pulse */
	{ { "Enter" }, CTX_PULSE, "open", "go to before the node under the cursor", "go there" },
	{ { "Left", "h" }, CTX_PULSE, "left", "the column before", NULL },
	{ { "Right", "l" }, CTX_PULSE, "right", "the next column", "along" },
	{ { "Down", "j" }, CTX_PULSE, "down", "the next node, in columns that stand for several", "node" },
	{ { "n" }, CTX_PULSE, "search-next", "next node with NaN, infinities, or nothing but zeros", "next bad" },
	{ { "N" }, CTX_PULSE, "search-prev", "the one before", NULL },
	/* two models side by side */
	{ { "Enter" }, CTX_DIFF, "open", "open what A has there, or B alone", "A's" },
	{ { "b" }, CTX_DIFF, "diff-b", "open what B has there", "B's" },
	{ { "d" }, CTX_DIFF, "diff-next", "next difference that matters", "next" },
	{ { "D" }, CTX_DIFF, "diff-prev", "the difference before", NULL },
	{ { "=" }, CTX_DIFF, "diff-tensor", "B's weight less A's: numbers, heat map, histogram", "difference" },
	/* two runs, tensor by tensor */
	{ { "Enter" }, CTX_GAPS, "open", "the row's tensors side by side; from there, the node", "side by side" },
	{ { "O", "Right" },
	  CTX_GAPS,
	  "gaps-sort",
	  "sort by the next column; elements: as they lie, or by difference",
	  "sort" },
	{ { "Left" }, CTX_GAPS, "gaps-sort-back", "sort by the column before", NULL },
	{ { "d" }, CTX_GAPS, "diff-next", "next tensor that differs more than it may", "next" },
	{ { "D" }, CTX_GAPS, "diff-prev", "the one before", NULL },
	{ { "=" }, CTX_GAPS, "diff-tensor", "the difference: numbers, heat map, histogram", "difference" },
	{ { "b" }, CTX_GAPS, "gaps-node", "the node", "node" },
	{ { "Enter" }, CTX_PLACES, "open", "go there", "go there" },
	/* opening, and stepping: first, since they head the last line */
	{ { "Enter" }, CTX_BREAKS, "break-toggle", "enable or disable the breakpoint", "enable" },
	{ { "d", "Delete" }, CTX_BREAKS, "break-delete", "delete the breakpoint", "delete" },
	{ { "Enter" }, CTX_EDITS, "edit-again", "the command once more, to be changed", "again" },
	{ { "d", "Delete" }, CTX_EDITS, "edit-undo", "take the edit back", "undo" },
	{ { "Enter" }, CTX_HISTORY, "open", "the tensor as it was", "values" },
	{ { "Enter" }, CTX_FORM, "open", "edit this input, choose the signature, or start", "edit" },
	{ { "s", "F11" }, CTX_RUN, ":step", "step, into calls", "step" },
	{ { "Space", "F10" }, CTX_RUN, ":next", "step over a call", "over" },
	{ { "f", "F12" }, CTX_RUN, ":finish", "to the end of this function", "out" },
	{ { "c", "F5" }, CTX_RUN, "continue", "go on to the next breakpoint or the end", "continue" },
	{ { "J" }, CTX_HISTORY | CTX_STEPS, "goto", "go back to before this node ran", "go there" },
	{ { "." }, CTX_RUN, ":until %p", "run to the node under the cursor", "to here" },
	{ { "u" }, CTX_RUN, ":back", "step back", "back" },
	{ { "U" }, CTX_RUN, ":reverse-continue", "back to the breakpoint before, or the start", NULL },
	{ { "(" }, CTX_RUN, ":up", "look at the frame that called this one", NULL },
	{ { ")" }, CTX_RUN, ":down", "look at the frame that this one called", NULL },
	{ { "b", "F9" }, CTX_RUN, "break", "set or delete a breakpoint at the node under the cursor", "break" },
	{ { "w" }, CTX_RUN, "watch", "watch the tensors of the node under the cursor, or no longer", NULL },
	{ { "X" }, CTX_RUN, ":worst", "to before the node with the worst values: NaN, infinite, largest", NULL },
	{ { ";" },
	  CTX_RUN | CTX_BROWSE,
	  "note",
	  "write, change or take away the note on the node under the cursor",
	  NULL },
	{ { "S" },
	  CTX_RUN | CTX_BROWSE,
	  "save",
	  "save the session: inputs, edits, breakpoints, watches, notes, outputs",
	  NULL },
	{ { "e" },
	  CTX_RUN | CTX_VARIABLES | CTX_PAGE,
	  "edit",
	  "another value in the place of what a node makes, of a variable, an attribute; only what depends on it runs again",
	  "edit" },
	{ { "E" },
	  CTX_RUN | CTX_BROWSE,
	  "popup-edits",
	  "list of edits: how many nodes ran again; d takes one back",
	  NULL },
	{ { "=" }, CTX_RUN, "eval", "compute a numpy expression over the run's tensors", "compute" },
	{ { "p" },
	  CTX_FORM,
	  "?preprocess",
	  "the picture that is fed, prepared in all usual ways: the answers side by side",
	  NULL },
	{ { "d" }, CTX_FORM, "?batch", "is each example of a batch treated alone: sizes, order, padding", NULL },
	{ { "!" }, CTX_RUN | CTX_FORM, "?why", "why does it go wrong: a run of its own", "why" },
	{ { "F" },
	  CTX_RUN,
	  "?repro",
	  "write what fails as a folder that TensorFlow runs: node, inputs, script, report",
	  "repro" },
	{ { "Enter" }, CTX_STEPS, "open", "the tensor on the whole screen", NULL },
	{ { "Enter" }, CTX_TREE, "open", "open", "open" },
	{ { "Enter" }, CTX_PAGE | CTX_VARIABLES, "open", "follow: node, function, variable, file", "follow" },
	{ { "Backspace", "<", "A-Left" }, CTX_BROWSE, "history-back", "back to where you were", "back" },
	{ { "A-Right", ">" }, CTX_BROWSE, "history-forward", "forward again", NULL },
	{ { "Backspace" }, CTX_RUN, "here", "the cursor to where the run stands", NULL },
	{ { "r" }, CTX_BROWSE | CTX_RUN, "run-form", "run a signature: the form for its inputs", "run" },
	{ { "v" },
	  SHOWS_TENSOR,
	  "next-view",
	  "next view of the tensor: numbers, heat map, mosaic, image, histogram, statistics",
	  "view" },
	{ { "V" }, SHOWS_TENSOR, "prev-view", "the view before", NULL },
	{ { "}" }, SHOWS_TENSOR, "next-slice", "next slice of the tensor", NULL },
	{ { "{" }, SHOWS_TENSOR, "prev-slice", "previous slice", NULL },
	{ { "t" }, SHOWS_TENSOR, "axes", "other axes as rows and columns", NULL },
	{ { "L" }, SHOWS_TENSOR, "log", "logarithmic colours and counts, and back", NULL },
	{ { "]" }, CTX_RUN, "next-slot", "next output of the node, then its inputs", NULL },
	{ { "[" }, CTX_RUN, "prev-slot", "the output or input before", NULL },
	{ { "i" }, CTX_BROWSE | CTX_RUN, "inputs", "to the node's inputs", "inputs" },
	{ { "o" }, CTX_BROWSE, "consumers", "to its consumers", "consumers" },
	{ { "+" }, CTX_TREE, "unfold-all", "unfold everything below", NULL },
	{ { "-" }, CTX_TREE, "fold-all", "fold the branch that the cursor is in", NULL },
	{ { "I" }, CTX_TREE | CTX_PAGE, "tree-inputs", "what goes into the node, as a tree through calls", "tree" },
	{ { "O" }, CTX_TREE | CTX_PAGE, "tree-outputs", "who takes what it gives, as a tree, in every caller", NULL },
	{ { "," }, CTX_TREE | CTX_PAGE, "mark-node", "mark the node for p", NULL },
	{ { "p" }, CTX_TREE | CTX_PAGE, "path", "the shortest path between the marked node and this one", NULL },
	{ { "$" }, CTX_BROWSE, "cost", "what a call of the signature costs: MACs, parameters, bytes", "cost" },
	{ { "O" },
	  CTX_VARIABLES | CTX_HISTORY,
	  "sort",
	  "sort by the next column (variables: statistics too; the history: time, bytes, order)",
	  "sort" },
	{ { "T" }, CTX_VARIABLES, "scopes", "as a tree of scopes with shares of the whole, and back", "scopes" },
	{ { "s" }, CTX_VARIABLES, "statistics", "columns of statistics, and back", "stats" },
	{ { "H" }, CTX_RUN, "popup-history", "everything that ran, in order", "history" },
	{ { "P" }, CTX_RUN, "popup-pulse", "the pulse of the run: a column a node, its scale, NaN, dead", "pulse" },
	{ { "B", "W" }, CTX_RUN | CTX_BROWSE, "popup-breaks", "list of breakpoints and watches", NULL },
	{ { "H" }, CTX_BROWSE, "popup-places", "where you have been, and the marks", "places" },
	{ { "m" }, CTX_BROWSE | CTX_RUN, "mark", "mark this place: a letter follows", NULL },
	{ { "'" }, CTX_BROWSE | CTX_RUN, "jump", "go to a mark: its letter follows", NULL },
	/* taking along */
	{ { "y" }, CTX_ALL, "copy", "copy the name or the value under the cursor (OSC 52)", NULL },
	{ { "Y" }, CTX_ALL, "copy-all", "copy the tensor as numpy prints it, else the row", NULL },
	{ { "x" }, CTX_ALL, "write", "write what this view shows to a file; a tensor as .npy too", NULL },
	/* moving */
	{ { "j", "Down" }, CTX_ALL, "down", "down", NULL },
	{ { "k", "Up" }, CTX_ALL, "up", "up", NULL },
	{ { "h", "Left" }, CTX_ALL, "left", "fold, or scroll left", NULL },
	{ { "l", "Right" }, CTX_ALL, "right", "unfold, or scroll right", NULL },
	{ { "PgUp", "C-b" }, CTX_ALL, "page-up", "a page up", NULL },
	{ { "PgDn", "C-f" }, CTX_ALL, "page-down", "a page down", NULL },
	{ { "C-u" }, CTX_ALL, "half-up", "half a page up", NULL },
	{ { "C-d" }, CTX_ALL, "half-down", "half a page down", NULL },
	{ { "g", "Home" }, CTX_ALL, "home", "first row", NULL },
	{ { "G", "End" }, CTX_ALL, "end", "last row", NULL },
	{ { "Tab" }, CTX_RUN | CTX_BROWSE, "focus-next", "next panel", "panel" },
	{ { "S-Tab" }, CTX_RUN | CTX_BROWSE, "focus-prev", "previous panel", NULL },
	{ { "z" }, CTX_RUN | CTX_BROWSE, "zoom", "this panel on the whole screen, and back", "zoom" },
	/* finding */
	{ { "/" }, LISTS, "search", "search (regular expression, or a query: op:Conv* shape:?,*,224,*)", "search" },
	{ { "n" }, LISTS, "search-next", "next match", NULL },
	{ { "N" }, LISTS, "search-prev", "previous match", NULL },
	{ { "\\", "F4" }, LISTS, "filter", "show only the rows that match", "filter" },
	{ { "Esc" }, CTX_ALL, "escape", "end the filter, or close the view", NULL },
	/* screens */
	{ { "1" }, CTX_ALL, "screen-1", "overview", NULL },
	{ { "2" }, CTX_ALL, "screen-2", "signatures", NULL },
	{ { "3" }, CTX_ALL, "screen-3", "graph", NULL },
	{ { "4" }, CTX_ALL, "screen-4", "functions", NULL },
	{ { "5" }, CTX_ALL, "screen-5", "variables", NULL },
	{ { "6" }, CTX_ALL, "screen-6", "run and step", NULL },
	{ { "7" }, CTX_ALL, "screen-7", "objects", NULL },
	{ { "8" }, CTX_ALL, "screen-8", "assets", NULL },
	{ { "9" }, CTX_ALL, "screen-9", "findings: what is wrong with the model", NULL },
	{ { ":" }, CTX_ALL, "prompt", "command line (Tab completes); :help lists the commands", "command" },
	{ { "C-p" },
	  CTX_ALL,
	  "palette",
	  "everything by name, with its key: commands, nodes, variables, functions",
	  NULL },
	{ { "?", "F1" }, CTX_ALL, "help", "this help", "help" },
	{ { "M" }, CTX_ALL, "mouse", "mouse on and off", NULL },
	{ { "T" }, CTX_ALL, "theme", "next theme", NULL },
	{ { "R" }, CTX_ALL, "reload", "read the model anew from disk; breakpoints stay, a run is given up", NULL },
	{ { "C-l" }, CTX_ALL, "repaint", "paint the screen anew", NULL },
	{ { "C-z" }, CTX_ALL, "suspend", "suspend", NULL },
	{ { "q" }, CTX_ALL, "close", "close this view; the last one: quit, unless breakpoints are unsaved", "quit" },
	{ { "Q" }, CTX_ALL, "quit", "quit", NULL },
};

enum { N_ROWS = sizeof(rows) / sizeof(*rows), N_GDB = sizeof(gdb_rows) / sizeof(*gdb_rows) };

const struct key_row *key_row_at(const struct keymap *m, size_t i)
{
	size_t own = m ? m->own.n : 0, gdb = m && m->gdb ? N_GDB : 0;

	if (i < own)
		return &m->own.p[i];
	if (i < own + gdb)
		return &gdb_rows[i - own];
	i -= own + gdb;
	return i < N_ROWS ? &rows[i] : NULL;
}

static bool row_has(const struct key_row *k, const char *key)
{
	for (int i = 0; i < 3 && k->key[i]; i++)
		if (!strcmp(k->key[i], key))
			return true;
	return false;
}

const struct key_row *key_find(const struct keymap *m, const char *key, unsigned ctx)
{
	const struct key_row *k;

	for (size_t i = 0; (k = key_row_at(m, i)); i++)
		if ((k->where & ctx) && row_has(k, key))
			return strcmp(k->action, "none") ? k : NULL;
	return NULL;
}

/* Keys that work in more places than the last line speaks of them. */
static bool hint_fits(const struct key_row *k, unsigned ctx)
{
	static const struct { const char *action; unsigned where; } only[] = {
		{ ":finish", CTX_STEPS }, { "goto", CTX_HISTORY }, { ":until %p", CTX_STEPS },
		{ ":back", CTX_STEPS | CTX_PAGE }, { "break", CTX_STEPS | CTX_PAGE },
		{ "next-view", CTX_TENSOR | CTX_VALUES | CTX_STEPS }, { "inputs", CTX_EDGES },
		{ "consumers", CTX_EDGES }, { "edit", CTX_RUN },
	};

	for (size_t i = 0; i < sizeof(only) / sizeof(*only); i++)
		if (!strcmp(only[i].action, k->action))
			return only[i].where & ctx;
	return true;
}

static void hint_add(const struct key_row *k, int width, struct row *out)
{
	int need = out->width + 3 + (int)strlen(k->key[0]) + (int)strlen(k->hint);

	/* help and quit keep their place at the end */
	if (need > width - (strcmp(k->action, "help") && strcmp(k->action, "close") ? 16 : 0))
		return;
	row_add(out, ST_TEXT, out->width ? "  " : "");
	row_add(out, ST_KEY, k->key[0]);
	row_addf(out, ST_DIM, " %s", k->hint);
}

/* Where a node failed nothing goes forward: what leads on comes first, what moves on is left out. */
static int hint_rank(const struct key_row *k, bool failed)
{
	static const char *const first[] = { "?why", "edit", "?repro", ":back" };
	static const char *const moves[] = { ":step", ":next", ":finish", "continue", ":until %p" };

	for (size_t i = 0; failed && i < sizeof(first) / sizeof(*first); i++)
		if (!strcmp(k->action, first[i]))
			return 0;
	for (size_t i = 0; failed && i < sizeof(moves) / sizeof(*moves); i++)
		if (!strcmp(k->action, moves[i]))
			return -1;
	return 1;
}

void key_hints(const struct keymap *m, unsigned ctx, bool failed, int width, struct row *out)
{
	const struct key_row *k;

	for (int rank = 0; rank < 2; rank++)
		for (size_t i = 0; (k = key_row_at(m, i)); i++)
			if (k->hint && (k->where & ctx) && hint_fits(k, ctx) && hint_rank(k, failed) == rank &&
			    key_find(m, k->key[0], ctx) == k)
				hint_add(k, width, out);
}

/* ---- the keys of the settings file ---- */

static bool is_action(const char *a)
{
	if (*a == ':' || !strcmp(a, "none"))
		return true;
	for (size_t i = 0; i < N_ROWS; i++)
		if (!strcmp(rows[i].action, a))
			return true;
	return false;
}

static bool is_key(const char *key)
{
	static const char *const named[] = {
		"Enter", "Tab", "S-Tab", "Esc", "Space", "Backspace", "Delete", "Up", "Down", "Left", "Right",
		"S-Left", "S-Right", "PgUp", "PgDn", "Home", "End",
	};
	const char *end = key + strlen(key), *p = key;
	char *rest;

	if (!strncmp(key, "A-", 2) || !strncmp(key, "C-", 2))
		p = key += 2;
	if (*p && (utf8_take(&p, end), p == end))
		return true;
	for (size_t i = 0; i < sizeof(named) / sizeof(*named); i++)
		if (!strcmp(named[i], key))
			return true;
	return *key == 'F' && strtol(key + 1, &rest, 10) >= 1 && !*rest &&
	       strtol(key + 1, NULL, 10) <= 12;
}

void keymap_make(struct keymap *m, struct settings *s)
{
	m->gdb = !strcmp(setting(s, SET_KEYS), "gdb");
	for (size_t i = 0; i < s->key.n; i++) {
		const struct binding *b = &s->key.p[i];
		struct key_row k = { { b->key }, CTX_ALL, b->action, b->action, NULL };

		if (is_key(b->key) && is_action(b->action))
			vec_push(&m->own, k);
		else if (s->checked)
			continue;
		else if (!is_key(b->key))
			settings_wrong(s, b->from, "there is no key \"%s\": a character, F1, Enter, C-x, ...",
				       b->key);
		else
			settings_wrong(s, b->from,
				       "\"%s\" is neither \":COMMAND\" nor an action of the key table",
				       b->action);
	}
	s->checked = true;
}

void keymap_free(struct keymap *m)
{
	vec_free(&m->own);
}

/* Has a row of the settings, or of gdb's preset, this key wherever k has it? */
static bool key_taken(const struct keymap *m, const struct key_row *k, const char *key)
{
	size_t before = m ? m->own.n + (m->gdb ? N_GDB : 0) : 0;
	const struct key_row *other;

	for (size_t i = 0; i < before && (other = key_row_at(m, i)) != k; i++)
		if ((other->where & k->where) && row_has(other, key))
			return true;
	return false;
}

void key_names_text(const struct keymap *m, const struct key_row *k, struct str *out)
{
	size_t from = out->n;

	for (int i = 0; i < 3 && k->key[i]; i++) {
		if (key_taken(m, k, k->key[i]))
			continue;
		str_addz(out, out->n > from ? " " : "");
		if (k->key[i][0] == 'C' && k->key[i][1] == '-')
			str_addf(out, "Ctrl-%s", k->key[i] + 2);
		else if (k->key[i][0] == 'A' && k->key[i][1] == '-')
			str_addf(out, "Alt-%s", k->key[i] + 2);
		else if (k->key[i][0] == 'S' && k->key[i][1] == '-')
			str_addf(out, "Shift-%s", k->key[i] + 2);
		else
			str_addz(out, k->key[i]);
	}
}

void ui_keys_print(struct sink *out)
{
	struct str s = STR_INIT;

	for (size_t i = 0; i < N_ROWS; i++) {
		str_clear(&s);
		key_names_text(NULL, &rows[i], &s);
		sink_printf(out, "%s\t%s\t%s\n", str_z(&s), rows[i].action, rows[i].help);
	}
	str_free(&s);
}
