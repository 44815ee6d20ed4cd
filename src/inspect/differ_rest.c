/* Functions, assets, and what matters to nobody's answers. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/intr.h"
#include "base/map.h"
#include "codec/crc32c.h"
#include "inspect/differ_inside.h"
#include "model/callable.h"

enum { ASSET_BYTES = 64 << 20, NAMED = 4 };

/* ---- functions ---- */

/* What a path's traces compute, in whatever order they are. */
struct path_sum {
	uint64_t sum;
	uint32_t n;
};

struct path_sums {
	struct differ_work *w;
	const struct metagraph *mg;
	const struct flat *f;
	size_t at; /* next root */
	struct map index;
	VEC(struct path_sum) s;
	VEC(struct sv) path;
};

static bool path_add(void *ctx, struct sv path, const struct object_node *o)
{
	struct path_sums *p = ctx;
	struct callable *c = callable_find(p->mg, path, NULL);
	struct path_sum s = { 0 };

	(void)o;
	for (uint32_t i = 0; c && i < c->n; i++) {
		uint64_t h = 1;

		if (!c->trace[i].f || !c->trace[i].f->graph || !c->trace[i].f->graph->priv)
			continue;
		for (uint32_t k = 0; k < c->trace[i].f->n_rets && p->at < p->f->root.n; k++) {
			uint32_t item = p->f->root.p[p->at++].ref.item;

			h = flat_mix(h, item == ITEM_NONE ? 0 : p->f->item.p[item].weak);
		}
		s.sum += h;
		s.n++;
	}
	callable_free(c);
	path = arena_sv(p->w->d->arena, path);
	map_add(&p->index, path, p->s.n);
	vec_push(&p->s, s);
	vec_push(&p->path, path);
	return true;
}

static void sums(struct path_sums *p, struct differ_work *w, const struct metagraph *mg, const struct flat *f)
{
	*p = (struct path_sums){ .w = w, .mg = mg, .f = f };
	if (mg->has_object_graph)
		callable_each(mg, path_add, p);
}

struct function_list {
	struct differ_work *w;
	uint32_t n;
	struct str names;
};

/* Where the signatures compute otherwise too, functions are one line more. */
static void function_say(struct function_list *l, struct sv path, const char *text)
{
	struct str name = STR_INIT;

	str_escaped(&name, path.n ? path : SV("the root"));
	if (!l->w->d->other_graph)
		change_add(l->w->d, CHANGE_FUNCTION, true, str_z(&name), text);
	else if (l->n < NAMED)
		str_addf(&l->names, "%s%s", l->n ? ", " : "", str_z(&name));
	l->n++;
	str_free(&name);
}

/* What a signature stands for is compared as the signature; traces as their function. */
static bool is_told(struct sv path)
{
	long dot = sv_rfind(path, '.');

	return sv_starts(path, SV("signatures.")) ||
	       (dot > 0 && sv_starts(sv_sub(path, (size_t)dot + 1, path.n), SV("trace_")));
}

static void functions_of(struct function_list *l, const struct path_sums *a, const struct path_sums *b,
			 bool of_a)
{
	struct str text = STR_INIT;
	uint64_t k;

	for (size_t i = 0; i < a->s.n; i++) {
		bool both = map_get(&b->index, a->path.p[i], &k);

		if (is_told(a->path.p[i]) || (both && (!of_a || a->s.p[i].sum == b->s.p[k].sum)))
			continue;
		str_clear(&text);
		if (!both && a->s.p[i].n)
			str_addf(&text, "only %s has this function", of_a ? "A" : "B");
		else if (both && a->s.p[i].n != b->s.p[k].n)
			str_addf(&text, "%u traces in A, %u in B", a->s.p[i].n, b->s.p[k].n);
		else if (both)
			str_addz(&text, "computes otherwise");
		if (text.n)
			function_say(l, a->path.p[i], str_z(&text));
	}
	str_free(&text);
}

static void functions_too(struct function_list *l)
{
	struct str text = STR_INIT;

	str_addf(&text, "%u compute otherwise too: %s", l->n, str_z(&l->names));
	if (l->n > NAMED)
		str_addf(&text, " and %u more", l->n - NAMED);
	if (l->n && l->w->d->other_graph)
		change_add(l->w->d, CHANGE_FUNCTION, false, "functions", str_z(&text));
	str_free(&text);
	str_free(&l->names);
}

static void sums_free(struct path_sums *p)
{
	map_free(&p->index);
	vec_free(&p->s);
	vec_free(&p->path);
}

static int hash_cmp(const void *p, const void *q)
{
	uint64_t x = *(const uint64_t *)p, y = *(const uint64_t *)q;

	return (x > y) - (x < y);
}

/* A number for all that functions do besides giving values. */
static uint64_t effects_sum(const struct flat *f)
{
	uint64_t *h = xcalloc(f->root.n + 1, sizeof(*h)), sum = 0;
	size_t n = 0;

	for (size_t i = 0; i < f->root.n; i++)
		if (f->root.p[i].effect && f->root.p[i].ref.item != ITEM_NONE)
			h[n++] = f->item.p[f->root.p[i].ref.item].weak;
	if (n)
		qsort(h, n, sizeof(*h), hash_cmp);
	for (size_t i = 0; i < n; i++)
		sum = i && h[i] == h[i - 1] ? sum : flat_mix(sum, h[i]);
	free(h);
	return sum;
}

void differ_functions(struct differ_work *w)
{
	struct function_list l = { .w = w };
	struct path_sums a, b;

	if (!w->all_a || !w->all_b)
		return;
	sums(&a, w, w->d->a, w->all_a);
	sums(&b, w, w->d->b, w->all_b);
	if (a.s.n && b.s.n) { /* else one is of TensorFlow 1: its graph is all there is */
		functions_of(&l, &a, &b, true);
		functions_of(&l, &b, &a, false);
	}
	if (!l.n && a.s.n && b.s.n && effects_sum(w->all_a) != effects_sum(w->all_b))
		function_say(&l, SV("functions"), "write other values to variables");
	functions_too(&l);
	sums_free(&a);
	sums_free(&b);
}

/* ---- assets ---- */

struct file {
	char *p;
	size_t n;
	bool ok;
};

static struct file file_read(const struct asset *a)
{
	struct file f = { 0 };
	FILE *in = a->path && a->bytes >= 0 && a->bytes <= ASSET_BYTES ? fopen(a->path, "rb") : NULL;

	if (!in)
		return f;
	f.p = xmalloc((size_t)a->bytes + 1);
	f.n = fread(f.p, 1, (size_t)a->bytes, in);
	f.ok = !ferror(in);
	fclose(in);
	return f;
}

/* 0: cannot be told. */
static uint64_t asset_sum(const struct asset *a)
{
	struct file f = file_read(a);
	uint64_t sum = f.ok ? (uint64_t)crc32c(0, f.p, f.n) << 32 | (uint32_t)f.n | 1ull << 31 : 0;

	free(f.p);
	return sum;
}

static struct sv line_take(struct sv *rest)
{
	long nl = sv_find(*rest, '\n');
	struct sv line = sv_sub(*rest, 0, nl < 0 ? rest->n : (size_t)nl);

	*rest = sv_sub(*rest, nl < 0 ? rest->n : (size_t)nl + 1, rest->n);
	return line;
}

static uint64_t lines_index(struct sv text, struct map *m)
{
	uint64_t n = 0;

	while (text.n)
		map_add(m, line_take(&text), n++);
	return n;
}

static void lines_text(struct str *out, struct sv a, struct sv b)
{
	struct map x = MAP_INIT, y = MAP_INIT;
	uint64_t n = lines_index(a, &x), m = lines_index(b, &y), added = 0, gone = 0, moved = 0, at;
	struct str first = STR_INIT;

	for (size_t i = 0; i < y.cap; i++)
		added += y.slot[i].key.p && !map_get(&x, y.slot[i].key, NULL);
	for (size_t i = 0; i < x.cap; i++)
		if (x.slot[i].key.p && !map_get(&y, x.slot[i].key, &at))
			gone++;
		else if (x.slot[i].key.p)
			moved += at != x.slot[i].val;
	for (uint64_t i = 0; (a.n || b.n) && !first.n; i++) {
		struct sv u = a.n ? line_take(&a) : SV(""), v = b.n ? line_take(&b) : SV("");

		if (sv_eq(u, v))
			continue;
		str_addf(&first, "line %" PRIu64 " is \"", i);
		str_escaped(&first, u.n > 40 ? sv_sub(u, 0, 40) : u);
		str_addz(&first, "\" in A, \"");
		str_escaped(&first, v.n > 40 ? sv_sub(v, 0, 40) : v);
		str_addz(&first, "\" in B");
	}
	str_addf(out, "%" PRIu64 " lines in A, %" PRIu64 " in B: %" PRIu64 " added, %" PRIu64 " gone, %" PRIu64
		 " on another line%s%s", n, m, added, gone, moved, first.n ? "; " : "", str_z(&first));
	str_free(&first);
	map_free(&x);
	map_free(&y);
}

static bool is_text(struct sv v)
{
	return !v.n || (!memchr(v.p, 0, v.n) && sv_find(v, '\n') >= 0);
}

static void asset_say(struct differ_work *w, uint32_t a, uint32_t b, bool matters, const char *text)
{
	const struct asset *x = a != ITEM_NONE ? &w->d->a->assets[a] : &w->d->b->assets[b];
	struct str name = STR_INIT;
	struct change *c;

	str_escaped(&name, x->filename);
	c = change_add(w->d, matters ? CHANGE_ASSET : CHANGE_METADATA, matters, str_z(&name), text);
	if (a != ITEM_NONE)
		c->a = (struct change_at){ CHANGE_AT_ASSET, NULL, a };
	if (b != ITEM_NONE)
		c->b = (struct change_at){ CHANGE_AT_ASSET, NULL, b };
	str_free(&name);
}

static void asset_pair(struct differ_work *w, uint32_t a, uint32_t b)
{
	const struct asset *x = &w->d->a->assets[a], *y = &w->d->b->assets[b];
	struct file f = file_read(x), g = file_read(y);
	struct sv u = { f.p, f.n }, v = { g.p, g.n };
	struct str text = STR_INIT;

	if (!f.ok || !g.ok) {
		if ((x->bytes < 0) != (y->bytes < 0))
			str_addf(&text, "the file is missing in %s", x->bytes < 0 ? "A" : "B");
		else if (x->bytes != y->bytes)
			str_addf(&text, "%" PRId64 " bytes in A, %" PRId64 " in B", x->bytes, y->bytes);
	} else if (!sv_eq(u, v)) {
		if (is_text(u) && is_text(v))
			lines_text(&text, u, v);
		else
			str_addf(&text, "other content: %zu bytes in A, %zu in B", u.n, v.n);
	} else if (!sv_eq(x->filename, y->filename)) {
		str_addz(&text, "is called ");
		str_escaped(&text, y->filename);
		str_addz(&text, " in B, with the same content");
		w->d->idle |= IDLE_ASSET_NAMES;
		asset_say(w, a, b, false, str_z(&text));
		str_clear(&text);
	}
	if (text.n)
		asset_say(w, a, b, true, str_z(&text));
	free(f.p);
	free(g.p);
	str_free(&text);
}

struct asset_pairs {
	uint32_t *a, *b;
	uint32_t n_a, n_b;
};

static void asset_match(struct asset_pairs *p, uint64_t a, uint64_t b)
{
	if (a >= p->n_a || b >= p->n_b || p->a[a] != ITEM_NONE || p->b[b] != ITEM_NONE)
		return;
	p->a[a] = (uint32_t)b;
	p->b[b] = (uint32_t)a;
}

/* By who reads them, by name, by content; the rest in order. */
static void asset_pairs(struct differ_work *w, struct asset_pairs *p)
{
	struct map names = MAP_INIT;
	uint64_t sum = 0, k;
	uint32_t summed = ITEM_NONE;

	for (size_t i = 0; w->a && i < w->a->item.n; i++) {
		const struct item *x = &w->a->item.p[i];

		if (x->kind == ITEM_ASSET && x->match != ITEM_NONE && w->b->item.p[x->match].kind == ITEM_ASSET)
			asset_match(p, (uint64_t)x->index, (uint64_t)w->b->item.p[x->match].index);
	}
	for (uint32_t i = 0; i < p->n_b; i++)
		map_add(&names, w->d->b->assets[i].filename, i);
	for (uint32_t i = 0; i < p->n_a; i++)
		if (map_get(&names, w->d->a->assets[i].filename, &k))
			asset_match(p, i, k);
	for (uint32_t i = 0, j = 0; i < p->n_a; i++) {
		while (j < p->n_b && p->b[j] != ITEM_NONE)
			j++;
		if (p->a[i] != ITEM_NONE || j == p->n_b)
			continue;
		if (summed != j)
			sum = asset_sum(&w->d->b->assets[j]);
		summed = j;
		if (asset_sum(&w->d->a->assets[i]) == sum)
			asset_match(p, i, j);
	}
	map_free(&names);
}

void differ_assets(struct differ_work *w)
{
	struct asset_pairs p = { .n_a = w->d->a->n_assets, .n_b = w->d->b->n_assets };

	p.a = xcalloc((size_t)p.n_a + 1, sizeof(*p.a));
	p.b = xcalloc((size_t)p.n_b + 1, sizeof(*p.b));
	memset(p.a, 0xff, ((size_t)p.n_a + 1) * sizeof(*p.a));
	memset(p.b, 0xff, ((size_t)p.n_b + 1) * sizeof(*p.b));
	asset_pairs(w, &p);
	for (uint32_t i = 0; i < p.n_a && !intr_pending(); i++)
		if (p.a[i] != ITEM_NONE)
			asset_pair(w, i, p.a[i]);
		else if (!w->doors)
			asset_say(w, i, ITEM_NONE, true, "only A has this asset");
	for (uint32_t i = 0; i < p.n_b && !w->doors; i++)
		if (p.b[i] == ITEM_NONE)
			asset_say(w, ITEM_NONE, i, true, "only B has this asset");
	free(p.a);
	free(p.b);
}

/* ---- metadata ---- */

static void meta(struct differ *d, unsigned idle, const char *what, struct sv a, struct sv b)
{
	struct str text = STR_INIT, x = STR_INIT, y = STR_INIT;
	struct change *c;

	if (sv_eq(a, b))
		return;
	str_escaped(&x, a.n ? a : SV("none"));
	str_escaped(&y, b.n ? b : SV("none"));
	str_addf(&text, "%s in A, %s in B", str_z(&x), str_z(&y));
	c = change_add(d, CHANGE_METADATA, false, what, str_z(&text));
	c->in_a = change_text(d, &x);
	c->in_b = change_text(d, &y);
	d->idle |= idle;
	str_free(&text);
	str_free(&x);
	str_free(&y);
}

static void meta_number(struct differ *d, unsigned idle, const char *what, uint64_t a, uint64_t b)
{
	char x[32], y[32];

	snprintf(x, sizeof(x), "%" PRIu64, a);
	snprintf(y, sizeof(y), "%" PRIu64, b);
	meta(d, idle, what, sv_of(x), sv_of(y));
}

static struct sv tags_of(struct differ *d, const struct metagraph *mg)
{
	struct str s = STR_INIT;
	struct sv v;

	for (uint32_t i = 0; i < mg->n_tags; i++) {
		str_addz(&s, i ? "," : "");
		str_add(&s, mg->tags[i]);
	}
	v = change_text(d, &s);
	str_free(&s);
	return v;
}

/* Nodes of the MetaGraph's own graph that no door reaches. */
static uint64_t unreached(const struct metagraph *mg, const struct flat *f)
{
	uint64_t n = 0;

	for (uint32_t i = 0; f && i < mg->graph->n_nodes; i++)
		n += !f->reached[i];
	return n;
}

static bool same_function_names(const struct metagraph *a, const struct metagraph *b)
{
	if (a->n_funcs != b->n_funcs)
		return false;
	for (uint32_t i = 0; i < a->n_funcs; i++)
		if (!metagraph_function(b, a->funcs[i].name))
			return false;
	return true;
}

static void fingerprints(struct differ *d)
{
	const struct fingerprint *x = model_fingerprint(d->a->model), *y = model_fingerprint(d->b->model);

	if (!x || !y) {
		if (x || y)
			meta(d, 0, "fingerprint", x ? SV("there") : SV("none"), y ? SV("there") : SV("none"));
		return;
	}
	meta_number(d, 0, "fingerprint's checksum", x->checksum, y->checksum);
}

void differ_metadata(struct differ_work *w)
{
	struct differ *d = w->d;

	if (w->doors)
		return;
	meta(d, IDLE_VERSION, "TensorFlow", d->a->tf_version, d->b->tf_version);
	meta(d, IDLE_BUILD, "TensorFlow's build", d->a->tf_git_version, d->b->tf_git_version);
	meta(d, 0, "tags", tags_of(d, d->a), tags_of(d, d->b));
	if (!same_function_names(d->a, d->b))
		d->idle |= IDLE_FUNCTIONS;
	meta_number(d, 0, "functions in the library", d->a->n_funcs, d->b->n_funcs);
	meta_number(d, IDLE_SAVER, "nodes that no signature reaches", unreached(d->a, w->a),
		    unreached(d->b, w->b));
	meta(d, IDLE_SAVER, "saver", d->a->saver_restore, d->b->saver_restore);
	fingerprints(d);
}
