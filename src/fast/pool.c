/*
 * The largest of each window of an image that is padded with zeros first, as ResNet and DenseNet
 * begin: the image is read where it is, and a window that reaches over the edge has a zero in it.
 */
#include <string.h>

#include "fast/inside.h"
#include "ops/kernel.h"

struct pool_job {
	const float *x;
	float *y;
	struct pk_conv g;
};

/* The part of a window that begins at `at` which is inside [0, extent). */
static int64_t clip(int64_t at, int64_t wide, int64_t extent, int64_t *from)
{
	int64_t to = at + wide < extent ? at + wide : extent;

	*from = at > 0 ? at : 0;
	return to > *from ? to - *from : 0;
}

static void pool_pixel(const struct pool_job *j, int64_t m)
{
	const struct pk_conv *g = &j->g;
	int64_t ox = m % g->out_w, oy = m / g->out_w % g->out_h, n = m / g->out_w / g->out_h, y, x;
	int64_t ny = clip(oy * g->stride_h - g->top, g->fh, g->in_h, &y);
	int64_t nx = clip(ox * g->stride_w - g->left, g->fw, g->in_w, &x);
	float *to = j->y + m * g->channels;

	if (ny && nx)
		loops()->pool_f32(to, j->x + ((n * g->in_h + y) * g->in_w + x) * g->channels, ny, nx,
				  g->in_w * g->channels, g->channels, true);
	for (int64_t c = 0; ny * nx < g->fh * g->fw && c < g->channels; c++)
		to[c] = ny && nx && to[c] > 0 ? to[c] : 0;
}

static void pool_pixels(void *ctx, int64_t from, int64_t to)
{
	for (int64_t m = from; m < to; m++)
		pool_pixel(ctx, m);
}

bool run_pool(struct frun *r, struct fprog *p, const struct fnode *n)
{
	struct pool_job j;
	int64_t dim[4];

	if (!conv_geometry(n->x, p->in[0], &j.g))
		return give_up(r, "%.*s: an image that its window does not fit", SV_ARG(n->pn->n->name));
	memcpy(dim, (int64_t[]){j.g.n, j.g.out_h, j.g.out_w, j.g.channels}, sizeof(dim));
	p->out[0] = fresh(r, p, n, 0, DT_FLOAT, 4, dim);
	if (!p->out[0])
		return false;
	j.x = p->in[0]->data;
	j.y = p->out[0]->data;
	tiles_run(p->out[0]->n ? j.g.n * j.g.out_h * j.g.out_w : 0,
		  1 + TILE_ELEMS / (j.g.channels * j.g.fh * j.g.fw + 1), pool_pixels, &j);
	return true;
}
