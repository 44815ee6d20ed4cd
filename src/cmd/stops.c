/* More about stopping: ignore, commands, watch, unwatch, expect; and set, recompute. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "cmd/rows.h"
#include "cmd/watch.h"

static int ignore_exec(struct cmd_call *c, struct err *err)
{
	uint64_t n;
	int id;

	if (!break_id(c, 0, &id, err))
		return EXIT_USAGE;
	if (!text_u64(c->argv[1], &n)) {
		err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT, "ignore: how many hits? \"%s\" is no count",
			c->argv[1]);
		return EXIT_USAGE;
	}
	if (!dbg_break_ignore(c->app->dbg, id, n, err))
		return EXIT_ERROR;
	sink_printf(c->out, "the next %" PRIu64 " hit%s of breakpoint %d will not stop\n", n, n == 1 ? "" : "s", id);
	return EXIT_FINE;
}

static int commands_exec(struct cmd_call *c, struct err *err)
{
	int id;

	if (!break_id(c, 0, &id, err))
		return EXIT_USAGE;
	if (!dbg_break_commands(c->app->dbg, id, c->argc > 1 ? sv_of(c->argv[1]) : SV_NULL, err))
		return EXIT_ERROR;
	app_note(c->app, c->argc > 1 ? "commands set" : "commands gone");
	return EXIT_FINE;
}

/* "NAME", "NAME if COND", "NAME COND" as "NAME if COND"; "NAME like ..." stays. */
static void joined(const struct cmd_call *c, struct str *out)
{
	for (int i = 0; i < c->argc; i++) {
		str_addz(out, i ? " " : "");
		if (i == 1 && strcmp(c->argv[1], "if") && strcmp(c->argv[1], "like"))
			str_addz(out, "if ");
		str_addz(out, c->argv[i]);
	}
}

static int added(struct cmd_call *c, const char *what, bool (*add)(struct dbg *, struct sv, int *, struct err *),
		 struct err *err)
{
	struct str text = STR_INIT;
	int id = 0;
	bool ok;

	joined(c, &text);
	ok = add(c->app->dbg, str_sv(&text), &id, err);
	if (ok) {
		sink_printf(c->out, "%s %d of ", what, id);
		sink_escaped(c->out, break_added(c->app->dbg));
		sink_puts(c->out, "\n");
	}
	str_free(&text);
	return ok ? EXIT_FINE : EXIT_ERROR;
}

static int watch_exec(struct cmd_call *c, struct err *err)
{
	if (c->argc)
		return added(c, "watch", dbg_watch_add, err);
	breaks_print(c->app->dbg, c->out);
	return EXIT_FINE;
}

/* By number or name; without either: all watches. */
static int unwatch_exec(struct cmd_call *c, struct err *err)
{
	struct dbg *d = c->app->dbg;
	int gone = 0;
	uint64_t id;

	for (int i = dbg_n_breaks(d) - 1; i >= 0; i--) {
		struct dbg_break b;

		if (!dbg_break(d, i, &b) || !b.watch)
			continue;
		if (c->argc && !(text_u64(c->argv[0], &id) && id == (uint64_t)b.id) && strcmp(b.text, c->argv[0]))
			continue;
		sink_printf(c->out, "watch %d deleted\n", b.id);
		gone += dbg_break_del(d, b.id, err);
	}
	if (c->argc && !gone) {
		err_set(err, ERR_KIND_USAGE, ERR_NOT_FOUND, "no watch %s; watch lists them", c->argv[0]);
		return EXIT_ERROR;
	}
	if (!gone)
		sink_puts(c->out, "no watches\n");
	return EXIT_FINE;
}

static int expect_exec(struct cmd_call *c, struct err *err)
{
	struct dbg *d = c->app->dbg;
	int n = 0, bad = 0;

	if (c->argc)
		return added(c, "expectation", dbg_expect_add, err);
	for (int i = 0; i < dbg_n_breaks(d); i++) {
		struct str why = STR_INIT;
		struct dbg_break b;
		bool met;

		if (!dbg_break(d, i, &b) || !b.expect || !b.enabled)
			continue;
		met = dbg_expect_met(d, i, &why);
		sink_puts(c->out, met ? "as expected: " : "differs:     ");
		sink_escaped(c->out, met ? break_short(&b) : sv_of(b.text));
		if (!met)
			sink_printf(c->out, "\n             %s", str_z(&why));
		sink_puts(c->out, "\n");
		str_free(&why);
		n++;
		bad += !met;
	}
	if (!n)
		sink_puts(c->out, "nothing is expected\n");
	if (bad)
		err_set(err, ERR_KIND_OP, ERR_FAILED_PRECONDITION, "%d of %d expectation%s differ%s", bad, n,
			n == 1 ? "" : "s", bad == 1 ? "s" : "");
	return bad ? EXIT_ERROR : EXIT_FINE;
}

static int set_exec(struct cmd_call *c, struct err *err)
{
	size_t bytes;

	if (strcmp(c->argv[0], "budget")) {
		err_set(err, ERR_KIND_USAGE, ERR_NOT_FOUND, "set: there is only budget, not \"%s\"", c->argv[0]);
		return EXIT_USAGE;
	}
	if (!bytes_parse(c->argv[1], "budget", &bytes, err))
		return EXIT_USAGE;
	dbg_budget_set(c->app->dbg, bytes);
	return EXIT_FINE;
}

static int recompute_exec(struct cmd_call *c, struct err *err)
{
	const char *z = c->argv[0];
	uint64_t event;
	int slot;

	if (!text_u64(*z == '#' ? z + 1 : z, &event) &&
	    !dbg_find(c->app->dbg, sv_of(z), &event, &slot, err))
		return EXIT_ERROR;
	if (!dbg_recompute(c->app->dbg, event, err))
		return EXIT_ERROR;
	app_note(c->app, "its value is there again");
	return EXIT_FINE;
}

static int worst_exec(struct cmd_call *c, struct err *err)
{
	int64_t event = dbg_worst(c->app->dbg);

	if (event < 0) {
		err_set(err, ERR_KIND_USAGE, ERR_NOT_FOUND, "no node has computed any floats yet");
		return EXIT_ERROR;
	}
	if (!dbg_goto(c->app->dbg, (uint64_t)event, err))
		return EXIT_ERROR;
	stop_print(c->app, c->out);
	return EXIT_FINE;
}

#define STOP(id, ...) \
	const struct cmd id = { .where = CMD_PROMPT, .group = "Stopping", .need = NEED_DEBUGGER, __VA_ARGS__ }

STOP(cmd_ignore, .name = "ignore", .operands = "ID N", .min_args = 2, .max_args = 2, .arg = ARG_BREAK,
     .exec = ignore_exec, .brief = "Let a breakpoint's next N hits pass without stopping.");
STOP(cmd_commands, .name = "commands", .operands = "ID [CMD; CMD ...]", .min_args = 1, .max_args = 2, .rest = true,
     .arg = ARG_BREAK, .exec = commands_exec, .brief = "Commands to run each time that a breakpoint stops.",
     .help = "The rest of the line are the commands, or, in quotes, what is in them: commands 1 pt; bt. A continue\n"
	     "among them goes on by itself: commands 1 'pt; continue'. Without commands: there are none any more.");
STOP(cmd_watch, .name = "watch", .alias = "w", .operands = "[NAME [CONDITION]]", .max_args = -1, .arg = ARG_TENSOR,
     .exec = watch_exec, .brief = "Say type and range of a tensor each time that it is made; stop on a condition.",
     .help = "NAME is what break takes, with :SLOT for one output. CONDITION as for break, with or without if:\n"
	     "watch conv1/Conv2D; watch while/add:0 max > 100.");
STOP(cmd_unwatch, .name = "unwatch", .operands = "[ID|NAME]", .max_args = 1, .exec = unwatch_exec,
     .brief = "End a watch, or all of them.");
STOP(cmd_expect, .name = "expect", .operands = "[NAME CONDITION]", .max_args = -1, .arg = ARG_TENSOR,
     .exec = expect_exec, .brief = "What a tensor must meet in this run; without NAME: judge what is expected.",
     .help = "Each tensor that NAME makes, or an output of the signature at the end, must meet CONDITION (as for\n"
	     "break). save writes expectations into the session file, and what the outputs are after a run; debug\n"
	     "--session FILE --replay judges them. \"NAME like TEXT\" is what save writes: floats may differ by 1e-5\n"
	     "of the largest, everything else is exact. \"failure like PATH\": the run fails at that node.");
STOP(cmd_set, .name = "set", .operands = "budget BYTES", .min_args = 2, .max_args = 2, .exec = set_exec,
     .brief = "How many bytes of tensors the history may keep: set budget 200M.",
     .help = "Beyond it the oldest values are dropped; looking at one makes it again.");
const struct cmd cmd_recompute = {
	.name = "recompute", .where = CMD_PROMPT, .operands = "SEQ|NAME", .min_args = 1, .max_args = 1,
	.arg = ARG_TENSOR, .group = "Tensors", .need = NEED_RUN, .exec = recompute_exec,
	.brief = "Make a value again that was dropped to save memory; the position stays.",
};
const struct cmd cmd_worst = {
	.name = "worst", .where = CMD_PROMPT, .max_args = 0, .group = "Stepping", .need = NEED_RUN, .exec = worst_exec,
	.brief = "Go to before the node whose values are worst: the first NaN, infinity, or the largest.",
};
