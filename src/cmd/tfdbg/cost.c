/* Times of a run's nodes, each with the Python line that made it. */
#include "cmd/tfdbg/cost.h"

#include <math.h>
#include <stdlib.h>

#include "base/map.h"
#include "cmd/tfdbg/source.h"

/* The Python line of a node, looked up once however often it ran. */
static void place(struct tf_costs *k, struct map *seen, const struct dbg_event *e, struct tf_cost *c)
{
	uint64_t at;
	struct frame_line f;

	if (map_get(seen, sv_of(e->path), &at)) {
		const struct tf_cost *before = &k->row.p[at];

		c->node = before->node;
		c->file = before->file;
		c->func = before->func;
		c->line = before->line;
		return;
	}
	c->node = arena_sv(k->arena, sv_of(e->path)).p;
	map_add(seen, sv_of(c->node), k->row.n);
	if (source_of_node(e->graph, e->node, &f)) {
		c->file = f.file;
		c->func = f.func;
		c->line = f.line;
	}
}

void costs_make(struct tf_costs *k, struct tfdbg *t)
{
	struct map seen = MAP_INIT;
	struct dbg_event e;
	double before = 0;

	*k = (struct tf_costs){ .arena = arena_new() };
	for (uint64_t i = 0; i < dbg_seq(t->dbg) && dbg_event(t->dbg, i, &e); i++) {
		double end = 1e-3 * (double)e.at, own = 1e-3 * (double)e.ns;
		struct tf_cost c = { .op = graph_node_op(e.graph, e.node), .op_us = own, .exec_us = own };

		if (before > 0 && end - before > own)
			c.exec_us = end - before;
		c.start = end - c.exec_us;
		before = end;
		if (e.call)	/* what its body took is said there */
			continue;
		place(k, &seen, &e, &c);
		vec_push(&k->row, c);
	}
	map_free(&seen);
}

void costs_free(struct tf_costs *k)
{
	vec_free(&k->row);
	arena_free(k->arena);
	*k = (struct tf_costs){ 0 };
}

bool cost_unit(const char *unit, double *per, const char **name, struct err *err)
{
	static const struct { const char *name; double us; } units[] = { { "us", 1 }, { "ms", 1e3 }, { "s", 1e6 } };

	for (size_t i = 0; i < 3; i++)
		if (!strcmp(unit ? unit : "us", units[i].name)) {
			*per = units[i].us;
			*name = units[i].name;
			return true;
		}
	return tf_raise(err, "ValueError", "Invalid time unit: %s", unit);
}

void cost_text(struct str *out, double us, double per, const char *unit)
{
	us = round(us * 1000) / 1000;	/* the clock's nanoseconds */
	if (us == 0)
		str_addc(out, '0');
	else
		str_addf(out, "%.10g%s", us / per, unit);
}
