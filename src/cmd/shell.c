/*
 * smtui as the shell sees it: which verb, its options, the model that it needs, errors on stderr, the
 * exit code. Under the name saved_model_cli it is that tool: its verbs only, --dir needed.
 */
#include <langinfo.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"
#include "cmd/rows.h"

static bool as_peer(const struct app *app)
{
	const char *slash = strrchr(app->argv0, '/');

	return !strcmp(slash ? slash + 1 : app->argv0, "saved_model_cli");
}

static const char *my_name(const struct app *app)
{
	return as_peer(app) ? "saved_model_cli" : "smtui";
}

/* Texts that begin like a Python exception are the peer's own last line and stay as they are. */
static bool is_peer_text(const char *msg)
{
	static const char *const classes[] = {
		"OSError: ", "RuntimeError: ", "ValueError: ", "KeyError: ", "AttributeError: ",
		"TypeError: ", "OverflowError: ", "MemoryError: ", "EOFError: ", "IndexError: ", "FileExistsError: ",
		"tensorflow.python.framework.errors_impl.", "_pickle.UnpicklingError: ",
	};

	for (size_t i = 0; i < sizeof(classes) / sizeof(*classes); i++)
		if (!strncmp(msg, classes[i], strlen(classes[i])))
			return true;
	return false;
}

static int fail(const struct app *app, const struct cmd *c, const struct err *err, int rc)
{
	char *text = err_text(err);

	fflush(stdout);
	if (err->kind == ERR_KIND_USAGE) {
		struct sink s = sink_file(stderr);

		if (c && c->brief)
			cmd_usage(c, &s);
		fprintf(stderr, "%s%s%s: error: %s\n", my_name(app), c ? " " : "",
			c ? c->name : "", text);
	} else if (err->msg && is_peer_text(err->msg)) {
		/* The peer prints its exceptions raw; a terminal gets them escaped. */
		fprintf(stderr, "%s\n", isatty(STDERR_FILENO) ? text : err->msg);
	} else {
		fprintf(stderr, "%s: %s\n", my_name(app), text);
	}
	free(text);
	return rc ? rc : err_exit(err);
}

/* Option words before the verb: "--dir M show". The verb comes first then; NULL-ended copy. */
static char **verb_first(int argc, char **argv)
{
	char **out = xcalloc((size_t)argc + 1, sizeof(*out));
	int verb = 0;

	for (int i = 1; i < argc && !verb; i++)
		if (argv[i][0] != '-' && cmd_find(argv[i], CMD_SHELL) && argv[1][0] == '-')
			verb = i;
	for (int i = 0, k = 0; i < argc; i++) {
		if (verb && i == verb)
			continue;
		if (verb && i == 1)
			out[k++] = argv[verb];
		out[k++] = argv[i];
	}
	return out;
}

static bool looks_like_path(const char *w)
{
	struct stat st;

	return strpbrk(w, "/.#") || !stat(w, &st);
}

/* The model that a verb with NEED_MODEL names as its first operand. */
static bool open_operand(struct app *app, const struct cmd_call *c, const char *path,
			 struct err *err)
{
	char *sig, *dir = path_door(path, &sig);
	bool ok = app_open(app, dir, call_str(c, "tag_set"), err);

	if (ok)
		note_tags(app->mg, c->msg);
	free(dir);
	free(sig);
	return ok;
}

static int call(struct app *app, const struct cmd *c, const struct args *a, struct sink *out,
		struct sink *msg, struct err *err)
{
	struct cmd_call call = {
		.app = app, .cmd = c, .opt = a->opt, .argc = a->argc, .argv = a->argv,
		.out = out, .msg = msg,
	};

	if (a->help) {
		cmd_help(c, out);
		return EXIT_FINE;
	}
	if (c->need >= NEED_MODEL) {
		if (!open_operand(app, &call, a->argv[0], err))
			return EXIT_ERROR;
		call.argc--;
		call.argv++;
	}
	return c->exec(&call, err);
}

static struct sink stdout_sink(void)
{
	struct sink s = sink_file(stdout);
	struct winsize ws;
	const char *set = nl_langinfo(CODESET);

	if (isatty(STDOUT_FILENO))
		s.width = !ioctl(STDOUT_FILENO, TIOCGWINSZ, &ws) && ws.ws_col ? ws.ws_col : 80;
	s.utf8 = !strcmp(set, "UTF-8");
	return s;
}

/* Damage of a model that opened all the same: said once, after the answer. */
static void say_damage(const struct app *app)
{
	struct sink s = sink_file(stderr);

	for (uint32_t i = 0; app->model && i < model_n_damage(app->model); i++) {
		sink_printf(&s, "%s: damaged: ", my_name(app));
		sink_escaped(&s, sv_of(model_damage(app->model, i)));
		sink_puts(&s, "\n");
	}
}

static int run_verb(struct app *app, const struct cmd *c, int n, char **words)
{
	struct sink out = stdout_sink(), msg = sink_file(stderr);
	struct err err = { 0 };
	struct args a = { 0 };
	bool refused = !c->brief;	/* needs no look at its options */
	int rc = EXIT_USAGE;

	if (refused || args_parse(c, c->need >= NEED_MODEL, n, (const char *const *)words, &a, &err))
		rc = call(app, c, &a, &out, &msg, &err);
	if (!refused)
		args_free(c, &a);
	if (fflush(stdout) || out.failed) {
		err_set(&err, ERR_KIND_FILE, ERR_UNAVAILABLE, "cannot write the output: %m");
		rc = rc ? rc : EXIT_ERROR;
	}
	if (err_is(&err))
		rc = fail(app, c, &err, rc);
	say_damage(app);
	err_clear(&err);
	return rc;
}

static int unknown_word(const struct app *app, const char *word)
{
	struct err err = { 0 };
	int rc;

	err_set(&err, ERR_KIND_USAGE, ERR_NOT_FOUND,
		"\"%s\" is neither a command nor a file; %s --help lists the commands", word,
		my_name(app));
	rc = fail(app, NULL, &err, EXIT_USAGE);
	err_clear(&err);
	return rc;
}

/* Words without a verb: nothing, --help, --version, or a model to open. */
static int no_verb(struct app *app, int argc, char **argv)
{
	struct sink out = stdout_sink();

	if (argc < 2) {
		struct sink e = sink_file(stderr);

		help_shell(&e);
		return EXIT_USAGE;
	}
	if (!strcmp(argv[1], "--help") || !strcmp(argv[1], "-h")) {
		help_shell(&out);
		return EXIT_FINE;
	}
	if (!strcmp(argv[1], "--version") || !strcmp(argv[1], "-V")) {
		version_print(&out);
		return EXIT_FINE;
	}
	if (as_peer(app) || (argv[1][0] != '-' && !looks_like_path(argv[1])))
		return unknown_word(app, argv[1]);
	return run_verb(app, &cmd_browse, argc - 1, argv + 1);
}

int cmd_shell(struct app *app, int argc, char **argv)
{
	char **words = verb_first(argc, argv);
	const struct cmd *c;
	int rc;

	app->argv0 = argc > 0 ? argv[0] : "smtui";
	c = argc > 1 ? cmd_find(words[1], CMD_SHELL) : NULL;
	rc = c ? run_verb(app, c, argc - 2, words + 2) : no_verb(app, argc, words);
	free(words);
	return rc;
}
