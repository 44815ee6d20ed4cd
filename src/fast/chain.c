/*
 * Chains of elementwise ops on floats: each block of elements goes through all of them while it is
 * in the cache. Operands beside the chain are as large as the result, one number, or one number for
 * each element of the last dimension; anything else goes op by op.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "fast/inside.h"
#include "ops/kernel.h"

enum { BLOCK = 1024, VEC_MAX = 8192 };

/* ---- which ops ---- */

#define NONE 0
#define GRAD(name, mask, f, i, c)
#define CGRAD(name, mask, f, i, c)
#define CMP(name, mask, e, c)
#define IS(name, e)
#define UN(name, mask, f, i, c) {#name, mask, UN_##name, -1},
#define BIN(name, mask, f, i, c) {#name, mask, -1, BIN_##name},
static const struct {
	const char *op;
	dtype_mask mask;
	int un, bin;
} scalar[] = {
#include "ops/scalar.def"
};
#undef UN
#undef BIN
#undef CMP
#undef IS
#undef GRAD
#undef CGRAD
#undef NONE

static bool step_of(const struct fnode *n, struct fstep *s)
{
	const char *op = n->pn->row->name;
	struct sv format;
	enum dtype t;

	if (n->kind != FK_OP || n->dead || n->n_out != 1 || !node_attr_type(n->pn->n, "T", &t) ||
	    t != DT_FLOAT)
		return false;
	*s = (struct fstep){.pn = n->pn};
	if (!strcmp(op, "BiasAdd") &&
	    (!node_attr_str(n->pn->n, "data_format", &format) || sv_eq(format, SV("NHWC")))) {
		s->bin = loops()->bin[BIN_AddV2][F32];
		return true;
	}
	for (size_t i = 0; i < sizeof(scalar) / sizeof(scalar[0]); i++) {
		if (!(scalar[i].mask & DM(DT_FLOAT)) || strcmp(scalar[i].op, op))
			continue;
		if (scalar[i].un >= 0)
			s->un = loops()->un[scalar[i].un][F32];
		else
			s->bin = loops()->bin[scalar[i].bin][F32];
		return n->n_in == (scalar[i].un >= 0 ? 1 : 2);
	}
	return false;
}

/* ---- building ---- */

struct making {
	struct fchain c;
	uint32_t in[CHAIN_INS], n_in;
	uint32_t member[CHAIN_STEPS + 1], n_members;
};

static int operand(struct making *m, uint32_t val, uint32_t before)
{
	if (m->c.n > 0 && val == before)
		return CHAIN_INS + (int)m->c.n - 1;
	for (uint32_t i = 0; i < m->n_in; i++)
		if (m->in[i] == val)
			return (int)i;
	if (m->n_in == CHAIN_INS)
		return -1;
	m->in[m->n_in++] = val;
	return (int)m->n_in - 1;
}

/* A Relu right behind a batch norm is its clamp. */
static bool clamps(struct making *m, const struct fnode *n)
{
	struct fstep *s = &m->c.step[0];

	if (m->c.n != 1 || m->n_members != 1 || s->un || s->bin ||
	    (!node_is(n, "Relu") && !node_is(n, "Relu6")))
		return false;
	s->lo = 0;
	s->hi = node_is(n, "Relu6") ? 6 : INFINITY;
	return true;
}

/* before: what the step before gave. */
static bool grow(struct making *m, const struct fprog *p, uint32_t at, uint32_t before)
{
	const struct fnode *n = &p->node.p[at];
	struct fstep s;
	int a, b = 0;

	if (m->c.n == CHAIN_STEPS || m->n_members == CHAIN_STEPS || !step_of(n, &s) ||
	    n->in[0] == VAL_NONE)
		return false;
	if (clamps(m, n)) {
		m->member[m->n_members++] = at;
		return true;
	}
	a = operand(m, n->in[0], before);
	if (a >= 0 && s.bin)
		b = operand(m, n->in[1], before);
	if (a < 0 || b < 0)
		return false;
	s.a = (uint8_t)a;
	s.b = (uint8_t)b;
	m->member[m->n_members++] = at;
	m->c.step[m->c.n++] = s;
	return true;
}

/* A batch norm with known numbers is x * factor + shift. */
static bool start_norm(struct making *m, struct fprog *p, uint32_t at)
{
	struct fnode *n = &p->node.p[at];
	const struct tensor *scale = n->kind == FK_OP && n->n_in > 4 && p->val.p[n->in[1]].konst
					     ? p->val.p[n->in[1]].t
					     : NULL;
	int64_t c = scale ? scale->n : 0;
	struct err err = {0};
	double *f = c ? xmalloc((size_t)c * 2 * sizeof(*f)) : NULL;
	struct tensor *t[2] = {0};
	bool ok = f && !n->dead && batch_norm_known(p, n, f, f + c, c);

	for (int k = 0; ok && k < 2; k++) {
		t[k] = tensor_new(DT_FLOAT, 1, &c, &err);
		ok = t[k] != NULL;
		for (int64_t i = 0; ok && i < c; i++)
			((float *)t[k]->data)[i] = (float)f[k * c + i];
	}
	free(f);
	err_clear(&err);
	if (!ok) {
		tensor_unref(t[0]);
		return false;
	}
	m->in[0] = n->in[0];
	m->in[1] = prog_const(p, t[0]);
	m->in[2] = prog_const(p, t[1]);
	m->n_in = 3;
	m->member[m->n_members++] = at;
	m->c.step[0] = (struct fstep){.a = 0, .b = 1, .c = 2, .lo = -INFINITY, .hi = INFINITY};
	m->c.n = 1;
	return true;
}

static void make(struct fast *f, struct fprog *p, const struct making *m)
{
	struct fnode *last = &p->node.p[m->member[m->n_members - 1]],
		     *first = &p->node.p[m->member[0]];
	struct fchain *c = arena_alloc(p->arena, sizeof(*c));
	struct fnode n = {.kind = FK_CHAIN, .pn = first->pn, .n_in = m->n_in, .n_out = 1, .x = c};
	uint32_t out = last->out[0];

	*c = m->c;
	n.in = arena_array(p->arena, m->n_in + 1u, sizeof(*n.in));
	memcpy(n.in, m->in, m->n_in * sizeof(*n.in));
	n.out = arena_array(p->arena, 1, sizeof(*n.out));
	n.out[0] = out;
	n.seen = arena_array(p->arena, m->n_in + 1u, sizeof(*n.seen));
	for (uint32_t i = 0; i < m->n_members; i++) {
		if (i == 0)
			str_addz(&n.what, p->node.p[m->member[i]].pn->row->name);
		else
			fuse_into(f, &n, &p->node.p[m->member[i]]);
		p->node.p[m->member[i]].dead = true;
	}
	str_free(&last->what);
	*last = n;
}

void fuse_chains(struct fast *f, struct fprog *p)
{
	prog_count(p);
	for (uint32_t i = 0; i < p->node.n; i++) {
		struct making m = {.n_in = 0};
		struct fnode *next;
		bool norm = start_norm(&m, p, i);
		uint32_t at = i;

		if (!norm && !grow(&m, p, i, VAL_NONE))
			continue;
		while ((next = only_reader(p, p->node.p[at].out[0]))) {
			uint32_t to = (uint32_t)(next - p->node.p);

			if (!grow(&m, p, to, p->node.p[at].out[0]))
				break;
			at = to;
		}
		if (norm || m.c.n > 1)
			make(f, p, &m);
	}
}

/* ---- running ---- */

enum shape_kind { FULL, ONE, LAST, OTHER };

static enum shape_kind kind_of(const struct tensor *t, const struct tensor *big)
{
	if (t->dtype != DT_FLOAT || t->rank > big->rank)
		return OTHER;
	if (t->rank == big->rank && !memcmp(t->dim, big->dim, (size_t)t->rank * sizeof(t->dim[0])))
		return FULL;
	if (t->n == 1)
		return ONE;
	if (t->rank > 0 && t->n == t->dim[t->rank - 1] && t->n == big->dim[big->rank - 1] &&
	    t->n <= VEC_MAX)
		return LAST;
	return OTHER;
}

struct chain_job {
	const struct fchain *c;
	const float *in[CHAIN_INS];
	enum shape_kind kind[CHAIN_INS];
	float *out;
	int64_t n, block;
};

static const float *block_of(const struct chain_job *j, int operand, int64_t at, int *step)
{
	*step = operand >= CHAIN_INS || j->kind[operand] != ONE;
	if (operand >= CHAIN_INS)
		return j->out + at;
	return j->kind[operand] == FULL ? j->in[operand] + at : j->in[operand];
}

static void chain_blocks(void *ctx, int64_t from, int64_t to)
{
	const struct chain_job *j = ctx;

	for (int64_t b = from; b < to; b++) {
		int64_t at = b * j->block, n = j->n - at < j->block ? j->n - at : j->block;

		for (uint32_t i = 0; i < j->c->n; i++) {
			const struct fstep *s = &j->c->step[i];
			int sa, sb;
			const float *x = block_of(j, s->a, at, &sa), *y;

			if (!s->un && !s->bin) {
				const float *scale = block_of(j, s->b, at, &sa);

				loops()->affine_f32(j->out + at, x, scale,
						    block_of(j, s->c, at, &sb), n, s->lo, s->hi);
				continue;
			}
			if (s->un) {
				/* one number through the first step: spread it */
				if (!sa)
					for (int64_t k = 0; k < n; k++)
						j->out[at + k] = *x;
				s->un(j->out + at, sa ? x : j->out + at, n);
				continue;
			}
			y = block_of(j, s->b, at, &sb);
			s->bin(j->out + at, x, y, n, sa, sb);
		}
	}
}

/* Op by op, when the shapes are not a chain's. */
static bool one_by_one(struct frun *r, struct fprog *p, const struct fchain *c)
{
	struct tensor *now = NULL;

	for (uint32_t i = 0; i < c->n; i++) {
		const struct fstep *s = &c->step[i];
		struct tensor *in[2], *out = NULL;
		bool ok;

		if (!s->pn)
			break; /* a batch norm */
		in[0] = s->a < CHAIN_INS ? p->in[s->a] : now;
		in[1] = s->b < CHAIN_INS ? p->in[s->b] : now;
		/* the inputs are others' too */
		for (int k = 0; k < 2; k++)
			tensor_ref(in[k]);
		ok = kernel(r, s->pn, in, s->un ? 1 : 2, &out, 1, false);
		for (int k = 0; k < 2; k++)
			tensor_unref(in[k]);
		tensor_unref(now);
		now = out;
		if (!ok) {
			tensor_unref(now);
			return false;
		}
	}
	p->out[0] = now;
	return now || give_up(r, "a batch norm of other shapes");
}

static float *spread(const struct tensor *t, int64_t block)
{
	float *to = xmalloc((size_t)block * sizeof(*to));

	for (int64_t i = 0; i < block; i += t->n)
		memcpy(to + i, t->data, t->bytes);
	return to;
}

/* Where every step from the first on has a full operand, the chain's shape is everybody's. */
static bool fits(const struct chain_job *j, const struct tensor *big)
{
	const struct fstep *s = &j->c->step[0];

	if (!s->un && !s->bin)
		return (big->rank == 4 || big->rank == 5) && j->kind[0] == FULL &&
		       j->kind[1] == LAST && j->kind[2] == LAST;
	return j->kind[s->a] == FULL || (s->bin && j->kind[s->b] == FULL);
}

bool run_chain(struct frun *r, struct fprog *p, struct fnode *n)
{
	struct chain_job j = {.c = n->x, .block = BLOCK};
	const struct tensor *big = p->in[0];
	float *own[CHAIN_INS] = {0};
	bool all = true;

	for (uint32_t i = 1; i < n->n_in; i++)
		if (p->in[i]->n > big->n || (p->in[i]->n == big->n && p->in[i]->rank > big->rank))
			big = p->in[i];
	for (uint32_t i = 0; i < n->n_in; i++) {
		j.kind[i] = kind_of(p->in[i], big);
		/* one channel */
		if (i > 0 && i < 3 && j.kind[i] == ONE && !j.c->step[0].un && !j.c->step[0].bin)
			j.kind[i] = LAST;
		all = all && j.kind[i] != OTHER;
		if (j.kind[i] == LAST)
			j.block = p->in[i]->n * (1 + (BLOCK - 1) / p->in[i]->n);
	}
	if (!all || !big->n || !fits(&j, big))
		return one_by_one(r, p, n->x);
	p->out[0] = fresh(r, p, n, 0, DT_FLOAT, big->rank, big->dim);
	if (!p->out[0])
		return false;
	j.out = p->out[0]->data;
	j.n = big->n;
	for (uint32_t i = 0; i < n->n_in; i++)
		j.in[i] = j.kind[i] == LAST && p->in[i]->n < big->n
				  ? (own[i] = spread(p->in[i], j.block))
				  : p->in[i]->data;
	tiles_run((j.n + j.block - 1) / j.block, 1 + TILE_ELEMS / j.block, chain_blocks, &j);
	for (uint32_t i = 0; i < n->n_in; i++)
		free(own[i]);
	return true;
}
