/*
 * An expression over tensors whose value is one number, and its gradient by each name in it. It is computed
 * while it is read, kernel by kernel; the kernels that ran are then gone through backwards by the same rules
 * that a model's nodes have.
 */
#include "grad/inside.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { DEPTH_MAX = 60, PARTS_MAX = 4096 };

/* A leaf or a kernel that ran. */
struct part {
	const struct node *n; /* NULL: a leaf */
	struct sv name;	      /* of a leaf that was looked up; empty: a constant */
	bool soft;	      /* a constant: takes the type of what it meets */
	uint32_t n_in, n_out;
	uint32_t *in;
	struct tensor **ins, **out;
	struct gval *g;
};

struct loss {
	struct gcx c;
	VEC(struct part *) part;
	VEC(uint32_t) names; /* parts that were looked up */
	loss_lookup lookup;
	void *ctx;
	const char *p;
	int depth;
	char *text;
	uint32_t result;
};

#define NOTHING UINT32_MAX

static uint32_t sum(struct loss *l);

static uint32_t fail(struct loss *l, const char *what)
{
	err_set(l->c.err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT, "%s, at \"%s\"", what, l->p);
	return NOTHING;
}

static bool take(struct loss *l, const char *what)
{
	while (*l->p == ' ')
		l->p++;
	if (strncmp(l->p, what, strlen(what)) != 0)
		return false;
	l->p += strlen(what);
	return true;
}

static struct tensor *value(const struct loss *l, uint32_t i)
{
	return l->part.p[i]->out[0];
}

static struct part *part_new(struct loss *l, uint32_t n_in, uint32_t n_out)
{
	struct part *p = arena_alloc(l->c.a, sizeof(*p));

	p->n_in = n_in;
	p->n_out = n_out;
	p->in = arena_array(l->c.a, (size_t)n_in + 1, sizeof(*p->in));
	p->ins = arena_array(l->c.a, (size_t)n_in + 1, sizeof(*p->ins));
	p->out = arena_array(l->c.a, (size_t)n_out + 1, sizeof(*p->out));
	p->g = arena_array(l->c.a, (size_t)n_out + 1, sizeof(*p->g));
	vec_push(&l->part, p);
	return p;
}

static uint32_t leaf(struct loss *l, struct tensor *t, struct sv name, bool soft)
{
	struct part *p;

	if (!t || l->part.n > PARTS_MAX)
		return t ? fail(l, "too long an expression") : NOTHING;
	p = part_new(l, 0, 1);
	p->out[0] = g_hold(&l->c, t);
	p->name = arena_sv(l->c.a, name);
	p->soft = soft;
	if (name.n)
		vec_push(&l->names, (uint32_t)l->part.n - 1);
	return (uint32_t)l->part.n - 1;
}

/* ---- kernels ---- */

static uint32_t run(struct loss *l, const char *op, const struct attr *attrs, uint32_t n_attrs,
		    const uint32_t *in, uint32_t n_in)
{
	const struct opdef *def = opdef_find(sv_of(op));
	struct part *p;

	for (uint32_t i = 0; i < n_in; i++)
		if (in[i] == NOTHING)
			return NOTHING;
	if (!def || l->part.n > PARTS_MAX)
		return fail(l, "no such function");
	p = part_new(l, n_in, def->n_out);
	for (uint32_t i = 0; i < n_in; i++) {
		p->in[i] = in[i];
		p->ins[i] = value(l, in[i]);
	}
	p->n = g_node(&l->c, op, attrs, n_attrs, p->ins, n_in, p->n_out);
	return p->n && g_run_node(&l->c, p->n, p->ins, p->out) ? (uint32_t)l->part.n - 1 : NOTHING;
}

/* Constants take the type of the other side. */
static void agree(struct loss *l, uint32_t a, uint32_t b)
{
	struct part *x = l->part.p[a], *y = l->part.p[b];

	if (x->soft && !y->soft)
		x->out[0] = g_cast(&l->c, x->out[0], y->out[0]->dtype);
	else if (y->soft && !x->soft)
		y->out[0] = g_cast(&l->c, y->out[0], x->out[0]->dtype);
}

static uint32_t two(struct loss *l, const char *op, uint32_t a, uint32_t b)
{
	if (a == NOTHING || b == NOTHING)
		return NOTHING;
	agree(l, a, b);
	return run(l, op, NULL, 0, (uint32_t[]){a, b}, 2);
}

/* Over all dims. */
static uint32_t whole(struct loss *l, const char *op, uint32_t a)
{
	int64_t axis[SHAPE_MAX_RANK];
	int rank;

	if (a == NOTHING)
		return NOTHING;
	rank = value(l, a)->rank;
	for (int i = 0; i < rank; i++)
		axis[i] = i;
	return run(l, op, NULL, 0,
		   (uint32_t[]){a, leaf(l, tensor_ref(g_vec32(&l->c, axis, rank)), SV(""), false)},
		   2);
}

/* ---- functions ---- */

enum fn_kind { FN_PLAIN, FN_WHOLE };
static const struct fn {
	const char *name, *op;
	enum fn_kind kind;
} functions[] = {
	{"abs", "Abs", FN_PLAIN},
	{"exp", "Exp", FN_PLAIN},
	{"log", "Log", FN_PLAIN},
	{"sqrt", "Sqrt", FN_PLAIN},
	{"square", "Square", FN_PLAIN},
	{"tanh", "Tanh", FN_PLAIN},
	{"sigmoid", "Sigmoid", FN_PLAIN},
	{"relu", "Relu", FN_PLAIN},
	{"softmax", "Softmax", FN_PLAIN},
	{"log_softmax", "LogSoftmax", FN_PLAIN},
	{"maximum", "Maximum", FN_PLAIN},
	{"minimum", "Minimum", FN_PLAIN},
	{"xent", "SparseSoftmaxCrossEntropyWithLogits", FN_PLAIN},
	{"mean", "Mean", FN_WHOLE},
	{"sum", "Sum", FN_WHOLE},
	{"max", "Max", FN_WHOLE},
	{"min", "Min", FN_WHOLE},
};

static uint32_t call(struct loss *l, struct sv name)
{
	uint32_t in[OP_ARGS_MAX], n = 0;
	const struct fn *f = NULL;
	char op[64];

	do
		in[n] = sum(l);
	while (in[n++] != NOTHING && n < OP_ARGS_MAX && take(l, ","));
	if (in[n - 1] == NOTHING)
		return NOTHING;
	if (!take(l, ")"))
		return fail(l, "a ) is missing");
	for (size_t i = 0; i < sizeof(functions) / sizeof(functions[0]); i++)
		if (sv_is(name, functions[i].name))
			f = &functions[i];
	snprintf(op, sizeof(op), "%.*s", f ? 60 : (int)name.n, f ? f->op : name.p);
	if (f && f->kind == FN_WHOLE)
		return n == 1 ? whole(l, op, in[0]) : fail(l, "one argument, please");
	if (n == 2 && !sv_is(name, "xent"))
		agree(l, in[0], in[1]);
	if (!op_find(sv_of(op)))
		return fail(l, "no such function");
	return run(l, op, NULL, 0, in, n);
}

/* ---- reading ---- */

/* "[0, 3]" after a tensor: one element, or what is left below it. */
static uint32_t indexed(struct loss *l, uint32_t a)
{
	int64_t at[SHAPE_MAX_RANK];
	int n = 0;

	while (a != NOTHING && take(l, "[")) {
		struct tensor *t = value(l, a);

		n = 0;
		do {
			char *end;
			int64_t k = strtoll(l->p, &end, 10);

			if (end == l->p || n >= t->rank || k < -t->dim[n] || k >= t->dim[n])
				return fail(l, "no such element");
			at[n] = k < 0 ? k + t->dim[n] : k;
			n++;
			l->p = end;
		} while (take(l, ","));
		if (!take(l, "]"))
			return fail(l, "a ] is missing");
		a = run(l, "GatherNd", NULL, 0,
			(uint32_t[]){a, leaf(l, tensor_ref(g_vec(&l->c, at, n)), SV(""), false)},
			2);
	}
	return a;
}

static bool is_name(char ch)
{
	return isalnum((unsigned char)ch) || ch == '_' || ch == '.' || ch == ':' || ch == '/';
}

static uint32_t looked_up(struct loss *l, struct sv name, bool quoted)
{
	struct tensor *t = l->lookup(l->ctx, name, quoted, l->c.err);

	return leaf(l, t, quoted ? SV("") : name, quoted);
}

static uint32_t atom(struct loss *l)
{
	const char *from;
	struct sv name;
	uint32_t a;
	char *end;

	if (take(l, "(")) {
		a = sum(l);
		return a == NOTHING || take(l, ")") ? indexed(l, a) : fail(l, "a ) is missing");
	}
	if (take(l, "`")) {
		from = l->p;
		end = strchr(l->p, '`');
		if (!end)
			return fail(l, "a ` is missing");
		l->p = end + 1;
		return looked_up(l, (struct sv){from, (size_t)(end - from)}, true);
	}
	from = l->p;
	if (isdigit((unsigned char)*from) || *from == '.') {
		double v = strtod(from, &end);

		l->p = end;
		return leaf(l, tensor_scalar_f64(DT_FLOAT, v, l->c.err), SV(""), true);
	}
	while (is_name(*l->p))
		l->p++;
	name = (struct sv){from, (size_t)(l->p - from)};
	if (!name.n)
		return fail(l, "a name or a number is missing");
	return indexed(l, take(l, "(") ? call(l, name) : looked_up(l, name, false));
}

static uint32_t power(struct loss *l)
{
	uint32_t a = atom(l);

	if (a == NOTHING || !take(l, "**"))
		return a;
	l->p += strspn(l->p, " ");
	if (*l->p == '2' && !isdigit((unsigned char)l->p[1]) && l->p[1] != '.' && take(l, "2"))
		return run(l, "Square", NULL, 0, &a, 1);
	return two(l, "Pow", a, atom(l));
}

static uint32_t unary(struct loss *l)
{
	uint32_t a;

	if (!take(l, "-"))
		return power(l);
	a = ++l->depth < DEPTH_MAX ? unary(l) : fail(l, "nested too deeply");
	l->depth--;
	return a == NOTHING ? a : run(l, "Neg", NULL, 0, &a, 1);
}

static uint32_t product(struct loss *l)
{
	uint32_t a = unary(l);

	while (a != NOTHING) {
		if (take(l, "*"))
			a = two(l, "Mul", a, unary(l));
		else if (take(l, "/"))
			a = two(l, "RealDiv", a, unary(l));
		else
			break;
	}
	return a;
}

static uint32_t sum(struct loss *l)
{
	uint32_t a = ++l->depth < DEPTH_MAX ? product(l) : fail(l, "nested too deeply");

	while (a != NOTHING) {
		if (take(l, "+"))
			a = two(l, "AddV2", a, product(l));
		else if (take(l, "-"))
			a = two(l, "Sub", a, product(l));
		else
			break;
	}
	l->depth--;
	return a;
}

/* ---- backwards ---- */

static bool part_back(struct loss *l, struct part *p)
{
	bool want[OP_ARGS_MAX];
	struct gval gin[OP_ARGS_MAX] = {{0}};
	struct vjp v = {p->n, p->n_in, p->n_out, p->ins, p->out, p->g, want, gin, NULL};
	const char *why;
	enum grad_verdict got;
	bool ok = true;

	for (uint32_t i = 0; i < p->n_in; i++)
		want[i] = !l->part.p[p->in[i]]->soft;
	got = grad_run(&v, &why, l->c.err);
	if (got == GRAD_UNKNOWN)
		err_set(l->c.err, ERR_KIND_UNSUPPORTED, ERR_UNIMPLEMENTED, "%.*s: %s",
			SV_ARG(p->n->op), why);
	for (uint32_t i = 0; i < p->n_in; i++)
		ok = ok &&
		     (!gval_is(&gin[i]) || gval_add(&l->part.p[p->in[i]]->g[0], &gin[i], l->c.err));
	for (uint32_t i = 0; i < p->n_in; i++)
		gval_clear(&gin[i]);
	return ok && (got == GRAD_FOUND || got == GRAD_ENDS);
}

static bool backwards(struct loss *l)
{
	struct tensor *v = value(l, l->result);

	if (v->n != 1 || !is_float(v->dtype))
		return err_set(l->c.err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT,
			       "a loss is one number: mean(...), sum(...)?");
	l->part.p[l->result]->g[0].t = tensor_scalar_f64(v->dtype, 1, l->c.err);
	if (v->rank)
		l->part.p[l->result]->g[0].t = tensor_ref(
			g_shaped_like(&l->c, g_hold(&l->c, l->part.p[l->result]->g[0].t), v));
	for (size_t i = l->part.n; i-- > 0;) {
		struct part *p = l->part.p[i];

		if (p->n && p->g[0].t && !part_back(l, p))
			return false;
	}
	return true;
}

struct loss *loss_new(const char *text, loss_lookup lookup, void *ctx, struct err *err)
{
	struct loss *l = xcalloc(1, sizeof(*l));
	bool ok;

	l->c.a = arena_new();
	l->c.err = err;
	l->lookup = lookup;
	l->ctx = ctx;
	l->text = xstrdup(text);
	l->p = l->text;
	l->result = sum(l);
	ok = l->result != NOTHING;
	if (ok && !take(l, ""))
		ok = false;
	if (ok && *l->p)
		ok = fail(l, "what is this?") != NOTHING;
	if (ok && backwards(l))
		return l;
	err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT, "the loss \"%s\" cannot be computed",
		text);
	loss_free(l);
	return NULL;
}

void loss_free(struct loss *l)
{
	if (!l)
		return;
	for (size_t i = 0; i < l->part.n; i++)
		for (uint32_t k = 0; k < l->part.p[i]->n_out; k++)
			gval_clear(&l->part.p[i]->g[k]);
	vec_free(&l->part);
	vec_free(&l->names);
	gcx_free(&l->c);
	free(l->text);
	free(l);
}

struct tensor *loss_value(const struct loss *l)
{
	return value(l, l->result);
}

int loss_n_names(const struct loss *l)
{
	return (int)l->names.n;
}

struct sv loss_name(const struct loss *l, int i)
{
	return l->part.p[l->names.p[i]]->name;
}

struct tensor *loss_gradient(const struct loss *l, int i)
{
	return l->part.p[l->names.p[i]]->g[0].t;
}
