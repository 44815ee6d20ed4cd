/*
 * The table of op definitions: wire bytes sorted by name (opdef_table.inc), decoded when asked for
 * and then kept for good. opdef_offset[i] to [i + 1] are op i's bytes in the pool.
 */
#include "model/opdef.h"

#include <pthread.h>
#include <stdatomic.h>

#include "base/map.h"
#include "model/decode.h"
#include "proto/wire.h"

#include "model/opdef_table.inc"

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct arena *arena;
static _Atomic(const struct opdef *) cache[OPDEF_N];

static struct sv bytes_of(int i)
{
	return (struct sv){ opdef_pool + opdef_offset[i], opdef_offset[i + 1] - opdef_offset[i] };
}

static struct sv first_string(struct sv bytes)
{
	struct wire w = wire_of(bytes);
	struct wire_field f;

	while (wire_next(&w, &f))
		if (f.num == 1 && f.type == WIRE_LEN)
			return f.s;
	return SV("");
}

static bool arg_decode(struct sv bytes, struct opdef_arg *a)
{
	struct wire w = wire_of(bytes);
	struct wire_field f;

	while (wire_next(&w, &f)) {
		if (f.num == 1 && f.type == WIRE_LEN)
			a->name = f.s;
		else if (f.num == 3 && f.type == WIRE_VARINT)
			a->type = f.v < DT_REF + DT_COUNT ? (enum dtype)f.v : DT_INVALID;
		else if (f.num == 4 && f.type == WIRE_LEN)
			a->type_attr = f.s;
		else if (f.num == 5 && f.type == WIRE_LEN)
			a->number_attr = f.s;
		else if (f.num == 6 && f.type == WIRE_LEN)
			a->type_list_attr = f.s;
		else if (f.num == 16 && f.type == WIRE_VARINT)
			a->is_ref = f.v != 0;
	}
	return !w.bad;
}

static bool attrdef_decode(struct sv bytes, struct opdef_attr *a)
{
	struct wire w = wire_of(bytes);
	struct wire_field f;

	while (wire_next(&w, &f)) {
		if (f.num == 1 && f.type == WIRE_LEN)
			a->name = f.s;
		else if (f.num == 2 && f.type == WIRE_LEN)
			a->type = f.s;
		else if (f.num == 3 && f.type == WIRE_LEN)
			a->has_default = true, a->default_value = f.s;
		else if (f.num == 5 && f.type == WIRE_VARINT)
			a->has_minimum = f.v != 0;
		else if (f.num == 6 && f.type == WIRE_VARINT)
			a->minimum = (int64_t)f.v;
		else if (f.num == 7 && f.type == WIRE_LEN)
			a->allowed = f.s;
	}
	return !w.bad;
}

static int32_t deprecation(struct sv bytes)
{
	struct wire w = wire_of(bytes);
	struct wire_field f;
	int32_t v = 0;

	while (wire_next(&w, &f))
		if (f.num == 1 && f.type == WIRE_VARINT)
			v = (int32_t)f.v;
	return v;
}

bool opdef_decode(struct arena *a, struct sv bytes, struct opdef *def, struct err *err)
{
	struct wire w = wire_of(bytes), again = w;
	struct wire_field f;
	struct opdef_arg *in, *out;
	struct opdef_attr *attrs;
	size_t n_in = 0, n_out = 0, n_attrs = 0;
	bool ok = true;

	*def = (struct opdef){ .name = SV("") };
	while (wire_next(&w, &f)) {
		n_in += f.num == 2 && f.type == WIRE_LEN;
		n_out += f.num == 3 && f.type == WIRE_LEN;
		n_attrs += f.num == 4 && f.type == WIRE_LEN;
	}
	if (w.bad || n_in > UINT16_MAX || n_out > UINT16_MAX || n_attrs > UINT16_MAX)
		return err_set(err, ERR_KIND_MODEL, ERR_DATA_LOSS, "a damaged op definition");
	def->in = in = arena_array(a, n_in, sizeof(*in));
	def->out = out = arena_array(a, n_out, sizeof(*out));
	def->attrs = attrs = arena_array(a, n_attrs, sizeof(*attrs));
	while (ok && wire_next(&again, &f)) {
		bool len = f.type == WIRE_LEN, flag = f.type == WIRE_VARINT && f.v;

		if (f.num == 1 && len)
			def->name = f.s;
		else if (f.num == 2 && len)
			ok = arg_decode(f.s, &in[def->n_in++]);
		else if (f.num == 3 && len)
			ok = arg_decode(f.s, &out[def->n_out++]);
		else if (f.num == 4 && len)
			ok = attrdef_decode(f.s, &attrs[def->n_attrs++]);
		else if (f.num == 8 && len)
			def->deprecated_version = deprecation(f.s);
		else if (f.num == 16)
			def->aggregate = flag;
		else if (f.num == 17)
			def->stateful = flag;
		else if (f.num == 18)
			def->commutative = flag;
		else if (f.num == 19)
			def->allows_uninitialized = flag;
	}
	return ok || err_set(err, ERR_KIND_MODEL, ERR_DATA_LOSS, "a damaged op definition");
}

int opdef_n(void)
{
	return OPDEF_N;
}

const struct opdef *opdef_at(int i)
{
	const struct opdef *d = atomic_load_explicit(&cache[i], memory_order_acquire);
	struct opdef *made;

	if (d)
		return d;
	pthread_mutex_lock(&lock);
	d = atomic_load(&cache[i]);
	if (!d) {
		if (!arena)
			arena = arena_new();
		made = arena_alloc(arena, sizeof(*made));
		opdef_decode(arena, bytes_of(i), made, NULL);
		d = made;
		atomic_store_explicit(&cache[i], d, memory_order_release);
	}
	pthread_mutex_unlock(&lock);
	return d;
}

const struct opdef *opdef_find(struct sv name)
{
	int lo = 0, hi = OPDEF_N;

	while (lo < hi) {
		int mid = lo + (hi - lo) / 2, c = sv_cmp(first_string(bytes_of(mid)), name);

		if (c == 0)
			return opdef_at(mid);
		if (c < 0)
			lo = mid + 1;
		else
			hi = mid;
	}
	return NULL;
}

/* Defaults of built-in ops only (a FunctionDef's attributes have none), so that nothing here can
 * outlive the bytes it was made from. */
static const struct attr_value *decoded(struct sv bytes)
{
	static struct map made = MAP_INIT;	/* by where the AttrValue's bytes stand in the pool */
	const char *p = bytes.p;
	struct attr_value *v;
	uint64_t got = 0;

	if (p < opdef_pool || p >= opdef_pool + sizeof(opdef_pool))
		return NULL;
	pthread_mutex_lock(&lock);
	if (!arena)
		arena = arena_new();
	if (!map_get(&made, (struct sv){ (const char *)&p, sizeof(p) }, &got)) {
		v = arena_alloc(arena, sizeof(*v));
		attr_decode(arena, bytes, v, 0, NULL);
		got = (uintptr_t)v;
		map_add(&made, arena_sv(arena, (struct sv){ (const char *)&p, sizeof(p) }), got);
	}
	pthread_mutex_unlock(&lock);
	return (const struct attr_value *)(uintptr_t)got;
}

const struct attr_value *opdef_attr_default(const struct opdef_attr *d)
{
	return decoded(d->default_value);
}

const struct attr_value *opdef_attr_allowed(const struct opdef_attr *d)
{
	return d->allowed.n ? decoded(d->allowed) : NULL;
}
