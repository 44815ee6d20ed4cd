/*
 * preprocess: the same picture made numbers in each of the usual ways, and what the model answers
 * to each, side by side. What is stated are facts (entropy, largest probability); which way the
 * model was trained with they do not prove.
 */
#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "cmd/inputs.h"
#include "cmd/json.h"
#include "cmd/labels.h"
#include "cmd/ranked.h"
#include "cmd/rows.h"
#include "cmd/table.h"
#include "cmd/watch.h"

static const char *const scales[] = {"0..1", "-1..1", "0..255", "caffe", "torch"};
static const char *const scale_says[] = {
	"divided by 255",
	"divided by 127.5, less 1",
	"as they are",
	"less ImageNet's means",
	"divided by 255, less ImageNet's means, by its spreads",
};

enum { N_SCALES = 5, TOP_MAX = 100 };

/* One way and its answer. */
struct way {
	const char *scale, *order; /* order: "rgb", "bgr" */
	double entropy;		   /* bits */
	struct ranked *top;	   /* k of them */
};

struct trial {
	struct cmd_call *c;
	struct app *app;
	const struct signature *sig;
	struct tensor **in;  /* by sig->in; the picture's place is ours */
	int at;		     /* the picture's input */
	int out;	     /* the output that is looked at, -1: not known yet */
	const char *picture; /* without words behind it */
	const char *fit;     /* "", "bilinear", "crop" ... */
	struct session *s;
	struct snapshot *fresh;
	struct labels labels;
	bool soft; /* scores were made probabilities */
	int64_t k, n_classes;
	VEC(struct way) way;
};

/* ---- one answer ---- */

static void softmax(struct ranked *r, int64_t n)
{
	double most = -INFINITY, sum = 0;

	for (int64_t i = 0; i < n; i++)
		most = r[i].v > most ? r[i].v : most;
	for (int64_t i = 0; i < n; i++)
		sum += r[i].v = exp(r[i].v - most);
	for (int64_t i = 0; i < n; i++)
		r[i].v /= sum;
}

static double entropy(const struct ranked *r, int64_t n)
{
	double h = 0;

	for (int64_t i = 0; i < n; i++)
		if (r[i].v > 0)
			h -= r[i].v * log2(r[i].v);
		else if (isnan(r[i].v))
			return NAN;
	return h;
}

/* The first example's row. */
static void rank(struct trial *t, const struct tensor *x, struct way *w)
{
	int64_t n = x->dim[x->rank - 1];
	struct ranked *r = ranked_row(x, 0);

	if (!t->way.n)
		t->soft = !ranked_are_probabilities(r, n);
	if (t->soft)
		softmax(r, n);
	w->entropy = entropy(r, n);
	ranked_sort(r, n);
	t->n_classes = n;
	w->top = r;
}

static bool is_scores(const struct tensor *x)
{
	return x && dtype_info(x->dtype)->kind == DK_FLOAT && x->rank >= 1 &&
	       x->dim[x->rank - 1] >= 2 && x->n > 0;
}

static bool is_probable(const struct tensor *x)
{
	struct ranked *r = ranked_row(x, 0);
	bool yes = ranked_are_probabilities(r, x->dim[x->rank - 1]);

	free(r);
	return yes;
}

/* By --output, else the first with probabilities, else the first with scores. */
static bool find_output(struct trial *t, const struct exec *x, const char *name, struct err *err)
{
	for (uint32_t i = 0; !name && t->out < 0 && i < t->sig->n_out; i++)
		if (is_scores(exec_fetch(x, i)) && is_probable(exec_fetch(x, i)))
			t->out = (int)i;
	for (uint32_t i = 0; t->out < 0 && i < t->sig->n_out; i++)
		if ((!name || sv_is(t->sig->out[i].key, name)) && is_scores(exec_fetch(x, i)))
			t->out = (int)i;
	if (t->out >= 0)
		return true;
	return name ? err_set(err, ERR_KIND_USAGE, ERR_NOT_FOUND,
			      "no output \"%s\" that is a vector of scores", name)
		    : err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT,
			      "no output of the signature is a vector of scores");
}

static bool try_way(struct trial *t, const char *scale, const char *order, struct err *err)
{
	char *text =
		xasprintf("%s:%s,%s%s%s", t->picture, scale, order, *t->fit ? "," : "", t->fit);
	struct way w = {.scale = scale, .order = order};
	struct feed_spec spec;
	struct exec *x = NULL;
	bool ok;

	input_spec(t->app->mg, &t->sig->in[t->at], &spec);
	tensor_unref(t->in[t->at]);
	t->in[t->at] = feed_parse(&spec, text, err);
	session_load(t->s, t->fresh);
	ok = t->in[t->at] && (x = exec_new_signature(t->s, t->sig, t->in, err)) &&
	     watch_run(t->c, x, NULL, 0, err) && find_output(t, x, call_str(t->c, "output"), err);
	if (ok && !is_scores(exec_fetch(x, (size_t)t->out)))
		ok = err_set(err, ERR_KIND_OP, ERR_INTERNAL, "the output is a vector no more");
	if (ok) {
		rank(t, exec_fetch(x, (size_t)t->out), &w);
		vec_push(&t->way, w);
	} else {
		err_note(err, "the picture as %s, %s", scale, order);
	}
	exec_free(x);
	free(text);
	return ok;
}

/* What fits the input: numbers with fractions no integers, colours no gray. */
static bool try_all(struct trial *t, struct err *err)
{
	const struct tensor_info *ti = &t->sig->in[t->at];
	enum dtype type = dtype_base((enum dtype)ti->dtype);
	bool whole = dtype_info(type)->kind != DK_FLOAT, gray = ti->shape.rank == 2;
	bool first = ti->shape.rank == 4 && ti->shape.dim[1] == 1;

	gray |= ti->shape.rank >= 3 && (ti->shape.dim[ti->shape.rank - 1] == 1 || first);
	for (int i = 0; i < N_SCALES; i++) {
		if ((whole && strcmp(scales[i], "0..255")) || (gray && i > 2))
			continue;
		if (!try_way(t, scales[i], "rgb", err) ||
		    (!gray && !try_way(t, scales[i], "bgr", err)))
			return false;
	}
	return true;
}

/* ---- saying it ---- */

static const struct way *least_entropy(const struct trial *t)
{
	const struct way *best = &t->way.p[0];

	for (size_t i = 1; i < t->way.n; i++)
		if (t->way.p[i].entropy < best->entropy || isnan(best->entropy))
			best = &t->way.p[i];
	return best;
}

static const struct way *surest(const struct trial *t)
{
	const struct way *best = &t->way.p[0];

	for (size_t i = 1; i < t->way.n; i++)
		if (t->way.p[i].top[0].v > best->top[0].v || isnan(best->top[0].v))
			best = &t->way.p[i];
	return best;
}

static void class_text(const struct trial *t, int64_t i, struct str *out)
{
	const char *label = labels_at(&t->labels, i);

	if (label)
		str_escaped(out, sv_of(label));
	else
		str_addf(out, "%" PRId64, i);
}

static void cell(const struct trial *t, struct table *table, const struct ranked *r)
{
	enum { LABEL_MAX = 20 };
	struct str s = STR_INIT;

	class_text(t, r->i, &s);
	if (s.n > LABEL_MAX) {
		s.n = LABEL_MAX;
		while (s.n && (s.p[s.n] & 0xc0) == 0x80)
			s.n--;
		str_addz(&s, "..");
	}
	str_addf(&s, " %.3f", r->v);
	table_sv(table, str_sv(&s));
	str_free(&s);
}

static void head_print(const struct trial *t, struct sink *out)
{
	sink_escaped(out, sv_of(t->picture));
	sink_puts(out, " for the input ");
	sink_escaped(out, t->sig->in[t->at].key);
	sink_puts(out, ", answers of the output ");
	sink_escaped(out, t->sig->out[t->out].key);
	sink_puts(out, t->soft ? " (softmax of its scores)" : "");
	if (t->labels.asset)
		sink_printf(out, ", labels of %s", t->labels.asset);
	sink_puts(out, "\n");
}

static void table_of(const struct trial *t, struct sink *out)
{
	char align[4 + TOP_MAX] = "llr";
	struct table table;

	memset(align + 3, 'l', (size_t)t->k);
	align[3 + t->k] = '\0';
	table_init(&table, align);
	table_text(&table, "pixels");
	table_text(&table, "order");
	table_text(&table, "entropy");
	for (int64_t k = 0; k < t->k; k++)
		table_printf(&table, "%" PRId64, k + 1);
	for (size_t i = 0; i < t->way.n; i++) {
		const struct way *w = &t->way.p[i];

		table_text(&table, w->scale);
		table_text(&table, w->order);
		table_printf(&table, "%.3f", w->entropy);
		for (int64_t k = 0; k < t->k; k++)
			cell(t, &table, &w->top[k]);
	}
	table_print(&table, out, 0);
}

static bool was_tried(const struct trial *t, const char *scale)
{
	for (size_t i = 0; i < t->way.n; i++)
		if (!strcmp(t->way.p[i].scale, scale))
			return true;
	return false;
}

static void print_text(const struct trial *t, struct sink *out)
{
	const struct way *e = least_entropy(t), *p = surest(t);
	struct str s = STR_INIT;

	head_print(t, out);
	table_of(t, out);
	class_text(t, p->top[0].i, &s);
	sink_printf(out,
		    "least entropy: %s %s, %.3f of %.3f bits; largest probability: %s %s, %.3f for "
		    "%s\n",
		    e->scale, e->order, e->entropy, log2((double)t->n_classes), p->scale, p->order,
		    p->top[0].v, str_z(&s));
	for (int i = 0; i < N_SCALES; i++)
		if (was_tried(t, scales[i]))
			sink_printf(out, "  %-6s  pixels %s\n", scales[i], scale_says[i]);
	str_free(&s);
}

static void way_json(const struct trial *t, struct json *j, const struct way *w)
{
	json_open(j, '{');
	json_kstr(j, "pixels", sv_of(w->scale));
	json_kstr(j, "order", sv_of(w->order));
	json_key(j, "entropy");
	json_num(j, w->entropy);
	json_key(j, "top");
	json_open(j, '[');
	for (int64_t k = 0; k < t->k; k++) {
		json_open(j, '{');
		json_kint(j, "rank", k + 1);
		json_kint(j, "class", w->top[k].i);
		if (labels_at(&t->labels, w->top[k].i))
			json_kstr(j, "label", sv_of(labels_at(&t->labels, w->top[k].i)));
		json_key(j, "value");
		json_num(j, w->top[k].v);
		json_close(j, '}');
	}
	json_close(j, ']');
	json_close(j, '}');
}

static void named_json(struct json *j, const char *key, const struct way *w)
{
	char *text = xasprintf("%s %s", w->scale, w->order);

	json_kstr(j, key, sv_of(text));
	free(text);
}

static void print_json(const struct trial *t, struct sink *out)
{
	struct json j;

	json_start(&j, out);
	json_open(&j, '{');
	json_kstr(&j, "picture", sv_of(t->picture));
	json_kstr(&j, "input", t->sig->in[t->at].key);
	json_kstr(&j, "output", t->sig->out[t->out].key);
	json_kbool(&j, "softmax", t->soft);
	json_kint(&j, "classes", t->n_classes);
	json_key(&j, "ways");
	json_open(&j, '[');
	for (size_t i = 0; i < t->way.n; i++)
		way_json(t, &j, &t->way.p[i]);
	json_close(&j, ']');
	named_json(&j, "least_entropy", least_entropy(t));
	named_json(&j, "largest_probability", surest(t));
	json_close(&j, '}');
	json_end(&j);
}

/* ---- which picture, which input ---- */

static bool takes_picture(const struct tensor_info *ti)
{
	enum dtype t = ti->dtype > 0 ? dtype_base((enum dtype)ti->dtype) : DT_INVALID;
	enum dtype_kind kind = dtype_info(t)->kind;

	return ti->encoding == TI_NAME && (kind == DK_FLOAT || kind == DK_INT || kind == DK_UINT) &&
	       (ti->shape.rank < 0 || (ti->shape.rank >= 2 && ti->shape.rank <= 4));
}

/* By --input, else the one that was fed a picture, else the only one that can take one. */
static bool find_input(struct trial *t, struct err *err)
{
	const char *name = call_str(t->c, "input");
	int n = 0;

	if (name)
		return (t->at = input_find(t->sig, sv_of(name), err)) >= 0;
	for (uint32_t i = 0; i < t->sig->n_in; i++) {
		const char *text = dbg_input_text(t->app->dbg, i);

		if (text && feed_is_picture(text)) {
			t->at = (int)i;
			return true;
		}
		if (takes_picture(&t->sig->in[i]))
			t->at = (int)i, n++;
	}
	return n == 1 || err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT,
				 n ? "several inputs can take a picture: say --input KEY"
				   : "no input of the signature can take a picture");
}

/* Without what was said behind the file's name. */
static char *bare_picture(const char *text)
{
	const char *colon = strrchr(text, ':');
	char *bare = colon ? xsvdup((struct sv){text, (size_t)(colon - text)}) : xstrdup(text);

	if (colon && !feed_is_picture(bare)) {
		free(bare);
		bare = xstrdup(text);
	}
	return bare;
}

static bool find_fit(struct trial *t, struct err *err)
{
	const char *fit = call_str(t->c, "fit");

	t->fit = fit ? fit : "";
	return !fit || !strcmp(fit, "nearest") || !strcmp(fit, "bilinear") ||
	       !strcmp(fit, "crop") || !strcmp(fit, "crop,bilinear") ||
	       !strcmp(fit, "bilinear,crop") ||
	       err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT,
		       "--fit is nearest, bilinear, crop or crop,bilinear, not \"%s\"", fit);
}

static bool begin(struct trial *t, struct err *err)
{
	struct session_opts o = {0};

	if (!limits_read(t->c, &o, err) || !(t->s = session_new(t->app->mg, &o, err)) ||
	    !session_init(t->s, err))
		return false;
	t->fresh = session_save(t->s);
	t->in = xcalloc((size_t)t->sig->n_in + 1, sizeof(*t->in));
	for (uint32_t i = 0; i < t->sig->n_in; i++)
		t->in[i] = tensor_ref(dbg_input(t->app->dbg, i));
	return true;
}

static void trial_free(struct trial *t)
{
	for (uint32_t i = 0; t->in && i < t->sig->n_in; i++)
		tensor_unref(t->in[i]);
	free(t->in);
	for (size_t i = 0; i < t->way.n; i++)
		free(t->way.p[i].top);
	vec_free(&t->way);
	snapshot_free(t->fresh);
	session_free(t->s);
	labels_free(&t->labels);
}

static bool show(struct trial *t, struct err *err)
{
	const struct cmd_val *top = call_opt(t->c, "top");
	struct label_source from = {.file = call_str(t->c, "labels"), .mg = t->app->mg};

	t->k = top->given ? top->i : 3;
	if (t->k < 1 || t->k > TOP_MAX)
		return err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT,
			       "--top wants a count from 1 to %d", TOP_MAX);
	t->k = t->k < t->n_classes ? t->k : t->n_classes;
	if (!labels_find(&from, t->n_classes, &t->labels, err))
		return false;
	if (call_flag(t->c, "json"))
		print_json(t, t->c->out);
	else
		print_text(t, t->c->out);
	return true;
}

/* text NULL: the picture that feeds the input. */
static int preprocess(struct cmd_call *c, const char *text, struct err *err)
{
	struct trial t = {.c = c, .app = c->app, .sig = dbg_signature(c->app->dbg), .out = -1};
	char *picture = NULL;
	bool ok = t.sig ||
		  err_set(err, ERR_KIND_USAGE, ERR_FAILED_PRECONDITION, "choose a signature first");

	ok = ok && find_input(&t, err) && find_fit(&t, err);
	if (ok && !text)
		text = dbg_input_text(c->app->dbg, (uint32_t)t.at);
	if (ok && (!text || !feed_is_picture(text)))
		ok = err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT,
			     "no picture (.png, .jpg) is given");
	if (ok)
		t.picture = picture = bare_picture(text);
	ok = ok && begin(&t, err) && try_all(&t, err) && show(&t, err);
	trial_free(&t);
	free(picture);
	return ok ? EXIT_FINE : err->kind == ERR_KIND_USAGE ? EXIT_USAGE : EXIT_ERROR;
}

static int prompt_exec(struct cmd_call *c, struct err *err)
{
	return preprocess(c, c->argc ? c->argv[0] : NULL, err);
}

static int shell_exec(struct cmd_call *c, struct err *err)
{
	const char *sig = call_str(c, "signature_def"), *more = call_str(c, "inputs");
	char *door, *path = path_door(c->argv[0], &door);
	bool ok = app_open(c->app, path, call_str(c, "tag_set"), err);

	if (ok)
		note_tags(c->app->mg, c->msg);
	ok = ok && app_debugger(c->app, sig ? sig : door, c->msg, err) &&
	     (!more || debug_feed_all(c->app, more, err));
	free(path);
	free(door);
	return ok ? preprocess(c, c->argv[1], err) : err_exit(err);
}

#define WAY_OPTS                                                                                   \
	{"input", 0, OPT_STRING, "KEY", "the input that takes the picture"},                       \
		{"output", 0, OPT_STRING, "KEY",                                                   \
		 "the output that is looked at (the first vector of scores)"},                     \
		{"fit", 0, OPT_STRING, "HOW",                                                      \
		 "to the input's size: nearest, bilinear, crop, or crop,bilinear"},                \
		{"top", 0, OPT_INT, "N", "so many classes (3)"},                                   \
		{"labels", 0, OPT_STRING, "FILE",                                                  \
		 "names of the classes, one a line; else those among the assets"},                 \
	{                                                                                          \
		"json", 0, OPT_FLAG, NULL, "print JSON"                                            \
	}

#define WAY_SCHEMA                                                                                 \
	"{picture: str, input: str, output: str, softmax: bool, classes: int, ways: [{pixels: "    \
	"str, order: str, "                                                                        \
	"entropy: num, top: [{rank: int, class: int, label?: str, value: num}]}], least_entropy: " \
	"str, "                                                                                    \
	"largest_probability: str}"

#define WAY_HELP                                                                                   \
	"The picture is fed as 0..1, -1..1 and 0..255, less ImageNet's means (caffe), and less "   \
	"its means by its\n"                                                                       \
	"spreads (torch), each as RGB and as BGR; a row each says what the model answers: the "    \
	"entropy of its\n"                                                                         \
	"probabilities in bits and its N most likely classes. The way that a model was trained "   \
	"with is mostly one\n"                                                                     \
	"of those with little entropy, but a sure answer proves nothing. Inputs with channels "    \
	"first are seen from\n"                                                                    \
	"their shape. The same words choose one way for good: run PATH "                           \
	"FILE.png:caffe,bgr,bilinear,crop."

static const struct cmd_opt prompt_opts[] = {
	WAY_OPTS,
	LIMIT_OPTS,
	{0},
};

const struct cmd cmd_preprocess_prompt = {
	.name = "preprocess",
	.where = CMD_PROMPT,
	.opts = prompt_opts,
	.operands = "[PICTURE]",
	.max_args = 1,
	.arg = ARG_PATH,
	.group = "Running",
	.need = NEED_DEBUGGER,
	.exec = prompt_exec,
	.json = WAY_SCHEMA,
	.brief = "One picture, prepared in all usual ways: the answers side by side.",
	.help = "Without PICTURE the one that feeds the input. " WAY_HELP,
};

static const struct cmd_opt shell_opts[] = {
	{"tag_set", 0, OPT_STRING, "TAGS", "the MetaGraph with these tags"},
	{"signature_def", 0, OPT_STRING, "KEY", "the signature to run"},
	{"inputs", 0, OPT_STRING, "K=V;...", "the other inputs"},
	WAY_OPTS,
	LIMIT_OPTS,
	{0},
};

const struct cmd cmd_preprocess = {
	.name = "preprocess",
	.where = CMD_SHELL,
	.opts = shell_opts,
	.operands = "PATH PICTURE",
	.min_args = 2,
	.max_args = 2,
	.arg = ARG_PATH,
	.group = "Running",
	.exec = shell_exec,
	.json = WAY_SCHEMA,
	.brief = "One picture, prepared in all usual ways: the answers side by side.",
	.help = WAY_HELP,
};
