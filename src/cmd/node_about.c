/* A node as a report: what "node --json" prints. */
#include "cmd/about.h"
#include "cmd/report_parts.h"

static void end(struct report *r, const struct graph *g, uint32_t node)
{
	if (node >= g->n_nodes)
		return;
	report_str(r, "node", graph_node_name(g, node));
	report_str(r, "op", graph_node_op(g, node));
}

static void inputs(struct report *r, const struct graph *g, const struct node *n, bool control)
{
	uint32_t count = control ? n->n_ctl : n->n_in;
	const struct edge *e = control ? n->ctl : n->in;

	if (!report_open(r, control ? "control_inputs" : "inputs", REPORT_LIST))
		return;
	for (uint32_t i = 0; i < count && report_open(r, NULL, REPORT_GROUP); i++) {
		report_str(r, "name", n->in_text[control ? n->n_in + i : i]);
		end(r, g, e[i].node);
		if (!control && e[i].node < g->n_nodes)
			report_int(r, "slot", e[i].slot);
		report_close(r);
	}
	report_close(r);
}

static void outputs(struct report *r, const struct node *n)
{
	if (!report_open(r, "outputs", REPORT_LIST))
		return;
	for (uint32_t i = 0; i < n->n_out && report_open(r, NULL, REPORT_GROUP); i++) {
		report_int(r, "slot", i);
		report_dtype(r, "dtype", n->out_type[i]);
		report_close(r);
	}
	report_close(r);
}

static void consumers(struct report *r, const struct graph *g, uint32_t node)
{
	uint32_t n;
	const struct consumer *c = graph_consumers(g, node, &n, NULL);

	if (!report_open(r, "consumers", REPORT_LIST))
		return;
	for (uint32_t i = 0; c && i < n && report_open(r, NULL, REPORT_GROUP); i++) {
		bool control = c[i].slot == SLOT_CONTROL;

		end(r, g, c[i].node);
		report_bool(r, "control", control);
		if (!control) {
			report_int(r, "slot", c[i].slot);
			report_int(r, "input", c[i].input);
		}
		report_close(r);
	}
	report_close(r);
}

static void attributes(struct report *r, const struct node *n)
{
	if (!report_open(r, "attributes", REPORT_LIST))
		return;
	for (uint32_t i = 0; i < n->n_attrs && report_open(r, NULL, REPORT_GROUP); i++) {
		struct str s = STR_INIT;

		report_str(r, "name", n->attrs[i].name);
		if (n->attrs[i].v.kind == ATTR_TENSOR) {
			report_tensor_fields(r, n->attrs[i].v.s);
		} else {
			attr_print(&s, &n->attrs[i].v);
			report_copy(r, "value", str_sv(&s));
		}
		str_free(&s);
		report_close(r);
	}
	report_close(r);
}

bool about_node(struct report *r, const struct graph *g, uint32_t i, struct err *err)
{
	const struct node *n = graph_node(g, i, err);

	if (!n)
		return false;
	report_str(r, "name", n->name);
	report_str(r, "op", n->op);
	report_bool(r, "known_op", n->def && !n->callee);
	report_str(r, "device", n->device);
	report_str(r, "in", g->func ? g->func->name : SV("graph"));
	if (n->callee)
		report_str(r, "calls", n->callee->name);
	outputs(r, n);
	inputs(r, g, n, false);
	inputs(r, g, n, true);
	consumers(r, g, i);
	attributes(r, n);
	about_origin(r, g, i);
	return true;
}
