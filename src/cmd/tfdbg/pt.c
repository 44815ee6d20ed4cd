/* print_tensor and print_feed. */
#include <inttypes.h>
#include <stdlib.h>

#include "cmd/tfdbg/dumps.h"
#include "cmd/tfdbg/graph.h"
#include "cmd/tfdbg/show.h"
#include "cmd/tfdbg/verbs.h"

/* ---- which dump ---- */

/* Several, and none is chosen. */
static bool several(struct tf_call *c, const char *name, const struct tf_dumps *d, const struct tf_tensor *t)
{
	uint32_t at = t->first;

	rich_add(c->out, "Tensor \"%s\" generated %" PRIu32 " dumps:", name, t->n);
	for (uint32_t k = 0; k < t->n; k++, at = d->all.p[at].next) {
		struct str link = STR_INIT;

		rich_add(c->out, "#%" PRIu32 " [%.3f ms] %s:DebugIdentity", k, d->all.p[at].ms, d->all.p[at].tensor);
		str_addf(&link, "pt %s -n %" PRIu32, d->all.p[at].tensor, k);
		rich_span(c->out, 0, c->out->line.p[c->out->line.n - 1].text.n, RT_PLAIN, str_z(&link));
		str_free(&link);
	}
	rich_add(c->out, "%s", "");
	rich_add(c->out, "You can use the -n (--number) flag to specify which dump to print.");
	rich_add(c->out, "For example:");
	rich_add(c->out, "  print_tensor %s -n 0", name);
	return true;
}

static bool show_dump(struct tf_call *c, const struct tf_dump *d, const char *suffix, struct sv slice, bool many,
		      const struct tf_ranges *ranges, struct err *err)
{
	struct tensor *v = dump_value(c->t, d, err), *t = NULL;
	struct str label = STR_INIT;
	struct tf_show s = {
		.ranges = ranges, .all = tf_flag(c, "all"), .summary = tf_flag(c, "numeric_summary") && !many,
		.write_path = tf_str(c, "write_path"),
	};
	bool ok;

	if (v)
		t = slice.n ? tf_slice(v, slice, err) : tensor_ref(v);
	if (!t)
		return false;
	str_addf(&label, "%s:DebugIdentity", d->tensor);
	str_add(&label, slice);
	str_addz(&label, suffix);
	s.label = str_z(&label);
	s.scalar = slice.n && !t->rank;
	ok = tf_show(c, t, &s, err);
	tf_menu(c->out, "print_tensor", d->node);
	str_free(&label);
	tensor_unref(t);
	return ok;
}

/* ---- which tensor ---- */

/* "node" as its only tensor; NULL when something was said. */
static const char *tensor_of_node(struct tf_call *c, const struct tf_dumps *d, const char *name, struct str *full,
				  struct err *err)
{
	const struct tf_made *made = dumps_node(d, name);
	const struct tf_graph *g = made ? NULL : tf_graph(c->t, err);
	uint32_t i = g ? tf_graph_find(g, name) : NODE_NONE;

	if (g && i == NODE_NONE) {
		tf_error(c, "Node \"%s\" does not exist in partition graphs", name);
		return NULL;
	}
	if (g)
		made = dumps_node(d, g->node.p[i].path);
	if (!made || made->slots != 1) {
		rich_add(c->out, "Node \"%s\" generated debug dumps from %d output slots:", name,
			 made ? made->slots : 0);
		rich_add(c->out, "Please specify the output slot: %s:x.", name);
		return NULL;
	}
	str_addf(full, "%s:%d", made->node, made->slot);
	return str_z(full);
}

/* "node:3"; NULL when something was said. */
static const char *tensor_of_slot(struct tf_call *c, const char *name, struct str *full, struct err *err)
{
	const struct tf_graph *g = tf_graph(c->t, err);
	const char *colon = strrchr(name, ':');
	uint32_t i = tf_graph_find(g, name);

	if (i == NODE_NONE) {
		tf_error(c, "Node \"%.*s\" does not exist in partition graphs", (int)(colon - name), name);
		return NULL;
	}
	str_addf(full, "%s%s", g->node.p[i].path, colon);
	return str_z(full);
}

static bool has_slot(const char *name)
{
	const char *colon = strrchr(name, ':');

	return colon && colon != name && colon[1] && !colon[1 + strspn(colon + 1, "0123456789")];
}

static bool print_chosen(struct tf_call *c, const char *name, struct sv slice, const struct tf_ranges *ranges,
			 struct err *err)
{
	struct tf_dumps *d = tf_dumps(c->t, err);
	struct str full = STR_INIT, suffix = STR_INIT;
	const struct tf_tensor *t = d ? dumps_tensor(d, name) : NULL;
	const char *tensor = name;
	int64_t k = tf_flag(c, "number") ? tf_opt(c, "number")->i : -1;
	bool ok = true;

	if (!d)
		return false;
	if (!t) {
		tensor = has_slot(name) ? tensor_of_slot(c, name, &full, err) : tensor_of_node(c, d, name, &full, err);
		t = tensor ? dumps_tensor(d, tensor) : NULL;
	}
	if (tensor && !t)
		ok = tf_error(c, "Tensor \"%s\" did not generate any dumps.", name);
	else if (t && t->n == 1 && k > 0)
		ok = tf_error(c, "Invalid number (%" PRId64 ") for tensor %s, which generated one dump.", k, tensor);
	else if (t && t->n > 1 && k < 0)
		ok = several(c, name, d, t);
	else if (t && k >= (int64_t)t->n)
		ok = tf_error(c, "Specified number (%" PRId64 ") exceeds the number of available dumps (%" PRIu32
			      ") for tensor %s", k, t->n, tensor);
	else if (t) {
		if (t->n > 1)
			str_addf(&suffix, " (dump #%" PRId64 ")", k);
		ok = show_dump(c, dumps_nth(d, t, k < 0 ? 0 : (uint32_t)k), str_z(&suffix), slice, t->n > 1, ranges,
			       err);
	}
	str_free(&full);
	str_free(&suffix);
	return ok;
}

static bool pt_exec(struct tf_call *c, struct err *err)
{
	struct tf_ranges ranges;
	struct sv name, slice;
	char *z;
	bool ok;

	ok = tf_ranges_parse(&ranges, tf_str(c, "ranges"), err);
	tf_name_slice(c->argv[0], &name, &slice);
	z = xsvdup(name);
	ok = ok && print_chosen(c, z, slice, &ranges, err);
	free(z);
	vec_free(&ranges.r);
	return ok;
}

static const struct tf_flag pt_flags[] = {
	{ "n", "number", OPT_INT, "Which of several dumps, from 0.", NULL },
	{ "r", "ranges", OPT_STRING, "Highlight elements within: [-0.1,0.1], [[-inf,-1],[1,inf]]", NULL },
	{ "a", "all", OPT_FLAG, "Every element, no \"...\".", NULL },
	{ "s", "numeric_summary", OPT_FLAG, "How many elements are zero, negative, NaN; least, largest, mean.", NULL },
	{ "w", "write_path", OPT_STRING, "Write the value to this .npy file too.", NULL },
	{ 0 },
};

#define TENSOR_HELP "A tensor, and which part of it: layer/y:0, layer/y:0[1,:]."

const struct tf_verb tf_print_tensor = {
	.name = "print_tensor", .aliases = (const char *const[]){ "pt", NULL }, .where = AT_END, .flags = pt_flags,
	.operand = "tensor_name", .operand_help = TENSOR_HELP, .min_args = 1, .max_args = 1, .words = TF_TENSORS,
	.exec = pt_exec, .brief = "Print a tensor that the run made.",
};

/* ---- print_feed ---- */

static bool show_feed(struct tf_call *c, struct tensor *v, struct sv name, struct sv slice, struct err *err)
{
	struct tf_ranges ranges;
	struct str label = STR_INIT;
	struct tensor *t = NULL;
	bool ok = tf_ranges_parse(&ranges, tf_str(c, "ranges"), err);

	if (ok)
		t = slice.n ? tf_slice(v, slice, err) : tensor_ref(v);
	str_add(&label, name);
	str_addz(&label, " (feed)");
	str_add(&label, slice);
	ok = t && tf_show(c, t, &(struct tf_show){
		.label = str_z(&label), .ranges = &ranges, .all = tf_flag(c, "all"),
		.summary = tf_flag(c, "numeric_summary"), .scalar = slice.n && !t->rank }, err);
	str_free(&label);
	tensor_unref(t);
	vec_free(&ranges.r);
	return ok;
}

static bool pf_exec(struct tf_call *c, struct err *err)
{
	const struct signature *sig = c->t->sig;
	struct sv name, slice;
	bool any = false;

	tf_name_slice(c->argv[0], &name, &slice);
	for (uint32_t i = 0; i < sig->n_in; i++) {
		struct tensor *v = dbg_input(c->t->dbg, i);

		any = any || v;
		if (v && sv_eq(sig->in[i].name, name))
			return show_feed(c, v, name, slice, err);
	}
	if (!any)
		return tf_error(c, "The feed_dict of the current run is None or empty.");
	return tf_error(c, "The feed_dict of the current run does not contain the key %.*s", SV_ARG(name));
}

const struct tf_verb tf_print_feed = {
	.name = "print_feed", .aliases = (const char *const[]){ "pf", NULL }, .where = AT_RUN, .flags = pt_flags,
	.operand = "tensor_name", .operand_help = TENSOR_HELP, .min_args = 1, .max_args = 1, .words = TF_FEEDS,
	.exec = pf_exec, .brief = "Print a value that the run is fed.",
};
