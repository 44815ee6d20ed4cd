/* MergeV2Checkpoints: many indices become one, data files get the new name. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/fmap.h"
#include "base/map.h"
#include "base/vec.h"
#include "bundle/table.h"
#include "bundle/tablewrite.h"
#include "bundle/write.h"
#include "proto/wire.h"

struct merged {
	struct sv key;
	struct str value;		/* but the shard */
	int shard;
	bool sliced;
};

struct merge {
	struct arena *arena;
	struct sv prefix;		/* the one at hand */
	uint64_t shards, its_shards;
	struct sv version;
	bool any;
	VEC(struct merged) list;
	struct map by_key, by_file;
	VEC(struct sv) files;
	struct err *err;
};

static bool merge_header(struct merge *m, struct sv value)
{
	struct sv version = SV("");
	struct wire w = wire_of(value);
	struct wire_field f;

	m->its_shards = 0;
	while (wire_next(&w, &f))
		if (f.num == 1 && f.type == WIRE_VARINT)
			m->its_shards = f.v;
		else if (f.num == 2 && f.type == WIRE_VARINT && f.v)
			return err_set(m->err, ERR_KIND_UNSUPPORTED, ERR_UNIMPLEMENTED, "a big-endian checkpoint");
		else if (f.num == 3 && f.type == WIRE_LEN)
			version = f.s;
	m->shards += m->its_shards;
	if (m->any && !sv_eq(version, m->version))
		return err_set(m->err, ERR_KIND_OP, ERR_INVALID_ARGUMENT, "Merging bundles with different format "
			       "versions: merged %.*s vs. curr %.*s", SV_ARG(m->version), SV_ARG(version));
	m->version = version;
	m->any = true;
	return true;
}

static int shard_of(struct merge *m, uint64_t shard)
{
	char *name = arena_printf(m->arena, "%.*s.data-%05d-of-%05d", SV_ARG(m->prefix), (int)shard,
				  (int)m->its_shards);
	uint64_t at;

	if (map_get(&m->by_file, sv_of(name), &at))
		return (int)at;
	map_add(&m->by_file, sv_of(name), m->files.n);
	vec_push(&m->files, sv_of(name));
	return (int)m->files.n - 1;
}

/* The same entry in another piece's index: only its slices are new. */
static bool merge_slices(struct merge *m, struct merged *have, struct sv value)
{
	struct wire w = wire_of(value);
	struct wire_field f;
	bool any = false;

	if (!have->sliced)
		return err_set(m->err, ERR_KIND_OP, ERR_INVALID_ARGUMENT, "Duplicate tensor keyed by %.*s encountered, "
			       "when merging prefix: %.*s", SV_ARG(have->key), SV_ARG(m->prefix));
	while (wire_next(&w, &f))
		if (f.num == 7 && f.type == WIRE_LEN) {
			put_len(&have->value, 7, f.s);
			any = true;
		}
	return any || err_set(m->err, ERR_KIND_OP, ERR_INTERNAL, "Duplicate tensor keyed by %.*s; attempting to merge "
			      "in a non-slice bundle entry", SV_ARG(have->key));
}

static bool merge_entry(void *ctx, struct sv key, struct sv value)
{
	struct merge *m = ctx;
	struct merged e = { .key = key };
	struct wire w = wire_of(value);
	uint64_t shard = 0, at;
	struct wire_field f;

	if (err_is(m->err))
		return false;
	if (!key.n)
		return merge_header(m, value);
	if (map_get(&m->by_key, key, &at))
		return merge_slices(m, &m->list.p[at], value);
	while (wire_next(&w, &f)) {
		if (f.num == 3 && f.type == WIRE_VARINT)
			shard = f.v;
		else if (f.type == WIRE_VARINT)
			put_int(&e.value, (int)f.num, f.v);
		else if (f.type == WIRE_LEN)
			put_len(&e.value, (int)f.num, f.s);
		else if (f.type == WIRE_I32) {
			put_varint(&e.value, (uint64_t)f.num << 3 | 5);
			put_fixed32(&e.value, (uint32_t)f.v);
		}
		e.sliced |= f.num == 7;
	}
	e.shard = shard_of(m, shard);
	map_add(&m->by_key, e.key, m->list.n);
	vec_push(&m->list, e);
	return true;
}

static bool merge_one(struct merge *m, const char *index, struct err *err)
{
	struct fmap *f = fmap_open(index, err);
	char *copy = f ? big_alloc(f->n + 1, err) : NULL;
	bool ok = copy && fmap_copy(f, 0, copy, f->n, err) &&
		  table_each((struct sv){ copy, f->n }, m->arena, merge_entry, m, err) && !err_is(m->err);

	if (copy)
		big_free(copy, f->n + 1);
	fmap_close(f);
	return ok;
}

static bool read_all(struct merge *m, const struct sv *prefix, int64_t n, bool allow_missing, struct err *err)
{
	bool any = false, ok = true;

	for (int64_t i = 0; ok && i < n; i++) {
		char *index = arena_printf(m->arena, "%.*s.index", SV_ARG(prefix[i]));

		m->prefix = prefix[i];
		if (access(index, F_OK) == 0) {
			any = true;
			ok = merge_one(m, index, err);
		} else if (!allow_missing) {
			ok = err_set(err, ERR_KIND_OP, ERR_INVALID_ARGUMENT,
				     "allow_missing_files was set to false and %.*s did not exist.NOT_FOUND: %.*s "
				     "not found", SV_ARG(prefix[i]), SV_ARG(prefix[i]));
		}
	}
	return ok && (any || err_set(err, ERR_KIND_OP, ERR_INVALID_ARGUMENT,
				     "At least one prefix checkpoint file must exist, but none existed."));
}

static bool rename_all(struct merge *m, const char *dest, struct err *err)
{
	for (size_t i = 0; i < m->files.n; i++) {
		const char *to = arena_printf(m->arena, "%s.data-%05zu-of-%05zu", dest, i, m->files.n);
		int number;

		if (rename(m->files.p[i].p, to) == 0)
			continue;
		number = errno;
		return err_set(err, ERR_KIND_OP, err_code_of_errno(number), "%s; %s", m->files.p[i].p,
			       strerror(number));
	}
	return true;
}

static int by_key(const void *a, const void *b)
{
	return sv_cmp(((const struct merged *)a)->key, ((const struct merged *)b)->key);
}

static bool write_index(struct merge *m, const char *dest, struct err *err)
{
	struct table_writer t = TABLE_WRITER_INIT;
	struct str header = STR_INIT;
	bool ok;

	if (m->list.n)
		qsort(m->list.p, m->list.n, sizeof(*m->list.p), by_key);
	put_int(&header, 1, m->shards);
	put_len(&header, 3, m->version);
	table_add(&t, SV(""), str_sv(&header));
	for (size_t i = 0; i < m->list.n; i++) {
		put_int(&m->list.p[i].value, 3, (uint64_t)m->list.p[i].shard);
		table_add(&t, m->list.p[i].key, str_sv(&m->list.p[i].value));
	}
	table_finish(&t);
	ok = table_save(&t, arena_printf(m->arena, "%s.index", dest), err);
	table_writer_free(&t);
	str_free(&header);
	return ok;
}

bool bundle_merge(const struct sv *prefix, int64_t n, const char *dest, bool allow_missing, struct err *err)
{
	struct merge m = { .arena = arena_new(), .err = err };
	const char *slash = strrchr(dest, '/');
	bool ok;

	if (slash && slash > dest)	/* whoever writes there says what is wrong with it */
		mkdir(arena_printf(m.arena, "%.*s", (int)(slash - dest), dest), 0777);
	ok = read_all(&m, prefix, n, allow_missing, err) && rename_all(&m, dest, err) && write_index(&m, dest, err);
	for (int64_t i = 0; ok && i < n; i++)
		if (strcmp(arena_printf(m.arena, "%.*s", SV_ARG(prefix[i])), dest))
			unlink(arena_printf(m.arena, "%.*s.index", SV_ARG(prefix[i])));
	for (size_t i = 0; i < m.list.n; i++)
		str_free(&m.list.p[i].value);
	vec_free(&m.list);
	vec_free(&m.files);
	map_free(&m.by_key);
	map_free(&m.by_file);
	arena_free(m.arena);
	return ok;
}
