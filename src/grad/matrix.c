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

static struct tensor *multiply(struct gcx *c, const struct product *p, struct tensor *a, bool ta,
			       struct tensor *b, bool tb)
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
	return product_vjp(c, v, &(struct product){"MatMul", "transpose_a", "transpose_b"});
}

static bool batch_mat_mul(struct gcx *c, struct vjp *v)
{
	return product_vjp(c, v, &(struct product){"BatchMatMulV2", "adj_x", "adj_y"});
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
	int n_in, dots;		  /* dims that the dots stand for, the most of any input */
	char text[3][LABELS_MAX]; /* as written, without spaces */
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
	return labels_of(&e->out, e->text[2], v->out[0]->rank, e->dots) ||
	       g_unknown(c, "this equation");
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

/* What upstream times the other one is to become: the input's own labels, as far as they are known then; the dots
 * stand for all of theirs. */
static void result_of(const struct einsum *e, uint32_t i, char *text, struct labels *got)
{
	const char *other = e->n_in > 1 ? e->text[1 - i] : "";
	bool dots = false;

	got->n = 0;
	for (const char *p = e->text[i]; *p; p++) {
		if (*p == '.' && !dots) {
			dots = true;
			text = stpcpy(text, "...");
			for (int k = 0; k < e->dots; k++)
				got->p[got->n++] = (char)('0' + k);
		} else if (*p != '.' && (strchr(e->text[2], *p) || strchr(other, *p))) {
			*text++ = *p;
			got->p[got->n++] = *p;
		}
	}
	*text = 0;
}

/* t has the dims that got names: sums over dots that x has not, repeats what only x has. */
static struct tensor *fit(struct gcx *c, struct tensor *t, const struct labels *got,
			  const struct labels *own, const struct tensor *x)
{
	int64_t dim[SHAPE_MAX_RANK], axis[SHAPE_MAX_RANK], full[SHAPE_MAX_RANK];
	int n = 0, at = 0;

	for (int k = 0; k < got->n; k++)
		if (!has(own, got->p[k]))
			axis[n++] = k;
	t = n ? g_sum(c, t, g_vec32(c, axis, n), false) : t;
	for (int k = 0; t && k < own->n; k++) {
		bool there = has(got, own->p[k]) && at < t->rank;

		dim[k] = there ? t->dim[at++] : 1;
		full[k] = there ? dim[k] : x->dim[k];
	}
	t = t ? g_shaped(c, t, own->n, dim) : NULL;
	t = t ? G(c, "BroadcastTo", t, g_vec32(c, full, own->n)) : NULL;
	return g_sum_to(c, t, x);
}

/* By input i: upstream times the other one. */
static bool einsum_by(struct gcx *c, struct vjp *v, const struct einsum *e, uint32_t i,
		      struct tensor *g)
{
	char result[2 * LABELS_MAX];
	struct labels got;
	const char *text;
	struct tensor *t;

	if (repeats(&e->in[i]) || repeats(&e->out) || (e->n_in > 1 && repeats(&e->in[1 - i])))
		return g_unknown(c, "an equation with a label twice in one tensor");
	if (e->dots && (!strchr(e->text[i], '.') || !strchr(e->text[2], '.')))
		return g_unknown(c, "an equation with dots in some of its tensors");
	result_of(e, i, result, &got);
	text = arena_printf(c->a, "%s%s%s->%s", e->text[2], e->n_in > 1 ? "," : "",
			    e->n_in > 1 ? e->text[1 - i] : "", result);
	t = e->n_in > 1
		    ? G_WITH(c, "Einsum", ATTRS(at_str("equation", sv_of(text))), g, v->in[1 - i])
		    : G_WITH(c, "Einsum", ATTRS(at_str("equation", sv_of(text))), g);
	return t && v_give(c, v, i, fit(c, t, &got, &e->in[i], v->in[i]));
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
		int64_t from[2] = {0, 0};

		for (int i = 0; i < e->n_in; i++) {
			for (k = 0; k < e->in[i].n; k++)
				at[k] = v->in[i]->dim[k] == 1
						? 0
						: value[(unsigned char)e->in[i].p[k] & 127];
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

static bool terms_einsum(struct gcx *c, const struct vjp *v, uint32_t slot, int64_t place,
			 struct terms *t)
{
	struct einsum e;

	(void)slot;
	t->how = TERMS_SUM;
	return einsum_read(c, v, &e) && walk(v, &e, place, t);
}

static bool terms_product(struct gcx *c, const struct vjp *v, uint32_t slot, int64_t place,
			  struct terms *t)
{
	bool batch = sv_starts(v->n->op, SV("Batch"));
	bool ta = flag(v->n, batch ? "adj_x" : "transpose_a"),
	     tb = flag(v->n, batch ? "adj_y" : "transpose_b");
	int dots = v->out[0]->rank - 2;
	struct einsum e = {.n_in = 2, .dots = dots};

	(void)slot;
	t->how = TERMS_SUM;
	if (dots < 0 || dots > DOTS ||
	    !labels_of(&e.in[0], ta ? "...ka" : "...ak", v->in[0]->rank, dots) ||
	    !labels_of(&e.in[1], tb ? "...bk" : "...kb", v->in[1]->rank, dots) ||
	    !labels_of(&e.out, "...ab", v->out[0]->rank, dots))
		return g_unknown(c, "these ranks");
	return walk(v, &e, place, t);
}

/* ---- a sparse matrix: places, values, shape, and a dense one ---- */

static bool sparse_dense(struct gcx *c, struct vjp *v)
{
	bool ta = flag(v->n, "adjoint_a"), tb = flag(v->n, "adjoint_b");
	const struct tensor *at = v->in[0], *b = v->in[3], *o = v->out[0];
	const double *value = g_doubles(c, v->in[1]), *m = g_doubles(c, v->in[3]),
		     *g = g_doubles(c, v_g(c, v, 0));
	struct tensor *gv = g_double_zeros(c, v->in[1]->rank, v->in[1]->dim),
		      *gm = g_double_zeros(c, b->rank, b->dim);
	int64_t n = o->rank == 2 ? o->dim[1] : 0;

	if (!value || !m || !g || !gv || !gm || at->rank != 2 || at->dim[1] != 2 || b->rank != 2 ||
	    gv->n != at->dim[0])
		return false;
	for (int64_t e = 0; e < gv->n; e++) {
		int64_t i = tensor_get_i64(at, 2 * e + ta), k = tensor_get_i64(at, 2 * e + !ta);

		if (i < 0 || i >= o->dim[0] || k < 0 || k >= b->dim[tb])
			continue;
		for (int64_t j = 0; j < n; j++) {
			int64_t p = tb ? j * b->dim[1] + k : k * b->dim[1] + j;

			((double *)gv->data)[e] += g[i * n + j] * m[p];
			((double *)gm->data)[p] += g[i * n + j] * value[e];
		}
	}
	return (!v_want(v, 1) || v_give(c, v, 1, g_cast(c, gv, v->in[1]->dtype))) &&
	       (!v_want(v, 3) || v_give(c, v, 3, g_cast(c, gm, b->dtype)));
}

/* ---- inverses ---- */

static bool inverse(struct gcx *c, struct vjp *v)
{
	const struct product p = {"BatchMatMulV2", "adj_x", "adj_y"};
	bool adjoint = flag(v->n, "adjoint");
	struct tensor *o = v->out[0], *t = multiply(c, &p, v_g(c, v, 0), adjoint, o, !adjoint);

	t = t ? multiply(c, &p, o, !adjoint, t, false) : NULL;
	t = t ? g_neg(c, t) : NULL;
	return !v_want(v, 0) || v_give(c, v, 0, t);
}

static bool solve(struct gcx *c, struct vjp *v)
{
	const struct product p = {"BatchMatMulV2", "adj_x", "adj_y"};
	bool adjoint = flag(v->n, "adjoint");
	struct tensor *gb = G_WITH(c, "MatrixSolve", ATTRS(at_bool("adjoint", !adjoint)), v->in[0],
				   v_g(c, v, 0)),
		      *ga;

	if (!gb || (v_want(v, 1) && !v_give(c, v, 1, gb)))
		return false;
	if (!v_want(v, 0))
		return true;
	ga = adjoint ? multiply(c, &p, v->out[0], false, gb, true)
		     : multiply(c, &p, gb, false, v->out[0], true);
	return ga && v_give(c, v, 0, g_neg(c, ga));
}

static bool determinant(struct gcx *c, struct vjp *v)
{
	struct tensor *inv = G_WITH(c, "MatrixInverse", ATTRS(at_bool("adjoint", true)), v->in[0]);
	struct tensor *t = g_mul(c, v_g(c, v, 0), v->out[0]);
	int64_t dim[SHAPE_MAX_RANK];
	int rank = v->out[0]->rank;

	for (int i = 0; i < rank; i++)
		dim[i] = v->out[0]->dim[i];
	dim[rank] = dim[rank + 1] = 1;
	return !v_want(v, 0) || v_give(c, v, 0, g_mul(c, g_shaped(c, t, rank + 2, dim), inv));
}

static const struct grad_row rows[] = {
	{"BatchMatMul", 0, 0, NULL, batch_mat_mul, terms_product},
	{"BatchMatMulV2", 0, 0, NULL, batch_mat_mul, terms_product},
	{"BatchMatMulV3", 0, 0, NULL, batch_mat_mul, terms_product},
	{"Einsum", 0, 0, NULL, einsum, terms_einsum},
	{"MatMul", 0, 0, NULL, mat_mul, terms_product},
	{"SparseTensorDenseMatMul", 0, 0, NULL, sparse_dense, NULL},
	{"MatrixDeterminant", 0, 0, NULL, determinant, NULL},
	{"MatrixSolve", 0, 0, NULL, solve, NULL},
	{"MatrixInverse", 0, 0, NULL, inverse, NULL},
};

GRAD_FAMILY(matrix);
