/*
 * gdb's words. Most are other names of what there is: one table says of which, and a line is read through it before
 * its command is looked for. What has no other command here stands below: condition, clear, whatis, x, layout.
 */
#include "cmd/gdb.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "cmd/rows.h"
#include "cmd/settings.h"
#include "tensor/print.h"
#include "tensor/slice.h"

/* In the order of gdb's manual; two words where the second counts. preset: only where "keys = gdb". */
static const struct gdb_word words[] = {
	{ "br", NULL, "break", false },
	{ "brea", NULL, "break", false },
	{ "thb", NULL, "tbreak", false },
	{ "cond", NULL, "condition", false },
	{ "dis", NULL, "disable", false },
	{ "en", NULL, "enable", false },
	{ "set", "var", "edit", false },
	{ "set", "variable", "edit", false },
	{ "stepi", NULL, "step", false },
	{ "si", NULL, "step", false },
	{ "nexti", NULL, "next", false },
	{ "fg", NULL, "continue", false },
	{ "starti", NULL, "start", false },
	{ "advance", NULL, "until", false },
	{ "unt", NULL, "until", false },
	{ "jump", NULL, "goto", false },
	{ "j", NULL, "goto", false },
	{ "kill", NULL, "reset", false },
	{ "k", NULL, "reset", false },
	{ "reverse-stepi", NULL, "back", false },
	{ "rsi", NULL, "back", false },
	{ "reverse-nexti", NULL, "reverse-next", false },
	{ "rni", NULL, "reverse-next", false },
	{ "bookmark", NULL, "save", false },
	{ "save", "breakpoints", "save", false },
	{ "output", NULL, "print", false },
	{ "disassemble", NULL, "list", false },
	{ "disas", NULL, "list", false },
	{ "wa", NULL, "watch", false },
	{ "show", "version", "version", false },
	{ "show", NULL, "config", false },
	{ "f", NULL, "frame", true },
	{ "ni", NULL, "next", true },
	{ "w", NULL, "where", true },
};

/* "info WHAT": any beginning of the word. */
static const struct { const char *what, *line; } infos[] = {
	{ "args", "inputs" }, { "breakpoints", "break" }, { "display", "display" }, { "edits", "edits" },
	{ "frame", "frame" }, { "functions", "funcs" }, { "line", "list 1" }, { "locals", NULL },
	{ "program", "info" }, { "registers", NULL }, { "signatures", "signature" }, { "source", "overview" },
	{ "stack", "where" }, { "variables", "vars" }, { "watchpoints", "watch" },
};

const struct gdb_word *gdb_words(size_t *n)
{
	*n = sizeof(words) / sizeof(*words);
	return words;
}

/* ---- a line's first words ---- */

static void word_set(struct words *w, size_t drop, const char *to)
{
	for (size_t i = 0; i < drop; i++)
		free(w->word.p[i]);
	memmove(w->word.p + 1, w->word.p + drop, (w->word.n - drop) * sizeof(*w->word.p));
	w->word.n -= drop - 1;
	w->word.p[0] = xstrdup(to);
}

/* "x/8", "p/4": the count becomes an option of x. */
static bool examine(struct words *w)
{
	const char *z = w->word.p[0];
	size_t head = strcspn(z, "/");
	char *count;

	if (z[head] != '/' || !z[head + 1] || (strncmp(z, "x/", 2) && strncmp(z, "p/", 2) && strncmp(z, "print/", 6)))
		return false;
	count = xasprintf("--format=%s", z + head + 1);
	vec_push(&w->word, count);
	for (size_t i = w->word.n - 1; i > 1; i--) {
		char *t = w->word.p[i];

		w->word.p[i] = w->word.p[i - 1];
		w->word.p[i - 1] = t;
	}
	free(w->word.p[0]);
	w->word.p[0] = xstrdup("x");
	return true;
}

void gdb_line(struct app *app, struct words *w)
{
	bool preset = !strcmp(setting(app_settings(app), SET_KEYS), "gdb");

	if (!w->word.n || examine(w))
		return;
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
		const struct gdb_word *g = &words[i];

		if (strcmp(w->word.p[0], g->word) || (g->preset && !preset) ||
		    (g->second && (w->word.n < 2 || strcmp(w->word.p[1], g->second))))
			continue;
		word_set(w, g->second ? 2 : 1, g->means);
		return;
	}
}

char *gdb_means(struct app *app, struct sv word)
{
	struct words w = { 0 };
	char *z;

	vec_push(&w.word, xsvdup(word));
	gdb_line(app, &w);
	z = xstrdup(w.word.p[0]);
	words_free(&w);
	return z;
}

/* ---- what an empty line repeats ---- */

bool gdb_repeats(const struct cmd *c)
{
	const struct cmd *const moves[] = {
		&cmd_step, &cmd_next, &cmd_finish, &cmd_continue, &cmd_back, &cmd_reverse_next,
		&cmd_reverse_continue, &cmd_until, &cmd_leave, &cmd_up, &cmd_down,
	};

	for (size_t i = 0; i < sizeof(moves) / sizeof(*moves); i++)
		if (moves[i] == c)
			return true;
	return false;
}

/* ---- info WHAT ---- */

static void value_line(struct sink *out, struct sv name, int slot, struct tensor *t)
{
	struct str s = STR_INIT;

	if (t)
		print_brief(&s, t, 4);
	else
		str_addz(&s, "dead");
	sink_escaped(out, name);
	sink_printf(out, ":%d = %s\n", slot, str_z(&s));
	str_free(&s);
}

/* What the nodes of the frame that is looked at have made. */
static void locals(struct app *app, struct sink *out)
{
	struct dbg *d = app->dbg;
	struct dbg_frame f;
	struct dbg_event e;
	struct dbg_row r;
	int said = 0;

	if (!dbg_frame(d, dbg_frame_chosen(d), &f)) {
		sink_puts(out, "no frame\n");
		return;
	}
	for (int i = 0; dbg_row(d, i, &r); i++) {
		if (r.event < 0 || !dbg_event(d, (uint64_t)r.event, &e) || e.seq >= dbg_seq(d))
			continue;
		for (int k = 0; k < e.n_out; k++, said++) {
			bool dropped = false;
			struct tensor *t = dbg_event_out(d, (uint64_t)r.event, k, &dropped);

			if (dropped)
				sink_printf(out, "%.*s:%d was dropped (recompute)\n",
					    SV_ARG(graph_node_name(f.graph, r.node)), k);
			else
				value_line(out, graph_node_name(f.graph, r.node), k, t);
		}
	}
	if (!said)
		sink_puts(out, "nothing was made in this frame yet\n");
}

/* What the node here reads. */
static void registers(struct app *app, struct sink *out)
{
	struct dbg_here h;
	const struct node *n;

	if (!dbg_here(app->dbg, &h)) {
		sink_puts(out, "the run stands before no node\n");
		return;
	}
	n = graph_node(h.graph, h.node, NULL);
	for (int i = 0; i < dbg_n_in(app->dbg); i++)
		value_line(out, n && (uint32_t)i < n->n_in ? graph_node_name(h.graph, n->in[i].node) : SV("input"),
			   n && (uint32_t)i < n->n_in ? (int)n->in[i].slot : i, dbg_in(app->dbg, i));
	if (!dbg_n_in(app->dbg))
		sink_puts(out, "the node here has no inputs\n");
}

int gdb_info(struct cmd_call *c, const char *what, struct err *err)
{
	struct str all = STR_INIT;
	size_t n = strlen(what);

	for (size_t i = 0; i < sizeof(infos) / sizeof(*infos); i++) {
		str_addf(&all, "%s%s", i ? ", " : "", infos[i].what);
		if (!n || strncmp(infos[i].what, what, n))
			continue;
		str_free(&all);
		if (infos[i].line)
			return cmd_line_within(c->app, infos[i].line, c->out, c->msg, err);
		(*what == 'l' ? locals : registers)(c->app, c->out);
		return EXIT_FINE;
	}
	err_set(err, ERR_KIND_USAGE, ERR_NOT_FOUND, "info \"%s\"? There are %s", what, str_z(&all));
	str_free(&all);
	return EXIT_USAGE;
}

/* ---- condition, clear ---- */

static int condition_exec(struct cmd_call *c, struct err *err)
{
	struct str text = STR_INIT;
	int id;
	bool ok;

	if (!break_id(c, 0, &id, err))
		return EXIT_USAGE;
	for (int i = 1; i < c->argc; i++)
		if (i > 1 || strcmp(c->argv[i], "if"))
			str_addf(&text, "%s%s", text.n ? " " : "", c->argv[i]);
	ok = dbg_break_condition(c->app->dbg, id, str_sv(&text), err);
	if (ok && !text.n)
		sink_printf(c->out, "breakpoint %d now stops always\n", id);
	str_free(&text);
	return ok ? EXIT_FINE : EXIT_ERROR;
}

/* Breakpoints at that place, as they were given or by the end of their path. */
static int clear_exec(struct cmd_call *c, struct err *err)
{
	struct dbg *d = c->app->dbg;
	struct dbg_here h;
	const char *what = c->argc ? c->argv[0] : dbg_here(d, &h) ? h.path : "";
	int gone = 0;

	for (int i = dbg_n_breaks(d) - 1; i >= 0; i--) {
		struct dbg_break b;
		struct sv where;

		if (!dbg_break(d, i, &b) || b.watch || b.expect)
			continue;
		where = sv_sub(sv_of(b.text), 0, (size_t)(strstr(b.text, " if ") ? strstr(b.text, " if ") - b.text :
								  (long)strlen(b.text)));
		if (!sv_is(where, what) && !(where.n < strlen(what) && sv_ends(sv_of(what), where) &&
					     what[strlen(what) - where.n - 1] == '/'))
			continue;
		sink_printf(c->out, "deleted breakpoint %d\n", b.id);
		gone += dbg_break_del(d, b.id, err);
	}
	if (!gone)
		err_set(err, ERR_KIND_USAGE, ERR_NOT_FOUND, "no breakpoint at %s", *what ? what : "this place");
	return gone ? EXIT_FINE : EXIT_ERROR;
}

/* ---- whatis, x ---- */

static int whatis_exec(struct cmd_call *c, struct err *err)
{
	struct named found = { 0 };
	struct tensor *t = NULL;
	struct err none = { 0 };
	struct str s = STR_INIT;
	struct sv slice;

	if (named_tensor(c->app, c->argv[0], &found, &slice, &none))
		t = slice_tensor(found.t, slice, err);
	else
		t = tensor_eval(c->app, c->argv[0], err);
	if (t) {
		type_text(&s, t);
		sink_printf(c->out, "type = %s\n", str_z(&s));
	}
	err_clear(&none);
	named_free(&found);
	str_free(&s);
	tensor_unref(t);
	return t ? EXIT_FINE : EXIT_ERROR;
}

static void hex_put(struct str *s, const struct tensor *t, int64_t i)
{
	size_t size = dtype_info(t->dtype)->size;

	str_addz(s, "0x");
	for (size_t k = size; k-- > 0;)
		str_addf(s, "%02x", ((const unsigned char *)t->data)[(size_t)i * size + k]);
}

/* "[0,3]" of a flat place. */
static void place_put(struct str *s, const struct tensor *t, int64_t at)
{
	int64_t index[SHAPE_MAX_RANK];

	for (int d = t->rank - 1; d >= 0; d--) {
		index[d] = at % t->dim[d];
		at /= t->dim[d];
	}
	str_addc(s, '[');
	for (int d = 0; d < t->rank; d++)
		str_addf(s, "%s%" PRId64, d ? "," : "", index[d]);
	str_addc(s, ']');
}

/* "8", "x", "8x": how many, and whether as bits. */
static bool format_parse(const char *z, int64_t *n, bool *hex, struct err *err)
{
	char *end;

	*n = 1;
	*hex = false;
	if (!z)
		return true;
	if (*z >= '0' && *z <= '9')
		*n = strtoll(z, &end, 10);
	else
		end = (char *)z;
	*hex = *end == 'x';
	for (; *end && strchr("xfdgbhw", *end); end++)	/* sizes and other formats: the type tells */
		;
	return (!*end && *n > 0) || err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT,
					    "x: \"%s\" is neither a count nor x for bits (x/8, x/4x)", z);
}

static int x_exec(struct cmd_call *c, struct err *err)
{
	struct named found = { 0 };
	struct tensor *t = NULL;
	struct sv slice;
	int64_t n;
	bool hex;

	if (!format_parse(call_str(c, "format"), &n, &hex, err))
		return EXIT_USAGE;
	if (named_tensor(c->app, c->argc ? c->argv[0] : NULL, &found, &slice, err))
		t = slice_tensor(found.t, slice, err);
	if (t && hex && (dtype_info(t->dtype)->kind == DK_STRING || dtype_info(t->dtype)->kind == DK_OBJECT)) {
		err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT, "x: %s has no bits to show", dtype_text(t->dtype));
		tensor_unref(t);
		t = NULL;
	}
	for (int64_t i = 0; t && i < t->n && i < n; i++) {
		struct str s = STR_INIT;

		place_put(&s, t, i);
		str_addz(&s, "  ");
		if (hex)
			hex_put(&s, t, i);
		else
			print_element(&s, t, i);
		sink_printf(c->out, "%s\n", str_z(&s));
		str_free(&s);
	}
	named_free(&found);
	tensor_unref(t);
	return t ? EXIT_FINE : EXIT_ERROR;
}

/* The screen takes this line before it comes here. */
static int layout_exec(struct cmd_call *c, struct err *err)
{
	(void)c;
	err_set(err, ERR_KIND_USAGE, ERR_FAILED_PRECONDITION,
		"layout: there is no screen here; list, info locals and where say what it would show");
	return EXIT_ERROR;
}

static const struct cmd_opt x_opts[] = {
	{ "format", 'f', OPT_STRING, "NF", "how many elements (1), and x for their bits: x/8x is x --format 8x" },
	{ 0 },
};

const struct cmd cmd_condition = {
	.name = "condition", .where = CMD_PROMPT, .operands = "ID [CONDITION]", .min_args = 1, .max_args = -1,
	.arg = ARG_BREAK, .group = "Stopping", .need = NEED_DEBUGGER, .exec = condition_exec,
	.brief = "Give a breakpoint or watch another condition, or none.",
	.help = "condition 2 max > 100: as break takes it behind if.",
};
const struct cmd cmd_clear = {
	.name = "clear", .where = CMD_PROMPT, .operands = "[WHERE]", .max_args = 1, .arg = ARG_NODE,
	.group = "Stopping", .need = NEED_DEBUGGER, .exec = clear_exec,
	.brief = "Delete the breakpoints at a node, or at the one that the run stands before.",
};
const struct cmd cmd_whatis = {
	.name = "whatis", .alias = "ptype", .where = CMD_PROMPT, .operands = "NAME[SLICE]|EXPR", .min_args = 1,
	.max_args = 1, .arg = ARG_TENSOR, .group = "Tensors", .need = NEED_DEBUGGER, .exec = whatis_exec,
	.brief = "Type and shape of a tensor or an expression.",
};
const struct cmd cmd_x = {
	.name = "x", .where = CMD_PROMPT, .opts = x_opts, .operands = "[NAME][SLICE]", .max_args = 1,
	.arg = ARG_TENSOR, .group = "Tensors", .need = NEED_DEBUGGER, .exec = x_exec,
	.brief = "The first elements of a tensor one by one: x/8 NAME; x/8x: their bits.",
};
const struct cmd cmd_layout = {
	.name = "layout", .where = CMD_PROMPT, .operands = "src|asm|regs|split|graph|next|prev", .min_args = 1,
	.max_args = 1, .group = "Other", .exec = layout_exec,
	.brief = "On the screen: which panels there are, as in gdb.",
	.help = "src: the nodes alone, asm: the node's page alone, regs: its values alone, split: all of them, graph:\n"
		"the model's graph; next and prev go round.",
};
