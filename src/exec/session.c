/*
 * Sessions: plans kept by function and request, the refusal of ops without kernels, and loading as
 * TensorFlow's loader does it: restore, then the init op, assets fed to both.
 */
#include "exec/machine.h"

#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <unistd.h>

#include "base/clock.h"

bool session_in_time(const struct session *s, struct err *err)
{
	return s->deadline <= 0 || clock_seconds() < s->deadline ||
	       err_set(err, ERR_KIND_LIMIT, ERR_DEADLINE_EXCEEDED,
		       "the run took longer than the timeout of %g s", s->o.timeout);
}

struct session *session_new(const struct metagraph *mg, const struct session_opts *o,
			    struct err *err)
{
	struct session *s;
	const char *dir = model_dir(mg->model);

	if (!mg->graph) {
		err_set(err, ERR_KIND_MODEL, ERR_INVALID_ARGUMENT, "the MetaGraph has no graph");
		return NULL;
	}
	s = xcalloc(1, sizeof(*s));
	s->mg = mg;
	if (o)
		s->o = *o;
	if (s->o.timeout > 0)
		s->deadline = clock_seconds() + s->o.timeout;
	s->prefix = xasprintf("%s/variables/variables", dir ? dir : ".");
	s->guard_name = xasprintf("%s", dir ? dir : ".");
	s->body = xcalloc((size_t)mg->n_funcs + 1, sizeof(struct plan *));
	s->seed = o ? o->seed : 0;
	if (!s->seed && getrandom(&s->seed, sizeof(s->seed), 0) != (ssize_t)sizeof(s->seed))
		s->seed = (uint64_t)getpid();
	return s;
}

void session_free(struct session *s)
{
	if (!s)
		return;
	session_bound_free(s);
	session_resources_free(s);
	for (uint32_t i = 0; i < s->mg->n_funcs; i++)
		plan_free(s->body[i]);
	while (s->roots) {
		struct plan *p = s->roots;

		s->roots = p->next;
		plan_free(p);
	}
	session_checkpoints_free(s);
	free(s->body);
	free(s->prefix);
	free(s->guard_name);
	free(s);
}

const struct metagraph *session_metagraph(const struct session *s)
{
	return s->mg;
}

/* ---- plans ---- */

struct plan *session_plan(struct session *s, const struct plan_want *w, struct err *err)
{
	struct plan *p;

	for (p = s->roots; p; p = p->next)
		if (plan_fits(p, w))
			return p;
	p = plan_new(w, err);
	if (p) {
		p->next = s->roots;
		s->roots = p;
	}
	return p;
}

struct plan *session_body(struct session *s, const struct function *f, struct err *err)
{
	size_t i = (size_t)(f - s->mg->funcs);
	uint32_t *target;
	struct plan_want w = {
		.graph = f->graph, .fetches = function_rets(f), .n_fetches = f->n_rets, .body = true,
		.lenient = s->o.allow_missing,
	};

	if (i >= s->mg->n_funcs) {
		err_set(err, ERR_KIND_MODEL, ERR_NOT_FOUND, "function %.*s is of another MetaGraph",
			SV_ARG(f->name));
		return NULL;
	}
	if (s->body[i])
		return s->body[i];
	target = xcalloc((size_t)f->n_ctl_rets + 1, sizeof(*target));
	for (uint32_t k = 0; k < f->n_ctl_rets; k++)
		target[k] = function_ctl_rets(f)[k].node;
	w.targets = target;
	w.n_targets = f->n_ctl_rets;
	s->body[i] = plan_new(&w, err);
	free(target);
	if (!s->body[i])
		err_note(err, "in function %.*s", SV_ARG(f->name));
	return s->body[i];
}

/* ---- ops without kernels ---- */

enum { SHOW_MISSING = 10 };

struct todo {
	const struct plan *p;
	char *path;			/* with the slash */
};

struct check {
	struct session *s;
	VEC(struct todo) todo;
	VEC(struct sv) ops;		/* names without kernels, each once */
	struct str nodes;		/* lines */
	size_t n_nodes;
	uint8_t *seen;			/* by function */
	struct err *err;
};

static void note_missing(struct check *c, const struct pnode *pn, const char *path)
{
	const struct node *n = pn->n;
	bool known = false;

	for (size_t i = 0; i < c->ops.n; i++)
		known = known || sv_eq(c->ops.p[i], n->op);
	if (!known)
		vec_push(&c->ops, n->op);
	if (c->n_nodes++ < SHOW_MISSING)
		str_addf(&c->nodes, "%s%.*s: %s%.*s%s%s%s", c->nodes.n ? "\n" : "",
			 SV_ARG(n->op), path, SV_ARG(n->name), op_find(n->op) ? " (" : "",
			 op_find(n->op) ? pn->why : "", op_find(n->op) ? ")" : "");
}

static bool check_callees(struct check *c, const struct node *n, const char *path)
{
	struct callee callee[16];
	int count = node_callees(c->s->mg, n, callee, 16);

	for (int i = 0; i < count && i < 16; i++) {
		size_t f = (size_t)(callee[i].f - c->s->mg->funcs);
		struct todo t;

		if (c->seen[f])
			continue;
		c->seen[f] = 1;
		t.p = session_body(c->s, callee[i].f, c->err);
		if (!t.p)
			return err_note(c->err, "called from %s%.*s", path, SV_ARG(n->name));
		t.path = xasprintf("%s%.*s/%s%s", path, SV_ARG(n->name), callee[i].role,
				   callee[i].role[0] ? "/" : "");
		vec_push(&c->todo, t);
	}
	return true;
}

static bool check_plans(struct check *c)
{
	bool ok = true;

	while (ok && c->todo.n > 0) {
		struct todo t = c->todo.p[--c->todo.n];

		for (uint32_t i = 0; ok && i < t.p->n; i++) {
			const struct pnode *pn = &t.p->node[i];

			if (pn->flags & PN_MISSING)
				note_missing(c, pn, t.path);
			else if (!(pn->flags & PN_GIVEN))
				ok = check_callees(c, pn->n, t.path);
		}
		free(t.path);
	}
	while (c->todo.n > 0)
		free(c->todo.p[--c->todo.n].path);
	return ok;
}

static bool refuse(struct check *c)
{
	struct str names = STR_INIT;

	for (size_t i = 0; i < c->ops.n; i++)
		str_addf(&names, "%s%.*s", i ? ", " : "", SV_ARG(c->ops.p[i]));
	if (c->n_nodes > SHOW_MISSING)
		str_addf(&c->nodes, "\nand %zu more", c->n_nodes - SHOW_MISSING);
	err_set(c->err, ERR_KIND_UNSUPPORTED, ERR_UNIMPLEMENTED, "smtui has no kernel for op%s %s",
		c->ops.n > 1 ? "s" : "", str_z(&names));
	for (size_t i = 0; i < c->ops.n; i++)
		if (op_refusal(c->ops.p[i]))
			err_note(c->err, "%.*s: %s", SV_ARG(c->ops.p[i]), op_refusal(c->ops.p[i]));
	err_note(c->err, "%s", str_z(&c->nodes));
	str_free(&names);
	return false;
}

bool session_check(struct session *s, const struct plan *p, struct err *err)
{
	struct check c = { .s = s, .err = err };
	struct todo first = { p, xstrdup("") };
	bool ok;

	c.seen = xcalloc((size_t)s->mg->n_funcs + 1, 1);
	vec_push(&c.todo, first);
	ok = check_plans(&c);
	if (ok && c.n_nodes > 0)
		ok = refuse(&c);
	free(c.seen);
	str_free(&c.nodes);
	vec_free(&c.todo);
	vec_free(&c.ops);
	return ok;
}

/* ---- loading ---- */

static bool run_target(struct session *s, struct sv node, const struct exec_feed *feed,
		       size_t n_feeds, struct err *err)
{
	struct edge e;
	struct exec_request req = {
		.graph = s->mg->graph, .feeds = feed, .n_feeds = n_feeds, .targets = &e.node,
		.n_targets = 1, .no_init = true,
	};
	struct exec *x;
	bool ok;

	if (!graph_resolve(s->mg->graph, node, &e, err))
		return false;
	x = exec_new(s, &req, err);
	ok = x && exec_run(x, err);
	exec_free(x);
	return ok;
}

static bool restore(struct session *s, struct err *err)
{
	const struct metagraph *mg = s->mg;
	char *index = xasprintf("%s.index", s->prefix);
	bool there = access(index, F_OK) == 0 || access(s->prefix, F_OK) == 0, ok;	/* new form, old form */
	struct exec_feed f;

	free(index);
	if (!there || mg->saver_restore.n == 0 || mg->saver_filename.n == 0)
		return true;
	if (!graph_resolve(mg->graph, mg->saver_filename, &f.at, err))
		return err_note(err, "the saver's file name");
	f.value = tensor_scalar_str(sv_of(s->prefix), err);
	if (!f.value)
		return false;
	ok = run_target(s, mg->saver_restore, &f, 1, err);
	tensor_unref(f.value);
	return ok || err_note(err, "while the variables were restored");
}

/* The init op, with the file of each asset fed to its tensor. An asset whose tensor is not in the graph, or
 * whose file is not in the folder, feeds nothing: who reads it says so. */
static bool run_init_op(struct session *s, struct err *err)
{
	const struct metagraph *mg = s->mg;
	struct exec_feed *feed = xcalloc((size_t)mg->n_assets + 1, sizeof(*feed));
	struct err none = { 0 };
	size_t n = 0;
	bool ok = true;

	for (uint32_t i = 0; ok && i < mg->n_assets; i++) {
		const struct asset *a = &mg->assets[i];

		if (!a->path || !a->tensor.n || !graph_resolve(mg->graph, a->tensor, &feed[n].at, &none))
			continue;
		feed[n].value = tensor_scalar_str(sv_of(a->path), err);
		ok = feed[n].value != NULL;
		n += ok;
	}
	err_clear(&none);
	ok = ok && run_target(s, mg->init_op, feed, n, err);
	for (size_t i = 0; i < n; i++)
		tensor_unref(feed[i].value);
	free(feed);
	return ok;
}

static bool progress(struct session *s, const char *what, double part, struct err *err)
{
	if (!s->o.progress || s->o.progress(s->o.ctx, what, part))
		return true;
	return err_set(err, ERR_KIND_INTERRUPT, ERR_CANCELLED, "cancelled while loading");
}

bool session_init(struct session *s, struct err *err)
{
	bool ok;

	if (s->init != INIT_NOT_YET)
		return true;
	s->init = INIT_RUNNING;
	ok = progress(s, "restoring variables", 0, err) && restore(s, err) &&
	     progress(s, "running the init op", 0.5, err);
	if (ok && s->mg->init_op.n > 0 && !run_init_op(s, err))
		ok = err_note(err, "while the model's init op ran");
	ok = ok && progress(s, "ready", 1, err);
	s->init = ok ? INIT_DONE : INIT_NOT_YET;
	return ok;
}
