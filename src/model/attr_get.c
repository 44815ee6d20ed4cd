/* A node's attributes: lookup with the op definition's defaults, and printing. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "model/decode.h"

const struct attr *node_attr(const struct node *n, const char *name)
{
	uint32_t lo = 0, hi = n->n_attrs;
	struct sv want = sv_of(name);

	while (lo < hi) {
		uint32_t mid = lo + (hi - lo) / 2;
		int c = sv_cmp(n->attrs[mid].name, want);

		if (c == 0)
			return &n->attrs[mid];
		if (c < 0)
			lo = mid + 1;
		else
			hi = mid;
	}
	return NULL;
}

/* Lists of a default are decoded into a short-lived arena only by node_attr_list's caller; every default that
 * TensorFlow has for a list is short. */
bool node_attr_value(const struct node *n, const char *name, struct attr_value *v)
{
	const struct attr *a = node_attr(n, name);
	const struct attr_value *dv = a ? &a->v : NULL;

	for (uint32_t i = 0; !dv && n->def && i < n->def->n_attrs; i++)
		if (n->def->attrs[i].has_default && sv_is(n->def->attrs[i].name, name))
			dv = opdef_attr_default(&n->def->attrs[i]);
	if (dv)
		*v = *dv;
	return dv != NULL;
}

static bool lookup(const struct node *n, const char *name, enum attr_kind kind, struct attr_value *v)
{
	return node_attr_value(n, name, v) && v->kind == kind;
}

bool node_attr_int(const struct node *n, const char *name, int64_t *out)
{
	struct attr_value v;

	if (!lookup(n, name, ATTR_INT, &v))
		return false;
	*out = v.i;
	return true;
}

bool node_attr_float(const struct node *n, const char *name, float *out)
{
	struct attr_value v;

	if (!lookup(n, name, ATTR_FLOAT, &v))
		return false;
	*out = v.f;
	return true;
}

bool node_attr_bool(const struct node *n, const char *name, bool *out)
{
	struct attr_value v;

	if (!lookup(n, name, ATTR_BOOL, &v))
		return false;
	*out = v.i != 0;
	return true;
}

bool node_attr_type(const struct node *n, const char *name, enum dtype *out)
{
	struct attr_value v;

	if (!lookup(n, name, ATTR_TYPE, &v) || v.i < 0 || v.i >= DT_REF + DT_COUNT)
		return false;
	*out = dtype_base((enum dtype)v.i);
	return true;
}

bool node_attr_str(const struct node *n, const char *name, struct sv *out)
{
	struct attr_value v;

	if (!lookup(n, name, ATTR_STRING, &v))
		return false;
	*out = v.s;
	return true;
}

bool node_attr_shape(const struct node *n, const char *name, struct shape *out)
{
	struct attr_value v;

	if (!lookup(n, name, ATTR_SHAPE, &v))
		return false;
	*out = v.shape;
	return true;
}

bool node_attr_tensor(const struct node *n, const char *name, struct sv *bytes)
{
	struct attr_value v;

	if (!lookup(n, name, ATTR_TENSOR, &v))
		return false;
	*bytes = v.s;
	return true;
}

bool node_attr_func(const struct node *n, const char *name, struct sv *function)
{
	struct attr_value v;

	if (!lookup(n, name, ATTR_FUNC, &v))
		return false;
	*function = v.s;
	return true;
}

bool node_attr_list(const struct node *n, const char *name, const struct attr_value **items,
		    uint32_t *count)
{
	struct attr_value v;

	if (!lookup(n, name, ATTR_LIST, &v))
		return false;
	*items = v.items;
	*count = v.n;
	return true;
}

static void print_string(struct str *out, struct sv s)
{
	str_addc(out, '"');
	if (s.n > 200) {
		str_escaped(out, sv_sub(s, 0, 200));
		str_addf(out, "...\" (%zu bytes)", s.n);
		return;
	}
	str_escaped(out, s);
	str_addc(out, '"');
}

static void print_type(struct str *out, int64_t t)
{
	const char *name = dtype_enum_name((int)t);

	if (name && t <= INT32_MAX)
		str_addz(out, name);
	else
		str_addf(out, "dtype %" PRId64, t);
}

static void print_tensor_attr(struct str *out, struct sv bytes)
{
	struct err e = { 0 };
	struct tensor *t = tensorproto_decode(bytes, &e);

	if (!t) {
		str_addz(out, "{damaged tensor}");
		err_clear(&e);
		return;
	}
	str_addf(out, "{%s ", dtype_info(t->dtype)->name);
	shape_str(out, tensor_shape(t));
	str_addc(out, '}');
	tensor_unref(t);
}

static void print_depth(struct str *out, const struct attr_value *v, int depth)
{
	if (depth > 8) {
		str_addz(out, "...");
		return;
	}
	switch (v->kind) {
	case ATTR_STRING:
		print_string(out, v->s);
		break;
	case ATTR_INT:
		str_addf(out, "%" PRId64, v->i);
		break;
	case ATTR_FLOAT:
		str_addf(out, "%.9g", (double)v->f);
		break;
	case ATTR_BOOL:
		str_addz(out, v->i ? "true" : "false");
		break;
	case ATTR_TYPE:
		print_type(out, v->i);
		break;
	case ATTR_SHAPE:
		shape_str(out, v->shape);
		break;
	case ATTR_TENSOR:
		print_tensor_attr(out, v->s);
		break;
	case ATTR_FUNC:
		str_escaped(out, v->s);
		for (uint32_t i = 0; i < v->n; i++) {
			str_addz(out, i ? ", " : "(");
			str_escaped(out, v->names[i]);
			str_addc(out, '=');
			print_depth(out, &v->items[i], depth + 1);
		}
		if (v->n)
			str_addc(out, ')');
		break;
	case ATTR_PLACEHOLDER:
		str_addc(out, '$');
		str_escaped(out, v->s);
		break;
	case ATTR_LIST:
		str_addc(out, '[');
		for (uint32_t i = 0; i < v->n && i < 64; i++) {
			if (i)
				str_addz(out, ", ");
			print_depth(out, &v->items[i], depth + 1);
		}
		str_addz(out, v->n > 64 ? ", ...]" : "]");
		break;
	default:
		str_addz(out, "?");
	}
}

void attr_print(struct str *out, const struct attr_value *v)
{
	print_depth(out, v, 0);
}
