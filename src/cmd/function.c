/*
 * smtui run PATH --function 'NAME(ARGS)': calls functions of the object graph, one after the other in one
 * session, so that later ones see what earlier ones wrote.
 */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "cmd/call.h"
#include "cmd/inputs.h"
#include "cmd/line.h"
#include "cmd/peer.h"
#include "cmd/rows.h"
#include "cmd/run.h"
#include "cmd/watch.h"
#include "tensor/print.h"

struct calls {
	struct cmd_call *c;
	struct session *s;
	VEC(char *) text;		/* each call as typed */
	struct json json;
	size_t at;			/* which call */
	bool door;			/* it was PATH#NAME: perhaps a signature was meant */
};

/* ---- which calls ---- */

static void add_text(struct calls *k, struct sv text)
{
	size_t from = 0, to = text.n;

	while (from < to && strchr(" \t\n", text.p[from]))
		from++;
	while (to > from && strchr(" \t\n", text.p[to - 1]))
		to--;
	if (to > from)
		vec_push(&k->text, xsvdup(sv_sub(text, from, to)));
}

static void add_option(struct calls *k, const char *option)
{
	struct sv all = sv_of(option);

	for (size_t i = 0; i < all.n;) {
		size_t end = line_end(all, i);

		add_text(k, sv_sub(all, i, end));
		i = end + 1;
	}
}

static bool open_model(struct calls *k, struct err *err)
{
	struct cmd_call *c = k->c;
	const char *dir = call_str(c, "dir");
	char *door = NULL, *path = dir ? xstrdup(dir) : path_door(c->argv[0], &door);
	bool ok = app_open(c->app, path, call_str(c, "tag_set"), err);

	if (ok)
		note_tags(c->app->mg, c->msg);
	for (int i = 0; i < call_opt(c, "function")->n; i++)
		add_option(k, call_opt(c, "function")->list[i]);
	k->door = !k->text.n && door;
	if (ok && k->door)
		add_text(k, sv_of(door));
	if (ok && !k->text.n)
		ok = err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT, "--function: a name is missing");
	free(path);
	free(door);
	return ok;
}

bool run_is_call(struct cmd_call *c)
{
	char *door, *path;
	bool is = call_opt(c, "function")->n > 0;

	if (is || !c->argc || call_str(c, "signature_def"))
		return is;
	path = path_door(c->argv[0], &door);
	if (door && app_open(c->app, path, call_str(c, "tag_set"), NULL))
		is = !metagraph_signature(c->app->mg, sv_of(door)) && c->app->mg->has_object_graph;
	free(path);
	free(door);
	return is;
}

/* ---- arguments from the other options ---- */

struct filling {
	struct pybag *bag;
	struct pycall *call;
};

static bool keyword(void *ctx, struct sv key, const char *value, struct err *err)
{
	struct filling *f = ctx;
	struct pyobj v;

	if (!pyobj_parse(f->bag, sv_of(value), &v, err))
		return err_note(err, "argument \"%.*s\"", SV_ARG(key));
	pydict_put(f->bag, &f->call->kwargs, arena_sv(f->bag->arena, key), v);
	return true;
}

/* What run's FILE may be besides a Python value: zeros, random, a picture, as the first trace's i-th
 * argument takes it. */
static struct tensor *by_spec(const struct callable *c, uint32_t i, const char *text)
{
	const struct pyval *spec = c->n && c->trace[0].has_in && c->trace[0].in.n == 2 &&
				   i < c->trace[0].in.item[0].n ? &c->trace[0].in.item[0].item[i] : NULL;
	struct feed_spec f;

	if (!spec || spec->kind != PV_TENSOR_SPEC || spec->i <= 0 || spec->i >= DT_COUNT)
		return NULL;
	f = (struct feed_spec){ .key = spec->s, .tensor_name = spec->s, .dtype = (enum dtype)spec->i,
				.shape = spec->shape };
	return feed_parse(&f, text, NULL);
}

static bool operand(struct pybag *bag, const struct callable *c, uint32_t i, const char *text,
		    struct pyobj *v, struct err *err)
{
	struct err why = { 0 };
	struct tensor *t;

	if (pyobj_parse(bag, sv_of(text), v, &why))
		return true;
	t = by_spec(c, i, text);
	if (t) {
		err_clear(&why);
		*v = pyobj_tensor(bag, t);
		return true;
	}
	err_move(err, &why);
	return false;
}

/* A call without parentheses takes FILE and --inputs. */
static bool fill(struct calls *k, struct pybag *bag, const struct callable *callee,
		 struct pycall *call, struct err *err)
{
	struct cmd_call *c = k->c;
	struct filling f = { bag, call };
	const char *opts[] = { call_str(c, "inputs"), call_str(c, "input_exprs") };

	if (call->has_args)
		return true;
	for (int i = call_str(c, "dir") ? 0 : 1; i < c->argc; i++) {
		struct pyobj v;

		if (!operand(bag, callee, call->args.n, c->argv[i], &v, err))
			return false;
		pylist_push(bag, &call->args, v);
	}
	for (int i = 0; i < 2; i++)
		if (opts[i] && !inputs_each(opts[i], i ? "input_exprs" : "inputs", keyword, &f, err))
			return false;
	return true;
}

/* ---- one call ---- */

static void print_text(struct calls *k, const struct call *call, const struct exec *x)
{
	struct sink *out = k->c->out;

	if (call->none) {
		sink_puts(out, "Result of ");
		peer_put(out, call->c->path);
		sink_puts(out, ":\nNone\n");
	}
	for (uint32_t i = 0; i < call->sig->n_out; i++) {
		struct tensor *t = exec_fetch(x, i);

		sink_puts(out, "Result of ");
		peer_put(out, call->c->path);
		peer_put(out, call->label[i]);
		sink_puts(out, ":\n");
		if (t)
			print_tensor(out, t, NULL);
		else
			sink_puts(out, "None");
		sink_puts(out, "\n");
	}
}

static void print_json(struct calls *k, const struct call *call, const struct exec *x)
{
	struct json *j = &k->json;

	json_open(j, '{');
	json_kstr(j, "function", call->c->path);
	json_kstr(j, "concrete_function", call->trace->name);
	json_key(j, "outputs");
	json_open(j, '[');
	for (uint32_t i = 0; i < call->sig->n_out; i++)
		run_json_output(j, call->sig, i, exec_fetch(x, i));
	json_close(j, ']');
	json_close(j, '}');
}

static bool results(struct calls *k, const struct call *call, struct exec *x, const struct tap *tap,
		    struct err *err)
{
	char prefix[32] = "";
	bool json = call_flag(k->c, "json"), ok = true;

	if (k->text.n > 1)
		snprintf(prefix, sizeof(prefix), "%zu.", k->at + 1);
	if (call_str(k->c, "compare"))
		return true;
	if (tap_n_fetches(tap))
		return run_print_taps(k->c, tap, err);
	if (call_opt(k->c, "top")->given || call_str(k->c, "labels"))
		return run_top(k->c, call->sig, x, err);
	if (json)
		print_json(k, call, x);
	else
		print_text(k, call, x);
	for (uint32_t i = 0; ok && i < call->sig->n_out; i++)
		ok = run_save(k->c, prefix, call->sig->out[i].key, exec_fetch(x, i), !json, err);
	return ok;
}

static void no_door(const struct calls *k, struct err *err)
{
	const struct metagraph *mg = k->c->app->mg;
	struct str keys = STR_INIT;

	for (uint32_t i = 0; i < mg->n_sigs; i++) {
		str_addz(&keys, i ? ", " : "");
		str_escaped(&keys, mg->sigs[i].key);
	}
	err_note(err, "nor is it a signature; there %s %s", mg->n_sigs > 1 ? "are:" : "is",
		 mg->n_sigs ? str_z(&keys) : "none");
	str_free(&keys);
}

static bool one(struct calls *k, int *rc, struct err *err)
{
	struct sv text = sv_of(k->text.p[k->at]);
	struct callable *c = NULL;
	struct exec *x = NULL;
	struct tap *tap = NULL;
	struct pycall typed;
	struct call call;
	struct pybag bag;
	bool ok;

	pybag_init(&bag);
	ok = pycall_parse(&bag, text, &typed, err);
	if (ok)
		c = callable_find(k->c->app->mg, typed.name, err);
	if (ok && !c && k->door)
		no_door(k, err);
	ok = c && fill(k, &bag, c, &typed, err) && call_bind(&call, c, &bag, &typed.args, &typed.kwargs, err);
	if (ok) {
		tap = tap_new(k->c, k->c->app->mg, call.trace->f->graph, err);
		if (tap)
			tap_watch_all(tap);
		x = tap ? exec_new_call(k->s, call.trace, call.arg, call.n_args, err) : NULL;
		ok = x && run_go(k->c, x, tap, rc, err) && results(k, &call, x, tap, err);
		call_free(&call);
	}
	tap_free(tap);
	exec_free(x);
	callable_free(c);
	pybag_free(&bag);
	return ok || (k->text.n > 1 && err_note(err, "in call %zu: %s", k->at + 1, k->text.p[k->at]));
}

static bool only_once(const struct calls *k, struct err *err)
{
	if (k->text.n > 1 && (call_str(k->c, "dump") || call_str(k->c, "compare") ||
			      call_opt(k->c, "fetch")->n || call_opt(k->c, "feed")->n))
		return err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT,
			       "--dump, --compare, --feed and --fetch take a single call");
	return true;
}

static bool all(struct calls *k, int *rc, struct err *err)
{
	bool json = call_flag(k->c, "json"), ok = true;

	json_start(&k->json, k->c->out);
	if (json)
		json_open(&k->json, '[');
	for (; ok && k->at < k->text.n; k->at++)
		ok = one(k, rc, err);
	if (json) {
		json_close(&k->json, ']');
		json_end(&k->json);
	}
	return ok;
}

int run_calls(struct cmd_call *c, struct err *err)
{
	struct calls k = { .c = c };
	struct session_opts o = { 0 };
	int rc = EXIT_FINE;
	bool ok = open_model(&k, err) && only_once(&k, err) && limits_read(c, &o, err);

	if (ok)
		k.s = session_new(c->app->mg, &o, err);
	ok = k.s && all(&k, &rc, err);
	session_free(k.s);
	for (size_t i = 0; i < k.text.n; i++)
		free(k.text.p[i]);
	vec_free(&k.text);
	return ok ? rc : run_exit(c, rc, err);
}
