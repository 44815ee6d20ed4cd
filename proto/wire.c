/* The wire format; see wire.h. */
#include "proto/wire.h"

bool wire_varint(struct wire *w, uint64_t *v)
{
	uint64_t x = 0;

	for (int shift = 0; shift < 70; shift += 7) {
		unsigned char b;

		if (w->p == w->end)
			break;
		b = *w->p++;
		x |= (uint64_t)(b & 127) << (shift > 63 ? 63 : shift);
		if (!(b & 128)) {
			*v = x;
			return true;
		}
	}
	w->bad = true;
	return false;
}

/* Most tags and lengths are one byte. */
static inline bool varint(struct wire *w, uint64_t *v)
{
	if (w->p < w->end && *w->p < 128) {
		*v = *w->p++;
		return true;
	}
	return wire_varint(w, v);
}

static bool fixed(struct wire *w, size_t n, uint64_t *v)
{
	if ((size_t)(w->end - w->p) < n) {
		w->bad = true;
		return false;
	}
	*v = 0;
	memcpy(v, w->p, n);
	w->p += n;
	return true;
}

static inline bool tag(struct wire *w, struct wire_field *f)
{
	uint64_t t;

	if (w->p == w->end || !varint(w, &t))
		return false;
	/* v and s are empty, not stale, for a type that a reader did not expect */
	*f = (struct wire_field){ .num = (uint32_t)(t >> 3), .type = (int)(t & 7) };
	if (t >> 3 == 0 || t >> 3 > 0x1fffffff)
		w->bad = true;
	return !w->bad;
}

static inline bool value(struct wire *w, struct wire_field *f)
{
	switch (f->type) {
	case WIRE_VARINT:
		return varint(w, &f->v);
	case WIRE_I64:
		return fixed(w, 8, &f->v);
	case WIRE_I32:
		return fixed(w, 4, &f->v);
	case WIRE_LEN:
		if (!varint(w, &f->v))
			return false;
		if (f->v > (uint64_t)(w->end - w->p)) {
			w->bad = true;
			return false;
		}
		f->s = (struct sv){ (const char *)w->p, (size_t)f->v };
		w->p += f->v;
		return true;
	default:
		return true;
	}
}

/* Old files may hold groups; nothing that smtui reads is one. */
static bool skip_group(struct wire *w)
{
	struct wire_field f;
	int depth = 1;

	while (depth > 0) {
		if (!tag(w, &f) || !value(w, &f) || f.type > WIRE_I32) {
			w->bad = true;
			return false;
		}
		depth += f.type == WIRE_GROUP ? 1 : f.type == WIRE_END_GROUP ? -1 : 0;
		if (depth > WIRE_MAX_DEPTH) {
			w->bad = true;
			return false;
		}
	}
	return true;
}

bool wire_next(struct wire *w, struct wire_field *f)
{
	while (!w->bad && tag(w, f)) {
		if (f->type == WIRE_GROUP) {
			if (!skip_group(w))
				return false;
			continue;
		}
		if (f->type == WIRE_END_GROUP || f->type > WIRE_I32) {
			w->bad = true;
			return false;
		}
		return value(w, f);
	}
	return false;
}

struct sv wire_last(struct sv bytes, uint32_t num)
{
	struct wire w = wire_of(bytes);
	struct wire_field f;
	struct sv out = SV("");

	while (wire_next(&w, &f))
		if (f.num == num && f.type == WIRE_LEN)
			out = f.s;
	return out;
}
