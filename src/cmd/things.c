/* Lists of what a model holds: vars; and of what smtui can run: ops. */
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
