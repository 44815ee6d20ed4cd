/* The order of a comparison, and its verdict; see differ.h. */
#include "inspect/differ.h"

#include <stdlib.h>
#include <string.h>

#include "base/intr.h"
#include "inspect/align.h"
#include "inspect/differ_inside.h"

/* ---- changes ---- */

static const char *const kind_names[][2] = {
	[CHANGE_SIGNATURE] = { "signature", "signatures" },
	[CHANGE_LAYER] = { "part", "parts" },
	[CHANGE_OP] = { "op", "ops" },
	[CHANGE_ATTRIBUTE] = { "attribute", "attributes" },
	[CHANGE_CONSTANT] = { "constant", "constants" },
	[CHANGE_WIRING] = { "edge", "edges" },
	[CHANGE_FUNCTION] = { "function", "functions" },
	[CHANGE_ASSET] = { "asset", "assets" },
	[CHANGE_WEIGHT] = { "weight", "weights" },
	[CHANGE_METADATA] = { "metadata", "metadata" },
};

const char *change_kind_name(enum change_kind k)
{
	return kind_names[k][0];
}

void change_count_text(enum change_kind k, uint32_t n, struct str *out)
{
	str_addf(out, "%u %s", n, kind_names[k][n != 1]);
}

struct sv change_text(struct differ *d, const struct str *s)
{
	struct sv v = arena_sv(d->arena, str_sv(s));

	return v.p ? v : SV("");
}

struct change *change_add(struct differ *d, enum change_kind kind, bool matters, const char *subject,
			  const char *text)
{
	struct change c = { .kind = kind, .matters = matters, .near = NEAR_KINDS };

	c.subject = arena_sv(d->arena, sv_of(subject));
	c.text = arena_sv(d->arena, sv_of(text));
	c.in_a = c.in_b = SV("");
	vec_push(&d->change, c);
	d->differs |= matters;
	return &vec_last(&d->change);
}

/* By kind, in the order in which they were found. */
static void changes_sort(struct differ *d)
{
	VEC(struct change) sorted = { 0 };

	for (int k = 0; k < CHANGE_KINDS; k++)
		for (size_t i = 0; i < d->change.n; i++)
			if (d->change.p[i].kind == (enum change_kind)k)
				vec_push(&sorted, d->change.p[i]);
	if (d->change.n)
		memcpy(d->change.p, sorted.p, d->change.n * sizeof(*sorted.p));
	vec_free(&sorted);
}

/* ---- the verdict ---- */

static uint32_t count(const struct differ *d, enum change_kind k)
{
	uint32_t n = 0;

	for (size_t i = 0; i < d->change.n; i++)
		n += d->change.p[i].kind == k && d->change.p[i].matters;
	return n;
}

static void list_add(struct str *s, const char *what)
{
	str_addz(s, s->n ? "\x01" : "");
	str_addz(s, what);
}

/* "a, b and c" from a list with \1 between. */
static void list_text(struct str *out, const struct str *list)
{
	size_t left = 0;

	for (size_t i = 0; i < list->n; i++)
		left += list->p[i] == '\x01';
	for (size_t i = 0; i < list->n; i++)
		if (list->p[i] != '\x01')
			str_addc(out, list->p[i]);
		else
			str_addz(out, --left ? ", " : " and ");
}

static void idle_text(const struct differ *d, struct str *out)
{
	static const struct {
		unsigned bit;
		const char *text;
	} row[] = {
		{ IDLE_NAMES | IDLE_FUNCTIONS, "generated names" },
		{ IDLE_VARIABLES, "names of variables" },
		{ IDLE_ORDER, "node order" },
		{ IDLE_INLINED, "where functions are cut" },
		{ IDLE_HANDED, "nodes that hand on" },
		{ IDLE_FROZEN, "weights kept as constants" },
		{ IDLE_SAVER, "parts that no signature reaches" },
		{ IDLE_UNREAD, "variables that nothing reads" },
		{ IDLE_OBJECTS, "objects" },
		{ IDLE_ASSET_NAMES, "names of assets" },
		{ IDLE_VERSION, "TensorFlow's version" },
		{ IDLE_BUILD, "TensorFlow's build" },
	};
	struct str list = STR_INIT;
	unsigned idle = d->idle;

	if (idle & (IDLE_INLINED | IDLE_FROZEN)) /* which brings or takes them */
		idle &= ~(unsigned)IDLE_HANDED;
	for (size_t i = 0; i < sizeof(row) / sizeof(*row); i++)
		if (idle & row[i].bit &&
		    !(row[i].bit == IDLE_BUILD && d->idle & IDLE_VERSION))
			list_add(&list, row[i].text);
	if (list.n) {
		str_addz(out, "; only ");
		list_text(out, &list);
		str_addz(out, sv_find(str_sv(&list), '\x01') >= 0 || list.p[list.n - 1] == 's' ? " differ"
											     : " differs");
	} else {
		str_addz(out, "; nothing differs");
	}
	str_free(&list);
}

static void counts_text(const struct differ *d, struct str *out)
{
	struct str list = STR_INIT, one = STR_INIT;

	for (int k = 0; k < CHANGE_METADATA; k++) {
		uint32_t n = count(d, (enum change_kind)k);

		str_clear(&one);
		if (n && k != CHANGE_WEIGHT)
			change_count_text((enum change_kind)k, n, &one);
		else if (n)
			str_addf(&one, "%u of %u weights", n, d->n_vars + d->n_alone);
		if (n)
			list_add(&list, str_z(&one));
	}
	str_addz(out, ": ");
	list_text(out, &list);
	str_addz(out, sv_find(str_sv(&list), '\x01') >= 0 || list.p[list.n - 1] == 's' ? " differ" : " differs");
	str_free(&list);
	str_free(&one);
}

/* "noise of size 0.01" when all weights that differ do it in one way. */
static void weights_text(const struct differ *d, struct str *out)
{
	enum near_kind k = NEAR_KINDS;
	const struct change *one = NULL;
	double most = 0;
	bool mixed = false;

	for (size_t i = 0; i < d->change.n; i++) {
		const struct change *c = &d->change.p[i];

		if (c->kind != CHANGE_WEIGHT || c->near == NEAR_UNKNOWN)
			continue;
		mixed |= one && k != c->near;
		k = c->near;
		one = one ? one : c;
		most = c->size > most ? c->size : most;
	}
	if (!one || mixed)
		return;
	if (k == NEAR_NOISE && most > 0)
		str_addf(out, " (noise of size %.1g)", most);
	else if (k == NEAR_ROUNDED || k == NEAR_SCALED || k == NEAR_PERMUTED || k == NEAR_UNRELATED)
		str_addf(out, " (%s)", near_name(k));
}

static void verdict(struct differ *d)
{
	uint32_t weights = count(d, CHANGE_WEIGHT), sigs = count(d, CHANGE_SIGNATURE);
	bool compared = d->n_items[0] && d->n_items[1];

	if (!compared && !d->n_vars && d->idle & IDLE_OBJECTS) { /* there is nothing else to them */
		d->differs = true;
		str_addz(&d->verdict, "neither computation nor weights to compare; other objects");
		return;
	}
	if (sigs)
		str_addz(&d->verdict, "other signatures, ");
	if (compared)
		str_addz(&d->verdict, d->other_graph ? "another computation" :
			 count(d, CHANGE_FUNCTION) ? "same computation behind the signatures, other functions"
						   : "same computation");
	if (count(d, CHANGE_ASSET))
		str_addz(&d->verdict, ", other assets");
	if (d->n_vars && d->n_absent == d->n_vars && !weights)
		str_addf(&d->verdict, "%sno values of weights", compared ? ", " : "");
	else if (d->n_vars + d->n_alone)
		str_addf(&d->verdict, "%s%s weights", compared ? ", " : "",
			 weights > d->n_alone ? "other" : "same");
	else
		str_addf(&d->verdict, "%sno weights", compared ? ", " : "");
	weights_text(d, &d->verdict);
	if (d->n_unread)
		str_addf(&d->verdict, ", %u weights that cannot be read", d->n_unread);
	if (d->differs)
		counts_text(d, &d->verdict);
	else
		idle_text(d, &d->verdict);
}

/* ---- the comparison ---- */

static void say(struct differ_work *w, const char *what)
{
	if (w->say)
		w->say(w->ctx, what);
}

static bool flats(struct differ_work *w, bool init, struct flat **a, struct flat **b, struct err *err)
{
	bool symbolic = false;

	for (;;) {
		*a = flat_new(w->d->a, w->door_a.p, (uint32_t)w->door_a.n, init, symbolic, err);
		*b = *a ? flat_new(w->d->b, w->door_b.p, (uint32_t)w->door_b.n, init, symbolic, err) : NULL;
		if (!*a || !*b)
			return false;
		if ((!(*a)->full && !(*b)->full) || symbolic)
			break;
		flat_free(*a);
		flat_free(*b);
		*a = *b = NULL;
		symbolic = true;
		w->d->symbolic = true;
	}
	if (!(*a)->full && !(*b)->full)
		return true;
	return err_set(err, ERR_KIND_LIMIT, ERR_RESOURCE_EXHAUSTED, "the graphs are too large to compare");
}

static void doors_free(struct differ_work *w)
{
	vec_free(&w->door_a);
	vec_free(&w->door_b);
}

static bool functions(struct differ_work *w, struct err *err)
{
	differ_function_doors(w);
	if (!w->door_a.n && !w->door_b.n)
		return true;
	say(w, "comparing functions");
	return flats(w, false, &w->all_a, &w->all_b, err);
}

/* Without signatures on both sides, what can be called is what is compared. */
static bool graphs(struct differ_work *w, const struct differ_door *x, const struct differ_door *y,
		   struct err *err)
{
	say(w, "comparing graphs");
	differ_signatures(w, x, y);
	if (!x && !w->door_a.n && !w->door_b.n)
		differ_function_doors(w);
	if (!flats(w, true, &w->a, &w->b, err) || (!x && !functions(w, err)) ||
	    !align_items(w->a, w->b, err))
		return false;
	differ_graphs(w);
	return true;
}

static bool compare(struct differ_work *w, const struct differ_door *x, const struct differ_door *y,
		    struct err *err)
{
	if (!graphs(w, x, y, err))
		return false;
	differ_functions(w);
	differ_assets(w);
	say(w, "comparing weights");
	if (!differ_variables(w, err))
		return false;
	differ_objects(w);
	differ_metadata(w);
	return intr_check(err);
}

struct differ *differ_new(const struct metagraph *a, const struct metagraph *b,
			  const struct differ_door *door_a, const struct differ_door *door_b,
			  void (*tell)(void *ctx, const char *what), void *ctx, struct err *err)
{
	struct differ *d = xcalloc(1, sizeof(*d));
	struct differ_work w = { .d = d, .doors = door_a != NULL, .say = tell, .ctx = ctx };
	bool ok;

	d->a = a;
	d->b = b;
	d->arena = arena_new();
	ok = compare(&w, door_a, door_b, err);
	flat_free(w.a);
	flat_free(w.b);
	flat_free(w.all_a);
	flat_free(w.all_b);
	vec_free(&w.vars);
	map_free(&w.told);
	doors_free(&w);
	if (!ok) {
		differ_free(d);
		return NULL;
	}
	changes_sort(d);
	verdict(d);
	return d;
}

void differ_free(struct differ *d)
{
	if (!d)
		return;
	vec_free(&d->change);
	str_free(&d->verdict);
	err_clear(&d->why);
	arena_free(d->arena);
	free(d);
}
