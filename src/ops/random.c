/* Random ops with a generator of their own that goes on from call to call; see random.h. */
#include "ops/random.h"

#include <stdlib.h>
#include <string.h>

/* ---- the generator as a resource ---- */

struct rng {
	struct resource r;
	struct philox g;
};

static void rng_destroy(struct object *o)
{
	struct rng *r = (struct rng *)o;

	free(r->r.container);
	free(r->r.name);
	free(r);
}

static void rng_describe(const struct object *o, struct str *out)
{
	(void)o;
	str_addz(out, "generator");
}

static void *rng_save(struct resource *r)
{
	struct philox *g = xmalloc(sizeof(*g));

	*g = ((struct rng *)r)->g;
	return g;
}

static void rng_load(struct resource *r, const void *saved)
{
	((struct rng *)r)->g = *(const struct philox *)saved;
}

static const struct resource_class rng_class = {
	.object = { .name = "generator", .destroy = rng_destroy, .describe = rng_describe },
	.save = rng_save, .load = rng_load, .saved_free = free,
};

static struct resource *rng_new(void *arg)
{
	struct op_ctx *c = arg;
	struct rng *r = xcalloc(1, sizeof(*r));
	int64_t seed = 0, seed2 = 0;

	node_attr_int(c->node, "seed", &seed);
	node_attr_int(c->node, "seed2", &seed2);
	if (seed == 0 && seed2 == 0) {
		seed = (int64_t)c->world->seed(c->world_ctx);
		seed2 = (int64_t)c->world->seed(c->world_ctx);
	}
	atomic_init(&r->r.o.refs, 1);
	r->r.o.cls = &rng_class.object;
	r->r.rcls = &rng_class;
	r->g = (struct philox){
		{ (uint32_t)seed, (uint32_t)((uint64_t)seed >> 32) },
		{ 0, 0, (uint32_t)seed2, (uint32_t)((uint64_t)seed2 >> 32) },
	};
	return &r->r;
}

struct resource *random_own(struct op_ctx *c, const struct resource_class *cls,
			    struct resource *(*make)(void *arg), void *arg)
{
	struct str name = STR_INIT;
	struct err none = { 0 };
	struct sv container = cls == &rng_class ? SV("") : SV("_own");	/* a node may have both */
	struct resource *r;

	if (c->world->path)
		c->world->path(c->world_ctx, &name);
	else
		str_add(&name, c->node->name);
	r = c->world->resource(c->world_ctx, container, str_sv(&name), cls, make, arg, make ? c->err : &none);
	str_free(&name);
	err_clear(&none);
	return r;
}

/* n groups of four numbers. */
static bool reserve(struct op_ctx *c, uint64_t n, struct philox *g)
{
	struct resource *r = random_own(c, &rng_class, rng_new, c);

	if (!r)
		return false;
	*g = ((struct rng *)r)->g;
	philox_skip(&((struct rng *)r)->g, n);
	c->world->wrote(c->world_ctx, r);
	object_unref(&r->o);
	return true;
}

bool random_reserve(struct op_ctx *c, uint64_t n, struct philox *g)
{
	return reserve(c, n * 256, g);
}

bool random_reserve_exact(struct op_ctx *c, uint64_t n, struct philox *g)
{
	return reserve(c, (n + 3) / 4, g);
}

/* ---- shapes ---- */

struct tensor *random_out(struct op_ctx *c, int i, enum dtype t)
{
	const struct tensor *s = c->in[i];
	int64_t dim[SHAPE_MAX_RANK], n;

	if (s->rank != 1) {
		op_invalid(c, "shape must be a vector of {int32,int64}, got shape %s", op_in_shape(c, i));
		return NULL;
	}
	if (s->n > SHAPE_MAX_RANK) {
		op_invalid(c, "Too many dimensions in tensor");
		return NULL;
	}
	for (int64_t k = 0; k < s->n; k++) {
		dim[k] = tensor_get_i64(s, k);
		if (dim[k] < 0) {
			op_invalid(c, "Dimension %lld must be >= 0", (long long)dim[k]);
			return NULL;
		}
	}
	if (!shape_count((int)s->n, dim, &n, c->err))
		return NULL;
	return op_out(c, 0, t, (int)s->n, dim);
}

/* ---- kernels ---- */

static bool run_fill(struct op_ctx *c)
{
	enum dtype t = DT_FLOAT;
	struct tensor *out;
	struct philox g;

	node_attr_type(c->node, "dtype", &t);
	out = random_out(c, 0, t);
	if (!out || !random_reserve(c, (uint64_t)out->n, &g))
		return false;
	random_fill(out, *(const enum fill *)c->row->data, &g, 0, 0);
	return true;
}

static bool run_int(struct op_ctx *c)
{
	const struct tensor *lo = c->in[1], *hi = c->in[2];
	struct tensor *out;
	struct philox g;

	if (lo->rank != 0)
		return op_invalid(c, "minval must be 0-D, got shape %s", op_in_shape(c, 1));
	if (hi->rank != 0)
		return op_invalid(c, "maxval must be 0-D, got shape %s", op_in_shape(c, 2));
	out = random_out(c, 0, lo->dtype);
	if (!out || out->n == 0)
		return out != NULL;
	if (tensor_get_i64(lo, 0) >= tensor_get_i64(hi, 0))
		return op_invalid(c, "Need minval < maxval, got %lld >= %lld", (long long)tensor_get_i64(lo, 0),
				  (long long)tensor_get_i64(hi, 0));
	if (!random_reserve(c, (uint64_t)out->n, &g))
		return false;
	random_fill(out, FILL_INT, &g, (uint64_t)tensor_get_i64(lo, 0), (uint64_t)tensor_get_i64(hi, 0));
	return true;
}

static bool run_shuffle(struct op_ctx *c)
{
	const struct tensor *x = c->in[0];
	struct philox g;

	if (x->n <= 1 || x->rank == 0 || x->dim[0] <= 1)
		return op_out_ref(c, 0, c->in[0]);
	return random_reserve_exact(c, (uint64_t)x->dim[0] - 1, &g) && random_shuffle(c, &g);
}

#define RANDOM_ROW(what, how)                                                                                \
	{ .name = what, .n_in = 1, .n_out = 1, .types = { { "dtype", DM_RANDOM }, { "T", DM_INDEX } },       \
	  .flags = OP_RANDOM | OP_STATEFUL, .run = run_fill, .data = &(const enum fill){ how } }

static const struct op_row rows[] = {
	RANDOM_ROW("RandomUniform", FILL_UNIFORM),
	RANDOM_ROW("RandomStandardNormal", FILL_NORMAL),
	RANDOM_ROW("TruncatedNormal", FILL_TRUNCATED),
	{ .name = "RandomUniformInt", .n_in = 3, .n_out = 1, .types = { { "Tout", DM_INDEX }, { "T", DM_INDEX } },
	  .flags = OP_RANDOM | OP_STATEFUL, .run = run_int },
	{ .name = "RandomShuffle", .n_in = 1, .n_out = 1, .types = { { "T", DM_ANY } },
	  .flags = OP_RANDOM | OP_STATEFUL, .run = run_shuffle },
};

OP_FAMILY(family_random, rows);
