/*
 * The prompt's edits: something else in the place of what a node made, of what a variable holds, of
 * an attribute; the list of them; taking them back.
 */
#include "cmd/edit.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "cmd/rows.h"

/* ---- doing it ---- */

/* What to say of an edit for which nothing ran: it is still to come, or (failed: the run stood
 * at a failure before) the node there has other outputs. */
static const char *why_nothing(const struct dbg *d, bool failed)
{
	struct dbg_edit_row r;

	if (!dbg_edit_at(d, dbg_n_edits(d) - 1, &r) || r.applied)
		return NULL;
	if (dbg_state(d) != DBG_FAILED)
		return "it takes effect when the run gets there";
	return failed && r.kind == EDIT_TENSOR ? "it takes effect when the node has all its outputs"
					       : NULL;
}

/* Says what was done, by edit_outcome; the last line of each of these. */
static int apply(struct cmd_call *c, struct dbg_edit_spec *spec, const char *what, bool last,
		 struct err *err)
{
	struct edit_before b = edit_outputs(c->app->dbg);
	bool failed = dbg_state(c->app->dbg) == DBG_FAILED;
	int id;
	bool ok = dbg_edit(c->app->dbg, spec, &id, err);

	if (ok) {
		sink_printf(c->out, "edit %d: ", id);
		sink_escaped(c->out, sv_of(what));
		sink_puts(c->out, "; ");
		edit_outcome(c, &b, why_nothing(c->app->dbg, failed), last);
		app_note(c->app, "edit %d: %s%s", id, what,
			 failed && dbg_state(c->app->dbg) == DBG_STOPPED ? "; c goes on with it" : "");
	}
	edit_before_free(&b);
	return ok ? EXIT_FINE : EXIT_ERROR;
}

/* The command that does it again: each word quoted; NULL: that cannot be. Gives. */
static char *command(const char *verb, const char *const *word)
{
	struct str s = STR_INIT;
	bool ok = true;

	str_addz(&s, verb);
	for (; *word; word++)
		ok = ok && word_quoted(&s, *word);
	if (ok)
		return str_give(&s);
	str_free(&s);
	return NULL;
}

static int edit_output(struct cmd_call *c, const char *name, const char *value, bool last,
		       struct err *err)
{
	struct dbg_edit_spec spec = { .kind = EDIT_TENSOR };
	struct edit_target t = { 0 };
	char *slice = NULL, *line = NULL, *text = xasprintf("%s = %s", name, value);
	int code = EXIT_ERROR;

	if (target_find(c->app, name, &t, err) &&
	    edit_value(c->app, &t, value, &spec, &slice, err)) {
		line = command("edit", (const char *const[]){ t.name, value, NULL });
		spec.text = text;
		spec.line = line;
		spec.path = t.path;
		spec.slot = t.slot;
		code = apply(c, &spec, t.name, last, err);
	}
	tensor_unref(spec.value);
	target_clear(&t);
	free(slice);
	free(line);
	free(text);
	return code;
}

/* A node that cannot run, named without an output: all that it makes. */
static uint32_t outputs_meant(const struct app *app, const char *name, const char *value)
{
	struct dbg_here h;
	const struct node *n;
	size_t len = strlen(name);

	if (dbg_state(app->dbg) != DBG_FAILED || !dbg_here(app->dbg, &h) ||
	    (strcmp(value, "zeros") && strcmp(value, "ones")) || strpbrk(name, ":[") ||
	    !sv_ends(sv_of(h.path), sv_of(name)) ||
	    (len < strlen(h.path) && h.path[strlen(h.path) - len - 1] != '/'))
		return 1;
	n = graph_node(h.graph, h.node, NULL);
	return n && n->n_out > 1 ? n->n_out : 1;
}

static int edit_tensor(struct cmd_call *c, const char *name, const char *value, struct err *err)
{
	uint32_t n = outputs_meant(c->app, name, value);
	int code = EXIT_FINE;

	if (n == 1)
		return edit_output(c, name, value, true, err);
	for (uint32_t i = 0; i < n && code == EXIT_FINE; i++) {
		char *one = xasprintf("%s:%u", name, i);

		code = edit_output(c, one, value, i + 1 == n, err);
		free(one);
	}
	return code;
}

static int edit_variable(struct cmd_call *c, const char *name, const char *value, const char *at,
			 struct err *err)
{
	struct dbg_edit_spec spec = { .kind = EDIT_VARIABLE };
	struct edit_target t = { 0 }, where = { 0 };
	char *slice = NULL, *line = NULL, *text = NULL, *what = NULL;
	int code = EXIT_ERROR;

	if (target_variable(c->app, name, &t, err) &&
	    (!at || target_node(c->app, at, &where, err)) &&
	    edit_value(c->app, &t, value, &spec, &slice, err)) {
		line = command("edit var",
			       at ? (const char *const[]){t.name, value, "at", where.name, NULL}
				  : (const char *const[]){t.name, value, NULL});
		text = xasprintf("var %s = %s%s%s", name, value, at ? " at " : "", at ? at : "");
		what = xasprintf("variable %s%s%s", t.name, at ? " before " : "",
				 at ? where.name : "");
		spec.text = text;
		spec.line = line;
		spec.variable = t.path;
		spec.path = at ? where.path : NULL;
		code = apply(c, &spec, what, true, err);
	}
	tensor_unref(spec.value);
	target_clear(&t);
	target_clear(&where);
	free(slice);
	free(line);
	free(text);
	free(what);
	return code;
}

static int edit_attr(struct cmd_call *c, const char *node, const char *key, const char *value,
		     struct err *err)
{
	struct dbg_edit_spec spec = { .kind = EDIT_ATTR };
	struct edit_target t = { 0 };
	char *line = NULL, *text = xasprintf("attr %s %s = %s", node, key, value), *what = NULL;
	struct str is = STR_INIT;
	int code = EXIT_ERROR;

	if (target_node(c->app, node, &t, err) &&
	    dbg_attr_check(t.graph, t.node, key, value, &is, err)) {
		line = command("edit attr", (const char *const[]){ t.name, key, value, NULL });
		what = xasprintf("%s of %s%s is %s", key, t.name,
				 t.path ? "" : " (wherever it is called)", str_z(&is));
		spec.text = text;
		spec.line = line;
		spec.path = t.path;
		spec.graph = t.graph;
		spec.node = t.node;
		spec.key = key;
		spec.attr = value;
		code = apply(c, &spec, what, true, err);
	}
	target_clear(&t);
	str_free(&is);
	free(line);
	free(text);
	free(what);
	return code;
}

static int usage(struct err *err)
{
	err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT,
		"edit NAME[SLICE] VALUE, edit var NAME[SLICE] VALUE [at NODE], or edit attr NODE "
		"KEY VALUE");
	return EXIT_USAGE;
}

static int edit_exec(struct cmd_call *c, struct err *err)
{
	const char *const *w = c->argv;
	int n = c->argc;
	bool var = n > 2 && !strcmp(w[0], "var") && strcmp(w[1], "=");

	if (n == 4 && !strcmp(w[0], "attr"))
		return edit_attr(c, w[1], w[2], w[3], err);
	if (var && n == 3)
		return edit_variable(c, w[1], w[2], NULL, err);
	if (var && n == 5 && !strcmp(w[3], "at"))
		return edit_variable(c, w[1], w[2], w[4], err);
	if (n == 3 && !strcmp(w[1], "="))
		return edit_tensor(c, w[0], w[2], err);
	return n == 2 ? edit_tensor(c, w[0], w[1], err) : usage(err);
}

/* ---- the list ---- */

static void edit_print(struct sink *out, const struct dbg_edit_row *r)
{
	struct str s = STR_INIT;

	sink_printf(out, "%d  ", r->id);
	sink_escaped(out, sv_of(r->text));
	if (r->kind == EDIT_TENSOR && r->path && strchr(r->path, '@') && !strchr(r->text, '@'))
		sink_printf(out, "  in iteration %s", strrchr(r->path, '@') + 1);
	if (r->value) {
		edit_few(&s, r->value);
		sink_printf(out, "  (%s)", str_z(&s));
	}
	if (!r->applied)
		sink_puts(out, "; not met yet");
	else if (r->again == r->depend && r->depend)
		sink_printf(out, "; %" PRIu64 " node%s ran again", r->again,
			    r->again == 1 ? "" : "s");
	else if (r->depend)
		sink_printf(out, "; %" PRIu64 " of %" PRIu64 " nodes ran again", r->again,
			    r->depend);
	sink_puts(out, "\n");
	str_free(&s);
}

static int edits_exec(struct cmd_call *c, struct err *err)
{
	struct dbg_edit_row r;

	(void)err;
	for (int i = 0; dbg_edit_at(c->app->dbg, i, &r); i++)
		edit_print(c->out, &r);
	if (!dbg_n_edits(c->app->dbg))
		sink_puts(c->out, "no edits\n");
	return EXIT_FINE;
}

/* The last one, a number, or (0) all. */
static bool undo_id(struct cmd_call *c, int *id, struct err *err)
{
	struct dbg_edit_row r;
	uint64_t n;

	*id = 0;
	if (!c->argc) {
		if (!dbg_edit_at(c->app->dbg, dbg_n_edits(c->app->dbg) - 1, &r))
			return err_set(err, ERR_KIND_USAGE, ERR_NOT_FOUND, "there are no edits");
		*id = r.id;
		return true;
	}
	if (!strcmp(c->argv[0], "all"))
		return true;
	if (!text_u64(c->argv[0], &n) || n == 0 || n > INT32_MAX)
		return err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT,
			       "undo: \"%s\" is no edit's number, nor all", c->argv[0]);
	*id = (int)n;
	return true;
}

static int undo_exec(struct cmd_call *c, struct err *err)
{
	struct dbg *d = c->app->dbg;
	struct edit_before b = edit_outputs(d);
	int id;
	bool ok = undo_id(c, &id, err) && dbg_edit_undo(d, id, err);

	if (ok) {
		if (id)
			sink_printf(c->out, "edit %d is gone; ", id);
		else
			sink_puts(c->out, "all edits are gone; ");
		edit_outcome(c, &b, NULL, true);
		app_note(c->app, "undone; %" PRIu64 " nodes ran again", dbg_rerun(d));
	}
	edit_before_free(&b);
	return ok ? EXIT_FINE : EXIT_ERROR;
}

#define EDIT(id, ...) \
	const struct cmd id = { .where = CMD_PROMPT, .group = "Tensors", \
				.need = NEED_DEBUGGER, __VA_ARGS__ }
EDIT(cmd_edit, .name = "edit",
     .operands = "NAME[SLICE] VALUE | var NAME[SLICE] VALUE [at NODE] | attr NODE KEY VALUE",
     .min_args = 2, .max_args = 5, .arg = ARG_TENSOR, .exec = edit_exec,
     .brief = "Put something else in the place of a tensor, a variable or an attribute, and go on.",
     .help = "NAME is a tensor of the run (of a loop's round: NAME:0@3), one that it may make yet, "
	     "or\n"
	     "the node that the run stands before, which then need not run: also one that failed, "
	     "or\n"
	     "for whose op there is no kernel. VALUE is what feed takes: a literal, a numpy\n"
	     "expression, FILE.npy, zeros, ones, random; identity hands on the node's first "
	     "input.\n"
	     "A single number, zeros and ones fill the shape of what was made; of a node that "
	     "cannot\n"
	     "run, the shape that its op would make of its inputs. With a slice only these "
	     "elements\n"
	     "change.\n"
	     "var: what a variable holds before the run begins; with at NODE it changes before "
	     "that\n"
	     "node runs. NAME is the variable's, its place in the object graph, its key in the\n"
	     "checkpoint, or its handle's node.\n"
	     "attr: an attribute of a node, as its op allows it: edit attr conv/Conv2D strides\n"
	     "'[1, 2, 2, 1]'. FUNCTION/NODE means every call of the function, a path that one. "
	     "What\n"
	     "gives types or numbers of tensors stays.\n"
	     "Only what depends on the edit runs again: nodes that take something that differs "
	     "from\n"
	     "before, in a tensor or in a resource. Behind a node that makes the same as before\n"
	     "nothing runs. The model's files never change. edits lists them, undo takes one "
	     "back,\n"
	     "save writes them. They hold in later runs too.");
EDIT(cmd_edits, .name = "edits", .max_args = 0, .exec = edits_exec,
     .brief = "The edits that are in force, and how many nodes ran again for each.");
EDIT(cmd_undo, .name = "undo", .operands = "[ID|all]", .max_args = 1, .exec = undo_exec,
     .brief = "Take an edit back: the last one, edit ID, or all.");
