/*
 * .npy files:
 *
 *   93 'NUMPY' | major | minor | header length (2 bytes in version 1, else 4) | header | data
 *
 * The header is a Python dict literal: {'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }
 * padded with blanks and a newline to a multiple of 64. It is untrusted: a small reader of exactly
 * this form, no evaluation.
 */
#include "tensor/npy.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/fmap.h"
#include "base/mem.h"
#include "base/str.h"

struct npy_header {
	struct sv descr;
	bool fortran;
	int rank;
	int64_t dim[SHAPE_MAX_RANK];
};

static bool bad(struct err *err, const char *what)
{
	return err_set(err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT, "not a good .npy file: %s", what);
}

/* ---- the header ---- */

static void blanks(struct sv *s)
{
	while (s->n && (s->p[0] == ' ' || s->p[0] == '\n' || s->p[0] == '\t'))
		*s = sv_sub(*s, 1, s->n);
}

static bool take(struct sv *s, char c)
{
	blanks(s);
	if (!s->n || s->p[0] != c)
		return false;
	*s = sv_sub(*s, 1, s->n);
	return true;
}

static bool quoted(struct sv *s, struct sv *out)
{
	char q;
	long end;

	blanks(s);
	if (!s->n || (s->p[0] != '\'' && s->p[0] != '"'))
		return false;
	q = s->p[0];
	*s = sv_sub(*s, 1, s->n);
	end = sv_find(*s, q);
	if (end < 0)
		return false;
	*out = sv_sub(*s, 0, (size_t)end);
	*s = sv_sub(*s, (size_t)end + 1, s->n);
	return true;
}

static bool word(struct sv *s, const char *w)
{
	blanks(s);
	if (!sv_starts(*s, sv_of(w)))
		return false;
	*s = sv_sub(*s, strlen(w), s->n);
	return true;
}

static bool shape(struct sv *s, struct npy_header *h)
{
	if (!take(s, '('))
		return false;
	while (!take(s, ')')) {
		int64_t v = 0;
		size_t i = 0;

		blanks(s);
		for (; i < s->n && s->p[i] >= '0' && s->p[i] <= '9'; i++)
			if (__builtin_mul_overflow(v, 10, &v) || __builtin_add_overflow(v, s->p[i] - '0', &v))
				return false;
		if (!i || h->rank == SHAPE_MAX_RANK)
			return false;
		*s = sv_sub(*s, i, s->n);
		take(s, 'L');		/* Python 2 wrote long integers so */
		h->dim[h->rank++] = v;
		if (!take(s, ',') && !(blanks(s), s->n && s->p[0] == ')'))
			return false;
	}
	return true;
}

static bool header_read(struct sv s, struct npy_header *h, struct err *err)
{
	bool has_descr = false, has_shape = false;
	struct sv key;

	memset(h, 0, sizeof(*h));
	if (!take(&s, '{'))
		return bad(err, "the header is no dictionary");
	while (!take(&s, '}')) {
		bool ok = quoted(&s, &key) && take(&s, ':');

		if (ok && sv_is(key, "descr")) {
			blanks(&s);
			if (s.n && s.p[0] == '[')
				return bad(err, "structured arrays (records) are no tensors");
			ok = has_descr = quoted(&s, &h->descr);
		} else if (ok && sv_is(key, "fortran_order")) {
			h->fortran = word(&s, "True");
			ok = h->fortran || word(&s, "False");
		} else if (ok && sv_is(key, "shape") && !has_shape) {
			ok = has_shape = shape(&s, h);
		} else {
			ok = false;
		}
		if (!ok)
			return bad(err, "the header makes no sense");
		take(&s, ',');
	}
	return (has_descr && has_shape) || bad(err, "the header lacks descr or shape");
}

/* ---- reading data ---- */

static const struct { const char *code; enum dtype t; } codes[] = {
	{ "f4", DT_FLOAT }, { "f8", DT_DOUBLE }, { "f2", DT_HALF }, { "i1", DT_INT8 }, { "i2", DT_INT16 },
	{ "i4", DT_INT32 }, { "i8", DT_INT64 }, { "u1", DT_UINT8 }, { "u2", DT_UINT16 },
	{ "u4", DT_UINT32 }, { "u8", DT_UINT64 }, { "b1", DT_BOOL }, { "c8", DT_COMPLEX64 },
	{ "c16", DT_COMPLEX128 }, { "V2", DT_BFLOAT16 }, { "V1", DT_FLOAT8_E5M2 },
};

static enum dtype type_of(struct sv code)
{
	for (size_t i = 0; i < sizeof(codes) / sizeof(codes[0]); i++)
		if (sv_is(code, codes[i].code))
			return codes[i].t;
	return DT_INVALID;
}

static void swap_bytes(unsigned char *p, size_t n, size_t size)
{
	for (size_t i = 0; i < n; i++, p += size) {
		for (size_t k = 0; k < size / 2; k++) {
			unsigned char c = p[k];

			p[k] = p[size - 1 - k];
			p[size - 1 - k] = c;
		}
	}
}

/* Row-major index of the k-th element in column-major order. */
static int64_t from_fortran(const struct npy_header *h, int64_t k)
{
	int64_t at = 0, stride = 1, index[SHAPE_MAX_RANK];

	for (int d = 0; d < h->rank; d++) {
		index[d] = k % h->dim[d];
		k /= h->dim[d];
	}
	for (int d = h->rank - 1; d >= 0; d--) {
		at += index[d] * stride;
		stride *= h->dim[d];
	}
	return at;
}

static void utf8_put(struct str *s, uint32_t c)
{
	if (c < 0x80) {
		str_addc(s, (char)c);
	} else if (c < 0x800) {
		str_addc(s, (char)(0xc0 | c >> 6));
		str_addc(s, (char)(0x80 | (c & 63)));
	} else if (c < 0x10000) {
		str_addc(s, (char)(0xe0 | c >> 12));
		str_addc(s, (char)(0x80 | (c >> 6 & 63)));
		str_addc(s, (char)(0x80 | (c & 63)));
	} else {
		str_addc(s, (char)(0xf0 | (c >> 18 & 7)));
		str_addc(s, (char)(0x80 | (c >> 12 & 63)));
		str_addc(s, (char)(0x80 | (c >> 6 & 63)));
		str_addc(s, (char)(0x80 | (c & 63)));
	}
}

/* One fixed-width cell of |S or <U, without the NULs that pad it. */
static bool cell(struct tensor *t, int64_t i, const char *p, size_t width, bool ucs4, bool swap,
		 struct err *err)
{
	struct str s = STR_INIT;
	bool ok;

	if (!ucs4) {
		while (width && p[width - 1] == '\0')
			width--;
		return tensor_str_set(t, i, (struct sv){ p, width }, err);
	}
	for (size_t k = 0; k + 4 <= width; k += 4) {
		unsigned char b[4];
		uint32_t c;

		memcpy(b, p + k, 4);
		if (swap)
			swap_bytes(b, 1, 4);
		memcpy(&c, b, 4);
		utf8_put(&s, c);
	}
	while (s.n && s.p[s.n - 1] == '\0')
		s.n--;
	ok = tensor_str_set(t, i, str_sv(&s), err);
	str_free(&s);
	return ok;
}

static struct tensor *read_text(const struct npy_header *h, struct sv data, bool swap, struct err *err)
{
	bool ucs4 = h->descr.p[1] == 'U';
	size_t width = 0, need;
	struct tensor *t;
	int64_t n;

	for (size_t i = 2; i < h->descr.n; i++) {
		if (h->descr.p[i] < '0' || h->descr.p[i] > '9' || width > 1u << 28) {
			bad(err, "an odd string width");
			return NULL;
		}
		width = width * 10 + (size_t)(h->descr.p[i] - '0');
	}
	width *= ucs4 ? 4 : 1;
	if (!shape_count(h->rank, h->dim, &n, err))
		return NULL;
	if (!size_mul((size_t)n, width, &need) || need > data.n || (!width && n > 1 << 24)) {
		bad(err, "the data is too short for its shape");
		return NULL;
	}
	t = tensor_new(DT_STRING, h->rank, h->dim, err);
	for (int64_t k = 0; t && k < n; k++) {
		int64_t to = h->fortran ? from_fortran(h, k) : k;

		if (!cell(t, to, data.p + (size_t)k * width, width, ucs4, swap, err)) {
			tensor_unref(t);
			return NULL;
		}
	}
	return t;
}

static struct tensor *read_numbers(const struct npy_header *h, struct sv data, bool swap, struct err *err)
{
	enum dtype type = type_of(sv_sub(h->descr, 1, h->descr.n));
	size_t size = dtype_info(type)->size, need;
	struct tensor *t;
	int64_t n;

	if (type == DT_INVALID) {
		err_set(err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT, "arrays of dtype '%.*s' are no tensors",
			SV_ARG(h->descr));
		return NULL;
	}
	if (!shape_count(h->rank, h->dim, &n, err))
		return NULL;
	if (!size_mul((size_t)n, size, &need) || need > data.n) {
		bad(err, "the data is too short for its shape");
		return NULL;
	}
	t = tensor_new(type, h->rank, h->dim, err);
	if (!t)
		return NULL;
	if (!h->fortran || h->rank < 2)
		memcpy(t->data, data.p, t->bytes);
	for (int64_t k = 0; h->fortran && h->rank > 1 && k < n; k++)
		memcpy((char *)t->data + (size_t)from_fortran(h, k) * size, data.p + (size_t)k * size, size);
	if (swap && dtype_info(type)->kind == DK_COMPLEX)
		swap_bytes(t->data, (size_t)n * 2, size / 2);
	else if (swap)
		swap_bytes(t->data, (size_t)n, size);
	for (int64_t k = 0; type == DT_BOOL && k < n; k++)
		((uint8_t *)t->data)[k] = ((uint8_t *)t->data)[k] != 0;
	return t;
}

struct tensor *npy_read(struct sv b, struct err *err)
{
	struct npy_header h;
	size_t skip, len;
	struct sv data;
	bool swap;

	if (!sv_starts(b, SV("\x93NUMPY")) || b.n < 12) {
		bad(err, b.n ? "it does not begin as one" : "it is empty");
		return NULL;
	}
	if (b.p[6] == 1) {
		len = (size_t)(unsigned char)b.p[8] | (size_t)(unsigned char)b.p[9] << 8;
		skip = 10;
	} else if (b.p[6] == 2 || b.p[6] == 3) {
		uint32_t v;

		memcpy(&v, b.p + 8, 4);
		len = v;
		skip = 12;
	} else {
		bad(err, "an unknown version");
		return NULL;
	}
	if (len > b.n - skip) {
		bad(err, "it ends within the header");
		return NULL;
	}
	if (!header_read(sv_sub(b, skip, skip + len), &h, err))
		return NULL;
	data = sv_sub(b, skip + len, b.n);
	if (h.descr.n < 2) {
		bad(err, "an odd dtype");
		return NULL;
	}
	if (h.descr.p[1] == 'O') {
		err_set(err, ERR_KIND_INPUT, ERR_UNIMPLEMENTED,
			"an array of Python objects (pickled): smtui runs no pickles; save strings with dtype 'S'");
		return NULL;
	}
	swap = h.descr.p[0] == '>';
	if (h.descr.p[1] == 'S' || h.descr.p[1] == 'U')
		return read_text(&h, data, swap, err);
	return read_numbers(&h, data, swap, err);
}

struct reading {
	const struct fmap *f;
	struct tensor *t;
};

static bool read_mapped(void *ctx, struct err *err)
{
	struct reading *r = ctx;

	r->t = npy_read(fmap_sv(r->f), err);
	return r->t != NULL;
}

struct tensor *npy_read_file(const char *path, struct err *err)
{
	struct reading r = { fmap_open(path, err), NULL };

	if (!r.f)
		return NULL;
	if (!fmap_guard(path, read_mapped, &r, err))
		err_at(err, "%s", path);
	fmap_close((struct fmap *)r.f);
	return r.t;
}

/* ---- writing ---- */

static void header_write(struct str *out, const char *descr, struct shape t)
{
	struct str h = STR_INIT;
	size_t total;

	str_addf(&h, "{'descr': '%s', 'fortran_order': False, 'shape': (", descr);
	for (int d = 0; d < t.rank; d++)
		str_addf(&h, "%s%" PRId64, d ? ", " : "", t.dim[d]);
	str_addz(&h, t.rank == 1 ? ",), }" : "), }");
	/* numpy leaves room for the first axis to grow in place: 21 digits less what it has */
	if (t.rank > 0) {
		int digits = snprintf(NULL, 0, "%" PRId64, t.dim[0]);

		str_addn(&h, ' ', (size_t)(21 - digits));
	}
	total = 10 + h.n + 1;
	str_addn(&h, ' ', 64 - total % 64);	/* a full 64 when it fits exactly, as numpy does */
	str_addc(&h, '\n');
	str_add(out, SV("\x93NUMPY\1\0"));
	str_addc(out, (char)(h.n & 255));
	str_addc(out, (char)(h.n >> 8));
	str_add(out, str_sv(&h));
	str_free(&h);
}

static void put_le32(struct str *s, uint32_t v)
{
	str_add(s, (struct sv){ (const char *)&v, 4 });
}

/* The pickle (protocol 3) that numpy.save makes of an object array of bytes: numpy's _reconstruct,
 * then its state (version, shape, dtype 'O', is-fortran, list of bytes). */
static void put_pickle(struct str *s, const struct tensor *t)
{
	str_add(s, SV("\x80\3cnumpy.core.multiarray\n_reconstruct\nq\0cnumpy\nndarray\nq\1K\0\x85q\2C\1bq\3"
		      "\x87q\4Rq\5(K\1"));
	if (t->rank > 3 || t->rank == 0)
		str_addc(s, '(');
	for (int d = 0; d < t->rank; d++) {
		if (t->dim[d] < 256) {
			str_addc(s, 'K');
			str_addc(s, (char)t->dim[d]);
		} else {
			str_addz(s, "\x8a\x08");		/* LONG1 of 8 bytes */
			str_add(s, (struct sv){ (const char *)&t->dim[d], 8 });
		}
	}
	str_addz(s, t->rank == 1 ? "\x85" : t->rank == 2 ? "\x86" : t->rank == 3 ? "\x87" : "t");
	str_add(s, SV("cnumpy\ndtype\nq\6X\2\0\0\0O8q\7\x89\x88\x87q\x08Rq\x09(K\3X\1\0\0\0|q\nNNN"
		      "J\xff\xff\xff\xffJ\xff\xff\xff\xffK?tq\x0b" "b\x89]q\x0c("));
	for (int64_t i = 0; i < t->n; i++) {
		struct sv v = tensor_str(t, i);

		str_addc(s, 'B');
		put_le32(s, (uint32_t)v.n);
		str_add(s, v);
	}
	str_addz(s, "etq\rb.");
}

static bool write_strings(struct str *out, const struct tensor *t, struct err *err)
{
	bool nul_at_end = false;
	size_t width = 1;
	char descr[32];

	for (int64_t i = 0; i < t->n; i++) {
		struct sv v = tensor_str(t, i);

		width = v.n > width ? v.n : width;
		nul_at_end |= v.n && v.p[v.n - 1] == '\0';
		if (v.n > UINT32_MAX / 2)
			return err_set(err, ERR_KIND_LIMIT, ERR_RESOURCE_EXHAUSTED, "a string over 2 GB");
	}
	if (nul_at_end) {
		header_write(out, "|O", tensor_shape(t));
		put_pickle(out, t);
		return true;
	}
	snprintf(descr, sizeof(descr), "|S%zu", width);
	header_write(out, descr, tensor_shape(t));
	for (int64_t i = 0; i < t->n; i++) {
		struct sv v = tensor_str(t, i);

		str_add(out, v);
		str_addn(out, '\0', width - v.n);
	}
	return true;
}

static bool widened(enum dtype t)
{
	return t == DT_BFLOAT16 || t == DT_FLOAT8_E5M2 || t == DT_FLOAT8_E4M3FN;
}

bool npy_head(struct str *out, enum dtype t, struct shape shape, struct err *err)
{
	const char *descr = widened(t) ? "<f4" : dtype_info(t)->npy;

	if (!descr || t == DT_STRING)
		return err_set(err, ERR_KIND_UNSUPPORTED, ERR_UNIMPLEMENTED,
			       "numpy has no arrays of dtype %s", dtype_info(t)->name);
	header_write(out, descr, shape);
	return true;
}

void npy_elements(struct str *out, const struct tensor *t)
{
	bool nibbles = t->dtype == DT_INT4 || t->dtype == DT_UINT4;

	if (!widened(t->dtype) && !nibbles) {
		str_add(out, (struct sv){ t->data, t->bytes });
		return;
	}
	for (int64_t i = 0; nibbles && i < t->n; i++)
		str_addc(out, (char)tensor_get_i64(t, i));
	for (int64_t i = 0; !nibbles && i < t->n; i++) {
		float f = (float)tensor_get_f64(t, i);

		str_add(out, (struct sv){ (const char *)&f, 4 });
	}
}

bool npy_write(struct str *out, const struct tensor *t, bool raw_bf16, struct err *err)
{
	if (t->dtype == DT_STRING)
		return write_strings(out, t, err);
	if (t->dtype == DT_BFLOAT16 && raw_bf16) {
		header_write(out, dtype_info(t->dtype)->npy, tensor_shape(t));
		str_add(out, (struct sv){ t->data, t->bytes });
		return true;
	}
	if (!npy_head(out, t->dtype, tensor_shape(t), err))
		return false;
	npy_elements(out, t);
	return true;
}

bool npy_write_file(const char *path, const struct tensor *t, struct err *err)
{
	struct str s = STR_INIT;
	bool ok = npy_write(&s, t, false, err);
	FILE *f = ok ? fopen(path, "wb") : NULL;

	if (ok && (!f || fwrite(s.p, 1, s.n, f) != s.n))
		ok = err_set(err, ERR_KIND_FILE, ERR_UNKNOWN, "%s", strerror(errno));
	if (f && fclose(f) && ok)
		ok = err_set(err, ERR_KIND_FILE, ERR_UNKNOWN, "%s", strerror(errno));
	if (!ok)
		err_at(err, "%s", path);
	str_free(&s);
	return ok;
}
