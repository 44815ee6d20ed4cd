/* Functions that move elements: reshape, transpose, concatenate, tile ... All dtypes, strings too. */
#include "expr/eval.h"

static struct val *give_array(struct ev *e, struct tensor *t)
{
	return val_array(e->vs, t, false, e->err);
}

/* Shares nothing: values are immutable, and small. */
static struct tensor *reshaped(struct ev *e, struct tensor *t, int rank, int64_t *dim)
{
	int64_t known = 1;
	int open = -1;

	for (int d = 0; d < rank; d++) {
		if (dim[d] == -1 && open < 0)
			open = d;
		else if (dim[d] < 0 || __builtin_mul_overflow(known, dim[d], &known))
			return ev_fail(e, dim[d] < 0 ? "can only specify one unknown dimension" :
							"a shape that is too large"), NULL;
	}
	if (open >= 0)
		dim[open] = known ? t->n / known : 0;
	if (open >= 0 ? !known || t->n % known : known != t->n) {
		struct str s = STR_INIT;

		if (open >= 0)
			dim[open] = -1;
		str_addc(&s, '(');
		for (int d = 0; d < rank; d++)
			str_addf(&s, "%s%lld", d ? "," : "", (long long)dim[d]);
		str_addz(&s, rank == 1 ? ",)" : ")");
		ev_fail(e, "cannot reshape array of size %lld into shape %s", (long long)t->n, str_z(&s));
		str_free(&s);
		return NULL;
	}
	return tensor_view(t, t->dtype, rank, dim, e->err);
}

static struct val *fn_reshape(struct ev *e, struct val **a, const struct fn_row *row)
{
	struct tensor *t = ev_tensor(e, a[0]), *out = NULL;
	int64_t dim[SHAPE_MAX_RANK];
	int rank;

	(void)row;
	if (t && ev_shape(e, a[1], &rank, dim))
		out = reshaped(e, t, rank, dim);
	tensor_unref(t);
	return give_array(e, out);
}

static struct val *fn_ravel(struct ev *e, struct val **a, const struct fn_row *row)
{
	struct tensor *t = ev_tensor(e, a[0]), *out;

	(void)row;
	out = t ? reshaped(e, t, 1, (int64_t[]){ -1 * (t->n != 0) }) : NULL;
	tensor_unref(t);
	return give_array(e, out);
}

static struct val *fn_squeeze(struct ev *e, struct val **a, const struct fn_row *row)
{
	struct tensor *t = ev_tensor(e, a[0]), *out = NULL;
	bool axis[SHAPE_MAX_RANK] = { false };
	int64_t dim[SHAPE_MAX_RANK];
	int rank = 0;

	(void)row;
	if (!t || (ev_given(a[1]) && !ev_axes(e, a[1], t->rank, axis, "repeated axis")))
		goto done;
	for (int d = 0; d < t->rank; d++) {
		bool drop = ev_given(a[1]) ? axis[d] : t->dim[d] == 1;

		if (drop && t->dim[d] != 1) {
			ev_fail(e, "cannot select an axis to squeeze out which has size not equal to one");
			goto done;
		}
		if (!drop)
			dim[rank++] = t->dim[d];
	}
	out = reshaped(e, t, rank, dim);
done:
	tensor_unref(t);
	return give_array(e, out);
}

static struct val *fn_expand_dims(struct ev *e, struct val **a, const struct fn_row *row)
{
	struct tensor *t = ev_tensor(e, a[0]), *out = NULL;
	bool axis[SHAPE_MAX_RANK] = { false };
	int64_t dim[SHAPE_MAX_RANK], list[SHAPE_MAX_RANK];
	int n, k = 0;

	(void)row;
	if (t && ev_shape(e, a[1], &n, list) && t->rank + n <= 32 &&
	    ev_axes(e, a[1], t->rank + n, axis, "repeated axis")) {
		for (int d = 0; d < t->rank + n; d++)
			dim[d] = axis[d] ? 1 : t->dim[k++];
		out = reshaped(e, t, t->rank + n, dim);
	}
	tensor_unref(t);
	return give_array(e, out);
}

struct tensor *ev_transpose(struct ev *e, const struct tensor *t, const int *perm)
{
	int64_t dim[SHAPE_MAX_RANK], step[SHAPE_MAX_RANK], at[SHAPE_MAX_RANK] = { 0 }, from = 0, stride = 1;
	int64_t own[SHAPE_MAX_RANK];
	struct tensor *out;

	for (int d = t->rank - 1; d >= 0; d--) {
		own[d] = stride;
		stride *= t->dim[d];
	}
	for (int d = 0; d < t->rank; d++) {
		int s = perm ? perm[d] : t->rank - 1 - d;

		dim[d] = t->dim[s];
		step[d] = own[s];
	}
	out = tensor_new(t->dtype, t->rank, dim, e->err);
	for (int64_t i = 0; out && i < out->n; i++) {
		if (!ev_copy(e, out, i, t, from)) {
			tensor_unref(out);
			return NULL;
		}
		for (int d = t->rank - 1; d >= 0; d--) {
			from += step[d];
			if (++at[d] < dim[d])
				break;
			from -= step[d] * dim[d];
			at[d] = 0;
		}
	}
	return out;
}

static struct val *transposed(struct ev *e, struct tensor *t, const int *perm)
{
	struct tensor *out = t ? ev_transpose(e, t, perm) : NULL;

	tensor_unref(t);
	return give_array(e, out);
}

static struct val *fn_transpose(struct ev *e, struct val **a, const struct fn_row *row)
{
	struct tensor *t = ev_tensor(e, a[0]);
	int64_t list[SHAPE_MAX_RANK];
	bool seen[SHAPE_MAX_RANK] = { false };
	int perm[SHAPE_MAX_RANK], n;
	bool ok = t != NULL;

	(void)row;
	if (!t || !ev_given(a[1]))
		return transposed(e, t, NULL);
	ok = ev_shape(e, a[1], &n, list);
	if (ok && n != t->rank)
		ok = ev_fail(e, "axes don't match array") != NULL;
	for (int d = 0; ok && d < n; d++) {
		struct val one = { .kind = VAL_INT, .i = list[d] };

		ok = ev_axis(e, &one, n, &perm[d]);
		if (ok && seen[perm[d]])
			ok = ev_fail(e, "repeated axis in transpose") != NULL;
		if (ok)
			seen[perm[d]] = true;
	}
	if (ok)
		return transposed(e, t, perm);
	tensor_unref(t);
	return NULL;
}

/* op 0: swapaxes, 1: moveaxis */
static struct val *fn_swapaxes(struct ev *e, struct val **a, const struct fn_row *row)
{
	struct tensor *t = ev_tensor(e, a[0]);
	int perm[SHAPE_MAX_RANK], x, y, k = 0;

	if (!t || !ev_axis(e, a[1], t->rank, &x) || !ev_axis(e, a[2], t->rank, &y)) {
		tensor_unref(t);
		return NULL;
	}
	for (int d = 0; d < t->rank; d++)
		perm[d] = d;
	if (!row->op) {
		perm[x] = y;
		perm[y] = x;
	} else {
		for (int d = 0; d < t->rank; d++) {
			k += k == x;
			perm[d] = d == y ? x : k++;
		}
	}
	return transposed(e, t, perm);
}

/* ---- joining ---- */

enum { MAX_PIECES = 4096 };

struct pieces {
	struct tensor *t[MAX_PIECES];
	size_t n;
};

static void pieces_free(struct pieces *p)
{
	for (size_t i = 0; i < p->n; i++)
		tensor_unref(p->t[i]);
	free(p);
}

static struct pieces *pieces_of(struct ev *e, struct val *v)
{
	struct pieces *p = xcalloc(1, sizeof(*p));
	bool rows = v->kind == VAL_ARRAY && v->t->rank > 0;
	size_t n = rows ? (size_t)v->t->dim[0] : v->n;

	if ((!val_is_seq(v) && !rows) || !n || n > MAX_PIECES) {
		ev_fail(e, n > MAX_PIECES ? "too many arrays" : "need at least one array to concatenate");
		pieces_free(p);
		return NULL;
	}
	for (; p->n < n; p->n++) {
		struct val at = { .kind = VAL_INT, .i = (__int128)p->n };
		struct val *item = rows ? ev_index(e, v, &at) : v->item[p->n];

		p->t[p->n] = item ? ev_tensor(e, item) : NULL;
		if (!p->t[p->n]) {
			pieces_free(p);
			return NULL;
		}
	}
	return p;
}

/* All to their common dtype. */
static bool pieces_promote(struct ev *e, struct pieces *p)
{
	enum dtype to = p->t[0]->dtype;

	for (size_t i = 1; i < p->n; i++)
		to = numpy_promote(to, p->t[i]->dtype);
	if (to == DT_INVALID)
		return ev_fail(e, "the arrays have no common dtype") != NULL;
	for (size_t i = 0; i < p->n; i++) {
		struct tensor *c = numpy_cast(p->t[i], to, e->err);

		if (!c)
			return false;
		tensor_unref(p->t[i]);
		p->t[i] = c;
	}
	return true;
}

static bool dims_match(struct ev *e, const struct pieces *p, int axis, int64_t *dim)
{
	const struct tensor *first = p->t[0];

	memcpy(dim, first->dim, (size_t)first->rank * sizeof(*dim));
	for (size_t i = 1; i < p->n; i++) {
		const struct tensor *t = p->t[i];

		if (t->rank != first->rank)
			return ev_fail(e, "all the input array dimensions except for the concatenation axis "
				       "must match exactly, but the arrays have %d and %d dimensions",
				       first->rank, t->rank) != NULL;
		for (int d = 0; d < t->rank; d++)
			if (d != axis && t->dim[d] != first->dim[d])
				return ev_fail(e, "all the input array dimensions except for the "
					       "concatenation axis must match exactly, but along dimension %d, "
					       "the array at index 0 has size %lld and the array at index %zu has "
					       "size %lld", d, (long long)first->dim[d], i,
					       (long long)t->dim[d]) != NULL;
		dim[axis] += t->dim[axis];
	}
	return true;
}

static struct tensor *joined(struct ev *e, struct pieces *p, int axis)
{
	int64_t dim[SHAPE_MAX_RANK], outer = 1, inner = 1, at = 0;
	const struct tensor *first = p->t[0];
	struct tensor *out;

	if (!pieces_promote(e, p) || !dims_match(e, p, axis, dim))
		return NULL;
	first = p->t[0];
	for (int d = 0; d < first->rank; d++)
		*(d < axis ? &outer : &inner) *= d == axis ? 1 : first->dim[d];
	out = tensor_new(first->dtype, first->rank, dim, e->err);
	for (int64_t o = 0; out && o < outer; o++)
		for (size_t i = 0; i < p->n; i++) {
			int64_t n = p->t[i]->dim[axis] * inner;

			for (int64_t k = 0; k < n; k++)
				if (!ev_copy(e, out, at++, p->t[i], o * n + k)) {
					tensor_unref(out);
					return NULL;
				}
		}
	return out;
}

/* Gives every piece the rank that it needs: at least `least`, new dims in front. */
static bool pieces_raise(struct ev *e, struct pieces *p, int least)
{
	for (size_t i = 0; i < p->n; i++) {
		struct tensor *t = p->t[i];
		int64_t dim[SHAPE_MAX_RANK];
		int more = least - t->rank;

		if (more <= 0)
			continue;
		for (int d = 0; d < least; d++)
			dim[d] = d < more ? 1 : t->dim[d - more];
		p->t[i] = reshaped(e, t, least, dim);
		tensor_unref(t);
		if (!p->t[i])
			return false;
	}
	return true;
}

static struct val *fn_concatenate(struct ev *e, struct val **a, const struct fn_row *row)
{
	struct pieces *p = pieces_of(e, a[0]);
	struct tensor *out = NULL;
	int axis = 0;

	(void)row;
	if (!p)
		return NULL;
	if (!p->t[0]->rank)
		ev_fail(e, "zero-dimensional arrays cannot be concatenated");
	else if (!a[1] || ev_axis(e, a[1], p->t[0]->rank, &axis))
		out = joined(e, p, axis);
	pieces_free(p);
	return give_array(e, out);
}

static bool same_shapes(struct ev *e, const struct pieces *p)
{
	for (size_t i = 1; i < p->n; i++)
		if (!shape_eq(tensor_shape(p->t[i]), tensor_shape(p->t[0])))
			return ev_fail(e, "all input arrays must have the same shape") != NULL;
	return p->t[0]->rank < 32 || ev_fail(e, "too many dimensions");
}

static bool pieces_open(struct ev *e, struct pieces *p, int axis)
{
	int64_t dim[SHAPE_MAX_RANK];
	int rank = p->t[0]->rank + 1;

	for (int d = 0; d < rank; d++)
		dim[d] = d == axis ? 1 : p->t[0]->dim[d - (d > axis)];
	for (size_t i = 0; i < p->n; i++) {
		struct tensor *t = reshaped(e, p->t[i], rank, dim);

		tensor_unref(p->t[i]);
		p->t[i] = t;
		if (!t)
			return false;
	}
	return true;
}

static struct val *fn_stack(struct ev *e, struct val **a, const struct fn_row *row)
{
	struct pieces *p = pieces_of(e, a[0]);
	struct tensor *out = NULL;
	int axis = 0;

	(void)row;
	if (!p)
		return NULL;
	if (same_shapes(e, p) && (!a[1] || ev_axis(e, a[1], p->t[0]->rank + 1, &axis)) &&
	    pieces_open(e, p, axis))
		out = joined(e, p, axis);
	pieces_free(p);
	return give_array(e, out);
}

/* op: the rank at least, and the axis: vstack 2 and 0, hstack 1 and 1 (0 for vectors). */
static struct val *fn_xstack(struct ev *e, struct val **a, const struct fn_row *row)
{
	struct pieces *p = pieces_of(e, a[0]);
	struct tensor *out = NULL;

	if (!p)
		return NULL;
	if (pieces_raise(e, p, row->op))
		out = joined(e, p, row->op == 1 && p->t[0]->rank > 1 ? 1 : 0);
	pieces_free(p);
	return give_array(e, out);
}

/* ---- repeating ---- */

static struct val *fn_tile(struct ev *e, struct val **a, const struct fn_row *row)
{
	struct tensor *t = ev_tensor(e, a[0]), *out = NULL;
	int64_t reps[SHAPE_MAX_RANK], dim[SHAPE_MAX_RANK], own[SHAPE_MAX_RANK], at[SHAPE_MAX_RANK] = { 0 };
	int n, rank;

	(void)row;
	if (!t || !ev_shape(e, a[1], &n, reps))
		goto done;
	rank = n > t->rank ? n : t->rank;
	for (int d = 0; d < rank; d++) {
		int64_t r = d < rank - n ? 1 : reps[d - (rank - n)];

		own[d] = d < rank - t->rank ? 1 : t->dim[d - (rank - t->rank)];
		if (r < 0 || __builtin_mul_overflow(own[d], r, &dim[d])) {
			ev_fail(e, "negative dimensions are not allowed");
			goto done;
		}
	}
	out = tensor_new(t->dtype, rank, dim, e->err);
	for (int64_t i = 0; out && i < out->n; i++) {
		int64_t from = 0;

		for (int d = 0; d < rank; d++)
			from = from * own[d] + at[d] % own[d];
		if (!ev_copy(e, out, i, t, from)) {
			tensor_unref(out);
			out = NULL;
			break;
		}
		for (int d = rank - 1; d >= 0 && ++at[d] == dim[d]; d--)
			at[d] = 0;
	}
done:
	tensor_unref(t);
	return give_array(e, out);
}

static bool repeats_of(struct ev *e, struct val *v, int64_t n, int64_t *each, int64_t *total)
{
	struct tensor *r = ev_tensor(e, v);
	bool ok = r && dtype_integral(r->dtype) && (r->n == 1 || r->n == n);

	if (r && !ok)
		ev_fail(e, "operands could not be broadcast together: as many repeats as elements are wanted");
	*total = 0;
	for (int64_t i = 0; ok && i < n; i++) {
		each[i] = num_get(r, r->n == 1 ? 0 : i).i;
		if (each[i] < 0 || __builtin_add_overflow(*total, each[i], total))
			ok = ev_fail(e, "repeats may not contain negative values.") != NULL;
	}
	tensor_unref(r);
	return ok;
}

static struct tensor *repeated(struct ev *e, struct tensor *t, int axis, struct val *times)
{
	int64_t outer = 1, inner = 1, dim[SHAPE_MAX_RANK], n = t->dim[axis], total, at = 0;
	int64_t *each = big_alloc((size_t)(n + 1) * sizeof(*each), e->err);
	struct tensor *out = NULL;

	memcpy(dim, t->dim, (size_t)t->rank * sizeof(*dim));
	for (int d = 0; d < t->rank; d++)
		*(d < axis ? &outer : &inner) *= d == axis ? 1 : t->dim[d];
	if (each && repeats_of(e, times, n, each, &total)) {
		dim[axis] = total;
		out = tensor_new(t->dtype, t->rank, dim, e->err);
	}
	for (int64_t o = 0; out && o < outer; o++)
		for (int64_t i = 0; i < n; i++)
			for (int64_t k = 0; k < each[i] * inner; k++)
				if (!ev_copy(e, out, at++, t, (o * n + i) * inner + k % inner)) {
					tensor_unref(out);
					out = NULL;
					goto done;
				}
done:
	if (each)
		big_free(each, (size_t)(n + 1) * sizeof(*each));
	return out;
}

static struct val *fn_repeat(struct ev *e, struct val **a, const struct fn_row *row)
{
	struct tensor *t = ev_tensor(e, a[0]), *out = NULL;
	int axis = 0;

	(void)row;
	if (t && !ev_given(a[2])) {
		struct tensor *flat = reshaped(e, t, 1, (int64_t[]){ t->n });

		tensor_unref(t);
		t = flat;
	}
	if (t && (!ev_given(a[2]) || ev_axis(e, a[2], t->rank, &axis)))
		out = repeated(e, t, axis, a[1]);
	tensor_unref(t);
	return give_array(e, out);
}

static struct val *fn_broadcast_to(struct ev *e, struct val **a, const struct fn_row *row)
{
	struct tensor *t = ev_tensor(e, a[0]), *out = NULL;
	int64_t dim[SHAPE_MAX_RANK];
	int rank;

	(void)row;
	if (t && ev_shape(e, a[1], &rank, dim))
		out = ev_broadcast(e, t, rank, dim);
	tensor_unref(t);
	return give_array(e, out);
}

/* ---- order and choice ---- */

/* op 0: flip, 1: roll */
static struct val *fn_flip(struct ev *e, struct val **a, const struct fn_row *row)
{
	struct tensor *t = ev_tensor(e, a[0]), *out = NULL;
	struct val *which = row->op ? a[2] : a[1];
	bool axis[SHAPE_MAX_RANK] = { false }, flat = row->op && !ev_given(which);
	int64_t at[SHAPE_MAX_RANK] = { 0 }, shift = 0;

	if (!t || (row->op && !ev_int(e, a[1], &shift)) ||
	    (ev_given(which) && !ev_axes(e, which, t->rank, axis, "repeated axis")))
		goto done;
	for (int d = 0; d < t->rank && !ev_given(which); d++)
		axis[d] = true;
	out = tensor_new(t->dtype, t->rank, t->dim, e->err);
	for (int64_t i = 0; out && i < out->n; i++) {
		int64_t from = 0;

		for (int d = 0; d < t->rank; d++) {
			int64_t n = t->dim[d], k = at[d];

			if (axis[d] && !row->op)
				k = n - 1 - k;
			else if (axis[d] && !flat)
				k = ((k - shift % n) % n + n) % n;
			from = from * n + k;
		}
		if (flat)
			from = ((i - shift % t->n) % t->n + t->n) % t->n;
		if (!ev_copy(e, out, i, t, from)) {
			tensor_unref(out);
			out = NULL;
			break;
		}
		for (int d = t->rank - 1; d >= 0 && ++at[d] == t->dim[d]; d--)
			at[d] = 0;
	}
done:
	tensor_unref(t);
	return give_array(e, out);
}

static struct tensor *where(struct ev *e, struct tensor *c, struct tensor *x, struct tensor *y)
{
	struct tensor *both[2] = { x, y }, *all[3] = { NULL }, *out = NULL;
	enum dtype t = x->dtype == DT_STRING && y->dtype == DT_STRING ? DT_STRING :
		       ev_result_type(e, both, 2);
	int64_t dim[SHAPE_MAX_RANK];
	int rank = 0;

	if (t == DT_INVALID)
		return NULL;
	all[0] = numpy_cast(c, DT_BOOL, e->err);
	all[1] = numpy_cast(x, t, e->err);
	all[2] = numpy_cast(y, t, e->err);
	for (int i = 0; i < 3 && all[i]; i++)
		rank = all[i]->rank > rank ? all[i]->rank : rank;
	for (int d = 0; d < rank; d++)
		dim[d] = 1;
	for (int i = 0; i < 3 && all[i]; i++)
		for (int d = 0; d < all[i]->rank; d++)
			if (all[i]->dim[d] != 1)
				dim[d + rank - all[i]->rank] = all[i]->dim[d];
	for (int i = 0; i < 3 && all[0] && all[1] && all[2]; i++) {
		struct tensor *wide = ev_broadcast(e, all[i], rank, dim);

		tensor_unref(all[i]);
		all[i] = wide;
		if (!wide)
			break;
	}
	if (all[0] && all[1] && all[2])
		out = tensor_new(t, rank, dim, e->err);
	for (int64_t i = 0; out && i < out->n; i++)
		if (!ev_copy(e, out, i, ((const uint8_t *)all[0]->data)[i] ? all[1] : all[2], i)) {
			tensor_unref(out);
			out = NULL;
		}
	for (int i = 0; i < 3; i++)
		tensor_unref(all[i]);
	return out;
}

/* np.where(c): where c is true, a list of indices for each dim. */
static struct val *nonzero(struct ev *e, const struct tensor *t)
{
	struct tensor *b = t ? numpy_cast(t, DT_BOOL, e->err) : NULL;
	struct val *v = b ? val_seq(e->vs, VAL_TUPLE, (size_t)b->rank, e->err) : NULL;
	int64_t count = 0, stride = 1;

	for (int64_t i = 0; v && i < b->n; i++)
		count += ((const uint8_t *)b->data)[i];
	for (int d = b ? b->rank - 1 : -1; v && d >= 0; d--) {
		struct tensor *list = tensor_new(DT_INT64, 1, &count, e->err);
		int64_t at = 0;

		for (int64_t i = 0; list && i < b->n; i++)
			if (((const uint8_t *)b->data)[i])
				((int64_t *)list->data)[at++] = i / stride % b->dim[d];
		stride *= b->dim[d];
		v->item[d] = give_array(e, list);
		if (!v->item[d])
			v = NULL;
	}
	tensor_unref(b);
	return v;
}

static struct val *fn_where(struct ev *e, struct val **a, const struct fn_row *row)
{
	struct tensor *c = ev_tensor(e, a[0]), *x, *y, *out = NULL;
	struct val *v;

	(void)row;
	if (!a[1] && !a[2]) {
		v = nonzero(e, c);
		tensor_unref(c);
		return v;
	}
	if (!a[1] || !a[2]) {
		tensor_unref(c);
		return ev_fail(e, "either both or neither of x and y should be given");
	}
	x = c ? ev_tensor(e, a[1]) : NULL;
	y = x ? ev_tensor(e, a[2]) : NULL;
	if (y)
		out = where(e, c, x, y);
	tensor_unref(c);
	tensor_unref(x);
	tensor_unref(y);
	return give_array(e, out);
}

static struct val *fn_astype(struct ev *e, struct val **a, const struct fn_row *row)
{
	enum dtype t = a[0]->t->dtype;

	(void)row;
	if (!ev_dtype(e, a[1], &t))
		return NULL;
	return val_array(e->vs, numpy_cast(a[0]->t, t, e->err), a[0]->scalar, e->err);
}

static struct val *fn_copy(struct ev *e, struct val **a, const struct fn_row *row)
{
	(void)row;
	return give_array(e, ev_tensor(e, a[0]));
}

static struct val *item_of(struct ev *e, const struct tensor *t, int64_t i)
{
	struct num n;
	struct val *v;

	if (t->dtype == DT_STRING)
		return val_text(e->vs, VAL_STR, tensor_str(t, i), e->err);
	n = num_get(t, i);
	v = val_new(e->vs, t->dtype == DT_BOOL ? VAL_BOOL : dtype_integral(t->dtype) ? VAL_INT :
		    dtype_info(t->dtype)->kind == DK_COMPLEX ? VAL_COMPLEX : VAL_FLOAT, e->err);
	if (v) {
		v->i = t->dtype == DT_UINT64 ? (__int128)(uint64_t)n.i : n.i;
		v->f = n.re;
		v->im = n.im;
	}
	return v;
}

static struct val *list_of(struct ev *e, const struct tensor *t, int axis, int64_t *at)
{
	struct val *v;

	if (axis == t->rank)
		return item_of(e, t, (*at)++);
	v = val_seq(e->vs, VAL_LIST, (size_t)t->dim[axis], e->err);
	for (int64_t i = 0; v && i < t->dim[axis]; i++) {
		v->item[i] = list_of(e, t, axis + 1, at);
		if (!v->item[i])
			return NULL;
	}
	return v;
}

/* op 0: tolist, 1: item */
static struct val *fn_tolist(struct ev *e, struct val **a, const struct fn_row *row)
{
	int64_t at = 0;

	if (a[0]->t->rank > 32)
		return ev_fail(e, "too many dimensions");
	if (!row->op)
		return list_of(e, a[0]->t, 0, &at);
	if (a[0]->t->n != 1)
		return ev_fail(e, "can only convert an array of size 1 to a Python scalar");
	return item_of(e, a[0]->t, 0);
}

static struct val *fn_pad(struct ev *e, struct val **a, const struct fn_row *row)
{
	struct tensor *t = ev_tensor(e, a[0]), *w = t ? ev_tensor(e, a[1]) : NULL, *out = NULL;
	int64_t dim[SHAPE_MAX_RANK], before[SHAPE_MAX_RANK], at[SHAPE_MAX_RANK] = { 0 };
	double fill = 0;

	(void)row;
	if (!w || (ev_given(a[3]) && !ev_double(e, a[3], &fill)))
		goto done;
	if ((a[2] && (a[2]->kind != VAL_STR || !sv_is(a[2]->s, "constant"))) || t->dtype == DT_STRING ||
	    !dtype_integral(w->dtype) || !(w->n == 1 || w->n == 2 || (w->rank == 2 && w->n == 2 * t->rank))) {
		ev_fail(e, "pad: only numbers, by a constant, with widths n, (before, after) or one such "
			   "pair a dim");
		goto done;
	}
	for (int d = 0; d < t->rank; d++) {
		int64_t k = w->n > 2 ? 2 * d : 0, after = num_get(w, k + (w->n > 1)).i;

		before[d] = num_get(w, k).i;
		if (before[d] < 0 || after < 0 || __builtin_add_overflow(before[d], after, &dim[d]) ||
		    __builtin_add_overflow(dim[d], t->dim[d], &dim[d])) {
			ev_fail(e, "index can't contain negative values");
			goto done;
		}
	}
	out = tensor_new(t->dtype, t->rank, dim, e->err);
	for (int64_t i = 0; out && i < out->n; i++) {
		int64_t from = 0;
		bool in = true;

		for (int d = 0; d < t->rank; d++) {
			int64_t k = at[d] - before[d];

			in &= k >= 0 && k < t->dim[d];
			from = in ? from * t->dim[d] + k : 0;
		}
		if (in)
			ev_copy(e, out, i, t, from);
		else
			num_put(out, i, (struct num){ fill, 0, num_int(fill, t->dtype) });
		for (int d = t->rank - 1; d >= 0 && ++at[d] == dim[d]; d--)
			at[d] = 0;
	}
done:
	tensor_unref(t);
	tensor_unref(w);
	return give_array(e, out);
}

#define BOTH (FN_NUMPY | FN_METHOD)

const struct fn_row fn_shape[] = {
	{ "reshape", NULL, BOTH | FN_REST, "a newshape", 2, fn_reshape, 0 },
	{ "ravel", "flatten", BOTH, "a", 1, fn_ravel, 0 },
	{ "squeeze", NULL, BOTH, "a axis", 1, fn_squeeze, 0 },
	{ "expand_dims", NULL, FN_NUMPY, "a axis", 2, fn_expand_dims, 0 },
	{ "transpose", NULL, BOTH | FN_REST, "a axes", 1, fn_transpose, 0 },
	{ "swapaxes", NULL, BOTH, "a axis1 axis2", 3, fn_swapaxes, 0 },
	{ "moveaxis", NULL, FN_NUMPY, "a source destination", 3, fn_swapaxes, 1 },
	{ "concatenate", NULL, FN_NUMPY, "arrays axis", 1, fn_concatenate, 0 },
	{ "stack", NULL, FN_NUMPY, "arrays axis", 1, fn_stack, 0 },
	{ "vstack", "row_stack", FN_NUMPY, "tup", 1, fn_xstack, 2 },
	{ "hstack", NULL, FN_NUMPY, "tup", 1, fn_xstack, 1 },
	{ "tile", NULL, FN_NUMPY, "A reps", 2, fn_tile, 0 },
	{ "repeat", NULL, BOTH, "a repeats axis", 2, fn_repeat, 0 },
	{ "broadcast_to", NULL, FN_NUMPY, "array shape", 2, fn_broadcast_to, 0 },
	{ "flip", NULL, FN_NUMPY, "m axis", 1, fn_flip, 0 },
	{ "roll", NULL, FN_NUMPY, "a shift axis", 2, fn_flip, 1 },
	{ "where", NULL, FN_NUMPY, "condition x y", 1, fn_where, 0 },
	{ "pad", NULL, FN_NUMPY, "array pad_width mode constant_values", 2, fn_pad, 0 },
	{ "astype", NULL, FN_METHOD, "self dtype", 2, fn_astype, 0 },
	{ "copy", NULL, BOTH, "a", 1, fn_copy, 0 },
	{ "tolist", NULL, FN_METHOD, "self", 1, fn_tolist, 0 },
	{ "item", NULL, FN_METHOD, "self", 1, fn_tolist, 1 },
	{ 0 },
};
