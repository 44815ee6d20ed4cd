/*
 * Compares inferred shapes with TensorFlow's for every op case (tests/recipes/shapes.py cases).
 *
 *   case_shapes CASES EXPECTED [FAMILY [CASE]]	prints what differs, a summary at the end; with FAMILY what was
 *						inferred finer too; exit 1 when TensorFlow knows what we don't, or
 *						otherwise, but for what known.tsv beside EXPECTED explains
 *
 * Where we note that an op must fail and TensorFlow's run of the case does fail, its shape is beside the point.
 *   case_shapes --uncovered			ops that have a kernel and no rule; exit 1 if any
 */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../ops/case_file.h"
#include "base/mem.h"
#include "expect.h"
#include "ops/op.h"

enum { STATES = 5 };
static const char *const state_name[STATES] = { "full", "first", "rank", "none", "const" };

static int count[UNREADABLE + 1], refused, noted, must_fail, explained;
static struct map known, failing;
static char *known_text, *known_seen;
static const char *only_case;
static bool loud;

static int uncovered(void)
{
	int n = 0;

	for (int i = 0; i < op_n(); i++)
		if (!infer_has_rule(sv_of(op_at(i)->name)) && ++n)
			printf("%s\n", op_at(i)->name);
	printf("%d of %d ops have no rule\n", n, op_n());
	return n > 0;
}

/* ---- inputs ---- */

struct given {
	VEC(struct infer_given) list;
	VEC(struct tensor *) held;
	VEC(int64_t *) dims;
};

static void given_free(struct given *g)
{
	for (size_t i = 0; i < g->held.n; i++)
		tensor_unref(g->held.p[i]);
	for (size_t i = 0; i < g->dims.n; i++)
		free(g->dims.p[i]);
	vec_free(&g->held);
	vec_free(&g->dims);
	vec_free(&g->list);
}

static void give(struct given *g, struct sv node, struct tensor *t, int state)
{
	int64_t *dim = xcalloc((size_t)t->rank + 1, sizeof(*dim));

	memcpy(dim, t->dim, (size_t)t->rank * sizeof(*dim));
	for (int i = 0; i < t->rank; i++)
		if (state == 2 || (state == 1 && i == 0))
			dim[i] = -1;
	vec_push(&g->dims, dim);
	vec_push(&g->held, t);
	if (state == 3)
		return;
	vec_push(&g->list, ((struct infer_given){ .node = node, .has_shape = true, .shape = { t->rank, dim },
						  .value = state == 4 ? t : NULL }));
}

static struct given givens(struct case_file *f, int state)
{
	struct given g = { 0 };

	for (uint32_t i = 0; i < f->g->n_nodes; i++) {
		struct sv name = graph_node_name(f->g, i);
		struct err err = { 0 };
		char *z = xsvdup(name);
		struct tensor *t;

		if (sv_is(graph_node_op(f->g, i), "Placeholder") && strstr(z, "/in") &&
		    (t = case_tensor(f, z, case_type(f, i, "dtype"), &err)))
			give(&g, name, t, state);
		err_clear(&err);
		free(z);
	}
	return g;
}

/* ---- comparing ---- */

static void say(struct igraph *ig, const char *how, struct sv tensor, struct sv op, int state, struct sv want,
		const struct iout *got)
{
	struct str s = STR_INIT;

	ishape_str(infer_of(ig), &s, got->shape);
	for (uint32_t i = 0; got->handle && i < got->handle->n; i++) {
		str_addz(&s, i ? "," : " of ");
		ishape_str(infer_of(ig), &s, got->handle->item[i].shape);
	}
	printf("%s %.*s (%.*s) %s: %s, TensorFlow has %.*s\n", how, SV_ARG(tensor), SV_ARG(op), state_name[state],
	       str_z(&s), SV_ARG(want));
	str_free(&s);
}

static bool case_noted(struct case_file *f, const struct igraph *ig, struct sv name);
static bool is_known(struct sv tensor, struct sv op, uint32_t slot, int state);

static void compare(struct case_file *f, struct igraph *const *ig, struct sv line)
{
	static const char *const how[] = { "same", "finer", "COARSER", "AGAINST", "UNREADABLE" };
	struct sv tensor, dtype, want, name;
	struct err err = { 0 };
	struct edge e;
	bool fails;

	if (!expect_cut(&line, '\t', &tensor) || !expect_cut(&line, '\t', &dtype))
		return;
	if (only_case && !sv_starts(tensor, sv_of(only_case)))
		return;
	name = sv_sub(tensor, 0, (size_t)sv_find(tensor, '/'));
	fails = map_get(&failing, name, NULL);
	if (!graph_resolve(f->g, tensor, &e, &err)) {
		err_clear(&err);
		count[UNREADABLE]++;
		return;
	}
	for (int k = 0; k < STATES && expect_cut(&line, '\t', &want); k++) {
		const struct iout *got;
		enum verdict v;

		if (sv_is(want, "-"))
			continue;
		got = infer_out(ig[k], e.node, e.slot);
		v = expect_compare(want, got);
		if (!sv_is(dtype, dtype_info(got->dtype)->name))
			v = AGAINST;
		if (v >= COARSER && fails && case_noted(f, ig[k], name)) {
			must_fail++;
			continue;
		}
		if (v >= COARSER && is_known(tensor, graph_node_op(f->g, e.node), e.slot, k)) {
			explained++;
			continue;
		}
		count[v]++;
		if (v >= COARSER || (loud && v == FINER))
			say(ig[k], how[v], tensor, graph_node_op(f->g, e.node), k, want, got);
	}
}

/* Is there a note on a node of the case? */
static bool case_noted(struct case_file *f, const struct igraph *ig, struct sv name)
{
	uint32_t n;
	const struct infer_note *note = infer_notes(ig, &n);

	for (uint32_t i = 0; i < n; i++) {
		struct sv at = graph_node_name(f->g, note[i].node);

		if (sv_starts(at, name) && at.n > name.n && at.p[name.n] == '/')
			return true;
	}
	return false;
}

/* TensorFlow refuses: do we say so too? */
static void refusal(struct case_file *f, struct igraph *const *ig, struct sv line)
{
	struct sv name, state, text;
	bool found = false;

	line = sv_sub(line, 2, line.n);
	if (!expect_cut(&line, '\t', &name) || !expect_cut(&line, '\t', &state) || !expect_cut(&line, '\t', &text))
		return;
	if (only_case && !sv_eq(name, sv_of(only_case)))
		return;
	refused++;
	for (int k = 0; k < STATES; k++) {
		if (!sv_is(state, state_name[k]))
			continue;
		infer_all(ig[k]);
		found = case_noted(f, ig[k], name);
	}
	noted += found;
	if (!found && loud)
		printf("not noted %.*s %.*s: %.*s\n", SV_ARG(name), SV_ARG(state), SV_ARG(text));
}

/* ---- what is known to differ ---- */

static void known_read(const char *expected)
{
	char *path = xasprintf("%s/../known.tsv", expected);
	struct sv rest, line;
	size_t n;

	known_text = expect_read(path, &n);
	known_seen = xcalloc(n + 1, 1);
	rest = (struct sv){ known_text, n };
	while (expect_cut(&rest, '\n', &line)) {
		struct sv tensor, state, all = line;

		if (!line.n || line.p[0] == '#' || !expect_cut(&line, '\t', &tensor) ||
		    !expect_cut(&line, '\t', &state))
			continue;
		map_put(&known, sv_sub(all, 0, tensor.n + 1 + state.n), (uint64_t)(all.p - known_text));
	}
	free(path);
}

/* Takes key. */
static bool known_has(char *key)
{
	uint64_t at;
	bool found = map_get(&known, sv_of(key), &at);

	if (found)
		known_seen[at] = 1;
	free(key);
	return found;
}

/* The tensor in this state, or all tensors of its op's output ("OP:1	any"). */
static bool is_known(struct sv tensor, struct sv op, uint32_t slot, int state)
{
	return known_has(xasprintf("%.*s\t%s", SV_ARG(tensor), state_name[state])) ||
	       known_has(xasprintf("%.*s:%u\tany", SV_ARG(op), slot));
}

static int known_stale(void)
{
	int n = 0;

	for (size_t i = 0; i < known.cap; i++)
		if (known.slot[i].key.p && !known_seen[known.slot[i].val] && ++n)
			printf("known.tsv: %.*s does not differ\n", SV_ARG(known.slot[i].key));
	return n;
}

static bool family(const char *cases, const char *expected, const char *name)
{
	char *path = xasprintf("%s/%s.txt", expected, name), *text;
	struct case_file f = { 0 };
	struct err err = { 0 };
	struct infer *inf[STATES];
	struct igraph *ig[STATES];
	struct sv rest, line;
	struct oc oc;
	size_t n;

	if (!case_open(&f, cases, name, &err)) {
		printf("%s\n", err.msg);
		return false;
	}
	for (int k = 0; k < STATES; k++) {
		struct given g = givens(&f, k);

		inf[k] = infer_new(model_metagraph(f.m, 0), &(struct infer_opts){ .given = g.list.p,
				   .n_given = (uint32_t)g.list.n });
		ig[k] = infer_root(inf[k]);
		given_free(&g);
	}
	map_free(&failing);
	line = str_sv(&f.text);
	while (case_next(&line, &oc))
		if (!sv_is(oc.failing, "-"))
			map_put(&failing, oc.name, 1);
	text = expect_read(path, &n);
	rest = (struct sv){ text, n };
	while (expect_cut(&rest, '\n', &line)) {
		if (sv_starts(line, SV("! ")))
			refusal(&f, ig, line);
		else if (line.n && line.p[0] != '#')
			compare(&f, ig, line);
	}
	for (int k = 0; k < STATES; k++)
		infer_free(inf[k]);
	free(text);
	free(path);
	case_close(&f);
	return true;
}

int main(int argc, char **argv)
{
	struct dirent **list;
	int n, bad = 0;

	if (argc == 2 && !strcmp(argv[1], "--uncovered"))
		return uncovered();
	if (argc < 3)
		return 2;
	loud = argc > 3;
	only_case = argc > 4 ? argv[4] : NULL;
	known_read(argv[2]);
	n = scandir(argv[2], &list, NULL, alphasort);
	for (int i = 0; i < n; i++) {
		struct sv name = sv_of(list[i]->d_name);

		if (sv_ends(name, SV(".txt"))) {
			list[i]->d_name[name.n - 4] = 0;
			if (argc < 4 || !strcmp(argv[3], list[i]->d_name))
				bad += !family(argv[1], argv[2], list[i]->d_name);
		}
		free(list[i]);
	}
	if (n >= 0)
		free(list);
	if (argc < 4)
		bad += known_stale();
	printf("%d same, %d finer, %d coarser, %d against, %d unreadable, %d of ops that must fail, %d explained; "
	       "%d of %d refusals noted\n", count[SAME], count[FINER], count[COARSER], count[AGAINST],
	       count[UNREADABLE], must_fail, explained, noted, refused);
	map_free(&known);
	map_free(&failing);
	free(known_text);
	free(known_seen);
	return bad || count[COARSER] || count[AGAINST] || count[UNREADABLE] || !count[SAME];
}
