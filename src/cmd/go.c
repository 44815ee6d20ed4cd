/*
 * How run runs: the watchers that its options ask for, and the requests of --fetch.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "cmd/compare.h"
#include "cmd/peer.h"
#include "cmd/rows.h"
#include "cmd/run.h"
#include "tensor/print.h"

/* ---- watchers ---- */

static bool dump_event(void *ctx, struct exec *x, const struct exec_event *ev, struct err *err)
{
	return ev->kind != EV_RAN || dump_node(ctx, x, ev, err);
}

bool run_tolerance(const struct cmd_call *c, const char *name, double *v, struct err *err)
{
	const char *text = call_str(c, name);
	char *end;

	if (!text)
		return true;
	*v = strtod(text, &end);
	return (end != text && !*end && *v >= 0 && isfinite(*v)) ||
	       err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT,
		       "--%s wants a number from 0 on, not \"%s\"", name, text);
}

static bool comparing(const struct cmd_call *c, struct compare **m, struct err *err)
{
	double rtol = 1e-5, atol = 1e-8;

	*m = NULL;
	if (!run_tolerance(c, "rtol", &rtol, err) || !run_tolerance(c, "atol", &atol, err))
		return false;
	if (!call_str(c, "compare"))
		return true;
	*m = compare_new(call_str(c, "compare"), rtol, atol, err);
	return *m != NULL;
}

bool run_go(struct cmd_call *c, struct exec *x, struct tap *tap, int *rc, struct err *err)
{
	const char *dir = call_str(c, "dump");
	struct compare *m = NULL;
	struct watcher w[3];
	struct dump *d = NULL;
	int n = 0;
	bool ok = comparing(c, &m, err);

	if (call_str(c, "compare"))
		*rc = EXIT_NO_JUDGEMENT;
	if (ok && dir)
		d = dump_new(dir, err);
	ok = ok && (!dir || d);
	w[n++] = tap_watcher(tap);
	if (d)
		w[n++] = (struct watcher){ .mask = EV_RAN, .event = dump_event, .ctx = d };
	if (m)
		w[n++] = compare_watcher(m);
	if (ok) {
		ok = watch_run(c, x, w, n, err) && tap_collect(tap, x, err);
		if (m)
			*rc = compare_print(m, ok, c->out);
	}
	/* what was computed is listed, also after a failure */
	if (d)
		ok = dump_finish(d, ok ? err : NULL) && ok;
	compare_free(m);
	return ok;
}

/* ---- default inputs ---- */

static long default_of(const struct signature *sig, uint32_t i)
{
	for (uint32_t k = 0; k < sig->n_defaults; k++)
		if (sv_eq(sig->default_key[k], sig->in[i].key))
			return (long)k;
	return -1;
}

bool run_needs_inputs(const struct signature *sig)
{
	for (uint32_t i = 0; i < sig->n_in; i++)
		if (default_of(sig, i) < 0)
			return true;
	return false;
}

bool run_defaults(const struct signature *sig, struct tensor **feed, struct err *err)
{
	for (uint32_t i = 0; i < sig->n_in; i++) {
		long k = feed[i] ? -1 : default_of(sig, i);

		if (k < 0)
			continue;
		feed[i] = tensorproto_decode(sig->default_proto[k], err);
		if (!feed[i])
			return err_note(err, "default value of input \"%.*s\"", SV_ARG(sig->in[i].key));
	}
	return true;
}

/* ---- fetches ---- */

struct exec *run_fetch(struct session *s, const struct signature *sig, struct tensor *const *feed,
		       const struct tap *tap, struct err *err)
{
	const struct metagraph *mg = session_metagraph(s);
	size_t n_more, n_in = sig && feed ? sig->n_in : 0;
	const struct exec_feed *more = tap_feeds(tap, &n_more);
	struct exec_feed *f = xcalloc(n_in + n_more + 1, sizeof(*f));
	struct exec_request req = { .graph = mg->graph, .feeds = f };
	struct exec *x = NULL;
	bool ok = true;

	for (size_t i = 0; ok && i < n_in; i++) {
		if (!feed[i])
			continue;
		ok = exec_info_edge(mg, &sig->in[i], "input", &f[req.n_feeds].at, err);
		f[req.n_feeds++].value = feed[i];
	}
	for (size_t i = 0; i < n_more; i++)
		f[req.n_feeds++] = more[i];
	req.fetches = tap_fetches(tap, &req.n_fetches);
	req.targets = tap_targets(tap, &req.n_targets);
	if (ok)
		x = exec_new(s, &req, err);
	free(f);
	return x;
}

/* What stands for the fetch in file names: no slashes. */
static struct sv file_key(struct str *buf, const char *name)
{
	str_clear(buf);
	for (const char *p = name; *p; p++)
		str_addc(buf, *p == '/' ? '_' : *p);
	return str_sv(buf);
}

static void print_tap(struct cmd_call *c, struct json *j, const struct tap *tap, size_t i)
{
	struct tensor_info out = { .key = sv_of(tap_name(tap, i)) };
	struct signature sig = { .n_out = 1, .out = &out };

	if (call_flag(c, "json")) {
		run_json_output(j, &sig, 0, tap_value(tap, i));
		return;
	}
	sink_puts(c->out, "Result of ");
	peer_put(c->out, out.key);
	sink_puts(c->out, ":\n");
	print_tensor(c->out, tap_value(tap, i), NULL);
	sink_puts(c->out, "\n");
}

bool run_print_taps(struct cmd_call *c, const struct tap *tap, struct err *err)
{
	bool json = call_flag(c, "json"), ok = true;
	struct str key = STR_INIT;
	struct json j;

	json_start(&j, c->out);
	if (json)
		json_open(&j, '[');
	for (size_t i = 0; ok && i < tap_n_fetches(tap); i++) {
		print_tap(c, &j, tap, i);
		ok = run_save(c, "", file_key(&key, tap_name(tap, i)), tap_value(tap, i), !json, err);
	}
	if (json) {
		json_close(&j, ']');
		json_end(&j);
	}
	str_free(&key);
	return ok;
}

/* ---- without a signature ---- */

int run_exit(const struct cmd_call *c, int rc, const struct err *err)
{
	if (!call_str(c, "compare") || err->kind == ERR_KIND_USAGE || err->kind == ERR_KIND_INTERRUPT)
		return err_exit(err);
	return rc ? rc : EXIT_NO_JUDGEMENT;
}

bool run_open_model(struct cmd_call *c, char **door, struct err *err)
{
	char *path = c->argc ? path_door(c->argv[0], door) : xstrdup(call_str(c, "dir"));
	bool ok = app_open(c->app, path, call_str(c, "tag_set"), err);

	free(path);
	return ok;
}

bool run_is_bare(struct cmd_call *c, bool no_inputs)
{
	char *door = NULL;
	bool bare = (c->argc || call_str(c, "dir")) && !call_str(c, "signature_def") &&
		    run_open_model(c, &door, NULL);

	bare = bare && !door && (!c->app->mg->n_sigs || (no_inputs && call_opt(c, "fetch")->n));
	free(door);
	return bare;
}

int run_bare(struct cmd_call *c, struct err *err)
{
	struct session_opts o = { 0 };
	struct session *s = NULL;
	struct tap *tap = NULL;
	struct exec *x = NULL;
	int rc = EXIT_FINE;
	bool ok = limits_read(c, &o, err);

	if (ok)
		tap = tap_new(c, c->app->mg, c->app->mg->graph, err);
	if (tap && !tap_n_fetches(tap))
		err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT,
			"no signature to run: say with --fetch which tensor is wanted");
	else if (tap)
		s = session_new(c->app->mg, &o, err);
	if (s)
		x = run_fetch(s, NULL, NULL, tap, err);
	ok = x && run_go(c, x, tap, &rc, err) &&
	     (call_str(c, "compare") || run_print_taps(c, tap, err));
	exec_free(x);
	session_free(s);
	tap_free(tap);
	return ok ? rc : run_exit(c, rc, err);
}
