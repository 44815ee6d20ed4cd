/*
 * What handles point to, made anew: nodes that build a variable, a table, a TensorArray, a stack or
 * a list from what it holds. Numbers and strings in them are inputs like any other.
 */
#include "debug/repro_inside.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ops/stack.h"
#include "ops/table.h"
#include "ops/tensorarray.h"
#include "ops/tensorlist.h"
#include "ops/var.h"

enum { PIECES_MAX = 4096 }; /* elements of a list that are put in one by one */

static const struct shape unknown = {.rank = -1};

void build_first(struct build *b, const char *node)
{
	vec_push(&b->first, xasprintf("^%s", node));
}

static const char *made_find(const struct build *b, const struct object *o)
{
	for (size_t i = 0; i < b->made.n; i++)
		if (b->made.p[i].o == o)
			return b->made.p[i].name;
	return NULL;
}

static const char *made_add(struct build *b, const struct object *o, const char *name)
{
	vec_push(&b->made, ((struct made){o, (char *)name}));
	return name;
}

static struct sv last_part(struct sv path)
{
	long slash = sv_rfind(path, '/');

	return slash < 0 || (size_t)slash + 1 == path.n ? path
							: sv_sub(path, (size_t)slash + 1, path.n);
}

/* An op that takes a handle and two values, run before the target. */
static void put_into(struct build *b, const char *op, const char *handle, const char *a,
		     const char *c, const char *ta, const char *tc, enum dtype t, enum dtype u)
{
	struct str node = STR_INIT, wish = STR_INIT;
	const char *name;

	str_addf(&wish, "%s_fill", handle);
	name = build_name(b, str_sv(&wish));
	emit_node(&node, name, op);
	emit_input(&node, handle);
	emit_input(&node, a);
	if (c)
		emit_input(&node, c);
	emit_attr_type(&node, ta, t);
	if (tc)
		emit_attr_type(&node, tc, u);
	build_node(b, &node);
	build_first(b, name);
	str_free(&wish);
}

/* ---- variables ---- */

static const char *value_of(struct build *b, const char *name, struct tensor *t, const char *kind,
			    struct err *err)
{
	struct str wish = STR_INIT, of = STR_INIT;
	const char *value;

	str_addf(&wish, "%s_value", name);
	str_addf(&of, "the %s %s", kind, name);
	value = build_value(b, str_sv(&wish), t, str_z(&of), err);
	str_free(&wish);
	str_free(&of);
	return value;
}

/* ref: as V1 makes them, whose node gives a reference. */
static const char *variable(struct build *b, const struct var *v, bool ref, struct err *err)
{
	struct sv full = sv_of(v->r.name);
	const char *name = build_name(b, ref ? last_part(full) : full), *value;
	struct str node = STR_INIT;

	emit_node(&node, name, ref ? "VariableV2" : "VarHandleOp");
	emit_attr_type(&node, "dtype", v->dtype);
	emit_attr_shape(&node, "shape", ref && v->value ? tensor_shape(v->value) : unknown);
	if (!ref)
		emit_attr_str(&node, "shared_name", full);
	build_node(b, &node);
	made_add(b, &v->r.o, name);
	if (!v->value)
		return name;
	value = value_of(b, name, v->value, "variable", err);
	if (!value)
		return NULL;
	put_into(b, ref ? "Assign" : "AssignVariableOp", name, value, NULL, ref ? "T" : "dtype", NULL,
		 v->dtype, DT_INVALID);
	return name;
}

const char *build_ref(struct build *b, const struct tensor *t, struct err *err)
{
	const struct var *v = var_of_ref(t);
	const char *name = v ? made_find(b, &v->r.o) : NULL;

	if (v)
		return name ? name : variable(b, v, true, err);
	err_set(err, ERR_KIND_UNSUPPORTED, ERR_UNIMPLEMENTED,
		"it takes a reference that is none to a variable");
	return NULL;
}

/* ---- tables ---- */

static bool pairs(const struct table *t, struct tensor **keys, struct tensor **values,
		  struct err *err)
{
	int64_t n = t->v.map.n, kdim[SHAPE_MAX_RANK + 1] = {n}, vdim[2] = {n, t->n_value};
	const struct pmap_entry **list = pmap_list(&t->v.map);
	int64_t size = table_key_size(t);
	bool ok;

	for (int d = 0; d < table_key_rank(t); d++)
		kdim[d + 1] = table_key_dim(t)[d];
	*keys = tensor_new(t->key, 1 + table_key_rank(t), kdim, err);
	*values = tensor_new(t->value, 1 + table_value_rank(t), vdim, err);
	ok = *keys && *values &&
	     (list ||
	      err_set(err, ERR_KIND_LIMIT, ERR_RESOURCE_EXHAUSTED, "no memory for a table's list"));
	for (int64_t i = 0; ok && i < n; i++)
		ok = table_put(*keys, i * size, size,
			       t->kind == TABLE_DENSE ? list[i]->aux : list[i]->key, err) &&
		     table_put(*values, i * t->n_value, t->n_value, list[i]->val, err);
	free(list);
	return ok;
}

static bool dense_keys(struct build *b, const struct table *t, struct str *node, struct err *err)
{
	const char *empty = build_value(b, SV("empty_key"), t->empty, "the table's empty key", err);
	const char *deleted = empty ? build_value(b, SV("deleted_key"), t->deleted,
						  "the table's deleted key", err)
				    : NULL;

	if (!deleted)
		return false;
	emit_input(node, empty);
	emit_input(node, deleted);
	emit_attr_float(node, "max_load_factor", t->load);
	emit_attr_int(node, "initial_num_buckets", t->v.buckets);
	return true;
}

static bool table_node(struct build *b, const struct table *t, const char *name, struct err *err)
{
	static const char *const ops[] = {"HashTableV2", "MutableHashTableV2",
					  "MutableDenseHashTableV2"};
	struct str node = STR_INIT;
	bool vectors = t->kind == TABLE_MUTABLE && t->vector;

	emit_node(&node, name, vectors ? "MutableHashTableOfTensorsV2" : ops[t->kind]);
	if (t->kind == TABLE_DENSE && !dense_keys(b, t, &node, err)) {
		str_free(&node);
		return false;
	}
	emit_attr_type(&node, "key_dtype", t->key);
	emit_attr_type(&node, "value_dtype", t->value);
	if (vectors || t->kind == TABLE_DENSE)
		emit_attr_shape(&node, "value_shape",
				(struct shape){table_value_rank(t), (int64_t[]){t->n_value}});
	emit_attr_str(&node, "shared_name", sv_of(name));
	build_node(b, &node);
	return true;
}

static const char *table(struct build *b, const struct table *t, struct err *err)
{
	const char *name = build_name(b, SV("table")), *k = NULL, *v = NULL;
	struct tensor *keys = NULL, *values = NULL;
	bool empty = t->kind == TABLE_HASH ? !t->v.initialized : !t->v.map.n;

	if (!table_node(b, t, name, err))
		return NULL;
	made_add(b, &t->r.o, name);
	if (!empty && pairs(t, &keys, &values, err)) {
		k = build_value(b, SV("table_keys"), keys, "the table's keys", err);
		v = k ? build_value(b, SV("table_values"), values, "the table's values", err)
		      : NULL;
	}
	if (v)
		put_into(b, t->kind == TABLE_HASH ? "InitializeTableV2" : "LookupTableImportV2",
			 name, k, v, t->kind == TABLE_HASH ? "Tkey" : "Tin",
			 t->kind == TABLE_HASH ? "Tval" : "Tout", t->key, t->value);
	tensor_unref(keys);
	tensor_unref(values);
	return empty || v ? name : NULL;
}

/* ---- lists ---- */

static const char *integer(struct build *b, struct sv wish, const struct tensor *t, struct err *err)
{
	const char *name = build_name(b, wish);
	struct str node = STR_INIT;

	emit_node(&node, name, "Const");
	emit_attr_type(&node, "dtype", t->dtype);
	if (!emit_attr_tensor(&node, "value", t, err))
		name = NULL;
	build_node(b, &node);
	return name;
}

static const char *number(struct build *b, struct sv wish, int64_t v, struct err *err)
{
	struct tensor *t = tensor_scalar_i64(DT_INT32, v, err);
	const char *name = t ? integer(b, wish, t, err) : NULL;

	tensor_unref(t);
	return name;
}

/* A list's element shape as its ops take it: a vector, -1 is unknown; the scalar -1 is an unknown
 * rank. */
static const char *element_shape(struct build *b, struct shape s, struct err *err)
{
	int64_t n = s.rank;
	struct tensor *t = s.rank < 0 ? tensor_scalar_i64(DT_INT64, -1, err)
				      : tensor_new(DT_INT64, 1, &n, err);
	const char *name;

	for (int d = 0; t && d < s.rank; d++)
		((int64_t *)t->data)[d] = s.dim[d];
	name = t ? integer(b, SV("element_shape"), t, err) : NULL;
	tensor_unref(t);
	return name;
}

/* All elements in one tensor: gives; NULL without an error when some are missing or differ in
 * shape. */
static struct tensor *stacked(const struct plist *l, enum dtype t, struct err *err)
{
	const struct tensor *one = l->n ? plist_get(l, 0) : NULL;
	int64_t dim[SHAPE_MAX_RANK + 1] = {l->n};
	struct tensor *all;

	if (!one || one->rank >= SHAPE_MAX_RANK || t == DT_VARIANT || t == DT_RESOURCE)
		return NULL;
	for (int64_t i = 0; i < l->n; i++) {
		const struct tensor *e = plist_get(l, i);

		if (!e || !shape_eq(tensor_shape(e), tensor_shape(one)))
			return NULL;
	}
	memcpy(dim + 1, one->dim, (size_t)one->rank * sizeof(*dim));
	all = tensor_new(t, one->rank + 1, dim, err);
	for (int64_t i = 0; all && i < l->n; i++) {
		const struct tensor *e = plist_get(l, i);

		if (t != DT_STRING && e->bytes)
			memcpy((char *)all->data + (size_t)i * e->bytes, e->data, e->bytes);
		for (int64_t k = 0; t == DT_STRING && k < e->n; k++)
			if (!tensor_str_set(all, i * e->n + k, tensor_str(e, k), err)) {
				tensor_unref(all);
				return NULL;
			}
	}
	return all;
}

static bool few_enough(const struct plist *l, const char *what, struct err *err)
{
	return l->n <= PIECES_MAX || err_set(err, ERR_KIND_LIMIT, ERR_RESOURCE_EXHAUSTED,
					     "the %s has %lld elements of different shapes, more "
					     "than the %d that are put in one by one",
					     what, (long long)l->n, PIECES_MAX);
}

static const char *list_begin(struct build *b, const struct tlist *l, const char *op,
			      const char *more, const char *first, struct err *err)
{
	const char *shape = element_shape(b, l->shape, err), *name = build_name(b, SV("list"));
	struct str node = STR_INIT;

	if (!shape)
		return NULL;
	emit_node(&node, name, op);
	if (first)
		emit_input(&node, first);
	emit_input(&node, shape);
	if (more)
		emit_input(&node, more);
	emit_attr_type(&node, "element_dtype", l->dtype);
	emit_attr_type(&node, "shape_type", DT_INT64);
	build_node(b, &node);
	return name;
}

static const char *list_piece(struct build *b, const struct tlist *l, const char *list, int64_t i,
			      struct err *err)
{
	const char *at = number(b, SV("index"), i, err);
	const char *item =
		at ? build_any(b, SV("element"), plist_get(&l->v, i), "an element of a list", err)
		   : NULL;
	const char *name = item ? build_name(b, SV("list")) : NULL;
	struct str node = STR_INIT;

	if (!name)
		return NULL;
	emit_node(&node, name, "TensorListSetItem");
	emit_input(&node, list);
	emit_input(&node, at);
	emit_input(&node, item);
	emit_attr_type(&node, "element_dtype", l->dtype);
	build_node(b, &node);
	return name;
}

static const char *list_pieces(struct build *b, const struct tlist *l, struct err *err)
{
	const char *count =
		few_enough(&l->v, "list", err) ? number(b, SV("count"), l->v.n, err) : NULL;
	const char *list = count ? list_begin(b, l, "TensorListReserve", count, NULL, err) : NULL;

	for (int64_t i = 0; list && i < l->v.n; i++)
		if (plist_get(&l->v, i))
			list = list_piece(b, l, list, i, err);
	return list;
}

static const char *list(struct build *b, struct sv wish, const struct tlist *l, const char *of,
			struct err *err)
{
	struct tensor *all = stacked(&l->v, l->dtype, err);
	const char *name = NULL;

	if (all) {
		const char *t = build_value(b, wish, all, of, err);

		name = t ? list_begin(b, l, "TensorListFromTensor", NULL, t, err) : NULL;
	} else if (!err_is(err) && !l->v.n) {
		const char *max = number(b, SV("max_elements"), l->max, err);

		name = max ? list_begin(b, l, "EmptyTensorList", max, NULL, err) : NULL;
	} else if (!err_is(err)) {
		name = list_pieces(b, l, err);
	}
	tensor_unref(all);
	return name;
}

/* ---- TensorArrays ---- */

static bool array_put(struct build *b, const struct ta *a, const char *array, int64_t i,
		      struct err *err)
{
	struct str flow = STR_INIT, node = STR_INIT;
	const char *at = number(b, SV("index"), i, err);
	const char *v = at ? build_value(b, SV("element"), plist_get(&a->s.value, i),
					 "an element of the TensorArray", err)
			   : NULL;
	const char *name = v ? build_name(b, SV("write")) : NULL;

	if (!name)
		return false;
	emit_node(&node, name, "TensorArrayWriteV3");
	emit_input(&node, array);
	emit_input(&node, at);
	emit_input(&node, v);
	str_addf(&flow, "%s:1", array);
	emit_input(&node, str_z(&flow));
	emit_attr_type(&node, "T", a->dtype);
	build_node(b, &node);
	build_first(b, name);
	str_free(&flow);
	return true;
}

static const char *array(struct build *b, const struct ta *a, struct err *err)
{
	const char *n = few_enough(&a->s.value, "TensorArray", err)
				? number(b, SV("size"), a->s.value.n, err)
				: NULL;
	const char *name = n ? build_name(b, SV("TensorArray")) : NULL;
	struct str node = STR_INIT;

	if (!name)
		return NULL;
	emit_node(&node, name, "TensorArrayV3");
	emit_input(&node, n);
	emit_attr_type(&node, "dtype", a->dtype);
	emit_attr_shape(&node, "element_shape", (struct shape){a->s.rank, a->s.dim});
	emit_attr_bool(&node, "dynamic_size", a->s.dynamic);
	emit_attr_bool(&node, "clear_after_read", a->clears);
	emit_attr_bool(&node, "identical_element_shapes", a->same_shape);
	emit_attr_str(&node, "tensor_array_name", sv_of(name));
	build_node(b, &node);
	made_add(b, &a->r.o, name);
	for (int64_t i = 0; i < a->s.value.n; i++)
		if (plist_get(&a->s.value, i) && !array_put(b, a, name, i, err))
			return NULL;
	return name;
}

/* ---- stacks ---- */

static bool stack_push(struct build *b, const struct stack *s, const char *stack, int64_t i,
		       struct err *err)
{
	const char *v =
		build_value(b, SV("element"), plist_get(&s->v, i), "an element of the stack", err);
	const char *name = v ? build_name(b, SV("push")) : NULL;
	struct str node = STR_INIT;

	if (!name)
		return false;
	emit_node(&node, name, "StackPushV2");
	emit_input(&node, stack);
	emit_input(&node, v);
	for (size_t k = 0; k < b->first.n; k++) /* in their order */
		emit_input(&node, b->first.p[k]);
	emit_attr_type(&node, "T", s->dtype);
	build_node(b, &node);
	build_first(b, name);
	return true;
}

static const char *stack(struct build *b, const struct stack *s, struct err *err)
{
	const char *max =
		few_enough(&s->v, "stack", err) ? number(b, SV("max_size"), s->max, err) : NULL;
	struct sv shown = sv_of(s->shown);
	const char *name =
		max ? build_name(b,
				 sv_ends(shown, SV("_0")) ? sv_sub(shown, 0, shown.n - 2) : shown)
		    : NULL;
	struct str node = STR_INIT;

	if (!name)
		return NULL;
	emit_node(&node, name, "StackV2");
	emit_input(&node, max);
	emit_attr_type(&node, "elem_type", s->dtype);
	emit_attr_str(&node, "stack_name", sv_of(name));
	build_node(b, &node);
	made_add(b, &s->r.o, name);
	for (int64_t i = 0; i < s->v.n; i++)
		if (!stack_push(b, s, name, i, err))
			return NULL;
	return name;
}

/* ---- any ---- */

const char *build_handle(struct build *b, struct sv wish, const struct tensor *t, const char *of,
			 struct err *err)
{
	struct object *o = t->n == 1 ? *(struct object **)t->data : NULL;
	const char *name = o ? made_find(b, o) : NULL;

	if (name)
		return name;
	if (o && o->cls == &var_class.object)
		return variable(b, (struct var *)o, false, err);
	if (o && o->cls == &table_class.object)
		return table(b, (struct table *)o, err);
	if (o && o->cls == &ta_class.object)
		return array(b, (struct ta *)o, err);
	if (o && o->cls == &stack_class.object)
		return stack(b, (struct stack *)o, err);
	if (o && t->dtype == DT_VARIANT && tlist_of(o))
		return list(b, wish, tlist_of(o), of, err);
	err_set(err, ERR_KIND_UNSUPPORTED, ERR_UNIMPLEMENTED,
		"%s is a %s, which cannot be made anew outside its model", of,
		!o ? "handle of nothing" : o->cls->name);
	return NULL;
}

const char *build_any(struct build *b, struct sv wish, struct tensor *t, const char *of,
		      struct err *err)
{
	if (t->dtype == DT_RESOURCE || t->dtype == DT_VARIANT)
		return build_handle(b, wish, t, of, err);
	return build_value(b, wish, t, of, err);
}
