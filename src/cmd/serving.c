/*
 * run --json_input: a request body of TensorFlow Serving's REST interface, run as it is; --output
 * serving answers as Serving does, errors too. As there, an input's shape is not held to the
 * signature: [1.0, 2.0] may be given where (None, 1) is declared. What all kinds of requests share
 * is here too.
 */
#include "cmd/serving.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/fmap.h"
#include "base/mem.h"
#include "cmd/rows.h"
#include "cmd/run.h"
#include "cmd/watch.h"

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

bool serve_read(const char *text, const char *option, bool itself, struct str *body,
		struct err *err)
{
	struct fmap *f;
	bool ok;

	if (!strcmp(text, "-"))
		return read_stream(stdin, body, err);
	if (itself && (text[strspn(text, " \t\n")] == '{' || text[strspn(text, " \t\n")] == '[')) {
		str_addz(body, text);
		return true;
	}
	f = fmap_open(text, err);
	if (!f)
		return err_note(err, "--%s wants a file%s", option,
				itself ? ", - for standard input, or the JSON itself"
				       : " or - for standard input");
	ok = fmap_sv(f).n <= BODY_MAX || err_set(err, ERR_KIND_LIMIT, ERR_RESOURCE_EXHAUSTED,
						 "%s: the request is larger than 1 GB", text);
	if (ok)
		str_add(body, fmap_sv(f));
	fmap_close(f);
	return ok;
}

bool serve_options(struct serve *v, struct cmd_call *c, struct err *err)
{
	const char *form = call_str(c, "output");

	*v = (struct serve){
		.c = c, .as_serving = form && !strcmp(form, "serving"), .rc = EXIT_FINE};
	if (form && !v->as_serving)
		return err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT,
			       "--output wants serving, not \"%s\"", form);
	if (!run_fast_allowed(c, err) || !limits_read(c, &v->opts, err))
		return false;
	if (c->argc > !call_str(c, "dir"))
		return err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT,
			       "a request brings its inputs with it: no FILE too (%s)", c->argv[c->argc - 1]);
	return c->argc || call_str(c, "dir") ||
	       err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT,
		       "which model? give PATH or --dir");
}

bool serve_open(struct serve *v, struct err *err)
{
	struct cmd_call *c = v->c;
	bool ok = run_open_model(c, &v->door, err);

	v->name = call_str(c, "signature_def") ? call_str(c, "signature_def") : v->door;
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

bool serve_session(struct serve *v, struct err *err)
{
	if (!v->s)
		v->s = session_new(v->c->app->mg, &v->opts, err);
	return v->s != NULL;
}

struct exec *serve_run(struct serve *v, const struct serving *q, struct err *err)
{
	struct cmd_call *c = v->c;
	struct exec *x = serve_session(v, err) ? exec_of(v->s, q, err) : NULL;

	if (x && !(run_wants_fast(c) ? run_fast(c, x, q->sig->n_out, &v->rc, err)
				     : watch_run(c, x, NULL, 0, err))) {
		exec_free(x);
		return NULL;
	}
	return x;
}

bool serve_call(struct serve *v, const struct serving *q, struct err *err)
{
	struct exec *x = serve_run(v, q, err);
	bool ok = x != NULL;

	if (ok && !call_flag(v->c, "profile"))
		ok = v->as_serving ? answer(v->c, q, x, err) : run_results(v->c, q->sig, x, err);
	exec_free(x);
	return ok;
}

int serve_end(struct serve *v, bool opened, bool ok, struct err *err)
{
	int rc = v->rc;

	if (!ok && opened && v->as_serving && err->kind != ERR_KIND_INTERRUPT) {
		error_print(v->c, err);
		err_clear(err);
		rc = EXIT_ERROR;
	} else if (!ok) {
		rc = err_exit(err);
	}
	session_free(v->s);
	free(v->door);
	return rc;
}

int run_serving(struct cmd_call *c, struct err *err)
{
	struct str body = STR_INIT;
	struct serving q = {0};
	struct serve v;
	bool opened, ok;

	opened = serve_options(&v, c, err) &&
		 serve_read(call_str(c, "json_input"), "json_input", true, &body, err) &&
		 serve_open(&v, err);
	ok = opened && serving_read(&q, str_sv(&body), c->app->mg, v.name, err) &&
	     serve_call(&v, &q, err);
	serving_free(&q);
	str_free(&body);
	return serve_end(&v, opened, ok, err);
}
