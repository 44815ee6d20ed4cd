/*
 * Sets along the last dimension: DenseToDenseSetOperation, DenseToSparseSetOperation,
 * SparseToSparseSetOperation, SetSize. A group is what has the same indices but for the last; each
 * group's values are sorted, doubles dropped, and two such lists merged.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "ops/sparse.h"

#define DM_SET (DM(DT_INT8) | DM(DT_INT16) | DM(DT_INT32) | DM(DT_INT64) | DM(DT_UINT8) | DM(DT_UINT16) | \
		DM(DT_STRING))

enum set_op { A_MINUS_B, B_MINUS_A, INTERSECTION, UNION };

struct item {
	int64_t v;
	struct sv s;			/* strings */
};

struct list {
	struct item *p;
	int64_t n;
};

/* One operand: groups in the order in which they come. */
struct operand {
	bool dense;
	const struct tensor *t;		/* dense */
	struct sparse s;
	int rank;
	const int64_t *dim;
	int64_t at;			/* sparse: the next group's first value */
	struct list set;
};

struct set_run {
	struct op_ctx *c;
	enum set_op op;
	struct operand a, b;
	struct list out;		/* all groups' results */
	struct {
		const int64_t *row;	/* the group's indices; NULL: flat says them */
		int64_t flat, pos;
	} *where;
	int64_t widest, ticks;
};

/* ---- lists ---- */

static int by_number(const void *a, const void *b)
{
	int64_t x = ((const struct item *)a)->v, y = ((const struct item *)b)->v;

	return (x > y) - (x < y);
}

static int by_bytes(const void *a, const void *b)
{
	return sv_cmp(((const struct item *)a)->s, ((const struct item *)b)->s);
}

static int item_cmp(const struct tensor *t, const struct item *a, const struct item *b)
{
	return t->dtype == DT_STRING ? by_bytes(a, b) : by_number(a, b);
}

/* Values [from, to) of t as a set. */
static void list_fill(struct list *l, const struct tensor *t, int64_t from, int64_t to)
{
	bool text = t->dtype == DT_STRING;
	int64_t n = 0;

	for (int64_t i = from; i < to; i++)
		l->p[i - from] = (struct item){ text ? 0 : tensor_get_i64(t, i), text ? tensor_str(t, i) : SV("") };
	if (to - from > 1)
		qsort(l->p, (size_t)(to - from), sizeof(*l->p), text ? by_bytes : by_number);
	for (int64_t i = 0; i < to - from; i++)
		if (!n || item_cmp(t, &l->p[n - 1], &l->p[i]))
			l->p[n++] = l->p[i];
	l->n = n;
}

static const struct tensor *values_of(const struct operand *o)
{
	return o->dense ? o->t : o->s.val;
}

/* Adds what the operation makes of the two sets. */
static void apply(struct set_run *r, const int64_t *row, int64_t flat)
{
	const struct list *a = &r->a.set, *b = &r->b.set;
	int64_t i = 0, k = 0, pos = 0;

	while (i < a->n || k < b->n) {
		int order = i == a->n ? 1 : k == b->n ? -1 : item_cmp(values_of(&r->a), &a->p[i], &b->p[k]);
		bool keep = r->op == UNION || (r->op == A_MINUS_B && order < 0) || (r->op == B_MINUS_A && order > 0) ||
			    (r->op == INTERSECTION && order == 0);

		if (keep) {
			r->where[r->out.n].row = row;
			r->where[r->out.n].flat = flat;
			r->where[r->out.n].pos = pos++;
			r->out.p[r->out.n++] = order <= 0 ? a->p[i] : b->p[k];
		}
		i += order <= 0;
		k += order >= 0;
	}
	if (pos > r->widest)
		r->widest = pos;
}

/* ---- groups of a sparse tensor ---- */

static int64_t group_end(const struct sparse *s, int64_t from)
{
	int64_t to = from + 1;

	while (to < s->n && !index_cmp(s->at + from * s->rank, s->at + to * s->rank, s->rank - 1))
		to++;
	return to;
}

static bool group_check(struct op_ctx *c, const struct sparse *s, int64_t from, int64_t to)
{
	for (int d = 0; d < s->rank; d++) {
		if (s->shape[d] <= 0)
			return op_fail(c, ERR_INTERNAL, "Invalid dim_size[%d] = %lld.", d, (long long)s->shape[d]);
		for (int64_t i = from; i < to; i++) {
			int64_t x = s->at[i * s->rank + d];

			if (x >= s->shape[d])
				return op_fail(c, ERR_INTERNAL, "indices[%lld, %d] expected < %lld, got %lld.",
					       (long long)(i - from), d, (long long)s->shape[d], (long long)x);
			if (x < 0)	/* TensorFlow reads and writes out of bounds */
				return op_fail(c, ERR_INTERNAL, "indices[%lld, %d] expected >= 0, got %lld.",
					       (long long)(i - from), d, (long long)x);
		}
	}
	return true;
}

/* The next group's values become the operand's set. */
static bool group_take(struct op_ctx *c, struct operand *o)
{
	int64_t to = group_end(&o->s, o->at);

	if (!group_check(c, &o->s, o->at, to))
		return false;
	list_fill(&o->set, o->s.val, o->at, to);
	o->at = to;
	return true;
}

static const int64_t *group_row(const struct operand *o)
{
	return o->at < o->s.n ? o->s.at + o->at * o->s.rank : NULL;
}

/* ---- operands ---- */

static bool sparse_input(struct op_ctx *c, struct sparse *s, int i)
{
	const struct tensor *shape = c->in[i + 2];
	bool validate = true;
	int64_t n;

	node_attr_bool(c->node, "validate_indices", &validate);
	if (shape->rank != 1)
		return op_invalid(c, "Shape must be a 1D tensor.");
	if (!sparse_dims(c, shape->n, shape->data, &n, DIMS_BUILD))
		return false;
	if (shape->n < 2)
		return op_invalid(c, "Invalid rank %lld.", (long long)shape->n);
	return sparse_of(c, s, i, i + 1, i + 2) && (!validate || sparse_valid(c, s));
}

static bool operand_of(struct op_ctx *c, struct operand *o, bool dense, int i)
{
	o->dense = dense;
	if (dense) {
		o->t = c->in[i];
		o->rank = o->t->rank;
		o->dim = o->t->dim;
	} else {
		if (!sparse_input(c, &o->s, i))
			return false;
		o->rank = o->s.rank;
		o->dim = o->s.shape;
	}
	return true;
}

static bool rank_ok(struct op_ctx *c, const struct operand *o)
{
	return o->rank >= 2 || op_invalid(c, "Shape [%s] has rank %d < 2", op_list(c, o->dim, o->rank, ","),
					  o->rank);
}

static bool groups_match(struct op_ctx *c, const struct operand *a, const struct operand *b)
{
	if (!rank_ok(c, a) || !rank_ok(c, b))
		return false;
	return (a->rank == b->rank && !index_cmp(a->dim, b->dim, a->rank - 1)) ||
	       op_invalid(c, "Mismatched shapes [%s] vs [%s]", op_list(c, a->dim, a->rank - 1, ","),
			  op_list(c, b->dim, b->rank - 1, ","));
}

static bool room(struct set_run *r)
{
	size_t a = (size_t)values_of(&r->a)->n, b = (size_t)values_of(&r->b)->n, bytes;

	if (!size_mul(a + b + 1, sizeof(*r->out.p), &bytes) || !(r->out.p = op_temp(r->c, bytes)) ||
	    !size_mul(a + b + 1, sizeof(*r->where), &bytes) || !(r->where = op_temp(r->c, bytes)))
		return false;
	r->a.set.p = op_temp(r->c, (a + 1) * sizeof(struct item));
	r->b.set.p = op_temp(r->c, (b + 1) * sizeof(struct item));
	return r->a.set.p && r->b.set.p;
}

static bool operation(struct op_ctx *c, enum set_op *op)
{
	static const char *const name[] = { "a-b", "b-a", "intersection", "union" };
	struct sv text = SV("");
	char *z;

	node_attr_str(c->node, "set_operation", &text);
	z = arena_printf(c->scratch, "%.*s", SV_ARG(text));
	for (char *p = z; *p; p++)
		*p = (char)tolower((unsigned char)*p);
	for (int i = 0; i < 4; i++)
		if (!strcmp(z, name[i])) {
			*op = (enum set_op)i;
			return true;
		}
	return op_invalid(c, "Invalid set_operation %s.", z);
}

/* ---- the operations ---- */

static bool tick(struct set_run *r)
{
	return ++r->ticks % 4096 || r->c->world->go_on(r->c->world_ctx, r->c->err);
}

static void dense_group(struct operand *o, int64_t flat)
{
	int64_t width = o->dim[o->rank - 1];

	list_fill(&o->set, o->t, flat * width, flat * width + width);
}

static int64_t group_flat(const struct operand *o, const int64_t *row)
{
	int64_t flat = 0;

	for (int d = 0; d < o->rank - 1; d++)
		flat = flat * o->dim[d] + row[d];
	return flat;
}

/* May the group at row be met when counting on from flat? */
static bool inside(const struct operand *o, const int64_t *row)
{
	for (int d = 0; row && d < o->rank - 1; d++)
		if (row[d] < 0 || row[d] >= o->dim[d])
			return false;
	return row != NULL;
}

/* a is dense; b either. Groups without any values are passed over at once: there may be very many. */
static bool run_dense(struct set_run *r)
{
	struct operand *a = &r->a, *b = &r->b;
	int64_t groups = 1, wa = a->dim[a->rank - 1], wb = b->dense ? b->dim[b->rank - 1] : 0;

	if (!shape_count(a->rank - 1, a->dim, &groups, r->c->err))
		return false;
	for (int64_t flat = 0; flat < groups; flat++) {
		const int64_t *row = b->dense ? NULL : group_row(b);
		int64_t next = inside(a, row) ? group_flat(a, row) : -1;

		if (!wa && !wb && next < flat)
			break;
		if (!wa && !wb)
			flat = next;
		if (wa || a->set.n)
			dense_group(a, flat);
		b->set.n = 0;
		if (b->dense)
			dense_group(b, flat);
		else if (next == flat && !group_take(r->c, b))
			return false;
		apply(r, NULL, flat);
		if (!tick(r))
			return false;
	}
	return true;
}

static bool run_sparse(struct set_run *r)
{
	const int64_t *ra, *rb;

	while ((ra = group_row(&r->a)), (rb = group_row(&r->b)), ra || rb) {
		int order = !ra ? 1 : !rb ? -1 : index_cmp(ra, rb, r->a.rank - 1);

		r->a.set.n = r->b.set.n = 0;
		if ((order <= 0 && !group_take(r->c, &r->a)) || (order >= 0 && !group_take(r->c, &r->b)) || !tick(r))
			return false;
		apply(r, order <= 0 ? ra : rb, 0);
	}
	return true;
}

/* The group's indices, whose last dimension is the fastest. */
static void group_indices(const struct set_run *r, int64_t i, int64_t *at)
{
	int64_t flat = r->where[i].flat;

	for (int d = r->a.rank - 2; d >= 0; d--)
		if (r->where[i].row) {
			at[d] = r->where[i].row[d];
		} else {
			at[d] = flat % r->a.dim[d];
			flat /= r->a.dim[d];
		}
	at[r->a.rank - 1] = r->where[i].pos;
}

static void value_put(struct tensor *t, int64_t i, int64_t v)
{
	switch (dtype_info(t->dtype)->size) {
	case 1: ((uint8_t *)t->data)[i] = (uint8_t)v; break;
	case 2: ((uint16_t *)t->data)[i] = (uint16_t)v; break;
	case 4: ((uint32_t *)t->data)[i] = (uint32_t)v; break;
	default: ((int64_t *)t->data)[i] = v;
	}
}

static bool give(struct set_run *r)
{
	int rank = r->a.rank;
	enum dtype t = values_of(&r->a)->dtype;
	struct tensor *ix = op_out(r->c, 0, DT_INT64, 2, (int64_t[]){ r->out.n, rank });
	struct tensor *val = ix ? op_out(r->c, 1, t, 1, &r->out.n) : NULL;
	struct tensor *shape = val ? op_out(r->c, 2, DT_INT64, 1, (int64_t[]){ rank }) : NULL;

	for (int64_t i = 0; shape && i < r->out.n; i++) {
		group_indices(r, i, (int64_t *)ix->data + i * rank);
		if (t != DT_STRING)
			value_put(val, i, r->out.p[i].v);
		else if (!tensor_str_set(val, i, r->out.p[i].s, r->c->err))
			return false;
	}
	for (int d = 0; shape && d < rank; d++)
		((int64_t *)shape->data)[d] = d < rank - 1 ? r->a.dim[d] : r->widest;
	return shape != NULL;
}

static bool run(struct op_ctx *c, bool dense_a, bool dense_b)
{
	struct set_run r = { .c = c };

	return operation(c, &r.op) && operand_of(c, &r.a, dense_a, 0) &&
	       operand_of(c, &r.b, dense_b, dense_a ? 1 : 3) && groups_match(c, &r.a, &r.b) && room(&r) &&
	       (dense_a ? run_dense(&r) : run_sparse(&r)) && give(&r);
}

static bool run_dense_dense(struct op_ctx *c)
{
	return run(c, true, true);
}

static bool run_dense_sparse(struct op_ctx *c)
{
	return run(c, true, false);
}

static bool run_sparse_sparse(struct op_ctx *c)
{
	return run(c, false, false);
}

static bool run_size(struct op_ctx *c)
{
	struct operand o = { .dense = false };
	struct tensor *out;
	int64_t n;

	if (!operand_of(c, &o, false, 0) || !shape_count(o.rank - 1, o.dim, &n, c->err))
		return false;
	out = op_out(c, 0, DT_INT32, o.rank - 1, o.dim);
	o.set.p = op_temp(c, ((size_t)o.s.n + 1) * sizeof(struct item));
	if (!out || !o.set.p)
		return false;
	memset(out->data, 0, out->bytes);
	while (o.at < o.s.n) {
		const int64_t *row = group_row(&o);

		if (!group_take(c, &o))
			return false;
		((int32_t *)out->data)[group_flat(&o, row)] = (int32_t)o.set.n;
	}
	return true;
}

#define T_SET .types = { { "T", DM_SET } }

static const struct op_row rows[] = {
	{ .name = "DenseToDenseSetOperation", .n_in = 2, .n_out = 3, T_SET, .run = run_dense_dense },
	{ .name = "DenseToSparseSetOperation", .n_in = 4, .n_out = 3, T_SET, .run = run_dense_sparse },
	{ .name = "SparseToSparseSetOperation", .n_in = 6, .n_out = 3, T_SET, .run = run_sparse_sparse },
	{ .name = "SetSize", .n_in = 3, .n_out = 1, T_SET, .run = run_size },
};

OP_FAMILY(family_set, rows);
