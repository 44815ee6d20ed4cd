/* What a path holds, told by its bytes and names; folders are walked. See refs.h. */
#include "feed/refs.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "feed/refs_inside.h"
#include "tensor/npy.h"

enum { MOST_DEPTH = 16, MOST_ENTRIES = 1000000 };

void refs_add(struct refs *r, const struct ref_entry *e, struct sv name)
{
	struct ref_entry own = *e;

	own.r.name = arena_sv(r->arena, name).p;
	vec_push(&r->entry, own);
}

/* ---- names ---- */

static struct sv stem_of(struct sv name)
{
	static const char *const ends[] = {".npy", ".npz", ".tensorproto", ".pb"};

	for (size_t i = 0; i < sizeof(ends) / sizeof(*ends); i++)
		if (sv_ends(name, sv_of(ends[i])))
			return sv_sub(name, 0, name.n - strlen(ends[i]));
	return name;
}

static struct sv last_part(struct sv path)
{
	long slash = sv_rfind(path, '/');

	return sv_sub(path, (size_t)(slash + 1), path.n);
}

/* "input_0", "output_12" say what they are. */
static void role_of(struct sv stem, struct ref *r)
{
	struct sv part = last_part(stem);
	bool in = sv_starts(part, SV("input_")), out = sv_starts(part, SV("output_"));
	size_t at = in ? 6 : 7;
	int n = 0;

	r->place = -1;
	if ((!in && !out) || at == part.n || part.n > at + 5)
		return;
	for (; at < part.n; at++) {
		if (part.p[at] < '0' || part.p[at] > '9')
			return;
		n = n * 10 + (part.p[at] - '0');
	}
	r->role = in ? REF_INPUT : REF_OUTPUT;
	r->place = n;
}

/* ---- files ---- */

struct members {
	struct refs *r;
	const struct fmap *file;
	struct sv prefix;
};

static bool add_member(void *ctx, const struct zip_member *m)
{
	struct members *all = ctx;
	struct ref_entry e = {
		.form = REF_MEMBER, .file = all->file, .member = *m, .r = {.place = -1}};
	char *name = arena_printf(all->r->arena, "%.*s%.*s", SV_ARG(all->prefix),
				  SV_ARG(stem_of(m->name)));

	if (all->r->entry.n >= MOST_ENTRIES)
		return false;
	refs_add(all->r, &e, sv_of(name));
	return true;
}

static bool add_archive(struct refs *r, struct fmap *f, struct sv prefix, struct err *err)
{
	struct members all = {r, f, prefix};

	return zip_each(fmap_sv(f), add_member, &all, err) || !err_is(err);
}

/* A TensorProto goes by the name it holds; the file's name says what it is of the model. */
static bool add_proto(struct refs *r, const struct fmap *f, struct sv stem, struct err *err)
{
	struct ref_entry e = {.form = REF_PROTO, .path = arena_printf(r->arena, "%s", f->path)};
	struct sv name;

	if (!onnx_name(fmap_sv(f), &name, err))
		return false;
	role_of(stem, &e.r);
	refs_add(r, &e, name.n ? name : stem);
	return true;
}

static bool is_array(const struct fmap *f)
{
	return sv_starts(fmap_sv(f), SV("\x93NUMPY"));
}

static bool is_archive(const struct fmap *f)
{
	return sv_starts(fmap_sv(f), SV("PK\3\4")) || sv_starts(fmap_sv(f), SV("PK\5\6"));
}

static bool has_end(const char *path, const char *end)
{
	return sv_ends(sv_of(path), sv_of(end));
}

struct opening {
	struct refs *r;
	struct fmap *f;
	struct sv stem; /* of the name that it goes by */
	const char *runner;
	bool keep; /* its bytes are needed for as long as the refs */
};

static bool add_file(void *ctx, struct err *err)
{
	struct opening *o = ctx;
	struct ref_entry e = {.form = REF_NPY, .r = {.place = -1}};

	if (is_array(o->f)) {
		e.path = arena_printf(o->r->arena, "%s", o->f->path);
		role_of(o->stem, &e.r);
		refs_add(o->r, &e, o->stem);
		return true;
	}
	o->keep = true;
	if (is_archive(o->f)) {
		char *prefix = o->stem.n ? arena_printf(o->r->arena, "%.*s/", SV_ARG(o->stem))
					 : (char *)"";

		return add_archive(o->r, o->f, sv_of(prefix), err);
	}
	if (polygraphy_is(fmap_sv(o->f)))
		return polygraphy_read(o->r, fmap_sv(o->f), o->runner, err);
	o->keep = false;
	if (has_end(o->f->path, ".pb") || has_end(o->f->path, ".tensorproto"))
		return add_proto(o->r, o->f, o->stem, err);
	return err_set(
		err, ERR_KIND_UNSUPPORTED, ERR_INVALID_ARGUMENT,
		"neither an .npy or .npz file, an ONNX TensorProto nor what Polygraphy saves");
}

/* stem: what its tensors are called, or begin with. */
static bool read_file(struct refs *r, const char *path, struct sv stem, const char *runner,
		      struct err *err)
{
	struct opening o = {.r = r, .f = fmap_open(path, err), .stem = stem, .runner = runner};
	bool ok = o.f && fmap_guard(path, add_file, &o, err);

	if (o.f && o.keep)
		vec_push(&r->file, o.f);
	else
		fmap_close(o.f);
	return ok || err_at(err, "%s", path);
}

/* A .pb may be a graph, whose second field is no number. */
static bool look(void *ctx, struct err *err)
{
	const struct fmap *f = ctx;
	struct sv name;

	if (is_array(f) || is_archive(f) || polygraphy_is(fmap_sv(f)) ||
	    has_end(f->path, ".tensorproto"))
		return true;
	return has_end(f->path, ".pb") && onnx_name(fmap_sv(f), &name, err);
}

static bool file_is(const char *path)
{
	struct err none = {0};
	struct fmap *f = fmap_open(path, &none);
	bool is = f && fmap_guard(path, look, f, &none);

	fmap_close(f);
	err_clear(&none);
	return is;
}

/* ---- folders ---- */

static int by_name(const void *a, const void *b)
{
	return sv_natcmp(sv_of(*(char *const *)a), sv_of(*(char *const *)b));
}

typedef VEC(char *) names_t;

static bool list_folder(const char *path, names_t *names, struct err *err)
{
	DIR *d = opendir(path);
	struct dirent *e;

	if (!d) {
		err_set(err, ERR_KIND_FILE, ERR_NOT_FOUND, "%s", strerror(errno));
		return err_at(err, "%s", path);
	}
	while ((e = readdir(d)))
		if (e->d_name[0] != '.')
			vec_push(names, xstrdup(e->d_name));
	closedir(d);
	if (names->n)
		qsort(names->p, names->n, sizeof(*names->p), by_name);
	return true;
}

static void names_free(names_t *names)
{
	for (size_t i = 0; i < names->n; i++)
		free(names->p[i]);
	vec_free(names);
}

static bool is_folder(const char *path)
{
	struct stat st;

	return !stat(path, &st) && S_ISDIR(st.st_mode);
}

static bool is_tensor_file(const char *name)
{
	return has_end(name, ".npy") || has_end(name, ".npz") || has_end(name, ".pb") ||
	       has_end(name, ".tensorproto");
}

static bool read_folder(struct refs *r, const char *path, const char *prefix, int depth,
			struct err *err);

static bool read_entry(struct refs *r, const char *folder, const char *prefix, const char *name,
		       int depth, struct err *err)
{
	char *path = xasprintf("%s/%s", folder, name), *full = xasprintf("%s%s", prefix, name);
	bool ok = true;

	if (is_folder(path)) {
		char *deeper = xasprintf("%s/", full);

		ok = read_folder(r, path, deeper, depth + 1, err);
		free(deeper);
	} else if (has_end(name, ".json") && file_is(path)) {
		/* a folder of iterations: the first */
		if (r->rounds++ == 0)
			ok = read_file(r, path, SV(""), NULL, err);
	} else if (is_tensor_file(name)) {
		ok = read_file(r, path, stem_of(sv_of(full)), NULL, err);
	}
	free(path);
	free(full);
	return ok;
}

/* What cannot be read is said, and the rest read. */
static bool read_folder(struct refs *r, const char *path, const char *prefix, int depth,
			struct err *err)
{
	names_t names = {0};
	bool ok = list_folder(path, &names, err);

	for (size_t i = 0; ok && i < names.n && depth < MOST_DEPTH && r->entry.n < MOST_ENTRIES;
	     i++) {
		struct err one = {0};

		if (!read_entry(r, path, prefix, names.p[i], depth, &one)) {
			char *text = err_text(&one);

			str_addf(&r->said, "%s%s", r->said.n ? "\n" : "", text);
			free(text);
		}
		err_clear(&one);
	}
	names_free(&names);
	return ok;
}

/* ---- the whole ---- */

static bool has_file(const char *folder, const char *name)
{
	char *path = xasprintf("%s/%s", folder, name);
	bool is = !access(path, F_OK);

	free(path);
	return is;
}

static bool is_model(const char *folder)
{
	return has_file(folder, "saved_model.pb") || has_file(folder, "saved_model.pbtxt") ||
	       has_file(folder, "saved_model.cpb");
}

/* What a folder holds: tensor files here or (depth more) below; versions of a model, 1/ 2/ .... */
struct holding {
	bool tensors, model;
};

static struct holding folder_look(const char *path, int depth)
{
	struct holding h = {0};
	struct err none = {0};
	names_t names = {0};

	list_folder(path, &names, &none);
	err_clear(&none);
	for (size_t i = 0; i < names.n && !h.model; i++) {
		char *in = xasprintf("%s/%s", path, names.p[i]);

		if (!is_folder(in))
			h.tensors |= is_tensor_file(in) || (has_end(in, ".json") && file_is(in));
		else if (is_model(in))
			h.model = true;
		else if (depth > 0 && !h.tensors)
			h.tensors = folder_look(in, depth - 1).tensors;
		free(in);
	}
	names_free(&names);
	return h;
}

static bool folder_is(const char *path)
{
	struct holding h = {.model = is_model(path)};

	if (!h.model)
		h = folder_look(path, MOST_DEPTH);
	return h.tensors && !h.model;
}

/* "FILE#RUNNER" as FILE and RUNNER (NULL: none). Gives both. */
static char *split_runner(const char *path, char **runner)
{
	const char *hash = access(path, F_OK) ? strrchr(path, '#') : NULL;

	*runner = hash ? xstrdup(hash + 1) : NULL;
	return hash ? xsvdup((struct sv){path, (size_t)(hash - path)}) : xstrdup(path);
}

bool refs_are(const char *path)
{
	char *runner, *file = split_runner(path, &runner);
	bool are = is_folder(file) ? folder_is(file) : file_is(file);

	free(runner);
	free(file);
	return are;
}

static bool read_all(struct refs *r, const char *path, const char *runner, struct err *err)
{
	if (is_folder(path)) {
		bool ok = read_folder(r, path, "", 0, err);

		if (r->rounds > 1)
			str_addf(&r->said, "%sthe first of %u files of results",
				 r->said.n ? "\n" : "", r->rounds);
		r->kind = "a folder of tensors";
		return ok;
	}
	r->kind = has_end(path, ".npz") ? "an npz file" : "a file of tensors";
	return read_file(r, path,
			 has_end(path, ".npy") || has_end(path, ".pb") ||
					 has_end(path, ".tensorproto")
				 ? last_part(stem_of(sv_of(path)))
				 : SV(""),
			 runner, err);
}

struct refs *refs_open(const char *path, struct err *err)
{
	struct refs *r = xcalloc(1, sizeof(*r));
	char *runner, *file = split_runner(path, &runner);
	bool ok;

	r->arena = arena_new();
	r->kind = "";
	ok = read_all(r, file, runner, err);
	if (ok && !r->entry.n)
		ok = err_set(err, ERR_KIND_FILE, ERR_NOT_FOUND, "%s holds no tensors%s%s", path,
			     r->said.n ? ": " : "", str_z(&r->said));
	free(runner);
	free(file);
	if (ok)
		return r;
	refs_free(r);
	return NULL;
}

void refs_free(struct refs *r)
{
	if (!r)
		return;
	for (size_t i = 0; i < r->file.n; i++)
		fmap_close(r->file.p[i]);
	vec_free(&r->file);
	vec_free(&r->entry);
	str_free(&r->said);
	arena_free(r->arena);
	free(r);
}

size_t refs_n(const struct refs *r)
{
	return r->entry.n;
}

struct ref refs_at(const struct refs *r, size_t i)
{
	return r->entry.p[i].r;
}

const char *refs_kind(const struct refs *r)
{
	return r->kind;
}

const char *refs_said(const struct refs *r)
{
	return str_z(&r->said);
}

/* ---- a tensor ---- */

struct loading {
	const struct ref_entry *e;
	struct sv bytes;
	struct tensor *t;
};

static bool load_proto(void *ctx, struct err *err)
{
	struct loading *l = ctx;

	l->t = onnx_tensor(l->bytes, err);
	return l->t != NULL;
}

static bool load_member(void *ctx, struct err *err)
{
	struct loading *l = ctx;
	struct str s = STR_INIT;

	if (zip_extract(l->bytes, &l->e->member, &s, err))
		l->t = npy_read(str_sv(&s), err);
	str_free(&s);
	return l->t != NULL;
}

static bool load_text(void *ctx, struct err *err)
{
	struct loading *l = ctx;

	l->t = polygraphy_tensor(l->e->text, err);
	return l->t != NULL;
}

static struct tensor *load_file(struct loading *l, struct err *err)
{
	struct fmap *f = fmap_open(l->e->path, err);

	if (!f)
		return NULL;
	l->bytes = fmap_sv(f);
	fmap_guard(f->path, load_proto, l, err);
	fmap_close(f);
	return l->t;
}

struct tensor *refs_load(const struct refs *r, size_t i, struct err *err)
{
	const struct ref_entry *e = &r->entry.p[i];
	struct loading l = {.e = e};

	switch (e->form) {
	case REF_NPY:
		l.t = npy_read_file(e->path, err);
		break;
	case REF_PROTO:
		l.t = load_file(&l, err);
		break;
	case REF_TEXT:
		fmap_guard(r->file.p[0]->path, load_text, &l, err);
		break;
	case REF_MEMBER:
		l.bytes = fmap_sv(e->file);
		fmap_guard(e->file->path, load_member, &l, err);
		break;
	}
	if (!l.t)
		err_note(err, "the tensor \"%s\"", e->r.name);
	return l.t;
}
