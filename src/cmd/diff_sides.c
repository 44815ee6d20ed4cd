/* Opening, feeding and starting the sides of a diff; see diff_sides.h. */
#include "cmd/diff_sides.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"
#include "cmd/gaps_run.h"
#include "cmd/inputs.h"
#include "cmd/rows.h"
#include "cmd/run.h"
#include "cmd/watch.h"

enum { SEED = 1 };

bool sides_one(const struct sides *p)
{
	return p->dump || p->refs;
}

/* ---- opening ---- */

static bool is_dump(const char *path)
{
	char *list = xasprintf("%s/tensors.json", path);
	bool is = !access(list, F_OK);

	free(list);
	return is;
}

/* A function by its name: one trace says what goes in; arguments may be typed behind it. */
static bool open_function(struct door *d, struct err *err)
{
	if (!pycall_parse(&d->bag, sv_of(d->name), &d->typed, err))
		return false;
	d->c = callable_find(d->app->mg, d->typed.name, err);
	if (!d->c || !call_of_trace(&d->plain, d->c, 0, err))
		return false;
	d->sig = d->plain.sig;
	return true;
}

static bool door_open(struct sides *p, struct door *d, struct err *err)
{
	struct cmd_call *c = p->c;
	char *path = path_door(d->text, &d->name);
	bool ok = app_open(d->app, path, call_str(c, "tag_set"), err);

	if (ok)
		note_tags(d->app->mg, c->msg);
	if (ok && d->name && !metagraph_signature(d->app->mg, sv_of(d->name)) &&
	    d->app->mg->has_object_graph)
		ok = open_function(d, err);
	free(path);
	return ok || (err_is(err) && err_note(err, "%s: %s", d == &p->a ? "A" : "B", d->text));
}

bool door_signature(struct sides *p, struct door *d, struct err *err)
{
	const char *name = d->name ? d->name : call_str(p->c, "signature_def");

	if (!d->sig)
		d->sig = app_signature(d->app->mg, name, NULL, err);
	return d->sig != NULL;
}

/* ---- inputs ---- */

static bool add_pair(void *ctx, struct sv key, const char *value, struct err *err)
{
	struct sides *p = ctx;
	struct pair one = {.key = key, .value = xstrdup(value)};

	(void)err;
	vec_push(&p->given, one);
	return true;
}

static bool add_against(void *ctx, struct sv key, const char *value, struct err *err)
{
	struct sides *p = ctx;
	struct pair one = {.key = key, .value = xstrdup(value)};

	(void)err;
	vec_push(&p->against, one);
	return true;
}

static struct tensor *parse(const struct door *d, uint32_t i, const struct pair *one,
			    struct err *err)
{
	struct feed_spec spec;
	struct tensor *t;

	input_spec(d->app->mg, &d->sig->in[i], &spec);
	spec.pictures = d->app->pictures;
	t = one->v ? feed_value(&spec, one->v, err) : feed_parse(&spec, one->value, err);
	if (!t)
		err_note(err, "input \"%.*s\"", SV_ARG(d->sig->in[i].key));
	return t;
}

static int input_of(const struct door *d, const struct pair *one, struct err *err)
{
	return one->key.p ? input_find(d->sig, one->key, err) : input_only(d->sig, err);
}

static int counterpart(const struct sides *p, uint32_t i)
{
	return diff_counterpart(p->a.sig->in, p->a.sig->n_in, p->b.sig->in, p->b.sig->n_in, i);
}

/* The same tensor where B takes what A takes, so that random numbers are the same. */
static struct tensor *for_b(const struct sides *p, uint32_t i, uint32_t k, const struct pair *one,
			    struct err *err)
{
	const struct tensor_info *x = &p->a.sig->in[i], *y = &p->b.sig->in[k];

	return x->dtype == y->dtype && p->a.feed[i] ? tensor_ref(p->a.feed[i])
						    : parse(&p->b, k, one, err);
}

static bool feed_one(struct sides *p, const struct pair *one, struct err *err)
{
	int i = input_of(&p->a, one, err), k;

	if (i < 0)
		return false;
	tensor_unref(p->a.feed[i]);
	p->a.feed[i] = parse(&p->a, (uint32_t)i, one, err);
	if (!p->a.feed[i] || sides_one(p) || p->twice)
		return p->a.feed[i] != NULL;
	k = counterpart(p, (uint32_t)i);
	if (k < 0)
		return err_set(err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT,
			       "B takes no input \"%.*s\"", SV_ARG(p->a.sig->in[i].key));
	tensor_unref(p->b.feed[k]);
	p->b.feed[k] = for_b(p, (uint32_t)i, (uint32_t)k, one, err);
	return p->b.feed[k] != NULL;
}

/* ---- inputs that another program wrote ---- */

static bool shape_takes(struct shape want, const int64_t *dim, int rank)
{
	if (want.rank == SHAPE_UNKNOWN_RANK)
		return true;
	if (want.rank != rank)
		return false;
	for (int i = 0; i < rank; i++)
		if (want.dim[i] >= 0 && want.dim[i] != dim[i])
			return false;
	return true;
}

/* A picture whose channels are in the other place. */
static struct tensor *channels_moved(const struct feed_spec *spec, struct tensor *t,
				     struct sink *msg)
{
	static const int8_t orders[2][4] = {{0, 2, 3, 1}, {0, 3, 1, 2}};
	int64_t dim[4], step[4] = {1, 1, 1, 1};
	struct tensor *moved;
	int which = -1;

	if (t->rank != 4 || dtype_info(t->dtype)->kind >= DK_STRING)
		return NULL;
	for (int o = 0; o < 2 && which < 0; o++) {
		for (int i = 0; i < 4; i++)
			dim[i] = t->dim[orders[o][i]];
		which = shape_takes(spec->shape, dim, 4) ? o : -1;
	}
	moved = which < 0 ? NULL : tensor_new(t->dtype, 4, dim, NULL);
	for (int i = 2; i >= 0; i--)
		step[i] = step[i + 1] * t->dim[i + 1];
	for (int64_t i = 0; moved && i < moved->n; i++) {
		size_t size = dtype_info(t->dtype)->size;
		int64_t rest = i, from = 0;

		for (int k = 3; k >= 0; k--) {
			from += rest % dim[k] * step[orders[which][k]];
			rest /= dim[k];
		}
		memcpy((char *)moved->data + (size_t)i * size,
		       (const char *)t->data + (size_t)from * size, size);
	}
	if (moved)
		sink_printf(msg, "input \"%.*s\": %s, transposed before it is fed\n",
			    SV_ARG(spec->key), which ? "NHWC" : "NCHW");
	return moved;
}

static struct tensor *fed_from(struct sides *p, const struct refs *r, size_t at, uint32_t i,
			       struct err *err)
{
	struct tensor *t = refs_load(r, at, err), *moved = NULL, *fed;
	struct feed_spec spec;

	if (!t)
		return NULL;
	input_spec(p->a.app->mg, &p->a.sig->in[i], &spec);
	if (!shape_takes(spec.shape, t->dim, t->rank))
		moved = channels_moved(&spec, t, p->c->msg);
	fed = feed_convert(&spec, moved ? moved : t, err);
	tensor_unref(t);
	tensor_unref(moved);
	return fed;
}

/* "serving_default_x:0" too. */
static bool is_key(struct sv key, const char *name)
{
	struct sv n = sv_of(name);

	if (n.n > 2 && sv_ends(n, SV(":0")))
		n = sv_sub(n, 0, n.n - 2);
	return sv_eq(n, key) ||
	       (sv_ends(n, key) && n.n > key.n && strchr("/_", n.p[n.n - key.n - 1]));
}

/* Which of the inputs is this? By its name, else by its place. */
static int ref_input(const struct sides *p, struct ref r)
{
	const struct signature *sig = p->a.sig;

	for (uint32_t i = 0; i < sig->n_in; i++)
		if (is_key(sig->in[i].key, r.name))
			return (int)i;
	return r.role == REF_INPUT && r.place >= 0 && (uint32_t)r.place < sig->n_in ? r.place : -1;
}

static bool feed_refs(struct sides *p, const struct refs *r, struct err *err)
{
	for (size_t k = 0; k < refs_n(r); k++) {
		int i = refs_at(r, k).role == REF_INPUT || r == p->given_refs
				? ref_input(p, refs_at(r, k))
				: -1;

		if (i < 0 || p->a.feed[i])
			continue;
		p->a.feed[i] = fed_from(p, r, k, (uint32_t)i, err);
		if (!p->a.feed[i])
			return err_note(err, "input \"%.*s\"", SV_ARG(p->a.sig->in[i].key));
		if (!sides_one(p) && counterpart(p, (uint32_t)i) >= 0)
			p->b.feed[counterpart(p, (uint32_t)i)] = tensor_ref(p->a.feed[i]);
	}
	return true;
}

/* ---- all inputs ---- */

/* What --against does not name stays as it is. */
static bool feed_against(struct sides *p, struct err *err)
{
	for (uint32_t i = 0; i < p->a.sig->n_in; i++)
		p->b.feed[i] = tensor_ref(p->a.feed[i]);
	for (size_t k = 0; k < p->against.n; k++) {
		int i = input_of(&p->a, &p->against.p[k], err);

		if (i < 0)
			return false;
		tensor_unref(p->b.feed[i]);
		p->b.feed[i] = parse(&p->a, (uint32_t)i, &p->against.p[k], err);
		if (!p->b.feed[i])
			return err_note(err, "--against");
	}
	return true;
}

/* The debugger's inputs, for A and for what B takes. */
static bool feed_here(struct sides *p, struct err *err)
{
	for (uint32_t i = 0; i < p->a.sig->n_in; i++) {
		int k = sides_one(p) || p->twice ? -1 : counterpart(p, i);
		struct tensor *t = dbg_input(p->c->app->dbg, i);
		struct feed_spec spec;

		p->a.feed[i] = tensor_ref(t);
		if (!t || k < 0)
			continue;
		input_spec(p->b.app->mg, &p->b.sig->in[k], &spec);
		p->b.feed[k] = t->dtype == spec.dtype ? tensor_ref(t) : feed_convert(&spec, t, err);
		if (!p->b.feed[k])
			return false;
	}
	return true;
}

bool sides_feed(struct sides *p, struct err *err)
{
	p->a.feed = xcalloc(p->a.sig->n_in + 1u, sizeof(*p->a.feed));
	p->feed_b = xcalloc(p->a.sig->n_in + 1u, sizeof(*p->feed_b));
	if (!sides_one(p))
		p->b.feed = xcalloc(p->b.sig->n_in + 1u, sizeof(*p->b.feed));
	if (p->here && !feed_here(p, err))
		return false;
	for (size_t i = 0; i < p->given.n; i++)
		if (!feed_one(p, &p->given.p[i], err))
			return false;
	if ((p->given_refs && !feed_refs(p, p->given_refs, err)) ||
	    (p->refs && !feed_refs(p, p->refs, err)))
		return false;
	if (!run_defaults(p->a.sig, p->a.feed, err) || (p->twice && !feed_against(p, err)) ||
	    (!sides_one(p) && !run_defaults(p->b.sig, p->b.feed, err)))
		return false;
	for (uint32_t i = 0; !sides_one(p) && i < p->a.sig->n_in; i++) {
		int k = counterpart(p, i);

		p->feed_b[i] = k >= 0 ? p->b.feed[k] : NULL;
	}
	return true;
}

/* ---- runs ---- */

/* What was fed goes behind the typed arguments, in the order of the function's. */
static bool bind(struct door *d, struct err *err)
{
	struct pyobj args = d->typed.args;

	for (uint32_t i = 0; i < d->sig->n_in; i++)
		if (d->feed[i])
			pylist_push(&d->bag, &args, pyobj_tensor(&d->bag, tensor_ref(d->feed[i])));
	if (!d->typed.has_args && d->c->n == 1) {
		d->call = d->plain;
		d->plain = (struct call){0};
		return true;
	}
	return call_bind(&d->call, d->c, &d->bag, &args, &d->typed.kwargs, err);
}

bool door_start(struct sides *p, struct door *d, struct err *err)
{
	struct session_opts o = {.seed = SEED}; /* both sides draw the same random numbers */

	if (!limits_read(p->c, &o, err) || (d->c && !bind(d, err)))
		return false;
	d->s = session_new(d->app->mg, &o, err);
	if (d->s && d->c)
		d->x = exec_new_call(d->s, d->call.trace, d->call.arg ? d->call.arg : d->feed,
				     d->call.n_args, err);
	else if (d->s)
		d->x = exec_new_signature(d->s, d->sig, d->feed, err);
	return d->x != NULL;
}

bool door_record(struct door *d, struct diff_side *s, struct tensor **feed, uint32_t n,
		 struct err *err)
{
	return diff_record(s, d->x, d->c ? d->call.sig : d->sig, feed, n, err);
}

static void door_free(struct door *d)
{
	exec_free(d->x);
	session_free(d->s);
	for (uint32_t i = 0; d->feed && i < d->sig->n_in; i++)
		tensor_unref(d->feed[i]);
	free(d->feed);
	if (d->call.arena)
		call_free(&d->call);
	if (d->plain.arena)
		call_free(&d->plain);
	callable_free(d->c);
	pybag_free(&d->bag);
	free(d->name);
	app_free(&d->own);
}

static struct tensor *from_dump(void *ctx, uint32_t row, const struct tensor *like)
{
	struct tensor *t = compare_load(ctx, row), *cast;

	if (!t || like->dtype != DT_BFLOAT16 || t->dtype != DT_FLOAT)
		return t;
	cast = tensor_cast(t, DT_BFLOAT16, NULL); /* npy files know no bfloat16 */
	tensor_unref(t);
	return cast;
}

static void dump_rows(struct sides *p, struct diff *d)
{
	size_t n = compare_n(p->dump);

	p->rows = xcalloc(n + 1, sizeof(*p->rows));
	for (size_t i = 0; i < n; i++) {
		struct compare_row r = compare_row(p->dump, i);

		p->rows[i] = (struct diff_row){r.name, r.iter, r.stored ? r.op : "", r.type, -1};
	}
	d->n_row = (uint32_t)n;
	d->load = from_dump;
	d->ctx = p->dump;
}

static struct tensor *from_refs(void *ctx, uint32_t row, const struct tensor *like)
{
	const struct sides *p = ctx;
	struct err err = {0};
	struct tensor *t = refs_load(p->refs, p->ref_of.p[row], &err);

	(void)like;
	err_clear(&err);
	return t;
}

static void ref_rows(struct sides *p, struct diff *d)
{
	for (size_t i = 0; i < refs_n(p->refs); i++)
		if (refs_at(p->refs, i).role != REF_INPUT)
			vec_push(&p->ref_of, (uint32_t)i);
	p->rows = xcalloc(p->ref_of.n + 1, sizeof(*p->rows));
	for (size_t i = 0; i < p->ref_of.n; i++) {
		struct ref r = refs_at(p->refs, p->ref_of.p[i]);

		p->rows[i] =
			(struct diff_row){r.name, "", "", "", r.role == REF_OUTPUT ? r.place : -1};
	}
	d->n_row = (uint32_t)p->ref_of.n;
	d->load = from_refs;
	d->ctx = p;
	d->reference = true;
}

void sides_rows(struct sides *p, struct diff *d)
{
	if (p->dump)
		dump_rows(p, d);
	else
		ref_rows(p, d);
	d->row = p->rows;
}

/* ---- both ---- */

static bool open_b(struct sides *p, struct err *err)
{
	if (p->twice) {
		p->b.sig = p->a.sig;
		return true;
	}
	if (is_dump(p->b.text)) {
		p->dump = compare_new(p->b.text, 0, 0, err);
		return p->dump != NULL;
	}
	if (refs_are(p->b.text)) {
		p->refs = refs_open(p->b.text, err);
		return p->refs != NULL;
	}
	return door_open(p, &p->b, err);
}

bool sides_open(struct sides *p, struct err *err)
{
	if (p->here)
		p->a.sig = dbg_signature(p->c->app->dbg);
	else if (!door_open(p, &p->a, err))
		return false;
	if (p->twice && (p->a.c || !door_signature(p, &p->a, err)))
		return err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT,
			       "--against takes a signature's inputs");
	return open_b(p, err);
}

static bool collect_examples(struct sides *p, const char *text, struct err *err)
{
	p->examples.msg = p->c->msg;
	if (!givens_read(&p->examples, NULL, NULL, text, err))
		return false;
	for (size_t i = 0; i < p->examples.list.n; i++) {
		struct pair one = {.key = p->examples.list.p[i].key, .v = p->examples.list.p[i].v};

		vec_push(&p->given, one);
	}
	return true;
}

/* A FILE that holds inputs by name feeds them all; else it is the only one's. */
static bool collect_file(struct sides *p, const char *file, struct err *err)
{
	struct pair only = {SV_NULL, NULL, NULL};
	struct refs *r = refs_are(file) ? refs_open(file, err) : NULL;

	for (size_t i = 0; r && i < refs_n(r); i++)
		if (refs_at(r, i).role == REF_INPUT) {
			p->given_refs = r;
			return true;
		}
	refs_free(r);
	err_clear(err);
	only.value = xstrdup(file);
	vec_push(&p->given, only);
	return true;
}

/* "K=V;..." or, without a key, the only input's. */
static bool collect_against(struct sides *p, const char *text, struct err *err)
{
	struct pair only = {SV_NULL, NULL, NULL};
	long equals = sv_find(sv_of(text), '=');

	if (equals > 0 && input_find(p->a.sig, sv_sub(sv_of(text), 0, (size_t)equals), NULL) >= 0)
		return inputs_each(text, "against", add_against, p, err);
	if (equals > 0 && !p->a.sig->n_in)
		return inputs_each(text, "against", add_against, p, err);
	only.value = xstrdup(text);
	vec_push(&p->against, only);
	return true;
}

/* A side with an application of its own reads pictures in the same way. */
static void pictures_same(const struct sides *p, struct door *d)
{
	if (d->app && d->app != p->c->app && !d->app->pictures && p->c->app->pictures)
		d->app->pictures = xstrdup(p->c->app->pictures);
}

bool sides_collect(struct sides *p, struct err *err)
{
	const char *against = call_str(p->c, "against"), *inputs, *exprs, *examples;
	int file = p->twice ? 1 : 2;

	if (against && !collect_against(p, against, err))
		return false;
	if (p->here)
		return true;
	pictures_options(p->c);
	pictures_same(p, &p->a);
	pictures_same(p, &p->b);
	inputs = call_str(p->c, "inputs");
	exprs = call_str(p->c, "input_exprs");
	examples = call_str(p->c, "input_examples");
	if ((inputs && !inputs_each(inputs, "inputs", add_pair, p, err)) ||
	    (exprs && !inputs_each(exprs, "input_exprs", add_pair, p, err)) ||
	    (examples && !collect_examples(p, examples, err)))
		return false;
	return p->c->argc <= file || collect_file(p, p->c->argv[file], err);
}

bool sides_fed(const struct sides *p)
{
	return p->given.n || p->against.n || p->given_refs || sides_one(p) || p->here ||
	       p->a.typed.has_args || p->b.typed.has_args;
}

void sides_init(struct sides *p, struct cmd_call *c, const char *a, const char *b)
{
	*p = (struct sides){.c = c, .here = !a, .twice = !b};
	p->a.text = a ? a : "";
	p->a.app = c->app;
	p->b.text = b ? b : "";
	p->b.app = b ? &p->b.own : c->app;
	app_init(&p->a.own);
	app_init(&p->b.own);
	pybag_init(&p->a.bag);
	pybag_init(&p->b.bag);
}

static void pairs_free(pairs_t *v)
{
	for (size_t i = 0; i < v->n; i++)
		free(v->p[i].value);
	vec_free(v);
}

static void sides_done(void *ctx)
{
	sides_free(ctx);
	free(ctx);
}

int sides_show(struct sides *p, struct err *err)
{
	if (!gaps_wanted(p->c))
		return gaps_show(p->c, &p->gaps, err);
	gaps_keep(p->c->app, &p->gaps, sides_done, p);
	p->kept = true;
	return EXIT_FINE;
}

void sides_free(struct sides *p)
{
	gaps_free(&p->gaps);
	diff_free(p->d);
	pairs_free(&p->given);
	pairs_free(&p->against);
	givens_free(&p->examples);
	free(p->feed_b);
	free(p->rows);
	vec_free(&p->ref_of);
	compare_free(p->dump);
	refs_free(p->refs);
	refs_free(p->given_refs);
	door_free(&p->a);
	door_free(&p->b);
}
