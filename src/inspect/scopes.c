/* See scopes.h. */
#define _GNU_SOURCE 1
#include "inspect/scopes.h"

#include <stdlib.h>

int64_t variable_elements(const struct variable *v)
{
	int64_t n;

	return shape_known(v->shape) && shape_count(v->shape.rank, v->shape.dim, &n, NULL) ? n : 0;
}

/* Component k of a name, and where it ends; names without a "/" have one. */
static struct sv component(struct sv name, size_t from, size_t *to)
{
	long slash = from < name.n ? sv_find(sv_sub(name, from, name.n), '/') : -1;

	*to = slash < 0 ? name.n : from + (size_t)slash;
	return sv_sub(name, from < name.n ? from : name.n, *to);
}

static int by_name(const void *a, const void *b, void *ctx)
{
	const struct variable *v = ctx;
	uint32_t i = *(const uint32_t *)a, k = *(const uint32_t *)b;
	struct sv x = v[i].name, y = v[k].name;

	for (size_t at = 0; at <= x.n && at <= y.n;) {
		size_t xe, ye;
		struct sv xc = component(x, at, &xe), yc = component(y, at, &ye);
		int c = sv_natcmp(xc, yc);

		c = c ? c : sv_cmp(xc, yc);
		if (c)
			return c;
		if (xe == x.n || ye == y.n)
			break;
		at = xe + 1;
	}
	return x.n != y.n ? (x.n > y.n) - (x.n < y.n) : (i > k) - (i < k);
}

struct builder {
	struct scopes *out;
	const struct variable *v;
	const uint32_t *order;
};

enum { DEEPEST = 100 };

/* order[from, to) share the first `at` bytes of their names. */
static void build(struct builder *b, size_t from, size_t to, size_t at, int depth)
{
	while (from < to) {
		const struct variable *v = &b->v[b->order[from]];
		size_t end, row = b->out->row.n, upto = from + 1;
		struct sv last = component(v->name, at, &end);
		struct scope s = { .name = sv_sub(v->name, 0, end), .last = last, .depth = depth, .leaf = -1 };

		if (end == v->name.n || depth == DEEPEST) {
			s.name = v->name;
			s.last = sv_sub(v->name, at < v->name.n ? at : v->name.n, v->name.n);
			s.leaf = b->order[from];
			s.n = 1;
			s.n_values = variable_elements(v);
			s.bytes = v->bytes;
			s.end = row + 1;
			vec_push(&b->out->row, s);
			from++;
			continue;
		}
		while (upto < to) {
			struct sv other = b->v[b->order[upto]].name;
			size_t e;

			if (!sv_eq(component(other, at, &e), last) || e == other.n)
				break;
			upto++;
		}
		vec_push(&b->out->row, s);
		build(b, from, upto, end + 1, depth + 1);
		for (size_t r = row + 1; r < b->out->row.n; r = b->out->row.p[r].end) {
			s.n += b->out->row.p[r].n;
			s.n_values += b->out->row.p[r].n_values;
			s.bytes += b->out->row.p[r].bytes;
		}
		s.end = b->out->row.n;
		b->out->row.p[row] = s;
		from = upto;
	}
}

/* ---- by size ---- */

struct child {
	size_t row;
	int64_t bytes;
};

static int by_bytes(const void *a, const void *b)
{
	const struct child *x = a, *y = b;

	return x->bytes != y->bytes ? (x->bytes < y->bytes) - (x->bytes > y->bytes)
				    : (x->row > y->row) - (x->row < y->row);
}

static void sorted_copy(const struct scopes *in, size_t from, size_t to, struct scopes *out)
{
	VEC(struct child) list = { 0 };

	for (size_t r = from; r < to; r = in->row.p[r].end)
		vec_push(&list, ((struct child){ r, in->row.p[r].bytes }));
	if (list.n)
		qsort(list.p, list.n, sizeof(*list.p), by_bytes);
	for (size_t i = 0; i < list.n; i++) {
		struct scope s = in->row.p[list.p[i].row];
		size_t at = out->row.n;

		vec_push(&out->row, s);
		sorted_copy(in, list.p[i].row + 1, s.end, out);
		out->row.p[at].end = out->row.n;
	}
	vec_free(&list);
}

void scopes_make(struct scopes *s, const struct variable *v, uint32_t n, bool largest_first)
{
	uint32_t *order = malloc((n + 1u) * sizeof(*order));
	struct builder b = { s, v, order };

	*s = (struct scopes){ 0 };
	for (uint32_t i = 0; order && i < n; i++)
		order[i] = i;
	if (order && n) {
		qsort_r(order, n, sizeof(*order), by_name, (void *)v);
		build(&b, 0, n, 0, 1);
	}
	free(order);
	for (size_t r = 0; r < s->row.n; r = s->row.p[r].end) {
		s->n += s->row.p[r].n;
		s->n_values += s->row.p[r].n_values;
		s->bytes += s->row.p[r].bytes;
	}
	if (largest_first) {
		struct scopes sorted = { .n = s->n, .n_values = s->n_values, .bytes = s->bytes };

		sorted_copy(s, 0, s->row.n, &sorted);
		scopes_free(s);
		*s = sorted;
	}
}

void scopes_free(struct scopes *s)
{
	vec_free(&s->row);
	*s = (struct scopes){ 0 };
}
