/* Datasets as objects, and iterators' states; see dataset.h. */
#include "ops/dataset.h"

#include <stdlib.h>
#include <string.h>

#include "ops/tensorlist.h"

enum {
	MAX_DEPTH = 1000,	/* stages on top of each other: recursion ends here */
	MAX_PARTS = 65536,	/* components of an element, inputs of a dataset */
};

/* ---- elements ---- */

void elem_free(struct elem *e)
{
	for (int i = 0; i < e->n; i++)
		tensor_unref(e->t[i]);
	free(e->t);
	*e = (struct elem){ 0 };
}

void elem_add(struct elem *e, struct tensor *t)
{
	e->t = xrealloc(e->t, ((size_t)e->n + 1) * sizeof(*e->t));
	e->t[e->n++] = t;
}

void elem_keep(struct plist *l, struct elem *e)
{
	for (int i = 0; i < e->n; i++)
		plist_push(l, e->t[i]);
	free(e->t);
	*e = (struct elem){ 0 };
}

/* ---- datasets ---- */

static void ds_destroy(struct object *o)
{
	struct ds *d = (struct ds *)o;

	for (int i = 0; i < d->n_in; i++)
		object_unref(&d->in[i]->o);
	for (int i = 0; i < d->n_val; i++)
		tensor_unref(d->val[i]);
	free(d->in);
	free(d->val);
	free(d->type);
	free(d->shape);
	arena_free(d->own);
	free(d);
}

static void ds_describe(const struct object *o, struct str *out)
{
	const struct ds *d = (const struct ds *)o;

	str_addf(out, "%s of", d->op);
	for (int i = 0; i < d->n_types && i < 8; i++)
		str_addf(out, "%s %s", i ? "," : "", dtype_info(d->type[i])->name);
	if (d->n_types > 8)
		str_addz(out, ", ...");
}

static const struct object_class ds_class = {
	.name = "dataset", .destroy = ds_destroy, .describe = ds_describe,
};

struct ds *ds_new(const struct ds_kind *k, const char *op)
{
	struct ds *d = xcalloc(1, sizeof(*d));

	atomic_init(&d->o.refs, 1);
	d->o.cls = &ds_class;
	d->kind = k;
	d->op = op;
	return d;
}

struct ds *ds_of(const struct tensor *t)
{
	struct object *o = t->dtype == DT_VARIANT && t->n > 0 ? *(struct object **)t->data : NULL;

	return o && o->cls == &ds_class ? (struct ds *)o : NULL;
}

struct ds *ds_in(struct op_ctx *c, int i)
{
	struct ds *d;

	if (c->in[i]->dtype != DT_VARIANT || c->in[i]->rank != 0) {
		op_invalid(c, "Dataset tensor must be a scalar of dtype DT_VARIANT.");
		return NULL;
	}
	d = ds_of(c->in[i]);
	if (!d)
		op_invalid(c, "Tensor must be a Dataset object.");
	return d;
}

static bool deeper(struct op_ctx *c, struct ds *d, int depth)
{
	if (depth + 1 > d->depth)
		d->depth = depth + 1;
	return d->depth <= MAX_DEPTH || op_fail(c, ERR_RESOURCE_EXHAUSTED, "a pipeline of more than %d datasets "
						"on top of each other", MAX_DEPTH);
}

bool ds_add_in(struct op_ctx *c, struct ds *d, struct ds *in)
{
	d->in = xrealloc(d->in, ((size_t)d->n_in + 1) * sizeof(*d->in));
	object_ref(&in->o);
	d->in[d->n_in++] = in;
	return deeper(c, d, in->depth);
}

bool ds_add_val(struct op_ctx *c, struct ds *d, struct tensor *t)
{
	d->val = xrealloc(d->val, ((size_t)d->n_val + 1) * sizeof(*d->val));
	d->val[d->n_val++] = tensor_ref(t);
	for (int64_t k = 0; t->dtype == DT_VARIANT && k < t->n; k++) {
		struct object *o = ((struct object **)t->data)[k];

		if (o && o->cls == &ds_class && !deeper(c, d, ((struct ds *)o)->depth))
			return false;
	}
	return true;
}

bool ds_types(struct op_ctx *c, struct ds *d, int n, const enum dtype *type)
{
	if (n < 1 || n > MAX_PARTS)
		return op_invalid(c, "elements of %d components", n);
	d->type = xrealloc(d->type, (size_t)n * sizeof(*d->type));
	memcpy(d->type, type, (size_t)n * sizeof(*type));
	d->n_types = n;
	return true;
}

bool ds_types_like(struct op_ctx *c, struct ds *d, const struct ds *other, int more)
{
	int n = more ? d->n_types : 0;

	if (n + other->n_types > MAX_PARTS)
		return op_invalid(c, "elements of more than %d components", MAX_PARTS);
	d->type = xrealloc(d->type, (size_t)(n + other->n_types) * sizeof(*d->type));
	memcpy(d->type + n, other->type, (size_t)other->n_types * sizeof(*other->type));
	d->n_types = n + other->n_types;
	return true;
}

const char *ds_types_text(struct op_ctx *c, const struct ds *d)
{
	const char *s = "";

	for (int i = 0; i < d->n_types; i++)
		s = arena_printf(c->scratch, "%s%s%s", s, i ? ", " : "", op_type_text(c, d->type[i]));
	return s;
}

bool ds_types_said(struct op_ctx *c, struct ds *d, const char *attr)
{
	const struct attr_value *v;
	enum dtype *type;
	uint32_t n = 0;

	if (!node_attr_list(c->node, attr, &v, &n) || n < 1 || n > MAX_PARTS)
		return op_invalid(c, "attr '%s' is missing or empty", attr);
	type = arena_array(c->scratch, n, sizeof(*type));
	for (uint32_t i = 0; i < n; i++)
		type[i] = (enum dtype)v[i].i;
	return ds_types(c, d, (int)n, type);
}

void ds_shapes_said(struct op_ctx *c, struct ds *d)
{
	const struct attr_value *v;
	size_t dims = 0, shapes = (size_t)d->n_types * sizeof(struct shape);
	uint32_t n = 0;
	int64_t *at;

	if (!node_attr_list(c->node, "output_shapes", &v, &n) || (int)n != d->n_types)
		n = 0;
	for (uint32_t i = 0; i < n; i++)
		dims += v[i].kind == ATTR_SHAPE && v[i].shape.rank > 0 ? (size_t)v[i].shape.rank : 0;
	d->shape = xrealloc(d->shape, shapes + dims * sizeof(int64_t));
	at = (int64_t *)((char *)d->shape + shapes);
	for (int i = 0; i < d->n_types; i++) {
		struct shape s = i < (int)n && v[i].kind == ATTR_SHAPE ? v[i].shape :
									 (struct shape){ SHAPE_UNKNOWN_RANK, NULL };

		d->shape[i] = (struct shape){ s.rank, at };
		if (s.rank > 0) {
			memcpy(at, s.dim, (size_t)s.rank * sizeof(*at));
			at += s.rank;
		}
	}
}

/* ---- arguments ---- */

int ds_arg(struct op_ctx *c, const char *name)
{
	const struct opdef *def = c->node->def;
	int at = 0;

	for (uint32_t k = 0; def && k < def->n_in; k++) {
		if (sv_is(def->in[k].name, name))
			return at < c->n_in ? at : -1;
		at += (int)node_arg_count(c->node, &def->in[k]);
	}
	return -1;
}

static const struct tensor *scalar(struct op_ctx *c, const char *name)
{
	int i = ds_arg(c, name);

	if (i < 0) {
		op_invalid(c, "input '%s' is missing", name);
		return NULL;
	}
	if (c->in[i]->rank != 0) {
		op_invalid(c, "%s must be a scalar", name);
		return NULL;
	}
	return c->in[i];
}

bool ds_int(struct op_ctx *c, const char *name, int64_t *v)
{
	const struct tensor *t = scalar(c, name);

	if (t)
		*v = tensor_get_i64(t, 0);
	return t != NULL;
}

bool ds_bool(struct op_ctx *c, const char *name, bool *v)
{
	const struct tensor *t = scalar(c, name);

	if (t)
		*v = tensor_get_i64(t, 0) != 0;
	return t != NULL;
}

static bool is_dataset_arg(struct sv name)
{
	return sv_ends(name, SV("dataset")) || sv_ends(name, SV("datasets"));
}

static bool is_captured_arg(struct sv name)
{
	return sv_ends(name, SV("other_arguments")) || sv_ends(name, SV("other_args"));
}

static bool read_arg(struct op_ctx *c, struct ds *d, struct sv name, int i)
{
	struct ds *in;

	if (is_dataset_arg(name)) {
		in = ds_in(c, i);
		return in && ds_add_in(c, d, in);
	}
	if (sv_is(name, "components") || sv_is(name, "tensors") || is_captured_arg(name))
		return ds_add_val(c, d, c->in[i]);
	return true;
}

static bool ds_read_funcs(struct op_ctx *c, struct ds *d)
{
	struct sv name;

	for (int k = 0; k < DS_FUNCS && d->kind->func[k]; k++) {
		if (!node_attr_func(c->node, d->kind->func[k], &name))
			return op_invalid(c, "attr '%s' names no function", d->kind->func[k]);
		d->func[k].f = c->world->function(c->world_ctx, name, c->err);
		if (!d->func[k].f)
			return false;
	}
	return true;
}

/* What the functions captured comes in their own order. */
static bool ds_read_args(struct op_ctx *c, struct ds *d)
{
	const struct opdef *def = c->node->def;
	int at = 0, func = 0;

	for (uint32_t k = 0; def && k < def->n_in; k++) {
		struct sv name = def->in[k].name;
		int before = d->n_val;

		for (uint32_t m = node_arg_count(c->node, &def->in[k]); m > 0 && at < c->n_in; m--, at++)
			if (!read_arg(c, d, name, at))
				return false;
		if (is_captured_arg(name) && func < DS_FUNCS) {
			d->func[func].at = before;
			d->func[func++].n = d->n_val - before;
		}
	}
	return ds_read_funcs(c, d);
}

bool ds_fill(struct op_ctx *c, struct ds *d)
{
	struct attr_value v;

	if (!ds_read_args(c, d))
		return false;
	if (node_attr_value(c->node, "output_types", &v) ? !ds_types_said(c, d, "output_types") :
	    node_attr_value(c->node, "Toutput_types", &v) && !ds_types_said(c, d, "Toutput_types"))
		return false;
	if (d->n_in && !d->func[0].f && !d->n_types && !ds_types_like(c, d, d->in[0], 0))
		return false;
	if (d->kind->make && !d->kind->make(c, d))
		return false;
	if (d->n_types < 1)
		return op_invalid(c, "elements of no components");
	if (!d->shape)			/* a source may know better */
		ds_shapes_said(c, d);
	return true;
}

bool ds_run(struct op_ctx *c)
{
	struct ds *d = ds_new(c->row->data, c->row->name);

	if (ds_fill(c, d))
		return variant_out(c, 0, &d->o);
	object_unref(&d->o);
	return false;
}

int64_t ds_count(const struct ds *d)
{
	struct ds *m = (struct ds *)d;

	/* Asked for once: a dataset that goes into another one twice, and so on, is asked by each of its ways. */
	if (!d->counted)
		m->elements = d->kind->count ? d->kind->count(d) : CARD_UNKNOWN;
	m->counted = true;
	return d->elements;
}

int64_t ds_count_input(const struct ds *d)
{
	return ds_count(d->in[0]);
}

enum got ds_next_input(struct op_ctx *c, struct it *i, struct elem *e)
{
	return it_pull(c, i, 0, e);
}

/* ---- iterators ---- */

enum got it_pull(struct op_ctx *c, struct it *i, int k, struct elem *e)
{
	return it_next(c, it_kid(i, k, i->d->in[k]), e);
}

struct it *it_new(struct ds *d, int64_t epoch)
{
	struct it *i = xcalloc(1, sizeof(*i));

	object_ref(&d->o);
	i->d = d;
	i->epoch = epoch;
	return i;
}

/* Could d be made by the same node, of other values? Numbers in a state may be places in its tensors. */
static bool alike(const struct ds *a, const struct ds *d)
{
	bool same = a->kind == d->kind && a->n_in == d->n_in && a->n_types == d->n_types && a->n_val == d->n_val &&
		    a->a == d->a && a->b == d->b && a->c == d->c &&
		    !memcmp(a->type, d->type, (size_t)d->n_types * sizeof(*d->type));

	for (int k = 0; same && k < d->n_val; k++)
		same = a->val[k]->dtype == d->val[k]->dtype &&
		       shape_eq(tensor_shape(a->val[k]), tensor_shape(d->val[k]));
	return same;
}

/* Only the stages that were begun are looked at: there are as many of them as states. */
bool it_fits(const struct it *i, const struct ds *d)
{
	bool same = i->d == d || alike(i->d, d);

	for (int k = 0; same && k < i->n_kids && k < d->n_in; k++)
		same = !i->kid[k] || (i->kid[k]->d == i->d->in[k] && it_fits(i->kid[k], d->in[k]));
	return same;
}

/* Kids beyond the inputs are over datasets that functions made, and stay so. */
static struct ds *kid_over(const struct it *i, int k, const struct ds *d)
{
	return k < d->n_in && i->kid[k]->d == i->d->in[k] ? d->in[k] : i->kid[k]->d;
}

struct it *it_copy(const struct it *i)
{
	return it_copy_over(i, i->d);
}

struct it *it_copy_over(const struct it *i, struct ds *d)
{
	struct it *n = xmalloc(sizeof(*n));

	*n = *i;
	n->d = d;
	object_ref(&d->o);
	n->ret = plist_copy(&i->ret);
	n->part = plist_copy(&i->part);
	n->held = plist_copy(&i->held);
	n->seen = pmap_ref(&i->seen);
	n->kid = i->n_kids ? xcalloc((size_t)i->n_kids, sizeof(*n->kid)) : NULL;
	for (int k = 0; k < i->n_kids; k++)
		n->kid[k] = i->kid[k] ? it_copy_over(i->kid[k], kid_over(i, k, d)) : NULL;
	return n;
}

void it_free(struct it *i)
{
	if (!i)
		return;
	for (int k = 0; k < i->n_kids; k++)
		it_free(i->kid[k]);
	free(i->kid);
	plist_free(&i->ret);
	plist_free(&i->part);
	plist_free(&i->held);
	pmap_clear(&i->seen);
	object_unref(&i->d->o);
	free(i);
}

struct it *it_kid(struct it *i, int k, struct ds *d)
{
	if (k >= i->n_kids) {
		i->kid = xrealloc(i->kid, ((size_t)k + 1) * sizeof(*i->kid));
		memset(i->kid + i->n_kids, 0, (size_t)(k + 1 - i->n_kids) * sizeof(*i->kid));
		i->n_kids = k + 1;
	}
	if (!i->kid[k] && d)
		i->kid[k] = it_new(d, i->epoch);
	if (i->kid[k])
		i->kid[k]->depth = i->depth + 1;
	return i->kid[k];
}

void it_kid_drop(struct it *i, int k)
{
	if (k < i->n_kids) {
		it_free(i->kid[k]);
		i->kid[k] = NULL;
	}
}

static int64_t last_epoch(const struct it *i)
{
	int64_t last = i->epoch;

	for (int k = 0; k < i->n_kids; k++) {
		int64_t e = i->kid[k] ? last_epoch(i->kid[k]) : last;

		if (e > last)
			last = e;
	}
	return last;
}

static void rewind_to(struct it *i, int64_t epoch)
{
	i->epoch = epoch;
	i->n = i->calls = 0;
	i->started = i->ended = i->waiting = i->has_ret = false;
	i->phase = 0;
	plist_free(&i->part);
	plist_free(&i->ret);
	pmap_clear(&i->seen);
	if (!i->d->kind->keeps || !i->m) {
		plist_free(&i->held);
		i->m = 0;
	}
	for (int k = 0; k < i->n_kids; k++)
		if (i->kid[k] && k < i->d->n_in)
			rewind_to(i->kid[k], epoch);
		else
			it_kid_drop(i, k);
	if (i->n_kids > i->d->n_in)
		i->n_kids = i->d->n_in;
}

void it_rewind(struct it *i)
{
	rewind_to(i, last_epoch(i) + 1);
}

void it_begin(struct it *i)
{
	plist_free(&i->part);
	plist_free(&i->ret);
	i->waiting = i->has_ret = false;
	i->phase = 0;
	for (int k = 0; k < i->n_kids; k++)
		if (i->kid[k])
			it_begin(i->kid[k]);
}

enum got it_next(struct op_ctx *c, struct it *i, struct elem *e)
{
	enum got g;

	if (i->ended)
		return IT_END;
	if (!c->world->go_on(c->world_ctx, c->err))
		return IT_ERR;
	if (i->depth > 2 * MAX_DEPTH) {		/* a function may make datasets that call it again */
		op_fail(c, ERR_RESOURCE_EXHAUSTED, "iterators %d deep", i->depth);
		return IT_ERR;
	}
	g = i->d->kind->next(c, i, e);
	if (g != IT_GOT)
		elem_free(e);
	if (g != IT_END)
		return g;
	i->ended = true;
	plist_free(&i->part);
	if (!i->d->kind->keeps)
		plist_free(&i->held);
	return IT_END;
}

static struct it *who_waits(struct it *i)
{
	struct it *w = i->waiting ? i : NULL;

	for (int k = 0; !w && k < i->n_kids; k++)
		if (i->kid[k])
			w = who_waits(i->kid[k]);
	return w;
}

static bool ends_so(const struct it *w, enum err_code code)
{
	return w->waiting && w->d->kind->ends && w->phase == w->d->kind->ends && code == ERR_OUT_OF_RANGE;
}

/* The one that waits, if this is how its function says that there is no more; else the deepest stage above it that
 * ignores errors. */
static struct it *who_ignores(struct it *i, enum err_code code)
{
	if (ends_so(i, code))
		return i;
	for (int k = 0; k < i->n_kids; k++)
		if (i->kid[k] && who_waits(i->kid[k])) {
			struct it *w = who_ignores(i->kid[k], code);

			return w ? w : i->d->kind->ignores ? i : NULL;
		}
	return NULL;
}

bool it_ignores(const struct it *i, enum err_code code)
{
	return who_ignores((struct it *)i, code) != NULL;
}

void it_failed(struct it *i, enum err_code code)
{
	struct it *w = who_ignores(i, code);

	if (w && w->waiting) {
		w->waiting = false;
		w->phase++;
		return;
	}
	for (int k = 0; w && k < w->n_kids; k++)
		if (w->kid[k])
			it_begin(w->kid[k]);
}

bool it_returned(struct op_ctx *c, struct it *i)
{
	struct it *w = who_waits(i);

	if (!w)
		return op_fail(c, ERR_INTERNAL, "a function returned that no dataset waits for");
	w->waiting = false;
	w->has_ret = true;
	plist_free(&w->ret);
	for (int k = 0; k < c->n_ret; k++) {
		if (!c->ret[k])
			return op_fail(c, ERR_INTERNAL, "return value %d is missing", k);
		plist_push(&w->ret, tensor_ref(c->ret[k]));
	}
	return true;
}

enum got ds_call_func(struct op_ctx *c, struct it *i, int k, const struct plist *first, const struct elem *e)
{
	const struct ds_func *f = &i->d->func[k];
	int64_t n_first = first ? first->n : 0, n_elem = e ? e->n : 0, n = n_first + n_elem + f->n;
	struct tensor **args = arena_array(c->scratch, (size_t)n + 1, sizeof(*args));

	for (int64_t m = 0; m < n_first; m++)
		args[m] = plist_get(first, m);
	for (int64_t m = 0; m < n_elem; m++)
		args[n_first + m] = e->t[m];
	for (int m = 0; m < f->n; m++)
		args[n_first + n_elem + m] = i->d->val[f->at + m];
	if (!op_call(c, f->f, args, (int)n, i->d->kind->role[k], i->calls++))
		return IT_ERR;
	i->waiting = true;
	return IT_CALL;
}

bool ds_ret(struct op_ctx *c, struct it *i, int n, const enum dtype *type, struct elem *e)
{
	i->has_ret = false;
	if (i->ret.n != n)
		return op_invalid(c, "the function of %s returned %lld values, %d are wanted", i->d->op,
				  (long long)i->ret.n, n);
	for (int k = 0; k < n; k++) {
		struct tensor *t = plist_get(&i->ret, k);

		if (type && t->dtype != type[k])
			return op_invalid(c, "the function of %s returned %s as value %d, %s is wanted", i->d->op,
					  op_type_text(c, t->dtype), k, op_type_text(c, type[k]));
		elem_add(e, tensor_ref(t));
	}
	plist_free(&i->ret);
	return true;
}
