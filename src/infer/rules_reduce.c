/* Reductions over axes, ArgMax, cumulative sums, segments. */
#include "infer/inside.h"

#include <string.h>

static void reduced_value(struct rule_ctx *c)
{
	uint32_t n;
	const idim *v = rule_value(c, 0, &n);
	idim sum;

	if (!v || !c->row->p || c->out[0].shape.rank < 0 || rule_in(c, 0).rank > 1 ||
	    ishape_count(c->inf, c->out[0].shape) != 1)
		return;
	if (rule_in(c, 0).rank == 0) {
		rule_set_value(c, 0, 1, v);
		return;
	}
	if (n == 0 && (c->row->p == 'M' || c->row->p == 'm'))
		return;
	sum = c->row->p == '*' ? 1 : c->row->p == '+' ? 0 : v[0];
	for (uint32_t i = 0; i < n; i++)
		sum = c->row->p == '*' ? sym_mul(&c->inf->syms, sum, v[i])
			: c->row->p == '+' ? sym_add(&c->inf->syms, sum, v[i])
			: c->row->p == 'M' ? sym_max(&c->inf->syms, sum, v[i]) : sym_min(&c->inf->syms, sum, v[i]);
	rule_set_value(c, 0, 1, &sum);
}

static void reduce(struct rule_ctx *c)
{
	struct ishape in = rule_in(c, 0), axes = rule_in(c, 1);
	bool keep = rule_flag(c, "keep_dims"), gone[SHAPE_MAX_RANK] = { false };
	idim d[SHAPE_MAX_RANK];
	uint32_t n;
	const idim *v = rule_value(c, 1, &n);
	int rank = 0, axis;

	if (in.rank < 0)
		return;
	for (uint32_t i = 0; v && i < n; i++) {
		if (!idim_known(v[i])) {
			v = NULL;
			break;
		}
		if (!rule_axis(c, 1, v[i], in.rank, &axis))
			return;
		gone[axis] = true;
	}
	if (!v) {
		if (keep)
			rule_out(c, 0, ishape_rank(c->inf, in.rank));
		else if (axes.rank == 1 && idim_known(axes.dim[0]) && axes.dim[0] == in.rank)
			rule_scalar(c, 0);	/* all of them, in some order */
		return;
	}
	for (int i = 0; i < in.rank; i++)
		if (!gone[i] || keep)
			d[rank++] = gone[i] ? 1 : in.dim[i];
	rule_out(c, 0, ishape_new(c->inf, rank, d));
	if (c->n_out)
		reduced_value(c);
}

static void arg_max(struct rule_ctx *c)
{
	struct ishape in = rule_in(c, 0);
	int64_t where;
	int axis;

	if (in.rank < 0)
		return;
	if (in.rank <= 1) {
		rule_scalar(c, 0);
		return;
	}
	if (!rule_int(c, 1, &where)) {
		rule_out(c, 0, ishape_rank(c->inf, in.rank - 1));
		return;
	}
	if (rule_axis(c, 1, where, in.rank, &axis))
		rule_out(c, 0, ishape_cat(c->inf, ishape_part(in, 0, axis), ishape_part(in, axis + 1, in.rank)));
}

/* Rows of one segment become one: data's dims behind the ids'. */
static void segment(struct rule_ctx *c)
{
	struct ishape data = rule_in(c, 0), ids = rule_in(c, 1);
	idim n = c->n_in > 2 ? rule_size(c, 2) : rule_new(c);
	int skip = c->row->p ? ids.rank : 1;

	if (data.rank < 0 || skip < 0)
		return;
	if (data.rank < skip) {
		rule_bad(c, 0, -1, "Shape must be at least rank %d but is rank %d", skip, data.rank);
		return;
	}
	rule_out(c, 0, ishape_cat(c->inf, ishape_new(c->inf, 1, &n), ishape_part(data, skip, data.rank)));
}

/* data, indices, ids[, how many] */
static void sparse_segment(struct rule_ctx *c)
{
	struct ishape data = rule_in(c, 0);
	idim n = c->n_in > 3 ? rule_size(c, 3) : rule_new(c);

	if (data.rank >= 0 && rule_min_rank(c, 0, 1))
		rule_out(c, 0, ishape_cat(c->inf, ishape_new(c->inf, 1, &n), ishape_part(data, 1, data.rank)));
}

static void bincount(struct rule_ctx *c)
{
	struct ishape in = rule_in(c, 0);
	idim n = rule_size(c, 1);

	if (in.rank == 1)
		rule_vec(c, 0, n);
	else if (in.rank == 2)
		rule_dims(c, 0, 2, in.dim[0], n);
}

/* As many bins as input p says. */
static void bins(struct rule_ctx *c)
{
	rule_vec(c, 0, rule_size(c, (uint32_t)c->row->p));
}

RULES(reduce,
	RULE_P("Sum", reduce, '+'),
	RULE_P("Prod", reduce, '*'),
	RULE_P("Max", reduce, 'M'),
	RULE_P("Min", reduce, 'm'),
	RULE("Mean", reduce),
	RULE("All", reduce),
	RULE("Any", reduce),
	RULE("EuclideanNorm", reduce),
	RULE("ReduceJoin", reduce),
	RULE("ArgMax", arg_max),
	RULE("ArgMin", arg_max),
	RULE("Cumsum", rule_same),
	RULE("Cumprod", rule_same),
	RULE("CumulativeLogsumexp", rule_same),
	CHECK("SegmentMax", segment, "[*b,?] [?]", 0),
	CHECK("SegmentMean", segment, "[*b,?] [?]", 0),
	CHECK("SegmentMin", segment, "[*b,?] [?]", 0),
	CHECK("SegmentProd", segment, "[*b,?] [?]", 0),
	CHECK("SegmentSum", segment, "[*b,?] [?]", 0),
	CHECK("UnsortedSegmentJoin", segment, "_ _ []", 1),
	CHECK("UnsortedSegmentMax", segment, "_ _ []", 1),
	CHECK("UnsortedSegmentMin", segment, "_ _ []", 1),
	CHECK("UnsortedSegmentProd", segment, "_ _ []", 1),
	CHECK("UnsortedSegmentSum", segment, "_ _ []", 1),
	CHECK("SparseSegmentMean", sparse_segment, "[*b,?] [n] [n]", 0),
	CHECK("SparseSegmentSum", sparse_segment, "[*b,?] [n] [n]", 0),
	CHECK("SparseSegmentSqrtN", sparse_segment, "[*b,?] [n] [n]", 0),
	CHECK("SparseSegmentMeanWithNumSegments", sparse_segment, "[*b,?] [n] [n] []", 0),
	CHECK("SparseSegmentSumWithNumSegments", sparse_segment, "[*b,?] [n] [n] []", 0),
	CHECK("SparseSegmentSqrtNWithNumSegments", sparse_segment, "[*b,?] [n] [n] []", 0),
	CHECK("Bincount", bins, "_ []", 1),
	CHECK("DenseBincount", bincount, "_ []", 0),
	CHECK("HistogramFixedWidth", bins, "_ [2] []", 2),
	RULE("L2Loss", rule_scalars));
