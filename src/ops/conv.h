/*
 * Convolutions of two and three spatial dimensions over channels-last images, as matrix products of
 * patches [output pixels][filter's pixels * depth] with the filter [filter's pixels * depth][channels].
 * Two-dimensional ones have a first dimension of one. Everything is borrowed.
 */
#ifndef OPS_CONV_H
#define OPS_CONV_H

#include "ops/kernel.h"

struct conv {
	enum dtype t;			/* what is computed: float, double, int32 */
	int nd;				/* 2 or 3 */
	size_t size;			/* of an element */
	int64_t n, c, fc, oc;		/* images, channels, the filter's depth, output channels */
	int64_t groups;			/* c / fc */
	int64_t in[3], f[3], out[3];	/* extents of image, filter, output */
	int64_t stride[3], dil[3], before[3], after[3];
	int64_t row;			/* elements of a patch */
};

/* strides, dilations, explicit paddings of a node; errors as TensorFlow's constructors give them. */
struct conv_attrs {
	enum padding pad;
	int64_t stride[3], dil[3], before[3], after[3];
	struct sv format;
	bool channels_first;
};
bool conv_attrs_read(struct op_ctx *c, int nd, struct conv_attrs *a);

/* Fills in sizes for an image, a filter and attrs; the output's extents from window_size. */
void conv_sizes(struct conv *k, int nd, enum dtype t, const int64_t *image, const int64_t *filter,
		const struct conv_attrs *a);
bool conv_windows(struct op_ctx *c, struct conv *k, enum padding pad);

/* Patches of output pixels [from, to) of the flattened (image, output), for one group. */
void conv_patches(const struct conv *k, int64_t group, const void *image, void *patch, int64_t from, int64_t to);
/* The other way round: adds the patches to the image. Only float, double and int32. */
void conv_scatter(const struct conv *k, int64_t group, void *image, const void *patch, int64_t from, int64_t to);

/* Inputs 0 and 1, image and filter, into out, all of whose sizes k says. */
bool conv_run(struct op_ctx *c, const struct conv *k, struct tensor *out);

/* Multiply-adds of a convolution of inputs 0 and 1: every output element takes a whole filter. */
void conv_cost(const struct op_ctx *c, double *macs, double *bytes);

/* The patches of all output pixels are the image itself. */
bool conv_is_product(const struct conv *k);

#define DM_CONV3 (DM_FLOATS)
#define DM_CONV2 (DM_FLOATS | DM(DT_INT32))

#endif
