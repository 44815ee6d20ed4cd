/* TensorLists to and from tensors: stack, gather, concat, scatter, split; see tensorlist.h. */
#include <string.h>

#include "ops/tensorlist.h"

/* ---- lists to tensors ---- */

struct pick {			/* which elements: all, or those that indices name */
	const struct tlist *l;
	const struct tensor *index;	/* NULL: all */
	int64_t n;
};

static int64_t pick_at(const struct pick *p, int64_t k)
{
	return p->index ? ((const int32_t *)p->index->data)[k] : k;
}

/* s merged with the shapes of the picked elements. */
static bool merge_shapes(struct op_ctx *c, const struct pick *p, struct shape *s)
{
	for (int64_t k = 0; (p->index || p->l->v.root) && k < p->n; k++) {
		int64_t i = pick_at(p, k);
		const struct tensor *t;

		if (i < 0 || i >= p->l->v.n)
			return op_invalid(c, "Trying to gather element %lld in a list with %lld elements.",
					  (long long)i, (long long)p->l->v.n);
		t = plist_get(&p->l->v, i);
		if ((k & 0xffff) == 0xffff && !c->world->go_on(c->world_ctx, c->err))
			return false;
		if (t && !shape_eq(*s, tensor_shape(t)) && !pshape_merge(c, *s, tensor_shape(t), s))
			return false;
	}
	return true;
}

/* Copies t's elements (t NULL: zeros) to element `at` of out. */
static bool place(struct op_ctx *c, struct tensor *out, int64_t at, const struct tensor *t, int64_t n)
{
	char *dst = (char *)out->data + (size_t)at * dtype_info(out->dtype)->size;

	if (t)
		return t->dtype == out->dtype && t->n == n ? el_copy(out->dtype, dst, t->data, n, c->err) :
			op_fail(c, ERR_INTERNAL, "an element's size differs from its list's");
	memset(dst, 0, (size_t)n * dtype_info(out->dtype)->size);
	return true;
}

static bool out_of_picked(struct op_ctx *c, const struct pick *p, struct shape s)
{
	int64_t *dim = arena_array(c->scratch, (size_t)s.rank + 2, sizeof(*dim)), each;
	struct tensor *out;

	dim[0] = p->n;
	for (int i = 0; i < s.rank; i++)
		dim[i + 1] = s.dim[i];
	out = op_out(c, 0, p->l->dtype, s.rank + 1, dim);
	if (!out || out->n == 0)
		return out != NULL;
	each = out->n / p->n;
	for (int64_t k = 0; k < p->n; k++) {
		int64_t i = pick_at(p, k);

		if (i < 0 || i >= p->l->v.n)
			return op_invalid(c, "Index %lld out o range; list only has %lld elements.",
					  (long long)i, (long long)p->l->v.n);
		if ((k & 0xfff) == 0xfff && !c->world->go_on(c->world_ctx, c->err))
			return false;
		if (!place(c, out, k * each, plist_get(&p->l->v, i), each))
			return false;
	}
	return true;
}

static bool run_stack(struct op_ctx *c)
{
	struct tlist *l = tlist_in(c, 0);
	struct pick p = { l, NULL, l ? l->v.n : 0 };
	int64_t n = -1;
	struct shape s;

	if (!l || !tlist_same_type(c, l))
		return false;
	node_attr_int(c->node, "num_elements", &n);
	if (n != -1 && n != l->v.n)
		return op_invalid(c, "Operation expected a list with %lld elements but got a list with %lld "
				  "elements.", (long long)n, (long long)l->v.n);
	if (!pshape_of_elements(c, l, 1, &s))
		return false;
	if (!shape_known(s) && l->v.n == 0)
		return op_invalid(c, "Tried to stack elements of an empty list with non-fully-defined "
				  "element_shape: %s", pshape_text(c, s));
	if (!shape_known(l->shape) && !merge_shapes(c, &p, &s))
		return false;
	if (!shape_known(s))
		return op_invalid(c, "Tried to stack list which only contains uninitialized tensors and has a "
				  "non-fully-defined element_shape: %s", pshape_text(c, s));
	return out_of_picked(c, &p, s);
}

static bool run_gather(struct op_ctx *c)
{
	struct tlist *l = tlist_in(c, 0);
	struct pick p = { l, c->in[1], c->in[1]->n };
	struct shape s;

	if (!l || !tlist_same_type(c, l) || !pshape_of_elements(c, l, 2, &s))
		return false;
	if (!shape_known(s) && p.n == 0)
		return op_invalid(c, "Tried to gather 0-elements from a list with non-fully-defined shape: %s",
				  pshape_text(c, s));
	if (!shape_known(l->shape) && !merge_shapes(c, &p, &s))
		return false;
	if (!shape_known(s))
		return op_invalid(c, "Tried to gather uninitialized tensors from a list with non-fully-defined "
				  "element_shape: %s", pshape_text(c, s));
	return out_of_picked(c, &p, s);
}

/* ---- concat ---- */

struct concat {
	struct tlist *l;
	int64_t first;			/* every element's first dim, or -1 */
	struct shape rest;
};

static bool concat_shapes(struct op_ctx *c, struct concat *k)
{
	bool check = k->first == -1;
	int64_t inferred = k->first;

	for (int64_t i = 0; k->l->v.root && i < k->l->v.n; i++) {
		const struct tensor *t = plist_get(&k->l->v, i);

		if (!t)
			continue;
		if (t->rank < 1)
			return op_invalid(c, "Concat saw a scalar shape at index %lld but requires at least "
					  "vectors.", (long long)i);
		if (!pshape_merge(c, k->rest, (struct shape){ t->rank - 1, t->dim + 1 }, &k->rest))
			return false;
		if (k->first != -1 && k->first != t->dim[0])
			return op_invalid(c, "First entry of element_shape input does not match the first dim of "
					  "list element at index: %lld Expected: %lld Actual: %lld",
					  (long long)i, (long long)k->first, (long long)t->dim[0]);
		if (check && inferred == -1)
			inferred = t->dim[0];
		else if (check && inferred != t->dim[0]) {
			inferred = -1;
			check = false;
		}
	}
	k->first = inferred;
	return true;
}

/* The length of a missing element. */
static bool missing_length(struct op_ctx *c, const struct concat *k, int64_t i, int64_t *v)
{
	int64_t given = c->n_in > 2 ? c->in[2]->n : 0;

	*v = k->first;
	if (i >= given && k->first != -1)
		return true;
	if (c->n_in <= 2)
		return op_invalid(c, "Concating lists with uninitialized tensors is not supported in this version "
				  "of TensorListConcat. Consider updating your GraphDef to run the newer version.");
	if (i >= given)
		return op_invalid(c, "List contains uninitialized tensor at index %lld but leading_dims has only "
				  "%lld elements.", (long long)i, (long long)given);
	*v = ((const int64_t *)c->in[2]->data)[i];
	return *v >= 0 || op_invalid(c, "leading_dims must not be negative, got %lld", (long long)*v);
}

static bool concat_out(struct op_ctx *c, const struct concat *k)
{
	struct tensor *len = op_out(c, 1, DT_INT64, 1, &k->l->v.n), *out;
	int64_t *dim = arena_array(c->scratch, (size_t)k->rest.rank + 2, sizeof(*dim)), at = 0, row;

	if (!len)
		return false;
	for (int64_t i = 0; i < k->l->v.n; i++) {
		const struct tensor *t = plist_get(&k->l->v, i);
		int64_t n = t && t->rank > 0 ? t->dim[0] : 0;

		if ((i & 0xffff) == 0xffff && !c->world->go_on(c->world_ctx, c->err))
			return false;
		if (!t && !missing_length(c, k, i, &n))
			return false;
		((int64_t *)len->data)[i] = n;
		if (__builtin_add_overflow(dim[0], n, &dim[0]))
			return op_invalid(c, "the concatenated list is too long");
	}
	for (int i = 0; i < k->rest.rank; i++)
		dim[i + 1] = k->rest.dim[i];
	out = op_out(c, 0, k->l->dtype, k->rest.rank + 1, dim);
	row = out && dim[0] ? out->n / dim[0] : 0;
	for (int64_t i = 0; out && out->n && i < k->l->v.n; i++) {
		int64_t n = ((const int64_t *)len->data)[i] * row;

		if (n && !place(c, out, at, plist_get(&k->l->v, i), n))
			return false;
		at += n;
	}
	return out != NULL;
}

static bool run_concat(struct op_ctx *c)
{
	struct concat k = { tlist_in(c, 0), -1, { SHAPE_UNKNOWN_RANK, NULL } };
	struct shape s = { SHAPE_UNKNOWN_RANK, NULL };

	if (!k.l || !tlist_same_type(c, k.l))
		return false;
	if (c->n_in > 1) {
		if (!pshape_of_elements(c, k.l, 1, &s))
			return false;
		if (s.rank == 0)
			return op_invalid(c, "Concat requires elements to be at least vectors, found scalars "
					  "instead.");
		if (s.rank > 0)
			k.first = s.dim[0];
		if (c->in[2]->rank != 1)
			return op_invalid(c, "leading_dims must be a vector, got shape %s", op_in_shape(c, 2));
	} else {
		node_attr_shape(c->node, "element_shape", &s);
	}
	if (s.rank > 0)
		k.rest = (struct shape){ s.rank - 1, s.dim + 1 };
	if (k.l->v.n == 0 && !shape_known(k.rest))
		return op_invalid(c, "All except the first dimension must be fully defined when concating an "
				  "empty tensor list. element_shape: %s", pshape_text(c, k.rest));
	if (!shape_known(k.l->shape) && !concat_shapes(c, &k))
		return false;
	if (!shape_known(k.rest))
		return op_invalid(c, "Trying to concat list with only uninitialized tensors but "
				  "element_shape_except_first_dim is not fully defined: %s",
				  pshape_text(c, k.rest));
	return concat_out(c, &k);
}

/* ---- tensors to lists ---- */

static bool at_least_vector(struct op_ctx *c, int i)
{
	return c->in[i]->rank > 0 || op_invalid(c, "Tensor must be at least a vector, but saw shape: %s",
						op_in_shape(c, i));
}

/* s must accept the rows of input 0. */
static bool rows_fit(struct op_ctx *c, struct shape s)
{
	const struct tensor *t = c->in[0];
	struct shape row = { t->rank - 1, t->dim + 1 };

	return shape_accepts(s, row) || op_invalid(c, "Specified a list with shape %s from a tensor with shape %s",
						   pshape_text(c, s), pshape_text(c, row));
}

static bool run_from_tensor(struct op_ctx *c)
{
	struct tensor *t = c->in[0];
	struct tlist *l;
	struct shape s;

	if (!pshape_in(c, 1, &s) || !at_least_vector(c, 0) || !rows_fit(c, s))
		return false;
	if (t->dim[0] > INT32_MAX)
		return op_invalid(c, "the tensor has too many rows for a list");
	l = tlist_new(t->dtype, s, -1);
	plist_resize(&l->v, t->dim[0]);
	for (int64_t i = 0; i < t->dim[0]; i++) {
		struct tensor *r = row_of(t, i, c->err);

		if (!r || ((i & 0xffff) == 0xffff && !c->world->go_on(c->world_ctx, c->err))) {
			tensor_unref(r);
			object_unref(&l->o);
			return false;
		}
		plist_set(&l->v, i, r);
	}
	return variant_out(c, 0, &l->o);
}

/* Rows of t to the places that index names, all of them valid. Takes l. */
static bool scatter(struct op_ctx *c, struct tlist *l, struct tensor *t, const struct tensor *index)
{
	for (int64_t k = 0; k < index->n; k++) {
		struct tensor *r = row_of(t, k, c->err);

		if (!r) {
			object_unref(&l->o);
			return false;
		}
		plist_set(&l->v, ((const int32_t *)index->data)[k], r);
	}
	return variant_out(c, 0, &l->o);
}

static bool run_scatter(struct op_ctx *c)
{
	const struct tensor *index = c->in[1];
	int64_t n = c->n_in > 3 && c->in[3]->n > 0 ? scalar_i32(c->in[3]) : -1, size = 0;
	struct tlist *l;
	struct shape s;

	if (!pshape_in(c, 2, &s))
		return false;
	if (n < -1)
		return op_invalid(c, "TensorListScatter expects num_elements >= -1, found: %lld", (long long)n);
	if (!at_least_vector(c, 0) || !rows_fit(c, s))
		return false;
	if (index->n != c->in[0]->dim[0])
		return op_invalid(c, "Invalid number of rows in input tensor. Expected: %lld Actual: %lld",
				  (long long)index->n, (long long)c->in[0]->dim[0]);
	for (int64_t k = 0; k < index->n; k++) {
		int32_t i = ((const int32_t *)index->data)[k];

		if (i < 0)
			return op_invalid(c, "Indices in TensorListScatter must all be non-negative.");
		if (n != -1 && i >= n)
			return op_invalid(c, "TensorListScatter: Trying to scatter at index %d in list with size "
					  "%lld", i, (long long)n);
		size = i >= size ? (int64_t)i + 1 : size;
	}
	l = tlist_new(c->in[0]->dtype, s, -1);
	plist_resize(&l->v, n > size ? n : size);
	return scatter(c, l, c->in[0], index);
}

static bool run_scatter_into(struct op_ctx *c)
{
	struct tlist *l = tlist_in(c, 0);
	const struct tensor *t = c->in[1], *index = c->in[2];
	int64_t size;

	if (!l)
		return false;
	if (t->dtype != l->dtype)
		return op_invalid(c, "Invalid data types; input tensor type: %s list element_type: %s",
				  op_type_text(c, t->dtype), op_type_text(c, l->dtype));
	if (!at_least_vector(c, 1))
		return false;
	if (index->rank != 1)
		return op_invalid(c, "Expected indices to be a vector, but received shape: %s",
				  op_in_shape(c, 2));
	if (index->n != t->dim[0])
		return op_invalid(c, "Expected len(indices) == tensor.shape[0], but saw: %lld vs. %lld",
				  (long long)index->n, (long long)t->dim[0]);
	size = l->v.n;
	for (int64_t k = 0; k < index->n; k++) {
		int32_t i = ((const int32_t *)index->data)[k];

		if (i < 0)
			return op_invalid(c, "Indices in TensorListScatterIntoExistingList must all be "
					  "non-negative.");
		size = i >= size ? (int64_t)i + 1 : size;
	}
	l = tlist_like(l);
	plist_resize(&l->v, size);
	return scatter(c, l, c->in[1], index);
}

/* Splits input 0 into l by the lengths of input 2. */
static bool split_into(struct op_ctx *c, struct tlist *l)
{
	struct tensor *t = c->in[0];
	const int64_t *len = c->in[2]->data;
	int64_t end = 0;

	for (int64_t i = 0; i < c->in[2]->n; i++) {
		int64_t start = end;
		struct tensor *r;

		if (len[i] < 0)
			return op_invalid(c, "Invalid value in lengths: %lld", (long long)len[i]);
		if (__builtin_add_overflow(start, len[i], &end) || end > t->dim[0])
			return op_invalid(c, "Attempting to slice [%lld, %lld] from tensor with length %lld",
					  (long long)start, (long long)end, (long long)t->dim[0]);
		r = tensor_rows(t, start, end, c->err);
		if (!r)
			return false;
		plist_push(&l->v, r);
	}
	return end == t->dim[0] || op_invalid(c, "Unused values in tensor. Length of tensor: %lld Values used: "
					      "%lld", (long long)t->dim[0], (long long)end);
}

static bool run_split(struct op_ctx *c)
{
	const struct tensor *t = c->in[0];
	struct tlist *l;
	struct shape s;

	if (!pshape_in(c, 1, &s))
		return false;
	if (s.rank == 0)
		return op_invalid(c, "TensorListSplit requires element_shape to be at least of rank 1, but saw: %s",
				  pshape_text(c, s));
	if (!at_least_vector(c, 0))
		return false;
	if (s.rank > 0 && !shape_accepts((struct shape){ s.rank - 1, s.dim + 1 },
					 (struct shape){ t->rank - 1, t->dim + 1 }))
		return op_invalid(c, "tensor shape %s is not compatible with element_shape %s", op_in_shape(c, 0),
				  pshape_text(c, s));
	if (c->in[2]->rank != 1)
		return op_invalid(c, "Expected lengths to be a vector, received shape: %s", op_in_shape(c, 2));
	l = tlist_new(t->dtype, s, -1);
	if (split_into(c, l))
		return variant_out(c, 0, &l->o);
	object_unref(&l->o);
	return false;
}

/* ---- batches of lists ---- */

static bool run_push_batch(struct op_ctx *c)
{
	struct tensor *t = c->in[1], *lists = c->in[0], *out;
	struct object **o = lists->data;
	struct shape row = { t->rank - 1, t->dim + 1 };

	if (t->rank < 1)
		return op_invalid(c, "Expected tensor to be at least a vector, but saw shape: %s",
				  op_in_shape(c, 1));
	if (lists->rank != 1)
		return op_invalid(c, "Expected input_handles to be a vector, but saw shape: %s",
				  op_in_shape(c, 0));
	if (t->dim[0] != lists->n)
		return op_invalid(c, "Expected tensor.shape[0] == input_handles.size, but saw %lld vs. %lld",
				  (long long)t->dim[0], (long long)lists->n);
	for (int64_t i = 0; i < lists->n; i++) {
		struct tlist *l = tlist_of(o[i]);

		if (!l)
			return op_invalid(c, "Input handle at index %lld is not a list. Saw: '%s'", (long long)i,
					  variant_text(c, o[i]));
		if (!shape_accepts(l->shape, row))
			return op_invalid(c, "Tried to append a tensor with incompatible shape to a list at index "
					  "%lld. Op element shape: %s list shape: %s", (long long)i,
					  pshape_text(c, row), pshape_text(c, l->shape));
		if (l->dtype != t->dtype)
			return op_invalid(c, "Invalid data type at index %lld; op elements %s but list elements %s",
					  (long long)i, op_type_text(c, t->dtype), op_type_text(c, l->dtype));
	}
	out = op_out(c, 0, DT_VARIANT, 1, &lists->n);
	for (int64_t i = 0; out && i < lists->n; i++) {
		struct tensor *r = row_of(t, i, c->err);
		struct tlist *l = r ? tlist_like(tlist_of(o[i])) : NULL;

		if (!l)
			return false;
		plist_push(&l->v, r);
		((struct object **)out->data)[i] = &l->o;
	}
	return out != NULL;
}

static bool joined(struct op_ctx *c, int64_t b, struct object *const *in, struct object **out)
{
	struct tlist *l[2] = { tlist_of(in[0]), tlist_of(in[1]) }, *sum;
	enum dtype t = tlist_attr_type(c);

	for (int k = 0; k < 2; k++)
		if (!l[k])
			return op_invalid(c, "%s is not a TensorList at index %lld.  Saw: '%s'",
					  k ? "input_b" : "input_a", (long long)b, variant_text(c, in[k]));
	for (int k = 0; k < 2; k++)
		if (l[k]->dtype != t)
			return op_invalid(c, "%s[%lld].dtype != element_dtype.  Saw: %s vs. %s",
					  k ? "input_b" : "input_a", (long long)b, op_type_text(c, l[k]->dtype),
					  op_type_text(c, t));
	if (!shape_eq(l[0]->shape, l[1]->shape))
		return op_invalid(c, "input_a and input_b TensorList element shapes are not identical at index "
				  "%lld.  Saw %s vs. %s", (long long)b, pshape_text(c, l[0]->shape),
				  pshape_text(c, l[1]->shape));
	sum = tlist_like(l[0]);
	*out = &sum->o;
	for (int64_t i = 0, n = sum->v.n; i < l[1]->v.n; i++) {
		if (n + i >= INT32_MAX || ((i & 0xffff) == 0xffff && !c->world->go_on(c->world_ctx, c->err)))
			return op_fail(c, ERR_RESOURCE_EXHAUSTED, "the list is too long");
		if (i == 0)
			plist_resize(&sum->v, n + l[1]->v.n);
		if (plist_get(&l[1]->v, i))
			plist_set(&sum->v, n + i, tensor_ref(plist_get(&l[1]->v, i)));
	}
	return true;
}

static bool run_concat_lists(struct op_ctx *c)
{
	struct object **a = c->in[0]->data, **b = c->in[1]->data;
	struct tensor *out;

	if (!shape_eq(tensor_shape(c->in[0]), tensor_shape(c->in[1])))
		return op_invalid(c, "Incompatible input TensorList tensor shapes: %s vs. %s", op_in_shape(c, 0),
				  op_in_shape(c, 1));
	out = op_out_like(c, 0, c->in[0]);
	for (int64_t i = 0; out && i < out->n; i++) {
		struct object *pair[2] = { a[i], b[i] };

		if (!joined(c, i, pair, &((struct object **)out->data)[i]))
			return false;
	}
	return out != NULL;
}

#define ELEMENT { "element_dtype", DM_LIST }
#define ELEMENT_SHAPE { "element_dtype", DM_LIST }, { "shape_type", DM_INDEX }

static const struct op_row rows[] = {
	{ .name = "TensorListStack", .n_in = 2, .n_out = 1, .types = { ELEMENT }, .run = run_stack },
	{ .name = "TensorListGather", .n_in = 3, .n_out = 1, .types = { ELEMENT }, .run = run_gather },
	{ .name = "TensorListConcat", .n_in = 1, .n_out = 2, .types = { ELEMENT }, .run = run_concat },
	{ .name = "TensorListConcatV2", .n_in = 3, .n_out = 2, .types = { ELEMENT_SHAPE }, .run = run_concat },
	{ .name = "TensorListFromTensor", .n_in = 2, .n_out = 1, .types = { ELEMENT_SHAPE },
	  .run = run_from_tensor },
	{ .name = "TensorListScatter", .n_in = 3, .n_out = 1, .types = { ELEMENT_SHAPE }, .run = run_scatter },
	{ .name = "TensorListScatterV2", .n_in = 4, .n_out = 1, .types = { ELEMENT_SHAPE },
	  .run = run_scatter },
	{ .name = "TensorListScatterIntoExistingList", .n_in = 3, .n_out = 1, .types = { ELEMENT },
	  .run = run_scatter_into },
	{ .name = "TensorListSplit", .n_in = 3, .n_out = 1, .types = { ELEMENT_SHAPE }, .run = run_split },
	{ .name = "TensorListPushBackBatch", .n_in = 2, .n_out = 1, .types = { ELEMENT },
	  .run = run_push_batch },
	{ .name = "TensorListConcatLists", .n_in = 2, .n_out = 1, .run = run_concat_lists },
};

OP_FAMILY(family_listbulk, rows);
