/* Notes on nodes; see note.h. The file of a model is a list of "note" commands, as session files
 * have them. */
#include "cmd/note.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/fmap.h"
#include "base/map.h"
#include "base/mem.h"
#include "base/state.h"
#include "base/vec.h"
#include "cmd/json.h"
#include "cmd/recall.h"
#include "cmd/rows.h"

struct note {
	char *node, *text;
	const struct graph *g; /* NULL: no one node of the model */
	uint32_t i;
};

struct notes {
	VEC(struct note) at;
	bool read, reading, kept;
};

static void note_free(struct note *n)
{
	free(n->node);
	free(n->text);
}

void notes_free(struct notes *n)
{
	for (size_t i = 0; n && i < n->at.n; i++)
		note_free(&n->at.p[i]);
	if (n)
		vec_free(&n->at);
	free(n);
}

/* ---- the model's file ---- */

static char *file_of(const struct app *app)
{
	return model_state_path(app, "notes");
}

static void read_file(struct app *app)
{
	struct notes *n = app->notes;
	char *path = app->interactive && app->mg ? file_of(app) : NULL, *line = NULL;
	FILE *f = path ? fopen(path, "r") : NULL;
	struct sink quiet = sink_null();
	size_t cap = 0;

	n->read = app->mg != NULL;
	n->reading = true;
	while (f && getline(&line, &cap, f) >= 0) {
		struct err none = {0};

		if (!strncmp(line, "note ", 5))
			cmd_line_within(app, line, &quiet, &quiet, &none);
		err_clear(&none);
	}
	n->reading = false;
	n->kept = f != NULL;
	free(line);
	free(path);
	if (f)
		fclose(f);
}

static struct notes *notes_of(struct app *app)
{
	if (!app->notes)
		app->notes = xcalloc(1, sizeof(*app->notes));
	if (!app->notes->read && !app->notes->reading)
		read_file(app);
	return app->notes;
}

static void write_file(struct app *app)
{
	struct notes *n = app->notes;
	char *path = app->interactive && !n->reading ? file_of(app) : NULL;
	struct str s = STR_INIT;
	struct sink quiet = sink_null();

	if (!path)
		return;
	str_addz(&s, "# smtui notes of ");
	str_escaped(&s, sv_of(model_dir(app->mg->model)));
	str_addc(&s, '\n');
	for (size_t i = 0; i < n->at.n; i++)
		session_line(&s, &quiet, "note", n->at.p[i].node, n->at.p[i].text);
	folders_above(path, 0700);
	n->kept = n->at.n ? fmap_write(path, str_sv(&s), NULL) : (unlink(path), true);
	str_free(&s);
	free(path);
}

/* ---- the list ---- */

static void resolve(struct app *app, struct note *n)
{
	struct err none = {0};

	n->g = NULL;
	if (app->mg && !node_find(app, sv_of(n->node), &n->g, &n->i, &none))
		n->g = NULL;
	err_clear(&none);
}

void notes_again(struct app *app)
{
	for (size_t i = 0; app->notes && i < app->notes->at.n; i++)
		resolve(app, &app->notes->at.p[i]);
}

static long find(const struct notes *l, const struct note *n)
{
	for (size_t i = 0; i < l->at.n; i++)
		if (!strcmp(l->at.p[i].node, n->node) ||
		    (n->g && l->at.p[i].g == n->g && l->at.p[i].i == n->i))
			return (long)i;
	return -1;
}

/* text NULL: deletes. false: there is none. */
static bool set(struct app *app, const char *node, const char *text)
{
	struct notes *l = notes_of(app);
	struct note n = {.node = xstrdup(node), .text = text ? xstrdup(text) : NULL};
	long at;

	resolve(app, &n);
	at = find(l, &n);
	if (at >= 0) {
		note_free(&l->at.p[at]);
		if (!text)
			memmove(&l->at.p[at], &l->at.p[at + 1],
				(--l->at.n - (size_t)at) * sizeof(n));
		else
			l->at.p[at] = n;
	} else if (text) {
		vec_push(&l->at, n);
	}
	if (!text)
		note_free(&n);
	app->changes++;
	write_file(app);
	return at >= 0 || text;
}

const char *note_at(struct app *app, const struct graph *g, uint32_t node)
{
	const struct notes *l = notes_of(app);

	for (size_t i = 0; i < l->at.n; i++)
		if (l->at.p[i].g == g && l->at.p[i].i == node)
			return l->at.p[i].text;
	return NULL;
}

const char *note_named(struct app *app, const char *name)
{
	struct note n = {.node = (char *)name};
	const struct notes *l = notes_of(app);
	long at;

	resolve(app, &n);
	at = find(l, &n);
	return at >= 0 ? l->at.p[at].text : NULL;
}

int note_n(struct app *app)
{
	return (int)notes_of(app)->at.n;
}

void note_get(struct app *app, int i, const char **node, const char **text)
{
	*node = app->notes->at.p[i].node;
	*text = app->notes->at.p[i].text;
}

bool note_kept(const struct app *app)
{
	return app->notes && app->notes->kept;
}

/* ---- the command ---- */

static bool is_wanted(struct app *app, const char *name, const char *node, const char *text)
{
	return !name || !strcmp(name, node) || (note_named(app, name) == text);
}

static void print_text(struct cmd_call *c, const char *name)
{
	const char *node, *text;

	for (int i = 0; i < note_n(c->app); i++) {
		note_get(c->app, i, &node, &text);
		if (!is_wanted(c->app, name, node, text))
			continue;
		sink_escaped(c->out, sv_of(node));
		sink_puts(c->out, ": ");
		sink_escaped(c->out, sv_of(text));
		sink_puts(c->out, "\n");
	}
}

static void print_json(struct cmd_call *c, const char *name)
{
	const char *node, *text;
	struct json j;

	json_start(&j, c->out);
	json_open(&j, '[');
	for (int i = 0; i < note_n(c->app); i++) {
		note_get(c->app, i, &node, &text);
		if (!is_wanted(c->app, name, node, text))
			continue;
		json_open(&j, '{');
		json_kstr(&j, "node", sv_of(node));
		json_kstr(&j, "text", sv_of(text));
		json_close(&j, '}');
	}
	json_close(&j, ']');
	json_end(&j);
}

static int delete (struct cmd_call *c, struct err *err)
{
	if (!c->argc) {
		err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT,
			"--delete wants the node whose note goes");
		return EXIT_USAGE;
	}
	if (set(c->app, c->argv[0], NULL))
		return EXIT_FINE;
	err_set(err, ERR_KIND_USAGE, ERR_NOT_FOUND, "there is no note on %s", c->argv[0]);
	return EXIT_ERROR;
}

static int note_exec(struct cmd_call *c, struct err *err)
{
	struct str text = STR_INIT;

	if (call_flag(c, "delete"))
		return delete (c, err);
	if (c->argc == 2 && !strcmp(c->argv[1], "-"))
		return delete (c, err);
	for (int i = 1; i < c->argc; i++)
		str_addf(&text, "%s%s", i > 1 ? " " : "", c->argv[i]);
	if (c->argc > 1)
		set(c->app, c->argv[0], str_z(&text));
	else if (call_flag(c, "json"))
		print_json(c, c->argc ? c->argv[0] : NULL);
	else
		print_text(c, c->argc ? c->argv[0] : NULL);
	str_free(&text);
	return EXIT_FINE;
}

static const struct cmd_opt note_opts[] = {
	{"delete", 'd', OPT_FLAG, NULL, "take the note on NODE away (so does the TEXT -)"},
	{"json", 0, OPT_FLAG, NULL, "print JSON"},
	{0},
};

const struct cmd cmd_note = {
	.name = "note",
	.where = CMD_PROMPT,
	.opts = note_opts,
	.operands = "[NODE [TEXT]]",
	.max_args = -1,
	.rest = true,
	.arg = ARG_NODE,
	.group = "Looking",
	.need = NEED_MODEL,
	.exec = note_exec,
	.json = "[{node: str, text: str}]",
	.brief = "Write a note on a node, or list the notes.",
	.help = "TEXT takes the place of the note that is there. Notes show on the node's page, "
		"mark it in lists, go\n"
		"into session files and the reports of repro. In the screen and at the prompt they "
		"are also kept from\n"
		"one start to the next, in a file of the model's own below $XDG_STATE_HOME/smtui "
		"(~/.local/state).",
};
