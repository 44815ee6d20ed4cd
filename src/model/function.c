/* Functions of the library: signature and returns; the body is a graph like any other. */
#include <stdatomic.h>
#include <string.h>

#include "model/decode.h"
#include "proto/wire.h"

struct counts {
	uint32_t ret, ctl, attrs;
	struct sv signature;
};

static bool count(struct sv bytes, struct counts *c)
{
	struct wire w = wire_of(bytes);
	struct wire_field f;

	*c = (struct counts){ .signature = SV("") };
	while (wire_next(&w, &f)) {
		if (f.type != WIRE_LEN)
			continue;
		c->ret += f.num == 4;
		c->ctl += f.num == 6;
		c->attrs += f.num == 5;
		if (f.num == 1)
			c->signature = f.s;
	}
	return !w.bad;
}

/* Value of a map<string, string> entry by key; "" when it is not there. */
static struct sv map_value(struct sv bytes, uint32_t field, struct sv key)
{
	struct wire w = wire_of(bytes);
	struct wire_field f;
	struct sv k, v;

	while (wire_next(&w, &f))
		if (f.num == field && f.type == WIRE_LEN && entry_decode(f.s, &k, &v) && sv_eq(k, key))
			return v;
	return SV("");
}

static void returns(struct function *f, struct arena *a)
{
	struct sv *names = arena_array(a, (size_t)f->def->n_out + 1, sizeof(*names));

	f->n_rets = f->def->n_out;
	for (uint32_t i = 0; i < f->n_rets; i++)
		names[i] = f->def->out[i].name;
	f->ret_name = names;
	f->edges.ret = arena_array(a, (size_t)f->n_rets + 1, sizeof(*f->edges.ret));
}

static void control_returns(struct function *f, struct arena *a, struct sv bytes, uint32_t n)
{
	struct sv *names = arena_array(a, (size_t)n + 1, sizeof(*names));
	struct wire w = wire_of(bytes);
	struct wire_field g;
	struct sv value;

	while (f->n_ctl_rets < n && wire_next(&w, &g))
		if (g.num == 6 && g.type == WIRE_LEN && entry_decode(g.s, &names[f->n_ctl_rets], &value))
			f->n_ctl_rets++;
	f->ctl_ret_name = names;
	f->edges.ctl = arena_array(a, (size_t)f->n_ctl_rets + 1, sizeof(*f->edges.ctl));
}

/* Where results come from is looked up on first use: that indexes the body's names, which a mere look
 * at a model with hundreds of functions need not pay for. */
static const struct function_edges *resolved(const struct function *f)
{
	struct function_edges *e = (struct function_edges *)&f->edges;

	if (atomic_load_explicit(&e->ready, memory_order_acquire))
		return e;
	graph_lock(f->graph);
	if (!atomic_load_explicit(&e->ready, memory_order_relaxed)) {
		for (uint32_t i = 0; i < f->n_rets; i++)
			graph_resolve(f->graph, map_value(e->bytes, 4, f->ret_name[i]), &e->ret[i], NULL);
		for (uint32_t i = 0; i < f->n_ctl_rets; i++) {
			graph_resolve(f->graph, map_value(e->bytes, 6, f->ctl_ret_name[i]), &e->ctl[i], NULL);
			e->ctl[i].slot = SLOT_CONTROL;
		}
		atomic_store_explicit(&e->ready, true, memory_order_release);
	}
	graph_unlock(f->graph);
	return e;
}

const struct edge *function_rets(const struct function *f)
{
	return resolved(f)->ret;
}

const struct edge *function_ctl_rets(const struct function *f)
{
	return resolved(f)->ctl;
}

/* ResourceHandleProto.DtypeAndShape */
static bool handle_decode(struct arena *a, struct sv bytes, enum dtype *type, struct shape *shape)
{
	struct wire w = wire_of(bytes);
	struct wire_field f;

	*type = DT_INVALID;
	*shape = (struct shape){ 0, NULL };
	while (wire_next(&w, &f)) {
		if (f.num == 1 && f.type == WIRE_VARINT && f.v < DT_COUNT)
			*type = (enum dtype)f.v;
		else if (f.num == 2 && f.type == WIRE_LEN)
			*shape = shape_decode_arena(a, f.s);
	}
	return !w.bad;
}

bool function_arg_handle(const struct function *f, uint32_t i, struct arena *a, enum dtype *type,
			 struct shape *shape)
{
	struct counts c;
	struct wire w, arg;
	struct wire_field g, h;
	uint32_t at = 0;

	if (i >= f->graph->n_args || f->graph->n_args > ARGS_LOOKED_AT || !count(f->edges.bytes, &c))
		return false;
	w = wire_of(c.signature);
	while (wire_next(&w, &g)) {
		if (g.num != 2 || g.type != WIRE_LEN || at++ != i)
			continue;
		arg = wire_of(g.s);
		while (wire_next(&arg, &h))
			if (h.num == 7 && h.type == WIRE_LEN)
				return handle_decode(a, h.s, type, shape);
	}
	return false;
}

static void attributes(struct function *f, struct arena *a, struct sv bytes, uint32_t n)
{
	struct attr *attrs = arena_array(a, (size_t)n + 1, sizeof(*attrs));
	struct wire w = wire_of(bytes);
	struct wire_field g;

	while (f->n_attrs < n && wire_next(&w, &g)) {
		struct sv value;

		if (g.num == 5 && g.type == WIRE_LEN && entry_decode(g.s, &attrs[f->n_attrs].name, &value) &&
		    attr_decode(a, value, &attrs[f->n_attrs].v, 0, NULL))
			f->n_attrs++;
	}
	f->attrs = attrs;
}

bool function_head(struct function *f, struct arena *a, struct sv bytes, struct err *err)
{
	struct opdef *def = arena_alloc(a, sizeof(*def));
	struct counts c;

	f->name = SV("");
	f->def = def;
	if (!count(bytes, &c))
		err_set(err, ERR_KIND_MODEL, ERR_DATA_LOSS, "a damaged function");
	if (!opdef_decode(a, c.signature, def, err))
		return false;
	def->is_function = true;
	f->name = def->name;
	return !err_is(err);
}

bool function_body(struct function *f, const struct metagraph *mg, struct arena *a, struct sv bytes,
		   struct err *err)
{
	struct graph *g = arena_alloc(a, sizeof(*g));
	struct counts c;
	bool ok = graph_open(g, mg, f, f->def, a, bytes, 3, err);

	f->graph = g;
	if (!g->priv)
		return false;
	count(bytes, &c);
	f->edges.bytes = bytes;
	returns(f, a);
	control_returns(f, a, bytes, c.ctl);
	attributes(f, a, bytes, c.attrs);
	return ok;
}
