/* The table of rules: every family's rows, sorted by op once; and asking one. */
#include "grad/inside.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FAMILY(name) extern const struct grad_family grad_##name;
#include "grad/families.def"
#undef FAMILY

#define FAMILY(name) &grad_##name,
static const struct grad_family *const families[] = {
#include "grad/families.def"
};
#undef FAMILY

enum { N_FAMILIES = sizeof(families) / sizeof(families[0]), MAX_ROWS = 1024 };

static pthread_once_t once = PTHREAD_ONCE_INIT;
static const struct grad_row *sorted[MAX_ROWS]; /* set once */
static int n_rows;

static int by_op(const void *a, const void *b)
{
	return strcmp((*(const struct grad_row *const *)a)->op,
		      (*(const struct grad_row *const *)b)->op);
}

static void fill(void)
{
	for (int f = 0; f < N_FAMILIES; f++)
		for (int i = 0; i < families[f]->n && n_rows < MAX_ROWS; i++)
			sorted[n_rows++] = &families[f]->row[i];
	qsort(sorted, (size_t)n_rows, sizeof(sorted[0]), by_op);
	for (int i = 1; i < n_rows; i++) /* two rules for one op: whichever is found is a mistake */
		if (!by_op(&sorted[i - 1], &sorted[i])) {
			fprintf(stderr, "smtui: op %s has two gradients\n", sorted[i]->op);
			abort();
		}
}

static int compare(const void *key, const void *row)
{
	return sv_cmp(*(const struct sv *)key, sv_of((*(const struct grad_row *const *)row)->op));
}

const struct grad_row *grad_find(struct sv op)
{
	const struct grad_row *const *found;

	pthread_once(&once, fill);
	found = bsearch(&op, sorted, (size_t)n_rows, sizeof(sorted[0]), compare);
	return found ? *found : NULL;
}

bool grad_has_rule(struct sv op)
{
	const struct grad_row *r = grad_find(op);

	return r && !(r->flags & GRAD_END) && (r->form || r->vjp || r->flags & GRAD_COPY);
}

bool grad_is_end(struct sv op)
{
	const struct grad_row *r = grad_find(op);

	return r && r->flags & GRAD_END;
}

bool grad_writes(struct sv op)
{
	const struct grad_row *r = grad_find(op);

	return r && r->flags & GRAD_WRITES;
}

bool grad_begins(struct sv op)
{
	const struct grad_row *r = grad_find(op);

	return r && r->flags & GRAD_BEGINS;
}

int grad_n_rules(void)
{
	pthread_once(&once, fill);
	return n_rows;
}

const char *grad_rule_at(int i)
{
	return i >= 0 && i < grad_n_rules() ? sorted[i]->op : NULL;
}

/* ---- gval ---- */

void gval_clear(struct gval *g)
{
	tensor_unref(g->t);
	for (size_t i = 0; i < g->list.n; i++)
		tensor_unref(g->list.p[i]);
	vec_free(&g->list);
	g->t = NULL;
	g->is_list = false;
}

/* *a += b, of one shape; b is borrowed. */
static bool tensor_add(struct tensor **a, struct tensor *b, struct err *err)
{
	struct gcx c = {.err = err};
	struct tensor *sum;

	if (!b)
		return true;
	if (!*a) {
		*a = tensor_ref(b);
		return true;
	}
	if ((*a)->dtype != b->dtype || !shape_eq(tensor_shape(*a), tensor_shape(b)))
		return err_set(err, ERR_KIND_OP, ERR_INTERNAL,
			       "gradients of one value have different shapes");
	c.a = arena_new();
	sum = tensor_ref(g_add(&c, *a, b));
	gcx_free(&c);
	if (!sum)
		return false;
	tensor_unref(*a);
	*a = sum;
	return true;
}

bool gval_add(struct gval *a, struct gval *b, struct err *err)
{
	bool ok = true;

	if (!gval_is(a)) {
		*a = *b;
		memset(b, 0, sizeof(*b));
		return true;
	}
	ok = tensor_add(&a->t, b->t, err);
	a->is_list |= b->is_list;
	while (a->list.n < b->list.n)
		vec_push(&a->list, NULL);
	for (size_t i = 0; ok && i < b->list.n; i++)
		ok = tensor_add(&a->list.p[i], b->list.p[i], err);
	gval_clear(b);
	return ok;
}

/* ---- asking ---- */

static bool is_complex(const struct vjp *v)
{
	for (uint32_t i = 0; i < v->n_out; i++)
		if (v->g[i].t && dtype_info(v->g[i].t->dtype)->kind == DK_COMPLEX)
			return true;
	return false;
}

static bool run(struct gcx *c, const struct grad_row *r, struct vjp *v)
{
	if (is_complex(v))
		return g_unknown(c, "complex numbers");
	return r->vjp		      ? r->vjp(c, v)
	       : r->form	      ? form_vjp(c, r->form, v)
	       : r->flags & GRAD_COPY ? trace_vjp(c, r->data, r->flags & GRAD_FIRST, v)
				      : g_unknown(c, "this op");
}

enum grad_verdict grad_run(struct vjp *v, const char **why, struct err *err)
{
	const struct grad_row *r = grad_find(v->n->op);
	struct gcx c = {.err = err};
	bool ok;

	*why = "no gradient is defined for this op";
	if (!r)
		return GRAD_UNKNOWN;
	if (r->flags & GRAD_END)
		return GRAD_ENDS;
	c.a = arena_new();
	ok = run(&c, r, v);
	gcx_free(&c);
	if (ok)
		return GRAD_FOUND;
	if (c.why) {
		*why = c.why;
		return GRAD_UNKNOWN;
	}
	err_set(err, ERR_KIND_OP, ERR_INTERNAL, "the rule of %.*s does not fit this node",
		SV_ARG(v->n->op));
	return GRAD_FAILED;
}
