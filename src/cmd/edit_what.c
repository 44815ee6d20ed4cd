/*
 * What is to be edited, by the names that people give it, and the value that they give it. What a
 * value may be is feed's; which shape it has is that of what was made, or what inference says of a
 * node that cannot run.
 */
#include "cmd/edit.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "cmd/rows.h"
#include "exec/paths.h"
#include "feed/feed.h"
#include "tensor/slice.h"

void target_clear(struct edit_target *t)
{
	free(t->path);
	free(t->name);
	*t = (struct edit_target){ 0 };
}

/* "NAME:1@3" as name, slot (-1: not given) and iteration. */
struct named_node {
	struct sv node, iter;
	int slot;
};

static bool slot_number(struct sv text, int *slot)
{
	int v = 0;

	if (!text.n || text.n > 5)
		return false;
	for (size_t i = 0; i < text.n; i++) {
		if (text.p[i] < '0' || text.p[i] > '9')
			return false;
		v = v * 10 + (text.p[i] - '0');
	}
	*slot = v;
	return true;
}

static struct named_node split(struct sv name)
{
	struct named_node n = { name, SV(""), -1 };
	long at = sv_rfind(name, '@'), colon;

	if (at > 0 && (size_t)at + 1 < name.n && name.p[at + 1] >= '0' && name.p[at + 1] <= '9') {
		n.iter = sv_sub(name, (size_t)at, name.n);
		n.node = sv_sub(name, 0, (size_t)at);
	}
	colon = sv_rfind(n.node, ':');
	if (colon > 0 && slot_number(sv_sub(n.node, (size_t)colon + 1, n.node.n), &n.slot))
		n.node = sv_sub(n.node, 0, (size_t)colon);
	return n;
}

static void set_place(struct edit_target *t, struct sv path, struct sv iter)
{
	t->path = xasprintf("%.*s%.*s", SV_ARG(path), SV_ARG(iter));
	t->name =
		xasprintf("%.*s:%d%.*s%.*s", SV_ARG(path), t->slot, SV_ARG(iter), SV_ARG(t->slice));
}

/* The type of the node's first input, DT_INVALID when nothing says. */
static enum dtype input_type(const struct app *app, const struct edit_target *t)
{
	const struct node *n = graph_node(t->graph, t->node, NULL), *from;

	if (t->here && dbg_n_in(app->dbg) && dbg_in(app->dbg, 0))
		return dbg_in(app->dbg, 0)->dtype;
	from = n && n->n_in ? graph_node(t->graph, n->in[0].node, NULL) : NULL;
	return from && n->in[0].slot < from->n_out ? from->out_type[n->in[0].slot] : DT_INVALID;
}

static bool set_type(const struct app *app, struct edit_target *t, struct err *err)
{
	const struct node *n = graph_node(t->graph, t->node, err);

	if (!n)
		return false;
	if (t->slot >= (int)n->n_out && (n->def || n->callee))
		return err_set(err, ERR_KIND_USAGE, ERR_OUT_OF_RANGE, "%.*s (%.*s) has %u output%s",
			       SV_ARG(n->name), SV_ARG(n->op), n->n_out, n->n_out == 1 ? "" : "s");
	t->dtype = t->slot < (int)n->n_out ? n->out_type[t->slot] : DT_INVALID;
	if (t->dtype == DT_INVALID)	/* an op that nobody knows: most likely as its input */
		t->dtype = input_type(app, t);
	return true;
}

static bool ends_at_slash(struct sv path, struct sv tail)
{
	return sv_ends(path, tail) && (path.n == tail.n || path.p[path.n - tail.n - 1] == '/');
}

/* The node that the run stands before: it may be one that cannot run. */
static bool of_here(const struct app *app, const struct named_node *n, struct edit_target *t)
{
	struct dbg_here h;

	if (!dbg_here(app->dbg, &h) || !ends_at_slash(sv_of(h.path), n->node) ||
	    (n->iter.n && !sv_is(n->iter, h.iter)))
		return false;
	t->graph = h.graph;
	t->node = h.node;
	t->here = true;
	t->slot = n->slot < 0 ? 0 : n->slot;
	set_place(t, sv_of(h.path), sv_of(h.iter));
	return true;
}

/* What the run has made. */
static bool of_event(const struct dbg *d, struct sv name, struct edit_target *t, struct err *err)
{
	struct dbg_event e;
	uint64_t event;
	bool dropped = false;

	if (!dbg_find(d, name, &event, &t->slot, err) || !dbg_event(d, event, &e))
		return false;
	t->old = dbg_event_out(d, event, t->slot, &dropped);
	if (!t->old)
		return err_set(
			err, ERR_KIND_USAGE, ERR_FAILED_PRECONDITION,
			dropped ? "its value was dropped to save memory: say recompute first"
				: "nothing was made here: it is on a branch that was not taken");
	t->dtype = t->old->dtype;
	t->graph = e.graph;
	t->node = e.node;
	set_place(t, sv_of(e.path), sv_of(e.iter));
	return true;
}

/* What a run may make: a node of the model by path. */
static bool of_model(const struct app *app, struct sv name, struct edit_target *t, struct err *err)
{
	struct place p = { 0 };
	struct sv iter;
	uint32_t slot;

	const struct graph *root = dbg_root(app->dbg);
	struct err why = { 0 };

	if (!place_resolve(app->mg, root, name, &p, &slot, &iter, &why) &&
	    (root == app->mg->graph ||
	     !place_resolve(app->mg, app->mg->graph, name, &p, &slot, &iter, NULL))) {
		err_move(err, &why);
		return false;
	}
	err_clear(&why);
	t->graph = p.g;
	t->node = p.node;
	t->slot = (int)slot;
	set_place(t, sv_of(p.path), iter);
	free(p.path);
	return true;
}

bool target_find(const struct app *app, const char *text, struct edit_target *t, struct err *err)
{
	struct err why = { 0 };
	struct named_node n;
	struct sv name;

	slice_split(sv_of(text), &name, &t->slice);
	n = split(name);
	if (of_here(app, &n, t))
		return set_type(app, t, err);
	if (dbg_state(app->dbg) != DBG_IDLE && of_event(app->dbg, name, t, &why))
		return true;
	if (!err_is(&why) || why.code == ERR_NOT_FOUND) {
		err_clear(&why);
		return of_model(app, name, t, err) && set_type(app, t, err);
	}
	err_move(err, &why);
	return false;
}

bool target_variable(struct app *app, const char *text, struct edit_target *t, struct err *err)
{
	struct sv name;

	slice_split(sv_of(text), &name, &t->slice);
	t->path = dbg_variable_name(app->dbg, name, err);
	if (!t->path)
		return false;
	t->name = xasprintf("%.*s%.*s", SV_ARG(name), SV_ARG(t->slice));
	t->old = dbg_variable(app->dbg, t->path);
	if (!t->old)
		return err_set(err, ERR_KIND_USAGE, ERR_FAILED_PRECONDITION,
			       "the variable %s holds nothing yet", t->path);
	t->dtype = t->old->dtype;
	return true;
}

/* One node that the path means, also one without outputs. */
static bool of_path(const struct app *app, const struct named_node *n, struct edit_target *t)
{
	struct places l;
	bool one;

	places_find(app->mg, dbg_root(app->dbg), n->node, &l);
	one = l.p.n == 1;
	if (one) {
		t->graph = l.p.p[0].g;
		t->node = l.p.p[0].node;
		set_place(t, sv_of(l.p.p[0].path), n->iter);
	}
	places_free(&l);
	return one;
}

/* "FUNCTION/NODE": wherever that function is called. */
static bool of_function(const struct app *app, struct sv name, struct edit_target *t)
{
	long slash = sv_find(name, '/');
	const struct function *f =
		slash > 0 ? metagraph_function(app->mg, sv_sub(name, 0, (size_t)slash)) : NULL;

	t->node = f ? graph_find(f->graph, sv_sub(name, (size_t)slash + 1, name.n)) : NODE_NONE;
	if (t->node == NODE_NONE)
		return false;
	t->graph = f->graph;
	t->name = xsvdup(name);
	return true;
}

bool target_node(const struct app *app, const char *text, struct edit_target *t, struct err *err)
{
	struct named_node n = split(sv_of(text));
	struct err why = { 0 };
	bool ok = of_here(app, &n, t) || of_path(app, &n, t) || of_function(app, n.node, t) ||
		  of_model(app, sv_of(text), t, &why);

	if (!ok) {
		err_move(err, &why);
		return false;
	}
	err_clear(&why);
	if (t->path) {
		free(t->name);
		t->name = xstrdup(t->path);
	}
	return true;
}

/* ---- the value ---- */

/* A number or text by itself, as opposed to an array without dimensions. */
static bool is_literal(enum dtype t, const char *text)
{
	struct err none = { 0 };
	struct tensor *v = feed_literal(t, sv_of(text), &none);
	bool ok = v && v->rank == 0;

	err_clear(&none);
	tensor_unref(v);
	return ok;
}

static bool is_fill(const char *text)
{
	return !strcmp(text, "zeros") || !strcmp(text, "ones");
}

static bool identity(const struct app *app, const struct edit_target *t, struct dbg_edit_spec *spec,
		     struct err *err)
{
	const struct node *n = t->graph ? graph_node(t->graph, t->node, NULL) : NULL;
	enum dtype in;

	spec->how = EDIT_INPUT;
	if (!n || !n->n_in || t->slice.n)
		return err_set(err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT,
			       "identity: it takes no input to hand on");
	in = input_type(app, t);
	return in == t->dtype || in == DT_INVALID || t->dtype == DT_INVALID ||
	       err_set(err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT,
		       "identity: its first input is no %s", dtype_text(t->dtype));
}

/* A node that cannot run fills the shape that it would make: is that known? */
static bool shape_told(const struct app *app, const struct edit_target *t, struct err *err)
{
	const struct node *n = graph_node(t->graph, t->node, NULL);
	struct str s = STR_INIT;
	int64_t dim[SHAPE_MAX_RANK];
	struct shape shape;

	if (!t->here || dbg_state(app->dbg) != DBG_FAILED)
		return true;
	shape = dbg_shape_here(app->dbg, (uint32_t)t->slot, dim);
	if (shape_known(shape))
		return true;
	shape_str(&s, shape);
	err_set(err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT,
		"how large? What %.*s makes is not known%s%s: say np.zeros((1, 10), np.float32), a "
		"file, or identity",
		SV_ARG(n->op), shape.rank >= 0 ? " but for " : "",
		shape.rank >= 0 ? str_z(&s) : "");
	str_free(&s);
	return false;
}

static struct shape wanted(const struct edit_target *t, struct tensor **some, struct err *err)
{
	*some = t->old && t->slice.n ? slice_tensor(t->old, t->slice, err) : NULL;
	return *some ? tensor_shape(*some) : t->old ? tensor_shape(t->old) :
	       (struct shape){ SHAPE_UNKNOWN_RANK, NULL };
}

/* A variable keeps its shape: what reads it counts on that. */
static bool check_shape(const struct edit_target *t, const struct dbg_edit_spec *spec,
			struct err *err)
{
	struct str is = STR_INIT, has = STR_INIT;

	if (t->graph || spec->how != EDIT_WHOLE ||
	    shape_eq(tensor_shape(spec->value), tensor_shape(t->old)))
		return true;
	shape_str(&has, tensor_shape(t->old));
	shape_str(&is, tensor_shape(spec->value));
	err_set(err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT,
		"the variable's shape is %s, the value's %s", str_z(&has), str_z(&is));
	str_free(&is);
	str_free(&has);
	return false;
}

static bool check_slice(const struct edit_target *t, const struct tensor *some,
			const struct tensor *v, struct err *err)
{
	if (dtype_info(v->dtype)->kind == DK_OBJECT)
		return err_set(err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT,
			       "a %s has no elements to edit", dtype_text(v->dtype));
	if (!t->slice.n || !some || v->n == 1 || v->n == some->n)
		return true;
	return err_set(err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT,
		       "the slice has %lld elements, the value %lld", (long long)some->n,
		       (long long)v->n);
}

bool edit_value(const struct app *app, const struct edit_target *t, const char *text,
		struct dbg_edit_spec *spec, char **slice, struct err *err)
{
	struct feed_spec feed = {.key = SV("edit"),
				 .tensor_name = sv_of(t->path),
				 .dtype = t->dtype,
				 .shape = {SHAPE_UNKNOWN_RANK, NULL}};
	struct tensor *some;
	struct shape shape = wanted(t, &some, err);
	bool ok = !err_is(err), fill = is_fill(text);

	*slice = NULL;
	if (ok && !strcmp(text, "identity"))
		return identity(app, t, spec, err);
	if (ok && dtype_info(t->dtype)->kind == DK_OBJECT)
		ok = err_set(err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT,
			     "a %s cannot be written down", dtype_text(t->dtype));
	if (fill)
		feed.shape = (struct shape){ 0, NULL };
	else if (!strncmp(text, "random", 6))
		feed.shape = shape;
	if (ok && !strncmp(text, "random", 6) && !shape_known(shape))
		ok = err_set(err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT,
			     "how large? Nothing was made here yet");
	spec->value = ok ? feed_parse(&feed, text, err) : NULL;
	ok = spec->value && check_slice(t, some, spec->value, err);
	spec->how = t->slice.n					 ? EDIT_SLICE
		    : ok && (fill || is_literal(t->dtype, text)) ? EDIT_FILL
								 : EDIT_WHOLE;
	if (t->slice.n)
		spec->slice = *slice = xsvdup(t->slice);
	if (ok && spec->how == EDIT_FILL && t->graph)
		ok = shape_told(app, t, err);
	ok = ok && check_shape(t, spec, err);
	tensor_unref(some);
	return ok;
}
