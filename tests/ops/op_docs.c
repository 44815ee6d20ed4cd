/*
 * The documentation of ops: op_docs OPS [CASES]
 * Every op with a kernel and every op that the file OPS names (first column, a heading above) has a row;
 * rows are sorted, none is empty or another's copy; a shape rule has as many items as the op's definition has
 * arguments, and holds for all nodes of the op cases in the folder CASES. All ops of the table have pages.
 */
#define _GNU_SOURCE 1
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "case_file.h"
#include "infer/infer.h"
#include "inspect/opdoc.h"
#include "inspect/oppage.h"
#include "inspect/oprule.h"
#include "ops/op.h"

static int bad, rows, known, pages, nodes;
static struct map seen;		/* sentences */

static void fail(const char *op, const char *what)
{
	printf("%s: %s\n", op, what);
	bad++;
}

/* ---- rows ---- */

static void rule_counts(const struct opdoc *d)
{
	const struct opdef *def = opdef_find(sv_of(d->name));
	unsigned in, out;

	if (!oprule_count(d->shape, &in, &out))
		fail(d->name, "its shape rule is none");
	else if (def && (in != def->n_in || out != def->n_out))
		fail(d->name, "its shape rule has another number of arguments");
}

static void sentence(const struct opdoc *d)
{
	size_t n = strlen(d->does);

	if (n < 12 || !strchr(".?", d->does[n - 1]) || n > 240)
		fail(d->name, "has no sentence");
	if (map_get(&seen, sv_of(d->does), NULL))
		fail(d->name, "has another's sentence");
	map_put(&seen, sv_of(d->does), 1);
	for (int i = 0; i < 2; i++)
		if (d->trap[i] && strlen(d->trap[i]) < 8)
			fail(d->name, "has an empty trap");
}

static void row_check(const struct opdoc *d, const struct opdoc *before)
{
	rows++;
	if (before && strcmp(before->name, d->name) >= 0)
		fail(d->name, "is not in order");
	if (opdoc_find(sv_of(d->name)) != d)
		fail(d->name, "has two rows, or is not found");
	sentence(d);
	rule_counts(d);
}

static void rows_check(void)
{
	const struct opdoc_family *f;

	for (size_t k = 0; (f = opdoc_family_at(k)); k++)
		for (size_t i = 0; i < f->n; i++)
			row_check(&f->row[i], i ? &f->row[i - 1] : NULL);
}

/* ---- ops that must have one ---- */

static bool ops_check(const char *path)
{
	char line[256];
	FILE *f = fopen(path, "r");

	if (!f || !fgets(line, sizeof(line), f)) {
		perror(path);
		if (f)
			fclose(f);
		return false;
	}
	while (fgets(line, sizeof(line), f)) {
		line[strcspn(line, "\t\n")] = 0;
		known++;
		if (!opdoc_find(sv_of(line)))
			fail(line, "nothing is written on it, and models use it");
	}
	fclose(f);
	for (int i = 0; i < op_n(); i++)
		if (!opdoc_find(sv_of(op_at(i)->name)))
			fail(op_at(i)->name, "nothing is written on it, and it has a kernel");
	return known > 0;
}

/* ---- pages ---- */

/* Every op of the table has its arguments and attributes on its page, and each default as the table has it. */
static void pages_check(void)
{
	for (int i = 0; i < opdef_n(); i++) {
		const struct opdef *d = opdef_at(i);
		struct oppage *p = oppage_op(d->name);
		char *name = xsvdup(d->name);
		unsigned defaults = 0, shown = 0;

		if (p->line.n != (size_t)d->n_in + d->n_out + d->n_attrs)
			fail(name, "its page leaves something out");
		for (unsigned k = 0; k < d->n_attrs; k++)
			defaults += d->attrs[k].has_default;
		for (size_t k = 0; k < p->line.n; k++) {
			const struct oppage_line *l = &p->line.p[k];

			shown += l->part == OPPAGE_ATTR && l->initial.n > 0;
			if (!l->name.n || !l->type.n)
				fail(name, "a line of its page has no name or type");
		}
		if (defaults != shown)
			fail(name, "its page has not all defaults");
		free(name);
		oppage_free(p);
	}
	pages = opdef_n();
}

/* ---- rules against the op cases ---- */

struct inputs {
	VEC(struct infer_given) list;
	VEC(struct tensor *) held;
};

static void inputs_read(struct inputs *in, struct case_file *f)
{
	for (uint32_t i = 0; i < f->g->n_nodes; i++) {
		struct sv name = graph_node_name(f->g, i);
		struct err err = { 0 };
		char *z = xsvdup(name);
		struct tensor *t = NULL;

		if (sv_is(graph_node_op(f->g, i), "Placeholder") && strstr(z, "/in"))
			t = case_tensor(f, z, case_type(f, i, "dtype"), &err);
		if (t) {
			vec_push(&in->held, t);
			vec_push(&in->list, ((struct infer_given){ .node = name, .has_shape = true,
								   .shape = { t->rank, t->dim },
									.value = t }));
		}
		err_clear(&err);
		free(z);
	}
}

static void inputs_free(struct inputs *in)
{
	for (size_t i = 0; i < in->held.n; i++)
		tensor_unref(in->held.p[i]);
	vec_free(&in->held);
	vec_free(&in->list);
}

static void node_check(struct igraph *ig, const struct node *n)
{
	const struct opdoc *d = opdoc_find(n->op);
	struct ishape *in = xcalloc((size_t)n->n_in + 1, sizeof(*in));
	struct ishape *out = xcalloc((size_t)n->n_out + 1, sizeof(*out));
	struct oprule_node at = { .node = n, .in = in, .out = out, .inf = infer_of(ig) };
	struct str why = STR_INIT;

	for (uint32_t i = 0; i < n->n_in; i++)
		in[i] = infer_out(ig, n->in[i].node, n->in[i].slot)->shape;
	for (uint32_t i = 0; i < n->n_out; i++)
		out[i] = infer_out(ig, n->index, i)->shape;
	nodes++;
	if (!oprule_fits(d->shape, &at, &why)) {
		str_addz(&why, " (");
		str_add(&why, n->name);
		str_addz(&why, "): ");
		oprule_here(&why, d->shape, &at);
		fail(d->name, str_z(&why));
	}
	str_free(&why);
	free(in);
	free(out);
}

/* Nodes of cases that are to fail fit no rule. */
static void failing_read(struct case_file *f, struct map *failing)
{
	struct sv line = str_sv(&f->text);
	struct oc oc;

	while (case_next(&line, &oc))
		if (!sv_is(oc.failing, "-"))
			map_put(failing, oc.name, 1);
}

static void file_check(const char *cases, const char *name)
{
	struct case_file f = { 0 };
	struct inputs in = { 0 };
	struct map failing = { 0 };
	struct err err = { 0 };
	struct infer *inf;

	if (!case_open(&f, cases, name, &err)) {
		fail(name, err.msg);
		err_clear(&err);
		return;
	}
	failing_read(&f, &failing);
	inputs_read(&in, &f);
	inf = infer_new(model_metagraph(f.m, 0), &(struct infer_opts){ .given = in.list.p,
			.n_given = (uint32_t)in.list.n });
	for (uint32_t i = 0; i < f.g->n_nodes; i++) {
		const struct node *n = graph_node(f.g, i, NULL);
		long slash = n ? sv_find(n->name, '/') : -1;

		if (slash > 0 && opdoc_find(n->op) && !sv_is(n->op, "Placeholder") &&
		    !map_get(&failing, sv_sub(n->name, 0, (size_t)slash), NULL))
			node_check(infer_root(inf), n);
	}
	infer_free(inf);
	inputs_free(&in);
	map_free(&failing);
	case_close(&f);
}

static void cases_check(const char *cases)
{
	struct dirent **list;
	int n = scandir(cases, &list, NULL, alphasort);

	for (int i = 0; i < n; i++) {
		char *name = case_family(list[i]->d_name);

		if (name)
			file_check(cases, name);
		free(name);
		free(list[i]);
	}
	if (n >= 0)
		free(list);
	if (nodes < 1000)
		fail(cases, "holds too few nodes");
}

int main(int argc, char **argv)
{
	if (argc < 2)
		return 2;
	rows_check();
	if (!ops_check(argv[1]))
		return 2;
	pages_check();
	if (argc > 2)
		cases_check(argv[2]);
	printf("%d rows, %d pages, %d ops with a kernel, %d ops of models, %d nodes; %d wrong\n", rows, pages,
	       op_n(), known, nodes, bad);
	map_free(&seen);
	return bad || !rows;
}
