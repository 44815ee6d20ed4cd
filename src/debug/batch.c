/*
 * The batch doctor; see batch.h. Examples: those that were given, then the same with their elements
 * rolled round, so that what is a legal value stays one. Each run begins with the resources as
 * loaded.
 */
#include "debug/batch_inside.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

const char *batch_how_text(enum batch_how h)
{
	static const char *const text[] = {"alone", "in another order", "beside padding",
					   "among other examples"};

	return text[h];
}

/* ---- examples ---- */

/* Copies example `from` of t to place `to` of out, its elements rolled round by `roll`. */
static bool put_example(struct tensor *out, int64_t to, const struct tensor *t, int64_t from,
			int64_t roll, struct err *err)
{
	int64_t n = t->dim[0] ? t->n / t->dim[0] : 0;
	size_t size = dtype_info(t->dtype)->size;

	for (int64_t i = 0; i < n; i++) {
		int64_t src = from * n + (i + roll) % n, dst = to * n + i;

		if (t->dtype == DT_STRING) {
			if (!tensor_str_set(out, dst, tensor_str(t, src), err))
				return false;
		} else {
			memcpy((char *)out->data + (size_t)dst * size,
			       (const char *)t->data + (size_t)src * size, size);
		}
	}
	return true;
}

struct tensor *batch_pick(const struct tensor *t, const int64_t *row, int64_t n, struct err *err)
{
	int64_t dim[SHAPE_MAX_RANK], have = t->dim[0];
	struct tensor *out;

	memcpy(dim, t->dim, (size_t)t->rank * sizeof(*dim));
	dim[0] = n;
	out = tensor_zeros(t->dtype, t->rank, dim, err);
	for (int64_t i = 0; out && have && i < n; i++)
		if (row[i] != BATCH_PADDING &&
		    !put_example(out, i, t, row[i] % have, row[i] / have, err)) {
			tensor_unref(out);
			return NULL;
		}
	return out;
}

/* ---- runs ---- */

void batch_answer_free(struct answer *a, uint32_t n_out)
{
	for (uint32_t i = 0; a->out && i < n_out; i++)
		tensor_unref(a->out[i]);
	free(a->out);
	free(a->node);
	free(a->sentence);
	if (a->w.tape)
		why_free(&a->w);
	*a = (struct answer){0};
}

static struct exec *begin(struct look *l, const int64_t *row, int64_t n, struct err *err)
{
	struct tensor **in = xcalloc((size_t)l->sig->n_in + 1, sizeof(*in));
	struct exec *x = NULL;
	bool ok = true;

	for (uint32_t i = 0; ok && i < l->sig->n_in; i++) {
		in[i] = l->in[i] && l->has_batch[i] ? batch_pick(l->in[i], row, n, err)
						    : tensor_ref(l->in[i]);
		ok = in[i] || !l->in[i];
	}
	session_load(l->s, l->fresh);
	if (ok)
		x = exec_new_signature(l->s, l->sig, in, err);
	for (uint32_t i = 0; i < l->sig->n_in; i++)
		tensor_unref(in[i]);
	free(in);
	return x;
}

/* keep: the tape stays, to look for the node. false: ^C, or no run could be made. */
bool batch_run(struct look *l, const int64_t *row, int64_t n, bool keep, struct answer *a,
	       struct err *err)
{
	struct why_opts o = {.max_iterations = l->o->max_iterations, .loop_seconds = 5};
	struct exec *x = begin(l, row, n, err);
	bool ok = x && why_run(&a->w, x, l->sig, &o, err);

	a->out = xcalloc((size_t)l->sig->n_out + 1, sizeof(*a->out));
	a->n = n;
	a->ok = ok && a->w.failed == TAPE_NONE && !a->w.stopped;
	for (uint32_t i = 0; a->ok && i < l->sig->n_out; i++)
		a->out[i] = tensor_ref(exec_fetch(x, i));
	if (ok && !a->ok) {
		why_judge(&a->w);
		a->node = xstrdup(str_z(&a->w.node));
		a->sentence = xstrdup(str_z(&a->w.sentence));
	}
	if (x && (!keep || !ok)) {
		why_free(&a->w);
		a->w.tape = NULL;
	}
	exec_free(x);
	return ok;
}

/* ---- comparing ---- */

struct tensor *batch_part(const struct tensor *t, int axis, int64_t from, int64_t n)
{
	struct str s = STR_INIT;
	struct err none = {0};
	struct tensor *part;

	str_addc(&s, '[');
	for (int d = 0; d < axis; d++)
		str_addz(&s, ":,");
	str_addf(&s, "%lld:%lld]", (long long)from, (long long)(from + n));
	part = slice_tensor((struct tensor *)t, str_sv(&s), &none);
	err_clear(&none);
	str_free(&s);
	return part;
}

/* The share of the scale by which two tensors differ: 0 is rounding, 1 another type or text. */
double batch_share(const struct tensor *a, const struct tensor *b, struct diff_off *off)
{
	struct diff_opts o = {.rtol = -1};

	if (diff_tensors(a, b, &o, 0, off))
		return diff_share(off) < 1 ? diff_share(off) : 0;
	return off->exact || off->type || off->at < 0 ? 1 : diff_share(off);
}

bool batch_differs(double share)
{
	return !(share <= 1e-4); /* NaN too */
}

/* Row `example` of the batch's answer against row `where` of the other. */
static void compare_row(struct batch_output *o, const struct tensor *full, int64_t n,
			const struct tensor *other, int64_t n_other, enum batch_how how,
			int64_t example, int64_t where)
{
	int64_t k = full->dim[0] / n, k_other = other->dim[0] / n_other;
	struct tensor *a = batch_part(full, 0, example * k, k),
		      *b = batch_part(other, 0, where * k_other, k_other);
	struct diff_off off = {.at = -1};
	double share = a && b ? batch_share(a, b, &off) : 1;

	o->tried[how] = true;
	if (a && b && !tensor_same(a, b))
		o->bits[how] = false;
	if (a && b && batch_differs(share) && !batch_differs(o->share[o->how])) {
		o->mixes = true;
		o->how = how;
		o->example = example;
		o->at = off.at < 0 ? 0 : off.at;
		o->with = off.type || !a->n ? 0 : tensor_get_f64(a, o->at);
		o->without = off.type || !b->n ? 0 : tensor_get_f64(b, o->at);
	}
	if (share > o->share[how] || isnan(share))
		o->share[how] = share;
	tensor_unref(a);
	tensor_unref(b);
}

/* row[i]: the example that place i of the other run held. */
static void compare(struct look *l, const struct answer *full, const struct answer *other,
		    const int64_t *row, enum batch_how how, int64_t only)
{
	for (size_t k = 0; k < l->b->out.n; k++) {
		struct batch_output *o = &l->b->out.p[k];
		const struct tensor *a = full->out[k], *b = other->out[k];

		if (!o->rows || o->random || !a || !b || b->rank < 1 || b->dim[0] % other->n)
			continue;
		for (int64_t i = 0; i < other->n; i++)
			if (row[i] >= 0 && row[i] < full->n && (only < 0 || row[i] == only))
				compare_row(o, a, full->n, b, other->n, how, row[i], i);
	}
}

/* ---- the trials ---- */

static bool copies_work(struct look *l, int64_t n, bool *yes, struct err *err)
{
	int64_t row[BATCH_MAX] = {0};
	struct answer a = {0};
	bool ok = batch_run(l, row, n, false, &a, err);

	*yes = a.ok;
	batch_answer_free(&a, l->sig->n_out);
	return ok;
}

static bool try_sizes(struct look *l, struct err *err)
{
	int64_t row[BATCH_MAX];

	for (int64_t i = 0; i < BATCH_MAX; i++)
		row[i] = i;
	for (int64_t n = 0; n <= l->o->max; n++) {
		struct answer a = {0};
		struct batch_size s = {.n = n};

		if (!batch_run(l, row, n, false, &a, err)) {
			batch_answer_free(&a, l->sig->n_out);
			return false;
		}
		s.ok = a.ok;
		s.node = a.node;
		s.sentence = a.sentence;
		a.node = a.sentence = NULL;
		batch_answer_free(&a, l->sig->n_out);
		if (!s.ok && n > 1 && !copies_work(l, n, &s.by_values, err)) {
			free(s.node);
			free(s.sentence);
			return false;
		}
		vec_push(&l->b->size, s);
	}
	return true;
}

/* The size to look at: 4, else the largest that works. */
static int64_t best_size(const struct batch *b)
{
	int64_t best = 0;

	for (size_t i = 0; i < b->size.n; i++)
		if (b->size.p[i].ok && b->size.p[i].n > 0 && (best != 4 || b->size.p[i].n == 4))
			best = b->size.p[i].n;
	return best;
}

static bool works(const struct batch *b, int64_t n)
{
	for (size_t i = 0; i < b->size.n; i++)
		if (b->size.p[i].n == n)
			return b->size.p[i].ok;
	return false;
}

static bool trial(struct look *l, const struct answer *full, const int64_t *row, int64_t n,
		  enum batch_how how, int64_t only, struct err *err)
{
	struct answer a = {0};
	bool ok = batch_run(l, row, n, false, &a, err);

	if (ok && a.ok)
		compare(l, full, &a, row, how, only);
	batch_answer_free(&a, l->sig->n_out);
	return ok;
}

static bool try_all(struct look *l, const struct answer *full, struct err *err)
{
	int64_t n = full->n, row[BATCH_MAX + 2];
	bool ok = true;

	for (int64_t i = 0; ok && n > 1 && i < n && works(l->b, 1); i++)
		ok = trial(l, full, &i, 1, BATCH_ALONE, -1, err);
	for (int64_t i = 0; i < n; i++)
		row[i] = n - 1 - i;
	ok = ok && (n < 2 || trial(l, full, row, n, BATCH_ORDER, -1, err));
	for (int64_t i = 0; i < n; i++)
		row[i] = i ? n + i : 0;
	ok = ok && (n < 2 || trial(l, full, row, n, BATCH_OTHERS, 0, err));
	for (int64_t i = 0; i < n + 2; i++)
		row[i] = i < n ? i : BATCH_PADDING;
	return ok && (l->b->fixed || trial(l, full, row, n + 2, BATCH_PADDED, -1, err));
}

/* ---- outputs ---- */

/* A row an example: the first dimension is a multiple of the size, and the same multiple of another
 * size. */
static bool has_rows(const struct tensor *full, int64_t n, const struct tensor *one)
{
	return full && full->rank >= 1 && full->dim[0] > 0 && full->dim[0] % n == 0 &&
	       (!one || (one->rank == full->rank && one->dim[0] * n == full->dim[0]));
}

static bool same_bits(const struct tensor *a, const struct tensor *b)
{
	return a == b || (a && b && tensor_same(a, b));
}

/* The batch in a session that draws other random numbers. */
static bool other_seed(struct look *l, const int64_t *row, int64_t n, struct answer *a,
		       struct err *err)
{
	struct look other = *l;
	bool ok = session_init(l->other, err);

	other.s = l->other;
	other.fresh = ok ? session_save(l->other) : NULL;
	ok = ok && batch_run(&other, row, n, true, a, err);
	snapshot_free(other.fresh);
	return ok;
}

static bool outputs(struct look *l, const struct answer *full, struct err *err)
{
	int64_t row[BATCH_MAX], fewer = full->n > 1 && works(l->b, 1) ? 1 : 0;
	struct answer again = {0}, one = {0};
	bool ok;

	for (int64_t i = 0; i < BATCH_MAX; i++)
		row[i] = i;
	ok = other_seed(l, row, full->n, &again, err) &&
	     (!fewer || batch_run(l, row, fewer, false, &one, err));
	for (uint32_t i = 0; ok && i < l->sig->n_out; i++) {
		struct batch_output o = {.key = l->sig->out[i].key};

		for (int h = 0; h < BATCH_N_HOW; h++)
			o.bits[h] = true;
		o.rows = has_rows(full->out[i], full->n, fewer && one.ok ? one.out[i] : NULL);
		o.random = again.ok && !same_bits(full->out[i], again.out[i]);
		if (o.random && !l->b->random)
			l->b->random = batch_random_node(full, &again);
		vec_push(&l->b->out, o);
	}
	batch_answer_free(&again, l->sig->n_out);
	batch_answer_free(&one, l->sig->n_out);
	return ok;
}

/* ---- all of it ---- */

static bool judge(struct look *l, struct err *err)
{
	int64_t row[BATCH_MAX];
	struct answer full = {0};
	bool ok;

	for (int64_t i = 0; i < BATCH_MAX; i++)
		row[i] = i;
	ok = batch_run(l, row, l->b->n, true, &full, err);
	if (ok && !full.ok)
		ok = err_set(err, ERR_KIND_OP, ERR_FAILED_PRECONDITION, "%s: %s", full.node,
			     full.sentence);
	ok = ok && outputs(l, &full, err) && try_all(l, &full, err);
	for (size_t i = 0; ok && i < l->b->out.n; i++)
		if (l->b->out.p[i].mixes)
			ok = batch_find_node(l, &full, (uint32_t)i, err);
	batch_answer_free(&full, l->sig->n_out);
	return ok;
}

/* The number that the signature fixes, or 0. */
static int64_t fixed_size(const struct look *l)
{
	for (uint32_t i = 0; i < l->sig->n_in; i++)
		if (l->in[i] && l->has_batch[i]) {
			struct shape s = l->sig->in[i].shape;

			return s.rank >= 1 && s.dim[0] >= 0 ? s.dim[0] : 0;
		}
	return 0;
}

static bool none_works(const struct batch *b, struct err *err)
{
	const struct batch_size *s = b->size.n > 1 ? &b->size.p[1] : NULL;

	return err_set(err, ERR_KIND_OP, ERR_FAILED_PRECONDITION,
		       "no batch size works; with 1: %s: %s", s && s->node ? s->node : "?",
		       s && s->sentence ? s->sentence : "?");
}

bool batch_look(struct batch *b, struct session *s, struct session *other,
		const struct signature *sig, struct tensor *const *in, const bool *has_batch,
		const struct batch_opts *o, struct err *err)
{
	struct look l = {.b = b,
			 .s = s,
			 .other = other,
			 .sig = sig,
			 .in = in,
			 .has_batch = has_batch,
			 .o = o};
	int64_t fixed = fixed_size(&l);
	bool ok;

	memset(b, 0, sizeof(*b));
	if (o->max < 2 || o->max > BATCH_MAX / 2 || fixed > BATCH_MAX / 2)
		return err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT,
			       "sizes from 2 to %d can be tried", BATCH_MAX / 2);
	if (!session_init(s, err))
		return false;
	l.fresh = session_save(s);
	b->fixed = fixed > 0;
	ok = b->fixed || try_sizes(&l, err);
	b->n = b->fixed ? fixed : best_size(b);
	ok = ok && (b->n || none_works(b, err)) && judge(&l, err);
	snapshot_free(l.fresh);
	return ok;
}

bool batch_found(const struct batch *b)
{
	for (size_t i = 0; i < b->out.n; i++)
		if (b->out.p[i].mixes)
			return true;
	for (size_t i = 0; i < b->size.n; i++)
		if (!b->size.p[i].ok && b->size.p[i].n > 0 && !b->size.p[i].by_values)
			return true;
	return false;
}

void batch_free(struct batch *b)
{
	for (size_t i = 0; i < b->size.n; i++) {
		free(b->size.p[i].node);
		free(b->size.p[i].sentence);
	}
	for (size_t i = 0; i < b->out.n; i++) {
		free(b->out.p[i].node);
		free(b->out.p[i].op);
		str_free(&b->out.p[i].evidence);
	}
	vec_free(&b->size);
	vec_free(&b->out);
	free(b->random);
}
