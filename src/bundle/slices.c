/*
 * Slices; see slices.h. A piece's key is "ordered code": 0, the tensor's name, the number of dims, then
 * start and length of each dim, so that keys sort as their contents do:
 *
 *   number        length byte | big-endian bytes without leading zeros
 *   string        bytes, 00 as 00 ff, ff as ff 00 | 00 01
 *   signed        1 to 10 bytes; the first bits say how many, as in UTF-8, xor the value's
 */
#include "bundle/slices.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "base/vec.h"
#include "bundle/tablewrite.h"
#include "proto/wire.h"

struct extent {
	int64_t start, length;		/* length -1: all of it */
};

struct sv slice_spec(struct arena *a, struct sv proto)
{
	struct wire w = wire_of(proto);
	struct str s = STR_INIT;
	struct wire_field f, g;
	struct sv out;

	while (wire_next(&w, &f)) {
		struct wire e = wire_of(f.s);
		int64_t start = 0, length = -1;

		if (f.num != 1 || f.type != WIRE_LEN)
			continue;
		while (wire_next(&e, &g)) {
			if (g.num == 1 && g.type == WIRE_VARINT)
				start = (int64_t)g.v;
			else if (g.num == 2 && g.type == WIRE_VARINT)
				length = (int64_t)g.v;
		}
		if (s.n)
			str_addc(&s, ':');
		if (length < 0)
			str_addc(&s, '-');
		else
			str_addf(&s, "%" PRId64 ",%" PRId64, start, length);
	}
	out = arena_sv(a, str_sv(&s));
	str_free(&s);
	return out;
}

static bool number(struct sv *s, int64_t *v)
{
	size_t i = 0;

	*v = 0;
	for (; i < s->n && s->p[i] >= '0' && s->p[i] <= '9'; i++)
		if (__builtin_mul_overflow(*v, 10, v) || __builtin_add_overflow(*v, s->p[i] - '0', v))
			return false;
	*s = sv_sub(*s, i, s->n);
	return i > 0;
}

/* The extents of the text form; false when it is not one for this rank. */
static bool parse(struct sv spec, struct extent *e, int rank)
{
	for (int d = 0; d < rank; d++) {
		if (d && (!spec.n || spec.p[0] != ':'))
			return false;
		if (d)
			spec = sv_sub(spec, 1, spec.n);
		if (spec.n && spec.p[0] == '-') {
			e[d] = (struct extent){ 0, -1 };
			spec = sv_sub(spec, 1, spec.n);
			continue;
		}
		if (!number(&spec, &e[d].start) || !spec.n || spec.p[0] != ',')
			return false;
		spec = sv_sub(spec, 1, spec.n);
		if (!number(&spec, &e[d].length))
			return false;
	}
	return spec.n == 0;
}

/* ---- keys ---- */

static void put_number(struct str *s, uint64_t v)
{
	char buf[9];
	int n = 0;

	for (int shift = 56; shift >= 0; shift -= 8)
		if (v >> shift)
			buf[++n] = (char)(v >> shift);
	buf[0] = (char)n;
	str_add(s, (struct sv){ buf, (size_t)n + 1 });
}

static void put_string(struct str *s, struct sv v)
{
	for (size_t i = 0; i < v.n; i++) {
		str_addc(s, v.p[i]);
		if (v.p[i] == '\0')
			str_addc(s, '\xff');
		else if (v.p[i] == '\xff')
			str_addc(s, '\0');
	}
	str_add(s, SV("\0\1"));
}

static void put_signed(struct str *s, int64_t v)
{
	static const unsigned char head[11][2] = {
		{ 0, 0 }, { 0x80, 0 }, { 0xc0, 0 }, { 0xe0, 0 }, { 0xf0, 0 }, { 0xf8, 0 }, { 0xfc, 0 },
		{ 0xfe, 0 }, { 0xff, 0 }, { 0xff, 0x80 }, { 0xff, 0xc0 },
	};
	uint64_t x = v < 0 ? ~(uint64_t)v : (uint64_t)v;
	unsigned char buf[10];
	int bits = x ? 64 - __builtin_clzll(x) : 0, len = bits / 7 + 1;

	memset(buf, v < 0 ? 0xff : 0, 2);
	for (int i = 0; i < 8; i++)
		buf[2 + i] = (unsigned char)((uint64_t)v >> (56 - 8 * i));
	buf[10 - len] ^= head[len][0];
	if (len > 1)
		buf[11 - len] ^= head[len][1];
	str_add(s, (struct sv){ (const char *)buf + 10 - len, (size_t)len });
}

struct sv slice_key(struct arena *a, struct sv name, struct sv spec, int rank)
{
	struct extent e[SHAPE_MAX_RANK];
	struct str s = STR_INIT;
	struct sv out = SV("");

	if (rank >= 0 && rank <= SHAPE_MAX_RANK && parse(spec, e, rank)) {
		put_number(&s, 0);
		put_string(&s, name);
		put_number(&s, (uint64_t)rank);
		for (int d = 0; d < rank; d++) {
			put_signed(&s, e[d].start);
			put_signed(&s, e[d].length);
		}
		out = arena_sv(a, str_sv(&s));
	}
	str_free(&s);
	return out;
}

/* ---- copying ---- */

static bool bad_slice(struct sv spec, struct err *err)
{
	return err_set(err, ERR_KIND_FILE, ERR_INVALID_ARGUMENT, "slice %.*s does not fit", SV_ARG(spec));
}

static bool element_copy(struct tensor *to, int64_t i, struct tensor *from, int64_t k, int64_t n,
			 struct err *err)
{
	size_t size = dtype_info(to->dtype)->size;

	if (to->dtype != DT_STRING) {
		memcpy((char *)to->data + (size_t)i * size, (char *)from->data + (size_t)k * size, (size_t)n * size);
		return true;
	}
	for (int64_t j = 0; j < n; j++)
		if (!tensor_str_set(to, i + j, tensor_str(from, k + j), err))
			return false;
	return true;
}

bool slice_copy(struct tensor *whole, struct tensor *piece, struct sv spec, bool into,
		struct err *err)
{
	struct extent e[SHAPE_MAX_RANK];
	int64_t at[SHAPE_MAX_RANK] = { 0 }, rows = 1, run, offset;
	int rank = whole->rank;

	if (piece->rank != rank || piece->dtype != whole->dtype || !parse(spec, e, rank))
		return bad_slice(spec, err);
	for (int d = 0; d < rank; d++) {
		if (e[d].length < 0)
			e[d] = (struct extent){ 0, whole->dim[d] };
		if (e[d].start > whole->dim[d] || e[d].length > whole->dim[d] - e[d].start ||
		    e[d].length != piece->dim[d])
			return bad_slice(spec, err);
		if (d < rank - 1)
			rows *= e[d].length;
	}
	if (piece->n == 0)
		return true;
	run = rank ? e[rank - 1].length : 1;
	for (int64_t r = 0; r < rows; r++) {
		offset = 0;
		for (int d = 0; d < rank; d++)
			offset = offset * whole->dim[d] + e[d].start + at[d];
		if (into ? !element_copy(whole, offset, piece, r * run, run, err)
			 : !element_copy(piece, r * run, whole, offset, run, err))
			return false;
		for (int d = rank - 2; d >= 0 && ++at[d] == e[d].length; d--)
			at[d] = 0;
	}
	return true;
}

struct tensor *slice_part(struct tensor *whole, struct sv text, struct err *err)
{
	struct extent e[SHAPE_MAX_RANK];
	int64_t dim[SHAPE_MAX_RANK];
	long blank = sv_rfind(text, ' ');
	struct sv spec = blank < 0 ? text : sv_sub(text, (size_t)blank + 1, text.n);
	struct tensor *part;

	if (!parse(spec, e, whole->rank)) {
		bad_slice(spec, err);
		return NULL;
	}
	for (int d = 0; d < whole->rank; d++)
		dim[d] = e[d].length < 0 ? whole->dim[d] : e[d].length;
	part = tensor_new(whole->dtype, whole->rank, dim, err);
	if (part && !slice_copy(whole, part, spec, false, err)) {
		tensor_unref(part);
		return NULL;
	}
	return part;
}

/* ---- checking ---- */

static struct sv word(struct sv *s, char end)
{
	long at = sv_find(*s, end);
	struct sv w = at < 0 ? *s : sv_sub(*s, 0, (size_t)at);

	*s = at < 0 ? SV("") : sv_sub(*s, (size_t)at + 1, s->n);
	return w;
}

static bool invalid(struct err *err, const char *what, struct sv a, struct sv b)
{
	return err_set(err, ERR_KIND_OP, ERR_INVALID_ARGUMENT, what, SV_ARG(a), SV_ARG(b));
}

/* All of s as a number with or without a sign. */
static bool signed_number(struct sv s, int64_t *v)
{
	bool minus = s.n && s.p[0] == '-';

	if (minus)
		s = sv_sub(s, 1, s.n);
	if (!number(&s, v) || s.n)
		return false;
	*v = minus ? -*v : *v;
	return true;
}

/* One dim's "-" or "start,length". */
static bool extent_check(struct sv x, struct sv all, struct extent *e, struct err *err)
{
	struct sv rest = x, first = word(&rest, ','), second = rest;

	*e = (struct extent){ 0, -1 };
	if (sv_is(x, "-"))
		return true;
	if (!signed_number(first, &e->start) || !signed_number(second, &e->length))
		return invalid(err, "Expected a pair of numbers or '-' but got '%.*s': string = %.*s", x, all);
	return (e->start >= 0 && e->length > 0) || err_set(err, ERR_KIND_OP, ERR_INVALID_ARGUMENT,
							   "Expected non-negative start and positive length but got "
							   "start = %" PRId64 ", length = %" PRId64 ": string = %.*s",
							   e->start, e->length, SV_ARG(all));
}

bool slice_parse(struct sv text, struct slice_text *o, struct err *err)
{
	struct extent e[SHAPE_MAX_RANK];
	long blank = sv_rfind(text, ' ');
	struct sv dims = blank < 0 ? SV("") : sv_sub(text, 0, (size_t)blank), s;
	struct str shown = STR_INIT;
	bool ok = true;
	int n = 0;

	*o = (struct slice_text){ .spec = blank < 0 ? text : sv_sub(text, (size_t)blank + 1, text.n) };
	s = o->spec;
	if (blank < 0)
		return invalid(err, "Need least two elements in shape_and_slice specification: %.*s%.*s", text, SV(""));
	while (ok && dims.n) {
		struct sv d = word(&dims, ' ');

		ok = o->rank < SHAPE_MAX_RANK && number(&d, &o->dim[o->rank++]) && !d.n;
	}
	if (!ok)
		return invalid(err, "Non numerical dimension in shape_and_slice: %.*s%.*s", text, SV(""));
	while (s.n) {
		struct sv x = word(&s, ':');

		if (n >= SHAPE_MAX_RANK || !extent_check(x, o->spec, &e[n++], err))
			return err_set(err, ERR_KIND_OP, ERR_INVALID_ARGUMENT, "a slice of too many dimensions");
	}
	shape_str(&shown, (struct shape){ o->rank, o->dim });
	if (n != o->rank)
		ok = err_set(err, ERR_KIND_OP, ERR_INTERNAL, "Mismatching ranks: shape = %s, slice = %.*s",
			     str_z(&shown), SV_ARG(o->spec));
	for (int d = 0; ok && d < o->rank; d++) {
		o->part[d] = e[d].length < 0 ? o->dim[d] : e[d].length;
		if (e[d].length >= 0 && (e[d].start > o->dim[d] || e[d].length > o->dim[d] - e[d].start))
			ok = err_set(err, ERR_KIND_OP, ERR_INTERNAL,
				     "Extent in dimension %d out of bounds: shape = %s, slice = %.*s", d,
				     str_z(&shown), SV_ARG(o->spec));
	}
	str_free(&shown);
	return ok;
}

bool slice_check(struct sv text, struct sv name, struct shape stored, struct err *err)
{
	struct str a = STR_INIT, b = STR_INIT;
	struct slice_text t;
	bool ok = slice_parse(text, &t, err);

	shape_str(&a, (struct shape){ t.rank, t.dim });
	shape_str(&b, stored);
	if (ok && !shape_eq((struct shape){ t.rank, t.dim }, stored))
		ok = err_set(err, ERR_KIND_OP, ERR_INVALID_ARGUMENT,
			     "tensor_name = %.*s; shape in shape_and_slice spec %s "
			     "does not match the shape stored in checkpoint: %s",
			     SV_ARG(name), str_z(&a), str_z(&b));
	str_free(&a);
	str_free(&b);
	return ok;
}

void slice_proto(struct str *out, struct sv spec, int rank)
{
	struct extent e[SHAPE_MAX_RANK];
	struct str one = STR_INIT;

	if (!parse(spec, e, rank))
		return;
	for (int d = 0; d < rank; d++) {
		str_clear(&one);
		if (e[d].length >= 0) {
			put_int(&one, 1, (uint64_t)e[d].start);
			put_int(&one, 2, (uint64_t)e[d].length);
		}
		put_len(out, 1, str_sv(&one));
	}
	str_free(&one);
}

void shape_of_proto(struct arena *a, struct sv bytes, struct shape *s)
{
	struct wire w = wire_of(bytes);
	struct wire_field f, g;
	VEC(int64_t) dims = { 0 };
	int64_t *d;

	while (wire_next(&w, &f)) {
		struct wire dim = wire_of(f.s);
		int64_t size = 0;

		if (f.num != 2 || f.type != WIRE_LEN)
			continue;
		while (wire_next(&dim, &g))
			if (g.num == 1 && g.type == WIRE_VARINT)
				size = (int64_t)g.v;
		vec_push(&dims, size);
	}
	d = arena_array(a, dims.n + 1, sizeof(*d));
	if (dims.n)
		memcpy(d, dims.p, dims.n * sizeof(*d));
	*s = (struct shape){ dims.n > SHAPE_MAX_RANK ? SHAPE_UNKNOWN_RANK : (int)dims.n, d };
	vec_free(&dims);
}

bool slice_dims(struct sv spec, int rank, const int64_t *whole, int64_t *start, int64_t *part)
{
	struct extent e[SHAPE_MAX_RANK];

	if (rank < 0 || rank > SHAPE_MAX_RANK || !parse(spec, e, rank))
		return false;
	for (int d = 0; d < rank; d++) {
		start[d] = e[d].length < 0 ? 0 : e[d].start;
		part[d] = e[d].length < 0 ? whole[d] : e[d].length;
		if (start[d] > whole[d] || part[d] > whole[d] - start[d])
			return false;
	}
	return true;
}
