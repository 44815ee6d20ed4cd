/* Rules on the checkpoint: its files, what is in it and what ought to be. */
#include "inspect/check_inside.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"

enum { SMALL_TOTAL = 64 << 20 };	/* bytes that are read without being asked to */

struct sv resource_name(const struct node *n)
{
	struct sv s;

	return node_attr_str(n, "shared_name", &s) && s.n ? s : n->name;
}

static bool is_variable_op(struct sv op)
{
	return sv_is(op, "VarHandleOp") || sv_is(op, "VariableV2") || sv_is(op, "Variable") ||
	       sv_is(op, "AutoReloadVariable");
}

struct sv variable_name(const struct variable *v)
{
	return sv_ends(v->name, SV(":0")) ? sv_sub(v->name, 0, v->name.n - 2) : v->name;
}

static void note_variable(struct check *c, uint32_t gi, const struct node *n, void *ctx)
{
	(void)gi;
	(void)ctx;
	if (is_variable_op(n->op))
		map_add(&c->read_vars, resource_name(n), 1);
}

bool variable_is_read(struct check *c, const struct variable *v)
{
	if (!c->read_vars.cap) {
		map_reserve(&c->read_vars, 16);
		check_each(c, note_variable, NULL);
	}
	return map_get(&c->read_vars, variable_name(v), NULL);
}

static char *variable_place(const struct variable *v)
{
	struct str s = STR_INIT;

	str_escaped(&s, v->name);
	return str_give(&s);
}

/* ---- the files ---- */

static struct bundle *checkpoint(const struct check *c)
{
	return model_bundle(c->mg->model, NULL);
}

/* What the model looks for when there is no checkpoint at all. TensorFlow 2 restores whatever it loads. */
static bool wants_checkpoint(struct check *c)
{
	const struct reached *r = &c->init.graph.p[0];

	variable_is_read(c, &(struct variable){ .name = SV("") });
	if (c->mg->has_object_graph)
		return true;
	for (uint32_t i = 0; i < r->g->n_nodes; i++)
		if (r->mark[i] && is_variable_op(graph_node_op(r->g, i)))
			return true;
	return c->read_vars.n && !c->mg->init_op.n;
}

void rule_checkpoint(struct check *c)
{
	const struct model *m = c->mg->model;
	char *index = xasprintf("%s/variables/variables.index", model_dir(m));
	struct err e = { 0 };
	bool there = !access(index, F_OK);
	char *text, *old = xasprintf("%s/variables/variables", model_dir(m));
	bool first_form = !access(old, F_OK);

	free(index);
	free(old);
	if (model_form(m) >= MODEL_CHECKPOINT || model_bundle(m, &e))
		return;
	if (!there && first_form) {
		check_say_unjudged(c, "the checkpoint is of TensorFlow's first form, whose values are not looked at");
		err_clear(&e);
		return;
	}
	text = err_text(&e);
	if (there)
		check_found(c, xstrdup("variables/variables.index"), "%s", text);
	else if (wants_checkpoint(c))
		check_found(c, xstrdup("variables"), "there is no checkpoint; signatures read %zu variables",
			    c->read_vars.n);
	free(text);
	err_clear(&e);
}

/* 0: the shard holds the entry's bytes; else what is wrong, and *size. */
static const char *shard_trouble(const struct bundle *b, const struct bundle_entry *e, char **path, int64_t *size)
{
	struct stat st;

	*path = xasprintf("%s.data-%05d-of-%05d", bundle_prefix(b), e->shard, bundle_n_shards(b));
	if (stat(*path, &st))
		return "missing";
	*size = st.st_size;
	return e->offset > st.st_size || e->size > st.st_size - e->offset ? "short" : NULL;
}

static bool entry_is_there(const struct bundle *b, const struct bundle_entry *e)
{
	int64_t size;
	char *path;
	bool ok;

	if (!bundle_n_shards(b))
		return true;
	ok = !shard_trouble(b, e, &path, &size);
	free(path);
	return ok;
}

struct shard {
	int shard;
	int lost;			/* entries */
	const struct bundle_entry *first;
	bool missing;
	int64_t size;
};

static void shard_found(struct check *c, const struct bundle *b, const struct shard *s)
{
	const char *prefix = strrchr(bundle_prefix(b), '/');
	char *place = xasprintf("variables/%s.data-%05d-of-%05d", prefix ? prefix + 1 : bundle_prefix(b), s->shard,
				bundle_n_shards(b));

	if (s->missing)
		check_found(c, place, "the file is missing; %d values are in it, the first is %.*s", s->lost,
			    SV_ARG(s->first->key));
	else
		check_found(c, place,
			    "the file ends at %lld; %d values lie behind, the first is %.*s (%lld bytes at %lld)",
			    (long long)s->size, s->lost, SV_ARG(s->first->key), (long long)s->first->size,
			    (long long)s->first->offset);
}

void rule_shard(struct check *c)
{
	struct bundle *b = checkpoint(c);
	VEC(struct shard) list = { 0 };
	int n = 0;
	const struct bundle_entry *e = b ? bundle_all(b, &n) : NULL;

	for (int i = 0; i < n && bundle_n_shards(b); i++) {
		int64_t size = 0;
		char *path;
		const char *what = shard_trouble(b, &e[i], &path, &size);
		size_t k = 0;

		free(path);
		if (!what || e[i].n_slices)
			continue;
		while (k < list.n && list.p[k].shard != e[i].shard)
			k++;
		if (k == list.n)
			vec_push(&list, ((struct shard){ e[i].shard, 0, &e[i], !strcmp(what, "missing"), size }));
		list.p[k].lost++;
	}
	for (size_t k = 0; k < list.n; k++)
		shard_found(c, b, &list.p[k]);
	vec_free(&list);
}

static int64_t total_bytes(const struct bundle *b)
{
	int64_t sum = 0;

	for (int i = 0; i < bundle_n(b); i++)
		if (__builtin_add_overflow(sum, bundle_at(b, i)->size, &sum))
			return INT64_MAX;
	return sum;
}

void rule_checksum(struct check *c)
{
	struct bundle *b = checkpoint(c);
	int64_t total = b ? total_bytes(b) : 0;

	if (!c->o.full && total > SMALL_TOTAL) {
		check_say_unjudged(c,
				   "values and checksums of the checkpoint (%lld MB) were not read: --full reads them",
				   (long long)(total / 1000000));
		return;
	}
	for (int i = 0; b && i < bundle_n(b) && check_go_on(c, "verifying checksums", (double)i / bundle_n(b)); i++) {
		const struct bundle_entry *e = bundle_at(b, i);
		struct err err = { 0 };
		struct tensor *t = e->n_slices || entry_is_there(b, e) ? bundle_read(b, i, &err) : NULL;

		if (!t && err_is(&err)) {
			char *text = err_text(&err);
			struct str key = STR_INIT;

			str_escaped(&key, e->key);
			check_found(c, str_give(&key), "%s", text);
			free(text);
		}
		tensor_unref(t);
		err_clear(&err);
	}
}

/* ---- what is in it ---- */

static void absent_object(struct check *c, const struct variable *v, uint32_t i)
{
	bool read = variable_is_read(c, v);

	if (v->entry < 0)
		check_spot(check_found_as(c, read || v->key.n ? CHECK_ERROR : CHECK_WARNING, variable_place(v), "%s%s",
					  v->key.n ? "its key is not in the checkpoint"
						   : "the checkpoint holds no value of it",
					  read ? ", and a signature reads it" : "; no signature reads it"),
			   SPOT_VARIABLE, i);
}

/* TensorFlow 1: the restore op names what it wants. */
static void absent_keys(struct check *c, const struct node *n, struct bundle *b)
{
	struct edge names = n->n_in > 1 ? n->in[1] : (struct edge){ NODE_NONE, 0 };
	const struct node *k = names.node != NODE_NONE ? graph_node(c->mg->graph, names.node, NULL) : NULL;
	struct tensor *t = NULL;
	struct sv proto;

	if (k && sv_is(k->op, "Const") && node_attr_tensor(k, "value", &proto))
		t = tensorproto_decode(proto, NULL);
	for (int64_t i = 0; t && t->dtype == DT_STRING && i < t->n; i++) {
		struct str key = STR_INIT;

		if (bundle_find(b, tensor_str(t, i)) >= 0)
			continue;
		str_escaped(&key, tensor_str(t, i));
		check_found(c, str_give(&key), "%.*s restores it, but it is not in the checkpoint", SV_ARG(n->name));
	}
	tensor_unref(t);
}

void rule_variable_absent(struct check *c)
{
	uint32_t n;
	const struct variable *v = metagraph_variables(c->mg, &n);
	struct bundle *b = checkpoint(c);
	const struct reached *r = &c->init.graph.p[0];

	if (!b)
		return;		/* told by rule checkpoint, if anything needs one */
	for (uint32_t i = 0; c->mg->has_object_graph && i < n; i++)
		absent_object(c, &v[i], i);
	for (uint32_t i = 0; !c->mg->has_object_graph && i < r->g->n_nodes; i++)
		if (r->mark[i] && sv_is(graph_node_op(r->g, i), "RestoreV2")) {
			const struct node *node = graph_node(r->g, i, NULL);

			if (node)
				absent_keys(c, node, b);
		}
}

static void differs(struct check *c, const struct variable *v, uint32_t i, enum dtype want, struct shape shape)
{
	const struct bundle_entry *e = bundle_at(checkpoint(c), v->entry);
	struct str a = STR_INIT, b = STR_INIT;

	if (!e || want == DT_INVALID || (e->dtype == want && shape_accepts(shape, e->shape)))
		return;
	shape_str_py(&a, shape);
	shape_str_py(&b, e->shape);
	check_spot(check_found(c, variable_place(v), "the model wants %s %s, the checkpoint holds %s %s",
			       dtype_info(want)->name, str_z(&a), dtype_info(e->dtype)->name, str_z(&b)),
		   SPOT_VARIABLE, i);
	str_free(&a);
	str_free(&b);
}

/* The variable's node, by its name: type and shape as the graph has them. */
static bool in_graph(const struct check *c, struct sv name, enum dtype *t, struct shape *s)
{
	uint32_t i = graph_find(c->mg->graph, name);
	const struct node *n = i != NODE_NONE ? graph_node(c->mg->graph, i, NULL) : NULL;

	if (!n || !is_variable_op(n->op) || !node_attr_type(n, "dtype", t) || !node_attr_shape(n, "shape", s))
		return false;
	*t = dtype_base(*t);
	return s->rank != 0 || sv_is(n->op, "VarHandleOp");	/* an old graph leaves a scalar's where it knows none */
}

void rule_variable_shape(struct check *c)
{
	uint32_t n;
	const struct variable *v = metagraph_variables(c->mg, &n);

	for (uint32_t i = 0; checkpoint(c) && i < n; i++) {
		enum dtype t = v[i].dtype;
		struct shape s = v[i].shape;

		if (v[i].entry >= 0 && (c->mg->has_object_graph || in_graph(c, variable_name(&v[i]), &t, &s)))
			differs(c, &v[i], i, t, s);
	}
}

void rule_variable_unused(struct check *c)
{
	uint32_t n, sigs = 0;
	const struct variable *v = metagraph_variables(c->mg, &n);

	for (uint32_t i = 0; i < c->mg->n_sigs; i++)
		sigs += !sig_internal(&c->mg->sigs[i]);
	for (uint32_t i = 0; sigs && i < n; i++)
		if (v[i].entry >= 0 && !variable_is_read(c, &v[i]))
			check_spot(check_found(c, variable_place(&v[i]),
					       "no signature reads it; its value takes %lld bytes",
					       (long long)v[i].bytes),
				   SPOT_VARIABLE, i);
}
