/* Staging maps: tuples that wait under a key between a MapStage and a MapUnstage of one shared
 * name. */
#include <stdlib.h>
#include <string.h>

#include "ops/keyed.h"
#include "ops/stepres.h"
#include "ops/tensorlist.h"

struct smap_state {
	struct keyed part, whole; /* tuples that still miss values; those that came whole */
	uint64_t bytes;		  /* as TensorFlow counts them: see last_bytes */
};

struct smap {
	struct resource r;
	struct smap_state s;
};

static struct smap_state state_copy(const struct smap_state *s)
{
	return (struct smap_state){keyed_copy(&s->part), keyed_copy(&s->whole), s->bytes};
}

static void state_free(struct smap_state *s)
{
	keyed_clear(&s->part);
	keyed_clear(&s->whole);
	s->bytes = 0;
}

static void smap_destroy(struct object *o)
{
	struct smap *m = (struct smap *)o;

	state_free(&m->s);
	free(m->r.container);
	free(m->r.name);
	free(m);
}

static void smap_describe(const struct object *o, struct str *out)
{
	const struct smap *m = (const struct smap *)o;

	str_addf(out, "staging map of %lld, %lld incomplete", (long long)keyed_n(&m->s.whole),
		 (long long)keyed_n(&m->s.part));
}

STEPRES_STATE(smap)

static const struct resource_class smap_class = {
	.object = {.name = "staging map", .destroy = smap_destroy, .describe = smap_describe},
	.save = smap_save,
	.load = smap_load,
	.saved_free = smap_saved_free,
};

static struct resource *smap_new(void *arg)
{
	struct smap *m = xcalloc(1, sizeof(*m));

	atomic_init(&m->r.o.refs, 1);
	m->r.o.cls = &smap_class.object;
	m->r.rcls = &smap_class;
	m->s.part.width = m->s.whole.width = *(const int *)arg;
	return &m->r;
}

static bool ordered(const struct op_ctx *c)
{
	return !strncmp(c->row->name, "Ordered", 7);
}

/* The map of the node's container and shared name, made when there is none; borrowed. */
static struct smap *smap_of(struct op_ctx *c)
{
	struct sv container = SV(""), name = SV("");
	const struct attr_value *v;
	struct resource *r;
	uint32_t n = 0;
	int width;

	if (!node_attr_list(c->node, "dtypes", &v, &n) || n < 1 || n > KEYED_PARTS) {
		op_invalid(c, "attr 'dtypes' is missing or empty");
		return NULL;
	}
	width = (int)n;
	node_attr_str(c->node, "container", &container);
	if (!node_attr_str(c->node, "shared_name", &name) || !name.n)
		name = c->node->name;
	r = c->world->resource(c->world_ctx, container, name, &smap_class, smap_new, &width,
			       c->err);
	if (r)
		object_unref(&r->o); /* the session's table holds it */
	if (r && ((struct smap *)r)->s.whole.width != width) {
		op_invalid(c, "the map has tuples of %d, the node of %d",
			   ((struct smap *)r)->s.whole.width, width);
		return NULL;
	}
	return (struct smap *)r;
}

static bool waits(struct op_ctx *c, const struct smap *m, const char *for_what)
{
	return op_fail(c, ERR_FAILED_PRECONDITION,
		       "staging map '%s' has %lld elements: the op would wait for %s, and "
		       "nothing else runs that could bring them",
		       m->r.name, (long long)keyed_n(&m->s.whole), for_what);
}

/* Input 0 as a scalar, held by the op. */
static struct tensor *key_in(struct op_ctx *c)
{
	struct tensor *key;

	if (c->in[0]->n != 1) {
		op_invalid(c, "key must be a scalar, got shape %s", op_in_shape(c, 0));
		return NULL;
	}
	key = tensor_scalar_i64(DT_INT64, tensor_get_i64(c->in[0], 0), c->err);
	op_hold(c, key);
	return key;
}

struct places {
	const int32_t *v;
	int64_t n;
};

static bool places_in(struct op_ctx *c, int i, struct places *p)
{
	*p = (struct places){c->in[i]->data, c->in[i]->n};
	for (int64_t k = 0; k + 1 < p->n; k++)
		if (p->v[k] >= p->v[k + 1])
			return op_invalid(c, "Indices are not strictly ordered");
	return true;
}

static bool place_ok(struct op_ctx *c, const struct smap *m, int64_t key, int32_t at)
{
	return (at >= 0 && at < m->s.whole.width) ||
	       op_invalid(c, "Index '%llu' for key '%lld' was out of bounds '%d'.",
			  (unsigned long long)(int64_t)at, (long long)key, m->s.whole.width);
}

/* ---- putting ---- */

static uint64_t bytes_of(const struct tensor *t)
{
	return t->dtype == DT_STRING ? (uint64_t)t->n * 24 : t->bytes;
}

/* Of a tuple that is put TensorFlow counts the last value alone, of one that is taken all. */
static uint64_t last_bytes(const struct op_ctx *c)
{
	return c->n_in > 2 ? bytes_of(c->in[c->n_in - 1]) : 0;
}

/* Is there room? A tuple that could never fit is refused, one that does not fit now would wait. */
static bool room_for(struct op_ctx *c, const struct smap *m, bool counts)
{
	int64_t most = 0, limit = 0;
	uint64_t bytes = last_bytes(c);

	node_attr_int(c->node, "capacity", &most);
	node_attr_int(c->node, "memory_limit", &limit);
	if (limit > 0 && bytes > (uint64_t)limit)
		return op_fail(c, ERR_RESOURCE_EXHAUSTED,
			       "Attempted to insert tensors with combined size of '%llu' "
			       "bytes into Staging Area with a memory limit of '%lld'.",
			       (unsigned long long)bytes, (long long)limit);
	if ((limit > 0 && bytes + m->s.bytes > (uint64_t)limit) ||
	    (counts && most > 0 && keyed_n(&m->s.whole) >= most))
		return waits(c, m, "room");
	return true;
}

/* What came whole takes its place; a key that is there already stays as it is. */
static void put_whole(struct op_ctx *c, struct smap *m, struct tensor *key, struct tensor *const *v)
{
	struct keyed *k = &m->s.whole;
	int64_t at = ordered(c) ? keyed_above(k, key) : keyed_n(k);

	if (keyed_find(k, key) >= 0)
		return;
	keyed_insert(k, at, key);
	for (int p = 0; p < k->width; p++)
		keyed_set(k, at, p, v[p]);
}

static bool put_part(struct op_ctx *c, struct smap *m, struct tensor *key, const struct places *at)
{
	struct keyed *k = &m->s.part;
	int64_t i = keyed_find(k, key), number = tensor_get_i64(key, 0);
	bool fresh = i < 0;
	struct tensor **v;

	for (int64_t j = 0; j < at->n; j++) {
		if (!place_ok(c, m, number, at->v[j]))
			return false;
		if (!fresh && keyed_at(k, i, at->v[j]))
			return op_invalid(c,
					  "The tensor for index '%d' for key '%lld' was already "
					  "initialized '%d'.",
					  at->v[j], (long long)number, k->width);
		if (i < 0) {
			i = keyed_n(k);
			keyed_insert(k, i, key);
		}
		keyed_set(k, i, at->v[j], c->in[j + 2]);
	}
	if (i < 0)
		keyed_insert(k, keyed_n(k), key);
	if (fresh || !keyed_full(k, i))
		return true;
	v = arena_array(c->scratch, (size_t)k->width, sizeof(struct tensor *));
	for (int p = 0; p < k->width; p++)
		v[p] = keyed_at(k, i, p);
	put_whole(c, m, key, v);
	keyed_remove(k, i);
	return true;
}

static bool run_stage(struct op_ctx *c)
{
	struct smap *m = smap_of(c);
	struct tensor *key = m ? key_in(c) : NULL;
	struct places at;
	bool whole;

	if (!key || !places_in(c, 1, &at))
		return false;
	whole = at.n == m->s.whole.width;
	if (at.n != c->n_in - 2)
		return op_invalid(c, "%lld indices for %d values", (long long)at.n, c->n_in - 2);
	if (!room_for(c, m, whole))
		return false;
	c->world->wrote(c->world_ctx, &m->r);
	if (whole)
		put_whole(c, m, key, c->in + 2);
	else if (!put_part(c, m, key, &at))
		return false;
	m->s.bytes += last_bytes(c);
	return true;
}

/* ---- taking ---- */

/* Outputs from `first` on: the named parts of tuple i, which go when taken. */
static bool give_parts(struct op_ctx *c, struct smap *m, int64_t i, const struct places *at,
		       int first, bool take)
{
	struct keyed *k = &m->s.whole;
	int64_t key = tensor_get_i64(keyed_key(k, i), 0);

	if (at->n != c->n_out - first)
		return op_invalid(c, "Mismatch stage/unstage: %lld vs. %d", (long long)at->n,
				  c->n_out - first);
	for (int64_t j = 0; j < at->n; j++) {
		struct tensor *t = place_ok(c, m, key, at->v[j]) ? keyed_at(k, i, at->v[j]) : NULL;

		if (!t)
			return err_is(c->err) ? false
					      : op_invalid(c,
							   "Tensor at index '%d' for key '%lld' "
							   "has already been removed.",
							   at->v[j], (long long)key);
		if (t->dtype != c->node->out_type[first + j])
			return op_invalid(c, "component %d is %s, which is not what the op gives",
					  at->v[j], op_type_text(c, t->dtype));
		op_out_ref(c, first + (int)j, t);
		m->s.bytes -= bytes_of(t);
		if (take)
			keyed_set(k, i, at->v[j], NULL);
	}
	if (take && keyed_empty(k, i))
		keyed_remove(k, i);
	c->world->wrote(c->world_ctx, &m->r);
	return true;
}

static bool run_unstage(struct op_ctx *c)
{
	struct smap *m = smap_of(c);
	struct tensor *key = m ? key_in(c) : NULL;
	struct places at;
	int64_t i;

	if (!key || !places_in(c, 1, &at))
		return false;
	i = keyed_find(&m->s.whole, key);
	return i < 0 ? waits(c, m, "that key") : give_parts(c, m, i, &at, 0, !c->row->data);
}

/* The smallest key; of a map without order any, here the last that came. */
static bool run_unstage_any(struct op_ctx *c)
{
	struct smap *m = smap_of(c);
	struct places at;
	int64_t i;

	if (!m || !places_in(c, 0, &at))
		return false;
	i = ordered(c) ? 0 : keyed_n(&m->s.whole) - 1;
	return keyed_n(&m->s.whole) == 0 ? waits(c, m, "elements")
					 : op_out_ref(c, 0, keyed_key(&m->s.whole, i)) &&
						   give_parts(c, m, i, &at, 1, true);
}

static bool run_size(struct op_ctx *c)
{
	struct smap *m = smap_of(c);
	struct tensor *out = m ? op_out(c, 0, DT_INT32, 0, NULL) : NULL;

	if (out)
		*(int32_t *)out->data = (int32_t)keyed_n(c->row->data ? &m->s.part : &m->s.whole);
	return out != NULL;
}

static bool run_clear(struct op_ctx *c)
{
	struct smap *m = smap_of(c);

	if (!m)
		return false;
	state_free(&m->s);
	c->world->wrote(c->world_ctx, &m->r);
	return true;
}

#define ROW(what, in, out, fn, d)                                                                  \
	{                                                                                          \
		.name = what, .n_in = in, .n_out = out, .flags = OP_STATEFUL, .run = fn, .data = d \
	}
#define BOTH(what, in, out, fn, d) ROW(what, in, out, fn, d), ROW("Ordered" what, in, out, fn, d)

static const struct op_row rows[] = {
	BOTH("MapStage", -1, 0, run_stage, NULL),
	BOTH("MapUnstage", 2, -1, run_unstage, NULL),
	BOTH("MapPeek", 2, -1, run_unstage, "peek"),
	BOTH("MapUnstageNoKey", 1, -1, run_unstage_any, NULL),
	BOTH("MapSize", 0, 1, run_size, NULL),
	BOTH("MapIncompleteSize", 0, 1, run_size, "part"),
	BOTH("MapClear", 0, 0, run_clear, NULL),
};

OP_FAMILY(family_stagemap, rows);
