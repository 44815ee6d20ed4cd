/*
 * What a run will need of memory, before it starts: the plan is walked with inferred shapes as the
 * machine will walk it, each tensor counted from the node that makes it to its last reader.
 *
 *   owner[slot]	which tensor a value slot holds: an index into buf, or NONE for what costs nothing (constants and
 *			variables are counted apart, once)
 */
#include <stdlib.h>
#include <string.h>

#include "exec/machine.h"
#include "infer/infer.h"

enum { NONE = -1, MAX_NEST = 64 };

struct buf {
	double bytes;
	uint32_t refs; /* slots that hold it */
};

struct walk {
	struct session *s;
	VEC(struct buf) buf;
	struct map seen; /* nodes whose weights are counted */
	struct arena *arena;
	double live;
	struct forecast *out;
	int depth;
};

static double bytes_of(struct walk *w, const struct iout *o)
{
	double n = o->dtype == DT_INVALID ? 0 : (double)dtype_info(o->dtype)->size;

	if (o->shape.rank < 0)
		w->out->unknown++;
	for (int i = 0; i < o->shape.rank; i++) {
		if (!idim_known(o->shape.dim[i]))
			w->out->unknown++;
		else
			n *= (double)o->shape.dim[i];
	}
	return o->shape.rank < 0 ? 0 : n;
}

static void grow(struct walk *w, double bytes)
{
	w->live += bytes;
	if (w->live > w->out->tensors)
		w->out->tensors = w->live;
}

static void hold(struct walk *w, int64_t owner)
{
	if (owner >= 0)
		w->buf.p[owner].refs++;
}

static void let_go(struct walk *w, int64_t owner)
{
	if (owner >= 0 && --w->buf.p[owner].refs == 0)
		w->live -= w->buf.p[owner].bytes;
}

static int64_t fresh(struct walk *w, double bytes)
{
	struct buf b = {bytes, 1};

	vec_push(&w->buf, b);
	grow(w, bytes);
	return (int64_t)w->buf.n - 1;
}

/* ---- which ops make nothing ---- */

static bool is_one_of(const char *op, const char *const *list)
{
	for (; *list; list++)
		if (!strcmp(op, *list))
			return true;
	return false;
}

static bool is_weight(const char *op)
{
	static const char *const list[] = {"Const",    "ReadVariableOp", "VarHandleOp",
					   "Variable", "VariableV2",	 NULL};

	return is_one_of(op, list);
}

static bool hands_on(const char *op)
{
	static const char *const list[] = {"Identity",	      "IdentityN",  "Reshape",
					   "Squeeze",	      "ExpandDims", "StopGradient",
					   "PreventGradient", "Snapshot",   "EnsureShape",
					   "CheckNumerics",   "Switch",	    "Merge",
					   "Enter",	      "Exit",	    "NextIteration",
					   "LoopCond",	      NULL};

	return is_one_of(op, list);
}

/* A weight is counted once, however often it is read. */
static void count_weight(struct walk *w, const struct pnode *pn, double bytes)
{
	const struct node *n = pn->n;
	struct sv key = arena_sv(w->arena, (struct sv){(const char *)&n, sizeof(n)});

	if (!strcmp(pn->row->name, "VarHandleOp") || !map_add(&w->seen, key, 1))
		return;
	w->out->weights += bytes;
}

/* ---- nodes ---- */

static bool walk_plan(struct walk *w, const struct plan *p, struct igraph *ig, const int64_t *args,
		      uint32_t n_args, int64_t *rets);

struct at {
	const struct plan *p;
	const struct pnode *pn;
	struct igraph *ig;
	int64_t **owner; /* by region and slot */
	int64_t *in;
};

static void give(struct at *a, uint32_t i, int64_t owner)
{
	a->owner[a->pn->out_region][a->pn->slot + i] = owner;
}

/* A function that is called: its results are the node's outputs. The dearest of several branches
 * counts. */
static bool walk_call(struct walk *w, struct at *a)
{
	struct callee c[8];
	int n = node_callees(w->s->mg, a->pn->n, c, 8);
	bool loop = n > 1 && !strcmp(c[0].role, "cond") ? true : false, branch = n > 1 && !loop;

	for (int k = 0; k < n && k < 8; k++) {
		const struct function *f = c[k].f;
		const struct plan *p = session_body(w->s, f, NULL);
		struct igraph *ig = infer_inside(a->ig, a->pn->node, sv_of(c[k].role));
		uint32_t skip = branch ? 1 : 0, n_args = f->graph->n_args;
		int64_t *rets;
		bool last = k == n - 1 || k == 7;

		if (!p || !ig || w->depth >= MAX_NEST || n_args + skip > a->pn->n_in)
			return false;
		rets = xcalloc(p->n_fetches + 1, sizeof(*rets));
		w->depth++;
		walk_plan(w, p, ig, a->in + skip, n_args, rets);
		w->depth--;
		for (uint32_t i = 0; i < p->n_fetches; i++)
			if (last && i < a->pn->n_out)
				give(a, i, rets[i]);
			else
				let_go(w, rets[i]);
		free(rets);
	}
	return n > 0;
}

static void walk_outputs(struct walk *w, struct at *a, uint32_t **uses)
{
	const char *op = a->pn->row ? a->pn->row->name : "";

	for (uint32_t i = 0; i < a->pn->n_out; i++) {
		bool read = uses[a->pn->out_region][a->pn->slot + i] > 0;
		double bytes = read || i == 0 ? bytes_of(w, infer_out(a->ig, a->pn->node, i)) : 0;

		if (is_weight(op)) {
			count_weight(w, a->pn, bytes);
			give(a, i, NONE);
		} else if (hands_on(op) && a->pn->n_in > 0) {
			int64_t from = a->in[i < a->pn->n_in && !strcmp(op, "IdentityN") ? i : 0];

			hold(w, from);
			give(a, i, from);
		} else {
			give(a, i, fresh(w, bytes));
		}
	}
}

/* Patches of a convolution: some tiles of them at a time. */
static void walk_temps(struct walk *w, const struct at *a)
{
	const struct iout *f;
	double row = 4, pixels = 1, tile;

	if (!a->pn->row || strcmp(a->pn->row->name, "Conv2D") || a->pn->n_in < 2)
		return;
	f = infer_out(a->ig, a->pn->n->in[1].node, a->pn->n->in[1].slot);
	for (int i = 0; i < f->shape.rank - 1; i++)
		row *= idim_known(f->shape.dim[i]) ? (double)f->shape.dim[i] : 1;
	f = infer_out(a->ig, a->pn->node, 0);
	for (int i = 0; i < f->shape.rank - 1; i++)
		pixels *= idim_known(f->shape.dim[i]) ? (double)f->shape.dim[i] : 1;
	tile = row * 32 > 4 * 65536 ? row * 32 : 4 * 65536;
	tile = 16 * tile < row * pixels ? 16 * tile : row * pixels;
	grow(w, tile);
	w->live -= tile;
}

static void release(struct walk *w, struct at *a, uint32_t **uses)
{
	for (uint32_t i = 0; i < a->pn->n_in; i++) {
		uint32_t slot = a->pn->in[i].slot, r = a->pn->region;

		if (uses[r][slot] && --uses[r][slot] == 0)
			let_go(w, a->owner[r][slot]);
	}
	for (uint32_t i = 0; i < a->pn->n_out; i++)
		if (!uses[a->pn->out_region][a->pn->slot + i])
			let_go(w, a->owner[a->pn->out_region][a->pn->slot + i]);
}

static void walk_node(struct walk *w, struct at *a, const int64_t *args, uint32_t n_args,
		      uint32_t **uses)
{
	const struct pnode *pn = a->pn;

	for (uint32_t i = 0; i < pn->n_in && !(pn->flags & PN_GIVEN); i++)
		a->in[i] = a->owner[pn->region][pn->in[i].slot];
	if (pn->flags & PN_GIVEN) {
		int64_t from =
			pn->arg >= 0 && (uint32_t)pn->arg < n_args && args ? args[pn->arg] : NONE;

		for (uint32_t i = 0; i < pn->n_out; i++) {
			hold(w, from);
			give(a, i, from);
		}
	} else if (!pn->row || !(pn->row->flags & OP_CALLS) || !walk_call(w, a)) {
		walk_outputs(w, a, uses);
		walk_temps(w, a);
	}
	if (!(pn->flags & PN_GIVEN))
		release(w, a, uses);
}

static bool walk_plan(struct walk *w, const struct plan *p, struct igraph *ig, const int64_t *args,
		      uint32_t n_args, int64_t *rets)
{
	struct at a = {.p = p, .ig = ig};
	uint32_t **uses = xcalloc(p->n_regions, sizeof(*uses)), most = 0;

	a.owner = xcalloc(p->n_regions, sizeof(*a.owner));
	for (uint32_t r = 0; r < p->n_regions; r++) {
		uint32_t n = p->region[r].n_slots;

		uses[r] = xcalloc(n + 1u, sizeof(**uses));
		a.owner[r] = xmalloc((n + 1u) * sizeof(**a.owner));
		memcpy(uses[r], p->region[r].uses0, n * sizeof(**uses));
		for (uint32_t i = 0; i < n; i++)
			a.owner[r][i] = NONE;
	}
	for (size_t i = 0; i < p->n_fetches; i++) /* results stay */
		if (p->fetch[i].slot != SLOT_CONTROL)
			uses[0][p->fetch[i].slot]++;
	for (uint32_t i = 0; i < p->n; i++)
		most = p->node[i].n_in > most ? p->node[i].n_in : most;
	a.in = xcalloc(most + 1u, sizeof(*a.in));
	for (uint32_t i = 0; i < p->n; i++) {
		a.pn = &p->node[i];
		walk_node(w, &a, args, n_args, uses);
	}
	for (size_t i = 0; i < p->n_fetches; i++)
		rets[i] = p->fetch[i].slot == SLOT_CONTROL ? NONE : a.owner[0][p->fetch[i].slot];
	for (uint32_t r = 0; r < p->n_regions; r++) {
		free(uses[r]);
		free(a.owner[r]);
	}
	free(uses);
	free(a.owner);
	free(a.in);
	return true;
}

/* Feeds of the root: their shapes are what inference starts from. */
static struct infer *inference(const struct exec *x)
{
	const struct plan *p = x->p;
	struct infer_given *given = xcalloc(p->n_feeds + 1, sizeof(*given));
	struct infer_opts o = {.given = given};
	struct infer *inf;

	for (size_t i = 0; i < p->n_feeds; i++) {
		const struct node *n =
			p->g->func ? NULL : graph_node(p->g, p->feed[i].at.node, NULL);

		if (!n || p->feed[i].at.slot || !x->feed[i])
			continue;
		given[o.n_given++] = (struct infer_given){
			.node = n->name,
			.has_shape = true,
			.shape = tensor_shape(x->feed[i]),
		};
	}
	inf = infer_new(x->s->mg, &o);
	free(given);
	return inf;
}

bool exec_forecast(const struct exec *x, struct forecast *out)
{
	struct walk w = {.s = x->s, .out = out};
	struct infer *inf;
	int64_t *rets;

	memset(out, 0, sizeof(*out));
	if (x->p->g->func)
		return false; /* a function's arguments are not given by name */
	inf = inference(x);
	w.arena = arena_new();
	rets = xcalloc(x->p->n_fetches + 1, sizeof(*rets));
	for (size_t i = 0; i < x->p->n_feeds; i++)
		w.live += x->feed[i] ? (double)x->feed[i]->bytes : 0;
	out->tensors = w.live;
	walk_plan(&w, x->p, infer_root(inf), NULL, 0, rets);
	free(rets);
	vec_free(&w.buf);
	map_free(&w.seen);
	arena_free(w.arena);
	infer_free(inf);
	return true;
}
