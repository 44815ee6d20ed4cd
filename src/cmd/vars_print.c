/* What vars prints: tables, the tree of scopes, shards, JSON; see vars.h. */
#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "base/fmap.h"
#include "base/mem.h"
#include "cmd/rows.h"
#include "cmd/vars.h"

/* ---- the plain table ---- */

struct total {
	int64_t n, values, bytes;
};

static void total_add(struct total *t, const struct var_row *r)
{
	t->n++;
	t->values += variable_elements(r->v);
	t->bytes += r->w.bytes;
}

static void total_print(struct sink *out, const char *what, const struct total *t)
{
	char *n = text_thousands(t->n), *values = text_thousands(t->values), *bytes = text_bytes((uint64_t)t->bytes);

	if (t->n)
		sink_printf(out, "%s %s: %s values, %s\n", n, what, values, bytes);
	free(n);
	free(values);
	free(bytes);
}

static void totals(struct sink *out, const struct var_rows *rows)
{
	struct total all = { 0 }, train = { 0 }, fixed = { 0 }, slots = { 0 }, none = { 0 };

	for (size_t i = 0; i < rows->list.n; i++) {
		const struct var_row *r = &rows->list.p[i];

		total_add(&all, r);
		if (!weight_stored(&r->w))
			total_add(&none, r);
		if (r->v->slot_of >= 0)
			total_add(&slots, r);
		else if (r->v->trainable_known)
			total_add(r->v->trainable ? &train : &fixed, r);
	}
	if (!all.n) {
		sink_puts(out, "no variables\n");
		return;
	}
	sink_puts(out, "\n");
	total_print(out, all.n == 1 ? "variable" : "variables", &all);
	total_print(out, "trainable", &train);
	total_print(out, "not trainable", &fixed);
	total_print(out, "slots of optimizers", &slots);
	total_print(out, "without a value in the checkpoint", &none);
}

static void remarks(struct str *s, const struct var_row *r, const struct metagraph *mg)
{
	uint32_t n;
	const struct variable *all = metagraph_variables(mg, &n);
	struct bundle *b = r->w.entry >= 0 ? model_bundle(mg->model, NULL) : NULL;

	str_addz(s, "");
	if (!weight_stored(&r->w)) {
		str_addz(s, "no value stored");
		return;
	}
	if (r->v->slot_of >= 0) {
		str_addz(s, "slot ");
		str_escaped(s, r->v->slot);
		str_addz(s, " of ");
		str_escaped(s, all[r->v->slot_of].name);
	} else if (r->v->trainable_known) {
		str_addz(s, r->v->trainable ? "trainable" : "not trainable");
	}
	if (b && bundle_at(b, r->w.entry)->n_slices)
		str_addf(s, "%s%d slices", s->n ? ", " : "", bundle_at(b, r->w.entry)->n_slices);
}

void vars_table(struct cmd_call *c, const struct var_rows *rows)
{
	struct table t;

	table_init(&t, "lllrl");
	for (size_t i = 0; i < rows->list.n; i++) {
		const struct var_row *r = &rows->list.p[i];
		struct str s = STR_INIT;

		table_sv(&t, r->w.name);
		table_text(&t, dtype_info(r->w.dtype)->name);
		table_shape(&t, r->w.shape);
		table_take(&t, text_bytes((uint64_t)r->w.bytes));
		remarks(&s, r, c->app->mg);
		table_take(&t, str_give(&s));
	}
	table_print(&t, c->out, 0);
	totals(c->out, rows);
}

/* ---- statistics ---- */

static void cell_g(struct table *t, double v, bool there)
{
	if (there)
		table_printf(t, "%.4g", v);
	else
		table_text(t, "");
}

static void cell_n(struct table *t, int64_t n)
{
	if (n > 0)
		table_printf(t, "%" PRId64, n);
	else
		table_text(t, "");
}

static void stat_cells(struct table *t, const struct summary *sum)
{
	static const struct summary nothing = { .unique = -1 };
	const struct stats *s;
	bool there;

	sum = sum ? sum : &nothing;
	s = &sum->stats;
	there = s->numeric && s->n_finite;
	cell_g(t, s->min, there);
	cell_g(t, s->max, there);
	cell_g(t, s->mean, there);
	cell_g(t, s->std, there);
	cell_g(t, s->absmax, there);
	if (s->numeric && s->n)
		table_printf(t, "%.3g%%", 100 * (double)s->n_zero / (double)s->n);
	else
		table_text(t, "");
	cell_n(t, s->n_nan);
	cell_n(t, s->n_pinf + s->n_ninf);
	cell_n(t, s->n_denormal);
	if (sum->unique >= 0)
		table_printf(t, "%s%" PRId64, sum->unique_many ? ">" : "", sum->unique);
	else
		table_text(t, "");
}

/* Heads of columns that hold nothing are left out, and so the columns. */
static void stat_heads(struct table *t, const struct stats *all)
{
	table_text(t, "min");
	table_text(t, "max");
	table_text(t, "mean");
	table_text(t, "std");
	table_text(t, "absmax");
	table_text(t, "zeros");
	table_text(t, all->n_nan ? "nan" : "");
	table_text(t, all->n_pinf + all->n_ninf ? "inf" : "");
	table_text(t, all->n_denormal ? "denormal" : "");
	table_text(t, "unique");
	table_text(t, "type");
	table_text(t, "name");
}

void vars_stats_table(struct cmd_call *c, const struct var_rows *rows)
{
	struct summary all = { .stats = { .argmin = -1, .argmax = -1, .first_bad = -1 }, .unique = -1 };
	struct table t;

	for (size_t i = 0; i < rows->list.n; i++)
		if (rows->list.p[i].sum && rows->list.p[i].sum->stats.numeric) {
			stats_merge(&all.stats, &rows->list.p[i].sum->stats);
			all.stats.numeric = true;
		}
	table_init(&t, "rrrrrrrrrrll");
	stat_heads(&t, &all.stats);
	for (size_t i = 0; i < rows->list.n; i++) {
		const struct var_row *r = &rows->list.p[i];
		struct str s = STR_INIT;

		stat_cells(&t, r->sum);
		str_addf(&s, "%s ", dtype_info(r->w.dtype)->name);
		shape_str_py(&s, r->w.shape);
		table_take(&t, str_give(&s));
		table_sv(&t, r->w.name);
	}
	if (all.stats.n) {
		char *n = text_thousands(all.stats.n);

		stat_cells(&t, &all);
		table_printf(&t, "%s values", n);
		table_text(&t, "(all)");
		free(n);
	}
	table_print(&t, c->out, 0);
	totals(c->out, rows);
}

/* ---- scopes ---- */

void vars_scopes(struct cmd_call *c, int depth, bool by_bytes)
{
	uint32_t n;
	const struct variable *v = metagraph_variables(c->app->mg, &n);
	struct scopes s;
	struct table t;

	scopes_make(&s, v, n, by_bytes);
	if (call_flag(c, "json")) {
		struct json j;

		json_start(&j, c->out);
		json_open(&j, '[');
		for (size_t i = 0; i < s.row.n; i++) {
			const struct scope *r = &s.row.p[i];

			if (r->depth > depth)
				continue;
			json_open(&j, '{');
			json_kstr(&j, "name", r->name);
			json_kbool(&j, "scope", r->leaf < 0);
			json_kint(&j, "depth", r->depth);
			json_kint(&j, "variables", r->n);
			json_kint(&j, "values", r->n_values);
			json_kint(&j, "bytes", r->bytes);
			json_key(&j, "share");
			json_num(&j, s.bytes ? (double)r->bytes / (double)s.bytes : 0);
			json_close(&j, '}');
		}
		json_close(&j, ']');
		json_end(&j);
		scopes_free(&s);
		return;
	}
	table_init(&t, "lrrrr");
	for (size_t i = 0; i < s.row.n; i++) {
		const struct scope *r = &s.row.p[i];
		struct str name = STR_INIT;

		if (r->depth > depth)
			continue;
		str_addn(&name, ' ', 2 * (size_t)(r->depth - 1));
		str_escaped(&name, r->last);
		str_addz(&name, r->leaf < 0 ? "/" : "");
		table_take(&t, str_give(&name));
		table_take(&t, text_bytes((uint64_t)r->bytes));
		table_printf(&t, "%.1f%%", s.bytes ? 100 * (double)r->bytes / (double)s.bytes : 0);
		table_take(&t, text_thousands(r->n_values));
		if (r->leaf < 0)
			table_printf(&t, "%" PRId64 " var%s", r->n, r->n == 1 ? "" : "s");
		else
			table_text(&t, "");
	}
	table_print(&t, c->out, 0);
	if (!s.row.n)
		sink_puts(c->out, "no variables\n");
	scopes_free(&s);
}

/* ---- shards ---- */

struct shard_sum {
	int64_t size, used, n;		/* size -1: no such file */
};

/* Bytes and tensors by shard; gives. */
static struct shard_sum *shards_make(const struct bundle *b, int *n)
{
	struct shard_sum *s;

	*n = bundle_n_shards(b) > 0 ? bundle_n_shards(b) : 0;
	s = xcalloc((size_t)*n + 1, sizeof(*s));
	for (int i = 0; i < *n; i++) {
		char *path = bundle_shard_path(b, i);
		struct stat st;

		s[i].size = stat(path, &st) ? -1 : st.st_size;
		free(path);
	}
	for (int i = 0; i < bundle_n(b); i++)
		for (int k = 0; k < bundle_n_parts(b, i); k++) {
			const struct bundle_entry *e = bundle_part_entry(b, i, k);

			if (!e || e->shard < 0 || e->shard >= *n || e->size < 0)
				continue;
			s[e->shard].n++;
			if (__builtin_add_overflow(s[e->shard].used, e->size, &s[e->shard].used))
				s[e->shard].used = INT64_MAX;
		}
	return s;
}

static const char *base_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

void vars_shards(struct cmd_call *c)
{
	struct bundle *b = model_bundle(c->app->mg->model, NULL);
	struct shard_sum *s;
	struct table t;
	int n;

	if (!b) {
		sink_puts(c->out, "no checkpoint with data files\n");
		return;
	}
	s = shards_make(b, &n);
	table_init(&t, "lrrl");
	for (int i = 0; i < n; i++) {
		char *path = bundle_shard_path(b, i);

		table_sv(&t, sv_of(base_name(path)));
		table_take(&t, s[i].size < 0 ? xstrdup("missing") : text_bytes((uint64_t)s[i].size));
		table_printf(&t, "%" PRId64 " tensor%s", s[i].n, s[i].n == 1 ? "" : "s");
		if (s[i].size > s[i].used) {
			char *gap = text_bytes((uint64_t)(s[i].size - s[i].used));

			table_printf(&t, "%s used by none", gap);
			free(gap);
		} else if (s[i].size >= 0 && s[i].size < s[i].used) {
			char *gap = text_bytes((uint64_t)(s[i].used - s[i].size));

			table_printf(&t, "%s less than its tensors need", gap);
			free(gap);
		} else {
			table_text(&t, "");
		}
		free(path);
	}
	table_print(&t, c->out, 0);
	free(s);
}

void vars_shards_json(struct cmd_call *c)
{
	struct bundle *b = model_bundle(c->app->mg->model, NULL);
	struct shard_sum *s;
	struct json j;
	int n = 0;

	s = b ? shards_make(b, &n) : NULL;
	json_start(&j, c->out);
	json_open(&j, '[');
	for (int i = 0; i < n; i++) {
		char *path = bundle_shard_path(b, i);

		json_open(&j, '{');
		json_kstr(&j, "file", sv_of(base_name(path)));
		json_key(&j, "bytes");
		if (s[i].size < 0)
			json_null(&j);
		else
			json_int(&j, s[i].size);
		json_kint(&j, "tensors", s[i].n);
		json_kint(&j, "used", s[i].used);
		json_close(&j, '}');
		free(path);
	}
	json_close(&j, ']');
	json_end(&j);
	free(s);
}

/* ---- JSON ---- */

static void crc_json(struct json *j, uint32_t crc)
{
	char hex[16];

	snprintf(hex, sizeof(hex), "%08x", crc);
	json_kstr(j, "crc32c", sv_of(hex));
}

static void part_json(struct json *j, const struct bundle_entry *e)
{
	json_kint(j, "shard", e->shard);
	json_kint(j, "offset", e->offset);
	json_kint(j, "stored_bytes", e->size);
	crc_json(j, e->crc);
}

static void stored_json(struct json *j, const struct var_row *r)
{
	struct bundle *b = model_bundle(r->w.mg->model, NULL);
	const struct bundle_entry *e = bundle_at(b, r->w.entry);

	if (!e->n_slices) {
		part_json(j, e);
		return;
	}
	json_key(j, "slices");
	json_open(j, '[');
	for (int k = 0; k < e->n_slices; k++) {
		const struct bundle_entry *p = bundle_part_entry(b, r->w.entry, k);

		json_open(j, '{');
		json_kstr(j, "slice", e->slice[k].spec);
		if (p)
			part_json(j, p);
		json_close(j, '}');
	}
	json_close(j, ']');
}

void var_row_json(struct json *j, const struct var_row *r)
{
	uint32_t n;

	json_kstr(j, "name", r->w.name);
	json_kstr(j, "dtype", sv_of(dtype_info(r->w.dtype)->name));
	json_kshape(j, "shape", r->w.shape);
	if (r->v && r->v->trainable_known)
		json_kbool(j, "trainable", r->v->trainable);
	json_kint(j, "bytes", r->w.bytes);
	json_kstr(j, "checkpoint_key", r->w.key);
	if (r->v && r->v->object >= 0)
		json_kint(j, "object", r->v->object);
	if (r->v && r->v->slot_of >= 0) {
		json_kstr(j, "slot", r->v->slot);
		json_kstr(j, "slot_of", metagraph_variables(r->w.mg, &n)[r->v->slot_of].name);
	}
	if (r->w.entry >= 0)
		stored_json(j, r);
	if (r->crc_known)
		json_kbool(j, "checksum_right", !r->crc_bad);
	if (r->problem)
		json_kstr(j, "problem", sv_of(r->problem));
	if (r->sum) {
		json_key(j, "statistics");
		json_open(j, '{');
		summary_json(j, r->sum);
		json_close(j, '}');
	}
}

void vars_json(struct sink *out, const struct var_rows *rows)
{
	struct json j;

	json_start(&j, out);
	json_open(&j, '[');
	for (size_t i = 0; i < rows->list.n; i++) {
		json_open(&j, '{');
		var_row_json(&j, &rows->list.p[i]);
		json_close(&j, '}');
	}
	json_close(&j, ']');
	json_end(&j);
}
