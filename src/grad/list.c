/*
 * Rules of lists. The gradient by a TensorList is a list of gradients, one an element; by a TensorArray, which
 * is a resource that its ops write and read, the same, kept by the resource.
 */
#include "grad/inside.h"

#include <string.h>

#include "ops/tensorlist.h"

/* Room for element i of a list. */
static struct tensor **element(struct gval *g, int64_t i)
{
	g->is_list = true;
	while ((int64_t)g->list.n <= i)
		vec_push(&g->list, NULL);
	return &g->list.p[i];
}

enum { ELEMENTS_MAX = 1 << 28 };

static bool put(struct gcx *c, struct gval *g, int64_t i, struct tensor *t)
{
	struct tensor **at, *sum;

	if (!t || i < 0 || i >= ELEMENTS_MAX)
		return t != NULL;
	at = element(g, i);
	if (*at && !shape_eq(tensor_shape(*at), tensor_shape(t)))
		return g_unknown(c, "elements of different shapes");
	sum = *at ? g_add(c, *at, t) : t;
	if (!sum)
		return false;
	tensor_ref(sum);
	tensor_unref(*at);
	*at = sum;
	return true;
}

/* Takes element i out of a list's gradient; NULL: none. Held by c. */
static struct tensor *take(struct gcx *c, struct gval *g, int64_t i)
{
	struct tensor *t = NULL;

	if (g && i >= 0 && i < (int64_t)g->list.n) {
		t = g->list.p[i];
		g->list.p[i] = NULL;
	}
	return g_hold(c, t);
}

static void move(struct gval *to, struct gval *from)
{
	gval_clear(to);
	*to = *from;
	memset(from, 0, sizeof(*from));
}

static int64_t number(const struct vjp *v, uint32_t i)
{
	return i < v->n_in && v->in[i] && v->in[i]->n ? tensor_get_i64(v->in[i], 0) : -1;
}

/* Row i of t, held. */
static struct tensor *row(struct gcx *c, struct tensor *t, int64_t i)
{
	return t && t->rank && i < t->dim[0] ? g_hold(c, row_of(t, i, c->err)) : NULL;
}

/* The elements' gradients as the rows of something like x; those that have none are 0. */
static bool give_rows(struct gcx *c, struct vjp *v, uint32_t input, struct gval *g,
		      const struct tensor *index)
{
	const struct tensor *x = v->in[input];
	struct tensor *sum = x->rank ? g_zeros(c, x) : NULL;
	size_t size = sum && x->dim[0] ? sum->bytes / (size_t)x->dim[0] : 0;
	int64_t n = index ? index->n : x->rank ? x->dim[0] : 0;

	if (!sum)
		return false;
	for (int64_t i = 0; i < n && i < x->dim[0]; i++) {
		struct tensor *t = take(c, g, index ? tensor_get_i64(index, i) : i);

		if (t && t->bytes == size && t->dtype == x->dtype)
			memcpy((char *)sum->data + (size_t)i * size, t->data, size);
	}
	return v_give(c, v, input, sum);
}

/* ---- TensorLists ---- */

static bool get_item(struct gcx *c, struct vjp *v)
{
	return !v->want[0] || !v->g[0].t || put(c, &v->gin[0], number(v, 1), v->g[0].t);
}

static bool set_item(struct gcx *c, struct vjp *v)
{
	struct tensor *t = take(c, &v->g[0], number(v, 1));

	if (v->want[0])
		move(&v->gin[0], &v->g[0]);
	if (!v_want(v, 2))
		return true;
	return v_give(c, v, 2, t ? t : g_zeros(c, v->in[2]));
}

static bool stack(struct gcx *c, struct vjp *v)
{
	struct tensor *g = v->g[0].t;

	for (int64_t i = 0; v->want[0] && g && g->rank && i < g->dim[0]; i++)
		if (!put(c, &v->gin[0], i, row(c, g, i)))
			return false;
	return true;
}

static bool from_tensor(struct gcx *c, struct vjp *v)
{
	return !v_want(v, 0) || give_rows(c, v, 0, &v->g[0], NULL);
}

static int64_t length_of(const struct tensor *list)
{
	struct tlist *l = list->dtype == DT_VARIANT && list->n == 1
				  ? tlist_of(*(struct object *const *)list->data)
				  : NULL;

	return l ? (int64_t)l->v.n : -1;
}

static bool push_back(struct gcx *c, struct vjp *v)
{
	struct tensor *t = take(c, &v->g[0], length_of(v->in[0]));

	if (v->want[0])
		move(&v->gin[0], &v->g[0]);
	return !v_want(v, 1) || v_give(c, v, 1, t ? t : g_zeros(c, v->in[1]));
}

static bool pop_back(struct gcx *c, struct vjp *v)
{
	if (v->want[0])
		move(&v->gin[0], &v->g[0]);
	return !v->want[0] || !v->g[1].t || put(c, &v->gin[0], length_of(v->in[0]) - 1, v->g[1].t);
}

static bool gather(struct gcx *c, struct vjp *v)
{
	for (int64_t k = 0; v->want[0] && v->g[0].t && k < v->in[1]->n; k++)
		if (!put(c, &v->gin[0], tensor_get_i64(v->in[1], k), row(c, v->g[0].t, k)))
			return false;
	return true;
}

static bool scatter(struct gcx *c, struct vjp *v)
{
	return !v_want(v, 0) || give_rows(c, v, 0, &v->g[0], v->in[1]);
}

/* The elements one after another along the first dim. */
static bool concat(struct gcx *c, struct vjp *v)
{
	struct tensor *g = v->g[0].t;
	int64_t at = 0;

	for (int64_t k = 0; v->want[0] && g && v->n_out > 1 && k < v->out[1]->n; k++) {
		int64_t n = tensor_get_i64(v->out[1], k);

		if (n < 0 || !g->rank || at + n > g->dim[0] ||
		    !put(c, &v->gin[0], k, g_hold(c, tensor_rows(g, at, at + n, c->err))))
			return false;
		at += n;
	}
	return true;
}

/* The elements' gradients one after another: of TensorListSplit. */
static bool split(struct gcx *c, struct vjp *v)
{
	struct tensor *sum = v_want(v, 0) ? g_zeros(c, v->in[0]) : NULL;
	size_t row = sum && sum->rank && sum->dim[0] ? sum->bytes / (size_t)sum->dim[0] : 0, at = 0;

	for (int64_t k = 0; sum && k < v->in[2]->n; k++) {
		int64_t n = tensor_get_i64(v->in[2], k);
		size_t bytes = n > 0 ? (size_t)n * row : 0;
		struct tensor *t = take(c, &v->g[0], k);

		if (n < 0 || n > sum->dim[0] || at + bytes > sum->bytes)
			return false;
		if (t && t->bytes == bytes)
			memcpy((char *)sum->data + at, t->data, bytes);
		at += bytes;
	}
	return !v_want(v, 0) || v_give(c, v, 0, sum);
}

/* What was cut off has none, what was added came from nowhere. */
static bool resize(struct gcx *c, struct vjp *v)
{
	int64_t n = number(v, 1);

	(void)c;
	if (v->want[0])
		move(&v->gin[0], &v->g[0]);
	while (v->want[0] && (int64_t)v->gin[0].list.n > (n < 0 ? 0 : n))
		tensor_unref(v->gin[0].list.p[--v->gin[0].list.n]);
	return true;
}

static bool from_list(const struct vjp *v, int64_t item, int64_t within, struct terms *t)
{
	t->how = TERMS_COPY;
	t->item = item;
	t->within = within;
	term_plain(t, v, 0, -1);
	t->note = xasprintf("element %lld of the list", (long long)item);
	return true;
}

/* Where an element of a list came from: what is known is the list. */
static bool terms_item(struct gcx *c, const struct vjp *v, uint32_t slot, int64_t place,
		       struct terms *t)
{
	(void)c;
	(void)slot;
	return from_list(v,
			 sv_ends(v->n->op, SV("PopBack")) ? length_of(v->in[0]) - 1 : number(v, 1),
			 place, t);
}

/* Elements as rows: all of them, or those that input 1 names. */
static bool terms_rows(struct gcx *c, const struct vjp *v, uint32_t slot, int64_t place,
		       struct terms *t)
{
	const struct tensor *o = v->out[slot];
	int64_t inner = o->rank && o->dim[0] ? o->n / o->dim[0] : 0,
		row = inner ? place / inner : 0;
	bool named = sv_ends(v->n->op, SV("Gather")) || sv_ends(v->n->op, SV("GatherV3"));

	(void)c;
	if (!inner || (named && row >= v->in[1]->n))
		return false;
	return from_list(v, named ? tensor_get_i64(v->in[1], row) : row, place % inner, t);
}

/* ---- TensorArrays: handle, index, value, flow ---- */

static bool ta_read(struct gcx *c, struct vjp *v)
{
	return !v->g[0].t || put(c, &v->gin[0], number(v, 1), v->g[0].t);
}

static bool ta_gather(struct gcx *c, struct vjp *v)
{
	for (int64_t k = 0; v->g[0].t && k < v->in[1]->n; k++)
		if (!put(c, &v->gin[0], tensor_get_i64(v->in[1], k), row(c, v->g[0].t, k)))
			return false;
	return true;
}

static bool ta_concat(struct gcx *c, struct vjp *v)
{
	bool want = true, *w = &want;
	struct vjp x = *v;

	x.want = w;
	return concat(c, &x);
}

static bool ta_write(struct gcx *c, struct vjp *v)
{
	struct tensor *t = take(c, v->held, number(v, 1));

	return !v_want(v, 2) || v_give(c, v, 2, t ? t : g_zeros(c, v->in[2]));
}

static bool ta_scatter(struct gcx *c, struct vjp *v)
{
	return !v_want(v, 2) || !v->held || give_rows(c, v, 2, v->held, v->in[1]);
}

#define END(name)                                                                                  \
	{                                                                                          \
		name, GRAD_END, 0, NULL, NULL, NULL                                                \
	}

static const struct grad_row rows[] = {
	{"TensorArrayConcatV3", 0, 0, NULL, ta_concat, NULL},
	{"TensorArrayGatherV3", 0, 0, NULL, ta_gather, terms_rows},
	{"TensorArrayReadV3", 0, 0, NULL, ta_read, terms_item},
	{"TensorArrayScatterV3", GRAD_WRITES, 0, NULL, ta_scatter, NULL},
	{"TensorArrayWriteV3", GRAD_WRITES, 0, NULL, ta_write, NULL},
	{"TensorListConcat", 0, 0, NULL, concat, NULL},
	{"TensorListConcatV2", 0, 0, NULL, concat, NULL},
	{"TensorListFromTensor", 0, 0, NULL, from_tensor, NULL},
	{"TensorListGather", 0, 0, NULL, gather, terms_rows},
	{"TensorListGetItem", 0, 0, NULL, get_item, terms_item},
	{"TensorListPopBack", 0, 0, NULL, pop_back, terms_item},
	{"TensorListPushBack", 0, 0, NULL, push_back, NULL},
	{"TensorListResize", 0, 0, NULL, resize, NULL},
	{"TensorListScatter", 0, 0, NULL, scatter, NULL},
	{"TensorListScatterV2", 0, 0, NULL, scatter, NULL},
	{"TensorListSetItem", 0, 0, NULL, set_item, NULL},
	{"TensorListSplit", 0, 0, NULL, split, NULL},
	{"TensorListStack", 0, 0, NULL, stack, terms_rows},
	END("EmptyTensorList"),
	END("TensorArrayCloseV3"),
	END("TensorArraySizeV3"),
	END("TensorArrayV3"),
	END("TensorListElementShape"),
	END("TensorListLength"),
	END("TensorListReserve"),
};

GRAD_FAMILY(list);
