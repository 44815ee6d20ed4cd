/*
 * Gradients of fused recurrent cells (cell.c): element by element for the gates of a step, then
 * products with the weights. half is computed in float and rounded at the end.
 */
#include <string.h>

#include "ops/kernel.h"
#include "ops/mm.h"

/* What one step is made of and what it gives; gates in the order i c f o (V2: i f c o). */
struct step {
	int64_t batch, cells;
	bool peephole, ifco;
	const float *cs_prev, *wci, *wcf, *wco, *i, *cs, *f, *o, *ci, *co;
	const float *cs_grad, *h_grad;
	float *cs_prev_grad, *gates, *by_ci, *by_cf, *by_co; /* the last three are added to */
};

static void step_back(const struct step *s)
{
	int64_t n = s->cells;

	for (int64_t e = 0; e < s->batch * n; e++) {
		int64_t k = e % n;
		float i = s->i[e], f = s->f[e], o = s->o[e], ci = s->ci[e], co = s->co[e],
		      prev = s->cs_prev[e];
		float go = o * (1 - o) * s->h_grad[e] * co;
		float dcs = (1 - co * co) * s->h_grad[e] * o + s->cs_grad[e], gc, gf, gi;
		float *g = s->gates + e / n * 4 * n + k;

		if (s->peephole)
			dcs += go * s->wco[k];
		gc = (1 - ci * ci) * dcs * i;
		gf = f * (1 - f) * dcs * prev;
		gi = i * (1 - i) * dcs * ci;
		g[0] = gi;
		g[(s->ifco ? 2 : 1) * n] = gc;
		g[(s->ifco ? 1 : 2) * n] = gf;
		g[3 * n] = go;
		s->cs_prev_grad[e] = dcs * f;
		if (!s->peephole)
			continue;
		s->cs_prev_grad[e] += gi * s->wci[k] + gf * s->wcf[k];
		s->by_ci[k] += gi * prev;
		s->by_cf[k] += gf * prev;
		s->by_co[k] += go * s->cs[e];
	}
}

/* Output i as floats, zero to begin with. */
static float *zeros(struct op_ctx *c, int i, int rank, const int64_t *dim)
{
	struct tensor *t = op_out(c, i, c->in[c->n_in - 1]->dtype, rank, dim);
	float *p = t ? mm_out(c, t) : NULL;

	if (p)
		memset(p, 0, (size_t)t->n * sizeof(*p));
	return p;
}

static bool has_shape(struct op_ctx *c, int i, const char *name, int rank, const int64_t *dim)
{
	if (shape_eq(tensor_shape(c->in[i]), (struct shape){rank, dim}))
		return true;
	return op_invalid(c, "%s must have shape %s, but has %s", name, op_shape(c, rank, dim),
			  op_in_shape(c, i));
}

static bool as_floats(struct op_ctx *c, int first, int n, const float **to)
{
	for (int i = 0; i < n; i++)
		if (!(to[i] = mm_in(c, first + i)))
			return false;
	return true;
}

/* ---- LSTMBlockCellGrad ---- */

static const char *const cell_in[] = {"x",   "cs_prev", "h_prev",  "w",	    "wci", "wcf",
				      "wco", "b",	"i",	   "cs",    "f",   "o",
				      "ci",  "co",	"cs_grad", "h_grad"};

static bool cell_weights(struct op_ctx *c, int64_t in, int64_t batch, int64_t cells)
{
	struct tensor *const *t = c->in;

	for (int i = 1; i < 3; i++) {
		if (t[i]->dim[0] != batch)
			return op_invalid(c, "%s.dims(0) != batch_size: %lld vs. %lld", cell_in[i],
					  (long long)t[i]->dim[0], (long long)batch);
		if (t[i]->dim[1] != cells)
			return op_invalid(c, "%s.dims(1) != cell_size: %lld vs. %lld", cell_in[i],
					  (long long)t[i]->dim[1], (long long)cells);
	}
	if (t[3]->dim[0] != in + cells)
		return op_invalid(c, "w.dim_size(0) != input_size + cell_size: %lld vs. %lld",
				  (long long)t[3]->dim[0], (long long)(in + cells));
	if (t[3]->dim[1] != cells * 4)
		return op_invalid(c, "w.dim_size(1) != cell_size * 4: %lld vs. %lld",
				  (long long)t[3]->dim[1], (long long)(cells * 4));
	if (t[7]->n != cells * 4)
		return op_invalid(c, "b.dim_size(0) != cell_size * 4: %lld vs. %lld",
				  (long long)t[7]->n, (long long)(cells * 4));
	return true;
}

static bool cell_shapes(struct op_ctx *c, struct step *s)
{
	static const char dims[] = "2222111122222222";

	for (int i = 0; i < 16; i++)
		if (c->in[i]->rank != dims[i] - '0')
			return op_invalid(c, "%s must be rank %c but is rank %d", cell_in[i],
					  dims[i], c->in[i]->rank);
	s->batch = c->in[0]->dim[0];
	s->cells = c->in[1]->dim[1];
	if (!cell_weights(c, c->in[0]->dim[1], s->batch, s->cells))
		return false;
	for (int i = 8; i < 16; i++) {
		const char *what = i < 14 ? "dim_size" : "dims", *tail = i < 14 ? "" : "_tensor";
		const char *name = cell_in[i];

		if (c->in[i]->dim[0] != s->batch)
			return op_invalid(c, "%s%s.%s(0) != batch_size: %lld vs. %lld", name, tail,
					  what, (long long)c->in[i]->dim[0], (long long)s->batch);
		if (c->in[i]->dim[1] != s->cells)
			return op_invalid(c, "%s%s.%s(1) != cell_size: %lld vs. %lld",
					  i == 10 ? "i" : name, tail, what,
					  (long long)c->in[i]->dim[1], (long long)s->cells);
	}
	for (int i = 4; i < 7 && s->peephole; i++)
		if (!has_shape(c, i, cell_in[i], 1, &s->cells))
			return false;
	return true;
}

static bool run_cell(struct op_ctx *c)
{
	struct step s = {0};
	const float *in[16];

	node_attr_bool(c->node, "use_peephole", &s.peephole);
	if (!cell_shapes(c, &s) || !as_floats(c, 0, 16, in))
		return false;
	s.cs_prev = in[1], s.wci = in[4], s.wcf = in[5], s.wco = in[6], s.i = in[8], s.cs = in[9],
	s.f = in[10];
	s.o = in[11], s.ci = in[12], s.co = in[13], s.cs_grad = in[14], s.h_grad = in[15];
	s.cs_prev_grad = zeros(c, 0, 2, (int64_t[]){s.batch, s.cells});
	s.gates = zeros(c, 1, 2, (int64_t[]){s.batch, 4 * s.cells});
	s.by_ci = zeros(c, 2, 1, &s.cells);
	s.by_cf = zeros(c, 3, 1, &s.cells);
	s.by_co = zeros(c, 4, 1, &s.cells);
	if (!s.cs_prev_grad || !s.gates || !s.by_ci || !s.by_cf || !s.by_co)
		return false;
	step_back(&s);
	mm_done(c->out[0], s.cs_prev_grad);
	mm_done(c->out[1], s.gates);
	mm_done(c->out[2], s.by_ci);
	mm_done(c->out[3], s.by_cf);
	mm_done(c->out[4], s.by_co);
	return true;
}

/* ---- BlockLSTMGrad, BlockLSTMGradV2 ---- */

struct block {
	struct step s;
	int64_t time, steps, in;
	const float *v[17]; /* the inputs from x on */
	float *out[8];
	float *xh, *xh_grad, *cs_sum, *h_sum;
};

enum {
	X,
	CS_PREV,
	H_PREV,
	W,
	WCI,
	WCF,
	WCO,
	BIAS,
	GATE_I,
	CS,
	GATE_F,
	GATE_O,
	CI,
	CO,
	H,
	CS_GRAD,
	H_GRAD
};
enum { X_GRAD, CS_PREV_GRAD, H_PREV_GRAD, W_GRAD, WCI_GRAD, WCF_GRAD, WCO_GRAD, B_GRAD };

static bool block_shapes(struct op_ctx *c, struct block *b)
{
	static const char *const name[] = {"x",	  "cs_prev", "h_prev", "w",	  "wci",   "wcf",
					   "wco", "b",	     "i",      "cs",	  "f",	   "o",
					   "ci",  "co",	     "h",      "cs_grad", "h_grad"};
	struct tensor *const *t = c->in + 1;
	int64_t cells, dim[3];

	if (c->in[0]->n != 1)
		return op_invalid(c, "seq_len_max must be scalar: %s", op_in_shape(c, 0));
	if (t[X]->rank != 3 || t[W]->rank != 2 || t[BIAS]->rank != 1 || t[CS_PREV]->rank != 2)
		return op_invalid(c, "x must be 3D, w and cs_prev 2D and b 1D");
	b->time = t[X]->dim[0];
	b->s.batch = t[X]->dim[1];
	b->in = t[X]->dim[2];
	cells = b->s.cells = t[W]->dim[1] / 4;
	if (t[W]->dim[0] != b->in + cells)
		return op_invalid(c, "w matrix rows don't match: %lld vs. %lld",
				  (long long)(b->in + cells), (long long)t[W]->dim[0]);
	if (t[BIAS]->n != 4 * cells || t[W]->dim[1] != 4 * cells)
		return op_invalid(c, "w and b cell_size don't match: %lld vs. %lld",
				  (long long)cells, (long long)t[BIAS]->n);
	memcpy(dim, (int64_t[]){b->time, b->s.batch, cells}, sizeof(dim));
	for (int i = 0; i < 17; i++) {
		bool vec = i >= WCI && i <= WCO;

		if (i == X || i == W || i == BIAS || (vec && !b->s.peephole))
			continue;
		if (!has_shape(c, i + 1, name[i],
			       vec	  ? 1
			       : i > BIAS ? 3
					  : 2,
			       vec	  ? dim + 2
			       : i > BIAS ? dim
					  : dim + 1))
			return false;
	}
	b->steps = tensor_get_i64(c->in[0], 0);
	b->steps = b->steps < 0 ? 0 : b->steps > b->time ? b->time : b->steps;
	return true;
}

static bool block_room(struct op_ctx *c, struct block *b)
{
	int64_t n = b->s.batch * b->s.cells;

	for (int i = 0; i < 8; i++)
		if (!(b->out[i] = zeros(c, i, c->in[i + 1]->rank, c->in[i + 1]->dim)))
			return false;
	b->xh = op_temp(c, (size_t)(b->s.batch * (b->in + b->s.cells)) * sizeof(float) + 4);
	b->xh_grad = op_temp(c, (size_t)(b->s.batch * (b->in + b->s.cells)) * sizeof(float) + 4);
	b->s.gates = op_temp(c, (size_t)(4 * n) * sizeof(float) + 4);
	b->cs_sum = op_temp(c, (size_t)n * sizeof(float) + 4);
	b->h_sum = op_temp(c, (size_t)n * sizeof(float) + 4);
	return b->xh && b->xh_grad && b->s.gates && b->cs_sum && b->h_sum;
}

/* The gates' gradients of one step to x, h and the weights. */
static void block_products(struct block *b, int64_t t, const float *h_prev)
{
	int64_t batch = b->s.batch, cells = b->s.cells, k = b->in + cells, width = 4 * cells;
	struct mm by_x = {.t = DT_FLOAT,
			  .tb = true,
			  .m = batch,
			  .n = k,
			  .k = width,
			  .lda = width,
			  .ldb = width,
			  .ldc = k};
	struct mm by_w = {.t = DT_FLOAT,
			  .ta = true,
			  .m = k,
			  .n = width,
			  .k = batch,
			  .lda = k,
			  .ldb = width,
			  .ldc = width};

	for (int64_t r = 0; r < batch; r++) {
		memcpy(b->xh + r * k, b->v[X] + (t * batch + r) * b->in,
		       (size_t)b->in * sizeof(float));
		memcpy(b->xh + r * k + b->in, h_prev + r * cells, (size_t)cells * sizeof(float));
	}
	mm_run(&by_x, b->s.gates, b->v[W], b->xh_grad, false);
	for (int64_t r = 0; r < batch; r++) {
		memcpy(b->out[X_GRAD] + (t * batch + r) * b->in, b->xh_grad + r * k,
		       (size_t)b->in * sizeof(float));
		memcpy(b->out[H_PREV_GRAD] + r * cells, b->xh_grad + r * k + b->in,
		       (size_t)cells * sizeof(float));
	}
	mm_run(&by_w, b->xh, b->s.gates, b->out[W_GRAD], true);
	for (int64_t i = 0; i < batch * width; i++)
		b->out[B_GRAD][i % width] += b->s.gates[i];
}

static void block_step(struct block *b, int64_t t)
{
	int64_t n = b->s.batch * b->s.cells, at = t * n;
	struct step *s = &b->s;

	for (int64_t i = 0; i < n; i++) {
		b->cs_sum[i] = b->out[CS_PREV_GRAD][i] + b->v[CS_GRAD][at + i];
		b->h_sum[i] = b->out[H_PREV_GRAD][i] + b->v[H_GRAD][at + i];
	}
	s->cs_prev = t ? b->v[CS] + at - n : b->v[CS_PREV];
	s->i = b->v[GATE_I] + at, s->cs = b->v[CS] + at, s->f = b->v[GATE_F] + at,
	s->o = b->v[GATE_O] + at;
	s->ci = b->v[CI] + at, s->co = b->v[CO] + at;
	s->cs_grad = b->cs_sum, s->h_grad = b->h_sum;
	step_back(s);
	block_products(b, t, t ? b->v[H] + at - n : b->v[H_PREV]);
}

static bool run_block(struct op_ctx *c)
{
	struct block b = {.s.ifco = !strcmp(c->row->name, "BlockLSTMGradV2")};

	node_attr_bool(c->node, "use_peephole", &b.s.peephole);
	if (!block_shapes(c, &b) || !as_floats(c, 1, 17, b.v) || !block_room(c, &b))
		return false;
	b.s.wci = b.v[WCI], b.s.wcf = b.v[WCF], b.s.wco = b.v[WCO];
	b.s.cs_prev_grad = b.out[CS_PREV_GRAD];
	b.s.by_ci = b.out[WCI_GRAD], b.s.by_cf = b.out[WCF_GRAD], b.s.by_co = b.out[WCO_GRAD];
	for (int64_t t = b.steps; b.s.batch && b.s.cells && t-- > 0;) {
		if (!c->world->go_on(c->world_ctx, c->err))
			return false;
		block_step(&b, t);
	}
	for (int i = 0; i < 8; i++)
		mm_done(c->out[i], b.out[i]);
	return true;
}

/* ---- GRUBlockCellGrad ---- */

struct gru {
	int64_t batch, in, cells;
	const float *v[10]; /* x h_prev w_ru w_c b_ru b_c r u c d_h */
	float *x, *h, *c_bar, *ru_bar, *by_c, *by_ru;
};

static bool gru_shapes(struct op_ctx *c, struct gru *g)
{
	static const char *const name[] = {"x",	  "h_prev", "w_ru", "w_c", "b_ru",
					   "b_c", "r",	    "u",    "c",   "d_h"};
	static const char dims[] = "2222112222";

	for (int i = 0; i < 10; i++)
		if (c->in[i]->rank != dims[i] - '0')
			return op_invalid(c, "Rank of %s must be %c, got %d", name[i], dims[i],
					  c->in[i]->rank);
	g->batch = c->in[0]->dim[0];
	g->in = c->in[0]->dim[1];
	g->cells = c->in[1]->dim[1];
	for (int i = 1; i < 10; i++)
		for (int d = 0; d < c->in[i]->rank; d++) {
			bool weights = i > 1 && i < 6, rows = weights && i < 4 && !d,
			     twice = i == 2 || i == 4;
			int64_t want = rows	 ? g->in + g->cells
				       : weights ? (twice ? 2 : 1) * g->cells
				       : d	 ? g->cells
						 : g->batch;

			if (c->in[i]->dim[d] != want)
				return op_invalid(c, "%s.%s(%d) != %s: %lld vs. %lld", name[i],
						  weights ? "dim_size" : "dims", d,
						  rows		     ? "input_size + cell_size"
						  : weights && twice ? "cell_size * 2"
						  : weights || d     ? "cell_size"
								     : "batch_size",
						  (long long)c->in[i]->dim[d], (long long)want);
		}
	return true;
}

static bool gru_room(struct op_ctx *c, struct gru *g)
{
	size_t wide = (size_t)(g->batch * (g->in + g->cells)) * sizeof(float) + 4;

	g->x = zeros(c, 0, 2, (int64_t[]){g->batch, g->in});
	g->h = zeros(c, 1, 2, (int64_t[]){g->batch, g->cells});
	g->c_bar = zeros(c, 2, 2, (int64_t[]){g->batch, g->cells});
	g->ru_bar = zeros(c, 3, 2, (int64_t[]){g->batch, 2 * g->cells});
	g->by_c = op_temp(c, wide);
	g->by_ru = op_temp(c, wide);
	return g->x && g->h && g->c_bar && g->ru_bar && g->by_c && g->by_ru;
}

/* gates * w': [batch][input + cells] */
static void gru_product(const struct gru *g, const float *gates, int64_t width, const float *w,
			float *to)
{
	int64_t k = g->in + g->cells;
	struct mm mm = {.t = DT_FLOAT,
			.tb = true,
			.m = g->batch,
			.n = k,
			.k = width,
			.lda = width,
			.ldb = width,
			.ldc = k};

	mm_run(&mm, gates, w, to, false);
}

static bool run_gru(struct op_ctx *c)
{
	struct gru g = {0};
	int64_t k, n;

	if (!gru_shapes(c, &g) || !as_floats(c, 0, 10, g.v) || !gru_room(c, &g))
		return false;
	k = g.in + g.cells;
	n = g.cells;
	if (!g.batch || !n)
		return true;
	for (int64_t e = 0; e < g.batch * n; e++) {
		float u = g.v[7][e], cc = g.v[8][e], dh = g.v[9][e];

		g.c_bar[e] = dh * (1 - u) * (1 - cc * cc);
		g.ru_bar[e / n * 2 * n + n + e % n] = dh * (g.v[1][e] - cc) * (u * (1 - u));
	}
	gru_product(&g, g.c_bar, n, g.v[3], g.by_c);
	for (int64_t e = 0; e < g.batch * n; e++) {
		float r = g.v[6][e];

		g.ru_bar[e / n * 2 * n + e % n] =
			g.by_c[e / n * k + g.in + e % n] * g.v[1][e] * (r * (1 - r));
	}
	gru_product(&g, g.ru_bar, 2 * n, g.v[2], g.by_ru);
	for (int64_t e = 0; e < g.batch * g.in; e++)
		g.x[e] = g.by_ru[e / g.in * k + e % g.in] + g.by_c[e / g.in * k + e % g.in];
	for (int64_t e = 0; e < g.batch * n; e++) {
		int64_t at = e / n * k + g.in + e % n;

		g.h[e] = g.by_ru[at] + g.by_c[at] * g.v[6][e] + g.v[9][e] * g.v[7][e];
	}
	return true;
}

/* Two products a step: by the inputs and, over a sequence, by the weights; a GRU has two pairs of
 * weights. */
static void back_cost(const struct op_ctx *c, double *macs, double *bytes)
{
	bool block = c->n_in == 18, gru = c->n_in == 10;
	const struct tensor *x = c->in[block], *w = c->in[block ? 4 : gru ? 2 : 3];
	double rows = 1;

	for (int i = 0; i < x->rank - 1; i++)
		rows *= (double)x->dim[i];
	*macs = block ? 2 * rows * (double)w->n : gru ? rows * (double)(w->n + c->in[3]->n) : 0;
	*bytes = (double)(x->bytes + w->bytes);
}

#define DM_LSTM (DM(DT_FLOAT) | DM(DT_HALF))
static const struct op_row rows[] = {
	{.name = "BlockLSTMGrad",
	 .n_in = 18,
	 .n_out = 8,
	 .types = {{"T", DM_LSTM}},
	 .run = run_block,
	 .cost = back_cost},
	{.name = "BlockLSTMGradV2",
	 .n_in = 18,
	 .n_out = 8,
	 .types = {{"T", DM_LSTM}},
	 .run = run_block,
	 .cost = back_cost},
	{.name = "GRUBlockCellGrad",
	 .n_in = 10,
	 .n_out = 4,
	 .types = {{"T", DM(DT_FLOAT)}},
	 .run = run_gru,
	 .cost = back_cost},
	{.name = "LSTMBlockCellGrad",
	 .n_in = 16,
	 .n_out = 5,
	 .types = {{"T", DM_LSTM}},
	 .run = run_cell,
	 .cost = back_cost},
};

OP_FAMILY(family_cell_back, rows);
