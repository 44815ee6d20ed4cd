/* See weights.h. */
#include "inspect/weights.h"

#include <inttypes.h>
#include <stdlib.h>

#include "base/mem.h"
#include "bundle/v1.h"

enum { LISTED = 10, REPEATED_MAX = 1 << 30 };

/* ---- which ---- */

struct weight weight_variable(const struct metagraph *mg, uint32_t i)
{
	uint32_t n;
	const struct variable *v = metagraph_variables(mg, &n) + i;
	struct bundle *b = v->entry >= 0 ? model_bundle(mg->model, NULL) : NULL;
	const struct bundle_entry *e = b ? bundle_at(b, v->entry) : NULL;

	return (struct weight){
		.kind = WEIGHT_VARIABLE, .mg = mg, .i = i, .name = v->name, .key = v->key, .bytes = v->bytes,
		.dtype = e ? e->dtype : v->dtype, .shape = e ? e->shape : v->shape, .entry = v->entry,
		.in_v1 = v->in_v1,
	};
}

static struct weight entry_weight(const struct metagraph *mg, const struct bundle *b, int i)
{
	const struct bundle_entry *e = bundle_at(b, i);

	return (struct weight){
		.kind = WEIGHT_ENTRY, .mg = mg, .name = e->key, .key = e->key, .dtype = e->dtype, .shape = e->shape,
		.bytes = e->size, .entry = i,
	};
}

bool weight_const(const struct graph *g, uint32_t i, int64_t dims[SHAPE_MAX_RANK], struct weight *out)
{
	const struct node *n = sv_is(graph_node_op(g, i), "Const") ? graph_node(g, i, NULL) : NULL;
	struct weight w = { .kind = WEIGHT_CONST, .mg = g->mg, .g = g, .node = i, .entry = -1 };
	int64_t count;

	w.shape = (struct shape){ 0, dims };
	if (!n || !node_attr_tensor(n, "value", &w.proto) ||
	    !tensorproto_type(w.proto, &w.dtype, &w.shape, dims, NULL))
		return false;
	w.name = n->name;
	w.key = SV("");
	w.bytes = (int64_t)w.proto.n;
	if (w.dtype != DT_STRING && shape_known(w.shape) && shape_count(w.shape.rank, w.shape.dim, &count, NULL) &&
	    __builtin_mul_overflow(count, (int64_t)dtype_info(w.dtype)->size, &w.bytes))
		w.bytes = (int64_t)w.proto.n;
	*out = w;
	return true;
}

/* ---- by name ---- */

static const char value_tail[] = "/.ATTRIBUTES/VARIABLE_VALUE";

static struct sv cut(struct sv s, struct sv tail)
{
	return s.n > tail.n && sv_ends(s, tail) ? sv_sub(s, 0, s.n - tail.n) : s;
}

static bool is_tail(struct sv name, struct sv tail)
{
	return sv_ends(name, tail) && (name.n == tail.n || name.p[name.n - tail.n - 1] == '/');
}

/* How well a name fits, 0: not at all. What is exact comes before what is a tail, names before keys. */
static int fits(struct sv name, struct sv key, struct sv what)
{
	struct sv bare = cut(name, SV(":0")), object = cut(key, sv_of(value_tail));

	if (sv_eq(name, what) || sv_eq(bare, what))
		return 4;
	if (key.n && (sv_eq(key, what) || sv_eq(object, what)))
		return 3;
	if (is_tail(name, what) || is_tail(bare, what))
		return 2;
	return key.n && (is_tail(key, what) || is_tail(object, what)) ? 1 : 0;
}

struct hits {
	int best;
	VEC(struct weight) list;
};

static void hit(struct hits *h, struct weight w, struct sv what)
{
	int fit = fits(w.name, w.key, what);

	if (!fit || fit < h->best)
		return;
	if (fit > h->best)
		h->list.n = 0;
	h->best = fit;
	vec_push(&h->list, w);
}

static bool ambiguous(const struct hits *h, struct sv name, struct err *err)
{
	struct str s = STR_INIT;

	str_escaped(&s, name);
	err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT, "\"%s\" could be any of %zu variables", str_z(&s),
		h->list.n);
	for (size_t i = 0; i < h->list.n && i < LISTED; i++) {
		const struct weight *w = &h->list.p[i];
		bool same = h->best == 4 && w->key.n;	/* one name, several variables: the keys tell them apart */

		str_clear(&s);
		str_escaped(&s, same ? w->key : w->name);
		err_note(err, "%s", str_z(&s));
	}
	str_free(&s);
	return false;
}

static void look_among(const struct metagraph *mg, struct sv name, struct hits *h)
{
	uint32_t n;
	struct bundle *b = model_bundle(mg->model, NULL);

	metagraph_variables(mg, &n);
	for (uint32_t i = 0; i < n; i++)
		hit(h, weight_variable(mg, i), name);
	if (h->best)
		return;
	for (int i = 0; b && i < bundle_n(b); i++)
		hit(h, entry_weight(mg, b, i), name);
}

bool weight_find(const struct metagraph *mg, struct sv name, struct weight *out, struct err *err)
{
	struct hits h = { 0 };
	bool ok = false;

	look_among(mg, name, &h);
	if (h.list.n == 1) {
		*out = h.list.p[0];
		ok = true;
	} else if (h.list.n) {
		ambiguous(&h, name, err);
	} else {
		struct str s = STR_INIT;

		str_escaped(&s, name);
		err_set(err, ERR_KIND_USAGE, ERR_NOT_FOUND, "no variable \"%s\"; vars lists them", str_z(&s));
		str_free(&s);
	}
	vec_free(&h.list);
	return ok;
}

/* ---- reading ---- */

bool weight_stored(const struct weight *w)
{
	return w->entry >= 0 || w->in_v1 || w->kind == WEIGHT_CONST;
}

struct tensor *weight_read(const struct weight *w, struct err *err)
{
	struct bundle *b;
	struct tensor *t;

	if (w->kind == WEIGHT_CONST && w->bytes > REPEATED_MAX && (size_t)w->bytes / 2 > w->proto.n) {
		err_set(err, ERR_KIND_LIMIT, ERR_RESOURCE_EXHAUSTED, "%zu bytes in the file stand for %" PRId64
			": too many to be spelt out", w->proto.n, w->bytes);
		return NULL;
	}
	if (w->kind == WEIGHT_CONST)
		return tensorproto_decode(w->proto, err);
	if (w->in_v1) {
		t = v1_read(model_v1(w->mg->model), w->key, SV(""), w->dtype, w->dtype, tensorproto_decode, err);
		return t;
	}
	if (w->entry < 0) {
		err_set(err, ERR_KIND_FILE, ERR_NOT_FOUND, "no value in the checkpoint");
		return NULL;
	}
	b = model_bundle(w->mg->model, err);
	return b ? bundle_map(b, w->entry, err) : NULL;
}

/* ---- looking at all of it ---- */

struct weight_look *weight_look_new(const struct weight *w, bool stats, struct err *err)
{
	struct weight_look *l = xcalloc(1, sizeof(*l));
	struct bundle *b = w->entry >= 0 ? model_bundle(w->mg->model, err) : NULL;

	l->w = w;
	l->stats = stats;
	l->total = w->bytes;
	if (w->entry < 0)
		return l;
	l->scan = b ? bundle_scan_new(b, w->entry, err) : NULL;
	if (!l->scan) {
		free(l);
		return NULL;
	}
	l->total = l->scan->total;
	l->crc_known = true;
	return l;
}

void weight_look_free(struct weight_look *l)
{
	if (!l)
		return;
	if (l->gathering)
		gather_free(&l->gather);
	bundle_scan_free(l->scan);
	str_free(&l->crc_text);
	free(l);
}

static void scan_done(struct weight_look *l)
{
	const struct bundle_scan *s = l->scan;

	if (l->gathering)
		gather_end(&l->gather, &l->sum);
	l->has_sum = l->gathering;
	l->gathering = false;
	l->crc_bad = s->n_bad > 0;
	if (!l->crc_bad)
		return;
	str_addf(&l->crc_text, "stored %08x, the bytes give %08x", s->stored, s->found);
	if (s->bad_spec.n)
		str_addf(&l->crc_text, " (slice %.*s)", SV_ARG(s->bad_spec));
	if (s->n_bad > 1)
		str_addf(&l->crc_text, " and %d more slices", s->n_bad - 1);
}

/* Nothing is counted before the shape is known to be that of bytes that are there. */
static void gather_start(struct weight_look *l)
{
	int64_t n;

	if (!l->stats || l->gathering)
		return;
	if (!shape_count(l->w->shape.rank, l->w->shape.dim, &n, NULL))
		n = 0;
	if (n > l->total)
		n = l->total;		/* parts that are missing */
	gather_init(&l->gather, l->w->dtype, n);
	l->gathering = true;
}

static bool scan_step(struct weight_look *l, size_t bytes, bool *more, struct err *err)
{
	enum { BLOCK = 1 << 20 };
	int64_t until = l->done + (int64_t)bytes;

	while (l->done < until) {
		struct tensor *t = bundle_scan_next(l->scan, bytes < BLOCK ? bytes : BLOCK, err);

		if (!t && err_is(err))
			return false;
		gather_start(l);
		if (!t) {
			scan_done(l);
			*more = false;
			return true;
		}
		if (l->stats)
			gather_add(&l->gather, t, bundle_scan_index, l->scan);
		tensor_unref(t);
		l->done = l->scan->done;
	}
	*more = true;
	return true;
}

bool weight_look_step(struct weight_look *l, size_t bytes, bool *more, struct err *err)
{
	struct tensor *t;

	if (l->scan)
		return scan_step(l, bytes, more, err);
	*more = false;
	t = weight_read(l->w, err);
	if (!t)
		return false;
	if (l->stats)
		summary_of(t, &l->sum);
	l->has_sum = l->stats;
	l->done = l->total;
	tensor_unref(t);
	return true;
}
