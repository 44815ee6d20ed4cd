/* One node with its inputs as a SavedModel of its own; see repro.h. */
#include "debug/repro_inside.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "model/callees.h"

static const struct shape unknown = {.rank = -1};

/* ---- names ---- */

static bool name_char(char c, bool first)
{
	return isalnum((unsigned char)c) || c == '.' || (!first && strchr("_/>-", c) && c);
}

const char *build_name(struct build *b, struct sv wish)
{
	struct str s = STR_INIT;
	size_t n;
	char *name;

	for (size_t i = 0; i < wish.n && i < 200; i++)
		str_addc(&s, name_char(wish.p[i], i == 0) ? wish.p[i] : i ? '_' : 'n');
	if (!s.n)
		str_addz(&s, "n");
	n = s.n;
	for (int k = 1; map_get(&b->names, str_sv(&s), NULL); k++) {
		s.n = n;
		str_addf(&s, "_%d", k);
	}
	name = str_give(&s);
	vec_push(&b->kept, name);
	map_put(&b->names, sv_of(name), 1);
	return name;
}

void build_node(struct build *b, struct str *node)
{
	emit_graph_node(&b->m, node);
	b->r->n_nodes++;
	str_free(node);
}

/* ---- values ---- */

/* Does an .npy file hold it as TensorFlow takes it back? */
static bool file_holds(const struct tensor *t)
{
	enum dtype_kind kind = dtype_info(t->dtype)->kind;

	for (int64_t i = 0; t->dtype == DT_STRING && i < t->n; i++) {
		struct sv s = tensor_str(t, i);

		if (s.n && !s.p[s.n - 1])
			return false;
	}
	return t->dtype == DT_STRING || kind == DK_BOOL ||
	       (dtype_info(t->dtype)->size <= 8 && t->dtype != DT_BFLOAT16 && kind == DK_FLOAT &&
		dtype_info(t->dtype)->size >= 2) ||
	       t->dtype == DT_COMPLEX64 || t->dtype == DT_COMPLEX128 || t->dtype == DT_INT8 ||
	       t->dtype == DT_INT16 || t->dtype == DT_INT32 || t->dtype == DT_INT64 ||
	       t->dtype == DT_UINT8 || t->dtype == DT_UINT16 || t->dtype == DT_UINT32 ||
	       t->dtype == DT_UINT64;
}

static bool constant(struct build *b, const char *name, const struct tensor *t, struct err *err)
{
	struct str node = STR_INIT;
	bool ok;

	emit_node(&node, name, "Const");
	emit_attr_type(&node, "dtype", t->dtype);
	ok = emit_attr_tensor(&node, "value", t, err);
	build_node(b, &node);
	return ok;
}

/* The key of a file and of the signature: no slashes. */
static char *key_of(const char *name)
{
	char *key = xstrdup(name);

	for (char *p = key; *p; p++)
		*p = *p == '/' || *p == '>' ? '_' : *p;
	return key;
}

/* What kernels refuse shall not be refused by shape inference before: no shape is said. */
const char *build_value(struct build *b, struct sv wish, struct tensor *t, const char *of,
			struct err *err)
{
	const char *name = build_name(b, wish), *from = NULL;
	struct repro_value v = {.t = t};
	struct str node = STR_INIT;
	char *tensor;

	if (!file_holds(t)) {
		from = build_name(b, SV("constant"));
		if (!constant(b, from, t, err))
			return NULL;
	}
	emit_node(&node, name, from ? "PlaceholderWithDefault" : "Placeholder");
	if (from)
		emit_input(&node, from);
	emit_attr_type(&node, "dtype", t->dtype);
	emit_attr_shape(&node, "shape", unknown);
	build_node(b, &node);
	if (from)
		return name;
	v.key = key_of(name);
	tensor_ref(t);
	str_addz(&v.of, of);
	vec_push(&b->r->in, v);
	tensor = xasprintf("%s:0", name);
	emit_info(&b->m.signature, 1, v.key, tensor, t->dtype, unknown);
	free(tensor);
	return name;
}

/* ---- functions ---- */

static bool has_function(const struct build *b, const struct function *f)
{
	for (size_t i = 0; i < b->functions.n; i++)
		if (b->functions.p[i] == f)
			return true;
	return false;
}

static void add_callees(struct build *b, const struct node *n)
{
	struct callee few[8], *c = few;
	int k = node_callees(b->d->mg, n, few, 8);

	if (k > 8) {
		c = xcalloc((size_t)k, sizeof(*c));
		node_callees(b->d->mg, n, c, k);
	}
	for (int i = 0; i < k; i++)
		if (!has_function(b, c[i].f))
			vec_push(&b->functions, c[i].f);
	if (c != few)
		free(c);
}

/* The functions that a node calls, and those that they call. */
void build_library(struct build *b, const struct node *n)
{
	size_t done = b->functions.n;

	add_callees(b, n);
	for (; done < b->functions.n; done++) {
		const struct graph *g = b->functions.p[done]->graph;

		for (uint32_t i = 0; i < g->n_nodes; i++) {
			const struct node *in =
				graph_may_call(g, i) ? graph_node(g, i, NULL) : NULL;

			if (in)
				add_callees(b, in);
		}
	}
}

/* ---- the node ---- */

/* "a", or "values_2" of an argument that is a list; the argument of input (or output) i. */
static char *arg_name(const struct node *n, const struct opdef_arg *arg, int n_arg, uint32_t i,
		      bool *is_ref)
{
	uint32_t at = 0;

	for (int k = 0; k < n_arg; k++) {
		uint32_t count = node_arg_count(n, &arg[k]);

		if (i < at + count) {
			*is_ref = arg[k].is_ref;
			return arg[k].number_attr.n || arg[k].type_list_attr.n
				       ? xasprintf("%.*s_%u", SV_ARG(arg[k].name), i - at)
				       : xsvdup(arg[k].name);
		}
		at += count;
	}
	*is_ref = false;
	return xasprintf("value_%u", i);
}

static bool node_input(struct build *b, const struct node *n, uint32_t i, struct str *node,
		       struct err *err)
{
	struct tensor *t = exec_in(b->d->x, (int)i);
	bool is_ref = false;
	char *name = n->def ? arg_name(n, n->def->in, n->def->n_in, i, &is_ref)
			    : xasprintf("value_%u", i);
	char *of = xasprintf("input %u, %s", i, name);
	const char *from = NULL;

	if (!t)
		err_set(err, ERR_KIND_UNSUPPORTED, ERR_UNIMPLEMENTED,
			"its input %u is dead: the node does not run", i);
	else if (is_ref)
		from = build_ref(b, t, err);
	else
		from = build_any(b, sv_of(name), t, of, err);
	if (from)
		emit_input(node, from);
	free(name);
	free(of);
	return from != NULL;
}

static void node_outputs(struct build *b, const struct node *n, const char *name)
{
	bool is_ref;

	for (uint32_t i = 0; i < n->n_out; i++) {
		char *arg = n->def ? arg_name(n, n->def->out, n->def->n_out, i, &is_ref)
				   : xasprintf("out_%u", i);
		char *tensor = xasprintf("%s:%u", name, i);
		enum dtype t = n->out_type[i];

		if (t != DT_INVALID && t != DT_RESOURCE && t != DT_VARIANT) {
			emit_info(&b->m.signature, 2, arg, tensor, t, unknown);
			vec_push(&b->r->out,
				 ((struct repro_value){.key = xstrdup(arg), .of = STR_INIT}));
			str_addf(&vec_last(&b->r->out).of, "%u", i);
		}
		free(arg);
		free(tensor);
	}
}

/* A node without an output that can be fetched: a constant that comes after it. */
static bool ran_output(struct build *b, const char *name, struct err *err)
{
	const char *ran = build_name(b, SV("ran"));
	struct tensor *t = tensor_scalar_i64(DT_BOOL, 1, err);
	struct str node = STR_INIT, after = STR_INIT;
	char *tensor = xasprintf("%s:0", ran);
	bool ok;

	emit_node(&node, ran, "Const");
	str_addf(&after, "^%s", name);
	emit_input(&node, str_z(&after));
	emit_attr_type(&node, "dtype", DT_BOOL);
	ok = t && emit_attr_tensor(&node, "value", t, err);
	build_node(b, &node);
	emit_info(&b->m.signature, 2, "ran", tensor, DT_BOOL, (struct shape){.rank = 0});
	vec_push(&b->r->out, ((struct repro_value){.key = xstrdup("ran")}));
	tensor_unref(t);
	str_free(&after);
	free(tensor);
	return ok;
}

/* An argument or a fed placeholder: its value, handed on. */
static bool given_node(struct build *b, const char *name, struct tensor *t, struct err *err)
{
	struct str node = STR_INIT;
	char *tensor = xasprintf("%s:0", name);
	const char *from = t ? build_any(b, SV("input"), t, "the input", err) : NULL;

	if (from) {
		emit_node(&node, name, "Identity");
		emit_input(&node, from);
		emit_attr_type(&node, "T", t->dtype);
		build_node(b, &node);
		emit_info(&b->m.signature, 2, "output", tensor, t->dtype, unknown);
		vec_push(&b->r->out, ((struct repro_value){.key = xstrdup("output")}));
		str_addz(&vec_last(&b->r->out).of, "0");
	}
	free(tensor);
	return from || err_set(err, ERR_KIND_OP, ERR_FAILED_PRECONDITION, "it has no value");
}

/* A V1 variable that is read: made, filled, and read. */
static bool variable_node(struct build *b, const struct tensor *t, struct err *err)
{
	const char *ref = t ? build_ref(b, t, err) : NULL,
		   *read = ref ? build_name(b, SV("read")) : NULL;
	struct str node = STR_INIT;
	char *tensor;

	if (!read)
		return err_set(err, ERR_KIND_OP, ERR_FAILED_PRECONDITION,
			       "the variable has no value");
	emit_node(&node, read, "Identity");
	emit_input(&node, ref);
	for (size_t i = 0; i < b->first.n; i++)
		emit_input(&node, b->first.p[i]);
	emit_attr_type(&node, "T", t->dtype);
	build_node(b, &node);
	tensor = xasprintf("%s:0", read);
	emit_info(&b->m.signature, 2, "output", tensor, t->dtype, unknown);
	vec_push(&b->r->out, ((struct repro_value){.key = xstrdup("output")}));
	str_addz(&vec_last(&b->r->out).of, "0");
	free(tensor);
	return true;
}

static bool plain_node(struct build *b, const struct graph *g, const struct node *n,
		       const char *name, struct err *err)
{
	struct str node = STR_INIT;
	char *op = xsvdup(n->op);
	bool ok = true;

	emit_node(&node, name, op);
	for (uint32_t i = 0; ok && i < n->n_in; i++)
		ok = node_input(b, n, i, &node, err);
	for (size_t i = 0; ok && i < b->first.n; i++)
		emit_input(&node, b->first.p[i]);
	ok = ok && emit_attrs_of(&node, g, n->index, err);
	build_library(b, n);
	build_node(b, &node);
	if (ok)
		node_outputs(b, n, name);
	if (ok && !b->r->out.n)
		ok = ran_output(b, name, err);
	free(op);
	return ok;
}

/* ---- all of it ---- */

static bool is_one(struct sv op, const char *const *names)
{
	while (*names && !sv_is(op, *names))
		names++;
	return *names != NULL;
}

static const char *const v1_flow[] = {"LoopCond",	  "Enter",    "Exit",
				      "NextIteration",	  "RefEnter", "RefExit",
				      "RefNextIteration", NULL};
static const char *const given[] = {"Placeholder", "PlaceholderV2", "PlaceholderWithDefault",
				    "_Arg",	   "_Retval",	    NULL};
static const char *const loops[] = {"While", "StatelessWhile", NULL};
static const char *const v1_variables[] = {"VariableV2", "Variable", NULL};

static struct tensor *event_value(const struct dbg *d, int64_t event, int slot)
{
	bool dropped;

	return event >= 0 ? dbg_event_out(d, (uint64_t)event, slot, &dropped) : NULL;
}

/* event: where the node ran, or -1. */
static bool build(struct build *b, const struct graph *g, uint32_t at, int64_t event,
		  struct err *err)
{
	const struct node *n = graph_node(g, at, err);
	const char *name;

	if (!n)
		return false;
	if (is_one(n->op, v1_flow) && !build_loop(b, err))
		return false;
	if (b->r->loop) {
		b->r->node = xsvdup(n->name);
		return true;
	}
	b->r->loop = is_one(n->op, loops);
	if (is_one(n->op, v1_variables)) {
		b->r->node = xstrdup("read");
		return variable_node(b, event_value(b->d, event, 0), err);
	}
	name = build_name(b, n->name);
	b->r->node = xstrdup(name);
	if (is_one(n->op, given))
		return given_node(b, name, event_value(b->d, event, 0), err);
	return plain_node(b, g, n, name, err);
}

static void build_free(struct build *b)
{
	for (size_t i = 0; i < b->kept.n; i++)
		free(b->kept.p[i]);
	for (size_t i = 0; i < b->first.n; i++)
		free(b->first.p[i]);
	vec_free(&b->kept);
	vec_free(&b->first);
	vec_free(&b->made);
	vec_free(&b->functions);
	map_free(&b->names);
	emit_model_free(&b->m);
}

static void find_outputs(struct build *b, int64_t event)
{
	b->r->ran = event >= 0;
	for (size_t i = 0; event >= 0 && i < b->r->out.n; i++) {
		struct repro_value *v = &b->r->out.p[i];

		if (v->of.n)
			v->t = tensor_ref(event_value(b->d, event, atoi(str_z(&v->of))));
		str_free(&v->of);
	}
}

/* The debugger stands before the node. */
static bool take(struct dbg *d, int64_t event, struct repro *r, struct err *err)
{
	struct build b = {.d = d, .r = r};
	const struct tick *t = &d->tick.p[d->here];
	struct str path = STR_INIT;
	bool ok;

	exec_path(exec_frame(d->x), exec_node(d->x), &path);
	str_addz(&path, t->fr->iter);
	r->path = str_give(&path);
	r->op = xsvdup(graph_node_op(t->fr->graph, t->node));
	b.m.producer = d->mg->producer;
	b.m.min_consumer = d->mg->min_consumer;
	b.m.tf_version = d->mg->tf_version;
	ok = build(&b, t->fr->graph, t->node, event, err);
	for (size_t i = 0; ok && i < b.functions.n; i++)
		emit_function(&b.m, b.functions.p[i]);
	r->n_functions = (uint32_t)b.functions.n;
	ok = ok && emit_model(&r->model, &b.m, err);
	if (ok)
		find_outputs(&b, event);
	build_free(&b);
	if (!ok)
		err_at(err, "%s (%s)", r->path, r->op);
	return ok && !err_is(err);
}

/* There, and back to where the debugger stood. */
static bool take_at(struct dbg *d, uint64_t tick, int64_t event, struct repro *r, struct err *err)
{
	struct standing here = standing_of(d);
	struct err back = {0};
	bool ok;

	if (tick == d->here && exec_node(d->x) != NODE_NONE)
		return take(d, event, r, err);
	ok = machine_goto(d, tick, err) && take(d, event, r, err);
	if (!standing_return(d, &here, &back) && ok)
		err_move(err, &back), ok = false;
	err_clear(&back);
	return ok;
}

static bool no_node(struct err *err)
{
	return err_set(err, ERR_KIND_USAGE, ERR_FAILED_PRECONDITION,
		       "the run does not stand at a node: name one");
}

/* The first round of the loop that the node here controls: what entered it has not changed yet. */
static uint64_t first_round(const struct dbg *d, uint64_t tick)
{
	const struct tick *t = &d->tick.p[tick];

	if (!is_one(graph_node_op(t->fr->graph, t->node), v1_flow))
		return tick;
	for (uint64_t i = tick; i-- > 0;) {
		const struct tick *e = &d->tick.p[i];

		if (e->fr->call_id == t->fr->call_id && e->node == t->node)
			tick = i;
	}
	return tick;
}

bool repro_take(struct dbg *d, int64_t event, struct repro *r, struct err *err)
{
	const struct err *why = d->state == DBG_FAILED ? dbg_error(d) : NULL;

	memset(r, 0, sizeof(*r));
	if (!d->x)
		return err_set(err, ERR_KIND_USAGE, ERR_FAILED_PRECONDITION, "there is no run yet");
	if (event >= 0) {
		if ((size_t)event >= d->event.n)
			return no_node(err);
		if (!dbg_recompute(d, (uint64_t)event, err))
			return false;
		return take_at(d, first_round(d, d->event.p[event].tick), event, r, err);
	}
	if (d->state != DBG_STOPPED && d->state != DBG_FAILED)
		return no_node(err);
	if (why) {
		r->failure.code = why->code;
		r->failure.kind = why->kind;
		r->failure.msg = xstrdup(why->msg ? why->msg : "");
	}
	return take_at(d, first_round(d, d->here), d->tick.p[d->here].event, r, err);
}

bool repro_take_frame(struct dbg *d, int i, struct repro *r, struct err *err)
{
	struct dbg_frame f;

	memset(r, 0, sizeof(*r));
	if (!d->x || d->state == DBG_DONE || !dbg_frame(d, i, &f))
		return no_node(err);
	if (i == 0)
		return repro_take(d, -1, r, err);
	for (uint64_t t = d->here; t-- > 0;) {
		const struct tick *k = &d->tick.p[t];

		if (k->event < 0 && k->fr->graph == f.graph && k->node == f.node &&
		    !strcmp(k->fr->iter, f.iters))
			return take_at(d, t, -1, r, err);
	}
	return no_node(err);
}

static void values_free(repro_values *v)
{
	for (size_t i = 0; i < v->n; i++) {
		free(v->p[i].key);
		tensor_unref(v->p[i].t);
		str_free(&v->p[i].of);
	}
	vec_free(v);
}

void repro_free(struct repro *r)
{
	str_free(&r->model);
	values_free(&r->in);
	values_free(&r->out);
	free(r->path);
	free(r->node);
	free(r->op);
	err_clear(&r->failure);
}
