/*
 * saved_model_cli's --inputs: "key=file" and "key=file[member]", pieces separated by ";". What a file
 * is, its first bytes say: a zip archive is an .npz, else .npy, else a pickle, which is refused.
 */
#include <stdlib.h>
#include <string.h>

#include "base/fmap.h"
#include "base/mem.h"
#include "base/vec.h"
#include "codec/zip.h"
#include "feed/feed.h"
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

static struct tensor *load_npz(const struct feed_item *it, struct sv bytes, struct err *err)
{
	struct search s = { .want = it->member ? sv_of(it->member) : SV_NULL };
	struct str data = STR_INIT;
	struct tensor *t = NULL;

	if (!zip_each(bytes, look, &s, err))
		return NULL;
	if (it->member && !s.ok)
		err_set(err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT,
			"Input file %s does not contain variable with name \"%s\".", it->file, it->member);
	else if (!it->member && s.n != 1)
		err_set(err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT, s.n ?
			"Input file %s contains more than one ndarrays. Please specify the name of ndarray to use." :
			"Input file %s contains no ndarrays.", it->file);
	else if (zip_extract(bytes, &s.found, &data, err))
		t = npy_read(str_sv(&data), err);
	str_free(&data);
	return t;
}

struct loading {
	const struct feed_item *it;
	struct fmap *f;
	struct tensor *t;
	bool single;
};

static bool load(void *ctx, struct err *err)
{
	struct loading *l = ctx;
	struct sv bytes = fmap_sv(l->f);

	if (!bytes.n)
		return err_set(err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT, "No data left in file");
	if (sv_starts(bytes, SV("PK\3\4")) || sv_starts(bytes, SV("PK\5\6"))) {
		l->t = load_npz(l->it, bytes, err);
	} else if (sv_starts(bytes, SV("\x93NUMPY"))) {
		l->single = true;
		l->t = npy_read(bytes, err);
	} else {
		err_set(err, ERR_KIND_UNSUPPORTED, ERR_UNIMPLEMENTED,
			"neither .npy nor .npz; pickles cannot be read yet (smtui runs none)");
	}
	return l->t != NULL;
}

struct tensor *feed_load(const struct feed_item *it, void (*warning)(void *ctx, const char *line),
			 void *ctx, struct err *err)
{
	struct loading l = { .it = it, .f = fmap_open(it->file, err) };

	if (!l.f)
		return NULL;
	if (!fmap_guard(it->file, load, &l, err))
		err_at(err, "%s", it->file);
	fmap_close(l.f);
	if (l.t && l.single && it->member && warning) {
		char *line = xasprintf("WARNING:tensorflow:Input file %s contains a single ndarray. "
				       "Name key \"%s\" ignored.", it->file, it->member);

		warning(ctx, line);
		free(line);
	}
	return l.t;
}
