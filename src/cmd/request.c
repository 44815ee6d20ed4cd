/*
 * run --request: a request of TensorFlow Serving's gRPC interface out of a file. run --warmup: the
 * requests with which Serving warms the model up, one of them or all; of all it says which work and
 * what comes out.
 */
#include "feed/request.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "cmd/json.h"
#include "cmd/rows.h"
#include "cmd/run.h"
#include "cmd/serving.h"
#include "cmd/table.h"
#include "codec/tfrecord.h"
#include "model/files.h"

/* What stands before answer i of several: as text a heading, as JSON what makes a list of them. */
static void call_head(struct serve *v, const struct request *r, size_t i)
{
	struct sink *out = v->c->out;

	if (call_flag(v->c, "json")) {
		sink_puts(out, i ? ",\n" : "[\n");
		return;
	}
	sink_printf(out, "%s%s %zu: ", i ? "\n" : "", strcmp(r->kind, "streamed") ? "task" : "part", i);
	sink_escaped(out, r->call[i].sig->key);
	sink_puts(out, "\n");
}

static bool calls_answer(struct serve *v, const struct request *r, struct err *err)
{
	bool many = r->n > 1 && !v->as_serving && !call_flag(v->c, "profile");

	for (size_t i = 0; i < r->n; i++) {
		if (many)
			call_head(v, r, i);
		if (!serve_call(v, &r->call[i], err))
			return false;
	}
	if (many && call_flag(v->c, "json"))
		sink_puts(v->c->out, "]\n");
	return true;
}

static bool is_text(const char *file)
{
	return sv_ends(sv_of(file), SV(".pbtxt")) || sv_ends(sv_of(file), SV(".textproto")) ||
	       sv_ends(sv_of(file), SV(".txt"));
}

int run_request(struct cmd_call *c, struct err *err)
{
	const char *file = call_str(c, "request");
	struct str body = STR_INIT;
	struct request r = {0};
	struct serve v;
	bool opened, ok;

	opened = serve_options(&v, c, err) && serve_read(file, "request", false, &body, err) &&
		 serve_open(&v, err);
	ok = opened && request_read(&r, str_sv(&body), is_text(file), c->app->mg, v.name, err);
	if (opened && !ok && !v.as_serving)
		err_at(err, "%s", file);
	ok = ok && calls_answer(&v, &r, err);
	request_free(&r);
	str_free(&body);
	return serve_end(&v, opened, ok, err);
}

/* ---- warm-up ---- */

struct warmup {
	struct serve v;
	char *bytes;
	struct sv all;
	size_t at;
	uint64_t next; /* number of the next record */
};

static bool warmup_open(struct warmup *w, struct err *err)
{
	size_t n;

	if (!serve_open(&w->v, err))
		return false;
	if (!model_file_there(w->v.c->app->model, MODEL_WARMUP))
		return err_set(err, ERR_KIND_FILE, ERR_NOT_FOUND,
			       "the model has no warm-up requests: there is no %s", MODEL_WARMUP);
	if (!model_file_read(w->v.c->app->model, SV(MODEL_WARMUP), &w->bytes, &n, err))
		return false;
	w->all = (struct sv){w->bytes, n};
	return true;
}

/* The next record. *more: false when there is none. */
static bool record_next(struct warmup *w, struct sv *log, bool *more, struct err *err)
{
	const char *why;

	*more = w->at < w->all.n;
	if (!*more)
		return true;
	*more = tfrecord_next(w->all, &w->at, log, &why);
	w->next++;
	return !why || err_set(err, ERR_KIND_FILE, ERR_DATA_LOSS, "%s: record %" PRIu64 ": %s",
			       MODEL_WARMUP, w->next - 1, why);
}

static bool one_find(struct warmup *w, uint64_t number, struct sv *log, struct err *err)
{
	bool more = true;

	for (;;) {
		struct err why = {0};
		bool ok = record_next(w, log, &more, &why);

		if (more && w->next <= number) { /* another's damage */
			err_clear(&why);
			continue;
		}
		if (!ok) {
			err_move(err, &why);
			return false;
		}
		return more ||
		       err_set(err, ERR_KIND_USAGE, ERR_NOT_FOUND,
			       "there %s %" PRIu64 " warm-up request%s, from 0 on",
			       w->next == 1 ? "is" : "are", w->next, w->next == 1 ? "" : "s");
	}
}

static bool one_run(struct warmup *w, uint64_t number, struct err *err)
{
	struct request r = {0};
	struct sv log;
	bool ok = one_find(w, number, &log, err) &&
		  request_of_log(&r, log, w->v.c->app->mg, w->v.name, err) &&
		  calls_answer(&w->v, &r, err);

	request_free(&r);
	return ok;
}

/* ---- all of them ---- */

/* One line, or one object: a call that worked, or why it did not. */
struct row {
	uint64_t number;
	const char *kind;
	struct sv signature;
	const struct signature *sig; /* of the outputs of x */
	const struct exec *x;
	const char *failed;
};

static void outputs_text(const struct row *r, struct str *s)
{
	for (uint32_t i = 0; r->x && i < r->sig->n_out; i++) {
		struct tensor *t = exec_fetch(r->x, i);

		str_addz(s, i ? ", " : "");
		str_escaped(s, r->sig->out[i].key);
		str_addz(s, ": ");
		if (t)
			type_text(s, t);
		else
			str_addz(s, "none");
	}
	if (r->failed)
		str_escaped(s, sv_of(r->failed));
	str_addz(s, "");
}

static void row_text(struct table *t, const struct row *r)
{
	struct str s = STR_INIT;

	outputs_text(r, &s);
	table_printf(t, "%" PRIu64, r->number);
	table_text(t, r->kind);
	table_sv(t, r->signature);
	table_text(t, r->failed ? "failed" : "ok");
	table_take(t, str_give(&s));
}

static void row_json(struct json *j, const struct row *r)
{
	json_open(j, '{');
	json_kint(j, "request", (int64_t)r->number);
	json_kstr(j, "kind", sv_of(r->kind));
	json_kstr(j, "signature", r->signature);
	json_kbool(j, "ok", !r->failed);
	json_key(j, "outputs");
	json_open(j, '[');
	for (uint32_t i = 0; r->x && i < r->sig->n_out; i++) {
		struct tensor *t = exec_fetch(r->x, i);

		json_open(j, '{');
		json_kstr(j, "key", r->sig->out[i].key);
		if (t) {
			json_kstr(j, "dtype", sv_of(dtype_info(t->dtype)->name));
			json_key(j, "shape");
			json_open(j, '[');
			for (int d = 0; d < t->rank; d++)
				json_int(j, t->dim[d]);
			json_close(j, ']');
		}
		json_close(j, '}');
	}
	json_close(j, ']');
	if (r->failed)
		json_kstr(j, "error", sv_of(r->failed));
	json_close(j, '}');
}

struct tally {
	struct table table;
	struct json json;
	bool as_json;
	bool failed;
};

static void tally_row(struct tally *p, const struct row *r)
{
	p->failed |= r->failed != NULL;
	if (p->as_json)
		row_json(&p->json, r);
	else
		row_text(&p->table, r);
}

static void tally_failure(struct tally *p, struct row *r, struct err *why)
{
	char *text = err_text(why);

	r->failed = text;
	tally_row(p, r);
	free(text);
	err_clear(why);
}

/* false: interrupted. */
static bool calls_try(struct warmup *w, const struct request *r, uint64_t number, struct tally *p,
		      struct err *err)
{
	for (size_t i = 0; i < r->n; i++) {
		struct row row = {number, r->kind, r->call[i].sig->key, r->call[i].sig, NULL, NULL};
		struct err why = {0};
		struct exec *x = serve_run(&w->v, &r->call[i], &why);

		if (!x && why.kind == ERR_KIND_INTERRUPT) {
			err_move(err, &why);
			return false;
		}
		row.x = x;
		if (x)
			tally_row(p, &row);
		else
			tally_failure(p, &row, &why);
		exec_free(x);
	}
	return true;
}

static bool all_try(struct warmup *w, struct tally *p, struct err *err)
{
	bool more = true, ok = true;

	while (ok && more && w->at < w->all.n) {
		struct err why = {0};
		struct request r = {.kind = "?"};
		struct sv log = SV("");
		uint64_t number = w->next;
		bool read = record_next(w, &log, &more, &why) &&
			    request_of_log(&r, log, w->v.c->app->mg, w->v.name, &why);

		if (read) {
			ok = calls_try(w, &r, number, p, err);
		} else {
			struct sv key =
				r.n && r.call[r.n - 1].sig ? r.call[r.n - 1].sig->key : SV("");

			tally_failure(
				p,
				&(struct row){.number = number, .kind = r.kind, .signature = key},
				&why);
		}
		request_free(&r);
	}
	return ok;
}

static bool all_run(struct warmup *w, struct err *err)
{
	struct cmd_call *c = w->v.c;
	struct tally p = {.as_json = call_flag(c, "json")};
	struct sink none = sink_null();
	bool ok;

	table_init(&p.table, "rllll");
	if (p.as_json) {
		json_start(&p.json, c->out);
		json_open(&p.json, '[');
	} else {
		static const char *const head[] = {"request", "kind", "signature", "", "outputs"};

		for (size_t i = 0; i < sizeof(head) / sizeof(*head); i++)
			table_text(&p.table, head[i]);
	}
	ok = all_try(w, &p, err);
	if (p.as_json) {
		json_close(&p.json, ']');
		json_end(&p.json);
	}
	table_print(&p.table, p.as_json ? &none : c->out, 0);
	if (p.failed)
		w->v.rc = EXIT_ERROR;
	return ok;
}

int run_warmup(struct cmd_call *c, struct err *err)
{
	const char *which = call_str(c, "warmup");
	bool all = !strcmp(which, "all"), opened, ok;
	struct warmup w = {0};
	uint64_t number = 0;
	int rc;

	ok = serve_options(&w.v, c, err);
	if (ok && !all && !text_u64(which, &number))
		ok = err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT,
			     "--warmup wants a number from 0 on, or all, not \"%s\"", which);
	if (ok && all && (w.v.as_serving || call_str(c, "outdir")))
		ok = err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT,
			     "--warmup all says which requests work; for answers "
			     "give a number");
	opened = ok && warmup_open(&w, err);
	ok = opened && (all ? all_run(&w, err) : one_run(&w, number, err));
	rc = serve_end(&w.v, opened, ok, err);
	if (w.bytes)
		big_free(w.bytes, w.all.n + 1);
	return rc;
}
