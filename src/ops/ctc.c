/*
 * Connectionist temporal classification: the loss with its gradient, the greedy and the beam search
 * decoder. Computed in double. Inputs are [time][batch][class].
 */
#include <math.h>
#include <string.h>

#include "ops/kernel.h"

struct ctc {
	int64_t time, batch, classes, blank;
	const struct tensor *x;
	const int32_t *len;		/* of each sequence */
	double *y;			/* one sequence's [time][class] */
};

static double log_sum(double a, double b)
{
	double big = a > b ? a : b, small = a > b ? b : a;

	return big == -INFINITY ? -INFINITY : big + log1p(exp(small - big));
}

static bool lengths(struct op_ctx *c, struct ctc *k, int input, enum err_code code)
{
	const struct tensor *x = c->in[0], *len = c->in[input];

	if (x->rank != 3)
		return op_invalid(c, "inputs is not a 3-Tensor");
	if (len->rank != 1)
		return op_invalid(c, "sequence_length is not a vector");
	k->time = x->dim[0], k->batch = x->dim[1], k->classes = x->dim[2];
	k->x = x;
	k->len = len->data;
	if (k->time == 0)
		return op_invalid(c, "max_time is 0");
	if (k->classes == 0)
		return op_invalid(c, "num_classes cannot be 0");
	if (len->n != k->batch)
		return op_fail(c, code,
			       "len(sequence_length) != batch_size.  len(sequence_length):  %lld batch_size: %lld",
			       (long long)len->n, (long long)k->batch);
	for (int64_t b = 0; b < k->batch; b++)
		if (k->len[b] > k->time)
			return op_fail(c, code, "sequence_length(%lld) <= %lld", (long long)b, (long long)k->time);
	k->y = op_temp(c, k->batch ? (size_t)(k->time * k->classes) * sizeof(double) : 8);
	return k->y != NULL;
}

/* Sequence b's probabilities, or their logarithms, into y. */
static void softmax(const struct ctc *k, int64_t b, bool logs)
{
	for (int64_t t = 0; t < k->len[b]; t++) {
		double *y = k->y + t * k->classes, big = -INFINITY, sum = 0;

		for (int64_t i = 0; i < k->classes; i++) {
			y[i] = tensor_get_f64(k->x, (t * k->batch + b) * k->classes + i);
			big = y[i] > big ? y[i] : big;
		}
		for (int64_t i = 0; i < k->classes; i++)
			sum += exp(y[i] - big);
		for (int64_t i = 0; i < k->classes; i++)
			y[i] = logs ? y[i] - big - log(sum) : exp(y[i] - big) / sum;
	}
}

/* ---- the loss ---- */

struct label {
	int32_t *v;			/* [batch's labels one after another] */
	int64_t n;
};

struct loss {
	struct ctc k;
	struct label *labels;		/* of each sequence */
	bool collapse, merge, ignore;
	int64_t *path, n_path;		/* labels with blanks between */
	double *alpha, *beta;		/* [time][n_path] */
	double *grad;			/* [class] */
};

static const char *joined(struct op_ctx *c, const int64_t *v, int64_t n)
{
	const char *s = "";

	for (int64_t i = 0; i < n && i < 1000; i++)
		s = arena_printf(c->scratch, "%s%s%lld", s, i ? "," : "", (long long)v[i]);
	return s;
}

/* The sequences' labels out of the sparse tensor. */
static bool labels(struct op_ctx *c, struct loss *l)
{
	const struct tensor *at = c->in[1], *v = c->in[2];
	const int64_t *ix = at->data;
	int32_t *all;

	if (at->rank != 2)
		return op_invalid(c, "labels_indices is not a matrix");
	if (at->dim[1] < 2)
		return op_invalid(c, "labels_indices second dimension must be >= 1. Received %lld",
				  (long long)at->dim[1]);
	if (v->rank != 1)
		return op_invalid(c, "labels_values is not a vector");
	if (at->dim[0] != v->n)
		return op_invalid(
			c,
			"labels_indices and labels_values must contain the same number of rows, but saw shapes: %s vs. %s",
			op_in_shape(c, 1), op_in_shape(c, 2));
	l->labels = arena_array(c->scratch, (size_t)l->k.batch + 1, sizeof(*l->labels));
	all = op_temp(c, (size_t)v->n * sizeof(*all) + 4);
	if (!all)
		return false;
	for (int64_t i = 0; i < v->n; i++) {
		int64_t b = ix[i * at->dim[1]];

		all[i] = ((const int32_t *)v->data)[i];
		if (b < 0 || b >= l->k.batch)
			return op_invalid(c, "labels batch index must be between 0 and %lld but saw: %lld",
					  (long long)l->k.batch, (long long)b);
		if (i && b < ix[(i - 1) * at->dim[1]])
			return op_invalid(c, "CTCLoss: labels are not in the order of their batches");
		if (!l->labels[b].n++)
			l->labels[b].v = all + i;
	}
	return true;
}

static bool check_path(struct op_ctx *c, const struct loss *l, int64_t b, const int64_t *seen, int64_t n)
{
	const struct label *s = &l->labels[b];

	for (int64_t i = 0; i < n; i++)
		if (seen[i] < 0)
			return op_invalid(c, "All labels must be nonnegative integers, batch: %lld labels: %s",
					  (long long)b, joined(c, seen, n));
	if (!l->ignore && s->n > l->k.len[b])
		return op_invalid(
			c,
			"Not enough time for target transition sequence (required: %lld, available: %d)%lldYou can turn "
			"this error into a warning by using the flag ignore_longer_outputs_than_inputs",
			(long long)s->n, l->k.len[b], (long long)b);
	return true;
}

/* Sequence b's labels with blanks around each. */
static bool path(struct op_ctx *c, struct loss *l, int64_t b)
{
	const struct label *s = &l->labels[b];
	int64_t *seen = arena_array(c->scratch, (size_t)s->n + 1, sizeof(*seen)), n = 0;
	bool done = false;

	if (!s->n)
		return op_invalid(c, "Labels length is zero in batch %lld", (long long)b);
	for (int64_t i = 0; i < s->n; i++) {
		if (i && l->collapse && s->v[i] == s->v[i - 1])
			continue;
		if (s->v[i] >= l->k.classes - 1) {
			done = true;
			continue;
		}
		if (done)
			return op_invalid(
				c,
				"Saw a non-null label (index >= num_classes - 1) following a null label, batch: %lld "
				"num_classes: %lld labels: %s labels seen so far: %s",
				(long long)b, (long long)l->k.classes, "", joined(c, seen, n));
		seen[n++] = s->v[i];
	}
	if (!check_path(c, l, b, seen, n))
		return false;
	l->path = arena_array(c->scratch, (size_t)(2 * n + 1), sizeof(*l->path));
	l->n_path = 2 * n + 1;
	for (int64_t i = 0; i < l->n_path; i++)
		l->path[i] = i % 2 ? seen[i / 2] : l->k.blank;
	return true;
}

static double log_y(const struct loss *l, int64_t t, int64_t u)
{
	return log(l->k.y[t * l->k.classes + l->path[u]]);
}

/* May the path go from u to u + 2, over the blank between? */
static bool skips(const struct loss *l, int64_t u)
{
	return l->path[u] != l->k.blank && !(l->merge && l->path[u] == l->path[u + 2]);
}

static bool stays(const struct loss *l, int64_t u)
{
	return l->merge || l->path[u] == l->k.blank;
}

static void forward(const struct loss *l, int64_t time)
{
	int64_t n = l->n_path;

	for (int64_t i = 0; i < n * time; i++)
		l->alpha[i] = l->beta[i] = -INFINITY;
	l->alpha[0] = log_y(l, 0, 0);
	if (n > 1)
		l->alpha[1] = log_y(l, 0, 1);
	for (int64_t t = 1; t < time; t++) {
		const double *from = l->alpha + (t - 1) * n;

		for (int64_t u = n - 2 * (time - t) > 0 ? n - 2 * (time - t) : 0; u < n && u < 2 * (t + 1); u++) {
			double sum = stays(l, u) ? from[u] : -INFINITY;

			if (u > 0)
				sum = log_sum(sum, from[u - 1]);
			if (u > 1 && l->path[u] != l->k.blank && skips(l, u - 2))
				sum = log_sum(sum, from[u - 2]);
			l->alpha[t * n + u] = log_y(l, t, u) + sum;
		}
	}
}

static void backward(const struct loss *l, int64_t time)
{
	int64_t n = l->n_path;

	for (int64_t u = n > 1 ? n - 2 : 0; u < n; u++)
		l->beta[(time - 1) * n + u] = 0;
	for (int64_t t = time - 2; t >= 0; t--) {
		const double *from = l->beta + (t + 1) * n;

		for (int64_t u = n - 2 * (time - t) > 0 ? n - 2 * (time - t) : 0; u < n && u < 2 * (t + 1); u++) {
			double sum = -INFINITY;

			if (stays(l, u))
				sum = from[u] + log_y(l, t + 1, u);
			if (u + 1 < n)
				sum = log_sum(sum, from[u + 1] + log_y(l, t + 1, u + 1));
			if (u + 2 < n && skips(l, u))
				sum = log_sum(sum, from[u + 2] + log_y(l, t + 1, u + 2));
			l->beta[t * n + u] = sum;
		}
	}
}

static void set(struct tensor *t, int64_t i, double v)
{
	if (t->dtype == DT_DOUBLE)
		((double *)t->data)[i] = v;
	else
		((float *)t->data)[i] = (float)v;
}

static void gradient(const struct op_ctx *c, const struct loss *l, int64_t b, double log_p)
{
	const struct ctc *k = &l->k;

	for (int64_t t = 0; t < k->len[b]; t++) {
		for (int64_t i = 0; i < k->classes; i++)
			l->grad[i] = -INFINITY;
		for (int64_t u = 0; u < l->n_path; u++)
			l->grad[l->path[u]] =
				log_sum(l->grad[l->path[u]], l->alpha[t * l->n_path + u] + l->beta[t * l->n_path + u]);
		for (int64_t i = 0; i < k->classes; i++)
			set(c->out[1], (t * k->batch + b) * k->classes + i, k->y[t * k->classes + i] -
			    (log_p == -INFINITY ? 0 : exp(l->grad[i] - log_p)));
	}
}

static bool one_loss(struct op_ctx *c, struct loss *l, int64_t b)
{
	int64_t time = l->k.len[b];
	double log_p = -INFINITY;
	size_t n;

	if (!path(c, l, b))
		return false;
	if (time <= 0 || (l->ignore && l->labels[b].n > time))
		return true;
	if (!size_mul((size_t)time, (size_t)l->n_path * sizeof(double), &n))
		return op_fail(c, ERR_RESOURCE_EXHAUSTED, "CTCLoss: sequence too long");
	l->alpha = op_temp(c, n);
	l->beta = op_temp(c, n);
	if (!l->alpha || !l->beta || !c->world->go_on(c->world_ctx, c->err))
		return false;
	softmax(&l->k, b, false);
	forward(l, time);
	backward(l, time);
	for (int64_t u = 0; u < l->n_path; u++)
		log_p = log_sum(log_p, l->alpha[u] + l->beta[u]);
	set(c->out[0], b, -log_p);
	gradient(c, l, b, log_p);
	return true;
}

static bool run_loss(struct op_ctx *c)
{
	struct loss l = { .merge = true };
	struct tensor *loss, *grad;

	node_attr_bool(c->node, "preprocess_collapse_repeated", &l.collapse);
	node_attr_bool(c->node, "ctc_merge_repeated", &l.merge);
	node_attr_bool(c->node, "ignore_longer_outputs_than_inputs", &l.ignore);
	if (!lengths(c, &l.k, 3, ERR_INVALID_ARGUMENT) || !labels(c, &l))
		return false;
	l.k.blank = l.k.classes - 1;
	loss = op_out(c, 0, c->in[0]->dtype, 1, &l.k.batch);
	grad = loss ? op_out_like(c, 1, c->in[0]) : NULL;
	l.grad = op_temp(c, l.k.batch ? (size_t)l.k.classes * sizeof(double) : 8);
	if (!grad || !l.grad)
		return false;
	memset(loss->data, 0, loss->bytes);
	memset(grad->data, 0, grad->bytes);
	for (int64_t b = 0; b < l.k.batch; b++)
		if (!one_loss(c, &l, b))
			return false;
	return true;
}

/* ---- what decoders put out: a sparse tensor a path ---- */

/* decoded[b] holds n[b] labels at label + b * stride; outputs at o, o + step, o + 2 * step. */
static bool sparse(struct op_ctx *c, int o, int step, int64_t batch, const int32_t *label, int64_t stride,
		   const int64_t *n)
{
	int64_t total = 0, longest = 0, at = 0;
	struct tensor *ix, *v, *shape;

	for (int64_t b = 0; b < batch; b++) {
		total += n[b];
		longest = n[b] > longest ? n[b] : longest;
	}
	ix = op_out(c, o, DT_INT64, 2, (int64_t[]){ total, 2 });
	v = ix ? op_out(c, o + step, DT_INT64, 1, &total) : NULL;
	shape = v ? op_out(c, o + 2 * step, DT_INT64, 1, (int64_t[]){ 2 }) : NULL;
	if (!shape)
		return false;
	((int64_t *)shape->data)[0] = batch;
	((int64_t *)shape->data)[1] = longest;
	for (int64_t b = 0; b < batch; b++)
		for (int64_t i = 0; i < n[b]; i++, at++) {
			((int64_t *)ix->data)[2 * at] = b;
			((int64_t *)ix->data)[2 * at + 1] = i;
			((int64_t *)v->data)[at] = label[b * stride + i];
		}
	return true;
}

static bool run_greedy(struct op_ctx *c)
{
	struct ctc k = { 0 };
	bool merge = false;
	int64_t blank = -1, *n;
	int32_t *label;
	struct tensor *score;

	node_attr_bool(c->node, "merge_repeated", &merge);
	node_attr_int(c->node, "blank_index", &blank);
	if (!lengths(c, &k, 1, ERR_FAILED_PRECONDITION))
		return false;
	if (blank < -k.classes || blank >= k.classes)
		return op_invalid(c, "blank_index expected to be between %lld and %lld but was %lld",
				  (long long)-k.classes, (long long)(k.classes - 1), (long long)blank);
	k.blank = blank < 0 ? blank + k.classes : blank;
	label = op_temp(c, (size_t)(k.batch * k.time) * sizeof(*label) + 4);
	n = arena_array(c->scratch, (size_t)k.batch + 1, sizeof(*n));
	score = op_out(c, 3, k.x->dtype, 2, (int64_t[]){ k.batch, 1 });
	if (!label || !score)
		return false;
	for (int64_t b = 0; b < k.batch; b++) {
		int64_t last = -1;
		double sum = 0;

		for (int64_t t = 0; t < k.len[b]; t++) {
			int64_t row = (t * k.batch + b) * k.classes, best = 0;

			for (int64_t i = 1; i < k.classes; i++)
				if (tensor_get_f64(k.x, row + i) > tensor_get_f64(k.x, row + best))
					best = i;
			if (k.x->dtype == DT_FLOAT)
				sum = (float)sum + -(float)tensor_get_f64(k.x, row + best);
			else
				sum += -tensor_get_f64(k.x, row + best);
			if (best != k.blank && !(merge && best == last))
				label[b * k.time + n[b]++] = (int32_t)best;
			last = best;
		}
		set(score, b, sum);
	}
	return sparse(c, 0, 1, k.batch, label, k.time, n);
}

/* ---- beam search ---- */

struct prob {
	double total, blank, label;
};

struct beam {
	struct beam *parent, *child;	/* child: classes of them, once grown */
	int32_t label;
	struct prob was, now;
};

struct search {
	struct ctc k;
	int64_t width, paths, n;	/* n leaves, best first */
	bool merge;
	struct beam **leaf, **old;
	double *score;			/* [batch][paths] */
	int32_t *labels;		/* [path][batch][time] */
	int64_t *n_labels;
};

static const struct prob never = { -INFINITY, -INFINITY, -INFINITY };

/* Keeps the best `width`, ties in the order they came. */
static void leaf_push(struct search *s, struct beam *x)
{
	int64_t i;

	if (s->n == s->width) {
		if (!(x->now.total > s->leaf[s->n - 1]->now.total))
			return;
		s->n--;
	}
	for (i = s->n++; i > 0 && x->now.total > s->leaf[i - 1]->now.total; i--)
		s->leaf[i] = s->leaf[i - 1];
	s->leaf[i] = x;
}

static bool wanted(const struct search *s, const struct prob *p)
{
	return p->total > -INFINITY && (s->n < s->width || p->total > s->leaf[s->n - 1]->now.total);
}

static void grow_one(struct search *s, const struct beam *b, struct beam *x, const double *y)
{
	if (x->now.total != -INFINITY)
		return;
	x->now.blank = -INFINITY;
	x->now.label = y[x->label] + (x->label == b->label ? b->was.blank : b->was.total);
	x->now.total = x->now.label;
	if (!wanted(s, &x->now)) {
		x->was = x->now = never;
		return;
	}
	if (s->n == s->width)
		s->leaf[s->n - 1]->now = never;
	leaf_push(s, x);
}

static bool grow(struct op_ctx *c, struct search *s, struct beam *b, const double *y)
{
	if (!wanted(s, &b->was))
		return true;
	if (!b->child) {
		b->child = op_temp(c, (size_t)s->k.classes * sizeof(*b->child));
		for (int64_t i = 0; b->child && i < s->k.classes; i++)
			b->child[i] = (struct beam){ .parent = b, .label = (int32_t)i, .was = never, .now = never };
	}
	for (int64_t i = 0; b->child && i < s->k.classes; i++)
		if (i != s->k.blank)
			grow_one(s, b, &b->child[i], y);
	return b->child != NULL;
}

static bool step(struct op_ctx *c, struct search *s, const double *y)
{
	int64_t n = s->n;

	memcpy(s->old, s->leaf, (size_t)n * sizeof(*s->old));
	s->n = 0;
	for (int64_t i = 0; i < n; i++)
		s->old[i]->was = s->old[i]->now;
	for (int64_t i = 0; i < n; i++) {
		struct beam *b = s->old[i];

		if (b->parent) {
			if (b->parent->now.total != -INFINITY)
				b->now.label =
					log_sum(b->now.label, b->label == b->parent->label ? b->parent->was.blank
											   : b->parent->was.total);
			b->now.label += y[b->label];
		}
		b->now.blank = b->was.total + y[s->k.blank];
		b->now.total = log_sum(b->now.blank, b->now.label);
		leaf_push(s, b);
	}
	for (int64_t i = 0; i < n; i++)
		if (!grow(c, s, s->old[i], y))
			return false;
	return true;
}

static void spell(struct search *s, int64_t b)
{
	for (int64_t p = 0; p < s->paths; p++) {
		int32_t *to = s->labels + (p * s->k.batch + b) * s->k.time, last = -1;
		int64_t n = 0;

		for (const struct beam *x = s->leaf[p]; x->parent; x = x->parent) {
			if (!s->merge || x->label != last)
				to[n++] = x->label;
			last = x->label;
		}
		for (int64_t i = 0; i < n / 2; i++) {
			int32_t t = to[i];

			to[i] = to[n - 1 - i];
			to[n - 1 - i] = t;
		}
		s->n_labels[p * s->k.batch + b] = n;
		s->score[b * s->paths + p] = s->leaf[p]->now.total;
	}
}

static bool search(struct op_ctx *c, struct search *s, int64_t b)
{
	struct beam *root = op_temp(c, sizeof(*root));

	if (!root || !c->world->go_on(c->world_ctx, c->err))
		return false;
	*root = (struct beam){ .label = -1, .was = never, .now = { 0, 0, -INFINITY } };
	s->leaf[0] = root;
	s->n = 1;
	softmax(&s->k, b, true);
	for (int64_t t = 0; t < s->k.len[b]; t++)
		if (!step(c, s, s->k.y + t * s->k.classes))
			return false;
	if (s->n < s->paths)
		return op_invalid(c, "Less leaves in the beam search than requested.");
	spell(s, b);
	return true;
}

static bool room(struct op_ctx *c, struct search *s)
{
	size_t n;

	if (!size_mul((size_t)s->paths * (size_t)s->k.batch, (size_t)s->k.time * sizeof(*s->labels), &n) ||
	    s->width > 1 << 24)
		return op_fail(c, ERR_RESOURCE_EXHAUSTED, "CTCBeamSearchDecoder: too many paths");
	s->labels = op_temp(c, n + 4);
	s->leaf = op_temp(c, (size_t)(s->width + 1) * sizeof(*s->leaf));
	s->old = op_temp(c, (size_t)(s->width + 1) * sizeof(*s->old));
	s->score = op_temp(c, (size_t)(s->paths * s->k.batch) * sizeof(*s->score) + 8);
	s->n_labels = op_temp(c, (size_t)(s->paths * s->k.batch) * sizeof(*s->n_labels) + 8);
	return s->labels && s->leaf && s->old && s->score && s->n_labels;
}

static bool run_beam(struct op_ctx *c)
{
	struct search s = { .merge = true };
	struct tensor *score;

	node_attr_bool(c->node, "merge_repeated", &s.merge);
	node_attr_int(c->node, "beam_width", &s.width);
	node_attr_int(c->node, "top_paths", &s.paths);
	if (!lengths(c, &s.k, 1, ERR_FAILED_PRECONDITION))
		return false;
	if (s.paths > s.width)
		return op_invalid(c, "requested more paths than the beam width.");
	if (s.paths < 1 || s.paths > INT32_MAX / 4 || c->n_out != 3 * s.paths + 1)
		return op_invalid(c, "CTCBeamSearchDecoder: %lld paths, %d outputs", (long long)s.paths, c->n_out);
	s.k.blank = s.k.classes - 1;
	score = op_out(c, c->n_out - 1, s.k.x->dtype, 2, (int64_t[]){ s.k.batch, s.paths });
	if (!score || !room(c, &s))
		return false;
	for (int64_t b = 0; b < s.k.batch; b++)
		if (!search(c, &s, b))
			return false;
	for (int64_t i = 0; i < score->n; i++)
		set(score, i, s.score[i]);
	for (int64_t p = 0; p < s.paths; p++)
		if (!sparse(c, (int)p, (int)s.paths, s.k.batch, s.labels + p * s.k.batch * s.k.time, s.k.time,
			    s.n_labels + p * s.k.batch))
			return false;
	return true;
}

#define DM_CTC (DM(DT_FLOAT) | DM(DT_DOUBLE))
static const struct op_row rows[] = {
	{ .name = "CTCBeamSearchDecoder", .n_in = 2, .n_out = -1, .types = { { "T", DM_CTC } }, .run = run_beam },
	{ .name = "CTCGreedyDecoder", .n_in = 2, .n_out = 4, .types = { { "T", DM_CTC } }, .run = run_greedy },
	{ .name = "CTCLoss", .n_in = 4, .n_out = 2, .types = { { "T", DM_CTC } }, .run = run_loss },
};

OP_FAMILY(family_ctc, rows);
