/* Running what fuse.c has made of convolutions and products. */
#include <string.h>

#include "fast/inside.h"

/* Extent and zeros before of one dimension; false: the window does not fit. */
static bool window(int64_t in, int64_t f, int64_t stride, int64_t dil, bool same, int64_t before,
		   int64_t after, int64_t *out, int64_t *first)
{
	int64_t wide = (f - 1) * dil + 1, need;

	if (same) {
		*out = (in + stride - 1) / stride;
		need = (*out - 1) * stride + wide - in;
		*first = need > 0 ? need / 2 : 0;
		return true;
	}
	*first = before;
	in += before + after;
	*out = in < wide ? 0 : (in - wide) / stride + 1;
	return in >= wide;
}

bool conv_geometry(const struct fconv *c, const struct tensor *x, struct pk_conv *g)
{
	if (x->dtype != DT_FLOAT || x->rank != 4 || (c->channels && x->dim[3] != c->channels))
		return false;
	*g = (struct pk_conv){
		.n = x->dim[0],
		.in_h = x->dim[1],
		.in_w = x->dim[2],
		.channels = x->dim[3],
		.fh = c->fh,
		.fw = c->fw,
		.stride_h = c->stride_h,
		.stride_w = c->stride_w,
		.dil_h = c->dil_h,
		.dil_w = c->dil_w,
	};
	return window(g->in_h, c->fh, c->stride_h, c->dil_h, c->same, c->pad[0], c->pad[1],
		      &g->out_h, &g->top) &&
	       window(g->in_w, c->fw, c->stride_w, c->dil_w, c->same, c->pad[2], c->pad[3],
		      &g->out_w, &g->left);
}

static bool alike(const struct tensor *t, int rank, const int64_t *dim)
{
	return t->dtype == DT_FLOAT && t->rank == rank &&
	       !memcmp(t->dim, dim, (size_t)rank * sizeof(*dim));
}

/* The sum of two that are not alike, by its own kernel. */
static bool add_apart(struct frun *r, struct fprog *p, const struct fconv *c)
{
	struct tensor *in[2] = {p->out[0], p->in[1]}, *sum = NULL;
	struct tensor *own;
	float *y;

	if (!kernel(r, c->add, in, 2, &sum, 1, false)) {
		tensor_unref(sum);
		return false;
	}
	own = tensor_copy(sum, &r->err);
	tensor_unref(sum);
	if (!own)
		return false;
	y = own->data;
	for (int64_t i = 0; i < own->n; i++)
		y[i] = y[i] < c->after.add_lo	? c->after.add_lo
		       : y[i] > c->after.add_hi ? c->after.add_hi
						: y[i];
	if (c->after.fn)
		c->after.fn(y, y, own->n);
	tensor_unref(p->out[0]);
	p->out[0] = own;
	return true;
}

/* Makes the result's tensor; what is to be done after, here (*after) or, if the operands are not
 * alike, apart. */
static bool result(struct frun *r, struct fprog *p, const struct fnode *n, int rank,
		   const int64_t *dim, struct pk_after *after, bool *apart)
{
	const struct fconv *c = n->x;
	const struct tensor *add = n->n_in > 1 ? p->in[1] : NULL;

	*after = c->after;
	*apart = add && !alike(add, rank, dim);
	if (*apart)
		after->fn = NULL;
	else if (add)
		after->add = add->data;
	p->out[0] = fresh(r, p, n, 0, DT_FLOAT, rank, dim);
	return p->out[0] != NULL;
}

bool run_conv_node(struct frun *r, struct fprog *p, struct fnode *n)
{
	const struct fconv *c = n->x;
	const struct tensor *x = p->in[0];
	struct pk_after after;
	struct pk_conv g;
	int64_t dim[4];
	bool apart, ok;

	if (!conv_geometry(c, x, &g) || (n->kind == FK_CONV && !c->w))
		return give_up(r, "%.*s: an image that its filter does not fit",
			       SV_ARG(n->pn->n->name));
	memcpy(dim, (int64_t[]){g.n, g.out_h, g.out_w, c->n}, sizeof(dim));
	if (!result(r, p, n, 4, dim, &after, &apart))
		return false;
	ok = n->kind == FK_CONV ? packed_conv(c->w, &g, x->data, p->out[0]->data, &after, &r->err)
				: packed_depthwise(&g, c->filter, c->bias, x->data, p->out[0]->data,
						   &after, &r->err);
	return ok && (!apart || add_apart(r, p, c));
}

bool run_product_node(struct frun *r, struct fprog *p, struct fnode *n)
{
	const struct fconv *c = n->x;
	const struct tensor *x = p->in[0];
	int64_t dim[16], rows = 1, k = 1;
	int lead = x->rank - c->contract, rank = 0;
	struct pk_after after;
	bool apart;

	if (!c->w || x->dtype != DT_FLOAT || lead < 0 || lead + c->n_tail > 16 ||
	    (c->rank >= 0 ? x->rank != c->rank : x->rank < 2))
		return give_up(r, "%.*s: a matrix that its weights do not fit",
			       SV_ARG(n->pn->n->name));
	for (int i = 0; i < x->rank; i++)
		if (i < lead)
			rows *= dim[rank++] = x->dim[i];
		else
			k *= x->dim[i];
	for (int i = 0; i < c->n_tail; i++)
		dim[rank++] = c->tail[i];
	if (k != c->w->k)
		return give_up(r, "%.*s: a matrix that its weights do not fit",
			       SV_ARG(n->pn->n->name));
	return result(r, p, n, rank, dim, &after, &apart) &&
	       packed_product(c->w, x->data, rows, k, p->out[0]->data, &after, &r->err) &&
	       (!apart || add_apart(r, p, c));
}

/* ---- means over pixels ---- */

/* As the op's own kernel: a sum in double, rounded, divided. */
bool run_mean_node(struct frun *r, struct fprog *p, struct fnode *n)
{
	const struct tensor *x = p->in[0];
	bool keep = false;
	int64_t rows, c, dim[4];
	double *sum;

	node_attr_bool(n->pn->n, "keep_dims", &keep);
	if (x->rank != 4 || x->dtype != DT_FLOAT || !x->n)
		return kernel(r, n->pn, p->in, (int)n->n_in, p->out, 1, false);
	rows = x->dim[1] * x->dim[2];
	c = x->dim[3];
	memcpy(dim, keep ? (int64_t[]){x->dim[0], 1, 1, c} : (int64_t[]){x->dim[0], c, 0, 0},
	       sizeof(dim));
	p->out[0] = fresh(r, p, n, 0, DT_FLOAT, keep ? 4 : 2, dim);
	if (!p->out[0])
		return false;
	arena_reset(r->scratch);
	sum = arena_array(r->scratch, (size_t)c, sizeof(*sum));
	for (int64_t b = 0; b < x->dim[0]; b++) {
		float *y = (float *)p->out[0]->data + b * c;

		memset(sum, 0, (size_t)c * sizeof(*sum));
		loops()->colsum_f32(sum, (const float *)x->data + b * rows * c, NULL, rows, c);
		for (int64_t i = 0; i < c; i++)
			y[i] = (float)sum[i] / (float)rows;
	}
	return true;
}

static bool is_axis(const struct tensor *t, int64_t i, int64_t axis)
{
	int64_t v = tensor_get_i64(t, i);

	return v == axis || v == axis - 4;
}

void find_means(struct fprog *p)
{
	for (uint32_t i = 0; i < p->node.n; i++) {
		struct fnode *n = &p->node.p[i];
		const struct fval *v =
			node_is(n, "Mean") && n->n_in == 2 ? &p->val.p[n->in[1]] : NULL;

		/* negative axes count from the rank, which is looked at when it runs */
		if (v && v->konst && v->t->n == 2 && is_axis(v->t, 0, 1) && is_axis(v->t, 1, 2))
			n->kind = FK_MEAN;
	}
}
