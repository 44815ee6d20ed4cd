/* The table of rules, a run over it, and the findings. */
#include "inspect/check_inside.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/intr.h"
#include "base/mem.h"

#define N CHECK_NOTE
#define W CHECK_WARNING
#define E CHECK_ERROR
static const struct check_rule rules[] = {
#include "inspect/check_rules.def"
};
#undef N
#undef W
#undef E

enum { KEEP_MAX = 1000, PARTS = 1 << 14 };	/* findings of one rule; nodes between two looks at ^C */
enum { N_RULES = sizeof(rules) / sizeof(*rules) };

int check_n_rules(void)
{
	return N_RULES;
}

const struct check_rule *check_rule_at(int i)
{
	return &rules[i];
}

int check_rule_find(struct sv id)
{
	for (int i = 0; i < N_RULES; i++)
		if (sv_is(id, rules[i].id))
			return i;
	return -1;
}

const char *check_severity_name(enum check_severity s)
{
	static const char *const names[] = { "note", "warning", "error" };

	return names[s];
}

/* ---- findings ---- */

static struct finding *found(struct check *c, enum check_severity s, char *place, const char *fmt, va_list ap)
{
	struct finding f = { .rule = c->rule, .severity = s, .place = place };
	struct str what = STR_INIT;

	if (s < c->o.least || c->kept >= KEEP_MAX) {
		c->dropped += s >= c->o.least;
		free(place);
		return NULL;
	}
	c->kept++;
	str_vaddf(&what, fmt, ap);
	f.what = str_give(&what);
	vec_push(&c->found, f);
	return &vec_last(&c->found);
}

struct finding *check_found(struct check *c, char *place, const char *fmt, ...)
{
	struct finding *f;
	va_list ap;

	va_start(ap, fmt);
	f = found(c, c->rule->severity, place, fmt, ap);
	va_end(ap);
	return f;
}

struct finding *check_found_as(struct check *c, enum check_severity s, char *place, const char *fmt, ...)
{
	struct finding *f;
	va_list ap;

	va_start(ap, fmt);
	f = found(c, s, place, fmt, ap);
	va_end(ap);
	return f;
}

struct finding *check_node(struct check *c, enum check_severity s, uint32_t gi, const struct node *n, const char *fmt,
			   ...)
{
	struct str path = STR_INIT, way = STR_INIT;
	struct finding *f;
	va_list ap;

	reach_path(&c->serve, gi, n->index, &path);
	va_start(ap, fmt);
	f = found(c, s, str_give(&path), fmt, ap);
	va_end(ap);
	if (!f)
		return NULL;
	reach_way(c, gi, n->index, &way);
	f->way = str_give(&way);
	f->spot = (struct check_spot){ SPOT_NODE, n->index, c->serve.graph.p[gi].g };
	return f;
}

struct finding *check_any(struct check *c, enum check_severity s, const struct graph *g, const struct node *n,
			  const char *fmt, ...)
{
	int32_t gi = g->func ? c->serve.by_func[g->func - c->mg->funcs] : 0;
	struct str path = STR_INIT, way = STR_INIT;
	bool runs = gi >= 0 && c->serve.graph.p[gi].mark[n->index];
	struct finding *f;
	va_list ap;

	if (gi >= 0) {
		reach_path(&c->serve, (uint32_t)gi, n->index, &path);
	} else {
		str_escaped(&path, g->func->name);
		str_addc(&path, '/');
		str_escaped(&path, n->name);
	}
	va_start(ap, fmt);
	f = found(c, s, str_give(&path), fmt, ap);
	va_end(ap);
	if (!f)
		return NULL;
	if (runs)
		reach_way(c, (uint32_t)gi, n->index, &way);
	f->way = runs ? str_give(&way) : NULL;
	f->spot = (struct check_spot){ SPOT_NODE, n->index, g };
	return f;
}

void check_spot(struct finding *f, enum check_spot_kind kind, uint32_t i)
{
	if (f)
		f->spot = (struct check_spot){ .kind = kind, .i = i };
}

void check_say_unjudged(struct check *c, const char *fmt, ...)
{
	struct str s = STR_INIT;
	va_list ap;

	va_start(ap, fmt);
	str_vaddf(&s, fmt, ap);
	va_end(ap);
	for (size_t i = 0; i < c->unjudged.n; i++)	/* several rules look at the same thing */
		if (!strcmp(c->unjudged.p[i], str_z(&s))) {
			str_free(&s);
			return;
		}
	vec_push(&c->unjudged, str_give(&s));
}

bool check_go_on(struct check *c, const char *what, double part)
{
	if (!c->stop && !intr_check(&c->err))
		c->stop = true;
	if (!c->stop && c->o.progress && !c->o.progress(c->o.ctx, what, part)) {
		c->stop = true;
		err_set(&c->err, ERR_KIND_INTERRUPT, ERR_CANCELLED, "cancelled while checking");
	}
	return !c->stop;
}

/* ---- what all rules look at ---- */

static void add_info_roots(const struct metagraph *mg, const struct tensor_info *ti, uint32_t sig, struct root **list,
			   size_t *n)
{
	uint32_t count = info_edges(mg, ti, NULL, 0);
	struct edge *e = xcalloc((size_t)count + 1, sizeof(*e));

	info_edges(mg, ti, e, count);
	*list = xrealloc(*list, (*n + count + 1) * sizeof(**list));
	for (uint32_t k = 0; k < count; k++)
		(*list)[(*n)++] = (struct root){ e[k], sig };
	free(e);
}

static void reach_serving(struct check *c)
{
	struct root *list = NULL;
	size_t n = 0;

	for (uint32_t i = 0; i < c->mg->n_sigs; i++)
		for (uint32_t k = 0; !sig_internal(&c->mg->sigs[i]) && k < c->mg->sigs[i].n_out; k++)
			add_info_roots(c->mg, &c->mg->sigs[i].out[k], i, &list, &n);
	reach_from(&c->serve, c->mg, list, n);
	free(list);
}

static void reach_loading(struct check *c)
{
	const struct sv name[] = { c->mg->init_op, c->mg->saver_restore };
	struct root list[64];
	size_t n = 0;

	for (size_t i = 0; i < 2; i++)
		if (name[i].n && graph_resolve(c->mg->graph, name[i], &list[n].e, NULL))
			list[n++].sig = NODE_NONE;
	for (uint32_t i = 0; i < c->mg->n_sigs; i++)
		for (uint32_t k = 0; sig_internal(&c->mg->sigs[i]) && k < c->mg->sigs[i].n_out; k++)
			if (n < 64 && info_edges(c->mg, &c->mg->sigs[i].out[k], &list[n].e, 1) == 1)
				list[n++].sig = NODE_NONE;
	reach_from(&c->init, c->mg, list, n);
}

void check_each(struct check *c, void (*fn)(struct check *c, uint32_t gi, const struct node *n, void *ctx), void *ctx)
{
	for (uint32_t gi = 0; gi < c->serve.graph.n; gi++) {
		const struct reached *r = &c->serve.graph.p[gi];

		if (!check_go_on(c, "looking at nodes", (double)gi / (double)c->serve.graph.n))
			return;
		for (uint32_t i = r->g->func ? r->g->n_args : 0; i < r->g->n_nodes; i++) {
			const struct node *n = r->mark[i] ? graph_node(r->g, i, NULL) : NULL;

			if (n)
				fn(c, gi, n, ctx);
		}
	}
}

static void every_node(struct check *c, const struct graph *g,
		       void (*fn)(struct check *c, const struct graph *g, const struct node *n, void *ctx), void *ctx)
{
	for (uint32_t i = g->func ? g->n_args : 0; i < g->n_nodes; i++) {
		const struct node *n = graph_node(g, i, NULL);

		if (n)
			fn(c, g, n, ctx);
		if (i % PARTS == PARTS - 1 && !check_go_on(c, "looking at nodes", (double)i / g->n_nodes))
			return;
	}
}

void check_every(struct check *c, void (*fn)(struct check *c, const struct graph *g, const struct node *n, void *ctx),
		 void *ctx)
{
	every_node(c, c->mg->graph, fn, ctx);
	for (uint32_t i = 0; i < c->mg->n_funcs && !c->stop; i++)
		if (c->mg->funcs[i].graph)
			every_node(c, c->mg->funcs[i].graph, fn, ctx);
}

/* ---- a run ---- */

/* Most severe first, else in the order found. */
static void sort_found(struct check *c)
{
	struct finding *sorted = xcalloc(c->found.n + 1, sizeof(*sorted));
	size_t n = 0;

	for (int s = CHECK_ERROR; s >= CHECK_NOTE; s--)
		for (size_t i = 0; i < c->found.n; i++)
			if ((int)c->found.p[i].severity == s)
				sorted[n++] = c->found.p[i];
	if (n)
		memcpy(c->found.p, sorted, n * sizeof(*sorted));
	free(sorted);
}

struct check *check_new(const struct metagraph *mg, const struct check_opts *o, struct err *err)
{
	struct check *c;

	if ((o->runtime_major || o->runtime_minor) && !check_runtime_known(o->runtime_major, o->runtime_minor)) {
		err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT, "nothing is known of TensorFlow %d.%d",
			o->runtime_major, o->runtime_minor);
		return NULL;
	}
	c = xcalloc(1, sizeof(*c));
	c->mg = mg;
	c->o = *o;
	reach_serving(c);
	reach_loading(c);
	for (int i = 0; i < N_RULES && check_go_on(c, rules[i].brief, (double)i / N_RULES); i++)
		if (!o->off || !o->off[i]) {
			c->rule = &rules[i];
			c->kept = c->dropped = 0;
			rules[i].run(c);
			if (c->dropped)
				check_say_unjudged(c, "%s: %u more are not listed", rules[i].id, c->dropped);
		}
	sort_found(c);
	if (c->stop) {
		err_move(err, &c->err);
		check_free(c);
		return NULL;
	}
	return c;
}

void check_free(struct check *c)
{
	if (!c)
		return;
	for (size_t i = 0; i < c->found.n; i++) {
		free(c->found.p[i].place);
		free(c->found.p[i].what);
		free(c->found.p[i].way);
	}
	for (size_t i = 0; i < c->unjudged.n; i++)
		free(c->unjudged.p[i]);
	check_infer_free(c);
	vec_free(&c->weight);
	map_free(&c->read_vars);
	vec_free(&c->found);
	vec_free(&c->unjudged);
	reach_free(&c->serve);
	reach_free(&c->init);
	err_clear(&c->err);
	free(c);
}

uint32_t check_n(const struct check *c)
{
	return (uint32_t)c->found.n;
}

const struct finding *check_at(const struct check *c, uint32_t i)
{
	return &c->found.p[i];
}

uint32_t check_count(const struct check *c, enum check_severity s)
{
	uint32_t n = 0;

	for (size_t i = 0; i < c->found.n; i++)
		n += c->found.p[i].severity == s;
	return n;
}

uint32_t check_n_unjudged(const struct check *c)
{
	return (uint32_t)c->unjudged.n;
}

const char *check_unjudged(const struct check *c, uint32_t i)
{
	return c->unjudged.p[i];
}

void check_counts(const struct check *c, struct str *out)
{
	static const struct {
		enum check_severity s;
		const char *name;
	} kinds[] = { { CHECK_ERROR, "error" }, { CHECK_WARNING, "warning" }, { CHECK_NOTE, "note" } };

	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++) {
		uint32_t n = check_count(c, kinds[i].s);

		str_addf(out, "%s%u %s%s", i ? ", " : "", n, kinds[i].name, n == 1 ? "" : "s");
	}
}
