/* A run on tape: the history replayed from its beginning; see gradient.h. */
#include "debug/gradient.h"

#include <stdlib.h>
#include <string.h>

#include "debug/inside.h"
#include "ops/op.h"
#include "ops/tensorlist.h"
#include "ops/var.h"

/* What made no memory of its own (a Merge: but its choice) hands on or looks otherwise at what it got: it
 * costs nothing, and its tensor may be another one than then, where that was dropped meanwhile and made again. */
bool taped_runs(const struct dbg *d, const struct event *e)
{
	const struct op_row *row = exec_row(d->x);
	bool hands_on = !e->bytes || (row && row->flags & OP_MERGE);

	return d->taping && hands_on && !e->for_real && !e->edited && !e->given &&
	       (row || sv_is(graph_node_op(e->fr->graph, e->node), "_Arg"));
}

/* What a stack gives back is what was put there, which may have been dropped meanwhile and made again. */
bool taped_keeps(const struct dbg *d, const struct tensor *now, const struct tensor *recorded)
{
	if (!d->taping || !now || now->dtype != recorded->dtype ||
	    !shape_eq(tensor_shape(now), tensor_shape(recorded)))
		return false;
	return now->data == recorded->data ||
	       (dtype_info(now->dtype)->kind != DK_OBJECT && tensor_same(now, recorded));
}

static bool is_feed(const struct exec *x, const struct exec_event *ev)
{
	const struct op_row *row = exec_row(x);

	return !frame_parent(ev->frame) && (!row || row->flags & OP_FEED);
}

/* A tensor of its own over the same bytes, so that it is another value than what it was read from. */
static void set_apart(struct exec *x)
{
	struct tensor *t = exec_out(x, 0), *own;

	if (!t || dtype_info(t->dtype)->kind == DK_OBJECT || var_of_ref(t))
		return;
	own = tensor_view(t, t->dtype, t->rank, t->dim, NULL);
	if (own)
		exec_set_out(x, 0, own, NULL);
	tensor_unref(own);
}

/* A V1 reference in, the variable's value out. */
static bool reads_ref(const struct exec *x)
{
	const struct tensor *in = exec_in(x, 0), *out = exec_out(x, 0);

	return in && out && var_of_ref(in) && !var_of_ref(out) && out->data == in->data;
}

void taped_add(struct tape *t, struct exec *x, const struct exec_event *ev)
{
	if (is_feed(x, ev) || reads_ref(x) ||
	    grad_begins(graph_node_op(frame_graph(ev->frame), ev->node)))
		set_apart(x);
	tape_add(t, x, ev);
}

/* With edited attributes it ran as another node. */
static void note_attrs(struct dbg *d, const struct exec_event *ev)
{
	struct exec_as as = {0};
	bool any = false;

	for (size_t i = 0; i < d->edit.n; i++)
		any |= d->edit.p[i].kind == EDIT_ATTR;
	if (any && edit_attr_node(d, history_frec(d, ev->frame, ev->node), ev->node, &as, NULL) && as.n)
		tape_as(d->taping, as.n);
}

void taped_ran(struct dbg *d, const struct exec_event *ev)
{
	if (!d->taping)
		return;
	taped_add(d->taping, d->x, ev);
	if (ev->seq < d->event.n && d->event.p[ev->seq].edited)
		tape_given(d->taping);
	note_attrs(d, ev);
}

/* ---- the signature's ends ---- */

static bool fed_at(const struct dbg *d, uint32_t i, struct edge *at)
{
	*at = (struct edge){i, 0};
	return d->trace || exec_info_edge(d->mg, &d->sig->in[i], "input", at, NULL);
}

/* What the first event of a node of the root put out. */
static uint32_t value_of_input(const struct dbg *d, const struct tape *t, const struct graph *root,
			       uint32_t i)
{
	struct edge at;

	if (!root || !fed_at(d, i, &at))
		return TAPE_NONE;
	for (uint32_t k = 0; k < tape_n(t); k++) {
		const struct tape_event *e = tape_event(t, k);

		if (e->g == root && e->n && e->n->index == at.node && e->n_out > at.slot)
			return e->out[at.slot];
	}
	return TAPE_NONE;
}

static void note_ends(const struct dbg *d, struct taped *t)
{
	const struct graph *root = d->tick.n ? d->tick.p[0].fr->graph : NULL;

	t->n_in = d->sig->n_in;
	t->n_out = d->sig->n_out;
	t->in = xcalloc((size_t)t->n_in + 1, sizeof(*t->in));
	t->out = xcalloc((size_t)t->n_out + 1, sizeof(*t->out));
	for (uint32_t i = 0; i < t->n_in; i++)
		t->in[i] = value_of_input(d, t->tape, root, i);
	for (uint32_t i = 0; i < t->n_out; i++)
		t->out[i] = tape_find(t->tape, exec_fetch(d->x, i));
}

void taped_free(struct taped *t)
{
	tape_free(t->tape);
	free(t->in);
	free(t->out);
	memset(t, 0, sizeof(*t));
}

bool dbg_tape(struct dbg *d, struct taped *t, struct err *err)
{
	struct standing stood = standing_of(d);
	bool ok;

	memset(t, 0, sizeof(*t));
	t->d = d;
	if (stood.state == DBG_IDLE)
		return err_set(err, ERR_KIND_USAGE, ERR_FAILED_PRECONDITION,
			       "there is no run yet: start");
	t->tape = tape_new();
	if (!d->tick.n) { /* a run of no nodes */
		note_ends(d, t);
		return true;
	}
	d->taping = t->tape;
	ok = machine_again(d, stood.here, err);
	d->taping = NULL;
	if (ok)
		note_ends(d, t);
	ok = standing_return(d, &stood, err) && ok;
	if (!ok)
		taped_free(t);
	return ok;
}

/* ---- looking ---- */

void tape_event_op(const struct tape *t, const struct tape_event *e, struct vjp *v, struct arena *a)
{
	struct tensor **in = arena_array(a, (size_t)e->n_in + 1, sizeof(*in));
	struct tensor **out = arena_array(a, (size_t)e->n_out + 1, sizeof(*out));

	for (uint32_t i = 0; i < e->n_in; i++)
		in[i] = e->in[i] == TAPE_NONE ? NULL : tape_value(t, e->in[i])->t;
	for (uint32_t i = 0; i < e->n_out; i++)
		out[i] = e->out[i] == TAPE_NONE ? NULL : tape_value(t, e->out[i])->t;
	*v = (struct vjp){.n = e->n, .n_in = e->n_in, .n_out = e->n_out, .in = in, .out = out};
}

struct object *tape_resource(const struct tape *t, uint32_t value)
{
	const struct tape_value *v = tape_value(t, value);
	struct var *var = v ? var_of_ref(v->t) : NULL;

	if (var)
		return &var->r.o;
	return v && v->t->dtype == DT_RESOURCE && v->t->n == 1 ? *(struct object *const *)v->t->data
							       : NULL;
}

static int64_t number(const struct tape *t, const struct tape_event *e, uint32_t i)
{
	const struct tape_value *v = i < e->n_in ? tape_value(t, e->in[i]) : NULL;

	return v && v->t->n ? tensor_get_i64(v->t, 0) : -1;
}

/* Which row of a vector of places is i, or -1. */
static int64_t row_with(const struct tape *t, const struct tape_event *e, uint32_t input, int64_t i)
{
	const struct tape_value *v = tape_value(t, e->in[input]);

	for (int64_t k = 0; v && k < v->t->n; k++)
		if (tensor_get_i64(v->t, k) == i)
			return k;
	return -1;
}

static int64_t list_length(const struct tape *t, uint32_t value)
{
	const struct tape_value *v = tape_value(t, value);
	struct tlist *l = v && v->t->dtype == DT_VARIANT && v->t->n == 1
				  ? tlist_of(*(struct object *const *)v->t->data)
				  : NULL;

	return l ? l->v.n : -1;
}

static bool item_of_array(const struct tape *t, const struct object *o, uint32_t before, int64_t i,
			  uint32_t *value, int64_t *row)
{
	static const char *const writers[] = {"TensorArrayWriteV3", "TensorArrayScatterV3", NULL};

	while (before-- > 0) {
		const struct tape_event *e = tape_event(t, before);

		if (!op_is_one(e, writers) || e->n_in < 3 || tape_resource(t, e->in[0]) != o)
			continue;
		*row = row_with(t, e, 1, i);
		if (*row < 0)
			continue;
		if (sv_is(e->n->op, writers[0]))
			*row = -1;
		*value = e->in[2];
		return true;
	}
	return false;
}

bool tape_item(const struct tape *t, uint32_t list, uint32_t before, int64_t i, uint32_t *value,
	       int64_t *row)
{
	const struct tape_event *e;

	*row = -1;
	if (tape_resource(t, list))
		return item_of_array(t, tape_resource(t, list), before, i, value, row);
	while ((e = tape_maker(t, list)) != NULL && e->n && e->n_in) {
		struct sv op = e->n->op;

		if (sv_is(op, "TensorListFromTensor")) {
			*value = e->in[0];
			*row = i;
			return true;
		}
		if ((sv_is(op, "TensorListSetItem") && e->n_in > 2 && number(t, e, 1) == i) ||
		    (sv_is(op, "TensorListPushBack") && e->n_in > 1 &&
		     list_length(t, e->in[0]) == i)) {
			*value = e->in[e->n_in > 2 ? 2 : 1];
			return true;
		}
		if (!sv_starts(op, SV("TensorList")) || list_length(t, e->in[0]) < 0)
			return false;
		list = e->in[0];
	}
	return false;
}

/* ---- variables ---- */

/* The key that the variable behind o is saved under, as far as it names it: "dense/v". */
static struct sv place_of(const struct dbg *d, const struct object *o)
{
	uint32_t n;
	const struct variable *v = metagraph_variables(d->mg, &n);
	struct sv tail = SV("/.ATTRIBUTES/VARIABLE_VALUE"), found = SV("");

	for (uint32_t i = 0; i < n && !found.n; i++) {
		struct tensor *t = v[i].object >= 0 && sv_ends(v[i].key, tail)
					   ? session_object(d->s, v[i].object, NULL)
					   : NULL;

		if (t && t->dtype == DT_RESOURCE && t->n == 1 &&
		    *(struct object *const *)t->data == o)
			found = sv_sub(v[i].key, 0, v[i].key.n - tail.n);
		tensor_unref(t);
	}
	return found;
}

const char *taped_variable(const struct taped *t, const struct object *o)
{
	const char *name =
		o && o->cls == &var_class.object ? ((const struct resource *)o)->name : NULL;
	struct sv place;

	if (!name || !sv_starts(sv_of(name), SV("Variable")))
		return name ? name : "";
	place = place_of(t->d, o);
	return place.n ? history_intern(t->d, place).p : name;
}

struct tensor *var_object_value(const struct object *o)
{
	return o && o->cls == &var_class.object ? ((const struct var *)o)->value : NULL;
}

static void begin_from_here(struct dbg *d)
{
	snapshot_free(d->fresh);
	d->fresh = session_save(d->s);
	dbg_reset(d);
}

bool dbg_variables_put(struct dbg *d, struct object *const *variable, struct tensor *const *value,
		       uint32_t n, struct err *err)
{
	if (d->state != DBG_DONE || err_is(&d->err))
		return err_set(err, ERR_KIND_USAGE, ERR_FAILED_PRECONDITION,
			       "the run did not come to its end");
	if (!d->loaded) { /* what the first of these runs began with is kept, a new one takes its place */
		d->loaded = d->fresh;
		d->fresh = NULL;
	}
	for (uint32_t i = 0; i < n; i++) {
		struct var *v = (struct var *)variable[i];

		tensor_unref(v->value);
		v->value = tensor_ref(value[i]);
		v->r.version++;
	}
	begin_from_here(d);
	return true;
}

bool dbg_variables_reset(struct dbg *d, struct err *err)
{
	if (!d->loaded)
		return err_set(err, ERR_KIND_USAGE, ERR_FAILED_PRECONDITION,
			       "no variable was changed");
	session_load(d->s, d->loaded);
	snapshot_free(d->loaded);
	d->loaded = NULL;
	begin_from_here(d);
	return true;
}
