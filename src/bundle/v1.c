/*
 * The reader of V1 checkpoints:
 *
 *   ""          SavedTensorSlices: meta 1 { tensor 1 { name 1, shape 2, type 3, slice 4 ... } ... }
 *   slice key   SavedTensorSlices: data 2 { name 1, slice 2, data 3 (a TensorProto without type and shape) }
 */
#include "bundle/v1.h"

#include <glob.h>
#include <stdlib.h>
#include <string.h>

#include "base/fmap.h"
#include "base/map.h"
#include "base/vec.h"
#include "bundle/slices.h"
#include "bundle/table.h"
#include "bundle/tablewrite.h"
#include "proto/wire.h"

enum { MAX_SLICES = 4096, TOO_SHORT = 48 };

struct v1_tensor {
	struct sv name;
	enum dtype dtype;
	struct shape shape;
	VEC(struct sv) specs;
};

struct v1 {
	struct sv pattern;
	struct arena *arena;
	VEC(struct v1_tensor) list;
	struct map by_name, by_key;	/* index in list; index in values */
	VEC(struct sv) values;
	struct sv meta;			/* of the file at hand */
	bool has_meta;
};

static bool one_value(void *ctx, struct sv key, struct sv value)
{
	struct v1 *v = ctx;

	if (!key.n) {
		v->meta = value;
		v->has_meta = true;
	} else if (map_add(&v->by_key, key, v->values.n)) {
		vec_push(&v->values, value);
	}
	return true;
}

/* The last field of that number in a message; empty when there is none. */
static struct sv field(struct sv message, uint32_t num)
{
	struct wire w = wire_of(message);
	struct sv found = SV("");
	struct wire_field f;

	while (wire_next(&w, &f))
		if (f.num == num && f.type == WIRE_LEN)
			found = f.s;
	return found;
}

/* ---- what there is ---- */

static bool overlaps(const struct v1_tensor *t, struct sv a, struct sv b)
{
	int64_t sa[SHAPE_MAX_RANK], na[SHAPE_MAX_RANK], sb[SHAPE_MAX_RANK], nb[SHAPE_MAX_RANK];

	if (!slice_dims(a, t->shape.rank, t->shape.dim, sa, na) ||
	    !slice_dims(b, t->shape.rank, t->shape.dim, sb, nb))
		return false;
	for (int d = 0; d < t->shape.rank; d++)
		if (sa[d] >= sb[d] + nb[d] || sb[d] >= sa[d] + na[d])
			return false;
	return true;
}

static bool slice_register(struct v1_tensor *t, struct sv spec, struct err *err)
{
	for (size_t i = 0; i < t->specs.n; i++)
		if (overlaps(t, t->specs.p[i], spec))
			return err_set(err, ERR_KIND_FILE, ERR_INTERNAL, "Overlapping slices: existing slice = "
				       "%.*s, new slice = %.*s", SV_ARG(t->specs.p[i]), SV_ARG(spec));
	if (t->specs.n >= MAX_SLICES)
		return err_set(err, ERR_KIND_FILE, ERR_RESOURCE_EXHAUSTED, "%.*s has over %d slices",
			       SV_ARG(t->name), MAX_SLICES);
	vec_push(&t->specs, spec);
	return true;
}

static bool same(const struct v1_tensor *a, const struct v1_tensor *b, struct err *err)
{
	return (a->dtype == b->dtype && shape_eq(a->shape, b->shape)) ||
	       err_set(err, ERR_KIND_FILE, ERR_INTERNAL, "Incompatible tensor %s detected for tensor %.*s",
		       a->dtype == b->dtype ? "shapes" : "types", SV_ARG(a->name));
}

static bool tensor_register(struct v1 *v, struct sv meta, struct err *err)
{
	struct v1_tensor t = { .name = SV("") }, *have;
	struct wire w = wire_of(meta);
	struct wire_field f;
	uint64_t at;
	bool ok = true;

	shape_of_proto(v->arena, field(meta, 2), &t.shape);
	while (wire_next(&w, &f))
		if (f.num == 1 && f.type == WIRE_LEN)
			t.name = f.s;
		else if (f.num == 3 && f.type == WIRE_VARINT)
			t.dtype = f.v < DT_COUNT ? (enum dtype)f.v : DT_INVALID;
	if (!map_get(&v->by_name, t.name, &at)) {
		at = v->list.n;
		map_add(&v->by_name, t.name, at);
		vec_push(&v->list, t);
	}
	have = &v->list.p[at];
	ok = same(have, &t, err);
	for (w = wire_of(meta); ok && wire_next(&w, &f);)
		if (f.num == 4 && f.type == WIRE_LEN)
			ok = slice_register(have, slice_spec(v->arena, f.s), err);
	return ok;
}

/* ---- files ---- */

static bool unopened(const char *path, const char *why, struct err *err)
{
	return err_set(err, ERR_KIND_FILE, ERR_DATA_LOSS, "Unable to open table file %s: DATA_LOSS: %s: perhaps your "
		       "file is in a different file format and you need to use a different restore operator?", path,
		       why);
}

static const char magic[] = "\x57\xfb\x80\x8b\x24\x75\x47\xdb";

bool v1_is(const char *path)
{
	struct fmap *f = fmap_open(path, NULL);
	char end[8] = "";
	bool yes = f && f->n >= TOO_SHORT && fmap_copy(f, f->n - 8, end, 8, NULL) && !memcmp(end, magic, 8);

	fmap_close(f);
	return yes;
}

static bool is_table(struct sv bytes, const char *path, struct err *err)
{
	if (bytes.n < TOO_SHORT)
		return unopened(path, "file is too short to be an sstable", err);
	return !memcmp(bytes.p + bytes.n - 8, magic, 8) || unopened(path, "not an sstable (bad magic number)", err);
}

static bool file_load(struct v1 *v, const char *path, struct err *err)
{
	struct fmap *f = fmap_open(path, err);
	struct sv bytes = { NULL, f ? f->n : 0 }, list;
	struct wire w;
	struct wire_field one;
	char *copy = f ? big_alloc(f->n + 1, err) : NULL;
	bool ok = copy && fmap_copy(f, 0, copy, f->n, err);

	bytes.p = copy;
	v->has_meta = false;
	ok = ok && is_table(bytes, path, err) && table_each(bytes, v->arena, one_value, v, err);
	if (copy)
		big_free(copy, f->n + 1);
	fmap_close(f);
	if (ok && !v->has_meta)
		ok = err_set(err, ERR_KIND_FILE, ERR_INTERNAL, "Failed to find the saved tensor slices at the "
			     "beginning of the checkpoint file: %s", path);
	list = ok ? field(v->meta, 1) : SV("");
	for (w = wire_of(list); ok && wire_next(&w, &one);)
		if (one.num == 1 && one.type == WIRE_LEN)
			ok = tensor_register(v, one.s, err);
	return ok;
}

struct v1 *v1_open(struct sv pattern, bool (*may)(void *ctx, struct sv path, bool write, struct err *err),
		   void *ctx, struct err *err)
{
	struct v1 *v = xcalloc(1, sizeof(*v));
	char *z = xsvdup(pattern);
	glob_t found = { 0 };
	bool ok = true;

	v->arena = arena_new();
	v->pattern = arena_sv(v->arena, pattern);
	if (glob(z, 0, NULL, &found) || !found.gl_pathc)
		ok = err_set(err, ERR_KIND_OP, ERR_NOT_FOUND, "Unsuccessful TensorSliceReader constructor: Failed to "
			     "find any matching files for %.*s", SV_ARG(pattern));
	for (size_t i = 0; ok && i < found.gl_pathc; i++)
		ok = may(ctx, sv_of(found.gl_pathv[i]), false, err) && file_load(v, found.gl_pathv[i], err);
	globfree(&found);
	free(z);
	if (ok)
		return v;
	v1_close(v);
	return NULL;
}

void v1_close(struct v1 *v)
{
	if (!v)
		return;
	for (size_t i = 0; i < v->list.n; i++)
		vec_free(&v->list.p[i].specs);
	vec_free(&v->list);
	vec_free(&v->values);
	map_free(&v->by_name);
	map_free(&v->by_key);
	arena_free(v->arena);
	free(v);
}

bool v1_at(const struct v1 *v, size_t i, struct v1_listed *out)
{
	const struct v1_tensor *t = i < v->list.n ? &v->list.p[i] : NULL;

	if (t)
		*out = (struct v1_listed){ t->name, t->dtype, t->shape, t->specs.n };
	return t != NULL;
}

struct sv v1_pattern(const struct v1 *v)
{
	return v->pattern;
}

/* ---- reading ---- */

/* The TensorProto of a piece, with the type and shape that it lacks (a later field wins). */
static struct tensor *piece_read(struct v1 *v, const struct v1_tensor *t, struct sv spec, const int64_t *dim,
				 struct tensor *(*decode)(struct sv proto, struct err *err), struct err *err)
{
	struct sv key = slice_key(v->arena, t->name, spec, t->shape.rank);
	struct str proto = STR_INIT, shape = STR_INIT, one = STR_INIT;
	struct tensor *piece = NULL;
	uint64_t at;

	if (!map_get(&v->by_key, key, &at)) {
		err_set(err, ERR_KIND_FILE, ERR_INVALID_ARGUMENT, "Error copying slice data");
		return NULL;
	}
	str_add(&proto, field(field(v->values.p[at], 2), 3));
	put_int(&proto, 1, t->dtype);
	for (int d = 0; d < t->shape.rank; d++) {
		str_clear(&one);
		put_int(&one, 1, (uint64_t)dim[d]);
		put_len(&shape, 2, str_sv(&one));
	}
	put_len(&proto, 2, str_sv(&shape));
	piece = decode(str_sv(&proto), err);
	str_free(&proto);
	str_free(&shape);
	str_free(&one);
	return piece;
}

/* Is all of part inside the pieces? They do not overlap, so counting tells. */
static bool covered(const struct v1_tensor *t, struct sv part)
{
	int64_t s[SHAPE_MAX_RANK], n[SHAPE_MAX_RANK], ps[SHAPE_MAX_RANK], pn[SHAPE_MAX_RANK], need = 1, have = 0;

	if (!slice_dims(part, t->shape.rank, t->shape.dim, s, n))
		return false;
	for (int d = 0; d < t->shape.rank; d++)
		if (__builtin_mul_overflow(need, n[d], &need))
			return false;
	for (size_t i = 0; i < t->specs.n; i++) {
		int64_t count = 1;

		if (!slice_dims(t->specs.p[i], t->shape.rank, t->shape.dim, ps, pn))
			return false;
		for (int d = 0; d < t->shape.rank; d++) {
			int64_t from = ps[d] > s[d] ? ps[d] : s[d];
			int64_t to = ps[d] + pn[d] < s[d] + n[d] ? ps[d] + pn[d] : s[d] + n[d];

			count = to > from ? count * (to - from) : 0;
		}
		have += count;
	}
	return have == need;
}

static struct tensor *whole_read(struct v1 *v, const struct v1_tensor *t,
				 struct tensor *(*decode)(struct sv proto, struct err *err), struct err *err)
{
	struct tensor *whole = tensor_zeros(t->dtype, t->shape.rank, t->shape.dim, err);
	int64_t start[SHAPE_MAX_RANK], dim[SHAPE_MAX_RANK];

	for (size_t i = 0; whole && i < t->specs.n; i++) {
		struct tensor *piece = NULL;
		bool ok = slice_dims(t->specs.p[i], t->shape.rank, t->shape.dim, start, dim);

		piece = ok ? piece_read(v, t, t->specs.p[i], dim, decode, err) : NULL;
		ok = piece && slice_copy(whole, piece, t->specs.p[i], true, err);
		tensor_unref(piece);
		if (!ok) {
			err_set(err, ERR_KIND_FILE, ERR_INVALID_ARGUMENT, "Error copying slice data");
			tensor_unref(whole);
			whole = NULL;
		}
	}
	return whole;
}

static bool shape_differs(const struct slice_text *s, const struct v1_tensor *t, struct err *err)
{
	struct str a = STR_INIT, b = STR_INIT;

	shape_str(&a, (struct shape){ s->rank, s->dim });
	shape_str(&b, t->shape);
	err_set(err, ERR_KIND_OP, ERR_INVALID_ARGUMENT, "Shape in shape_and_slice spec does not match the shape in the "
		"save file: %s, save file shape: %s", str_z(&a), str_z(&b));
	str_free(&a);
	str_free(&b);
	return false;
}

/* No type that V1 could have written? */
static bool type_known(enum dtype t)
{
	return t != DT_INVALID && dtype_info(t)->size && dtype_info(t)->kind != DK_OBJECT;
}

static bool full_spec(struct str *s, int rank)
{
	for (int d = 0; d < rank; d++)
		str_addz(s, d ? ":-" : "-");
	return true;
}

struct tensor *v1_read(struct v1 *v, struct sv name, struct sv slice, enum dtype want,
		       enum dtype said, struct tensor *(*decode)(struct sv proto, struct err *err), struct err *err)
{
	struct tensor *whole = NULL, *part;
	struct slice_text s = { .spec = SV("") };
	struct str all = STR_INIT;
	const struct v1_tensor *t;
	uint64_t at;
	bool ok;

	if (!map_get(&v->by_name, name, &at)) {
		err_set(err, ERR_KIND_OP, ERR_NOT_FOUND, "Tensor name \"%.*s\" not found in checkpoint files %.*s",
			SV_ARG(name), SV_ARG(v->pattern));
		return NULL;
	}
	t = &v->list.p[at];
	ok = t->dtype == want ||
	     err_set(err, ERR_KIND_OP, ERR_INVALID_ARGUMENT, "Expected to restore a tensor of type %s, got a tensor of "
		     "type %s instead: tensor_name = %.*s", dtype_text(said), dtype_text(t->dtype), SV_ARG(name));
	ok = ok && (!slice.n || slice_parse(slice, &s, err)) &&
	     (!slice.n || shape_eq((struct shape){ s.rank, s.dim }, t->shape) || shape_differs(&s, t, err));
	ok = ok && (type_known(t->dtype) || err_set(err, ERR_KIND_OP, ERR_UNIMPLEMENTED,
						    "Restoring data type %s not yet supported", dtype_text(t->dtype)));
	if (ok && full_spec(&all, t->shape.rank) && !covered(t, slice.n ? s.spec : str_sv(&all)))
		ok = err_set(err, ERR_KIND_FILE, ERR_INVALID_ARGUMENT, "Error copying slice data");
	str_free(&all);
	whole = ok ? whole_read(v, t, decode, err) : NULL;
	if (!whole || !slice.n)
		return whole;
	part = slice_part(whole, slice, err);
	tensor_unref(whole);
	return part;
}
