/*
 * run --json_input: a request body of TensorFlow Serving's REST interface, run as it is; --output
 * serving answers as Serving does, errors too. As there, an input's shape is not held to the
 * signature: [1.0, 2.0] may be given where (None, 1) is declared. debug and their like take the body, too.
 */
#include "feed/serving.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/fmap.h"
#include "base/mem.h"
#include "cmd/inputs.h"
#include "cmd/rows.h"
#include "cmd/run.h"
#include "cmd/watch.h"
#include "tensor/stats.h"

enum { BODY_MAX = 1 << 30 };

static bool read_stream(FILE *f, struct str *body, struct err *err)
{
	char part[65536];
	size_t n;

	while ((n = fread(part, 1, sizeof(part), f)) > 0) {
		str_add(body, (struct sv){part, n});
		if (body->n > BODY_MAX)
			return err_set(err, ERR_KIND_LIMIT, ERR_RESOURCE_EXHAUSTED,
				       "the request is larger than 1 GB");
	}
	return true;
}

/* The JSON itself, "-", or a file. */
static bool body_read(const char *text, struct str *body, struct err *err)
{
	struct fmap *f;
	bool ok;

	if (!strcmp(text, "-"))
		return read_stream(stdin, body, err);
	if (text[strspn(text, " \t\n")] == '{' || text[strspn(text, " \t\n")] == '[') {
		str_addz(body, text);
		return true;
	}
	f = fmap_open(text, err);
	if (!f)
		return err_note(
			err, "--json_input wants a file, - for standard input, or the JSON itself");
	ok = fmap_sv(f).n <= BODY_MAX || err_set(err, ERR_KIND_LIMIT, ERR_RESOURCE_EXHAUSTED,
						 "%s: the request is larger than 1 GB", text);
	if (ok)
		str_add(body, fmap_sv(f));
	fmap_close(f);
	return ok;
}

static bool open_model(struct cmd_call *c, char **door, struct err *err)
{
	char *path = c->argc ? path_door(c->argv[0], door) : xstrdup(call_str(c, "dir"));
	bool ok = app_open(c->app, path, call_str(c, "tag_set"), err);

	free(path);
	return ok;
}

static struct exec *exec_of(struct session *s, const struct serving *q, struct err *err)
{
	const struct metagraph *mg = session_metagraph(s);
	struct exec_feed *f = xcalloc(q->sig->n_in + 1u, sizeof(*f));
	struct edge *fetch = xcalloc(q->sig->n_out + 1u, sizeof(*fetch));
	struct exec_request req = {
		.graph = mg->graph, .feeds = f, .fetches = fetch, .n_fetches = q->sig->n_out};
	struct exec *x = NULL;
	bool ok = true;

	for (uint32_t i = 0; ok && i < q->sig->n_in; i++) {
		if (!q->in[i])
			continue;
		ok = exec_info_edge(mg, &q->sig->in[i], "input", &f[req.n_feeds].at, err);
		f[req.n_feeds++].value = q->in[i];
	}
	for (uint32_t i = 0; ok && i < q->sig->n_out; i++)
		ok = exec_info_edge(mg, &q->sig->out[i], "output", &fetch[i], err);
	if (ok)
		x = exec_new(s, &req, err);
	free(f);
	free(fetch);
	return x;
}

static bool answer(struct cmd_call *c, const struct serving *q, const struct exec *x,
		   struct err *err)
{
	struct tensor **out = xcalloc(q->sig->n_out + 1u, sizeof(*out));
	struct str text = STR_INIT;
	bool ok = true;

	for (uint32_t i = 0; ok && i < q->sig->n_out; i++) {
		out[i] = exec_fetch(x, i);
		ok = out[i] || err_set(err, ERR_KIND_OP, ERR_INVALID_ARGUMENT,
				       "output %.*s is no tensor", SV_ARG(q->sig->out[i].key));
	}
	ok = ok && serving_answer(q, out, &text, err);
	if (ok)
		sink_put(c->out, str_sv(&text));
	str_free(&text);
	free(out);
	return ok;
}

/* As the message stands in Serving's answer: with the node behind it. */
static void error_print(struct cmd_call *c, const struct err *err)
{
	struct str message = STR_INIT, text = STR_INIT;

	str_addz(&message, err->msg ? err->msg : "");
	if (err->site && !strncmp(err->site, "node ", 5))
		str_addf(&message, "\n\t [[{{%s}}]]", err->site);
	serving_error(&text, str_sv(&message));
	sink_put(c->out, str_sv(&text));
	str_free(&message);
	str_free(&text);
}

static bool run_it(struct cmd_call *c, struct session *s, const struct serving *q, bool as_serving,
		   int *rc, struct err *err)
{
	struct exec *x = exec_of(s, q, err);
	bool ok = x != NULL;

	if (ok)
		ok = run_wants_fast(c) ? run_fast(c, x, q->sig->n_out, rc, err)
				       : watch_run(c, x, NULL, 0, err);
	if (ok && !call_flag(c, "profile"))
		ok = as_serving ? answer(c, q, x, err) : run_results(c, q->sig, x, err);
	exec_free(x);
	return ok;
}

int run_serving(struct cmd_call *c, struct err *err)
{
	const char *form = call_str(c, "output"), *name = call_str(c, "signature_def");
	bool as_serving = form && !strcmp(form, "serving"), ok;
	struct session_opts o = {0};
	struct str body = STR_INIT;
	struct session *s = NULL;
	struct serving q = {0};
	char *door = NULL;
	int rc = EXIT_FINE;

	if (form && !as_serving) {
		err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT,
			"--output wants serving, not \"%s\"", form);
		return EXIT_USAGE;
	}
	if (!run_fast_allowed(c, err) || !limits_read(c, &o, err))
		return err_exit(err);
	if (!c->argc && !call_str(c, "dir")) {
		err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT,
			"which model? give PATH or --dir");
		return EXIT_USAGE;
	}
	if (!body_read(call_str(c, "json_input"), &body, err) || !open_model(c, &door, err)) {
		str_free(&body);
		free(door);
		return err_exit(err);
	}
	ok = serving_read(&q, str_sv(&body), c->app->mg, name ? name : door, err);
	s = ok ? session_new(c->app->mg, &o, err) : NULL;
	ok = s && run_it(c, s, &q, as_serving, &rc, err);
	if (!ok && as_serving && err->kind != ERR_KIND_INTERRUPT) {
		error_print(c, err);
		err_clear(err);
		rc = EXIT_ERROR;
	} else if (!ok) {
		rc = err_exit(err);
	}
	serving_free(&q);
	session_free(s);
	str_free(&body);
	free(door);
	return rc;
}

/* ---- the debugger ---- */

/* The value as feed reads it, so that a saved session has it; NULL: too large, or not of numbers. */
static char *literal(const struct tensor *t)
{
	enum { MOST = 65536 };
	struct stats st;
	struct str s = STR_INIT;
	int64_t n = t->n, inner[SHAPE_MAX_RANK + 1];
	int rank = t->rank;

	stats_look(t, 0, &st);
	if (!st.numeric || n < 1 || n > MOST || st.n_finite != n || st.absmax > 0x1p53)
		return NULL;
	inner[rank] = 1;
	for (int k = rank - 1; k >= 0; k--)
		inner[k] = inner[k + 1] * t->dim[k];
	for (int64_t i = 0; i < n; i++) {
		str_addz(&s, i ? "," : "");
		for (int k = 0; k < rank; k++)
			str_addz(&s, i % inner[k] == 0 ? "[" : "");
		if (t->dtype == DT_BOOL)
			str_addz(&s, stats_value(t, i) != 0 ? "True" : "False");
		else
			str_addf(&s, t->dtype == DT_FLOAT || t->dtype == DT_DOUBLE || t->dtype == DT_HALF || t->dtype == DT_BFLOAT16 ? "%.17g" : "%.0f", stats_value(t, i));
		for (int k = 0; k < rank; k++)
			str_addz(&s, (i + 1) % inner[k] == 0 ? "]" : "");
	}
	return str_give(&s);
}

static bool feed_request(struct app *app, const struct serving *q, struct err *err)
{
	bool ok = q->sig == dbg_signature(app->dbg) || dbg_choose(app->dbg, q->sig, err);

	for (uint32_t i = 0; ok && i < q->sig->n_in; i++) {
		char *text = q->in[i] ? literal(q->in[i]) : NULL;

		ok = !q->in[i] || dbg_set_input(app->dbg, i, q->in[i], text ? text : INPUT_REQUEST, err);
		free(text);
	}
	return ok;
}

bool serving_feed(struct cmd_call *c, struct err *err)
{
	const char *name = call_str(c, "signature_def");
	struct str body = STR_INIT;
	struct serving q = {0};
	char *door = NULL, *path = path_door(c->argv[0], &door);
	bool ok = body_read(call_str(c, "json_input"), &body, err) &&
		  serving_read(&q, str_sv(&body), c->app->mg, name ? name : door, err) &&
		  feed_request(c->app, &q, err);

	serving_free(&q);
	str_free(&body);
	free(path);
	free(door);
	return ok;
}
