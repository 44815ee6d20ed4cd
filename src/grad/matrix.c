/* Rules of products of matrices, and the terms of their sums: one walk over labels for all of them. */
#include "grad/inside.h"

#include <string.h>

static bool flag(const struct node *n, const char *name)
{
	bool v = false;

	node_attr_bool(n, name, &v);
	return v;
}

/* ---- MatMul, BatchMatMul ---- */

struct product {
	const char *op, *ta, *tb;
};

static struct tensor *multiply(struct gcx *c, const struct product *p, struct tensor *a, bool ta, struct tensor *b, bool tb)
{
	return G_WITH(c, p->op, ATTRS(at_bool(p->ta, ta), at_bool(p->tb, tb)), a, b);
}

/* By both factors, whichever of them is turned. */
static bool product_vjp(struct gcx *c, struct vjp *v, const struct product *p)
{
	bool ta = flag(v->n, p->ta), tb = flag(v->n, p->tb);
	struct tensor *a = v->in[0], *b = v->in[1], *g = v_g(c, v, 0), *t;

	if (v_want(v, 0)) {
		t = ta ? multiply(c, p, b, tb, g, true) : multiply(c, p, g, false, b, !tb);
		if (!v_give(c, v, 0, g_sum_to(c, t, a)))
			return false;
	}
	if (v_want(v, 1)) {
		t = tb ? multiply(c, p, g, true, a, ta) : multiply(c, p, a, !ta, g, false);
		if (!v_give(c, v, 1, g_sum_to(c, t, b)))
			return false;
	}
	return true;
}

static bool mat_mul(struct gcx *c, struct vjp *v)
{
	return product_vjp(c, v, &(struct product){ "MatMul", "transpose_a", "transpose_b" });
}

static bool batch_mat_mul(struct gcx *c, struct vjp *v)
{
	return product_vjp(c, v, &(struct product){ "BatchMatMulV2", "adj_x", "adj_y" });
}

/* ---- Einsum ---- */

enum { LABELS_MAX = 60, DOTS = 6 };

/* The labels of a tensor's dims: dots stand for as many as there are dims left. */
struct labels {
	char p[LABELS_MAX];
	int n;
};

struct einsum {
	struct labels in[2], out;
	int n_in, dots;		/* dims that the dots stand for, the most of any input */
	char text[3][LABELS_MAX];	/* as written, without spaces */
};

/* "ab...c" for a tensor of that rank; the dots' dims are '0' .. from the left of the output's. */
static bool labels_of(struct labels *l, const char *text, int rank, int dots)
{
	int letters = 0, own;

	l->n = 0;
	for (const char *p = text; *p; p++)
		letters += *p != '.';
	own = strstr(text, "...") ? rank - letters : 0;
	if (own < 0 || own > dots || letters + own != rank || rank >= LABELS_MAX)
		return false;
	for (const char *p = text; *p; p++) {
		if (*p != '.') {
			l->p[l->n++] = *p;
			continue;
		}
		for (int i = dots - own; i < dots; i++)
			l->p[l->n++] = (char)('0' + i);
		p += 2;
	}
	return true;
}

static bool equation_split(const struct node *n, struct einsum *e)
{
	struct sv text;
	int part = 0, k = 0;

	if (!node_attr_str(n, "equation", &text))
		return false;
	for (size_t i = 0; i < text.n; i++) {
		char ch = text.p[i];

		if (ch == ',' || (ch == '-' && i + 1 < text.n && text.p[i + 1] == '>')) {
			i += ch == '-';
			e->text[part][k] = 0;
			part = ch == '-' ? 2 : part + 1;
			k = 0;
			if (part > 2)
				return false;
		} else if (ch != ' ') {
			if (k + 1 >= LABELS_MAX)
				return false;
			e->text[part][k++] = ch;
		}
	}
	e->text[part][k] = 0;
	return part == 2;
}

static bool einsum_read(struct gcx *c, const struct vjp *v, struct einsum *e)
{
	memset(e, 0, sizeof(*e));
	e->n_in = (int)v->n_in;
	if (v->n_in < 1 || v->n_in > 2 || !equation_split(v->n, e))
		return g_unknown(c, "this equation");
	for (int i = 0; i < e->n_in; i++) {
		int letters = 0;

		for (const char *p = e->text[i]; *p; p++)
			letters += *p != '.';
		if (strstr(e->text[i], "...") && v->in[i]->rank - letters > e->dots)
			e->dots = v->in[i]->rank - letters;
	}
	for (int i = 0; i < e->n_in; i++)
		if (e->dots > DOTS || !labels_of(&e->in[i], e->text[i], v->in[i]->rank, e->dots))
			return g_unknown(c, "this equation");
	return labels_of(&e->out, e->text[2], v->out[0]->rank, e->dots) || g_unknown(c, "this equation");
}

static bool has(const struct labels *l, char ch)
{
	return l->n && memchr(l->p, ch, (size_t)l->n);
}

static bool repeats(const struct labels *l)
{
	for (int i = 1; i < l->n; i++)
		if (memchr(l->p, l->p[i], (size_t)i))
			return true;
	return false;
}

/* The dots' digits as letters that the equation does not use. */
static char letter_of(const struct einsum *e, char ch)
{
	int skip = ch - '0';

	if (ch < '0' || ch > '9')
		return ch;
	for (char k = 'A'; k <= 'Z'; k++)
		if (!strchr(e->text[0], k) && !strchr(e->text[1], k) && !strchr(e->text[2], k) && skip-- == 0)
			return k;
	return ch;
}

static void add_letters(struct str *s, const struct einsum *e, const struct labels *l)
{
	for (int i = 0; i < l->n; i++)
		str_addc(s, letter_of(e, l->p[i]));
}

/* By input i: upstream times the other one; what only this input has was summed, and is repeated. */
static bool einsum_by(struct gcx *c, struct vjp *v, const struct einsum *e, uint32_t i, struct tensor *g)
{
	const struct labels *own = &e->in[i], *other = e->n_in > 1 ? &e->in[1 - i] : NULL;
	struct labels got = { .n = 0 };
	const struct tensor *x = v->in[i];
	int64_t dim[SHAPE_MAX_RANK];
	struct str eq = STR_INIT;
	struct tensor *t;
	char *text;

	if (repeats(own) || repeats(&e->out))
		return g_unknown(c, "an equation with a label twice in one tensor");
	for (int k = 0; k < own->n; k++) {
		bool there = has(&e->out, own->p[k]) || (other && has(other, own->p[k]));

		dim[k] = 1;
		if (there)
			got.p[got.n++] = own->p[k];
	}
	add_letters(&eq, e, &e->out);
	if (other) {
		str_addc(&eq, ',');
		add_letters(&eq, e, other);
	}
	str_addz(&eq, "->");
	add_letters(&eq, e, &got);
	text = arena_printf(c->a, "%s", str_z(&eq));
	str_free(&eq);
	t = other ? G_WITH(c, "Einsum", ATTRS(at_str("equation", sv_of(text))), g, v->in[1 - i]) :
	    G_WITH(c, "Einsum", ATTRS(at_str("equation", sv_of(text))), g);
	if (!t)
		return false;
	for (int k = 0, at = 0; k < own->n; k++)
		if (at < got.n && own->p[k] == got.p[at])
			dim[k] = t->dim[at++];
	t = g_shaped(c, t, own->n, dim);
	for (int k = 0; t && k < own->n; k++)	/* only summed: repeated */
		if (!has(&got, own->p[k]))
			dim[k] = x->dim[k];
	t = t ? G(c, "BroadcastTo", t, g_vec32(c, dim, own->n)) : NULL;
	return v_give(c, v, i, g_sum_to(c, t, x));
}

static bool einsum(struct gcx *c, struct vjp *v)
{
	struct tensor *g = v_g(c, v, 0);
	struct einsum e;

	if (!einsum_read(c, v, &e))
		return false;
	for (uint32_t i = 0; i < v->n_in; i++)
		if (v_want(v, i) && !einsum_by(c, v, &e, i, g))
			return false;
	return true;
}

/* ---- terms ---- */

/* Walks over all values of the labels that are summed. */
static bool walk(const struct vjp *v, const struct einsum *e, int64_t place, struct terms *t)
{
	int64_t value[128], size[128], at[SHAPE_MAX_RANK];
	char summed[2 * LABELS_MAX];
	int n = 0, k;

	memset(value, 0, sizeof(value));
	memset(size, 0, sizeof(size));
	place_split(tensor_shape(v->out[0]), place, at);
	for (int i = 0; i < e->out.n; i++)
		value[(unsigned char)e->out.p[i] & 127] = at[i];
	for (int i = 0; i < e->n_in; i++)
		for (k = 0; k < e->in[i].n; k++) {
			char ch = e->in[i].p[k];
			int64_t d = v->in[i]->dim[k];

			if (!has(&e->out, ch) && !memchr(summed, ch, (size_t)n))
				summed[n++] = ch;
			if (d > size[(unsigned char)ch & 127])
				size[(unsigned char)ch & 127] = d;
		}
	for (k = 0; k < n; k++)
		if (!size[(unsigned char)summed[k] & 127])
			return true;
	do {
		int64_t from[2] = { 0, 0 };

		for (int i = 0; i < e->n_in; i++) {
			for (k = 0; k < e->in[i].n; k++)
				at[k] = v->in[i]->dim[k] == 1 ? 0 : value[(unsigned char)e->in[i].p[k] & 127];
			from[i] = place_join(tensor_shape(v->in[i]), at);
		}
		if (e->n_in > 1)
			term_product(t, v, 0, from[0], 1, from[1]);
		else
			term_weighed(t, v, 0, from[0], 1);
		for (k = n; k-- > 0;) {
			unsigned char ch = (unsigned char)summed[k] & 127;

			if (++value[ch] < size[ch])
				break;
			value[ch] = 0;
		}
	} while (k >= 0);
	return true;
}

static bool terms_einsum(struct gcx *c, const struct vjp *v, uint32_t slot, int64_t place, struct terms *t)
{
	struct einsum e;

	(void)slot;
	t->how = TERMS_SUM;
	return einsum_read(c, v, &e) && walk(v, &e, place, t);
}

static bool terms_product(struct gcx *c, const struct vjp *v, uint32_t slot, int64_t place, struct terms *t)
{
	bool batch = sv_starts(v->n->op, SV("Batch"));
	bool ta = flag(v->n, batch ? "adj_x" : "transpose_a"), tb = flag(v->n, batch ? "adj_y" : "transpose_b");
	int dots = v->out[0]->rank - 2;
	struct einsum e = { .n_in = 2, .dots = dots };

	(void)slot;
	t->how = TERMS_SUM;
	if (dots < 0 || dots > DOTS || !labels_of(&e.in[0], ta ? "...ka" : "...ak", v->in[0]->rank, dots) ||
	    !labels_of(&e.in[1], tb ? "...bk" : "...kb", v->in[1]->rank, dots) ||
	    !labels_of(&e.out, "...ab", v->out[0]->rank, dots))
		return g_unknown(c, "these ranks");
	return walk(v, &e, place, t);
}

/* ---- inverses ---- */

static bool inverse(struct gcx *c, struct vjp *v)
{
	const struct product p = { "BatchMatMulV2", "adj_x", "adj_y" };
	struct tensor *o = v->out[0], *t = multiply(c, &p, o, true, v_g(c, v, 0), false);

	t = t ? g_neg(c, multiply(c, &p, t, false, o, true)) : NULL;
	return !v_want(v, 0) || v_give(c, v, 0, t);
}

static const struct grad_row rows[] = {
	{ "BatchMatMul", 0, 0, NULL, batch_mat_mul, terms_product },
	{ "BatchMatMulV2", 0, 0, NULL, batch_mat_mul, terms_product },
	{ "BatchMatMulV3", 0, 0, NULL, batch_mat_mul, terms_product },
	{ "Einsum", 0, 0, NULL, einsum, terms_einsum },
	{ "MatMul", 0, 0, NULL, mat_mul, terms_product },
	{ "MatrixInverse", 0, 0, NULL, inverse, NULL },
};

GRAD_FAMILY(matrix);
