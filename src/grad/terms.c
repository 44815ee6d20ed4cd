/* What one element is made of: the row's own walk, or what its kind says. */
#include "grad/inside.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

void terms_free(struct terms *t)
{
	vec_free(&t->term);
	free(t->note);
	t->note = NULL;
}

/* ---- places ---- */

void place_split(struct shape s, int64_t place, int64_t *at)
{
	for (int i = s.rank; i-- > 0;) {
		at[i] = s.dim[i] ? place % s.dim[i] : 0;
		place = s.dim[i] ? place / s.dim[i] : 0;
	}
}

int64_t place_join(struct shape s, const int64_t *at)
{
	int64_t place = 0;

	for (int i = 0; i < s.rank; i++)
		place = place * s.dim[i] + at[i];
	return place;
}

/* ---- terms ---- */

static double value_at(const struct vjp *v, uint32_t input, int64_t at)
{
	const struct tensor *x = input < v->n_in ? v->in[input] : NULL;

	return x && at >= 0 && at < x->n ? tensor_get_f64(x, at) : 0;
}

struct term *term_plain(struct terms *t, const struct vjp *v, uint32_t a, int64_t at)
{
	struct term e = {.input = a, .place = at, .value = value_at(v, a, at), .weight_place = -1};

	vec_push(&t->term, e);
	return &vec_last(&t->term);
}

void term_weighed(struct terms *t, const struct vjp *v, uint32_t a, int64_t at, double weight)
{
	struct term *e = term_plain(t, v, a, at);

	e->weighed = true;
	e->weight = weight;
	e->product = e->value * weight;
}

void term_product(struct terms *t, const struct vjp *v, uint32_t a, int64_t at, uint32_t b,
		  int64_t bt)
{
	struct term *e;

	term_weighed(t, v, a, at, value_at(v, b, bt));
	e = &vec_last(&t->term);
	e->weight_input = b;
	e->weight_place = bt;
}

/* ---- kinds ---- */

static bool by_trace(struct gcx *c, const struct vjp *v, unsigned data, uint32_t slot,
		     int64_t place, struct terms *t)
{
	struct tensor *from = trace_of(c, v, data, slot);
	int64_t at;

	if (!from || place >= from->n)
		return false;
	at = ((int64_t *)from->data)[place] - 1;
	t->how = TERMS_COPY;
	if (at >= 0)
		term_plain(t, v, (uint32_t)(at >> TRACE_SHIFT),
			   at & (((int64_t)1 << TRACE_SHIFT) - 1));
	else
		t->note = xstrdup("filled in by the op");
	return true;
}

/* The slopes by every element of every input: the gradient of this element alone. */
static bool by_slopes(struct gcx *c, const struct grad_row *r, const struct vjp *v, uint32_t slot,
		      int64_t place, struct terms *t)
{
	bool *want = arena_array(c->a, (size_t)v->n_in + 1, sizeof(*want));
	struct gval *g = arena_array(c->a, (size_t)v->n_out + 1, sizeof(*g));
	struct gval *gin = arena_array(c->a, (size_t)v->n_in + 1, sizeof(*gin));
	struct tensor *one = g_double_zeros(c, v->out[slot]->rank, v->out[slot]->dim);
	struct vjp x = {v->n, v->n_in, v->n_out, v->in, v->out, g, want, gin, NULL};
	bool ok;

	if (!one)
		return false;
	((double *)one->data)[place] = 1;
	g[slot].t = tensor_ref(g_cast(c, one, v->out[slot]->dtype));
	for (uint32_t i = 0; i < v->n_in; i++)
		want[i] = v->in[i] != NULL;
	ok = r->vjp ? r->vjp(c, &x) : form_vjp(c, r->form, &x);
	t->how = r->flags & GRAD_LINEAR ? TERMS_SUM : TERMS_MADE;
	for (uint32_t i = 0; i < v->n_in; i++) {
		const double *w = ok && gin[i].t && v->in[i]->dtype != DT_RESOURCE
					  ? g_doubles(c, gin[i].t)
					  : NULL;

		for (int64_t k = 0; w && k < gin[i].t->n; k++)
			if (w[k] != 0)
				term_weighed(t, v, i, k, w[k]);
		gval_clear(&gin[i]);
	}
	gval_clear(&g[slot]);
	return ok;
}

static struct tensor *element(struct gcx *c, struct tensor *x, int64_t at)
{
	struct tensor *t = g_hold(c, tensor_zeros(x->dtype, 0, NULL, c->err));

	if (t)
		memcpy(t->data, (const char *)x->data + (size_t)at * dtype_info(x->dtype)->size,
		       dtype_info(x->dtype)->size);
	return t;
}

static bool is_plain(const struct tensor *x)
{
	enum dtype_kind k = dtype_info(x->dtype)->kind;

	return k != DK_STRING && k != DK_OBJECT && k != DK_NONE;
}

/* Operand i's place for an element of the output; -1: it is not broadcast to it. */
static int64_t operand_place(const struct tensor *x, const struct tensor *out, int64_t place)
{
	int64_t at[SHAPE_MAX_RANK], of[SHAPE_MAX_RANK];
	int more = out->rank - x->rank;

	if (more < 0)
		return -1;
	place_split(tensor_shape(out), place, at);
	for (int i = 0; i < x->rank; i++) {
		if (x->dim[i] != 1 && x->dim[i] != out->dim[i + more])
			return -1;
		of[i] = x->dim[i] == 1 ? 0 : at[i + more];
	}
	return place_join(tensor_shape(x), of);
}

/* The slopes by the operands alone: the rule on scalars. */
static void slopes_of_scalars(struct gcx *c, const struct grad_row *r, const struct vjp *v,
			      uint32_t slot, int64_t place, struct terms *t)
{
	struct tensor **in = arena_array(c->a, (size_t)v->n_in + 1, sizeof(*in)), *out[1];
	struct vjp x = {v->n, v->n_in, 1, in, out, NULL, NULL, NULL, NULL};
	struct err own = {0}, *theirs = c->err;
	struct terms s = {0};
	bool there;

	c->err = &own;	/* an op that takes no scalars has operands all the same */
	out[0] = element(c, v->out[slot], place);
	there = out[0] != NULL;
	for (uint32_t i = 0; i < v->n_in; i++) {
		in[i] = element(c, v->in[i], t->term.p[i].place);
		there = there && in[i];
	}
	if (there && is_float(out[0]->dtype) && by_slopes(c, r, &x, 0, 0, &s)) {
		for (size_t k = 0; k < s.term.n; k++) {
			struct term *e = &t->term.p[s.term.p[k].input];

			e->weighed = true;
			e->weight = s.term.p[k].weight;
			e->product = e->value * e->weight;
		}
		t->how = s.how;
	}
	c->err = theirs;
	err_clear(&own);
	terms_free(&s);
}

static bool by_element(struct gcx *c, const struct grad_row *r, const struct vjp *v, uint32_t slot,
		       int64_t place, struct terms *t)
{
	const struct tensor *out = v->out[slot];
	bool plain = is_plain(out);

	t->how = TERMS_MADE;
	for (uint32_t i = 0; i < v->n_in; i++) {
		int64_t at = operand_place(v->in[i], out, place);

		if (at < 0 || dtype_info(v->in[i]->dtype)->kind == DK_OBJECT)
			return g_unknown(c, "this op");
		plain = plain && is_plain(v->in[i]);
		term_plain(t, v, i, at);
	}
	if (plain && r && !(r->flags & GRAD_END))
		slopes_of_scalars(c, r, v, slot, place, t);
	return true;
}

static bool is_source(const struct vjp *v)
{
	static const char *const names[] = {"Placeholder",    "Const", "VariableV2", "Variable",
					    "ReadVariableOp", "_Arg",  NULL};

	for (int i = 0; names[i]; i++)
		if (sv_is(v->n->op, names[i]))
			return true;
	return v->n_in == 0;
}

static bool find(struct gcx *c, const struct vjp *v, uint32_t slot, int64_t place, struct terms *t)
{
	const struct grad_row *r = grad_find(v->n->op);

	if (is_source(v)) {
		t->how = TERMS_SOURCE;
		return true;
	}
	if (!r)
		return by_element(c, NULL, v, slot, place, t);
	if (r->terms)
		return r->terms(c, v, slot, place, t);
	if (r->flags & GRAD_COPY)
		return by_trace(c, v, r->data, slot, place, t);
	if (r->form || r->flags & GRAD_END || sv_is(v->n->op, "Cast") ||
	    sv_is(v->n->op, "LeakyRelu"))
		return by_element(c, r, v, slot, place, t);
	if (!is_float(v->out[slot]->dtype))
		return g_unknown(c, "this type");
	return by_slopes(c, r, v, slot, place, t);
}

/* ---- the answer ---- */

static double size_of(const struct term *e)
{
	double m = fabs(e->weighed ? e->product : e->value);

	return isnan(m) ? INFINITY : m;
}

static int by_size(const void *a, const void *b)
{
	const struct term *x = a, *y = b;

	if (x->won != y->won)
		return x->won ? -1 : 1;
	if (size_of(x) != size_of(y))
		return size_of(x) > size_of(y) ? -1 : 1;
	return x->input != y->input ? (x->input > y->input) - (x->input < y->input)
				    : (x->place > y->place) - (x->place < y->place);
}

static double epsilon_of(enum dtype t)
{
	return t == DT_DOUBLE	  ? 0x1p-52
	       : t == DT_HALF	  ? 0x1p-10
	       : t == DT_BFLOAT16 ? 0x1p-7
				  : 0x1p-23;
}

/* Their sum, and how far rounding may take it from the element: each of n additions rounds once at most. */
static void add_up(struct terms *t, enum dtype type)
{
	double most = 0;
	size_t kept = 0;

	t->sum = 0;
	for (size_t i = 0; i < t->term.n; i++) {
		const struct term *e = &t->term.p[i];

		t->sum += e->weighed ? e->product : e->won || t->how == TERMS_COPY ? e->value : 0;
		most += fabs(e->weighed ? e->product : e->value);
	}
	t->bound = t->how == TERMS_SUM ? epsilon_of(type) * ((double)t->term.n + 2) * most : 0;
	for (size_t i = 0; t->how == TERMS_SUM && i < t->term.n; i++) {
		if (t->term.p[i].product != 0)
			t->term.p[kept++] = t->term.p[i];
		else
			t->n_zero++;
	}
	if (t->how == TERMS_SUM)
		t->term.n = kept;
}

enum grad_verdict terms_of(const struct vjp *v, uint32_t slot, int64_t place, struct terms *t,
			   const char **why, struct err *err)
{
	struct gcx c = {.err = err};
	bool ok;

	memset(t, 0, sizeof(*t));
	*why = "no rule says what this op's elements are made of";
	t->actual = tensor_get_f64(v->out[slot], place);
	c.a = arena_new();
	ok = find(&c, v, slot, place, t);
	gcx_free(&c);
	if (ok) {
		if (t->how != TERMS_MADE)
			add_up(t, v->out[slot]->dtype);
		if (t->term.n && !t->term.p[0].what)
			qsort(t->term.p, t->term.n, sizeof(t->term.p[0]), by_size);
		return GRAD_FOUND;
	}
	terms_free(t);
	if (err->kind == ERR_KIND_OP) { /* a kernel of the gradient's refuses this: say, a matrix without an inverse */
		*why = "the slopes of this element cannot be computed";
		err_clear(err);
	}
	return err_is(err) ? GRAD_FAILED : GRAD_UNKNOWN;
}
