/* Rules on the graph: what is wired to nothing, calls nothing, or is not what the op's definition says. */
#include "inspect/check_inside.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "model/opdef.h"

/* The TensorFlow whose op definitions are built in. */
enum { OUR_MAJOR = 2, OUR_MINOR = 15, CONST_READ = 1 << 20 };

/* Was the model written by a TensorFlow that may know more ops and attributes than ours? */
static bool newer_writer(const struct check *c)
{
	int major = 0, minor = 0;
	char buf[32] = "";

	memcpy(buf, c->mg->tf_version.p ? c->mg->tf_version.p : "",
	       c->mg->tf_version.n < 31 ? c->mg->tf_version.n : 31);
	if (sscanf(buf, "%d.%d", &major, &minor) != 2)
		return false;
	return major > OUR_MAJOR || (major == OUR_MAJOR && minor > OUR_MINOR);
}

/* ---- wiring ---- */

static void dangling_node(struct check *c, const struct graph *g, const struct node *n, void *ctx)
{
	(void)ctx;
	for (uint32_t k = 0; k < n->n_in + n->n_ctl; k++) {
		uint32_t from = k < n->n_in ? n->in[k].node : n->ctl[k - n->n_in].node;

		if (from == NODE_NONE)
			check_any(c, CHECK_ERROR, g, n, "input %u, \"%.*s\", names no node of the graph", k,
				  SV_ARG(n->in_text[k]));
	}
}

static void dangling_rets(struct check *c, const struct function *f)
{
	for (uint32_t k = 0; k < f->n_rets; k++)
		if (function_rets(f)[k].node == NODE_NONE) {
			struct str s = STR_INIT;

			str_escaped(&s, f->name);
			check_spot(check_found(c, str_give(&s), "result %.*s comes from no node of the body",
					       SV_ARG(f->ret_name[k])),
				   SPOT_FUNCTION, (uint32_t)(f - c->mg->funcs));
		}
}

void rule_dangling(struct check *c)
{
	check_every(c, dangling_node, NULL);
	for (uint32_t i = 0; i < c->mg->n_funcs; i++)
		if (c->mg->funcs[i].graph)
			dangling_rets(c, &c->mg->funcs[i]);
}

static void missing_name(struct check *c, const struct graph *g, const struct node *n, const struct attr *a,
			 struct sv name)
{
	if (name.n && !metagraph_function(c->mg, name) && !opdef_find(name))
		check_any(c, reach_has(&c->serve, g, n->index) || !g->func ? CHECK_ERROR : CHECK_WARNING, g, n,
			  "%.*s calls \"%.*s\" (attribute %.*s), which is not in the library", SV_ARG(n->op),
			  SV_ARG(name), SV_ARG(a->name));
}

static void missing_node(struct check *c, const struct graph *g, const struct node *n, void *ctx)
{
	(void)ctx;
	for (uint32_t i = 0; i < n->n_attrs; i++) {
		const struct attr *a = &n->attrs[i];

		if (a->name.n && a->name.p[0] == '_')	/* marks for tools */
			continue;
		if (a->v.kind == ATTR_FUNC)
			missing_name(c, g, n, a, a->v.s);
		for (uint32_t k = 0; a->v.kind == ATTR_LIST && k < a->v.n; k++)
			if (a->v.items[k].kind == ATTR_FUNC)
				missing_name(c, g, n, a, a->v.items[k].s);
	}
}

void rule_missing_function(struct check *c)
{
	check_every(c, missing_node, NULL);
}

/* ---- ops ---- */

static void unknown_node(struct check *c, const struct graph *g, const struct node *n, void *ctx)
{
	struct map *seen = ctx;
	int major, minor;

	if (n->def || n->callee || !map_add(seen, n->op, 1))
		return;
	if (op_first_release(n->op, &major, &minor))
		check_any(c, CHECK_WARNING, g, n, "op %.*s came with TensorFlow %d.%d; older ones do not load it",
			  SV_ARG(n->op), major, minor);
	else
		check_any(c, newer_writer(c) ? CHECK_WARNING : CHECK_ERROR, g, n,
			  "op %.*s is not one of TensorFlow %d.%d, nor a function of the model", SV_ARG(n->op),
			  OUR_MAJOR, OUR_MINOR);
}

void rule_unknown_op(struct check *c)
{
	struct map seen = MAP_INIT;

	check_every(c, unknown_node, &seen);
	map_free(&seen);
}

static void removed_node(struct check *c, const struct graph *g, const struct node *n, void *ctx)
{
	(void)ctx;
	if (n->def && !n->callee && n->def->deprecated_version > 0 && c->mg->producer >= n->def->deprecated_version)
		check_any(c, CHECK_ERROR, g, n,
			  "op %.*s must not be in graphs from version %d on; this one is of version %lld",
			  SV_ARG(n->op), n->def->deprecated_version, (long long)c->mg->producer);
}

void rule_removed_op(struct check *c)
{
	check_every(c, removed_node, NULL);
}

/* ---- attributes ---- */

static const struct opdef_attr *attr_def(const struct opdef *def, struct sv name)
{
	for (int i = 0; i < def->n_attrs; i++)
		if (sv_eq(def->attrs[i].name, name))
			return &def->attrs[i];
	return NULL;
}

static bool same_value(const struct attr_value *a, const struct attr_value *b)
{
	return a->kind == b->kind && (a->kind == ATTR_STRING ? sv_eq(a->s, b->s) : a->i == b->i);
}

static bool is_allowed(const struct opdef_attr *d, const struct attr_value *v)
{
	const struct attr_value *all = opdef_attr_allowed(d);

	if (!all || all->kind != ATTR_LIST || (v->kind != ATTR_STRING && v->kind != ATTR_TYPE && v->kind != ATTR_LIST))
		return true;
	for (uint32_t k = 0; v->kind == ATTR_LIST && k < v->n; k++)
		if (!is_allowed(d, &v->items[k]))
			return false;
	for (uint32_t i = 0; i < all->n; i++)
		if (v->kind == ATTR_LIST || same_value(&all->items[i], v))
			return true;
	return false;
}

static const char *kind_word(enum attr_kind k)
{
	static const char *const words[] = {
		[ATTR_STRING] = "string", [ATTR_INT] = "int",	  [ATTR_FLOAT] = "float",   [ATTR_BOOL] = "bool",
		[ATTR_TYPE] = "type",	  [ATTR_SHAPE] = "shape", [ATTR_TENSOR] = "tensor", [ATTR_FUNC] = "func"
	};

	return k < sizeof(words) / sizeof(*words) ? words[k] : NULL;
}

/* A list without items carries no kind. */
static bool is_kind(const struct opdef_attr *d, const struct attr_value *v)
{
	const char *word = kind_word(v->kind);

	if (v->kind == ATTR_PLACEHOLDER)
		return true;
	if (sv_starts(d->type, SV("list(")))
		return v->kind == ATTR_LIST;
	return word && sv_is(d->type, word);
}

static void judge_attr(struct check *c, const struct graph *g, const struct node *n, const struct opdef_attr *d)
{
	char *name = xsvdup(d->name);
	const struct attr *a = node_attr(n, name);
	struct str text = STR_INIT;

	free(name);
	if (!a) {
		if (!d->has_default)
			check_any(c, CHECK_ERROR, g, n, "attribute %.*s of %.*s is missing", SV_ARG(d->name),
				  SV_ARG(n->op));
		return;
	}
	if (!is_kind(d, &a->v)) {
		check_any(c, CHECK_ERROR, g, n, "attribute %.*s of %.*s is no %.*s", SV_ARG(d->name), SV_ARG(n->op),
			  SV_ARG(d->type));
		return;
	}
	if (!is_allowed(d, &a->v)) {
		attr_print(&text, &a->v);
		check_any(c, newer_writer(c) ? CHECK_WARNING : CHECK_ERROR, g, n,
			  "attribute %.*s of %.*s is %s, which the op does not allow", SV_ARG(d->name), SV_ARG(n->op),
			  str_z(&text));
	} else if (d->has_minimum && a->v.kind == ATTR_INT && a->v.i < d->minimum) {
		check_any(c, CHECK_ERROR, g, n, "attribute %.*s of %.*s is %lld; the least is %lld", SV_ARG(d->name),
			  SV_ARG(n->op), (long long)a->v.i, (long long)d->minimum);
	}
	str_free(&text);
}

/* A constant whose value cannot be: a negative dimension, too few elements. Big ones are read with the weights. */
static void judge_constant(struct check *c, const struct graph *g, const struct node *n)
{
	struct err e = { 0 };
	struct tensor *t;
	struct sv proto;

	if (!sv_is(n->op, "Const") || !node_attr_tensor(n, "value", &proto) || (proto.n > CONST_READ && !c->o.full))
		return;
	t = tensorproto_decode(proto, &e);
	if (!t && e.kind != ERR_KIND_LIMIT && e.kind != ERR_KIND_UNSUPPORTED)
		check_any(c, CHECK_ERROR, g, n, "its value cannot be: %s", e.msg);
	tensor_unref(t);
	err_clear(&e);
}

static void attr_node(struct check *c, const struct graph *g, const struct node *n, void *ctx)
{
	(void)ctx;
	judge_constant(c, g, n);
	if (!n->def || n->callee || n->def->is_function)
		return;
	for (int i = 0; i < n->def->n_attrs; i++)
		judge_attr(c, g, n, &n->def->attrs[i]);
	for (uint32_t i = 0; i < n->n_attrs; i++)
		if (n->attrs[i].name.n && n->attrs[i].name.p[0] != '_' && !attr_def(n->def, n->attrs[i].name))
			check_any(c, CHECK_WARNING, g, n, "%.*s has no attribute %.*s", SV_ARG(n->op),
				  SV_ARG(n->attrs[i].name));
}

void rule_bad_attr(struct check *c)
{
	check_every(c, attr_node, NULL);
}

/* ---- edges against the definition ---- */

struct wants {
	VEC(enum dtype) type;		/* of each input; DT_INVALID: not known */
	bool sure;
};

static enum dtype attr_dtype(const struct node *n, struct sv name)
{
	char *z = xsvdup(name);
	enum dtype t;

	if (!node_attr_type(n, z, &t))
		t = DT_INVALID;
	free(z);
	return dtype_base(t);
}

static void want_arg(struct wants *w, const struct node *n, const struct opdef_arg *a)
{
	const struct attr_value *items;
	char *number = xsvdup(a->number_attr), *list = xsvdup(a->type_list_attr);
	int64_t count = 1;
	uint32_t k;

	if (a->type_list_attr.n) {
		w->sure &= node_attr_list(n, list, &items, &k);
		for (uint32_t i = 0; w->sure && i < k; i++)
			vec_push(&w->type,
				 items[i].kind == ATTR_TYPE ? dtype_base((enum dtype)items[i].i) : DT_INVALID);
	} else {
		if (a->number_attr.n)
			w->sure &= node_attr_int(n, number, &count) && count >= 0 && count <= (int64_t)n->n_in + 1;
		for (int64_t i = 0; w->sure && i < count; i++)
			vec_push(&w->type, a->type_attr.n ? attr_dtype(n, a->type_attr) : dtype_base(a->type));
	}
	free(number);
	free(list);
}

static void judge_edge(struct check *c, const struct graph *g, const struct node *n, uint32_t k, enum dtype want)
{
	const struct node *from = n->in[k].node != NODE_NONE ? graph_node(g, n->in[k].node, NULL) : NULL;
	enum dtype got;

	if (!from || (!from->def && !from->callee))
		return;
	if (n->in[k].slot >= from->n_out) {
		check_any(c, CHECK_ERROR, g, n, "input %u is output %u of %.*s (%.*s), which has %u", k, n->in[k].slot,
			  SV_ARG(from->name), SV_ARG(from->op), from->n_out);
		return;
	}
	got = dtype_base(from->out_type[n->in[k].slot]);
	if (want != DT_INVALID && got != DT_INVALID && want != got)
		check_any(c, CHECK_ERROR, g, n, "input %u is %s, %.*s takes %s there", k, dtype_info(got)->name,
			  SV_ARG(n->op), dtype_info(want)->name);
}

static void edge_node(struct check *c, const struct graph *g, const struct node *n, void *ctx)
{
	struct wants w = { .sure = true };

	(void)ctx;
	if (!n->def || n->callee || n->def->is_function)
		return;
	for (int i = 0; i < n->def->n_in && w.sure; i++)
		want_arg(&w, n, &n->def->in[i]);
	if (w.sure && w.type.n != n->n_in)
		check_any(c, CHECK_ERROR, g, n, "%.*s takes %zu inputs here and has %u", SV_ARG(n->op), w.type.n,
			  n->n_in);
	else if (w.sure)
		for (uint32_t k = 0; k < n->n_in; k++)
			judge_edge(c, g, n, k, w.type.p[k]);
	vec_free(&w.type);
}

void rule_bad_edge(struct check *c)
{
	check_every(c, edge_node, NULL);
}

/* ---- what a signature needs and does not take ---- */

struct feeds {
	struct check *c;
	const struct graph *g;
	const struct edge *fed;
	uint32_t n_fed;
	uint32_t *stamp, now;		/* by node: the signature that saw it last */
	VEC(uint32_t) todo;
};

static bool is_fed(const struct feeds *f, struct edge e)
{
	for (uint32_t i = 0; i < f->n_fed; i++)
		if (f->fed[i].node == e.node && (e.slot == SLOT_CONTROL || f->fed[i].slot == e.slot))
			return true;
	return false;
}

static void feeds_want(struct feeds *f, struct edge e)
{
	if (e.node >= f->g->n_nodes || f->stamp[e.node] == f->now || is_fed(f, e))
		return;
	f->stamp[e.node] = f->now;
	vec_push(&f->todo, e.node);
}

static void feeds_run(struct feeds *f, const struct signature *s, uint32_t sig)
{
	while (f->todo.n) {
		const struct node *n = graph_node(f->g, f->todo.p[--f->todo.n], NULL);
		struct finding *found;

		if (!n)
			continue;
		if (sv_is(n->op, "Placeholder") || sv_is(n->op, "PlaceholderV2")) {
			found = check_any(f->c, CHECK_ERROR, f->g, n, "signature %.*s needs it and does not take it",
					  SV_ARG(s->key));
			if (found && sig != f->c->serve.graph.p[0].root_of[n->index]) {
				free(found->way);	/* the way found leads to another signature */
				found->way = NULL;
			}
		}
		for (uint32_t k = 0; k < n->n_in; k++)
			feeds_want(f, n->in[k]);
		for (uint32_t k = 0; k < n->n_ctl; k++)
			feeds_want(f, (struct edge){ n->ctl[k].node, SLOT_CONTROL });
	}
}

static void feeds_signature(struct feeds *f, const struct signature *s, uint32_t sig)
{
	uint32_t n = 0;
	struct edge *e;

	for (uint32_t i = 0; i < s->n_in; i++)
		n += info_edges(f->c->mg, &s->in[i], NULL, 0);
	e = xcalloc((size_t)n + 1, sizeof(*e));
	f->n_fed = 0;
	for (uint32_t i = 0; i < s->n_in; i++)
		f->n_fed += info_edges(f->c->mg, &s->in[i], e + f->n_fed, n - f->n_fed);
	f->fed = e;
	f->now = sig + 1;
	for (uint32_t k = 0; k < s->n_out; k++) {
		uint32_t count = info_edges(f->c->mg, &s->out[k], NULL, 0);
		struct edge *out = xcalloc((size_t)count + 1, sizeof(*out));

		info_edges(f->c->mg, &s->out[k], out, count);
		for (uint32_t i = 0; i < count; i++)
			feeds_want(f, out[i]);
		free(out);
	}
	feeds_run(f, s, sig);
	free(e);
}

void rule_placeholder(struct check *c)
{
	struct feeds f = { .c = c, .g = c->mg->graph };

	f.stamp = xcalloc((size_t)f.g->n_nodes + 1, sizeof(*f.stamp));
	for (uint32_t i = 0; i < c->mg->n_sigs && check_go_on(c, "looking for placeholders", (double)i / c->mg->n_sigs);
	     i++)
		if (!sig_internal(&c->mg->sigs[i]))
			feeds_signature(&f, &c->mg->sigs[i], i);
	free(f.stamp);
	vec_free(&f.todo);
}

/* ---- tables ---- */

static bool is_static_table(struct sv op)
{
	return sv_is(op, "HashTable") || sv_is(op, "HashTableV2");
}

static bool fills(struct sv op)
{
	return sv_starts(op, SV("InitializeTable")) || sv_starts(op, SV("LookupTableImport")) ||
	       sv_starts(op, SV("LookupTableInsert"));
}

static bool filled_here(const struct check *c, const struct graph *g, uint32_t node)
{
	uint32_t n;
	const struct consumer *k = graph_consumers(g, node, &n, NULL);

	for (uint32_t i = 0; k && i < n; i++)
		if (fills(graph_node_op(g, k[i].node)) &&
		    (reach_has(&c->serve, g, k[i].node) || reach_has(&c->init, g, k[i].node)))
			return true;
	return false;
}

/* Another node may make the same table, by its name. */
static bool filled_by_name(const struct check *c, const struct node *n)
{
	struct sv name;

	if (!node_attr_str(n, "shared_name", &name) || !name.n)
		return false;
	for (size_t gi = 0; gi < c->init.graph.n; gi++) {
		const struct reached *r = &c->init.graph.p[gi];

		for (uint32_t i = 0; i < r->g->n_nodes; i++) {
			const struct node *k = r->mark[i] && is_static_table(graph_node_op(r->g, i))
						       ? graph_node(r->g, i, NULL)
						       : NULL;
			struct sv other;

			if (k && node_attr_str(k, "shared_name", &other) && sv_eq(name, other))
				return true;
		}
	}
	return false;
}

static void table_node(struct check *c, uint32_t gi, const struct node *n, void *ctx)
{
	const struct graph *g = c->serve.graph.p[gi].g;

	(void)ctx;
	if (is_static_table(n->op) && !reach_has(&c->init, g, n->index) && !filled_here(c, g, n->index) &&
	    !filled_by_name(c, n))
		check_node(c, c->mg->has_object_graph ? CHECK_WARNING : CHECK_ERROR, gi, n,
			   "nothing that runs on loading fills the table%s",
			   c->mg->has_object_graph ? "; only Python's loader may" : "");
}

void rule_table(struct check *c)
{
	check_each(c, table_node, NULL);
}
