/* FFT, IFFT, RFFT, IRFFT over the last one, two or three dimensions; computed in double. */
#include <string.h>

#include "ops/fft.h"
#include "ops/kernel.h"

struct fourier {
	int rank;			/* dimensions that are transformed */
	bool real, inverse;
	int64_t len[3];			/* transform lengths */
	int64_t in[3], out[3];		/* extents of those dimensions in the tensors */
};

/* Name's form: [I][R]FFT[2D|3D]. */
static struct fourier form(const char *name)
{
	struct fourier f = { .rank = 1 };

	f.inverse = *name == 'I';
	f.real = name[f.inverse] == 'R';
	if (strstr(name, "2D"))
		f.rank = 2;
	else if (strstr(name, "3D"))
		f.rank = 3;
	return f;
}

static bool lengths(struct op_ctx *c, struct fourier *f, int64_t *dim)
{
	const struct tensor *x = c->in[0];
	int first = x->rank - f->rank;

	if (c->n_in > 1 && (c->in[1]->rank != 1 || c->in[1]->n != f->rank))
		return op_invalid(c, "fft_length must have shape [%d]", f->rank);
	for (int i = 0; i < f->rank; i++) {
		bool last = i == f->rank - 1;
		int64_t need;

		f->in[i] = f->len[i] = f->out[i] = x->dim[first + i];
		if (!f->real)
			continue;
		f->len[i] = tensor_get_i64(c->in[1], i);
		if (f->len[i] < 0)
			return op_invalid(c, "fft_length[%d] must >= 0, but got: %lld", i, (long long)f->len[i]);
		need = f->inverse && last ? f->len[i] / 2 + 1 : f->len[i];
		if (f->in[i] != 0 && f->in[i] < need)
			return op_invalid(c, "Input dimension %d must have length of at least %lld but got: %lld",
					  first + i, (long long)need, (long long)f->in[i]);
		f->out[i] = !f->inverse && last && f->len[i] ? f->len[i] / 2 + 1 : f->len[i];
		dim[first + i] = f->out[i];
	}
	return true;
}

static double value(const struct tensor *t, int64_t i, bool imag)
{
	switch (t->dtype) {
	case DT_FLOAT:
		return imag ? 0 : ((const float *)t->data)[i];
	case DT_DOUBLE:
		return imag ? 0 : ((const double *)t->data)[i];
	case DT_COMPLEX64:
		return ((const float *)t->data)[2 * i + imag];
	default:
		return ((const double *)t->data)[2 * i + imag];
	}
}

static void put(struct tensor *t, int64_t i, const double *v)
{
	switch (t->dtype) {
	case DT_FLOAT:
		((float *)t->data)[i] = (float)v[0];
		break;
	case DT_DOUBLE:
		((double *)t->data)[i] = v[0];
		break;
	case DT_COMPLEX64:
		((float *)t->data)[2 * i] = (float)v[0];
		((float *)t->data)[2 * i + 1] = (float)v[1];
		break;
	default:
		memcpy((double *)t->data + 2 * i, v, 2 * sizeof(*v));
	}
}

/* One block of len[0..rank) in work; line has room for the longest dimension. */
static void transform(const struct fourier *f, struct fft *const *plan, double *work, double *line)
{
	int64_t total = 1, step = 1;

	for (int i = 0; i < f->rank; i++)
		total *= f->len[i];
	for (int i = f->rank - 1; i >= 0; i--) {
		for (int64_t k = 0; k < total / f->len[i]; k++) {
			double *at = work + 2 * (k / step * step * f->len[i] + k % step);

			for (int64_t j = 0; j < f->len[i]; j++)
				memcpy(line + 2 * j, at + 2 * j * step, 2 * sizeof(*line));
			fft_run(plan[i], line, f->inverse);
			for (int64_t j = 0; j < f->len[i]; j++)
				memcpy(at + 2 * j * step, line + 2 * j, 2 * sizeof(*line));
		}
		step *= f->len[i];
	}
}

/* Where element k of a block of extents `of` (the last varying fastest) lies in one of extents `in`;
 * -1: outside. */
static int64_t place(const struct fourier *f, int64_t k, const int64_t *of, const int64_t *in)
{
	int64_t at = 0, step = 1;

	for (int i = f->rank - 1; i >= 0; i--) {
		int64_t x = k % of[i];

		if (x >= in[i])
			return -1;
		at += x * step;
		step *= in[i];
		k /= of[i];
	}
	return at;
}

/* The input's block b into work; for IRFFT the missing half is the conjugate of the mirrored one. */
static void load(const struct op_ctx *c, const struct fourier *f, int64_t b, int64_t block, int64_t total, double *work)
{
	const struct tensor *x = c->in[0];
	int64_t last = f->len[f->rank - 1];

	for (int64_t k = 0; k < total; k++) {
		int64_t from = k, col = k % last, at;
		bool mirror = f->real && f->inverse && col > last / 2;

		if (mirror) {
			int64_t rest = k / last, step = 1;

			from = last - col;
			for (int i = f->rank - 2; i >= 0; i--) {
				step *= f->len[i + 1];
				from += (f->len[i] - rest % f->len[i]) % f->len[i] * step;
				rest /= f->len[i];
			}
		}
		at = place(f, from, f->len, f->in);
		work[2 * k] = at < 0 ? 0 : value(x, b * block + at, false);
		work[2 * k + 1] = at < 0 ? 0 : value(x, b * block + at, true);
		if (mirror)
			work[2 * k + 1] = -work[2 * k + 1];
		/* what has to be real is taken as real */
		if (f->real && f->inverse && f->rank == 1 && (col == 0 || 2 * col == last))
			work[2 * k + 1] = 0;
	}
}

static bool blocks(struct op_ctx *c, const struct fourier *f, struct fft *const *plan)
{
	struct tensor *out = c->out[0];
	int64_t total = 1, in = 1, to = 1, longest = 1;
	double *work, *line;

	for (int i = 0; i < f->rank; i++) {
		total *= f->len[i];
		in *= f->in[i];
		to *= f->out[i];
		longest = f->len[i] > longest ? f->len[i] : longest;
	}
	work = op_temp(c, (size_t)total * 2 * sizeof(*work));
	line = op_temp(c, (size_t)longest * 2 * sizeof(*line));
	if (!work || !line)
		return false;
	for (int64_t b = 0; b < c->in[0]->n / in; b++) {
		if (!c->world->go_on(c->world_ctx, c->err))
			return false;
		load(c, f, b, in, total, work);
		transform(f, plan, work, line);
		for (int64_t k = 0; k < total; k++) {
			int64_t at = place(f, k, f->len, f->out);

			if (f->inverse) {
				work[2 * k] /= (double)total;
				work[2 * k + 1] /= (double)total;
			}
			if (at >= 0)
				put(out, b * to + at, work + 2 * k);
		}
	}
	return true;
}

static bool run_fourier(struct op_ctx *c)
{
	struct fourier f = form(c->row->name);
	struct fft *plan[3] = { NULL };
	int64_t *dim = op_dims(c, c->in[0], 0);
	enum dtype t = c->in[0]->dtype;
	struct tensor *out;
	bool ok = true;

	if (c->in[0]->rank < f.rank)
		return op_invalid(c, "Input must have rank of at least %d but got: %s", f.rank, op_in_shape(c, 0));
	if (!lengths(c, &f, dim))
		return false;
	if (f.real && f.inverse)
		node_attr_type(c->node, "Treal", &t);
	else
		node_attr_type(c->node, "Tcomplex", &t);
	if (f.real && (t == DT_DOUBLE || t == DT_COMPLEX128) !=
	    (c->in[0]->dtype == DT_DOUBLE || c->in[0]->dtype == DT_COMPLEX128))
		return op_invalid(c, "Wrong types for %s real FFT: in=%d out=%d", f.inverse ? "backward" : "forward",
				  c->in[0]->dtype, t);
	out = op_out(c, 0, t, c->in[0]->rank, dim);
	if (!out || out->n == 0 || c->in[0]->n == 0) {
		if (out)
			memset(out->data, 0, out->bytes);
		return out != NULL;
	}
	for (int i = 0; i < f.rank; i++)
		if (f.len[i] == 0)
			return op_fail(c, ERR_INTERNAL, "axis length mismatch");
	for (int i = 0; i < f.rank && ok; i++)
		ok = (plan[i] = fft_new(f.len[i], c->err)) != NULL;
	ok = ok && blocks(c, &f, plan);
	for (int i = 0; i < f.rank; i++)
		fft_free(plan[i]);
	return ok;
}

#define REAL { { "Treal", DM(DT_FLOAT) | DM(DT_DOUBLE) }, { "Tcomplex", DM_COMPLEX } }
#define COMPLEX { { "Tcomplex", DM_COMPLEX } }
static const struct op_row rows[] = {
	{ .name = "FFT", .n_in = 1, .n_out = 1, .types = COMPLEX, .run = run_fourier },
	{ .name = "FFT2D", .n_in = 1, .n_out = 1, .types = COMPLEX, .run = run_fourier },
	{ .name = "FFT3D", .n_in = 1, .n_out = 1, .types = COMPLEX, .run = run_fourier },
	{ .name = "IFFT", .n_in = 1, .n_out = 1, .types = COMPLEX, .run = run_fourier },
	{ .name = "IFFT2D", .n_in = 1, .n_out = 1, .types = COMPLEX, .run = run_fourier },
	{ .name = "IFFT3D", .n_in = 1, .n_out = 1, .types = COMPLEX, .run = run_fourier },
	{ .name = "IRFFT", .n_in = 2, .n_out = 1, .types = REAL, .run = run_fourier },
	{ .name = "IRFFT2D", .n_in = 2, .n_out = 1, .types = REAL, .run = run_fourier },
	{ .name = "IRFFT3D", .n_in = 2, .n_out = 1, .types = REAL, .run = run_fourier },
	{ .name = "RFFT", .n_in = 2, .n_out = 1, .types = REAL, .run = run_fourier },
	{ .name = "RFFT2D", .n_in = 2, .n_out = 1, .types = REAL, .run = run_fourier },
	{ .name = "RFFT3D", .n_in = 2, .n_out = 1, .types = REAL, .run = run_fourier },
};

OP_FAMILY(family_fourier, rows);
