/* Types widened by the op's definition; see wide.h. */
#include "debug/wide.h"

#include <string.h>

#include "debug/apart.h"

enum dtype wide_type(enum dtype t)
{
	switch (t) {
	case DT_FLOAT:
	case DT_HALF:
	case DT_BFLOAT16:
		return DT_DOUBLE;
	case DT_COMPLEX64:
		return DT_COMPLEX128;
	default:
		return t;
	}
}

bool wide_is_narrow(enum dtype t)
{
	return wide_type(t) != t;
}

bool wide_is_pure(const struct op_row *row)
{
	return row && row->run && !row->resume && !(row->flags & ~(unsigned)OP_VIEW);
}

/* Their result is about the type itself. */
static bool is_about_type(struct sv op)
{
	static const char *const names[] = {"Bitcast", "NextAfter", NULL};

	for (const char *const *p = names; *p; p++)
		if (sv_is(op, *p))
			return true;
	return false;
}

/* ---- attributes ---- */

static void widen(struct attr_value *v)
{
	if (v->kind == ATTR_TYPE)
		v->i = wide_type((enum dtype)v->i);
}

/* A type that the file leaves out is the definition's. */
static bool add_default(struct attr *list, uint32_t *n, const struct opdef_attr *d)
{
	const struct attr_value *v =
		d->has_default && sv_is(d->type, "type") ? opdef_attr_default(d) : NULL;
	uint32_t at = 0;

	if (!v || v->kind != ATTR_TYPE || !wide_is_narrow((enum dtype)v->i))
		return false;
	while (at < *n && sv_cmp(list[at].name, d->name) < 0)
		at++;
	if (at < *n && sv_eq(list[at].name, d->name))
		return false;
	memmove(&list[at + 1], &list[at], (*n - at) * sizeof(*list));
	list[at] = (struct attr){.name = d->name, .v = *v};
	(*n)++;
	return true;
}

static void widen_attrs(const struct node *from, struct node *to, struct arena *a)
{
	const struct opdef *def = from->def;
	struct attr *list = arena_array(a, (size_t)from->n_attrs + def->n_attrs + 1, sizeof(*list));
	enum dtype *out = arena_array(a, (size_t)from->n_out + 1, sizeof(*out));

	to->n_attrs = from->n_attrs;
	if (from->n_attrs)
		memcpy(list, from->attrs, from->n_attrs * sizeof(*list));
	for (uint16_t i = 0; i < def->n_attrs; i++)
		add_default(list, &to->n_attrs, &def->attrs[i]);
	for (uint32_t i = 0; i < to->n_attrs; i++)
		widen(&list[i].v);
	for (uint32_t i = 0; i < from->n_out; i++)
		out[i] = wide_type(from->out_type[i]);
	to->attrs = list;
	to->out_type = out;
}

/* Which inputs an attribute of one type rules (a form takes all); false: a float's type is fixed.
 */
static bool casts_of(const struct node *n, uint32_t n_in, bool form, bool *cast)
{
	uint32_t at = 0;

	for (uint16_t i = 0; i < n->def->n_in; i++) {
		const struct opdef_arg *arg = &n->def->in[i];
		uint32_t count = node_arg_count(n, arg);

		if (arg->is_ref || (wide_is_narrow(arg->type) && !form) || count > n_in - at)
			return false;
		for (uint32_t k = 0; k < count; k++)
			cast[at++] = arg->type_attr.n > 0 || form;
	}
	return at == n_in;
}

bool wide_node(const struct node *n, uint32_t n_in, struct wide *w, struct arena *a)
{
	bool *cast = arena_array(a, (size_t)n_in + 1, sizeof(*cast));

	*w = (struct wide){.row = op_find(n->op),
			   .n = *n,
			   .cast = cast,
			   .n_in = n_in,
			   .form = wide_form_find(n->op)};
	if (!wide_is_pure(w->row) || !n->def || n->callee || is_about_type(n->op) ||
	    !casts_of(n, n_in, w->form != NULL, cast))
		return false;
	widen_attrs(n, &w->n, a);
	return true;
}

/* ---- running ---- */

struct tensor *wide_input(const struct wide *w, uint32_t i, struct tensor *t)
{
	return i < w->n_in && w->cast[i] && wide_is_narrow(t->dtype)
		       ? tensor_cast(t, wide_type(t->dtype), NULL)
		       : tensor_ref(t);
}

void wide_unref(struct tensor **t, uint32_t n)
{
	for (uint32_t i = 0; i < n; i++) {
		tensor_unref(t[i]);
		t[i] = NULL;
	}
}

bool wide_run(const struct wide *w, struct tensor *const *in, struct tensor **out, uint32_t n_out)
{
	struct arena *a = arena_new();
	bool ok = true;

	for (uint32_t i = 0; i < n_out; i++)
		out[i] = NULL;
	for (uint32_t i = 0; i < w->n_in; i++)
		ok = ok && in[i];
	ok = ok && w->form ? w->form(&w->n, in, w->n_in, out, n_out)
			   : ok && node_apart(w->row, &w->n, in, w->n_in, out, n_out, a);
	if (!ok)
		wide_unref(out, n_out);
	arena_free(a);
	return ok;
}
