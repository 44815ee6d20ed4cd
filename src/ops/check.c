/*
 * What an op's definition says of a node, checked before it runs: how many inputs, attributes within their
 * limits. A damaged or hand-made graph may break any of it, and kernels rely on all of it.
 */
#include "ops/check.h"

#include <string.h>

#include "base/str.h"

static bool name_copy(char *to, size_t size, struct sv name)
{
	if (name.n >= size)
		return false;
	memcpy(to, name.p, name.n);
	to[name.n] = 0;
	return true;
}

/* Inputs that the definition and the attrs ask for; -1: they do not say. */
static int64_t wanted_inputs(const struct node *n)
{
	const struct attr_value *items;
	int64_t total = 0, k;
	char name[64];
	uint32_t count;

	for (int i = 0; i < n->def->n_in; i++) {
		const struct opdef_arg *a = &n->def->in[i];

		if (a->type_list_attr.n) {
			if (!name_copy(name, sizeof(name), a->type_list_attr) ||
			    !node_attr_list(n, name, &items, &count))
				return -1;
			total += count;
		} else if (a->number_attr.n) {
			if (!name_copy(name, sizeof(name), a->number_attr) || !node_attr_int(n, name, &k) || k < 0 ||
			    k > INT32_MAX)
				return -1;
			total += k;
		} else {
			total++;
		}
	}
	return total;
}

static bool inputs_ok(const struct node *n, struct err *err)
{
	int64_t want = wanted_inputs(n);

	if (want < 0)
		return err_set(err, ERR_KIND_MODEL, ERR_INVALID_ARGUMENT,
			       "%.*s (op %.*s): an attribute that counts its inputs is missing or out of range",
			       SV_ARG(n->name), SV_ARG(n->op));
	if (want != (int64_t)n->n_in)
		return err_set(err, ERR_KIND_MODEL, ERR_INVALID_ARGUMENT,
			       "%.*s (op %.*s): has %u inputs, the op takes %lld", SV_ARG(n->name),
			       SV_ARG(n->op), n->n_in, (long long)want);
	return true;
}

static bool at_least(const struct node *n, const struct opdef_attr *d, const struct attr_value *v, struct err *err)
{
	if (v->kind == ATTR_INT && v->i < d->minimum)
		return err_set(err, ERR_KIND_MODEL, ERR_INVALID_ARGUMENT,
			       "Value for attr '%.*s' of %lld must be at least minimum %lld", SV_ARG(d->name),
			       (long long)v->i, (long long)d->minimum);
	if (v->kind == ATTR_LIST && v->n < d->minimum)
		return err_set(err, ERR_KIND_MODEL, ERR_INVALID_ARGUMENT,
			       "Length for attr '%.*s' of %u must be at least minimum %lld", SV_ARG(d->name), v->n,
			       (long long)d->minimum);
	(void)n;
	return true;
}

static bool is_one_of(const struct attr_value *v, const struct attr_value *list)
{
	for (uint32_t i = 0; i < list->n; i++) {
		const struct attr_value *a = &list->items[i];

		if (a->kind == v->kind && (a->kind == ATTR_STRING ? sv_eq(a->s, v->s) : a->i == v->i))
			return true;
	}
	return false;
}

static void value_text(struct str *s, const struct attr_value *v)
{
	if (v->kind == ATTR_STRING) {
		str_addc(s, '"');
		str_escaped(s, v->s);
		str_addc(s, '"');
	} else {
		str_addz(s, dtype_text((enum dtype)v->i));
	}
}

static bool refused(const struct opdef_attr *d, const struct attr_value *v, const struct attr_value *allowed,
		    struct err *err)
{
	struct str s = STR_INIT;

	str_addf(&s, "Value for attr '%.*s' of ", SV_ARG(d->name));
	value_text(&s, v);
	str_addz(&s, " is not in the list of allowed values: ");
	for (uint32_t i = 0; i < allowed->n; i++) {
		str_addz(&s, i ? ", " : "");
		value_text(&s, &allowed->items[i]);
	}
	err_set(err, ERR_KIND_MODEL, ERR_INVALID_ARGUMENT, "%s", str_z(&s));
	str_free(&s);
	return false;
}

static bool attr_ok(const struct node *n, const struct opdef_attr *d, struct err *err)
{
	const struct attr_value *allowed = opdef_attr_allowed(d);
	char name[64];
	const struct attr *a;

	if ((!d->has_minimum && !allowed) || !name_copy(name, sizeof(name), d->name))
		return true;
	a = node_attr(n, name);
	if (!a)
		return true;	/* the default is within its own limits; a missing one is said elsewhere */
	if (d->has_minimum && !at_least(n, d, &a->v, err))
		return false;
	if (allowed && (a->v.kind == ATTR_STRING || a->v.kind == ATTR_TYPE) && !is_one_of(&a->v, allowed))
		return refused(d, &a->v, allowed, err);
	for (uint32_t i = 0; allowed && a->v.kind == ATTR_LIST && i < a->v.n; i++)
		if (!is_one_of(&a->v.items[i], allowed))
			return refused(d, &a->v.items[i], allowed, err);
	return true;
}

bool check_definition(const struct node *n, struct err *err)
{
	if (!n->def)
		return true;
	for (int i = 0; i < n->def->n_attrs; i++)
		if (!attr_ok(n, &n->def->attrs[i], err))
			return err_at(err, "node %.*s (%.*s)", SV_ARG(n->name), SV_ARG(n->op));
	return inputs_ok(n, err);
}
