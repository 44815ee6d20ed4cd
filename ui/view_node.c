/*
 * A node: op, attributes, inputs, outputs, consumers, what it calls; with the values of a run where
 * there is one. Each line leads to the node at the other end of the edge.
 */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "cmd/note.h"
#include "model/origin.h"
#include "tensor/print.h"
#include "ui/page.h"
#include "ui/view_op.h"

struct slot {
	struct tensor *t;	/* ours, or NULL */
	struct str label;
};

struct node_page {
	struct page page;	/* first: page_* take it */
	int width;		/* that text was broken for; 0: there was none */
	VEC(struct slot) slot;	/* outputs, then inputs */
	struct oppage *op;	/* while the page is made */
};

/* ---- values ---- */

enum {
	LOOK_BACK = 4096,
	FEW = 4,
	SHOWN_FRAMES = 3,
	WAIT_NODES = 50000 /* a graph whose consumers take a while to find */
};

/* The event that the page shows, or -1. */
static int64_t event_of(struct view *v)
{
	const struct dbg *d = v->ui->app->dbg;

	if (!d || dbg_state(d) == DBG_IDLE)
		return -1;
	if (v->at.event)
		return (int64_t)v->at.event - 1;
	if (v->ui->mode == MODE_RUN)	/* not run in this frame: what it made in another round would mislead */
		return -1;
	return dbg_last_event(d, v->at.g, v->at.i);
}

static bool is_here(struct view *v)
{
	const struct dbg *d = v->ui->app->dbg;
	struct dbg_here h;

	return d && dbg_here(d, &h) && h.graph == v->at.g && h.node == v->at.i;
}

/* The event of a producer that this page's event read: the last one before it. */
static int64_t producer_event(struct view *v, uint32_t node, int64_t event)
{
	const struct dbg *d = v->ui->app->dbg;
	int64_t last = dbg_last_event(d, v->at.g, node);
	struct dbg_event e;

	if (last < 0 || event < 0 || last < event)
		return last;
	for (int64_t i = event - 1; i >= 0 && i > event - LOOK_BACK; i--)
		if (dbg_event(d, (uint64_t)i, &e) && e.graph == v->at.g && e.node == node)
			return i;
	return -1;
}

static struct tensor *event_value(const struct dbg *d, int64_t event, uint32_t slot, bool *dropped)
{
	return event >= 0 ? tensor_ref(dbg_event_out(d, (uint64_t)event, (int)slot, dropped)) : NULL;
}

/* "float32 [] 0.5", "int32 [3] [4,2,3]": small ones with what they hold. */
static void value_text(struct row *r, const struct tensor *t)
{
	struct str s = STR_INIT;

	print_type(&s, t);
	row_add(r, ST_GOOD, str_z(&s));
	str_clear(&s);
	if (t->n > 0 && t->n <= FEW && t->rank < 2 && dtype_info(t->dtype)->kind != DK_OBJECT) {
		str_addz(&s, t->rank ? "[" : "");
		for (int64_t i = 0; i < t->n; i++) {
			str_addz(&s, i ? "," : "");
			print_element(&s, t, i);
		}
		str_addz(&s, t->rank ? "]" : "");
		row_add(r, ST_TEXT, " ");
		row_name(r, ST_NUM, (struct sv){ s.p, s.n < 40 ? s.n : 40 });
	}
	str_free(&s);
}

static void value_add(struct row *r, const struct tensor *t, bool dropped)
{
	if (dropped)
		row_add(r, ST_WARN, "  dropped to save memory");
	if (!t)
		return;
	row_add(r, ST_GOOD, "  = ");
	value_text(r, t);
}

static void slot_add(struct view *v, struct tensor *t, const char *what, uint32_t i, struct sv name)
{
	struct node_page *np = v->priv;
	struct slot s = { .t = t };

	str_addf(&s.label, "%s %u: ", what, i);
	str_escaped(&s.label, name);
	vec_push(&np->slot, s);
}

int node_view_slots(struct view *v)
{
	return (int)((struct node_page *)v->priv)->slot.n;
}

struct tensor *node_view_slot(struct view *v, int slot, struct str *label)
{
	struct node_page *np = v->priv;

	if (slot < 0 || (size_t)slot >= np->slot.n)
		return NULL;
	str_add(label, str_sv(&np->slot.p[slot].label));
	return tensor_ref(np->slot.p[slot].t);
}

/* ---- parts ---- */

static struct place node_place(struct view *v, const struct graph *g, uint32_t i)
{
	struct place at = { .kind = AT_NODE, .mg = v->at.mg, .g = g, .i = i };

	if (i == NODE_NONE)
		at.kind = AT_NONE;
	return at;
}

static struct tensor *const_value(const struct node *n)
{
	struct sv proto;

	return sv_is(n->op, "Const") && node_attr_tensor(n, "value", &proto)
		       ? tensorproto_decode(proto, NULL) : NULL;
}

/* The argument's name, and its type and shape when they are known (then true). */
static bool argument_add(const struct oppage *op, enum oppage_part part, uint32_t i, struct row *r, bool shape)
{
	const struct oppage_line *l = oppage_tensor(op, part, i);

	if (!l)
		return false;
	row_name(r, ST_DIM, l->name);
	row_add(r, ST_TEXT, l->name.n ? " " : "");
	if (!shape || !l->shape.n || sv_starts(l->shape, SV("<")))
		return false;
	row_name(r, ST_TYPE, l->type);
	row_add(r, ST_TEXT, " ");
	row_name(r, ST_TEXT, l->shape);
	row_add(r, ST_TEXT, part == OPPAGE_IN ? "  " : "");
	return true;
}

static void outputs_part(struct view *v, const struct node *n)
{
	struct node_page *np = v->priv;
	const struct dbg *d = v->ui->app->dbg;
	int64_t event = event_of(v);

	page_head(&np->page, "outputs");
	for (uint32_t i = 0; i < n->n_out; i++) {
		bool dropped = false;
		struct tensor *t = event_value(d, event, i, &dropped);
		struct row *r = page_add(&np->page);

		if (!t && !dropped)
			t = const_value(n);
		row_addf(r, ST_DIM, " :%u ", i);
		if (!argument_add(np->op, OPPAGE_OUT, i, r, true))
			node_out_text(v->at.g, n, i, r);
		value_add(r, t, dropped);
		vec_last(&np->page.line).tensor = tensor_ref(t);
		slot_add(v, t, "output", i, n->name);
	}
	if (!n->n_out)
		row_add(page_add(&np->page), ST_DIM, "  none");
}

static struct tensor *input_value(struct view *v, uint32_t i, struct edge e, int64_t event, bool *dropped)
{
	const struct dbg *d = v->ui->app->dbg;

	if (is_here(v) && (int)i < dbg_n_in(d))
		return tensor_ref(dbg_in(d, (int)i));
	if (d && dbg_state(d) != DBG_IDLE)
		return event_value(d, producer_event(v, e.node, event), e.slot, dropped);
	return NULL;
}

static void input_line(struct view *v, const struct node *n, uint32_t i, int64_t event)
{
	struct node_page *np = v->priv;
	struct edge e = n->in[i];
	struct row *r = page_link(&np->page, node_place(v, v->at.g, e.node));
	bool dropped = false;
	struct tensor *t = NULL;

	row_addf(r, ST_DIM, " %u ", i);
	if (e.node != NODE_NONE)
		t = input_value(v, i, e, event, &dropped);
	if (!is_here(v) || !t)
		argument_add(np->op, OPPAGE_IN, i, r, !t);
	if (is_here(v) && t) {	/* what it is to work on comes first */
		value_text(r, t);
		row_add(r, ST_TEXT, "  ");
	}
	row_name(r, e.node == NODE_NONE ? ST_BAD : ST_LINK, n->in_text[i]);
	if (e.node == NODE_NONE) {
		row_add(r, ST_BAD, "  names nothing");
		return;
	}
	row_add(r, ST_TEXT, "  ");
	row_name(r, ST_OP, graph_node_op(v->at.g, e.node));
	if (!is_here(v))
		value_add(r, t, dropped);
	vec_last(&np->page.line).tensor = tensor_ref(t);
	slot_add(v, t, "input", i, n->in_text[i]);
}

static bool not_run_yet(struct view *v)
{
	const struct dbg *d = v->ui->app->dbg;

	return is_here(v) || (v->ui->mode == MODE_RUN && d && dbg_state(d) != DBG_IDLE && event_of(v) < 0);
}

static bool failed_here(struct view *v)
{
	return is_here(v) && dbg_state(v->ui->app->dbg) == DBG_FAILED;
}

/* The page of a failure has no room for blank lines. */
static void part_head(struct view *v, const char *name)
{
	struct node_page *np = v->priv;

	if (failed_here(v))
		row_add(page_add(&np->page), ST_HEAD, name);
	else
		page_head(&np->page, "%s", name);
}

static void inputs_part(struct view *v, const struct node *n)
{
	struct node_page *np = v->priv;
	int64_t event = event_of(v);

	part_head(v, "inputs");
	for (uint32_t i = 0; i < n->n_in; i++)
		input_line(v, n, i, event);
	for (uint32_t i = 0; i < n->n_ctl; i++) {
		struct row *r = page_link(&np->page, node_place(v, v->at.g, n->ctl[i].node));

		row_add(r, ST_DIM, " after ");
		row_name(r, ST_LINK, n->in_text[n->n_in + i]);
	}
	if (!n->n_in && !n->n_ctl)
		row_add(page_add(&np->page), ST_DIM, "  none");
}

static void consumers_part(struct view *v, const struct node *n)
{
	struct node_page *np = v->priv;
	const struct consumer *c;
	uint32_t count = 0;

	page_head(&np->page, "consumers");
	if (!graph_indexed(v->at.g) && v->at.g->n_nodes > WAIT_NODES) {
		v->ui->indexing = v->at.g;	/* the page is made again when it is there */
		row_add(page_add(&np->page), ST_DIM, "  being looked for");
		return;
	}
	c = graph_consumers(v->at.g, v->at.i, &count, NULL);
	for (uint32_t i = 0; c && i < count; i++) {
		struct row *r = page_link(&np->page, node_place(v, v->at.g, c[i].node));

		if (c[i].slot == SLOT_CONTROL)
			row_add(r, ST_DIM, " after ");
		else
			row_addf(r, ST_DIM, " :%u > ", c[i].slot);
		row_name(r, ST_LINK, graph_node_name(v->at.g, c[i].node));
		row_add(r, ST_TEXT, "  ");
		row_name(r, ST_OP, graph_node_op(v->at.g, c[i].node));
		if (c[i].input != SLOT_CONTROL)
			row_addf(r, ST_DIM, " input %u", c[i].input);
	}
	if (!count)
		row_add(page_add(&np->page), ST_DIM, "  none");
	(void)n;
}

/* A handle's variable, found by the name that both share. */
static void variable_line(struct view *v, const struct node *n)
{
	uint32_t count;
	const struct variable *all = metagraph_variables(v->at.mg, &count);
	struct sv name;

	if (!sv_is(n->op, "VarHandleOp") && !sv_is(n->op, "VariableV2"))
		return;
	if (!node_attr_str(n, "shared_name", &name) || !name.n)
		name = n->name;
	for (uint32_t i = 0; i < count; i++) {
		struct row *r;

		if (!sv_starts(all[i].name, name) ||
		    (all[i].name.n != name.n && all[i].name.p[name.n] != ':'))
			continue;
		r = page_link(v->priv, (struct place){ .kind = AT_VARIABLE, .mg = v->at.mg, .i = i });
		row_add(r, ST_DIM, "variable");
		row_pad(r, FIELD_COLUMN);
		row_name(r, ST_LINK, all[i].name);
		return;
	}
}

/* The innermost line of Python that made it, when the model says; "origin" has the whole stack. */
static void origin_line(struct view *v)
{
	struct frame_line *f;
	struct row *r;
	uint32_t count;

	if (!node_origin(v->at.g, v->at.i, &f, &count, NULL) || !count)
		return;
	for (uint32_t i = count; i-- > 0 && count - i <= SHOWN_FRAMES;) {
		r = page_field(v->priv, i + 1 < count ? "" : "made at");
		row_name(r, ST_TEXT, f[i].file);
		row_addf(r, ST_NUM, ":%" PRId64, f[i].line);
		row_add(r, ST_DIM, "  ");
		row_name(r, ST_DIM, f[i].func);
	}
	if (count > SHOWN_FRAMES)
		row_addf(page_field(v->priv, ""), ST_DIM, "and %u more: origin", count - SHOWN_FRAMES);
	free(f);
}

/* What the run that the page shows took and made here. */
static void cost_line(struct view *v, struct page *p)
{
	const struct dbg *d = v->ui->app->dbg;
	int64_t event = event_of(v);
	struct dbg_event e;
	struct str s = STR_INIT;

	if (event < 0 || !dbg_event(d, (uint64_t)event, &e) || !e.ns)
		return;
	text_size(&s, e.bytes);
	row_addf(page_field(p, "took"), ST_NUM, "%.1f us%s%s", (double)e.ns / 1e3, e.bytes ? ", made " : "",
		 e.bytes ? str_z(&s) : "");
	str_free(&s);
}

static void head_part(struct view *v, const struct node *n)
{
	struct page *p = v->priv;
	struct row *r = page_field(p, "node");

	row_name(r, ST_HEAD, n->name);
	r = page_field(p, "op");
	row_name(r, ST_OP, n->op);
	if (!n->def && !n->callee)
		row_add(r, ST_WARN, "  (not an op of TensorFlow: a custom op)");
	cost_line(v, p);
	if (n->device.n)
		row_name(page_field(p, "device"), ST_TEXT, n->device);
	if (v->at.g->func) {
		const struct function *f = v->at.g->func;
		struct place to = { .kind = AT_FUNCTION, .mg = v->at.mg,
				    .i = (uint32_t)(f - v->at.mg->funcs) };

		r = page_link(p, to);
		row_add(r, ST_DIM, "in function");
		row_pad(r, FIELD_COLUMN);
		row_name(r, ST_LINK, f->name);
	}
	variable_line(v, n);
	origin_line(v);
	if (n->callee) {
		struct place to = { .kind = AT_FUNCTION, .mg = v->at.mg,
				    .i = (uint32_t)(n->callee - v->at.mg->funcs) };

		r = page_link(p, to);
		row_add(r, ST_DIM, "calls");
		row_pad(r, FIELD_COLUMN);
		row_name(r, ST_LINK, n->callee->name);
	}
}

/* ---- a failure: what came, why it did not fit, where, and how to go on ---- */

/* Names of the frame at hand without what its path begins with. */
static void without_prefix(const struct dbg *d, struct sv text, struct str *out)
{
	struct dbg_frame f;
	struct sv path = SV_NULL;

	if (dbg_frame(d, 0, &f) && strlen(f.path) > graph_node_name(f.graph, f.node).n)
		path = sv_sub(sv_of(f.path), 0, strlen(f.path) - graph_node_name(f.graph, f.node).n);
	for (size_t i = 0; i < text.n; i++)
		if (path.n && sv_starts(sv_sub(text, i, text.n), path))
			i += path.n - 1;
		else
			str_addc(out, text.p[i]);
}

/* What why says: its sentence, and the evidence but for what stands here anyway. */
static void why_part(struct view *v, struct sv why, int width)
{
	struct page *p = v->priv;
	bool first = true;

	while (why.n) {
		long nl = sv_find(why, '\n');
		struct sv line = sv_sub(why, 0, nl < 0 ? why.n : (size_t)nl);
		struct str s = STR_INIT;

		why = sv_sub(why, nl < 0 ? why.n : (size_t)nl + 1, why.n);
		if (sv_is(line, "the way there"))
			break;
		if (first)
			part_head(v, "cause");
		if (!sv_is(line, "evidence") && !sv_starts(line, SV("  fails:")) && !sv_starts(line, SV("  input "))) {
			while (line.n && line.p[0] == ' ')
				line = sv_sub(line, 1, line.n);
			without_prefix(v->ui->app->dbg, line, &s);
			page_wrap(p, first ? ST_WARN : ST_TEXT, 1, first ? 1 : 3, width, str_sv(&s));
		}
		str_free(&s);
		first = false;
	}
}

static void frames_part(struct view *v)
{
	const struct dbg *d = v->ui->app->dbg;
	struct page *p = v->priv;
	struct dbg_frame f;

	part_head(v, "frames");
	for (int i = 0; i < dbg_n_frames(d) && dbg_frame(d, i, &f); i++) {
		struct row *r = page_add(p);
		const struct function *fn = f.graph->func;

		row_addf(r, ST_DIM, " %d ", i);
		if (*f.iters)
			row_addf(r, ST_WARN, "iteration %s  ", f.iters);
		row_name(r, ST_TEXT, graph_node_name(f.graph, f.node));
		row_add(r, ST_DIM, "  in ");
		row_name(r, ST_TEXT, fn ? fn->name : SV("graph"));
	}
}

/* How one goes on from here. */
static void upstream_part(struct view *v)
{
	static const char *const keys[][2] = {
		{ "i Enter", "upstream" }, { "(", "caller" }, { "u", "back" }, { "!", "why" },
	};
	struct row *r = page_add(v->priv);

	for (size_t i = 0; i < 4; i++) {
		row_add(r, ST_TEXT, i ? "  " : "");
		row_add(r, ST_KEY, keys[i][0]);
		row_addf(r, ST_DIM, " %s", keys[i][1]);
	}
	r = page_add(v->priv);
	row_add(r, ST_KEY, "e");
	row_add(r, ST_DIM, " gives its output, ");
	row_add(r, ST_KEY, "c");
	row_add(r, ST_DIM, " goes on with it");
}

static void failed_part(struct view *v, const struct node *n)
{
	const struct err *e = dbg_error(v->ui->app->dbg);
	struct node_page *np = v->priv;
	struct page *p = &np->page;
	int w = v->w > 20 ? v->w : 60;
	struct row *r;

	r = page_add(p);
	row_name(r, ST_HEAD, n->name);
	row_add(r, ST_TEXT, "  ");
	row_name(r, ST_OP, n->op);
	row_add(r, ST_BAD, "  failed");
	page_wrap(p, ST_BAD, 1, 1, w, sv_of(e && e->msg ? e->msg : "it failed"));
	inputs_part(v, n);
	if (v->ui->why.n)
		why_part(v, str_sv(&v->ui->why), w);
	upstream_part(v);
	frames_part(v);
	page_blank(p);
}

/* What a function's argument is comes from the frame around. */
static void argument_part(struct view *v, const struct node *n)
{
	const struct dbg *d = v->ui->app->dbg;
	struct row *r;

	if (v->ui->mode != MODE_RUN || !d || dbg_n_frames(d) < 2 || !v->at.g->func || !sv_is(n->op, "_Arg"))
		return;
	r = page_add(&((struct node_page *)v->priv)->page);
	row_add(r, ST_DIM, "an argument: ");
	row_add(r, ST_KEY, "(");
	row_add(r, ST_DIM, " goes to the call");
}

/* Slots: the outputs, that were added last, go to the front. */
static void outputs_first(struct view *v, uint32_t n_out)
{
	struct node_page *np = v->priv;

	for (uint32_t k = 0; k < n_out && np->slot.n > n_out; k++) {
		struct slot last = vec_last(&np->slot);

		memmove(np->slot.p + 1, np->slot.p, (np->slot.n - 1) * sizeof(last));
		np->slot.p[0] = last;
	}
}

static void note_part(struct view *v, int width)
{
	const char *text = note_at(v->ui->app, v->at.g, v->at.i);
	struct str s = STR_INIT;

	if (text) {
		str_addf(&s, "note: %s", text);
		page_wrap(v->priv, ST_WARN, 0, 6, width, str_sv(&s));
	}
	str_free(&s);
}

static void parts(struct view *v, const struct node *n)
{
	struct node_page *np = v->priv;
	bool running = failed_here(v) || v->ui->mode == MODE_RUN;
	int width = v->w > 20 ? v->w : 60;

	if (failed_here(v)) {
		note_part(v, width);
		failed_part(v, n);
	}
	head_part(v, n);
	if (!failed_here(v))
		note_part(v, width);
	argument_part(v, n);
	if (!running)
		about_part(&np->page, np->op, width, true);
	if (failed_here(v)) {
		outputs_part(v, n);
	} else if (not_run_yet(v)) {	/* what it is given, before what it has not made */
		inputs_part(v, n);
		outputs_part(v, n);
		outputs_first(v, n->n_out);
	} else {
		outputs_part(v, n);
		inputs_part(v, n);
	}
	if (running)
		about_part(&np->page, np->op, width, false);
	attrs_part(v, &np->page, n, np->op);
	consumers_part(v, n);
}

static void node_open(struct view *v)
{
	struct err err = { 0 };
	const struct node *n = graph_node(v->at.g, v->at.i, &err);
	struct node_page *np = v->priv;
	struct page *p = &np->page;

	if (!n) {
		char *text = err_text(&err);

		row_name(page_field(p, "node"), ST_HEAD, graph_node_name(v->at.g, v->at.i));
		row_name(page_field(p, "damaged"), ST_BAD, sv_of(text));
		free(text);
		err_clear(&err);
		return;
	}
	np->op = node_page_of(v, n);
	np->width = v->w;
	parts(v, n);
	oppage_free(np->op);
	np->op = NULL;
}

/* Text is broken anew for another width. */
static void node_shown(struct view *v)
{
	struct node_page *np = v->priv;

	if (v->h > 0 && np->width != v->w)
		v->ops->fresh(v);
}

static void node_close(struct view *v)
{
	struct node_page *np = v->priv;

	for (size_t i = 0; i < np->slot.n; i++) {
		tensor_unref(np->slot.p[i].t);
		str_free(&np->slot.p[i].label);
	}
	vec_free(&np->slot);
	page_clear(&np->page);
}

static void node_fresh(struct view *v)
{
	node_close(v);
	node_open(v);
}

/* Every row stands for the node's first value, but rows that have one of their own. */
static struct tensor *node_tensor(struct view *v, size_t i, struct str *label)
{
	struct node_page *np = v->priv;
	struct tensor *t = np->page.line.p[i].tensor;

	for (size_t k = 0; k < np->slot.n; k++)
		if (np->slot.p[k].t && (np->slot.p[k].t == t || !t)) {
			str_add(label, str_sv(&np->slot.p[k].label));
			return tensor_ref(np->slot.p[k].t);
		}
	return NULL;
}

const struct view_ops view_node = {
	.kind = AT_NODE, .size = sizeof(struct node_page), .ctx = CTX_PAGE | CTX_VALUES | CTX_EDGES, .open = node_open,
	.close = node_close, .count = page_count, .draw = page_draw, .place = page_place,
	.tensor = node_tensor, .fresh = node_fresh, .shown = node_shown,
};
