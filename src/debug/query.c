/*
 * What screens and commands read of a debugger; nothing here changes anything that they could see.
 */
#include "debug/inside.h"
#include "model/callable.h"

#include "exec/exec.h"

const struct model *dbg_model(const struct dbg *d)
{
	return d->mg->model;
}

const struct metagraph *dbg_metagraph(const struct dbg *d)
{
	return d->mg;
}

const struct signature *dbg_signature(const struct dbg *d)
{
	return d->sig;
}

const struct graph *dbg_root(const struct dbg *d)
{
	return d->trace && d->trace->f ? d->trace->f->graph : d->mg->graph;
}

struct tensor *dbg_input(const struct dbg *d, uint32_t i)
{
	return d->sig && i < d->sig->n_in ? d->in[i] : NULL;
}

const char *dbg_input_text(const struct dbg *d, uint32_t i)
{
	return d->sig && i < d->sig->n_in ? d->in_text[i] : NULL;
}

/* ---- where the run stands ---- */

enum dbg_state dbg_state(const struct dbg *d)
{
	return d->state;
}

bool dbg_interrupted(const struct dbg *d)
{
	return d->state == DBG_STOPPED && d->why && !strcmp(d->why, "interrupted");
}

const char *dbg_why_stopped(const struct dbg *d)
{
	return d->why;
}

const struct err *dbg_error(const struct dbg *d)
{
	if (d->state == DBG_FAILED)
		return err_is(&d->err) ? &d->err : exec_error(d->x);
	return d->state == DBG_DONE && err_is(&d->err) ? &d->err : NULL;
}

uint64_t dbg_seq(const struct dbg *d)
{
	return history_seq(d);
}

uint64_t dbg_seq_max(const struct dbg *d)
{
	return d->event.n;
}

static bool has_here(const struct dbg *d)
{
	return (d->state == DBG_STOPPED || d->state == DBG_FAILED) &&
	       exec_node(d->x) != NODE_NONE;
}

/* "@3.1", kept with the run's names. */
static const char *iters_of(const struct dbg *d, const struct frame *f)
{
	struct str s = STR_INIT;
	const char *z;

	exec_iter_suffix(f, &s);
	z = history_intern(d, str_sv(&s)).p;
	str_free(&s);
	return z;
}

bool dbg_here(const struct dbg *d, struct dbg_here *h)
{
	if (!has_here(d)) {
		*h = (struct dbg_here){ .node = NODE_NONE };
		return false;
	}
	*h = (struct dbg_here){
		.path = str_z(&d->path), .iter = iters_of(d, exec_frame(d->x)), .graph = frame_graph(exec_frame(d->x)),
		.node = exec_node(d->x), .depth = frame_depth(exec_frame(d->x)),
	};
	return true;
}

int dbg_n_in(const struct dbg *d)
{
	return has_here(d) ? exec_n_in(d->x) : 0;
}

struct tensor *dbg_in(const struct dbg *d, int i)
{
	return has_here(d) ? exec_in(d->x, i) : NULL;
}

int dbg_n_frames(const struct dbg *d)
{
	return has_here(d) ? frame_depth(exec_frame(d->x)) + 1 : 0;
}

bool dbg_frame(const struct dbg *d, int i, struct dbg_frame *out)
{
	const struct frame *f;
	struct str s = STR_INIT;
	uint32_t node;

	if (i < 0 || i >= dbg_n_frames(d))
		return false;
	f = exec_frame(d->x);
	node = exec_node(d->x);
	for (; i > 0; i--) {
		node = frame_call_node(f);
		f = frame_parent(f);
	}
	exec_path(f, node, &s);
	*out = (struct dbg_frame){
		.graph = frame_graph(f), .node = node, .path = history_intern(d, str_sv(&s)).p,
		.role = frame_role(f), .iter = frame_iter(f), .iters = iters_of(d, f),
	};
	out->rounds = loop_rounds(d, f, &out->at_most);
	str_free(&s);
	return true;
}

int dbg_frame_chosen(const struct dbg *d)
{
	return has_here(d) ? d->chosen : 0;
}

bool dbg_frame_choose(struct dbg *d, int i, struct err *err)
{
	int n = dbg_n_frames(d);

	if (n == 0)
		return err_set(err, ERR_KIND_USAGE, ERR_FAILED_PRECONDITION, "no frames: the run is over");
	if (i < 0 || i >= n)
		return err_set(err, ERR_KIND_USAGE, ERR_OUT_OF_RANGE,
			       i < 0 ? "this is the innermost frame" : i == n ? "this is the outermost frame"
			       : "no frame %d: they are 0 to %d", i, n - 1);
	d->chosen = i;
	return true;
}

const struct frame *frame_chosen(const struct dbg *d)
{
	const struct frame *f = d->x ? exec_frame(d->x) : NULL;

	for (int i = dbg_frame_chosen(d); f && i > 0; i--)
		f = frame_parent(f);
	return f;
}

/* The node of the chosen frame that the run stands at, or that it waits in. */
static uint32_t node_chosen(const struct dbg *d)
{
	const struct frame *f = d->x ? exec_frame(d->x) : NULL;
	uint32_t node = f ? exec_node(d->x) : NODE_NONE;

	for (int i = dbg_frame_chosen(d); f && i > 0; i--) {
		node = frame_call_node(f);
		f = frame_parent(f);
	}
	return node;
}

/* ---- the chosen frame's nodes ---- */

int dbg_n_rows(const struct dbg *d)
{
	uint32_t n = 0;

	if (d->x)
		frame_order(frame_chosen(d), &n);
	return (int)n;
}

int64_t event_before_here(const struct dbg *d, const struct graph *g, uint32_t node, const uint64_t *call)
{
	uint64_t p, seq = history_seq(d);
	int64_t i;

	if (!map_get(&d->graphs, (struct sv){ (char *)&g, sizeof(g) }, &p) || node >= g->n_nodes)
		return -1;
	i = ((const struct graph_events *)(uintptr_t)p)->last[node];
	while (i >= 0 && ((uint64_t)i >= seq || (call && d->event.p[i].fr->call_id != *call)))
		i = d->event.p[i].prev;
	return i;
}

bool dbg_row(const struct dbg *d, int i, struct dbg_row *r)
{
	const struct frame *f;
	const uint32_t *order;
	struct frec *fr;
	uint64_t call;
	uint32_t n;

	if (i < 0 || i >= dbg_n_rows(d))
		return false;
	f = frame_chosen(d);
	order = frame_order(f, &n);
	call = frame_call_id(f);
	/* frames are noted when a node of theirs is reached, as this one was */
	fr = history_frec((struct dbg *)d, f, order[i]);
	*r = (struct dbg_row){
		.node = order[i], .done = frame_done(f, order[i]),
		.here = has_here(d) && order[i] == node_chosen(d),
		.breakpoint = break_at(d, fr, order[i]) != NULL,
		.event = event_before_here(d, frame_graph(f), order[i], &call),
	};
	r->edited = r->event >= 0 && d->event.p[r->event].edited;
	return true;
}

int64_t dbg_last_event(const struct dbg *d, const struct graph *g, uint32_t node)
{
	return event_before_here(d, g, node, NULL);
}

/* ---- the history ---- */

uint64_t dbg_n_events(const struct dbg *d)
{
	return d->event.n;
}

bool dbg_event(const struct dbg *d, uint64_t i, struct dbg_event *out)
{
	const struct event *e;
	struct str s = STR_INIT;

	if (i >= d->event.n)
		return false;
	e = &d->event.p[i];
	str_add(&s, e->fr->prefix);
	str_add(&s, graph_node_name(e->fr->graph, e->node));
	*out = (struct dbg_event){
		.seq = i, .path = history_intern(d, str_sv(&s)).p, .iter = e->fr->iter,
		.graph = e->fr->graph, .node = e->node, .depth = e->fr->depth,
		.n_out = e->n_out, .call = e->call, .ns = e->ns, .at = e->at, .bytes = e->bytes,
		.given = e->given, .again = e->again, .depends = e->depends,
	};
	str_free(&s);
	return true;
}

struct tensor *dbg_event_out(const struct dbg *d, uint64_t i, int slot, bool *dropped)
{
	const struct event *e = i < d->event.n ? &d->event.p[i] : NULL;

	if (dropped)
		*dropped = e && e->dropped;
	return e && slot >= 0 && slot < e->n_out ? e->out[slot] : NULL;
}

size_t dbg_history_bytes(const struct dbg *d, uint64_t *dropped)
{
	uint64_t n = 0;

	for (size_t i = 0; dropped && i < d->event.n; i++)
		n += d->event.p[i].dropped;
	if (dropped)
		*dropped = n;
	return d->bytes;
}

const char *dbg_printed(const struct dbg *d)
{
	return str_z(&d->printed);
}

struct tensor *dbg_output(const struct dbg *d, uint32_t i)
{
	return d->x ? exec_fetch(d->x, i) : NULL;
}
