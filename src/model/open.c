/* Opening: from a PATH to the bytes of a SavedModel, checked and split into MetaGraphs. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "model/salvage.h"
#include "model/model.h"
#include "model/origin.h"
#include "bundle/v1.h"
#include "model/priv.h"
#include "proto/text.h"
#include "proto/wire.h"

void model_add_damage(struct model *m, struct err *err)
{
	pthread_mutex_lock(&m->lock);
	vec_push(&m->damage, err_text(err));
	pthread_mutex_unlock(&m->lock);
	err_clear(err);
}

static bool is_dir(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

static bool is_file(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && S_ISREG(st.st_mode);
}

static char *join(const char *dir, const char *name)
{
	return xasprintf("%s/%s", dir, name);
}

bool file_slurp(const char *path, char **bytes, size_t *n, struct err *err)
{
	struct fmap *f = fmap_open(path, err);
	bool ok;

	if (!f)
		return false;
	*n = f->n;
	*bytes = big_alloc(f->n + 1, err);
	ok = *bytes && fmap_copy(f, 0, *bytes, f->n, err);
	if (ok)
		(*bytes)[f->n] = '\0';
	else if (*bytes)
		big_free(*bytes, f->n + 1);
	fmap_close(f);
	return ok;
}

/* ---- what other formats look like ---- */

static const struct {
	const char *suffix;
	struct sv magic;
	const char *what;
} others[] = {
	{ ".keras", SV("PK\003\004"), "a Keras 3 archive (.keras): export it with model.export(DIR)" },
	{ ".h5", SV("\211HDF"), "a Keras HDF5 file: load it in Keras and save it as a SavedModel" },
	{ ".tflite", SV_NULL, "a TensorFlow Lite model: smtui reads the SavedModel that it was made from" },
	{ ".onnx", SV_NULL, "an ONNX model: smtui reads TensorFlow SavedModels" },
	{ ".zip", SV("PK\003\004"), "a zip archive: unpack it and open the folder in it" },
	{ ".gz", SV("\037\213"), "a gzip file: unpack it and open the folder in it" },
	{ ".tar", SV_NULL, "a tar archive: unpack it and open the folder in it" },
	{ "", SV("version https://git-lfs"), "a git-LFS pointer, not the file itself: run \"git lfs pull\"" },
};

static bool other_format(const char *path, struct sv bytes, struct err *err)
{
	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++) {
		bool named = others[i].suffix[0] && sv_ends(sv_of(path), sv_of(others[i].suffix));
		bool magic = others[i].magic.n && sv_starts(bytes, others[i].magic);

		if (named || magic) {
			err_set(err, ERR_KIND_FILE, ERR_INVALID_ARGUMENT, "this is %s", others[i].what);
			err_at(err, "%s", path);
			return true;
		}
	}
	return false;
}

/* ---- the file ---- */

/* Is every top-level tag and length sound? Says where it is not. */
static bool sound(struct sv bytes, size_t *bad_at)
{
	struct wire w = wire_of(bytes);
	struct wire_field f;

	*bad_at = 0;
	while (wire_next(&w, &f))
		*bad_at = (size_t)((const char *)w.p - bytes.p);
	return !w.bad;
}

static void read_fingerprint(struct model *m)
{
	char *path = join(m->dir, "fingerprint.pb");
	struct err e = { 0 };
	struct wire_field f;
	struct wire w;
	char *bytes;
	size_t n;

	if (is_file(path)) {
		if (file_slurp(path, &bytes, &n, &e)) {
			struct sv copy = arena_sv(m->arena, (struct sv){ bytes, n });
			uint64_t *to[] = { &m->fp.checksum, &m->fp.program_hash, &m->fp.signature_hash,
					   &m->fp.object_graph_hash, &m->fp.checkpoint_hash };

			big_free(bytes, n + 1);
			w = wire_of(copy);
			m->fp.uuid = SV("");
			while (wire_next(&w, &f)) {
				if (f.num >= 1 && f.num <= 5 && f.type == WIRE_VARINT)
					*to[f.num - 1] = f.v;
				else if (f.num == 7 && f.type == WIRE_LEN)
					m->fp.uuid = f.s;
			}
			m->has_fp = !w.bad;
			if (w.bad)
				err_set(&e, ERR_KIND_FILE, ERR_DATA_LOSS, "damaged");
		}
		if (err_is(&e)) {
			err_at(&e, "%s", path);
			model_add_damage(m, &e);
		}
	}
	free(path);
}

static void split(struct model *m, struct sv bytes)
{
	struct wire w = wire_of(bytes), again = w;
	struct wire_field f;
	int n = 0;

	if (m->form == MODEL_GRAPHDEF || m->form == MODEL_CHECKPOINT) {
		n = 1;
	} else {
		while (wire_next(&w, &f))
			n += f.num == 2 && f.type == WIRE_LEN;
	}
	m->mg = arena_array(m->arena, (size_t)n + 1, sizeof(*m->mg));
	if (m->form == MODEL_GRAPHDEF || m->form == MODEL_CHECKPOINT) {
		/* dress it as a MetaGraphDef: field 2 holds the GraphDef */
		struct str s = STR_INIT;
		uint64_t len = bytes.n;

		str_addc(&s, 2 << 3 | WIRE_LEN);
		for (; len > 127; len >>= 7)
			str_addc(&s, (char)(len | 128));
		str_addc(&s, (char)len);
		str_add(&s, bytes);
		metagraph_decode(&m->mg[0], m, arena_sv(m->arena, str_sv(&s)));
		str_free(&s);
		m->n_mg = 1;
		return;
	}
	while (m->n_mg < n && wire_next(&again, &f)) {
		if (f.num != 2 || f.type != WIRE_LEN)
			continue;
		m->mg[m->n_mg].index = m->n_mg;
		metagraph_decode(&m->mg[m->n_mg], m, f.s);
		m->n_mg++;
	}
}

static char *folder_of(const char *file)
{
	const char *slash = strrchr(file, '/');

	return slash ? slash == file ? xstrdup("/") : xsvdup((struct sv){ file, (size_t)(slash - file) }) :
		xstrdup(".");
}

/* A SavedModel's fields are varint 1 and messages 2; a GraphDef's first field is messages 1. */
static bool looks_like_graphdef(struct sv bytes)
{
	struct wire w = wire_of(bytes);
	struct wire_field f;

	return wire_next(&w, &f) && f.num == 1 && f.type == WIRE_LEN;
}

/* Replaces the text by its wire form. */
static bool from_text(struct model *m, struct sv *bytes, struct err *err)
{
	struct str wire = STR_INIT;

	if (text_saved_model(*bytes, &wire, err))
		*bytes = arena_sv(m->arena, str_sv(&wire));
	else
		err_at(err, "%s", m->file);
	str_free(&wire);
	return !err_is(err);
}

/* What is whole of a damaged file is kept; false with an error when that is nothing. */
static bool mend(struct model *m, struct sv *bytes, size_t bad_at, struct err *err)
{
	size_t n = bytes->n;
	const char *lost = NULL;
	struct err e = { 0 };

	if (m->form == MODEL_PB && bytes->p == m->bytes && salvage_cut(m->bytes, &n, &lost)) {
		bytes->n = n;
		err_set(&e, ERR_KIND_FILE, ERR_DATA_LOSS, "the file ends in the middle of a message (it has %zu bytes; "
			"an unfinished copy?): lost is %s", m->n_bytes, lost);
		err_at(&e, "%s: offset %zu", m->file, n);
	} else if (bad_at == 0) {
		err_set(err, ERR_KIND_FILE, ERR_DATA_LOSS, "not a SavedModel: the protobuf bytes make no sense"
			" (an unfinished copy?)");
		return err_at(err, "%s: offset 0", m->file);
	} else {
		err_set(&e, ERR_KIND_FILE, ERR_DATA_LOSS,
			"damaged from here on (of %zu bytes): an unfinished copy?", m->n_bytes);
		err_at(&e, "%s: offset %zu", m->file, bad_at);
	}
	model_add_damage(m, &e);
	return true;
}

/* Takes file. */
static struct model *load(char *file, enum model_form form, struct err *err)
{
	struct model *m = xcalloc(1, sizeof(*m));
	size_t bad_at;
	struct sv bytes;

	m->file = file;
	m->form = form;
	m->dir = folder_of(file);
	m->arena = arena_new();
	pthread_mutex_init(&m->lock, NULL);
	if (form == MODEL_CHECKPOINT) {
		split(m, SV(""));
		return m;
	}
	if (!file_slurp(file, &m->bytes, &m->n_bytes, err)) {
		model_close(m);
		return NULL;
	}
	bytes = (struct sv){ m->bytes, m->n_bytes };
	if (other_format(file, bytes, err) || (form == MODEL_PBTXT && !from_text(m, &bytes, err))) {
		model_close(m);
		return NULL;
	}
	if (form == MODEL_PB && looks_like_graphdef(bytes))
		m->form = MODEL_GRAPHDEF;
	if (!sound(bytes, &bad_at) && !mend(m, &bytes, bad_at, err)) {
		model_close(m);
		return NULL;
	}
	split(m, bytes);
	if (!m->n_mg && m->damage.n) {
		err_set(err, ERR_KIND_FILE, ERR_DATA_LOSS, "%s: nothing in it is whole", m->damage.p[0]);
		model_close(m);
		return NULL;
	}
	read_fingerprint(m);
	return m;
}

void model_close(struct model *m)
{
	if (!m)
		return;
	for (int i = 0; i < m->n_mg; i++)
		metagraph_close(&m->mg[i]);
	bundle_close(m->bundle);
	origins_free(m->origins);
	err_clear(&m->origins_err);
	v1_close(m->v1);
	err_clear(&m->bundle_err);
	for (size_t i = 0; i < m->damage.n; i++)
		free(m->damage.p[i]);
	vec_free(&m->damage);
	arena_free(m->arena);
	if (m->bytes)
		big_free(m->bytes, m->n_bytes + 1);
	pthread_mutex_destroy(&m->lock);
	free(m->dir);
	free(m->file);
	free(m);
}

/* ---- paths ---- */

/* DIR/saved_model.pb, .pbtxt or .cpb, or NULL. */
static char *file_in(const char *dir, enum model_form *form)
{
	static const struct { const char *name; enum model_form form; } names[] = {
		{ "saved_model.pb", MODEL_PB }, { "saved_model.pbtxt", MODEL_PBTXT },
		{ "saved_model.cpb", MODEL_CPB },
	};

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		char *path = join(dir, names[i].name);

		if (is_file(path)) {
			*form = names[i].form;
			return path;
		}
		free(path);
	}
	return NULL;
}

/* The highest number among DIR's folders that hold a model, as a path; NULL when there is none. */
static char *highest_version(const char *dir)
{
	DIR *d = opendir(dir);
	struct dirent *e;
	uint64_t best = 0;
	char *found = NULL;

	while (d && (e = readdir(d))) {
		enum model_form form;
		char *end, *sub, *file;
		uint64_t v = strtoull(e->d_name, &end, 10);

		if (e->d_name[0] < '0' || e->d_name[0] > '9' || *end || (found && v <= best))
			continue;
		sub = join(dir, e->d_name);
		file = file_in(sub, &form);
		if (file) {
			free(found);
			found = sub;
			best = v;
		} else {
			free(sub);
		}
		free(file);
	}
	if (d)
		closedir(d);
	return found;
}

static struct model *load_form(char *file, enum model_form form, struct err *err)
{
	if (form != MODEL_CPB)
		return load(file, form, err);
	err_set(err, ERR_KIND_UNSUPPORTED, ERR_UNIMPLEMENTED,
		"the chunked format (.cpb) cannot be read yet");
	err_at(err, "%s", file);
	free(file);
	return NULL;
}

static char *trimmed(const char *path)
{
	size_t n = strlen(path);

	while (n > 1 && path[n - 1] == '/')
		n--;
	return xsvdup((struct sv){ path, n });
}

static struct model *open_dir(const char *dir, struct err *err)
{
	enum model_form form = MODEL_PB;
	char *file = file_in(dir, &form), *sub;

	if (file)
		return load_form(file, form, err);
	sub = highest_version(dir);
	if (sub) {
		file = file_in(sub, &form);
		free(sub);
		return load_form(file, form, err);
	}
	err_set(err, ERR_KIND_FILE, ERR_NOT_FOUND,
		"no saved_model.pb, .pbtxt or .cpb here, nor in folders named by a version number");
	err_at(err, "%s", dir);
	return NULL;
}

struct model *model_open(const char *path, struct err *err)
{
	char *p = trimmed(path), *index = xasprintf("%s.index", p);
	struct model *m = NULL;

	if (is_dir(p)) {
		m = open_dir(p, err);
	} else if (sv_ends(sv_of(p), SV(".index")) && is_file(p)) {
		p[strlen(p) - 6] = '\0';
		m = load(xstrdup(p), MODEL_CHECKPOINT, err);
	} else if (is_file(p) ? v1_is(p) : is_file(index)) {
		m = load(xstrdup(p), MODEL_CHECKPOINT, err);
	} else {
		m = load_form(xstrdup(p), sv_ends(sv_of(p), SV(".pbtxt")) ? MODEL_PBTXT :
			      sv_ends(sv_of(p), SV(".cpb")) ? MODEL_CPB : MODEL_PB, err);
	}
	free(index);
	free(p);
	return m;
}

struct model *model_open_dir(const char *dir, struct err *err)
{
	enum model_form form = MODEL_PB;
	char *d = trimmed(dir), *file = file_in(d, &form);
	struct err e = { 0 };
	struct model *m;

	free(d);
	if (!file || form == MODEL_CPB) {
		free(file);
		err_set(err, ERR_KIND_FILE, ERR_NOT_FOUND, "SavedModel file does not exist at: %s", dir);
		return NULL;
	}
	m = load_form(file, form, &e);
	if (!m && e.kind == ERR_KIND_FILE && form == MODEL_PBTXT)
		err_set(err, ERR_KIND_FILE, ERR_DATA_LOSS,
			"Cannot parse pbtxt file b'%s/saved_model.pbtxt': %s.", dir, e.msg);
	else if (!m && e.kind == ERR_KIND_FILE)
		err_set(err, ERR_KIND_FILE, ERR_DATA_LOSS,
			"Cannot parse proto file b'%s/saved_model.pb': Error parsing message.", dir);
	else if (!m)
		err_move(err, &e);
	err_clear(&e);
	return m;
}

/* ---- what was opened ---- */

const char *model_dir(const struct model *m)
{
	return m->dir;
}

const char *model_file(const struct model *m)
{
	return m->file;
}

enum model_form model_form(const struct model *m)
{
	return m->form;
}

uint64_t model_file_bytes(const struct model *m)
{
	return m->n_bytes;
}

int model_n_metagraphs(const struct model *m)
{
	return m->n_mg;
}

const struct metagraph *model_metagraph(const struct model *m, int i)
{
	return i >= 0 && i < m->n_mg ? &m->mg[i] : NULL;
}

const struct fingerprint *model_fingerprint(const struct model *m)
{
	return m->has_fp ? &m->fp : NULL;
}

uint32_t model_n_damage(const struct model *m)
{
	return (uint32_t)m->damage.n;
}

const char *model_damage(const struct model *m, uint32_t i)
{
	return i < m->damage.n ? m->damage.p[i] : NULL;
}

struct bundle *model_bundle(const struct model *cm, struct err *err)
{
	struct model *m = (struct model *)cm;	/* filled once under the lock */
	bool fresh = false;

	pthread_mutex_lock(&m->lock);
	if (!m->bundle_tried) {
		char *prefix = m->form == MODEL_CHECKPOINT ? xstrdup(m->file) :
			xasprintf("%s/variables/variables", m->dir);

		m->bundle_tried = true;
		m->bundle = bundle_open(prefix, &m->bundle_err);
		if (!m->bundle && m->bundle_err.code != ERR_NOT_FOUND)
			vec_push(&m->damage, err_text(&m->bundle_err));
		fresh = m->bundle != NULL;
		free(prefix);
	}
	pthread_mutex_unlock(&m->lock);
	if (fresh)
		shards_look(m, m->bundle);
	if (!m->bundle && err) {
		err_set(err, m->bundle_err.kind, m->bundle_err.code, "%s",
			m->bundle_err.msg ? m->bundle_err.msg : "no checkpoint");
		if (m->bundle_err.site)
			err_at(err, "%s", m->bundle_err.site);
	}
	return m->bundle;
}

static bool any_file(void *ctx, struct sv path, bool write, struct err *err)
{
	(void)ctx, (void)path, (void)write, (void)err;
	return true;
}

/* A path as a pattern that matches it alone. */
static char *literal_pattern(const char *path)
{
	struct str s = STR_INIT;

	for (; *path; path++) {
		if (strchr("*?[\\", *path))
			str_addc(&s, '\\');
		str_addc(&s, *path);
	}
	return str_give(&s);
}

struct v1 *model_v1(const struct model *cm)
{
	struct model *m = (struct model *)cm;	/* filled once under the lock */

	pthread_mutex_lock(&m->lock);
	if (!m->v1_tried) {
		char *path = m->form == MODEL_CHECKPOINT ? xstrdup(m->file) :
			xasprintf("%s/variables/variables", m->dir);
		char *pattern = literal_pattern(path);
		struct err e = { 0 };

		m->v1_tried = true;
		if (!m->bundle && is_file(path))
			m->v1 = v1_open(sv_of(pattern), any_file, NULL, &e);
		if (err_is(&e))
			vec_push(&m->damage, err_text(&e));
		err_clear(&e);
		free(pattern);
		free(path);
	}
	pthread_mutex_unlock(&m->lock);
	return m->v1;
}

/* ---- tag sets ---- */

static bool has_tag(const struct metagraph *mg, struct sv tag)
{
	for (uint32_t i = 0; i < mg->n_tags; i++)
		if (sv_eq(mg->tags[i], tag))
			return true;
	return false;
}

/* The next non-empty piece of a comma-separated list. */
static bool next_tag(struct sv *rest, struct sv *tag)
{
	while (rest->n) {
		long c = sv_find(*rest, ',');
		size_t n = c < 0 ? rest->n : (size_t)c;

		*tag = sv_sub(*rest, 0, n);
		*rest = sv_sub(*rest, c < 0 ? n : n + 1, rest->n);
		if (tag->n)
			return true;
	}
	return false;
}

static bool same_tags(const struct metagraph *mg, struct sv tags)
{
	struct sv rest = tags, tag;

	while (next_tag(&rest, &tag))
		if (!has_tag(mg, tag))
			return false;
	for (uint32_t i = 0; i < mg->n_tags; i++) {
		bool found = false;

		rest = tags;
		while (!found && next_tag(&rest, &tag))
			found = sv_eq(tag, mg->tags[i]);
		if (!found)
			return false;
	}
	return true;
}

static void tag_sets(const struct model *m, struct str *s)
{
	str_addc(s, '[');
	for (int i = 0; i < m->n_mg; i++) {
		str_addz(s, i ? ", '" : "'");
		for (uint32_t k = 0; k < m->mg[i].n_tags; k++) {
			if (k)
				str_addc(s, ',');
			str_add(s, m->mg[i].tags[k]);
		}
		str_addc(s, '\'');
	}
	str_addc(s, ']');
}

const struct metagraph *model_find(const struct model *m, struct sv tags, struct err *err)
{
	struct str s = STR_INIT;

	for (int i = 0; i < m->n_mg; i++)
		if (same_tags(&m->mg[i], tags))
			return &m->mg[i];
	tag_sets(m, &s);
	err_set(err, ERR_KIND_USAGE, ERR_NOT_FOUND,
		"MetaGraphDef associated with tag-set %.*s could not be found in the SavedModel. "
		"Please use one of the following tag-sets: %s", SV_ARG(tags), str_z(&s));
	str_free(&s);
	return NULL;
}

const struct metagraph *model_default(const struct model *m, struct err *err)
{
	struct str s = STR_INIT;

	if (m->n_mg == 1)
		return &m->mg[0];
	for (int i = 0; i < m->n_mg; i++)
		if (same_tags(&m->mg[i], SV("serve")))
			return &m->mg[i];
	if (m->n_mg == 0) {
		err_set(err, ERR_KIND_MODEL, ERR_NOT_FOUND, "the SavedModel holds no MetaGraph");
		err_at(err, "%s", m->file);
		return NULL;
	}
	tag_sets(m, &s);
	err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT,
		"none of the tag sets is 'serve': say which with --tag_set; there are %s", str_z(&s));
	str_free(&s);
	return NULL;
}
