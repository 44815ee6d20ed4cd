/*
 * print_tensor and list_tensors: the run's tensors at the prompt, in tfdbg's words and flags.
 */
#include <inttypes.h>
#include <math.h>
#include <regex.h>
#include <stdlib.h>
#include <string.h>

#include "cmd/draw.h"
#include "cmd/rows.h"
#include "cmd/settings.h"
#include "cmd/table.h"
#include "debug/cond.h"
#include "tensor/npy.h"
#include "tensor/print.h"
#include "tensor/slice.h"
#include "tensor/stats.h"

/* ---- which tensor ---- */

static bool by_key(const struct tensor_info *ti, uint32_t n, struct sv name, uint32_t *i)
{
	for (*i = 0; *i < n; ++*i)
		if (sv_eq(ti[*i].key, name))
			return true;
	return false;
}

/* A tensor of the run by its node's path, else an output that is there by its key, else by an end of a path or its
 * name in this frame, else an input by its key. */
static bool by_name_of(struct app *app, struct sv name, struct named *out, struct err *err)
{
	const struct signature *sig = dbg_signature(app->dbg);
	struct tensor *key = NULL;
	struct err first = { 0 };
	bool dropped = false;
	struct dbg_event e;
	uint64_t event;
	uint32_t i;
	int slot;

	if (sig && by_key(sig->out, sig->n_out, name, &i))
		key = dbg_output(app->dbg, i);

	if (dbg_find(app->dbg, name, &event, &slot, &first) && dbg_event(app->dbg, event, &e) &&
	    (!key || sv_is(name, e.path))) {
		struct tensor *t = dbg_event_out(app->dbg, event, slot, &dropped);

		if (dropped && !dbg_recompute(app->dbg, event, err))
			return false;
		t = dropped ? dbg_event_out(app->dbg, event, slot, NULL) : t;
		str_escaped(&out->label, sv_of(e.path));
		str_addf(&out->label, ":%d%s", slot, e.iter);
		out->t = tensor_ref(t);
		if (t)
			return true;
		return err_set(err, ERR_KIND_USAGE, ERR_NOT_FOUND,
			       "%s: dead, this branch was not taken (node #%" PRIu64 ")",
			       str_z(&out->label), e.seq);
	}
	if (!key && sig && by_key(sig->in, sig->n_in, name, &i))
		key = dbg_input(app->dbg, i);
	if (key) {
		out->t = tensor_ref(key);
		str_escaped(&out->label, name);
		err_clear(&first);
		return true;
	}
	err_move(err, &first);
	return false;
}

/* ---- print_tensor ---- */

static void typed(struct sink *out, const struct tensor *t)
{
	struct str s = STR_INIT;

	shape_str_py(&s, tensor_shape(t));
	sink_printf(out, "  dtype: %s\n  shape: %s\n\n", dtype_info(t->dtype)->name, str_z(&s));
	str_free(&s);
}

static bool write_npy(struct cmd_call *c, const struct tensor *t, struct err *err)
{
	const char *path = call_str(c, "write_path");
	struct str bytes = STR_INIT;

	if (!path)
		return true;
	if (!npy_write_file(path, t, err))
		return false;
	if (npy_write(&bytes, t, false, NULL)) {
		char *size = text_bytes(bytes.n);

		sink_printf(c->out, "Saved value to: %s (%s)\n\n", path, size);
		free(size);
	}
	str_free(&bytes);
	return true;
}

bool tensor_value_print(struct cmd_call *c, struct tensor *t, bool sliced, struct err *err)
{
	struct print_opts o = {
		.width = c->out->width, .repr = true,
		.threshold = call_flag(c, "all") ? -1 : 2000,
	};
	bool scalar = sliced && t->rank == 0;

	if (scalar)
		sink_puts(c->out, "\n");
	else
		typed(c->out, t);
	if (!write_npy(c, t, err))
		return false;
	if (call_flag(c, "numeric_summary"))
		draw_summary(c->out, t, c->app->compat_2_21);
	if (call_flag(c, "hist"))
		draw_histogram(c->out, t);
	if (call_str(c, "ranges") && !seek_print(c->out, t, call_str(c, "ranges"), call_flag(c, "all"), err))
		return false;
	if (call_flag(c, "heat"))
		draw_heat(c->out, t);
	if (call_flag(c, "mosaic"))
		draw_mosaic(c->out, t);
	if (call_flag(c, "heat") || call_flag(c, "mosaic"))
		return true;
	o.repr = !scalar;
	print_tensor(c->out, t, &o);
	sink_puts(c->out, "\n");
	return true;
}

/* What the node that ran last put out first. */
static bool find_last(struct app *app, struct named *found, struct err *err)
{
	uint64_t at = dbg_seq(app->dbg);
	struct dbg_event e;
	bool dropped;

	if (!at || !dbg_event(app->dbg, at - 1, &e))
		return err_set(err, ERR_KIND_USAGE, ERR_FAILED_PRECONDITION,
			       "nothing has run yet: step first, or name a tensor");
	if (!dbg_recompute(app->dbg, at - 1, err))
		return false;
	found->t = tensor_ref(dbg_event_out(app->dbg, at - 1, 0, &dropped));
	if (!found->t)
		return err_set(err, ERR_KIND_USAGE, ERR_FAILED_PRECONDITION, "%s has no output to show", e.path);
	str_escaped(&found->label, sv_of(e.path));
	str_addf(&found->label, ":0%s", e.iter);
	return true;
}

bool named_tensor(struct app *app, const char *text, struct named *out, struct sv *slice, struct err *err)
{
	struct sv name;

	slice_split(sv_of(text), &name, slice);
	return name.n ? by_name_of(app, name, out, err) : find_last(app, out, err);
}

void named_free(struct named *n)
{
	tensor_unref(n->t);
	str_free(&n->label);
}

static int pt_exec(struct cmd_call *c, struct err *err)
{
	struct named found = { 0 };
	struct tensor *t = NULL;
	struct sv slice;
	bool ok;

	ok = named_tensor(c->app, c->argc ? c->argv[0] : NULL, &found, &slice, err);
	if (ok)
		ok = (t = slice_tensor(found.t, slice, err)) != NULL;
	if (ok) {
		sink_printf(c->out, "Tensor \"%s", str_z(&found.label));
		sink_escaped(c->out, slice);
		sink_puts(c->out, "\":\n");
		ok = tensor_value_print(c, t, slice.n > 0, err);
	}
	tensor_unref(t);
	named_free(&found);
	return ok ? EXIT_FINE : EXIT_ERROR;
}

const struct cmd_opt pt_opts[] = {
	{ "all", 'a', OPT_FLAG, NULL, "every element, no \"...\"" },
	{ "numeric_summary", 's', OPT_FLAG, NULL, "counts of signs and NaN, minimum, maximum, mean" },
	{ "ranges", 'r', OPT_STRING, "WHAT", "how many elements are so, and where: [LOW,HIGH] or as seek says" },
	{ "write_path", 'w', OPT_STRING, "FILE", "save as .npy too" },
	{ "heat", 0, OPT_FLAG, NULL, "a heat map of the last two dimensions instead of numbers" },
	{ "mosaic", 0, OPT_FLAG, NULL, "a little heat map for each channel (the last dimension) instead" },
	{ "hist", 0, OPT_FLAG, NULL, "a histogram before the numbers" },
	{ 0 },
};

const struct cmd cmd_pt = {
	.name = "print_tensor", .alias = "pt", .where = CMD_PROMPT,
	.opts = pt_opts, .operands = "[NAME][SLICE]", .max_args = 1, .arg = ARG_TENSOR,
	.group = "Tensors", .need = NEED_DEBUGGER, .exec = pt_exec,
	.brief = "Print a tensor that the run made; without NAME: the one just made.",
	.help = "NAME is a node's path with :SLOT, any unambiguous end of it, or the key of an input or\n"
		"output; \"@2\" after it means iteration 2 of the loop around it. SLICE is numpy's:\n"
		"pt conv1/Conv2D:0[0,:4,:4,0] -s",
};

/* ---- list_tensors ---- */

struct row {
	uint64_t event;
	int slot;
	size_t bytes;
	uint64_t ns;
	struct sv op;
	char *name;
	bool dropped;
};

struct filters {
	regex_t node, op;
	bool by_node, by_op, by_value;
	struct cond value;
};

static bool filter_compile(const char *text, regex_t *re, bool *on, struct err *err)
{
	struct str s = STR_INIT;
	int rc;

	if (!text)
		return true;
	str_addf(&s, "^(%s)", text);	/* from the start, as Python's re.match */
	rc = regcomp(re, str_z(&s), REG_EXTENDED | REG_NOSUB);
	str_free(&s);
	if (rc)
		return err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT,
			       "Invalid regular expression: \"%s\"", text);
	*on = true;
	return true;
}

/* has_inf_or_nan, one of the settings file, or a condition itself. */
static bool named_filter(struct app *app, const char *name, struct cond *to, struct err *err)
{
	const struct settings *s = app_settings(app);
	struct err why = { 0 };

	if (!strcmp(name, "has_inf_or_nan"))
		return cond_parse(SV("bad"), to, err);
	for (size_t i = 0; i < s->filter.n; i++)
		if (!strcmp(s->filter.p[i].key, name))
			return cond_parse(sv_of(s->filter.p[i].action), to, err);
	if (cond_parse(sv_of(name), to, &why))
		return true;
	err_clear(&why);
	return err_set(err, ERR_KIND_USAGE, ERR_NOT_FOUND, "There is no tensor filter named \"%s\".", name);
}

static bool filters_make(struct cmd_call *c, struct filters *f, struct err *err)
{
	const char *named = call_str(c, "tensor_filter");

	*f = (struct filters){ 0 };
	if (named && !named_filter(c->app, named, &f->value, err))
		return false;
	f->by_value = named != NULL;
	return filter_compile(call_str(c, "node_name_filter"), &f->node, &f->by_node, err) &&
	       filter_compile(call_str(c, "op_type_filter"), &f->op, &f->by_op, err);
}

static void filters_free(struct filters *f)
{
	if (f->by_node)
		regfree(&f->node);
	if (f->by_op)
		regfree(&f->op);
}

static bool passes(const struct filters *f, const struct dbg_event *e, struct sv op)
{
	char *z = NULL;
	bool ok = !f->by_node || !regexec(&f->node, e->path, 0, NULL, 0);

	if (ok && f->by_op) {
		struct str s = STR_INIT;

		str_add(&s, op);
		z = str_give(&s);
		ok = !regexec(&f->op, z ? z : "", 0, NULL, 0);
	}
	free(z);
	return ok;
}

typedef VEC(struct row) rows_t;

static void collect(struct app *app, const struct filters *f, rows_t *rows)
{
	for (uint64_t i = 0; i < dbg_n_events(app->dbg); i++) {
		struct dbg_event e;

		if (!dbg_event(app->dbg, i, &e) || e.seq >= dbg_seq(app->dbg))
			continue;
		if (!passes(f, &e, graph_node_op(e.graph, e.node)))
			continue;
		for (int k = 0; k < e.n_out; k++) {
			bool dropped = false;
			struct tensor *t = dbg_event_out(app->dbg, i, k, &dropped);
			struct row r = {
				.event = e.seq, .slot = k, .dropped = dropped, .ns = e.ns,
				.bytes = t ? t->bytes : 0, .op = graph_node_op(e.graph, e.node),
			};
			struct str s = STR_INIT;

			if ((!t && !dropped) || (f->by_value && (!t || !cond_meets(&f->value, t, NULL, -1, NULL))))
				continue;
			str_escaped(&s, sv_of(e.path));
			str_addf(&s, ":%d%s", k, e.iter);
			r.name = str_give(&s);
			vec_push(rows, r);
		}
	}
}

static int by_bytes(const void *a, const void *b)
{
	const struct row *x = a, *y = b;

	return x->bytes != y->bytes ? (x->bytes > y->bytes) - (x->bytes < y->bytes)
				    : (x->event > y->event) - (x->event < y->event);
}

static int by_time(const void *a, const void *b)
{
	const struct row *x = a, *y = b;

	return x->ns != y->ns ? (x->ns > y->ns) - (x->ns < y->ns)
			      : (x->event > y->event) - (x->event < y->event);
}

static int by_op(const void *a, const void *b)
{
	const struct row *x = a, *y = b;
	int c = sv_cmp(x->op, y->op);

	return c ? c : (x->event > y->event) - (x->event < y->event);
}

static int by_name(const void *a, const void *b)
{
	return strcmp(((const struct row *)a)->name, ((const struct row *)b)->name);
}

static bool sort(struct cmd_call *c, rows_t *rows, struct err *err)
{
	static const struct { const char *key; int (*cmp)(const void *, const void *); } keys[] = {
		{ "timestamp", NULL }, { "dump_size", by_bytes }, { "op_type", by_op },
		{ "tensor_name", by_name }, { "time", by_time },
	};
	const char *key = call_str(c, "sort_by");
	size_t k = 0;

	while (key && k < 5 && strcmp(keys[k].key, key))
		k++;
	if (k == 5)
		return err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT,
			       "Unsupported key to sort tensors by: %s", key);
	if (keys[k].cmp && rows->n)
		qsort(rows->p, rows->n, sizeof(*rows->p), keys[k].cmp);
	for (size_t i = 0; call_flag(c, "reverse") && i < rows->n / 2; i++) {
		struct row r = rows->p[i];

		rows->p[i] = rows->p[rows->n - 1 - i];
		rows->p[rows->n - 1 - i] = r;
	}
	return true;
}

static char *size_text(const struct row *r)
{
	struct str s = STR_INIT;
	double v = (double)r->bytes;

	if (r->dropped)
		str_addz(&s, "dropped");
	else if (r->bytes < 1024)
		str_addf(&s, "%zu", r->bytes);
	else if (v < 1024.0 * 1024)
		str_addf(&s, "%.2fk", v / 1024);
	else if (v < 1024.0 * 1024 * 1024)
		str_addf(&s, "%.2fM", v / 1024 / 1024);
	else
		str_addf(&s, "%.2fG", v / 1024 / 1024 / 1024);
	return str_give(&s);
}

static void lt_print(struct cmd_call *c, const rows_t *rows)
{
	static const char *const heads[] = { "Node", "Size (B)", "Time (us)", "Op type", "Tensor name" };
	bool time = call_flag(c, "time");
	const char *node = call_str(c, "node_name_filter"), *op = call_str(c, "op_type_filter");
	const char *filter = call_str(c, "tensor_filter");
	struct table t;

	sink_printf(c->out, "%zu tensor(s)%s%s%s:\n", rows->n,
		    filter ? " passing filter \"" : "", filter ? filter : "", filter ? "\"" : "");
	if (op)
		sink_printf(c->out, "Op type regex filter: \"%s\"\n", op);
	if (node)
		sink_printf(c->out, "Node name regex filter: \"%s\"\n", node);
	sink_puts(c->out, "\n");
	table_init(&t, time ? "lllll" : "llll");
	for (int i = 0; i < 5; i++)
		if (i != 2 || time)
			table_text(&t, heads[i]);
	for (size_t i = 0; i < rows->n; i++) {
		table_printf(&t, "#%" PRIu64, rows->p[i].event);
		table_take(&t, size_text(&rows->p[i]));
		if (time)
			table_printf(&t, rows->p[i].ns ? "%.1f" : "", (double)rows->p[i].ns / 1000);
		table_sv(&t, rows->p[i].op);
		table_text(&t, rows->p[i].name);
	}
	table_print(&t, c->out, 0);
}

static int lt_exec(struct cmd_call *c, struct err *err)
{
	rows_t rows = { 0 };
	struct filters f;
	bool ok = filters_make(c, &f, err);

	if (ok) {
		collect(c->app, &f, &rows);
		ok = sort(c, &rows, err);
	}
	if (ok)
		lt_print(c, &rows);
	for (size_t i = 0; i < rows.n; i++)
		free(rows.p[i].name);
	vec_free(&rows);
	filters_free(&f);
	return ok ? EXIT_FINE : EXIT_ERROR;
}

static const struct cmd_opt lt_opts[] = {
	{ "node_name_filter", 'n', OPT_STRING, "REGEX", "only nodes whose path begins so" },
	{ "op_type_filter", 't', OPT_STRING, "REGEX", "only ops whose type begins so" },
	{ "tensor_filter", 'f', OPT_STRING, "NAME",
	  "only tensors that pass: has_inf_or_nan, a filter of the settings file, or a condition, as break has them" },
	{ "sort_by", 's', OPT_STRING, "KEY", "timestamp, dump_size, op_type, tensor_name or time" },
	{ "time", 'T', OPT_FLAG, NULL, "with what each node took" },
	{ "reverse", 'r', OPT_FLAG, NULL, "the other way round" },
	{ 0 },
};

const struct cmd cmd_lt = {
	.name = "list_tensors", .alias = "lt", .where = CMD_PROMPT, .opts = lt_opts, .max_args = 0,
	.group = "Tensors", .need = NEED_DEBUGGER, .exec = lt_exec,
	.brief = "List the tensors made up to here.",
};
