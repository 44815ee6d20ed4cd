/* The most likely classes of a vector of probabilities, with labels. */
#include <inttypes.h>
#include <stdlib.h>

#include "cmd/json.h"
#include "cmd/labels.h"
#include "cmd/ranked.h"
#include "cmd/rows.h"
#include "cmd/table.h"

static void label_head(struct table *t, const struct labels *labels)
{
	if (labels->asset)
		table_printf(t, "label, of %s", labels->asset);
	else
		table_text(t, labels->line.n ? "label" : "class");
}

static void row_text(struct sink *out, const struct ranked *r, int64_t k, bool prob,
		     const struct labels *labels)
{
	struct table t;

	table_init(&t, "rlr");
	table_text(&t, "rank");
	label_head(&t, labels);
	table_text(&t, prob ? "probability" : "score");
	for (int64_t i = 0; i < k; i++) {
		const char *label = labels_at(labels, r[i].i);

		table_printf(&t, "%" PRId64, i + 1);
		if (label)
			table_sv(&t, sv_of(label));
		else
			table_printf(&t, "%" PRId64, r[i].i);
		table_printf(&t, prob ? "%.6f" : "%.6g", r[i].v);
	}
	table_print(&t, out, 0);
}

static void row_json(struct json *j, const struct ranked *r, int64_t k, const struct labels *labels)
{
	json_open(j, '[');
	for (int64_t i = 0; i < k; i++) {
		const char *label = labels_at(labels, r[i].i);

		json_open(j, '{');
		json_kint(j, "rank", i + 1);
		json_kint(j, "class", r[i].i);
		if (label)
			json_kstr(j, "label", sv_of(label));
		json_key(j, "value");
		json_num(j, r[i].v);
		json_close(j, '}');
	}
	json_close(j, ']');
}

static bool fits(const struct tensor *t, struct err *err)
{
	enum dtype_kind kind = dtype_info(t->dtype)->kind;
	struct str s = STR_INIT;

	if ((kind == DK_FLOAT || kind == DK_INT || kind == DK_UINT) && t->rank >= 1 && t->n > 0 &&
	    t->dim[t->rank - 1] > 0)
		return true;
	type_text(&s, t);
	err_set(err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT,
		"the most likely classes need a vector of numbers, not %s", str_z(&s));
	str_free(&s);
	return false;
}

/* Of an example of a batch, before its table: what it is called, or its number. */
static void example_head(struct sink *out, const struct label_source *from, int64_t row, int64_t rows)
{
	sink_puts(out, row ? "\n" : "");
	if (from->example && rows == (int64_t)from->n_examples) {
		sink_escaped(out, sv_of(from->example[row]));
		sink_puts(out, "\n");
	} else {
		sink_printf(out, "example %" PRId64 "\n", row);
	}
}

/* Ranked rows of t, one at a time. json: into it, else as text to out. */
static bool rank_rows(struct sink *out, const struct tensor *t, int64_t k, const struct label_source *from,
		      struct json *json, struct err *err)
{
	struct labels labels = { 0 };
	struct ranked *r;
	int64_t n;

	if (!fits(t, err) || !labels_find(from, t->dim[t->rank - 1], &labels, err))
		return false;
	n = t->dim[t->rank - 1];
	k = k < n ? k : n;
	for (int64_t row = 0; row < t->n / n; row++) {
		r = ranked_row(t, row);
		ranked_sort(r, n);
		if (!json && t->n > n)
			example_head(out, from, row, t->n / n);
		if (json)
			row_json(json, r, k, &labels);
		else
			row_text(out, r, k, ranked_are_probabilities(r, n), &labels);
		free(r);
	}
	labels_free(&labels);
	return true;
}

bool top_print(struct sink *out, const struct tensor *t, int64_t k, const struct label_source *from,
	       struct err *err)
{
	return rank_rows(out, t, k, from, NULL, err);
}

bool top_json(struct json *j, const struct tensor *t, int64_t k, const struct label_source *from, struct err *err)
{
	bool ok;

	json_open(j, '[');
	ok = rank_rows(NULL, t, k, from, j, err);
	json_close(j, ']');
	return ok;
}
