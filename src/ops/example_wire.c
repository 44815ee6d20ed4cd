/* tf.Example's bytes; see example.h. */
#include "ops/example.h"

#include <string.h>

bool scan_tag(struct scan *s, unsigned char tag)
{
	if (s->p == s->end || *s->p != tag)
		return false;
	s->p++;
	return true;
}

bool scan_u64(struct scan *s, uint64_t *v)
{
	const unsigned char *p = s->p;
	uint64_t x = 0;

	for (int shift = 0; shift < 70 && p < s->end; shift += 7) {
		x |= (uint64_t)(*p & 127) << shift;
		if (!(*p++ & 128)) {
			s->p = p;
			*v = x;
			return true;
		}
	}
	return false;
}

bool scan_u32(struct scan *s, uint32_t *v)
{
	uint64_t x;

	if (!scan_u64(s, &x))
		return false;
	*v = (uint32_t)x;
	return true;
}

bool scan_len(struct scan *s, struct scan *sub)
{
	uint32_t n;

	if (!scan_u32(s, &n))
		return false;
	*sub = (struct scan){ s->p, n < scan_left(s) ? s->p + n : s->end };
	s->p = sub->end;
	return true;
}

bool scan_str(struct scan *s, struct sv *v)
{
	uint32_t n;

	if (!scan_u32(s, &n) || n > scan_left(s))
		return false;
	*v = (struct sv){ (const char *)s->p, n };
	s->p += n;
	return true;
}

bool scan_skip(struct scan *s)
{
	uint32_t tag = 0, n;
	size_t step = 0;

	if (!scan_u32(s, &tag))
		return false;
	switch (tag & 7) {
	case 0:
		return scan_u32(s, &n);
	case 1:
		step = 8;
		break;
	case 2:
		if (!scan_u32(s, &n))
			return false;
		/* A length over 2^31 skips nothing, one that is too long all there is. */
		if (n <= INT32_MAX)
			s->p += n < scan_left(s) ? n : scan_left(s);
		return true;
	case 5:
		step = 4;
		break;
	default:
		return false;
	}
	if (scan_left(s) < step)
		return false;
	s->p += step;
	return true;
}

/* ---- Example ---- */

/* Key and value in any order, two fields exactly. */
static bool entry(struct scan m, struct example_entry *e)
{
	*e = (struct example_entry){ .key = SV_NULL };
	for (int i = 0; i < 2; i++) {
		if (scan_tag(&m, TAG_LEN(1))) {
			if (!scan_str(&m, &e->key))
				return false;
		} else if (!scan_tag(&m, TAG_LEN(2)) || !scan_str(&m, &e->feature)) {
			return false;
		}
	}
	return scan_end(&m);
}

static bool features(struct scan m, struct example_entries *out)
{
	struct example_entry e;
	struct scan sub;

	while (!scan_end(&m)) {
		if (!scan_tag(&m, TAG_LEN(1)) || !scan_len(&m, &sub) || !entry(sub, &e))
			return false;
		vec_push(&out->v, e);
	}
	return true;
}

bool example_entries(struct sv bytes, struct example_entries *out)
{
	struct scan s = scan_of(bytes), sub;

	while (!scan_end(&s)) {
		if (!scan_tag(&s, TAG_LEN(1))) {
			if (!scan_skip(&s))
				return false;
		} else if (!scan_len(&s, &sub) || !features(sub, out)) {
			return false;
		}
	}
	return true;
}

/* ---- Feature ---- */

bool example_type(struct sv feature, enum dtype *t, struct sv *list)
{
	*t = DT_INVALID;
	*list = SV_NULL;
	if (!feature.n)
		return true;
	switch ((unsigned char)feature.p[0]) {
	case TAG_LEN(1):
		*t = DT_STRING;
		break;
	case TAG_LEN(2):
		*t = DT_FLOAT;
		break;
	case TAG_LEN(3):
		*t = DT_INT64;
		break;
	default:
		return false;
	}
	*list = sv_sub(feature, 1, feature.n);
	return true;
}

static bool count_strings(struct scan s, int64_t room, int64_t *n)
{
	struct sv v;

	for (*n = 0; !scan_end(&s); ++*n) {
		if (!scan_tag(&s, TAG_LEN(1)) || (room >= 0 && *n >= room) || !scan_str(&s, &v))
			return false;
	}
	return true;
}

/* Packed: what the length says, as far as there is room, must be there. Else a tag before each. */
static bool count_floats(struct scan s, int64_t room, int64_t *n)
{
	uint32_t bytes;

	*n = 0;
	if (scan_end(&s))
		return true;
	if (scan_tag(&s, TAG_LEN(1))) {
		if (!scan_u32(&s, &bytes))
			return false;
		*n = bytes / 4;
		return (size_t)(room >= 0 && room < *n ? room : *n) * 4 <= scan_left(&s);
	}
	for (; !scan_end(&s); ++*n) {
		if (!scan_tag(&s, TAG_I32(1)) || scan_left(&s) < 4)
			return false;
		s.p += 4;
	}
	return true;
}

static bool count_ints(struct scan s, int64_t *n)
{
	struct scan sub;
	uint64_t v;

	*n = 0;
	if (scan_end(&s))
		return true;
	if (scan_tag(&s, TAG_LEN(1))) {
		if (!scan_len(&s, &sub))
			return false;
		for (; !scan_end(&sub); ++*n)
			if (!scan_u64(&sub, &v))
				return false;
		return true;
	}
	for (; !scan_end(&s); ++*n)
		if (!scan_tag(&s, TAG_VARINT(1)) || !scan_u64(&s, &v))
			return false;
	return true;
}

bool example_count(enum dtype t, struct sv list, int64_t room, int64_t *n)
{
	struct scan s = scan_of(list), sub;

	if (!scan_len(&s, &sub))
		return false;
	if (t == DT_STRING)
		return count_strings(sub, room, n);
	return t == DT_FLOAT ? count_floats(sub, room, n) : count_ints(sub, n);
}

bool example_values(enum dtype t, struct sv list, struct tensor *dst, int64_t at, int64_t n,
		    struct err *err)
{
	struct scan s = scan_of(list), sub;
	bool packed;
	struct sv v;
	uint64_t u = 0;

	if (n <= 0 || !scan_len(&s, &sub))
		return true;
	s = sub;
	packed = t != DT_STRING && scan_tag(&s, TAG_LEN(1)) && scan_u64(&s, &u);
	for (int64_t i = at; i < at + n; i++) {
		if (!packed && !scan_end(&s))
			s.p++;
		if (t == DT_STRING) {
			if (!scan_str(&s, &v) || !tensor_str_set(dst, i, v, err))
				return false;
		} else if (t == DT_FLOAT) {
			if (scan_left(&s) < 4)
				return err_set(err, ERR_KIND_OP, ERR_INTERNAL, "a float list changed");
			memcpy((float *)dst->data + i, s.p, 4);
			s.p += 4;
		} else {
			if (!scan_u64(&s, &u))
				return err_set(err, ERR_KIND_OP, ERR_INTERNAL, "an int list changed");
			((int64_t *)dst->data)[i] = (int64_t)u;
		}
	}
	return true;
}

