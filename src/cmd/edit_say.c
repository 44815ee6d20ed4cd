/* What an edit made of the run: how many nodes ran again, and the outputs before and after, side
 * by side. */
#include <inttypes.h>
#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "cmd/edit.h"
#include "cmd/rows.h"
#include "cmd/weights.h"
#include "tensor/print.h"
#include "tensor/stats.h"

enum { FEW = 4, WIDE = 48 };

struct edit_before edit_outputs(const struct dbg *d)
{
	const struct signature *sig = dbg_signature(d);
	struct edit_before b = { NULL, dbg_state(d) == DBG_DONE && sig ? sig->n_out : 0 };

	b.out = xcalloc((size_t)b.n + 1, sizeof(*b.out));
	for (uint32_t i = 0; i < b.n; i++)
		b.out[i] = tensor_ref(dbg_output(d, i));
	return b;
}

void edit_before_free(struct edit_before *b)
{
	for (uint32_t i = 0; i < b->n; i++)
		tensor_unref(b->out[i]);
	free(b->out);
}

/* An element, cut when it is a long string. */
static void element(struct str *out, const struct tensor *t, int64_t i)
{
	size_t from = out->n;

	print_element(out, t, i);
	if (out->n - from <= WIDE)
		return;
	out->n = from + WIDE;
	while (out->n > from &&
	       ((unsigned char)out->p[out->n] & 0xc0) == 0x80) /* not within a letter */
		out->n--;
	str_addz(out, "...");
}

/* From element `from` on. Of texts one says enough. */
static void few(struct str *out, const struct tensor *t, int64_t from)
{
	int64_t end = from + (t && t->dtype == DT_STRING ? 1 : FEW);

	if (!t) {
		str_addz(out, "nothing");
		return;
	}
	print_type(out, t);
	if (from) {
		str_addz(out, " at ");
		index_text(out, from, tensor_shape(t));
	}
	for (int64_t i = from; i < t->n && i < end; i++) {
		str_addz(out, i > from ? ", " : " ");
		element(out, t, i);
	}
	if (t->n > end)
		str_addz(out, " ...");
}

void edit_few(struct str *out, const struct tensor *t)
{
	few(out, t, 0);
}

static bool comparable(const struct tensor *was, const struct tensor *is)
{
	return was && is && was->dtype == is->dtype &&
	       shape_eq(tensor_shape(was), tensor_shape(is)) &&
	       dtype_info(is->dtype)->kind != DK_OBJECT;
}

struct change {
	int64_t n, at; /* elements that differ; where most, -1: nowhere that can be told */
	double most;
	int64_t bad_was, bad_is;	/* NaN and infinite */
};

static bool elements_same(const struct tensor *a, const struct tensor *b, int64_t i)
{
	size_t size = dtype_info(a->dtype)->size;

	if (a->dtype == DT_STRING)
		return sv_eq(tensor_str(a, i), tensor_str(b, i));
	return !memcmp((const char *)a->data + (size_t)i * size,
		       (const char *)b->data + (size_t)i * size, size);
}

static struct change compare(const struct tensor *was, const struct tensor *is)
{
	struct change c = { .at = -1 };

	for (int64_t i = 0; i < is->n; i++) {
		double a, b;

		if (elements_same(was, is, i))
			continue;
		c.n++;
		if (is->dtype == DT_STRING)
			continue;
		a = stats_value(was, i);
		b = stats_value(is, i);
		c.bad_was += !isfinite(a);
		c.bad_is += !isfinite(b);
		if (isfinite(a) && isfinite(b) && (c.at < 0 || fabs(b - a) > c.most)) {
			c.most = fabs(b - a);
			c.at = i;
		}
	}
	return c;
}

/* "3 of 10 elements differ, most by 0.25 at [0,7]; 2 were not finite, 0 are" */
static void change_print(struct sink *out, const struct tensor *was, const struct tensor *is)
{
	struct str s = STR_INIT;
	struct change c;

	if (!comparable(was, is) || is->n < 2)
		return;
	c = compare(was, is);
	str_addf(&s, "    %" PRId64 " of %" PRId64 " elements differ", c.n, is->n);
	if (c.at >= 0) {
		str_addf(&s, ", most by %.6g at ", c.most);
		index_text(&s, c.at, tensor_shape(is));
	}
	if (c.bad_was || c.bad_is)
		str_addf(&s, "; of these %" PRId64 " were NaN or infinite, %" PRId64 " are",
			 c.bad_was, c.bad_is);
	sink_printf(out, "%s\n", str_z(&s));
	str_free(&s);
}

/* Where what differs begins, when the first elements are the same. */
static int64_t first_shown(const struct tensor *was, const struct tensor *is)
{
	int64_t i = 0;

	if (!comparable(was, is))
		return 0;
	while (i < is->n && elements_same(was, is, i))
		i++;
	return i == is->n || i < (is->dtype == DT_STRING ? 1 : FEW) ? 0 : i;
}

static void output_print(struct sink *out, struct sv key, const struct tensor *was,
			 const struct tensor *is)
{
	struct str a = STR_INIT, b = STR_INIT;

	few(&a, was, first_shown(was, is));
	few(&b, is, first_shown(was, is));
	sink_puts(out, "  ");
	sink_escaped(out, key);
	if (was && is && tensor_same(was, is)) {
		sink_printf(out, ": the same, %s\n", str_z(&b));
	} else {
		sink_printf(out, ":\n    was %s\n    is  %s\n", str_z(&a), str_z(&b));
		change_print(out, was, is);
	}
	str_free(&a);
	str_free(&b);
}

static void counts_print(struct cmd_call *c, const char *nothing)
{
	bool idle = dbg_state(c->app->dbg) == DBG_IDLE;
	uint64_t n = dbg_rerun(c->app->dbg), all = dbg_depend(c->app->dbg);

	if (idle)
		sink_puts(c->out, "it counts from when a run begins\n");
	else if (!n && dbg_state(c->app->dbg) == DBG_FAILED && !nothing)
		sink_puts(c->out, "the run fails here\n");
	else if (!n && !all)
		sink_printf(c->out, "%s\n", nothing ? nothing : "nothing had to run again");
	else if (n == all)
		sink_printf(c->out, "%" PRIu64 " node%s ran again\n", n, n == 1 ? "" : "s");
	else
		sink_printf(c->out,
			    "%" PRIu64 " node%s ran again, of %" PRIu64 " that depend%s on it\n", n,
			    n == 1 ? "" : "s", all, all == 1 ? "s" : "");
}

void edit_outcome(struct cmd_call *c, const struct edit_before *b, const char *nothing, bool stands)
{
	const struct dbg *d = c->app->dbg;

	counts_print(c, nothing);
	for (uint32_t i = 0; i < b->n && dbg_state(d) == DBG_DONE; i++)
		output_print(c->out, dbg_signature(d)->out[i].key, b->out[i], dbg_output(d, i));
	if (stands && (dbg_state(d) != DBG_DONE || !b->n) && dbg_state(d) != DBG_IDLE)
		stop_print(c->app, c->out);
}

void edits_left_out(struct cmd_call *c)
{
	bool data = call_flag(c, "json") || call_flag(c, "csv");
	int n = dbg_n_edits(c->app->dbg);

	if (n)
		sink_printf(data ? c->msg : c->out, "%s: a run of its own, without the %d edit%s in force\n",
			    c->cmd->name, n, n == 1 ? "" : "s");
}
