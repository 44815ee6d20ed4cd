/*
 * The prompt's edits: another value in the place of what a node made, and going on with it. What the value may be
 * is feed's; a slice of a tensor is changed by way of the places of its elements.
 */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "cmd/rows.h"
#include "feed/feed.h"
#include "tensor/print.h"
#include "tensor/slice.h"

/* What is to be edited. */
struct target {
	char *path;			/* with its iteration */
	int slot;
	enum dtype dtype;
	struct tensor *old;		/* borrowed; NULL: the node has not made it */
	struct sv slice;		/* "[0,:4]", or empty */
};

static bool of_event(const struct dbg *d, struct sv name, struct target *t, struct err *err)
{
	struct dbg_event e;
	uint64_t event;
	bool dropped = false;

	if (!dbg_find(d, name, &event, &t->slot, err) || !dbg_event(d, event, &e))
		return false;
	t->old = dbg_event_out(d, event, t->slot, &dropped);
	if (!t->old)
		return err_set(err, ERR_KIND_USAGE, ERR_FAILED_PRECONDITION,
			       dropped ? "its value was dropped to save memory: say recompute first" :
			       "nothing was made here: it is on a branch that was not taken");
	t->dtype = t->old->dtype;
	t->path = xasprintf("%s%s", e.path, e.iter);
	return true;
}

/* The node that the run stands before: it may be one that cannot run. */
static bool of_here(const struct dbg *d, struct sv name, struct target *t)
{
	struct dbg_here h;
	const struct node *n;
	long colon = sv_rfind(name, ':');
	struct sv node = name;

	if (colon > 0 && (size_t)colon + 2 == name.n && name.p[colon + 1] >= '0' && name.p[colon + 1] <= '9') {
		t->slot = name.p[colon + 1] - '0';
		node = sv_sub(name, 0, (size_t)colon);
	}
	if (!dbg_here(d, &h) || !sv_ends(sv_of(h.path), node))
		return false;
	n = graph_node(h.graph, h.node, NULL);
	if (!n || (t->slot >= (int)n->n_out && t->slot > 0))
		return false;
	t->dtype = t->slot < (int)n->n_out ? n->out_type[t->slot] : DT_INVALID;
	if (t->dtype == DT_INVALID)	/* an op that nobody knows: most likely as its input */
		t->dtype = dbg_n_in(d) && dbg_in(d, 0) ? dbg_in(d, 0)->dtype : DT_FLOAT;
	t->path = xasprintf("%s%s", h.path, h.iter);
	return true;
}

static bool find_target(const struct dbg *d, const char *text, struct target *t, struct err *err)
{
	struct sv all = sv_of(text);
	long bracket = sv_find(all, '[');
	struct sv name = bracket < 0 ? all : sv_sub(all, 0, (size_t)bracket);

	t->slice = bracket < 0 ? SV("") : sv_sub(all, (size_t)bracket, all.n);
	if (of_here(d, name, t))
		return true;
	return of_event(d, name, t, err);
}

/* ---- the value ---- */

static struct tensor *filled(const struct tensor *like, const struct tensor *one, struct err *err)
{
	struct tensor *t = tensor_copy(like, err);

	for (int64_t i = 0; t && i < t->n; i++)
		memcpy((char *)t->data + (size_t)i * dtype_info(t->dtype)->size, one->data, dtype_info(t->dtype)->size);
	return t;
}

/* The flat places of the elements that a slice of t means: gives. */
static struct tensor *places(const struct tensor *t, struct sv slice, struct err *err)
{
	struct tensor *all = tensor_new(DT_INT64, t->rank, t->dim, err), *some;

	for (int64_t i = 0; all && i < all->n; i++)
		((int64_t *)all->data)[i] = i;
	some = all ? slice_tensor(all, slice, err) : NULL;
	tensor_unref(all);
	return some;
}

static struct tensor *with_slice(const struct target *t, const struct tensor *value, struct err *err)
{
	size_t size = dtype_info(t->dtype)->size;
	struct tensor *at = places(t->old, t->slice, err), *out = at ? tensor_copy(t->old, err) : NULL;

	if (out && value->n != 1 && value->n != at->n) {
		err_set(err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT, "the slice has %" PRId64 " elements, the value %" PRId64,
			at->n, value->n);
		tensor_unref(out);
		out = NULL;
	}
	for (int64_t i = 0; out && i < at->n; i++)
		memcpy((char *)out->data + (size_t)((int64_t *)at->data)[i] * size,
		       (const char *)value->data + (value->n == 1 ? 0 : (size_t)i * size), size);
	tensor_unref(at);
	return out;
}

static bool is_word(const char *text)
{
	return !strcmp(text, "zeros") || !strcmp(text, "ones") || !strncmp(text, "random", 6);
}

static struct tensor *value_of(struct cmd_call *c, const struct target *t, const char *text, struct err *err)
{
	struct feed_spec spec = { SV("edit"), sv_of(t->path), t->dtype, { .rank = -1 } };
	struct tensor *v, *out;

	if (!strcmp(text, "identity") && !t->old) {
		struct tensor *in = dbg_n_in(c->app->dbg) ? dbg_in(c->app->dbg, 0) : NULL;

		if (in && in->dtype == t->dtype)
			return tensor_ref(in);
		err_set(err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT, "its first input is no %s", dtype_text(t->dtype));
		return NULL;
	}
	if (is_word(text) && t->old && !t->slice.n)
		spec.shape = tensor_shape(t->old);
	else if (is_word(text) && !t->old) {
		err_set(err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT, "how large? Nothing was made here yet: say "
			"np.zeros((1, 10), np.float32), a file, or identity");
		return NULL;
	}
	v = feed_parse(&spec, text, err);
	if (!v || !t->old || dtype_info(t->dtype)->kind == DK_STRING || dtype_info(t->dtype)->kind == DK_OBJECT)
		return v;
	if (t->slice.n)
		out = with_slice(t, v, err);
	else if (v->rank == 0 && t->old->rank > 0)
		out = filled(t->old, v, err);
	else
		return v;
	tensor_unref(v);
	return out;
}

/* ---- what comes of it ---- */

struct before {
	struct tensor **out;
	uint32_t n;
};

static struct before outputs_of(const struct dbg *d)
{
	const struct signature *sig = dbg_signature(d);
	struct before b = { NULL, dbg_state(d) == DBG_DONE && sig ? sig->n_out : 0 };

	b.out = xcalloc((size_t)b.n + 1, sizeof(*b.out));
	for (uint32_t i = 0; i < b.n; i++)
		b.out[i] = tensor_ref(dbg_output(d, i));
	return b;
}

static void few(struct str *out, const struct tensor *t)
{
	if (t)
		print_brief(out, t, 4);
	else
		str_addz(out, "nothing");
}

/* The outputs side by side. */
static void outputs_print(const struct dbg *d, const struct before *b, struct sink *out)
{
	for (uint32_t i = 0; i < b->n && dbg_state(d) == DBG_DONE; i++) {
		struct tensor *now = dbg_output(d, i);
		struct str was = STR_INIT, is = STR_INIT;

		few(&was, b->out[i]);
		few(&is, now);
		sink_puts(out, "  ");
		sink_escaped(out, dbg_signature(d)->out[i].key);
		if (now && b->out[i] && tensor_same(now, b->out[i]))
			sink_printf(out, ": the same, %s\n", str_z(&is));
		else
			sink_printf(out, ": was %s\n%*s  is  %s\n", str_z(&was),
				    (int)dbg_signature(d)->out[i].key.n, "", str_z(&is));
		str_free(&was);
		str_free(&is);
	}
}

static void before_free(struct before *b)
{
	for (uint32_t i = 0; i < b->n; i++)
		tensor_unref(b->out[i]);
	free(b->out);
}

static void rerun_print(struct cmd_call *c, const struct before *b)
{
	uint64_t n = dbg_rerun(c->app->dbg);

	if (n)
		sink_printf(c->out, "%" PRIu64 " node%s ran again\n", n, n == 1 ? "" : "s");
	else
		sink_puts(c->out, "nothing had to run again\n");
	outputs_print(c->app->dbg, b, c->out);
	if (dbg_state(c->app->dbg) != DBG_DONE)
		stop_print(c->app, c->out);
}

static int edit_exec(struct cmd_call *c, struct err *err)
{
	struct dbg *d = c->app->dbg;
	struct target t = { 0 };
	struct before b;
	struct tensor *v = NULL;
	struct str text = STR_INIT;
	int id, first = c->argc > 2 && !strcmp(c->argv[1], "=") ? 2 : 1;
	bool ok;

	if (dbg_state(d) == DBG_IDLE) {
		err_set(err, ERR_KIND_USAGE, ERR_FAILED_PRECONDITION, "there is no run yet: start");
		return EXIT_ERROR;
	}
	ok = find_target(d, c->argv[0], &t, err) && (v = value_of(c, &t, c->argv[first], err));
	b = outputs_of(d);
	if (ok) {
		str_addf(&text, "%s = %s", c->argv[0], c->argv[first]);
		ok = dbg_edit(d, str_z(&text), t.path, t.slot, v, &id, err);
	}
	if (ok) {
		sink_printf(c->out, "edit %d: ", id);
		sink_escaped(c->out, sv_of(t.path));
		sink_printf(c->out, ":%d; ", t.slot);
		rerun_print(c, &b);
	}
	before_free(&b);
	tensor_unref(v);
	str_free(&text);
	free(t.path);
	return ok ? EXIT_FINE : EXIT_ERROR;
}

static int edits_exec(struct cmd_call *c, struct err *err)
{
	struct dbg_edit_row r;

	(void)err;
	for (int i = 0; dbg_edit_at(c->app->dbg, i, &r); i++) {
		struct str s = STR_INIT;

		few(&s, r.value);
		sink_printf(c->out, "%d  ", r.id);
		sink_escaped(c->out, sv_of(r.path));
		sink_printf(c->out, ":%d is %s  (", r.slot, str_z(&s));
		sink_escaped(c->out, sv_of(r.text));
		sink_puts(c->out, ")\n");
		str_free(&s);
	}
	if (!dbg_n_edits(c->app->dbg))
		sink_puts(c->out, "no edits\n");
	return EXIT_FINE;
}

static int undo_exec(struct cmd_call *c, struct err *err)
{
	struct dbg *d = c->app->dbg;
	struct dbg_edit_row r;
	struct before b;
	int id = c->argc ? atoi(c->argv[0]) : dbg_edit_at(d, dbg_n_edits(d) - 1, &r) ? r.id : 0;
	bool ok;

	b = outputs_of(d);
	ok = dbg_edit_undo(d, id, err);
	if (ok) {
		sink_printf(c->out, "edit %d is gone; ", id);
		rerun_print(c, &b);
	}
	before_free(&b);
	return ok ? EXIT_FINE : EXIT_ERROR;
}

#define EDIT(id, ...) \
	const struct cmd id = { .where = CMD_PROMPT, .group = "Tensors", .need = NEED_DEBUGGER, __VA_ARGS__ }
EDIT(cmd_edit, .name = "edit", .operands = "NAME[SLICE] VALUE", .min_args = 2, .max_args = 3, .arg = ARG_TENSOR,
     .exec = edit_exec, .brief = "Put another value in the place of what a node made, and go on with it.",
     .help = "NAME is a tensor of the run (of a loop's round: NAME@3), or the node that the run stands before, which\n"
	     "then need not run: also one that failed, or for whose op there is no kernel. VALUE is what feed takes: a\n"
	     "literal, a numpy expression, FILE.npy, zeros, ones, random; identity hands on the node's first input. With\n"
	     "a slice only these elements change. Only what depends on the edit runs again; edits lists them, undo takes\n"
	     "one back. They hold in later runs too.");
EDIT(cmd_edits, .name = "edits", .max_args = 0, .exec = edits_exec, .brief = "The edits that are in force.");
EDIT(cmd_undo, .name = "undo", .operands = "[ID]", .max_args = 1, .exec = undo_exec,
     .brief = "Take an edit back: the last one, or edit ID.");
