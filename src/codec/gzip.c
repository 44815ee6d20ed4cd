/* See gzip.h. */
#include "config.h"

#include "codec/gzip.h"

#include <stdint.h>

#ifdef HAVE_ZLIB
#include <zlib.h>

/* Members of a gzip file follow each other; what follows a zlib stream does not matter. */
static bool stream(z_stream *z, bool gzip, size_t max, struct str *out, struct err *err)
{
	unsigned char buf[1 << 16];
	int rc = Z_OK;

	while (rc != Z_STREAM_END && rc != Z_BUF_ERROR) {
		z->next_out = buf;
		z->avail_out = sizeof(buf);
		rc = inflate(z, Z_SYNC_FLUSH);
		if (rc != Z_OK && rc != Z_STREAM_END && rc != Z_BUF_ERROR)
			return err_set(err, ERR_KIND_OP, ERR_DATA_LOSS, "inflate() failed with error %d%s%s", rc,
				       z->msg ? ": " : "", z->msg ? z->msg : "");
		if (out->n + (sizeof(buf) - z->avail_out) > max)
			return err_set(err, ERR_KIND_LIMIT, ERR_RESOURCE_EXHAUSTED,
				       "more than %zu bytes come out of it", max);
		str_add(out, (struct sv){ (const char *)buf, sizeof(buf) - z->avail_out });
		if (rc == Z_STREAM_END && gzip && z->avail_in)
			rc = inflateReset(z);
	}
	return true;
}

bool gzip_expand(struct sv in, bool gzip, size_t max, struct str *out, struct err *err)
{
	z_stream z = { .next_in = (unsigned char *)in.p, .avail_in = (unsigned)in.n };
	bool ok;

	if (in.n > UINT32_MAX)
		return err_set(err, ERR_KIND_LIMIT, ERR_RESOURCE_EXHAUSTED, "%zu packed bytes", in.n);
	if (!in.n)
		return true;
	if (inflateInit2(&z, gzip ? 16 + MAX_WBITS : MAX_WBITS) != Z_OK)
		return err_set(err, ERR_KIND_LIMIT, ERR_RESOURCE_EXHAUSTED, "no memory for zlib");
	ok = stream(&z, gzip, max, out, err);
	inflateEnd(&z);
	return ok;
}

#else

bool gzip_expand(struct sv in, bool gzip, size_t max, struct str *out, struct err *err)
{
	(void)in, (void)gzip, (void)max, (void)out;
	return err_set(err, ERR_KIND_UNSUPPORTED, ERR_UNIMPLEMENTED,
		       "compressed data, and smtui was built without zlib (Debian: zlib1g-dev)");
}

#endif
