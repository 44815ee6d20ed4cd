/* saved_model_cli's ways; see peer.h. */
#include "cmd/peer.h"

#include <stdlib.h>
#include <string.h>

#include "base/map.h"
#include "base/mem.h"
#include "cmd/args.h"
#include "base/vec.h"

bool peer_fail(struct err *err, enum err_kind kind, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	err_vset(err, kind, ERR_INVALID_ARGUMENT, fmt, ap);
	va_end(ap);
	return false;
}

const char *peer_error_class(enum err_code code)
{
	static const char *const classes[] = {
		NULL, "CancelledError", "UnknownError", "InvalidArgumentError", "DeadlineExceededError",
		"NotFoundError", "AlreadyExistsError", "PermissionDeniedError", "ResourceExhaustedError",
		"FailedPreconditionError", "AbortedError", "OutOfRangeError", "UnimplementedError",
		"InternalError", "UnavailableError", "DataLossError",
	};

	return (size_t)code < sizeof(classes) / sizeof(*classes) ? classes[code] : NULL;
}

/* An error of a node: its site is "node PATH (OP)". */
static bool node_error(struct err *err)
{
	char *old = err->msg;
	const char *name, *end;

	if (!err->site || strncmp(err->site, "node ", 5) || !old || !peer_error_class(err->code) ||
	    err->kind == ERR_KIND_UNSUPPORTED || err->kind == ERR_KIND_LIMIT || err->kind == ERR_KIND_INTERRUPT)
		return false;
	name = err->site + 5;
	end = strstr(name, " (");
	err->msg = xasprintf("tensorflow.python.framework.errors_impl.%s: Graph execution error:\n\n%s\n"
			     "\t [[{{node %.*s}}]]", peer_error_class(err->code), old,
			     (int)(end ? end - name : (long)strlen(name)), name);
	free(old);
	return true;
}

void peer_exception(struct err *err)
{
	static const struct { const char *start, *cls; } rows[] = {
		{ "--inputs \"", "RuntimeError" }, { "Input file ", "RuntimeError" },
		{ "Output file ", "RuntimeError" }, { "No data left in file", "EOFError" },
		{ "Cannot feed value", "ValueError" },
	};
	char *old = err->msg;

	if (err->kind == ERR_KIND_USAGE)	/* an option's value: an exception there, no usage */
		err->kind = ERR_KIND_INPUT;
	if (node_error(err))
		return;
	for (size_t i = 0; old && i < sizeof(rows) / sizeof(*rows); i++)
		if (!strncmp(old, rows[i].start, strlen(rows[i].start))) {
			err->msg = xasprintf("%s: %s", rows[i].cls, old);
			free(old);
			return;
		}
}

void peer_newly(struct err *err)
{
	static const struct {
		const char *start, *old, *now;
	} rows[] = {
		{ "OSError: Cannot parse proto file ", "Error parsing message.",
		  "Error parsing message with type 'tensorflow.SavedModel': Wire format was corrupt." },
		{ "ValueError: could not convert string to float: ", "float: '", "float: np.str_('" },
	};

	for (size_t i = 0; err->msg && i < sizeof(rows) / sizeof(*rows); i++) {
		char *old = err->msg, *at = strstr(old, rows[i].old);

		if (!at || strncmp(old, rows[i].start, strlen(rows[i].start)))
			continue;
		err->msg = xasprintf("%.*s%s%s%s", (int)(at - old), old, rows[i].now, at + strlen(rows[i].old),
				     i ? ")" : "");
		free(old);
		return;
	}
}

bool peer_compat(struct cmd_call *c, struct err *err)
{
	const char *v = call_str(c, "compat");

	c->app->compat_2_21 = v && !strcmp(v, "2.21");
	return !v || c->app->compat_2_21 || !strcmp(v, "2.15") || !strcmp(v, "2.15.1") ||
	       err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT, "--compat knows 2.15 and 2.21, not \"%s\"", v);
}

bool peer_open(struct app *app, const char *dir, struct err *err)
{
	static const char *const texts[] = {
		"SavedModel file does not exist at: ", "Cannot parse proto file ", "Cannot parse pbtxt file ",
	};
	char *old;

	app->model = model_open_dir(dir, err);
	for (size_t i = 0; !app->model && err->msg && i < sizeof(texts) / sizeof(*texts); i++)
		if (!strncmp(err->msg, texts[i], strlen(texts[i]))) {
			old = err->msg;
			err->msg = xasprintf("OSError: %s", old);
			if (app->compat_2_21)
				peer_newly(err);
			free(old);
			break;
		}
	return app->model != NULL;
}

void peer_put(struct sink *out, struct sv text)
{
	if (out->width)
		sink_escaped(out, text);
	else
		sink_put(out, text);
}

void peer_lines(struct sink *out, const struct str *text)
{
	struct sv rest = str_sv(text);

	while (rest.n) {
		long nl = sv_find(rest, '\n');
		size_t end = nl < 0 ? rest.n : (size_t)nl;

		peer_put(out, sv_sub(rest, 0, end));
		if (nl < 0)
			break;
		sink_puts(out, "\n");
		rest = sv_sub(rest, end + 1, rest.n);
	}
}

/* ---- tag sets ---- */

static struct sv trimmed(struct sv s)
{
	while (s.n && strchr(" \t\r\n\f\v", s.p[0]))
		s = sv_sub(s, 1, s.n);
	while (s.n && strchr(" \t\r\n\f\v", s.p[s.n - 1]))
		s.n--;
	return s;
}

void peer_list(const char *text, bool trim, struct pyset *out)
{
	struct sv rest = sv_of(text);

	pyset_init(out);
	while (rest.n) {
		long comma = sv_find(rest, ',');
		size_t end = comma < 0 ? rest.n : (size_t)comma;
		struct sv piece = sv_sub(rest, 0, end);

		if (trim)
			piece = trimmed(piece);
		if (piece.n)
			pyset_add(out, piece);
		rest = sv_sub(rest, comma < 0 ? end : end + 1, rest.n);
	}
}

static void tag_set(const struct metagraph *mg, struct pyset *s)
{
	pyset_init(s);
	for (uint32_t i = 0; i < mg->n_tags; i++)
		pyset_add(s, mg->tags[i]);
}

static bool has_tags(const struct metagraph *mg, const struct pyset *want)
{
	struct pyset have;
	struct sv tag;
	bool same;

	tag_set(mg, &have);
	same = have.key.n == want->key.n;
	for (size_t i = 0; same && pyset_next(want, &i, &tag);)
		same = pyset_has(&have, tag);
	pyset_free(&have);
	return same;
}

/* "['serve', 'gpu,serve']": each entry in the order of a set. */
static void tag_sets_repr(struct str *out, const struct model *m)
{
	str_addc(out, '[');
	for (int k = 0; k < model_n_metagraphs(m); k++) {
		struct str one = STR_INIT;
		struct pyset s;
		struct sv tag;

		tag_set(model_metagraph(m, k), &s);
		str_addz(&one, "");
		for (size_t i = 0; pyset_next(&s, &i, &tag);) {
			str_addz(&one, one.n ? "," : "");
			str_add(&one, tag);
		}
		str_addz(out, k ? ", " : "");
		py_repr(out, str_sv(&one));
		str_free(&one);
		pyset_free(&s);
	}
	str_addc(out, ']');
}

static const struct metagraph *find(const struct model *m, const struct pyset *want, const char *tags,
				    struct err *err)
{
	const struct metagraph *found = NULL;
	struct str list = STR_INIT;

	for (int i = 0; i < model_n_metagraphs(m) && !found; i++)
		if (has_tags(model_metagraph(m, i), want))
			found = model_metagraph(m, i);
	if (found)
		return found;
	tag_sets_repr(&list, m);
	peer_fail(err, ERR_KIND_MODEL,
		  "RuntimeError: MetaGraphDef associated with tag-set %s could not be found in the "
		  "SavedModel. Please use one of the following tag-sets: %s", tags, str_z(&list));
	str_free(&list);
	return NULL;
}

const struct metagraph *peer_find(const struct model *m, const char *tags, struct err *err)
{
	const struct metagraph *found;
	struct pyset want;

	peer_list(tags, false, &want);
	found = find(m, &want, tags, err);
	pyset_free(&want);
	return found;
}

const struct metagraph *peer_find_tags(const struct app *app, const char *tags, struct err *err)
{
	const struct metagraph *found = NULL;
	struct pyset want;

	if (!app->compat_2_21)
		return peer_find(app->model, tags, err);
	peer_list(tags, true, &want);
	if (want.key.n)
		found = find(app->model, &want, tags, err);
	else
		peer_fail(err, ERR_KIND_INPUT, "ValueError: tag_set must contain at least one non-empty item.");
	pyset_free(&want);
	return found;
}

void peer_tags_repr(struct str *out, const struct metagraph *mg)
{
	str_addc(out, '[');
	for (uint32_t i = 0; i < mg->n_tags; i++) {
		str_addz(out, i ? ", " : "");
		py_repr(out, mg->tags[i]);
	}
	str_addc(out, ']');
}

bool peer_no_signature(const struct metagraph *mg, const char *key, struct err *err)
{
	struct str list = STR_INIT;
	struct sv *keys = calloc(mg->n_sigs + 1u, sizeof(*keys));
	uint32_t *order = calloc(mg->n_sigs + 1u, sizeof(*order));

	for (uint32_t i = 0; keys && i < mg->n_sigs; i++)
		keys[i] = mg->sigs[i].key;
	if (keys && order)
		pymap_order(keys, mg->n_sigs, order);
	for (uint32_t i = 0; keys && order && i < mg->n_sigs; i++) {
		str_addz(&list, i ? ", " : "");
		str_add(&list, keys[order[i]]);
	}
	peer_fail(err, ERR_KIND_INPUT,
		  "ValueError: Could not find signature \"%s\". Please choose from: %s", key,
		  str_z(&list));
	str_free(&list);
	free(keys);
	free(order);
	return false;
}

/* ---- ops ---- */

struct walk {
	const struct metagraph *mg;
	struct pyset used;			/* op and function names */
	VEC(const struct function *) todo;	/* bodies not looked at yet; the last one is next */
};

static void mark(struct walk *w, struct sv op)
{
	const struct function *f;

	if (!pyset_add(&w->used, op))
		return;
	f = metagraph_function(w->mg, op);
	if (f)
		vec_push(&w->todo, f);
}

static bool walk_graph(struct walk *w, const struct graph *g, struct err *err)
{
	for (uint32_t i = g->n_args; i < g->n_nodes; i++) {
		struct sv op = graph_node_op(g, i), name;
		const struct node *n;

		mark(w, op);
		if (!sv_is(op, "PartitionedCall") && !sv_is(op, "StatefulPartitionedCall"))
			continue;
		n = graph_node(g, i, err);
		if (!n)
			return false;
		mark(w, node_attr_func(n, "f", &name) ? name : SV(""));
	}
	return true;
}

bool peer_ops(const struct metagraph *mg, struct pyset *ops, struct err *err)
{
	struct walk w = { .mg = mg };
	struct sv op;
	bool ok;

	pyset_init(&w.used);
	pyset_init(ops);
	ok = walk_graph(&w, mg->graph, err);
	while (ok && w.todo.n) {
		const struct function *f = w.todo.p[--w.todo.n];

		ok = walk_graph(&w, f->graph, err);
	}
	for (size_t i = 0; ok && pyset_next(&w.used, &i, &op);)
		if (!metagraph_function(mg, op))
			pyset_add(ops, op);
	vec_free(&w.todo);
	pyset_free(&w.used);
	if (!ok)
		pyset_free(ops);
	return ok;
}
