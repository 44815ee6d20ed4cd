/* The constants of the graph and of all functions as a table. */
#include <inttypes.h>
#include <regex.h>
#include <stdlib.h>

#include "base/intr.h"
#include "base/mem.h"
#include "cmd/rows.h"
#include "cmd/weights.h"
#include "tensor/print.h"

struct const_row {
	const struct graph *g;
	uint32_t node;
	int64_t bytes;
	char *path;			/* "function/node" */
};

typedef VEC(struct const_row) const_rows;

static char *path_of(const struct graph *g, uint32_t i)
{
	struct str s = STR_INIT;

	if (g->func) {
		str_add(&s, g->func->name);
		str_addc(&s, '/');
	}
	str_add(&s, graph_node_name(g, i));
	return str_give(&s);
}

static bool wanted(struct const_row *r, const regex_t *re, int64_t min)
{
	int64_t dims[SHAPE_MAX_RANK];
	struct weight w;

	if (!weight_const(r->g, r->node, dims, &w))
		w.bytes = 0;		/* damaged: listed all the same */
	r->bytes = w.bytes;
	if (r->bytes < min)
		return false;
	r->path = path_of(r->g, r->node);
	if (r->path && (!re || !regexec(re, r->path, 0, NULL, 0)))
		return true;
	free(r->path);
	return false;
}

static bool collect(struct cmd_call *c, const regex_t *re, const_rows *rows, struct err *err)
{
	const struct metagraph *mg = c->app->mg;
	int64_t min = call_opt(c, "min")->given ? call_opt(c, "min")->i : 0;

	for (uint32_t k = 0; k <= mg->n_funcs; k++) {
		const struct graph *g = k ? mg->funcs[k - 1].graph : mg->graph;

		if (!intr_check(err))
			return false;
		for (uint32_t i = 0; i < g->n_nodes; i++) {
			struct const_row r = { .g = g, .node = i };

			if (sv_is(graph_node_op(g, i), "Const") && wanted(&r, re, min))
				vec_push(rows, r);
		}
	}
	return true;
}

static int by_bytes(const void *a, const void *b)
{
	const struct const_row *x = a, *y = b;
	int c = (x->bytes < y->bytes) - (x->bytes > y->bytes);

	c = c ? c : strcmp(x->path, y->path);
	return c ? c : (x->node > y->node) - (x->node < y->node);
}

static int by_path(const void *a, const void *b)
{
	return sv_natcmp(sv_of(((const struct const_row *)a)->path), sv_of(((const struct const_row *)b)->path));
}

static bool sort(struct cmd_call *c, const_rows *rows, struct err *err)
{
	const char *key = call_str(c, "sort");

	if (key && strcmp(key, "bytes") && strcmp(key, "name"))
		return err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT, "cannot sort by \"%s\", but by bytes or name",
			       key);
	if (key && rows->n)
		qsort(rows->p, rows->n, sizeof(*rows->p), *key == 'b' ? by_bytes : by_path);
	return true;
}

/* A few numbers themselves, or the end of a text that is too long. */
static char *short_value(const struct weight *w)
{
	enum { FEW = 4, WIDE = 40 };
	struct tensor *t = NULL;
	struct str s = STR_INIT;
	int64_t n;

	str_addz(&s, "");
	if (shape_count(w->shape.rank, w->shape.dim, &n, NULL) && n <= FEW)
		t = tensorproto_decode(w->proto, NULL);
	for (int64_t i = 0; t && i < t->n; i++) {
		str_addz(&s, i ? " " : "");
		if (t->dtype == DT_STRING)
			str_escaped(&s, tensor_str(t, i));
		else
			print_element(&s, t, i);
		if (s.n > WIDE) {
			s.n = WIDE;
			while (s.n && ((unsigned char)s.p[s.n] & 0xc0) == 0x80)
				s.n--;	/* no half character */
			s.p[s.n] = '\0';
			str_addz(&s, "...");
			break;
		}
	}
	tensor_unref(t);
	return str_give(&s);
}

static void print_rows(struct cmd_call *c, const const_rows *rows)
{
	struct table t;
	int64_t bytes = 0;
	char *n, *size;

	table_init(&t, "lrll");
	for (size_t i = 0; i < rows->n; i++) {
		int64_t dims[SHAPE_MAX_RANK];
		struct weight w;
		struct str type = STR_INIT;

		if (!weight_const(rows->p[i].g, rows->p[i].node, dims, &w)) {
			table_text(&t, "damaged");
			table_text(&t, "");
			table_text(&t, "");
		} else {
			str_addf(&type, "%s ", dtype_info(w.dtype)->name);
			shape_str_py(&type, w.shape);
			table_take(&t, str_give(&type));
			table_take(&t, text_bytes((uint64_t)w.bytes));
			table_take(&t, short_value(&w));
		}
		table_sv(&t, sv_of(rows->p[i].path));
		bytes += rows->p[i].bytes;
	}
	table_print(&t, c->out, 0);
	n = text_thousands((int64_t)rows->n);
	size = text_bytes((uint64_t)bytes);
	sink_printf(c->out, "%s%s constant%s, %s\n", rows->n ? "\n" : "", n, rows->n == 1 ? "" : "s", size);
	free(n);
	free(size);
}

static bool print_json(struct cmd_call *c, const const_rows *rows, bool stats, struct err *err)
{
	struct json j;

	json_start(&j, c->out);
	json_open(&j, '[');
	for (size_t i = 0; i < rows->n; i++) {
		int64_t dims[SHAPE_MAX_RANK];
		struct weight w;
		struct tensor *t;
		struct summary sum;

		if (!intr_check(err))
			return false;
		json_open(&j, '{');
		json_kstr(&j, "name", sv_of(rows->p[i].path));
		if (weight_const(rows->p[i].g, rows->p[i].node, dims, &w)) {
			json_kstr(&j, "dtype", sv_of(dtype_info(w.dtype)->name));
			json_kshape(&j, "shape", w.shape);
			json_kint(&j, "bytes", w.bytes);
			t = stats ? weight_read(&w, NULL) : NULL;
			if (t) {
				summary_of(t, &sum);
				json_key(&j, "statistics");
				json_open(&j, '{');
				summary_json(&j, &sum);
				json_close(&j, '}');
			}
			tensor_unref(t);
		}
		json_close(&j, '}');
	}
	json_close(&j, ']');
	json_end(&j);
	return true;
}

static int consts_exec(struct cmd_call *c, struct err *err)
{
	const_rows rows = { 0 };
	regex_t re;
	bool ok;

	if (c->argc && regcomp(&re, c->argv[0], REG_EXTENDED | REG_NOSUB)) {
		err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT, "no regular expression: \"%s\"", c->argv[0]);
		return EXIT_USAGE;
	}
	ok = collect(c, c->argc ? &re : NULL, &rows, err) && sort(c, &rows, err);
	if (ok && call_flag(c, "json"))
		ok = print_json(c, &rows, call_flag(c, "stats"), err);
	else if (ok)
		print_rows(c, &rows);
	if (c->argc)
		regfree(&re);
	for (size_t i = 0; i < rows.n; i++)
		free(rows.p[i].path);
	vec_free(&rows);
	return ok ? EXIT_FINE : EXIT_ERROR;
}

static const struct cmd_opt consts_opts[] = {
	{ "tag_set", 0, OPT_STRING, "TAGS", "the MetaGraph with these tags" },
	{ "sort", 0, OPT_STRING, "COLUMN", "by bytes, the largest first, or by name" },
	{ "min", 0, OPT_INT, "BYTES", "only those of so many bytes at least" },
	{ "stats", 0, OPT_FLAG, NULL, "with --json: statistics too" },
	{ "json", 0, OPT_FLAG, NULL, "print JSON" },
	{ 0 },
};

const struct cmd cmd_consts = {
	.name = "consts",
	.where = CMD_SHELL | CMD_PROMPT,
	.opts = consts_opts,
	.operands = "[REGEX]",
	.max_args = 1,
	.group = "Looking",
	.need = NEED_MODEL,
	.exec = consts_exec,
	.json = "[{name: str, dtype?: str, shape?: @shape, bytes?: int, statistics?: @statistics}]",
	.brief = "The constants of the graph and of all functions.",
	.help = "REGEX: only those whose path (FUNCTION/NODE, NODE in the graph) it hits. The values of small ones are shown.",
};
