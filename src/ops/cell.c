/*
 * Fused recurrent cells. One product gives all gates of a step, [batch][4 * cells] in the order
 * i c f o (BlockLSTMV2: i f c o), the rest is element by element.
 */
#include <math.h>
#include <string.h>

#include "ops/kernel.h"
#include "ops/mm.h"

struct lstm {
	int64_t time, batch, in, cells;
	float forget, clip;
	bool peephole, ifco;
	const float *x, *cs, *h, *w, *wci, *wcf, *wco, *b;
	float *xh, *gates;
	float *out[7];			/* i cs f o ci co h */
};

static float sigmoid(float x)
{
	return 1 / (1 + expf(-x));
}

static void lstm_cell(const struct lstm *l, int64_t row, int64_t k, const float *cs_prev, int64_t at)
{
	const float *g = l->gates + row * 4 * l->cells + k;
	float gi = g[0], gf = g[(l->ifco ? 1 : 2) * l->cells], gc = g[(l->ifco ? 2 : 1) * l->cells],
	      go = g[3 * l->cells];
	float prev = cs_prev[row * l->cells + k], i, f, ci, cs, o, co;

	i = sigmoid(l->peephole ? prev * l->wci[k] + gi : gi);
	f = sigmoid((l->peephole ? prev * l->wcf[k] + gf : gf) + l->forget);
	ci = tanhf(gc);
	cs = ci * i + prev * f;
	if (l->clip > 0)
		cs = cs < -l->clip ? -l->clip : cs > l->clip ? l->clip : cs;
	o = sigmoid(l->peephole ? cs * l->wco[k] + go : go);
	co = tanhf(cs);
	at += row * l->cells + k;
	l->out[0][at] = i, l->out[1][at] = cs, l->out[2][at] = f, l->out[3][at] = o;
	l->out[4][at] = ci, l->out[5][at] = co, l->out[6][at] = o * co;
}

/* gates = [x, h] w + b for one step. */
static void gates(const float *x, const float *h, int64_t batch, int64_t in, int64_t cells, const float *w,
		  const float *b, int64_t width, float *xh, float *to)
{
	struct mm mm = {
		.t = DT_FLOAT, .m = batch, .n = width, .k = in + cells, .lda = in + cells, .ldb = width, .ldc = width
	};

	for (int64_t r = 0; r < batch; r++) {
		memcpy(xh + r * (in + cells), x + r * in, (size_t)in * sizeof(*xh));
		memcpy(xh + r * (in + cells) + in, h + r * cells, (size_t)cells * sizeof(*xh));
	}
	mm_run_tiled(&mm, xh, w, to);
	for (int64_t r = 0; r < batch; r++)
		for (int64_t k = 0; k < width; k++)
			to[r * width + k] += b[k];
}

static bool lstm_run(struct op_ctx *c, struct lstm *l)
{
	int64_t step = l->batch * l->cells;
	const float *cs = l->cs, *h = l->h;

	l->xh = op_temp(c, (size_t)(l->batch * (l->in + l->cells)) * sizeof(float) + 4);
	l->gates = op_temp(c, (size_t)(4 * step) * sizeof(float) + 4);
	if (!l->xh || !l->gates)
		return false;
	for (int64_t t = 0; t < l->time && step; t++) {
		if (!c->world->go_on(c->world_ctx, c->err))
			return false;
		gates(l->x + t * l->batch * l->in, h, l->batch, l->in, l->cells, l->w, l->b, 4 * l->cells, l->xh,
		      l->gates);
		for (int64_t r = 0; r < l->batch; r++)
			for (int64_t k = 0; k < l->cells; k++)
				lstm_cell(l, r, k, cs, t * step);
		cs = l->out[1] + t * step;
		h = l->out[6] + t * step;
	}
	return true;
}

/* The shapes of cs_prev and what follows it, from input `at` on. */
static bool lstm_shapes(struct op_ctx *c, struct lstm *l, int at)
{
	static const char *const name[] = { "cs_prev", "h_prev", "w", "wci", "wcf", "wco", "b" };
	struct tensor *const *in = c->in + at;
	static const char *const dims = "2221111";

	for (int i = 0; i < 7; i++)
		if (in[i]->rank != dims[i] - '0')
			return op_invalid(c, "%s must be rank %c but is rank %d", name[i], dims[i], in[i]->rank);
	l->cells = in[0]->dim[1];
	for (int i = 0; i < 2; i++) {
		if (in[i]->dim[0] != l->batch)
			return op_invalid(c, "%s.dims(0) != batch_size: %lld vs. %lld", name[i],
					  (long long)in[i]->dim[0], (long long)l->batch);
		if (in[i]->dim[1] != l->cells)
			return op_invalid(c, "%s.dims(1) != cell_size: %lld vs. %lld", name[i],
					  (long long)in[i]->dim[1], (long long)l->cells);
	}
	if (in[2]->dim[0] != l->in + l->cells)
		return op_invalid(c, "w.dim_size(0) != input_size + cell_size: %lld vs. %lld", (long long)in[2]->dim[0],
				  (long long)(l->in + l->cells));
	if (in[2]->dim[1] != l->cells * 4)
		return op_invalid(c, "w.dim_size(1) != cell_size * 4: %lld vs. %lld", (long long)in[2]->dim[1],
				  (long long)(l->cells * 4));
	for (int i = 3; i < 6; i++)
		if (in[i]->n != l->cells && l->peephole)
			return op_invalid(c, "%s.dim_size(0) != cell_size: %lld vs. %lld", name[i], (long long)in[i]->n,
					  (long long)l->cells);
	if (in[6]->n != l->cells * 4)
		return op_invalid(c, "b.dim_size(0) != cell_size * 4: %lld vs. %lld", (long long)in[6]->n,
				  (long long)(l->cells * 4));
	return true;
}

static bool lstm_outputs(struct op_ctx *c, struct lstm *l, int64_t time, bool sequence)
{
	int64_t dim[] = { time, l->batch, l->cells };

	for (int i = 0; i < 7; i++) {
		struct tensor *t = op_out(c, i, c->in[c->n_in - 1]->dtype, sequence ? 3 : 2, sequence ? dim : dim + 1);

		if (!t || !(l->out[i] = mm_out(c, t)))
			return false;
		memset(l->out[i], 0, (size_t)t->n * sizeof(float));
	}
	return true;
}

static bool lstm_go(struct op_ctx *c, struct lstm *l, int first)
{
	const float **to[] = { &l->x, &l->cs, &l->h, &l->w, &l->wci, &l->wcf, &l->wco, &l->b };

	for (int i = 0; i < 8; i++)
		if (!(*to[i] = mm_in(c, first + i)))
			return false;
	if (!lstm_run(c, l))
		return false;
	for (int i = 0; i < 7; i++)
		mm_done(c->out[i], l->out[i]);
	return true;
}

static void lstm_attrs(const struct op_ctx *c, struct lstm *l)
{
	l->ifco = !strcmp(c->row->name, "BlockLSTMV2");
	l->forget = l->ifco ? 0 : 1;
	l->clip = l->ifco ? 0 : 3;
	if (!l->ifco)
		node_attr_float(c->node, "forget_bias", &l->forget);
	node_attr_float(c->node, "cell_clip", &l->clip);
	node_attr_bool(c->node, "use_peephole", &l->peephole);
}

static bool run_cell(struct op_ctx *c)
{
	struct lstm l = { .time = 1 };

	lstm_attrs(c, &l);
	if (c->in[0]->rank != 2)
		return op_invalid(c, "x must be rank 2 but is rank %d", c->in[0]->rank);
	l.batch = c->in[0]->dim[0];
	l.in = c->in[0]->dim[1];
	return lstm_shapes(c, &l, 1) && lstm_outputs(c, &l, 1, false) && lstm_go(c, &l, 0);
}

static bool run_block(struct op_ctx *c)
{
	const struct tensor *x = c->in[1];
	struct lstm l = { 0 };

	lstm_attrs(c, &l);
	if (c->in[0]->n != 1)
		return op_invalid(c, "seq_len_max must be scalar: %s", op_in_shape(c, 0));
	if (x->rank != 3)
		return op_invalid(c, "x must be 3D");
	l.batch = x->dim[1];
	l.in = x->dim[2];
	l.time = tensor_get_i64(c->in[0], 0);
	if (!lstm_shapes(c, &l, 2))
		return false;
	l.time = l.time < 0 ? 0 : l.time > x->dim[0] ? x->dim[0] : l.time;
	return lstm_outputs(c, &l, x->dim[0], true) && lstm_go(c, &l, 1);
}

/* ---- GRU ---- */

struct gru {
	int64_t batch, in, cells;
	const float *x, *h, *wru, *wc, *bru, *bc;
	float *r, *u, *c, *out, *xh, *ru;
};

static bool gru_shapes(struct op_ctx *c, struct gru *g)
{
	static const char *const name[] = { "x", "h_prev", "w_ru", "w_c", "b_ru", "b_c" };
	static const char dims[] = "222211";
	int64_t want[6][2];

	for (int i = 0; i < 6; i++)
		if (c->in[i]->rank != dims[i] - '0')
			return op_invalid(c, "Rank of %s must be %c, got %d", name[i], dims[i], c->in[i]->rank);
	g->batch = c->in[0]->dim[0];
	g->in = c->in[0]->dim[1];
	g->cells = c->in[1]->dim[1];
	memcpy(want,
	       (int64_t[6][2]){ { g->batch, g->in },
				{ g->batch, g->cells },
				{ g->in + g->cells, 2 * g->cells },
				{ g->in + g->cells, g->cells },
				{ 2 * g->cells, 0 },
				{ g->cells, 0 } },
	       sizeof(want));
	for (int i = 1; i < 6; i++)
		for (int d = 0; d < c->in[i]->rank; d++)
			if (c->in[i]->dim[d] != want[i][d])
				return op_invalid(c, "%s.%s(%d) != %s: %lld vs. %lld", name[i],
						  i == 1 ? "dims" : "dim_size", d,
						  i == 1	     ? "batch_size"
						  : i < 4 && !d	     ? "input_size + cell_size"
						  : i == 2 || i == 4 ? "cell_size * 2"
								     : "cell_size",
						  (long long)c->in[i]->dim[d], (long long)want[i][d]);
	return true;
}

static bool gru_room(struct op_ctx *c, struct gru *g)
{
	const float **to[] = { &g->x, &g->h, &g->wru, &g->wc, &g->bru, &g->bc };
	float **out[] = { &g->r, &g->u, &g->c, &g->out };

	for (int i = 0; i < 6; i++)
		*to[i] = c->in[i]->data;
	for (int i = 0; i < 4; i++) {
		struct tensor *t = op_out(c, i, DT_FLOAT, 2, (int64_t[]){ g->batch, g->cells });

		if (!t)
			return false;
		*out[i] = t->data;
	}
	g->xh = op_temp(c, (size_t)(g->batch * (g->in + g->cells)) * sizeof(float) + 4);
	g->ru = op_temp(c, (size_t)(2 * g->batch * g->cells) * sizeof(float) + 4);
	return g->xh && g->ru;
}

static bool run_gru(struct op_ctx *c)
{
	struct gru g = { 0 };
	int64_t n;

	if (!gru_shapes(c, &g) || !gru_room(c, &g))
		return false;
	n = g.batch * g.cells;
	if (!n)
		return true;
	gates(g.x, g.h, g.batch, g.in, g.cells, g.wru, g.bru, 2 * g.cells, g.xh, g.ru);
	for (int64_t i = 0; i < n; i++) {
		g.r[i] = sigmoid(g.ru[i / g.cells * 2 * g.cells + i % g.cells]);
		g.u[i] = sigmoid(g.ru[i / g.cells * 2 * g.cells + g.cells + i % g.cells]);
		g.out[i] = g.h[i] * g.r[i];
	}
	gates(g.x, g.out, g.batch, g.in, g.cells, g.wc, g.bc, g.cells, g.xh, g.c);
	for (int64_t i = 0; i < n; i++) {
		g.c[i] = tanhf(g.c[i]);
		g.out[i] = g.u[i] * (g.h[i] - g.c[i]) + g.c[i];
	}
	return true;
}

/* All gates of a step are one product of [x, h] and w. */
static void cell_cost(const struct op_ctx *c, double *macs, double *bytes)
{
	bool block = c->n_in == 9;
	const struct tensor *x = c->in[block], *w = c->in[block ? 4 : c->n_in == 8 ? 3 : 2];
	double rows = 1;

	for (int i = 0; i < x->rank - 1; i++)
		rows *= (double)x->dim[i];
	*macs = rows * (double)w->n;
	*bytes = (double)(x->bytes + w->bytes);
	if (c->n_in == 6) {	/* a GRU has a second one */
		*macs += rows * (double)c->in[3]->n;
		*bytes += (double)c->in[3]->bytes;
	}
}

#define DM_LSTM (DM(DT_FLOAT) | DM(DT_HALF))
static const struct op_row rows[] = {
	{ .name = "BlockLSTM", .n_in = 9, .n_out = 7, .types = { { "T", DM_LSTM } }, .run = run_block,
	  .cost = cell_cost },
	{ .name = "BlockLSTMV2", .n_in = 9, .n_out = 7, .types = { { "T", DM_LSTM } }, .run = run_block,
	  .cost = cell_cost },
	{ .name = "GRUBlockCell", .n_in = 6, .n_out = 4, .types = { { "T", DM(DT_FLOAT) } }, .run = run_gru,
	  .cost = cell_cost },
	{ .name = "LSTMBlockCell", .n_in = 8, .n_out = 7, .types = { { "T", DM_LSTM } }, .run = run_cell,
	  .cost = cell_cost },
};

OP_FAMILY(family_cell, rows);
