/*
 * Rules on another release of TensorFlow (--runtime), by a table of when ops and attributes first appeared. The table
 * is made from the Python wrappers of the releases named in it: ops without a wrapper are not in it, and nothing is
 * said of them.
 */
#include "inspect/check_inside.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

struct release {
	int major, minor, producer, min_producer;
};

struct op_since {
	const char *op;
	uint8_t since;			/* index of the release */
	uint8_t n_late;			/* attributes that came later */
	const char *late;		/* their names, NUL after each */
	const char *late_since;		/* a release index each */
};

#include "inspect/runtime.inc"

enum { N_RELEASES = sizeof(releases) / sizeof(*releases), N_OPS = sizeof(ops_since) / sizeof(*ops_since) };

static int release_find(int major, int minor)
{
	for (int i = 0; i < N_RELEASES; i++)
		if (releases[i].major == major && releases[i].minor == minor)
			return i;
	return -1;
}

bool check_runtime_known(int major, int minor)
{
	return release_find(major, minor) >= 0;
}

void check_runtime_range(int *from_major, int *from_minor, int *to_major, int *to_minor)
{
	*from_major = releases[0].major;
	*from_minor = releases[0].minor;
	*to_major = releases[N_RELEASES - 1].major;
	*to_minor = releases[N_RELEASES - 1].minor;
}

static int compare(const void *key, const void *row)
{
	return sv_cmp(*(const struct sv *)key, sv_of(((const struct op_since *)row)->op));
}

static const struct op_since *since(struct sv op)
{
	return bsearch(&op, ops_since, N_OPS, sizeof(*ops_since), compare);
}

bool op_first_release(struct sv op, int *major, int *minor)
{
	const struct op_since *s = since(op);

	if (s) {
		*major = releases[s->since].major;
		*minor = releases[s->since].minor;
	}
	return s != NULL;
}

struct late {
	int at;				/* the runtime's release */
	struct kind_found kinds;
};

/* -1: no runtime was given. */
static int wanted(const struct check *c)
{
	return c->o.runtime_major ? release_find(c->o.runtime_major, c->o.runtime_minor) : -1;
}

static void op_node(struct check *c, const struct graph *g, const struct node *n, void *ctx)
{
	const struct op_since *s = n->callee ? NULL : since(n->op);
	struct late *l = ctx;
	int at = l->at;

	if (s && s->since > at && kind_first(&l->kinds, n->op))
		kind_add(c, &l->kinds,
			 check_any(c, c->rule->severity, g, n,
				   "%s first came with TensorFlow %d.%d, the runtime is %d.%d", s->op,
				   releases[s->since].major, releases[s->since].minor, releases[at].major,
				   releases[at].minor));
}

void rule_runtime_op(struct check *c)
{
	struct late l = { .at = wanted(c) };

	if (l.at >= 0)
		check_every(c, op_node, &l);
	kinds_finish(c, &l.kinds);
}

/* Has the attribute the value that it has when it is left out? */
static bool is_default(const struct node *n, const struct attr *a)
{
	struct node bare = *n;
	struct attr_value v;
	struct str x = STR_INIT, y = STR_INIT;
	char *name = xsvdup(a->name);
	bool same = false;

	bare.n_attrs = 0;
	if (node_attr_value(&bare, name, &v)) {
		attr_print(&x, &v);
		attr_print(&y, &a->v);
		same = sv_eq(str_sv(&x), str_sv(&y));
	}
	str_free(&x);
	str_free(&y);
	free(name);
	return same;
}

static int attr_since(const struct op_since *s, struct sv name)
{
	const char *p = s->late;

	for (int i = 0; i < s->n_late; i++, p += strlen(p) + 1)
		if (sv_is(name, p))
			return (unsigned char)s->late_since[i];
	return s->since;
}

/* Releases before this one refuse a graph with attributes that they do not know; from it on they are left out. */
enum { LENIENT_MAJOR = 2, LENIENT_MINOR = 5 };

static bool lenient(const struct release *r)
{
	return r->major > LENIENT_MAJOR || (r->major == LENIENT_MAJOR && r->minor >= LENIENT_MINOR);
}

static void late_attr(struct check *c, const struct graph *g, const struct node *n, const struct attr *a, int first,
		      struct late *l)
{
	bool plain = is_default(n, a), ignored = lenient(&releases[l->at]);
	struct str key = STR_INIT;

	if (plain && ignored)
		return;
	str_addf(&key, "%.*s %.*s %d", SV_ARG(n->op), SV_ARG(a->name), plain);
	if (kind_first(&l->kinds, str_sv(&key)))
		kind_add(c, &l->kinds,
			 check_any(c, plain || ignored ? CHECK_WARNING : CHECK_ERROR, g, n,
				   "attribute %.*s of %.*s first came with TensorFlow %d.%d, the runtime is %d.%d%s",
				   SV_ARG(a->name), SV_ARG(n->op), releases[first].major, releases[first].minor,
				   releases[l->at].major, releases[l->at].minor,
				   ignored ? ", which leaves it out"
				   : plain ? " (it has its default, which Python's loader drops)"
					   : ""));
	str_free(&key);
}

static void attr_node(struct check *c, const struct graph *g, const struct node *n, void *ctx)
{
	const struct op_since *s = n->callee ? NULL : since(n->op);
	struct late *l = ctx;

	if (!s || s->since > l->at)
		return;
	for (uint32_t i = 0; i < n->n_attrs; i++) {
		int first = attr_since(s, n->attrs[i].name);

		if (first > l->at)
			late_attr(c, g, n, &n->attrs[i], first, l);
	}
}

void rule_runtime_attr(struct check *c)
{
	struct late l = { .at = wanted(c) };

	if (l.at >= 0)
		check_every(c, attr_node, &l);
	kinds_finish(c, &l.kinds);
}

void rule_runtime_version(struct check *c)
{
	int at = wanted(c);
	const struct metagraph *mg = c->mg;

	if (at < 0)
		return;
	if (mg->min_consumer > releases[at].producer)
		check_found(c, xstrdup("versions"),
			    "the graph asks for a consumer of version %lld; TensorFlow %d.%d is one of version %d",
			    (long long)mg->min_consumer, releases[at].major, releases[at].minor, releases[at].producer);
	if (mg->producer > 0 && mg->producer < releases[at].min_producer)
		check_found(c, xstrdup("versions"),
			    "the graph's version %lld is older than what TensorFlow %d.%d takes (%d)",
			    (long long)mg->producer, releases[at].major, releases[at].minor, releases[at].min_producer);
	if (mg->producer > releases[at].producer)
		check_found_as(c, CHECK_NOTE, xstrdup("versions"),
			       "the graph's version %lld is newer than TensorFlow %d.%d's, %d", (long long)mg->producer,
			       releases[at].major, releases[at].minor, releases[at].producer);
}
