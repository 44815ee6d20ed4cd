/*
 * The history: frames, ticks and events of a run, saved machine states, and the byte budget. See
 * inside.h for the shape of the data.
 */
#include "debug/inside.h"

#include "base/clock.h"

#include <stdlib.h>
#include <string.h>

#include "ops/op.h"
#include "ops/var.h"

enum { MARKS_MAX = 48, MARK_FIRST = 256, DROP_AT_ONCE = 4096 };
enum { NODE_BYTES = 400 };	/* of a node that ran, about: tick, event, tensors' headers */

/* ---- names ---- */

struct sv history_intern(const struct dbg *d, struct sv s)
{
	struct map *m = (struct map *)&d->strings;	/* a cache: callers see no change */
	struct sv copy;
	uint64_t p;

	if (s.n == 0)
		return SV("");
	if (map_get(m, s, &p))
		return (struct sv){ (const char *)(uintptr_t)p, s.n };
	copy = arena_sv(d->names, s);
	map_put(m, copy, (uint64_t)(uintptr_t)copy.p);
	return copy;
}

static struct frec *frec_new(struct dbg *d, const struct frame *f, uint32_t node)
{
	struct frec *r = arena_alloc(d->names, sizeof(*r));
	struct sv name = graph_node_name(frame_graph(f), node);
	struct str s = STR_INIT;

	r->key.id = frame_id(f);
	r->key.iter = frame_iter(f);
	r->call_id = frame_call_id(f);
	r->graph = frame_graph(f);
	r->depth = frame_depth(f);
	exec_path(f, node, &s);
	r->prefix = history_intern(d, (struct sv){ s.p, s.n - name.n });
	str_clear(&s);
	exec_iter_suffix(f, &s);
	r->iter = s.n ? history_intern(d, str_sv(&s)).p : "";
	str_free(&s);
	map_put(&d->frecs, (struct sv){ (char *)&r->key, sizeof(r->key) }, (uint64_t)(uintptr_t)r);
	return r;
}

struct frec *history_frec(struct dbg *d, const struct frame *f, uint32_t node)
{
	struct frec want = { .key = { frame_id(f), frame_iter(f) } };
	uint64_t p;

	if (!d->last_frec || memcmp(&d->last_frec->key, &want.key, sizeof(want.key)) != 0) {
		if (map_get(&d->frecs, (struct sv){ (char *)&want.key, sizeof(want.key) }, &p))
			d->last_frec = (struct frec *)(uintptr_t)p;
		else
			d->last_frec = frec_new(d, f, node);
	}
	return d->last_frec;
}

static bool same_frec(const struct frec *a, const struct frec *b)
{
	return a == b || (memcmp(&a->key, &b->key, sizeof(a->key)) == 0 && a->graph == b->graph &&
			  a->prefix.p == b->prefix.p && a->depth == b->depth);
}

/* ---- cutting and clearing ---- */

void event_clear(struct event *e)
{
	for (int i = 0; i < e->n_out; i++)
		tensor_unref(e->out[i]);
	free(e->out);
	e->out = NULL;
	e->n_out = 0;
}

/* It is the history's no longer. */
static struct event event_pop(struct dbg *d)
{
	struct event e = d->event.p[--d->event.n];

	if (!e.dropped)
		d->bytes -= e.bytes;
	return e;
}

static void mark_free(struct mark *m)
{
	exec_free(m->x);
	snapshot_free(m->snap);
	free(m->begin);
}

static struct graph_events *events_of(const struct dbg *d, const struct graph *g)
{
	uint64_t p;

	if (d->last_graph && d->last_graph->g == g)
		return d->last_graph;
	if (!map_get(&d->graphs, (struct sv){ (char *)&g, sizeof(g) }, &p))
		return NULL;
	return (struct graph_events *)(uintptr_t)p;
}

void history_take(struct dbg *d, uint64_t event, event_vec *out)
{
	size_t n = d->event.n > event ? d->event.n - event : 0;

	vec_reserve(out, n);
	out->n = n;
	while (d->event.n > event) {
		struct event e = event_pop(d);

		events_of(d, e.fr->graph)->last[e.node] = e.prev;
		if (e.tick < d->tick.n)
			d->tick.p[e.tick].event = -1;
		out->p[--n] = e;
	}
}

void history_cut(struct dbg *d, uint64_t tick, uint64_t event)
{
	event_vec gone = { 0 };

	history_take(d, event, &gone);
	for (size_t i = 0; i < gone.n; i++)
		event_clear(&gone.p[i]);
	vec_free(&gone);
	if (d->tick.n > tick)
		d->tick.n = tick;
	while (d->mark.n > 0 && vec_last(&d->mark).tick >= tick)
		mark_free(&d->mark.p[--d->mark.n]);
	if (d->drop_at > event)
		d->drop_at = event;
	map_free(&d->frecs);	/* on the new way the same ids may mean other calls */
	d->last_frec = NULL;
}

void history_clear(struct dbg *d)
{
	while (d->event.n > 0) {
		struct event e = event_pop(d);

		event_clear(&e);
	}
	history_cut(d, 0, 0);
	d->last_graph = NULL;
	for (size_t i = 0; i < d->graph_list.n; i++) {
		free(d->graph_list.p[i]->last);
		free(d->graph_list.p[i]);
	}
	vec_free(&d->graph_list);
	d->tick.n = d->event.n = d->mark.n = d->begin.n = 0;	/* the next run needs as much room */
	map_free(&d->strings);
	map_free(&d->graphs);
	arena_free(d->names);
	d->names = arena_new();
	d->mark_every = MARK_FIRST;
	d->bytes = 0;
	d->drop_at = 0;
	d->refill = -1;
	d->here = 0;
	d->n_before = 0;
}

void history_free(struct dbg *d)
{
	history_clear(d);
	vec_free(&d->tick);
	vec_free(&d->event);
	vec_free(&d->mark);
	vec_free(&d->begin);
}

/* ---- saved states ---- */

/* Beyond MARKS_MAX every second one goes and the distance doubles: going back costs at most one
 * distance of replay, and the number of saved states stays small. */
static void thin_marks(struct dbg *d)
{
	size_t n = 0;

	for (size_t i = 0; i < d->mark.n; i++)
		if (i % 2 == 0)
			d->mark.p[n++] = d->mark.p[i];
		else
			mark_free(&d->mark.p[i]);
	d->mark.n = n;
	d->mark_every *= 2;
}

static void maybe_mark(struct dbg *d)
{
	struct mark m = { .tick = d->here, .n_begin = d->begin.n };

	if (d->taping || (d->mark.n > 0 && d->here < vec_last(&d->mark).tick + d->mark_every))
		return;
	if (d->mark.n >= MARKS_MAX)
		thin_marks(d);
	m.x = exec_copy(d->x);
	m.snap = session_save(d->s);
	m.begin = xmalloc((m.n_begin + 1) * sizeof(*m.begin));
	if (m.n_begin)
		memcpy(m.begin, d->begin.p, m.n_begin * sizeof(*m.begin));
	vec_push(&d->mark, m);
}

void history_begin_again(struct dbg *d)
{
	struct mark *m = &d->mark.p[0];

	snapshot_free(m->snap);
	m->snap = session_save(d->s);
}

void history_before(struct dbg *d)
{
	const struct frame *f = exec_frame(d->x);
	uint32_t node = exec_node(d->x);
	struct tick t = { history_frec(d, f, node), node, -1 };
	size_t depth = (size_t)frame_depth(f);

	d->here = d->n_before++;
	if (d->here < d->tick.n &&
	    (!same_frec(d->tick.p[d->here].fr, t.fr) || d->tick.p[d->here].node != node))
		history_cut(d, d->here, history_seq(d));
	if (d->here == d->tick.n)
		vec_push(&d->tick, t);
	while (d->begin.n <= depth)
		vec_push(&d->begin, 0);
	d->begin.n = depth + 1;
	d->begin.p[depth] = d->here;
	maybe_mark(d);
}

/* A loop without an end would take all memory there is: the budget is of tensors alone, and a node
 * whose outputs were dropped has its place in the record all the same. */
bool history_full(struct dbg *d)
{
	size_t bytes = d->tick.n * NODE_BYTES + arena_used(d->names);
	struct str s = STR_INIT;

	if (d->replaying || d->n_before < d->tick.n || bytes < d->record_most)
		return false;
	err_clear(&d->err);
	err_set(&d->err, ERR_KIND_LIMIT, ERR_RESOURCE_EXHAUSTED,
		"the record of %zu nodes takes %zu MiB, and may not take more (--max-memory says how "
		"much it may, --max-iterations when a loop is to end)", d->tick.n, bytes >> 20);
	if (exec_where(d->x, &s))
		err_at(&d->err, "before node %s", str_z(&s));
	str_free(&s);
	return true;
}

/* ---- events ---- */

static int64_t *last_of(struct dbg *d, const struct graph *g, uint32_t node)
{
	struct graph_events *ge = events_of(d, g);

	d->last_graph = ge;

	if (!ge) {
		ge = xcalloc(1, sizeof(*ge));
		ge->g = g;
		ge->last = xmalloc(((size_t)g->n_nodes + 1) * sizeof(*ge->last));
		memset(ge->last, 0xff, ((size_t)g->n_nodes + 1) * sizeof(*ge->last));
		map_put(&d->graphs, (struct sv){ (char *)&ge->g, sizeof(ge->g) },
			(uint64_t)(uintptr_t)ge);
		vec_push(&d->graph_list, ge);
		d->last_graph = ge;
	}
	return &ge->last[node];
}

/* What the history alone holds: not what a kernel, a variable or an input holds as well. */
static size_t bytes_held(const struct dbg *d, const struct event *e, const struct op_row *row)
{
	size_t n = 0;

	if (e->call || !row || row->flags & (OP_FEED | OP_STATEFUL) || exec_n_in(d->x) == 0)
		return 0;
	for (int i = 0; i < e->n_out; i++) {
		const struct tensor *t = e->out[i];

		for (int k = 0; t && k < exec_n_in(d->x); k++)
			if (exec_in(d->x, k) && exec_in(d->x, k)->buf == t->buf)
				t = NULL;
		n += t ? t->bytes : 0;
	}
	return n;
}

static void drop(struct dbg *d, struct event *e)
{
	if (e->dropped || e->bytes == 0)
		return;
	pulse_look(e);
	for (int i = 0; i < e->n_out; i++) {
		tensor_unref(e->out[i]);
		e->out[i] = NULL;
	}
	e->dropped = true;
	d->bytes -= e->bytes;
}

/* Oldest first, but for the one that has just been made. */
static void enforce_budget(struct dbg *d, uint64_t keep)
{
	uint64_t i = d->drop_at;

	for (int k = 0; d->bytes > d->budget && i < d->event.n && k < DROP_AT_ONCE; k++, i++)
		if (i != keep)
			drop(d, &d->event.p[i]);
	d->drop_at = i < keep ? i : keep;
}

void history_trim(struct dbg *d)
{
	uint64_t from;

	do {
		from = d->drop_at;
		if (d->event.n)
			enforce_budget(d, d->event.n - 1);
	} while (d->bytes > d->budget && d->drop_at > from);
}

static void take_outputs(struct dbg *d, struct event *e)
{
	for (int i = 0; i < e->n_out; i++) {
		tensor_unref(e->out[i]);
		e->out[i] = tensor_ref(exec_out(d->x, i));
	}
	if (e->dropped)
		d->bytes += e->bytes;
	e->dropped = false;
}

static bool same_outputs(const struct dbg *d, const struct event *e)
{
	if (e->n_out != exec_n_out(d->x))
		return false;
	for (int i = 0; i < e->n_out && !e->dropped; i++) {
		const struct tensor *a = e->out[i], *b = exec_out(d->x, i);

		if (a != b && (!a || !b || (dtype_info(a->dtype)->kind != DK_OBJECT &&
					    !tensor_same(a, b))))
			return false;
	}
	return true;
}

/* A resource that the run has made once more on its old way is the one of then: saved states that
 * lie ahead, and what is recorded, hold that one. */
static void keep_resources(struct dbg *d, const struct event *e)
{
	for (int i = 0; i < e->n_out && !e->dropped; i++) {
		struct tensor *now = exec_out(d->x, i), *then = e->out[i];

		if (!now || !then || now == then || (now->dtype != DT_RESOURCE && !var_of_ref(now)))
			continue;
		session_again(d->s, now, then);
		exec_set_out(d->x, i, then, NULL);
	}
}

uint64_t history_alive(const struct dbg *d)
{
	const struct op_row *row = exec_row(d->x);
	uint64_t h = 0;

	for (int i = 0; row && row->flags & OP_MERGE && i < exec_n_in(d->x); i++)
		if (exec_in(d->x, i))
			h = h * 31 + (uint64_t)i + 1;
	return h;
}

static void event_add(struct dbg *d, struct frec *fr, uint32_t node, uint64_t tick)
{
	const struct op_row *row = exec_row(d->x);
	const struct node *n = graph_node(fr->graph, node, NULL);
	int64_t *last = last_of(d, fr->graph, node);
	struct event e = {
		.fr = fr, .node = node, .n_out = exec_n_out(d->x), .tick = tick, .prev = *last,
		.given = d->skipped, .edited = d->skipped || d->touched, .alive = history_alive(d),
	};

	again_note(d, &e);

	e.call = !e.given && ((n && n->callee) || (row && row->flags & OP_CALLS));
	e.for_real = !e.given && row && row->flags & (OP_STATEFUL | OP_RANDOM);


	e.out = xcalloc((size_t)e.n_out + 1, sizeof(struct tensor *));
	take_outputs(d, &e);
	/* what edits put there is not dropped: running the node again would not give it */
	e.bytes = d->skipped || d->touched ? 0 : bytes_held(d, &e, row);
	d->bytes += e.bytes;
	e.ns = e.call ? 0 : d->took;
	e.at = clock_ns();
	*last = (int64_t)d->event.n;
	if (tick < d->tick.n)
		d->tick.p[tick].event = (int64_t)d->event.n;
	vec_push(&d->event, e);
	enforce_budget(d, d->event.n - 1);
}

void history_ran(struct dbg *d, const struct exec_event *ev)
{
	size_t depth = (size_t)frame_depth(ev->frame);
	uint64_t tick = depth < d->begin.n ? d->begin.p[depth] : d->here;
	struct frec *fr = history_frec(d, ev->frame, ev->node);

	if (ev->seq < d->event.n) {
		struct event *e = &d->event.p[ev->seq];

		if (same_frec(e->fr, fr) && e->node == ev->node && same_outputs(d, e)) {
			if (!d->replaying)
				keep_resources(d, e);
			if (!d->replaying || d->refill == (int64_t)ev->seq) {
				take_outputs(d, e);
				enforce_budget(d, ev->seq);
			}
			return;
		}
		if (d->replaying)	/* the recorded value is what happened */
			return;
		history_cut(d, d->n_before, ev->seq);
	}
	event_add(d, fr, ev->node, tick);
}

bool tick_is_arg(const struct dbg *d, uint64_t tick)
{
	const struct tick *t = &d->tick.p[tick];

	return sv_is(graph_node_op(t->fr->graph, t->node), "_Arg");
}
