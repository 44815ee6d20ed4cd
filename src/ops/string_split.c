/* Strings into pieces: StringSplit, StringSplitV2, StringNGrams. */
#include <string.h>

#include "base/vec.h"
#include "ops/text.h"

/* ---- split ---- */

struct piece {
	int64_t row, col;
	struct sv s;
};

struct pieces {
	VEC(struct piece) list;
	int64_t row, col, most;
};

static void piece_add(struct pieces *p, struct sv s)
{
	struct piece one = { p->row, p->col++, s };

	vec_push(&p->list, one);
	if (p->col > p->most)
		p->most = p->col;
}

static bool is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

static void skip_spaces(struct sv *s)
{
	while (s->n && is_space(s->p[0]))
		*s = sv_sub(*s, 1, s->n);
}

/* As Python's str.split() without a separator. */
static void split_spaces(struct pieces *p, struct sv s, int64_t max)
{
	for (skip_spaces(&s); s.n;) {
		size_t n = 0;

		while (n < s.n && !is_space(s.p[n]))
			n++;
		piece_add(p, sv_sub(s, 0, n));
		s = sv_sub(s, n, s.n);
		skip_spaces(&s);
		if (max > 0 && p->col == max) {
			piece_add(p, s);
			return;
		}
	}
}

static void split_by(struct pieces *p, struct sv s, struct sv sep, int64_t max)
{
	const char *hit;

	while (s.n && (hit = memmem(s.p, s.n, sep.p, sep.n)) != NULL) {
		size_t n = (size_t)(hit - s.p);

		piece_add(p, sv_sub(s, 0, n));
		s = sv_sub(s, n + sep.n, s.n);
		if (max > 0 && p->col == max)
			break;
	}
	piece_add(p, s);
}

/* At any byte of the set; of an empty set: after each byte. */
static void split_set(struct pieces *p, struct sv s, struct sv set, bool skip_empty)
{
	size_t from = 0;

	if (!s.n)
		return;
	if (!set.n) {
		for (size_t i = 0; i < s.n; i++)
			piece_add(p, sv_sub(s, i, i + 1));
		return;
	}
	for (size_t i = 0; i <= s.n; i++) {
		if (i < s.n && !memchr(set.p, s.p[i], set.n))
			continue;
		if (!skip_empty || i > from)
			piece_add(p, sv_sub(s, from, i));
		from = i + 1;
	}
}

/* indices [n, 2], values [n], shape [2]. */
static bool give_sparse(struct op_ctx *c, struct pieces *p, int64_t rows)
{
	int64_t n = (int64_t)p->list.n, dim[2] = { n, 2 }, two[1] = { 2 };
	struct tensor *idx = op_out(c, 0, DT_INT64, 2, dim), *val = op_out(c, 1, DT_STRING, 1, dim);
	struct tensor *shape = op_out(c, 2, DT_INT64, 1, two);

	if (!idx || !val || !shape)
		return false;
	for (int64_t i = 0; i < n; i++) {
		((int64_t *)idx->data)[2 * i] = p->list.p[i].row;
		((int64_t *)idx->data)[2 * i + 1] = p->list.p[i].col;
		if (!tensor_str_set(val, i, p->list.p[i].s, c->err))
			return false;
	}
	((int64_t *)shape->data)[0] = rows;
	((int64_t *)shape->data)[1] = p->most;
	return true;
}

static bool split(struct op_ctx *c, const char *what, bool v2)
{
	const struct tensor *in = c->in[0];
	struct pieces p = { .row = 0 };
	struct sv sep;
	bool skip_empty = true, ok = true;
	int64_t max = -1;

	if (in->rank != 1)
		return op_invalid(c, "input must be a vector, got shape: %s", op_in_shape(c, 0));
	if (c->in[1]->rank != 0)
		return op_invalid(c, "%s must be a scalar, got shape: %s", what, op_in_shape(c, 1));
	sep = tensor_str(c->in[1], 0);
	node_attr_bool(c->node, "skip_empty", &skip_empty);
	node_attr_int(c->node, "maxsplit", &max);
	for (; ok && p.row < in->n; p.row++) {
		struct sv s = tensor_str(in, p.row);

		p.col = 0;
		if (!v2)
			split_set(&p, s, sep, skip_empty);
		else if (max == 0)
			piece_add(&p, s);
		else if (!sep.n)
			split_spaces(&p, s, max);
		else
			split_by(&p, s, sep, max);
		ok = p.row % 4096 || c->world->go_on(c->world_ctx, c->err);
	}
	ok = ok && give_sparse(c, &p, in->n);
	vec_free(&p.list);
	return ok;
}

static bool run_split(struct op_ctx *c)
{
	return split(c, "delimiter", false);
}

static bool run_split_v2(struct op_ctx *c)
{
	return split(c, "sep", true);
}

/* ---- n-grams ---- */

struct ngrams {
	struct sv sep, left, right;
	const int64_t *width;
	int n_width;
	int64_t pad;
	bool keep_short;
};

static int64_t pad_of(const struct ngrams *g, int64_t width)
{
	return g->pad < 0 || g->pad > width - 1 ? width - 1 : g->pad;
}

static bool prepare_ngrams(const struct node *n, void *state, struct arena *a, struct err *err)
{
	struct ngrams *g = state;

	node_attr_str(n, "separator", &g->sep);
	node_attr_str(n, "left_pad", &g->left);
	node_attr_str(n, "right_pad", &g->right);
	node_attr_int(n, "pad_width", &g->pad);
	node_attr_bool(n, "preserve_short_sequences", &g->keep_short);
	return attr_ints(n, "ngram_widths", a, &g->width, &g->n_width, err);
}

/* How many n-grams of that width `length` items give. */
static int64_t count_of(const struct ngrams *g, int64_t length, int64_t width)
{
	int64_t n = length + 2 * pad_of(g, width) - width + 1;

	return n > 0 ? n : 0;
}

/* One item's n-grams over all widths. A row too short for any is kept whole when that is wanted. */
static int64_t row_count(const struct ngrams *g, int64_t length)
{
	int64_t n = 0, k;

	for (int w = 0; w < g->n_width; w++) {
		k = count_of(g, length, g->width[w]);
		if (__builtin_add_overflow(n, k, &n))
			return INT64_MAX;
	}
	return n == 0 && g->keep_short && length > 0 ? 1 : n;
}

static bool gram(struct op_ctx *c, const struct ngrams *g, int64_t from, int64_t length,
		 int64_t width, int64_t k, struct str *out)
{
	int64_t pad = pad_of(g, width);

	bool ok = true;

	str_clear(out);
	for (int64_t j = k; ok && j < k + width; j++) {
		if (j > k)
			str_add(out, g->sep);
		str_add(out, j < pad		 ? g->left
			     : j >= pad + length ? g->right
						 : tensor_str(c->in[0], from + j - pad));
		ok = text_fits(c, out->n) && (j % 4096 || c->world->go_on(c->world_ctx, c->err));
	}
	return ok;
}

static bool row_grams(struct op_ctx *c, const struct ngrams *g, int64_t from, int64_t length,
		      struct tensor *out, int64_t *at)
{
	struct str s = STR_INIT;
	int64_t before = *at;
	bool ok = true;

	for (int w = 0; w < g->n_width; w++)
		for (int64_t k = 0, n = count_of(g, length, g->width[w]); ok && k < n; k++) {
			ok = gram(c, g, from, length, g->width[w], k, &s) &&
			     tensor_str_set(out, (*at)++, str_sv(&s), c->err) &&
			     (k % 4096 || c->world->go_on(c->world_ctx, c->err));
		}
	if (ok && *at == before && g->keep_short && length > 0) {
		/* the row as one n-gram, padded as far as pad_width says */
		int64_t pad = g->pad < 0 ? 0 : g->pad > INT32_MAX ? INT32_MAX : g->pad;

		str_clear(&s);
		for (int64_t j = 0; ok && j < length + 2 * pad; j++) {
			ok = text_fits(c, s.n) && (j % 4096 || c->world->go_on(c->world_ctx, c->err));
			if (j)
				str_add(&s, g->sep);
			str_add(&s, j < pad ? g->left : j >= pad + length ? g->right :
							tensor_str(c->in[0], from + j - pad));
		}
		ok = ok && tensor_str_set(out, (*at)++, str_sv(&s), c->err);
	}
	str_free(&s);
	return ok;
}

static bool splits_ok(struct op_ctx *c, const struct tensor *splits, int64_t n_data)
{
	int64_t prev = tensor_get_i64(splits, 0), v;

	if (prev != 0)
		return op_invalid(c, "First split value must be 0, got %lld", (long long)prev);
	for (int64_t i = 1; i < splits->n; i++, prev = v) {
		v = tensor_get_i64(splits, i);
		if (v < prev || v > n_data)
			return op_invalid(c, "Invalid split value %lld, must be in [%lld, %lld]",
					  (long long)v, (long long)prev, (long long)n_data);
	}
	return prev == n_data ||
	       op_invalid(c, "Last split value must be data size. Expected %lld, got %lld",
			  (long long)n_data, (long long)prev);
}

static bool run_ngrams(struct op_ctx *c)
{
	const struct ngrams *g = c->state;
	const struct tensor *data = c->in[0], *splits = c->in[1];
	struct tensor *out_splits, *out;
	int64_t total = 0, dim[1], at = 0;

	for (int w = 0; w < g->n_width; w++)
		if (g->width[w] <= 0 || g->width[w] > INT32_MAX)
			return op_invalid(c, "ngram_widths must contain positive values");
	if (splits->n > 0 && !splits_ok(c, splits, data->n))
		return false;
	out_splits = op_out_like(c, 1, splits);
	if (!out_splits)
		return false;
	if (data->n == 0 || splits->n == 0) {
		for (int64_t i = 0; i < splits->n; i++)
			tensor_set_i64(out_splits, i, tensor_get_i64(splits, i));
		dim[0] = data->n;
		return op_out(c, 0, DT_STRING, 1, dim) != NULL;
	}
	tensor_set_i64(out_splits, 0, 0);
	for (int64_t i = 1; i < splits->n; i++) {
		int64_t n = row_count(g, tensor_get_i64(splits, i) - tensor_get_i64(splits, i - 1));

		if (__builtin_add_overflow(total, n, &total))
			return op_invalid(c, "too many n-grams");
		tensor_set_i64(out_splits, i, total);
	}
	dim[0] = total;
	out = op_out(c, 0, DT_STRING, 1, dim);
	for (int64_t i = 1; out && i < splits->n; i++) {
		int64_t from = tensor_get_i64(splits, i - 1);

		if (!row_grams(c, g, from, tensor_get_i64(splits, i) - from, out, &at))
			return false;
	}
	return out != NULL;
}

static const struct op_row rows[] = {
	{ .name = "StringSplit", .n_in = 2, .n_out = 3, .run = run_split },
	{ .name = "StringSplitV2", .n_in = 2, .n_out = 3, .run = run_split_v2 },
	{ .name = "StringNGrams", .n_in = 2, .n_out = 2, .types = { { "Tsplits", DM_INDEX } },
	  .state_size = sizeof(struct ngrams), .prepare = prepare_ngrams, .run = run_ngrams },
};

OP_FAMILY(family_string_split, rows);
