/* Usage and help from the rows; the verbs help and version; the names that smtui refuses. */
#include <stdlib.h>
#include <string.h>

#include "base/pool.h"
#include "cmd/args.h"
#include "cmd/json.h"
#include "cmd/gdb.h"
#include "cmd/rows.h"
#include "cmd/table.h"
#include "ops/op.h"

#ifdef HAVE_CONFIG_H
#include "config.h"
#endif
#ifndef PACKAGE_VERSION
#define PACKAGE_VERSION "unknown"
#endif

enum { WRAP = 78 };

/* Adds words to a line, breaking it before WRAP columns. */
static void wrapped(struct sink *out, int *col, int indent, const char *text)
{
	int n = (int)strlen(text);

	if (*col > indent && *col + 1 + n > WRAP) {
		sink_printf(out, "\n%*s", indent, "");
		*col = indent;
	} else if (*col > indent) {
		sink_puts(out, " ");
		++*col;
	}
	sink_puts(out, text);
	*col += n;
}

static void opt_text(struct str *s, const struct cmd_opt *o, bool brief)
{
	if (o->letter && !brief)
		str_addf(s, "-%c, ", o->letter);
	str_addf(s, "--%s", o->name);
	if (o->kind != OPT_FLAG)
		str_addf(s, " %s", o->arg ? o->arg : "VALUE");
}

static bool shell_only(const struct cmd *c)
{
	return !(c->where & CMD_PROMPT);
}

void cmd_usage(const struct cmd *c, struct sink *out)
{
	int indent, col;

	sink_printf(out, "usage: %s%s", c->where & CMD_SHELL ? "smtui " : "", c->name);
	indent = col = (int)strlen(c->name) + (c->where & CMD_SHELL ? 13 : 7);
	sink_puts(out, " ");
	col++, indent++;
	if ((c->where & CMD_SHELL) && c->need >= NEED_MODEL)
		wrapped(out, &col, indent, shell_only(c) ? "PATH" : "[PATH]");
	if (c->operands && *c->operands)
		wrapped(out, &col, indent, c->operands);
	for (const struct cmd_opt *o = c->opts; o && o->name; o++) {
		struct str s = STR_INIT;

		str_addc(&s, '[');
		opt_text(&s, o, true);
		str_addc(&s, ']');
		wrapped(out, &col, indent, s.p);
		str_free(&s);
	}
	sink_puts(out, "\n");
}

void cmd_help(const struct cmd *c, struct sink *out)
{
	struct table t;

	cmd_usage(c, out);
	sink_printf(out, "\n%s\n", c->brief);
	if (c->alias)
		sink_printf(out, "Also: %s%s%s\n", c->alias, c->alias2 ? ", " : "",
			    c->alias2 ? c->alias2 : "");
	if (c->help)
		sink_printf(out, "\n%s\n", c->help);
	if (c->json)
		sink_printf(out, "\n--json prints: %s\n", c->json);
	if (!c->opts || !c->opts->name)
		return;
	sink_puts(out, "\nOptions:\n");
	table_init(&t, "ll");
	for (const struct cmd_opt *o = c->opts; o->name; o++) {
		struct str s = STR_INIT;

		opt_text(&s, o, false);
		table_take(&t, str_give(&s));
		table_text(&t, o->help);
	}
	table_print(&t, out, 2);
}

/* Commands of a mask by group, in the order of the first one of each group in the list below. */
static void help_groups(struct sink *out, unsigned where)
{
	static const char *const groups[] = {
		"Looking", "Running", "Stepping", "Stopping", "Tensors", "Inputs", "Checking",
		"Other", NULL,
	};
	int n;
	const struct cmd *const *all = cmd_list(&n);

	for (int g = 0; groups[g]; g++) {
		struct table t;

		table_init(&t, "lll");
		for (int i = 0; i < n; i++) {
			const struct cmd *c = all[i];

			if (!(c->where & where) || strcmp(c->group, groups[g]) || !c->brief)
				continue;
			table_text(&t, c->name);
			table_printf(&t, "%s%s%s", where == CMD_PROMPT && c->alias ? c->alias : "",
				     where == CMD_PROMPT && c->alias2 ? " " : "",
				     where == CMD_PROMPT && c->alias2 ? c->alias2 : "");
			table_text(&t, c->brief);
		}
		if (t.cell.n)
			sink_printf(out, "\n%s\n", groups[g]);
		table_print(&t, out, 2);
	}
}

void help_shell(struct sink *out)
{
	sink_puts(out,
		  "smtui looks into TensorFlow SavedModels, runs them and steps through them.\n\n"
		  "usage: smtui PATH                 open the model in the browser\n"
		  "       smtui COMMAND [OPTION ...] PATH ...\n\n"
		  "PATH is a SavedModel folder, its saved_model.pb or .pbtxt, a folder of version\n"
		  "folders (the highest is taken), a checkpoint, or a GraphDef. PATH#NAME means\n"
		  "the model's signature NAME.\n");
	help_groups(out, CMD_SHELL);
	sink_puts(out, "\nsmtui COMMAND --help says more about one. smtui --version says what is\n"
		       "built in. Exit codes: 0 fine, 1 error, 2 wrong usage, 130 interrupted.\n");
}

void help_prompt(struct sink *out)
{
	sink_puts(out, "Commands can be cut short where it is clear what is meant. \";\" separates\n"
		       "commands, \"> FILE\" writes a command's output to a file.\n");
	help_groups(out, CMD_PROMPT);
	sink_puts(out, "\nhelp COMMAND says more about one.\n");
}

static int help_exec(struct cmd_call *c, struct err *err)
{
	unsigned where = c->app->dbg ? CMD_PROMPT : CMD_SHELL;
	const struct cmd *what;
	char *word;

	if (!c->argc) {
		(where == CMD_PROMPT ? help_prompt : help_shell)(c->out);
		return EXIT_FINE;
	}
	word = c->app->dbg ? gdb_means(c->app, sv_of(c->argv[0])) : xstrdup(c->argv[0]);
	what = cmd_find(word, where);
	free(word);
	if (!what)
		what = cmd_find(c->argv[0], CMD_SHELL | CMD_PROMPT);
	if (!what) {
		err_set(err, ERR_KIND_USAGE, ERR_NOT_FOUND, "no command \"%s\"; help lists them",
			c->argv[0]);
		return EXIT_USAGE;
	}
	cmd_help(what, c->out);
	return EXIT_FINE;
}

const struct cmd cmd_help_row = {
	.name = "help", .alias = "h", .where = CMD_SHELL | CMD_PROMPT, .operands = "[COMMAND]",
	.max_args = 1, .arg = ARG_COMMAND, .group = "Other",
	.brief = "List the commands, or say more about one.", .exec = help_exec,
};

void version_print(struct sink *out)
{
	sink_printf(out, "smtui %s\n", PACKAGE_VERSION);
	sink_printf(out, "matrix products  %s\n", op_blas_name());
	sink_printf(out, "own kernels      %s, %d threads\n", op_cpu_name(), pool_threads());
	sink_printf(out, "op kernels       %d\n", op_n());
	sink_puts(out, "libraries       "
#ifdef HAVE_READLINE
		       " readline"
#endif
#ifdef HAVE_ZLIB
		       " zlib"
#endif
#ifdef HAVE_PNG
		       " libpng"
#endif
#ifdef HAVE_JPEG
		       " libjpeg"
#endif
#ifdef HAVE_SNAPPY
		       " snappy"
#endif
		       " ncursesw protobuf-c\n");
}

static int version_exec(struct cmd_call *c, struct err *err)
{
	struct json j;

	(void)err;
	if (!call_flag(c, "json")) {
		version_print(c->out);
		return EXIT_FINE;
	}
	json_start(&j, c->out);
	json_open(&j, '{');
	json_kstr(&j, "version", SV(PACKAGE_VERSION));
	json_kstr(&j, "blas", sv_of(op_blas_name()));
	json_kstr(&j, "cpu", sv_of(op_cpu_name()));
	json_kint(&j, "threads", pool_threads());
	json_kint(&j, "ops", op_n());
	json_close(&j, '}');
	json_end(&j);
	return EXIT_FINE;
}

static const struct cmd_opt version_opts[] = {
	{ "json", 0, OPT_FLAG, NULL, "print JSON" },
	{ 0 },
};

const struct cmd cmd_version = {
	.name = "version", .where = CMD_SHELL | CMD_PROMPT, .max_args = 0, .group = "Other", .opts = version_opts,
	.json = "{version: str, blas: str, cpu: str, threads: int, ops: int}",
	.brief = "Version, libraries, and which CPU kernels are in use.", .exec = version_exec,
};

static int quit_exec(struct cmd_call *c, struct err *err)
{
	(void)err;
	c->app->quit = true;
	return EXIT_FINE;
}

const struct cmd cmd_quit = {
	.name = "quit", .alias = "q", .alias2 = "exit", .where = CMD_PROMPT, .max_args = 0,
	.group = "Other", .brief = "Leave.", .exec = quit_exec,
};

/* ---- verbs of saved_model_cli that smtui does not have ---- */

static int refuse_exec(struct cmd_call *c, struct err *err)
{
	err_set(err, ERR_KIND_UNSUPPORTED, ERR_UNIMPLEMENTED,
		"%s: smtui has no such command: it needs TensorFlow's compilers. "
		"Use TensorFlow's saved_model_cli", c->cmd->name);
	return EXIT_ERROR;
}

#define REFUSED(id, verb) \
	const struct cmd id = { .name = verb, .where = CMD_SHELL, .max_args = -1, \
				.group = "", .exec = refuse_exec }
REFUSED(cmd_convert, "convert");
REFUSED(cmd_aot, "aot_compile_cpu");
REFUSED(cmd_freeze, "freeze_model");
