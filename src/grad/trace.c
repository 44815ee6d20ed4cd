/*
 * Ops that only move elements: run on the places of their inputs' elements instead of the elements, they say
 * themselves where each output element came from. The gradient goes back the same way, and so does a look at
 * one element.
 */
#include "grad/inside.h"

#include <string.h>

enum { INPUTS_MAX = 500 };

/* The type that stands for a place: int64, or double (exact to 2^53) where the kernel has no integers. */
static enum dtype place_type(const struct op_row *row, struct sv attr)
{
	for (int i = 0; i < 4 && row->types[i].attr; i++)
		if (sv_is(attr, row->types[i].attr))
			return row->types[i].mask & DM(DT_INT64) ? DT_INT64 : DT_DOUBLE;
	return DT_INT64;
}

/* The argument of the definition that input (or output) i belongs to. */
static const struct opdef_arg *arg_at(const struct node *n, const struct opdef_arg *arg, int count,
				      uint32_t i)
{
	uint32_t at = 0;

	for (int j = 0; j < count; j++) {
		at += arg[j].number_attr.n || arg[j].type_list_attr.n ? node_arg_count(n, &arg[j])
								      : 1;
		if (i < at)
			return &arg[j];
	}
	return NULL;
}

static const struct opdef_arg *arg_of(const struct node *n, uint32_t i)
{
	return n->def ? arg_at(n, n->def->in, n->def->n_in, i) : NULL;
}

/* Does output `slot` hold what was moved? */
static bool is_moved(const struct node *n, uint32_t slot, struct sv attr)
{
	const struct opdef_arg *arg = n->def ? arg_at(n, n->def->out, n->def->n_out, slot) : NULL;

	return arg && sv_eq(arg->type_attr, attr);
}

static struct tensor *places(struct gcx *c, const struct tensor *x, uint32_t input, bool none,
			     enum dtype t)
{
	struct tensor *p = g_hold(c, tensor_zeros(DT_INT64, x->rank, x->dim, c->err));

	for (int64_t k = 0; p && !none && k < p->n; k++)
		((int64_t *)p->data)[k] = k + 1 + ((int64_t)input << TRACE_SHIFT);
	return g_cast(c, p, t);
}

/* Is input i one of those that are copied? The last bit stands for all behind it. */
static bool is_data(unsigned data, uint32_t i)
{
	return i < 31 ? data >> i & 1 : data >> 31;
}

struct tensor *trace_of(struct gcx *c, const struct vjp *v, unsigned data, uint32_t slot)
{
	struct tensor **in = arena_array(c->a, (size_t)v->n_in + 1, sizeof(*in));
	struct tensor **out = arena_array(c->a, (size_t)v->n_out + 1, sizeof(*out));
	const struct op_row *row = op_find(v->n->op);
	struct sv attr = SV("");

	if (!row || !v->n->def)
		return NULL;
	if (v->n_in > INPUTS_MAX) { /* their numbers must fit above the places */
		g_unknown(c, "so many inputs");
		return NULL;
	}
	for (uint32_t i = 0; i < v->n_in && !attr.n; i++)
		if (is_data(data, i) && arg_of(v->n, i))
			attr = arg_of(v->n, i)->type_attr;
	if (!is_moved(v->n, slot, attr)) {
		g_unknown(c, "this output");
		return NULL;
	}
	for (uint32_t i = 0; i < v->n_in; i++) {
		const struct opdef_arg *arg = arg_of(v->n, i);
		bool moved = arg && attr.n && sv_eq(arg->type_attr, attr);

		in[i] = moved ? places(c, v->in[i], i, !is_data(data, i), place_type(row, attr))
			      : v->in[i];
	}
	if (!g_rerun(c, v->n, in, v->n_in, out, v->n_out))
		return NULL;
	return g_cast(c, out[slot], DT_INT64);
}

static bool add_back(struct gcx *c, struct vjp *v, unsigned data, uint32_t slot,
		     struct tensor **sum)
{
	struct tensor *from = trace_of(c, v, data, slot);
	const double *g = from ? g_doubles(c, v->g[slot].t) : NULL;

	if (!g || from->n != v->g[slot].t->n)
		return false;
	for (int64_t k = 0; k < from->n; k++) {
		int64_t place = ((int64_t *)from->data)[k] - 1;
		uint32_t i = (uint32_t)(place >> TRACE_SHIFT);

		place &= ((int64_t)1 << TRACE_SHIFT) - 1;
		if (((int64_t *)from->data)[k] > 0 && i < v->n_in && sum[i] && place < sum[i]->n)
			((double *)sum[i]->data)[place] += g[k];
	}
	return true;
}

bool trace_vjp(struct gcx *c, unsigned data, bool first, struct vjp *v)
{
	struct tensor **sum = arena_array(c->a, (size_t)v->n_in + 1, sizeof(*sum));

	for (uint32_t i = 0; i < v->n_in; i++)
		if (is_data(data, i) && v_want(v, i) && (!first || !(data & ((1u << i) - 1))) &&
		    !(sum[i] = g_double_zeros(c, v->in[i]->rank, v->in[i]->dim)))
			return false;
	for (uint32_t k = 0; k < v->n_out; k++)
		if (v->g[k].t && is_float(v->out[k]->dtype) && !add_back(c, v, data, k, sum))
			return false;
	for (uint32_t i = 0; i < v->n_in; i++)
		if (sum[i] && !v_give(c, v, i, g_cast(c, sum[i], v->in[i]->dtype)))
			return false;
	return true;
}
