/*
 * Non-maximum suppression. Candidates come from a heap, best score first; each is kept unless it overlaps
 * one kept before too much. Soft suppression lowers the score instead and puts the candidate back. Half
 * scores are rounded after every step, as TensorFlow's are.
 */
#include <math.h>
#include <float.h>
#include <stdlib.h>
#include <string.h>

#include "ops/image.h"

struct candidate {
	int64_t box, begin;		/* begin: kept boxes before it have been compared */
	float score;
};

/* ---- the heap ---- */

static bool before(const struct candidate *a, const struct candidate *b)
{
	return a->score > b->score || (a->score == b->score && a->box < b->box);
}

static void swap(struct candidate *a, struct candidate *b)
{
	struct candidate t = *a;

	*a = *b;
	*b = t;
}

static void heap_push(struct candidate *h, int64_t *n, struct candidate x)
{
	int64_t i = (*n)++;

	h[i] = x;
	for (; i && before(&h[i], &h[(i - 1) / 2]); i = (i - 1) / 2)
		swap(&h[i], &h[(i - 1) / 2]);
}

static struct candidate heap_pop(struct candidate *h, int64_t *n)
{
	struct candidate top = h[0];
	int64_t i = 0;

	h[0] = h[--*n];
	for (;;) {
		int64_t best = i;

		for (int64_t k = 2 * i + 1; k <= 2 * i + 2 && k < *n; k++)
			if (before(&h[k], &h[best]))
				best = k;
		if (best == i)
			return top;
		swap(&h[i], &h[best]);
		i = best;
	}
}

/* ---- overlap ---- */

static float min(float a, float b)
{
	return b < a ? b : a;
}

static float max(float a, float b)
{
	return a < b ? b : a;
}

static float overlap(const float *a, const float *b)
{
	float ay0 = min(a[0], a[2]), ay1 = max(a[0], a[2]), ax0 = min(a[1], a[3]), ax1 = max(a[1], a[3]);
	float by0 = min(b[0], b[2]), by1 = max(b[0], b[2]), bx0 = min(b[1], b[3]), bx1 = max(b[1], b[3]);
	float area_a = (ay1 - ay0) * (ax1 - ax0), area_b = (by1 - by0) * (bx1 - bx0), both;

	if (area_a <= 0 || area_b <= 0)
		return 0;
	both = max(min(ay1, by1) - max(ay0, by0), 0) * max(min(ax1, bx1) - max(ax0, bx0), 0);
	return both / (area_a + area_b - both);
}

struct nms {
	enum dtype t;
	int64_t n, limit;		/* boxes; how many to keep at most */
	const float *boxes, *scores, *overlaps;
	float threshold, score_min, sigma;
	struct candidate *heap;
	int64_t n_heap, *kept, n_kept;
	float *kept_score;
};

static float rounded(const struct nms *s, float v)
{
	return s->t == DT_HALF ? half_to_float(half_of_float(v)) : v;
}

static float similarity(const struct nms *s, int64_t i, int64_t j)
{
	return rounded(s, s->overlaps ? s->overlaps[i * s->n + j] : overlap(s->boxes + 4 * i, s->boxes + 4 * j));
}

/* Compares a candidate with those kept since it was last looked at; true: it is gone for good. */
static bool suppressed(const struct nms *s, struct candidate *x)
{
	bool soft = s->sigma > 0;
	float scale = soft ? rounded(s, -0.5f / s->sigma) : 0;

	for (int64_t j = s->n_kept - 1; j >= x->begin; j--) {
		float sim = similarity(s, x->box, s->kept[j]);
		float weight = rounded(s, expf(rounded(s, rounded(s, scale * sim) * sim)));

		if (!soft && sim > s->threshold)
			return true;
		x->score = rounded(s, x->score * (soft || sim <= s->threshold ? weight : 0));
		if (x->score <= s->score_min)
			break;
	}
	x->begin = s->n_kept;
	return false;
}

static bool select_boxes(struct op_ctx *c, struct nms *s)
{
	for (int64_t i = 0; i < s->n; i++)
		if (s->scores[i] > s->score_min)
			heap_push(s->heap, &s->n_heap, (struct candidate){ i, 0, s->scores[i] });
	for (uint32_t step = 1; s->n_kept < s->limit && s->n_heap; step++) {
		struct candidate x = heap_pop(s->heap, &s->n_heap);
		float score = x.score;

		if (step % 1024 == 0 && !c->world->go_on(c->world_ctx, c->err))
			return false;
		if (suppressed(s, &x))
			continue;
		if (x.score == score) {
			s->kept_score[s->n_kept] = score;
			s->kept[s->n_kept++] = x.box;
		} else if (x.score > s->score_min) {
			heap_push(s->heap, &s->n_heap, x);
		}
	}
	return true;
}

static bool room(struct op_ctx *c, struct nms *s)
{
	s->heap = op_temp(c, (size_t)s->n * sizeof(*s->heap));
	s->kept = op_temp(c, (size_t)s->n * sizeof(*s->kept));
	s->kept_score = op_temp(c, (size_t)s->n * sizeof(*s->kept_score));
	return s->heap && s->kept && s->kept_score;
}

/* ---- the ops V1 to V5 ---- */

static bool check_scalar(struct op_ctx *c, int i, const char *name)
{
	if (c->in[i]->rank == 0)
		return true;
	if (!strcmp(c->row->name, "NonMaxSuppressionV3") && i < 4)
		return op_invalid(c, "%s must be 0-D, got shape %s (Shape must be rank 0 but is rank %d)", name,
				  op_in_shape(c, i), c->in[i]->rank);
	return op_invalid(c, "%s must be 0-D, got shape %s", name, op_in_shape(c, i));
}

static bool check_boxes(struct op_ctx *c, struct nms *s)
{
	const struct tensor *b = c->in[0];

	if (b->rank != 2)
		return op_invalid(c, "boxes must be 2-D%s (Shape must be rank 2 but is rank %d)", op_in_shape(c, 0),
				  b->rank);
	if (b->dim[1] != 4)
		return op_invalid(c, "boxes must have 4 columns (Dimension must be 4 but is %lld)",
				  (long long)b->dim[1]);
	s->n = b->dim[0];
	return true;
}

static bool check_overlaps(struct op_ctx *c, struct nms *s)
{
	const struct tensor *b = c->in[0];

	if (b->rank != 2)
		return op_invalid(c, "overlaps must be 2-D%s", op_in_shape(c, 0));
	if (b->dim[1] != b->dim[0])
		return op_invalid(c, "overlaps must be square%s", op_in_shape(c, 0));
	s->n = b->dim[0];
	return true;
}

static bool check_scores(struct op_ctx *c, const struct nms *s)
{
	if (c->in[1]->rank != 1)
		return op_invalid(c, "scores must be 1-D%s (Shape must be rank 1 but is rank %d)", op_in_shape(c, 1),
				  c->in[1]->rank);
	if (c->in[1]->n != s->n)
		return op_invalid(c, "scores has incompatible shape (Dimensions must be equal, but are %lld and %lld)",
				  (long long)s->n, (long long)c->in[1]->n);
	return true;
}

/* Thresholds: inputs from 3 on, or the attr of the first version. */
static bool thresholds(struct op_ctx *c, struct nms *s)
{
	static const char *const name[] = { "iou_threshold", "score_threshold", "soft_nms_sigma" };
	bool plain = s->overlaps != NULL;
	float *to[] = { &s->threshold, &s->score_min, &s->sigma };

	if (!check_scalar(c, 2, "max_output_size"))
		return false;
	s->threshold = 0.5f;
	node_attr_float(c->node, "iou_threshold", &s->threshold);
	for (int i = 3; i < c->n_in; i++) {
		if (!check_scalar(c, i, plain && i == 3 ? "overlap_threshold" : name[i - 3]))
			return false;
		*to[i - 3] = (float)tensor_get_f64(c->in[i], 0);
		if (i == 3 && !plain && !(s->threshold >= 0 && s->threshold <= 1))
			return op_invalid(c, "iou_threshold must be in [0, 1]");
		if (i == 5 && !(s->sigma >= 0))
			return op_invalid(c, "soft_nms_sigma_val must be >= 0");
	}
	if (!plain && !(s->threshold >= 0 && s->threshold <= 1))
		return op_invalid(c, "iou_threshold must be in [0, 1]");
	return true;
}

static struct tensor *outputs(struct op_ctx *c, const struct nms *s, bool scores, bool pad)
{
	int64_t n = pad ? s->limit : s->n_kept;
	struct tensor *out = op_out(c, 0, DT_INT32, 1, &n), *sc;

	if (!out)
		return NULL;
	memset(out->data, 0, out->bytes);
	for (int64_t i = 0; i < s->n_kept; i++)
		((int32_t *)out->data)[i] = (int32_t)s->kept[i];
	if (!scores)
		return out;
	if (!(sc = op_out(c, 1, s->t, 1, &n)))
		return NULL;
	memset(sc->data, 0, sc->bytes);
	if (s->t == DT_FLOAT && s->n_kept)
		memcpy(sc->data, s->kept_score, (size_t)s->n_kept * sizeof(float));
	else if (s->n_kept)
		low_of_float(s->t, sc->data, s->kept_score, s->n_kept);
	return out;
}

static bool run_nms(struct op_ctx *c)
{
	static const float dummy;
	struct nms s = { .t = c->in[0]->dtype, .score_min = -FLT_MAX };
	char version = c->row->name[strlen(c->row->name) - 1];
	bool scores = version == '5', pad = false;
	struct tensor *valid;

	if (strstr(c->row->name, "Overlaps"))
		s.overlaps = &dummy;
	if (s.t == DT_HALF)
		s.score_min = -65504;
	node_attr_bool(c->node, "pad_to_max_output_size", &pad);
	if (!thresholds(c, &s) || !(s.overlaps ? check_overlaps(c, &s) : check_boxes(c, &s)) || !check_scores(c, &s))
		return false;
	s.limit = tensor_get_i64(c->in[2], 0);
	if (s.limit < 0)
		return op_invalid(c, "output size must be non-negative");
	s.boxes = image_float(c, 0);
	s.scores = image_float(c, 1);
	if (s.overlaps)
		s.overlaps = s.boxes;
	if (!s.boxes || !s.scores || !room(c, &s) || !select_boxes(c, &s) || !outputs(c, &s, scores, pad))
		return false;
	if (version < '4' || version > '5')
		return true;
	valid = op_out(c, scores ? 2 : 1, DT_INT32, 0, NULL);
	if (valid)
		*(int32_t *)valid->data = (int32_t)s.n_kept;
	return valid != NULL;
}

/* ---- CombinedNonMaxSuppression: every class of every image, then the best of each image ---- */

struct pick {
	float score, box[4];
	int64_t cls, order;
};

static int by_score(const void *pa, const void *pb)
{
	const struct pick *a = pa, *b = pb;

	if (a->score != b->score)
		return a->score > b->score ? -1 : 1;
	return a->order < b->order ? -1 : a->order > b->order;
}

struct combined {
	int64_t batch, n, q, classes, per_class, per_image, max_total;
	float iou, score_min;
	bool pad, clip;
	const float *boxes, *scores;
	struct pick *pick;		/* of one image */
	int64_t n_pick;
};

static bool one_class(struct op_ctx *c, struct combined *k, struct nms *s, int64_t image, int64_t cls)
{
	const float *boxes = k->boxes + image * k->n * k->q * 4 + (k->q > 1 ? cls : 0) * 4;
	float *sc = (float *)(uintptr_t)s->scores, *bx = (float *)(uintptr_t)s->boxes;

	s->n_heap = s->n_kept = 0;
	for (int64_t i = 0; i < k->n; i++) {
		sc[i] = k->scores[(image * k->n + i) * k->classes + cls];
		memcpy(bx + 4 * i, boxes + i * k->q * 4, 4 * sizeof(*bx));
	}
	if (!select_boxes(c, s))
		return false;
	for (int64_t i = 0; i < s->n_kept; i++) {
		struct pick p = { .score = s->kept_score[i], .cls = cls, .order = k->n_pick };

		memcpy(p.box, bx + 4 * s->kept[i], sizeof(p.box));
		k->pick[k->n_pick++] = p;
	}
	return true;
}

static void put_image(const struct combined *k, struct tensor *const *out, int64_t image)
{
	int64_t most = k->pad ? k->max_total < k->per_image ? k->max_total : k->per_image : k->per_image;
	int64_t n = k->n_pick < most ? k->n_pick : most;

	for (int64_t i = 0; i < n; i++) {
		const struct pick *p = &k->pick[i];
		int64_t at = image * out[1]->dim[1] + i;

		for (int j = 0; j < 4; j++)
			((float *)out[0]->data)[4 * at + j] = k->clip ? max(min(p->box[j], 1), 0) : p->box[j];
		((float *)out[1]->data)[at] = p->score;
		((float *)out[2]->data)[at] = (float)p->cls;
	}
	((int32_t *)out[3]->data)[image] = (int32_t)n;
}

static bool combined_checks(struct op_ctx *c, struct combined *k)
{
	static const char *const name[] = { "", "", "max_size_per_class", "max_total_size", "iou_threshold",
					    "score_threshold" };
	const struct tensor *b = c->in[0], *s = c->in[1];

	for (int i = 2; i < 6; i++)
		if (c->in[i]->rank != 0)
			return op_invalid(c, "%s must be 0-D, got shape %s", name[i], op_in_shape(c, i));
	k->per_class = tensor_get_i64(c->in[2], 0);
	k->per_image = tensor_get_i64(c->in[3], 0);
	k->iou = (float)tensor_get_f64(c->in[4], 0);
	k->score_min = (float)tensor_get_f64(c->in[5], 0);
	if (k->per_class <= 0)
		return op_invalid(c, "max_size_per_class must be positive");
	if (k->per_image <= 0)
		return op_invalid(c, "max_total_size must be > 0");
	if (!(k->iou >= 0 && k->iou <= 1))
		return op_invalid(c, "iou_threshold must be in [0, 1]");
	if (b->rank && s->rank && b->dim[0] != s->dim[0])
		return op_invalid(c, "boxes and scores must have same batch size");
	if (b->rank != 4)
		return op_invalid(c, "boxes must be 4-D%s", op_in_shape(c, 0));
	if (s->rank != 3)
		return op_invalid(c, "scores must be 3-D%s", op_in_shape(c, 1));
	k->batch = b->dim[0], k->n = b->dim[1], k->q = b->dim[2], k->classes = s->dim[2];
	if (k->q != 1 && k->q != k->classes)
		return op_invalid(c, "third dimension of boxes must be either 1 or num classes");
	if (b->dim[3] != 4)
		return op_invalid(c, "boxes must have 4 columns");
	if (s->dim[0] != k->batch || s->dim[1] != k->n)
		return op_invalid(c, "scores has incompatible shape");
	return true;
}

static bool combined_outputs(struct op_ctx *c, struct combined *k)
{
	int64_t width = k->per_image;

	if (__builtin_mul_overflow(k->per_class, k->classes, &k->max_total) || k->max_total > INT32_MAX)
		k->max_total = INT32_MAX;
	if (k->pad && k->max_total < width)
		width = k->max_total;
	for (int i = 0; i < 4; i++) {
		struct tensor *t = op_out(c, i, i == 3 ? DT_INT32 : DT_FLOAT, i == 0 ? 3 : i == 3 ? 1 : 2,
					  (int64_t[]){ k->batch, width, 4 });

		if (!t)
			return false;
		memset(t->data, 0, t->bytes);
	}
	return true;
}

static bool run_combined(struct op_ctx *c)
{
	struct combined k = { .clip = true };
	struct nms s = { .t = DT_FLOAT };
	int64_t most;
	size_t bytes;

	node_attr_bool(c->node, "pad_per_class", &k.pad);
	node_attr_bool(c->node, "clip_boxes", &k.clip);
	if (!combined_checks(c, &k) || !combined_outputs(c, &k))
		return false;
	s.n = k.n;
	s.limit = k.per_class < k.n ? k.per_class : k.n;
	s.threshold = k.iou;
	s.score_min = k.score_min;
	if (__builtin_mul_overflow(s.limit, k.classes, &most) || !size_mul((size_t)most, sizeof(*k.pick), &bytes) ||
	    most > INT32_MAX)
		return op_invalid(c, "size_per_class * num_classes causes overflow");
	k.boxes = c->in[0]->data;
	k.scores = c->in[1]->data;
	k.pick = op_temp(c, bytes);
	s.boxes = op_temp(c, (size_t)k.n * 4 * sizeof(float));
	s.scores = op_temp(c, (size_t)k.n * sizeof(float));
	if (!k.pick || !s.boxes || !s.scores || !room(c, &s))
		return false;
	for (int64_t i = 0; i < k.batch; i++) {
		k.n_pick = 0;
		for (int64_t cls = 0; cls < k.classes; cls++)
			if (!one_class(c, &k, &s, i, cls))
				return false;
		if (k.n_pick)
			qsort(k.pick, (size_t)k.n_pick, sizeof(*k.pick), by_score);
		put_image(&k, c->out, i);
	}
	return true;
}

#define DM_NMS (DM(DT_FLOAT) | DM(DT_HALF))
static const struct op_row rows[] = {
	{ .name = "CombinedNonMaxSuppression", .n_in = 6, .n_out = 4, .run = run_combined },
	{ .name = "NonMaxSuppression", .n_in = 3, .n_out = 1, .run = run_nms },
	{ .name = "NonMaxSuppressionV2", .n_in = 4, .n_out = 1, .types = { { "T", DM_NMS } }, .run = run_nms },
	{ .name = "NonMaxSuppressionV3", .n_in = 5, .n_out = 1, .types = { { "T", DM_NMS } }, .run = run_nms },
	{ .name = "NonMaxSuppressionV4", .n_in = 5, .n_out = 2, .types = { { "T", DM_NMS } }, .run = run_nms },
	{ .name = "NonMaxSuppressionV5", .n_in = 6, .n_out = 3, .types = { { "T", DM_NMS } }, .run = run_nms },
	{ .name = "NonMaxSuppressionWithOverlaps", .n_in = 5, .n_out = 1, .run = run_nms },
};

OP_FAMILY(family_nms, rows);
