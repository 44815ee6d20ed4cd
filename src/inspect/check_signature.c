/* Rules on signatures: what they name, the types and shapes they promise, what depends on what. */
#include "inspect/check_inside.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

bool sig_internal(const struct signature *s)
{
	return sv_starts(s->key, SV("__saved_model_"));
}

char *sig_place(const struct signature *s, const struct tensor_info *ti)
{
	struct str p = STR_INIT;

	str_escaped(&p, s->key);
	if (ti) {
		str_addc(&p, '/');
		str_escaped(&p, ti->key);
	}
	return str_give(&p);
}

void info_each(const struct tensor_info *ti, info_fn fn, void *ctx)
{
	for (int i = 0; ti->encoding == TI_COO_SPARSE && i < 3; i++)
		fn(ctx, ti, ti->coo[i]);
	if (ti->encoding == TI_NAME)
		fn(ctx, ti, ti->name);
	for (uint32_t i = 0; ti->encoding == TI_COMPOSITE && i < ti->n_components; i++)
		info_each(&ti->components[i], fn, ctx);
}

struct edges {
	const struct metagraph *mg;
	struct edge *e;
	uint32_t n, max;
};

static void add_edge(void *ctx, const struct tensor_info *ti, struct sv name)
{
	struct edges *l = ctx;
	struct edge e;

	(void)ti;
	if (!graph_resolve(l->mg->graph, name, &e, NULL) || e.slot == SLOT_CONTROL)
		return;
	if (l->n < l->max)
		l->e[l->n] = e;
	l->n++;
}

uint32_t info_edges(const struct metagraph *mg, const struct tensor_info *ti, struct edge *e, uint32_t max)
{
	struct edges l = { mg, e, 0, max };

	info_each(ti, add_edge, &l);
	return l.n;
}

void each_row(struct check *c, row_fn fn)
{
	for (uint32_t i = 0; i < c->mg->n_sigs; i++) {
		const struct signature *s = &c->mg->sigs[i];

		for (uint32_t k = 0; !sig_internal(s) && k < s->n_in; k++)
			fn(c, i, &s->in[k], true);
		for (uint32_t k = 0; !sig_internal(s) && k < s->n_out; k++)
			fn(c, i, &s->out[k], false);
	}
}

struct finding *at_row(struct finding *f, uint32_t sig)
{
	check_spot(f, SPOT_SIGNATURE, sig);
	return f;
}

/* ---- the set ---- */

static uint32_t callable_signatures(const struct metagraph *mg)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < mg->n_sigs; i++)
		n += !sig_internal(&mg->sigs[i]);
	return n;
}

/* A checkpoint and a bare GraphDef are no SavedModels. */
static bool is_saved_model(const struct check *c)
{
	return model_form(c->mg->model) < MODEL_CHECKPOINT;
}

void rule_serve_tag(struct check *c)
{
	const struct model *m = c->mg->model;
	struct str tags = STR_INIT;

	for (int i = 0; i < model_n_metagraphs(m); i++) {
		const struct metagraph *mg = model_metagraph(m, i);

		for (uint32_t k = 0; k < mg->n_tags; k++) {
			if (sv_is(mg->tags[k], "serve")) {
				str_free(&tags);
				return;
			}
			str_addz(&tags, tags.n ? ", " : "");
			str_escaped(&tags, mg->tags[k]);
		}
	}
	if (is_saved_model(c))
		check_found(c, xstrdup("tags"), "no MetaGraph is tagged serve; there are: %s",
			    tags.n ? str_z(&tags) : "no tags");
	str_free(&tags);
}

void rule_no_signature(struct check *c)
{
	if (!callable_signatures(c->mg) && is_saved_model(c))
		check_found(c, xstrdup("signatures"), "the MetaGraph has no signature that can be called");
}

void rule_no_default(struct check *c)
{
	uint32_t n = callable_signatures(c->mg);

	if (n > 1 && !metagraph_signature(c->mg, SV("serving_default")))
		check_found(c, xstrdup("signatures"), "%u signatures, none is serving_default", n);
}

/* ---- against the graph ---- */

struct missing {
	struct check *c;
	uint32_t sig;
	const struct tensor_info *row;
	bool input;
};

static void missing_tensor(void *ctx, const struct tensor_info *ti, struct sv name)
{
	struct missing *m = ctx;
	struct edge e;
	const struct node *n;

	(void)ti;
	if (!graph_resolve(m->c->mg->graph, name, &e, NULL)) {
		at_row(check_found(m->c, sig_place(&m->c->mg->sigs[m->sig], m->row),
				   "%s tensor \"%.*s\" names no node of the graph", m->input ? "input" : "output",
				   SV_ARG(name)),
		       m->sig);
		return;
	}
	n = graph_node(m->c->mg->graph, e.node, NULL);
	if (n && n->def && e.slot != SLOT_CONTROL && e.slot >= n->n_out)
		at_row(check_found(m->c, sig_place(&m->c->mg->sigs[m->sig], m->row),
				   "%s tensor \"%.*s\": node %.*s (%.*s) has %u outputs", m->input ? "input" : "output",
				   SV_ARG(name), SV_ARG(n->name), SV_ARG(n->op), n->n_out),
		       m->sig);
}

static void tensor_row(struct check *c, uint32_t sig, const struct tensor_info *ti, bool input)
{
	struct missing m = { c, sig, ti, input };

	info_each(ti, missing_tensor, &m);
}

void rule_signature_tensor(struct check *c)
{
	each_row(c, tensor_row);
}

static const struct node *row_node(const struct check *c, const struct tensor_info *ti, uint32_t *slot)
{
	struct edge e;
	const struct node *n;

	if (ti->encoding != TI_NAME || !graph_resolve(c->mg->graph, ti->name, &e, NULL) || e.slot == SLOT_CONTROL)
		return NULL;
	n = graph_node(c->mg->graph, e.node, NULL);
	*slot = e.slot;
	return n && e.slot < n->n_out ? n : NULL;
}

static void dtype_row(struct check *c, uint32_t sig, const struct tensor_info *ti, bool input)
{
	uint32_t slot;
	const struct node *n = row_node(c, ti, &slot);
	const char *said = dtype_enum_name(ti->dtype);
	enum dtype is = n ? n->out_type[slot] : DT_INVALID;

	if (is == DT_INVALID || ti->dtype == DT_INVALID || dtype_base((enum dtype)ti->dtype) == is)
		return;
	at_row(check_found(c, sig_place(&c->mg->sigs[sig], ti), "the signature says %s, %s %.*s (%.*s) %s %s",
			   said ? said : "no known type", "node", SV_ARG(n->name), SV_ARG(n->op),
			   input ? "takes" : "gives", dtype_enum_name(is)),
	       sig);
}

void rule_signature_dtype(struct check *c)
{
	each_row(c, dtype_row);
}

/* The shape that the graph itself states for an output: a placeholder's, or _output_shapes. */
static bool stated_shape(const struct node *n, uint32_t slot, struct shape *s)
{
	const struct attr_value *items;
	uint32_t count;

	if (sv_starts(n->op, SV("Placeholder")) && node_attr_shape(n, "shape", s))
		return s->rank > 0;	/* old graphs leave a scalar's shape where they know none */
	if (!node_attr_list(n, "_output_shapes", &items, &count) || slot >= count || items[slot].kind != ATTR_SHAPE)
		return false;
	*s = items[slot].shape;
	return true;
}

static void shape_row(struct check *c, uint32_t sig, const struct tensor_info *ti, bool input)
{
	uint32_t slot;
	const struct node *n = row_node(c, ti, &slot);
	struct str said = STR_INIT, is = STR_INIT;
	int64_t dim[SHAPE_MAX_RANK];
	struct shape s;

	if (!n || !ti->has_shape)
		return;
	if (!stated_shape(n, slot, &s) || shape_accepts(ti->shape, s)) {
		if (input)
			return;
		s = infer_signature_shape(c, (struct edge){ n->index, slot }, dim);
	}
	if (shape_accepts(ti->shape, s))
		return;
	shape_str_py(&said, ti->shape);
	shape_str_py(&is, s);
	at_row(check_found(c, sig_place(&c->mg->sigs[sig], ti), "the signature says %s, node %.*s (%.*s) %s %s",
			   str_z(&said), SV_ARG(n->name), SV_ARG(n->op), input ? "takes" : "gives", str_z(&is)),
	       sig);
	str_free(&said);
	str_free(&is);
}

void rule_signature_shape(struct check *c)
{
	each_row(c, shape_row);
}

/* ---- shapes ---- */

static void rank_row(struct check *c, uint32_t sig, const struct tensor_info *ti, bool input)
{
	if (ti->encoding != TI_NAME || ti->shape.rank >= 0)
		return;
	at_row(check_found_as(c, input ? CHECK_WARNING : CHECK_NOTE, sig_place(&c->mg->sigs[sig], ti),
			      "the %s's rank is unknown", input ? "input" : "output"),
	       sig);
}

void rule_unknown_rank(struct check *c)
{
	each_row(c, rank_row);
}

static bool fixed(const struct tensor_info *ti)
{
	return ti->encoding == TI_NAME && ti->shape.rank >= 1 && ti->shape.dim[0] >= 0;
}

static void batch_row(struct check *c, uint32_t sig, const struct tensor_info *ti, bool input)
{
	struct str s = STR_INIT;

	if (!input || !fixed(ti))
		return;
	shape_str_py(&s, ti->shape);
	at_row(check_found(c, sig_place(&c->mg->sigs[sig], ti),
			   "the input's shape is %s: its first dimension is always %lld", str_z(&s),
			   (long long)ti->shape.dim[0]),
	       sig);
	str_free(&s);
}

void rule_fixed_batch(struct check *c)
{
	each_row(c, batch_row);
}

void rule_default_value(struct check *c)
{
	for (uint32_t i = 0; i < c->mg->n_sigs; i++) {
		const struct signature *s = &c->mg->sigs[i];

		for (uint32_t k = 0; k < s->n_defaults; k++) {
			struct tensor_info key = { .key = s->default_key[k] }, *ti = NULL;
			struct err e = { 0 };
			struct tensor *t = tensorproto_decode(s->default_proto[k], &e);

			for (uint32_t j = 0; j < s->n_in; j++)
				if (sv_eq(s->in[j].key, s->default_key[k]))
					ti = (struct tensor_info *)&s->in[j];
			if (!ti)
				at_row(check_found(c, sig_place(s, &key),
						   "there is a default value, but no such input"),
				       i);
			else if (!t)
				at_row(check_found(c, sig_place(s, ti), "the default value cannot be read: %s", e.msg),
				       i);
			else if (t->dtype != dtype_base((enum dtype)ti->dtype) ||
				 !shape_accepts(ti->shape, tensor_shape(t)))
				at_row(check_found(
					       c, sig_place(s, ti),
					       "the default value is a %s of rank %d, which the input does not take",
					       dtype_info(t->dtype)->name, t->rank),
				       i);
			tensor_unref(t);
			err_clear(&e);
		}
	}
}
