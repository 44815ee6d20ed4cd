/* Doors: signatures paired by key, their inputs and outputs; functions paired by path. */
#include <stdlib.h>
#include <string.h>

#include "base/map.h"
#include "inspect/differ_inside.h"
#include "model/callable.h"

void differ_type_text(struct str *s, int dtype, struct shape shape)
{
	str_addf(s, "%s ", dtype_enum_name(dtype) ? dtype_info(dtype_base((enum dtype)dtype))->name : "?");
	if (shape.rank < 0)
		str_addz(s, "of any shape");
	else
		shape_str_py(s, shape);
}

static void info_text(struct str *s, const struct tensor_info *t)
{
	if (t->encoding == TI_NAME || t->encoding == TI_NONE)
		differ_type_text(s, t->dtype, t->has_shape ? t->shape : (struct shape){ -1, NULL });
	else
		str_addz(s, t->encoding == TI_COO_SPARSE ? "a sparse tensor" : "a composite tensor");
}

static void sig_change(struct differ *d, const struct signature *s, const struct signature *t,
		       const char *text, const struct str *x, const struct str *y)
{
	struct str name = STR_INIT;
	struct change *c;

	str_escaped(&name, s ? s->key : t->key);
	c = change_add(d, CHANGE_SIGNATURE, true, str_z(&name), text);
	if (s)
		c->a = (struct change_at){ CHANGE_AT_SIGNATURE, NULL, (uint32_t)(s - d->a->sigs) };
	if (t)
		c->b = (struct change_at){ CHANGE_AT_SIGNATURE, NULL, (uint32_t)(t - d->b->sigs) };
	if (x)
		c->in_a = change_text(d, x);
	if (y)
		c->in_b = change_text(d, y);
	str_free(&name);
}

static void info_pair(struct differ *d, const struct signature *s, const struct signature *t,
		      const char *side, const struct tensor_info *a, const struct tensor_info *b)
{
	struct str x = STR_INIT, y = STR_INIT, text = STR_INIT, key = STR_INIT;

	if (a)
		info_text(&x, a);
	if (b)
		info_text(&y, b);
	str_escaped(&key, a ? a->key : b->key);
	if (!a || !b)
		str_addf(&text, "only %s has the %s \"%s\" (%s)", a ? "A" : "B", side, str_z(&key),
			 str_z(a ? &x : &y));
	else if (!sv_eq(a->key, b->key))
		str_addf(&text, "the %s \"%s\" is called \"%.*s\" in B", side, str_z(&key), SV_ARG(b->key));
	else if (!sv_eq(str_sv(&x), str_sv(&y)))
		str_addf(&text, "the %s \"%s\" is %s in A, %s in B", side, str_z(&key), str_z(&x), str_z(&y));
	if (text.n)
		sig_change(d, s, t, str_z(&text), a ? &x : NULL, b ? &y : NULL);
	str_free(&x);
	str_free(&y);
	str_free(&key);
	str_free(&text);
}

static void index_of(const struct tensor_info *t, uint32_t n, struct map *keys)
{
	for (uint32_t i = 0; i < n; i++)
		map_add(keys, t[i].key, i);
}

/* By key; those without a namesake by place. */
static void infos_differ(struct differ *d, const struct signature *s, const struct signature *t, bool in)
{
	const struct tensor_info *a = in ? s->in : s->out, *b = in ? t->in : t->out;
	uint32_t n_a = in ? s->n_in : s->n_out, n_b = in ? t->n_in : t->n_out, k = 0;
	const char *side = in ? "input" : "output";
	struct map of_a = MAP_INIT, of_b = MAP_INIT;
	uint64_t at;

	index_of(a, n_a, &of_a);
	index_of(b, n_b, &of_b);
	for (uint32_t i = 0; i < n_a; i++) {
		const struct tensor_info *x = NULL;

		if (map_get(&of_b, a[i].key, &at))
			x = &b[at];
		while (!x && k < n_b)
			if (!map_get(&of_a, b[k++].key, NULL))
				x = &b[k - 1];
		info_pair(d, s, t, side, &a[i], x);
	}
	for (; k < n_b; k++)
		if (!map_get(&of_a, b[k].key, NULL))
			info_pair(d, s, t, side, NULL, &b[k]);
	map_free(&of_a);
	map_free(&of_b);
}

/* ---- tokens: which input, which output, for both sides alike ---- */

static struct sv key_at(const struct differ_door *d, bool in, uint32_t i)
{
	if (d->f && in)
		return graph_node_name(d->f->graph, i);
	return in ? d->sig->in[i].key : i < d->sig->n_out ? d->sig->out[i].key : SV("");
}

static uint32_t n_keys(const struct differ_door *d, bool in)
{
	uint32_t n = d->sig ? (in ? d->sig->n_in : d->sig->n_out) : 0;

	if (!d->f)
		return n;
	if (!in)
		return d->f->n_rets;
	return d->f->graph->n_args > d->n_bound ? d->f->graph->n_args - d->n_bound : 0;
}

static const uint64_t *tokens(struct differ *d, const struct differ_door *x, const struct differ_door *y,
			      bool in)
{
	uint32_t n = n_keys(x, in), m = n_keys(y, in), strangers = 0;
	uint64_t *t = arena_array(d->arena, (size_t)n + 1, sizeof(*t));
	struct map keys = MAP_INIT;

	for (uint32_t i = 0; i < m; i++)
		map_add(&keys, key_at(y, in, i), i);
	for (uint32_t i = 0; i < n; i++)
		t[i] = map_get(&keys, key_at(x, in, i), NULL) ? flat_mix(51, flat_text(key_at(x, in, i)))
							     : flat_mix(53, strangers++);
	map_free(&keys);
	return t;
}

static struct flat_door flat_of(struct differ_work *w, const struct differ_door *x,
				const struct differ_door *y, uint64_t key)
{
	return (struct flat_door){ .sig = x->f ? NULL : x->sig, .f = x->f, .bound = x->bound,
				   .n_bound = x->n_bound, .key = key,
				   .tokens = tokens(w->d, x, y, true),
				   .out_tokens = tokens(w->d, x, y, false) };
}

static void doors_add(struct differ_work *w, const struct differ_door *x, const struct differ_door *y,
		      uint64_t key)
{
	vec_push(&w->door_a, flat_of(w, x, y, key));
	vec_push(&w->door_b, flat_of(w, y, x, key));
}

/* ---- pairs ---- */

static bool is_init(struct sv key)
{
	return sv_is(key, "__saved_model_init_op") || sv_is(key, "__saved_model_train_op");
}

static void pair(struct differ_work *w, const struct signature *s, const struct signature *t)
{
	struct differ_door x = { .sig = s }, y = { .sig = t };

	w->d->n_sigs++;
	infos_differ(w->d, s, t, true);
	infos_differ(w->d, s, t, false);
	if (!sv_eq(s->method, t->method))
		sig_change(w->d, s, t, "another method name", NULL, NULL);
	doors_add(w, &x, &y, flat_text(s->key));
}

/* The only one that the other side lacks; NULL: none, or several. */
static const struct signature *lonely(const struct metagraph *mg, const struct metagraph *other)
{
	const struct signature *one = NULL;

	for (uint32_t i = 0; i < mg->n_sigs; i++) {
		if (metagraph_signature(other, mg->sigs[i].key) || is_init(mg->sigs[i].key))
			continue;
		if (one)
			return NULL;
		one = &mg->sigs[i];
	}
	return one;
}

static void alone(struct differ_work *w, const struct metagraph *mg, const struct metagraph *other,
		  const struct signature *paired, bool of_a)
{
	for (uint32_t i = 0; i < mg->n_sigs; i++) {
		const struct signature *s = &mg->sigs[i];

		if (metagraph_signature(other, s->key) || is_init(s->key) || s == paired)
			continue;
		sig_change(w->d, of_a ? s : NULL, of_a ? NULL : s,
			   of_a ? "only A has this signature" : "only B has this signature", NULL, NULL);
	}
}

static void all_signatures(struct differ_work *w)
{
	const struct metagraph *a = w->d->a, *b = w->d->b;
	const struct signature *s = lonely(a, b), *t = lonely(b, a);
	struct str text = STR_INIT;

	for (uint32_t i = 0; i < a->n_sigs; i++) {
		const struct signature *o = metagraph_signature(b, a->sigs[i].key);

		if (o && !is_init(o->key))
			pair(w, &a->sigs[i], o);
	}
	if (s && t) {
		str_addz(&text, "is called \"");
		str_escaped(&text, t->key);
		str_addz(&text, "\" in B");
		sig_change(w->d, s, t, str_z(&text), NULL, NULL);
		str_free(&text);
		pair(w, s, t);
	}
	alone(w, a, b, t ? s : NULL, true);
	alone(w, b, a, s ? t : NULL, false);
}

void differ_signatures(struct differ_work *w, const struct differ_door *x, const struct differ_door *y)
{
	if (!x) {
		all_signatures(w);
		return;
	}
	if (!x->f && !y->f)
		pair(w, x->sig, y->sig);
	else
		doors_add(w, x, y, 1);
}

/* ---- functions ---- */

struct listing {
	struct differ_work *w;
	const struct metagraph *mg;
	bool of_a;
};

static bool trace_doors(void *ctx, struct sv path, const struct object_node *o)
{
	struct listing *l = ctx;
	struct callable *c = callable_find(l->mg, path, NULL);
	struct arena *arena = l->w->d->arena;

	(void)o;
	for (uint32_t i = 0; c && i < c->n; i++) {
		struct trace *t = &c->trace[i];
		int64_t *bound = arena_array(arena, (size_t)t->n_bound + 1, sizeof(*bound));
		struct flat_door f;

		if (!t->f || !t->f->graph || !t->f->graph->priv)
			continue;
		if (t->n_bound)
			memcpy(bound, t->bound, t->n_bound * sizeof(*bound));
		f = (struct flat_door){ .f = t->f, .bound = bound, .n_bound = t->n_bound,
					.key = flat_mix(flat_text(path), i) };
		if (l->of_a)
			vec_push(&l->w->door_a, f);
		else
			vec_push(&l->w->door_b, f);
	}
	callable_free(c);
	return true;
}

void differ_function_doors(struct differ_work *w)
{
	struct listing a = { w, w->d->a, true }, b = { w, w->d->b, false };

	w->door_a.n = w->door_b.n = 0;
	if (w->d->a->has_object_graph)
		callable_each(w->d->a, trace_doors, &a);
	if (w->d->b->has_object_graph)
		callable_each(w->d->b, trace_doors, &b);
}
