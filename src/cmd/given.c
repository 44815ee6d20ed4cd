/* saved_model_cli's three ways to give inputs; see given.h. */
#include "cmd/given.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "cmd/peer.h"
#include "feed/feed.h"

void givens_free(struct givens *g)
{
	vec_free(&g->list);
	expr_env_free(g->env);
	vals_free(g->vs);
	*g = (struct givens){ 0 };
}

/* The same key twice: the last one counts, and what comes from a later option. */
static void put(struct givens *g, struct sv key, struct val *v, enum given_from from)
{
	struct given one = { arena_sv(g->vs->a, key), v, from };

	for (size_t i = 0; i < g->list.n; i++) {
		struct given *old = &g->list.p[i];

		if (!sv_eq(old->key, key))
			continue;
		if (old->from != from && from == GIVEN_EXPR)
			sink_printf(g->msg, "WARNING:tensorflow:input_key %.*s has been specified with both "
				    "--inputs and --input_exprs options. Value in --input_exprs will be used.\n",
				    SV_ARG(key));
		else if (old->from != from)
			sink_printf(g->msg, "WARNING:tensorflow:input_key %.*s has been specified in multiple "
				    "options. Value in --input_examples will be used.\n", SV_ARG(key));
		*old = one;
		return;
	}
	vec_push(&g->list, one);
}

/* ---- expressions ---- */

/* What is neither a literal nor uses numpy gets the peer's words, after a hint what is wrong. */
static bool refused(struct givens *g, struct sv value, bool numpy, struct err *why, struct err *err)
{
	if (numpy)
		peer_fail(err, ERR_KIND_INPUT, "RuntimeError: Expression \"%.*s\": %s", SV_ARG(value),
			  why->msg ? why->msg : "?");
	else {
		sink_puts(g->msg, "note: ");
		sink_escaped(g->msg, sv_of(why->msg));
		sink_puts(g->msg, "\n");
		peer_fail(err, ERR_KIND_INPUT,
			  "RuntimeError: Expression \"%.*s\" is not a valid python literal.", SV_ARG(value));
	}
	err_clear(why);
	return false;
}

static struct val *evaluate(struct givens *g, struct sv value, bool literal, struct err *err)
{
	struct err why = { 0 };
	bool numpy = false;
	struct val *v = literal ? expr_literal(g->vs, value, &why) :
				  expr_eval(g->vs, g->env, value, &numpy, &why);

	if (!v)
		refused(g, value, numpy, &why, err);
	return v;
}

typedef VEC(struct given) given_list;

static bool expr_piece(struct givens *g, struct sv piece, enum given_from from, given_list *out,
		       struct err *err)
{
	struct given one = { .from = from };
	long eq = sv_find(piece, '=');

	if (eq < 0)
		return peer_fail(err, ERR_KIND_USAGE,
				 "ValueError: not enough values to unpack (expected 2, got 1)");
	one.key = sv_sub(piece, 0, (size_t)eq);
	one.v = evaluate(g, sv_sub(piece, (size_t)eq + 1, piece.n), from == GIVEN_EXAMPLE, err);
	for (size_t i = 0; one.v && i < out->n; i++)
		if (sv_eq(out->p[i].key, one.key)) {
			out->p[i] = one;
			return true;
		}
	if (one.v)
		vec_push(out, one);
	return one.v != NULL;
}

static bool exprs_read(struct givens *g, const char *option, enum given_from from, given_list *out,
		       struct err *err)
{
	struct sv rest = sv_of(option);

	while (rest.p) {
		long semi = sv_find(rest, ';');
		struct sv piece = semi < 0 ? rest : sv_sub(rest, 0, (size_t)semi);

		rest = semi < 0 ? SV_NULL : sv_sub(rest, (size_t)semi + 1, rest.n);
		if (piece.n && !strchr(option, '='))
			return peer_fail(err, ERR_KIND_USAGE,
					 "RuntimeError: --input_exprs \"%s\" format is incorrect. Please follow"
					 "\"<input_key>=<python expression>\"", option);
		if (piece.n && !expr_piece(g, piece, from, out, err))
			return false;
	}
	return true;
}

static bool serialize(struct givens *g, given_list *list, struct err *err)
{
	const struct feed_ways ways = { .order = pymap_order, .no_bools = g->no_bools };

	for (size_t i = 0; i < list->n; i++) {
		list->p[i].v = feed_examples(g->vs, list->p[i].v, &ways, err);
		if (!list->p[i].v)
			return false;
	}
	return true;
}

/* ---- files ---- */

static void warn(void *ctx, const char *line)
{
	struct givens *g = ctx;

	sink_printf(g->msg, "%s\n", line);
}

static bool is_file(const char *path, struct err *err)
{
	struct stat st;

	if (stat(path, &st))
		return peer_fail(err, ERR_KIND_FILE,
				 "tensorflow.python.framework.errors_impl.NotFoundError: %s; %s", path,
				 strerror(errno));
	if (S_ISDIR(st.st_mode))
		return peer_fail(err, ERR_KIND_FILE,
				 "tensorflow.python.framework.errors_impl.FailedPreconditionError: "
				 "%s; Is a directory", path);
	return true;
}

static bool files_read(struct givens *g, const struct feed_item *items, int n, struct err *err)
{
	for (int i = 0; i < n; i++) {
		struct val *v = NULL;

		if (is_file(items[i].file, err))
			v = feed_load_value(g->vs, &items[i], warn, g, err);
		if (!v)
			return false;
		put(g, sv_of(items[i].key), v, GIVEN_FILE);
	}
	return true;
}

bool givens_read(struct givens *g, const char *files, const char *exprs, const char *examples,
		 struct err *err)
{
	given_list by_expr = { 0 }, by_example = { 0 };
	struct feed_item *items = NULL;
	int n = 0;
	bool ok;

	g->vs = vals_new();
	g->env = expr_env_new();
	ok = feed_inputs_split(files ? files : "", &items, &n, err) &&
	     exprs_read(g, exprs ? exprs : "", GIVEN_EXPR, &by_expr, err) &&
	     exprs_read(g, examples ? examples : "", GIVEN_EXAMPLE, &by_example, err) &&
	     serialize(g, &by_example, err) && files_read(g, items, n, err);
	for (size_t i = 0; ok && i < by_expr.n; i++)
		put(g, by_expr.p[i].key, by_expr.p[i].v, GIVEN_EXPR);
	for (size_t i = 0; ok && i < by_example.n; i++)
		put(g, by_example.p[i].key, by_example.p[i].v, GIVEN_EXAMPLE);
	feed_items_free(items, n);
	vec_free(&by_expr);
	vec_free(&by_example);
	return ok;
}
