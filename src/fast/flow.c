/*
 * Plans with control flow of TensorFlow 1: nodes come into the program as they are needed, loops as
 * a whole. See flow.h.
 */
#include "fast/flow.h"

#include <stdlib.h>
#include <string.h>

#include "ops/kernel.h"

/* ---- tables ---- */

/* Of a node the region that it belongs to: an Enter to its loop. */
static uint32_t home(const struct pnode *pn)
{
	return pn->flags & PN_ENTER ? pn->out_region : pn->region;
}

static void list_regions(struct flow *f)
{
	const struct plan *p = f->p;
	uint32_t *at = xcalloc(p->n_regions + 1u, sizeof(*at));

	for (uint32_t i = 0; i < p->n; i++)
		f->own_at[home(&p->node[i]) + 1]++;
	for (uint32_t r = 0; r < p->n_regions; r++)
		f->own_at[r + 1] += f->own_at[r];
	for (uint32_t i = 0; i < p->n; i++) {
		uint32_t r = home(&p->node[i]);

		f->own[f->own_at[r] + at[r]++] = i;
	}
	for (uint32_t r = p->n_regions; r-- > 1;) {
		f->sibling[r] = f->child[p->region[r].parent];
		f->child[p->region[r].parent] = r;
	}
	free(at);
}

static void flow_start(struct flow *f, const struct plan *p)
{
	*f = (struct flow){.p = p};
	f->slot = xcalloc(p->n_regions, sizeof(*f->slot));
	for (uint32_t r = 0; r < p->n_regions; r++)
		f->slot[r] = xcalloc(p->region[r].n_slots + 1u, sizeof(**f->slot));
	f->way = xcalloc(p->n + 1u, sizeof(*f->way));
	f->done = xcalloc(p->n + 1u, 1);
	f->unit = xcalloc(p->n_regions, 1);
	f->asked = xcalloc(p->n_regions, 1);
	f->own = xcalloc(p->n + 1u, sizeof(*f->own));
	f->own_at = xcalloc(p->n_regions + 1u, sizeof(*f->own_at));
	f->child = xcalloc(p->n_regions, sizeof(*f->child));
	f->sibling = xcalloc(p->n_regions, sizeof(*f->sibling));
	f->var = xmalloc((p->n + 1u) * sizeof(*f->var));
	memset(f->var, 0xff, (p->n + 1u) * sizeof(*f->var));
	list_regions(f);
}

static void flow_end(struct flow *f)
{
	for (uint32_t r = 0; r < f->p->n_regions; r++)
		free(f->slot[r]);
	free(f->slot);
	free(f->way);
	free(f->done);
	free(f->unit);
	free(f->asked);
	free(f->own);
	free(f->own_at);
	free(f->child);
	free(f->sibling);
	free(f->var);
}

/* ---- a node ---- */

static bool missing(struct scope *s, const struct pnode *pn)
{
	if (pn->flags & PN_PARTLY_FED)
		return slow(s->b, "%.*s is partly fed", SV_ARG(pn->n->name));
	return slow(s->b, "%.*s has no kernel", SV_ARG(pn->n->name));
}

/* Where the outputs are alive, after the node is brought out: an input handed on is told as the
 * input was; old are the values from before. */
static void put_outputs(struct scope *s, const struct pnode *pn, const struct lval *in,
			const uint32_t *out, uint32_t way, size_t old, bool guarded)
{
	bool same = node_hands_on(pn);

	for (uint32_t k = 0; k < pn->n_out; k++) {
		bool told = same ? in[k].told && in[k].way == way : guarded && out[k] >= old;

		*scope_slot(s, pn->slot + k) = (struct lval){out[k], way, told};
	}
}

static bool put_plain(struct scope *s, const struct pnode *pn, uint32_t way)
{
	struct lval *in = xcalloc(pn->n_in + 1u, sizeof(*in));
	uint32_t *val = xcalloc(pn->n_in + 1u, sizeof(*val)),
		 *out = xcalloc(pn->n_out + 1u, sizeof(*out)), outer = s->b->guard;
	bool known = op_touch(pn) != TOUCH_RUN && !(pn->row->flags & OP_CALLS), ok;
	size_t old = s->b->p->val.n;
	int which = -1;

	for (uint32_t i = 0; i < pn->n_in; i++) {
		in[i] = *scope_slot(s, pn->in[i].slot);
		val[i] = in[i].val;
		known = known && s->b->p->val.p[val[i]].konst;
	}
	memset(out, 0xff, (pn->n_out + 1u) * sizeof(*out));
	if (!known && !node_hands_on(pn))
		which = way_guard(s, pn, in, val, pn->n_in, way);
	s->b->guard = way_guarded(s, way) && which >= 0 ? val[which] : VAL_NONE;
	ok = fast_put_node(s->b, pn, val, out);
	s->b->guard = outer;
	if (ok)
		put_outputs(s, pn, in, out, way, old, which >= 0);
	free(in);
	free(val);
	free(out);
	return ok;
}

bool flow_types(struct scope *s, const struct pnode *pn)
{
	uint32_t n = pn->flags & PN_SWITCH ? 1 : pn->n_in;

	for (uint32_t k = 0; k < n; k++) {
		struct edge e = pn->n->in[k];
		const struct node *src = s->f->p->node[s->f->p->pos[e.node]].n;
		uint32_t to = node_hands_on(pn) ? k : 0;

		enum dtype is = e.slot < src->n_out ? src->out_type[e.slot] : DT_INVALID,
			   as = to < pn->n->n_out ? pn->n->out_type[to] : DT_INVALID;

		if (is != DT_INVALID && as != DT_INVALID && dtype_base(is) != dtype_base(as))
			return slow(s->b, "%.*s hands on what is of another type",
				    SV_ARG(pn->n->name));
	}
	return true;
}

static bool put_node(struct scope *s, uint32_t pos)
{
	const struct pnode *pn = &s->f->p->node[pos];
	uint32_t way = 0;

	if (pn->flags & PN_GIVEN && !(pn->flags & PN_PARTLY_FED)) {
		uint32_t *out = xmalloc((pn->n_out + 1u) * sizeof(*out));
		bool ok;

		memset(out, 0xff, (pn->n_out + 1u) * sizeof(*out));
		ok = build_given(s->b, s->f->p, pos, s->args, s->n_args, out);
		for (uint32_t k = 0; k < pn->n_out; k++)
			*scope_slot(s, pn->slot + k) =
				(struct lval){out[k], 0, out[k] == s->b->guard};
		free(out);
		return ok;
	}
	if (!(pn->flags & (PN_MISSING | PN_PARTLY_FED))) {
		s->b->f->count.nodes += (pn->flags & (PN_SWITCH | PN_MERGE)) != 0;
		if ((pn->flags & (PN_SWITCH | PN_MERGE) || node_hands_on(pn)) && !flow_types(s, pn))
			return false;
		if (pn->flags & PN_SWITCH)
			return flow_switch(s, pos);
		if (pn->flags & PN_MERGE)
			return flow_merge(s, pos);
		if (pn->flags & (PN_NEXT | PN_EXIT) || pn->row->flags & OP_LOOPCOND)
			return slow(s->b, "%.*s (%s) is not where a loop of TensorFlow 1 has it",
				    SV_ARG(pn->n->name), pn->row->name);
	}
	if (!way_of_node(s, pn, &way))
		return false;
	s->f->way[pos] = way;
	for (uint32_t k = 0; k < pn->n_out; k++)
		*scope_slot(s, pn->slot + k) = (struct lval){VAL_NONE, way, false};
	if (way == WAY_DEAD)
		return true;
	if (pn->flags & (PN_MISSING | PN_PARTLY_FED))
		return missing(s, pn);
	return put_plain(s, pn, way);
}

/* ---- what a node needs ---- */

struct open {
	uint32_t at; /* a position, or a region */
	bool unit;
	uint32_t enter, edge;
};

/* The loop among the scope's own that region r belongs to. */
static uint32_t loop_here(const struct scope *s, uint32_t r)
{
	while (r && s->f->p->region[r].parent != s->region)
		r = s->f->p->region[r].parent;
	return r;
}

/* The next edge that is needed of what is open; false: no more. */
static bool next_edge(const struct scope *s, struct open *o, uint32_t *src)
{
	const struct plan *p = s->f->p;
	uint32_t n = o->unit ? s->f->own_at[o->at + 1] - s->f->own_at[o->at] : 1;

	for (; o->enter < n; o->enter++, o->edge = 0) {
		uint32_t pos = o->unit ? s->f->own[s->f->own_at[o->at] + o->enter] : o->at;
		const struct pnode *pn = &p->node[pos];

		if (o->unit && !(pn->flags & PN_ENTER))
			continue;
		if (o->edge < pnode_n_edges(pn)) {
			*src = p->pos[pnode_edge(pn, o->edge++)];
			return true;
		}
	}
	return false;
}

static uint8_t *state_of(struct scope *s, uint32_t pos, struct open *o)
{
	uint32_t r = home(&s->f->p->node[pos]);

	*o = (struct open){.at = pos};
	if (r == s->region)
		return &s->f->done[pos];
	*o = (struct open){.at = loop_here(s, r), .unit = true};
	return o->at ? &s->f->unit[o->at] : NULL;
}

static bool close_one(struct scope *s, const struct open *o)
{
	if (o->unit) {
		s->f->unit[o->at] = PUT_DONE;
		return flow_loop(s, o->at);
	}
	s->f->done[o->at] = PUT_DONE;
	return put_node(s, o->at);
}

bool flow_put(struct scope *s, const uint32_t *root, uint32_t n)
{
	VEC(struct open) open = {0};
	struct open new;
	bool ok = true;

	for (uint32_t i = 0; ok && i < n; i++) {
		uint32_t want = root[i];

		for (;;) {
			uint8_t *state = state_of(s, want, &new);

			ok = state ||
			     slow(s->b, "a value of another frame is needed (TensorFlow 1)");
			ok = ok && (*state != PUT_OPEN ||
				    slow(s->b, "%.*s waits for itself (TensorFlow 1)",
					 SV_ARG(s->f->p->node[want].n->name)));
			if (ok && *state == PUT_NOT) {
				*state = PUT_OPEN;
				vec_push(&open, new);
			}
			while (ok && open.n && !next_edge(s, &vec_last(&open), &want)) {
				struct open o = vec_last(&open);

				open.n--;
				ok = close_one(s, &o);
			}
			if (!ok || !open.n)
				break;
		}
	}
	vec_free(&open);
	return ok;
}

/* ---- a plan ---- */

bool flow_needed(const struct build *b, const struct plan *p)
{
	if (p->n_regions > 1 || b->guard != VAL_NONE)
		return true;
	for (uint32_t i = 0; i < p->n; i++)
		if (p->node[i].flags & (PN_SWITCH | PN_MERGE))
			return true;
	return false;
}

static bool put_results(struct scope *s, uint32_t *rets)
{
	const struct plan *p = s->f->p;
	bool ok = true;

	for (size_t i = 0; ok && i < p->n_fetches; i++) {
		struct lval v = {VAL_NONE, WAY_DEAD, false};

		if (p->fetch[i].slot != SLOT_CONTROL)
			v = *scope_slot(s, p->fetch[i].slot);
		ok = (v.way != WAY_DEAD && v.val != VAL_NONE) ||
		     slow(s->b, "a result is no tensor, or on a branch that is never taken");
		rets[i] = ok ? way_told(s, &p->node[p->fetch[i].pos], v, v.way) : VAL_NONE;
	}
	return ok;
}

bool flow_emit(struct build *b, const struct plan *p, const uint32_t *args, uint32_t n_args,
	       uint32_t *rets)
{
	struct flow f;
	struct scope s = {.f = &f, .b = b, .loop_cond = VAL_NONE, .args = args, .n_args = n_args};
	uint32_t *root;
	bool ok;

	flow_start(&f, p);
	scope_start(&s);
	root = xcalloc(p->n + 1u, sizeof(*root));
	for (uint32_t i = 0; i < p->n; i++)
		root[i] = i;
	ok = flow_put(&s, root, p->n) && put_results(&s, rets);
	free(root);
	scope_end(&s);
	flow_end(&f);
	return ok;
}
