/*
 * saved_model_cli's --inputs: "key=file" and "key=file[member]", pieces separated by ";". What a file
 * is, its first bytes say: a zip archive is an .npz, else .npy, else a pickle.
 */
#include <stdlib.h>
#include <string.h>

#include "base/fmap.h"
#include "base/mem.h"
#include "base/vec.h"
#include "codec/zip.h"
#include "feed/feed.h"
#include "feed/pickle.h"
#include "tensor/npy.h"

static bool has_bracket(struct sv s)
{
	return sv_find(s, '[') >= 0 || sv_find(s, ']') >= 0;
}

/* key=file[member], then key=file; the key may hold no "=", file and member no brackets. */
static bool split_piece(struct sv piece, struct feed_item *it)
{
	long eq = sv_find(piece, '=');
	struct sv file, member = SV_NULL;

	if (eq <= 0)
		return false;
	file = sv_sub(piece, (size_t)eq + 1, piece.n);
	if (file.n && file.p[file.n - 1] == ']') {
		long open = sv_rfind(file, '[');

		if (open < 0)
			return false;
		member = sv_sub(file, (size_t)open + 1, file.n - 1);
		file = sv_sub(file, 0, (size_t)open);
		if (!member.n || has_bracket(member))
			return false;
	}
	if (!file.n || has_bracket(file))
		return false;
	it->key = xsvdup(sv_sub(piece, 0, (size_t)eq));
	it->file = xsvdup(file);
	it->member = member.p ? xsvdup(member) : NULL;
	return true;
}

void feed_items_free(struct feed_item *items, int n)
{
	for (int i = 0; i < n; i++) {
		free(items[i].key);
		free(items[i].file);
		free(items[i].member);
	}
	free(items);
}

/* The same key twice: the last one counts. */
static void add_item(struct feed_item *items, int *n, struct feed_item it)
{
	for (int i = 0; i < *n; i++) {
		if (!strcmp(items[i].key, it.key)) {
			free(items[i].key);
			free(items[i].file);
			free(items[i].member);
			items[i] = it;
			return;
		}
	}
	items[(*n)++] = it;
}

bool feed_inputs_split(const char *option, struct feed_item **items, int *n, struct err *err)
{
	struct sv rest = sv_of(option);
	size_t pieces = 1;

	for (size_t i = 0; i < rest.n; i++)
		pieces += rest.p[i] == ';';
	*items = xcalloc(pieces, sizeof(**items));
	*n = 0;
	while (rest.p) {
		long semi = sv_find(rest, ';');
		struct sv piece = semi < 0 ? rest : sv_sub(rest, 0, (size_t)semi);
		struct feed_item it = { 0 };

		rest = semi < 0 ? SV_NULL : sv_sub(rest, (size_t)semi + 1, rest.n);
		if (!piece.n)
			continue;
		if (!split_piece(piece, &it)) {
			feed_items_free(*items, *n);
			*items = NULL;
			*n = 0;
			return err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT,
				       "--inputs \"%.*s\" format is incorrect. Please follow"
				       "\"<input_key>=<filename>\", or\"<input_key>=<filename>[<variable_name>]\"",
				       SV_ARG(piece));
		}
		add_item(*items, n, it);
	}
	return true;
}

/* ---- archives ---- */

struct search {
	struct sv want;			/* NULL: any */
	struct zip_member found;
	int n;
	bool ok;
};

static bool look(void *ctx, const struct zip_member *m)
{
	struct search *s = ctx;
	struct sv name = m->name, bare = sv_ends(name, SV(".npy")) ? sv_sub(name, 0, name.n - 4) : name;

	s->n++;
	if (!s->want.p || sv_eq(s->want, bare) || sv_eq(s->want, name)) {
		s->found = *m;
		s->ok = true;
	}
	return true;
}

/* ---- what a file holds ---- */

struct loading {
	const struct feed_item *it;
	struct vals *vs;
	struct fmap *f;
	struct val *whole, *v;	/* whole: of a pickle */
};

static bool no_variable(const struct feed_item *it, struct err *err)
{
	return err_set(err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT,
		       "Input file %s does not contain variable with name \"%s\".", it->file, it->member);
}

/* An .npy of Python objects is its header and a pickle of the whole array. */
static struct val *load_npy(struct loading *l, struct sv b, struct err *err)
{
	size_t skip = b.n > 12 ? b.p[6] == 1 ? 10 : 12 : b.n, len = 0;
	struct sv head;

	for (size_t i = skip; i > 8 && skip <= 12; i--)
		len = len << 8 | (unsigned char)b.p[i - 1];
	head = skip <= b.n && len <= b.n - skip ? sv_sub(b, skip, skip + len) : SV_NULL;
	if (head.n && memmem(head.p, head.n, "'|O'", 4))
		return pickle_read(l->vs, sv_sub(b, skip + len, b.n), err);
	return val_array(l->vs, npy_read(b, err), false, err);
}

/* np.load reads an archive's members as .npy files. An archive of 22 bytes has none: the peer then seeks to
 * before its beginning. */
static struct val *load_npz(struct loading *l, struct sv b, struct err *err)
{
	const struct feed_item *it = l->it;
	struct search s = { .want = it->member ? sv_of(it->member) : SV_NULL };
	struct str data = STR_INIT;
	struct val *v = NULL;

	if (!zip_each(b, look, &s, err))
		return NULL;
	if (!s.n && b.n == 22)
		err_set(err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT,
			"tensorflow.python.framework.errors_impl.InvalidArgumentError: Seeking to a negative "
			"position: -20");
	else if (it->member && !s.ok)
		no_variable(it, err);
	else if (!it->member && s.n != 1)
		err_set(err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT,
			"Input file %s contains more than one ndarrays. Please specify the name of ndarray to "
			"use.", it->file);
	else if (zip_extract(b, &s.found, &data, err))
		v = load_npy(l, str_sv(&data), err);
	str_free(&data);
	return v;
}

static bool load_pickle(struct loading *l, struct sv b, struct err *err)
{
	struct err why = { 0 };
	struct val *v = pickle_read(l->vs, b, &why);

	if (!v) {
		err_set(err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT,
			"_pickle.UnpicklingError: Failed to interpret file %s as a pickle: %s", l->it->file,
			why.msg ? why.msg : "?");
		err_clear(&why);
		return false;
	}
	l->whole = l->v = v;
	if (!l->it->member || v->kind == VAL_ARRAY)
		return true;
	l->v = v->kind == VAL_DICT ? val_get(v, sv_of(l->it->member)) : NULL;
	return l->v || no_variable(l->it, err);
}

static bool load(void *ctx, struct err *err)
{
	struct loading *l = ctx;
	struct sv b = fmap_sv(l->f);

	if (!b.n)
		return err_set(err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT, "No data left in file");
	if (sv_starts(b, SV("PK\3\4")) || sv_starts(b, SV("PK\5\6")))
		l->v = load_npz(l, b, err);
	else if (sv_starts(b, SV("\x93NUMPY")))
		l->v = load_npy(l, b, err);
	else
		return load_pickle(l, b, err);
	return l->v != NULL;
}

/* A file that holds one array has no names in it. */
static void say_ignored(const struct loading *l, void (*warning)(void *ctx, const char *line), void *ctx)
{
	struct sv b = fmap_sv(l->f);
	char *line;

	if (!l->v || !l->it->member || !warning || l->v->kind != VAL_ARRAY || l->v->scalar ||
	    sv_starts(b, SV("PK")) || (!sv_starts(b, SV("\x93NUMPY")) && l->whole != l->v))
		return;
	line = xasprintf("WARNING:tensorflow:Input file %s contains a single ndarray. Name key \"%s\" "
			 "ignored.", l->it->file, l->it->member);
	warning(ctx, line);
	free(line);
}

struct val *feed_load_value(struct vals *vs, const struct feed_item *it,
			    void (*warning)(void *ctx, const char *line), void *ctx, struct err *err)
{
	struct loading l = { .it = it, .vs = vs, .f = fmap_open(it->file, err) };

	if (!l.f)
		return NULL;
	if (!fmap_guard(it->file, load, &l, err)) {
		l.v = NULL;
		err_at(err, "%s", it->file);
	}
	say_ignored(&l, warning, ctx);
	fmap_close(l.f);
	return l.v;
}

struct tensor *feed_load(const struct feed_item *it, void (*warning)(void *ctx, const char *line),
			 void *ctx, struct err *err)
{
	struct vals *vs = vals_new();
	struct val *v = feed_load_value(vs, it, warning, ctx, err);
	struct tensor *t = v ? val_to_tensor(v, DT_INVALID, err) : NULL;

	vals_free(vs);
	return t;
}
