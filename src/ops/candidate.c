/*
 * Candidate samplers: classes to tell the true ones from, and how often each was to be expected.
 * The learned ones count what they are shown, in a resource of their own; the fixed ones keep their
 * table in one.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "ops/fileio.h"
#include "ops/text.h"
#include "ops/weights.h"

struct candidates {
	struct op_ctx *c;
	int64_t range;
	struct philox1 s;
	struct counts *counts; /* learned */
	struct fixed *fixed;
	int64_t leaves;
	double log_range;
	float even; /* uniform: what each has */
};

struct how {
	int64_t (*sample)(struct candidates *k);
	float (*likely)(const struct candidates *k, int64_t value);
	/* What a kind needs before; gives *own. */
	bool (*open)(struct candidates *k, struct resource **own);
	bool learns;
};

/* ---- uniform, log-uniform ---- */

static int64_t uniform_sample(struct candidates *k)
{
	return (int64_t)philox1_below64(&k->s, (uint64_t)k->range);
}

static float uniform_likely(const struct candidates *k, int64_t value)
{
	(void)value;
	return k->even;
}

static int64_t log_sample(struct candidates *k)
{
	double e = exp(philox1_double(&k->s) * k->log_range);
	int64_t v = e < 0x1p63 ? (int64_t)e - 1 : INT64_MAX;

	return v % k->range;
}

static float log_likely(const struct candidates *k, int64_t value)
{
	return (float)(log(((double)value + 2.0) / ((double)value + 1.0)) / k->log_range);
}

static bool plain_open(struct candidates *k, struct resource **own)
{
	*own = NULL;
	k->log_range = log1p((double)k->range);
	k->even = (float)(1.0 / (double)k->range);
	return true;
}

/* ---- learned: counts as a tree of sums in a tensor, which a snapshot shares ---- */

struct counts {
	struct resource r;
	struct tensor *tree;
};

static void counts_destroy(struct object *o)
{
	struct counts *n = (struct counts *)o;

	tensor_unref(n->tree);
	free(n->r.container);
	free(n->r.name);
	free(n);
}

static void counts_describe(const struct object *o, struct str *out)
{
	str_addf(out, "counts of classes, %d in all",
		 ((const int32_t *)((const struct counts *)o)->tree->data)[1]);
}

static void *counts_save(struct resource *r)
{
	return tensor_ref(((struct counts *)r)->tree);
}

static void counts_load(struct resource *r, const void *saved)
{
	struct counts *n = (struct counts *)r;

	tensor_unref(n->tree);
	n->tree = tensor_ref((struct tensor *)saved);
}

static void counts_saved_free(void *saved)
{
	tensor_unref(saved);
}

static const struct resource_class counts_class = {
	.object = {.name = "counts of classes",
		   .destroy = counts_destroy,
		   .describe = counts_describe},
	.save = counts_save,
	.load = counts_load,
	.saved_free = counts_saved_free,
};

static struct resource *counts_new(void *arg)
{
	struct candidates *k = arg;
	int64_t dim = 2 * k->leaves;
	struct tensor *tree = tensor_new(DT_INT32, 1, &dim, k->c->err);
	struct counts *n;

	if (!tree)
		return NULL;
	sums_ones(tree->data, k->leaves, k->range);
	n = xcalloc(1, sizeof(*n));
	atomic_init(&n->r.o.refs, 1);
	n->r.o.cls = &counts_class.object;
	n->r.rcls = &counts_class;
	n->tree = tree;
	return &n->r;
}

static bool counts_open(struct candidates *k, struct resource **own)
{
	if (k->range >= INT32_MAX)
		return op_invalid(k->c,
				  "range_max must be less than %d for unigram samplers, got %lld",
				  INT32_MAX, (long long)k->range);
	k->leaves = sums_leaves(k->range);
	*own = random_own(k->c, &counts_class, counts_new, k);
	k->counts = (struct counts *)*own;
	return *own != NULL;
}

static int64_t counts_sample(struct candidates *k)
{
	return sums_pick(k->counts->tree->data, k->leaves, &k->s);
}

static float counts_likely(const struct candidates *k, int64_t value)
{
	const int32_t *tree = k->counts->tree->data;

	return (float)tree[k->leaves + value] / (float)tree[1];
}

static bool counts_learn(struct candidates *k, const struct tensor *truth)
{
	struct counts *n = k->counts;
	int64_t room;

	if (!tensor_writable(n->tree)) {
		struct tensor *copy = tensor_copy(n->tree, k->c->err);

		if (!copy)
			return false;
		tensor_unref(n->tree);
		n->tree = copy;
	}
	room = INT32_MAX - ((const int32_t *)n->tree->data)[1];
	for (int64_t i = 0; i < truth->n && i < room; i++)
		sums_add(n->tree->data, k->leaves, tensor_get_i64(truth, i));
	k->c->world->wrote(k->c->world_ctx, &n->r);
	return true;
}

/* ---- fixed: weights from an attribute or a file ---- */

struct fixed {
	struct resource r;
	struct alias alias;
	float *weight; /* range of them */
	int64_t range;
	float total;
};

static void fixed_destroy(struct object *o)
{
	struct fixed *f = (struct fixed *)o;

	alias_free(&f->alias);
	big_free(f->weight, (size_t)f->range * sizeof(float));
	free(f->r.container);
	free(f->r.name);
	free(f);
}

static void fixed_describe(const struct object *o, struct str *out)
{
	str_addf(out, "weights of %lld classes", (long long)((const struct fixed *)o)->range);
}

static const struct resource_class fixed_class = {
	.object = {.name = "weights of classes",
		   .destroy = fixed_destroy,
		   .describe = fixed_describe},
};

/* Words come one after another; those of this shard are counted, and kept as far as there is room.
 */
struct words {
	struct op_ctx *c;
	float *weight;
	int64_t n, range, id;
	int64_t shards, shard;
	float distortion, total;
};

static void word_add(struct words *w, float weight)
{
	if (w->id++ % w->shards != w->shard)
		return;
	weight = powf(weight, w->distortion);
	w->total += weight;
	if (w->n < w->range)
		w->weight[w->n] = weight;
	w->n++;
}

static bool words_of_text(struct words *w, struct sv text)
{
	struct str line = STR_INIT;
	bool ok = true;

	for (size_t i = 0; ok && i < text.n; i++) {
		struct sv last;
		size_t from;
		float weight;

		str_clear(&line);
		for (; i < text.n && text.p[i] != '\n'; i++)
			if (text.p[i] != '\r')
				str_add(&line, sv_sub(text, i, i + 1));
		for (from = line.n; from > 0 && line.p[from - 1] != ','; from--)
			;
		last = sv_sub(str_sv(&line), from, line.n);
		if (line.n == 0)
			continue;
		if (w->id % w->shards != w->shard)
			w->id++;
		else if ((ok = text_number(DT_FLOAT, last, &weight)))
			word_add(w, weight);
		else
			op_invalid(w->c, "Wrong vocabulary format at line: %.*s",
				   SV_ARG(str_sv(&line)));
	}
	str_free(&line);
	return ok;
}

/* The first ids are reserved and never come: those of them that this shard has. TensorFlow goes on
 * numbering from how many those are. */
static bool words_reserve(struct words *w)
{
	int64_t reserved = 0, n;

	node_attr_int(w->c->node, "num_reserved_ids", &reserved);
	n = reserved > w->shard ? (reserved - w->shard - 1) / w->shards + 1 : 0;
	for (int64_t i = 0; i < n && i < w->range; i++)
		w->weight[i] = 0;
	w->n = w->id = n;
	return true;
}

static bool words_fill(struct words *w, struct sv file, const struct attr_value *list,
		       uint32_t listed)
{
	struct str text = STR_INIT;
	bool ok = words_reserve(w);

	if (file.n)
		ok = file_read(w->c, file, &text) && words_of_text(w, str_sv(&text));
	str_free(&text);
	for (uint32_t i = 0; i < listed; i++)
		word_add(w, list[i].f);
	if (ok && w->n != w->range)
		ok = op_invalid(w->c, "range is %lld must be equal to weights size  %lld",
				(long long)w->range, (long long)w->n);
	return ok;
}

static bool fixed_attrs(struct words *w, struct sv *file, const struct attr_value **list,
			uint32_t *listed)
{
	const struct node *n = w->c->node;

	node_attr_str(n, "vocab_file", file);
	if (!node_attr_list(n, "unigrams", list, listed))
		*listed = 0;
	if (!file->n && !*listed)
		return op_invalid(w->c, "Must provide either vocab_file or unigrams.");
	if (file->n && *listed)
		return op_invalid(w->c, "Must only provide one of vocab_file and unigrams.");
	node_attr_float(n, "distortion", &w->distortion);
	node_attr_int(n, "num_shards", &w->shards);
	node_attr_int(n, "shard", &w->shard);
	if (w->shards < 1 || w->shard < 0)
		return op_invalid(
			w->c,
			"num_shards must be positive and shard not negative, got %lld and %lld",
			(long long)w->shards, (long long)w->shard);
	return w->range < INT32_MAX ||
	       op_fail(w->c, ERR_RESOURCE_EXHAUSTED, "too many classes: %lld", (long long)w->range);
}

static struct resource *fixed_new(void *arg)
{
	struct candidates *k = arg;
	struct words w = {.c = k->c, .range = k->range, .shards = 1, .distortion = 1};
	size_t bytes = (size_t)k->range * sizeof(float);
	const struct attr_value *list;
	struct alias alias = {0};
	struct sv file = SV("");
	struct fixed *f;
	uint32_t listed;

	if (!fixed_attrs(&w, &file, &list, &listed))
		return NULL;
	w.weight = big_alloc(bytes, k->c->err);
	if (!w.weight || !words_fill(&w, file, list, listed) ||
	    !alias_make(&alias, w.weight, (int)w.n, k->c->err)) {
		if (w.weight)
			big_free(w.weight, bytes);
		return NULL;
	}
	f = xcalloc(1, sizeof(*f));
	atomic_init(&f->r.o.refs, 1);
	f->r.o.cls = &fixed_class.object;
	f->r.rcls = &fixed_class;
	f->alias = alias;
	f->weight = w.weight;
	f->range = k->range;
	f->total = w.total;
	return &f->r;
}

static bool fixed_open(struct candidates *k, struct resource **own)
{
	*own = random_own(k->c, &fixed_class, fixed_new, k);
	k->fixed = (struct fixed *)*own;
	return *own != NULL;
}

static int64_t fixed_sample(struct candidates *k)
{
	return alias_sample(&k->fixed->alias, &k->s);
}

static float fixed_likely(const struct candidates *k, int64_t value)
{
	return k->fixed->weight[value] / k->fixed->total;
}

/* ---- drawing ---- */

/* Numbers that have come already: open addressing, twice as many places as numbers. */
struct seen {
	int64_t *at, places;
};

static bool seen_new(struct seen *s, int64_t value)
{
	uint64_t h = (uint64_t)value * UINT64_C(0x9E3779B97F4A7C15);
	int64_t i = (int64_t)(h >> 20) & (s->places - 1);

	while (s->at[i] >= 0 && s->at[i] != value)
		i = (i + 1) & (s->places - 1);
	if (s->at[i] == value)
		return false;
	s->at[i] = value;
	return true;
}

/* n numbers of which no two are equal; how many were drawn for it. */
static bool draw_unique(struct candidates *k, const struct how *how, int64_t *out, int64_t n,
			int *tries)
{
	struct seen s = {.places = sums_leaves(2 * n)};

	s.at = op_temp(k->c, (size_t)s.places * sizeof(*s.at));
	if (!s.at)
		return false;
	memset(s.at, 0xff, (size_t)s.places * sizeof(*s.at));
	*tries = 0;
	for (int64_t got = 0; got < n;) {
		int64_t v = how->sample(k);

		if (++*tries == INT32_MAX)
			return op_fail(k->c, ERR_INTERNAL, "no %lld different classes in %d tries",
				       (long long)n, *tries);
		if ((*tries & 0xffff) == 0 && !k->c->world->go_on(k->c->world_ctx, k->c->err))
			return false;
		if (seen_new(&s, v))
			out[got++] = v;
	}
	return true;
}

static float expected(float p, int64_t n, int tries)
{
	return tries == n ? p * (float)n : -expm1f((float)tries * log1pf(-p));
}

struct sizes {
	int64_t sampled, truth;
	bool unique;
};

static bool sizes_in(struct op_ctx *c, struct sizes *z, int64_t *range)
{
	const struct tensor *truth = c->in[0];

	node_attr_int(c->node, "num_sampled", &z->sampled);
	node_attr_int(c->node, "num_true", &z->truth);
	node_attr_bool(c->node, "unique", &z->unique);
	if (!node_attr_int(c->node, "range_max", range))
		*range = z->sampled;
	if (*range <= 0)
		return op_invalid(c, "range_max must be positive");
	if (z->sampled < 1 || z->sampled > INT32_MAX || z->truth < 1 || z->truth > INT32_MAX)
		return op_invalid(c,
				  "num_sampled and num_true must be positive and not too many, got "
				  "%lld and %lld",
				  (long long)z->sampled, (long long)z->truth);
	if (truth->rank != 2)
		return op_invalid(c, "true_classes must be a matrix");
	if (truth->dim[1] != z->truth)
		return op_invalid(
			c, "true_classes must have num_true columns, expected: %lld was: %lld",
			(long long)truth->dim[1], (long long)z->truth);
	if (z->unique && z->sampled > *range)
		return op_invalid(c, "Sampler's range is too small.");
	for (int64_t i = 0; i < truth->n; i++) {
		int64_t v = tensor_get_i64(truth, i);

		if (v < 0 || v >= *range)
			return op_invalid(c,
					  "`true_candidate` out of range [0, %lld), received %lld",
					  (long long)*range, (long long)v);
	}
	return true;
}

static bool draw(struct candidates *k, const struct how *how, const struct sizes *z)
{
	struct op_ctx *c = k->c;
	struct tensor *out = op_out(c, 0, DT_INT64, 1, &z->sampled);
	struct tensor *te = out ? op_out(c, 1, DT_FLOAT, 2, c->in[0]->dim) : NULL;
	struct tensor *se = te ? op_out(c, 2, DT_FLOAT, 1, &z->sampled) : NULL;
	int tries = (int)z->sampled;
	struct philox g;

	if (!se || !random_reserve_exact(c, 2048 * (uint64_t)z->sampled, &g))
		return false;
	k->s = philox1_new(&g);
	if (z->unique && !draw_unique(k, how, out->data, z->sampled, &tries))
		return false;
	for (int64_t i = 0; !z->unique && i < z->sampled; i++)
		((int64_t *)out->data)[i] = how->sample(k);
	for (int64_t i = 0; i < z->sampled; i++)
		((float *)se->data)[i] =
			expected(how->likely(k, ((int64_t *)out->data)[i]), z->sampled, tries);
	for (int64_t i = 0; i < te->n; i++)
		((float *)te->data)[i] =
			expected(how->likely(k, tensor_get_i64(c->in[0], i)), z->sampled, tries);
	return true;
}

static bool run_sampler(struct op_ctx *c)
{
	const struct how *how = c->row->data;
	struct candidates k = {.c = c};
	struct resource *own = NULL;
	struct sizes z = {0};
	bool ok;

	if (!sizes_in(c, &z, &k.range) || !how->open(&k, &own))
		return false;
	ok = draw(&k, how, &z) && (!how->learns || counts_learn(&k, c->in[0]));
	if (own)
		object_unref(&own->o);
	return ok;
}

/* All of them, once each. */
static bool run_all(struct op_ctx *c)
{
	struct sizes z = {0};
	int64_t range;
	struct tensor *out;

	if (!sizes_in(c, &z, &range))
		return false;
	out = op_out(c, 0, DT_INT64, 1, &z.sampled);
	for (int i = 1; out && i < 3; i++) {
		struct tensor *e =
			op_out(c, i, DT_FLOAT, i == 1 ? 2 : 1, i == 1 ? c->in[0]->dim : &z.sampled);

		if (!e)
			return false;
		for (int64_t j = 0; j < e->n; j++)
			((float *)e->data)[j] = 1;
	}
	for (int64_t i = 0; out && i < z.sampled; i++)
		((int64_t *)out->data)[i] = i;
	return out != NULL;
}

#define SAMPLER(what, ...)                                                                         \
	{                                                                                          \
		.name = what, .n_in = 1, .n_out = 3, .flags = OP_RANDOM | OP_STATEFUL,             \
		.run = run_sampler, .data = &(const struct how)                                    \
		{                                                                                  \
			__VA_ARGS__                                                                \
		}                                                                                  \
	}
#define UNIGRAM(what) SAMPLER(what, counts_sample, counts_likely, counts_open, true)

static const struct op_row rows[] = {
	SAMPLER("UniformCandidateSampler", uniform_sample, uniform_likely, plain_open, false),
	SAMPLER("LogUniformCandidateSampler", log_sample, log_likely, plain_open, false),
	UNIGRAM("LearnedUnigramCandidateSampler"),
	UNIGRAM("ThreadUnsafeUnigramCandidateSampler"),
	SAMPLER("FixedUnigramCandidateSampler", fixed_sample, fixed_likely, fixed_open, false),
	{.name = "AllCandidateSampler",
	 .n_in = 1,
	 .n_out = 3,
	 .flags = OP_RANDOM | OP_STATEFUL,
	 .run = run_all},
};

OP_FAMILY(family_candidate, rows);
