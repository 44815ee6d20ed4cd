/*
 * TFRecord files: each record a string, or, where they are tf.train.Examples and the input is no
 * string, the feature of the input's name, one row a record.
 */
#include "feed/kinds.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "codec/gzip.h"
#include "codec/tfrecord.h"
#include "proto/wire.h"

enum { EXPANDED_MAX = 1 << 30 };

/* "a.tfrecord", "a.tfrecord.gz", "a.tfrecord-00000-of-00004", with or without "[0:32]". */
bool feed_is_records(const char *text)
{
	struct feed_name n;
	const char *at;
	bool yes;

	feed_name_split(&n, text);
	at = strstr(n.path, ".tfrecord");
	while (at && strstr(at + 1, ".tfrecord"))
		at = strstr(at + 1, ".tfrecord");
	yes = at && at > n.path && !strchr(at, '/') && !strpbrk(at, "*?");
	if (yes) {
		at += strlen(".tfrecord");
		at += *at == 's';
		yes = !*at || *at == '-' || *at == '.' || *at == '_';
	}
	feed_name_free(&n);
	return yes;
}

typedef VEC(struct sv) records;

static bool split(struct sv all, records *out, struct err *err)
{
	const char *why = NULL;
	struct sv one;

	for (size_t at = 0; at < all.n;) {
		if (!tfrecord_next(all, &at, &one, &why) || why)
			return err_set(err, ERR_KIND_FILE, ERR_DATA_LOSS, "record %zu: %s", out->n,
				       why);
		vec_push(out, one);
	}
	return true;
}

static bool expand(const char *path, struct str *bytes, struct err *err)
{
	static const char *const gz[] = {".gz", ".gzip", NULL}, *const z[] = {".zlib", ".z", ".zz",
									      NULL};
	bool gzip = feed_ends(path, gz);
	struct str out = STR_INIT;

	if (!gzip && !feed_ends(path, z))
		return true;
	if (!gzip_expand(str_sv(bytes), gzip, EXPANDED_MAX, &out, err)) {
		str_free(&out);
		return false;
	}
	str_free(bytes);
	*bytes = out;
	return true;
}

/* ---- features ---- */

/* The feature of that name: map entries of Features, in Example's field 1; the last one counts. */
static bool feature_of(struct sv example, struct sv key, struct sv *feature)
{
	struct wire outer = wire_of(example);
	struct wire_field f, entry;
	bool there = false;

	while (wire_next(&outer, &f)) {
		struct wire inner;

		if (f.num != 1 || f.type != WIRE_LEN)
			continue;
		inner = wire_of(f.s);
		while (wire_next(&inner, &entry))
			if (entry.num == 1 && entry.type == WIRE_LEN &&
			    sv_eq(wire_last(entry.s, 1), key)) {
				*feature = wire_last(entry.s, 2);
				there = true;
			}
	}
	return there;
}

enum list { LIST_BYTES = 1, LIST_FLOAT = 2, LIST_INT = 3 };

/* Which list it is; the list's bytes. 0: none. */
static int list_of(struct sv feature, struct sv *list)
{
	struct wire w = wire_of(feature);
	struct wire_field f;
	int kind = 0;

	while (wire_next(&w, &f))
		if (f.num >= 1 && f.num <= 3 && f.type == WIRE_LEN) {
			kind = (int)f.num;
			*list = f.s;
		}
	return kind;
}

struct growing {
	struct tensor *t; /* NULL: only counting */
	int64_t at, n;	  /* n: where the room ends */
};

static bool put(struct growing *g, int kind, const struct wire_field *f, struct err *err)
{
	if (!g->t)
		return ++g->at;
	if (g->at >= g->n)
		return err_set(err, ERR_KIND_FILE, ERR_DATA_LOSS, "more values than were counted");
	if (kind == LIST_BYTES)
		return tensor_str_set(g->t, g->at++, f->s, err);
	if (kind == LIST_FLOAT)
		((float *)g->t->data)[g->at++] = wire_float(f);
	else
		((int64_t *)g->t->data)[g->at++] = (int64_t)f->v;
	return true;
}

static bool packed(struct growing *g, int kind, struct sv s, struct err *err)
{
	struct wire w = wire_of(s);
	struct wire_field f = {0};

	while (w.p < w.end) {
		if (kind == LIST_INT) {
			if (!wire_varint(&w, &f.v))
				return err_set(err, ERR_KIND_FILE, ERR_DATA_LOSS,
					       "a number is cut off");
		} else {
			uint32_t v;

			if (w.end - w.p < 4)
				return err_set(err, ERR_KIND_FILE, ERR_DATA_LOSS,
					       "a number is cut off");
			memcpy(&v, w.p, 4);
			f.v = v;
			w.p += 4;
		}
		if (!put(g, kind, &f, err))
			return false;
	}
	return true;
}

static bool values(struct growing *g, int kind, struct sv list, struct err *err)
{
	struct wire w = wire_of(list);
	struct wire_field f;

	while (wire_next(&w, &f)) {
		if (f.num != 1)
			continue;
		if (kind == LIST_BYTES ? f.type == WIRE_LEN
				       : f.type == (kind == LIST_FLOAT ? WIRE_I32 : WIRE_VARINT)) {
			if (!put(g, kind, &f, err))
				return false;
		} else if (kind != LIST_BYTES && f.type == WIRE_LEN && !packed(g, kind, f.s, err)) {
			return false;
		}
	}
	return !w.bad || err_set(err, ERR_KIND_FILE, ERR_DATA_LOSS, "its values make no sense");
}

/* [records, the input's other dims], of which one may be unknown. */
static bool row_dims(const struct feed_spec *spec, int64_t per, int *rank, int64_t *dim,
		     struct err *err)
{
	struct shape s = spec->shape;
	int64_t known = 1;
	int open = 0;

	*rank = s.rank < 0 ? 2 : s.rank;
	if (*rank < 1)
		return err_set(err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT,
			       "a scalar takes no batch of records");
	if (s.rank < 0)
		dim[1] = per;
	for (int d = 1; d < s.rank; d++) {
		dim[d] = s.dim[d];
		open += s.dim[d] < 0;
		if (s.dim[d] >= 0 && __builtin_mul_overflow(known, s.dim[d], &known))
			known = INT64_MAX;
	}
	for (int d = 1; d < s.rank; d++)
		if (dim[d] < 0)
			dim[d] = open-- == 1 ? (known ? per / known : 0) : 1;
	known = 1;
	for (int d = 1; d < *rank; d++)
		if (__builtin_mul_overflow(known, dim[d], &known))
			return err_set(err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT,
				       "the shape is too large");
	return known == per ||
	       err_set(err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT,
		       "a record has %" PRId64 " values, the input takes %" PRId64, per, known);
}

/* The feature of record i and what kind of list it is. */
static int feature_list(const struct feed_spec *spec, const records *r, size_t i, struct sv *list,
			struct err *err)
{
	struct sv feature = SV("");
	int kind;

	if (!feature_of(r->p[i], spec->key, &feature)) {
		err_set(err, ERR_KIND_INPUT, ERR_NOT_FOUND,
			"record %zu: an Example without a feature \"%.*s\"", i, SV_ARG(spec->key));
		return 0;
	}
	kind = list_of(feature, list);
	if (!kind)
		err_set(err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT,
			"record %zu: feature \"%.*s\" has no values", i, SV_ARG(spec->key));
	return kind;
}

static bool fill(struct tensor *t, const struct feed_spec *spec, const records *r, int kind,
		 int64_t per, struct err *err)
{
	for (size_t i = 0; i < r->n; i++) {
		struct growing count = {0}, g = {t, (int64_t)i * per, (int64_t)(i + 1) * per};
		struct sv list = SV("");
		int own = feature_list(spec, r, i, &list, err);

		if (!own || !values(&count, own, list, err))
			return false;
		if (own != kind || count.at != per)
			return err_set(err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT,
				       "record %zu: feature \"%.*s\" has %" PRId64
				       " values%s, those before it %" PRId64,
				       i, SV_ARG(spec->key), count.at,
				       own != kind ? " of another type" : "", per);
		if (!values(&g, own, list, err))
			return false;
	}
	return true;
}

static struct tensor *features(const struct feed_spec *spec, const records *r, struct err *err)
{
	static const enum dtype types[] = {DT_INVALID, DT_STRING, DT_FLOAT, DT_INT64};
	int64_t dim[SHAPE_MAX_RANK];
	struct growing count = {0};
	struct sv list = SV("");
	struct tensor *t;
	int kind, rank;

	if (!r->n) {
		err_set(err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT, "no records");
		return NULL;
	}
	kind = feature_list(spec, r, 0, &list, err);
	if (!kind || !values(&count, kind, list, err) || !row_dims(spec, count.at, &rank, dim, err))
		return NULL;
	dim[0] = (int64_t)r->n;
	t = tensor_new(types[kind], rank, dim, err);
	if (t && fill(t, spec, r, kind, count.at, err))
		return t;
	tensor_unref(t);
	return NULL;
}

/* ---- records ---- */

static struct tensor *strings(const struct feed_spec *spec, const records *r, struct err *err)
{
	int64_t n = (int64_t)r->n;
	struct tensor *t = tensor_new(DT_STRING, 1, &n, err);

	for (int64_t i = 0; t && i < n; i++)
		if (!tensor_str_set(t, i, r->p[i], err)) {
			tensor_unref(t);
			return NULL;
		}
	return feed_shaped(spec, t, err);
}

/* A string input takes the records, unless they are Examples with strings of its name. */
static bool by_feature(const struct feed_spec *spec, const records *r)
{
	struct sv feature = SV(""), list;

	if (spec->dtype != DT_STRING)
		return spec->dtype != DT_INVALID;
	return r->n && feature_of(r->p[0], spec->key, &feature) &&
	       list_of(feature, &list) == LIST_BYTES;
}

static bool cut(records *r, const char *part, struct err *err)
{
	int64_t from, to;

	if (!feed_slice(part, (int64_t)r->n, &from, &to, err))
		return false;
	memmove(r->p, r->p + from, (size_t)(to - from) * sizeof(*r->p));
	r->n = (size_t)(to - from);
	return true;
}

struct tensor *feed_records(const struct feed_spec *spec, const char *text, struct err *err)
{
	struct str bytes = STR_INIT;
	struct tensor *t = NULL;
	struct feed_name name;
	records r = {0};

	feed_name_split(&name, text);
	if (feed_bytes(name.path, &bytes, err)) {
		if (expand(name.path, &bytes, err) && split(str_sv(&bytes), &r, err) &&
		    (!name.part || !r.n || cut(&r, name.part, err)))
			t = by_feature(spec, &r) ? features(spec, &r, err) : strings(spec, &r, err);
		if (!t)
			err_at(err, "%s", name.path);
	}
	vec_free(&r);
	str_free(&bytes);
	feed_name_free(&name);
	return t;
}
