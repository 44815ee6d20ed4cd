/* The prompt's moves: starting a run, stepping either way; and what every stop prints. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "cmd/rows.h"
#include "cmd/table.h"
#include "tensor/print.h"
#include "tensor/stats.h"

void type_text(struct str *out, const struct tensor *t)
{
	if (t)
		print_type(out, t);
	else
		str_addz(out, "dead");
}

static void op_put(struct sink *out, const struct graph *g, uint32_t node)
{
	sink_puts(out, " (");
	sink_escaped(out, graph_node_op(g, node));
	sink_puts(out, ")");
}

/* "ran #40 PATH (Conv2D) -> float32 [1,32,32,8]" */
static void ran_print(const struct dbg *d, uint64_t i, struct sink *out)
{
	struct dbg_event e;
	struct str s = STR_INIT;

	if (!dbg_event(d, i, &e))
		return;
	sink_printf(out, "ran #%" PRIu64 " ", e.seq);
	sink_escaped(out, sv_of(e.path));
	sink_puts(out, e.iter);
	op_put(out, e.graph, e.node);
	for (int k = 0; k < e.n_out; k++) {
		bool dropped = false;
		struct tensor *t = dbg_event_out(d, i, k, &dropped);

		str_addz(&s, k ? ", " : " -> ");
		if (dropped)
			str_addz(&s, "dropped");
		else
			type_text(&s, t);
	}
	sink_printf(out, "%s\n", str_z(&s));
	str_free(&s);
}

static void here_print(const struct dbg *d, const char *word, struct sink *out)
{
	struct dbg_here h;
	struct str s = STR_INIT;

	if (!dbg_here(d, &h))
		return;
	sink_printf(out, "%s #%" PRIu64 " ", word, dbg_seq(d));
	sink_escaped(out, sv_of(h.path));
	sink_puts(out, h.iter);
	op_put(out, h.graph, h.node);
	for (int i = 0; i < dbg_n_in(d); i++) {
		str_addz(&s, i ? ", " : " <- ");
		type_text(&s, dbg_in(d, i));
	}
	sink_printf(out, "%s\n", str_z(&s));
	str_free(&s);
}

static void outputs_print(const struct dbg *d, struct sink *out)
{
	const struct signature *sig = dbg_signature(d);

	for (uint32_t i = 0; i < sig->n_out; i++) {
		struct tensor *t = dbg_output(d, i);
		struct str s = STR_INIT;

		if (t)
			type_text(&s, t);
		else
			str_addz(&s, "nothing");
		sink_puts(out, "  ");
		sink_escaped(out, sig->out[i].key);
		sink_printf(out, ": %s\n", str_z(&s));
		str_free(&s);
	}
}

/* The first output that holds NaN or infinities, "y holds NaN": what everybody asks about next. */
static char *bad_output(const struct dbg *d)
{
	const struct signature *sig = dbg_signature(d);
	struct str s = STR_INIT;

	for (uint32_t i = 0; dbg_state(d) == DBG_DONE && i < sig->n_out && !s.n; i++) {
		const struct tensor *t = dbg_output(d, i);
		struct stats st = { 0 };

		if (t)
			stats_look(t, 0, &st);
		if (!st.n_nan && !st.n_pinf && !st.n_ninf)
			continue;
		str_escaped(&s, sig->out[i].key);
		str_addf(&s, " holds %s", st.n_nan ? "NaN" : "infinities");
	}
	return s.n ? str_give(&s) : NULL;
}

/* The last three names of a path: a status line is short. */
static const char *path_end(const char *path)
{
	const char *p = path + strlen(path);
	int names = 3;

	while (p > path && (p[-1] != '/' || --names > 0))
		p--;
	return p;
}

/* "interrupted in round 17 of PATH": where a long run has got to. */
static char *interrupted_text(const struct dbg *d)
{
	struct dbg_frame f, call;
	struct str s = STR_INIT;
	int i = 0;

	str_addz(&s, "interrupted");
	while (dbg_frame(d, i, &f) && f.iter < 0)
		i++;
	if (dbg_frame(d, i, &f)) {
		char *round = text_thousands(f.iter + 1);

		str_addf(&s, " in round %s", round);
		free(round);
		if (f.rounds > f.iter)
			str_addf(&s, " of %s%lld", f.at_most ? "at most " : "", (long long)f.rounds);
		if (dbg_frame(d, i + 1, &call) && f.graph != call.graph) {
			str_addz(&s, " of ");
			str_escaped(&s, sv_of(path_end(call.path)));
		}
	}
	return str_give(&s);
}

void stop_print(struct app *app, struct sink *out)
{
	const struct dbg *d = app->dbg;
	char *interrupted = dbg_interrupted(d) ? interrupted_text(d) : NULL;
	const char *why = interrupted ? interrupted : dbg_why_stopped(d);
	char *bad = bad_output(d);
	struct dbg_here h;

	if (dbg_seq(d) > 0)
		ran_print(d, dbg_seq(d) - 1, out);
	switch (dbg_state(d)) {
	case DBG_IDLE:
		sink_puts(out, "no run\n");
		break;
	case DBG_STOPPED:
		here_print(d, "at ", out);
		if (why && (sv_starts(sv_of(why), SV("breakpoint")) || sv_starts(sv_of(why), SV("watch")) ||
			    interrupted))
			sink_printf(out, "%s\n", why);
		break;
	case DBG_FAILED: {
		char *text = dbg_error(d) ? err_text(dbg_error(d)) : NULL;

		here_print(d, "failed", out);
		sink_printf(out, "  %s\n", text ? text : "it failed");
		free(text);
		break;
	}
	case DBG_DONE:
		sink_printf(out, "done: %" PRIu64 " nodes ran\n", dbg_seq(d));
		outputs_print(d, out);
		if (bad)
			sink_printf(out, "%s: why says where that comes from\n", bad);
		break;
	}
	displays_print(app, out);
	if (dbg_here(d, &h) && why && strstr(why, h.path))
		why = "reached";	/* the path follows */
	if (dbg_here(d, &h))
		app_note(app, "%s%s#%" PRIu64 " %s%s", why ? why : "", why ? ": " : "", dbg_seq(d), path_end(h.path),
			 h.iter);
	else if (bad)
		app_note(app, "the run is over: %s; ! says why", bad);
	else
		app_note(app, "%s", dbg_state(d) == DBG_DONE ? "the run is over" : "no run");
	free(bad);
	free(interrupted);
}

/* The commands of the breakpoint that was hit, and of those that they run into: a loop, however long. */
static int hit_commands(struct cmd_call *c, struct err *err)
{
	struct app *app = c->app;
	int rc = EXIT_FINE;
	char *text;

	if (app->on_hit)
		return EXIT_FINE;	/* whoever runs the commands looks again */
	app->on_hit = true;
	while (!rc && !app->quit && (text = dbg_take_commands(app->dbg))) {
		rc = cmd_line_within(app, text, c->out, c->msg, err);
		free(text);
	}
	app->on_hit = false;
	return rc;
}

static int moved(struct cmd_call *c, struct err *err, bool ok)
{
	if (!ok)
		return EXIT_ERROR;
	sink_puts(c->out, dbg_watched(c->app->dbg));
	stop_print(c->app, c->out);
	return hit_commands(c, err);
}

static int start_exec(struct cmd_call *c, struct err *err)
{
	return moved(c, err, dbg_start(c->app->dbg, err));
}

static int reset_exec(struct cmd_call *c, struct err *err)
{
	(void)err;
	dbg_reset(c->app->dbg);
	app_note(c->app, "the run is given up; inputs and breakpoints are kept");
	sink_puts(c->out, "no run\n");
	return EXIT_FINE;
}

static int run_exec(struct cmd_call *c, struct err *err)
{
	return moved(c, err, dbg_start(c->app->dbg, err) && dbg_continue(c->app->dbg, err));
}

static int continue_exec(struct cmd_call *c, struct err *err)
{
	return moved(c, err, dbg_continue(c->app->dbg, err));
}

static int finish_exec(struct cmd_call *c, struct err *err)
{
	return moved(c, err, dbg_finish(c->app->dbg, err));
}

static int leave_exec(struct cmd_call *c, struct err *err)
{
	return moved(c, err, dbg_leave(c->app->dbg, sv_of(c->argc ? c->argv[0] : ""), err));
}

static int reverse_continue_exec(struct cmd_call *c, struct err *err)
{
	return moved(c, err, dbg_reverse_continue(c->app->dbg, err));
}

/* The moves that take a count. */
static int counted(struct cmd_call *c, bool (*move)(struct dbg *, uint64_t, struct err *),
		   struct err *err)
{
	uint64_t n;

	if (!call_count(c, 0, &n, err))
		return EXIT_USAGE;
	return moved(c, err, move(c->app->dbg, n, err));
}

/* A first step of a run that was not started starts it: what a person means. */
static bool started(struct cmd_call *c, struct err *err)
{
	return dbg_state(c->app->dbg) != DBG_IDLE || dbg_start(c->app->dbg, err);
}

/* Without a run and without a count: only to before the first node. */
static bool only_start(const struct cmd_call *c)
{
	return dbg_state(c->app->dbg) == DBG_IDLE && !c->argc;
}

static int step_exec(struct cmd_call *c, struct err *err)
{
	if (only_start(c))
		return start_exec(c, err);
	return started(c, err) ? counted(c, dbg_step, err) : EXIT_ERROR;
}

static int next_exec(struct cmd_call *c, struct err *err)
{
	if (only_start(c))
		return start_exec(c, err);
	return started(c, err) ? counted(c, dbg_next, err) : EXIT_ERROR;
}

static int back_exec(struct cmd_call *c, struct err *err)
{
	return counted(c, dbg_back, err);
}

static int reverse_next_exec(struct cmd_call *c, struct err *err)
{
	return counted(c, dbg_back_over, err);
}

static int until_exec(struct cmd_call *c, struct err *err)
{
	if (!c->argc)	/* gdb's: the next one here, whatever is called in between */
		return next_exec(c, err);
	return moved(c, err, started(c, err) && dbg_until(c->app->dbg, sv_of(c->argv[0]), err));
}

static int goto_exec(struct cmd_call *c, struct err *err)
{
	const char *z = c->argv[0];
	uint64_t seq;

	if (!text_u64(*z == '#' ? z + 1 : z, &seq)) {
		err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT,
			"goto: \"%s\" is no position (a number such as #41)", z);
		return EXIT_USAGE;
	}
	return moved(c, err, dbg_goto(c->app->dbg, seq, err));
}

#define MOVE(id, in_group, ...) \
	const struct cmd id = { .where = CMD_PROMPT, .group = in_group, __VA_ARGS__ }

MOVE(cmd_run_prompt, "Running", .name = "run", .alias = "r", .max_args = 0,
     .need = NEED_DEBUGGER, .exec = run_exec,
     .brief = "Run from the start to the end, a breakpoint, or a failure.");
MOVE(cmd_start, "Running", .name = "start", .max_args = 0, .need = NEED_DEBUGGER,
     .exec = start_exec, .brief = "Start a run and stop before its first node.");
MOVE(cmd_reset, "Running", .name = "reset", .max_args = 0, .need = NEED_DEBUGGER,
     .exec = reset_exec, .brief = "Give the run up; keep inputs and breakpoints.");
MOVE(cmd_continue, "Stepping", .name = "continue", .alias = "c", .alias2 = "cont", .max_args = 0,
     .need = NEED_STOPPED, .exec = continue_exec,
     .brief = "Go on to the end, a breakpoint, or a failure.");
MOVE(cmd_step, "Stepping", .name = "step", .alias = "s", .operands = "[N]", .max_args = 1,
     .need = NEED_DEBUGGER, .exec = step_exec, .brief = "Run one node (or N), into calls.");
MOVE(cmd_next, "Stepping", .name = "next", .alias = "n", .operands = "[N]", .max_args = 1,
     .need = NEED_DEBUGGER, .exec = next_exec, .brief = "Run one node (or N), over calls.");
MOVE(cmd_finish, "Stepping", .name = "finish", .alias = "f", .alias2 = "fin", .max_args = 0,
     .need = NEED_STOPPED, .exec = finish_exec, .brief = "Run to the end of this function.");
MOVE(cmd_leave, "Stepping", .name = "leave", .operands = "[SCOPE]", .max_args = 1, .need = NEED_STOPPED,
     .exec = leave_exec, .brief = "Run to the first node outside this node's scope.",
     .help = "Without SCOPE: the node's path up to its last slash; of a node without one: its function.\n"
	     "SCOPE is the name of one around it: leave conv1.");
MOVE(cmd_until, "Stepping", .name = "until", .alias = "u", .operands = "[WHERE]", .max_args = 1,
     .arg = ARG_NODE, .need = NEED_DEBUGGER, .exec = until_exec,
     .brief = "Run to a node and stop before it; without WHERE: as next.",
     .help = "WHERE is a node's name or path (any unambiguous end of it), op:TYPE for the next node\n"
	     "of that op, scope:NAME for the next one in a scope, or /REGEX/ for the next path that\n"
	     "matches.");
MOVE(cmd_back, "Stepping", .name = "back", .alias = "rs", .alias2 = "reverse-step", .operands = "[N]",
     .max_args = 1, .need = NEED_RUN, .exec = back_exec, .brief = "Step back one node (or N).");
MOVE(cmd_reverse_next, "Stepping", .name = "reverse-next", .alias = "rn", .operands = "[N]", .max_args = 1,
     .need = NEED_RUN, .exec = reverse_next_exec, .brief = "Step back one node (or N), over calls.");
MOVE(cmd_reverse_continue, "Stepping", .name = "reverse-continue", .alias = "rc", .max_args = 0,
     .need = NEED_RUN, .exec = reverse_continue_exec,
     .brief = "Go back to a breakpoint or the start.");
MOVE(cmd_goto, "Stepping", .name = "goto", .operands = "SEQ", .min_args = 1, .max_args = 1, .need = NEED_RUN,
     .exec = goto_exec, .brief = "Go to the position before node number SEQ, back or forth.");
