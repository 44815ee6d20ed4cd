/*
 * Transposed convolutions whose windows do not overlap (the stride is the filter's size, as in the
 * way up of a U-Net): line fy of the filter is a product of its own, whose rows lie in the result
 * one after the other:
 *
 *   y[n][h * fh + fy][w * fw + fx][o] = sum over c of x[n][h][w][c] * filter[fy][fx][o][c]
 */
#include "fast/inside.h"

bool upconv_start(const struct fnode *n, struct fconv *c, const struct tensor *w)
{
	if (w->rank != 4 || !w->n || c->stride_h != w->dim[0] || c->stride_w != w->dim[1] || c->dil_h != 1 ||
	    c->dil_w != 1 || c->pad[0] || c->pad[1] || c->pad[2] || c->pad[3] || n->n_in != 3)
		return false;
	c->n = w->dim[2];
	c->channels = w->dim[3];
	return true;
}

/* scale and shift: one for each output channel. */
bool upconv_pack(struct fprog *p, struct fconv *c, const struct tensor *w, const float *scale, const float *shift)
{
	int64_t wide = c->fw * c->n;
	float *all = xmalloc((size_t)wide * 2 * sizeof(*all));
	struct err err = {0};
	bool ok = true;

	for (int64_t i = 0; i < wide; i++) {
		all[i] = scale[i % c->n];
		all[wide + i] = shift[i % c->n];
	}
	c->line = arena_array(p->arena, (size_t)c->fh, sizeof(*c->line));
	for (int64_t fy = 0; fy < c->fh && ok; fy++) {
		c->line[fy] = packed_new((const float *)w->data + fy * wide * c->channels, c->channels, wide, 1,
					 c->channels, all, all + wide, true, &err);
		ok = c->line[fy];
	}
	err_clear(&err);
	free(all);
	return ok;
}

size_t upconv_bytes(const struct fconv *c)
{
	size_t bytes = 0;

	for (int64_t fy = 0; c->line && fy < c->fh; fy++)
		bytes += c->line[fy] ? c->line[fy]->bytes : 0;
	return bytes;
}

void upconv_free(struct fconv *c)
{
	for (int64_t fy = 0; c->line && fy < c->fh; fy++)
		packed_free(c->line[fy]);
}

/* in[0]: the image; in[1]: what shape is asked for, which must be the one that has no gaps. */
static bool shape_of(const struct fprog *p, const struct fconv *c, int64_t *dim)
{
	const struct tensor *x = p->in[0], *want = p->in[1];
	int64_t h, w;

	if (x->dtype != DT_FLOAT || x->rank != 4 || x->dim[3] != c->channels || want->rank != 1 ||
	    __builtin_mul_overflow(x->dim[1], c->fh, &h) || __builtin_mul_overflow(x->dim[2], c->fw, &w))
		return false;
	dim[0] = x->dim[0];
	dim[1] = h;
	dim[2] = w;
	dim[3] = c->n;
	for (int64_t i = 0; i < want->n && want->n == 4; i++)
		if (tensor_get_i64(want, i) != dim[i])
			return false;
	/* or the height and width alone */
	return want->n == 4 || (want->n == 2 && tensor_get_i64(want, 0) == h && tensor_get_i64(want, 1) == w);
}

bool run_upconv(struct frun *r, struct fprog *p, const struct fnode *n)
{
	const struct fconv *c = n->x;
	const struct tensor *x = p->in[0];
	int64_t dim[4], rows, wide = c->fw * c->n;
	float *y;

	if (!c->line || !shape_of(p, c, dim))
		return give_up(r, "%.*s: an image that its filter does not fill", SV_ARG(n->pn->n->name));
	p->out[0] = fresh(r, p, n, 0, DT_FLOAT, 4, dim);
	if (!p->out[0])
		return false;
	y = p->out[0]->data;
	rows = x->dim[0] * x->dim[1];
	for (int64_t m = 0; m < rows && x->n; m++)
		for (int64_t fy = 0; fy < c->fh; fy++)
			if (!packed_product(c->line[fy], (const float *)x->data + m * x->dim[2] * c->channels,
					    x->dim[2], c->channels, y + (m * c->fh + fy) * x->dim[2] * wide, &c->after,
					    &r->err))
				return false;
	return true;
}
