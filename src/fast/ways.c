/* Branches of TensorFlow 1: Switch, Merge and where values between them are alive. See flow.h. */
#include "fast/flow.h"

#include <stdlib.h>
#include <string.h>

#include "ops/kernel.h"

static struct way *way_at(const struct scope *s, uint32_t way)
{
	return s->way.p[way];
}

static uint32_t way_push(struct scope *s, struct way w)
{
	struct way *new = xmalloc(sizeof(*new));

	*new = w;
	vec_push(&s->way, new);
	return (uint32_t)s->way.n - 1;
}

void scope_start(struct scope *s)
{
	way_push(s, (struct way){.up = WAY_DEAD, .pred = VAL_NONE, .guard = s->b->guard});
}

void scope_end(struct scope *s)
{
	for (size_t i = 0; i < s->way.n; i++)
		free(s->way.p[i]);
	vec_free(&s->way);
	map_free(&s->ways);
}

struct lval *scope_slot(struct scope *s, uint32_t slot)
{
	return &s->f->slot[s->region][slot];
}

static bool konst(const struct scope *s, uint32_t val)
{
	return s->b->p->val.p[val].konst;
}

bool way_join(struct scope *s, const struct pnode *pn, uint32_t *way, uint32_t other)
{
	uint32_t a = *way, b = other;

	if (a == WAY_DEAD || b == WAY_DEAD) {
		*way = WAY_DEAD;
		return true;
	}
	if (way_at(s, b)->depth > way_at(s, a)->depth) {
		a = other;
		b = *way;
	}
	*way = a;
	while (way_at(s, a)->depth > way_at(s, b)->depth)
		a = way_at(s, a)->up;
	return a == b ||
	       slow(s->b,
		    "%.*s takes values of branches that are not within one another (TensorFlow 1)",
		    SV_ARG(pn->n->name));
}

bool way_of_node(struct scope *s, const struct pnode *pn, uint32_t *way)
{
	bool ok = true, merge = pn->flags & PN_MERGE;

	*way = 0;
	for (uint32_t k = 0; ok && k < pn->n_in && !merge; k++) {
		const struct lval *v = scope_slot(s, pn->in[k].slot);

		ok = (v->way == WAY_DEAD || v->val != VAL_NONE ||
		      slow(s->b, "%.*s has an input that is not there", SV_ARG(pn->n->name))) &&
		     way_join(s, pn, way, v->way);
	}
	for (uint32_t k = 0; ok && k < pn->n->n_ctl && !merge; k++)
		ok = way_join(s, pn, way, s->f->way[s->f->p->pos[pn->n->ctl[k].node]]);
	return ok;
}

/* ---- guards ---- */

static bool is_told(const struct scope *s, struct lval v, uint32_t way)
{
	return way_at(s, way)->guard == VAL_NONE || (v.told && v.way == way && !konst(s, v.val));
}

uint32_t way_told(struct scope *s, const struct pnode *pn, struct lval v, uint32_t way)
{
	uint32_t in[2] = {v.val, way_at(s, way)->guard}, out;

	if (is_told(s, v, way))
		return v.val;
	out = prog_val(s->b->p);
	fast_add_node(s->b, FK_GUARD, pn, in, 2, &out, 1);
	s->b->p->ways = true;
	return out;
}

int way_guard(struct scope *s, const struct pnode *pn, const struct lval *v, uint32_t *val,
	      uint32_t n, uint32_t way)
{
	uint32_t which = 0;

	for (uint32_t i = 0; i < n; i++)
		if (is_told(s, v[i], way))
			return (int)i;
	while (which < n && konst(s, v[which].val))
		which++;
	which = which < n ? which : 0;
	if (!n)
		return -1;
	val[which] = way_told(s, pn, v[which], way);
	return (int)which;
}

/* ---- Switch ---- */

/* A predicate that is known, for good or on this way: *branch. */
static bool known(const struct scope *s, struct lval pred, uint32_t way, uint32_t *branch)
{
	const struct tensor *t = konst(s, pred.val) ? s->b->p->val.p[pred.val].t : NULL;

	if (t && t->dtype == DT_BOOL && t->rank == 0) {
		*branch = *(const uint8_t *)t->data != 0;
		return true;
	}
	for (; way; way = way_at(s, way)->up)
		if (way_at(s, way)->pred == pred.val) {
			*branch = way_at(s, way)->branch;
			return true;
		}
	return false;
}

static void add_switch(struct scope *s, const struct pnode *pn, uint32_t data, uint32_t pred,
		       uint32_t out[2])
{
	uint32_t in[2] = {data, pred};

	out[0] = prog_val(s->b->p);
	out[1] = prog_val(s->b->p);
	fast_add_node(s->b, FK_SWITCH, pn, in, 2, out, 2);
	s->b->p->ways = true;
}

/* The ways behind pred on this way, *first for false and the next one for true. */
static bool ways_behind(struct scope *s, const struct pnode *pn, uint32_t way, struct lval pred,
			uint32_t *first)
{
	uint32_t key[3] = {way, pred.val, 0}, told, guard[2];
	uint64_t at;

	if (map_get(&s->ways, (struct sv){(const char *)key, sizeof(key)}, &at)) {
		*first = (uint32_t)at;
		return true;
	}
	if (way_at(s, way)->depth >= WAYS_DEEP)
		return slow(s->b, "%.*s: branches nested too deep (TensorFlow 1)",
			    SV_ARG(pn->n->name));
	told = way_told(s, pn, pred, way);
	add_switch(s, pn, told, told, guard);
	for (uint32_t k = 0; k < 2; k++) {
		struct way w = {way,	  way_at(s, way)->depth + 1, pred.val, k,
				guard[k], {way, pred.val, 0}};
		uint32_t i = way_push(s, w);

		*first = k ? *first : i;
	}
	map_put(&s->ways, (struct sv){(const char *)way_at(s, *first)->key, sizeof(key)}, *first);
	return true;
}

bool flow_switch(struct scope *s, uint32_t pos)
{
	const struct pnode *pn = &s->f->p->node[pos];
	struct lval *out = scope_slot(s, pn->slot), data, pred;
	uint32_t way, first = 0, branch, val[2];

	if (pn->n_in != 2 || pn->n_out != 2)
		return slow(s->b, "%.*s (%s) has more than two ways out", SV_ARG(pn->n->name),
			    pn->row->name);
	data = *scope_slot(s, pn->in[0].slot);
	if (s->body && pn->in[1].pos == s->loop_cond) { /* in the body LoopCond has said true */
		out[0] = (struct lval){VAL_NONE, WAY_DEAD, false};
		out[1] = data;
		s->f->way[pos] = data.way;
		return true;
	}
	pred = *scope_slot(s, pn->in[1].slot);
	if (!way_of_node(s, pn, &way))
		return false;
	s->f->way[pos] = way;
	out[0] = out[1] = (struct lval){VAL_NONE, WAY_DEAD, false};
	if (way == WAY_DEAD)
		return true;
	if (known(s, pred, way, &branch)) {
		out[branch] = (struct lval){data.val, way, data.told && data.way == way};
		return true;
	}
	if (!ways_behind(s, pn, way, pred, &first))
		return false;
	if (konst(s, data.val))
		val[0] = val[1] = data.val;
	else if (data.val == pred.val)
		for (uint32_t k = 0; k < 2; k++)
			val[k] = way_at(s, first + k)->guard;
	else
		add_switch(s, pn, data.val, way_told(s, pn, pred, way), val);
	for (uint32_t k = 0; k < 2; k++)
		out[k] = (struct lval){val[k], first + k, true};
	return true;
}

/* ---- Merge ---- */

enum { MERGE_MAX = 64 };

/* Branches that together are all of the way that they branch from, until one is left. */
static bool reduce(const struct scope *s, uint32_t *way, uint32_t n)
{
	bool some = true;

	while (some && n > 1) {
		some = false;
		for (uint32_t i = 0; i < n && !some; i++)
			for (uint32_t j = i + 1; j < n && !some; j++) {
				const struct way *a = way_at(s, way[i]), *b = way_at(s, way[j]);

				some = way[i] && way[j] && a->up == b->up && a->pred == b->pred &&
				       a->branch != b->branch;
				if (some) {
					way[i] = a->up;
					way[j] = way[--n];
				}
			}
	}
	return n == 1;
}

static uint32_t index_const(struct scope *s, int32_t k)
{
	struct err err = {0};
	struct tensor *t = tensor_new(DT_INT32, 0, NULL, &err);

	err_clear(&err);
	if (!t)
		return VAL_NONE;
	*(int32_t *)t->data = k;
	return prog_const(s->b->p, t);
}

bool flow_merge(struct scope *s, uint32_t pos)
{
	const struct pnode *pn = &s->f->p->node[pos];
	struct lval *to = scope_slot(s, pn->slot);
	uint32_t val[MERGE_MAX], way[MERGE_MAX], which[MERGE_MAX], n = 0, out[2];
	struct fnode *node;

	if (pn->n_in > MERGE_MAX || pn->n_out != 2)
		return slow(s->b, "%.*s merges %u values (TensorFlow 1)", SV_ARG(pn->n->name),
			    pn->n_in);
	for (uint32_t i = 0; i < pn->n_in; i++) {
		struct lval v;

		/* of another frame, perhaps */
		if (s->f->p->node[pn->in[i].pos].flags & PN_NEXT)
			return slow(s->b, "%.*s merges what a round before gives (TensorFlow 1)",
				    SV_ARG(pn->n->name));
		v = *scope_slot(s, pn->in[i].slot);
		if (v.way == WAY_DEAD)
			continue;
		if (v.val == VAL_NONE)
			return slow(s->b, "%.*s has an input that is not there",
				    SV_ARG(pn->n->name));
		val[n] = v.val;
		way[n] = v.way;
		which[n++] = i;
	}
	s->f->way[pos] = n == 0 ? WAY_DEAD : way[0];
	to[0] = to[1] = (struct lval){VAL_NONE, s->f->way[pos], false};
	if (n == 1) {
		to[0] = *scope_slot(s, pn->in[which[0]].slot);
		to[1].val = index_const(s, (int32_t)which[0]);
	}
	if (n < 2)
		return true;
	for (uint32_t i = 0; i < n; i++)
		val[i] = way_told(s, pn, *scope_slot(s, pn->in[which[i]].slot), way[i]);
	if (!reduce(s, way, n))
		return slow(
			s->b,
			"%.*s merges what are not the two branches of one condition (TensorFlow 1)",
			SV_ARG(pn->n->name));
	out[0] = prog_val(s->b->p);
	out[1] = prog_val(s->b->p);
	node = fast_add_node(s->b, FK_MERGE, pn, val, n, out, 2);
	node->x = arena_array(s->b->p->arena, n, sizeof(*which));
	memcpy(node->x, which, n * sizeof(*which));
	s->f->way[pos] = way[0];
	for (int k = 0; k < 2; k++)
		to[k] = (struct lval){out[k], way[0], true};
	return true;
}

/* ---- running ---- */

bool run_switch_node(struct frun *r, struct fprog *p, const struct fnode *n)
{
	const struct tensor *pred = p->in[1];

	(void)n;
	if (pred->dtype != DT_BOOL || pred->rank != 0)
		return give_up(r, "a Switch whose predicate is no bool");
	p->out[*(const uint8_t *)pred->data ? 1 : 0] = tensor_ref(p->in[0]);
	return true;
}

/* One of the inputs is there. */
bool run_merge_node(struct frun *r, struct fprog *p, const struct fnode *n)
{
	const uint32_t *which = n->x;
	uint32_t i = 0;

	while (!p->in[i])
		i++;
	p->out[0] = tensor_ref(p->in[i]);
	if (p->val.p[n->out[1]].reads)
		p->out[1] = fresh(r, p, n, 1, DT_INT32, 0, NULL);
	if (p->out[1])
		*(int32_t *)p->out[1]->data = (int32_t)which[i];
	return !p->val.p[n->out[1]].reads || p->out[1];
}
