/*
 * Conv2D and Conv3D: patches are made for some output pixels at a time, never when the image itself is
 * the patches (a 1x1 filter with stride 1, or a filter as large as the image).
 */
#include "ops/conv.h"

#include <string.h>

#include "base/pool.h"
#include "ops/mm.h"

static bool shapes(struct op_ctx *c, int nd)
{
	for (int i = 0; i < 2; i++)
		if (c->in[i]->rank != nd + 2 && nd == 2)
			return op_invalid(c, "convolution %s must be 4-dimensional: %s", i ? "filter" : "input",
					  op_in_shape(c, i));
		else if (c->in[i]->rank != nd + 2)
			return op_invalid(c, "%s must be 5-dimensional", i ? "filter" : "input");
	return true;
}

static bool depths(struct op_ctx *c, const struct conv *k)
{
	if (k->fc == 0)
		return op_invalid(c, "filter depth must be stricly positive, got 0");
	if (k->c % k->fc)
		return op_invalid(c, k->nd == 2 ? "input depth must be evenly divisible by filter depth: %lld vs %lld" :
				  "Input depth must be evenly divisible by filter depth: %lld vs %lld",
				  (long long)k->c, (long long)k->fc);
	if (k->n && k->oc && k->row == 0)
		return op_invalid(c, "filter must not have zero elements (i.e. all dimensions must be non-zero)");
	return true;
}

/* What TensorFlow finds only when there is something to compute. */
static bool launch_check(struct op_ctx *c, const struct conv *k, const struct conv_attrs *a)
{
	if (k->nd == 3 && a->channels_first)
		return op_invalid(c, "CPU implementation of Conv3D currently only supports the NHWC tensor format.");
	if (a->channels_first)
		return op_fail(c, ERR_UNIMPLEMENTED, "The Conv2D op currently only supports the NHWC tensor format on "
			       "the CPU. The op was given the format: %.*s", SV_ARG(a->format));
	if (k->nd == 3 && (k->dil[0] != 1 || k->dil[1] != 1 || k->dil[2] != 1))
		return op_invalid(c, "CPU implementation of Conv3D currently only supports dilated rates of 1.");
	if (k->nd == 3 && k->fc != k->c)
		return op_invalid(c, "Number of channels in filter (%lld) must match last dimension of input (%lld)",
				  (long long)k->fc, (long long)k->c);
	if (k->oc % k->groups)
		return op_invalid(c, "output depth must be evenly divisible by number of groups: %lld vs %lld",
				  (long long)k->oc, (long long)k->groups);
	return true;
}

struct conv_job {
	const struct conv *k;
	const char *x, *f;
	char *y, *buf;			/* one patch buffer a tile */
	int64_t first, pixels, per_tile;
};

static void conv_tile(void *ctx, size_t t)
{
	const struct conv_job *j = ctx;
	const struct conv *k = j->k;
	int64_t from = j->first + (int64_t)t * j->per_tile, oc = k->oc / k->groups;
	int64_t to = from + j->per_tile < j->pixels ? from + j->per_tile : j->pixels;
	char *buf = j->buf + (size_t)((int64_t)t * j->per_tile * k->row) * k->size;
	struct mm mm = { .t = k->t, .m = to - from, .n = oc, .k = k->row, .lda = k->row, .ldb = k->oc, .ldc = k->oc };

	for (int64_t g = 0; g < k->groups; g++) {
		conv_patches(k, g, j->x, buf, from, to);
		mm_run(&mm, buf, j->f + (size_t)(g * oc) * k->size, j->y + (size_t)(from * k->oc + g * oc) * k->size,
		       false);
	}
}

/* Tiles of about 256 KB of patches; some of them at once, so that memory stays bounded. */
static bool run_patches(struct op_ctx *c, struct conv_job *j)
{
	enum { AT_ONCE = 16 };
	int64_t tiles, batch;

	j->per_tile = 65536 / (j->k->row + 1) + 1;
	j->per_tile = j->per_tile < 32 ? 32 : j->per_tile;
	j->per_tile = j->per_tile > j->pixels ? j->pixels : j->per_tile;
	tiles = (j->pixels + j->per_tile - 1) / j->per_tile;
	batch = tiles < AT_ONCE ? tiles : AT_ONCE;
	if (!(j->buf = op_temp(c, (size_t)(batch * j->per_tile * j->k->row) * j->k->size)))
		return false;
	for (int64_t t = 0; t < tiles; t += batch, j->first += batch * j->per_tile) {
		if (!c->world->go_on(c->world_ctx, c->err))
			return false;
		pool_run((size_t)(tiles - t < batch ? tiles - t : batch), conv_tile, j);
	}
	return true;
}

bool conv_run(struct op_ctx *c, const struct conv *k, struct tensor *out)
{
	struct conv_job j = { .k = k, .x = mm_in(c, 0), .f = mm_in(c, 1), .y = mm_out(c, out) };
	struct mm mm = { .t = k->t, .n = k->oc, .k = k->row, .lda = k->row, .ldb = k->oc, .ldc = k->oc };

	if (!j.x || !j.f || !j.y)
		return false;
	j.pixels = k->n * k->out[0] * k->out[1] * k->out[2];
	mm.m = j.pixels;
	if (conv_is_product(k))
		mm_run_tiled(&mm, j.x, j.f, j.y);
	else if (!run_patches(c, &j))
		return false;
	mm_done(out, j.y);
	return true;
}

static bool run_conv(struct op_ctx *c, int nd)
{
	struct conv_attrs a;
	struct conv k;
	struct tensor *out;
	int64_t dim[5], image[5];

	if (!conv_attrs_read(c, nd, &a) || !shapes(c, nd))
		return false;
	memcpy(image, c->in[0]->dim, sizeof(*image) * (size_t)(nd + 2));
	if (a.channels_first) {
		image[nd + 1] = c->in[0]->dim[1];
		memcpy(image + 1, c->in[0]->dim + 2, sizeof(*image) * (size_t)nd);
	}
	conv_sizes(&k, nd, c->in[0]->dtype, image, c->in[1]->dim, &a);
	if (!depths(c, &k) || !conv_windows(c, &k, a.pad))
		return false;
	dim[0] = k.n;
	for (int i = 0; i < nd; i++)
		dim[i + 1 + a.channels_first] = k.out[3 - nd + i];
	dim[a.channels_first ? 1 : nd + 1] = k.oc;
	out = op_out(c, 0, c->in[0]->dtype, nd + 2, dim);
	if (!out || out->n == 0)
		return out != NULL;
	if (c->in[0]->n == 0) {
		memset(out->data, 0, out->bytes);
		return true;
	}
	return launch_check(c, &k, &a) && conv_run(c, &k, out);
}

static bool run_conv2d(struct op_ctx *c)
{
	return run_conv(c, 2);
}

static bool run_conv3d(struct op_ctx *c)
{
	return run_conv(c, 3);
}

void conv_cost(const struct op_ctx *c, double *macs, double *bytes)
{
	const struct tensor *f = c->in[1], *out = c->out[0];
	double taps = 1;

	for (int i = 0; i < f->rank - 1; i++)
		taps *= (double)f->dim[i];
	*macs = out ? (double)out->n * taps : 0;
	*bytes = (double)(c->in[0]->bytes + f->bytes + (out ? out->bytes : 0));
}

static const struct op_row rows[] = {
	{ .name = "Conv2D",
	  .n_in = 2,
	  .n_out = 1,
	  .types = { { "T", DM_CONV2 } },
	  .run = run_conv2d,
	  .cost = conv_cost },
	{ .name = "Conv3D",
	  .n_in = 2,
	  .n_out = 1,
	  .types = { { "T", DM_CONV3 } },
	  .run = run_conv3d,
	  .cost = conv_cost },
};

OP_FAMILY(family_conv, rows);
