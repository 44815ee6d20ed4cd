/* What matched items have otherwise, and what has no match, by scope. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/map.h"
#include "inspect/differ_inside.h"

enum { SCOPE_OPS = 6, ATTRS_TEXT = 400, VALUE_TEXT = 60 };

static struct change_at at_item(const struct flat *f, uint32_t i)
{
	const struct item *it = &f->item.p[i];

	return (struct change_at){ CHANGE_AT_NODE, f->frame.p[it->frame].g, it->node };
}

/* A function called twice holds a node twice: that is told once. */
static bool is_repeated(struct differ_work *w, enum change_kind kind, uint32_t a, uint32_t b)
{
	const struct change_at x = at_item(w->a, a), y = at_item(w->b, b);
	const uint64_t key[] = { (uint64_t)kind, (uintptr_t)x.g, x.i, (uintptr_t)y.g, y.i };
	struct sv k = { (const char *)key, sizeof(key) };

	return map_get(&w->told, k, NULL) || !map_add(&w->told, arena_sv(w->d->arena, k), 1);
}

/* NULL: it was told before. */
static struct change *pair_change(struct differ_work *w, enum change_kind kind, uint32_t a, uint32_t b,
				  const struct str *text)
{
	struct str path = STR_INIT;
	struct change *c;

	if (is_repeated(w, kind, a, b))
		return NULL;
	flat_path(w->a, a, &path);
	c = change_add(w->d, kind, true, str_z(&path), str_z(text));
	c->a = at_item(w->a, a);
	c->b = at_item(w->b, b);
	w->d->other_graph = true;
	str_free(&path);
	return c;
}

static void sides_said(struct differ *d, struct change *c, const struct str *a, const struct str *b)
{
	if (!c)
		return;
	c->in_a = change_text(d, a);
	c->in_b = change_text(d, b);
}

/* ---- attributes ---- */

/* The value, or the default that the file leaves out; floats as short as they go. */
static void attr_text(struct str *s, const struct node *n, struct sv name)
{
	char *z = xsvdup(name), number[32];
	struct attr_value v = { .kind = ATTR_NONE };

	str_clear(s);
	if (!node_attr_value(n, z, &v))
		str_addz(s, "not set");
	else if (v.kind != ATTR_FLOAT)
		attr_print(s, &v);
	for (int digits = 1; v.kind == ATTR_FLOAT && !s->n; digits++) {
		snprintf(number, sizeof(number), "%.*g", digits, (double)v.f);
		if (digits >= 9 || strtof(number, NULL) == v.f)
			str_addz(s, number);
	}
	free(z);
}

struct attr_texts {
	struct str text, a, b;
};

static void attr_said(struct attr_texts *t, struct sv name, struct str *x, struct str *y)
{
	if (t->text.n > ATTRS_TEXT)
		return;
	str_addz(&t->text, t->text.n ? "; " : "");
	str_escaped(&t->text, name);
	str_addf(&t->text, " is %s in A, %s in B", str_z(x), str_z(y));
	str_addf(&t->a, "%s%.*s=%s", t->a.n ? " " : "", SV_ARG(name), str_z(x));
	str_addf(&t->b, "%s%.*s=%s", t->b.n ? " " : "", SV_ARG(name), str_z(y));
}

/* from: whose attributes are gone through; those of m that n has too were seen. */
static void attrs_from(const struct node *from, const struct node *n, const struct node *m,
		       struct attr_texts *t)
{
	struct str x = STR_INIT, y = STR_INIT;

	for (uint32_t i = 0; i < from->n_attrs; i++) {
		const struct attr *a = &from->attrs[i];
		char *z = xsvdup(a->name);
		struct attr_value u = { 0 }, v = { 0 };
		bool seen = from == m && node_attr(n, z), has, had;

		has = !seen && node_attr_value(n, z, &u);
		had = !seen && node_attr_value(m, z, &v);
		free(z);
		if (seen || !flat_attr_tells(a) || (has == had && flat_attr_hash(&u) == flat_attr_hash(&v)))
			continue;
		attr_text(&x, n, a->name);
		attr_text(&y, m, a->name);
		attr_said(t, a->name, &x, &y);
	}
	str_free(&x);
	str_free(&y);
}

static void attributes(struct differ_work *w, uint32_t a, uint32_t b, const struct node *n,
		       const struct node *m)
{
	struct attr_texts t = { 0 };
	struct change *c;

	attrs_from(n, n, m, &t);
	attrs_from(m, n, m, &t);
	if (t.text.n) {
		str_addf(&t.text, " (%.*s)", SV_ARG(n->op));
		c = pair_change(w, CHANGE_ATTRIBUTE, a, b, &t.text);
		sides_said(w->d, c, &t.a, &t.b);
	}
	str_free(&t.text);
	str_free(&t.a);
	str_free(&t.b);
}

/* ---- constants ---- */

static void value_text(struct str *s, const struct tensor *t)
{
	str_clear(s);
	str_addf(s, "%s", dtype_info(t->dtype)->name);
	shape_str(s, tensor_shape(t));
	if (t->n > 8 || t->dtype == DT_RESOURCE || t->dtype == DT_VARIANT)
		return;
	str_clear(s);
	str_addz(s, t->rank ? "[" : "");
	for (int64_t i = 0; i < t->n && s->n < VALUE_TEXT; i++) {
		str_addz(s, i ? ", " : "");
		if (t->dtype == DT_STRING)
			str_escaped(s, tensor_str(t, i).n > VALUE_TEXT ? sv_sub(tensor_str(t, i), 0, VALUE_TEXT)
							      : tensor_str(t, i));
		else if (dtype_info(t->dtype)->kind == DK_FLOAT)
			str_addf(s, "%.7g", tensor_get_f64(t, i));
		else
			str_addf(s, "%" PRId64, tensor_get_i64(t, i));
	}
	str_addz(s, t->rank ? "]" : "");
}

static void constants(struct differ_work *w, uint32_t a, uint32_t b)
{
	struct tensor *x = flat_const(flat_node(w->a, &w->a->item.p[a])),
		      *y = flat_const(flat_node(w->b, &w->b->item.p[b]));
	struct str s = STR_INIT, t = STR_INIT, text = STR_INIT;
	struct near n = { .kind = NEAR_SAME };
	struct change *c;

	if (x && y)
		near_tensors(&n, x, y);
	if (x && y && (x->dtype != y->dtype || n.kind != NEAR_SAME)) {
		value_text(&s, x);
		value_text(&t, y);
		str_addf(&text, "the constant is %s in A, %s in B", str_z(&s), str_z(&t));
		if (n.text.n && (x->n > 8 || x->dtype != y->dtype))
			str_addf(&text, ": %s", str_z(&n.text));
		c = pair_change(w, CHANGE_CONSTANT, a, b, &text);
		sides_said(w->d, c, &s, &t);
	}
	near_free(&n);
	tensor_unref(x);
	tensor_unref(y);
	str_free(&s);
	str_free(&t);
	str_free(&text);
}

/* ---- wiring ---- */

/* Weights and inputs go with the nodes that take them. */
static bool goes_along(const struct flat *f, const struct item *it)
{
	return it->kind == ITEM_CONST || it->kind == ITEM_VARIABLE || it->kind == ITEM_INPUT ||
	       (it->kind == ITEM_ARG && f->frame.p[it->frame].role);
}

static void source_text(const struct flat *f, struct flat_ref r, struct str *s)
{
	str_clear(s);
	if (r.item == ITEM_NONE)
		str_addz(s, "nowhere");
	else
		flat_path(f, r.item, s);
	if (r.item != ITEM_NONE && r.slot)
		str_addf(s, ":%u", r.slot);
}

static bool comes_from_match(const struct differ_work *w, struct flat_ref x, struct flat_ref y)
{
	if (x.item == ITEM_NONE || y.item == ITEM_NONE)
		return x.item == y.item;
	return w->a->item.p[x.item].match == y.item && x.slot == y.slot;
}

static bool is_alone(const struct flat *f, struct flat_ref r)
{
	return r.item != ITEM_NONE && f->item.p[r.item].match == ITEM_NONE && !goes_along(f, &f->item.p[r.item]);
}

/* What comes from a node that only one side has is told of that node. */
static bool is_told(const struct differ_work *w, struct flat_ref x, struct flat_ref y)
{
	return is_alone(w->a, x) || is_alone(w->b, y);
}

static void wiring(struct differ_work *w, uint32_t a, uint32_t b)
{
	const struct item *x = &w->a->item.p[a], *y = &w->b->item.p[b];
	struct str s = STR_INIT, t = STR_INIT, text = STR_INIT;
	struct change *c;

	if (x->n_data != y->n_data) {
		str_addf(&text, "takes %u inputs in A, %u in B", x->n_data, y->n_data);
		pair_change(w, CHANGE_WIRING, a, b, &text);
	}
	for (uint32_t i = 0; i < x->n_in && i < y->n_in; i++) {
		struct flat_ref p = w->a->ref.p[x->in + i], q = w->b->ref.p[y->in + i];

		if (comes_from_match(w, p, q) || is_told(w, p, q))
			continue;
		source_text(w->a, p, &s);
		source_text(w->b, q, &t);
		str_clear(&text);
		str_addf(&text, "%s %u comes from %s in A, from %s in B", i < x->n_data ? "input" : "body's end",
			 i < x->n_data ? i : i - x->n_data, str_z(&s), str_z(&t));
		c = pair_change(w, CHANGE_WIRING, a, b, &text);
		sides_said(w->d, c, &s, &t);
		break;
	}
	str_free(&s);
	str_free(&t);
	str_free(&text);
}

/* ---- pairs ---- */

static void frozen(struct differ_work *w, uint32_t a, uint32_t b)
{
	const struct item *x = &w->a->item.p[a], *y = &w->b->item.p[b];

	vec_push(&w->vars, ((struct var_pair){
				   x->kind == ITEM_VARIABLE ? (uint32_t)x->index : ITEM_NONE,
				   y->kind == ITEM_VARIABLE ? (uint32_t)y->index : ITEM_NONE, a, b }));
}

static void nodes(struct differ_work *w, uint32_t a, uint32_t b)
{
	const struct item *x = &w->a->item.p[a], *y = &w->b->item.p[b];
	const struct node *n = flat_node(w->a, x), *m = flat_node(w->b, y);
	struct str text = STR_INIT;
	struct change *c;

	if (!n || !m)
		return;
	if (!sv_eq(flat_op_name(n->op), flat_op_name(m->op)) && !(n->callee && m->callee)) {
		str_addf(&text, "%.*s in A, %.*s in B", SV_ARG(n->op), SV_ARG(m->op));
		c = pair_change(w, CHANGE_OP, a, b, &text);
		if (c) {
			c->in_a = n->op;
			c->in_b = m->op;
		}
	} else {
		attributes(w, a, b, n, m);
	}
	wiring(w, a, b);
	str_free(&text);
}

static bool is_weight_leaf(enum item_kind k)
{
	return k == ITEM_VARIABLE || k == ITEM_CONST;
}

static void pair(struct differ_work *w, uint32_t a, uint32_t b)
{
	const struct item *x = &w->a->item.p[a], *y = &w->b->item.p[b];

	if (x->kind == ITEM_NODE && y->kind == ITEM_NODE)
		nodes(w, a, b);
	else if (x->kind == ITEM_CONST && y->kind == ITEM_CONST)
		constants(w, a, b);
	else if (is_weight_leaf(x->kind) && is_weight_leaf(y->kind))
		frozen(w, a, b);
}

/* ---- without a match ---- */

struct scope {
	struct sv name;
	uint32_t n, first;
	struct sv op[SCOPE_OPS];
	uint32_t n_op;
};

struct scopes {
	VEC(struct scope) s;
	struct map index;
	struct arena *arena;
};

static void scope_op(struct scope *s, struct sv op)
{
	for (uint32_t i = 0; i < s->n_op && i < SCOPE_OPS; i++)
		if (sv_eq(s->op[i], op))
			return;
	if (s->n_op < SCOPE_OPS)
		s->op[s->n_op] = op;
	s->n_op++;
}

static void scope_add(struct scopes *l, const struct flat *f, uint32_t i)
{
	struct str name = STR_INIT;
	uint64_t at = l->s.n;

	flat_scope(f, i, &name);
	if (!map_get(&l->index, str_sv(&name), &at)) {
		struct sv own = arena_sv(l->arena, str_sv(&name));

		if (!own.p)
			own = SV("");
		map_add(&l->index, own, l->s.n);
		vec_push(&l->s, ((struct scope){ .name = own, .first = i }));
	}
	l->s.p[at].n++;
	scope_op(&l->s.p[at], flat_op(f, &f->item.p[i]));
	str_free(&name);
}

static void scope_say(struct differ_work *w, const struct flat *f, const struct scope *s, bool of_a)
{
	struct str text = STR_INIT, name = STR_INIT, short_ = STR_INIT;
	struct change *c;

	if (s->n == 1 || !s->name.n) {
		flat_path(f, s->first, &name);
		if (s->n > 1)
			str_addf(&name, " ...");
	} else {
		str_add(&name, s->name);
	}
	str_addf(&short_, "%u %s: ", s->n, s->n == 1 ? "node" : "nodes");
	for (uint32_t i = 0; i < s->n_op && i < SCOPE_OPS; i++) {
		str_addz(&short_, i ? ", " : "");
		str_escaped(&short_, s->op[i]);
	}
	str_addz(&short_, s->n_op > SCOPE_OPS ? " ..." : "");
	str_addf(&text, "only %s has %s (%s)", of_a ? "A" : "B", s->n == 1 ? "this node" : "this part",
		 str_z(&short_));
	c = change_add(w->d, CHANGE_LAYER, true, str_z(&name), str_z(&text));
	*(of_a ? &c->in_a : &c->in_b) = change_text(w->d, &short_);
	*(of_a ? &c->a : &c->b) = at_item(f, s->first);
	w->d->other_graph = true;
	str_free(&text);
	str_free(&name);
	str_free(&short_);
}

static void unmatched(struct differ_work *w, const struct flat *f, bool of_a)
{
	struct scopes l = { .arena = w->d->arena };

	for (uint32_t k = 0; k < f->item.n; k++) {
		uint32_t i = f->order[k];

		if (f->item.p[i].match == ITEM_NONE && !goes_along(f, &f->item.p[i]))
			scope_add(&l, f, i);
	}
	for (size_t i = 0; i < l.s.n; i++)
		scope_say(w, f, &l.s.p[i], of_a);
	vec_free(&l.s);
	map_free(&l.index);
}

/* ---- outputs ---- */

static int root_cmp(const void *p, const void *q)
{
	const struct flat_root *x = p, *y = q;

	return (x->token > y->token) - (x->token < y->token);
}

/* A door's output that comes from another node that both have. */
static void outputs(struct differ_work *w)
{
	struct flat *a = w->a, *b = w->b;
	size_t i = 0, k = 0;

	if (a->root.n)
		qsort(a->root.p, a->root.n, sizeof(*a->root.p), root_cmp);
	if (b->root.n)
		qsort(b->root.p, b->root.n, sizeof(*b->root.p), root_cmp);
	while (i < a->root.n && k < b->root.n) {
		struct flat_root x = a->root.p[i], y = b->root.p[k];
		struct str text = STR_INIT, s = STR_INIT, t = STR_INIT;

		if (x.token == y.token && !x.effect && x.ref.item != ITEM_NONE && y.ref.item != ITEM_NONE &&
		    !comes_from_match(w, x.ref, y.ref) && !is_told(w, x.ref, y.ref)) {
			source_text(w->a, x.ref, &s);
			source_text(w->b, y.ref, &t);
			str_addf(&text, "an output comes from %s in A, from %s in B", str_z(&s), str_z(&t));
			pair_change(w, CHANGE_WIRING, x.ref.item, y.ref.item, &text);
		}
		str_free(&text);
		str_free(&s);
		str_free(&t);
		i += x.token <= y.token;
		k += y.token <= x.token;
	}
}

/* ---- what matters to nobody ---- */

static uint64_t key_in_file(const struct flat *f, uint32_t i)
{
	return (uint64_t)f->item.p[i].frame << 32 | f->item.p[i].node;
}

static int key_cmp(const void *p, const void *q)
{
	const uint64_t *x = p, *y = q;

	return (x[0] > y[0]) - (x[0] < y[0]);
}

/* Do the same nodes stand in another order? */
static bool other_order(const struct differ_work *w)
{
	size_t n = w->a->item.n;
	uint64_t (*k)[2] = xcalloc(n + 1, sizeof(*k));
	bool other = false;

	for (uint32_t i = 0; i < n; i++) {
		k[i][0] = key_in_file(w->a, i);
		k[i][1] = w->a->item.p[i].match == ITEM_NONE ? UINT64_MAX
							    : key_in_file(w->b, w->a->item.p[i].match);
	}
	if (n)
		qsort(k, n, sizeof(*k), key_cmp);
	for (size_t i = 1; i < n && !other; i++)
		other = k[i][1] != UINT64_MAX && k[i - 1][1] != UINT64_MAX &&
			k[i][0] >> 32 == k[i - 1][0] >> 32 && k[i][1] >> 32 == k[i - 1][1] >> 32 &&
			k[i][1] < k[i - 1][1];
	free(k);
	return other;
}

static bool other_names(const struct differ_work *w)
{
	for (uint32_t i = 0; i < w->a->item.n; i++) {
		const struct item *x = &w->a->item.p[i], *y;

		if (x->match == ITEM_NONE)
			continue;
		y = &w->b->item.p[x->match];
		if (!sv_eq(graph_node_name(w->a->frame.p[x->frame].g, x->node),
			   graph_node_name(w->b->frame.p[y->frame].g, y->node)))
			return true;
	}
	return false;
}

static void idle(struct differ_work *w)
{
	w->d->idle |= other_names(w) ? IDLE_NAMES : 0;
	w->d->idle |= other_order(w) ? IDLE_ORDER : 0;
	w->d->idle |= w->a->frame.n != w->b->frame.n ? IDLE_INLINED : 0;
	w->d->idle |= w->a->n_on != w->b->n_on ? IDLE_HANDED : 0;
}

void differ_graphs(struct differ_work *w)
{
	w->d->n_items[0] = (uint32_t)w->a->item.n;
	w->d->n_items[1] = (uint32_t)w->b->item.n;
	unmatched(w, w->a, true);
	unmatched(w, w->b, false);
	for (uint32_t k = 0; k < w->a->item.n; k++) {
		uint32_t i = w->a->order[k];

		if (w->a->item.p[i].match != ITEM_NONE)
			pair(w, i, w->a->item.p[i].match);
	}
	outputs(w);
	idle(w);
}
