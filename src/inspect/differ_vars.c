/*
 * Weights: paired by their place in the computation, then by name, by content, by likeness; read one pair
 * at a time.
 */
#include <inttypes.h>
#include <math.h>
#include <stdlib.h>

#include "base/intr.h"
#include "base/map.h"
#include "inspect/differ_inside.h"
#include "tensor/stats.h"

enum { LIKE_BUCKET = 32, LIKE_TRIES = 2000, LIKE_SAMPLE = 512, IDLE_NAMED = 3 };

struct vars {
	const struct metagraph *mg;
	const struct variable *v;
	uint32_t n;
	uint32_t *match;
	bool *read;	  /* by a door or function */
	uint64_t *content; /* checksum, type, shape; 0: no value */
	struct map names;
};

struct keyed_var {
	uint64_t key;
	uint32_t i;
};

struct matching {
	struct differ_work *w;
	struct vars a, b;
	bool all; /* no graph: every weight counts */
};

static struct sv plain(struct sv name)
{
	return name.n > 2 && name.p[name.n - 2] == ':' ? sv_sub(name, 0, name.n - 2) : name;
}

/* ---- preparing ---- */

static uint64_t type_key(const struct variable *v)
{
	uint64_t h = flat_mix((uint64_t)v->dtype, (uint64_t)v->shape.rank);

	for (int i = 0; i < v->shape.rank; i++)
		h = flat_mix(h, (uint64_t)v->shape.dim[i]);
	return h;
}

static uint64_t content_key(const struct metagraph *mg, const struct variable *v)
{
	struct bundle *b = v->entry >= 0 ? model_bundle(mg->model, NULL) : NULL;
	const struct bundle_entry *e = b ? bundle_at(b, v->entry) : NULL;

	return !e || e->n_slices ? 0 : flat_mix(flat_mix(type_key(v), e->crc), (uint64_t)e->size) | 1;
}

static void mark_read(struct vars *s, const struct flat *f)
{
	for (size_t i = 0; f && i < f->item.n; i++)
		if (f->item.p[i].kind == ITEM_VARIABLE && f->item.p[i].index >= 0 &&
		    (uint32_t)f->item.p[i].index < s->n)
			s->read[f->item.p[i].index] = true;
}

static void vars_fill(struct vars *s, const struct metagraph *mg, const struct flat *f,
		      const struct flat *all)
{
	s->mg = mg;
	s->v = metagraph_variables(mg, &s->n);
	s->match = xcalloc((size_t)s->n + 1, sizeof(*s->match));
	s->read = xcalloc((size_t)s->n + 1, sizeof(*s->read));
	s->content = xcalloc((size_t)s->n + 1, sizeof(*s->content));
	for (uint32_t i = 0; i < s->n; i++) {
		s->match[i] = ITEM_NONE;
		s->content[i] = content_key(mg, &s->v[i]);
		map_add(&s->names, plain(s->v[i].name), i);
	}
	mark_read(s, f);
	mark_read(s, all);
}

static void vars_free(struct vars *s)
{
	free(s->match);
	free(s->read);
	free(s->content);
	map_free(&s->names);
}

/* ---- pairing ---- */

static void match(struct matching *m, uint32_t a, uint32_t b)
{
	if (m->a.match[a] != ITEM_NONE || m->b.match[b] != ITEM_NONE)
		return;
	m->a.match[a] = b;
	m->b.match[b] = a;
}

static bool wanted(const struct matching *m, const struct vars *s, uint32_t i)
{
	return !m->w->doors || s->read[i];
}

/* A's weight stands where B reads another one, while B still has A's: the readers changed. */
static bool is_moved(const struct matching *m, const struct var_pair *p, uint64_t *twin)
{
	return !sv_eq(plain(m->a.v[p->a].name), plain(m->b.v[p->b].name)) && m->a.content[p->a] &&
	       m->a.content[p->a] != m->b.content[p->b] &&
	       map_get(&m->b.names, plain(m->a.v[p->a].name), twin) &&
	       m->b.content[*twin] == m->a.content[p->a];
}

static struct change *var_change(struct matching *m, enum change_kind kind, bool matters, uint32_t a,
				 uint32_t b, const char *text)
{
	const struct variable *v = a != ITEM_NONE ? &m->a.v[a] : &m->b.v[b];
	struct str name = STR_INIT;
	struct change *c;

	str_escaped(&name, plain(v->name));
	c = change_add(m->w->d, kind, matters, str_z(&name), text);
	if (a != ITEM_NONE)
		c->a = (struct change_at){ CHANGE_AT_VARIABLE, NULL, a };
	if (b != ITEM_NONE)
		c->b = (struct change_at){ CHANGE_AT_VARIABLE, NULL, b };
	str_free(&name);
	return c;
}

static void by_structure(struct matching *m)
{
	for (size_t i = 0; i < m->w->vars.n; i++) {
		const struct var_pair *p = &m->w->vars.p[i];
		struct str text = STR_INIT;
		uint64_t twin;

		if (p->a >= m->a.n || p->b >= m->b.n)
			continue;
		if (!is_moved(m, p, &twin)) {
			match(m, p->a, p->b);
			continue;
		}
		match(m, p->a, (uint32_t)twin);
		str_addz(&text, "is read where B reads ");
		str_escaped(&text, plain(m->b.v[p->b].name));
		var_change(m, CHANGE_WIRING, true, p->a, p->b, str_z(&text));
		m->w->d->other_graph = true;
		str_free(&text);
	}
}

static int keyed_cmp(const void *p, const void *q)
{
	const struct keyed_var *x = p, *y = q;

	return x->key != y->key ? (x->key > y->key ? 1 : -1) : (x->i > y->i) - (x->i < y->i);
}

enum sign { BY_NAME, BY_CONTENT, BY_TYPE };

static uint64_t key_by(const struct vars *s, enum sign by, uint32_t i)
{
	return by == BY_NAME ? flat_text(plain(s->v[i].name)) | 1
	       : by == BY_CONTENT ? s->content[i] : type_key(&s->v[i]) | 1;
}

static uint32_t keyed(const struct vars *s, enum sign by, struct keyed_var *k)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < s->n; i++)
		if (s->match[i] == ITEM_NONE && key_by(s, by, i))
			k[n++] = (struct keyed_var){ key_by(s, by, i), i };
	if (n)
		qsort(k, n, sizeof(*k), keyed_cmp);
	return n;
}

static uint32_t run_length(const struct keyed_var *k, uint32_t from, uint32_t n)
{
	uint32_t to = from;

	while (to < n && k[to].key == k[from].key)
		to++;
	return to - from;
}

static struct tensor *value(struct matching *m, const struct vars *s, uint32_t i)
{
	struct differ *d = m->w->d;
	struct bundle *b = s->v[i].entry >= 0 ? model_bundle(s->mg->model, &d->why) : NULL;
	struct tensor *t = b ? bundle_read(b, s->v[i].entry, &d->why) : NULL;

	d->n_unread += !t && s->v[i].entry >= 0;
	return t;
}

/* How alike a sample of two weights is: 1 the same, 0 nothing. */
static double likeness(const struct tensor *a, const struct tensor *b)
{
	int64_t stride = a->n > LIKE_SAMPLE ? a->n / LIKE_SAMPLE : 1;
	double aa = 0, bb = 0, ab = 0;

	if (a->n != b->n || dtype_info(a->dtype)->kind != DK_FLOAT)
		return 0;
	for (int64_t i = 0; i < a->n; i += stride) {
		double x = tensor_get_f64(a, i), y = tensor_get_f64(b, i);

		aa += x * x;
		bb += y * y;
		ab += x * y;
	}
	return aa > 0 && bb > 0 && a->n > 3 ? ab / sqrt(aa * bb) : 0;
}

static void most_alike(struct matching *m, uint32_t a, const struct keyed_var *k, uint32_t n, uint32_t *tries)
{
	struct tensor *t = value(m, &m->a, a);
	double best = 0.9;
	uint32_t at = ITEM_NONE;

	for (uint32_t i = 0; t && i < n && *tries; i++) {
		struct tensor *u;
		double like;

		if (m->b.match[k[i].i] != ITEM_NONE)
			continue;
		--*tries;
		u = value(m, &m->b, k[i].i);
		like = u ? likeness(t, u) : 0;
		if (like > best) {
			best = like;
			at = k[i].i;
		}
		tensor_unref(u);
	}
	if (at != ITEM_NONE)
		match(m, a, at);
	tensor_unref(t);
}

/* Among those of one name or content in order, of one type by likeness. */
static void by_key(struct matching *m, enum sign by)
{
	struct keyed_var *x = xcalloc((size_t)m->a.n + 1, sizeof(*x)), *y = xcalloc((size_t)m->b.n + 1, sizeof(*y));
	uint32_t n_x = keyed(&m->a, by, x), n_y = keyed(&m->b, by, y), i = 0, k = 0;
	uint32_t tries = LIKE_TRIES;

	while (i < n_x && k < n_y && !intr_pending()) {
		uint64_t p = x[i].key, q = y[k].key;
		uint32_t n, o;

		if (p != q) {
			i += p < q;
			k += q < p;
			continue;
		}
		n = run_length(x, i, n_x);
		o = run_length(y, k, n_y);
		for (uint32_t j = 0; j < n; j++)
			if (by != BY_TYPE && j < o)
				match(m, x[i + j].i, y[k + j].i);
			else if (by == BY_TYPE && n <= LIKE_BUCKET && o <= LIKE_BUCKET)
				most_alike(m, x[i + j].i, &y[k], o, &tries);
		i += n;
		k += o;
	}
	free(x);
	free(y);
}

/* ---- comparing ---- */

static void type_texts(const struct variable *u, const struct variable *v, struct str *x, struct str *y)
{
	differ_type_text(x, u->dtype, u->shape);
	differ_type_text(y, v->dtype, v->shape);
}

static void weight_text(struct str *text, const struct variable *u, const struct variable *v,
			const struct near *n)
{
	struct str x = STR_INIT, y = STR_INIT;

	type_texts(u, v, &x, &y);
	if (!sv_eq(str_sv(&x), str_sv(&y)))
		str_addf(text, "is %s in A, %s in B%s", str_z(&x), str_z(&y), n && n->text.n ? ": " : "");
	if (n)
		str_add(text, str_sv(&n->text));
	if (text->n && !sv_eq(plain(u->name), plain(v->name))) {
		str_addz(text, "; called ");
		str_escaped(text, plain(v->name));
		str_addz(text, " in B");
	}
	str_free(&x);
	str_free(&y);
}

struct idle_count {
	uint32_t only_a, only_b, differ;
	struct str a, b, both;
};

static void idle_name(struct str *s, uint32_t *n, struct sv name)
{
	if ((*n)++ < IDLE_NAMED) {
		str_addz(s, s->n ? ", " : "");
		str_escaped(s, plain(name));
	}
}

static struct change *pair_say(struct matching *m, uint32_t a, uint32_t b, const struct near *n, bool matters,
		     struct idle_count *idle)
{
	const struct variable *u = &m->a.v[a], *v = &m->b.v[b];
	struct str text = STR_INIT;
	struct change *c = NULL;

	if (!n || n->kind != NEAR_SAME || u->dtype != v->dtype || !shape_eq(u->shape, v->shape))
		weight_text(&text, u, v, n);
	if (!text.n && (u->entry < 0) != (v->entry < 0))
		str_addf(&text, "only %s has a value of it", u->entry < 0 ? "B" : "A");
	if (!text.n) {
		m->w->d->n_same_vars += n && n->kind == NEAR_SAME;
		if (!sv_eq(plain(u->name), plain(v->name)))
			m->w->d->idle |= IDLE_VARIABLES;
	} else if (!matters) {
		idle_name(&idle->both, &idle->differ, u->name);
	} else {
		c = var_change(m, CHANGE_WEIGHT, true, a, b, str_z(&text));
		c->near = n ? n->kind : NEAR_UNRELATED;
		c->size = !n ? 0 : n->kind == NEAR_SCALED ? n->factor : isfinite(n->noise) ? n->noise : 0;
	}
	str_free(&text);
	return c;
}

/* "float32 (6, 8): -2.1 .. 1.9, mean 0.02" */
static struct sv value_text(struct matching *m, const struct tensor *t)
{
	struct str s = STR_INIT;
	struct stats st;
	struct sv v;

	differ_type_text(&s, t->dtype, tensor_shape(t));
	stats_look(t, STATS_MOMENTS, &st);
	if (st.numeric && st.n == 1)
		str_addf(&s, ": %.6g", st.max);
	else if (st.numeric && st.n_finite)
		str_addf(&s, ": %.4g .. %.4g, mean %.4g", st.min, st.max, st.mean);
	if (st.n_nan)
		str_addf(&s, ", %" PRId64 " NaN", st.n_nan);
	v = change_text(m->w->d, &s);
	str_free(&s);
	return v;
}

static void pair(struct matching *m, uint32_t a, uint32_t b, struct idle_count *idle)
{
	bool matters = m->all || m->a.read[a] || m->b.read[b];
	struct tensor *t = value(m, &m->a, a), *u = t ? value(m, &m->b, b) : NULL;
	struct near n = { .kind = NEAR_UNKNOWN };
	struct change *c;

	m->w->d->n_vars++;
	m->w->d->n_absent += m->a.v[a].entry < 0 && m->b.v[b].entry < 0;
	if (t && u)
		near_tensors(&n, t, u);
	c = pair_say(m, a, b, t && u ? &n : NULL, matters, idle);
	if (c && t && u) {
		c->in_a = value_text(m, t);
		c->in_b = value_text(m, u);
	}
	near_free(&n);
	tensor_unref(t);
	tensor_unref(u);
}

static void alone(struct matching *m, uint32_t i, bool of_a, struct idle_count *idle)
{
	const struct vars *s = of_a ? &m->a : &m->b;
	struct str text = STR_INIT;

	if (!m->all && !s->read[i]) {
		idle_name(of_a ? &idle->a : &idle->b, of_a ? &idle->only_a : &idle->only_b, s->v[i].name);
		return;
	}
	str_addf(&text, "only %s has this variable (", of_a ? "A" : "B");
	differ_type_text(&text, s->v[i].dtype, s->v[i].shape);
	str_addc(&text, ')');
	var_change(m, CHANGE_WEIGHT, true, of_a ? i : ITEM_NONE, of_a ? ITEM_NONE : i, str_z(&text))->near =
		NEAR_UNKNOWN;
	m->w->d->n_alone++;
	str_free(&text);
}

/* ---- a weight that is a constant on the other side ---- */

static struct tensor *leaf_value(struct matching *m, bool of_a, uint32_t var, uint32_t item)
{
	const struct flat *f = of_a ? m->w->a : m->w->b;

	return var != ITEM_NONE ? value(m, of_a ? &m->a : &m->b, var)
				: flat_const(flat_node(f, &f->item.p[item]));
}

static void frozen(struct matching *m, const struct var_pair *p)
{
	bool in_a = p->a < m->a.n;
	struct tensor *t = leaf_value(m, true, p->a, p->ia), *u = t ? leaf_value(m, false, p->b, p->ib) : NULL;
	struct near n = { .kind = NEAR_UNKNOWN };
	struct str text = STR_INIT;

	if (in_a)
		m->a.match[p->a] = ITEM_NONE - 1;
	else
		m->b.match[p->b] = ITEM_NONE - 1;
	m->w->d->idle |= IDLE_FROZEN;
	m->w->d->n_vars++;
	if (t && u)
		near_tensors(&n, t, u);
	if (n.kind == NEAR_SAME && t->dtype == u->dtype) {
		m->w->d->n_same_vars++;
	} else {
		str_addf(&text, "a constant in %s", in_a ? "B" : "A");
		if (n.text.n)
			str_addf(&text, ": %s", str_z(&n.text));
		var_change(m, CHANGE_WEIGHT, true, in_a ? p->a : ITEM_NONE, in_a ? ITEM_NONE : p->b,
			   str_z(&text))->near = n.kind;
	}
	near_free(&n);
	tensor_unref(t);
	tensor_unref(u);
	str_free(&text);
}

static void all_frozen(struct matching *m)
{
	for (size_t i = 0; i < m->w->vars.n && !intr_pending(); i++) {
		const struct var_pair *p = &m->w->vars.p[i];
		bool a = p->a < m->a.n, b = p->b < m->b.n;

		if ((a && p->b == ITEM_NONE && m->a.match[p->a] == ITEM_NONE) ||
		    (b && p->a == ITEM_NONE && m->b.match[p->b] == ITEM_NONE))
			frozen(m, p);
	}
}

/* ---- all ---- */

static void idle_line(struct differ *d, const char *who, uint32_t n, struct str *names)
{
	struct str text = STR_INIT;

	if (n) {
		str_addf(&text, "%s%u that no signature or function reads: %s", who, n, str_z(names));
		if (n > IDLE_NAMED)
			str_addf(&text, " and %u more", n - IDLE_NAMED);
		change_add(d, CHANGE_METADATA, false, "variables", str_z(&text));
		d->idle |= IDLE_UNREAD;
	}
	str_free(&text);
	str_free(names);
}

static void compare(struct matching *m)
{
	struct idle_count idle = { 0 };

	for (uint32_t i = 0; i < m->a.n && !intr_pending(); i++)
		if (m->a.match[i] == ITEM_NONE - 1 || !wanted(m, &m->a, i))
			continue;
		else if (m->a.match[i] != ITEM_NONE)
			pair(m, i, m->a.match[i], &idle);
		else
			alone(m, i, true, &idle);
	for (uint32_t i = 0; i < m->b.n; i++)
		if (m->b.match[i] == ITEM_NONE && wanted(m, &m->b, i))
			alone(m, i, false, &idle);
	idle_line(m->w->d, "only A has ", idle.only_a, &idle.a);
	idle_line(m->w->d, "only B has ", idle.only_b, &idle.b);
	idle_line(m->w->d, "other values in ", idle.differ, &idle.both);
}

bool differ_variables(struct differ_work *w, struct err *err)
{
	struct matching m = { .w = w };

	m.all = !w->d->a->graph->n_nodes || !w->d->b->graph->n_nodes;
	vars_fill(&m.a, w->d->a, w->a, w->all_a);
	vars_fill(&m.b, w->d->b, w->b, w->all_b);
	by_structure(&m);
	all_frozen(&m);
	if (!w->doors) {
		by_key(&m, BY_NAME);
		by_key(&m, BY_CONTENT);
		by_key(&m, BY_TYPE);
	}
	compare(&m);
	vars_free(&m.a);
	vars_free(&m.b);
	return intr_check(err);
}
