/*
 * array[index], as numpy: whole numbers, slices, None, "...", and arrays of whole numbers or bools. Each
 * dim of the source becomes a basic one (start, step, length) or an advanced one (a list of indices); the
 * lists are broadcast together and stand where the first of them stood (in front when they are apart).
 */
#include "expr/eval.h"

enum { MAX_PARTS = 64 };

struct dim {
	int64_t start, step, n;		/* basic */
	struct tensor *list;		/* advanced: int64, not negative */
	bool gone;			/* a whole number: no dim of the result */
	bool fresh;			/* None: a dim without a source */
	int source;
};

struct plan {
	struct dim d[MAX_PARTS];
	int n;
	int list_rank;
	int64_t list_dim[SHAPE_MAX_RANK];
};

static void plan_free(struct plan *p)
{
	for (int i = 0; i < p->n; i++)
		tensor_unref(p->d[i].list);
}

static bool bound(struct ev *e, const struct val *v, int64_t n, int64_t least, int64_t most,
		  int64_t none, int64_t *out)
{
	if (!ev_given(v)) {
		*out = none;
		return true;
	}
	if (!ev_int(e, v, out))
		return false;
	if (*out < 0)
		*out = *out < -n ? -1 : *out + n;
	*out = *out < least ? least : *out > most ? most : *out;
	return true;
}

static bool slice_dim(struct ev *e, const struct val *s, int64_t n, struct dim *d)
{
	int64_t stop;

	d->step = 1;
	if (ev_given(s->item[2]) && !ev_int(e, s->item[2], &d->step))
		return false;
	if (d->step == 0)
		return ev_fail(e, "slice step cannot be zero") != NULL;
	if (d->step == INT64_MIN)
		d->step++;
	if (d->step > 0) {
		if (!bound(e, s->item[0], n, 0, n, 0, &d->start) ||
		    !bound(e, s->item[1], n, 0, n, n, &stop))
			return false;
		d->n = stop > d->start ? (stop - d->start - 1) / d->step + 1 : 0;
	} else {
		if (!bound(e, s->item[0], n, -1, n - 1, n - 1, &d->start) ||
		    !bound(e, s->item[1], n, -1, n - 1, -1, &stop))
			return false;
		d->n = d->start > stop ? (d->start - stop - 1) / -d->step + 1 : 0;
	}
	return true;
}

static bool out_of_bounds(struct ev *e, int64_t i, int axis, int64_t n)
{
	return ev_fail(e, "index %lld is out of bounds for axis %d with size %lld", (long long)i, axis,
		       (long long)n) != NULL;
}

static struct dim *add(struct ev *e, struct plan *p, int source)
{
	if (p->n == MAX_PARTS) {
		ev_fail(e, "too many indices");
		return NULL;
	}
	p->d[p->n] = (struct dim){ .source = source, .step = 1 };
	return &p->d[p->n++];
}

/* A list of indices for one dim. */
static bool list_dim(struct ev *e, struct plan *p, const struct tensor *src, int axis, struct tensor *ix)
{
	struct tensor *list = numpy_cast(ix, DT_INT64, e->err);
	struct dim *d = list ? add(e, p, axis) : NULL;
	int64_t n = src->dim[axis];

	if (!d) {
		tensor_unref(list);
		return false;
	}
	d->list = list;
	for (int64_t i = 0; i < list->n; i++) {
		int64_t *at = (int64_t *)list->data + i;

		if (*at < -n || *at >= n)
			return out_of_bounds(e, *at, axis, n);
		*at += *at < 0 ? n : 0;
	}
	return true;
}

/* A mask: as many lists as it has dims, of where it is true. */
static bool mask_dims(struct ev *e, struct plan *p, const struct tensor *src, int axis,
		      const struct tensor *mask)
{
	int64_t count = 0, at = 0, stride = 1;

	for (int d = 0; d < mask->rank; d++)
		if (mask->dim[d] != src->dim[axis + d])
			return ev_fail(e, "boolean index did not match indexed array along dimension %d; "
				       "dimension is %lld but corresponding boolean dimension is %lld", axis + d,
				       (long long)src->dim[axis + d], (long long)mask->dim[d]) != NULL;
	for (int64_t i = 0; i < mask->n; i++)
		count += ((const uint8_t *)mask->data)[i] != 0;
	for (int d = mask->rank - 1; d >= 0; d--) {
		struct tensor *list = tensor_new(DT_INT64, 1, &count, e->err);

		at = 0;
		for (int64_t i = 0; list && i < mask->n; i++)
			if (((const uint8_t *)mask->data)[i])
				((int64_t *)list->data)[at++] = i / stride % mask->dim[d];
		stride *= mask->dim[d];
		if (!list || !list_dim(e, p, src, axis + d, list)) {
			tensor_unref(list);
			return false;
		}
		tensor_unref(list);
	}
	return true;
}

static bool array_part(struct ev *e, struct plan *p, const struct tensor *src, int *axis, struct val *v)
{
	struct tensor *ix = ev_tensor(e, v);
	bool ok = false;
	int takes = ix && ix->dtype == DT_BOOL ? ix->rank : 1;

	if (ix && !ix->n && ix->dtype == DT_DOUBLE) {		/* [] */
		struct tensor *empty = numpy_cast(ix, DT_INT64, e->err);

		tensor_unref(ix);
		ix = empty;
	}
	if (!ix)
		return false;
	if (!dtype_integral(ix->dtype) || (ix->dtype == DT_BOOL && !ix->rank))
		ev_fail(e, "only integers, slices, ellipsis, None and integer or boolean arrays are valid "
			   "indices");
	else if (*axis + takes > src->rank)
		ev_fail(e, "too many indices for array: array is %d-dimensional", src->rank);
	else
		ok = ix->dtype == DT_BOOL ? mask_dims(e, p, src, *axis, ix) :
					    list_dim(e, p, src, *axis, ix);
	tensor_unref(ix);
	*axis += takes;
	return ok;
}

static bool all_of(struct ev *e, struct plan *p, const struct tensor *src, int axis)
{
	struct dim *d = add(e, p, axis);

	if (d)
		d->n = src->dim[axis];
	return d != NULL;
}

static bool whole_part(struct ev *e, struct plan *p, const struct tensor *src, int axis, const struct val *v)
{
	struct dim *d = add(e, p, axis);
	int64_t n = src->dim[axis], i;

	if (!d || !ev_int(e, v, &i))
		return false;
	if (i < -n || i >= n)
		return out_of_bounds(e, i, axis, n);
	d->start = i < 0 ? i + n : i;
	d->n = 1;
	d->gone = true;
	return true;
}

/* How many dims of the source a part uses. */
static int uses(const struct val *v)
{
	if (v->kind == VAL_NONE || v->kind == VAL_ELLIPSIS)
		return 0;
	return v->kind == VAL_ARRAY && v->t->dtype == DT_BOOL ? v->t->rank : 1;
}

static bool part(struct ev *e, struct plan *p, const struct tensor *src, int *axis, struct val *v)
{
	struct dim *d;

	if (v->kind == VAL_NONE) {
		d = add(e, p, -1);
		if (d) {
			d->fresh = true;
			d->n = 1;
		}
		return d != NULL;
	}
	if (val_is_seq(v) || (v->kind == VAL_ARRAY && (v->t->rank || v->t->dtype == DT_BOOL)))
		return array_part(e, p, src, axis, v);
	if (*axis >= src->rank)
		return ev_fail(e, "too many indices for array: array is %d-dimensional", src->rank) != NULL;
	if (v->kind == VAL_SLICE) {
		d = add(e, p, *axis);
		return d && slice_dim(e, v, src->dim[(*axis)++], d);
	}
	if (v->kind != VAL_INT && v->kind != VAL_ARRAY)
		return ev_fail(e, "only integers, slices, ellipsis, None and integer or boolean arrays are "
				  "valid indices") != NULL;
	return whole_part(e, p, src, (*axis)++, v);
}

static bool plan_make(struct ev *e, struct plan *p, const struct tensor *src, struct val **parts, size_t n)
{
	int used = 0, axis = 0;
	bool dots = false;

	for (size_t i = 0; i < n; i++)
		used += uses(parts[i]);
	for (size_t i = 0; i < n; i++) {
		if (parts[i]->kind != VAL_ELLIPSIS) {
			if (!part(e, p, src, &axis, parts[i]))
				return false;
			continue;
		}
		if (dots)
			return ev_fail(e, "an index can only have a single ellipsis ('...')") != NULL;
		dots = true;
		for (int k = src->rank - used; k > 0; k--)
			if (!all_of(e, p, src, axis++))
				return false;
	}
	while (axis < src->rank)
		if (!all_of(e, p, src, axis++))
			return false;
	return true;
}

/* Where the dims of the lists stand among p->d: at the first of them, in front when something else is
 * between them; -1: there are no lists. Beside lists a whole number counts as one. */
static int lists_place(const struct plan *p)
{
	int first = -1, last = -1;
	bool any = false;

	for (int i = 0; i < p->n; i++) {
		any |= p->d[i].list != NULL;
		if (!p->d[i].list && !p->d[i].gone)
			continue;
		first = first < 0 ? i : first;
		last = i;
	}
	for (int i = first; any && i <= last; i++)
		if (!p->d[i].list && !p->d[i].gone)
			return 0;
	return any ? first : -1;
}

/* The common shape of the lists. */
static bool lists_shape(struct ev *e, struct plan *p)
{
	for (int i = 0; i < p->n; i++)
		if (p->d[i].list && p->d[i].list->rank > p->list_rank)
			p->list_rank = p->d[i].list->rank;
	for (int d = 0; d < p->list_rank; d++)
		p->list_dim[d] = 1;
	for (int i = 0; i < p->n; i++) {
		const struct tensor *l = p->d[i].list;

		for (int d = 0; l && d < l->rank; d++) {
			int64_t *to = &p->list_dim[d + p->list_rank - l->rank];

			if (l->dim[d] != 1 && *to != 1 && *to != l->dim[d])
				return ev_fail(e, "shape mismatch: indexing arrays could not be broadcast "
						  "together") != NULL;
			*to = l->dim[d] != 1 ? l->dim[d] : *to;
		}
	}
	return true;
}

static int64_t list_item(const struct plan *p, const struct tensor *l, const int64_t *at)
{
	int64_t k = 0;

	for (int d = 0; d < l->rank; d++)
		k = k * l->dim[d] + (l->dim[d] == 1 ? 0 : at[d + p->list_rank - l->rank]);
	return ((const int64_t *)l->data)[k];
}

/* A list's or a dict's item. */
static struct val *py_index(struct ev *e, const struct val *of, const struct val *index)
{
	int64_t i;

	if (val_is_seq(of)) {
		if (!ev_int(e, index, &i))
			return NULL;
		i += i < 0 ? (int64_t)of->n : 0;
		return i >= 0 && i < (int64_t)of->n ? of->item[i] : ev_fail(e, "list index out of range");
	}
	if (of->kind == VAL_DICT && index->kind == VAL_STR && val_get(of, index->s))
		return val_get(of, index->s);
	return ev_fail(e, "a %s has no such item", val_type_name(of));
}

struct result {
	int rank, list_at;			/* list_at: where the lists' dims begin */
	int64_t dim[SHAPE_MAX_RANK];
	int own[MAX_PARTS];			/* the result's dim of each part */
};

static bool result_shape(struct ev *e, const struct plan *p, struct result *r)
{
	int where = lists_place(p);

	if (p->n + p->list_rank >= SHAPE_MAX_RANK)
		return ev_fail(e, "too many dimensions") != NULL;
	for (int k = 0; k < p->n; k++) {
		if (k == where) {
			r->list_at = r->rank;
			for (int d = 0; d < p->list_rank; d++)
				r->dim[r->rank++] = p->list_dim[d];
		}
		r->own[k] = r->rank;
		if (!p->d[k].list && !p->d[k].gone)
			r->dim[r->rank++] = p->d[k].n;
	}
	return true;
}

static int64_t source_of(const struct plan *p, const struct result *r, const int64_t *stride,
			 const int64_t *at)
{
	int64_t from = 0;

	for (int j = 0; j < p->n; j++) {
		const struct dim *d = &p->d[j];

		if (d->list)
			from += stride[d->source] * list_item(p, d->list, at + r->list_at);
		else if (!d->fresh)
			from += stride[d->source] * (d->start + (d->gone ? 0 : at[r->own[j]] * d->step));
	}
	return from;
}

static struct tensor *take(struct ev *e, const struct tensor *src, const struct plan *p, const struct result *r)
{
	int64_t at[SHAPE_MAX_RANK] = { 0 }, stride[SHAPE_MAX_RANK] = { 1 };
	struct tensor *out = tensor_new(src->dtype, r->rank, r->dim, e->err);

	if (src->rank)
		stride[src->rank - 1] = 1;
	for (int d = src->rank - 2; d >= 0; d--)
		stride[d] = stride[d + 1] * src->dim[d + 1];
	for (int64_t k = 0; out && k < out->n; k++) {
		if (!ev_copy(e, out, k, src, source_of(p, r, stride, at))) {
			tensor_unref(out);
			return NULL;
		}
		for (int d = r->rank - 1; d >= 0 && ++at[d] == r->dim[d]; d--)
			at[d] = 0;
	}
	return out;
}

struct val *ev_index(struct ev *e, struct val *of, struct val *index)
{
	struct val *one[1] = { index };
	bool tuple = index->kind == VAL_TUPLE, scalar = true;
	struct plan p = { .n = 0 };
	struct result r = { 0 };
	struct tensor *out = NULL;

	if (of->kind != VAL_ARRAY)
		return py_index(e, of, index);
	if (plan_make(e, &p, of->t, tuple ? index->item : one, tuple ? index->n : 1) && lists_shape(e, &p) &&
	    result_shape(e, &p, &r))
		out = take(e, of->t, &p, &r);
	for (int k = 0; k < p.n; k++)
		scalar &= p.d[k].gone;
	plan_free(&p);
	return val_array(e->vs, out, scalar && p.n, e->err);
}
