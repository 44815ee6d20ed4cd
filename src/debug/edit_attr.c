/*
 * Edited attributes: what people write, read as the op's definition says, and the node as it is
 * with it, prepared for its kernel. The model's own node is never touched.
 */
#include "debug/inside.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "ops/op.h"

enum { LIST_MAX = 4096 };

/* ---- reading a value ---- */

static bool wrong(struct sv text, const char *what, struct err *err)
{
	return err_set(err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT, "\"%.*s\" is no %s", SV_ARG(text),
		       what);
}

static bool read_int(struct sv text, int64_t *out)
{
	char buf[32], *end;

	if (!text.n || text.n >= sizeof(buf))
		return false;
	memcpy(buf, text.p, text.n);
	buf[text.n] = 0;
	errno = 0;
	*out = strtoll(buf, &end, 10);
	return !*end && !errno;
}

static bool read_float(struct sv text, float *out)
{
	char buf[64], *end;

	if (!text.n || text.n >= sizeof(buf))
		return false;
	memcpy(buf, text.p, text.n);
	buf[text.n] = 0;
	*out = strtof(buf, &end);
	return !*end;
}

static bool read_bool(struct sv text, int64_t *out)
{
	*out = sv_is(text, "true") || sv_is(text, "True") || sv_is(text, "1");
	return *out || sv_is(text, "false") || sv_is(text, "False") || sv_is(text, "0");
}

static struct sv trim(struct sv s)
{
	while (s.n && (s.p[0] == ' ' || s.p[0] == '\t'))
		s = sv_sub(s, 1, s.n);
	while (s.n && (s.p[s.n - 1] == ' ' || s.p[s.n - 1] == '\t'))
		s.n--;
	return s;
}

static bool in_pair(struct sv s, char open, char close)
{
	return s.n >= 2 && s.p[0] == open && s.p[s.n - 1] == close;
}

static struct sv unquoted(struct sv s)
{
	return in_pair(s, '"', '"') || in_pair(s, '\'', '\'') ? sv_sub(s, 1, s.n - 1) : s;
}

/* The next item up to a comma outside of brackets; false: there is none. */
static bool next_item(struct sv *rest, struct sv *item)
{
	size_t i = 0;
	int deep = 0;

	*rest = trim(*rest);
	if (!rest->n)
		return false;
	for (; i < rest->n && (deep > 0 || rest->p[i] != ','); i++)
		deep += (rest->p[i] == '[' || rest->p[i] == '(') -
			(rest->p[i] == ']' || rest->p[i] == ')');
	*item = trim(sv_sub(*rest, 0, i));
	*rest = i < rest->n ? sv_sub(*rest, i + 1, rest->n) : SV("");
	return true;
}

static bool read_shape(struct arena *a, struct sv text, struct shape *out)
{
	int64_t *dim = arena_array(a, SHAPE_MAX_RANK, sizeof(*dim));
	struct sv rest, item;
	int n = 0;

	*out = (struct shape){ SHAPE_UNKNOWN_RANK, NULL };
	if (sv_is(text, "unknown"))
		return true;
	if (!in_pair(text, '[', ']') && !in_pair(text, '(', ')'))
		return false;
	rest = sv_sub(text, 1, text.n - 1);
	while (next_item(&rest, &item)) {
		bool open = sv_is(item, "?") || sv_is(item, "None") || sv_is(item, "-1");

		if (n == SHAPE_MAX_RANK || (!open && (!read_int(item, &dim[n]) || dim[n] < 0)))
			return false;
		if (open)
			dim[n] = -1;
		n++;
	}
	*out = (struct shape){ n, dim };
	return true;
}

static bool read_value(struct arena *a, struct sv type, struct sv text, struct attr_value *v,
		       struct err *err);

static bool read_list(struct arena *a, struct sv type, struct sv text, struct attr_value *v,
		      struct err *err)
{
	struct attr_value *items = arena_array(a, LIST_MAX, sizeof(*items));
	struct sv rest, item;

	if (!in_pair(text, '[', ']'))
		return wrong(text, "list: [1, 2]", err);
	rest = sv_sub(text, 1, text.n - 1);
	v->kind = ATTR_LIST;
	v->items = items;
	while (next_item(&rest, &item)) {
		if (v->n == LIST_MAX)
			return wrong(text, "list that short", err);
		if (!read_value(a, type, item, &items[v->n++], err))
			return false;
	}
	return true;
}

static bool read_value(struct arena *a, struct sv type, struct sv text, struct attr_value *v,
		       struct err *err)
{
	if (sv_starts(type, SV("list(")))
		return read_list(a, sv_sub(type, 5, type.n - 1), text, v, err);
	if (sv_is(type, "int")) {
		v->kind = ATTR_INT;
		return read_int(text, &v->i) || wrong(text, "integer", err);
	}
	if (sv_is(type, "float")) {
		v->kind = ATTR_FLOAT;
		return read_float(text, &v->f) || wrong(text, "number", err);
	}
	if (sv_is(type, "bool")) {
		v->kind = ATTR_BOOL;
		return read_bool(text, &v->i) || wrong(text, "bool: true or false", err);
	}
	if (sv_is(type, "string")) {
		v->kind = ATTR_STRING;
		v->s = arena_sv(a, unquoted(text));
		return true;
	}
	if (sv_is(type, "type")) {
		v->kind = ATTR_TYPE;
		v->i = dtype_parse(text);
		return v->i != DT_INVALID || wrong(text, "type: float32, DT_INT64", err);
	}
	if (sv_is(type, "shape")) {
		v->kind = ATTR_SHAPE;
		return read_shape(a, text, &v->shape) ||
		       wrong(text, "shape: [1, ?, 3], unknown", err);
	}
	return err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT,
		       "an attribute of type %.*s cannot be edited", SV_ARG(type));
}

/* ---- what the definition says ---- */

static const struct opdef_attr *definition(const struct node *n, struct sv key)
{
	for (int i = 0; n->def && i < n->def->n_attrs; i++)
		if (sv_eq(n->def->attrs[i].name, key))
			return &n->def->attrs[i];
	return NULL;
}

static bool decides(const struct opdef_arg *arg, int n, struct sv key)
{
	for (int i = 0; i < n; i++)
		if (sv_eq(arg[i].type_attr, key) || sv_eq(arg[i].number_attr, key) ||
		    sv_eq(arg[i].type_list_attr, key))
			return true;
	return false;
}

static bool unknown_key(const struct node *n, struct sv key, struct err *err)
{
	struct str s = STR_INIT;

	for (int i = 0; n->def && i < n->def->n_attrs; i++)
		str_addf(&s, "%s%.*s", i ? ", " : "", SV_ARG(n->def->attrs[i].name));
	err_set(err, ERR_KIND_USAGE, ERR_NOT_FOUND, "%.*s has no attribute %.*s%s%s", SV_ARG(n->op),
		SV_ARG(key), s.n ? "; it has " : "", str_z(&s));
	str_free(&s);
	return false;
}

bool edit_attr_parse(struct edit *e, const char *key, const char *text, struct err *err)
{
	const struct node *n = graph_node(e->graph, e->node, err);
	const struct opdef_attr *def = n ? definition(n, sv_of(key)) : NULL;

	if (!n)
		return false;
	if (!def)
		return unknown_key(n, sv_of(key), err);
	if (decides(n->def->in, n->def->n_in, def->name) ||
	    decides(n->def->out, n->def->n_out, def->name))
		return err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT,
			       "%s is the type or the number of what the node takes or makes; edit "
			       "what it makes instead",
			       key);
	if (op_find(n->op) && op_find(n->op)->flags & OP_ENTER)
		return err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT,
			       "%s decides which loop the node leads into", key);
	e->arena = arena_new();
	e->attr.name = def->name;
	return read_value(e->arena, def->type, trim(sv_of(text)), &e->attr.v, err);
}

/* ---- the node with it ---- */

static void set_attr(struct arena *a, struct node *n, const struct attr *with)
{
	struct attr *all = arena_array(a, (size_t)n->n_attrs + 1, sizeof(*all));
	uint32_t at = 0, k = 0;

	while (at < n->n_attrs && sv_cmp(n->attrs[at].name, with->name) < 0)
		all[k++] = n->attrs[at++];
	all[k++] = *with;
	if (at < n->n_attrs && sv_eq(n->attrs[at].name, with->name))
		at++;
	while (at < n->n_attrs)
		all[k++] = n->attrs[at++];
	n->attrs = all;
	n->n_attrs = k;
}

static bool prepare(struct arena *a, const struct node *n, struct exec_as *as, struct err *err)
{
	void *state = NULL;

	as->n = n;
	as->row = n->callee ? op_call_row() : op_find(n->op);
	if (!as->row)
		return true;
	if (!n->callee && !op_check(as->row, n, err))
		return false;
	if (!op_prepare(as->row, n, a, &state, err))
		return false;
	as->state = state;
	return true;
}

/* All edits that meet the node, in the order in which they were made. */
static struct node *compose(struct dbg *d, const struct frec *fr, uint32_t node, uint64_t *ids,
			    bool look)
{
	const struct node *n = graph_node(fr->graph, node, NULL);
	struct node *made = n && !look ? arena_alloc(d->edited_arena, sizeof(*made)) : NULL;

	*ids = 1469598103934665603u;
	if (made)
		*made = *n;
	for (size_t i = 0; i < d->edit.n; i++) {
		const struct edit *e = &d->edit.p[i];

		if (e->kind != EDIT_ATTR || !edit_meets(e, fr, node))
			continue;
		*ids = (*ids ^ (uint64_t)e->id) * 1099511628211u;
		if (made)
			set_attr(d->edited_arena, made, &e->attr);
	}
	return made;
}

bool edit_attr_node(struct dbg *d, const struct frec *fr, uint32_t node, struct exec_as *as,
		    struct err *err)
{
	const struct node *n = graph_node(fr->graph, node, err);
	struct edited_node e = { .n = n };
	struct err why = { 0 };

	compose(d, fr, node, &e.ids, true);
	for (size_t i = 0; i < d->edited.n; i++)
		if (d->edited.p[i].n == n && d->edited.p[i].ids == e.ids) {
			*as = d->edited.p[i].as;
			return true;
		}
	if (!d->edited_arena)
		d->edited_arena = arena_new();
	n = compose(d, fr, node, &e.ids, false);
	if (!n)
		return false;
	if (!prepare(d->edited_arena, n, &e.as,
		     &why)) { /* two edits that do not go together: it fails */
		e.as = (struct exec_as){.n = n,
					.why = arena_printf(d->edited_arena, "%s", why.msg)};
		err_clear(&why);
	}
	vec_push(&d->edited, e);
	*as = e.as;
	return true;
}

bool dbg_attr_check(const struct graph *g, uint32_t node, const char *key, const char *text,
		    struct str *is, struct err *err)
{
	struct edit e = { .graph = g, .node = node };
	struct exec_as as = { 0 };
	struct arena *a = arena_new();
	struct node *n = arena_alloc(a, sizeof(*n));
	bool ok = edit_attr_parse(&e, key, text, err);

	if (ok) {
		*n = *graph_node(g, node, NULL);
		set_attr(a, n, &e.attr);
		attr_print(is, &e.attr.v);
		ok = prepare(a, n, &as, err);
	}
	edit_clear(&e);
	arena_free(a);
	return ok;
}
