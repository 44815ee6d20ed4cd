/* Ops about the run itself (its time, its graph's version, its devices) and about handles as such.
 */
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/clock.h"
#include "ops/fileio.h"
#include "ops/stepres.h"
#include "ops/tensorlist.h"
#include "ops/var.h"

static bool give_bool(struct op_ctx *c, bool v)
{
	struct tensor *out = op_out(c, 0, DT_BOOL, 0, NULL);

	if (out)
		*(uint8_t *)out->data = v;
	return out != NULL;
}

static bool give_i32(struct op_ctx *c, int64_t v)
{
	c->out[0] = tensor_scalar_i64(DT_INT32, v, c->err);
	return c->out[0] != NULL;
}

/* ---- the run ---- */

static bool run_timestamp(struct op_ctx *c)
{
	struct timespec t;

	clock_gettime(CLOCK_REALTIME, &t);
	c->out[0] = tensor_scalar_f64(DT_DOUBLE,
				      (double)t.tv_sec + (double)(t.tv_nsec / 1000) / 1e6, c->err);
	return c->out[0] != NULL;
}

static bool run_version(struct op_ctx *c)
{
	return give_i32(c, c->world->graph_version(c->world_ctx));
}

/* TensorFlow may compute in TensorFloat-32 where a GPU has it. */
static bool run_tf32(struct op_ctx *c)
{
	return give_bool(c, true);
}

/* Which of the names is the device at hand, a CPU; their number when none is. */
static bool run_device(struct op_ctx *c)
{
	const struct attr_value *name;
	uint32_t n = 0, i = 0;

	if (!node_attr_list(c->node, "device_names", &name, &n))
		return op_invalid(c, "attr 'device_names' is missing");
	while (i < n && !sv_is(name[i].s, "CPU"))
		i++;
	return give_i32(c, i);
}

static bool sleep_for(struct op_ctx *c)
{
	double until = clock_seconds() + (double)scalar_i32(c->in[0]), left;

	if (c->in[0]->n < 1)
		return op_invalid(c, "sleep_seconds must be a scalar, got shape %s",
				  op_in_shape(c, 0));
	while ((left = until - clock_seconds()) > 0) {
		struct timespec t = {0, left < 0.02 ? (long)(left * 1e9) : 20000000};

		nanosleep(&t, NULL);
		if (!c->world->go_on(c->world_ctx, c->err))
			return false;
	}
	return true;
}

static bool run_sleep_identity(struct op_ctx *c)
{
	return sleep_for(c) && op_out_ref(c, 0, c->in[1]);
}

static bool run_type(struct op_ctx *c)
{
	c->out[0] = tensor_scalar_str(sv_of(op_type_text(c, c->in[0]->dtype)), c->err);
	return c->out[0] != NULL;
}

/* A constant that lies in a file, byte by byte. */
static bool run_file(struct op_ctx *c)
{
	struct shape s = {SHAPE_UNKNOWN_RANK, NULL};
	enum dtype t = c->node->out_type[0];
	struct str bytes = STR_INIT;
	struct sv name = SV("");
	bool ok;

	node_attr_str(c->node, "memory_region_name", &name);
	node_attr_shape(c->node, "shape", &s);
	if (!shape_known(s))
		return op_invalid(c, "attr 'shape' is not known");
	ok = file_read(c, name, &bytes);
	if (ok && (t == DT_STRING || t == DT_RESOURCE || t == DT_VARIANT))
		ok = op_fail(c, ERR_UNIMPLEMENTED,
			     "Sorry, DT_STRING is not currently supported for ImmutableConstOp.");
	ok = ok && op_out(c, 0, t, s.rank, s.dim);
	if (ok && c->out[0]->bytes > bytes.n)
		ok = op_fail(c, ERR_INTERNAL,
			     "Readonly memory region has wrong length (%zu) when allocating %zu",
			     bytes.n, c->out[0]->bytes);
	if (ok && c->out[0]->bytes)
		memcpy(c->out[0]->data, bytes.p, c->out[0]->bytes);
	str_free(&bytes);
	return ok;
}

/* ---- handles ---- */

static struct object *object_in(struct op_ctx *c)
{
	struct object *o = c->in[0]->n ? *(struct object **)c->in[0]->data : NULL;

	if (!o)
		op_invalid(c, "the handle is empty");
	return o;
}

/* A handle that goes by container and name, made of one that is a resource. */
static bool run_fake_queue(struct op_ctx *c)
{
	struct resource *r = (struct resource *)object_in(c);

	return r && (object_ref(&r->o), stepres_give(c, 0, r));
}

/* Only what has no name lives as long as its handles do. */
static bool run_is_counted(struct op_ctx *c)
{
	struct resource *r = (struct resource *)object_in(c), *named = NULL;
	struct err none = {0};

	if (!r)
		return false;
	if (r->name && r->container && strcmp(r->container, "_step"))
		named = c->world->resource(c->world_ctx, sv_of(r->container), sv_of(r->name),
					   r->rcls, NULL, NULL, &none);
	err_clear(&none);
	if (named)
		object_unref(&named->o);
	return give_bool(c, named != r);
}

static bool run_same(struct op_ctx *c)
{
	return object_in(c) && op_out_ref(c, 0, c->in[0]);
}

/* Values are never copied before somebody writes to them: nothing to switch off. */
static bool run_copy_on_read(struct op_ctx *c)
{
	return var_of(c, 0) != NULL;
}

static void stub_destroy(struct object *o)
{
	struct resource *r = (struct resource *)o;

	free(r->container);
	free(r->name);
	free(r);
}

static const struct resource_class stub_class = {
	.object = {.name = "stub", .destroy = stub_destroy},
};

static struct resource *stub_new(void *arg)
{
	struct resource *r = xcalloc(1, sizeof(*r));

	(void)arg;
	atomic_init(&r->o.refs, 1);
	r->o.cls = &stub_class.object;
	r->rcls = &stub_class;
	return r;
}

static bool run_stub(struct op_ctx *c)
{
	struct sv container = SV(""), name = SV("");
	struct resource *r;

	node_attr_str(c->node, "container", &container);
	if (!node_attr_str(c->node, "shared_name", &name) || !name.n)
		name = c->node->name;
	r = c->world->resource(c->world_ctx, container, name, &stub_class, stub_new, NULL, c->err);
	return r && stepres_give(c, 0, r);
}

#define ROW(what, in, out, fn)                                                                     \
	{                                                                                          \
		.name = what, .n_in = in, .n_out = out, .flags = OP_STATEFUL, .run = fn            \
	}

static const struct op_row rows[] = {
	ROW("Timestamp", 0, 1, run_timestamp),
	ROW("GraphDefVersion", 0, 1, run_version),
	ROW("IsTensorFloat32Enabled", 0, 1, run_tf32),
	ROW("DeviceIndex", 0, 1, run_device),
	ROW("SleepOp", 1, 0, sleep_for),
	ROW("SleepIdentityOp", 2, 1, run_sleep_identity),
	{.name = "DtypeWithDefaultOp", .n_in = 1, .n_out = 1, .run = run_type},
	ROW("ImmutableConst", 0, 1, run_file),
	ROW("FakeQueue", 1, 1, run_fake_queue),
	ROW("IsResourceHandleRefCounting", 1, 1, run_is_counted),
	ROW("MakeWeakResourceHandle", 1, 1, run_same),
	ROW("DisableCopyOnRead", 1, 0, run_copy_on_read),
	ROW("StubResourceHandleOp", 0, 1, run_stub),
};

OP_FAMILY(family_odds, rows);
