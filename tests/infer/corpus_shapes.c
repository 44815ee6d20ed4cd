/*
 * Compares inferred shapes with TensorFlow's on whole models (tests/recipes/shapes.py models, fixtures).
 *
 *   corpus_shapes EXPECTED ROOT [-v] [--own] [NAME]	EXPECTED/NAME.txt says which model below ROOT; prints what TensorFlow
 *						knows and we don't (--own: by rules alone, without _output_shapes), and the share of outputs of known rank
 */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/map.h"
#include "base/mem.h"
#include "base/vec.h"
#include "expect.h"

static int count[UNREADABLE + 1], known, found, skipped;
static bool loud, own;
static struct map ops;			/* op: how often we know less */
static struct arena *names;
static VEC(struct sv) op_list;

static void tally(struct sv op)
{
	uint64_t n;

	if (map_get(&ops, op, &n)) {
		map_put(&ops, op, n + 1);
		return;
	}
	op = arena_sv(names, op);
	map_put(&ops, op, 1);
	vec_push(&op_list, op);
}

static void compare(struct igraph *ig, struct sv where, struct sv line)
{
	static const char *const how[] = { "same", "finer", "COARSER", "AGAINST", "UNREADABLE" };
	const struct graph *g = infer_graph(ig);
	struct sv name, cell, dtype;
	uint32_t node;

	if (!expect_cut(&line, '\t', &name))
		return;
	node = graph_find(g, name);
	if (node == NODE_NONE) {
		count[UNREADABLE]++;
		return;
	}
	for (uint32_t k = 0; expect_cut(&line, '\t', &cell); k++) {
		const struct iout *got = infer_out(ig, node, k);
		enum verdict v;
		struct str s = STR_INIT;

		expect_cut(&cell, ' ', &dtype);
		v = expect_compare(cell, got);
		count[v]++;
		if (expect_rank_known(cell)) {
			known++;
			found += v <= FINER;
		}
		if (v >= COARSER)
			tally(graph_node_op(g, node));
		if (v >= AGAINST || (loud && v == COARSER)) {
			ishape_str(infer_of(ig), &s, got->shape);
			printf("%s %.*s %.*s:%u (%.*s): %s, TensorFlow has %.*s\n", how[v], SV_ARG(where), SV_ARG(name),
			       k, SV_ARG(graph_node_op(g, node)), str_z(&s), SV_ARG(cell));
		}
		str_free(&s);
	}
}

/* A section's first line: gives the graph that the lines behind it are about; NULL to skip them. */
static struct igraph *section(const struct metagraph *mg, struct infer *inf, struct sv line)
{
	const struct function *f;

	if (sv_is(line, "graph"))
		return infer_root(inf);
	if (!sv_starts(line, SV("function ")))
		return NULL;
	f = metagraph_function(mg, sv_sub(line, 9, line.n));
	return f ? infer_function(inf, f) : NULL;
}

static bool is_section(struct sv line)
{
	return sv_find(line, '\t') < 0 &&
	       (sv_is(line, "graph") || sv_starts(line, SV("function ")) || sv_starts(line, SV("metagraph ")));
}

static void model_compare(const char *expected, const char *root, const char *file)
{
	char *path = xasprintf("%s/%s", expected, file), *text, *where;
	const struct metagraph *mg = NULL;
	struct igraph *ig = NULL;
	struct infer *inf = NULL;
	struct err err = { 0 };
	struct model *m = NULL;
	struct sv rest, line;
	size_t n;

	text = expect_read(path, &n);
	rest = (struct sv){ text, n };
	while (expect_cut(&rest, '\n', &line)) {
		if (sv_starts(line, SV("# model "))) {
			where = xasprintf("%s/%.*s", root, SV_ARG(sv_sub(line, 8, line.n)));
			m = model_open(where, &err);
			free(where);
			if (!m) {
				printf("%s: %s\n", file, err.msg);
				count[UNREADABLE]++;
				break;
			}
		} else if (sv_starts(line, SV("metagraph "))) {
			mg = model_metagraph(m, atoi(line.p + 10));
			infer_free(inf);
			inf = mg ? infer_new(mg, &(struct infer_opts){ .own = own }) : NULL;
			ig = NULL;
		} else if (sv_starts(line, SV("! "))) {
			skipped++;
		} else if (is_section(line)) {
			ig = inf ? section(mg, inf, line) : NULL;
		} else if (ig) {
			compare(ig, sv_of(file), line);
		}
	}
	infer_free(inf);
	model_close(m);
	err_clear(&err);
	free(text);
	free(path);
}

int main(int argc, char **argv)
{
	struct dirent **list;
	const char *only = NULL;
	int n;

	if (argc < 3)
		return 2;
	for (int i = 3; i < argc; i++) {
		if (!strcmp(argv[i], "-v"))
			loud = true;
		else if (!strcmp(argv[i], "--own"))
			own = true;
		else
			only = argv[i];
	}
	names = arena_new();
	n = scandir(argv[1], &list, NULL, alphasort);
	for (int i = 0; i < n; i++) {
		if (sv_ends(sv_of(list[i]->d_name), SV(".txt")) && (!only || strstr(list[i]->d_name, only)))
			model_compare(argv[1], argv[2], list[i]->d_name);
		free(list[i]);
	}
	if (n >= 0)
		free(list);
	for (size_t i = 0; i < op_list.n; i++) {
		uint64_t k = 0;

		map_get(&ops, op_list.p[i], &k);
		printf("less known: %.*s %llu\n", SV_ARG(op_list.p[i]), (unsigned long long)k);
	}
	printf("%d same, %d finer, %d coarser, %d against, %d unreadable, %d graphs skipped; of %d outputs of known rank %d "
	       "(%.2f %%) are known here\n",
	       count[SAME], count[FINER], count[COARSER], count[AGAINST], count[UNREADABLE], skipped, known, found,
	       known ? 100.0 * found / known : 0);
	map_free(&ops);
	vec_free(&op_list);
	arena_free(names);
	return count[AGAINST] || count[UNREADABLE] || !known || found < known - known / 100;
}
