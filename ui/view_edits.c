/* The edits that are in force, and what the key that edits types: a command to be completed with
 * a value. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "ui/view.h"

/* ---- the list ---- */

static size_t edits_count(struct view *v)
{
	int n = v->ui->app->dbg ? dbg_n_edits(v->ui->app->dbg) : 0;

	return n ? (size_t)n : 1;
}

static void edits_draw(struct view *v, size_t i, struct row *r)
{
	struct dbg_edit_row e;

	if (!v->ui->app->dbg || !dbg_edit_at(v->ui->app->dbg, (int)i, &e)) {
		row_add(r, ST_DIM, "no edits: e changes what is under the cursor");
		return;
	}
	row_addf(r, ST_NUM, "%4d  ", e.id);
	row_name_fit(r, ST_TEXT, sv_of(e.text), v->w > 64 ? v->w - 36 : 24);
	row_add(r, ST_DIM, "  ");
	if (!e.applied)
		row_add(r, ST_WARN, "not met yet");
	else if (e.depend)
		row_addf(r, ST_DIM, "%" PRIu64 " of %" PRIu64 " again", e.again, e.depend);
}

static void edits_text(struct view *v, size_t i, struct str *out)
{
	struct dbg_edit_row e;

	if (v->ui->app->dbg && dbg_edit_at(v->ui->app->dbg, (int)i, &e))
		str_escaped(out, sv_of(e.text));
}

static void edits_fresh(struct view *v)
{
	view_refilter(v);
}

/* Enter: the command again, to be changed; d: undo. */
static bool edits_action(struct view *v, const char *action)
{
	struct dbg_edit_row e;
	size_t row;
	char *line;

	if (strcmp(action, "edit-undo") && strcmp(action, "edit-again"))
		return false;
	if (!view_cur(v, &row) || !v->ui->app->dbg || !dbg_edit_at(v->ui->app->dbg, (int)row, &e))
		return true;
	if (!strcmp(action, "edit-again") && e.line) {
		prompt_open(&v->ui->prompt, PROMPT_COMMAND, NULL, e.line);
	} else if (!strcmp(action, "edit-undo")) {
		line = xasprintf("undo %d", e.id);
		ui_command(v->ui, line, false);
		free(line);
	}
	return true;
}

const struct view_ops view_edits = {
	.kind = AT_EDITS,
	.ctx = CTX_EDITS,
	.count = edits_count,
	.draw = edits_draw,
	.text = edits_text,
	.action = edits_action,
	.fresh = edits_fresh,
};

/* ---- the key ---- */

/* The variable under the cursor, or that the page is of. */
static bool variable_here(struct view *v, struct sv *name)
{
	struct place at = v->at;
	const struct variable *all;
	size_t row;
	uint32_t n;

	if (v->at.kind == AT_VARIABLES &&
	    (!view_cur(v, &row) || !v->ops->place || !v->ops->place(v, row, &at)))
		return false;
	if (at.kind != AT_VARIABLE)
		return false;
	all = metagraph_variables(at.mg, &n);
	if (at.i >= n)
		return false;
	*name = all[at.i].key.n ? all[at.i].key : all[at.i].name;	/* keys are told apart */
	if (sv_ends(*name, SV("/.ATTRIBUTES/VARIABLE_VALUE")))
		*name = sv_sub(*name, 0, name->n - sizeof("/.ATTRIBUTES/VARIABLE_VALUE") + 1);
	return true;
}

static struct sv first_word(struct sv s)
{
	size_t from = 0, to;

	while (from < s.n && s.p[from] == ' ')
		from++;
	for (to = from; to < s.n && s.p[to] != ' ';)
		to++;
	return sv_sub(s, from, to);
}

/* The attribute that the row under the cursor of a node's page tells of. */
static const struct opdef_attr *attribute_here(struct view *v)
{
	const struct node *n = v->at.kind == AT_NODE ? graph_node(v->at.g, v->at.i, NULL) : NULL;
	const struct opdef_attr *found = NULL;
	struct row r = { 0 };
	size_t row;

	if (!n || !n->def || !view_cur(v, &row))
		return NULL;
	v->ops->draw(v, row, &r);
	for (int i = 0; !found && i < n->def->n_attrs; i++)
		if (sv_eq(first_word(str_sv(&r.text)), n->def->attrs[i].name))
			found = &n->def->attrs[i];
	row_free(&r);
	return found;
}

/* The node as the run has it under the cursor; else one of a function is meant wherever that is
 * called. Gives. */
static char *attribute_owner(struct view *v, const struct node *n)
{
	const struct function *f = v->at.g->func;
	struct str path = STR_INIT;
	struct sv own;
	long at;

	if (v->ui->mode == MODE_RUN && ui_here_path(v->ui, &path)) {
		at = sv_rfind(str_sv(&path), '@');
		own = at > 0 ? sv_sub(str_sv(&path), 0, (size_t)at) : str_sv(&path);
		if (sv_ends(own, n->name)) {
			char *z = xsvdup(own);

			str_free(&path);
			return z;
		}
	}
	str_free(&path);
	return f ? xasprintf("%.*s/%.*s", SV_ARG(f->name), SV_ARG(n->name)) : xsvdup(n->name);
}

static bool attribute_line(struct view *v, const struct opdef_attr *a, struct str *line)
{
	const struct node *n = graph_node(v->at.g, v->at.i, NULL);
	char *key = xsvdup(a->name), *name = attribute_owner(v, n);
	struct attr_value value;
	struct str is = STR_INIT;
	bool ok;

	str_addz(line, "edit attr ");
	ok = ui_quote(line, sv_of(name));
	str_addf(line, " %s ", key);
	if (node_attr_value(n, key, &value)) {
		attr_print(&is, &value);
		ok = ui_quote(line, str_sv(&is)) && ok;
	}
	str_free(&is);
	free(key);
	free(name);
	return ok;
}

/* All outputs of a node that failed may be meant, also of one that has no kernel. */
static bool has_failed(const struct ui *ui, struct sv path)
{
	const struct dbg *d = ui->app->dbg;
	struct dbg_here h;

	return d && dbg_state(d) == DBG_FAILED && dbg_here(d, &h) && sv_is(path, h.path);
}

static bool tensor_line(struct ui *ui, struct str *line)
{
	struct str name = STR_INIT;
	bool ok = ui_here_path(ui, &name);

	if (ok && !has_failed(ui, str_sv(&name)) && sv_find(str_sv(&name), '@') < 0)
		str_addz(&name, ":0");
	str_addz(line, "edit ");
	ok = ok && ui_quote(line, str_sv(&name));
	str_addc(line, ' ');
	str_free(&name);
	return ok;
}

void ui_edit(struct ui *ui, struct view *v)
{
	const struct opdef_attr *attr = attribute_here(v);
	struct str line = STR_INIT;
	struct sv variable;
	bool ok;

	if (attr) {
		ok = attribute_line(v, attr, &line);
	} else if (variable_here(v, &variable)) {
		str_addz(&line, "edit var ");
		ok = ui_quote(&line, variable);
		str_addc(&line, ' ');
	} else {
		ok = tensor_line(ui, &line);
	}
	if (ok)
		prompt_open(&ui->prompt, PROMPT_COMMAND, NULL, str_z(&line));
	else
		ui_say(ui, ST_WARN, "nothing under the cursor that can be edited");
	str_free(&line);
}
