/*
 * Which input shapes would work. Sizes that the failing node speaks of (its inputs' dimensions, the
 * numbers of a shape, what a Reshape would need) are put in the place of an open dimension of the
 * inputs, rows repeated or left out, and the signature is run again: only what ran to its end is
 * told.
 */
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/mem.h"
#include "debug/why.h"
#include "exec/exec.h"

enum { MAX_SIZES = 32, MAX_SAID = 6, MAX_SIZE = 1 << 20, MAX_ELEMENTS = 1 << 24 };

struct sizes {
	int64_t v[MAX_SIZES];
	int n;
};

static void add(struct sizes *s, int64_t v)
{
	for (int i = 0; i < s->n; i++)
		if (s->v[i] == v)
			return;
	if (v > 0 && v <= MAX_SIZE && s->n < MAX_SIZES)
		s->v[s->n++] = v;
}

/* The size that makes as many elements as a shape asks for. */
static void add_share(struct sizes *s, const struct tensor *t, const struct tensor *shape,
		      int64_t now)
{
	int64_t want = 1;

	for (int64_t i = 0; i < shape->n; i++)
		if (__builtin_mul_overflow(want, llabs(tensor_get_i64(shape, i)), &want))
			return;
	if (t->n && want && now <= INT64_MAX / want && now * want % t->n == 0)
		add(s, now * want / t->n);
}

static bool small_integers(const struct tensor *t)
{
	return dtype_info(t->dtype)->kind == DK_INT && t->rank <= 1 && t->n <= 16;
}

/* What dimension k, now of size `now`, may have to be. */
static struct sizes candidates(const struct why *w, int64_t now)
{
	const struct tape_event *f = tape_event(w->tape, w->failed);
	const struct tensor *data = why_in(w, f, 0);
	struct sizes s = {.n = 0};
	int64_t ways = 0;

	for (uint32_t i = 0; i < f->n_in; i++) {
		const struct tensor *t = why_in(w, f, i);

		if (t && small_integers(t) && data)
			add_share(&s, data, t, now);
		for (int d = 0; t && d < t->rank; d++)
			add(&s, t->dim[d]);
		for (int64_t k = 0; t && small_integers(t) && k < t->n; k++)
			add(&s, tensor_get_i64(t, k));
	}
	if (node_attr_int(f->n, "num_split", &ways) || node_attr_int(f->n, "num", &ways))
		add(&s, ways);
	add(&s, now - 1);
	add(&s, now + 1);
	add(&s, 1);
	add(&s, 2);
	return s;
}

/* t with n in dimension d: what is there again and again, or its beginning. */
static struct tensor *resized(const struct tensor *t, int d, int64_t n)
{
	int64_t dim[SHAPE_MAX_RANK], inner = 1, was = t->dim[d];
	size_t size = dtype_info(t->dtype)->size;
	struct tensor *r;

	for (int i = 0; i < t->rank; i++)
		dim[i] = i == d ? n : t->dim[i];
	for (int i = d + 1; i < t->rank; i++)
		inner *= t->dim[i];
	if (!was || !inner || t->n / was > MAX_ELEMENTS / n ||
	    dtype_info(t->dtype)->kind == DK_OBJECT)
		return NULL;
	r = tensor_new(t->dtype, t->rank, dim, NULL);
	for (int64_t i = 0; r && i < r->n; i++) {
		int64_t from = (i / inner / n * was + i / inner % n % was) * inner + i % inner;

		if (t->dtype == DT_STRING)
			tensor_str_set(r, i, tensor_str(t, from), NULL);
		else
			memcpy((char *)r->data + (size_t)i * size,
			       (const char *)t->data + (size_t)from * size, size);
	}
	return r;
}

/* Is dimension d of input i left open by the signature? */
static bool open_dim(const struct why *w, uint32_t i, int d)
{
	const struct tensor_info *ti = &w->sig->in[i];

	return w->in[i] && d < w->in[i]->rank &&
	       (!ti->has_shape || ti->shape.rank < 0 ||
		(d < ti->shape.rank && ti->shape.dim[d] < 0));
}

/* Runs with n in the place of dimension d of input i, and of each other input that is as open and
 * as long. */
static bool works(const struct why *w, uint32_t i, int d, int64_t n, struct str *said)
{
	struct tensor **in = xcalloc((size_t)w->sig->n_in + 1, sizeof(*in));
	int64_t now = w->in[i]->dim[d];
	struct exec *x = NULL;
	bool ok = true;

	for (uint32_t k = 0; k < w->sig->n_in; k++) {
		bool too = open_dim(w, k, d) && w->in[k]->dim[d] == now;

		in[k] = too ? resized(w->in[k], d, n) : tensor_ref(w->in[k]);
		ok = ok && (in[k] || !w->in[k]);
	}
	x = ok ? w->again(w->ctx, in) : NULL;
	ok = x && exec_run(x, NULL);
	exec_free(x);
	for (uint32_t k = 0; ok && k < w->sig->n_in; k++)
		if (open_dim(w, k, d) && w->in[k]->dim[d] == now) {
			str_addf(said, "%s\"%.*s\" [", said->n ? ", " : "",
				 SV_ARG(w->sig->in[k].key));
			for (int j = 0; j < in[k]->rank; j++)
				str_addf(said, "%s%lld", j ? "," : "", (long long)in[k]->dim[j]);
			str_addc(said, ']');
		}
	for (uint32_t k = 0; k < w->sig->n_in; k++)
		tensor_unref(in[k]);
	free(in);
	return ok;
}

/* Has an input before this one the same dimension, so that it was tried with it? */
static bool tried(const struct why *w, uint32_t i, int d)
{
	for (uint32_t k = 0; k < i; k++)
		if (open_dim(w, k, d) && w->in[k]->dim[d] == w->in[i]->dim[d])
			return true;
	return false;
}

void why_note_fit(struct why *w)
{
	clock_t start = clock();
	int n_open = 0, said = 0;

	for (uint32_t i = 0; w->again && i < w->sig->n_in; i++)
		for (int d = 0; d < SHAPE_MAX_RANK && said < MAX_SAID; d++) {
			struct sizes s = {.n = 0};

			if (!open_dim(w, i, d) || tried(w, i, d))
				continue;
			n_open++;
			s = candidates(w, w->in[i]->dim[d]);
			for (int k = 0;
			     k < s.n && said < MAX_SAID && clock() - start < CLOCKS_PER_SEC / 3;
			     k++) {
				struct str shapes = STR_INIT;

				if (s.v[k] != w->in[i]->dim[d] && works(w, i, d, s.v[k], &shapes)) {
					why_note(w, "  would work: %s", str_z(&shapes));
					said++;
				}
				str_free(&shapes);
			}
		}
	if (n_open && !said)
		why_note(w, "  would work: no other size of an open dimension was found");
}
