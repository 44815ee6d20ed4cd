/*
 * Products and convolutions with weights that are known take over what comes before and after them:
 * zeros around the image; scales, shifts and batch norms, which go into the weights; a clamp, a
 * sum, an activation.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "fast/inside.h"

bool node_is(const struct fnode *n, const char *op)
{
	return n->kind == FK_OP && !n->dead && !strcmp(n->pn->row->name, op);
}

struct fnode *only_reader(struct fprog *p, uint32_t val)
{
	const struct fval *v = &p->val.p[val];
	struct fnode *n =
		v->reads == 1 && !v->kept && v->last != VAL_NONE ? &p->node.p[v->last] : NULL;

	return n && n->kind == FK_OP && !n->dead ? n : NULL;
}

void fuse_into(struct fast *f, struct fnode *n, struct fnode *done)
{
	if (!n->what.n)
		str_addz(&n->what, n->pn->row->name);
	str_addf(&n->what, "+%s", done->pn->row->name);
	done->dead = true;
	f->count.fused++;
}

static bool is_float(const struct fnode *n)
{
	enum dtype t;

	return node_attr_type(n->pn->n, "T", &t) && t == DT_FLOAT;
}

static bool channels_last(const struct fnode *n)
{
	struct sv format;

	return !node_attr_str(n->pn->n, "data_format", &format) || sv_eq(format, SV("NHWC"));
}

static const struct tensor *konst(const struct fprog *p, uint32_t val)
{
	const struct fval *v = &p->val.p[val];

	return v->konst && v->t->dtype == DT_FLOAT ? v->t : NULL;
}

/* ---- what is known of a node that begins ---- */

struct start {
	struct fast *f;
	struct fprog *p;
	uint32_t at; /* index of the node */
	struct fconv *c;
	double *scale, *shift;
	bool linear; /* nothing but scales and shifts so far */
};

static struct fnode *node_at(const struct start *s)
{
	return &s->p->node.p[s->at];
}

static bool attr_two(const struct node *n, const char *name, int64_t *h, int64_t *w)
{
	const struct attr_value *v;
	uint32_t k;

	*h = *w = 1;
	if (!node_attr_list(n, name, &v, &k))
		return !strcmp(name, "dilations");
	if (k != 4 || v[0].i != 1 || v[3].i != 1 || v[1].i < 1 || v[2].i < 1)
		return false;
	*h = v[1].i;
	*w = v[2].i;
	return true;
}

static bool explicit_pads(const struct node *n, int64_t *pad)
{
	const struct attr_value *v;
	uint32_t k;

	if (!node_attr_list(n, "explicit_paddings", &v, &k) || k != 8)
		return false;
	for (uint32_t i = 0; i < 8; i++)
		if (v[i].i < 0 || v[i].i > INT32_MAX || ((i < 2 || i > 5) && v[i].i))
			return false;
	for (int i = 0; i < 4; i++)
		pad[i] = v[i + 2].i;
	return true;
}

static bool conv_start(struct start *s, const struct tensor *w)
{
	const struct node *n = node_at(s)->pn->n;
	struct fconv *c = s->c;
	struct sv padding;

	if (w->rank != 4 || !w->n || !channels_last(node_at(s)) ||
	    !node_attr_str(n, "padding", &padding) ||
	    !attr_two(n, "strides", &c->stride_h, &c->stride_w) ||
	    !attr_two(n, "dilations", &c->dil_h, &c->dil_w))
		return false;
	c->same = sv_eq(padding, SV("SAME"));
	if (sv_eq(padding, SV("EXPLICIT")) && !explicit_pads(n, c->pad))
		return false;
	c->fh = w->dim[0];
	c->fw = w->dim[1];
	c->channels = w->dim[2];
	c->n = w->dim[3];
	if (node_is(node_at(s), "Conv2D"))
		return true;
	if (node_is(node_at(s), "Conv2DBackpropInput"))
		return upconv_start(node_at(s), c, w);
	c->n = c->channels;
	return w->dim[3] == 1;
}

/* a,b->c as a product of rows: the end of a is the beginning of b. How many labels that is; 0:
 * it is not. */
static int einsum_product(struct sv eq, int *na, int *nb)
{
	long comma = sv_find(eq, ','), arrow = sv_find(eq, '-');
	struct sv a, b, c;

	if (comma < 1 || arrow < comma || (size_t)arrow + 2 > eq.n)
		return 0;
	a = sv_sub(eq, 0, (size_t)comma);
	b = sv_sub(eq, (size_t)comma + 1, (size_t)arrow);
	c = sv_sub(eq, (size_t)arrow + 2, eq.n);
	for (size_t i = 0; i < eq.n; i++)
		if (eq.p[i] == ' ' || (eq.p[i] != '.' && i < (size_t)comma &&
				       memchr(eq.p + i + 1, eq.p[i], (size_t)comma - i - 1)))
			return 0;
	for (size_t i = 0; i < b.n; i++)
		if (b.p[i] == '.' || memchr(b.p + i + 1, b.p[i], b.n - i - 1))
			return 0;
	for (size_t k = a.n < b.n ? a.n : b.n; k > 0; k--) {
		bool fits = sv_ends(a, sv_sub(b, 0, k)) && c.n == a.n - k + b.n - k &&
			    sv_starts(c, sv_sub(a, 0, a.n - k)) && sv_ends(c, sv_sub(b, k, b.n));

		for (size_t i = k; i < b.n && fits; i++)
			fits = !memchr(a.p, b.p[i], a.n);
		if (fits) {
			*na = memchr(a.p, '.', a.n) ? -1 : (int)a.n;
			*nb = (int)b.n;
			return (int)k;
		}
	}
	return 0;
}

static bool product_start(struct start *s, const struct tensor *w, bool *turned)
{
	const struct fnode *n = node_at(s);
	struct fconv *c = s->c;
	bool ta = false;
	struct sv eq;
	int na = -1, nb = 2;

	*turned = false;
	c->contract = 1;
	if (node_is(n, "Einsum")) {
		c->contract =
			node_attr_str(n->pn->n, "equation", &eq) ? einsum_product(eq, &na, &nb) : 0;
	} else if (node_is(n, "MatMul")) {
		node_attr_bool(n->pn->n, "transpose_a", &ta);
		node_attr_bool(n->pn->n, "transpose_b", turned);
		na = 2;
	} else {
		na = node_is(n, "BatchMatMul") ? 2 : -1;
		node_attr_bool(n->pn->n, "adj_x", &ta);
		node_attr_bool(n->pn->n, "adj_y", turned);
	}
	if (ta || !c->contract || w->rank != nb || !w->n || w->rank - c->contract > 8)
		return false;
	c->rank = na;
	c->n = c->channels = 1;
	for (int i = 0; i < w->rank; i++)
		if (*turned ? i > 0 : i < c->contract)
			c->channels *= w->dim[i];
		else
			c->tail[c->n_tail++] = w->dim[i];
	for (int i = 0; i < c->n_tail; i++)
		c->n *= c->tail[i];
	return true;
}

/* ---- zeros around the image ---- */

static bool plain_pad(const struct fprog *p, const struct fnode *n, int64_t *pad)
{
	const struct fval *v = &p->val.p[n->in[1]];
	const struct tensor *t = v->konst ? v->t : NULL,
			    *zero = n->n_in > 2 ? konst(p, n->in[2]) : NULL;

	if (!t || t->n != 8 || t->rank != 2 ||
	    (n->n_in > 2 && (!zero || zero->n != 1 || *(float *)zero->data != 0)))
		return false;
	for (int i = 0; i < 8; i++) {
		int64_t k = tensor_get_i64(t, i);

		if (k < 0 || k > 1 << 20 || ((i < 2 || i > 5) && k))
			return false;
		if (i >= 2 && i <= 5)
			pad[i - 2] = k;
	}
	return true;
}

static void take_pad(struct start *s)
{
	struct fnode *n = node_at(s), *pad;
	const struct fval *v = &s->p->val.p[n->in[0]];
	struct sv padding;

	if (v->reads != 1 || v->kept || v->from == VAL_NONE ||
	    !node_attr_str(n->pn->n, "padding", &padding) || !sv_eq(padding, SV("VALID")))
		return;
	pad = &s->p->node.p[v->from];
	if ((!node_is(pad, "Pad") && !node_is(pad, "PadV2")) || !is_float(pad) ||
	    !plain_pad(s->p, pad, s->c->pad))
		return;
	n->in[0] = pad->in[0];
	if (s->p->val.p[n->in[0]].last == v->from)
		s->p->val.p[n->in[0]].last = s->at;
	fuse_into(s->f, n, pad);
}

/* ---- what comes after ---- */

/* A number for each output channel, or one for all. */
static bool per_channel(const struct start *s, const struct tensor *t)
{
	const struct fconv *c = s->c;
	int tail = c->n_tail ? c->n_tail : 1, ones = t->rank - tail;

	if (t->n == 1 && t->rank <= 1)
		return true;
	if (t->n != c->n || ones > (c->n_tail ? 1 : 3))
		return false;
	for (int i = 0; i < ones; i++)
		if (t->dim[i] != 1)
			return false;
	/* dims that are left out on the left must be ones */
	for (int i = 0; i < tail; i++) {
		int64_t want = c->n_tail ? c->tail[i] : c->n;

		if (ones + i >= 0 ? t->dim[ones + i] != want : want != 1)
			return false;
	}
	return true;
}

/* summed: a tensor was added already, which may only be shifted. */
static bool take_scale_shift(struct start *s, struct fnode *r, uint32_t v, bool summed)
{
	const char *op = r->pn->row->name;
	bool bias = !strcmp(op, "BiasAdd"),
	     add = bias || !strcmp(op, "Add") || !strcmp(op, "AddV2");
	bool sub = !strcmp(op, "Sub"), mul = !strcmp(op, "Mul");
	const struct tensor *k;

	if ((!add && !sub && (!mul || summed)) || r->n_in != 2 || !is_float(r) ||
	    (bias && !channels_last(r)))
		return false;
	k = konst(s->p, r->in[r->in[0] == v]);
	if (!k || ((sub || bias) && r->in[0] != v) || !per_channel(s, k))
		return false;
	for (int64_t i = 0; i < s->c->n; i++) {
		double x = (double)((const float *)k->data)[k->n == 1 ? 0 : i];

		s->scale[i] *= mul ? x : 1;
		s->shift[i] = mul ? s->shift[i] * x : sub ? s->shift[i] - x : s->shift[i] + x;
	}
	return true;
}

bool batch_norm_known(const struct fprog *p, const struct fnode *n, double *factor, double *shift,
		      int64_t channels)
{
	bool training = true;
	float epsilon = 0.0001f;
	const float *k[5];

	if (n->kind != FK_OP || strncmp(n->pn->row->name, "FusedBatchNorm", 14) || n->n_in < 5 ||
	    !channels_last(n) || !node_attr_bool(n->pn->n, "is_training", &training) || training ||
	    !is_float(n))
		return false;
	for (uint32_t i = 1; i < n->n_out; i++)
		if (p->val.p[n->out[i]].reads)
			return false;
	for (uint32_t i = 1; i < 5; i++) {
		const struct tensor *t = konst(p, n->in[i]);

		if (!t || t->n != channels || t->rank != 1)
			return false;
		k[i] = t->data;
	}
	node_attr_float(n->pn->n, "epsilon", &epsilon);
	for (int64_t i = 0; i < channels; i++) {
		factor[i] = (double)k[1][i] / sqrt((double)k[4][i] + (double)epsilon);
		shift[i] = (double)k[2][i] - (double)k[3][i] * factor[i];
	}
	return true;
}

static bool take_norm(struct start *s, struct fnode *r, uint32_t v)
{
	double *f = xmalloc((size_t)s->c->n * 2 * sizeof(*f)), *b = f + s->c->n;
	bool ok = r->in[0] == v && !s->c->n_tail && batch_norm_known(s->p, r, f, b, s->c->n);

	for (int64_t i = 0; ok && i < s->c->n; i++) {
		s->scale[i] *= f[i];
		s->shift[i] = s->shift[i] * f[i] + b[i];
	}
	free(f);
	return ok;
}

static bool take_clamp(const struct fnode *r, float *lo, float *hi)
{
	if ((!node_is(r, "Relu") && !node_is(r, "Relu6")) || !is_float(r))
		return false;
	*lo = 0;
	*hi = node_is(r, "Relu6") ? 6 : INFINITY;
	return true;
}

/* v * sigmoid(v): gives the product. */
static struct fnode *find_swish(struct fprog *p, uint32_t v, struct fnode **sigmoid)
{
	const struct fval *val = &p->val.p[v];
	struct fnode *mul = val->reads == 2 && !val->kept ? &p->node.p[val->last] : NULL;
	const struct fval *s;

	if (!mul || !node_is(mul, "Mul") || !is_float(mul))
		return NULL;
	s = &p->val.p[mul->in[mul->in[0] == v]];
	*sigmoid = s->reads == 1 && s->from != VAL_NONE ? &p->node.p[s->from] : NULL;
	return *sigmoid && node_is(*sigmoid, "Sigmoid") && (*sigmoid)->in[0] == v ? mul : NULL;
}

static un_fn activation(const struct fnode *r)
{
	static const struct {
		const char *op;
		enum scalar_un un;
	} known[] = {
		{"Elu", UN_Elu},	   {"Selu", UN_Selu},	      {"Sigmoid", UN_Sigmoid},
		{"Softplus", UN_Softplus}, {"Softsign", UN_Softsign}, {"Tanh", UN_Tanh},
	};

	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
		if (node_is(r, known[i].op) && is_float(r))
			return loops()->un[known[i].un][F32];
	return NULL;
}

/* The node's result is now r's, and r's work its own. */
static void absorb(struct start *s, struct fnode *r)
{
	struct fnode *n = node_at(s);

	n->out[0] = r->out[0];
	s->p->val.p[n->out[0]].from = s->at;
	fuse_into(s->f, n, r);
}

/* To where r stood: an operand that r had of its own is there only then. */
static void move_to(struct start *s, struct fnode *r)
{
	uint32_t to = (uint32_t)(r - s->p->node.p), from = s->at;
	struct fnode *n = node_at(s);

	for (uint32_t i = 0; i < n->n_in; i++)
		if (s->p->val.p[n->in[i]].last == from)
			s->p->val.p[n->in[i]].last = to;
	str_free(&r->what);
	*r = *n;
	r->dead = false;
	memset(&n->what, 0, sizeof(n->what));
	n->kind = FK_OP;
	n->dead = true;
	s->at = to;
	s->p->val.p[r->out[0]].from = to;
}

static bool take_sum(struct start *s, struct fnode *r, uint32_t v)
{
	struct fnode *n = node_at(s);
	uint32_t other;

	if ((!node_is(r, "Add") && !node_is(r, "AddV2")) || !is_float(r) || n->n_in > 1)
		return false;
	other = r->in[r->in[0] == v];
	if (other == v || s->p->val.p[other].konst)
		return false;
	s->c->add = r->pn;
	n->n_in = 2;
	n->in[1] = other;
	absorb(s, r);
	move_to(s, r);
	if (s->p->val.p[other].reads == 1)
		s->p->val.p[other].last = s->at;
	return true;
}

static void take_after(struct start *s)
{
	struct fconv *c = s->c;
	struct fnode *r, *sigmoid = NULL;

	while ((r = only_reader(s->p, node_at(s)->out[0]))) {
		uint32_t v = node_at(s)->out[0];

		if (!take_scale_shift(s, r, v, false) && !take_norm(s, r, v))
			break;
		absorb(s, r);
	}
	r = only_reader(s->p, node_at(s)->out[0]);
	if (r && take_clamp(r, &c->after.lo, &c->after.hi))
		absorb(s, r);
	r = only_reader(s->p, node_at(s)->out[0]);
	if (r && take_sum(s, r, node_at(s)->out[0])) {
		bool plain = !(c->after.lo > -INFINITY) && !(c->after.hi < INFINITY);

		while (plain && (r = only_reader(s->p, node_at(s)->out[0])) &&
		       take_scale_shift(s, r, node_at(s)->out[0], true))
			absorb(s, r);
		r = only_reader(s->p, node_at(s)->out[0]);
		if (r && take_clamp(r, &c->after.add_lo, &c->after.add_hi))
			absorb(s, r);
	}
	r = only_reader(s->p, node_at(s)->out[0]);
	if (r && (c->after.fn = activation(r)))
		absorb(s, r);
	if (!c->after.fn && (r = find_swish(s->p, node_at(s)->out[0], &sigmoid))) {
		c->after.fn = loops()->swish_f32;
		sigmoid->dead = true;
		absorb(s, r);
	}
}

/* ---- packing ---- */

static void pack(struct start *s, const struct tensor *w, bool turned)
{
	struct fconv *c = s->c;
	int64_t k = c->n_tail ? c->channels : c->channels * c->fh * c->fw;
	float *f = xmalloc((size_t)c->n * 2 * sizeof(*f)), *scale = f, *shift = f + c->n;
	struct err err = {0};

	for (int64_t i = 0; i < c->n; i++) {
		scale[i] = (float)s->scale[i];
		shift[i] = (float)s->shift[i];
	}
	if (node_at(s)->kind == FK_UP)
		upconv_pack(s->p, c, w, scale, shift);
	else
		c->w = packed_new(w->data, k, c->n, turned ? 1 : c->n, turned ? k : 1, scale, shift,
				  s->f->count.packed_bytes + w->bytes <= FAST_PACK_BYTES, &err);
	s->f->count.packed_bytes += c->w ? c->w->bytes : upconv_bytes(c);
	err_clear(&err);
	free(f);
}

static void pack_depthwise(struct start *s, const struct tensor *w)
{
	struct fconv *c = s->c;
	const float *from = w->data;

	c->filter = arena_array(s->p->arena, (size_t)w->n, sizeof(float));
	c->bias = arena_array(s->p->arena, (size_t)c->n, sizeof(float));
	for (int64_t i = 0; i < w->n; i++)
		c->filter[i] = (float)((double)from[i] * s->scale[i % c->n]);
	for (int64_t i = 0; i < c->n; i++)
		c->bias[i] = (float)s->shift[i];
	s->f->count.packed_bytes += w->bytes;
}

static void begin(struct start *s, const struct tensor *w, bool conv, bool turned)
{
	struct fnode *n = node_at(s);
	struct fconv *c = s->c;
	double *both = xmalloc((size_t)c->n * 2 * sizeof(*both));

	s->scale = both;
	s->shift = both + c->n;
	for (int64_t i = 0; i < c->n; i++) {
		s->scale[i] = 1;
		s->shift[i] = 0;
	}
	c->after = (struct pk_after){
		.lo = -INFINITY, .hi = INFINITY, .add_lo = -INFINITY, .add_hi = INFINITY};
	n->x = c;
	n->n_in = 1;
	if (node_is(n, "Conv2DBackpropInput")) {
		uint32_t sizes = n->in[0];

		n->in[0] = n->in[2];
		n->in[1] = sizes;
		n->n_in = 2;
		n->kind = FK_UP;
	} else {
		n->kind = !conv ? FK_PRODUCT : node_is(n, "DepthwiseConv2dNative") ? FK_DEPTHWISE : FK_CONV;
	}
	if (conv && n->kind != FK_UP)
		take_pad(s);
	take_after(s);
	if (node_at(s)->kind == FK_DEPTHWISE)
		pack_depthwise(s, w);
	else
		pack(s, w, turned);
	free(both);
}

/* A MaxPool takes the zeros around its image. */
static void fuse_pool(struct fast *f, struct fprog *p, uint32_t i)
{
	struct fconv c = {0};
	struct start s = {.f = f, .p = p, .at = i, .c = &c};
	struct fnode *n = &p->node.p[i];
	uint32_t image = n->in[0];

	if (!channels_last(n) || !is_float(n) || p->val.p[image].konst ||
	    !attr_two(n->pn->n, "ksize", &c.fh, &c.fw) || !attr_two(n->pn->n, "strides", &c.stride_h, &c.stride_w))
		return;
	c.dil_h = c.dil_w = 1;
	take_pad(&s);
	if (n->in[0] == image)
		return;
	n->kind = FK_POOL;
	n->x = arena_alloc(p->arena, sizeof(c));
	*(struct fconv *)n->x = c;
}

void fuse_products(struct fast *f, struct fprog *p)
{
	for (uint32_t i = 0; i < p->node.n; i++)
		if (node_is(&p->node.p[i], "MaxPool"))
			fuse_pool(f, p, i);
	for (uint32_t i = 0; i < p->node.n; i++) {
		struct start s = {.f = f, .p = p, .at = i};
		struct fnode *n = &p->node.p[i];
		bool up = node_is(n, "Conv2DBackpropInput"), turned = false;
		bool conv = up || node_is(n, "Conv2D") || node_is(n, "DepthwiseConv2dNative");
		bool product = node_is(n, "MatMul") || node_is(n, "BatchMatMul") ||
			       node_is(n, "BatchMatMulV2") || node_is(n, "BatchMatMulV3") ||
			       node_is(n, "Einsum");
		const struct tensor *w =
			(conv || product) && n->n_in == (up ? 3u : 2u) ? konst(p, n->in[1]) : NULL;
		struct fconv c = {0};

		if (!w || p->val.p[n->in[up ? 2 : 0]].konst)
			continue;
		s.c = &c;
		if (conv ? !conv_start(&s, w) : !product_start(&s, w, &turned))
			continue;
		s.c = arena_alloc(p->arena, sizeof(c));
		*s.c = c;
		begin(&s, w, conv, turned);
	}
}
