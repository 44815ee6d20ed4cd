/*
 * Zip archives as numpy writes them; see zip.h. The central directory at the end is the truth:
 *
 *   local header | name | extra | data  ...  central entries ...  (zip64 end | locator)  end record
 *
 * Sizes of 0xffffffff stand in the zip64 extra field.
 */
#include "config.h"

#include "codec/zip.h"

#include <string.h>

#ifdef HAVE_ZLIB
#include <zlib.h>
#endif

enum { END = 22, CENTRAL = 46, LOCAL = 30 };

static uint16_t u16(const char *p)
{
	uint16_t v;

	memcpy(&v, p, 2);
	return v;
}

static uint32_t u32(const char *p)
{
	uint32_t v;

	memcpy(&v, p, 4);
	return v;
}

static uint64_t u64(const char *p)
{
	uint64_t v;

	memcpy(&v, p, 8);
	return v;
}

static bool bad(struct err *err)
{
	return err_set(err, ERR_KIND_INPUT, ERR_DATA_LOSS, "the archive is damaged");
}

static long find_end(struct sv f)
{
	size_t back = f.n < END + 65535 ? f.n : END + 65535;

	for (size_t i = END; i <= back; i++)
		if (u32(f.p + f.n - i) == 0x06054b50)
			return (long)(f.n - i);
	return -1;
}

/* Replaces the 32-bit stand-ins by the zip64 extra field's numbers. */
static void zip64(struct zip_member *m, struct sv extra)
{
	while (extra.n >= 4) {
		uint16_t id = u16(extra.p), len = u16(extra.p + 2);
		struct sv body;

		if (len > extra.n - 4)
			return;
		body = sv_sub(extra, 4, 4 + (size_t)len);
		extra = sv_sub(extra, 4 + (size_t)len, extra.n);
		if (id != 1)
			continue;
		uint64_t *want[] = { &m->size, &m->packed, &m->offset };
		for (int i = 0; i < 3; i++) {
			if (*want[i] == UINT32_MAX && body.n >= 8) {
				*want[i] = u64(body.p);
				body = sv_sub(body, 8, body.n);
			}
		}
	}
}

bool zip_each(struct sv f, bool (*each)(void *ctx, const struct zip_member *m), void *ctx,
	      struct err *err)
{
	long end = f.n >= END ? find_end(f) : -1;
	uint64_t at, n;

	if (end < 0)
		return bad(err);
	n = u16(f.p + end + 10);
	at = u32(f.p + end + 16);
	if (at == UINT32_MAX && end >= 20 && u32(f.p + end - 20) == 0x07064b50) {
		uint64_t e64 = u64(f.p + end - 20 + 8);

		if (e64 > f.n || f.n - e64 < 56 || u32(f.p + e64) != 0x06064b50)
			return bad(err);
		n = u64(f.p + e64 + 32);
		at = u64(f.p + e64 + 48);
	}
	for (uint64_t i = 0; i < n; i++) {
		struct zip_member m;
		const char *p = f.p + at;
		size_t name, extra, comment;

		if (at > f.n || f.n - at < CENTRAL || u32(p) != 0x02014b50)
			return bad(err);
		name = u16(p + 28), extra = u16(p + 30), comment = u16(p + 32);
		if (f.n - at - CENTRAL < name + extra + comment)
			return bad(err);
		m = (struct zip_member){ .name = { p + CENTRAL, name }, .method = u16(p + 10), .crc = u32(p + 16),
					 .packed = u32(p + 20), .size = u32(p + 24), .offset = u32(p + 42) };
		zip64(&m, (struct sv){ p + CENTRAL + name, extra });
		if (!each(ctx, &m))
			return true;
		at += CENTRAL + name + extra + comment;
	}
	return true;
}

bool zip_extract(struct sv f, const struct zip_member *m, struct str *out, struct err *err)
{
	const char *p = f.p + m->offset;
	size_t skip;

	if (m->offset > f.n || f.n - m->offset < LOCAL || u32(p) != 0x04034b50)
		return bad(err);
	skip = LOCAL + u16(p + 26) + (size_t)u16(p + 28);
	if (f.n - m->offset < skip || m->packed > f.n - m->offset - skip)
		return bad(err);
	p += skip;
	str_clear(out);
	if (m->method == 0) {
		str_add(out, (struct sv){ p, (size_t)m->packed });
		return true;
	}
	if (m->method != 8)
		return err_set(err, ERR_KIND_UNSUPPORTED, ERR_UNIMPLEMENTED, "compression method %d", m->method);
#ifdef HAVE_ZLIB
	z_stream z = { 0 };
	int rc;

	/* deflate packs at most about 1:1032, so a size beyond that is a lie */
	if (m->packed > UINT32_MAX || m->size > UINT32_MAX || m->size > m->packed * 1040 + 64)
		return bad(err);
	str_addn(out, 0, (size_t)m->size);
	if (inflateInit2(&z, -15) != Z_OK)
		return bad(err);
	z.next_in = (unsigned char *)p;
	z.avail_in = (unsigned)m->packed;
	z.next_out = (unsigned char *)out->p;
	z.avail_out = (unsigned)m->size;
	rc = inflate(&z, Z_FINISH);
	inflateEnd(&z);
	if (rc != Z_STREAM_END || z.total_out != m->size ||
	    crc32(0, (unsigned char *)out->p, (unsigned)m->size) != m->crc)
		return bad(err);
	return true;
#else
	return err_set(err, ERR_KIND_UNSUPPORTED, ERR_UNIMPLEMENTED,
		       "a compressed archive, and smtui was built without zlib (Debian: zlib1g-dev)");
#endif
}
