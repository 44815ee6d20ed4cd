/*
 * The cell of an LSTM layer as Keras writes it, from the split of the gates to the new state, is
 * one step:
 *
 *   i, f, g, o = split(z)	c' = sigmoid(f) * c + sigmoid(i) * tanh(g)	h = sigmoid(o) * tanh(c')
 */
#include <string.h>

#include "fast/inside.h"

struct parts {
	struct fnode *split, *gate[4]; /* i f g o, after their activations */
	struct fnode *forget, *input, *sum, *tanh, *out;
	uint32_t c; /* the old state's value */
};

static struct fnode *reader(struct fprog *p, uint32_t val, const char *op)
{
	struct fnode *n = only_reader(p, val);

	return n && node_is(n, op) ? n : NULL;
}

/* A two-input node's other operand. */
static uint32_t other(const struct fnode *n, uint32_t val)
{
	return n->in[n->in[0] == val];
}

static bool find_state(struct fprog *p, struct parts *s)
{
	uint32_t f = s->gate[1]->out[0], i = s->gate[0]->out[0], o = s->gate[3]->out[0], t;

	s->forget = reader(p, f, "Mul");
	s->input = reader(p, i, "Mul");
	s->out = reader(p, o, "Mul");
	if (!s->forget || !s->input || !s->out || other(s->input, i) != s->gate[2]->out[0])
		return false;
	s->sum = reader(p, s->forget->out[0], "AddV2");
	if (!s->sum || other(s->sum, s->forget->out[0]) != s->input->out[0])
		return false;
	t = other(s->out, o);
	s->tanh = p->val.p[t].reads == 1 && p->val.p[t].from != VAL_NONE
			  ? &p->node.p[p->val.p[t].from]
			  : NULL;
	s->c = other(s->forget, f);
	return s->tanh && node_is(s->tanh, "Tanh") && s->tanh->in[0] == s->sum->out[0];
}

static bool find_parts(struct fprog *p, struct fnode *split, struct parts *s)
{
	static const char *const act[] = {"Sigmoid", "Sigmoid", "Tanh", "Sigmoid"};
	const struct fval *axis = &p->val.p[split->in[0]];
	enum dtype t;

	if (!axis->konst || axis->t->n != 1 || !node_attr_type(split->pn->n, "T", &t) ||
	    t != DT_FLOAT || (tensor_get_i64(axis->t, 0) != 1 && tensor_get_i64(axis->t, 0) != -1))
		return false;
	s->split = split;
	for (int k = 0; k < 4; k++)
		if (!(s->gate[k] = reader(p, split->out[k], act[k])))
			return false;
	return p->val.p[s->gate[2]->out[0]].reads == 1 && find_state(p, s);
}

static void make_cell(struct fast *f, struct fprog *p, const struct parts *s)
{
	struct fnode *gone[] = {s->gate[0], s->gate[1], s->gate[2], s->gate[3],
				s->forget,  s->input,	s->tanh,    s->out};
	struct fnode n = {.kind = FK_CELL, .pn = s->split->pn, .n_in = 2, .n_out = 2};

	n.in = arena_array(p->arena, 2, sizeof(*n.in));
	n.out = arena_array(p->arena, 2, sizeof(*n.out));
	n.seen = arena_array(p->arena, 2, sizeof(*n.seen));
	n.in[0] = s->split->in[1];
	n.in[1] = s->c;
	n.out[0] = s->sum->out[0];
	n.out[1] = s->out->out[0];
	str_addz(&n.what, "LSTM cell");
	s->split->dead = true;
	for (size_t i = 0; i < sizeof(gone) / sizeof(gone[0]); i++) {
		gone[i]->dead = true;
		f->count.fused++;
	}
	str_free(&s->sum->what);
	*s->sum =
		n; /* where the new state is made: both operands are there, and nobody reads h before */
}

void fuse_cells(struct fast *f, struct fprog *p)
{
	prog_count(p);
	for (uint32_t i = 0; i < p->node.n; i++) {
		struct fnode *n = &p->node.p[i];
		struct parts s = {0};

		if (node_is(n, "Split") && n->n_out == 4 && find_parts(p, n, &s)) {
			make_cell(f, p, &s);
			prog_count(p);
		}
	}
}

bool run_cell(struct frun *r, struct fprog *p, const struct fnode *n)
{
	const struct tensor *z = p->in[0], *c = p->in[1];

	if (z->dtype != DT_FLOAT || c->dtype != DT_FLOAT || z->rank != 2 || c->rank != 2 ||
	    z->dim[0] != c->dim[0] || z->dim[1] != 4 * c->dim[1])
		return give_up(r, "a recurrent cell whose state does not fit its gates");
	for (int i = 0; i < 2; i++)
		if (!(p->out[i] = fresh(r, p, n, i, DT_FLOAT, 2, c->dim)))
			return false;
	for (int64_t b = 0; b < c->dim[0]; b++) {
		int64_t units = c->dim[1], at = b * units;

		loops()->lstm_f32((float *)p->out[1]->data + at, (float *)p->out[0]->data + at,
				  (const float *)z->data + 4 * at, (const float *)c->data + at, units);
	}
	return true;
}
