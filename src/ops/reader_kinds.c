/* What each kind of reader takes for a record; see reader.h. */
#include "codec/crc32c.h"
#include "codec/tfrecord.h"
#include "ops/reader.h"

static struct sv content(const struct reader *r)
{
	return tensor_str(r->s.bytes, 0);
}

/* ---- records of TFRecord files; the key has the record's place ---- */

enum { HEAD = 12 }; /* a length of 8 bytes, its checksum */

static bool head_ok(const char *p)
{
	const unsigned char *sum = (const unsigned char *)p + 8;
	uint32_t want = (uint32_t)sum[0] | (uint32_t)sum[1] << 8 | (uint32_t)sum[2] << 16 |
			(uint32_t)sum[3] << 24;

	return crc32c_unmask(want) == crc32c(0, p, 8);
}

static enum read next_record(struct op_ctx *c, struct reader *r, struct sv *value, int64_t *number,
			     struct str *own)
{
	struct sv all = content(r);
	size_t at = (size_t)r->s.pos;
	const char *why = NULL;

	(void)own;
	if (at >= all.n || all.n - at < HEAD)
		return READ_END;
	*number = r->s.pos;
	if (!head_ok(all.p + at)) {
		op_fail(c, ERR_DATA_LOSS, "corrupted record at %zu (Is this even a TFRecord file?)",
			at);
		return READ_ERR;
	}
	if (!tfrecord_next(all, &at, value, &why)) {
		op_fail(c, ERR_DATA_LOSS,
			"truncated record at %lld' failed with Read less bytes than requested",
			(long long)r->s.pos);
		return READ_ERR;
	}
	if (why) {
		op_fail(c, ERR_DATA_LOSS, "corrupted record at %lld", (long long)r->s.pos + HEAD);
		return READ_ERR;
	}
	r->s.pos = (int64_t)at;
	return READ_GOT;
}

/* ---- lines; the key has the line's number ---- */

/* Without its end; a carriage return before it goes too. */
static bool line(struct reader *r, struct str *own)
{
	struct sv all = content(r);
	size_t at = (size_t)r->s.pos, end = at;

	str_clear(own);
	while (end < all.n && all.p[end] != '\n')
		end++;
	str_add(own,
		sv_sub(all, at, end < all.n && end > at && all.p[end - 1] == '\r' ? end - 1 : end));
	r->s.pos = (int64_t)(end < all.n ? end + 1 : end);
	return end < all.n || own->n > 0;
}

static bool skip_header(struct op_ctx *c, struct reader *r)
{
	struct str s = STR_INIT;
	int64_t skip = 0;

	(void)c;
	node_attr_int(r->made_by, "skip_header_lines", &skip);
	while (r->s.number < skip && line(r, &s))
		r->s.number++;
	str_free(&s);
	return true;
}

static enum read next_line(struct op_ctx *c, struct reader *r, struct sv *value, int64_t *number,
			   struct str *own)
{
	(void)c;
	if (!line(r, own))
		return READ_END;
	*number = ++r->s.number;
	*value = str_sv(own);
	return READ_GOT;
}

/* ---- all of a file; the name itself ---- */

static enum read next_whole(struct op_ctx *c, struct reader *r, struct sv *value, int64_t *number,
			    struct str *own)
{
	(void)c, (void)own, (void)number;
	*value = content(r);
	return READ_LAST;
}

static enum read next_name(struct op_ctx *c, struct reader *r, struct sv *value, int64_t *number,
			   struct str *own)
{
	(void)c, (void)own, (void)number;
	*value = tensor_str(r->s.work, 0);
	return READ_LAST;
}

/* ---- records of one size ---- */

static bool sizes(struct op_ctx *c, const struct reader *r, int64_t v[4])
{
	static const char *const name[] = {"header_bytes", "record_bytes", "footer_bytes",
					   "hop_bytes"};

	for (int i = 0; i < 4; i++) {
		v[i] = 0;
		node_attr_int(r->made_by, name[i], &v[i]);
		if (v[i] < 0 || v[i] > INT64_C(1) << 40)
			return op_invalid(c, "%s must be >= 0 not %lld", name[i], (long long)v[i]);
	}
	v[3] = v[3] ? v[3] : v[1];
	return true;
}

static bool start_fixed(struct op_ctx *c, struct reader *r)
{
	int64_t v[4];

	if (!sizes(c, r, v))
		return false;
	r->s.pos = v[0];
	return true;
}

static enum read next_fixed(struct op_ctx *c, struct reader *r, struct sv *value, int64_t *number,
			    struct str *own)
{
	struct sv all = content(r);
	int64_t v[4];

	(void)own;
	if (!sizes(c, r, v))
		return READ_ERR;
	if (r->s.pos + v[1] > (int64_t)all.n - v[2])
		return READ_END;
	*value = sv_sub(all, (size_t)r->s.pos, (size_t)(r->s.pos + v[1]));
	*number = r->s.number++;
	r->s.pos += v[3];
	return READ_GOT;
}

const struct reader_kind reader_records = {"TFRecordReader", true, false, NULL, next_record};
const struct reader_kind reader_lines = {"TextLineReader", true, false, skip_header, next_line};
const struct reader_kind reader_whole = {"WholeFileReader", true, true, NULL, next_whole};
const struct reader_kind reader_fixed = {"FixedLengthRecordReader", true, false, start_fixed,
					 next_fixed};
const struct reader_kind reader_identity = {"IdentityReader", false, true, NULL, next_name};
