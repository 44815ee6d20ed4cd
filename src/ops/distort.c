/* Random crops: boxes that cover enough of an object (SampleDistortedBoundingBox), and RandomCrop.
 */
#include <math.h>
#include <string.h>

#include "ops/random.h"
#include "ops/text.h"

struct rect {
	int32_t left, top, right, bottom;
};

struct wish {
	int32_t width, height;
	float covered;		  /* least part of an object */
	float aspect[2], area[2]; /* from, to */
	int64_t attempts;
	struct rect *object;
	int64_t objects;
};

/* As a product of 32-bit numbers has it. */
static float product(int32_t a, int32_t b)
{
	return (float)(int32_t)((uint32_t)a * (uint32_t)b);
}

static float rect_area(const struct rect *r)
{
	return product(r->right - r->left, r->bottom - r->top);
}

static struct rect rect_both(const struct rect *a, const struct rect *b)
{
	struct rect r = {
		a->left > b->left ? a->left : b->left,
		a->top > b->top ? a->top : b->top,
		a->right < b->right ? a->right : b->right,
		a->bottom < b->bottom ? a->bottom : b->bottom,
	};

	return r.left > r.right || r.top > r.bottom ? (struct rect){0, 0, 0, 0} : r;
}

static bool covers(const struct rect *crop, const struct wish *w)
{
	if (rect_area(crop) < 1)
		return false;
	for (int64_t i = 0; i < w->objects; i++) {
		struct rect both = rect_both(crop, &w->object[i]);
		float area = rect_area(&w->object[i]);

		if (!(area < 1) && rect_area(&both) / area >= w->covered)
			return true;
	}
	return false;
}

/* v rounded to an int32, whatever it is. */
static int32_t rounded(float v)
{
	return fabsf(v) < 0x1p31f ? (int32_t)lrintf(v) : INT32_MIN;
}

/* The tallest crop of that aspect that is not wider than the image. */
static int32_t tallest(const struct wish *w, float max_area, float aspect)
{
	const float eps = 0.0000001f;
	int32_t h = rounded(sqrtf(max_area / aspect));

	if (rounded((float)h * aspect) > w->width) {
		h = (int32_t)fmin(((double)w->width + 0.5 - (double)eps) / (double)aspect,
				  INT32_MAX);
		h -= rounded((float)h * aspect) > w->width;
	}
	return h > w->height ? w->height : h;
}

static bool crop_make(const struct wish *w, float aspect, struct philox1 *s, struct rect *crop)
{
	float least = w->area[0] * (float)w->width * (float)w->height, area;
	float most = w->area[1] * (float)w->width * (float)w->height;
	int32_t height, max_height, width;

	if (w->area[1] <= 0 || aspect <= 0 || w->width <= 0 || w->height <= 0 ||
	    w->area[0] > w->area[1])
		return false;
	height = rounded(sqrtf(least / aspect));
	max_height = tallest(w, most, aspect);
	if (height >= max_height)
		height = max_height;
	else
		height += (int32_t)philox1_below(s, (uint32_t)max_height - (uint32_t)height + 1);
	width = rounded((float)height * aspect);
	area = product(width, height);
	if (area < least) { /* rounding may have made it a little too small, or too large */
		height += 1;
		width = rounded((float)height * aspect);
		area = product(width, height);
	}
	if (area > most) {
		height -= 1;
		width = rounded((float)height * aspect);
		area = product(width, height);
	}
	if (area < least || area > most || width > w->width || height > w->height || width <= 0 ||
	    height <= 0)
		return false;
	crop->top =
		height < w->height ? (int32_t)philox1_below(s, (uint32_t)(w->height - height)) : 0;
	crop->left = width < w->width ? (int32_t)philox1_below(s, (uint32_t)(w->width - width)) : 0;
	crop->right = crop->left + width;
	crop->bottom = crop->top + height;
	return true;
}

/* ---- arguments ---- */

static bool pair(struct op_ctx *c, const char *attr, const char *what, float v[2])
{
	const struct attr_value *list;
	uint32_t n;

	if (!node_attr_list(c->node, attr, &list, &n))
		return true; /* the defaults */
	if (n != 2)
		return op_invalid(c, "%s range field must specify 2 dimensions", what);
	v[0] = list[0].f;
	v[1] = list[1].f;
	return (v[0] > 0 && v[1] > 0) || op_invalid(c, "%s range must be non-negative: [%g, %g]",
						    what, (double)v[0], (double)v[1]);
}

static bool wish_attrs(struct op_ctx *c, struct wish *w)
{
	w->attempts = 100;
	w->covered = 0.1f;
	w->aspect[0] = 0.75f, w->aspect[1] = 1.33f;
	w->area[0] = 0.05f, w->area[1] = 1;
	if (c->n_in == 2) {
		node_attr_float(c->node, "min_object_covered", &w->covered);
		if (!(w->covered >= 0))
			return op_invalid(c, "Min object covered must be non-negative: %g",
					  (double)w->covered);
	}
	if (!pair(c, "aspect_ratio_range", "Aspect ratio", w->aspect) ||
	    !pair(c, "area_range", "Area", w->area))
		return false;
	if (!(w->area[0] <= 1 && w->area[1] <= 1))
		return op_invalid(c, "Area range must be less then or equal to 1.0: [%g, %g]",
				  (double)w->area[0], (double)w->area[1]);
	node_attr_int(c->node, "max_attempts", &w->attempts);
	return (w->attempts > 0 && w->attempts <= INT32_MAX) ||
	       op_invalid(c, "Max attempts must be non-negative: %lld", (long long)w->attempts);
}

static bool image_in(struct op_ctx *c, struct wish *w)
{
	const struct tensor *size = c->in[0], *boxes = c->in[1];

	if (size->rank != 1)
		return op_invalid(c, "image_size must be 1-dimensional%s", op_in_shape(c, 0));
	if (size->n != 3)
		return op_invalid(c, "image_size must contain 3 elements%s", op_in_shape(c, 0));
	if ((uint64_t)tensor_get_i64(size, 0) >= INT32_MAX)
		return op_invalid(c, "image height cannot be >= int32 max");
	if ((uint64_t)tensor_get_i64(size, 1) >= INT32_MAX)
		return op_invalid(c, "image width cannot be >= int32 max");
	w->height = (int32_t)tensor_get_i64(size, 0);
	w->width = (int32_t)tensor_get_i64(size, 1);
	if (boxes->rank != 3)
		return op_invalid(
			c, "input boxes must be 3-dimensional [batch, num_boxes, coords]: %s",
			op_in_shape(c, 1));
	if (boxes->dim[2] != 4)
		return op_invalid(c, "bounding boxes must have shape [4] or [*, 4], got %s",
				  op_in_shape(c, 1));
	if (c->n_in < 3)
		return true;
	if (c->in[2]->rank != 0)
		return op_invalid(c, "min_object_covered must be 0-D, got shape %s",
				  op_in_shape(c, 2));
	w->covered = *(const float *)c->in[2]->data;
	return w->covered >= 0 ||
	       op_invalid(c, "Min object covered must be non-negative: %g", (double)w->covered);
}

/* A part of a length, a number up to 2^31. */
static int32_t part(float of_one, int32_t length)
{
	float v = of_one * (float)length;

	return v < 0x1p31f ? (int32_t)v : INT32_MIN;
}

static bool not_in_one(struct op_ctx *c, float v)
{
	struct str s = STR_INIT;

	text_of_float(&s, (double)v, false);
	op_invalid(c, "All bounding box coordinates must be in [0.0, 1.0]: %s", str_z(&s));
	str_free(&s);
	return false;
}

static bool objects_in(struct op_ctx *c, struct wish *w)
{
	const float *b = c->in[1]->data;
	int64_t n = c->in[1]->n / 4;
	bool whole = false;

	w->objects = n ? n : 1;
	w->object = op_temp(c, (size_t)w->objects * sizeof(*w->object));
	if (!w->object)
		return false;
	for (int64_t i = 0; i < 4 * n; i++)
		if (!(b[i] >= 0 && b[i] <= 1))
			return not_in_one(c, b[i]);
	for (int64_t i = 0; i < n; i++)
		w->object[i] =
			(struct rect){part(b[4 * i + 1], w->width), part(b[4 * i], w->height),
				      part(b[4 * i + 3], w->width), part(b[4 * i + 2], w->height)};
	node_attr_bool(c->node, "use_image_if_no_bounding_boxes", &whole);
	if (n == 0)
		w->object[0] = (struct rect){0, 0, w->width, w->height};
	return n || whole ||
	       op_invalid(c, "No bounding boxes provided as input. One must enable "
			     "use_image_if_no_bounding_boxes if you wish to not provide any "
			     "bounding boxes.");
}

/* ---- answers ---- */

static void put(struct tensor *t, int i, int64_t v)
{
	switch (dtype_info(t->dtype)->size) {
	case 1:
		((uint8_t *)t->data)[i] = (uint8_t)v;
		break;
	case 2:
		((uint16_t *)t->data)[i] = (uint16_t)v;
		break;
	case 4:
		((uint32_t *)t->data)[i] = (uint32_t)v;
		break;
	default:
		((uint64_t *)t->data)[i] = (uint64_t)v;
	}
}

static bool crop_put(struct op_ctx *c, const struct wish *w, const struct rect *r)
{
	int64_t three = 3, box[3] = {1, 1, 4};
	struct tensor *begin = op_out(c, 0, c->in[0]->dtype, 1, &three);
	struct tensor *size = begin ? op_out(c, 1, c->in[0]->dtype, 1, &three) : NULL;
	struct tensor *boxes = size ? op_out(c, 2, DT_FLOAT, 3, box) : NULL;
	float *f = boxes ? boxes->data : NULL;

	if (!f)
		return false;
	put(begin, 0, r->top), put(begin, 1, r->left), put(begin, 2, 0);
	put(size, 0, r->bottom - r->top), put(size, 1, r->right - r->left), put(size, 2, -1);
	f[0] = (float)r->top / (float)w->height;
	f[1] = (float)r->left / (float)w->width;
	f[2] = (float)r->bottom / (float)w->height;
	f[3] = (float)r->right / (float)w->width;
	return true;
}

static bool run_boxes(struct op_ctx *c)
{
	struct rect crop = {0};
	struct philox1 s;
	struct philox g;
	struct wish w;
	bool found = false;

	if (!wish_attrs(c, &w))
		return false;
	if (c->n_in == 4 && !random_of_seed(c, 3, &g))
		return false;
	if (c->n_in < 4 && !random_reserve_exact(c, 4 * (uint64_t)w.attempts, &g))
		return false;
	if (!image_in(c, &w) || !objects_in(c, &w))
		return false;
	s = philox1_new(&g);
	for (int64_t i = 0; !found && i < w.attempts; i++) {
		float aspect = philox1_float(&s) * (w.aspect[1] - w.aspect[0]) + w.aspect[0];

		if (i % 1024 == 1023 && !c->world->go_on(c->world_ctx, c->err))
			return false;
		found = crop_make(&w, aspect, &s, &crop) && covers(&crop, &w);
	}
	if (!found)
		crop = (struct rect){0, 0, w.width, w.height};
	return crop_put(c, &w, &crop);
}

/* ---- RandomCrop ---- */

static bool run_crop(struct op_ctx *c)
{
	const struct tensor *x = c->in[0], *size = c->in[1];
	int64_t dim[3], top = 0, left = 0, row;
	struct tensor *out;
	struct philox1 s;
	struct philox g;
	size_t e = dtype_info(x->dtype)->size;

	if (x->rank != 3)
		return op_invalid(c, "input must be 3-dimensional%s", op_in_shape(c, 0));
	if (size->rank != 1)
		return op_invalid(c, "shape_t must be 1-dimensional%s", op_in_shape(c, 1));
	if (size->n != 2)
		return op_invalid(c, "shape_t must have two elements%s", op_in_shape(c, 1));
	for (int i = 0; i < 2; i++)
		if ((dim[i] = (int32_t)tensor_get_i64(size, i)) < 0)
			return op_invalid(c, "Expected a non-negative size, got %lld",
					  (long long)dim[i]);
	dim[2] = x->dim[2];
	if (x->dim[1] < dim[1])
		return op_fail(c, ERR_FAILED_PRECONDITION,
			       "width must be >= target_width: width = %lld, target_width = "
			       "%lld",
			       (long long)x->dim[1], (long long)dim[1]);
	if (x->dim[0] < dim[0])
		return op_fail(c, ERR_FAILED_PRECONDITION,
			       "height must be >= target_height: height = %lld, "
			       "target_height = %lld",
			       (long long)x->dim[0], (long long)dim[0]);
	out = op_out(c, 0, x->dtype, 3, dim);
	if (!out || !random_reserve_exact(c, 2, &g))
		return false;
	s = philox1_new(&g);
	if (x->dim[1] > dim[1])
		left = philox1_next(&s) % (uint32_t)(x->dim[1] - dim[1] + 1);
	if (x->dim[0] > dim[0])
		top = philox1_next(&s) % (uint32_t)(x->dim[0] - dim[0] + 1);
	row = dim[1] * dim[2];
	for (int64_t y = 0; out->n && y < dim[0]; y++)
		memcpy((char *)out->data + (size_t)(y * row) * e,
		       (const char *)x->data +
			       (size_t)(((y + top) * x->dim[1] + left) * dim[2]) * e,
		       (size_t)row * e);
	return true;
}

#define BOXES(what, in, ...)                                                                       \
	{                                                                                          \
		.name = what, .n_in = in, .n_out = 3, .types = {{"T", DM_SIZES}, __VA_ARGS__},     \
		.run = run_boxes
#define DM_SIZES                                                                                   \
	(DM_INDEX | DM(DT_UINT8) | DM(DT_INT8) | DM(DT_INT16) | DM(DT_UINT16) | DM(DT_UINT32) |    \
	 DM(DT_UINT64))

static const struct op_row rows[] = {BOXES("SampleDistortedBoundingBox", 2),
				     .flags = OP_RANDOM | OP_STATEFUL},
			   BOXES("SampleDistortedBoundingBoxV2", 3),
			   .flags = OP_RANDOM | OP_STATEFUL
}
, BOXES("StatelessSampleDistortedBoundingBox", 4, {"Tseed", DM_INDEX})
}
,
	{.name = "RandomCrop",
	 .n_in = 2,
	 .n_out = 1,
	 .types = {{"T", DM_REAL}},
	 .flags = OP_RANDOM | OP_STATEFUL,
	 .run = run_crop},
}
;

OP_FAMILY(family_distort, rows);
