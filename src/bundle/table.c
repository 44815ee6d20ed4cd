/*
 * Table files:
 *
 *   data block | ... | metaindex block | index block | footer (48 bytes)
 *   block:   entries | restart offsets (fixed32 each) | how many (fixed32)    then type, masked crc
 *   entry:   shared (varint) | unshared (varint) | value length (varint) | key rest | value
 *   footer:  metaindex handle, index handle (offset, size varints) | padding | magic (8 bytes)
 *
 * An index block's values are handles of data blocks.
 */
#include "bundle/table.h"

#include <string.h>

#include "base/str.h"
#include "codec/crc32c.h"
#include "codec/snappy.h"

enum { FOOTER = 48, TRAILER = 5 };
static const uint64_t MAGIC = 0xdb4775248b80fb57u;

static bool varint(const unsigned char **p, const unsigned char *end, uint64_t *v)
{
	*v = 0;
	for (int shift = 0; shift < 64 && *p < end; shift += 7) {
		unsigned char b = *(*p)++;

		*v |= (uint64_t)(b & 127) << shift;
		if (!(b & 128))
			return true;
	}
	return false;
}

static uint32_t fixed32(const char *p)
{
	uint32_t v;

	memcpy(&v, p, 4);
	return v;
}

static bool bad(struct err *err, uint64_t offset, const char *what)
{
	return err_set(err, ERR_KIND_FILE, ERR_DATA_LOSS, "block at %llu: %s",
		       (unsigned long long)offset, what);
}

/* The block's contents, expanded; checksum verified. buf keeps what had to be expanded. */
static bool block_read(struct sv file, uint64_t off, uint64_t size, struct str *buf, struct sv *out,
		       struct err *err)
{
	const char *p;
	uint32_t stored, found;

	if (file.n < TRAILER || off > file.n || size > file.n - TRAILER || off > file.n - TRAILER - size)
		return bad(err, off, "reaches beyond the end of the file");
	p = file.p + off;
	stored = crc32c_unmask(fixed32(p + size + 1));
	found = crc32c(0, p, size + 1);
	if (stored != found)
		return err_set(err, ERR_KIND_FILE, ERR_DATA_LOSS,
			       "block at %llu: crc %08x, but the file says %08x", (unsigned long long)off,
			       found, stored);
	*out = (struct sv){ p, (size_t)size };
	switch (p[size]) {
	case 0:
		return true;
	case 1:
		if (!snappy_expand(*out, buf, err))
			return err_note(err, "block at %llu", (unsigned long long)off);
		*out = str_sv(buf);
		return true;
	default:
		return bad(err, off, "an unknown compression");
	}
}

/* Entries of a block; key is kept between entries because each says what it shares with the last. */
static bool block_each(struct sv block, uint64_t off, struct arena *a,
		       bool (*each)(void *ctx, struct sv key, struct sv value, struct err *err),
		       void *ctx, struct err *err)
{
	const unsigned char *p = (const unsigned char *)block.p, *end;
	struct str key = STR_INIT;
	uint32_t restarts;
	bool ok = true;

	if (block.n < 4)
		return bad(err, off, "too short");
	restarts = fixed32(block.p + block.n - 4);
	if (restarts > (block.n - 4) / 4)
		return bad(err, off, "more restart points than fit");
	end = p + block.n - 4 - 4 * (size_t)restarts;
	while (ok && p < end) {
		uint64_t shared, rest, len;

		if (!varint(&p, end, &shared) || !varint(&p, end, &rest) || !varint(&p, end, &len) ||
		    shared > key.n || rest > (uint64_t)(end - p) || len > (uint64_t)(end - p) - rest) {
			ok = bad(err, off, "an entry is damaged");
			break;
		}
		key.n = (size_t)shared;
		str_add(&key, (struct sv){ (const char *)p, (size_t)rest });
		p += rest;
		ok = each(ctx, arena_sv(a, str_sv(&key)), arena_sv(a, (struct sv){ (const char *)p, (size_t)len }),
			  err);
		p += len;
	}
	str_free(&key);
	return ok;
}

struct walk {
	struct sv file;
	struct arena *a;
	bool (*each)(void *ctx, struct sv key, struct sv value);
	void *ctx;
};

static bool deliver(void *ctx, struct sv key, struct sv value, struct err *err)
{
	struct walk *w = ctx;

	(void)err;
	return w->each(w->ctx, key, value);
}

static bool data_block(void *ctx, struct sv key, struct sv handle, struct err *err)
{
	const unsigned char *p = (const unsigned char *)handle.p, *end = p + handle.n;
	struct walk *w = ctx;
	struct str buf = STR_INIT;
	uint64_t off, size;
	struct sv block;
	bool ok;

	(void)key;
	if (!varint(&p, end, &off) || !varint(&p, end, &size))
		return err_set(err, ERR_KIND_FILE, ERR_DATA_LOSS, "the index is damaged");
	ok = block_read(w->file, off, size, &buf, &block, err) &&
	     block_each(block, off, w->a, deliver, w, err);
	str_free(&buf);
	return ok;
}

bool table_each(struct sv file, struct arena *a,
		bool (*each)(void *ctx, struct sv key, struct sv value), void *ctx, struct err *err)
{
	struct walk w = { file, a, each, ctx };
	const unsigned char *p, *end;
	struct str buf = STR_INIT;
	uint64_t magic, off, size;
	struct sv block;
	bool ok;

	if (file.n < FOOTER)
		return err_set(err, ERR_KIND_FILE, ERR_DATA_LOSS, "%zu bytes are too few for an index", file.n);
	p = (const unsigned char *)file.p + file.n - FOOTER;
	end = p + FOOTER - 8;
	memcpy(&magic, end, 8);
	if (magic != MAGIC)
		return err_set(err, ERR_KIND_FILE, ERR_DATA_LOSS,
			       "does not end as a checkpoint index does (an unfinished copy?)");
	if (!varint(&p, end, &off) || !varint(&p, end, &size) || !varint(&p, end, &off) ||
	    !varint(&p, end, &size))
		return err_set(err, ERR_KIND_FILE, ERR_DATA_LOSS, "the footer is damaged");
	ok = block_read(file, off, size, &buf, &block, err) && block_each(block, off, a, data_block, &w, err);
	str_free(&buf);
	return ok;
}
