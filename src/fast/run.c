/*
 * Running a program: node by node, each value freed by its last reader, so that kernels may write
 * into what nobody else holds.
 */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/fmap.h"
#include "base/fpu.h"
#include "base/intr.h"
#include "fast/inside.h"
#include "ops/kernel.h"

bool give_up(struct frun *r, const char *fmt, ...)
{
	va_list ap;
	char text[256];

	if (err_is(&r->err))
		return false;
	va_start(ap, fmt);
	vsnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	return err_set(&r->err, ERR_KIND_OP, ERR_INTERNAL, "%s", text);
}

bool kernel(struct frun *r, const struct pnode *pn, struct tensor *const *in, int n_in,
	    struct tensor **out, int n_out, bool proved)
{
	struct op_call_req call = {0};
	void *act = NULL;
	struct op_ctx c = {
		.row = pn->row,
		.node = pn->n,
		.state = pn->state,
		.n_in = n_in,
		.n_out = n_out,
		.in = in,
		.out = out,
		.scratch = r->scratch,
		.err = &r->err,
		.world = &r->world,
		.world_ctx = r->s,
		.may_reuse = true,
		.act = &act,
		.call = &call,
	};
	bool ok;

	arena_reset(r->scratch);
	if (proved) {
		ok = pn->row->run(&c);
		op_temps_free(&c);
	} else {
		ok = op_run(&c);
	}
	for (int i = 0; ok && i < n_out; i++)
		if (!out[i] && i == 0)
			ok = give_up(r, "%s gave nothing", pn->row->name);
	return ok;
}

enum { SPARE_BYTES = 65536 };

static bool fits(const struct tensor *s, enum dtype t, int rank, const int64_t *dim)
{
	return s->dtype == t && s->rank == rank && (!rank || !memcmp(s->dim, dim, (size_t)rank * sizeof(*dim)));
}

struct tensor *fresh(struct frun *r, struct fprog *p, const struct fnode *n, int k, enum dtype t, int rank,
		     const int64_t *dim)
{
	struct fval *v = &p->val.p[n->out[k]];
	struct tensor *made, **to = &v->spare[0];

	if (!p->again)
		return tensor_new(t, rank, dim, &r->err);
	for (int i = 0; i < 2; i++) {
		struct tensor *s = v->spare[i];

		if (s && tensor_writable(s) && fits(s, t, rank, dim))
			return tensor_ref(s);
		if (!s || tensor_writable(s))
			to = &v->spare[i];
	}
	made = tensor_new(t, rank, dim, &r->err);
	if (made && made->bytes <= SPARE_BYTES) {
		tensor_unref(*to);
		*to = tensor_ref(made);
	}
	return made;
}

/* The types of the inputs are those that op_run has accepted before. */
static bool proved(struct fnode *n, struct tensor *const *in)
{
	for (uint32_t i = 0; i < n->n_in; i++)
		if (n->seen[i] != in[i]->dtype)
			return false;
	return n->proved;
}

static bool run_op(struct frun *r, struct fprog *p, struct fnode *n)
{
	bool known = proved(n, p->in);

	if (!kernel(r, n->pn, p->in, (int)n->n_in, p->out, (int)n->n_out, known))
		return false;
	if (known)
		return true;
	for (uint32_t i = 0; i < n->n_in; i++)
		n->seen[i] = p->in[i]->dtype;
	n->proved = true;
	return true;
}

/* A loop's counters: two int32 scalars. */
static bool run_counter(struct frun *r, struct fprog *p, struct fnode *n)
{
	const struct tensor *a = p->in[0], *b = p->in[1];
	int32_t x, y;

	if (a->dtype != DT_INT32 || b->dtype != DT_INT32 || a->rank || b->rank)
		return run_op(r, p, n);
	x = *(const int32_t *)a->data;
	y = *(const int32_t *)b->data;
	p->out[0] = fresh(r, p, n, 0, n->counter == COUNT_LESS ? DT_BOOL : DT_INT32, 0, NULL);
	if (!p->out[0])
		return false;
	if (n->counter == COUNT_LESS)
		*(uint8_t *)p->out[0]->data = x < y;
	else
		*(uint32_t *)p->out[0]->data = n->counter == COUNT_ADD ? (uint32_t)x + (uint32_t)y
								       : (uint32_t)x - (uint32_t)y;
	return true;
}

static bool run_kind(struct frun *r, struct fprog *p, struct fnode *n)
{
	switch (n->kind) {
	case FK_OP:
		return n->counter ? run_counter(r, p, n) : run_op(r, p, n);
	case FK_CONV:
	case FK_DEPTHWISE:
		return run_conv_node(r, p, n);
	case FK_UP:
		return run_upconv(r, p, n);
	case FK_PRODUCT:
		return run_product_node(r, p, n);
	case FK_CHAIN:
		return run_chain(r, p, n);
	case FK_POOL:
		return run_pool(r, p, n);
	case FK_MEAN:
		return run_mean_node(r, p, n);
	case FK_CELL:
		return run_cell(r, p, n);
	case FK_WHILE:
		return run_while_node(r, p, n);
	case FK_IF:
		return run_if_node(r, p, n);
	case FK_SWITCH:
		return run_switch_node(r, p, n);
	case FK_MERGE:
		return run_merge_node(r, p, n);
	case FK_GUARD:
		p->out[0] = tensor_ref(p->in[0]);
		return true;
	}
	return false;
}

/* Left out, since an input is on a branch that is not taken; a Merge, when all are. */
static bool left_out(struct fprog *p, const struct fnode *n)
{
	uint32_t there = 0;

	for (uint32_t k = 0; k < n->n_in; k++)
		there += p->val.p[n->in[k]].t != NULL;
	if (n->kind == FK_MERGE ? there > 0 : there == n->n_in)
		return false;
	memset(p->hold, 0, n->n_in * sizeof(*p->hold));
	memset(p->out, 0, n->n_out * sizeof(*p->out));
	return true;
}

/* Inputs for the kernel: what lives on gets a reference more, so that it is not written into. */
static bool gather(struct frun *r, struct fprog *p, uint32_t i)
{
	const struct fnode *n = &p->node.p[i];

	for (uint32_t k = 0; k < n->n_in; k++) {
		const struct fval *v = &p->val.p[n->in[k]];

		if (!v->t && n->kind != FK_MERGE)
			return give_up(r, "an input of %.*s is not there", SV_ARG(n->pn->n->name));
		p->in[k] = v->t;
		p->hold[k] = !v->konst && (v->last != i || v->kept);
		for (uint32_t j = 0; j < k && !p->hold[k]; j++)
			p->hold[k] = n->in[j] == n->in[k] && !v->konst;
		if (p->hold[k])
			tensor_ref(v->t);
	}
	memset(p->out, 0, n->n_out * sizeof(*p->out));
	return true;
}

static void let_go(struct fprog *p, uint32_t i, bool ok)
{
	const struct fnode *n = &p->node.p[i];

	for (uint32_t k = 0; k < n->n_in; k++) {
		struct fval *v = &p->val.p[n->in[k]];

		if (p->hold[k])
			tensor_unref(p->in[k]);
		if (ok && v->last == i && !v->kept && !v->konst && v->t) {
			tensor_unref(v->t);
			v->t = NULL;
		}
	}
	for (uint32_t k = 0; k < n->n_out; k++) {
		struct fval *v = &p->val.p[n->out[k]];

		if (ok && (v->reads || v->kept))
			v->t = p->out[k];
		else
			tensor_unref(p->out[k]);
	}
}

static double macs_of(const struct fprog *p, const struct fnode *n)
{
	const struct fconv *c = n->x;
	struct op_ctx ctx = {
		.row = n->pn->row,
		.node = n->pn->n,
		.in = p->in,
		.out = p->out,
		.n_in = (int)n->n_in,
		.n_out = (int)n->n_out,
	};
	double macs = 0, bytes;

	if (n->kind == FK_CONV || n->kind == FK_PRODUCT)
		macs = (double)p->out[0]->n * (double)c->w->k;
	else if (n->kind == FK_UP)
		macs = (double)p->out[0]->n * (double)c->channels;
	else if (n->kind == FK_DEPTHWISE)
		macs = (double)p->out[0]->n * (double)(c->fh * c->fw);
	else if (n->kind == FK_OP && n->pn->row->cost)
		n->pn->row->cost(&ctx, &macs, &bytes);
	return macs;
}

static double bytes_of(const struct fprog *p, const struct fnode *n)
{
	const struct fconv *c = n->x;
	double bytes = n->kind == FK_CONV || n->kind == FK_PRODUCT ? (double)c->w->bytes :
		       n->kind == FK_UP ? (double)upconv_bytes(c) : 0;

	for (uint32_t i = 0; i < n->n_in; i++)
		bytes += p->in[i] ? (double)p->in[i]->bytes : 0;
	for (uint32_t i = 0; i < n->n_out; i++)
		bytes += p->out[i] ? (double)p->out[i]->bytes : 0;
	return bytes;
}

static bool run_node(struct frun *r, struct fprog *p, uint32_t i)
{
	struct fnode *n = &p->node.p[i];
	double begin = r->profile ? clock_seconds() : 0, before = r->inner;
	bool ok;

	if (intr_pending())
		return err_set(&r->err, ERR_KIND_INTERRUPT, ERR_CANCELLED, "interrupted");
	if (r->timed && !session_in_time(r->s, &r->err))
		return false;
	if (p->ways && left_out(p, n)) {
		let_go(p, i, true);
		return true;
	}
	if (!gather(r, p, i))
		return false;
	r->inner = 0;
	ok = run_kind(r, p, n);
	if (r->profile && ok) {
		double took = clock_seconds() - begin;

		n->ns += (uint64_t)((took - r->inner) * 1e9);
		r->inner = before + took;
		n->macs += macs_of(p, n);
		n->bytes += bytes_of(p, n);
		n->runs++;
	}
	let_go(p, i, ok);
	return ok;
}

static void forget(struct fval *v)
{
	if (!v->konst) {
		tensor_unref(v->t);
		v->t = NULL;
	}
}

/* After a failure anything may be left; else results and arguments that nobody took. */
static void prog_clear(struct fprog *p, bool ok)
{
	for (size_t i = 0; i < p->val.n && !ok; i++)
		forget(&p->val.p[i]);
	for (uint32_t i = 0; i < p->n_rets && ok; i++)
		forget(&p->val.p[p->ret[i]]);
	for (uint32_t i = 0; i < p->n_args && ok; i++)
		forget(&p->val.p[p->arg[i]]);
}

static bool wanted(const struct fval *v)
{
	return !v->konst && v->reads;
}

/* With the arguments in place. */
static bool run_all(struct frun *r, struct fprog *p, struct tensor **rets)
{
	bool ok = true;

	for (uint32_t i = 0; ok && i < p->node.n; i++)
		ok = run_node(r, p, i);
	for (uint32_t i = 0; ok && i < p->n_rets; i++) {
		rets[i] = tensor_ref(p->val.p[p->ret[i]].t);
		ok = rets[i] || give_up(r, "result %u is not there", i);
	}
	prog_clear(p, ok);
	return ok;
}

bool prog_run(struct frun *r, struct fprog *p, struct tensor *const *args, struct tensor **rets)
{
	for (uint32_t i = 0; i < p->n_args; i++)
		if (wanted(&p->val.p[p->arg[i]]))
			p->val.p[p->arg[i]].t = tensor_ref(args[i]);
	return run_all(r, p, rets);
}

bool prog_run_take(struct frun *r, struct fprog *p, struct tensor **args, const bool *keep, struct tensor **rets)
{
	for (uint32_t i = 0; i < p->n_args; i++)
		if (wanted(&p->val.p[p->arg[i]])) {
			p->val.p[p->arg[i]].t = keep[i] ? tensor_ref(args[i]) : args[i];
			args[i] = keep[i] ? args[i] : NULL;
		}
	return run_all(r, p, rets);
}

/* ---- a run ---- */

struct guarded {
	struct fast *f;
	struct frun *r;
	struct tensor **rets;
};

static bool go(void *ctx, struct err *err)
{
	struct guarded *g = ctx;
	const struct frame *root = g->f->x->stack.p[0];

	(void)err;
	return prog_run(g->r, g->f->root, root->n_arg ? root->arg : g->f->x->feed, g->rets);
}

static void give(struct exec *x, struct tensor **rets)
{
	const struct plan *p = x->p;

	for (size_t i = 0; i < p->n_fetches; i++) {
		struct slot *s = &x->stack.p[0]->slot[p->fetch[i].slot];

		tensor_unref(s->t);
		s->t = tensor_ref(rets[i]);
	}
	x->phase = PH_DONE;
}

bool fast_run(struct fast *f, struct str *why, struct err *err)
{
	struct fprog *p = f->root;
	struct frun r = {
		.x = f->x,
		.s = f->x->s,
		.world = f->world,
		.scratch = f->scratch,
		.profile = f->profile,
		.timed = f->x->s->deadline > 0,
	};
	struct guarded g = {f, &r, xcalloc(p->n_rets + 1u, sizeof(*g.rets))};
	uint64_t fpu = fpu_flush();
	bool ok = fmap_guard(f->x->s->guard_name, go, &g, &r.err);

	fpu_restore(fpu);
	if (ok)
		give(f->x, g.rets);
	else
		prog_clear(p, false);
	for (uint32_t i = 0; i < p->n_rets; i++)
		tensor_unref(g.rets[i]);
	if (!ok && (r.err.kind == ERR_KIND_INTERRUPT || r.err.kind == ERR_KIND_LIMIT))
		exec_err_copy(err, &r.err);
	else if (!ok)
		str_addf(why, "%s", r.err.msg ? r.err.msg : "it failed");
	free(g.rets);
	err_clear(&r.err);
	return ok;
}

/* ---- profile ---- */

void fast_profile(struct fast *f, bool on)
{
	f->profile = on;
}

uint32_t fast_n_steps(const struct fast *f)
{
	return f->count.steps;
}

bool fast_step(const struct fast *f, uint32_t i, struct fast_step *out)
{
	for (size_t k = 0; k < f->all.n; k++) {
		const struct fprog *p = f->all.p[k];
		const struct fnode *n;

		if (i >= p->node.n) {
			i -= (uint32_t)p->node.n;
			continue;
		}
		n = &p->node.p[i];
		*out = (struct fast_step){
			n->pn->n, n->what.n ? str_z((struct str *)&n->what) : n->pn->row->name,
			n->ns,	  n->runs,
			n->macs,  n->bytes};
		return true;
	}
	return false;
}
