/*
 * From plans to a program: calls are inlined, what hands its input on becomes the same value, what
 * depends on nothing that changes is computed now.
 */
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "fast/inside.h"
#include "ops/kernel.h"

enum { MAX_NEST = 64, MAX_NODES = 2000000, FOLD_BYTES = 64 << 20 };

bool slow(struct build *b, const char *fmt, ...)
{
	va_list ap;

	if (b->why->n)
		return false;
	va_start(ap, fmt);
	str_vaddf(b->why, fmt, ap);
	va_end(ap);
	return false;
}

/* ---- programs ---- */

struct fprog *prog_new(struct fast *f)
{
	struct fprog *p = xcalloc(1, sizeof(*p));

	p->arena = arena_new();
	vec_push(&f->all, p);
	return p;
}

static void node_free(struct fnode *n)
{
	if (n->kind == FK_CONV || n->kind == FK_PRODUCT)
		packed_free(((struct fconv *)n->x)->w);
	if (n->kind == FK_UP)
		upconv_free(n->x);
	str_free(&n->what);
}

void prog_free(struct fprog *p)
{
	for (size_t i = 0; i < p->node.n; i++)
		node_free(&p->node.p[i]);
	for (size_t i = 0; i < p->val.n; i++) {
		struct fval *v = &p->val.p[i];

		if (v->konst)
			tensor_unref(v->t);
		tensor_unref(v->t);
		tensor_unref(v->spare[0]);
		tensor_unref(v->spare[1]);
	}
	vec_free(&p->node);
	vec_free(&p->val);
	free(p->arg);
	free(p->ret);
	free(p->in);
	free(p->out);
	free(p->hold);
	arena_free(p->arena);
	free(p);
}

uint32_t prog_val(struct fprog *p)
{
	struct fval v = {.last = VAL_NONE, .from = VAL_NONE};

	vec_push(&p->val, v);
	return (uint32_t)p->val.n - 1;
}

uint32_t prog_const(struct fprog *p, struct tensor *t)
{
	uint32_t i = prog_val(p);

	p->val.p[i].t = t;
	p->val.p[i].konst = true;
	tensor_ref(t);
	return i;
}

struct fnode *fast_add_node(struct build *b, enum fkind kind, const struct pnode *pn,
			    const uint32_t *in, uint32_t n_in, const uint32_t *out, uint32_t n_out)
{
	struct fprog *p = b->p;
	struct fnode n = {.kind = kind, .pn = pn, .n_in = n_in, .n_out = n_out};

	n.in = arena_array(p->arena, n_in + 1u, sizeof(*n.in));
	n.out = arena_array(p->arena, n_out + 1u, sizeof(*n.out));
	n.seen = arena_array(p->arena, n_in + 1u, sizeof(*n.seen));
	if (n_in)
		memcpy(n.in, in, n_in * sizeof(*in));
	if (n_out)
		memcpy(n.out, out, n_out * sizeof(*out));
	vec_push(&p->node, n);
	return &vec_last(&p->node);
}

/* ---- nodes ---- */

static bool all_const(const struct build *b, const uint32_t *in, uint32_t n)
{
	for (uint32_t i = 0; i < n; i++)
		if (!b->p->val.p[in[i]].konst)
			return false;
	return true;
}

/* A V1 variable is its value here, since nobody writes it. */
static struct tensor *value_of(struct tensor *t)
{
	struct tensor *v = t ? op_deref(t) : NULL;

	tensor_unref(t);
	return v;
}

/* Keeping it costs nothing: its bytes are a file's or a variable's. */
static bool shared(const struct tensor *t)
{
	return t->buf && (t->buf->wrapped || atomic_load(&t->buf->refs) > 1);
}

static bool fold(struct build *b, const struct pnode *pn, const uint32_t *in, uint32_t *out,
		 bool *big)
{
	struct tensor **ins = xcalloc(pn->n_in + 1u, sizeof(*ins)),
		      **outs = xcalloc(pn->n_out + 1u, sizeof(*outs));
	size_t bytes = 0, from = 0;
	bool ok;

	for (uint32_t i = 0; i < pn->n_in; i++) {
		ins[i] = b->p->val.p[in[i]].t;
		from += ins[i]->bytes;
	}
	ok = kernel(&b->r, pn, ins, (int)pn->n_in, outs, (int)pn->n_out, false);
	if (!ok)
		slow(b, "%.*s fails", SV_ARG(pn->n->name));
	for (uint32_t i = 0; ok && i < pn->n_out; i++) {
		outs[i] = value_of(outs[i]);
		ok = outs[i] || slow(b, "%.*s gives nothing", SV_ARG(pn->n->name));
		bytes += outs[i] && !shared(outs[i]) ? outs[i]->bytes : 0;
	}
	*big = ok && bytes > FOLD_BYTES && bytes > 2 * from; /* cheaper to make than to keep */
	for (uint32_t i = 0; i < pn->n_out; i++)
		if (ok && !*big)
			out[i] = prog_const(b->p, outs[i]);
		else
			tensor_unref(outs[i]);
	b->f->count.folded += ok && !*big;
	free(ins);
	free(outs);
	return ok;
}

static uint8_t counter_of(const struct pnode *pn)
{
	const char *op = pn->row->name;
	enum dtype t;

	if (pn->n_in != 2 || pn->n_out != 1 || !node_attr_type(pn->n, "T", &t) || t != DT_INT32)
		return COUNT_NO;
	return !strcmp(op, "AddV2") || !strcmp(op, "Add") ? COUNT_ADD
	       : !strcmp(op, "Sub")			  ? COUNT_SUB
	       : !strcmp(op, "Less")			  ? COUNT_LESS
							  : COUNT_NO;
}

static bool emit_op(struct build *b, const struct pnode *pn, const uint32_t *in, uint32_t *out)
{
	enum touch touch = op_touch(pn);
	bool big = false;

	if (touch == TOUCH_NEVER)
		return slow(b, "%.*s (%s) changes something, or draws at random",
			    SV_ARG(pn->n->name), pn->row->name);
	if (pn->row->flags & (OP_CALLS | OP_FEED))
		return slow(b, "%.*s (%s) is for the faithful mode", SV_ARG(pn->n->name),
			    pn->row->name);
	if (touch != TOUCH_RUN && pn->n_out &&
	    (touch == TOUCH_ONCE || all_const(b, in, pn->n_in))) {
		if (!fold(b, pn, in, out, &big))
			return false;
		if (!big)
			return true;
	}
	for (uint32_t i = 0; i < pn->n_out; i++)
		out[i] = prog_val(b->p);
	b->p->acts = b->p->acts || touch == TOUCH_RUN;
	fast_add_node(b, FK_OP, pn, in, pn->n_in, out, pn->n_out)->counter = counter_of(pn);
	return true;
}

bool node_hands_on(const struct pnode *pn)
{
	const char *op = pn->row->name;
	static const char *const names[] = {"Identity", "IdentityN", "PreventGradient",
					    "StopGradient"};

	for (size_t i = 0; pn->n_in == pn->n_out && i < sizeof(names) / sizeof(names[0]); i++)
		if (!strcmp(op, names[i]))
			return true;
	return false;
}

/* x * 1 and x / 1, which Keras' swish is full of: which input is x; -1: it is something else. */
static int times_one(const struct build *b, const struct pnode *pn, const uint32_t *in)
{
	bool mul = !strcmp(pn->row->name, "Mul"), div = !strcmp(pn->row->name, "RealDiv");

	for (int i = 0; (mul || div) && i < 2; i++) {
		const struct fval *k = &b->p->val.p[in[1 - i]];

		if (k->konst && k->t->dtype == DT_FLOAT && k->t->rank == 0 &&
		    *(const float *)k->t->data == 1 && (mul || i == 0))
			return i;
	}
	return -1;
}

static bool emit_plan(struct build *b, const struct plan *p, const uint32_t *args, uint32_t n_args,
		      uint32_t *rets);

static bool emit_call(struct build *b, const struct pnode *pn, const uint32_t *in, uint32_t *out)
{
	const char *op = pn->row->name;
	struct callee c[4];
	const struct plan *p;
	struct err err = {0};
	bool ok;

	if (!strcmp(op, "While") || !strcmp(op, "StatelessWhile"))
		return build_while(b, pn, in, out);
	if (!strcmp(op, "If") || !strcmp(op, "StatelessIf"))
		return build_if(b, pn, in, out);
	if (strcmp(op, "PartitionedCall") && strcmp(op, "StatefulPartitionedCall"))
		return slow(b, "%.*s (%s) calls in a way of its own", SV_ARG(pn->n->name), op);
	if (node_callees(b->r.s->mg, pn->n, c, 4) < 1)
		return slow(b, "%.*s calls nothing that is known", SV_ARG(pn->n->name));
	p = session_body(b->r.s, c[0].f, &err);
	err_clear(&err);
	if (!p || p->n_fetches != pn->n_out || b->depth >= MAX_NEST)
		return slow(b, "%.*s: a call that cannot be inlined", SV_ARG(pn->n->name));
	b->depth++;
	ok = emit_plan(b, p, in, pn->n_in, out);
	b->depth--;
	return ok;
}

bool fast_put_node(struct build *b, const struct pnode *pn, const uint32_t *in, uint32_t *out)
{
	int one;

	if (b->f->count.nodes++ > MAX_NODES)
		return slow(b, "the program would be too long");
	if (!strcmp(pn->row->name, "NoOp"))
		return true;
	if (node_hands_on(pn)) {
		memcpy(out, in, pn->n_in * sizeof(*in));
		return true;
	}
	if (pn->row->flags & OP_CALLS)
		return emit_call(b, pn, in, out);
	one = pn->n_in == 2 ? times_one(b, pn, in) : -1;
	if (one >= 0 && !b->p->val.p[in[one]].konst) {
		out[0] = in[one];
		return true;
	}
	return emit_op(b, pn, in, out);
}

/* ---- plans ---- */

bool build_given(struct build *b, const struct plan *p, uint32_t pos, const uint32_t *args,
		 uint32_t n_args, uint32_t *out)
{
	const struct pnode *pn = &p->node[pos];

	if (b->depth == 0 && p == b->r.x->p) {
		for (size_t i = 0; i < p->n_feeds; i++)
			if (p->feed[i].pos == pos)
				out[p->feed[i].at.slot] = args[i];
		if (p->n_feeds || pn->arg < 0)
			return true;
	}
	if (pn->arg < 0 || (uint32_t)pn->arg >= n_args)
		return slow(b, "an argument is missing");
	out[0] = args[pn->arg];
	return true;
}

static bool one_node(struct build *b, const struct plan *p, uint32_t pos, uint32_t *slot)
{
	const struct pnode *pn = &p->node[pos];
	uint32_t *in = xcalloc(pn->n_in + 1u, sizeof(*in));
	bool ok = true;

	if (!pn->row)
		ok = slow(b, "%.*s has no kernel", SV_ARG(pn->n->name));
	else if (pn->flags & ~(unsigned)PN_GIVEN)
		ok = slow(b, "%.*s is partly fed", SV_ARG(pn->n->name));
	for (uint32_t i = 0; ok && i < pn->n_in; i++) {
		in[i] = slot[pn->in[i].slot];
		ok = in[i] != VAL_NONE ||
		     slow(b, "%.*s has an input that is not there", SV_ARG(pn->n->name));
	}
	ok = ok && fast_put_node(b, pn, in, slot + pn->slot);
	free(in);
	return ok;
}

static bool emit_plan(struct build *b, const struct plan *p, const uint32_t *args, uint32_t n_args,
		      uint32_t *rets)
{
	uint32_t n = p->region[0].n_slots, *slot;
	bool ok = true;

	if (flow_needed(b, p))
		return flow_emit(b, p, args, n_args, rets);
	slot = xmalloc((n + 1u) * sizeof(*slot));
	memset(slot, 0xff, (n + 1u) * sizeof(*slot));
	for (uint32_t i = 0; ok && i < p->n; i++)
		ok = p->node[i].flags & PN_GIVEN && !(p->node[i].flags & PN_PARTLY_FED)
			     ? build_given(b, p, i, args, n_args, slot + p->node[i].slot)
			     : one_node(b, p, i, slot);
	for (size_t i = 0; ok && i < p->n_fetches; i++) {
		rets[i] = p->fetch[i].slot == SLOT_CONTROL ? VAL_NONE : slot[p->fetch[i].slot];
		ok = rets[i] != VAL_NONE || slow(b, "a result is no tensor");
	}
	free(slot);
	return ok;
}

/* ---- readers ---- */

void prog_count(struct fprog *p)
{
	for (size_t i = 0; i < p->val.n; i++) {
		p->val.p[i].reads = 0;
		p->val.p[i].last = p->val.p[i].from = VAL_NONE;
		p->val.p[i].kept = false;
	}
	for (uint32_t i = 0; i < p->node.n; i++) {
		const struct fnode *n = &p->node.p[i];

		for (uint32_t k = 0; k < n->n_in && !n->dead; k++) {
			p->val.p[n->in[k]].reads++;
			p->val.p[n->in[k]].last = i;
		}
		for (uint32_t k = 0; k < n->n_out && !n->dead; k++)
			p->val.p[n->out[k]].from = i;
	}
	for (uint32_t i = 0; i < p->n_rets; i++) {
		p->val.p[p->ret[i]].reads++;
		p->val.p[p->ret[i]].kept = true;
	}
}

static bool acts(const struct fnode *n)
{
	const struct floop *l = n->x;

	if (n->kind == FK_WHILE || n->kind == FK_IF)
		return l->cond->acts || l->body->acts;
	return n->kind == FK_OP && op_touch(n->pn) == TOUCH_RUN;
}

/* Takes out what nobody reads. */
static void drop_unread(struct fprog *p)
{
	prog_count(p);
	for (size_t i = p->node.n; i-- > 0;) {
		struct fnode *n = &p->node.p[i];
		bool read = n->dead || acts(n);

		for (uint32_t k = 0; k < n->n_out && !read; k++)
			read = p->val.p[n->out[k]].reads > 0;
		if (read)
			continue;
		n->dead = true;
		for (uint32_t k = 0; k < n->n_in; k++)
			p->val.p[n->in[k]].reads--;
	}
	prog_count(p);
}

/* Nodes that are left, close together; room for the widest. */
static void close_up(struct fast *f, struct fprog *p)
{
	size_t n = 0;

	drop_unread(p);
	for (size_t i = 0; i < p->node.n; i++) {
		struct fnode *at = &p->node.p[i];

		if (at->dead) {
			node_free(at);
			continue;
		}
		p->widest = at->n_in > p->widest ? at->n_in : p->widest;
		p->widest = at->n_out > p->widest ? at->n_out : p->widest;
		p->node.p[n++] = *at;
	}
	p->node.n = n;
	prog_count(p);
	f->count.steps += (uint32_t)n;
	p->in = xcalloc(p->widest + 1u, sizeof(*p->in));
	p->out = xcalloc(p->widest + 1u, sizeof(*p->out));
	p->hold = xcalloc(p->widest + 1u, sizeof(*p->hold));
}

void prog_finish(struct fast *f, struct fprog *p)
{
	drop_unread(p);
	fuse_products(f, p);
	fuse_cells(f, p);
	fuse_chains(f, p);
	find_means(p);
	close_up(f, p);
}

static bool build_plan(struct build *b, const struct plan *p, const uint32_t *args, uint32_t n_args)
{
	struct fprog *to = b->p;

	to->n_rets = (uint32_t)p->n_fetches;
	to->ret = xcalloc(p->n_fetches + 1, sizeof(*to->ret));
	if (!emit_plan(b, p, args, n_args, to->ret))
		return false;
	prog_finish(b->f, to);
	return true;
}

void prog_args(struct fprog *p, struct tensor *const *konst, uint32_t n)
{
	p->n_args = n;
	p->arg = xcalloc(n + 1u, sizeof(*p->arg));
	for (uint32_t i = 0; i < n; i++)
		p->arg[i] = konst && konst[i] ? prog_const(p, tensor_ref(konst[i])) : prog_val(p);
}

struct fprog *build_function(struct build *b, const struct function *f, struct tensor *const *konst,
			     uint32_t n)
{
	struct build inner = *b;
	struct err err = {0};
	const struct plan *p = session_body(b->r.s, f, &err);
	bool ok;

	err_clear(&err);
	if (!p || b->depth >= MAX_NEST || n != f->graph->n_args)
		return slow(b, "function %.*s cannot be compiled", SV_ARG(f->name)), NULL;
	inner.p = prog_new(b->f);
	inner.depth++;
	inner.guard = VAL_NONE;
	prog_args(inner.p, konst, n);
	ok = build_plan(&inner, p, inner.p->arg, n);
	err_clear(&inner.r.err);
	return ok ? inner.p : NULL;
}

struct fast *fast_new(struct exec *x, struct str *why)
{
	struct fast *f = xcalloc(1, sizeof(*f));
	struct build b = {.f = f, .why = why, .guard = VAL_NONE, .r = {.x = x, .s = x->s}};
	bool call = x->stack.p[0]->n_arg > 0;
	bool ok;

	f->world = session_world();
	f->world.path = NULL; /* no frames stand for where a node is: things of a run go by its name */
	b.r.world = f->world;
	f->x = x;
	f->scratch = b.r.scratch = arena_new();
	b.p = f->root = prog_new(f);
	prog_args(b.p, NULL, call ? (uint32_t)x->stack.p[0]->n_arg : (uint32_t)x->p->n_feeds);
	ok = build_plan(&b, x->p, b.p->arg, b.p->n_args);
	err_clear(&b.r.err);
	if (ok)
		return f;
	fast_free(f);
	return NULL;
}

void fast_free(struct fast *f)
{
	if (!f)
		return;
	for (size_t i = 0; i < f->all.n; i++)
		prog_free(f->all.p[i]);
	vec_free(&f->all);
	arena_free(f->scratch);
	free(f);
}

struct fast_count fast_count(const struct fast *f)
{
	return f->count;
}
