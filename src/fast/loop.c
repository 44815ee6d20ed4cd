/*
 * Loops and branches of TensorFlow 2: their functions are programs that are compiled once. What a
 * loop's body hands on as it is counts as known inside, so that the weights of a recurrent layer
 * are packed once.
 */
#include <stdlib.h>
#include <string.h>

#include "fast/inside.h"

static const struct function *role_of(struct build *b, const struct pnode *pn, const char *role)
{
	struct callee c[8];
	int n = node_callees(b->r.s->mg, pn->n, c, 8);

	for (int i = 0; i < n && i < 8; i++)
		if (!strcmp(c[i].role, role))
			return c[i].f;
	return NULL;
}

/* Which argument result i is; POS_NONE: it is computed. */
static uint32_t handed_on(const struct plan *p, size_t i)
{
	uint32_t pos = p->fetch[i].pos;

	while (!(p->node[pos].flags & PN_GIVEN) && p->node[pos].row &&
	       !strcmp(p->node[pos].row->name, "Identity"))
		pos = p->node[pos].in[0].pos;
	return p->node[pos].flags & PN_GIVEN && p->node[pos].arg >= 0 ? (uint32_t)p->node[pos].arg
								      : POS_NONE;
}

static bool find_same(struct build *b, const struct function *body, struct floop *l, uint32_t n)
{
	struct err err = {0};
	const struct plan *p = session_body(b->r.s, body, &err);

	err_clear(&err);
	if (!p || p->n_fetches != n || body->graph->n_args != n)
		return slow(b, "a loop whose body does not fit it");
	for (uint32_t i = 0; i < n; i++)
		l->same[i] = handed_on(p, i) == i;
	return true;
}

bool build_while(struct build *b, const struct pnode *pn, const uint32_t *in, uint32_t *out)
{
	const struct function *cond = role_of(b, pn, "cond"), *body = role_of(b, pn, "body");
	struct floop *l = arena_alloc(b->p->arena, sizeof(*l));
	struct tensor **konst;
	struct fnode *n;

	if (!cond || !body || pn->n_in != pn->n_out)
		return slow(b, "%.*s: a loop without its functions", SV_ARG(pn->n->name));
	l->same = arena_alloc(b->p->arena, pn->n_in + 1u);
	if (!find_same(b, body, l, pn->n_in))
		return false;
	konst = xcalloc(pn->n_in + 1u, sizeof(*konst));
	for (uint32_t i = 0; i < pn->n_in; i++)
		konst[i] = l->same[i] && b->p->val.p[in[i]].konst ? b->p->val.p[in[i]].t : NULL;
	l->cond = build_function(b, cond, konst, pn->n_in);
	l->body = l->cond ? build_function(b, body, konst, pn->n_in) : NULL;
	free(konst);
	if (!l->body)
		return false;
	if (l->cond->n_rets != 1)
		return slow(b, "%.*s: a condition with %u results", SV_ARG(pn->n->name),
			    l->cond->n_rets);
	for (uint32_t i = 0; i < pn->n_out; i++)
		out[i] = l->same[i] ? in[i] : prog_val(b->p);
	b->p->acts = b->p->acts || l->cond->acts || l->body->acts;
	l->cond->again = l->body->again = true;
	n = fast_add_node(b, FK_WHILE, pn, in, pn->n_in, out, pn->n_out);
	/* an output that is the input is not made here */
	for (uint32_t i = 0; i < n->n_out; i++)
		if (l->same[i])
			n->out[i] = prog_val(b->p);
	n->x = l;
	return true;
}

bool build_if(struct build *b, const struct pnode *pn, const uint32_t *in, uint32_t *out)
{
	const struct function *yes = role_of(b, pn, "then"), *no = role_of(b, pn, "else");
	struct floop *l = arena_alloc(b->p->arena, sizeof(*l));
	struct tensor **konst = xcalloc(pn->n_in + 1u, sizeof(*konst));
	bool ok = yes && no && pn->n_in > 0;

	for (uint32_t i = 1; ok && i < pn->n_in; i++)
		konst[i - 1] = b->p->val.p[in[i]].konst ? b->p->val.p[in[i]].t : NULL;
	l->cond = ok ? build_function(b, no, konst, pn->n_in - 1) : NULL;
	l->body = l->cond ? build_function(b, yes, konst, pn->n_in - 1) : NULL;
	free(konst);
	if (!l->body || l->cond->n_rets != pn->n_out || l->body->n_rets != pn->n_out)
		return slow(b, "%.*s: branches that do not fit", SV_ARG(pn->n->name));
	for (uint32_t i = 0; i < pn->n_out; i++)
		out[i] = prog_val(b->p);
	b->p->acts = b->p->acts || l->cond->acts || l->body->acts;
	fast_add_node(b, FK_IF, pn, in, pn->n_in, out, pn->n_out)->x = l;
	return true;
}

/* ---- running ---- */

static bool truth(struct frun *r, const struct tensor *t, bool *yes)
{
	if (t->rank > 0)
		*yes = t->n > 0;
	else if (t->dtype == DT_BOOL)
		*yes = *(const uint8_t *)t->data != 0;
	else
		return give_up(r, "a condition that is no bool");
	return true;
}

static bool asks(struct frun *r, struct fprog *cond, struct tensor **var, bool *yes)
{
	struct tensor *t = NULL;
	bool ok = prog_run(r, cond, var, &t) && truth(r, t, yes);

	tensor_unref(t);
	return ok;
}

bool run_while_node(struct frun *r, struct fprog *p, struct fnode *n)
{
	const struct floop *l = n->x;
	size_t limit = r->s->o.max_iterations, round = 0;
	struct tensor **var = xcalloc(2 * n->n_in + 1u, sizeof(*var)), **next = var + n->n_in;
	bool ok = true, yes = false;

	for (uint32_t i = 0; i < n->n_in; i++)
		var[i] = tensor_ref(p->in[i]);
	while ((ok = asks(r, l->cond, var, &yes)) && yes) {
		/* the error, with the node's path, is the faithful mode's */
		ok = !limit || ++round <= limit || give_up(r, "too many rounds");
		ok = ok && prog_run_take(r, l->body, var, l->same, next);
		for (uint32_t i = 0; i < n->n_in; i++) {
			if (ok && !l->same[i]) {
				tensor_unref(var[i]);
				var[i] = next[i];
			} else {
				tensor_unref(next[i]);
			}
			next[i] = NULL;
		}
		if (!ok)
			break;
	}
	for (uint32_t i = 0; i < n->n_in; i++)
		if (ok)
			p->out[i] = var[i];
		else
			tensor_unref(var[i]);
	free(var);
	return ok;
}

bool run_if_node(struct frun *r, struct fprog *p, struct fnode *n)
{
	const struct floop *l = n->x;
	bool yes = false;

	return truth(r, p->in[0], &yes) && prog_run(r, yes ? l->body : l->cond, p->in + 1, p->out);
}
