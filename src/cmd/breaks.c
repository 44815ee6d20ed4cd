/* Breakpoints, and where the run stands: break, tbreak, delete, enable, disable, info, where, list. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "cmd/gdb.h"
#include "cmd/rows.h"
#include "cmd/table.h"

struct sv break_short(const struct dbg_break *b)
{
	const char *like = b->expect ? strstr(b->text, " like ") : NULL;

	return like ? (struct sv){ b->text, (size_t)(like - b->text) } : sv_of(b->text);
}

struct sv break_added(const struct dbg *d)
{
	struct dbg_break b;

	return dbg_break(d, dbg_n_breaks(d) - 1, &b) ? sv_of(b.text) : SV_NULL;
}

static void break_row(struct table *t, const struct dbg_break *b)
{
	table_printf(t, "%d", b->id);
	table_printf(t, "%s%.*s", b->watch ? "watch " : b->expect ? "expect " : "", SV_ARG(break_short(b)));
	table_printf(t, "%s%s", b->enabled ? "on" : "off", b->temporary ? ", once" : "");
	if (b->expect)
		table_printf(t, "made %" PRIu64 ", %" PRIu64 " differ", b->made, b->failed);
	else if (b->watch)
		table_printf(t, "seen %" PRIu64 " time%s", b->made, b->made == 1 ? "" : "s");
	else if (b->ignore)
		table_printf(t, "hit %" PRIu64 " time%s, ignores %" PRIu64 " more", b->hits,
			     b->hits == 1 ? "" : "s", b->ignore);
	else
		table_printf(t, "hit %" PRIu64 " time%s", b->hits, b->hits == 1 ? "" : "s");
	table_text(t, b->commands ? b->commands : "");
}

void breaks_print(const struct dbg *d, struct sink *out)
{
	struct table t;

	table_init(&t, "rllll");
	for (int i = 0; i < dbg_n_breaks(d); i++) {
		struct dbg_break b;

		if (dbg_break(d, i, &b))
			break_row(&t, &b);
	}
	if (!table_rows(&t))
		sink_puts(out, "no breakpoints\n");
	table_print(&t, out, 0);
}

static int add(struct cmd_call *c, bool temporary, struct err *err)
{
	struct str text = STR_INIT;
	bool ok;
	int id;

	if (!c->argc) {
		breaks_print(c->app->dbg, c->out);
		return EXIT_FINE;
	}
	for (int i = 0; i < c->argc; i++)
		str_addf(&text, "%s%s", i ? " " : "", c->argv[i]);
	ok = dbg_break_add(c->app->dbg, str_sv(&text), temporary, &id, err);
	if (ok) {
		sink_printf(c->out, "%s %d at ", temporary ? "temporary breakpoint" : "breakpoint", id);
		sink_escaped(c->out, break_added(c->app->dbg));
		sink_puts(c->out, "\n");
		app_note(c->app, "breakpoint %d", id);
	}
	str_free(&text);
	return ok ? EXIT_FINE : EXIT_ERROR;
}

static int break_exec(struct cmd_call *c, struct err *err)
{
	return add(c, false, err);
}

static int tbreak_exec(struct cmd_call *c, struct err *err)
{
	return add(c, true, err);
}

bool break_id(struct cmd_call *c, int i, int *id, struct err *err)
{
	uint64_t n;

	if (text_u64(c->argv[i], &n) && n > 0 && n <= INT32_MAX) {
		*id = (int)n;
		return true;
	}
	return err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT,
		       "%s: \"%s\" is no breakpoint number", c->cmd->name, c->argv[i]);
}

/* What became of one of them: "breakpoint 2 deleted". */
static void say_break(struct cmd_call *c, int id, const char *what)
{
	struct dbg_break b;

	for (int i = 0; i < dbg_n_breaks(c->app->dbg); i++)
		if (dbg_break(c->app->dbg, i, &b) && b.id == id)
			sink_printf(c->out, "%s %d %s\n", b.watch ? "watch" : b.expect ? "expectation" : "breakpoint",
				    id, what);
}

static void say_all(struct cmd_call *c, const char *what)
{
	struct dbg_break b;

	for (int i = 0; i < dbg_n_breaks(c->app->dbg); i++)
		if (dbg_break(c->app->dbg, i, &b))
			say_break(c, b.id, what);
}

static bool none(struct cmd_call *c)
{
	if (!dbg_n_breaks(c->app->dbg))
		sink_puts(c->out, "no breakpoints\n");
	return !dbg_n_breaks(c->app->dbg);
}

static int delete_exec(struct cmd_call *c, struct err *err)
{
	if (!c->argc && !none(c)) {
		say_all(c, "deleted");
		return dbg_break_del(c->app->dbg, 0, err) ? EXIT_FINE : EXIT_ERROR;
	}
	for (int i = 0; i < c->argc; i++) {
		int id;

		if (!break_id(c, i, &id, err))
			return EXIT_USAGE;
		say_break(c, id, "deleted");
		if (!dbg_break_del(c->app->dbg, id, err))
			return EXIT_ERROR;
	}
	return EXIT_FINE;
}

static int switch_breaks(struct cmd_call *c, bool on, struct err *err)
{
	struct dbg *d = c->app->dbg;
	const char *what = on ? "on" : "off";

	if (!c->argc && !none(c))
		say_all(c, what);

	for (int i = 0; !c->argc && i < dbg_n_breaks(d); i++) {
		struct dbg_break b;

		if (dbg_break(d, i, &b) && !dbg_break_enable(d, b.id, on, err))
			return EXIT_ERROR;
	}
	for (int i = 0; i < c->argc; i++) {
		int id;

		if (!break_id(c, i, &id, err))
			return EXIT_USAGE;
		if (!dbg_break_enable(d, id, on, err))
			return EXIT_ERROR;
		say_break(c, id, what);
	}
	return EXIT_FINE;
}

static int enable_exec(struct cmd_call *c, struct err *err)
{
	return switch_breaks(c, true, err);
}

static int disable_exec(struct cmd_call *c, struct err *err)
{
	return switch_breaks(c, false, err);
}

#define BREAK(id, ...) \
	const struct cmd id = { .where = CMD_PROMPT, .group = "Stopping", .need = NEED_DEBUGGER, \
				__VA_ARGS__ }

BREAK(cmd_break, .name = "break", .alias = "b", .operands = "[WHERE [if CONDITION]]", .max_args = -1, .arg = ARG_NODE,
      .exec = break_exec, .brief = "Stop before a node; without WHERE: list breakpoints.",
      .help = "WHERE is a node's name or path (any unambiguous end of it), op:TYPE for every node\n"
	      "of that op, dtype:TYPE for every node that makes one, /REGEX/ for every path that\n"
	      "matches, scope:NAME where the run comes into a scope, any for every node. With a condition the run stops after the node, when an\n"
	      "output meets it: nan, inf, bad, changed, float, or min, max, mean, std, absmax, zeros, nans,\n"
	      "infs, size, rank, shape[K], iter compared with a number, joined by and:\n"
	      "break any if nan; break op:Relu if zeros > 90%; break conv1 if absmax > 1e4.\n"
	      "iter is the index in the innermost loop; WHERE@3 stops in iteration 3 of the outermost,\n"
	      "WHERE@3.1 in iteration 1 of the loop in it.");
BREAK(cmd_tbreak, .name = "tbreak", .alias = "tb", .operands = "WHERE [if CONDITION]", .min_args = 1,
      .max_args = -1, .arg = ARG_NODE, .exec = tbreak_exec, .brief = "Stop before a node once.");
BREAK(cmd_delete, .name = "delete", .alias = "d", .operands = "[ID ...]", .max_args = -1,
      .arg = ARG_BREAK, .exec = delete_exec, .brief = "Delete breakpoints, or all of them.");
BREAK(cmd_enable, .name = "enable", .operands = "[ID ...]", .max_args = -1, .arg = ARG_BREAK,
      .exec = enable_exec, .brief = "Switch breakpoints on, or all of them.");
BREAK(cmd_disable, .name = "disable", .operands = "[ID ...]", .max_args = -1, .arg = ARG_BREAK,
      .exec = disable_exec, .brief = "Switch breakpoints off, or all of them.");

/* ---- where the run stands ---- */

/* What the history holds; only where something was dropped, or the budget is close. */
static void kept_print(const struct dbg *d, struct sink *out)
{
	uint64_t dropped;
	size_t bytes = dbg_history_bytes(d, &dropped);
	char *held = text_bytes(bytes), *budget = text_bytes(dbg_budget(d));

	if (dropped)
		sink_printf(out, "history    %s of %s kept, the values of %" PRIu64
			    " nodes dropped (made again when looked at)\n", held, budget, dropped);
	free(held);
	free(budget);
}

static int info_exec(struct cmd_call *c, struct err *err)
{
	struct dbg *d = c->app->dbg;
	const struct signature *sig = dbg_signature(d);

	if (c->argc)
		return gdb_info(c, c->argv[0], err);
	sink_puts(c->out, "model      ");
	sink_escaped(c->out, sv_of(model_dir(dbg_model(d))));
	sink_puts(c->out, "\nsignature  ");
	sink_escaped(c->out, sig ? sig->key : SV("none chosen"));
	sink_puts(c->out, "\n");
	if (dbg_state(d) != DBG_IDLE)
		sink_printf(c->out, "position   #%" PRIu64 " of %" PRIu64 " seen\n", dbg_seq(d),
			    dbg_seq_max(d));
	kept_print(d, c->out);
	stop_print(c->app, c->out);
	if (dbg_n_breaks(d)) {
		sink_puts(c->out, "breakpoints:\n");
		breaks_print(d, c->out);
	}
	return EXIT_FINE;
}

const struct cmd cmd_info = {
	.name = "info",
	.alias = "i",
	.alias2 = "status",
	.where = CMD_PROMPT,
	.operands = "[WHAT]",
	.max_args = 1,
	.group = "Stopping",
	.need = NEED_DEBUGGER,
	.exec = info_exec,
	.brief = "Where the run stands, what is set; or, as gdb's, about WHAT.",
	.help = "WHAT, or a beginning of it: args, breakpoints, display, edits, frame, functions, line, locals (what the\n"
		"frame's nodes made), program, registers (what the node here reads), signatures, source, stack,\n"
		"variables, watchpoints.",
};

/* "1  while_body_12 (iteration 3), at PATH@3": > marks the frame that is looked at, if not the innermost. */
static void frame_print(const struct dbg *d, int i, struct sink *out)
{
	struct dbg_frame f;

	if (!dbg_frame(d, i, &f))
		return;
	sink_printf(out, "%d%c ", i, i && i == dbg_frame_chosen(d) ? '>' : ' ');
	sink_escaped(out, f.graph->func ? f.graph->func->name : SV("graph"));
	if (f.iter >= 0)
		sink_printf(out, " (iteration %" PRId64, f.iter);
	if (f.rounds > f.iter && f.iter >= 0)
		sink_printf(out, ", round %" PRId64 " of %s%" PRId64, f.iter + 1, f.at_most ? "at most " : "",
			    f.rounds);
	sink_puts(out, f.iter >= 0 ? ")" : "");
	sink_puts(out, i ? ", called by " : ", at ");
	sink_escaped(out, sv_of(f.path ? f.path : "the end"));
	sink_printf(out, "%s\n", f.iters);
}

static int where_exec(struct cmd_call *c, struct err *err)
{
	struct dbg *d = c->app->dbg;

	(void)err;
	for (int i = 0; i < dbg_n_frames(d); i++)
		frame_print(d, i, c->out);
	if (!dbg_n_frames(d))
		sink_puts(c->out, "no frames: the run is over\n");
	return EXIT_FINE;
}

const struct cmd cmd_where = {
	.name = "where", .alias = "bt", .alias2 = "backtrace", .where = CMD_PROMPT, .max_args = 0,
	.group = "Stopping", .need = NEED_RUN, .exec = where_exec,
	.brief = "The stack of function calls, innermost first.",
};

/* ---- frames ---- */

static int look_at(struct cmd_call *c, int i, struct err *err)
{
	if (!dbg_frame_choose(c->app->dbg, i, err))
		return EXIT_ERROR;
	frame_print(c->app->dbg, i, c->out);
	return EXIT_FINE;
}

static int frame_move(struct cmd_call *c, int dir, struct err *err)
{
	uint64_t n;
	int64_t to;

	if (!call_count(c, 0, &n, err))
		return EXIT_USAGE;
	to = dbg_frame_chosen(c->app->dbg) + dir * (int64_t)(n < 1000000 ? n : 1000000);
	if (n > 1)	/* as far as there are frames */
		to = to < 0 ? 0 : to >= dbg_n_frames(c->app->dbg) ? dbg_n_frames(c->app->dbg) - 1 : to;
	return look_at(c, (int)to, err);
}

static int up_exec(struct cmd_call *c, struct err *err)
{
	return frame_move(c, 1, err);
}

static int down_exec(struct cmd_call *c, struct err *err)
{
	return frame_move(c, -1, err);
}

static int frame_exec(struct cmd_call *c, struct err *err)
{
	uint64_t n;

	if (!c->argc)
		return look_at(c, dbg_frame_chosen(c->app->dbg), err);
	if (!text_u64(c->argv[0], &n) || n > INT32_MAX) {
		err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT, "frame: \"%s\" is no frame's number (bt lists them)",
			c->argv[0]);
		return EXIT_USAGE;
	}
	return look_at(c, (int)n, err);
}

#define FRAME(id, ...) \
	const struct cmd id = { .where = CMD_PROMPT, .group = "Stopping", .need = NEED_STOPPED, .max_args = 1, \
				__VA_ARGS__ }

FRAME(cmd_up, .name = "up", .operands = "[N]", .exec = up_exec,
      .brief = "Look at the frame that called this one (or N frames out).",
      .help = "The position stays; names in pt, ni and list mean the nodes of the frame that is looked at\n"
	      "first, and the screen shows its nodes. Every move looks at the innermost frame again.");
FRAME(cmd_down, .name = "down", .operands = "[N]", .exec = down_exec,
      .brief = "Look at the frame that this one called (or N frames in).");
FRAME(cmd_frame, .name = "frame", .operands = "[N]", .exec = frame_exec,
      .brief = "Look at frame N of the stack that bt shows, or say which one it is.");

enum { LIST_BEFORE = 3, LIST_ROWS = 10 };

static int list_exec(struct cmd_call *c, struct err *err)
{
	struct dbg *d = c->app->dbg;
	int n = dbg_n_rows(d), here = 0, from;
	uint64_t rows = LIST_ROWS;
	struct dbg_frame h;
	struct dbg_row r;
	struct table t;

	if (c->argc && !call_count(c, 0, &rows, err))
		return EXIT_USAGE;
	if (!dbg_frame(d, dbg_frame_chosen(d), &h)) {
		sink_puts(c->out, "nothing comes next\n");
		return EXIT_FINE;
	}
	for (int i = 0; i < n; i++)
		if (dbg_row(d, i, &r) && r.here)
			here = i;
	from = here > LIST_BEFORE ? here - LIST_BEFORE : 0;
	table_init(&t, "lll");
	for (int i = from; i < n && (uint64_t)(i - from) < rows; i++) {
		if (!dbg_row(d, i, &r))
			break;
		table_printf(&t, "%c%c%c", r.here ? '>' : ' ', r.breakpoint ? '*' : ' ',
			     r.done ? '+' : ' ');
		table_sv(&t, graph_node_op(h.graph, r.node));
		table_sv(&t, graph_node_name(h.graph, r.node));
	}
	table_print(&t, c->out, 0);
	return EXIT_FINE;
}

const struct cmd cmd_list_row = {
	.name = "list", .alias = "l", .where = CMD_PROMPT, .operands = "[ROWS]", .max_args = 1,
	.group = "Stopping", .need = NEED_RUN, .exec = list_exec,
	.brief = "The nodes around the current one: > here, * breakpoint, + has run.",
};
