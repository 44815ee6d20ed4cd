/*
 * The cell of a recurrent layer, from the split of the gates to the new state, is one step. An LSTM's as Keras writes
 * it, and as TensorFlow 1 does, whose g comes before f and who adds a number to f:
 *
 *   i, f, g, o = split(z)	c' = sigmoid(f + forget) * c + sigmoid(i) * tanh(g)	h = sigmoid(o) * tanh(c')
 *
 * A GRU's, whose reset comes after the product:
 *
 *   xz, xr, xh = split(x)	yz, yr, yh = split(y)	z = sigmoid(xz + yz)
 *   h' = z * h + (1 - z) * tanh(xh + sigmoid(xr + yr) * yh)
 */
#include <string.h>

#include "fast/inside.h"

enum { I, F, G, O };

/* A node's own: where each gate of an LSTM lies. */
struct fcell {
	bool gru;
	int at[4];
	float forget;
};

struct parts {
	struct fnode *split, *gate[4]; /* i f g o, after their activations */
	struct fnode *bias;	       /* of the forget gate, or NULL */
	struct fnode *forget, *input, *sum, *tanh, *out;
	uint32_t c; /* the old state's value */
	struct fcell cell;
};

static struct fnode *reader(struct fprog *p, uint32_t val, const char *op)
{
	struct fnode *n = only_reader(p, val);

	return n && node_is(n, op) ? n : NULL;
}

static struct fnode *adder(struct fprog *p, uint32_t val)
{
	struct fnode *n = reader(p, val, "AddV2");

	return n ? n : reader(p, val, "Add");
}

/* Who makes a value that is read so often, if it is such an op. */
static struct fnode *maker(struct fprog *p, uint32_t val, const char *op, uint32_t reads)
{
	const struct fval *v = &p->val.p[val];
	struct fnode *n = v->reads == reads && !v->kept && v->from != VAL_NONE ? &p->node.p[v->from] : NULL;

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
	s->sum = adder(p, s->forget->out[0]);
	if (!s->sum || other(s->sum, s->forget->out[0]) != s->input->out[0])
		return false;
	t = other(s->out, o);
	s->tanh = maker(p, t, "Tanh", 1);
	s->c = other(s->forget, f);
	return s->tanh && s->tanh->in[0] == s->sum->out[0];
}

/* Of floats along the second, or last, axis. */
static bool splits_rows(const struct fprog *p, const struct fnode *split)
{
	const struct fval *axis = &p->val.p[split->in[0]];
	enum dtype t;

	return axis->konst && axis->t->n == 1 && node_attr_type(split->pn->n, "T", &t) && t == DT_FLOAT &&
	       (tensor_get_i64(axis->t, 0) == 1 || tensor_get_i64(axis->t, 0) == -1);
}

/* The number that f has added to it. */
static uint32_t find_forget(struct fprog *p, struct parts *s, uint32_t f)
{
	const struct fval *v;

	s->bias = adder(p, f);
	if (!s->bias)
		return f;
	v = &p->val.p[other(s->bias, f)];
	if (!v->konst || v->t->dtype != DT_FLOAT || v->t->n != 1 || v->t->rank > 1)
		return f;
	s->cell.forget = *(const float *)v->t->data;
	return s->bias->out[0];
}

static bool find_parts(struct fprog *p, struct fnode *split, struct parts *s)
{
	static const char *const act[] = {"Sigmoid", "Sigmoid", "Tanh", "Sigmoid"};
	static const int keras[] = {0, 1, 2, 3}, v1[] = {0, 2, 1, 3};

	if (!splits_rows(p, split))
		return false;
	s->split = split;
	memcpy(s->cell.at, reader(p, split->out[1], "Tanh") ? v1 : keras, sizeof(keras));
	for (int k = 0; k < 4; k++) {
		uint32_t v = split->out[s->cell.at[k]];

		if (!(s->gate[k] = reader(p, k == F ? find_forget(p, s, v) : v, act[k])))
			return false;
	}
	return p->val.p[s->gate[G]->out[0]].reads == 1 && find_state(p, s);
}

/* A cell takes the place of a node, named after its split. */
static void cell_at(struct fprog *p, struct fnode *at, const struct fcell *cell, const struct fnode *split,
		    const uint32_t *in, uint32_t n_in, const uint32_t *out, uint32_t n_out)
{
	struct fnode n = {.kind = FK_CELL, .pn = split->pn, .n_in = n_in, .n_out = n_out};
	struct fcell *own = arena_alloc(p->arena, sizeof(*own));

	*own = *cell;
	n.x = own;
	n.in = arena_array(p->arena, n_in, sizeof(*n.in));
	n.out = arena_array(p->arena, n_out, sizeof(*n.out));
	n.seen = arena_array(p->arena, n_in, sizeof(*n.seen));
	memcpy(n.in, in, n_in * sizeof(*in));
	memcpy(n.out, out, n_out * sizeof(*out));
	str_addz(&n.what, cell->gru ? "GRU cell" : "LSTM cell");
	str_free(&at->what);
	*at = n;
}

static void cell_takes(struct fast *f, struct fnode **gone, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (gone[i]) {
			gone[i]->dead = true;
			f->count.fused++;
		}
}

static void make_cell(struct fast *f, struct fprog *p, const struct parts *s)
{
	struct fnode *gone[] = {s->gate[0], s->gate[1], s->gate[2], s->gate[3], s->forget,
				s->input,   s->tanh,	s->out,	    s->bias};
	uint32_t in[] = {s->split->in[1], s->c}, out[] = {s->sum->out[0], s->out->out[0]};

	s->split->dead = true;
	/* where the new state is made: both operands are there, and nobody reads h before */
	cell_at(p, s->sum, &s->cell, s->split, in, 2, out, 2);
	cell_takes(f, gone, sizeof(gone) / sizeof(gone[0]));
}

/* ---- GRU ---- */

struct gru_parts {
	struct fnode *x, *y; /* splits */
	struct fnode *add_z, *z, *add_r, *r, *reset, *add_h, *tanh;
	struct fnode *one_minus, *fresh, *old, *sum;
	uint32_t h; /* the old state's value */
};

static bool is_one(const struct fval *v)
{
	return v->konst && v->t->dtype == DT_FLOAT && v->t->n == 1 && v->t->rank == 0 &&
	       *(const float *)v->t->data == 1;
}

/* h' = z * h + (1 - z) * tanh(..) */
static bool find_blend(struct fprog *p, struct gru_parts *s)
{
	uint32_t z = s->z->out[0], hh = s->tanh->out[0];

	s->fresh = reader(p, hh, "Mul");
	s->one_minus = s->fresh ? maker(p, other(s->fresh, hh), "Sub", 1) : NULL;
	if (!s->one_minus || s->one_minus->in[1] != z || !is_one(&p->val.p[s->one_minus->in[0]]))
		return false;
	s->sum = adder(p, s->fresh->out[0]);
	s->old = s->sum ? maker(p, other(s->sum, s->fresh->out[0]), "Mul", 1) : NULL;
	if (!s->old || p->val.p[z].reads != 2 || p->val.p[z].kept || (s->old->in[0] != z && s->old->in[1] != z))
		return false;
	s->h = other(s->old, z);
	return s->h != z;
}

static bool find_gru(struct fprog *p, struct fnode *x, struct gru_parts *s)
{
	s->x = x;
	s->add_z = adder(p, x->out[0]);
	s->y = s->add_z ? maker(p, other(s->add_z, x->out[0]), "Split", 1) : NULL;
	if (!s->y || s->y == x || s->y->n_out != 3 || !splits_rows(p, x) || !splits_rows(p, s->y) ||
	    other(s->add_z, x->out[0]) != s->y->out[0])
		return false;
	s->z = reader(p, s->add_z->out[0], "Sigmoid");
	s->add_r = adder(p, x->out[1]);
	if (!s->z || !s->add_r || other(s->add_r, x->out[1]) != s->y->out[1] || p->val.p[s->y->out[1]].reads != 1)
		return false;
	s->r = reader(p, s->add_r->out[0], "Sigmoid");
	s->reset = s->r ? reader(p, s->r->out[0], "Mul") : NULL;
	s->add_h = s->reset ? adder(p, s->reset->out[0]) : NULL;
	if (!s->add_h || other(s->reset, s->r->out[0]) != s->y->out[2] || p->val.p[s->y->out[2]].reads != 1 ||
	    other(s->add_h, s->reset->out[0]) != x->out[2] || p->val.p[x->out[2]].reads != 1)
		return false;
	s->tanh = reader(p, s->add_h->out[0], "Tanh");
	return s->tanh && find_blend(p, s);
}

static void make_gru(struct fast *f, struct fprog *p, const struct gru_parts *s)
{
	struct fnode *gone[] = {s->y, s->add_z, s->z, s->add_r, s->r, s->reset, s->add_h, s->tanh,
				s->one_minus, s->fresh, s->old};
	uint32_t in[] = {s->x->in[1], s->y->in[1], s->h}, out = s->sum->out[0];
	struct fcell cell = {.gru = true};

	s->x->dead = true;
	cell_at(p, s->sum, &cell, s->x, in, 3, &out, 1);
	cell_takes(f, gone, sizeof(gone) / sizeof(gone[0]));
}

void fuse_cells(struct fast *f, struct fprog *p)
{
	prog_count(p);
	for (uint32_t i = 0; i < p->node.n; i++) {
		struct fnode *n = &p->node.p[i];
		struct parts s = {0};
		struct gru_parts g = {0};

		if (!node_is(n, "Split"))
			continue;
		if (n->n_out == 4 && find_parts(p, n, &s))
			make_cell(f, p, &s);
		else if (n->n_out == 3 && find_gru(p, n, &g))
			make_gru(f, p, &g);
		else
			continue;
		prog_count(p);
	}
}

static bool is_rows(const struct tensor *t, int64_t rows, int64_t n)
{
	return t->dtype == DT_FLOAT && t->rank == 2 && t->dim[0] == rows && t->dim[1] == n;
}

static bool run_gru(struct frun *r, struct fprog *p, const struct fnode *n)
{
	const struct tensor *x = p->in[0], *y = p->in[1], *h = p->in[2];
	int64_t rows = h->rank == 2 ? h->dim[0] : 0, units = h->rank == 2 ? h->dim[1] : 0;

	if (!is_rows(h, rows, units) || units > INT64_MAX / 3 || !is_rows(x, rows, 3 * units) ||
	    !is_rows(y, rows, 3 * units))
		return give_up(r, "a recurrent cell whose state does not fit its gates");
	p->out[0] = fresh(r, p, n, 0, DT_FLOAT, 2, h->dim);
	for (int64_t b = 0; b < rows && p->out[0]; b++) {
		int64_t at = b * units;

		loops()->gru_f32((float *)p->out[0]->data + at, (const float *)x->data + 3 * at,
				 (const float *)y->data + 3 * at, (const float *)h->data + at, units);
	}
	return p->out[0] != NULL;
}

bool run_cell(struct frun *r, struct fprog *p, const struct fnode *n)
{
	const struct fcell *cell = n->x;
	const struct tensor *z = p->in[0], *c = p->in[1];

	if (cell->gru)
		return run_gru(r, p, n);
	if (z->dtype != DT_FLOAT || c->dtype != DT_FLOAT || z->rank != 2 || c->rank != 2 ||
	    z->dim[0] != c->dim[0] || z->dim[1] != 4 * c->dim[1])
		return give_up(r, "a recurrent cell whose state does not fit its gates");
	for (int i = 0; i < 2; i++)
		if (!(p->out[i] = fresh(r, p, n, i, DT_FLOAT, 2, c->dim)))
			return false;
	for (int64_t b = 0; b < c->dim[0]; b++) {
		int64_t units = c->dim[1], at = b * units;

		loops()->lstm_f32((float *)p->out[1]->data + at, (float *)p->out[0]->data + at,
				  (const float *)z->data + 4 * at, (const float *)c->data + at, units, cell->at,
				  cell->forget);
	}
	return true;
}
