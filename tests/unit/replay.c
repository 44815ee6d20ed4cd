/*
 * Going back gives the same bits: each signature of a folder of models (answers.h) is run plainly, stepped to
 * its end, and then taken back to many of its events and run on from there, with all values kept and with
 * none; every output of every node must be the same each time. Loops, variables and random ops included.
 *
 *   replay FOLDER [NAME]	skips without an argument
 */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/vec.h"
#include "debug/debug.h"
#include "tests/unit/answers.h"

enum { TURNS = 10 };

struct seen {
	char *path;			/* with iteration */
	VEC(struct tensor *) out;
};

struct first {
	VEC(struct seen) event;
	bool repeatable;
};

struct tally {
	int ok, bad, skipped;
	int variables, attributes;	/* edited */
};

static bool is_data(const struct tensor *t)
{
	return t && dtype_info(t->dtype)->kind != DK_OBJECT;
}

static struct seen look(const struct dbg *d, uint64_t i)
{
	struct dbg_event e;
	struct seen s = { 0 };

	if (!dbg_event(d, i, &e))
		return s;
	s.path = xasprintf("%s%s", e.path, e.iter);
	for (int k = 0; k < e.n_out; k++)
		vec_push(&s.out, tensor_ref(dbg_event_out(d, i, k, NULL)));
	return s;
}

static void forget(struct seen *s)
{
	for (size_t k = 0; k < s->out.n; k++)
		tensor_unref(s->out.p[k]);
	vec_free(&s->out);
	free(s->path);
}

/* Event i is what it was; a value that was dropped says nothing. */
static bool as_before(const struct dbg *d, const struct first *f, uint64_t i, char *why, size_t n)
{
	struct seen now = look(d, i);
	const struct seen *was = &f->event.p[i];
	bool ok = now.path && !strcmp(now.path, was->path) && now.out.n == was->out.n;

	for (size_t k = 0; ok && k < was->out.n; k++)
		ok = !is_data(was->out.p[k]) || !now.out.p[k] || tensor_same(now.out.p[k], was->out.p[k]);
	if (!ok)
		snprintf(why, n, "event %llu is %s, it was %s%s", (unsigned long long)i, now.path ? now.path : "gone",
			 was->path, now.path && !strcmp(now.path, was->path) ? " with another value" : "");
	forget(&now);
	return ok;
}

static bool all_as_before(const struct dbg *d, const struct first *f, char *why, size_t n)
{
	if (dbg_n_events(d) != f->event.n) {
		snprintf(why, n, "%llu events, there were %zu", (unsigned long long)dbg_n_events(d), f->event.n);
		return false;
	}
	for (size_t i = 0; i < f->event.n; i++)
		if (!as_before(d, f, i, why, n))
			return false;
	return true;
}

static bool back_and_on(struct dbg *d, const struct first *f, char *why, size_t n, struct err *err)
{
	uint64_t x = 1;

	for (int i = 0; i < TURNS; i++) {
		x = x * 6364136223846793005u + 1442695040888963407u;
		if (!dbg_goto(d, (x >> 33) % (f->event.n + 1), err))
			return false;
		if (i % 3 == 1 && dbg_state(d) == DBG_STOPPED && !dbg_step(d, 7, err))
			return false;
		if (i % 3 == 2 && dbg_seq(d) > 0 && !dbg_back(d, 5, err))
			err_clear(err);		/* fewer than five */
		if (dbg_state(d) != DBG_DONE && !dbg_continue(d, err))
			return false;
		if (!all_as_before(d, f, why, n))
			return false;
	}
	return true;
}

/* A float output that an edit can change: of event i, or of one behind it. */
static bool editable(const struct first *f, size_t from, size_t *i)
{
	for (*i = from; *i < f->event.n; ++*i) {
		const struct seen *s = &f->event.p[*i];

		if (s->out.n == 1 && s->out.p[0] && s->out.p[0]->dtype == DT_FLOAT && s->out.p[0]->n > 0)
			return true;
	}
	return false;
}

static bool note_all(const struct dbg *d, struct first *f)
{
	for (uint64_t i = 0; i < dbg_n_events(d); i++) {
		struct seen s = look(d, i);

		vec_push(&f->event, s);
	}
	return true;
}

static void forget_all(struct first *f)
{
	for (size_t i = 0; i < f->event.n; i++)
		forget(&f->event.p[i]);
	vec_free(&f->event);
}

/* A run that has ended is, with the edits that were made in it, as one that begins with them. */
static bool as_from_the_beginning(struct dbg *d, bool repeatable, char *why, size_t n, struct err *err)
{
	struct first f = { 0 };
	bool ok = true;

	if (dbg_state(d) != DBG_DONE || !repeatable)
		return true;
	note_all(d, &f);
	ok = dbg_start(d, err) && (dbg_state(d) == DBG_DONE || dbg_continue(d, err)) && all_as_before(d, &f, why, n);
	forget_all(&f);
	return ok;
}

/* An edit, then its undo: everything as it was, to the end. */
static bool and_undo(struct dbg *d, const struct dbg_edit_spec *spec, const struct first *f, char *why, size_t n,
		     struct err *err)
{
	int id;
	bool ok = dbg_edit(d, spec, &id, err) && as_from_the_beginning(d, f->repeatable, why, n, err) &&
		  dbg_edit_undo(d, id, err);

	if (ok && dbg_state(d) == DBG_FAILED)	/* it led to a failure, behind which nothing has run */
		ok = dbg_continue(d, err);
	else if (ok && dbg_state(d) == DBG_STOPPED)
		ok = dbg_continue(d, err);
	if (ok && dbg_state(d) != DBG_DONE)
		snprintf(why, n, "not at the end after %s", spec->text);
	ok = ok && dbg_state(d) == DBG_DONE && all_as_before(d, f, why, n);
	if (!ok) {
		size_t at = strlen(why);

		snprintf(why + at, n - at, " (%s of %s)", spec->text, spec->path ? spec->path : spec->variable);
	}
	return ok;
}

static struct tensor *one_more(const struct tensor *from, struct err *err)
{
	struct tensor *t = tensor_copy(from, err);

	for (int64_t k = 0; t && k < t->n; k++)
		((float *)t->data)[k] += 1;
	return t;
}

static bool tensors(struct dbg *d, const struct first *f, char *why, size_t n, struct err *err)
{
	for (size_t from = 0, i; from < f->event.n && editable(f, from, &i); from = i + 1 + f->event.n / 5) {
		struct tensor *t = one_more(f->event.p[i].out.p[0], err);
		struct dbg_edit_spec spec = { .kind = EDIT_TENSOR, .text = "output", .path = f->event.p[i].path,
					      .value = t };
		bool ok = t && and_undo(d, &spec, f, why, n, err);

		tensor_unref(t);
		if (!ok)
			return false;
	}
	return true;
}

/* At the end of the run, and when it was taken back to its middle. */
static bool variable(struct dbg *d, const char *name, const struct first *f, char *why, size_t n, struct err *err)
{
	struct tensor *t = one_more(dbg_variable(d, name), err);
	struct dbg_edit_spec spec = { .kind = EDIT_VARIABLE, .text = "variable", .variable = name, .value = t };
	bool ok = t && and_undo(d, &spec, f, why, n, err);

	spec.text = "variable from the middle of the run";
	ok = ok && dbg_goto(d, f->event.n / 2, err) && and_undo(d, &spec, f, why, n, err);
	spec.text = "variable on the way";
	if (ok && f->event.n) {		/* some signatures run no node */
		spec.path = f->event.p[f->event.n / 3].path;
		ok = and_undo(d, &spec, f, why, n, err);
	}
	tensor_unref(t);
	return ok;
}

static bool variables(struct dbg *d, const struct first *f, struct tally *t, char *why, size_t n, struct err *err)
{
	uint32_t count, step;
	const struct variable *v = metagraph_variables(dbg_metagraph(d), &count);
	bool ok = true;

	step = count > 5 ? count / 5 : 1;
	for (uint32_t i = 0; ok && i < count; i += step) {
		char *name = dbg_variable_name(d, v[i].key.n ? v[i].key : v[i].name, err);
		const struct tensor *now = name ? dbg_variable(d, name) : NULL;

		err_clear(err);		/* some are not loaded */
		if (now && now->dtype == DT_FLOAT && now->n > 0) {
			ok = variable(d, name, f, why, n, err);
			t->variables++;
		}
		free(name);
	}
	return ok;
}

/* Another value that the op allows, or NULL. */
static char *other_value(const struct node *n, const struct opdef_attr *a)
{
	char *key = xsvdup(a->name), *text = NULL;
	int64_t i;
	bool b;
	float f;

	if (node_attr_bool(n, key, &b))
		text = xstrdup(b ? "false" : "true");
	else if (node_attr_int(n, key, &i) && i >= 0 && i < 1000)
		text = xasprintf("%d", (int)i + 1);
	else if (node_attr_float(n, key, &f))
		text = xasprintf("%g", (double)f * 2 + 1);
	free(key);
	return text;
}

static bool attribute(struct dbg *d, const struct dbg_event *e, const struct opdef_attr *a, const char *path,
		      const struct first *f, bool *did, char *why, size_t n, struct err *err)
{
	const struct node *node = graph_node(e->graph, e->node, NULL);
	char *key = xsvdup(a->name), *text = other_value(node, a);
	struct dbg_edit_spec spec = { .kind = EDIT_ATTR, .text = key, .path = path, .graph = e->graph,
				      .node = e->node, .key = key, .attr = text };
	struct str is = STR_INIT;
	struct err no = { 0 };
	bool ok = true;

	*did = text && dbg_attr_check(e->graph, e->node, key, text, &is, &no);
	if (*did)
		ok = and_undo(d, &spec, f, why, n, err);
	if (*did && ok && path) {	/* wherever it runs */
		spec.path = NULL;
		spec.variable = "everywhere";
		ok = and_undo(d, &spec, f, why, n, err);
	}
	err_clear(&no);
	str_free(&is);
	free(key);
	free(text);
	return ok;
}

static bool attributes(struct dbg *d, const struct first *f, struct tally *t, char *why, size_t n, struct err *err)
{
	bool ok = true;

	for (uint64_t i = 0; ok && i < f->event.n; i++) {
		struct dbg_event e;
		const struct node *node = dbg_event(d, i, &e) ? graph_node(e.graph, e.node, NULL) : NULL;
		bool did = false;

		for (int k = 0; ok && !did && node && node->def && k < node->def->n_attrs; k++)
			ok = attribute(d, &e, &node->def->attrs[k], f->event.p[i].path, f, &did, why, n, err);
		t->attributes += did;
		if (did)
			i += f->event.n / 8;
	}
	return ok;
}

/* The first half of the outputs that can be edited, and the second, one upon the other, taken back in the order in
 * which they were made, or all at once. */
static bool together(struct dbg *d, const struct first *f, bool at_once, char *why, size_t n, struct err *err)
{
	int id[16], count = 0;
	bool ok = true;

	for (size_t from = 0, i; ok && count < 16 && from < f->event.n && editable(f, from, &i);
	     from = i + 1 + f->event.n / 7) {
		struct tensor *t = tensor_scalar_f64(DT_FLOAT, 0.5, err);
		struct dbg_edit_spec spec = { .kind = EDIT_TENSOR, .text = "output", .path = f->event.p[i].path,
					      .value = t, .how = count % 2 ? EDIT_FILL : EDIT_WHOLE };

		if (spec.how == EDIT_WHOLE) {
			tensor_unref(t);
			spec.value = t = one_more(f->event.p[i].out.p[0], err);
		}
		ok = t && dbg_edit(d, &spec, &id[count++], err);
		tensor_unref(t);
	}
	for (int k = 0; ok && !at_once && k < count; k++)
		ok = dbg_edit_undo(d, id[k], err);
	if (ok && at_once && count)
		ok = dbg_edit_undo(d, 0, err);
	ok = ok && (dbg_state(d) == DBG_DONE || dbg_continue(d, err)) && all_as_before(d, f, why, n);
	if (!ok)
		snprintf(why + strlen(why), n - strlen(why), " (several edits)");
	return ok;
}

static bool edit_and_undo(struct dbg *d, const struct first *f, struct tally *t, char *why, size_t n, struct err *err)
{
	return tensors(d, f, why, n, err) && together(d, f, false, why, n, err) &&
	       together(d, f, true, why, n, err) && variables(d, f, t, why, n, err) &&
	       attributes(d, f, t, why, n, err);
}

/* Stepped as run: the signature's outputs. */
static bool as_run(const struct dbg *d, const struct signature *sig, struct tensor **in, char *why, size_t n,
		   struct err *err)
{
	struct session *s = session_new(dbg_metagraph(d), NULL, err);
	struct exec *x = s ? exec_new_signature(s, sig, in, err) : NULL;
	bool ok = x && exec_run(x, err);

	for (uint32_t i = 0; ok && i < sig->n_out; i++) {
		struct tensor *a = exec_fetch(x, i), *b = dbg_output(d, i);

		ok = !is_data(a) || (b && tensor_same(a, b));
		if (!ok)
			snprintf(why, n, "output %.*s differs from a plain run", SV_ARG(sig->out[i].key));
	}
	exec_free(x);
	session_free(s);
	return ok;
}

/* What was dropped is made again as it was, anywhere in the run. */
static bool made_again(struct dbg *d, const struct first *f, char *why, size_t n, struct err *err)
{
	for (uint64_t i = 0; i < f->event.n; i += 1 + f->event.n / 40) {
		if (!dbg_recompute(d, i, err))
			return false;
		if (!as_before(d, f, i, why, n))
			return false;
		for (size_t k = 0; k < f->event.p[i].out.n; k++)
			if (is_data(f->event.p[i].out.p[k]) && !dbg_event_out(d, i, (int)k, NULL)) {
				snprintf(why, n, "%s: output %zu is not made again", f->event.p[i].path, k);
				return false;
			}
	}
	return true;
}

static bool check(struct dbg *d, const struct signature *sig, struct tensor **in, bool repeatable, struct tally *t,
		  char *why, size_t n, struct err *err)
{
	struct first f = { .repeatable = repeatable };
	bool ok = dbg_start(d, err);

	while (ok && dbg_state(d) == DBG_STOPPED)
		ok = dbg_step(d, 1, err);
	if (ok && dbg_state(d) != DBG_DONE) {
		snprintf(why, n, "it failed");
		ok = false;
	}
	ok = ok && note_all(d, &f);
	ok = ok && (!repeatable || as_run(d, sig, in, why, n, err)) && back_and_on(d, &f, why, n, err);
	ok = ok && edit_and_undo(d, &f, t, why, n, err);
	if (ok) {
		dbg_budget_set(d, 0);
		ok = back_and_on(d, &f, why, n, err) && tensors(d, &f, why, n, err) &&
		     back_and_on(d, &f, why, n, err) && made_again(d, &f, why, n, err);
	}
	forget_all(&f);
	return ok;
}

static void run_signature(const char *name, const char *dir, const struct metagraph *mg, const struct signature *sig,
			  const char *meta, struct tally *t)
{
	struct tensor **in = xcalloc((size_t)sig->n_in + 1, sizeof(*in));
	struct err err = { 0 };
	struct dbg *d = dbg_new(mg, &err);
	char why[400] = "", *text = NULL;
	bool ok = d && dbg_choose(d, sig, &err), fed = true;

	for (uint32_t i = 0; ok && i < sig->n_in; i++) {
		in[i] = answers_read(dir, sig->key, "in", sig->in[i].key);
		fed = fed && in[i];
		ok = !in[i] || dbg_set_input(d, i, in[i], "recorded", &err);
	}
	if (ok && fed)
		ok = check(d, sig, in, answers_flag(meta, sig->key, "repeatable"), t, why, sizeof(why), &err);
	if (err_is(&err))
		text = err_text(&err);
	printf("%s %s %.*s: %s%s\n",
	       !fed ? "skipped"
	       : ok ? "ok"
		    : "BAD",
	       name, SV_ARG(sig->key), why, text ? text : "");
	t->ok += ok && fed;
	t->bad += !ok;
	t->skipped += !fed;
	for (uint32_t i = 0; i < sig->n_in; i++)
		tensor_unref(in[i]);
	free(in);
	free(text);
	dbg_free(d);
	err_clear(&err);
}

static void run_model(const char *folder, const char *name, struct tally *t)
{
	char *path = xasprintf("%s/%s/model", folder, name), *dir = xasprintf("%s/%s/expected", folder, name);
	char *json = xasprintf("%s/meta.json", dir), *meta = answers_slurp(json);
	struct model *m = meta ? model_open(path, NULL) : NULL;

	for (int g = 0; m && g < model_n_metagraphs(m); g++) {
		const struct metagraph *mg = model_metagraph(m, g);

		for (uint32_t i = 0; mg->graph && i < mg->n_sigs; i++)
			if (answers_flag(meta, mg->sigs[i].key, "ran"))
				run_signature(name, dir, mg, &mg->sigs[i], meta, t);
	}
	model_close(m);
	free(path);
	free(dir);
	free(json);
	free(meta);
}

static int visible(const struct dirent *e)
{
	return e->d_name[0] != '.';
}

int main(int argc, char **argv)
{
	struct tally t = { 0 };
	struct dirent **list;
	int n;

	if (argc < 2) {
		printf("skipped: no folder of models given\n");
		return 77;
	}
	n = scandir(argv[1], &list, visible, alphasort);
	for (int i = 0; i < n; i++) {
		if (argc < 3 || !strcmp(argv[2], list[i]->d_name))
			run_model(argv[1], list[i]->d_name, &t);
		free(list[i]);
	}
	if (n >= 0)
		free(list);
	printf("%d passed, %d failed; %d variables and %d attributes edited\n", t.ok, t.bad, t.variables, t.attributes);
	return t.bad > 0 || t.ok == 0;
}
