/* Rules of softmax and losses, of normalisations. */
#include "grad/inside.h"

#include <math.h>

/* Sums along the last dim, kept. */
static struct tensor *row_sum(struct gcx *c, struct tensor *t)
{
	int64_t last = -1;

	return t ? g_sum(c, t, g_vec32(c, &last, 1), true) : NULL;
}

static bool softmax(struct gcx *c, struct vjp *v)
{
	struct tensor *g = v_g(c, v, 0), *o = v->out[0];

	return !v_want(v, 0) ||
	       v_give(c, v, 0, g_mul(c, g_sub(c, g, row_sum(c, g_mul(c, g, o))), o));
}

static bool log_softmax(struct gcx *c, struct vjp *v)
{
	struct tensor *g = v_g(c, v, 0), *p = G(c, "Exp", v->out[0]);

	return !v_want(v, 0) || v_give(c, v, 0, g_sub(c, g, g_mul(c, row_sum(c, g), p)));
}

/* A column of what each row's loss counts. */
static struct tensor *column(struct gcx *c, struct tensor *g)
{
	int64_t dim[2] = {g ? g->n : 0, 1};

	return g_shaped(c, g, 2, dim);
}

/* By the logits, of a gradient by their softmax. */
static struct tensor *through_softmax(struct gcx *c, struct vjp *v, struct tensor *g)
{
	struct tensor *p = G(c, "Softmax", v->in[0]);

	return g_mul(c, g_sub(c, g, row_sum(c, g_mul(c, g, p))), p);
}

/* Output 1 is the gradient of the loss by the logits already. */
static bool xent(struct gcx *c, struct vjp *v)
{
	struct tensor *g = column(c, v_g(c, v, 0)), *t;

	if (v_want(v, 0)) {
		t = g_mul(c, g, v->out[1]);
		if (v->g[1].t)
			t = g_add(c, t, through_softmax(c, v, v->g[1].t));
		if (!v_give(c, v, 0, g_sum_to(c, t, v->in[0])))
			return false;
	}
	if (!sv_is(v->n->op, "SoftmaxCrossEntropyWithLogits") || !v_want(v, 1))
		return true;
	t = G(c, "LogSoftmax", v->in[0]);
	return v_give(c, v, 1, g_sum_to(c, g_mul(c, g, t ? g_neg(c, t) : NULL), v->in[1]));
}

static bool ctc(struct gcx *c, struct vjp *v)
{
	int64_t dim[3] = {1, v->out[0]->n, 1};

	return !v_want(v, 0) ||
	       v_give(c, v, 0, g_mul(c, v->out[1], g_shaped(c, v_g(c, v, 0), 3, dim)));
}

static bool l2(struct gcx *c, struct vjp *v)
{
	return !v_want(v, 0) || v_give(c, v, 0, g_mul(c, v->in[0], v_g(c, v, 0)));
}

/* Local response: x / (bias + alpha * the squares around it) ** beta. */
static bool lrn(struct gcx *c, struct vjp *v)
{
	const double *x = g_doubles(c, v->in[0]), *g = g_doubles(c, v_g(c, v, 0));
	struct tensor *out = g_double_zeros(c, v->in[0]->rank, v->in[0]->dim);
	float bias = 1, alpha = 1, beta = 0.5f;
	int64_t radius = 5, n = v->in[0]->rank ? v->in[0]->dim[v->in[0]->rank - 1] : 0;

	node_attr_float(v->n, "bias", &bias);
	node_attr_float(v->n, "alpha", &alpha);
	node_attr_float(v->n, "beta", &beta);
	node_attr_int(v->n, "depth_radius", &radius);
	if (!x || !g || !out)
		return false;
	for (int64_t e = 0; e < out->n; e++) {
		int64_t row = e - e % n, from = e - radius < row ? row : e - radius;
		int64_t to = e + radius >= row + n ? row + n - 1 : e + radius;
		double sum = (double)bias, *o = out->data;

		for (int64_t i = from; i <= to; i++)
			sum += (double)alpha * x[i] * x[i];
		o[e] += g[e] * pow(sum, -(double)beta);
		for (int64_t i = from; i <= to; i++)
			o[i] -= 2 * (double)alpha * (double)beta * x[i] * g[e] * x[e] *
				pow(sum, -(double)beta - 1);
	}
	return !v_want(v, 0) || v_give(c, v, 0, g_cast(c, out, v->in[0]->dtype));
}

/* ---- batch normalisation ---- */

struct norm {
	int64_t channels, inner; /* element e is of channel e / inner % channels */
	bool training;
	double eps;
	double *mean, *inv; /* by channel: 1 / sqrt(variance + eps) */
	const double *x, *g, *scale;
};

static bool norm_read(struct gcx *c, const struct vjp *v, struct norm *b)
{
	const struct tensor *x = v->in[0];
	struct sv format;
	bool first =
		node_attr_str(v->n, "data_format", &format) && format.n > 1 && format.p[1] == 'C';
	float eps = 1e-4f;

	*b = (struct norm){.training = true, .inner = 1};
	if (x->rank < 2)
		return g_unknown(c, "this rank");
	node_attr_bool(v->n, "is_training", &b->training);
	node_attr_float(v->n, "epsilon", &eps);
	b->eps = (double)eps;
	b->channels = x->dim[first ? 1 : x->rank - 1];
	for (int i = 2; first && i < x->rank; i++)
		b->inner *= x->dim[i];
	b->x = g_doubles(c, v->in[0]);
	b->scale = g_doubles(c, v->in[1]);
	b->mean = arena_array(c->a, (size_t)b->channels + 1, sizeof(double));
	b->inv = arena_array(c->a, (size_t)b->channels + 1, sizeof(double));
	return b->x && b->scale && v->in[1]->n == b->channels && b->inner > 0;
}

/* Runs of elements of one channel: element from .. from + inner - 1 is of channel *k. */
static bool next_run(const struct norm *b, int64_t n, int64_t *from, int64_t *k)
{
	*from += *k < 0 ? 0 : b->inner;
	*k = *k + 1 < b->channels ? *k + 1 : 0;
	return *from < n;
}

#define EACH(b, n, e, k)                                                                           \
	for (int64_t from = 0, k = -1; next_run(b, n, &from, &k);)                                 \
		for (int64_t e = from; e < from + (b)->inner; e++)

static int64_t channel(const struct norm *b, int64_t e)
{
	return e / b->inner % b->channels;
}

/* The batch's own mean and variance, or those that are given. */
static bool norm_moments(struct gcx *c, const struct vjp *v, struct norm *b)
{
	double n = b->channels ? (double)v->in[0]->n / (double)b->channels : 0;
	const double *mean = b->training ? NULL : g_doubles(c, v->in[3]);
	const double *var = b->training ? NULL : g_doubles(c, v->in[4]);

	if (!b->training &&
	    (!mean || !var || v->in[3]->n != b->channels || v->in[4]->n != b->channels))
		return false;
	for (int64_t k = 0; !b->training && k < b->channels; k++) {
		b->mean[k] = mean[k];
		b->inv[k] = var[k];
	}
	if (b->training) {
		EACH(b, v->in[0]->n, e, k)
		b->mean[k] += b->x[e] / n;
		EACH(b, v->in[0]->n, e, k)
		b->inv[k] += (b->x[e] - b->mean[k]) * (b->x[e] - b->mean[k]) / n;
	}
	for (int64_t k = 0; k < b->channels; k++)
		b->inv[k] = 1 / sqrt(b->inv[k] + b->eps);
	return true;
}

static bool norm(struct gcx *c, struct vjp *v)
{
	struct tensor *gx = g_double_zeros(c, v->in[0]->rank, v->in[0]->dim);
	struct tensor *gs = g_double_zeros(c, v->in[1]->rank, v->in[1]->dim);
	struct tensor *gb = g_double_zeros(c, v->in[2]->rank, v->in[2]->dim);
	double *by_x, *by_scale, *by_offset, n;
	struct norm b;

	if (!gx || !gs || !gb || !norm_read(c, v, &b) || !norm_moments(c, v, &b) ||
	    !(b.g = g_doubles(c, v_g(c, v, 0))) || gb->n != b.channels)
		return false;
	by_x = gx->data;
	by_scale = gs->data;
	by_offset = gb->data;
	n = b.channels ? (double)gx->n / (double)b.channels : 1;
	EACH(&b, gx->n, e, k)
	{
		by_offset[k] += b.g[e];
		by_scale[k] += b.g[e] * (b.x[e] - b.mean[k]) * b.inv[k];
	}
	EACH(&b, gx->n, e, k)
	{
		double rest =
			b.training
				? (by_offset[k] + (b.x[e] - b.mean[k]) * b.inv[k] * by_scale[k]) / n
				: 0;

		by_x[e] = b.scale[k] * b.inv[k] * (b.g[e] - rest);
	}
	return (!v_want(v, 0) || v_give(c, v, 0, g_cast(c, gx, v->in[0]->dtype))) &&
	       (!v_want(v, 1) || v_give(c, v, 1, g_cast(c, gs, v->in[1]->dtype))) &&
	       (!v_want(v, 2) || v_give(c, v, 2, g_cast(c, gb, v->in[2]->dtype)));
}

static bool terms_norm(struct gcx *c, const struct vjp *v, uint32_t slot, int64_t place,
		       struct terms *t)
{
	static const char *const what[] = {"x", "scale", "offset", "mean", "variance"};
	struct norm b;
	int64_t k;

	if (slot || !norm_read(c, v, &b) || !norm_moments(c, v, &b))
		return false;
	k = channel(&b, place);
	t->how = TERMS_MADE;
	for (uint32_t i = 0; i < (b.training ? 3 : 5) && i < v->n_in; i++)
		term_plain(t, v, i, i ? k : place)->what = what[i];
	t->sum = (b.x[place] - b.mean[k]) * b.inv[k] * b.scale[k] + tensor_get_f64(v->in[2], k);
	t->note = xasprintf(
		"(x - mean) / sqrt(variance + %g) * scale + offset, mean %.6g, factor %.6g%s",
		b.eps, b.mean[k], b.inv[k] * b.scale[k], b.training ? ", of this batch" : "");
	return true;
}

static bool terms_softmax(struct gcx *c, const struct vjp *v, uint32_t slot, int64_t place,
			  struct terms *t)
{
	const struct tensor *x = v->in[0];
	int64_t n = x->rank ? x->dim[x->rank - 1] : 1, from = n ? place / n * n : 0;
	double max = -INFINITY, sum = 0;

	(void)c;
	(void)slot;
	for (int64_t i = 0; i < n; i++)
		max = fmax(max, tensor_get_f64(x, from + i));
	for (int64_t i = 0; i < n; i++)
		sum += exp(tensor_get_f64(x, from + i) - max);
	t->how = TERMS_MADE;
	for (int64_t i = 0; i < n; i++) {
		struct term *e = term_plain(t, v, 0, from + i);

		e->weighed = true;
		e->weight = exp(e->value - max) / sum;
		e->product = e->weight;
		e->what = from + i == place ? "this one" : NULL;
	}
	t->note = xasprintf("exp(x - %.6g) / %.6g; weight is each one's share", max, sum);
	return true;
}

static const struct grad_row rows[] = {
	{"CTCLoss", 0, 0, NULL, ctc, NULL},
	{"FusedBatchNorm", 0, 0, NULL, norm, terms_norm},
	{"FusedBatchNormV2", 0, 0, NULL, norm, terms_norm},
	{"FusedBatchNormV3", 0, 0, NULL, norm, terms_norm},
	{"L2Loss", 0, 0, NULL, l2, NULL},
	{"LRN", 0, 0, NULL, lrn, NULL},
	{"LogSoftmax", 0, 0, NULL, log_softmax, terms_softmax},
	{"Softmax", 0, 0, NULL, softmax, terms_softmax},
	{"SoftmaxCrossEntropyWithLogits", 0, 0, NULL, xent, NULL},
	{"SparseSoftmaxCrossEntropyWithLogits", 0, 0, NULL, xent, NULL},
};

GRAD_FAMILY(nn);
