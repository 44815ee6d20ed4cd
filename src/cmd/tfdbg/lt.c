/* list_tensors: what the run's nodes made, in the order of time or another. */
#include <stdlib.h>

#include "cmd/tfdbg/dumps.h"
#include "cmd/tfdbg/match.h"
#include "cmd/tfdbg/filters.h"
#include "cmd/tfdbg/verbs.h"

typedef VEC(const struct tf_dump *) list_t;

/* Widths of the columns that come before the name. */
struct widths {
	size_t time, size, op;
};

static size_t most(size_t a, size_t b)
{
	return a > b ? a : b;
}

static struct widths widths_of(const list_t *list)
{
	struct widths w = { sizeof("t (ms)"), sizeof("Size (B)"), sizeof("Op type") };

	for (size_t i = 0; i < list->n; i++) {
		struct str s = STR_INIT;

		size_text(&s, list->p[i]->bytes);
		w.size = most(w.size, s.n + 1);
		w.op = most(w.op, list->p[i]->op.n + 1);
		str_clear(&s);
		str_addf(&s, "[%.3f] ", list->p[i]->ms);
		if (i + 1 == list->n)
			w.time = most(w.time, s.n + 1);
		str_free(&s);
	}
	return w;
}

/* ---- which ---- */

static bool by_filter(struct tf_call *c, const struct tf_dumps *d, list_t *list, struct err *err)
{
	const char *name = tf_str(c, "tensor_filter");
	struct match not;

	if (!match_make(&not, tf_str(c, "filter_exclude_node_names"), err))
		return false;
	for (size_t i = 0; i < d->all.n && !err_is(err); i++) {
		const struct tf_dump *dump = &d->all.p[i];

		if (!name || (!(not.on && match_is(&not, sv_of(dump->node))) &&
			      tf_filter_passes(c->t, name, dump, err)))
			vec_push(list, dump);
	}
	match_free(&not);
	return !err_is(err);
}

static bool by_name_and_op(struct tf_call *c, const list_t *from, list_t *to, struct err *err)
{
	struct match node, op = { 0 };
	bool ok = match_make(&node, tf_str(c, "node_name_filter"), err) &&
		  match_make(&op, tf_str(c, "op_type_filter"), err);

	for (size_t i = 0; ok && i < from->n; i++)
		if (match_is(&node, sv_of(from->p[i]->node)) && match_is(&op, from->p[i]->op))
			vec_push(to, from->p[i]);
	match_free(&node);
	match_free(&op);
	return ok;
}

/* ---- in which order; ties are left in the order of time ---- */

static int by_time(const void *a, const void *b)
{
	const struct tf_dump *x = *(const struct tf_dump *const *)a, *y = *(const struct tf_dump *const *)b;

	return (x > y) - (x < y);
}

static int by_size(const void *a, const void *b)
{
	const struct tf_dump *x = *(const struct tf_dump *const *)a, *y = *(const struct tf_dump *const *)b;

	return (x->bytes > y->bytes) - (x->bytes < y->bytes);
}

static int by_op(const void *a, const void *b)
{
	return sv_cmp((*(const struct tf_dump *const *)a)->op, (*(const struct tf_dump *const *)b)->op);
}

static int by_name(const void *a, const void *b)
{
	return strcmp((*(const struct tf_dump *const *)a)->tensor, (*(const struct tf_dump *const *)b)->tensor);
}

static const struct order {
	const char *key, *head;
	int (*cmp)(const void *, const void *);
} orders[] = {
	{ "timestamp", "t (ms)", by_time }, { "dump_size", "Size (B)", by_size },
	{ "op_type", "Op type", by_op }, { "tensor_name", "Tensor name", by_name },
};
enum { N_ORDERS = sizeof(orders) / sizeof(*orders) };

/* A merge sort: it keeps ties as they are, also the other way round. */
static void merge_sort(const struct tf_dump **p, const struct tf_dump **tmp, size_t n,
		       int (*cmp)(const void *, const void *), int sign)
{
	size_t half = n / 2, a = 0, b = half;

	if (n < 2)
		return;
	merge_sort(p, tmp, half, cmp, sign);
	merge_sort(p + half, tmp, n - half, cmp, sign);
	for (size_t k = 0; k < n; k++)
		tmp[k] = b == n || (a < half && sign * cmp(&p[a], &p[b]) <= 0) ? p[a++] : p[b++];
	memcpy(p, tmp, n * sizeof(*p));
}

static bool sort(struct tf_call *c, list_t *list, struct err *err)
{
	const char *key = tf_str(c, "sort_by");
	const struct tf_dump **tmp;
	int k = 0;

	while (key && k < N_ORDERS && strcmp(orders[k].key, key))
		k++;
	if (k == N_ORDERS)
		return tf_raise(err, "ValueError", "Unsupported key to sort tensors by: %s", key);
	tmp = xcalloc(list->n + 1, sizeof(*tmp));
	merge_sort(list->p, tmp, list->n, orders[k].cmp, tf_flag(c, "reverse") ? -1 : 1);
	free(tmp);
	return true;
}

/* ---- the table ---- */

/* The same list by another column; once more by the same one: the other way round. */
static void head_link(struct tf_call *c, int k, struct str *out)
{
	const char *key = tf_str(c, "sort_by");
	static const char *const keep[] = { "tensor_filter", "op_type_filter", "node_name_filter" };

	str_addf(out, "lt -s %s", orders[k].key);
	if (!strcmp(key ? key : orders[0].key, orders[k].key) && !tf_flag(c, "reverse"))
		str_addz(out, " -r");
	for (int i = 0; i < 3; i++)
		if (tf_str(c, keep[i]))
			str_addf(out, " --%s %s", keep[i], tf_str(c, keep[i]));
}

static void head(struct tf_call *c, const struct widths *w)
{
	size_t from[N_ORDERS] = { 0, w->time, w->time + w->size, w->time + w->size + w->op };

	rich_add(c->out, "%-*s%-*s%-*sTensor name", (int)w->time, "t (ms)", (int)w->size, "Size (B)", (int)w->op,
		 "Op type");
	for (int k = 0; k < N_ORDERS; k++) {
		struct str link = STR_INIT;

		head_link(c, k, &link);
		rich_span(c->out, from[k], from[k] + strlen(orders[k].head), RT_BOLD, str_z(&link));
		str_free(&link);
	}
}

static void row(struct tf_call *c, const struct tf_dump *d, const struct widths *w)
{
	struct str time = STR_INIT, size = STR_INIT, op = STR_INIT, name = STR_INIT, link = STR_INIT;
	size_t at = w->time + w->size + w->op;

	str_addf(&time, "[%.3f]", d->ms);
	size_text(&size, d->bytes);
	str_escaped(&op, d->op);
	str_escaped(&name, sv_of(d->tensor));
	rich_add(c->out, "%-*s%-*s%-*s%s", (int)w->time, str_z(&time), (int)w->size, str_z(&size), (int)w->op,
		 str_z(&op), str_z(&name));
	str_addf(&link, "pt %s", d->tensor);
	rich_span(c->out, at, at + name.n, RT_PLAIN, str_z(&link));
	str_free(&time);
	str_free(&size);
	str_free(&op);
	str_free(&name);
	str_free(&link);
}

static void filter_line(struct tf_call *c, const char *what, const char *text)
{
	struct str s = STR_INIT;

	if (!text)
		return;
	str_escaped(&s, sv_of(text));
	rich_add(c->out, "%s regex filter: \"%s\"", what, str_z(&s));
	str_free(&s);
}

static void print(struct tf_call *c, const list_t *list, const struct widths *w)
{
	const char *filter = tf_str(c, "tensor_filter");

	if (filter)
		rich_add(c->out, "%zu dumped tensor(s) passing filter \"%s\":", list->n, filter);
	else
		rich_add(c->out, "%zu dumped tensor(s):", list->n);
	filter_line(c, "Op type", tf_str(c, "op_type_filter"));
	filter_line(c, "Node name", tf_str(c, "node_name_filter"));
	rich_add(c->out, "%s", "");
	head(c, w);
	for (size_t i = 0; i < list->n; i++)
		row(c, list->p[i], w);
}

static bool lt_exec(struct tf_call *c, struct err *err)
{
	const char *filter = tf_str(c, "tensor_filter");
	struct tf_dumps *d = tf_dumps(c->t, err);
	list_t all = { 0 }, list = { 0 };
	bool ok;

	if (!d)
		return false;
	if (!filter && tf_flag(c, "filter_exclude_node_names"))
		return tf_raise(err, "ValueError", "The flag --filter_exclude_node_names is valid only when the flag "
				"-f or --tensor_filter is used.");
	if (filter && !tf_filter_known(c->t, filter))
		return tf_error(c, "There is no tensor filter named \"%s\".", filter);
	ok = by_filter(c, d, &all, err) && by_name_and_op(c, &all, &list, err);
	if (ok) {
		struct widths w = widths_of(&all);

		ok = sort(c, &list, err);
		if (ok)
			print(c, &list, &w);
		tf_menu(c->out, "list_tensors", NULL);
	}
	vec_free(&all);
	vec_free(&list);
	return ok;
}

static const struct tf_flag lt_flags[] = {
	{ "f", "tensor_filter", OPT_STRING, "Only tensors that pass the filter of this name.", NULL },
	{ "fenn", "filter_exclude_node_names", OPT_STRING, "With -f: leave out nodes whose names match.", NULL },
	{ "n", "node_name_filter", OPT_STRING, "Only nodes whose names match.", NULL },
	{ "t", "op_type_filter", OPT_STRING, "Only ops whose types match.", NULL },
	{ "s", "sort_by", OPT_STRING, "The column to sort by: timestamp, dump_size, op_type or tensor_name.", NULL },
	{ "r", "reverse", OPT_FLAG, "Sort the other way round.", NULL },
	{ 0 },
};

const struct tf_verb tf_list_tensors = {
	.name = "list_tensors", .aliases = (const char *const[]){ "lt", NULL }, .where = AT_END, .flags = lt_flags,
	.exec = lt_exec, .brief = "List the tensors that the run's nodes made.",
};
