/*
 * Tensor bundles; see bundle.h. The index is read once into an arena:
 *
 *   ""         BundleHeaderProto: num_shards 1, endianness 2
 *   key        BundleEntryProto: dtype 1, shape 2, shard_id 3, offset 4, size 5, crc32c 6, slices 7
 *   slice key  the same for a piece; its key is the ordered code of (0, name, dims, extents)
 *
 * Data files are mapped when the first tensor of theirs is read; a tensor that points into a mapping
 * holds it, so that it may outlive the bundle.
 */
#include "bundle/bundle.h"

#include <inttypes.h>
#include <pthread.h>
#include <stdlib.h>

#include "base/fmap.h"
#include "base/map.h"
#include "base/vec.h"
#include "bundle/slices.h"
#include "bundle/table.h"
#include "codec/crc32c.h"
#include "proto/wire.h"

struct shard {
	atomic_int refs;
	struct fmap *map;
};

struct bundle {
	char *prefix;
	struct arena *arena;
	int n_shards;
	struct bundle_entry *all;	/* every entry, slices too, in key order */
	size_t n_all;
	int *user;			/* indices into all that a user sees */
	int n_user;
	struct map by_key;		/* key to index in all */
	pthread_mutex_t lock;
	struct shard **shards;
	bool *checked;			/* crc of all[i] was good */
};

/* ---- reading the index ---- */

struct reading {
	struct bundle *b;
	VEC(struct bundle_entry) list;
	bool bad_header, big_endian;
};

static void slices_field(struct bundle *b, struct sv value, struct bundle_entry *e)
{
	struct wire w = wire_of(value), again = w;
	struct bundle_slice *slice;
	struct wire_field f;
	int n = 0;

	while (wire_next(&w, &f))
		n += f.num == 7 && f.type == WIRE_LEN;
	if (!n)
		return;
	slice = arena_array(b->arena, (size_t)n, sizeof(*slice));
	while (e->n_slices < n && wire_next(&again, &f)) {
		if (f.num != 7 || f.type != WIRE_LEN)
			continue;
		slice[e->n_slices].spec = slice_spec(b->arena, f.s);
		slice[e->n_slices++].entry = -1;
	}
	e->slice = slice;
}

static void header(struct reading *r, struct sv value)
{
	struct wire w = wire_of(value);
	struct wire_field f;

	while (wire_next(&w, &f)) {
		if (f.num == 1 && f.type == WIRE_VARINT)
			r->b->n_shards = f.v > 100000 ? -1 : (int)f.v;
		else if (f.num == 2 && f.type == WIRE_VARINT)
			r->big_endian = f.v == 1;
	}
	r->bad_header = w.bad || r->b->n_shards < 0;
}

static bool one_entry(void *ctx, struct sv key, struct sv value)
{
	struct reading *r = ctx;
	struct bundle_entry e = { .key = key };
	struct wire w = wire_of(value);
	struct wire_field f;

	if (!key.n) {
		header(r, value);
		return true;
	}
	e.shape.dim = arena_alloc(r->b->arena, sizeof(int64_t));
	while (wire_next(&w, &f)) {
		if (f.num == 1 && f.type == WIRE_VARINT)
			e.dtype = f.v < DT_COUNT ? (enum dtype)f.v : DT_INVALID;
		else if (f.num == 2 && f.type == WIRE_LEN)
			shape_of_proto(r->b->arena, f.s, &e.shape);
		else if (f.num == 3 && f.type == WIRE_VARINT)
			e.shard = f.v > INT32_MAX ? -1 : (int32_t)f.v;
		else if (f.num == 4 && f.type == WIRE_VARINT)
			e.offset = (int64_t)f.v;
		else if (f.num == 5 && f.type == WIRE_VARINT)
			e.size = (int64_t)f.v;
		else if (f.num == 6 && f.type == WIRE_I32)
			e.crc = crc32c_unmask((uint32_t)f.v);
	}
	slices_field(r->b, value, &e);
	vec_push(&r->list, e);
	return true;
}

/* Links each partitioned entry to its pieces and lists what a user sees. */
static void link_entries(struct bundle *b)
{
	uint64_t at;

	for (size_t i = 0; i < b->n_all; i++)
		map_add(&b->by_key, b->all[i].key, i);
	b->user = arena_array(b->arena, b->n_all + 1, sizeof(*b->user));
	for (size_t i = 0; i < b->n_all; i++) {
		struct bundle_entry *e = &b->all[i];

		for (int k = 0; k < e->n_slices; k++) {
			struct sv key = slice_key(b->arena, e->key, e->slice[k].spec, e->shape.rank);

			if (map_get(&b->by_key, key, &at))
				((struct bundle_slice *)e->slice)[k].entry = (int)at;
		}
		if (e->key.p[0] != '\0')	/* slice keys begin with the ordered code of 0 */
			b->user[b->n_user++] = (int)i;
	}
}

struct bundle *bundle_open(const char *prefix, struct err *err)
{
	char *path = xasprintf("%s.index", prefix);
	struct fmap *f = fmap_open(path, err);
	struct reading r = { 0 };
	struct bundle *b;
	struct sv bytes;
	char *copy;
	bool ok;

	if (!f) {
		free(path);
		return NULL;
	}
	b = xcalloc(1, sizeof(*b));
	b->prefix = xstrdup(prefix);
	b->arena = arena_new();
	pthread_mutex_init(&b->lock, NULL);
	r.b = b;
	copy = xmalloc(f->n + 1);
	bytes = (struct sv){ copy, f->n };
	ok = fmap_copy(f, 0, copy, f->n, err) && table_each(bytes, b->arena, one_entry, &r, err);
	if (ok && (r.bad_header || r.list.n > INT32_MAX))
		ok = err_set(err, ERR_KIND_FILE, ERR_DATA_LOSS, "the header entry is damaged");
	if (ok && r.big_endian)
		ok = err_set(err, ERR_KIND_UNSUPPORTED, ERR_UNIMPLEMENTED, "a big-endian checkpoint");
	fmap_close(f);
	free(copy);
	b->n_all = r.list.n;
	b->all = arena_array(b->arena, r.list.n + 1, sizeof(*b->all));
	if (r.list.n)
		memcpy(b->all, r.list.p, r.list.n * sizeof(*b->all));
	vec_free(&r.list);
	b->checked = arena_array(b->arena, b->n_all + 1, sizeof(*b->checked));
	b->shards = arena_array(b->arena, (size_t)(b->n_shards > 0 ? b->n_shards : 0) + 1, sizeof(*b->shards));
	if (ok)
		link_entries(b);
	else
		err_at(err, "%s", path);
	free(path);
	if (ok)
		return b;
	bundle_close(b);
	return NULL;
}

static void shard_unref(struct shard *s)
{
	if (s && atomic_fetch_sub(&s->refs, 1) == 1) {
		fmap_close(s->map);
		free(s);
	}
}

void bundle_close(struct bundle *b)
{
	if (!b)
		return;
	for (int i = 0; i < b->n_shards; i++)
		shard_unref(b->shards[i]);
	map_free(&b->by_key);
	arena_free(b->arena);
	pthread_mutex_destroy(&b->lock);
	free(b->prefix);
	free(b);
}

const char *bundle_prefix(const struct bundle *b)
{
	return b->prefix;
}

int bundle_n_shards(const struct bundle *b)
{
	return b->n_shards;
}

int bundle_n(const struct bundle *b)
{
	return b->n_user;
}

const struct bundle_entry *bundle_all(const struct bundle *b, int *n)
{
	*n = (int)b->n_all;
	return b->all;
}

const struct bundle_entry *bundle_at(const struct bundle *b, int i)
{
	return i >= 0 && i < b->n_user ? &b->all[b->user[i]] : NULL;
}

int bundle_find(const struct bundle *b, struct sv key)
{
	int lo = 0, hi = b->n_user;

	while (lo < hi) {
		int mid = lo + (hi - lo) / 2, c = sv_cmp(b->all[b->user[mid]].key, key);

		if (c == 0)
			return mid;
		if (c < 0)
			lo = mid + 1;
		else
			hi = mid;
	}
	return -1;
}

/* ---- reading tensors ---- */

static bool entry_err(const struct bundle *b, const struct bundle_entry *e, struct err *err)
{
	err_note(err, "key %.*s, offset %" PRId64, SV_ARG(e->key), e->offset);
	err_at(err, "%s.data-%05d-of-%05d", b->prefix, e->shard, b->n_shards);
	return false;
}

/* The shard's mapping, with a reference for the caller. */
static struct shard *shard_get(struct bundle *b, const struct bundle_entry *e, struct err *err)
{
	struct shard *s = NULL;

	if (e->shard < 0 || e->shard >= b->n_shards) {
		err_set(err, ERR_KIND_FILE, ERR_DATA_LOSS, "shard %d of %d", e->shard, b->n_shards);
		return NULL;
	}
	pthread_mutex_lock(&b->lock);
	if (!b->shards[e->shard]) {
		char *path = bundle_shard_path(b, e->shard);
		struct fmap *map = fmap_open(path, err);

		if (map) {
			s = xmalloc(sizeof(*s));
			atomic_init(&s->refs, 1);
			s->map = map;
			b->shards[e->shard] = s;
		}
		free(path);
	}
	s = b->shards[e->shard];
	if (s)
		atomic_fetch_add(&s->refs, 1);
	pthread_mutex_unlock(&b->lock);
	return s;
}

static void release_mapped(struct tbuf *buf)
{
	shard_unref(buf->ctx);
}

struct strings_job {
	struct sv bytes;
	struct tensor *t;
	uint32_t crc;
};

/* Strings: n lengths as varints, the masked crc of the lengths, then the bytes one after another. The
 * entry's checksum runs over the lengths as 4-byte numbers (8 when larger), that crc, and the bytes. */
static bool read_strings(void *ctx, struct err *err)
{
	struct strings_job *j = ctx;
	struct wire w = wire_of(j->bytes);
	struct tensor *t = j->t;
	const unsigned char *p;
	uint64_t *len = calloc((size_t)t->n + 1, sizeof(*len));
	uint32_t stored;
	bool ok = len != NULL;

	for (int64_t i = 0; ok && i < t->n; i++) {
		ok = wire_varint(&w, &len[i]);
		if (ok && len[i] <= UINT32_MAX) {
			uint32_t l32 = (uint32_t)len[i];

			j->crc = crc32c(j->crc, &l32, 4);
		} else if (ok) {
			j->crc = crc32c(j->crc, &len[i], 8);
		}
	}
	ok = ok && w.end - w.p >= 4;
	if (ok) {
		memcpy(&stored, w.p, 4);
		ok = crc32c_unmask(stored) == j->crc;
		j->crc = crc32c(j->crc, w.p, 4);
	}
	p = w.p + 4;
	for (int64_t i = 0; ok && i < t->n; i++) {
		if (len[i] > (uint64_t)(w.end - p)) {
			ok = false;
			break;
		}
		j->crc = crc32c(j->crc, p, (size_t)len[i]);
		ok = tensor_str_set(t, i, (struct sv){ (const char *)p, (size_t)len[i] }, err);
		p += len[i];
	}
	free(len);
	return ok || err_set(err, ERR_KIND_FILE, ERR_DATA_LOSS, "the strings' lengths are damaged");
}

struct crc_job {
	const unsigned char *p;
	size_t n;
	uint32_t crc;
};

static bool run_crc(void *ctx, struct err *err)
{
	struct crc_job *j = ctx;

	(void)err;
	j->crc = crc32c(0, j->p, j->n);
	return true;
}

static bool crc_differs(uint32_t found, uint32_t stored, struct err *err)
{
	return err_set(err, ERR_KIND_FILE, ERR_DATA_LOSS,
		       "Checksum does not match: stored %u vs. calculated on the restored bytes %u", stored,
		       found);
}

static bool verify(struct bundle *b, size_t i, struct crc_job *job, const char *path, struct err *err)
{
	if (b->checked[i])
		return true;
	if (!fmap_guard(path, run_crc, job, err))
		return false;
	if (job->crc != b->all[i].crc)
		return crc_differs(job->crc, b->all[i].crc, err);
	b->checked[i] = true;
	return true;
}

static bool size_fits(const struct bundle_entry *e, struct err *err)
{
	size_t want;
	int64_t n;

	if (!shape_count(e->shape.rank, e->shape.dim, &n, err))
		return false;
	if (e->dtype == DT_STRING)	/* each string takes a byte at least */
		return n <= e->size || err_set(err, ERR_KIND_FILE, ERR_DATA_LOSS,
					       "%" PRId64 " strings in %" PRId64 " bytes", n, e->size);
	return (size_mul((size_t)n, dtype_info(e->dtype)->size, &want) && want == (size_t)e->size) ||
	       err_set(err, ERR_KIND_FILE, ERR_DATA_LOSS, "the entry has %" PRId64
		       " bytes, its shape and dtype need %zu", e->size, want);
}

static struct tensor *read_plain(struct bundle *b, size_t i, struct shard *s, bool trust, struct err *err)
{
	const struct bundle_entry *e = &b->all[i];
	const struct fmap *m = s->map;
	size_t align = dtype_info(e->dtype)->size;
	struct crc_job job = { m->p + e->offset, (size_t)e->size, 0 };
	struct tensor *t;

	if (!size_fits(e, err) || (!trust && !verify(b, i, &job, m->path, err)))
		return NULL;
	align = align > 8 ? 8 : align;
	if (align && (uintptr_t)job.p % align == 0) {
		t = tensor_wrap(e->dtype, e->shape.rank, e->shape.dim, (void *)job.p, release_mapped, s, err);
		if (t)
			atomic_fetch_add(&s->refs, 1);
		return t;
	}
	t = tensor_new(e->dtype, e->shape.rank, e->shape.dim, err);
	if (t && !fmap_copy(m, (size_t)e->offset, t->data, t->bytes, err)) {
		tensor_unref(t);
		return NULL;
	}
	return t;
}

static struct tensor *read_string_entry(struct bundle *b, size_t i, struct shard *s, bool trust, struct err *err)
{
	const struct bundle_entry *e = &b->all[i];
	struct strings_job job = { { (const char *)s->map->p + e->offset, (size_t)e->size }, NULL, 0 };

	if (!size_fits(e, err))
		return NULL;
	job.t = tensor_new(DT_STRING, e->shape.rank, e->shape.dim, err);
	if (!job.t)
		return NULL;
	if (fmap_guard(s->map->path, read_strings, &job, err) &&
	    (trust || job.crc == e->crc || crc_differs(job.crc, e->crc, err)))
		return job.t;
	tensor_unref(job.t);
	return NULL;
}

/* The shard of entry i, once it is clear that its bytes are in there. */
static struct shard *shard_of(struct bundle *b, const struct bundle_entry *e, struct err *err)
{
	struct shard *s;

	if (e->dtype == DT_VARIANT || e->dtype == DT_RESOURCE || dtype_info(e->dtype)->size == 0) {
		err_set(err, ERR_KIND_UNSUPPORTED, ERR_UNIMPLEMENTED, "a value of dtype %s cannot be read",
			dtype_info(e->dtype)->name);
		return NULL;
	}
	s = shard_get(b, e, err);
	if (s && (e->offset < 0 || e->size < 0 || (uint64_t)e->offset > s->map->n ||
		  (uint64_t)e->size > s->map->n - (uint64_t)e->offset)) {
		err_set(err, ERR_KIND_FILE, ERR_DATA_LOSS, "%" PRId64 " bytes reach beyond the file's end "
			"(%zu bytes: an unfinished copy?)", e->size, s->map->n);
		shard_unref(s);
		return NULL;
	}
	return s;
}

static struct tensor *read_whole(struct bundle *b, size_t i, bool trust, struct err *err)
{
	const struct bundle_entry *e = &b->all[i];
	struct shard *s = shard_of(b, e, err);
	struct tensor *t = NULL;

	if (s)
		t = e->dtype == DT_STRING ? read_string_entry(b, i, s, trust, err) : read_plain(b, i, s, trust, err);
	if (!t)
		entry_err(b, e, err);
	shard_unref(s);
	return t;
}

static bool slice_missing(const struct bundle_entry *e, int k, struct err *err)
{
	return err_set(err, ERR_KIND_FILE, ERR_DATA_LOSS, "slice %.*s of %.*s is missing",
		       SV_ARG(e->slice[k].spec), SV_ARG(e->key));
}

/* Puts the pieces of a partitioned tensor together. */
static struct tensor *read_pieces(struct bundle *b, const struct bundle_entry *e, bool trust, struct err *err)
{
	struct tensor *t = tensor_zeros(e->dtype, e->shape.rank, e->shape.dim, err);

	for (int k = 0; t && k < e->n_slices; k++) {
		struct tensor *piece = NULL;
		bool ok;

		if (e->slice[k].entry < 0)
			slice_missing(e, k, err);
		else
			piece = read_whole(b, (size_t)e->slice[k].entry, trust, err);
		ok = piece && slice_copy(t, piece, e->slice[k].spec, true, err);
		tensor_unref(piece);
		if (!ok) {
			tensor_unref(t);
			t = NULL;
		}
	}
	return t;
}

static struct tensor *read_entry(struct bundle *b, int i, bool trust, struct err *err)
{
	const struct bundle_entry *e = bundle_at(b, i);

	if (!e) {
		err_set(err, ERR_KIND_FILE, ERR_OUT_OF_RANGE, "entry %d of %d", i, b->n_user);
		return NULL;
	}
	return e->n_slices ? read_pieces(b, e, trust, err) : read_whole(b, (size_t)b->user[i], trust, err);
}

struct tensor *bundle_read(struct bundle *b, int i, struct err *err)
{
	return read_entry(b, i, false, err);
}

struct tensor *bundle_map(struct bundle *b, int i, struct err *err)
{
	return read_entry(b, i, true, err);
}

struct tensor *bundle_read_slice(struct bundle *b, int i, struct sv spec, struct err *err)
{
	const struct bundle_entry *e = bundle_at(b, i);
	struct tensor *whole, *part;

	if (e && spec.n && !slice_check(spec, e->key, e->shape, err))
		return NULL;
	if (e && spec.n && e->dtype == DT_STRING) {
		err_set(err, ERR_KIND_OP, ERR_INVALID_ARGUMENT, "Dtype string not supported.");
		return NULL;
	}
	whole = bundle_read(b, i, err);
	if (!whole || !spec.n)
		return whole;
	part = slice_part(whole, spec, err);
	tensor_unref(whole);
	return part;
}

/* ---- parts ---- */

int bundle_n_parts(const struct bundle *b, int i)
{
	const struct bundle_entry *e = bundle_at(b, i);

	return !e ? 0 : e->n_slices ? e->n_slices : 1;
}

const struct bundle_entry *bundle_part_entry(const struct bundle *b, int i, int k)
{
	const struct bundle_entry *e = bundle_at(b, i);

	if (!e || k < 0 || k >= bundle_n_parts(b, i))
		return NULL;
	if (!e->n_slices)
		return e;
	return e->slice[k].entry < 0 ? NULL : &b->all[e->slice[k].entry];
}

bool bundle_part(struct bundle *b, int i, int k, struct bundle_part *out, struct err *err)
{
	const struct bundle_entry *e = bundle_at(b, i), *p = bundle_part_entry(b, i, k);
	struct shard *s;
	bool ok;

	if (!p)
		return e && k < e->n_slices ? slice_missing(e, k, err) :
			err_set(err, ERR_KIND_FILE, ERR_OUT_OF_RANGE, "entry %d of %d", i, b->n_user);
	s = shard_of(b, p, err);
	ok = s && size_fits(p, err);
	if (!ok)
		entry_err(b, p, err);
	else
		*out = (struct bundle_part){ s->map, p, e->n_slices ? e->slice[k].spec : SV("") };
	shard_unref(s);			/* the bundle has its own */
	return ok;
}

struct tensor *bundle_read_part(struct bundle *b, int i, int k, struct err *err)
{
	const struct bundle_entry *p = bundle_part_entry(b, i, k);

	return p ? read_whole(b, (size_t)(p - b->all), true, err) : NULL;
}

char *bundle_shard_path(const struct bundle *b, int shard)
{
	return xasprintf("%s.data-%05d-of-%05d", b->prefix, shard, b->n_shards);
}
