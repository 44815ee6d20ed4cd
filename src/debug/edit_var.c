/*
 * Variables by the names that people have for them: of the resource, of the model's list, in the
 * object graph, of the node that makes the handle.
 */
#include "debug/inside.h"

#include <stdlib.h>

#include "ops/var.h"

enum { LISTED = 10 };

struct tensor *dbg_variable(const struct dbg *d, const char *resource)
{
	return d->s ? session_variable(d->s, sv_of(resource)) : NULL;
}

static struct sv without(struct sv s, struct sv end)
{
	return sv_ends(s, end) ? sv_sub(s, 0, s.n - end.n) : s;
}

/* The handle of a variable of the object graph says which resource it is. */
static char *of_object(struct dbg *d, int64_t object)
{
	struct tensor *h = session_object(d->s, object, NULL);
	const struct object *o =
		h && h->dtype == DT_RESOURCE && h->n == 1 ? *(struct object *const *)h->data : NULL;
	char *name = o && o->cls == &var_class.object ? xstrdup(((const struct resource *)o)->name)
						      : NULL;

	tensor_unref(h);
	return name;
}

/* Where the object graph has it: "layer/kernel". */
static struct sv place_of(const struct variable *v)
{
	return without(v->key, SV("/.ATTRIBUTES/VARIABLE_VALUE"));
}

/* 2: that is its name; 1: its end; 0: neither. */
static int names(const struct variable *v, struct sv name)
{
	struct sv own = without(v->name, SV(":0")), place = place_of(v);

	if (sv_eq(own, name) || sv_eq(v->key, name) || sv_eq(place, name))
		return 2;
	return path_ends(SV(""), own, name) || path_ends(SV(""), place, name);
}

static bool ambiguous(const struct variable *v, uint32_t n, struct sv name, int how,
		      struct err *err)
{
	struct str s = STR_INIT;
	uint32_t listed = 0;

	for (uint32_t i = 0; i < n && listed < LISTED; i++)
		if (names(&v[i], name) == how)
			str_addf(&s, "%s%.*s", listed++ ? "\n" : "",
				 SV_ARG(v[i].key.n ? place_of(&v[i]) : v[i].name));
	err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT, "%.*s may mean any of these variables",
		SV_ARG(name));
	err_note(err, "%s", str_z(&s));
	str_free(&s);
	return false;
}

/* The model's only variable that is called so; *found is NULL when none is. false: several are. */
static bool of_model(const struct dbg *d, struct sv name, const struct variable **found,
		     struct err *err)
{
	uint32_t n, hits = 0;
	const struct variable *v = metagraph_variables(d->mg, &n);
	int best = 1;

	*found = NULL;
	for (uint32_t i = 0; i < n; i++) {
		int how = names(&v[i], name);

		if (how < best)
			continue;
		hits = how > best ? 1 : hits + 1;
		best = how;
		*found = &v[i];
	}
	return hits <= 1 || ambiguous(v, n, name, best, err);
}

static char *resource_of(struct dbg *d, const struct variable *v)
{
	char *name = v->object >= 0 ? of_object(d, v->object) : NULL;

	if (!name && session_var(d->s, v->name))
		name = xsvdup(without(v->name, SV(":0")));
	return name;
}

/* The node that makes the handle, or (V1) the variable itself. */
static char *of_node(const struct dbg *d, struct sv node)
{
	const struct graph *g = d->mg->graph;
	uint32_t i = graph_find(g, node);
	const struct node *n = i != NODE_NONE ? graph_node(g, i, NULL) : NULL;
	struct sv name = SV("");

	if (!n || (!sv_is(n->op, "VarHandleOp") && !sv_starts(n->op, SV("Variable"))))
		return NULL;
	if (!node_attr_str(n, "shared_name", &name) || !name.n)
		name = n->name;
	return session_var(d->s, name) ? xsvdup(name) : NULL;
}

char *dbg_variable_name(struct dbg *d, struct sv name, struct err *err)
{
	const struct variable *v;
	char *found;

	if (!dbg_load(d, err))
		return NULL;
	name = without(name, SV(":0"));
	if (!of_model(d, name, &v, err))
		return NULL;
	found = v ? resource_of(d, v) : NULL;
	if (!found && session_var(d->s, name))
		found = xsvdup(name);
	if (!found)
		found = of_node(d, name);
	if (!found)
		err_set(err, ERR_KIND_USAGE, ERR_NOT_FOUND, "no variable %.*s in this run",
			SV_ARG(name));
	return found;
}
