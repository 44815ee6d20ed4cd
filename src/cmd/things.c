/* Lists of what a model holds: sigs, funcs, vars, objects, assets; and of what smtui can run: ops. */
#define _GNU_SOURCE 1
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "cmd/json_model.h"
#include "cmd/rows.h"
#include "cmd/table.h"
#include "model/opdef.h"
#include "ops/op.h"

static const struct cmd_opt thing_opts[] = {
	{ "tag_set", 0, OPT_STRING, "TAGS", "the MetaGraph with these tags" },
	{ "json", 0, OPT_FLAG, NULL, "print JSON" },
	{ 0 },
};

#define THING(id, what, fn, text) \
	const struct cmd id = { \
		.name = what, .where = CMD_SHELL | CMD_PROMPT, .opts = thing_opts, .max_args = 0, \
		.group = "Looking", .need = NEED_MODEL, .exec = fn, .brief = text, \
	}

/* ---- sigs ---- */

static void sig_rows(struct table *t, const char *what, const struct tensor_info *ti, uint32_t n)
{
	for (uint32_t i = 0; i < n; i++) {
		table_text(t, what);
		table_sv(t, ti[i].key);
		table_text(t, dtype_enum_name(ti[i].dtype) ? dtype_info((enum dtype)ti[i].dtype)->name
							   : "?");
		table_shape(t, ti[i].shape);
		table_sv(t, ti[i].name);
	}
}

static int sigs_exec(struct cmd_call *c, struct err *err)
{
	const struct metagraph *mg = c->app->mg;
	struct json j;

	(void)err;
	if (call_flag(c, "json")) {
		json_start(&j, c->out);
		json_open(&j, '[');
		for (uint32_t i = 0; i < mg->n_sigs; i++)
			json_signature(&j, &mg->sigs[i]);
		json_close(&j, ']');
		json_end(&j);
		return EXIT_FINE;
	}
	for (uint32_t i = 0; i < mg->n_sigs; i++) {
		struct table t;

		sink_puts(c->out, i ? "\n" : "");
		sink_escaped(c->out, mg->sigs[i].key);
		sink_puts(c->out, "\n");
		table_init(&t, "lllll");
		sig_rows(&t, "in", mg->sigs[i].in, mg->sigs[i].n_in);
		sig_rows(&t, "out", mg->sigs[i].out, mg->sigs[i].n_out);
		table_print(&t, c->out, 2);
	}
	return EXIT_FINE;
}

THING(cmd_sigs, "sigs", sigs_exec, "The signatures: inputs and outputs of each.");

/* ---- funcs ---- */

static int funcs_exec(struct cmd_call *c, struct err *err)
{
	const struct metagraph *mg = c->app->mg;
	struct table t;
	struct json j;

	(void)err;
	if (call_flag(c, "json")) {
		json_start(&j, c->out);
		json_open(&j, '[');
		for (uint32_t i = 0; i < mg->n_funcs; i++) {
			const struct function *f = &mg->funcs[i];

			json_open(&j, '{');
			json_kstr(&j, "name", f->name);
			json_kint(&j, "args", f->graph->n_args);
			json_kint(&j, "returns", f->n_rets);
			json_kint(&j, "nodes", f->graph->n_nodes - f->graph->n_args);
			json_close(&j, '}');
		}
		json_close(&j, ']');
		json_end(&j);
		return EXIT_FINE;
	}
	table_init(&t, "rrrl");
	table_text(&t, "args");
	table_text(&t, "returns");
	table_text(&t, "nodes");
	table_text(&t, "function");
	for (uint32_t i = 0; i < mg->n_funcs; i++) {
		const struct function *f = &mg->funcs[i];

		table_printf(&t, "%u", f->graph->n_args);
		table_printf(&t, "%u", f->n_rets);
		table_printf(&t, "%u", f->graph->n_nodes - f->graph->n_args);
		table_sv(&t, f->name);
	}
	table_print(&t, c->out, 0);
	return EXIT_FINE;
}

THING(cmd_funcs, "funcs", funcs_exec, "The function library.");

/* ---- objects ---- */

static const char *object_kind_name(enum object_kind k)
{
	static const char *const names[] = {
		[OBJ_USER] = "object", [OBJ_ASSET] = "asset", [OBJ_FUNCTION] = "function",
		[OBJ_VARIABLE] = "variable", [OBJ_BARE_FUNCTION] = "concrete function",
		[OBJ_CONSTANT] = "constant", [OBJ_RESOURCE] = "resource",
		[OBJ_CAPTURED] = "captured tensor", [OBJ_NONE] = "empty",
	};

	return names[k];
}

static int objects_exec(struct cmd_call *c, struct err *err)
{
	uint32_t n;
	const struct object_node *o = metagraph_objects(c->app->mg, &n);
	struct json j;

	(void)err;
	if (!call_flag(c, "json")) {
		for (uint32_t i = 0; i < n; i++) {
			sink_printf(c->out, "%d  %s ", o[i].id, object_kind_name(o[i].kind));
			sink_escaped(c->out, o[i].label);
			sink_puts(c->out, "\n");
			for (uint32_t k = 0; k < o[i].n_children; k++) {
				sink_puts(c->out, "     ");
				sink_escaped(c->out, o[i].children[k].name);
				sink_printf(c->out, " -> %d\n", o[i].children[k].id);
			}
		}
		if (!n)
			sink_puts(c->out, "no object graph: the model was saved by TensorFlow 1\n");
		return EXIT_FINE;
	}
	json_start(&j, c->out);
	json_open(&j, '[');
	for (uint32_t i = 0; i < n; i++) {
		json_open(&j, '{');
		json_kint(&j, "id", o[i].id);
		json_kstr(&j, "kind", sv_of(object_kind_name(o[i].kind)));
		json_kstr(&j, "label", o[i].label);
		json_key(&j, "children");
		json_open(&j, '[');
		for (uint32_t k = 0; k < o[i].n_children; k++) {
			json_open(&j, '{');
			json_kstr(&j, "name", o[i].children[k].name);
			json_kint(&j, "id", o[i].children[k].id);
			json_close(&j, '}');
		}
		json_close(&j, ']');
		json_close(&j, '}');
	}
	json_close(&j, ']');
	json_end(&j);
	return EXIT_FINE;
}

THING(cmd_objects, "objects", objects_exec, "The object graph: every object and its children.");

/* ---- assets ---- */

static int assets_exec(struct cmd_call *c, struct err *err)
{
	const struct metagraph *mg = c->app->mg;
	struct table t;
	struct json j;

	(void)err;
	if (call_flag(c, "json")) {
		json_start(&j, c->out);
		json_open(&j, '[');
		for (uint32_t i = 0; i < mg->n_assets; i++) {
			json_open(&j, '{');
			json_kstr(&j, "file", mg->assets[i].filename);
			json_kint(&j, "bytes", mg->assets[i].bytes);
			json_kstr(&j, "tensor", mg->assets[i].tensor);
			json_close(&j, '}');
		}
		json_close(&j, ']');
		json_end(&j);
		return EXIT_FINE;
	}
	table_init(&t, "lrl");
	for (uint32_t i = 0; i < mg->n_assets; i++) {
		table_sv(&t, mg->assets[i].filename);
		if (!mg->assets[i].path)
			table_text(&t, "name refused");
		else if (mg->assets[i].bytes < 0)
			table_text(&t, "missing");
		else
			table_take(&t, text_bytes((uint64_t)mg->assets[i].bytes));
		table_sv(&t, mg->assets[i].tensor);
	}
	if (!mg->n_assets)
		sink_puts(c->out, "no assets\n");
	table_print(&t, c->out, 0);
	return EXIT_FINE;
}

THING(cmd_assets, "assets", assets_exec, "The files that came with the model.");

/* ---- ops ---- */

static void types_text(struct str *out, const struct op_row *row)
{
	for (size_t k = 0; k < sizeof(row->types) / sizeof(*row->types); k++) {
		const struct op_type *t = &row->types[k];
		bool any = false;

		if (!t->attr)
			break;
		str_addf(out, "%s%s: ", out->n ? "; " : "", t->attr);
		if (t->mask == DM_ALL) {
			str_addz(out, "any");
			continue;
		}
		for (int d = 1; d < DT_COUNT && d < 32; d++) {
			if (!(t->mask & DM(d)) || dtype_info((enum dtype)d)->kind == DK_NONE)
				continue;
			str_addf(out, "%s%s", any ? " " : "", dtype_info((enum dtype)d)->name);
			any = true;
		}
	}
}

/* GraphDef versions for which TensorFlow takes the op: "1-" or "1-20". */
static char *versions_text(const struct opdef *def)
{
	return def && def->deprecated_version > 0 ? xasprintf("1-%d", (int)def->deprecated_version - 1) :
						     xstrdup("1-");
}

static void op_json(struct json *j, const struct op_row *row, struct sv types, const char *versions)
{
	const struct opdef *def = opdef_find(sv_of(row->name));

	json_open(j, '{');
	json_kstr(j, "op", sv_of(row->name));
	json_kstr(j, "types", types);
	json_kstr(j, "versions", sv_of(versions));
	json_kbool(j, "stateful", def && def->stateful);
	json_close(j, '}');
}

static int ops_exec(struct cmd_call *c, struct err *err)
{
	bool json = call_flag(c, "json"), seen = false;
	struct table t;
	struct json j;

	table_init(&t, "lll");
	json_start(&j, c->out);
	if (json)
		json_open(&j, '[');
	for (int i = 0; i < op_n(); i++) {
		const struct op_row *row = op_at(i);
		struct str s = STR_INIT;
		char *versions;

		if (c->argc && !strcasestr(row->name, c->argv[0]))
			continue;
		seen = true;
		str_addz(&s, "");
		types_text(&s, row);
		versions = versions_text(opdef_find(sv_of(row->name)));
		if (json) {
			op_json(&j, row, str_sv(&s), versions);
			str_free(&s);
			free(versions);
		} else {
			table_text(&t, row->name);
			table_take(&t, versions);
			table_take(&t, str_give(&s));
		}
	}
	if (json) {
		json_close(&j, ']');
		json_end(&j);
	}
	table_print(&t, c->out, 0);
	if (seen)
		return EXIT_FINE;
	if (opdef_find(sv_of(c->argc ? c->argv[0] : "")))
		err_set(err, ERR_KIND_UNSUPPORTED, ERR_UNIMPLEMENTED,
			"%s is an op of TensorFlow, but smtui has no kernel for it", c->argv[0]);
	else
		err_set(err, ERR_KIND_USAGE, ERR_NOT_FOUND, "no op \"%s\"",
			c->argc ? c->argv[0] : "");
	return EXIT_ERROR;
}

static const struct cmd_opt ops_opts[] = {
	{ "json", 0, OPT_FLAG, NULL, "print JSON" },
	{ 0 },
};

const struct cmd cmd_ops = {
	.name = "ops", .where = CMD_SHELL | CMD_PROMPT, .opts = ops_opts, .operands = "[TEXT]",
	.max_args = 1, .group = "Other", .exec = ops_exec,
	.brief = "The ops that smtui can run, with the types they take.",
	.json = "[{op: str, types: str, versions: str, stateful: bool}]",
	.help = "A line an op: its name, the GraphDef versions that may hold it, and for each type attribute\n"
		"the types for which there is a kernel. TEXT: only ops whose name holds it.",
};
