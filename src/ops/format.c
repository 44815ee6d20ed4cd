/* DataFormatDimMap and DataFormatVecPermute: dimensions and vectors of one layout told in another.
 */
#include <string.h>

#include "ops/kernel.h"

enum { MAX_DIMS = 5 };

struct formats {
	int n;
	char src[MAX_DIMS], dst[MAX_DIMS];
};

static int place(const char *in, int n, char what)
{
	for (int i = 0; i < n; i++)
		if (in[i] == what)
			return i;
	return -1;
}

static bool determine(const struct formats *f)
{
	for (int i = 0; i < f->n; i++) {
		int at = place(f->dst, f->n, f->src[i]);

		if (at < 0 || place(f->src, f->n, f->src[i]) != i ||
		    place(f->src, f->n, f->dst[i]) < 0)
			return false;
	}
	return true;
}

static bool formats_read(struct op_ctx *c, struct formats *f)
{
	struct sv src = SV("NHWC"), dst = SV("NCHW");

	node_attr_str(c->node, "src_format", &src);
	node_attr_str(c->node, "dst_format", &dst);
	if (src.n != 4 && src.n != 5)
		return op_invalid(
			c, "Source format must be of length 4 or 5, received src_format = %.*s",
			SV_ARG(src));
	if (dst.n != 4 && dst.n != 5)
		return op_invalid(
			c,
			"Destination format must be of length 4 or 5, received dst_format = %.*s",
			SV_ARG(dst));
	f->n = (int)src.n;
	memcpy(f->src, src.p, src.n);
	memcpy(f->dst, dst.p, src.n < dst.n ? src.n : dst.n);
	return (src.n == dst.n && determine(f)) ||
	       op_invalid(c,
			  "Destination and source format must determine a permutation, got %.*s "
			  "and %.*s",
			  SV_ARG(src), SV_ARG(dst));
}

/* Dims count from the end when negative, and again from the start beyond it; what is still negative
 * is the last. */
static int64_t wrapped(int64_t v, enum dtype t, int n)
{
	int64_t sum = t == DT_INT32 ? (int64_t)(int32_t)(uint32_t)((uint64_t)v + (uint64_t)n)
				    : (int64_t)((uint64_t)v + (uint64_t)n);

	sum %= n;
	return sum < 0 ? n - 1 : sum;
}

static bool run_dim_map(struct op_ctx *c)
{
	const struct tensor *x = c->in[0];
	struct formats f = {0};
	struct tensor *out;

	if (!formats_read(c, &f) || !(out = op_out_like(c, 0, x)))
		return false;
	for (int64_t i = 0; i < x->n; i++) {
		int to = place(f.dst, f.n, f.src[wrapped(tensor_get_i64(x, i), x->dtype, f.n)]);

		if (x->dtype == DT_INT32)
			((int32_t *)out->data)[i] = to;
		else
			((int64_t *)out->data)[i] = to;
	}
	return true;
}

/* Without batch and channels: what a vector of sizes in space is told in. */
static void space_only(struct formats *f)
{
	int n = 0, m = 0;

	for (int i = 0; i < f->n; i++) {
		if (strchr("DHW", f->src[i]))
			f->src[n++] = f->src[i];
		if (strchr("DHW", f->dst[i]))
			f->dst[m++] = f->dst[i];
	}
	f->n = n;
}

static bool vector_ok(struct op_ctx *c, const struct formats *f)
{
	const struct tensor *x = c->in[0];
	int full = f->n;

	if (x->rank != 1 && x->rank != 2)
		return op_invalid(c, "input must be a vector or 2D tensor, but got shape %s",
				  op_in_shape(c, 0));
	if (x->rank == 1 && x->n != full && x->n != full - 2)
		return op_invalid(c, "1D input must be of size %d or %d, but got shape %s",
				  full - 2, full, op_in_shape(c, 0));
	if (x->rank == 2 && x->dim[0] != full && x->dim[0] != full - 2)
		return op_invalid(
			c, "First dimension of 2D input must be of size %d or %d, but got shape %s",
			full - 2, full, op_in_shape(c, 0));
	if (x->rank == 2 && x->dim[1] != 2)
		return op_invalid(
			c, "Second dimension of 2D input must be of size 2, but got shape %s",
			op_in_shape(c, 0));
	return true;
}

static bool run_permute(struct op_ctx *c)
{
	const struct tensor *x = c->in[0];
	struct formats f = {0};
	struct tensor *out;
	size_t row;

	if (!formats_read(c, &f) || !vector_ok(c, &f))
		return false;
	if (x->dim[0] < f.n)
		space_only(&f);
	if (f.n != x->dim[0])
		return op_invalid(c, "the formats have %d dimensions in space, the input %lld", f.n,
				  (long long)x->dim[0]);
	out = op_out_like(c, 0, x);
	if (!out)
		return false;
	row = dtype_info(x->dtype)->size * (size_t)(x->rank == 2 ? 2 : 1);
	for (int i = 0; i < f.n; i++)
		memcpy((char *)out->data + (size_t)i * row,
		       (const char *)x->data + (size_t)place(f.src, f.n, f.dst[i]) * row, row);
	return true;
}

static const struct op_row rows[] = {
	{.name = "DataFormatDimMap",
	 .n_in = 1,
	 .n_out = 1,
	 .types = {{"T", DM_INDEX}},
	 .run = run_dim_map},
	{.name = "DataFormatVecPermute",
	 .n_in = 1,
	 .n_out = 1,
	 .types = {{"T", DM_INDEX}},
	 .run = run_permute},
};

OP_FAMILY(family_format, rows);
