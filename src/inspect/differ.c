/* Signatures, variables and ops of two models, side by side; see differ.h. */
#include "inspect/differ.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/map.h"
#include "base/mem.h"
#include "base/vec.h"

static void say(struct differ *d, struct sv name, const char *fmt, ...) __attribute__((format(printf, 3, 4)));
static void say(struct differ *d, struct sv name, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	str_escaped(&d->text, name);
	str_addz(&d->text, ": ");
	str_vaddf(&d->text, fmt, ap);
	str_addc(&d->text, '\n');
	va_end(ap);
	d->n++;
}

static void type_text(struct str *s, int dtype, struct shape shape)
{
	str_clear(s);
	str_addf(s, "%s ", dtype_enum_name(dtype) ? dtype_info(dtype_base((enum dtype)dtype))->name : "?");
	if (shape.rank < 0)
		str_addz(s, "of any shape");
	else
		shape_str_py(s, shape);
}

/* ---- signatures ---- */

static const struct tensor_info *info_of(const struct tensor_info *list, uint32_t n, struct sv key)
{
	for (uint32_t i = 0; i < n; i++)
		if (sv_eq(list[i].key, key))
			return &list[i];
	return NULL;
}

static void info_differs(struct differ *d, struct sv sig, const char *side, const struct tensor_info *a,
			 const struct tensor_info *b)
{
	struct str x = STR_INIT, y = STR_INIT, key = STR_INIT;

	str_escaped(&key, a->key);
	type_text(&x, a->dtype, a->has_shape ? a->shape : (struct shape){ -1, NULL });
	if (b)
		type_text(&y, b->dtype, b->has_shape ? b->shape : (struct shape){ -1, NULL });
	if (!b)
		say(d, sig, "only A has the %s \"%s\"", side, str_z(&key));
	else if (!sv_eq(str_sv(&x), str_sv(&y)))
		say(d, sig, "the %s \"%s\" is %s in A, %s in B", side, str_z(&key), str_z(&x), str_z(&y));
	str_free(&x);
	str_free(&y);
	str_free(&key);
}

static void infos_differ(struct differ *d, struct sv sig, const char *side, const struct tensor_info *a, uint32_t n_a,
			 const struct tensor_info *b, uint32_t n_b)
{
	for (uint32_t i = 0; i < n_a; i++)
		info_differs(d, sig, side, &a[i], info_of(b, n_b, a[i].key));
	for (uint32_t i = 0; i < n_b; i++)
		if (!info_of(a, n_a, b[i].key))
			say(d, sig, "only B has the %s \"%.*s\"", side, SV_ARG(b[i].key));
}

static void signatures(struct differ *d, const struct metagraph *a, const struct metagraph *b)
{
	for (uint32_t i = 0; i < a->n_sigs; i++) {
		const struct signature *s = &a->sigs[i], *t = metagraph_signature(b, s->key);

		d->n_sigs += t != NULL;
		if (!t) {
			say(d, s->key, "only A has this signature");
			continue;
		}
		infos_differ(d, s->key, "input", s->in, s->n_in, t->in, t->n_in);
		infos_differ(d, s->key, "output", s->out, s->n_out, t->out, t->n_out);
	}
	for (uint32_t i = 0; i < b->n_sigs; i++)
		if (!metagraph_signature(a, b->sigs[i].key))
			say(d, b->sigs[i].key, "only B has this signature");
}

/* ---- variables ---- */

/* Without Python's ":0". */
static struct sv plain(struct sv name)
{
	return name.n > 2 && name.p[name.n - 2] == ':' ? sv_sub(name, 0, name.n - 2) : name;
}

/* Variables may share a name: the k-th of A is the k-th of B. */
static char **names_of(const struct variable *v, uint32_t n, struct arena *arena, struct map *index)
{
	char **name = arena_array(arena, (size_t)n + 1, sizeof(*name));

	for (uint32_t i = 0; i < n; i++) {
		uint64_t k = 1;

		name[i] = arena_printf(arena, "%.*s", SV_ARG(plain(v[i].name)));
		while (!map_add(index, sv_of(name[i]), i))
			name[i] = arena_printf(arena, "%.*s #%" PRIu64, SV_ARG(plain(v[i].name)), ++k);
	}
	return name;
}

static struct tensor *value_of(struct differ *d, const struct metagraph *mg, const struct variable *v)
{
	struct bundle *b = v->entry >= 0 ? model_bundle(mg->model, &d->why) : NULL;
	struct tensor *t = b ? bundle_read(b, v->entry, &d->why) : NULL;

	d->n_unread += !t && v->entry >= 0;
	return t;
}

static bool element_same(const struct tensor *a, const struct tensor *b, int64_t i)
{
	size_t size = dtype_info(a->dtype)->size;

	if (a->dtype == DT_STRING)
		return sv_eq(tensor_str(a, i), tensor_str(b, i));
	return !memcmp((const char *)a->data + (size_t)i * size, (const char *)b->data + (size_t)i * size, size);
}

static void values(struct differ *d, struct sv name, const struct tensor *a, const struct tensor *b)
{
	int64_t n = 0;
	double most = 0;

	if (a->n != b->n || a->dtype != b->dtype || tensor_same(a, b))
		return;
	for (int64_t i = 0; i < a->n; i++)
		if (!element_same(a, b, i)) {
			n++;
			most = fmax(most, fabs(tensor_get_f64(a, i) - tensor_get_f64(b, i)));
		}
	say(d, name, "the variable's values differ: %" PRId64 " of %" PRId64 " elements, by up to %.3g", n, a->n, most);
}

static void variable(struct differ *d, const struct metagraph *a, const struct metagraph *b, struct sv name,
		     const struct variable *u, const struct variable *v)
{
	struct str x = STR_INIT, y = STR_INIT;
	struct tensor *s = NULL, *t = NULL;

	type_text(&x, u->dtype, u->shape);
	type_text(&y, v->dtype, v->shape);
	d->n_vars++;
	if (!sv_eq(str_sv(&x), str_sv(&y))) {
		say(d, name, "the variable is %s in A, %s in B", str_z(&x), str_z(&y));
	} else if (u->entry >= 0 && v->entry >= 0) {
		s = value_of(d, a, u);
		t = s ? value_of(d, b, v) : NULL;
		if (t)
			values(d, name, s, t);
	}
	tensor_unref(s);
	tensor_unref(t);
	str_free(&x);
	str_free(&y);
}

static void variables(struct differ *d, const struct metagraph *a, const struct metagraph *b)
{
	uint32_t n, m;
	const struct variable *u = metagraph_variables(a, &n), *v = metagraph_variables(b, &m);
	struct map of_a = MAP_INIT, of_b = MAP_INIT;
	struct arena *arena = arena_new();
	char **x = names_of(u, n, arena, &of_a), **y = names_of(v, m, arena, &of_b);
	uint64_t k;

	for (uint32_t i = 0; i < n; i++)
		if (map_get(&of_b, sv_of(x[i]), &k))
			variable(d, a, b, sv_of(x[i]), &u[i], &v[k]);
		else
			say(d, sv_of(x[i]), "only A has this variable");
	for (uint32_t i = 0; i < m; i++)
		if (!map_get(&of_a, sv_of(y[i]), NULL))
			say(d, sv_of(y[i]), "only B has this variable");
	map_free(&of_a);
	map_free(&of_b);
	arena_free(arena);
}

/* ---- ops ---- */

struct tally {
	struct sv op;
	uint32_t n[2];
};

struct tallies {
	struct tally *p;
	size_t n, cap;
	struct map index;
};

static void count(struct differ *d, struct tallies *t, const struct graph *g, int side)
{
	for (uint32_t i = g->n_args; i < g->n_nodes; i++) {
		struct sv op = graph_node_op(g, i);
		uint64_t at = t->n;

		if (map_add(&t->index, op, at)) {
			vec_reserve(t, t->n + 1);
			t->p[t->n++] = (struct tally){ .op = op };
		}
		map_get(&t->index, op, &at);
		t->p[at].n[side]++;
		d->n_nodes += side == 0;
	}
}

/* An op that is a library function's name goes by another name in each export. */
static bool is_call(const struct metagraph *a, const struct metagraph *b, struct sv op)
{
	return metagraph_function(a, op) || metagraph_function(b, op);
}

static void ops(struct differ *d, const struct metagraph *a, const struct metagraph *b)
{
	struct tallies t = { 0 };

	count(d, &t, a->graph, 0);
	count(d, &t, b->graph, 1);
	for (uint32_t i = 0; i < a->n_funcs; i++)
		count(d, &t, a->funcs[i].graph, 0);
	for (uint32_t i = 0; i < b->n_funcs; i++)
		count(d, &t, b->funcs[i].graph, 1);
	for (size_t i = 0; i < t.n; i++)
		if (t.p[i].n[0] != t.p[i].n[1] && !is_call(a, b, t.p[i].op))
			say(d, t.p[i].op, "%u nodes of this op in A, %u in B", t.p[i].n[0], t.p[i].n[1]);
	free(t.p);
	map_free(&t.index);
}

void differ_models(struct differ *d, const struct metagraph *a, const struct metagraph *b)
{
	*d = (struct differ){ 0 };
	signatures(d, a, b);
	variables(d, a, b);
	ops(d, a, b);
}

void differ_free(struct differ *d)
{
	str_free(&d->text);
	err_clear(&d->why);
}
