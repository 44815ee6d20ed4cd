/*
 * One node alone, with the tensors that it takes when it is about to run: what its op's rule says,
 * and where that leaves dims open what the graph as a whole says.
 */
#include <stdlib.h>

#include "infer/inside.h"

static struct iout of_tensor(struct infer *inf, const struct tensor *t)
{
	return (struct iout){t->dtype, ishape_from(inf, tensor_shape(t)), infer_value(inf, t),
			     NULL};
}

static struct ishape by_rule(struct igraph *ig, const struct node *n, struct tensor *const *in,
			     uint32_t n_in, uint32_t slot)
{
	const struct infer_row *row = rule_find(n->op);
	struct arena *a = ig->inf->arena;
	struct iout *take = arena_array(a, (size_t)n_in + 1, sizeof(*take));
	struct iout *give = arena_array(a, (size_t)n->n_out + 1, sizeof(*give));
	struct rule_ctx c = {.ig = ig,
			     .inf = ig->inf,
			     .n = n,
			     .in = take,
			     .n_in = n_in,
			     .n_out = n->n_out,
			     .out = give,
			     .row = row};

	for (uint32_t i = 0; i < n_in; i++)
		take[i] = in[i] ? of_tensor(ig->inf, in[i]) :
				  (struct iout){ DT_INVALID, ishape_unknown(), NULL, NULL };
	for (uint32_t k = 0; k < n->n_out; k++)
		give[k] = (struct iout){ n->out_type[k], ishape_unknown(), NULL, NULL };
	if (row && !n->callee && n_in == n->n_in &&
	    (!row->form || row->rule == rule_form || rule_inputs(&c)))
		row->rule(&c);
	return c.bad || slot >= n->n_out ? ishape_unknown() : give[slot].shape;
}

struct shape infer_one(const struct graph *g, const struct node *n, struct tensor *const *in,
		       uint32_t n_in, uint32_t slot, int64_t *dim)
{
	struct infer *inf = infer_new(g->mg, NULL);
	struct igraph *ig = g->func ? infer_called(inf, g->func) : infer_root(inf);
	struct ishape rule = by_rule(ig, n, in, n_in, slot);
	const struct iout *whole = infer_out(ig, n->index, slot);
	struct ishape both;
	struct shape s;
	int at;

	if (!ishape_both(inf, rule, whole->shape, &both, &at))
		both = rule;
	s = ishape_plain(both, dim);
	infer_free(inf);
	return s;
}
