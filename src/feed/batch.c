/*
 * Folders and patterns: each file an example, in the order of their names, batched along the first
 * dimension. What an example's file lacks of that dimension is added; a file with several examples
 * gives them all.
 */
#include "feed/kinds.h"

#include <dirent.h>
#include <glob.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/mem.h"

enum { FILES_MAX = 100000 };

static bool is_folder(const char *path)
{
	struct stat st;

	return strchr(path, '/') && !stat(path, &st) && S_ISDIR(st.st_mode);
}

/* "pics/:0..1": the folder or pattern, and the words for its pictures. */
static char *without_words(const char *text, const char **words)
{
	const char *colon = strrchr(text, ':');

	*words = NULL;
	if (!colon || strchr(colon, '/') || is_folder(text))
		return xstrdup(text);
	*words = colon + 1;
	return xsvdup((struct sv){text, (size_t)(colon - text)});
}

/* "a*3" is arithmetic: a pattern has a folder or a kind of file in it, and finds something unless
 * it looks like nothing else. */
static bool is_pattern(const char *path)
{
	static const char *const tails[] = {".png", ".jpg", ".jpeg", ".gif", ".bmp",	  ".npy",
					    ".wav", ".txt", ".csv",  ".tsv", ".tfrecord", NULL};
	glob_t g;
	bool yes;

	if (!strpbrk(path, "*?") || strpbrk(path, "()[]\"'"))
		return false;
	if (feed_ends(path, tails))
		return true;
	yes = strpbrk(path, "/.") && !glob(path, GLOB_NOSORT, NULL, &g);
	if (yes)
		globfree(&g);
	return yes;
}

bool feed_is_batch(const char *text)
{
	const char *words;
	char *path = without_words(text, &words);
	bool yes = is_folder(path) || is_pattern(path);

	free(path);
	return yes;
}

/* ---- the files ---- */

static int by_name(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static bool add_file(struct feed_names *n, char *path)
{
	struct stat st;

	if (n->at.n >= FILES_MAX || stat(path, &st) || !S_ISREG(st.st_mode)) {
		free(path);
		return false;
	}
	vec_push(&n->at, path);
	return true;
}

static bool folder_list(const char *path, struct feed_names *n, struct err *err)
{
	bool slash = sv_ends(sv_of(path), SV("/"));
	const struct dirent *e;
	DIR *d = opendir(path);

	if (!d)
		return err_set(err, ERR_KIND_FILE, ERR_NOT_FOUND, "%s cannot be listed", path);
	while ((e = readdir(d)))
		if (e->d_name[0] != '.')
			add_file(n, xasprintf("%s%s%s", path, slash ? "" : "/", e->d_name));
	closedir(d);
	return true;
}

static void pattern_list(const char *path, struct feed_names *n)
{
	glob_t g;

	if (glob(path, GLOB_NOSORT, NULL, &g))
		return;
	for (size_t i = 0; i < g.gl_pathc; i++)
		add_file(n, xstrdup(g.gl_pathv[i]));
	globfree(&g);
}

static bool list(const char *path, struct feed_names *n, struct err *err)
{
	if (!is_folder(path))
		pattern_list(path, n);
	else if (!folder_list(path, n, err))
		return false;
	if (!n->at.n)
		return err_set(err, ERR_KIND_FILE, ERR_NOT_FOUND, "%s: no files", path);
	if (n->at.n >= FILES_MAX)
		return err_set(err, ERR_KIND_LIMIT, ERR_RESOURCE_EXHAUSTED, "%s: %d files or more",
			       path, FILES_MAX);
	qsort(n->at.p, n->at.n, sizeof(*n->at.p), by_name);
	return true;
}

/* ---- the batch ---- */

struct batch {
	const struct feed_spec *spec; /* the input's */
	struct feed_spec one;	      /* an example's */
	int64_t dim[SHAPE_MAX_RANK];
	VEC(struct tensor *) part;
	int64_t rows;
	bool named; /* each file is one example */
};

static void spec_one(struct batch *b, const char *words)
{
	b->one = *b->spec;
	b->one.names = NULL;
	b->one.shape.dim = b->dim;
	for (int d = 0; d < b->spec->shape.rank; d++)
		b->dim[d] = d ? b->spec->shape.dim[d] : -1;
	if (words)
		b->one.pictures = words;
}

/* With a first dimension of the batch. */
static struct tensor *with_batch(const struct batch *b, struct tensor *t, bool whole,
				 struct err *err)
{
	int rank = b->spec->shape.rank;
	bool add = rank < 0 ? !whole : t->rank == rank - 1;
	int64_t dim[SHAPE_MAX_RANK];
	struct str s = STR_INIT;

	if (!add && (rank < 0 ? t->rank > 0 : t->rank == rank))
		return tensor_ref(t);
	if (!add || t->rank + 1 > SHAPE_MAX_RANK) {
		shape_str_py(&s, tensor_shape(t));
		err_set(err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT,
			"%s is no example of an input of %d dimensions", str_z(&s), rank);
		str_free(&s);
		return NULL;
	}
	dim[0] = 1;
	for (int d = 0; d < t->rank; d++)
		dim[d + 1] = t->dim[d];
	return tensor_view(t, t->dtype, t->rank + 1, dim, err);
}

static bool as_first(const struct batch *b, const struct tensor *t, const char *first,
		     struct err *err)
{
	const struct tensor *a = b->part.p[0];
	struct str x = STR_INIT, y = STR_INIT;

	if (a->dtype == t->dtype && a->rank == t->rank &&
	    !memcmp(a->dim + 1, t->dim + 1, (size_t)(a->rank - 1) * sizeof(*a->dim)))
		return true;
	shape_str_py(&x, tensor_shape(t));
	shape_str_py(&y, tensor_shape(a));
	err_set(err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT, "%s %s differs from %s %s of %s",
		dtype_info(t->dtype)->name, str_z(&x), dtype_info(a->dtype)->name, str_z(&y),
		first);
	str_free(&x);
	str_free(&y);
	return false;
}

static bool add(struct batch *b, const struct feed_names *n, size_t i, struct err *err)
{
	bool whole = false;
	struct tensor *raw = feed_file(&b->one, n->at.p[i], &whole, err), *same, *t;

	same = raw && b->spec->dtype != DT_INVALID && raw->dtype != b->spec->dtype
		       ? feed_convert(
				 &(struct feed_spec){.dtype = b->spec->dtype, .shape = {-1, NULL}},
				 raw, err)
		       : tensor_ref(raw);
	t = same ? with_batch(b, same, whole, err) : NULL;
	tensor_unref(raw);
	tensor_unref(same);
	if (t && b->part.n && !as_first(b, t, n->at.p[0], err)) {
		tensor_unref(t);
		t = NULL;
	}
	if (!t) {
		err_at(err, "%s", n->at.p[i]);
		return false;
	}
	b->named &= t->dim[0] == 1;
	b->rows += t->dim[0];
	vec_push(&b->part, t);
	return true;
}

static bool join(struct tensor *to, const struct batch *b, struct err *err)
{
	int64_t at = 0;

	for (size_t i = 0; i < b->part.n; i++) {
		const struct tensor *t = b->part.p[i];

		if (to->dtype != DT_STRING && t->n)
			memcpy((char *)to->data + at * (int64_t)dtype_info(to->dtype)->size,
			       t->data, t->bytes);
		for (int64_t k = 0; to->dtype == DT_STRING && k < t->n; k++)
			if (!tensor_str_set(to, at + k, tensor_str(t, k), err))
				return false;
		at += t->n;
	}
	return true;
}

static struct tensor *joined(struct batch *b, struct err *err)
{
	const struct tensor *first = b->part.p[0];
	struct tensor *t;
	int64_t dim[SHAPE_MAX_RANK];

	memcpy(dim, first->dim, (size_t)first->rank * sizeof(*dim));
	dim[0] = b->rows;
	t = tensor_new(first->dtype, first->rank, dim, err);
	if (t && !join(t, b, err)) {
		tensor_unref(t);
		return NULL;
	}
	return t;
}

/* The result's names are the files', where each is an example. */
static void names_give(struct batch *b, struct feed_names *n)
{
	if (b->spec->names && b->named) {
		feed_names_free(b->spec->names);
		*b->spec->names = *n;
		*n = (struct feed_names){0};
	}
}

struct tensor *feed_batch(const struct feed_spec *spec, const char *text, struct err *err)
{
	struct batch b = {.spec = spec, .named = true};
	struct feed_names n = {0};
	struct tensor *t = NULL;
	const char *words;
	char *path = without_words(text, &words);
	bool ok;

	if (spec->shape.rank == 0 || spec->shape.rank > SHAPE_MAX_RANK)
		ok = err_set(err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT,
			     "%s: a scalar takes no batch of files", path);
	else
		ok = list(path, &n, err);
	if (ok)
		spec_one(&b, words);
	for (size_t i = 0; ok && i < n.at.n; i++)
		ok = add(&b, &n, i, err);
	if (ok)
		t = joined(&b, err);
	if (t)
		names_give(&b, &n);
	for (size_t i = 0; i < b.part.n; i++)
		tensor_unref(b.part.p[i]);
	vec_free(&b.part);
	feed_names_free(&n);
	free(path);
	return t;
}
