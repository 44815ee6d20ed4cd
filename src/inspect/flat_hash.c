/* Hashes of items: alone, with all that is above, with all that is below. */
#include <stdlib.h>

#include "base/map.h"
#include "base/intr.h"
#include "inspect/flat.h"
#include "model/decode.h"

enum { CONTENT_BYTES = 1 << 16 };

uint64_t flat_mix(uint64_t h, uint64_t x)
{
	h ^= x + 0x9e3779b97f4a7c15u + (h << 6) + (h >> 2);
	h ^= h >> 31;
	h *= 0xbf58476d1ce4e5b9u;
	return h ^ h >> 29;
}

uint64_t flat_text(struct sv s)
{
	return map_hash(s);
}

/* ---- attributes ---- */

bool flat_attr_tells(const struct attr *a)
{
	static const char *const idle[] = {
		"shared_name", "container",    "debug_name",	      "config_proto",  "config",
		"value",       "output_shapes", "parallel_iterations", "swap_memory",	 "executor_type",
		"use_locking", "is_stateless", "use_cudnn_on_gpu",    "validate_shape", "allowed_devices",
		"tensor_array_name", "stack_name", "lower_using_switch_merge", NULL,
	};

	for (const char *const *p = idle; *p; p++)
		if (sv_is(a->name, *p))
			return false;
	return a->name.n && a->name.p[0] != '_' && a->v.kind != ATTR_FUNC &&
	       !(a->v.kind == ATTR_LIST && a->v.n && a->v.items[0].kind == ATTR_FUNC);
}

uint64_t flat_attr_hash(const struct attr_value *v)
{
	uint64_t h = flat_mix(7, (uint64_t)v->kind);
	uint32_t bits;

	switch (v->kind) {
	case ATTR_FLOAT:
		memcpy(&bits, &v->f, sizeof(bits));
		return flat_mix(h, bits);
	case ATTR_SHAPE:
		h = flat_mix(h, (uint64_t)v->shape.rank);
		for (int i = 0; i < v->shape.rank; i++)
			h = flat_mix(h, (uint64_t)v->shape.dim[i]);
		return h;
	case ATTR_LIST:
		h = flat_mix(h, v->n);
		for (uint32_t i = 0; i < v->n; i++)
			h = flat_mix(h, flat_attr_hash(&v->items[i]));
		return h;
	case ATTR_INT: case ATTR_BOOL: case ATTR_TYPE:
		return flat_mix(h, (uint64_t)v->i);
	default:
		return flat_mix(h, flat_text(v->s));
	}
}

bool flat_attr_set(const struct node *n, const struct attr *a)
{
	for (uint32_t i = 0; n->def && i < n->def->n_attrs; i++) {
		const struct opdef_attr *d = &n->def->attrs[i];

		if (sv_eq(d->name, a->name))
			return !d->has_default || !opdef_attr_default(d) ||
			       flat_attr_hash(opdef_attr_default(d)) != flat_attr_hash(&a->v);
	}
	return true;
}

/* ---- one item ---- */

struct sv flat_op_name(struct sv op)
{
	if (sv_is(op, "StatelessWhile") || sv_is(op, "StatelessIf") || sv_is(op, "StatelessCase"))
		return sv_sub(op, sizeof("Stateless") - 1, op.n);
	return op;
}

struct tensor *flat_const(const struct node *n)
{
	struct sv bytes;

	return n && node_attr_tensor(n, "value", &bytes) ? tensorproto_decode(bytes, NULL) : NULL;
}

static uint64_t tensor_hash(const struct tensor *t)
{
	uint64_t h = flat_mix((uint64_t)t->dtype, (uint64_t)t->rank);

	for (int i = 0; i < t->rank; i++)
		h = flat_mix(h, (uint64_t)t->dim[i]);
	if (t->dtype != DT_STRING)
		return flat_mix(h, map_hash((struct sv){ t->data, t->bytes }));
	for (int64_t i = 0; i < t->n; i++)
		h = flat_mix(h, map_hash(tensor_str(t, i)));
	return h;
}

/* Is it a weight rather than a setting? */
static bool is_weight(enum dtype t)
{
	enum dtype_kind k = dtype_info(t)->kind;

	return k == DK_FLOAT || k == DK_COMPLEX;
}

/* Of how large it is the weights' own comparison tells. */
static uint64_t weight_hash(enum dtype t, struct shape s)
{
	return flat_mix(flat_mix(11, (uint64_t)t), (uint64_t)s.rank);
}

/* A large constant is hashed as it is written. */
static void const_hash(const struct flat *f, struct item *it)
{
	const struct node *n = flat_node(f, it);
	struct sv bytes;
	struct tensor *t = n && node_attr_tensor(n, "value", &bytes) && bytes.n <= CONTENT_BYTES
				   ? flat_const(n) : NULL;

	if (!t) {
		it->local = flat_mix(13, n && n->n_out ? (uint64_t)n->out_type[0] : 0);
		it->strong = n && node_attr_tensor(n, "value", &bytes)
				     ? flat_mix(it->local, map_hash(bytes)) : it->local;
		return;
	}
	it->strong = tensor_hash(t);
	it->local = is_weight(t->dtype) ? weight_hash(t->dtype, tensor_shape(t)) : it->strong;
	tensor_unref(t);
}

/* The checkpoint's own checksum stands for the values. */
static void variable_hash(const struct flat *f, struct item *it)
{
	uint32_t n;
	const struct variable *v = metagraph_variables(f->mg, &n);
	struct bundle *b;
	const struct bundle_entry *e;

	if (it->index < 0 || (uint32_t)it->index >= n) {
		it->local = it->strong = 17;
		return;
	}
	v += it->index;
	it->local = it->strong = weight_hash(v->dtype, v->shape);
	b = v->entry >= 0 ? model_bundle(f->mg->model, NULL) : NULL;
	e = b ? bundle_at(b, v->entry) : NULL;
	if (e)
		it->strong = flat_mix(flat_mix(it->local, e->crc), (uint64_t)e->size);
}

static void node_hash(const struct flat *f, struct item *it)
{
	const struct node *n = flat_node(f, it);
	uint64_t h = flat_mix(3, n && n->callee ? 5 : flat_text(flat_op_name(flat_op(f, it))));

	for (uint32_t i = 0; n && i < n->n_attrs; i++)
		if (flat_attr_tells(&n->attrs[i]) && flat_attr_set(n, &n->attrs[i]))
			h = flat_mix(h, flat_mix(flat_text(n->attrs[i].name),
						 flat_attr_hash(&n->attrs[i].v)));
	it->local = it->strong = h;
}

static void local_hash(const struct flat *f, struct item *it)
{
	switch (it->kind) {
	case ITEM_NODE:
		node_hash(f, it);
		break;
	case ITEM_CONST:
		const_hash(f, it);
		break;
	case ITEM_VARIABLE:
		variable_hash(f, it);
		break;
	case ITEM_ASSET:
		it->local = it->strong = 19;
		break;
	default:
		it->local = it->strong = flat_mix(23 + (uint64_t)it->kind, it->token);
	}
}

/* ---- all of them ---- */

/* Up to here with what is above; an edge that closes a cycle counts as it was the round before. */
static bool up(struct flat *f, bool again)
{
	bool cycles = false;

	for (size_t k = 0; k < f->item.n; k++) {
		struct item *it = &f->item.p[f->order[k]];
		uint64_t weak = it->local, strong = again ? it->down : it->strong;

		if (!again)
			it->down = it->strong; /* the strong local one, for the second round */
		for (uint32_t i = 0; i < it->n_in; i++) {
			const struct flat_ref *r = &f->ref.p[it->in + i];
			const struct item *from = r->item == ITEM_NONE ? NULL : &f->item.p[r->item];
			bool back = from && from->place >= it->place;

			cycles |= back;
			if (!from || (back && !again)) {
				weak = flat_mix(weak, 29);
				strong = flat_mix(strong, 29);
				continue;
			}
			weak = flat_mix(flat_mix(weak, from->weak), r->slot);
			strong = flat_mix(flat_mix(strong, from->strong), r->slot);
		}
		it->weak = it->n_in ? weak : it->local;
		it->strong = strong;
	}
	return cycles;
}

static void down(struct flat *f)
{
	for (size_t i = 0; i < f->item.n; i++)
		f->item.p[i].down = 0;
	for (size_t i = 0; i < f->root.n; i++)
		if (f->root.p[i].ref.item != ITEM_NONE)
			f->item.p[f->root.p[i].ref.item].down +=
				flat_mix(f->root.p[i].token, f->root.p[i].ref.slot);
	for (size_t k = f->item.n; k-- > 0;) {
		struct item *it = &f->item.p[f->order[k]];

		it->down = flat_mix(it->kind == ITEM_NODE ? it->local : (uint64_t)it->kind, it->down);
		for (uint32_t i = 0; i < it->n_in; i++) {
			const struct flat_ref *r = &f->ref.p[it->in + i];

			if (r->item != ITEM_NONE && f->item.p[r->item].place < it->place)
				f->item.p[r->item].down += flat_mix(flat_mix(it->down, i), r->slot);
		}
	}
}

void flat_hashes(struct flat *f)
{
	for (size_t i = 0; i < f->item.n && !intr_pending(); i++)
		local_hash(f, &f->item.p[i]);
	if (up(f, false))
		up(f, true);
	down(f);
}
