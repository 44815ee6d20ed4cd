/* Reads the files of op cases. */
#include "case_file.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/fmap.h"
#include "base/mem.h"
#include "codec/gzip.h"
#include "tensor/npy.h"

static bool member(void *ctx, const struct zip_member *m)
{
	struct case_file *f = ctx;

	vec_push(&f->members, *m);
	return true;
}

static struct tensor *npy_of(struct case_file *f, const char *name, struct err *err)
{
	struct str bytes = STR_INIT;
	struct tensor *t = NULL;
	uint64_t i;

	if (!map_get(&f->index, sv_of(name), &i))
		err_set(err, ERR_KIND_FILE, ERR_NOT_FOUND, "%s is not in the archive", name);
	else if (zip_extract(str_sv(&f->bytes), &f->members.p[i], &bytes, err))
		t = npy_read(str_sv(&bytes), err);
	str_free(&bytes);
	return t;
}

/* NAME.len and NAME.bytes joined. */
static struct tensor *strings_of(struct case_file *f, const char *name, struct err *err)
{
	char *a = xasprintf("%s.len.npy", name), *b = xasprintf("%s.bytes.npy", name);
	struct tensor *len = npy_of(f, a, err), *bytes = npy_of(f, b, err), *t = NULL;
	int64_t at = 0;

	if (len && bytes)
		t = tensor_new(DT_STRING, len->rank, len->dim, err);
	for (int64_t i = 0; t && i < t->n; i++) {
		int64_t n = tensor_get_i64(len, i);

		tensor_str_set(t, i, (struct sv){ (char *)bytes->data + at, (size_t)n }, err);
		at += n;
	}
	tensor_unref(len);
	tensor_unref(bytes);
	free(a);
	free(b);
	return t;
}

struct tensor *case_tensor(struct case_file *f, const char *name, enum dtype want, struct err *err)
{
	struct tensor *t, *u;
	char *file;

	if (want == DT_STRING)
		return strings_of(f, name, err);
	file = xasprintf("%s.npy", name);
	t = npy_of(f, file, err);
	free(file);
	if (!t || t->dtype == want || dtype_info(t->dtype)->size != dtype_info(want)->size)
		return t;
	u = tensor_view(t, want, t->rank, t->dim, err);
	tensor_unref(t);
	return u;
}

void case_close(struct case_file *f)
{
	vec_free(&f->members);
	map_free(&f->index);
	str_free(&f->text);
	model_close(f->m);
	str_free(&f->bytes);
}

char *case_family(const char *file)
{
	struct sv name = sv_of(file), end = SV(CASE_ENDING);

	return name.n > end.n && sv_ends(name, end) ? xsvdup(sv_sub(name, 0, name.n - end.n)) : NULL;
}

static bool unpack(const char *path, struct str *out, struct err *err)
{
	struct fmap *m = fmap_open(path, err);
	struct sv v = m ? fmap_sv(m) : SV("");
	bool ok = m != NULL;

	if (v.n > 2 && (unsigned char)v.p[0] == 0x1f && (unsigned char)v.p[1] == 0x8b)
		ok = gzip_expand(v, true, (size_t)1 << 30, out, err);
	else
		str_add(out, v);
	fmap_close(m);
	return ok;
}

bool case_archive(struct case_file *f, const char *path, struct err *err)
{
	uint64_t i;

	if (!unpack(path, &f->bytes, err) || !zip_each(str_sv(&f->bytes), member, f, err))
		return false;
	for (size_t k = 0; k < f->members.n; k++)
		map_add(&f->index, f->members.p[k].name, k);
	return map_get(&f->index, SV("index.txt"), &i) &&
	       zip_extract(str_sv(&f->bytes), &f->members.p[i], &f->text, err);
}

/* The archive's GraphDef as a file of its own, which is gone once it is open: a model has a path. */
static struct model *graph_of(struct case_file *f, struct err *err)
{
	const char *tmp = getenv("TMPDIR");
	char *path = xasprintf("%s/smtui-case-XXXXXX.pb", tmp ? tmp : "/tmp");
	struct str bytes = STR_INIT;
	struct model *m = NULL;
	FILE *out = NULL;
	uint64_t i;
	int fd = -1;

	if (!map_get(&f->index, SV("graph.pb"), &i))
		err_set(err, ERR_KIND_FILE, ERR_NOT_FOUND, "graph.pb is not in the archive");
	else if (zip_extract(str_sv(&f->bytes), &f->members.p[i], &bytes, err)) {
		fd = mkstemps(path, 3);
		out = fd >= 0 ? fdopen(fd, "wb") : NULL;
		if (!out || fwrite(bytes.p, 1, bytes.n, out) != bytes.n || fflush(out))
			err_set(err, ERR_KIND_FILE, ERR_INTERNAL, "%s: cannot be written", path);
		else
			m = model_open(path, err);
		if (out)
			fclose(out);
		if (fd >= 0)
			unlink(path);
	}
	str_free(&bytes);
	free(path);
	return m;
}

/* A GraphDef NAME.pb in the folder stands before the archive's own. */
bool case_open(struct case_file *f, const char *folder, const char *name, struct err *err)
{
	char *pb = xasprintf("%s/%s.pb", folder, name), *all = xasprintf("%s/%s" CASE_ENDING, folder, name);
	const struct metagraph *mg = NULL;

	memset(f, 0, sizeof(*f));
	if (case_archive(f, all, err))
		f->m = access(pb, R_OK) ? graph_of(f, err) : model_open(pb, err);
	mg = f->m ? model_default(f->m, err) : NULL;
	f->g = mg ? mg->graph : NULL;
	free(pb);
	free(all);
	return mg;
}

bool case_graph(const char *path, struct str *out, struct err *err)
{
	struct case_file f = { 0 };
	uint64_t i;
	bool ok = case_archive(&f, path, err) && map_get(&f.index, SV("graph.pb"), &i) &&
		  zip_extract(str_sv(&f.bytes), &f.members.p[i], out, err);

	case_close(&f);
	return ok;
}

uint32_t case_node(struct case_file *f, const struct oc *k, const char *what, int i)
{
	char *name = i < 0 ? xasprintf("%.*s/%s", SV_ARG(k->name), what) :
			     xasprintf("%.*s/%s%d", SV_ARG(k->name), what, i);
	uint32_t node = graph_find(f->g, sv_of(name));

	free(name);
	return node;
}

enum dtype case_type(struct case_file *f, uint32_t node, const char *attr)
{
	struct err none = { 0 };
	const struct node *n = graph_node(f->g, node, &none);
	enum dtype t = DT_INVALID;

	if (n)
		node_attr_type(n, attr, &t);
	err_clear(&none);
	return t;
}

static struct sv word(struct sv *rest, char end)
{
	size_t i = 0;
	struct sv w;

	while (i < rest->n && rest->p[i] != end)
		i++;
	w = sv_sub(*rest, 0, i);
	*rest = sv_sub(*rest, i < rest->n ? i + 1 : i, rest->n);
	return w;
}

bool case_next(struct sv *text, struct oc *k)
{
	while (text->n) {
		struct sv line = word(text, '\n');

		if (!line.n || line.p[0] == '#')
			continue;
		*k = (struct oc){ .name = word(&line, '\t') };
		k->ulp = word(&line, '\t');
		k->rel = word(&line, '\t');
		k->n_in = word(&line, '\t');
		k->n_out = word(&line, '\t');
		k->runs = word(&line, '\t');
		k->failing = word(&line, '\t');
		k->code = word(&line, '\t');
		k->message = line;
		return true;
	}
	return false;
}
