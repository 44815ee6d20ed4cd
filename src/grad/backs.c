/* Rules of ops whose gradient is a kernel of its own. */
#include "grad/inside.h"

#include <string.h>

/* All of a kernel's outputs, of which there are n; NULL with an error. */
static struct tensor **outputs(struct gcx *c, const char *op, const struct attr *attrs,
			       uint32_t n_attrs, struct tensor *const *in, uint32_t n_in,
			       uint32_t n)
{
	struct tensor **out = arena_array(c->a, n, sizeof(*out));
	const struct node *node = g_node(c, op, attrs, n_attrs, in, n_in, n);

	return node && g_run_node(c, node, in, out) ? out : NULL;
}

/* Gives out[k] to input at[k], where that is wanted. */
static bool give_all(struct gcx *c, struct vjp *v, struct tensor *const *out, const int *at, int n)
{
	for (int k = 0; out && k < n; k++)
		if (v_want(v, (uint32_t)at[k]) && !v_give(c, v, (uint32_t)at[k], out[k]))
			return false;
	return out != NULL;
}

/* ---- images ---- */

#define DILATION_ATTRS(n) at_like("strides", n), at_like("rates", n), at_like("padding", n)

static bool dilation(struct gcx *c, struct vjp *v)
{
	static const char *const op[] = {"Dilation2DBackpropInput", "Dilation2DBackpropFilter"};

	for (uint32_t i = 0; i < 2; i++)
		if (v_want(v, i) && !v_give(c, v, i,
					    G_WITH(c, op[i], ATTRS(DILATION_ATTRS(v->n)), v->in[0],
						   v->in[1], v_g(c, v, 0))))
			return false;
	return true;
}

/* By the pictures alone, as TensorFlow has it. */
static bool scale_translate(struct gcx *c, struct vjp *v)
{
	struct tensor *x = g_cast(c, v->in[0], DT_FLOAT), *g;

	if (!v_want(v, 0))
		return true;
	g = G_WITH(c, "ScaleAndTranslateGrad",
		   ATTRS(at_like("kernel_type", v->n), at_like("antialias", v->n)), v_g(c, v, 0), x,
		   v->in[2], v->in[3]);
	return v_give(c, v, 0, g_cast(c, g, v->in[0]->dtype));
}

static bool global_norm(struct gcx *c, struct vjp *v)
{
	static const int at[] = {0, 1, 2, 3, 4};
	struct tensor *in[] = {v->in[0], v->in[1], v->in[2], v->in[4], v_g(c, v, 0)};

	return give_all(c, v,
			outputs(c, "BatchNormWithGlobalNormalizationGrad",
				ATTRS(at_like("variance_epsilon", v->n),
				      at_like("scale_after_normalization", v->n)),
				in, 5, 5),
			at, 5);
}

/* ---- recurrent cells ---- */

/* Inputs: the steps, x and what follows; outputs i cs f o ci co h, of which cs and h are used
 * outside. */
static bool block_lstm(struct gcx *c, struct vjp *v)
{
	static const int at[] = {1, 2, 3, 4, 5, 6, 7, 8};
	const char *op = sv_is(v->n->op, "BlockLSTMV2") ? "BlockLSTMGradV2" : "BlockLSTMGrad";
	struct tensor *in[18];

	memcpy(in, v->in, 9 * sizeof(*in));
	memcpy(in + 9, v->out, 7 * sizeof(*in));
	in[16] = v_g(c, v, 1);
	in[17] = v_g(c, v, 6);
	return give_all(c, v, outputs(c, op, ATTRS(at_like("use_peephole", v->n)), in, 18, 8), at,
			8);
}

/* ---- sparse and ragged tensors: by their values ---- */

static bool sparse_add(struct gcx *c, struct vjp *v)
{
	static const int at[] = {1, 4};
	struct tensor *in[] = {v_g(c, v, 1), v->in[0], v->in[3], v->out[0]};

	return give_all(c, v, outputs(c, "SparseAddGrad", NULL, 0, in, 4, 2), at, 2);
}

static bool sparse_slice(struct gcx *c, struct vjp *v)
{
	return !v_want(v, 1) ||
	       v_give(c, v, 1,
		      G(c, "SparseSliceGrad", v_g(c, v, 1), v->in[0], v->in[3], v->out[0]));
}

static bool fill_empty_rows(struct gcx *c, struct vjp *v)
{
	static const int at[] = {1, 3};
	struct tensor *in[] = {v->out[3], v_g(c, v, 1)};

	return give_all(c, v, outputs(c, "RaggedFillEmptyRowsGrad", NULL, 0, in, 2, 2), at, 2);
}

/* ---- IsotonicRegression: each level run shares its gradient evenly ---- */

static void share(const double *g, double *to, const struct tensor *run, int64_t from, int64_t n)
{
	for (int64_t i = 0, k; i < n; i = k) {
		double sum = 0;

		for (k = i; k < n && tensor_get_i64(run, from + k) == tensor_get_i64(run, from + i);
		     k++)
			sum += g[from + k];
		for (int64_t j = i; j < k; j++)
			to[from + j] = sum / (double)(k - i);
	}
}

static bool isotonic(struct gcx *c, struct vjp *v)
{
	const struct tensor *run = v->out[1];
	const double *g = g_doubles(c, v_g(c, v, 0));
	struct tensor *sum = g_double_zeros(c, v->in[0]->rank, v->in[0]->dim);
	int64_t n = run->rank ? run->dim[run->rank - 1] : 1;

	if (!g || !sum)
		return false;
	for (int64_t at = 0; run->n && at < run->n; at += n)
		share(g, sum->data, run, at, n);
	return !v_want(v, 0) || v_give(c, v, 0, g_cast(c, sum, v->in[0]->dtype));
}

static const struct grad_row rows[] = {
	{"BatchNormWithGlobalNormalization", 0, 0, NULL, global_norm, NULL},
	{"BlockLSTM", 0, 0, NULL, block_lstm, NULL},
	{"BlockLSTMV2", 0, 0, NULL, block_lstm, NULL},
	{"Dilation2D", 0, 0, NULL, dilation, NULL},
	{"IsotonicRegression", 0, 0, NULL, isotonic, NULL},
	{"RaggedFillEmptyRows", GRAD_COPY, 10, NULL, fill_empty_rows, NULL},
	{"ScaleAndTranslate", 0, 0, NULL, scale_translate, NULL},
	{"SparseAdd", 0, 0, NULL, sparse_add, NULL},
	{"SparseSlice", GRAD_COPY, 2, NULL, sparse_slice, NULL},
};

GRAD_FAMILY(backs);
