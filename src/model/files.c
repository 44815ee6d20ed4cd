/* The folder of a model; see files.h. Links to folders are not followed: they may lead round in a circle. */
#include "model/files.h"

#include <dirent.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "model/priv.h"

enum { FILES_MAX = 20000, DEEPEST = 16 };

static const struct {
	const char *prefix, *suffix, *what;
} kinds[] = {
	{ "saved_model.", ".pb", "the model: graph, signatures, functions" },
	{ "saved_model.", ".pbtxt", "the model, text form" },
	{ "saved_model.", ".cpb", "the model in chunks" },
	{ "fingerprint", ".pb", "fingerprint" },
	{ "keras_metadata", ".pb", "Keras: layers and their configuration" },
	{ "tfhub_module", ".pb", "TensorFlow Hub's mark of a module" },
	{ "variables/variables", ".index", "variables: names, shapes, where each is stored" },
	{ "variables/variables.data-", "", "variables: values" },
	{ "variables/checkpoint", "", "which checkpoint is the latest" },
	{ MODEL_WARMUP, "", "requests that TensorFlow Serving warms up with" },
	{ "assets.extra/", "", "comes along, TensorFlow does not read it" },
	{ MODEL_ORIGINS, "", "where in the Python source each node was made" },
};

static const char *kind_of(const struct model *m, struct sv path, bool *known)
{
	*known = true;
	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++)
		if (sv_starts(path, sv_of(kinds[i].prefix)) && sv_ends(path, sv_of(kinds[i].suffix)))
			return kinds[i].what;
	for (int g = 0; g < m->n_mg && sv_starts(path, SV("assets/")); g++)
		for (uint32_t i = 0; i < m->mg[g].n_assets; i++)
			if (sv_eq(m->mg[g].assets[i].filename, sv_sub(path, 7, path.n)))
				return "an asset";
	*known = false;
	return sv_starts(path, SV("assets/")) ? "an asset that no MetaGraph names" : "";
}

typedef VEC(struct model_file) files_t;

static bool walk(const struct model *m, struct arena *a, const char *below, int depth, files_t *out)
{
	char *dir = below[0] ? xasprintf("%s/%s", m->dir, below) : xstrdup(m->dir);
	DIR *d = depth < DEEPEST ? opendir(dir) : NULL;
	bool whole = d != NULL;
	struct dirent *e;

	while (d && whole && (e = readdir(d))) {
		struct model_file f = { .bytes = -1 };
		char *path;
		struct stat st;

		if (!strcmp(e->d_name, ".") || !strcmp(e->d_name, ".."))
			continue;
		if (out->n == FILES_MAX) {
			whole = false;
			break;
		}
		f.path = sv_of(arena_printf(a, "%s%s%s", below, below[0] ? "/" : "", e->d_name));
		path = xasprintf("%s/%s", m->dir, f.path.p);
		if (!lstat(path, &st) && S_ISDIR(st.st_mode)) {
			whole = walk(m, a, f.path.p, depth + 1, out);
		} else {
			if (!stat(path, &st) && S_ISREG(st.st_mode))
				f.bytes = st.st_size;
			f.what = kind_of(m, f.path, &f.known);
			vec_push(out, f);
		}
		free(path);
	}
	if (d)
		closedir(d);
	free(dir);
	return whole;
}

static int by_path(const void *a, const void *b)
{
	return sv_cmp(((const struct model_file *)a)->path, ((const struct model_file *)b)->path);
}

/* A checkpoint or a GraphDef is one file of a folder that may hold anything. */
static bool has_folder(const struct model *m)
{
	return m->form < MODEL_CHECKPOINT;
}

bool model_files(const struct model *m, struct arena *a, struct model_file **list, uint32_t *n)
{
	files_t out = { 0 };
	bool whole = !has_folder(m) || walk(m, a, "", 0, &out);

	*n = (uint32_t)out.n;
	*list = arena_array(a, out.n + 1, sizeof(**list));
	if (out.n)
		memcpy(*list, out.p, out.n * sizeof(*out.p));
	qsort(*list, out.n, sizeof(**list), by_path);
	vec_free(&out);
	return whole;
}

bool model_file_there(const struct model *m, const char *name)
{
	char *path = xasprintf("%s/%s", m->dir, name);
	struct stat st;
	bool yes = has_folder(m) && !stat(path, &st) && S_ISREG(st.st_mode);

	free(path);
	return yes;
}

bool model_file_read(const struct model *m, struct sv name, char **bytes, size_t *n, struct err *err)
{
	char *path = xasprintf("%s/%.*s", m->dir, SV_ARG(name));
	bool ok = file_slurp(path, bytes, n, err);

	free(path);
	return ok;
}
