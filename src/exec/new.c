/*
 * Making, copying and freeing a run: requests, signatures.
 */
#include "exec/machine.h"

#include <stdlib.h>
#include <string.h>

#include "model/callable.h"

typedef VEC(struct exec_feed) feed_vec;

static bool has_feed(const feed_vec *v, struct edge e)
{
	for (size_t i = 0; i < v->n; i++)
		if (v->p[i].at.node == e.node && v->p[i].at.slot == e.slot)
			return true;
	return false;
}

/* A model without object graph gets its assets' paths for the init op only; one with an object graph
 * holds them as objects, whose path every call sees. */
static void add_assets(feed_vec *v, const struct metagraph *mg)
{
	for (uint32_t i = 0; i < mg->n_assets; i++) {
		struct exec_feed f;
		struct err none = { 0 };

		if (mg->assets[i].tensor.n == 0 || !mg->assets[i].path)
			continue;
		if (graph_resolve(mg->graph, mg->assets[i].tensor, &f.at, &none) &&
		    f.at.slot != SLOT_CONTROL && !has_feed(v, f.at)) {
			f.value = tensor_scalar_str(sv_of(mg->assets[i].path), &none);
			if (f.value)
				vec_push(v, f);
		}
		err_clear(&none);
	}
}

static void feeds_free(feed_vec *v)
{
	for (size_t i = 0; i < v->n; i++)
		tensor_unref(v->p[i].value);
	vec_free(v);
}

static struct exec *exec_make(struct session *s, struct plan *p, const feed_vec *feeds)
{
	struct exec *x = xcalloc(1, sizeof(*x));

	x->s = s;
	x->p = p;
	x->feed = xcalloc(feeds->n + 1, sizeof(struct tensor *));
	for (size_t i = 0; i < feeds->n; i++)
		x->feed[i] = tensor_ref(feeds->p[i].value);
	x->scratch = arena_new();
	vec_push(&x->stack, frame_new(x, p, NULL));
	return x;
}

struct exec *exec_new(struct session *s, const struct exec_request *req, struct err *err)
{
	struct plan_want w = {
		.graph = req->graph, .fetches = req->fetches, .n_fetches = req->n_fetches,
		.targets = req->targets, .n_targets = req->n_targets, .lenient = s->o.allow_missing,
	};
	struct exec *x = NULL;
	feed_vec feeds = { 0 };
	struct plan *p;

	for (size_t i = 0; i < req->n_feeds; i++) {
		struct exec_feed f = { req->feeds[i].at, tensor_ref(req->feeds[i].value) };

		vec_push(&feeds, f);
	}
	if (req->graph == s->mg->graph && (s->mg->has_object_graph || s->init == INIT_RUNNING))
		add_assets(&feeds, s->mg);
	w.feeds = feeds.p;
	w.n_feeds = feeds.n;
	p = session_plan(s, &w, err);
	if (p && (s->o.allow_missing || session_check(s, p, err)) &&
	    (req->no_init || session_init(s, err)))
		x = exec_make(s, p, &feeds);
	feeds_free(&feeds);
	return x;
}

/* ---- signatures ---- */

bool exec_info_edge(const struct metagraph *mg, const struct tensor_info *ti, const char *side,
		    struct edge *e, struct err *err)
{
	if (ti->encoding != TI_NAME)
		return err_set(err, ERR_KIND_UNSUPPORTED, ERR_UNIMPLEMENTED,
			       "%s \"%.*s\" is a sparse or composite tensor: smtui cannot run that",
			       side, SV_ARG(ti->key));
	if (!graph_resolve(mg->graph, ti->name, e, err))
		return err_note(err, "%s \"%.*s\"", side, SV_ARG(ti->key));
	return e->slot != SLOT_CONTROL || *side == 'o' ||
	       err_set(err, ERR_KIND_MODEL, ERR_INVALID_ARGUMENT,
		       "%s \"%.*s\" names no tensor", side, SV_ARG(ti->key));
}

static bool input_fits(const struct tensor_info *ti, const struct tensor *t, struct err *err)
{
	struct str want = STR_INIT, got = STR_INIT;
	bool ok = dtype_base((enum dtype)ti->dtype) == t->dtype &&
		  (!ti->has_shape || shape_accepts(ti->shape, tensor_shape(t)));

	if (ok)
		return true;
	if (ti->has_shape)
		shape_str_py(&want, ti->shape);
	shape_str_py(&got, tensor_shape(t));
	err_set(err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT,
		"input \"%.*s\" is %s %s, but %s %s is given", SV_ARG(ti->key),
		dtype_info(dtype_base((enum dtype)ti->dtype))->name, str_z(&want),
		dtype_info(t->dtype)->name, str_z(&got));
	str_free(&want);
	str_free(&got);
	return false;
}

struct exec *exec_new_signature(struct session *s, const struct signature *sig,
				struct tensor *const *feed, struct err *err)
{
	return exec_new_signature_with(s, sig, feed, NULL, 0, err);
}

struct exec *exec_new_signature_with(struct session *s, const struct signature *sig,
				     struct tensor *const *feed, const struct exec_feed *more,
				     size_t n_more, struct err *err)
{
	struct exec_feed *f = xcalloc((size_t)sig->n_in + n_more + 1, sizeof(*f));
	struct edge *fetch = xcalloc((size_t)sig->n_out + 1, sizeof(*fetch));
	struct exec_request req = {
		.graph = s->mg->graph, .feeds = f, .fetches = fetch, .n_fetches = sig->n_out,
	};
	struct exec *x = NULL;
	bool ok = true;

	for (uint32_t i = 0; i < sig->n_in && ok; i++) {
		if (!feed[i])
			continue;
		ok = exec_info_edge(s->mg, &sig->in[i], "input", &f[req.n_feeds].at, err) &&
		     input_fits(&sig->in[i], feed[i], err);
		f[req.n_feeds++].value = feed[i];
	}
	for (size_t i = 0; i < n_more; i++)
		f[req.n_feeds++] = more[i];
	for (uint32_t i = 0; i < sig->n_out && ok; i++) {
		ok = exec_info_edge(s->mg, &sig->out[i], "output", &fetch[i], err);
		/* An operation, such as an init op: run for its effect. */
		if (ok && sig->out[i].dtype == DT_INVALID)
			fetch[i].slot = SLOT_CONTROL;
	}
	if (ok)
		x = exec_new(s, &req, err);
	for (uint32_t i = 0; i < sig->n_in && !x; i++)
		if (!feed[i])
			err_note(err, "input \"%.*s\" is not given", SV_ARG(sig->in[i].key));
	free(f);
	free(fetch);
	return x;
}

/* ---- functions ---- */

static bool args_fit(const struct trace *t, struct tensor *const *args, size_t n, struct err *err)
{
	if (!t->f)
		return err_set(err, ERR_KIND_MODEL, ERR_NOT_FOUND, "Function %.*s is not defined.",
			       SV_ARG(t->name));
	if (n + t->n_bound != t->f->graph->n_args)
		return err_set(err, ERR_KIND_MODEL, ERR_INVALID_ARGUMENT,
			       "function %.*s takes %u arguments, but %zu are given and %u captured",
			       SV_ARG(t->name), t->f->graph->n_args, n, t->n_bound);
	for (size_t i = 0; i < n; i++) {
		enum dtype want = dtype_base(t->f->def->in[i].type);

		if (want == DT_INVALID || want == args[i]->dtype)
			continue;
		return err_set(err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT,
			       "cannot compute %.*s as input #%zu(zero-based) was expected to be a %s "
			       "tensor but is a %s tensor", SV_ARG(t->name), i,
			       dtype_text(want),
			       dtype_text(args[i]->dtype));
	}
	return true;
}

struct exec *exec_new_call(struct session *s, const struct trace *t, struct tensor *const *args,
			   size_t n, struct err *err)
{
	struct tensor **all = xcalloc(n + t->n_bound + 1, sizeof(*all));
	struct plan *p = NULL;
	feed_vec none = { 0 };
	struct exec *x = NULL;
	size_t have = n;
	bool ok = args_fit(t, args, n, err) && session_init(s, err);

	for (size_t i = 0; i < n; i++)
		all[i] = tensor_ref(args[i]);
	for (uint32_t i = 0; ok && i < t->n_bound; i++, have += ok) {
		all[have] = session_object(s, t->bound[i], err);
		ok = all[have] != NULL;
	}
	p = ok ? session_body(s, t->f, err) : NULL;
	if (p && (s->o.allow_missing || session_check(s, p, err)))
		x = exec_make(s, p, &none);
	if (x) {
		x->stack.p[0]->arg = all;
		x->stack.p[0]->n_arg = (int)have;
		return x;
	}
	for (size_t i = 0; i < have; i++)
		tensor_unref(all[i]);
	free(all);
	return NULL;
}

/* ---- copying ---- */

static void activation_copy(struct activation *to, const struct activation *from)
{
	*to = *from;
	to->in = xcalloc((size_t)from->n_in + 1, sizeof(struct tensor *));
	to->out = xcalloc((size_t)from->n_out + 1, sizeof(struct tensor *));
	to->own = xmalloc((size_t)from->n_in + 1);
	memset(to->own, 1, (size_t)from->n_in + 1);
	for (int i = 0; i < from->n_in; i++)
		to->in[i] = tensor_ref(from->in[i]);
	for (int i = 0; i < from->n_out; i++)
		to->out[i] = tensor_ref(from->out[i]);
	if (from->mem) {
		to->mem = xmalloc(OP_ACT_BYTES);
		memcpy(to->mem, from->mem, OP_ACT_BYTES);
	}
}

/* Frames are found again by their place: which of the stack, which region. */
static struct frame *same_place(const struct exec *from, const struct exec *to,
				const struct frame *f)
{
	for (size_t i = 0; f && i < to->stack.n; i++)
		if (from->stack.p[i] == f->base)
			return frame_in(to->stack.p[i], f->rg);
	return NULL;
}

struct exec *exec_copy(const struct exec *x)
{
	struct exec *c = xmalloc(sizeof(*c));

	*c = *x;
	c->scratch = arena_new();
	memset(&c->err, 0, sizeof(c->err));
	exec_err_copy(&c->err, &x->err);
	c->feed = xcalloc(x->p->n_feeds + 1, sizeof(struct tensor *));
	for (size_t i = 0; i < x->p->n_feeds; i++)
		c->feed[i] = tensor_ref(x->feed[i]);
	memset(&c->stack, 0, sizeof(c->stack));
	memset(&c->waiting, 0, sizeof(c->waiting));
	memset(&c->cur, 0, sizeof(c->cur));
	for (size_t i = 0; i < x->stack.n; i++)
		vec_push(&c->stack, frame_copy(x->stack.p[i],
					       same_place(x, c, x->stack.p[i]->up)));
	for (size_t i = 0; i < x->waiting.n; i++) {
		struct activation a;

		activation_copy(&a, &x->waiting.p[i]);
		a.f = same_place(x, c, x->waiting.p[i].f);
		vec_push(&c->waiting, a);
	}
	if (x->has_cur) {
		activation_copy(&c->cur, &x->cur);
		c->cur.f = same_place(x, c, x->cur.f);
	}
	c->iter_frame = same_place(x, c, x->iter_frame);
	return c;
}

void exec_free(struct exec *x)
{
	if (!x)
		return;
	activation_clear(&x->cur);
	for (size_t i = 0; i < x->waiting.n; i++)
		activation_clear(&x->waiting.p[i]);
	for (size_t i = x->stack.n; i-- > 0;)
		frame_free(x->stack.p[i]);
	for (size_t i = 0; i < x->p->n_feeds; i++)
		tensor_unref(x->feed[i]);
	vec_free(&x->waiting);
	vec_free(&x->stack);
	free(x->feed);
	arena_free(x->scratch);
	err_clear(&x->err);
	free(x);
}

struct session *exec_session(const struct exec *x)
{
	return x->s;
}
