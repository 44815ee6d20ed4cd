/*
 * repro: the node that fails (or makes the first NaN) as a folder that TensorFlow and smtui load:
 *	saved_model.pb      the node with what it needs (debug/repro.h)
 *	inputs/KEY.npy      what it took, outputs/KEY.npy: what it made
 *	repro.py            ten lines of TensorFlow that run it
 *	report.txt          what, where, values, versions, how to run
 *	session.txt         the debugger's session: inputs, breakpoints, notes
 */
#include "cmd/repro.h"

#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/fmap.h"
#include "base/mem.h"
#include "cmd/json.h"
#include "cmd/note.h"
#include "cmd/rows.h"
#include "cmd/watch.h"
#include "tensor/npy.h"
#include "tensor/print.h"
#include "tensor/stats.h"

struct folder {
	struct app *app;
	const char *dir;
	const struct repro *r;
	const char *said; /* what is wrong, one sentence; or NULL */
};

/* ---- files ---- */

static bool put(const struct folder *f, const char *name, struct sv bytes, struct err *err)
{
	char *path = xasprintf("%s/%s", f->dir, name);
	bool ok = fmap_write(path, bytes, err);

	free(path);
	return ok;
}

static bool put_value(const struct folder *f, const char *sub, const struct repro_value *v,
		      struct err *err)
{
	char *path = xasprintf("%s/%s/%s.npy", f->dir, sub, v->key);
	bool ok = npy_write_file(path, v->t, err);

	free(path);
	return ok;
}

static bool put_values(const struct folder *f, const char *sub, const repro_values *v,
		       struct err *err)
{
	char *path = xasprintf("%s/%s", f->dir, sub);
	bool ok = true, any = false;

	for (size_t i = 0; i < v->n; i++)
		any |= v->p[i].t != NULL;
	if (any && mkdir(path, 0777) < 0 && errno != EEXIST) {
		err_set(err, ERR_KIND_FILE, ERR_UNKNOWN, "cannot make the folder: %s",
			strerror(errno));
		ok = err_at(err, "%s", path);
	}
	for (size_t i = 0; ok && i < v->n; i++)
		ok = !v->p[i].t || put_value(f, sub, &v->p[i], err);
	free(path);
	return ok;
}

/* ---- the script ---- */

enum { LOOP_SECONDS = 5 };

/* Without what ends or escapes a Python string. */
static void python_text(struct str *out, const char *z)
{
	struct str s = STR_INIT;

	str_escaped(&s, sv_of(z));
	for (size_t i = 0; i < s.n && i < 400; i++)
		str_addc(out, s.p[i] == '"' || s.p[i] == '\\' ? '\'' : s.p[i]);
	str_free(&s);
}

/* "makes 3 NaN, 1 infinite": nothing where all are finite. */
static void made_text(const struct repro *r, struct str *out)
{
	int64_t nan = 0, inf = 0;

	for (size_t i = 0; i < r->out.n; i++) {
		struct stats st = {0};

		if (r->out.p[i].t)
			stats_look(r->out.p[i].t, 0, &st);
		nan += st.n_nan;
		inf += st.n_pinf + st.n_ninf;
	}
	if (nan)
		str_addf(out, " makes %" PRId64 " NaN", nan);
	if (inf)
		str_addf(out, "%s %" PRId64 " infinite", nan ? "," : " makes", inf);
}

static void what_text(const struct folder *f, struct str *out)
{
	const struct repro *r = f->r;

	str_addf(out, "%s (%s)", r->path, r->op);
	if (err_is(&r->failure))
		str_addf(out, " fails: %s: %s", err_code_name(r->failure.code), r->failure.msg);
	else if (f->said)
		str_addf(out, ": %s", f->said);
	else
		made_text(r, out);
}

static bool has_outputs(const struct repro *r)
{
	for (size_t i = 0; i < r->out.n; i++)
		if (r->out.p[i].t)
			return true;
	return false;
}

static bool put_script(const struct folder *f, struct err *err)
{
	struct str s = STR_INIT, what = STR_INIT;
	bool ok;

	what_text(f, &what);
	str_addz(&s, "\"\"\"");
	python_text(&s, str_z(&what));
	str_addz(&s,
		 "\"\"\"\nimport os, numpy as np\nos.environ[\"TF_ENABLE_ONEDNN_OPTS\"] = \"0\"\n"
		 "import tensorflow.compat.v1 as tf\nhere = "
		 "os.path.dirname(os.path.abspath(__file__))\n"
		 "with tf.Session(graph=tf.Graph()) as s:\n"
		 "    sig = tf.saved_model.load(s, [\"serve\"], "
		 "here).signature_def[\"serving_default\"]\n"
		 "    feed = {i.name: np.load(f\"{here}/inputs/{k}.npy\") for k, i in "
		 "sig.inputs.items()}\n"
		 "    out = s.run({k: o.name for k, o in sig.outputs.items()}, feed");
	if (f->r->loop)
		str_addf(&s, ", tf.RunOptions(timeout_in_ms=%d)", LOOP_SECONDS * 1000);
	str_addz(&s, ")\nfor k in out: print(k, out[k]");
	if (has_outputs(f->r) && !f->r->loop)
		str_addz(
			&s,
			", \"recorded:\", np.load(f\"{here}/outputs/{k}.npy\", allow_pickle=True)");
	str_addz(&s, ")\n");
	ok = put(f, "repro.py", str_sv(&s), err);
	str_free(&s);
	str_free(&what);
	return ok;
}

/* ---- the report ---- */

static void value_line(struct str *s, const struct repro_value *v)
{
	struct str type = STR_INIT, number = STR_INIT;
	struct stats st;

	type_text(&type, v->t);
	str_addf(s, "  %s: %s", v->key, str_z(&type));
	stats_of(v->t, &st);
	if (st.numeric && st.n_finite)
		str_addf(s, ", from %.9g to %.9g", st.min, st.max);
	if (st.n_nan)
		str_addf(s, ", %" PRId64 " NaN", st.n_nan);
	if (st.n_pinf + st.n_ninf)
		str_addf(s, ", %" PRId64 " infinite", st.n_pinf + st.n_ninf);
	if (v->t->n > 0 && v->t->n <= 8)
		for (int64_t i = 0; i < v->t->n; i++) {
			str_clear(&number);
			print_element(&number, v->t, i);
			str_addz(s, i ? " " : ": ");
			str_escaped(s, str_sv(&number));
		}
	if (v->of.n)
		str_addf(s, "  (%s)", str_z(&v->of));
	str_addz(s, "\n");
	str_free(&type);
	str_free(&number);
}

static void values_text(struct str *s, const char *head, const repro_values *v)
{
	bool any = false;

	for (size_t i = 0; i < v->n; i++)
		if (v->p[i].t) {
			str_addz(s, any ? "" : head);
			value_line(s, &v->p[i]);
			any = true;
		}
}

static void run_line(struct str *s, const struct folder *f)
{
	const repro_values *in = &f->r->in;

	str_addz(s, "  smtui why . ");
	for (size_t i = 0; i < in->n; i++)
		str_addf(s, "%s%s=inputs/%s.npy", i ? ";" : "--inputs '", in->p[i].key,
			 in->p[i].key);
	str_addz(s, in->n ? "'\n" : "\n");
}

static bool put_report(const struct folder *f, struct err *err)
{
	const struct repro *r = f->r;
	const struct metagraph *mg = f->app->mg;
	struct str s = STR_INIT, what = STR_INIT;
	struct sink out = sink_mem(&s);
	const char *note = note_named(f->app, r->path);
	bool ok;

	what_text(f, &what);
	str_escaped(&s, str_sv(&what));
	str_addf(&s, "\n\nnode: %s, op %s, here \"%s\"\nmodel: ", r->path, r->op, r->node);
	str_escaped(&s, sv_of(model_dir(mg->model)));
	if (note)
		str_addf(&s, "\nnote: %s", note);
	str_addf(&s, "\nthis folder: %u nodes, %u functions\n", r->n_nodes, r->n_functions);
	if (err_is(&r->failure))
		str_addf(&s, "fails with: %s: %s\n", err_code_name(r->failure.code),
			 r->failure.msg);
	if (err_is(&r->failure) && f->said)
		str_addf(&s, "why: %s\n", f->said);
	if (r->loop)
		str_addf(&s, "a loop: repro.py gives it %d seconds\n", LOOP_SECONDS);
	values_text(&s, "takes\n", &r->in);
	values_text(&s, "makes\n", &r->out);
	str_addz(&s, "to run it, in this folder\n  python repro.py\n");
	run_line(&s, f);
	str_addf(&s, "the model was written by TensorFlow %.*s\n", SV_ARG(mg->tf_version));
	version_print(&out);
	ok = put(f, "report.txt", str_sv(&s), err);
	str_free(&s);
	str_free(&what);
	return ok;
}

static bool put_session(const struct folder *f, struct err *err)
{
	char *text = f->app->dbg ? session_text(f->app) : NULL;
	bool ok = !text || put(f, "session.txt", sv_of(text), err);

	free(text);
	return ok;
}

static bool put_all(const struct folder *f, struct err *err)
{
	return folder_fresh(f->dir, err) && put(f, "saved_model.pb", str_sv(&f->r->model), err) &&
	       put_values(f, "inputs", &f->r->in, err) &&
	       put_values(f, "outputs", &f->r->out, err) && put_script(f, err) &&
	       put_report(f, err) && put_session(f, err);
}

/* ---- which node ---- */

static bool is_bad(const struct dbg *d, int64_t event)
{
	double level;
	enum dbg_pulse_kind k =
		event >= 0 ? dbg_pulse(d, (uint64_t)event, true, &level) : PULSE_NONE;

	return k == PULSE_NAN || k == PULSE_INF;
}

/* Whom why names as the origin of a NaN or an infinity, when it made one in this run too; -1:
 * nobody. */
static int64_t origin(struct cmd_call *c)
{
	char *node = why_found_at(c);
	struct err none = {0};
	uint64_t event;
	int slot;
	bool ok = node && dbg_find(c->app->dbg, sv_of(node), &event, &slot, &none);

	err_clear(&none);
	free(node);
	return ok && is_bad(c->app->dbg, (int64_t)event) ? (int64_t)event : -1;
}

/* The failed node, else who made the first NaN or infinity, else the node here. */
static bool take_default(struct cmd_call *c, struct repro *r, struct err *err)
{
	struct dbg *d = c->app->dbg;
	int64_t worst, first;

	if (dbg_state(d) == DBG_FAILED)
		return repro_take(d, -1, r, err);
	worst = dbg_worst(d);
	if (is_bad(d, worst)) {
		first = origin(c);
		return repro_take(d, first >= 0 ? first : worst, r, err);
	}
	if (dbg_state(d) == DBG_STOPPED)
		return repro_take(d, -1, r, err);
	return err_set(err, ERR_KIND_USAGE, ERR_FAILED_PRECONDITION,
		       dbg_state(d) == DBG_IDLE ? "there is no run yet"
						: "no node failed or made a NaN or an infinity: "
						  "name the node that is meant");
}

/* A call or loop that is open, or the node here. */
static int open_frame(const struct dbg *d, const char *name)
{
	struct dbg_frame f;

	for (int i = 0; i < dbg_n_frames(d); i++)
		if (dbg_frame(d, i, &f) && sv_ends(sv_of(f.path), sv_of(name)))
			return i;
	return -1;
}

static bool take_named(struct dbg *d, const char *name, struct repro *r, struct err *err)
{
	int frame = dbg_state(d) == DBG_DONE ? -1 : open_frame(d, name), slot;
	uint64_t event;

	if (frame >= 0)
		return repro_take_frame(d, frame, r, err);
	return dbg_find(d, sv_of(name), &event, &slot, err) &&
	       repro_take(d, (int64_t)event, r, err);
}

/* ---- the command ---- */

/* "repro-Reshape", beside those that are there. */
static char *free_folder(const struct repro *r)
{
	char *base = xasprintf("repro-%s", r->node), *dir;
	struct stat st;

	for (char *p = base; *p; p++)
		*p = *p == '/' || *p == '>' ? '_' : *p;
	dir = xstrdup(base);
	for (int k = 2; stat(dir, &st) == 0 && k < 10000; k++) {
		free(dir);
		dir = xasprintf("%s-%d", base, k);
	}
	free(base);
	return dir;
}

static void say(const struct folder *f, struct sink *out, bool json)
{
	struct str what = STR_INIT;
	struct json j;

	what_text(f, &what);
	if (!json) {
		sink_printf(out, "reproducer in %s: ", f->dir);
		sink_escaped(out, str_sv(&what));
		sink_printf(out,
			    "\n%u nodes, %u functions, %zu inputs; python %s/repro.py runs it with "
			    "TensorFlow\n",
			    f->r->n_nodes, f->r->n_functions, f->r->in.n, f->dir);
	} else {
		json_start(&j, out);
		json_open(&j, '{');
		json_kstr(&j, "folder", sv_of(f->dir));
		json_kstr(&j, "node", sv_of(f->r->path));
		json_kstr(&j, "op", sv_of(f->r->op));
		json_kstr(&j, "what", str_sv(&what));
		json_kint(&j, "nodes", f->r->n_nodes);
		json_kint(&j, "functions", f->r->n_functions);
		json_kint(&j, "inputs", (int64_t)f->r->in.n);
		json_close(&j, '}');
		json_end(&j);
	}
	str_free(&what);
}

static int repro_exec(struct cmd_call *c, struct err *err)
{
	const char *dir = call_str(c, "dir");
	struct folder f = {.app = c->app};
	struct repro r = {0};
	char *own = NULL;
	bool ok = c->argc ? take_named(c->app->dbg, c->argv[0], &r, err) : take_default(c, &r, err);

	if (ok) {
		f.r = &r;
		f.dir = dir ? dir : (own = free_folder(&r));
		ok = put_all(&f, err);
	}
	if (ok) {
		say(&f, c->out, call_flag(c, "json"));
		app_note(c->app, "reproducer in %s", f.dir);
	}
	repro_free(&r);
	free(own);
	return ok ? EXIT_FINE : EXIT_ERROR;
}

static const struct cmd_opt repro_opts[] = {
	{"dir", 0, OPT_STRING, "FOLDER", "where to; it must be new or empty (repro-NODE)"},
	LIMIT_OPTS,
	{"json", 0, OPT_FLAG, NULL, "print JSON"},
	{0},
};

const struct cmd cmd_repro = {
	.name = "repro",
	.where = CMD_PROMPT,
	.opts = repro_opts,
	.operands = "[NODE]",
	.max_args = 1,
	.arg = ARG_NODE,
	.group = "Running",
	.need = NEED_RUN,
	.exec = repro_exec,
	.json = "{folder: str, node: str, op: str, what: str, nodes: int, functions: int, inputs: "
		"int}",
	.brief = "Write the failing node as a folder that TensorFlow runs.",
	.help = "Without NODE: the node that failed, else the one that made the first NaN or "
		"infinity, else the one\n"
		"that the run stands before. The folder holds a SavedModel of that node alone, its "
		"inputs as they were\n"
		"(inputs/*.npy), what it made (outputs/*.npy), ten lines of TensorFlow that run it "
		"(repro.py), and a\n"
		"report. Variables, tables, TensorArrays and lists that it takes are made anew "
		"from what they hold; a\n"
		"call or a loop brings its functions along. NODE may be a node that has run, in an "
		"iteration too\n"
		"(add@3), or a call or loop that is open.",
};

/* ---- for run and why ---- */

static bool here_is(const struct dbg *d, const char *path)
{
	struct dbg_here h;
	size_t n;

	if (!dbg_here(d, &h))
		return false;
	n = strlen(h.path);
	return !strncmp(path, h.path, n) && (!path[n] || !strcmp(path + n, h.iter));
}

/* Runs to the node and over it; gives its event, -1: it stands before it or it failed. */
static bool run_over(struct dbg *d, const char *path, bool stay, int64_t *event, struct err *err)
{
	uint64_t at;
	int id, slot;

	*event = -1;
	if (!dbg_break_add(d, sv_of(path), true, &id, err) || !dbg_start(d, err))
		return false;
	if (dbg_state(d) == DBG_STOPPED && !here_is(d, path) && !dbg_continue(d, err))
		return false;
	if (dbg_state(d) == DBG_FAILED || (stay && dbg_state(d) == DBG_STOPPED))
		return true;
	if (dbg_state(d) == DBG_STOPPED && !dbg_next(d, 1, err))
		return false;
	if (dbg_state(d) == DBG_FAILED)
		return true;
	if (!dbg_find(d, sv_of(path), &at, &slot, err))
		return false;
	*event = (int64_t)at;
	return true;
}

bool repro_of_why(struct cmd_call *c, const struct why *w, enum why_verdict v, const char *dir,
		  struct err *err)
{
	const struct tape_event *failed = tape_event(w->tape, w->failed);
	bool loop = w->stopped || (w->rule && !strcmp(w->rule, "loop"));
	struct folder f = {.app = c->app,
			   .dir = dir,
			   .said = v == WHY_FOUND ? str_z(&w->sentence)
						  : "it had not ended when it was given up"};
	struct repro r = {0};
	int64_t event;
	char *path;
	bool ok;

	if (v == WHY_NOTHING || (!failed && !w->node.n)) {
		sink_puts(c->msg, "nothing found: no reproducer was written\n");
		return true;
	}
	path = failed ? xasprintf("%s%s", failed->path, failed->iter) : xstrdup(str_z(&w->node));
	ok = run_over(c->app->dbg, path, loop, &event, err) &&
	     repro_take(c->app->dbg, event, &r, err);
	f.r = &r;
	ok = ok && put_all(&f, err);
	if (ok)
		say(&f, c->msg, false);
	repro_free(&r);
	free(path);
	return ok;
}
