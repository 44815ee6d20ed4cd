/*
 * Which tensor of a dump is which of A's run: by path; by the tail of the name, where the dump's
 * model was wrapped or scoped otherwise; then, between those, by the order of ops and types, where
 * layers were renamed.
 */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "debug/diff_inside.h"
#include "tensor/print.h"

enum { MOST_CELLS = 4 << 20 }; /* of the table that aligns what is left */

static uint32_t *row_of(const struct diff *d, uint32_t event, uint32_t k)
{
	return &d->row_of[d->row_at[event] + k];
}

static uint32_t *of_slot(const struct dump *m, size_t i)
{
	return row_of(m->d, m->slot.p[i].event, m->slot.p[i].k);
}

uint32_t diff_row_of(const struct diff *d, uint32_t event, uint32_t k)
{
	return k < tape_event(d->a.tape, event)->n_out ? *row_of(d, event, k) : TAPE_NONE;
}

const struct tape_event *dump_event(const struct dump *m, size_t i)
{
	return tape_event(m->d->a.tape, m->slot.p[i].event);
}

const struct tensor *dump_tensor(const struct dump *m, size_t i)
{
	return tape_value(m->d->a.tape, dump_event(m, i)->out[m->slot.p[i].k])->t;
}

bool dump_is_free(const struct dump *m, size_t i)
{
	return *of_slot(m, i) == TAPE_NONE;
}

static void slots(struct dump *m)
{
	struct diff *d = m->d;
	uint32_t n = tape_n(d->a.tape), all = 0;

	d->row_at = xcalloc((size_t)n + 1, sizeof(*d->row_at));
	for (uint32_t i = 0; i < n; i++) {
		d->row_at[i] = all;
		all += tape_event(d->a.tape, i)->n_out;
	}
	d->row_of = xmalloc(((size_t)all + 1) * sizeof(*d->row_of));
	memset(d->row_of, 0xff, ((size_t)all + 1) * sizeof(*d->row_of));
	for (uint32_t i = 0; i < n; i++)
		for (uint32_t k = 0; k < tape_event(d->a.tape, i)->n_out; k++) {
			struct slot s = { i, k };

			if (diff_own(d->a.tape, i, k))
				vec_push(&m->slot, s);
		}
}

void dump_take(struct dump *m, size_t i, uint32_t row)
{
	*of_slot(m, i) = row;
	m->taken[row] = 1;
}

/* ---- names ---- */

static void by_path(struct dump *m)
{
	for (uint32_t r = 0; r < m->d->n_row; r++)
		map_add(&m->by_key,
			sv_of(arena_printf(m->arena, "%s%s", m->d->row[r].name, m->d->row[r].iter)),
			r);
	for (size_t i = 0; i < m->slot.n; i++) {
		const struct tape_event *e = dump_event(m, i);
		char *key = xasprintf("%s:%u%s", e->path, m->slot.p[i].k, e->iter);
		uint64_t r;

		if (map_get(&m->by_key, sv_of(key), &r) && !m->taken[r])
			dump_take(m, i, (uint32_t)r);
		free(key);
	}
}

/* The next shorter tail of a name, or NULL. */
static const char *shorter(const char *name)
{
	const char *slash = strchr(name, '/');

	return slash ? slash + 1 : NULL;
}

static void tails_of_rows(struct dump *m)
{
	for (uint32_t r = 0; r < m->d->n_row; r++)
		for (const char *t = m->d->row[r].name; t && !m->taken[r]; t = shorter(t)) {
			struct sv key = sv_of(arena_printf(m->arena, "%s%s", t, m->d->row[r].iter));

			if (!map_add(&m->by_tail, key, r))
				map_put(&m->by_tail, key, TAPE_NONE);
		}
}

/* One name alone tells little, unless it is all of a name. */
static bool tail_tells(const struct dump *m, const char *tail, const char *name, uint64_t r)
{
	return strchr(tail, '/') || tail == name || !strcmp(m->d->row[r].name, tail);
}

static void by_tail(struct dump *m)
{
	tails_of_rows(m);
	for (size_t i = 0; i < m->slot.n; i++) {
		const struct tape_event *e = dump_event(m, i);
		char *name = *of_slot(m, i) == TAPE_NONE
				     ? xasprintf("%s:%u", e->path, m->slot.p[i].k)
				     : NULL;

		for (const char *t = name; t; t = shorter(t)) {
			char *key = xasprintf("%s%s", t, e->iter);
			uint64_t r = TAPE_NONE;
			bool is = map_get(&m->by_tail, sv_of(key), &r);

			free(key);
			if (!is)
				continue;
			if (r != TAPE_NONE && !m->taken[r] && sv_is(e->n->op, m->d->row[r].op) &&
			    tail_tells(m, t, name, r))
				dump_take(m, i, (uint32_t)r);
			break;
		}
		free(name);
	}
}

/* ---- order ---- */

/* Is A's tensor i the dump's r, as far as names or (left over both) op and type tell? */
static bool type_fits(const struct dump *m, const void *ctx, size_t i, uint32_t r)
{
	char *const *type = ctx;
	uint32_t known = *of_slot(m, i);

	if (known != TAPE_NONE || m->taken[r])
		return known == r;
	return sv_is(dump_event(m, i)->n->op, m->d->row[r].op) &&
	       !strcmp(type[i], m->d->row[r].type) &&
	       !strcmp(dump_event(m, i)->iter, m->d->row[r].iter);
}

typedef bool (*fits_fn)(const struct dump *m, const void *ctx, size_t slot, uint32_t row);

struct span {
	size_t a, a_end, b, b_end;
};

/* Longest common subsequence of what lies between the common start and end. */
static void align(struct dump *m, fits_fn fits, const void *type, struct span s)
{
	size_t w = s.b_end - s.b + 1, h = s.a_end - s.a + 1;
	uint16_t *best;

	if (w * h > MOST_CELLS || w > UINT16_MAX || h > UINT16_MAX)
		return;
	best = xcalloc(w * h, sizeof(*best));
	for (size_t i = h - 1; i-- > 0;)
		for (size_t k = w - 1; k-- > 0;) {
			uint16_t down = best[(i + 1) * w + k], right = best[i * w + k + 1];
			bool fit = fits(m, type, s.a + i, m->row.p[s.b + k]);

			best[i * w + k] = fit		 ? (uint16_t)(best[(i + 1) * w + k + 1] + 1)
					  : down > right ? down
							 : right;
		}
	for (size_t i = 0, k = 0; i + 1 < h && k + 1 < w;) {
		if (fits(m, type, s.a + i, m->row.p[s.b + k]))
			dump_take(m, s.a + i++, m->row.p[s.b + k++]);
		else if (best[(i + 1) * w + k] >= best[i * w + k + 1])
			i++;
		else
			k++;
	}
	free(best);
}

void dump_align(struct dump *m, fits_fn fits, const void *ctx)
{
	struct span s = {0, m->slot.n, 0, m->row.n};

	while (s.a < s.a_end && s.b < s.b_end && fits(m, ctx, s.a, m->row.p[s.b]))
		dump_take(m, s.a++, m->row.p[s.b++]);
	while (s.a < s.a_end && s.b < s.b_end && fits(m, ctx, s.a_end - 1, m->row.p[s.b_end - 1]))
		dump_take(m, --s.a_end, m->row.p[--s.b_end]);
	align(m, fits, ctx, s);
}

static void by_order(struct dump *m)
{
	char **type = xcalloc(m->slot.n + 1, sizeof(*type));

	for (size_t i = 0; i < m->slot.n; i++) {
		const struct tape_event *e = dump_event(m, i);
		struct str text = STR_INIT;

		diff_type_text(&text, tape_value(m->d->a.tape, e->out[m->slot.p[i].k])->t);
		type[i] = str_give(&text);
	}
	dump_align(m, type_fits, type);
	for (size_t i = 0; i < m->slot.n; i++)
		free(type[i]);
	free(type);
}

void diff_type_text(struct str *out, const struct tensor *t)
{
	str_addf(out, "%s[", dtype_info(t->dtype)->name);
	for (int i = 0; i < t->rank; i++)
		str_addf(out, "%s%lld", i ? "," : "", (long long)t->dim[i]);
	str_addc(out, ']');
}

/* A dump holds too what was only handed on. */
static bool can_own(const char *op)
{
	static const char *const pass[] = {
		"_Arg",
		"_Retval",
		"Identity",
		"IdentityN",
		"StopGradient",
		"PartitionedCall",
		"StatefulPartitionedCall",
		"While",
		"StatelessWhile",
		"If",
		"StatelessIf",
		"Case",
		"StatelessCase",
		"Enter",
		"Exit",
		"Switch",
		"Merge",
		"NextIteration",
		NULL,
	};

	for (const char *const *p = pass; *p; p++)
		if (!strcmp(op, *p))
			return false;
	return true;
}

static void count(const struct dump *m)
{
	struct diff *d = m->d;

	d->ab = xmalloc(((size_t)tape_n(d->a.tape) + 1) * sizeof(*d->ab));
	for (uint32_t i = 0; i < tape_n(d->a.tape); i++)
		d->ab[i] = diff_row_of(d, i, 0);
	for (size_t i = 0; i < m->slot.n; i++) {
		const struct tape_event *e = dump_event(m, i);
		const struct tensor *t = tape_value(d->a.tape, e->out[m->slot.p[i].k])->t;

		d->n_only_a +=
			*of_slot(m, i) == TAPE_NONE && dtype_info(t->dtype)->kind != DK_OBJECT;
	}
}

void dump_open(struct dump *m, struct diff *d)
{
	*m = (struct dump){ .d = d, .arena = arena_new() };
	m->taken = xcalloc((size_t)d->n_row + 1, 1);
	slots(m);
}

void dump_close(struct dump *m)
{
	count(m);
	vec_free(&m->slot);
	vec_free(&m->row);
	map_free(&m->by_key);
	map_free(&m->by_tail);
	free(m->taken);
	arena_free(m->arena);
}

void diff_match_dump(struct diff *d)
{
	struct dump m;

	dump_open(&m, d);
	by_path(&m);
	by_tail(&m);
	for (uint32_t r = 0; r < d->n_row; r++)
		if (can_own(d->row[r].op))
			vec_push(&m.row, r);
	by_order(&m);
	dump_close(&m);
}
