/*
 * An edit runs again exactly the nodes that depend on it. Each signature of a folder of models
 * (answers.h) is run to its end in the debugger; outputs, variables and attributes are edited, and
 * taken back. What each time runs again is held against what must, counted and node by node, as two
 * runs by the machine alone and a walk over what they took and made tell (depend_walk.h); and every
 * output against that of the other run.
 *
 *	depend FOLDER [NAME]	skips without an argument
 */
#include "tests/unit/depend_walk.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "debug/debug.h"
#include "ops/var.h"
#include "tests/unit/answers.h"

enum { SEED = 7 };

struct tally {
	int edits, bad;
	uint64_t again, depend, all;
	int outputs, variables, attributes,
		other_way, endless; /* kinds of edits; those that led another way, to no end */
};

struct subject {
	struct dbg *d;
	const struct metagraph *mg;
	const struct signature *sig;
	struct tensor **in;
	struct walk *plain;
	const char *model;
	struct tally *t;
};

static void bad(const struct subject *s, const char *what, const char *fmt, const char *node,
		uint64_t a, uint64_t b)
{
	printf("BAD %s %.*s, %s: ", s->model, SV_ARG(s->sig->key), what);
	printf(fmt, node, (unsigned long long)a, (unsigned long long)b);
	printf("\n");
	s->t->bad++;
}

/* The debugger's events are those of the walk, have its outputs, and those ran that must. */
static void compare(const struct subject *s, const struct walk *w, const char *what)
{
	uint64_t must = 0, depend = 0;

	for (size_t i = 0; i < w->did.n; i++) {
		const struct did *d = &w->did.p[i];
		struct dbg_event e;
		char *name;

		must += d->must && !d->passes && !d->given;
		depend += d->depends && !d->passes && !d->given;
		if (!dbg_event(s->d, i, &e)) {
			bad(s, what, "%s did not run: event %llu of %llu", d->name, i, w->did.n);
			return;
		}
		name = xasprintf("%s%s", e.path, e.iter);
		if (strcmp(name, d->name))
			bad(s, what, "%s at event %llu is another node (%llu ran)", name, i,
			    dbg_n_events(s->d));
		else if (!d->passes && !d->given && e.again != d->must)
			bad(s, what, "%s: ran again %llu, must %llu", name, e.again, d->must);
		else if (!d->passes && !d->given && e.depends != d->depends)
			bad(s, what, "%s: depends %llu, must %llu", name, e.depends, d->depends);
		for (int k = 0; k < e.n_out && k < d->n_out; k++) {
			struct tensor *t = dbg_event_out(s->d, i, k, NULL);

			if (t && d->out[k] && dtype_info(t->dtype)->kind != DK_OBJECT &&
			    !tensor_same(t, d->out[k]))
				bad(s, what, "%s: another output %llu", name, (uint64_t)k, 0);
		}
		free(name);
	}
	if (dbg_rerun(s->d) != must || dbg_depend(s->d) != depend)
		bad(s, what, "%s: %llu nodes ran again, %llu must", "counted", dbg_rerun(s->d),
		    must);
	s->t->again += must;
	s->t->depend += depend;
	s->t->all += w->did.n;
}

/* A run that does not end is stopped by the limit, and says so. */
static void expect_limit(const struct subject *s, const char *what)
{
	const struct err *e = dbg_state(s->d) == DBG_FAILED ? dbg_error(s->d) : NULL;

	if (!e || e->kind != ERR_KIND_LIMIT)
		bad(s, what, "%s is not stopped by a limit %llu %llu", "a loop", 0, 0);
	s->t->endless++;
}

/* One edit and its undo. false: it is none that can be judged (the run fails with it). */
static bool judge(struct subject *s, const struct dbg_edit_spec *spec, const struct walk_edit *e)
{
	struct err err = { 0 };
	struct walk *with = walk_run(s->mg, s->sig, s->in, SEED, e, &err), *back = NULL;
	bool endless = err.kind == ERR_KIND_LIMIT, ended = with->ended || endless;
	int id;

	err_clear(&err);
	if (ended && dbg_edit(s->d, spec, &id, &err)) {
		s->t->edits++;
		s->t->other_way += with->did.n != s->plain->did.n;
		walk_mark(with, s->plain, e);
		compare(s, with, spec->text);
		if (endless)
			expect_limit(s, spec->text);
		back = walk_run(s->mg, s->sig, s->in, SEED, NULL, &err);
		walk_mark(back, with, e);
		for (size_t i = 0; i < back->did.n; i++)
			back->did.p[i].given = false;
		if (!dbg_edit_undo(s->d, id, &err))
			bad(s, "undo", "%s: no undo %llu %llu", spec->text, 0, 0);
		compare(s, back, "undo");
	}
	if (err_is(&err)) {
		bad(s, "edit", "%s failed %llu %llu", spec->text, 0, 0);
		err_clear(&err);
	}
	walk_free(with);
	walk_free(back);
	return ended;
}

static struct tensor *one_more(const struct tensor *from)
{
	struct tensor *t = tensor_copy(from, NULL);

	for (int64_t k = 0; t && k < t->n; k++) {
		if (t->dtype == DT_FLOAT)
			((float *)t->data)[k] += 1;
		else if (t->dtype == DT_INT32)
			((int32_t *)t->data)[k]++;
		else if (t->dtype == DT_BOOL)
			((uint8_t *)t->data)[k] ^= 1;
	}
	return t;
}

static bool may_change(const struct tensor *t)
{
	return t && t->n > 0 &&
	       (t->dtype == DT_FLOAT || t->dtype == DT_INT32 || t->dtype == DT_BOOL) &&
	       !var_of_ref(t);
}

static void edit_outputs(struct subject *s)
{
	size_t n = s->plain->did.n;

	for (size_t i = 0; i < n; i += 1 + n / 24) {
		const struct did *d;
		struct walk_edit e = { 0 };
		struct dbg_edit_spec spec = { .kind = EDIT_TENSOR };

		while (i < n && (s->plain->did.p[i].n_out != 1 || s->plain->did.p[i].passes ||
				 !may_change(s->plain->did.p[i].out[0])))
			i++;
		if (i >= n)
			break;
		d = &s->plain->did.p[i];
		e.path = spec.path = spec.text = d->name;
		e.value = spec.value = one_more(d->out[0]);
		s->t->outputs += judge(s, &spec, &e);
		tensor_unref(e.value);
	}
}

/* V1 loops that end where they would have gone on, or go on: what comes out may be the same all the same. */
static void edit_loops(struct subject *s)
{
	for (size_t i = 0; i < s->plain->did.n; i++) {
		const struct did *d = &s->plain->did.p[i];
		struct walk_edit e = { .path = d->name };
		struct dbg_edit_spec spec = { .kind = EDIT_TENSOR, .text = d->name, .path = d->name };

		if (!sv_is(graph_node_op(d->g, d->node), "LoopCond"))
			continue;
		e.value = spec.value = one_more(d->out[0]);
		s->t->outputs += judge(s, &spec, &e);
		tensor_unref(e.value);
		i += s->plain->did.n / 16;
	}
}

static void edit_variables(struct subject *s)
{
	uint32_t n, step;
	const struct variable *v = metagraph_variables(s->mg, &n);

	step = n > 6 ? n / 6 : 1;
	for (uint32_t i = 0; i < n; i += step) {
		struct err err = { 0 };
		char *name = dbg_variable_name(s->d, v[i].key.n ? v[i].key : v[i].name, &err);
		const struct tensor *now = name ? dbg_variable(s->d, name) : NULL;
		struct walk_edit e = { .variable = name };
		struct dbg_edit_spec spec = {.kind = EDIT_VARIABLE, .text = name, .variable = name};

		err_clear(&err);
		if (now && may_change(now)) {
			e.value = spec.value = one_more(now);
			s->t->variables += judge(s, &spec, &e);
			tensor_unref(e.value);
		}
		free(name);
	}
}

/* The node with that bool the other way, made here. */
static bool flipped(const struct node *n, const char *key, struct arena *a, struct exec_as *as)
{
	struct node *made = arena_alloc(a, sizeof(*made));
	struct attr *attrs = arena_array(a, n->n_attrs + 1, sizeof(*attrs));
	void *state = NULL;
	bool ok = false;

	*made = *n;
	for (uint32_t i = 0; i < n->n_attrs; i++) {
		attrs[i] = n->attrs[i];
		if (sv_is(attrs[i].name, key) && attrs[i].v.kind == ATTR_BOOL) {
			attrs[i].v.i = !attrs[i].v.i;
			ok = true;
		}
	}
	made->attrs = attrs;
	*as = (struct exec_as){ .n = made, .row = op_find(n->op) };
	ok = ok && as->row && op_prepare(as->row, made, a, &state, NULL);
	as->state = state;
	return ok;
}

static void edit_attribute(struct subject *s, const struct did *d, const struct node *n,
			   const struct attr *a)
{
	struct arena *mem = arena_new();
	char *key = xsvdup(a->name), *text = xasprintf("%s of %s", key, d->name);
	struct walk_edit e = { .graph = d->g, .node = d->node };
	struct dbg_edit_spec spec = {.kind = EDIT_ATTR,
				     .text = text,
				     .graph = d->g,
				     .node = d->node,
				     .key = key,
				     .attr = a->v.i ? "false" : "true"};
	struct str is = STR_INIT;
	struct err err = { 0 };

	if (dbg_attr_check(d->g, d->node, key, spec.attr, &is, &err) && flipped(n, key, mem, &e.as))
		s->t->attributes += judge(s, &spec, &e);
	err_clear(&err);
	str_free(&is);
	arena_free(mem);
	free(key);
	free(text);
}

static void edit_attributes(struct subject *s)
{
	for (size_t i = 0; i < s->plain->did.n; i++) {
		const struct did *d = &s->plain->did.p[i];
		const struct node *n = d->passes ? NULL : graph_node(d->g, d->node, NULL);
		bool did = false;

		for (uint32_t k = 0; n && n->def && k < n->n_attrs; k++)
			if (n->attrs[k].v.kind == ATTR_BOOL && n->attrs[k].name.p[0] != '_') {
				edit_attribute(s, d, n, &n->attrs[k]);
				did = true;
				break;
			}
		if (did)
			i += s->plain->did.n / 6;
	}
}

static bool to_the_end(struct dbg *d, struct err *err)
{
	return dbg_start(d, err) && (dbg_state(d) == DBG_DONE || dbg_continue(d, err)) &&
	       dbg_state(d) == DBG_DONE;
}

static void run_signature(struct subject *s, const char *dir)
{
	struct err err = { 0 };
	bool fed = true;

	s->in = xcalloc((size_t)s->sig->n_in + 1, sizeof(*s->in));
	s->d = dbg_new(s->mg, &err);
	if (s->d && dbg_choose(s->d, s->sig, &err))
		dbg_limits(s->d, &(struct session_opts){ .seed = SEED, .max_iterations = WALK_ROUNDS });
	for (uint32_t i = 0; s->d && i < s->sig->n_in; i++) {
		s->in[i] = answers_read(dir, s->sig->key, "in", s->sig->in[i].key);
		fed = fed && s->in[i] && dbg_set_input(s->d, i, s->in[i], "recorded", &err);
	}
	s->plain = fed ? walk_run(s->mg, s->sig, s->in, SEED, NULL, &err) : NULL;
	if (s->plain && s->plain->ended && to_the_end(s->d, &err)) {
		edit_outputs(s);
		edit_loops(s);
		edit_variables(s);
		edit_attributes(s);
	} else if (fed) {
		bad(s, "run", "%s did not end %llu %llu", "it", 0, 0);
	}
	walk_free(s->plain);
	dbg_free(s->d);
	for (uint32_t i = 0; i < s->sig->n_in; i++)
		tensor_unref(s->in[i]);
	free(s->in);
	err_clear(&err);
}

static void run_model(const char *folder, const char *name, struct tally *t)
{
	char *path = xasprintf("%s/%s/model", folder, name),
	     *dir = xasprintf("%s/%s/expected", folder, name);
	char *json = xasprintf("%s/meta.json", dir), *meta = answers_slurp(json);
	struct model *m = meta ? model_open(path, NULL) : NULL;

	for (int g = 0; m && g < model_n_metagraphs(m); g++) {
		const struct metagraph *mg = model_metagraph(m, g);

		for (uint32_t i = 0; mg->graph && i < mg->n_sigs; i++) {
			struct subject s = { .mg = mg, .sig = &mg->sigs[i], .model = name, .t = t };

			if (answers_flag(meta, mg->sigs[i].key, "ran"))
				run_signature(&s, dir);
		}
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
	printf("%d edits of %d outputs, %d variables, %d attributes (%d led another way, %d to no end), each "
	       "taken back: of %llu nodes "
	       "%llu depend on them, %llu ran again; %d wrong\n",
	       t.edits, t.outputs, t.variables, t.attributes, t.other_way, t.endless,
	       (unsigned long long)t.all, (unsigned long long)t.depend, (unsigned long long)t.again,
	       t.bad);
	return t.bad > 0 || t.outputs == 0 || t.variables == 0 || t.attributes == 0;
}
