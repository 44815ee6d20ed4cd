/* numpy-style basic slicing; see slice.h. */
#include "tensor/slice.h"

#include <inttypes.h>
#include <string.h>

struct axis {
	bool index;			/* an index drops the axis */
	int64_t start, step, count;
};

struct parser {
	struct sv s;
	struct err *err;
};

static bool bad(struct parser *p, const char *why)
{
	return err_set(p->err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT, "slice %.*s: %s", SV_ARG(p->s), why);
}

/* An optional integer; *given tells. */
static bool integer(struct sv *s, int64_t *v, bool *given)
{
	bool minus = false;
	size_t i = 0;

	*v = 0;
	while (i < s->n && s->p[i] == ' ')
		i++;
	if (i < s->n && (s->p[i] == '-' || s->p[i] == '+'))
		minus = s->p[i++] == '-';
	*given = i < s->n && s->p[i] >= '0' && s->p[i] <= '9';
	for (; i < s->n && s->p[i] >= '0' && s->p[i] <= '9'; i++)
		if (__builtin_mul_overflow(*v, 10, v) || __builtin_add_overflow(*v, s->p[i] - '0', v))
			return false;
	if (minus) {
		if (!*given)
			return false;
		*v = -*v;
	}
	while (i < s->n && s->p[i] == ' ')
		i++;
	*s = sv_sub(*s, i, s->n);
	return true;
}

static int64_t clamp(int64_t v, int64_t lo, int64_t hi)
{
	return v < lo ? lo : v > hi ? hi : v;
}

/* One item between commas, for an axis of n elements, by Python's rules. */
static bool item(struct parser *p, struct sv s, int64_t n, struct axis *a)
{
	int64_t v[3] = { 0 };
	bool given[3] = { false };
	int parts = 0;

	for (;;) {
		if (parts == 3 || !integer(&s, &v[parts], &given[parts]))
			return bad(p, "not a number");
		parts++;
		if (!s.n)
			break;
		if (s.p[0] != ':')
			return bad(p, "only numbers, ':', ',' and '...' may stand here");
		s = sv_sub(s, 1, s.n);
	}
	if (parts == 1) {
		if (!given[0])
			return bad(p, "an index is missing");
		a->index = true;
		a->start = v[0] < 0 ? v[0] + n : v[0];
		a->step = a->count = 1;
		if (a->start >= 0 && a->start < n)
			return true;
		return err_set(p->err, ERR_KIND_USAGE, ERR_OUT_OF_RANGE,
			       "slice %.*s: index %" PRId64 " is out of bounds for an axis of size %" PRId64,
			       SV_ARG(p->s), v[0], n);
	}
	a->index = false;
	a->step = given[2] ? v[2] : 1;
	if (a->step == 0 || a->step == INT64_MIN)
		return bad(p, "a step must not be zero");
	if (a->step > 0) {
		int64_t end = given[1] ? clamp(v[1] < 0 ? v[1] + n : v[1], 0, n) : n;

		a->start = given[0] ? clamp(v[0] < 0 ? v[0] + n : v[0], 0, n) : 0;
		a->count = end > a->start ? (end - a->start - 1) / a->step + 1 : 0;
	} else {
		int64_t end = given[1] ? clamp(v[1] < 0 ? v[1] + n : v[1], -1, n - 1) : -1;

		a->start = given[0] ? clamp(v[0] < 0 ? v[0] + n : v[0], -1, n - 1) : n - 1;
		a->count = a->start > end ? (a->start - end - 1) / -a->step + 1 : 0;
	}
	return true;
}

static bool next_item(struct sv *rest, struct sv *one)
{
	long c;

	if (!rest->p)
		return false;
	c = sv_find(*rest, ',');
	*one = c < 0 ? *rest : sv_sub(*rest, 0, (size_t)c);
	*rest = c < 0 ? SV_NULL : sv_sub(*rest, (size_t)c + 1, rest->n);
	while (one->n && one->p[0] == ' ')
		*one = sv_sub(*one, 1, one->n);
	while (one->n && one->p[one->n - 1] == ' ')
		one->n--;
	return true;
}

static bool parse(struct parser *p, const struct tensor *t, struct axis *axes)
{
	struct sv body = p->s, rest, one;
	int items = 0, axis = 0;
	bool dots = false;

	if (body.n < 2 || body.p[0] != '[' || body.p[body.n - 1] != ']')
		return bad(p, "must stand in [ ]");
	body = sv_sub(body, 1, body.n - 1);
	for (rest = body; next_item(&rest, &one);)
		items += !sv_is(one, "...");
	for (rest = body; next_item(&rest, &one);) {
		if (sv_is(one, "...")) {
			if (dots)
				return bad(p, "only one '...' is possible");
			dots = true;
			for (int k = t->rank - items; k > 0 && axis < t->rank; k--, axis++)
				axes[axis] = (struct axis){ false, 0, 1, t->dim[axis] };
			continue;
		}
		if (axis == t->rank)
			return err_set(p->err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT,
				       "slice %.*s: too many indices: the tensor has %d dimensions",
				       SV_ARG(p->s), t->rank);
		if (!item(p, one, t->dim[axis], &axes[axis]))
			return false;
		axis++;
	}
	for (; axis < t->rank; axis++)
		axes[axis] = (struct axis){ false, 0, 1, t->dim[axis] };
	return true;
}

static bool copy(struct tensor *out, const struct tensor *t, const struct axis *axes, struct err *err)
{
	size_t size = dtype_info(t->dtype)->size;
	int64_t at[SHAPE_MAX_RANK] = { 0 }, stride[SHAPE_MAX_RANK], s = 1;
	enum dtype_kind kind = dtype_info(t->dtype)->kind;

	for (int d = t->rank - 1; d >= 0; d--) {
		stride[d] = s;
		s *= t->dim[d];
	}
	for (int64_t k = 0; k < out->n; k++) {
		int64_t from = 0;

		for (int d = 0; d < t->rank; d++)
			from += (axes[d].start + at[d] * axes[d].step) * stride[d];
		if (kind == DK_STRING) {
			if (!tensor_str_set(out, k, tensor_str(t, from), err))
				return false;
		} else if (kind == DK_OBJECT) {
			((struct object **)out->data)[k] = object_ref(((struct object **)t->data)[from]);
		} else {
			memcpy((char *)out->data + (size_t)k * size, (char *)t->data + (size_t)from * size, size);
		}
		for (int d = t->rank - 1; d >= 0 && ++at[d] == axes[d].count; d--)
			at[d] = 0;
	}
	return true;
}

struct tensor *slice_tensor(struct tensor *t, struct sv spec, struct err *err)
{
	struct parser p = { spec, err };
	struct axis axes[SHAPE_MAX_RANK];
	int64_t dim[SHAPE_MAX_RANK];
	struct tensor *out;
	int rank = 0;

	if (!spec.n)
		return tensor_ref(t);
	if (!parse(&p, t, axes))
		return NULL;
	for (int d = 0; d < t->rank; d++)
		if (!axes[d].index)
			dim[rank++] = axes[d].count;
	out = tensor_new(t->dtype, rank, dim, err);
	if (out && !copy(out, t, axes, err)) {
		tensor_unref(out);
		return NULL;
	}
	return out;
}
