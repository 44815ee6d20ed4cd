/* Rules on ops that signatures run and hardly ought to, each by a list or a pattern. */
#include "inspect/check_inside.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "model/opdef.h"
#include "ops/op.h"

/* A name of an op, or its beginning ("Foo*") or its end ("*Foo"). */
static bool is_like(struct sv op, const char *pattern)
{
	size_t n = strlen(pattern);

	if (pattern[0] == '*')
		return sv_ends(op, sv_of(pattern + 1));
	if (n && pattern[n - 1] == '*')
		return sv_starts(op, (struct sv){ pattern, n - 1 });
	return sv_is(op, pattern);
}

struct op_list {
	const char *const *pattern;	/* ends with NULL */
	const char *does;
};

static void listed_node(struct check *c, uint32_t gi, const struct node *n, void *ctx)
{
	const struct op_list *l = ctx;
	bool maybe;

	for (const char *const *p = l->pattern; *p; p++)
		if (is_like(n->op, *p)) {
			maybe = reach_maybe(&c->serve, gi, n->index);
			check_node(c, c->rule->severity, gi, n, "%.*s %s%s", SV_ARG(n->op), l->does,
				   maybe ? " (in a branch that may not run)" : "");
			return;
		}
}

static void listed(struct check *c, const char *const *pattern, const char *does)
{
	struct op_list l = { pattern, does };

	check_each(c, listed_node, &l);
}

void rule_file_op(struct check *c)
{
	static const char *const ops[] = { "ReadFile",
					   "WriteFile",
					   "MatchingFiles",
					   "MatchingFilesDataset",
					   "WholeFileReader*",
					   "TextLineReader*",
					   "TFRecordReader*",
					   "FixedLengthRecordReader*",
					   "LMDBReader",
					   "LMDBDataset",
					   "TextLineDataset",
					   "TFRecordDataset*",
					   "FixedLengthRecordDataset*",
					   "CacheDataset*",
					   "SnapshotDataset*",
					   "SaveDataset*",
					   "LoadDataset*",
					   "Save",
					   "SaveV2",
					   "SaveSlices",
					   "Restore",
					   "RestoreV2",
					   "RestoreSlice",
					   "MergeV2Checkpoints",
					   "ImmutableConst",
					   "SqlDataset",
					   "CSVDataset*",
					   "DecodeWavFile",
					   "ExperimentalCSVDataset",
					   "ExperimentalMatchingFilesDataset",
					   "DatasetToTFRecord",
					   "ExperimentalDatasetToTFRecord",
					   "CreateSummaryFileWriter",
					   "FileSystemSetConfiguration",
					   "CheckpointHasKey",
					   NULL };

	listed(c, ops, "reads or writes files");
}

void rule_network_op(struct check *c)
{
	static const char *const ops[] = { "Rpc",
					   "TryRpc",
					   "Rpc*",
					   "_Send",
					   "_Recv",
					   "_HostSend",
					   "_HostRecv",
					   "Send",
					   "Recv",
					   "Collective*",
					   "DataService*",
					   "RegisterDataset*",
					   "BigQueryReader",
					   "CloudBigtable*",
					   "Nccl*",
					   "CreateSummaryDbWriter",
					   "KafkaDataset",
					   "RemoteCall",
					   "DistributedSave",
					   NULL };

	listed(c, ops, "talks to other processes or machines");
}

void rule_python_op(struct check *c)
{
	static const char *const ops[] = { "PyFunc", "PyFuncStateless", "EagerPyFunc", "GeneratorDataset", NULL };

	listed(c, ops, "calls a Python function of the process that made it");
}

void rule_blocking_op(struct check *c)
{
	static const char *const ops[] = { "QueueDequeue*",
					   "ReaderRead*",
					   "IteratorGetNext",
					   "IteratorGetNextSync",
					   "BarrierTakeMany",
					   "Unstage",
					   "OrderedMapUnstage*",
					   "MapUnstage*",
					   "AccumulatorTakeGradient",
					   "RecordInput",
					   NULL };

	listed(c, ops, "waits for what others put in");
}

void rule_debug_op(struct check *c)
{
	static const char *const ops[] = { "Print",	      "PrintV2",   "CheckNumerics",
					   "CheckNumericsV2", "Debug*",	   "*Summary",
					   "*SummaryV2",      "Timestamp", NULL };

	listed(c, ops, "is there for somebody who watches");
}

void rule_state_write(struct check *c)
{
	static const char *const ops[] = { "Assign*",
					   "ResourceApply*",
					   "ResourceSparseApply*",
					   "ResourceScatter*",
					   "Apply*",
					   "SparseApply*",
					   "ScatterUpdate",
					   "ScatterAdd",
					   "ScatterSub",
					   "ScatterNdUpdate",
					   "ScatterNdAdd",
					   "LookupTableInsert*",
					   "LookupTableRemove*",
					   "LookupTableImport*",
					   "CountUpTo",
					   "ResourceCountUpTo",
					   NULL };

	listed(c, ops, "changes what the next call sees");
}

/* ---- one finding for all nodes of a kind ---- */

static void kernel_node(struct check *c, uint32_t gi, const struct node *n, void *ctx)
{
	struct kind_found *k = ctx;
	const struct op_row *row = n->callee ? op_call_row() : op_find(n->op);
	struct err e = { 0 };

	if (n->callee || sv_starts(n->op, SV("Placeholder")) || !n->def)
		return;
	if (row && (op_check(row, n, &e) || e.kind != ERR_KIND_UNSUPPORTED)) {
		err_clear(&e);
		return;
	}
	if (kind_first(k, n->op))
		kind_add(c, k,
			 check_node(c, c->rule->severity, gi, n, "%s%.*s",
				    row ? "smtui has no kernel for these types of " : "smtui has no kernel for ",
				    SV_ARG(n->op)));
	err_clear(&e);
}

void rule_no_kernel(struct check *c)
{
	struct kind_found k = { 0 };

	check_each(c, kernel_node, &k);
	kinds_finish(c, &k);
}

static bool carries(struct sv op)
{
	static const char *const ops[] = {
		"Const", "Cast", "Identity", "ReadVariableOp", "_Arg", "Placeholder", "PlaceholderWithDefault",
		"NoOp",	 NULL
	};

	for (const char *const *p = ops; *p; p++)
		if (sv_is(op, *p))
			return true;
	return false;
}

static void float64_node(struct check *c, uint32_t gi, const struct node *n, void *ctx)
{
	struct kind_found *k = ctx;

	for (uint32_t i = 0; i < n->n_out && !carries(n->op) && !graph_may_call(c->serve.graph.p[gi].g, n->index); i++)
		if (n->out_type[i] == DT_DOUBLE || n->out_type[i] == DT_COMPLEX128) {
			if (kind_first(k, SV("float64")))
				kind_add(c, k,
					 check_node(c, c->rule->severity, gi, n, "%.*s computes in %s", SV_ARG(n->op),
						    dtype_info(n->out_type[i])->name));
			return;
		}
}

void rule_float64(struct check *c)
{
	struct kind_found k = { 0 };

	check_each(c, float64_node, &k);
	kinds_finish(c, &k);
}

/* A processor that not every machine has, or a machine by its number. */
static bool binds(struct sv device)
{
	static const char *const words[] = {
		"GPU", "gpu", "TPU", "tpu", "XLA_", "/job:worker", "/job:ps", "/job:chief"
	};

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (memmem(device.p, device.n, words[i], strlen(words[i])))
			return true;
	return false;
}

static void device_node(struct check *c, uint32_t gi, const struct node *n, void *ctx)
{
	struct kind_found *k = ctx;

	if (n->device.n && binds(n->device) && kind_first(k, n->device))
		kind_add(c, k, check_node(c, c->rule->severity, gi, n, "it is placed on \"%.*s\"", SV_ARG(n->device)));
}

void rule_device(struct check *c)
{
	struct kind_found k = { 0 };

	check_each(c, device_node, &k);
	kinds_finish(c, &k);
}

static bool function_compiles(const struct function *f)
{
	for (uint32_t i = 0; f && i < f->n_attrs; i++)
		if (sv_is(f->attrs[i].name, "_XlaMustCompile") && f->attrs[i].v.kind == ATTR_BOOL && f->attrs[i].v.i)
			return true;
	return false;
}

static void xla_node(struct check *c, uint32_t gi, const struct node *n, void *ctx)
{
	struct callee k;
	bool must = false;

	(void)ctx;
	if (sv_starts(n->op, SV("XlaCallModule")) || sv_is(n->op, "XlaLaunch")) {
		check_node(c, c->rule->severity, gi, n, "%.*s holds what only XLA can run", SV_ARG(n->op));
		return;
	}
	if (!graph_may_call(c->serve.graph.p[gi].g, n->index) || node_callees(c->mg, n, &k, 1) < 1)
		return;
	if ((node_attr_bool(n, "_XlaMustCompile", &must) && must) || function_compiles(k.f))
		check_node(c, c->rule->severity, gi, n, "the call of %.*s must be compiled by XLA", SV_ARG(k.f->name));
}

void rule_xla(struct check *c)
{
	check_each(c, xla_node, NULL);
}

/* ---- randomness and training ---- */

static bool is_noise(struct sv op)
{
	return sv_is(op, "RandomUniform") || sv_is(op, "StatelessRandomUniform") ||
	       sv_is(op, "StatelessRandomUniformV2") || sv_is(op, "StatefulUniform");
}

/* Does some consumer, behind arithmetic that scales the noise, have one of these ops? Gives its index. */
static uint32_t leads_to(const struct graph *g, uint32_t node, const char *const *ops, int depth)
{
	static const char *const scaling[] = { "Add", "AddV2", "Sub", "Mul", "Identity", "Cast", NULL };
	uint32_t n, hit = NODE_NONE;
	const struct consumer *k = graph_consumers(g, node, &n, NULL);

	for (uint32_t i = 0; k && i < n && i < 8 && hit == NODE_NONE; i++) {
		struct sv op = graph_node_op(g, k[i].node);

		if (k[i].slot == SLOT_CONTROL)
			continue;
		for (const char *const *p = ops; *p; p++)
			if (sv_is(op, *p))
				return k[i].node;
		for (const char *const *p = scaling; *p && depth > 0; p++)
			if (sv_is(op, *p) && hit == NODE_NONE)
				hit = leads_to(g, k[i].node, ops, depth - 1);
	}
	return hit;
}

/* Noise that is compared (or floored) and then picks what stays: tf.nn.dropout, old and new. */
bool is_dropout_noise(const struct graph *g, const struct node *n)
{
	static const char *const compare[] = { "GreaterEqual", NULL }, *const cut[] = { "Floor", NULL };
	static const char *const keep[] = { "Mul", "Select", "SelectV2", NULL };
	uint32_t at;

	if (!is_noise(n->op))
		return false;
	at = leads_to(g, n->index, compare, 4);
	if (at == NODE_NONE)
		at = leads_to(g, n->index, cut, 4);
	return at != NODE_NONE && leads_to(g, at, keep, 2) != NODE_NONE;
}

static void training_found(struct check *c, uint32_t gi, const struct node *n, const char *what)
{
	bool maybe = reach_maybe(&c->serve, gi, n->index);

	check_node(c, maybe ? CHECK_NOTE : CHECK_WARNING, gi, n, "%s%s", what,
		   maybe ? ", in a branch that may not run" : "");
}

static void dropout_node(struct check *c, uint32_t gi, const struct node *n, void *ctx)
{
	(void)ctx;
	if (is_dropout_noise(c->serve.graph.p[gi].g, n))
		training_found(c, gi, n, "the noise of a dropout");
}

void rule_dropout(struct check *c)
{
	check_each(c, dropout_node, NULL);
}

static const struct node *origin_node(const struct check *c, uint32_t gi, struct edge e)
{
	struct origin o = reach_origin(&c->serve, gi, e);

	return o.e.node != NODE_NONE ? graph_node(c->serve.graph.p[o.gi].g, o.e.node, NULL) : NULL;
}

/* Layer and group normalisation borrow the op, always in training mode: each example becomes a channel of one image,
 * and the scale is made of ones, as many as there are examples. */
static bool is_layer_norm(const struct check *c, uint32_t gi, const struct node *n)
{
	const struct node *x = origin_node(c, gi, n->in[0]), *scale = origin_node(c, gi, n->in[1]), *dims = NULL;
	struct sv format = SV("");

	node_attr_str(n, "data_format", &format);
	if (scale && sv_is(scale->op, "Fill") && scale->n_in)
		dims = origin_node(c, reach_origin(&c->serve, gi, n->in[1]).gi, scale->in[0]);
	return (dims && !sv_is(dims->op, "Const")) || (x && sv_is(format, "NCHW") && sv_is(x->op, "Reshape"));
}

static void batch_norm_node(struct check *c, uint32_t gi, const struct node *n, void *ctx)
{
	bool training;

	(void)ctx;
	if ((is_like(n->op, "FusedBatchNorm") || is_like(n->op, "FusedBatchNormV2") ||
	     is_like(n->op, "FusedBatchNormV3")) &&
	    node_attr_bool(n, "is_training", &training) && training && n->n_in > 1 && !is_layer_norm(c, gi, n))
		training_found(c, gi, n, "is_training is true: mean and variance are those of the batch");
}

void rule_batch_norm(struct check *c)
{
	check_each(c, batch_norm_node, NULL);
}

static bool seeded(const struct node *n)
{
	int64_t a = 0, b = 0;
	bool has = node_attr_int(n, "seed", &a);

	return (node_attr_int(n, "seed2", &b) || has) && (a || b);
}

static void random_node(struct check *c, uint32_t gi, const struct node *n, void *ctx)
{
	const struct op_row *row = op_find(n->op);

	(void)ctx;
	if (row && (row->flags & OP_RANDOM) && n->def && n->def->stateful && !seeded(n) &&
	    !is_dropout_noise(c->serve.graph.p[gi].g, n))
		check_node(c, c->rule->severity, gi, n, "%.*s has no seed%s", SV_ARG(n->op),
			   reach_maybe(&c->serve, gi, n->index) ? " (in a branch that may not run)" : "");
}

void rule_random(struct check *c)
{
	check_each(c, random_node, NULL);
}
