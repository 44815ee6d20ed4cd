/*
 * See zipwrite.h. Sizes are known only behind a member's bytes, so each local header is written with room for
 * 64-bit sizes and filled in afterwards:
 *
 *   50 4b 03 04 | version 45 | flags 0x800 (UTF-8 names) | method 0 | time, date | crc | ffffffff ffffffff |
 *   name length | 20 | name | extra: 1, 16, size, size | bytes
 */
#include "config.h"

#include "codec/zipwrite.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/str.h"
#include "base/vec.h"

#ifdef HAVE_ZLIB
#include <zlib.h>
#else
static uint32_t crc32(uint32_t c, const unsigned char *p, size_t n)
{
	for (c = ~c; n--; p++) {
		c ^= *p;
		for (int k = 0; k < 8; k++)
			c = c & 1 ? c >> 1 ^ 0xedb88320u : c >> 1;
	}
	return ~c;
}
#endif

enum { CRC_AT = 14, EXTRA = 20, NAME_MAX_BYTES = 60000, JANUARY_1980 = 0x21 };

struct member {
	char *name;
	uint32_t crc;
	uint64_t size, offset;
};

struct zip_writer {
	char *path;
	FILE *f;
	VEC(struct member) list;
	bool open;			/* the last member is being written */
	uint64_t at;			/* bytes written */
};

static bool failed(struct zip_writer *z, struct err *err)
{
	err_set(err, ERR_KIND_FILE, ERR_UNAVAILABLE, "cannot write: %s", strerror(errno));
	return err_at(err, "%s", z->path);
}

struct zip_writer *zip_create(const char *path, struct err *err)
{
	struct zip_writer *z = xcalloc(1, sizeof(*z));

	z->path = xstrdup(path);
	z->f = fopen(path, "wb");
	if (z->f)
		return z;
	failed(z, err);
	free(z->path);
	free(z);
	return NULL;
}

static void number(struct str *s, uint64_t v, int bytes)
{
	for (int i = 0; i < bytes; i++)
		str_addc(s, (char)(v >> (8 * i)));
}

static bool flush(struct zip_writer *z, struct str *s, struct err *err)
{
	bool ok = fwrite(s->p, 1, s->n, z->f) == s->n || failed(z, err);

	z->at += s->n;
	str_free(s);
	return ok;
}

/* What local header and directory have in common. */
static void common(struct str *s, const struct member *m)
{
	number(s, 45, 2);
	number(s, 0x800, 2);
	number(s, 0, 2);
	number(s, (uint64_t)JANUARY_1980 << 16, 4);
	number(s, m->crc, 4);
	number(s, UINT32_MAX, 4);
	number(s, UINT32_MAX, 4);
	number(s, strlen(m->name), 2);
}

/* Fills in what the last member turned out to be. */
static bool member_end(struct zip_writer *z, struct err *err)
{
	struct member *m = z->open ? &vec_last(&z->list) : NULL;
	struct str crc = STR_INIT, sizes = STR_INIT;
	bool ok;

	if (!m)
		return true;
	z->open = false;
	number(&crc, m->crc, 4);
	number(&sizes, m->size, 8);
	number(&sizes, m->size, 8);
	ok = (!fseeko(z->f, (off_t)m->offset + CRC_AT, SEEK_SET) && fwrite(crc.p, 1, crc.n, z->f) == crc.n &&
	      !fseeko(z->f, (off_t)(m->offset + 30 + strlen(m->name) + 4), SEEK_SET) &&
	      fwrite(sizes.p, 1, sizes.n, z->f) == sizes.n && !fseeko(z->f, (off_t)z->at, SEEK_SET)) ||
	     failed(z, err);
	str_free(&crc);
	str_free(&sizes);
	return ok;
}

bool zip_member(struct zip_writer *z, struct sv name, struct err *err)
{
	struct member m = { .offset = z->at };
	struct str s = STR_INIT;

	if (!member_end(z, err))
		return false;
	if (name.n > NAME_MAX_BYTES || (name.n && memchr(name.p, 0, name.n)))
		return err_set(err, ERR_KIND_LIMIT, ERR_INVALID_ARGUMENT, "a name that an archive cannot hold");
	m.offset = z->at;
	m.name = xsvdup(name);
	number(&s, 0x04034b50, 4);
	common(&s, &m);
	number(&s, EXTRA, 2);
	str_addz(&s, m.name);
	number(&s, 1, 2);
	number(&s, 16, 2);
	number(&s, 0, 8);
	number(&s, 0, 8);
	vec_push(&z->list, m);
	z->open = true;
	return flush(z, &s, err);
}

bool zip_put(struct zip_writer *z, struct sv b, struct err *err)
{
	struct member *m = &vec_last(&z->list);

	while (b.n) {
		size_t n = b.n < 1u << 30 ? b.n : 1u << 30;

		m->crc = (uint32_t)crc32(m->crc, (const unsigned char *)b.p, (unsigned)n);
		if (fwrite(b.p, 1, n, z->f) != n)
			return failed(z, err);
		m->size += n;
		z->at += n;
		b = sv_sub(b, n, b.n);
	}
	return true;
}

static void directory(struct zip_writer *z, struct str *s)
{
	for (size_t i = 0; i < z->list.n; i++) {
		const struct member *m = &z->list.p[i];

		number(s, 0x02014b50, 4);
		number(s, 45 | 3 << 8, 2);	/* made on Unix */
		common(s, m);
		number(s, 28, 2);		/* extra */
		number(s, 0, 2);		/* comment */
		number(s, 0, 2);		/* disk */
		number(s, 0, 2);
		number(s, (uint64_t)0100644 << 16, 4);
		number(s, UINT32_MAX, 4);
		str_addz(s, m->name);
		number(s, 1, 2);
		number(s, 24, 2);
		number(s, m->size, 8);
		number(s, m->size, 8);
		number(s, m->offset, 8);
	}
}

static void end(struct str *s, uint64_t n, uint64_t at, uint64_t bytes)
{
	number(s, 0x06064b50, 4);		/* the 64-bit end */
	number(s, 44, 8);
	number(s, 45, 2);
	number(s, 45, 2);
	number(s, 0, 8);
	number(s, n, 8);
	number(s, n, 8);
	number(s, bytes, 8);
	number(s, at, 8);
	number(s, 0x07064b50, 4);		/* where that is */
	number(s, 0, 4);
	number(s, at + bytes, 8);
	number(s, 1, 4);
	number(s, 0x06054b50, 4);		/* the old end */
	number(s, 0, 4);
	number(s, n < UINT16_MAX ? n : UINT16_MAX, 2);
	number(s, n < UINT16_MAX ? n : UINT16_MAX, 2);
	number(s, bytes < UINT32_MAX ? bytes : UINT32_MAX, 4);
	number(s, at < UINT32_MAX ? at : UINT32_MAX, 4);
	number(s, 0, 2);
}

static void writer_free(struct zip_writer *z)
{
	for (size_t i = 0; i < z->list.n; i++)
		free(z->list.p[i].name);
	vec_free(&z->list);
	free(z->path);
	free(z);
}

bool zip_finish(struct zip_writer *z, struct err *err)
{
	struct str s = STR_INIT;
	uint64_t at = z->at;
	bool ok = member_end(z, err);

	directory(z, &s);
	end(&s, z->list.n, at, s.n);
	ok = flush(z, &s, err) && ok;
	if (fclose(z->f))
		ok = failed(z, err);
	writer_free(z);
	return ok;
}

void zip_abort(struct zip_writer *z)
{
	struct stat st;
	bool ours;

	if (!z)
		return;
	ours = !fstat(fileno(z->f), &st) && S_ISREG(st.st_mode);	/* not /dev/null */
	fclose(z->f);
	if (ours)
		unlink(z->path);
	writer_free(z);
}
