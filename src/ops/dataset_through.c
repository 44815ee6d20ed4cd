/*
 * Datasets that give what their input gives: with time, threads, statistics and rewriting, which change nothing of
 * what comes; and those that look at what comes, or at what made it.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "ops/dataset.h"
#include "ops/text.h"

/* ---- arguments that are checked and then forgotten ---- */

static bool make_sleep(struct op_ctx *c, struct ds *d)
{
	return ds_int(c, "sleep_microseconds", &d->a) &&
	       (d->a >= 0 || op_invalid(c, "`sleep_microseconds` must be >= 0"));
}

static bool is_scalar(struct op_ctx *c, const char *name)
{
	int i = ds_arg(c, name);

	return (i >= 0 && c->in[i]->rank == 0) || op_invalid(c, "%s must be a scalar", name);
}

static bool make_tagged(struct op_ctx *c, struct ds *d)
{
	(void)d;
	return is_scalar(c, "tag");
}

static bool make_counted(struct op_ctx *c, struct ds *d)
{
	(void)d;
	return ds_aside(c, ds_arg(c, "stats_aggregator")) && is_scalar(c, "tag") && is_scalar(c, "counter_prefix");
}

static bool make_threads(struct op_ctx *c, struct ds *d)
{
	(void)d;
	return ds_aside(c, ds_arg(c, "thread_pool"));
}

static bool make_rewrite(struct op_ctx *c, struct ds *d)
{
	(void)d;
	return is_scalar(c, "rewrite_name");
}

static int64_t count_unknown(const struct ds *d)
{
	(void)d;
	return CARD_UNKNOWN;
}

/* ---- assertions about the stages around ---- */

bool ds_is_version(struct sv prefix, struct sv op)
{
	size_t n = op.n;

	if (!sv_starts(op, prefix))
		return false;
	while (n > prefix.n && isdigit((unsigned char)op.p[n - 1]))
		n--;
	return op.n == prefix.n || (n == prefix.n + 1 && op.p[n - 1] == 'V');
}

static bool vector(struct op_ctx *c, const struct tensor **t)
{
	int i = ds_arg(c, "transformations");

	if (i < 0 || c->in[i]->rank != 1)
		return op_invalid(c, "transformations must be a vector");
	*t = c->in[i];
	return true;
}

/* What comes after this stage is not known here; smtui rewrites nothing, and takes it as it is. */
static bool make_next(struct op_ctx *c, struct ds *d)
{
	const struct tensor *t;

	(void)d;
	return vector(c, &t);
}

/* NAME out of "name: 'NAME' ...", the text form of a NameAttrList. */
static bool asserted(struct sv s, struct sv *name)
{
	long at = sv_find(s, ':');
	struct sv key = text_trimmed(at < 0 ? SV("") : sv_sub(s, 0, (size_t)at)), rest;
	const char *end;

	if (!sv_is(key, "name"))
		return false;
	rest = text_trimmed(sv_sub(s, (size_t)at + 1, s.n));
	end = rest.n > 1 && (rest.p[0] == '"' || rest.p[0] == '\'') ? memchr(rest.p + 1, rest.p[0], rest.n - 1) : NULL;
	if (end)
		*name = (struct sv){ rest.p + 1, (size_t)(end - rest.p) - 1 };
	return end != NULL;
}

static bool check_prev(struct op_ctx *c, const struct ds *at, struct sv s, long long offset)
{
	struct sv name;

	if (!asserted(s, &name))
		return op_invalid(c, "Failure checking transformations at offset %lld: Couldn't parse transformation "
				  "'%.*s'.", offset, SV_ARG(s));
	return ds_is_version(name, sv_of(at->op)) ||
	       op_invalid(c, "Failure checking transformations at offset %lld: Asserted transformation matching "
			  "'%.*s', but found '%s'.", offset, SV_ARG(name), at->op);
}

static bool make_prev(struct op_ctx *c, struct ds *d)
{
	const struct tensor *t = NULL;
	const struct ds *at = d;

	if (!vector(c, &t))
		return false;
	for (int64_t k = 0; k < t->n; k++) {
		if (!at->n_in)
			return op_invalid(c, "Asserted previous %lld transformations but encountered only %lld.",
					  (long long)t->n, (long long)k);
		at = at->in[at->n_in - 1];
		if (!check_prev(c, at, tensor_str(t, k), (long long)k))
			return false;
	}
	return true;
}

/* ---- shares of a cluster's workers; a: workers, b: which of them; a 1: everything ---- */

enum { SHARD_OFF = -1, SHARD_AUTO = 0, SHARD_FILE = 1, SHARD_DATA = 2, SHARD_HINT = 3 };

static bool reads_files(struct sv op)
{
	static const char *const readers[] = { "TextLineDataset", "TFRecordDataset", "FixedLengthRecordDataset",
					       "CSVDataset", "ExperimentalCSVDataset", "ArrayRecordDataset" };

	for (size_t k = 0; k < sizeof(readers) / sizeof(readers[0]); k++)
		if (ds_is_version(sv_of(readers[k]), op))
			return true;
	return false;
}

/* Is a file read anywhere below, in the functions too? */
static bool file_below(struct op_ctx *c, const struct ds *d)
{
	if (reads_files(sv_of(d->op)))
		return true;
	for (int k = 0; k < DS_FUNCS && d->func[k].f; k++) {
		const struct graph *g = d->func[k].f->graph;

		for (uint32_t n = 0; n < g->n_nodes; n++)
			if (reads_files(graph_node_op(g, n)))
				return true;
	}
	for (int k = 0; k < d->n_in; k++)
		if (!c->world->go_on(c->world_ctx, c->err) || file_below(c, d->in[k]))
			return true;
	return false;
}

static bool make_autoshard(struct op_ctx *c, struct ds *d)
{
	int64_t policy = SHARD_AUTO;

	if (!ds_int(c, "num_workers", &d->a))
		return false;
	if (d->a <= 0)
		return op_invalid(c, "num_workers must be greater than zero.");
	if (!ds_int(c, "index", &d->b))
		return false;
	if (d->b < 0 || d->b >= d->a)
		return op_invalid(c, "index must be between 0 and %lld", (long long)d->a - 1);
	node_attr_int(c->node, "auto_shard_policy", &policy);
	if (policy == SHARD_OFF || policy == SHARD_HINT)
		d->a = 1;
	if (d->a == 1 || policy == SHARD_DATA || (policy == SHARD_AUTO && !file_below(c, d->in[0])))
		return true;
	return !err_is(c->err) &&
	       op_fail(c, ERR_UNIMPLEMENTED, "shares of files among workers; smtui makes shares of elements");
}

static int64_t count_share(const struct ds *d)
{
	int64_t n = ds_count(d->in[0]);

	return n < 0 ? n : n / d->a + (d->b < n % d->a);
}

static enum got next_share(struct op_ctx *c, struct it *i, struct elem *e)
{
	for (;;) {
		enum got g = it_pull(c, i, 0, e);

		if (g != IT_GOT || i->n++ % i->d->a == i->d->b % i->d->a)
			return g;
		elem_free(e);
	}
}

/* ---- errors that are passed over; n: how many came one after the other ---- */

enum { MOST_IGNORED = 1 << 16 };

static enum got next_ignoring(struct op_ctx *c, struct it *i, struct elem *e)
{
	for (;;) {
		enum got g = it_pull(c, i, 0, e);

		if (g == IT_GOT)
			i->n = 0;
		if (g != IT_ERR || c->err->kind != ERR_KIND_OP || ++i->n > MOST_IGNORED)
			return g;
		if (c->err->code == ERR_PERMISSION_DENIED)	/* what the user did not allow is said */
			return g;
		elem_free(e);
		err_clear(c->err);
		if (i->n_kids > 0 && i->kid[0])
			it_begin(i->kid[0]);
	}
}

#define ROW(what, in, ...)                                                                                   \
	{ .name = what, .n_in = in, .n_out = 1, .flags = OP_STATEFUL, .run = ds_run,                         \
	  .data = &(const struct ds_kind){ __VA_ARGS__ } }
#define THROUGH(what, in, fn) ROW(what, in, .next = ds_next_input, .make = fn, .count = ds_count_input)
#define IGNORING .next = next_ignoring, .count = count_unknown, .ignores = true

static const struct op_row rows[] = {
	THROUGH("SleepDataset", 2, make_sleep),
	THROUGH("ExperimentalSleepDataset", 2, make_sleep),
	THROUGH("ThreadPoolDataset", 2, make_threads),
	THROUGH("ExperimentalThreadPoolDataset", 2, make_threads),
	THROUGH("BytesProducedStatsDataset", 2, make_tagged),
	THROUGH("ExperimentalBytesProducedStatsDataset", 2, make_tagged),
	THROUGH("LatencyStatsDataset", 2, make_tagged),
	THROUGH("ExperimentalLatencyStatsDataset", 2, make_tagged),
	THROUGH("SetStatsAggregatorDataset", 4, make_counted),
	THROUGH("ExperimentalSetStatsAggregatorDataset", 4, make_counted),
	THROUGH("RewriteDataset", 2, make_rewrite),
	THROUGH("AssertNextDataset", 2, make_next),
	THROUGH("ExperimentalAssertNextDataset", 2, make_next),
	THROUGH("AssertPrevDataset", 2, make_prev),
	ROW("AutoShardDataset", 3, .next = next_share, .make = make_autoshard, .count = count_share),
	ROW("ExperimentalAutoShardDataset", 3, .next = next_share, .make = make_autoshard, .count = count_share),
	ROW("IgnoreErrorsDataset", 1, IGNORING),
	ROW("ExperimentalIgnoreErrorsDataset", 1, IGNORING),
};

OP_FAMILY(family_dataset_through, rows);
