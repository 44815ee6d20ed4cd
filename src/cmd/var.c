/* One variable or constant: var, const. What is read is what is shown: a slice costs its bytes, statistics all of them. */
#include <inttypes.h>
#include <stdlib.h>

#include "base/fmap.h"
#include "base/mem.h"
#include "cmd/draw.h"
#include "cmd/rows.h"
#include "cmd/vars.h"
#include "tensor/npy.h"
#include "tensor/print.h"
#include "tensor/slice.h"

enum { ASSEMBLED_MAX = 256 << 20 };	/* bytes put together in memory without being asked */

struct one {
	struct cmd_call *c;
	struct weight w;
	struct var_row row;		/* for statistics and JSON */
	int64_t dims[SHAPE_MAX_RANK];	/* a constant's shape */
	struct sv slice;
	struct str path;		/* a constant's full name */
	char *shard;			/* the file that a guard names */
};

/* ---- which ---- */

static bool const_find(struct one *o, struct sv name, struct err *err)
{
	const struct graph *g;
	struct str s = STR_INIT;
	uint32_t node;
	bool ok;

	if (!node_find(o->c->app, name, &g, &node, err))
		return false;
	str_escaped(&s, graph_node_op(g, node));
	ok = sv_is(graph_node_op(g, node), "Const");
	if (!ok)
		err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT, "this node is no constant but a %s", str_z(&s));
	else if (!weight_const(g, node, o->dims, &o->w))
		ok = err_set(err, ERR_KIND_MODEL, ERR_DATA_LOSS, "a constant whose value is damaged or missing");
	str_clear(&s);
	if (g->func) {
		str_escaped(&s, g->func->name);
		str_addc(&s, '/');
	}
	str_escaped(&s, graph_node_name(g, node));
	if (!ok)
		err_at(err, "%s", str_z(&s));
	str_add(&o->path, str_sv(&s));
	str_free(&s);
	return ok;
}

/* A variable, else a constant of that name. */
static bool find(struct one *o, struct sv name, struct err *err)
{
	struct err second = { 0 };
	uint32_t n;

	if (weight_find(o->c->app->mg, name, &o->w, err)) {
		str_escaped(&o->path, o->w.name);
		if (o->w.kind == WEIGHT_VARIABLE)
			o->row.v = &metagraph_variables(o->w.mg, &n)[o->w.i];
		return true;
	}
	if (err->code != ERR_NOT_FOUND || !const_find(o, name, &second)) {
		err_clear(&second);
		return false;
	}
	err_clear(err);
	return true;
}

/* ---- what is known without reading it ---- */

static void field(struct sink *out, const char *name)
{
	sink_printf(out, "%-12s", name);
}

static void named(struct sink *out, const char *name, struct sv value)
{
	field(out, name);
	sink_escaped(out, value);
	sink_puts(out, "\n");
}

static void type_fields(struct one *o)
{
	struct sink *out = o->c->out;
	struct str s = STR_INIT;
	char *bytes = text_bytes((uint64_t)o->w.bytes), *values;
	int64_t n;

	static const char *const kinds[] = { "variable", "entry", "constant" };

	field(out, kinds[o->w.kind]);
	sink_printf(out, "%s\n", str_z(&o->path));
	named(out, "dtype", sv_of(dtype_info(o->w.dtype)->name));
	shape_str_py(&s, o->w.shape);
	field(out, "shape");
	sink_puts(out, str_z(&s));
	if (shape_known(o->w.shape) && shape_count(o->w.shape.rank, o->w.shape.dim, &n, NULL)) {
		values = text_thousands(n);
		sink_printf(out, ", %s value%s", values, n == 1 ? "" : "s");
		free(values);
	}
	sink_printf(out, "\n%-12s%s\n", "size", bytes);
	free(bytes);
	str_free(&s);
}

static void variable_fields(struct one *o)
{
	const struct variable *v = o->row.v, *all;
	struct sink *out = o->c->out;
	uint32_t n;

	if (o->w.key.n && o->w.kind == WEIGHT_VARIABLE)
		named(out, "key", o->w.key);
	if (!v)
		return;
	all = metagraph_variables(o->w.mg, &n);
	field(out, "trainable");
	sink_puts(out, !v->trainable_known ? "not recorded\n" : v->trainable ? "yes\n" : "no\n");
	if (v->object >= 0)
		sink_printf(out, "%-12s%d\n", "object", v->object);
	if (v->slot_of >= 0) {
		field(out, "slot");
		sink_escaped(out, v->slot);
		sink_puts(out, " of ");
		sink_escaped(out, all[v->slot_of].name);
		sink_puts(out, "\n");
	}
	for (uint32_t i = 0; i < n; i++) {
		if (all[i].slot_of < 0 || &all[all[i].slot_of] != v)
			continue;
		field(out, "has slot");
		sink_escaped(out, all[i].slot);
		sink_puts(out, ": ");
		sink_escaped(out, all[i].name);
		sink_puts(out, "\n");
	}
}

static void part_line(struct one *o, struct bundle *b, const struct bundle_entry *e, struct sv spec)
{
	char *path = bundle_shard_path(b, e->shard);
	const char *slash = strrchr(path, '/');
	struct sink *out = o->c->out;

	field(out, spec.n ? "slice" : "stored");
	if (spec.n) {
		sink_escaped(out, spec);
		sink_puts(out, " in ");
	}
	sink_escaped(out, sv_of(slash ? slash + 1 : path));
	sink_printf(out, ", offset %" PRId64 ", %" PRId64 " bytes, crc32c %08x\n", e->offset, e->size, e->crc);
	free(path);
}

static void stored_fields(struct one *o)
{
	struct bundle *b = o->w.entry >= 0 ? model_bundle(o->w.mg->model, NULL) : NULL;
	const struct bundle_entry *e = b ? bundle_at(b, o->w.entry) : NULL, *p;

	if (o->w.in_v1)
		named(o->c->out, "stored", SV("in a V1 checkpoint"));
	if (!e)
		return;
	for (int k = 0; k < bundle_n_parts(b, o->w.entry); k++) {
		struct sv spec = e->n_slices ? e->slice[k].spec : SV("");

		p = bundle_part_entry(b, o->w.entry, k);
		if (p)
			part_line(o, b, p, spec);
		else
			named(o->c->out, "missing", spec);
	}
}

/* ---- its numbers ---- */

/* All bytes: the checksum, with or without statistics. false: interrupted. */
static bool look(struct one *o, bool stats, struct err *err)
{
	struct err e = { 0 };
	struct weight_look *l = weight_look_new(&o->w, stats, &e);
	struct meter m;
	bool ok;

	meter_start(&m, o->c->msg, "read", l ? l->total : 0);
	ok = l && look_run(l, &m, 0, &e);
	meter_end(&m);
	if (ok && l->has_sum) {
		o->row.sum = xmalloc(sizeof(*o->row.sum));
		*o->row.sum = l->sum;
	}
	o->row.crc_known = ok && l->crc_known;
	o->row.crc_bad = ok && l->crc_bad;
	if (ok && l->crc_bad)
		o->row.problem = xasprintf("checksum: %s", str_z(&l->crc_text));
	weight_look_free(l);
	if (!ok)
		err_move(err, &e);
	return ok;
}

struct printing {
	struct one *o;
	const struct tensor *t;
};

static bool print_guarded(void *ctx, struct err *err)
{
	struct printing *p = ctx;
	struct cmd_call *c = p->o->c;
	struct print_opts opts = {
		.width = c->out->width, .repr = p->t->rank > 0, .threshold = call_flag(c, "all") ? -1 : 100,
	};

	(void)err;
	if (call_flag(c, "heat")) {
		draw_heat(c->out, p->t);
		return true;
	}
	print_tensor(c->out, p->t, &opts);
	sink_puts(c->out, "\n");
	return true;
}

/* Putting slices together, or repeating a constant's one number, takes memory. */
static bool affordable(const struct one *o)
{
	struct bundle *b = o->w.entry >= 0 ? model_bundle(o->w.mg->model, NULL) : NULL;

	return (b && !bundle_at(b, o->w.entry)->n_slices) || o->w.bytes <= ASSEMBLED_MAX;
}

/* The value, or the slice of it that was asked for. */
static struct tensor *value(struct one *o, struct err *err)
{
	struct tensor *whole = weight_read(&o->w, err), *t;

	if (!whole)
		return NULL;
	t = slice_tensor(whole, o->slice, err);
	tensor_unref(whole);
	return t;
}

static bool print_value(struct one *o, struct err *err)
{
	struct printing p = { o, NULL };
	struct tensor *t;
	bool ok;

	if (!o->slice.n && !affordable(o)) {
		sink_puts(o->c->out, "\nthe values: too many to put together unasked; name a slice\n");
		return true;
	}
	t = value(o, err);
	if (!t)
		return false;
	p.t = t;
	sink_puts(o->c->out, "\n");
	ok = fmap_guard(o->shard ? o->shard : "the checkpoint", print_guarded, &p, err);
	tensor_unref(t);
	return ok;
}

static bool slice_stats(struct one *o, struct err *err)
{
	struct tensor *t = value(o, err);
	struct summary s;

	if (!t)
		return false;
	summary_of(t, &s);
	summary_text(o->c->out, &s, tensor_shape(t));
	if (call_flag(o->c, "hist"))
		summary_bars(o->c->out, &s);
	tensor_unref(t);
	return true;
}

static void checksum_line(struct one *o)
{
	if (!o->row.crc_known)
		return;
	field(o->c->out, "checksum");
	sink_printf(o->c->out, "%s\n", o->row.crc_bad ? strchr(o->row.problem, ' ') + 1 : "right");
}

static bool one_text(struct one *o, struct err *err)
{
	bool all = !o->slice.n, verify = call_flag(o->c, "verify"), ok = true;

	if (all) {
		type_fields(o);
		variable_fields(o);
		stored_fields(o);
	} else {
		sink_printf(o->c->out, "%s", str_z(&o->path));
		sink_escaped(o->c->out, o->slice);
		sink_printf(o->c->out, " %s\n", dtype_info(o->w.dtype)->name);
	}
	if (!weight_stored(&o->w)) {
		named(o->c->out, "value", SV("none in the checkpoint"));
		return true;
	}
	if (all || verify)
		ok = look(o, all, err);
	if (ok)
		checksum_line(o);
	if (ok && o->row.sum)
		summary_text(o->c->out, o->row.sum, o->w.shape);
	if (ok && o->row.sum && call_flag(o->c, "hist"))
		summary_bars(o->c->out, o->row.sum);
	if (ok && !all)
		ok = slice_stats(o, err);
	return ok && print_value(o, err);
}

/* ---- JSON ---- */

static void element_json(struct json *j, const struct tensor *t, int64_t i)
{
	enum dtype_kind kind = dtype_info(t->dtype)->kind;
	struct str s = STR_INIT;

	str_addz(&s, "");
	if (kind == DK_STRING) {
		json_str(j, tensor_str(t, i));
	} else if (kind == DK_BOOL) {
		json_bool(j, tensor_get_i64(t, i) != 0);
	} else if (kind == DK_COMPLEX) {
		print_element(&s, t, i);
		json_str(j, str_sv(&s));
	} else if (kind == DK_FLOAT && t->dtype != DT_DOUBLE) {
		json_num(j, tensor_get_f64(t, i));
	} else if (kind == DK_FLOAT) {
		json_double(j, tensor_get_f64(t, i));
	} else {
		json_int(j, tensor_get_i64(t, i));
	}
	str_free(&s);
}

static void nested_json(struct json *j, const struct tensor *t, int axis, int64_t *at)
{
	if (axis == t->rank) {
		element_json(j, t, (*at)++);
		return;
	}
	json_open(j, '[');
	for (int64_t i = 0; i < t->dim[axis] && *at < t->n; i++)
		nested_json(j, t, axis + 1, at);
	json_close(j, ']');
}

static bool data_json(struct one *o, struct json *j, struct err *err)
{
	struct tensor *t = value(o, err);
	int64_t at = 0;

	if (!t)
		return false;
	json_kstr(j, "slice", o->slice);
	json_kshape(j, "data_shape", tensor_shape(t));
	json_key(j, "data");
	nested_json(j, t, 0, &at);
	tensor_unref(t);
	return true;
}

static bool one_json(struct one *o, struct err *err)
{
	bool ok = !weight_stored(&o->w) || (o->slice.n && !call_flag(o->c, "verify")) || look(o, !o->slice.n, err);
	struct json j;

	if (!ok)
		return false;
	o->row.w = o->w;
	if (o->w.kind == WEIGHT_CONST)
		o->row.w.name = str_sv(&o->path);
	json_start(&j, o->c->out);
	json_open(&j, '{');
	var_row_json(&j, &o->row);
	if (weight_stored(&o->w) && (o->slice.n || call_flag(o->c, "all")))
		ok = data_json(o, &j, err);
	json_close(&j, '}');
	json_end(&j);
	return ok;
}

/* ---- the commands ---- */

static bool export(struct one *o, const char *file, struct err *err)
{
	struct tensor *t = o->slice.n ? value(o, err) : NULL;
	struct meter m;
	bool ok;

	meter_start(&m, o->c->msg, "written", o->w.bytes);
	ok = o->slice.n ? t && npy_write_file(file, t, err) : weight_npy(&o->w, file, &m, err);
	meter_end(&m);
	tensor_unref(t);
	if (ok) {
		sink_printf(o->c->out, "wrote %s", str_z(&o->path));
		sink_escaped(o->c->out, o->slice);
		sink_puts(o->c->out, " to ");
		sink_escaped(o->c->out, sv_of(file));
		sink_puts(o->c->out, "\n");
	}
	return ok;
}

static int one_exec(struct cmd_call *c, bool (*find_it)(struct one *o, struct sv name, struct err *err),
		    struct err *err)
{
	struct one o = { .c = c };
	const char *npy = call_str(c, "npy");
	struct sv name;
	bool ok;

	slice_split(sv_of(c->argv[0]), &name, &o.slice);
	ok = find_it(&o, name, err);
	o.row.w = o.w;
	if (ok && o.w.entry >= 0) {
		struct bundle *b = model_bundle(o.w.mg->model, NULL);

		o.shard = bundle_shard_path(b, bundle_at(b, o.w.entry)->shard);
	}
	ok = ok && (npy ? export(&o, npy, err) : call_flag(c, "json") ? one_json(&o, err) : one_text(&o, err));
	if (ok && o.row.crc_bad)
		sink_printf(c->msg, "%s: the bytes in the checkpoint are damaged: %s\n", str_z(&o.path), o.row.problem);
	ok = ok && !(o.row.crc_bad && call_flag(c, "verify"));
	free(o.row.sum);
	free(o.row.problem);
	free(o.shard);
	str_free(&o.path);
	return ok ? EXIT_FINE : EXIT_ERROR;
}

static int var_exec(struct cmd_call *c, struct err *err)
{
	return one_exec(c, find, err);
}

static int const_exec(struct cmd_call *c, struct err *err)
{
	return one_exec(c, const_find, err);
}

static const struct cmd_opt one_opts[] = {
	{ "tag_set", 0, OPT_STRING, "TAGS", "the MetaGraph with these tags" },
	{ "all", 'a', OPT_FLAG, NULL, "every element, no \"...\"; with --json: the values too" },
	{ "hist", 0, OPT_FLAG, NULL, "a histogram too" },
	{ "heat", 0, OPT_FLAG, NULL, "a heat map of the last two dimensions instead of numbers" },
	{ "npy", 0, OPT_STRING, "FILE", "write it (or the slice) to FILE for numpy.load" },
	{ "verify", 0, OPT_FLAG, NULL, "exit with 1 when the checksum is wrong; of a slice's variable too" },
	{ "json", 0, OPT_FLAG, NULL, "print JSON" },
	{ 0 },
};

const struct cmd cmd_var = {
	.name = "var", .where = CMD_SHELL | CMD_PROMPT, .opts = one_opts, .operands = "NAME[SLICE]", .min_args = 1,
	.max_args = 1, .group = "Looking", .need = NEED_MODEL, .arg = ARG_VARIABLE, .exec = var_exec,
	.json = "@variable",
	.brief = "A variable as the checkpoint has it: type, place, statistics, numbers.",
	.help = "NAME is the variable's name or its key in the checkpoint, or any unambiguous end of one of them;\n"
		"then anything in the checkpoint, then a constant. SLICE is numpy's, and only its bytes are read:\n"
		"var PATH conv1/kernel[0,:4]. Without one every byte is read, block by block, for statistics\n"
		"and checksum; Ctrl-C stops that.",
};

const struct cmd cmd_const = {
	.name = "const", .where = CMD_SHELL | CMD_PROMPT, .opts = one_opts, .operands = "NODE[SLICE]", .min_args = 1,
	.max_args = 1, .group = "Looking", .need = NEED_MODEL, .arg = ARG_NODE, .exec = const_exec,
	.json = "@variable",
	.brief = "A constant of the graph or a function: type, statistics, numbers.",
};
