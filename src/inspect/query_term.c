/* What the terms of the search language mean: one row a term. */
#include "inspect/query_term.h"

#include <ctype.h>
#include <stdlib.h>

#include "base/mem.h"
#include "infer/infer.h"
#include "inspect/calls.h"
#include "inspect/size.h"

/* ---- text ---- */

bool text_has_capital(struct sv text)
{
	for (size_t i = 0; i < text.n; i++)
		if (isupper((unsigned char)text.p[i]))
			return true;
	return false;
}

static bool same_char(char a, char b, bool fold)
{
	return fold ? tolower((unsigned char)a) == tolower((unsigned char)b) : a == b;
}

/* * is tried short first; a later one makes the choice of an earlier one final, so that it stays quadratic. */
bool glob_hits(struct sv pattern, struct sv text)
{
	bool fold = !text_has_capital(pattern), star = false;
	size_t p = 0, t = 0, back_p = 0, back_t = 0;

	while (t < text.n) {
		if (p < pattern.n && pattern.p[p] == '*') {
			star = true;
			back_p = ++p;
			back_t = t;
		} else if (p < pattern.n && same_char(pattern.p[p], text.p[t], fold)) {
			p++;
			t++;
		} else if (star) {
			p = back_p;
			t = ++back_t;
		} else {
			return false;
		}
	}
	while (p < pattern.n && pattern.p[p] == '*')
		p++;
	return p == pattern.n;
}

static bool holds(struct sv text, struct sv part, bool fold)
{
	for (size_t i = 0; part.n <= text.n && i <= text.n - part.n; i++) {
		size_t k = 0;

		while (k < part.n && same_char(text.p[i + k], part.p[k], fold))
			k++;
		if (k == part.n)
			return true;
	}
	return false;
}

/* With a * the whole text, else any part of it. */
static bool part_or_glob(const struct query *q, struct sv text)
{
	struct sv want = sv_of(q->text);

	return sv_find(want, '*') >= 0 ? glob_hits(want, text) : holds(text, want, q->fold);
}

static bool name_hits(const struct query *q, struct sv name)
{
	struct str s = STR_INIT;
	bool hit;

	if (!q->regex)
		return part_or_glob(q, name);
	str_escaped(&s, name);
	hit = !regexec(&q->re, str_z(&s), 0, NULL, 0);
	str_free(&s);
	return hit;
}

/* ---- dtype ---- */

static bool dtype_prepare(struct query *q, struct str *why)
{
	q->dtype = DT_INVALID;
	if (strchr(q->text, '*'))
		return true;
	q->dtype = (int)dtype_parse(sv_of(q->text));
	if (q->dtype != DT_INVALID)
		return true;
	str_addf(why, "no dtype \"%s\"; such as float32, half, int64, string, resource", q->text);
	return false;
}

static bool dtype_hits(const struct query *q, enum dtype t)
{
	if (q->dtype != DT_INVALID)
		return t == (enum dtype)q->dtype;
	return t != DT_INVALID && (glob_hits(sv_of(q->text), sv_of(dtype_info(t)->name)) ||
				   glob_hits(sv_of(q->text), sv_of(dtype_text(t))));
}

/* ---- shape ---- */

static struct igraph *shapes(struct query_world *w, const struct graph *g)
{
	if (w->shapes_of != g && w->shapes) {
		w->ig = w->shapes(w->ctx, g);
		w->shapes_of = g;
	}
	return w->ig;
}

enum { MAX_DIMS = 64 };

/* "[a,b]" or "a,b" in parts. */
static int dims_split(const char *text, struct sv *part, int max)
{
	struct sv s = sv_of(text);
	int n = 0;

	if (s.n >= 2 && s.p[0] == '[' && s.p[s.n - 1] == ']')
		s = sv_sub(s, 1, s.n - 1);
	while (s.n && n < max) {
		long comma = sv_find(s, ',');

		part[n++] = comma < 0 ? s : sv_sub(s, 0, (size_t)comma);
		s = comma < 0 ? SV_NULL : sv_sub(s, (size_t)comma + 1, s.n);
	}
	return s.n ? -1 : n;
}

static bool dim_text_ok(struct sv d)
{
	if (sv_is(d, "*") || sv_is(d, "_") || (d.n && d.p[0] == '?'))
		return true;
	for (size_t i = 0; i < d.n; i++)
		if (!isdigit((unsigned char)d.p[i]))
			return false;
	return d.n > 0 && d.n < 19;
}

static bool shape_prepare(struct query *q, struct str *why)
{
	struct sv part[MAX_DIMS];
	int n = dims_split(q->text, part, MAX_DIMS);

	if (!strcmp(q->text, "unknown"))
		return true;
	if (n < 0) {
		str_addf(why, "more than %d dims", MAX_DIMS);
		return false;
	}
	for (int i = 0; i < n; i++)
		if (!dim_text_ok(part[i])) {
			str_addz(why, "a dim is a number, _ (any), ? (not known), ?NAME, or * (any number of dims)");
			return false;
		}
	return true;
}

static bool dim_hits(const struct infer *inf, struct sv want, idim d)
{
	struct str s = STR_INIT;
	bool hit;

	if (sv_is(want, "_"))
		return true;
	if (sv_is(want, "?"))
		return !idim_known(d);
	idim_str(inf, &s, d);
	hit = sv_eq(str_sv(&s), want);
	str_free(&s);
	return hit;
}

static bool dims_hit(const struct infer *inf, const struct sv *want, int n, const idim *dim, int rank)
{
	int p = 0, t = 0, back_p = -1, back_t = 0;

	while (t < rank) {
		if (p < n && sv_is(want[p], "*")) {
			back_p = ++p;
			back_t = t;
		} else if (p < n && dim_hits(inf, want[p], dim[t])) {
			p++;
			t++;
		} else if (back_p >= 0) {
			p = back_p;
			t = ++back_t;
		} else {
			return false;
		}
	}
	while (p < n && sv_is(want[p], "*"))
		p++;
	return p == n;
}

static bool shape_hits(const struct query *q, const struct infer *inf, const struct ishape *s)
{
	struct sv part[MAX_DIMS];
	int n;

	if (!strcmp(q->text, "unknown"))
		return s->rank < 0;
	n = dims_split(q->text, part, MAX_DIMS);
	return s->rank >= 0 && n >= 0 && dims_hit(inf, part, n, s->dim, s->rank);
}

/* ---- attributes ---- */

static bool attr_prepare(struct query *q, struct str *why)
{
	char *eq = strchr(q->text, '=');

	if (eq == q->text) {
		str_addz(why, "attr: wants NAME or NAME=VALUE");
		return false;
	}
	if (!eq)
		return true;
	q->value = xstrdup(eq + 1);
	*eq = '\0';
	return true;
}

/* As it is printed, without the quotes; a type by any of its names. */
static bool attr_value_hits(const char *want, const struct attr_value *v)
{
	struct str s = STR_INIT;
	struct sv text;
	bool hit;

	if (v->kind == ATTR_TYPE && dtype_parse(sv_of(want)) != DT_INVALID)
		return (int64_t)dtype_parse(sv_of(want)) == v->i;
	if (v->kind == ATTR_STRING)
		return glob_hits(sv_of(want), v->s);
	attr_print(&s, v);
	for (size_t i = 0, k = 0; i <= s.n && s.n; i++)	/* [1, 2] as [1,2] */
		if (i == s.n) {
			s.n = k;
			break;
		} else if (s.p[i] != ' ') {
			s.p[k++] = s.p[i];
		}
	text = str_sv(&s);
	hit = glob_hits(sv_of(want), text);
	str_free(&s);
	return hit;
}

static bool attr_hits(const struct query *q, const struct node *n)
{
	struct attr_value v;

	return node_attr_value(n, q->text, &v) && (!q->value || attr_value_hits(q->value, &v));
}

/* ---- bytes ---- */

static bool unit(const char *z, double *scale)
{
	static const struct { const char *name; double scale; } units[] = {
		{ "", 1 }, { "B", 1 }, { "K", 1e3 }, { "KB", 1e3 }, { "M", 1e6 }, { "MB", 1e6 }, { "G", 1e9 },
		{ "GB", 1e9 }, { "KiB", 1024 }, { "MiB", 1024.0 * 1024 }, { "GiB", 1024.0 * 1024 * 1024 },
	};

	for (size_t i = 0; i < sizeof(units) / sizeof(*units); i++)
		if (!strcasecmp(z, units[i].name)) {
			*scale = units[i].scale;
			return true;
		}
	return false;
}

static bool bytes_prepare(struct query *q, struct str *why)
{
	const char *z = q->text;
	double scale;
	char *end;

	q->compare = '=';
	if (*z == '<' || *z == '>' || *z == '=') {
		q->compare = *z++;
		if (*z == '=' && q->compare != '=') {
			q->compare = q->compare == '<' ? 'l' : 'g';
			z++;
		}
	}
	q->number = isdigit((unsigned char)*z) || *z == '.' ? strtod(z, &end) : -1;
	if (q->number >= 0 && unit(end, &scale)) {
		q->number *= scale;
		return true;
	}
	str_addz(why, "bytes: wants a size, such as >1M, <=64KiB, 0");
	return false;
}

static bool bytes_hit(const struct query *q, double n)
{
	switch (q->compare) {
	case '<': return n < q->number;
	case '>': return n > q->number;
	case 'l': return n <= q->number;
	case 'g': return n >= q->number;
	default: return n == q->number;
	}
}

/* ---- neighbours, names around ---- */

static bool neighbour_hits(const struct query *q, struct query_world *w, const struct graph *g, uint32_t node)
{
	const struct query *sub = q->sub.p[0];
	const struct node *n;
	const struct consumer *c;
	uint32_t count = 0;

	if (q->kind == Q_OUT) {
		c = graph_consumers(g, node, &count, NULL);
		for (uint32_t i = 0; c && i < count; i++)
			if (c[i].slot != SLOT_CONTROL && query_hits(sub, w, g, c[i].node))
				return true;
		return false;
	}
	n = graph_node(g, node, NULL);
	for (uint32_t i = 0; n && i < n->n_in; i++)
		if (n->in[i].node != NODE_NONE && query_hits(sub, w, g, n->in[i].node))
			return true;
	return false;
}

/* Below it, wherever the scope begins; * within: the whole prefix. */
static bool scope_hits(const struct query *q, struct sv name)
{
	struct sv want = sv_of(q->text);
	bool glob = sv_find(want, '*') >= 0;

	while (want.n && want.p[want.n - 1] == '/')
		want.n--;
	for (size_t i = 0; i < name.n; i++) {
		struct sv head = sv_sub(name, 0, i);

		if (name.p[i] != '/' || i < (glob ? 0 : want.n))
			continue;
		if (glob ? glob_hits(want, head)
			 : sv_ends(head, want) && (i == want.n || head.p[i - want.n - 1] == '/'))
			return true;
	}
	return false;
}

static bool calls_hit(const struct query *q, const struct graph *g, uint32_t node)
{
	const struct node *n = calls_may(g->mg, graph_node_op(g, node)) ? graph_node(g, node, NULL) : NULL;
	calls_t c = { 0 };
	bool hit = false;

	if (n)
		calls_of(g->mg, n, &c);
	for (size_t i = 0; i < c.n && !hit; i++)
		hit = part_or_glob(q, c.p[i].f->name);
	vec_free(&c);
	return hit;
}

static bool output_hits(const struct query *q, struct query_world *w, const struct graph *g, uint32_t node)
{
	const struct node *n = graph_node(g, node, NULL);
	struct igraph *ig = n && n->n_out ? shapes(w, g) : NULL;

	for (uint32_t k = 0; n && k < n->n_out; k++) {
		const struct iout *o = ig ? infer_out(ig, node, k) : NULL;

		if (q->kind == Q_DTYPE ? dtype_hits(q, o ? o->dtype : n->out_type[k])
				       : o && shape_hits(q, infer_of(ig), &o->shape))
			return true;
	}
	return false;
}

/* Types are mostly known without shapes. */
static bool any_dtype_hits(const struct query *q, struct query_world *w, const struct graph *g, uint32_t node)
{
	const struct node *n = graph_node(g, node, NULL);
	bool unknown = false;

	for (uint32_t k = 0; n && n->out_type && k < n->n_out; k++) {
		if (dtype_hits(q, dtype_base(n->out_type[k])))
			return true;
		unknown = unknown || n->out_type[k] == DT_INVALID;
	}
	return unknown && output_hits(q, w, g, node);
}

bool query_hits(const struct query *q, struct query_world *w, const struct graph *g, uint32_t node)
{
	const struct node *n;

	switch (q->kind) {
	case Q_AND:
		for (size_t i = 0; i < q->sub.n; i++)
			if (!query_hits(q->sub.p[i], w, g, node))
				return false;
		return true;
	case Q_OR:
		for (size_t i = 0; i < q->sub.n; i++)
			if (query_hits(q->sub.p[i], w, g, node))
				return true;
		return false;
	case Q_NOT:
		return !query_hits(q->sub.p[0], w, g, node);
	case Q_NAME:
		return name_hits(q, graph_node_name(g, node));
	case Q_OP:
		return glob_hits(sv_of(q->text), graph_node_op(g, node));
	case Q_FUNC:
		return g->func && part_or_glob(q, g->func->name);
	case Q_SCOPE:
		return scope_hits(q, graph_node_name(g, node));
	case Q_DTYPE:
		return any_dtype_hits(q, w, g, node);
	case Q_SHAPE:
		return output_hits(q, w, g, node);
	case Q_BYTES:
		return bytes_hit(q, node_bytes(shapes(w, g), g, node));
	case Q_IN:
	case Q_OUT:
		return neighbour_hits(q, w, g, node);
	case Q_CALLS:
		return calls_hit(q, g, node);
	default:
		n = graph_node(g, node, NULL);
		return n && (q->kind == Q_ATTR ? attr_hits(q, n) : part_or_glob(q, n->device));
	}
}

const struct query_row query_rows[] = {
	{ "op:", Q_OP, 1, "an op", NULL, "its op; * stands for anything: op:Conv*" },
	{ "func:", Q_FUNC, 1, "a function's name", NULL, "it is in the body of a function with that in its name" },
	{ "scope:", Q_SCOPE, 1, "a scope", NULL, "its name goes on below that scope" },
	{ "device:", Q_DEVICE, 3, "a part of a device", NULL, "placed on a device with that in its name" },
	{ "attr:", Q_ATTR, 4, "NAME or NAME=VALUE", attr_prepare,
	  "has that attribute, by default too; with that value" },
	{ "calls:", Q_CALLS, 4, "a function's name", NULL, "calls a function with that in its name" },
	{ "dtype:", Q_DTYPE, 5, "a dtype", dtype_prepare, "gives a tensor of that dtype: dtype:half, dtype:int*" },
	{ "shape:", Q_SHAPE, 20, "dims", shape_prepare,
	  "gives a tensor of that shape: a number, _ any dim, ? one that is not known, ?batch, * any number of dims; [] a "
	  "scalar, unknown: not even the rank" },
	{ "bytes:", Q_BYTES, 20, "a size", bytes_prepare,
	  "bytes of the constant, the variable, or what it gives (dims not known count as 1): bytes:>1M" },
	{ "in:", Q_IN, 8, "a term", NULL, "takes something from a node for which the term holds: in:op:Relu" },
	{ "out:", Q_OUT, 8, "a term", NULL, "gives something to such a node: out:(op:Add* or op:Mul)" },
	{ 0 },
};

const char *query_term(int i, const char **help)
{
	*help = query_rows[i].help;
	return query_rows[i].key;
}
