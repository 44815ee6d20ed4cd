/* Pages of nodes and ops as JSON. */
#include "cmd/node_page.h"
#include "cmd/shapes.h"
#include "ops/op.h"

static void text_or_null(struct json *j, const char *key, struct sv v)
{
	json_key(j, key);
	if (v.n)
		json_str(j, v);
	else
		json_null(j);
}

static void doc_json(struct json *j, const struct oppage *p)
{
	text_or_null(j, "does", p->doc ? sv_of(p->doc->does) : SV_NULL);
	json_key(j, "traps");
	json_open(j, '[');
	for (int i = 0; p->doc && i < 2 && p->doc->trap[i]; i++)
		json_str(j, sv_of(p->doc->trap[i]));
	json_close(j, ']');
	text_or_null(j, "rule", p->rule);
}

static void attrs_json(struct json *j, const struct oppage *p)
{
	static const char *const state[] = {
		[OPPAGE_PLAIN] = "plain", [OPPAGE_DIFFERS] = "differs", [OPPAGE_FOREIGN] = "foreign",
		[OPPAGE_MISSING] = "missing",
	};

	json_key(j, "attributes");
	json_open(j, '[');
	for (size_t i = 0; i < p->line.n; i++) {
		const struct oppage_line *l = &p->line.p[i];

		if (l->part != OPPAGE_ATTR)
			continue;
		json_open(j, '{');
		json_kstr(j, "name", l->name);
		text_or_null(j, "type", l->type);
		text_or_null(j, "value", l->value);
		text_or_null(j, "default", l->initial);
		text_or_null(j, "allowed", l->allowed);
		json_kbool(j, "given", l->given);
		json_kstr(j, "state", sv_of(state[l->mark]));
		json_close(j, '}');
	}
	json_close(j, ']');
}

/* ---- nodes ---- */

static struct ishape shape_of(struct igraph *ig, const struct node *n, const struct oppage_line *l)
{
	if (l->part == OPPAGE_OUT)
		return infer_out(ig, n->index, l->index)->shape;
	return n->in[l->index].node == NODE_NONE ? (struct ishape){ .rank = -1 } :
		infer_out(ig, n->in[l->index].node, n->in[l->index].slot)->shape;
}

static void tensors_json(struct json *j, const char *key, const struct oppage *p, enum oppage_part part,
			 const struct node *n, struct igraph *ig)
{
	json_key(j, key);
	json_open(j, '[');
	for (size_t i = 0; i < p->line.n; i++) {
		const struct oppage_line *l = &p->line.p[i];

		if (l->part != part)
			continue;
		json_open(j, '{');
		text_or_null(j, "name", l->name);
		text_or_null(j, "type", l->type);
		json_key(j, "shape");
		ishape_json(j, infer_of(ig), shape_of(ig, n, l));
		if (part == OPPAGE_IN)
			json_kstr(j, "from", l->value);
		json_close(j, '}');
	}
	json_close(j, ']');
}

static void int_or_null(struct json *j, const char *key, uint32_t v)
{
	json_key(j, key);
	if (v == SLOT_CONTROL)
		json_null(j);
	else
		json_int(j, v);
}

static bool recipients_json(struct json *j, const struct graph *g, uint32_t node, struct err *err)
{
	uint32_t n;
	const struct consumer *c = graph_consumers(g, node, &n, err);

	json_key(j, "recipients");
	json_open(j, '[');
	for (uint32_t i = 0; c && i < n; i++) {
		json_open(j, '{');
		json_kstr(j, "node", graph_node_name(g, c[i].node));
		json_kstr(j, "op", graph_node_op(g, c[i].node));
		int_or_null(j, "output", c[i].slot);
		int_or_null(j, "input", c[i].input);
		json_close(j, '}');
	}
	json_close(j, ']');
	return c || !n;
}

static void notes_json(struct json *j, const struct oppage *p)
{
	json_key(j, "problems");
	json_open(j, '[');
	for (size_t i = 0; i < p->note.n; i++)
		json_str(j, p->note.p[i]);
	json_close(j, ']');
}

bool page_node_json(struct sink *out, const struct oppage *p, const struct graph *g, const struct node *n,
		    struct igraph *ig, struct err *err)
{
	struct json j;
	bool ok;

	json_start(&j, out);
	json_open(&j, '{');
	json_kstr(&j, "name", n->name);
	json_kstr(&j, "op", n->op);
	json_kbool(&j, "known", p->def != NULL);
	json_kstr(&j, "device", n->device);
	text_or_null(&j, "function", g->func ? g->func->name : SV_NULL);
	doc_json(&j, p);
	text_or_null(&j, "here", p->here);
	text_or_null(&j, "dims", p->dims);
	notes_json(&j, p);
	tensors_json(&j, "inputs", p, OPPAGE_IN, n, ig);
	json_key(&j, "control_inputs");
	json_open(&j, '[');
	for (uint32_t i = 0; i < n->n_ctl; i++)
		json_str(&j, n->in_text[n->n_in + i]);
	json_close(&j, ']');
	tensors_json(&j, "outputs", p, OPPAGE_OUT, n, ig);
	ok = recipients_json(&j, g, n->index, err);
	attrs_json(&j, p);
	json_close(&j, '}');
	json_end(&j);
	return ok;
}

/* ---- ops ---- */

static void args_json(struct json *j, const char *key, const struct oppage *p, enum oppage_part part)
{
	json_key(j, key);
	json_open(j, '[');
	for (size_t i = 0; i < p->line.n; i++) {
		const struct oppage_line *l = &p->line.p[i];

		if (l->part != part)
			continue;
		json_open(j, '{');
		json_kstr(j, "name", l->name);
		json_kstr(j, "type", l->type);
		json_close(j, '}');
	}
	json_close(j, ']');
}

void page_op_json(struct sink *out, const struct oppage *p, struct sv op)
{
	struct json j;

	json_start(&j, out);
	json_open(&j, '{');
	json_kstr(&j, "op", op);
	json_kbool(&j, "known", p->def != NULL);
	json_kbool(&j, "kernel", op_find(op) != NULL);
	json_kbool(&j, "stateful", p->def && p->def->stateful);
	json_key(&j, "deprecated");
	if (p->def && p->def->deprecated_version > 0)
		json_int(&j, p->def->deprecated_version);
	else
		json_null(&j);
	doc_json(&j, p);
	args_json(&j, "inputs", p, OPPAGE_IN);
	args_json(&j, "outputs", p, OPPAGE_OUT);
	attrs_json(&j, p);
	json_close(&j, '}');
	json_end(&j);
}
