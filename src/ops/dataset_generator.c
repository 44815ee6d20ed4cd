/*
 * A dataset whose elements functions make out of a state: the first call makes the state (held), each one after it an
 * element, until it says OUT_OF_RANGE; then a last one cleans up. An iterator that is dropped before its end cleans up
 * nothing: no run is there that could call the function.
 */
#include "ops/dataset.h"
#include "ops/tensorlist.h"

enum { NOT_CALLED, CALLED_INIT, CALLED_NEXT, AT_END, CALLED_FINALIZE };

static enum got call(struct op_ctx *c, struct it *i, int phase, int func, const struct plist *state)
{
	enum got g = ds_call_func(c, i, func, state, NULL);

	i->phase = phase;
	return g;
}

static bool keep_state(struct op_ctx *c, struct it *i)
{
	struct elem state = { 0 };
	bool ok = ds_ret(c, i, (int)i->ret.n, NULL, &state);

	plist_free(&i->held);
	if (ok)
		elem_keep(&i->held, &state);
	i->started = ok;
	elem_free(&state);
	return ok;
}

/* TensorFlow finds out where the element is given out, and says it so; the number first. */
static bool fits(struct op_ctx *c, const struct ds *d, const struct plist *ret)
{
	if (ret->n != d->n_types)
		return op_invalid(c, "Number of components does not match: expected %d types but got %lld.", d->n_types,
				  (long long)ret->n);
	for (int k = 0; k < d->n_types; k++) {
		enum dtype t = plist_get(ret, k)->dtype;

		if (t != d->type[k])
			return op_invalid(c, "Data type mismatch at component %d: expected %s but got %s.", k,
					  op_type_text(c, d->type[k]), op_type_text(c, t));
	}
	return true;
}

static enum got next_generated(struct op_ctx *c, struct it *i, struct elem *e)
{
	int phase = i->phase;

	i->phase = NOT_CALLED;
	if (phase == AT_END)
		return call(c, i, CALLED_FINALIZE, 2, &i->held);
	if (phase == CALLED_FINALIZE && i->has_ret)
		return IT_END;
	if (phase == CALLED_NEXT && i->has_ret)
		return fits(c, i->d, &i->ret) && ds_ret(c, i, i->d->n_types, i->d->type, e) ? IT_GOT : IT_ERR;
	if (phase == CALLED_INIT && i->has_ret && !keep_state(c, i))
		return IT_ERR;
	return i->started ? call(c, i, CALLED_NEXT, 1, &i->held) : call(c, i, CALLED_INIT, 0, NULL);
}

static const struct op_row rows[] = {
	{ .name = "GeneratorDataset", .n_in = -1, .n_out = 1, .flags = OP_STATEFUL, .run = ds_run,
	  .data = &(const struct ds_kind){ .next = next_generated, .ends = CALLED_NEXT,
					   .func = { "init_func", "next_func", "finalize_func" },
					   .role = { "init", "next", "finalize" } } },
};

OP_FAMILY(family_dataset_generator, rows);
