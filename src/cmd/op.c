/* op: the page of an op, without a model. */
#include <strings.h>

#include "base/mem.h"
#include "cmd/node_page.h"
#include "cmd/rows.h"
#include "ops/op.h"

/* A name that differs in case only, or NULL. */
static const struct opdef *near(const char *name)
{
	for (int i = 0; i < opdef_n(); i++) {
		const struct opdef *d = opdef_at(i);

		if (d->name.n == strlen(name) && !strncasecmp(d->name.p, name, d->name.n))
			return d;
	}
	return NULL;
}

static void op_json(struct sink *out, const struct oppage *p, struct sv op)
{
	struct report r;

	report_init(&r, REPORT_GROUP);
	report_str(&r, "op", op);
	report_bool(&r, "known", p->def != NULL);
	report_bool(&r, "kernel", op_find(op) != NULL);
	report_bool(&r, "stateful", p->def && p->def->stateful);
	if (p->def && p->def->deprecated_version > 0)
		report_int(&r, "deprecated", p->def->deprecated_version);
	node_page_report(&r, p);
	report_json(&r, out);
	report_free(&r);
}

static void op_print(struct sink *out, const struct oppage *p, struct sv op)
{
	sink_puts(out, "Op ");
	sink_put(out, op);
	sink_puts(out, "\n");
	node_page_doc(out, p);
	if (!p->def) {
		sink_puts(out, "\n  Not an op of TensorFlow's own: its arguments are known to its library alone.\n");
		return;
	}
	sink_puts(out, op_find(op) ? "\n  smtui can run it" : "\n  smtui has no kernel for it");
	sink_puts(out, p->def->stateful ? "; it has state" : "");
	if (p->def->deprecated_version > 0)
		sink_printf(out, "; deprecated since GraphDef version %d", (int)p->def->deprecated_version);
	sink_puts(out, ".\n");
	node_page_args(out, p, NULL, NULL);
	node_page_attrs(out, p);
}

static int op_exec(struct cmd_call *c, struct err *err)
{
	struct oppage *p = oppage_op(sv_of(c->argv[0]));
	const struct opdef *other;
	int rc = EXIT_FINE;

	if (!p->def && !p->doc) {
		other = near(c->argv[0]);
		if (other)
			err_set(err, ERR_KIND_USAGE, ERR_NOT_FOUND, "no op \"%s\"; there is %.*s", c->argv[0],
				SV_ARG(other->name));
		else
			err_set(err, ERR_KIND_USAGE, ERR_NOT_FOUND, "no op \"%s\"; ops lists those that smtui runs",
				c->argv[0]);
		rc = EXIT_ERROR;
	} else if (call_flag(c, "json")) {
		op_json(c->out, p, sv_of(c->argv[0]));
	} else {
		op_print(c->out, p, sv_of(c->argv[0]));
	}
	oppage_free(p);
	return rc;
}

static const struct cmd_opt op_opts[] = {
	{ "json", 0, OPT_FLAG, NULL, "print JSON" },
	{ 0 },
};

const struct cmd cmd_op = {
	.name = "op", .where = CMD_SHELL | CMD_PROMPT, .opts = op_opts, .operands = "NAME", .min_args = 1,
	.max_args = 1, .group = "Other", .exec = op_exec,
	.json = "{op: str, known: bool, kernel: bool, stateful: bool, deprecated?: int, " NODE_PAGE_JSON "}",
	.brief = "An op: what it does, its shape rule, known traps, arguments, attributes with defaults.",
	.help = "Every op of TensorFlow 2.15 has its arguments, types and attributes. In a shape rule a letter is\n"
		"a size, \"d...\" any number of dims, <name> what the argument of that name holds, N*[..] one of\n"
		"these for each tensor of the argument, \"-\" nothing at all.",
};
