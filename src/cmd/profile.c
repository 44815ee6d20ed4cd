/*
 * run --profile: where the time of a run goes, by step and by scope, beside what the machine could
 * do: a step cannot be faster than its multiply-adds and its bytes allow.
 */
#include "cmd/profile.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/map.h"
#include "base/mem.h"
#include "cmd/table.h"

void profile_add(struct profile *p, struct sv node, const char *what, double seconds, double macs,
		 double bytes, uint64_t runs)
{
	struct profile_row r = {.node = xsvdup(node),
				.what = xstrdup(what),
				.seconds = seconds,
				.macs = macs,
				.bytes = bytes,
				.runs = runs};

	vec_push(&p->row, r);
	p->seconds += seconds;
}

void profile_free(struct profile *p)
{
	for (size_t i = 0; i < p->row.n; i++) {
		free(p->row.p[i].node);
		free(p->row.p[i].what);
	}
	vec_free(&p->row);
}

static int by_time(const void *a, const void *b)
{
	double x = ((const struct profile_row *)a)->seconds,
	       y = ((const struct profile_row *)b)->seconds;

	return (x < y) - (x > y);
}

/* The part of what the machine could do at best that the step reaches; 0: it counts no
 * operations. */
static double of_roof(const struct profile *p, const struct profile_row *r)
{
	double best = fmax(2 * r->macs / p->roof.flops, r->bytes / p->roof.bytes);

	return r->macs > 0 && r->seconds > 0 ? best / r->seconds : 0;
}

/* ---- scopes ---- */

static struct sv scope_of(const char *node)
{
	struct sv s = sv_of(node);
	long slash = sv_rfind(s, '/');

	return slash > 0 ? sv_sub(s, 0, (size_t)slash) : SV("(no scope)");
}

static void by_scope(const struct profile *p, struct profile *out)
{
	struct map at = {0};

	for (size_t i = 0; i < p->row.n; i++) {
		const struct profile_row *r = &p->row.p[i];
		struct sv scope = scope_of(r->node);
		uint64_t k = out->row.n;

		if (map_add(&at, scope, k)) {
			profile_add(out, scope, "", r->seconds, r->macs, r->bytes, r->runs);
			continue;
		}
		map_get(&at, scope, &k);
		out->row.p[k].seconds += r->seconds;
		out->row.p[k].macs += r->macs;
		out->row.p[k].bytes += r->bytes;
		out->seconds += r->seconds;
	}
	map_free(&at);
	out->roof = p->roof;
	out->runs = p->runs;
	qsort(out->row.p, out->row.n, sizeof(*out->row.p), by_time);
}

/* ---- text ---- */

static void cells(struct table *t, const struct profile *p, const struct profile_row *r)
{
	double n = (double)p->runs, part = of_roof(p, r);

	table_printf(t, "%.3f", 1e3 * r->seconds / n);
	table_printf(t, "%.1f%%", p->seconds > 0 ? 100 * r->seconds / p->seconds : 0);
	table_printf(t, r->macs > 0 ? "%.2f" : "", r->macs / n / 1e6);
	table_printf(t, "%.2f", r->bytes / n / 1e6);
	table_printf(t, part > 0 ? "%.1f" : "", 2e-9 * r->macs / r->seconds);
	table_printf(t, part > 0 ? "%.0f%%" : "", 100 * part);
}

static void print_rows(const struct profile *p, struct sink *out, const char *head)
{
	struct table t;

	table_init(&t, "rrrrrrll");
	for (const char *const *h = (const char *const[]){"ms", "part", "MMAC", "MB", "GF/s",
							  "of roof", head, "what", NULL};
	     *h; h++)
		table_text(&t, *h);
	for (size_t i = 0; i < p->row.n; i++) {
		cells(&t, p, &p->row.p[i]);
		table_sv(&t, sv_of(p->row.p[i].node));
		table_text(&t, p->row.p[i].what);
	}
	table_print(&t, out, 0);
}

void profile_print(struct profile *p, struct sink *out)
{
	struct profile scopes = {0};

	qsort(p->row.p, p->row.n, sizeof(*p->row.p), by_time);
	by_scope(p, &scopes);
	sink_printf(out,
		    "%s mode: %.3f ms a run, of %" PRIu64
		    "; this machine: %.0f GF/s, %.1f GB/s\n\n",
		    p->mode, 1e3 * p->seconds / (double)p->runs, p->runs, 1e-9 * p->roof.flops,
		    1e-9 * p->roof.bytes);
	print_rows(p, out, "node");
	sink_puts(out, "\n");
	print_rows(&scopes, out, "scope");
	profile_free(&scopes);
}

/* ---- JSON ---- */

static void json_rows(struct json *j, const char *key, const struct profile *p)
{
	double n = (double)p->runs;

	json_key(j, key);
	json_open(j, '[');
	for (size_t i = 0; i < p->row.n; i++) {
		const struct profile_row *r = &p->row.p[i];

		json_open(j, '{');
		json_kstr(j, "name", sv_of(r->node));
		if (r->what[0])
			json_kstr(j, "what", sv_of(r->what));
		json_key(j, "ms");
		json_num(j, 1e3 * r->seconds / n);
		json_key(j, "macs");
		json_num(j, r->macs / n);
		json_key(j, "bytes");
		json_num(j, r->bytes / n);
		json_key(j, "of_roof");
		json_num(j, of_roof(p, r));
		json_close(j, '}');
	}
	json_close(j, ']');
}

void profile_json(struct profile *p, struct sink *out)
{
	struct profile scopes = {0};
	struct json j;

	qsort(p->row.p, p->row.n, sizeof(*p->row.p), by_time);
	by_scope(p, &scopes);
	json_start(&j, out);
	json_open(&j, '{');
	json_kstr(&j, "mode", sv_of(p->mode));
	json_key(&j, "runs");
	json_int(&j, (int64_t)p->runs);
	json_key(&j, "ms");
	json_num(&j, 1e3 * p->seconds / (double)p->runs);
	json_key(&j, "flops");
	json_num(&j, p->roof.flops);
	json_key(&j, "bytes_per_second");
	json_num(&j, p->roof.bytes);
	json_rows(&j, "nodes", p);
	json_rows(&j, "scopes", &scopes);
	json_close(&j, '}');
	json_end(&j);
	profile_free(&scopes);
}
