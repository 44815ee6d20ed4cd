/*
 * Edits on their way into a run: the value that an edit means when it is due, outputs of nodes,
 * variables, attributes.
 */
#include "debug/inside.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "infer/infer.h"
#include "ops/var.h"
#include "tensor/slice.h"

/* ---- the value ---- */

static bool put_element(struct tensor *to, int64_t i, const struct tensor *from, int64_t k,
			struct err *err)
{
	size_t size = dtype_info(to->dtype)->size;

	if (to->dtype == DT_STRING)
		return tensor_str_set(to, i, tensor_str(from, k), err);
	memcpy((char *)to->data + (size_t)i * size, (const char *)from->data + (size_t)k * size,
	       size);
	return true;
}

static bool may_put(const struct tensor *to, const struct tensor *value, struct err *err)
{
	if (dtype_info(to->dtype)->kind != DK_OBJECT && value->dtype == to->dtype)
		return true;
	return err_set(err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT, "a %s cannot be put into a %s",
		       dtype_text(value->dtype), dtype_text(to->dtype));
}

static struct tensor *filled(const struct tensor *one, struct shape s, struct err *err)
{
	struct tensor *t = tensor_new(one->dtype, s.rank, s.dim, err);
	bool ok = t && (one->n > 0 ||
			err_set(err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT, "an empty value"));

	for (int64_t i = 0; ok && i < t->n; i++)
		ok = put_element(t, i, one, 0, err);
	if (ok)
		return t;
	tensor_unref(t);
	return NULL;
}

/* The flat places of the elements that a slice of t means: gives. */
static struct tensor *places(const struct tensor *t, const char *slice, struct err *err)
{
	struct tensor *all = tensor_new(DT_INT64, t->rank, t->dim, err), *some;

	for (int64_t i = 0; all && i < all->n; i++)
		((int64_t *)all->data)[i] = i;
	some = all ? slice_tensor(all, sv_of(slice), err) : NULL;
	tensor_unref(all);
	return some;
}

static struct tensor *with_slice(const struct edit *e, const struct tensor *old, struct err *err)
{
	struct tensor *at = may_put(old, e->value, err) ? places(old, e->slice, err) : NULL;
	struct tensor *out = at ? tensor_copy(old, err) : NULL;
	bool ok = out != NULL;

	if (ok && e->value->n != 1 && e->value->n != at->n)
		ok = err_set(err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT,
			     "the slice has %" PRId64 " elements, the value %" PRId64, at->n,
			     e->value->n);
	for (int64_t i = 0; ok && i < at->n; i++)
		ok = put_element(out, ((int64_t *)at->data)[i], e->value, e->value->n == 1 ? 0 : i,
				 err);
	tensor_unref(at);
	if (ok)
		return out;
	tensor_unref(out);
	return NULL;
}

/* What e means where `old` is; gives. */
static struct tensor *value_on(const struct edit *e, const struct tensor *old, struct err *err)
{
	if (e->how == EDIT_SLICE)
		return with_slice(e, old, err);
	if (e->how == EDIT_FILL)
		return may_put(old, e->value, err) ? filled(e->value, tensor_shape(old), err)
						   : NULL;
	return tensor_ref(e->value);
}

/* ---- outputs ---- */

static bool of_output(const struct edit *e, const struct frec *fr, uint32_t node, int slot)
{
	return e->kind == EDIT_TENSOR && e->slot == slot && edit_meets(e, fr, node);
}

struct shape dbg_shape_here(const struct dbg *d, uint32_t slot, int64_t *dim)
{
	const struct graph *g =
		d->x && exec_node(d->x) != NODE_NONE ? frame_graph(exec_frame(d->x)) : NULL;
	const struct node *n = g ? graph_node(g, exec_node(d->x), NULL) : NULL;
	uint32_t n_in = (uint32_t)(d->x ? exec_n_in(d->x) : 0);
	struct tensor **in;
	struct shape s;

	if (!n)
		return (struct shape){ SHAPE_UNKNOWN_RANK, NULL };
	in = xcalloc((size_t)n_in + 1, sizeof(*in));
	for (uint32_t i = 0; i < n_in; i++)
		in[i] = exec_in(d->x, (int)i);
	s = infer_one(g, n, in, n_in, slot, dim);
	free(in);
	return s;
}

/* Before the node runs: what e alone says; NULL, when it must run for that (or cannot be known). */
static struct tensor *value_before(struct dbg *d, const struct edit *e)
{
	int64_t dim[SHAPE_MAX_RANK];
	struct shape s;

	if (e->how == EDIT_WHOLE)
		return tensor_ref(e->value);
	if (e->how == EDIT_INPUT)
		return tensor_ref(exec_in(d->x, 0));
	if (e->how == EDIT_SLICE || (exec_row(d->x) && !d->failing))
		return NULL;
	s = dbg_shape_here(d, (uint32_t)e->slot, dim);
	return shape_known(s) ? filled(e->value, s, NULL) : NULL;
}

/* Output slot by all edits of it, in their order, each upon the one before: from what was made
 * on, or (made NULL) without that. *n counts them. What cannot be put in (a slice of what has
 * another shape this time) is left out. Gives; NULL: made stays, or is needed. */
static struct tensor *edited_output(struct dbg *d, const struct frec *fr, uint32_t node, int slot,
				    struct tensor *made, uint64_t *n)
{
	struct tensor *now = tensor_ref(made);

	*n = 0;
	for (size_t i = 0; i < d->edit.n; i++) {
		struct edit *e = &d->edit.p[i];
		struct tensor *t;

		if (!of_output(e, fr, node, slot))
			continue;
		t = now && e->how != EDIT_INPUT ? value_on(e, now, NULL) : value_before(d, e);
		if (!t)
			continue;
		tensor_unref(now);
		now = t;
		++*n;
	}
	return now;
}

static void count_applied(struct dbg *d, const struct frec *fr, uint32_t node)
{
	for (size_t i = 0; i < d->edit.n; i++) {
		struct edit *e = &d->edit.p[i];
		bool put = e->kind == EDIT_TENSOR || (e->kind == EDIT_ATTR && !d->skipped);

		e->applied += put && edit_meets(e, fr, node);
	}
}

/* A node that changes the world besides (what others will draw, too) runs all the same, if it can. */
static bool has_effects(const struct dbg *d)
{
	const struct op_row *row = exec_row(d->x);

	return row && row->flags & (OP_STATEFUL | OP_RANDOM);
}

/* All outputs of the node here, when edits say all of them; gives, NULL: they do not. */
static struct tensor **all_outputs(struct dbg *d)
{
	const struct tick *t = &d->tick.p[d->here];
	int n = exec_n_out(d->x);
	struct tensor **out = n > 0 && d->edit.n > 0 ? xcalloc((size_t)n, sizeof(*out)) : NULL;

	for (int k = 0; out && k < n; k++) {
		uint64_t edits;

		out[k] = edited_output(d, t->fr, t->node, k, NULL, &edits);
		if (!out[k]) {
			while (k-- > 0)
				tensor_unref(out[k]);
			free(out);
			return NULL;
		}
	}
	return out;
}

static void outputs_free(struct dbg *d, struct tensor **out)
{
	for (int k = 0; out && k < exec_n_out(d->x); k++)
		tensor_unref(out[k]);
	free(out);
}

static bool skip(struct dbg *d)
{
	struct tensor **out = all_outputs(d);

	d->skipped = out && exec_skip(d->x, out, exec_n_out(d->x), NULL);
	outputs_free(d, out);
	return d->skipped;
}

bool edits_heal(struct dbg *d)
{
	struct tensor **out;

	d->failing = true;
	out = all_outputs(d);
	d->failing = false;
	outputs_free(d, out);
	return out != NULL;
}

void edits_skip(struct dbg *d)
{
	if (!has_effects(d))
		skip(d);
}

bool edits_rescue(struct dbg *d)
{
	bool ok;

	d->failing = true;
	ok = skip(d);
	d->failing = false;
	return ok;
}

void edits_apply(struct dbg *d, const struct exec_event *ev)
{
	struct frec *fr = d->edit.n ? history_frec(d, ev->frame, ev->node) : NULL;

	if (fr)
		count_applied(d, fr, ev->node);
	for (int k = 0; fr && !d->skipped && k < exec_n_out(d->x); k++) {
		struct tensor *old = exec_out(d->x, k), *t;
		uint64_t n = 0;

		if (!old)
			continue;
		t = edited_output(d, fr, ev->node, k, old, &n);
		if (n)
			d->touched |= exec_set_out(d->x, k, t, NULL);
		tensor_unref(t);
	}
}

/* ---- variables ---- */

static void hold(struct var *v, struct tensor *t)
{
	struct tensor *old = v->value;

	v->value = tensor_ref(t);
	tensor_unref(old);
	v->r.version++;
}

/* What v holds once e is in force. */
static bool put_variable(struct dbg *d, struct edit *e, struct err *err)
{
	struct var *v = session_var(d->s, sv_of(e->variable));
	struct tensor *t;

	if (!v)
		return err_set(err, ERR_KIND_USAGE, ERR_NOT_FOUND, "the run has no variable %s",
			       e->variable);
	if (!v->value && e->how != EDIT_WHOLE)
		return err_set(err, ERR_KIND_USAGE, ERR_FAILED_PRECONDITION,
			       "the variable %s holds nothing", e->variable);
	t = v->value ? value_on(e, v->value, err) : tensor_ref(e->value);
	if (!t)
		return false;
	e->applied++;
	hold(v, t);
	tensor_unref(t);
	return true;
}

/* The edits of a variable from the beginning, in their order, upon what it held by itself. */
static bool put_from_base(struct dbg *d, const char *variable, struct tensor *base, struct err *err)
{
	struct var *v = session_var(d->s, sv_of(variable));
	bool ok = true;

	if (v)
		hold(v, base);
	for (size_t i = 0; i < d->edit.n; i++) {
		struct edit *e = &d->edit.p[i];

		if (e->kind != EDIT_VARIABLE || e->path || strcmp(e->variable, variable))
			continue;
		if (e->base != base) {
			tensor_unref(e->base);
			e->base = tensor_ref(base);
		}
		ok = put_variable(d, e, err) && ok;
	}
	return ok;
}

/* What the variable holds by itself when the run begins: an edit of it knows, else it is there. */
static struct tensor *base_of(const struct dbg *d, const char *variable)
{
	for (size_t i = 0; i < d->edit.n; i++)
		if (d->edit.p[i].base && !strcmp(d->edit.p[i].variable, variable))
			return d->edit.p[i].base;
	return session_variable(d->s, sv_of(variable));
}

bool edits_begin(struct dbg *d, struct err *err)
{
	bool ok = true;

	for (size_t i = 0; ok && i < d->edit.n; i++) {
		struct edit *e = &d->edit.p[i];

		if (e->kind == EDIT_VARIABLE && !e->path && !e->base)
			ok = put_from_base(d, e->variable,
					   session_variable(d->s, sv_of(e->variable)), err);
	}
	return ok;
}

bool edits_begin_again(struct dbg *d, const edit_vec *of, struct err *err)
{
	bool ok = true;

	for (size_t i = 0; i < of->n; i++) {
		const struct edit *e = &of->p[i];
		struct tensor *base;

		if (e->kind != EDIT_VARIABLE || e->path)
			continue;
		base = tensor_ref(e->base ? e->base : base_of(d, e->variable));
		ok = put_from_base(d, e->variable, base, err) && ok;
		tensor_unref(base);
	}
	return ok;
}

void edits_take_out(struct dbg *d)
{
	for (size_t i = d->edit.n; i-- > 0;) {
		struct edit *e = &d->edit.p[i];
		struct var *v = e->base ? session_var(d->s, sv_of(e->variable)) : NULL;
		struct tensor *was =
			d->mark.n && v ? snapshot_variable(d->mark.p[0].snap, v) : NULL;

		if (v && v->value == was)	/* nothing else has written it */
			hold(v, e->base);
	}
}

void edits_before(struct dbg *d)
{
	const struct tick *t = &d->tick.p[d->here];
	struct exec_as as = { 0 };
	bool attrs = false;

	d->skipped = d->touched = false;
	for (size_t i = 0; i < d->edit.n; i++) {
		struct edit *e = &d->edit.p[i];

		if (e->kind == EDIT_TENSOR || !edit_meets(e, t->fr, t->node))
			continue;
		if (e->kind == EDIT_VARIABLE)
			put_variable(d, e, NULL);
		attrs |= e->kind == EDIT_ATTR;
	}
	if (attrs)
		edit_attr_node(d, t->fr, t->node, &as, NULL);
	exec_run_as(d->x, as, NULL);
}
