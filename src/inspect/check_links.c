/*
 * Rules on what depends on what: inputs that reach no output, outputs that no input reaches, and reshapes that fix
 * what the signature leaves free.
 */
#include "inspect/check_inside.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

struct links {
	struct edge *in;		/* every tensor of every input */
	uint32_t *of;			/* which input it belongs to */
	uint32_t n;
	bool *hit, *used;		/* by tensor, by input */
};

static void links_of(struct links *l, const struct metagraph *mg, const struct signature *s)
{
	*l = (struct links){ 0 };
	for (uint32_t i = 0; i < s->n_in; i++)
		l->n += info_edges(mg, &s->in[i], NULL, 0);
	l->in = xcalloc((size_t)l->n + 1, sizeof(*l->in));
	l->of = xcalloc((size_t)l->n + 1, sizeof(*l->of));
	l->hit = xcalloc((size_t)l->n + 1, sizeof(*l->hit));
	l->used = xcalloc((size_t)s->n_in + 1, sizeof(*l->used));
	l->n = 0;
	for (uint32_t i = 0; i < s->n_in; i++) {
		uint32_t k = info_edges(mg, &s->in[i], l->in + l->n, UINT32_MAX);

		while (k--)
			l->of[l->n++] = i;
	}
}

static void links_free(struct links *l)
{
	free(l->in);
	free(l->of);
	free(l->hit);
	free(l->used);
}

/* Marks the inputs that output k depends on; how many tensors of inputs that are. */
static uint32_t link_output(struct depend *d, const struct metagraph *mg, struct links *l,
			    const struct tensor_info *out)
{
	uint32_t n = info_edges(mg, out, NULL, 0), hits = 0;
	struct edge *e = xcalloc((size_t)n + 1, sizeof(*e));

	info_edges(mg, out, e, n);
	memset(l->hit, 0, l->n * sizeof(*l->hit));
	for (uint32_t i = 0; i < n; i++)
		depend_on(d, e[i], l->in, l->n, l->hit);
	for (uint32_t i = 0; i < l->n; i++)
		if (l->hit[i]) {
			l->used[l->of[i]] = true;
			hits++;
		}
	free(e);
	return n ? hits : UINT32_MAX;	/* an output that is not there depends on nothing that one could say */
}

typedef void (*linked_fn)(struct check *c, uint32_t sig, struct depend *d, struct links *l);

static void each_linked(struct check *c, linked_fn fn)
{
	struct depend *d = depend_new(c->mg);

	for (uint32_t i = 0;
	     i < c->mg->n_sigs && check_go_on(c, "following inputs to outputs", (double)i / c->mg->n_sigs); i++) {
		const struct signature *s = &c->mg->sigs[i];
		struct links l;

		if (sig_internal(s) || !s->n_in || !s->n_out)
			continue;
		links_of(&l, c->mg, s);
		fn(c, i, d, &l);
		links_free(&l);
	}
	depend_free(d);
}

static void unused_inputs(struct check *c, uint32_t sig, struct depend *d, struct links *l)
{
	const struct signature *s = &c->mg->sigs[sig];

	for (uint32_t k = 0; k < s->n_out; k++)
		link_output(d, c->mg, l, &s->out[k]);
	for (uint32_t i = 0; i < s->n_in; i++)
		if (!l->used[i] && info_edges(c->mg, &s->in[i], NULL, 0))
			at_row(check_found(c, sig_place(s, &s->in[i]), "no output depends on the input \"%.*s\"",
					   SV_ARG(s->in[i].key)),
			       sig);
}

void rule_unused_input(struct check *c)
{
	each_linked(c, unused_inputs);
}

static void constant_outputs(struct check *c, uint32_t sig, struct depend *d, struct links *l)
{
	const struct signature *s = &c->mg->sigs[sig];

	for (uint32_t k = 0; k < s->n_out; k++)
		if (!link_output(d, c->mg, l, &s->out[k]))
			at_row(check_found(c, sig_place(s, &s->out[k]), "the output \"%.*s\" depends on no input",
					   SV_ARG(s->out[k].key)),
			       sig);
}

void rule_constant_output(struct check *c)
{
	each_linked(c, constant_outputs);
}

/* ---- a fixed size where the batch goes ---- */

static bool keeps_batch(struct sv op)
{
	static const char *const ops[] = { "Add",
					   "AddV2",
					   "AvgPool",
					   "BiasAdd",
					   "Cast",
					   "Conv2D",
					   "Conv3D",
					   "DepthwiseConv2dNative",
					   "Elu",
					   "Exp",
					   "FusedBatchNorm",
					   "FusedBatchNormV2",
					   "FusedBatchNormV3",
					   "Identity",
					   "LeakyRelu",
					   "Log",
					   "MatMul",
					   "MaxPool",
					   "Mul",
					   "Neg",
					   "RealDiv",
					   "Relu",
					   "Relu6",
					   "Rsqrt",
					   "Selu",
					   "Sigmoid",
					   "Softmax",
					   "Softplus",
					   "Sqrt",
					   "Square",
					   "StopGradient",
					   "Sub",
					   "Tanh",
					   "CheckNumerics",
					   "_FusedConv2D",
					   "_FusedConv3D",
					   "_FusedDepthwiseConv2dNative",
					   "_FusedMatMul",
					   "_UnaryOpsComposition" };

	for (size_t i = 0; i < sizeof(ops) / sizeof(*ops); i++)
		if (sv_is(op, ops[i]))
			return true;
	return false;
}

/* Follows the first input through ops that keep the first dimension, to the signature's input that it is. */
static bool grows_with(const struct check *c, uint32_t gi, struct edge e, struct edge *input)
{
	for (int hops = 0; hops < 10000 && e.node != NODE_NONE; hops++) {
		struct origin o = reach_origin(&c->serve, gi, e);
		const struct node *n = graph_node(c->serve.graph.p[o.gi].g, o.e.node, NULL);

		if (!n)
			return false;
		if (!n->n_in || !keeps_batch(n->op)) {
			*input = o.e;
			return o.gi == 0;
		}
		gi = o.gi;
		e = n->in[0];
	}
	return false;
}

static bool open_input(const struct check *c, struct edge e, const struct signature **sig,
		       const struct tensor_info **row)
{
	for (uint32_t i = 0; i < c->mg->n_sigs; i++)
		for (uint32_t k = 0; k < c->mg->sigs[i].n_in; k++) {
			const struct tensor_info *ti = &c->mg->sigs[i].in[k];
			struct edge at;

			if (info_edges(c->mg, ti, &at, 1) == 1 && at.node == e.node && at.slot == e.slot &&
			    ti->shape.rank >= 1 && ti->shape.dim[0] < 0) {
				*sig = &c->mg->sigs[i];
				*row = ti;
				return true;
			}
		}
	return false;
}

static void reshape_node(struct check *c, uint32_t gi, const struct node *n, void *ctx)
{
	const struct signature *sig;
	const struct tensor_info *row;
	struct str dims = STR_INIT;
	struct origin o;
	const struct node *k;
	struct tensor *t;
	struct edge in;
	struct sv proto;
	bool all = true;

	(void)ctx;
	if (!sv_is(n->op, "Reshape") || n->n_in < 2 || !grows_with(c, gi, n->in[0], &in) ||
	    !open_input(c, in, &sig, &row))
		return;
	o = reach_origin(&c->serve, gi, n->in[1]);
	k = o.e.node != NODE_NONE ? graph_node(c->serve.graph.p[o.gi].g, o.e.node, NULL) : NULL;
	t = k && sv_is(k->op, "Const") && node_attr_tensor(k, "value", &proto) ? tensorproto_decode(proto, NULL) : NULL;
	for (int64_t i = 0; t && i < t->n; i++) {
		int64_t d = tensor_get_i64(t, i);

		all = all && d >= 0;
		str_addf(&dims, "%s%lld", i ? "," : "", (long long)d);
	}
	if (t && all)
		check_node(c, c->rule->severity, gi, n,
			   "reshapes to [%s] what has the first dimension of %.*s/%.*s, which is free", str_z(&dims),
			   SV_ARG(sig->key), SV_ARG(row->key));
	str_free(&dims);
	tensor_unref(t);
}

void rule_fixed_reshape(struct check *c)
{
	check_each(c, reshape_node, NULL);
}
