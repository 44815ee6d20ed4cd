/* From the debugger's history to a run's tensors. */
#include "cmd/tfdbg/dumps.h"

#include <stdlib.h>

#include "cmd/tfdbg/match.h"
#include "tensor/dtype.h"

/* The filters of run --node_name_filter and its kin. */
struct watched {
	struct match node, op, dtype;
};

static bool watched_make(struct watched *w, const struct tf_watch *by, struct err *err)
{
	*w = (struct watched){ 0 };
	return match_make(&w->node, by->node, err) && match_make(&w->op, by->op, err) &&
	       match_make(&w->dtype, by->dtype, err);
}

static void watched_free(struct watched *w)
{
	match_free(&w->node);
	match_free(&w->op);
	match_free(&w->dtype);
}

static const char *arena_text(struct arena *a, const char *fmt, const char *s, int k)
{
	struct str text = STR_INIT;
	const char *z;

	str_addf(&text, fmt, s, k);
	z = arena_sv(a, str_sv(&text)).p;
	str_free(&text);
	return z;
}

/* One more output of a node, the first time that it is made. */
static void note_node(struct tf_dumps *d, const char *path, int slot)
{
	uint64_t at;

	if (!map_get(&d->by_node, sv_of(path), &at)) {
		at = d->made.n;
		vec_push(&d->made, ((struct tf_made){ .node = path }));
		map_add(&d->by_node, sv_of(path), at);
	}
	d->made.p[at].slots++;
	d->made.p[at].slot = slot;
}

static void note_dump(struct tf_dumps *d, struct tf_dump *dump)
{
	uint32_t i = (uint32_t)d->all.n;
	uint64_t at;

	if (map_get(&d->by_tensor, sv_of(dump->tensor), &at)) {
		dump->node = d->all.p[d->tensor.p[at].first].node;
		dump->tensor = d->all.p[d->tensor.p[at].first].tensor;
		d->all.p[d->tensor.p[at].last].next = i;
		d->tensor.p[at].last = i;
		d->tensor.p[at].n++;
	} else {
		dump->node = arena_sv(d->arena, sv_of(dump->node)).p;
		dump->tensor = arena_sv(d->arena, sv_of(dump->tensor)).p;
		map_add(&d->by_tensor, sv_of(dump->tensor), d->tensor.n);
		vec_push(&d->tensor, ((struct tf_tensor){ i, i, 1 }));
		note_node(d, dump->node, dump->slot);
	}
	vec_push(&d->all, *dump);
}

/* Of strings the text, not the slots that hold it. */
static uint64_t bytes_of(const struct tensor *v)
{
	uint64_t n = 0;

	if (dtype_info(v->dtype)->kind != DK_STRING)
		return v->bytes;
	for (int64_t i = 0; i < v->n; i++)
		n += tensor_str(v, i).n;
	return n;
}

static void note_event(struct tf_dumps *d, struct tfdbg *t, uint64_t i, const struct watched *w, struct arena *tmp)
{
	struct dbg_event e;

	if (!dbg_event(t->dbg, i, &e) || e.seq >= dbg_seq(t->dbg))
		return;
	if (!match_is(&w->node, sv_of(e.path)) || !match_is(&w->op, graph_node_op(e.graph, e.node)))
		return;
	for (int k = 0; k < e.n_out; k++) {
		bool dropped = false;
		struct tensor *v = dbg_event_out(t->dbg, i, k, &dropped);
		struct tf_dump dump = {
			.event = i, .slot = k, .node = e.path, .op = graph_node_op(e.graph, e.node),
			.bytes = v ? bytes_of(v) : e.bytes, .ms = 1e-6 * (double)e.at, .next = DUMP_NONE,
		};

		if ((!v && !dropped) || (v && !match_is(&w->dtype, sv_of(dtype_info(v->dtype)->name))))
			continue;
		dump.tensor = arena_text(tmp, "%s:%d", e.path, k);
		note_dump(d, &dump);
	}
	arena_reset(tmp);
}

static struct tf_dumps *make(struct tfdbg *t, struct err *err)
{
	struct tf_dumps *d;
	struct arena *tmp;
	struct watched w;

	if (!watched_make(&w, &t->watch, err)) {
		watched_free(&w);
		return NULL;
	}
	d = xcalloc(1, sizeof(*d));
	d->arena = arena_new();
	tmp = arena_new();
	for (uint64_t i = 0; i < dbg_n_events(t->dbg); i++)
		note_event(d, t, i, &w, tmp);
	arena_free(tmp);
	watched_free(&w);
	for (size_t i = d->all.n; i-- > 0;)
		d->all.p[i].ms -= d->all.p[0].ms;
	return d;
}

struct tf_dumps *tf_dumps(struct tfdbg *t, struct err *err)
{
	if (!t->dumps)
		t->dumps = make(t, err);
	return t->dumps;
}

void dumps_free(struct tf_dumps *d)
{
	if (!d)
		return;
	vec_free(&d->all);
	vec_free(&d->tensor);
	vec_free(&d->made);
	map_free(&d->by_tensor);
	map_free(&d->by_node);
	arena_free(d->arena);
	free(d);
}

const struct tf_tensor *dumps_tensor(const struct tf_dumps *d, const char *name)
{
	uint64_t at;

	return map_get(&d->by_tensor, sv_of(name), &at) ? &d->tensor.p[at] : NULL;
}

const struct tf_made *dumps_node(const struct tf_dumps *d, const char *name)
{
	uint64_t at;

	return map_get(&d->by_node, sv_of(name), &at) ? &d->made.p[at] : NULL;
}

const struct tf_dump *dumps_nth(const struct tf_dumps *d, const struct tf_tensor *t, uint32_t k)
{
	uint32_t i = t->first;

	while (k--)
		i = d->all.p[i].next;
	return &d->all.p[i];
}

struct tensor *dump_value(struct tfdbg *t, const struct tf_dump *d, struct err *err)
{
	bool dropped = false;
	struct tensor *v = dbg_event_out(t->dbg, d->event, d->slot, &dropped);

	if (!v && dropped && dbg_recompute(t->dbg, d->event, err))
		v = dbg_event_out(t->dbg, d->event, d->slot, NULL);
	if (!v)
		err_set(err, ERR_KIND_INPUT, ERR_NOT_FOUND, "ValueError: the value of %s is gone", d->tensor);
	return v;
}

void size_text(struct str *out, uint64_t bytes)
{
	double v = (double)bytes;

	if (bytes < 1024)
		str_addf(out, "%d", (int)bytes);
	else if (bytes < 1 << 20)
		str_addf(out, "%.2fk", v / 1024);
	else if (bytes < 1 << 30)
		str_addf(out, "%.2fM", v / 1024 / 1024);
	else
		str_addf(out, "%.2fG", v / 1024 / 1024 / 1024);
}
