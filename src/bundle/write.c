/*
 * The writer of tensor bundles; bundle.c shows what the index holds. Everything goes to temporary names
 * beside the final ones, which bundle_finish renames: a checkpoint is there whole or not at all.
 */
#include "bundle/write.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/map.h"
#include "base/vec.h"
#include "bundle/slices.h"
#include "bundle/tablewrite.h"
#include "codec/crc32c.h"

struct out_entry {
	struct sv key;			/* in the arena */
	enum dtype dtype;
	struct str shape, slices;	/* TensorShapeProto; TensorSliceProtos as fields */
	uint64_t offset, size;
	uint32_t crc;
	bool whole;			/* has bytes of its own */
};

struct bundle_writer {
	char *prefix, *path, *temp;	/* the data file and its name until it is whole */
	FILE *f;
	uint64_t at;
	struct arena *arena;
	struct map by_key;
	VEC(struct out_entry) list;
};

static bool os_error(struct err *err, const char *path)
{
	int number = errno;

	return err_set(err, ERR_KIND_OP, err_code_of_errno(number), "%s; %s", path, strerror(number));
}

static bool make_folder(const char *prefix, struct err *err)
{
	const char *slash = strrchr(prefix, '/');
	char *dir = slash ? xsvdup((struct sv){ prefix, (size_t)(slash - prefix) }) : NULL;
	bool ok = !dir || !*dir || mkdir(dir, 0777) == 0 || errno == EEXIST || os_error(err, dir);

	free(dir);
	return ok;
}

struct bundle_writer *bundle_create(const char *prefix, struct err *err)
{
	struct bundle_writer *w;

	if (!make_folder(prefix, err))
		return NULL;
	w = xcalloc(1, sizeof(*w));
	w->prefix = xstrdup(prefix);
	w->path = xasprintf("%s.data-00000-of-00001", prefix);
	w->temp = xasprintf("%s.tempstate%ld", w->path, (long)getpid());
	w->arena = arena_new();
	w->f = fopen(w->temp, "wbe");
	if (w->f)
		return w;
	os_error(err, w->temp);
	bundle_abort(w);
	return NULL;
}

void bundle_abort(struct bundle_writer *w)
{
	if (!w)
		return;
	if (w->f) {
		fclose(w->f);
		unlink(w->temp);
	}
	for (size_t i = 0; i < w->list.n; i++) {
		str_free(&w->list.p[i].shape);
		str_free(&w->list.p[i].slices);
	}
	vec_free(&w->list);
	map_free(&w->by_key);
	arena_free(w->arena);
	free(w->prefix);
	free(w->path);
	free(w->temp);
	free(w);
}

/* ---- bytes ---- */

static bool put(struct bundle_writer *w, const void *p, size_t n, uint32_t *crc, struct err *err)
{
	*crc = crc32c(*crc, p, n);
	w->at += n;
	return fwrite(p, 1, n, w->f) == n || os_error(err, w->temp);
}

/* Lengths as varints, their checksum, then the bytes; the entry's checksum knows the lengths as numbers. */
static bool put_strings(struct bundle_writer *w, const struct tensor *t, uint32_t *crc, struct err *err)
{
	struct str lengths = STR_INIT;
	uint32_t numbers = 0, ignored = 0;
	bool ok;

	for (int64_t i = 0; i < t->n; i++) {
		uint64_t n = tensor_str(t, i).n;
		uint32_t n32 = (uint32_t)n;

		put_varint(&lengths, n);
		numbers = n == n32 ? crc32c(numbers, &n32, 4) : crc32c(numbers, &n, 8);
	}
	ok = put(w, lengths.p, lengths.n, &ignored, err);
	str_clear(&lengths);
	put_fixed32(&lengths, crc32c_mask(numbers));
	*crc = numbers;
	ok = ok && put(w, lengths.p, 4, crc, err);
	for (int64_t i = 0; ok && i < t->n; i++)
		ok = put(w, tensor_str(t, i).p, tensor_str(t, i).n, crc, err);
	str_free(&lengths);
	return ok;
}

/* ---- entries ---- */

static void shape_put(struct str *out, int rank, const int64_t *dim)
{
	struct str one = STR_INIT;

	for (int d = 0; d < rank; d++) {
		str_clear(&one);
		put_int(&one, 1, (uint64_t)dim[d]);
		put_len(out, 2, str_sv(&one));
	}
	str_free(&one);
}

static struct out_entry *entry_new(struct bundle_writer *w, struct sv key, enum dtype t, int rank,
				   const int64_t *dim)
{
	struct out_entry e = { .key = arena_sv(w->arena, key), .dtype = t };

	shape_put(&e.shape, rank, dim);
	map_add(&w->by_key, e.key, w->list.n);
	vec_push(&w->list, e);
	return &vec_last(&w->list);
}

static bool add_whole(struct bundle_writer *w, struct sv key, const struct tensor *t, struct err *err)
{
	struct out_entry *e;

	if (!key.n)
		return err_set(err, ERR_KIND_OP, ERR_INVALID_ARGUMENT, "a tensor needs a name");
	if (map_get(&w->by_key, key, NULL))
		return err_set(err, ERR_KIND_OP, ERR_INVALID_ARGUMENT, "Adding duplicate key: %.*s", SV_ARG(key));
	if (dtype_info(t->dtype)->kind == DK_OBJECT)
		return err_set(err, ERR_KIND_OP, ERR_UNIMPLEMENTED, "a value of dtype %s cannot be saved",
			       dtype_text(t->dtype));
	e = entry_new(w, key, t->dtype, t->rank, t->dim);
	e->whole = true;
	e->offset = w->at;
	if (t->dtype == DT_STRING ? !put_strings(w, t, &e->crc, err) : !put(w, t->data, t->bytes, &e->crc, err))
		return false;
	e->size = w->at - e->offset;
	return true;
}

/* A part: its bytes under a key of their own, and a line in the whole's entry. */
static bool add_part(struct bundle_writer *w, struct sv key, const struct slice_text *s, const struct tensor *t,
		     struct err *err)
{
	struct str one = STR_INIT, shape = STR_INIT;
	struct out_entry *e;
	uint64_t at;
	bool ok;

	if (!map_get(&w->by_key, key, &at))
		e = entry_new(w, key, t->dtype, s->rank, s->dim);
	else
		e = &w->list.p[at];
	shape_put(&shape, s->rank, s->dim);
	ok = !e->whole && e->dtype == t->dtype && sv_eq(str_sv(&shape), str_sv(&e->shape));
	slice_proto(&one, s->spec, s->rank);
	put_len(&e->slices, 7, str_sv(&one));
	str_free(&one);
	str_free(&shape);
	if (!ok)	/* TensorFlow ends the process here */
		return err_set(err, ERR_KIND_OP, ERR_INVALID_ARGUMENT, "%.*s has another shape or type already",
			       SV_ARG(key));
	return add_whole(w, slice_key(w->arena, key, s->spec, s->rank), t, err);
}

bool bundle_add(struct bundle_writer *w, struct sv key, struct sv slice, const struct tensor *t, struct err *err)
{
	struct shape is = tensor_shape(t);
	struct str shown = STR_INIT;
	struct slice_text s;

	if (!slice.n)
		return add_whole(w, key, t, err);
	if (!slice_parse(slice, &s, err))
		return false;
	if (!shape_eq((struct shape){ s.rank, s.part }, is)) {
		shape_str(&shown, is);
		err_set(err, ERR_KIND_OP, ERR_INVALID_ARGUMENT, "Slice in shape_and_slice specification does not "
			"match the shape of the tensor to  save: %.*s, tensor: %s", SV_ARG(slice), str_z(&shown));
		str_free(&shown);
		return false;
	}
	return shape_eq((struct shape){ s.rank, s.dim }, is) ? add_whole(w, key, t, err) :
							       add_part(w, key, &s, t, err);
}

/* ---- the index ---- */

static int by_key(const void *a, const void *b)
{
	return sv_cmp(((const struct out_entry *)a)->key, ((const struct out_entry *)b)->key);
}

static void index_put(struct table_writer *t, const struct out_entry *e)
{
	struct str v = STR_INIT;

	put_int(&v, 1, e->dtype);
	put_len(&v, 2, str_sv(&e->shape));
	put_int(&v, 4, e->offset);
	put_int(&v, 5, e->size);
	if (e->crc || e->whole) {
		put_varint(&v, 6 << 3 | 5);
		put_fixed32(&v, crc32c_mask(e->crc));
	}
	str_add(&v, str_sv(&e->slices));
	table_add(t, e->key, str_sv(&v));
	str_free(&v);
}

bool bundle_finish(struct bundle_writer *w, struct err *err)
{
	struct table_writer t = TABLE_WRITER_INIT;
	char *index = xasprintf("%s.index", w->prefix);
	bool ok = fflush(w->f) == 0 && rename(w->temp, w->path) == 0;

	if (!ok)
		os_error(err, w->temp);
	if (w->list.n)
		qsort(w->list.p, w->list.n, sizeof(*w->list.p), by_key);
	table_add(&t, SV(""), SV("\x08\x01\x1a\x02\x08\x01"));	/* one shard, version 1 */
	for (size_t i = 0; i < w->list.n; i++)
		index_put(&t, &w->list.p[i]);
	table_finish(&t);
	ok = ok && table_save(&t, index, err);
	table_writer_free(&t);
	free(index);
	if (ok) {
		fclose(w->f);
		w->f = NULL;
	}
	bundle_abort(w);
	return ok;
}
