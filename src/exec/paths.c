/*
 * Looks for nodes by tails of paths through all calls below a graph; see paths.h.
 */
#include "exec/paths.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "exec/plan.h"

enum { LOOK_MAX = 4000000, NEST_MAX = 40, CALLEES_MAX = 64, NEAR_MAX = 5 };

struct search {
	const struct metagraph *mg;
	struct sv tail;
	uint32_t root;
	uint64_t looked;
	bool gave_up;
	void (*hit)(struct search *s, const struct graph *g, uint32_t node, struct sv prefix);
	struct places *out;
	/* the nearest names, best first */
	char *near[NEAR_MAX];
	size_t far[NEAR_MAX];
};

static void search_graph(struct search *s, const struct graph *g, struct sv prefix, int nest);

static void search_callees(struct search *s, const struct graph *g, uint32_t i, struct sv prefix,
			   int nest)
{
	const struct node *n = graph_node(g, i, NULL);
	struct callee c[CALLEES_MAX];
	int count = n ? node_callees(s->mg, n, c, CALLEES_MAX) : 0;

	for (int k = 0; k < count && k < CALLEES_MAX; k++) {
		struct str p = STR_INIT;

		str_add(&p, prefix);
		str_add(&p, n->name);
		str_addf(&p, "/%s%s", c[k].role, c[k].role[0] ? "/" : "");
		search_graph(s, c[k].f->graph, str_sv(&p), nest + 1);
		str_free(&p);
	}
}

static void search_graph(struct search *s, const struct graph *g, struct sv prefix, int nest)
{
	s->looked += g->n_nodes;
	if (s->looked > LOOK_MAX || nest > NEST_MAX) {
		s->gave_up = true;
		return;
	}
	for (uint32_t i = 0; i < g->n_nodes; i++) {
		if (nest == 0)
			s->root = i;
		s->hit(s, g, i, prefix);
		if (graph_may_call(g, i))
			search_callees(s, g, i, prefix, nest);
	}
}

/* ---- tails ---- */

/* Is tail the end of prefix + name, at a slash? */
static bool ends(struct sv prefix, struct sv name, struct sv tail)
{
	struct sv head;

	if (tail.n <= name.n)
		return sv_ends(name, tail) &&
		       (tail.n == name.n || name.p[name.n - tail.n - 1] == '/');
	if (!sv_ends(tail, name))
		return false;
	head = sv_sub(tail, 0, tail.n - name.n);
	return head.p[head.n - 1] == '/' && sv_ends(prefix, head) &&
	       (prefix.n == head.n || prefix.p[prefix.n - head.n - 1] == '/');
}

static char *joined(struct sv prefix, struct sv name)
{
	struct str s = STR_INIT;

	str_addz(&s, "");
	str_add(&s, prefix);
	str_add(&s, name);
	return str_give(&s);
}

static void by_tail(struct search *s, const struct graph *g, uint32_t i, struct sv prefix)
{
	struct sv name = graph_node_name(g, i);
	struct places *l = s->out;
	struct place p = { g, i, s->root, NULL };
	bool exact = prefix.n + name.n == s->tail.n;

	if (l->exact || !ends(prefix, name, s->tail) || (l->p.n > PLACES_MAX && !exact))
		return;
	if (exact) {
		places_free(l);
		l->exact = true;
	}
	p.path = joined(prefix, name);
	vec_push(&l->p, p);
}

void places_find(const struct metagraph *mg, const struct graph *root, struct sv tail,
		 struct places *out)
{
	struct search s = { .mg = mg, .tail = tail, .hit = by_tail, .out = out };

	memset(out, 0, sizeof(*out));
	if (tail.n)
		search_graph(&s, root, SV_NULL, 0);
	out->gave_up = s.gave_up;
}

void places_free(struct places *l)
{
	for (size_t i = 0; i < l->p.n; i++)
		free(l->p.p[i].path);
	vec_free(&l->p);
}

/* ---- near names ---- */

static size_t least(size_t a, size_t b, size_t c)
{
	a = a < b ? a : b;
	return a < c ? a : c;
}

/* Edits from a to b (Levenshtein), of names up to 64 bytes; longer ones: of their ends. */
static size_t edits(struct sv a, struct sv b)
{
	size_t row[65];

	if (a.n > 64)
		a = sv_sub(a, a.n - 64, a.n);
	if (b.n > 64)
		b = sv_sub(b, b.n - 64, b.n);
	for (size_t j = 0; j <= b.n; j++)
		row[j] = j;
	for (size_t i = 1; i <= a.n; i++) {
		size_t diag = row[0];

		row[0] = i;
		for (size_t j = 1; j <= b.n; j++) {
			size_t up = row[j];
			char x = a.p[i - 1] | 32, y = b.p[j - 1] | 32;

			row[j] = least(up + 1, row[j - 1] + 1, diag + (x != y));
			diag = up;
		}
	}
	return row[b.n];
}

static struct sv last_part(struct sv path)
{
	long slash = sv_rfind(path, '/');

	return slash < 0 ? path : sv_sub(path, (size_t)slash + 1, path.n);
}

static void by_nearness(struct search *s, const struct graph *g, uint32_t i, struct sv prefix)
{
	struct sv name = graph_node_name(g, i), want = last_part(s->tail);
	size_t far = edits(last_part(name), want);
	int k = NEAR_MAX;

	if (far > 1 + want.n / 3)
		return;
	while (k > 0 && (!s->near[k - 1] || s->far[k - 1] > far))
		k--;
	if (k == NEAR_MAX)
		return;
	free(s->near[NEAR_MAX - 1]);
	for (int j = NEAR_MAX - 1; j > k; j--) {
		s->near[j] = s->near[j - 1];
		s->far[j] = s->far[j - 1];
	}
	s->near[k] = joined(prefix, name);
	s->far[k] = far;
}

static bool unknown(const struct metagraph *mg, const struct graph *root, struct sv name,
		    struct err *err)
{
	struct search s = { .mg = mg, .tail = name, .hit = by_nearness };
	struct str text = STR_INIT;

	search_graph(&s, root, SV_NULL, 0);
	err_set(err, ERR_KIND_INPUT, ERR_NOT_FOUND, "no node \"%.*s\"%s", SV_ARG(name),
		s.near[0] ? "; near are:" : "");
	for (int i = 0; i < NEAR_MAX && s.near[i]; i++) {
		str_addf(&text, "%s%s", i ? "\n" : "", s.near[i]);
		free(s.near[i]);
	}
	if (text.n)
		err_note(err, "%s", str_z(&text));
	str_free(&text);
	return false;
}

static bool ambiguous(const struct places *l, struct sv name, struct err *err)
{
	struct str text = STR_INIT;

	for (size_t i = 0; i < l->p.n && i < PLACES_MAX; i++)
		str_addf(&text, "%s%s", i ? "\n" : "", l->p.p[i].path);
	if (l->p.n > PLACES_MAX)
		str_addz(&text, "\nand more");
	err_set(err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT, "%.*s may mean any of these nodes",
		SV_ARG(name));
	err_note(err, "%s", str_z(&text));
	str_free(&text);
	return false;
}

/* ---- one tensor ---- */

static bool all_of(struct sv s, const char *set)
{
	for (size_t i = 0; i < s.n; i++)
		if (!strchr(set, s.p[i]))
			return false;
	return s.n > 0;
}

static struct sv split(struct sv text, uint32_t *slot, struct sv *iter)
{
	long at = sv_rfind(text, '@'), colon;
	uint64_t v = 0;

	*iter = SV_NULL;
	*slot = 0;
	if (at >= 0 && all_of(sv_sub(text, (size_t)at + 1, text.n), "0123456789.")) {
		*iter = sv_sub(text, (size_t)at, text.n);
		text = sv_sub(text, 0, (size_t)at);
	}
	colon = sv_rfind(text, ':');
	if (colon < 0 || !all_of(sv_sub(text, (size_t)colon + 1, text.n), "0123456789"))
		return text;
	for (size_t i = (size_t)colon + 1; i < text.n && v < SLOT_CONTROL / 16; i++)
		v = v * 10 + (uint64_t)(text.p[i] - '0');
	*slot = (uint32_t)v;
	return sv_sub(text, 0, (size_t)colon);
}

bool place_resolve(const struct metagraph *mg, const struct graph *root, struct sv text,
		   struct place *place, uint32_t *slot, struct sv *iter, struct err *err)
{
	struct sv name = split(text, slot, iter);
	const struct node *n;
	struct places l;
	bool ok;

	if (sv_starts(name, SV("/")))
		name = sv_sub(name, 1, name.n);
	places_find(mg, root, name, &l);
	if (!l.p.n)
		ok = unknown(mg, root, name, err);
	else
		ok = l.p.n == 1 || ambiguous(&l, name, err);
	if (ok) {
		*place = l.p.p[0];
		l.p.p[0].path = NULL;
	}
	places_free(&l);
	if (!ok)
		return false;
	n = graph_node(place->g, place->node, err);
	if (n && (*slot < n->n_out || (!n->def && !n->callee && *slot < UINT16_MAX)))
		return true;	/* an op that nobody knows: nobody knows how many it has */
	if (n)
		err_set(err, ERR_KIND_INPUT, ERR_OUT_OF_RANGE, "%s (%.*s) has %u output%s, not :%u",
			place->path, SV_ARG(n->op), n->n_out, n->n_out == 1 ? "" : "s", *slot);
	free(place->path);
	return false;
}
