/*
 * Rules of resizing. What comes out is rows of weights times the picture times columns of weights; the kernel
 * itself says which weights, when it is asked to resize the unit matrix along one side.
 */
#include "grad/inside.h"

/* The weights of one side: [to, from]. */
static const double *weights(struct gcx *c, const struct vjp *v, int64_t from, int64_t to)
{
	int64_t dim[4] = {1, from, 1, from};
	int64_t size[2] = {to, 1};
	struct tensor *unit = g_hold(c, tensor_zeros(DT_FLOAT, 4, dim, c->err)), *in[2],
		      *out[1] = {NULL};

	for (int64_t i = 0; unit && i < from; i++)
		((float *)unit->data)[i * from + i] = 1;
	in[0] = unit;
	in[1] = g_vec32(c, size, 2);
	return g_rerun(c, v->n, in, 2, out, 1) ? g_doubles(c, out[0]) : NULL;
}

struct resize {
	int64_t n, h, w, c, oh, ow;
	const double *rows, *columns;
};

static bool resize_read(struct gcx *c, const struct vjp *v, struct resize *r)
{
	const struct tensor *x = v->in[0], *o = v->out[0];

	if (x->rank != 4 || o->rank != 4)
		return false;
	*r = (struct resize){x->dim[0], x->dim[1], x->dim[2], x->dim[3],
			     o->dim[1], o->dim[2], NULL,      NULL};
	r->rows = weights(c, v, r->h, r->oh);
	r->columns = r->rows ? weights(c, v, r->w, r->ow) : NULL;
	return r->columns != NULL;
}

/* Back along the columns, then along the rows: skipping zeros, of which there are most. */
static bool resize(struct gcx *c, struct vjp *v)
{
	const double *g = g_doubles(c, v_g(c, v, 0));
	struct tensor *sum = g_double_zeros(c, v->in[0]->rank, v->in[0]->dim), *mid;
	struct resize r;

	if (sv_is(v->n->op, "ResizeBicubic") && v->in[0]->dtype != DT_FLOAT &&
	    v->in[0]->dtype != DT_DOUBLE)
		return true; /* None, as TensorFlow has it */
	if (!g || !sum || !resize_read(c, v, &r))
		return false;
	mid = g_double_zeros(c, 4, (int64_t[]){r.n, r.oh, r.w, r.c});
	if (!mid)
		return false;
	for (int64_t row = 0; row < r.n * r.oh; row++)
		for (int64_t q = 0; q < r.ow; q++)
			for (int64_t p = 0; p < r.w; p++) {
				double k = r.columns[q * r.w + p];

				for (int64_t i = 0; k != 0 && i < r.c; i++)
					((double *)mid->data)[(row * r.w + p) * r.c + i] +=
						k * g[(row * r.ow + q) * r.c + i];
			}
	for (int64_t n = 0; n < r.n; n++)
		for (int64_t q = 0; q < r.oh; q++)
			for (int64_t p = 0; p < r.h; p++) {
				double k = r.rows[q * r.h + p];

				for (int64_t i = 0; k != 0 && i < r.w * r.c; i++)
					((double *)sum->data)[(n * r.h + p) * r.w * r.c + i] +=
						k *
						((double *)
							 mid->data)[(n * r.oh + q) * r.w * r.c + i];
			}
	return !v_want(v, 0) || v_give(c, v, 0, g_cast(c, sum, v->in[0]->dtype));
}

static bool terms_resize(struct gcx *c, const struct vjp *v, uint32_t slot, int64_t place,
			 struct terms *t)
{
	int64_t at[SHAPE_MAX_RANK];
	struct resize r;

	(void)slot;
	if (!resize_read(c, v, &r))
		return false;
	t->how = TERMS_SUM;
	place_split(tensor_shape(v->out[0]), place, at);
	for (int64_t y = 0; y < r.h; y++)
		for (int64_t x = 0; x < r.w; x++) {
			double k = r.rows[at[1] * r.h + y] * r.columns[at[2] * r.w + x];

			if (k != 0)
				term_weighed(t, v, 0, ((at[0] * r.h + y) * r.w + x) * r.c + at[3],
					     k);
		}
	return true;
}

static const struct grad_row rows[] = {
	{"ResizeArea", 0, 0, NULL, resize, terms_resize},
	{"ResizeBicubic", 0, 0, NULL, resize, terms_resize},
	{"ResizeBilinear", 0, 0, NULL, resize, terms_resize},
};

GRAD_FAMILY(image);
