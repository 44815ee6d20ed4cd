/*
 * Rules on values: variables, and constants on the serving path, where a frozen model keeps its weights. All are
 * read when they are few bytes or when --full says so; else the smaller ones, and it is said what was left out.
 */
#include "inspect/check_inside.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "tensor/stats.h"

enum { SMALL_TOTAL = 64 << 20, SMALL_EACH = 1 << 20, FEW = 16, BIG_CONST = 1 << 20 };
#define HUGE_WEIGHT 1e8

static bool is_float(enum dtype t)
{
	enum dtype_kind k = dtype_info(t)->kind;

	return k == DK_FLOAT || k == DK_COMPLEX;
}

static void weigh(struct check *c, struct weight w, const struct tensor *t)
{
	struct stats s;

	stats_look(t, 0, &s);
	if (!s.numeric && !s.n_nan && !s.n_pinf && !s.n_ninf)
		return;
	w.rank = t->rank;
	w.n = s.n;
	w.n_nan = s.n_nan;
	w.n_inf = s.n_pinf + s.n_ninf;
	w.n_zero = s.n_zero;
	w.absmax = s.absmax;
	vec_push(&c->weight, w);
}

static void weigh_variables(struct check *c)
{
	uint32_t n, left = 0;
	const struct variable *v = metagraph_variables(c->mg, &n);
	struct bundle *b = model_bundle(c->mg->model, NULL);
	int64_t total = 0, done = 0, left_bytes = 0;

	for (uint32_t i = 0; i < n; i++)
		total += v[i].entry >= 0 && v[i].bytes > 0 && v[i].bytes < INT64_MAX / 4 / (int64_t)n ? v[i].bytes : 0;
	for (uint32_t i = 0; b && i < n && check_go_on(c, "reading weights", (double)i / n); i++) {
		struct tensor *t;

		if (v[i].entry < 0 || !is_float(v[i].dtype))
			continue;
		if (!c->o.full && total > SMALL_TOTAL && (v[i].bytes > SMALL_EACH || done > SMALL_TOTAL)) {
			left++;
			left_bytes += v[i].bytes;
			continue;
		}
		t = bundle_read(b, v[i].entry, NULL);
		if (t)
			weigh(c, (struct weight){ .var = i }, t);
		tensor_unref(t);
		done += v[i].bytes;
	}
	if (left)
		check_say_unjudged(c, "the values of %u variables (%lld MB) were not looked at: --full reads them",
				   left, (long long)(left_bytes / 1000000));
}

static void weigh_constant(struct check *c, uint32_t gi, const struct node *n, void *ctx)
{
	int64_t *done = ctx;
	struct sv proto;
	struct tensor *t;

	if (!sv_is(n->op, "Const") || !n->n_out || !is_float(n->out_type[0]) || !node_attr_tensor(n, "value", &proto))
		return;
	*done += (int64_t)proto.n;
	if (!c->o.full && *done > SMALL_TOTAL) {
		check_say_unjudged(c, "constants behind the first %d MB were not looked at: --full reads them",
				   SMALL_TOTAL / 1000000);
		return;
	}
	t = tensorproto_decode(proto, NULL);
	if (t && t->n >= FEW)
		weigh(c, (struct weight){ .var = -1, .gi = gi, .node = n->index }, t);
	tensor_unref(t);
}

static void weigh_all(struct check *c)
{
	int64_t done = 0;

	if (c->weighed)
		return;
	c->weighed = true;
	weigh_variables(c);
	check_each(c, weigh_constant, &done);
}

static void found_weight(struct check *c, const struct weight *w, const char *what)
{
	uint32_t n;
	const struct variable *v = metagraph_variables(c->mg, &n);
	enum check_severity s = c->rule->severity;
	struct str place = STR_INIT;

	if (w->var < 0) {
		const struct node *k = graph_node(c->serve.graph.p[w->gi].g, w->node, NULL);

		if (k)
			check_node(c, s, w->gi, k, "%s", what);
		return;
	}
	if (!variable_is_read(c, &v[w->var]))
		s = CHECK_NOTE;
	str_escaped(&place, v[w->var].name);
	check_spot(
		check_found_as(c, s, str_give(&place), "%s%s", what, s == CHECK_NOTE ? "; no signature reads it" : ""),
		SPOT_VARIABLE, (uint32_t)w->var);
}

void rule_weight_nan(struct check *c)
{
	weigh_all(c);
	for (size_t i = 0; i < c->weight.n; i++) {
		const struct weight *w = &c->weight.p[i];
		char *what;

		if (!w->n_nan && !w->n_inf)
			continue;
		what = xasprintf("%lld of %lld values are NaN, %lld infinite", (long long)w->n_nan, (long long)w->n,
				 (long long)w->n_inf);
		found_weight(c, w, what);
		free(what);
	}
}

/* Biases begin as zeros and may stay so; those of attention and GRU layers are matrices too. */
static bool is_bias(struct sv name)
{
	long slash = sv_rfind(name, '/');
	struct sv last = sv_sub(name, (size_t)(slash + 1), name.n);

	return memmem(last.p, last.n, "bias", 4) || memmem(last.p, last.n, "beta", 4) ||
	       memmem(last.p, last.n, "moving_mean", 11);
}

/* A matrix of zeros is a sign; a vector, or a slot of an optimizer that has not stepped, is none. */
void rule_weight_zero(struct check *c)
{
	uint32_t n;
	const struct variable *v = metagraph_variables(c->mg, &n);

	weigh_all(c);
	for (size_t i = 0; i < c->weight.n; i++) {
		const struct weight *w = &c->weight.p[i];
		char *what;

		if (w->rank < 2 || w->n < 2 || w->n_zero < w->n || w->var < 0 || is_bias(variable_name(&v[w->var])) ||
		    !variable_is_read(c, &v[w->var]))
			continue;
		what = xasprintf("all of its %lld values are zero", (long long)w->n);
		found_weight(c, w, what);
		free(what);
	}
}

void rule_weight_huge(struct check *c)
{
	weigh_all(c);
	for (size_t i = 0; i < c->weight.n; i++) {
		const struct weight *w = &c->weight.p[i];
		char *what;

		if (w->var < 0 || w->absmax <= HUGE_WEIGHT)
			continue;
		what = xasprintf("the largest value is %g", w->absmax);
		found_weight(c, w, what);
		free(what);
	}
}

/* ---- constants that nobody uses ---- */

static bool is_object(const struct check *c, struct sv node)
{
	uint32_t n;
	const struct object_node *o = metagraph_objects(c->mg, &n);

	for (uint32_t i = 0; i < n; i++)
		if (o[i].kind == OBJ_CONSTANT && sv_eq(o[i].label, node))
			return true;
	return false;
}

static void dead_in(struct check *c, uint32_t gi)
{
	const struct reached *r = &c->serve.graph.p[gi];

	for (uint32_t i = 0; i < r->g->n_nodes; i++) {
		const struct node *n;
		struct sv proto;

		if (r->mark[i] || reach_has(&c->init, r->g, i) || !sv_is(graph_node_op(r->g, i), "Const"))
			continue;
		n = graph_node(r->g, i, NULL);
		if (n && node_attr_tensor(n, "value", &proto) && proto.n >= BIG_CONST && !is_object(c, n->name))
			check_any(c, c->rule->severity, r->g, n,
				  "%zu bytes, which neither loading nor a signature uses", proto.n);
	}
}

void rule_dead_constant(struct check *c)
{
	for (uint32_t gi = 0; gi < c->serve.graph.n; gi++)
		dead_in(c, gi);
}
