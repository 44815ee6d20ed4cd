/*
 * Rules in a line of text: the gradients by the inputs in their order, with semicolons between.
 *
 *	g * y; g * x		x y z w: the inputs; o, p: outputs 0 and 1; g: upstream of output 0
 *	SigmoidGrad(o, g)	a kernel of the registry, by its name
 *	-			none: as TensorFlow's None
 *
 * Numbers are scalars of g's type. What comes out is summed over what was broadcast.
 */
#include "grad/inside.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { DEPTH_MAX = 40 };

struct form {
	struct gcx *c;
	struct vjp *v;
	const char *p;
	int depth;
};

static struct tensor *sum(struct form *f);

static void skip(struct form *f)
{
	while (*f->p == ' ')
		f->p++;
}

static bool take(struct form *f, char ch)
{
	skip(f);
	if (*f->p != ch)
		return false;
	f->p++;
	return true;
}

static struct tensor *operand(struct form *f, char name)
{
	static const char inputs[] = "xyzw";
	const char *at = strchr(inputs, name);
	struct vjp *v = f->v;

	if (name == 'g')
		return v_g(f->c, v, 0);
	if (name == 'o' || name == 'p')
		return v->out[name - 'o'];
	return at && (uint32_t)(at - inputs) < v->n_in ? v->in[at - inputs] : NULL;
}

static struct tensor *kernel(struct form *f, const char *name, size_t n)
{
	struct tensor *arg[OP_ARGS_MAX];
	char op[64];
	uint32_t k = 0;

	snprintf(op, sizeof(op), "%.*s", (int)n, name);
	do {
		arg[k] = sum(f);
		if (!arg[k++])
			return NULL;
	} while (take(f, ',') && k < OP_ARGS_MAX);
	return take(f, ')') ? g_run(f->c, op, NULL, 0, arg, k, 0) : NULL;
}

static struct tensor *atom(struct form *f)
{
	const char *from;
	struct tensor *t;
	char *end;

	skip(f);
	from = f->p;
	if (take(f, '(')) {
		t = sum(f);
		return take(f, ')') ? t : NULL;
	}
	if (*f->p >= '0' && *f->p <= '9') {
		double v = strtod(f->p, &end);

		f->p = end;
		t = v_g(f->c, f->v, 0);
		return t ? g_num(f->c, t->dtype, v) : NULL;
	}
	while ((*f->p >= 'a' && *f->p <= 'z') || (*f->p >= 'A' && *f->p <= 'Z') ||
	       (f->p > from && *f->p >= '0' && *f->p <= '9'))
		f->p++;
	if (f->p - from > 1 && *f->p == '(') {
		f->p++;
		return kernel(f, from, (size_t)(f->p - 1 - from));
	}
	return operand(f, *from);
}

static struct tensor *unary(struct form *f)
{
	return take(f, '-') ? g_neg(f->c, unary(f)) : atom(f);
}

static struct tensor *product(struct form *f)
{
	struct tensor *t = unary(f);

	for (;;) {
		if (take(f, '*'))
			t = g_mul(f->c, t, unary(f));
		else if (take(f, '/'))
			t = G(f->c, "RealDiv", t, unary(f));
		else
			return t;
	}
}

static struct tensor *sum(struct form *f)
{
	struct tensor *t = ++f->depth < DEPTH_MAX ? product(f) : NULL;

	for (;;) {
		if (take(f, '+'))
			t = g_add(f->c, t, product(f));
		else if (take(f, '-'))
			t = g_sub(f->c, t, product(f));
		else
			break;
	}
	f->depth--;
	return t;
}

static const char *next_part(const char *p)
{
	const char *end = strchr(p, ';');

	return end ? end + 1 : NULL;
}

static bool is_none(const char *p)
{
	p += strspn(p, " ");
	return *p == '-' && (p[1 + strspn(p + 1, " ")] == 0 || p[1 + strspn(p + 1, " ")] == ';');
}

bool form_vjp(struct gcx *c, const char *text, struct vjp *v)
{
	const char *p = text;

	for (uint32_t i = 0; i < v->n_in && p; i++, p = next_part(p)) {
		struct form f = {c, v, p, 0};

		if (!v_want(v, i) || is_none(p))
			continue;
		if (!v_give(c, v, i, g_sum_to(c, sum(&f), v->in[i])))
			return false;
	}
	return true;
}
