/* src/tensor: dtypes, shapes, tensors, numpy's text and files, slices, statistics. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/mem.h"
#include "tensor/npy.h"
#include "tensor/print.h"
#include "tensor/seek.h"
#include "tensor/shrink.h"
#include "tensor/slice.h"
#include "tensor/stats.h"

static struct sv unhex(char *hex)
{
	size_t n = strlen(hex) / 2;

	for (size_t i = 0; i < n; i++) {
		unsigned v;

		sscanf(hex + 2 * i, "%2x", &v);
		hex[i] = (char)v;
	}
	return (struct sv){ hex, n };
}

static void unescape(char *s)
{
	char *to = s;

	for (; *s; s++) {
		if (*s == '\\' && s[1]) {
			s++;
			*to++ = *s == 'n' ? '\n' : *s;
		} else {
			*to++ = *s;
		}
	}
	*to = '\0';
}

static FILE *data_file(const char *name)
{
	const char *top = getenv("srcdir");
	char *path = xasprintf("%s/tests/unit/data/%s", top ? top : ".", name);
	FILE *f = fopen(path, "r");

	if (!f)
		fail_msg("no %s", path);
	free(path);
	return f;
}

static void prints_as(const char *file, bool numpy2)
{
	FILE *f = data_file(file);
	char *line = NULL;
	size_t cap = 0;
	int n = 0, wrong = 0;

	while (getline(&line, &cap, f) > 0) {
		char *kind = strtok(line, "\t"), *hex, *want;
		struct str got = STR_INIT;
		struct sink out = sink_mem(&got);
		struct print_opts o = { .numpy2 = numpy2 };
		struct err e = { 0 };
		struct tensor *t;

		if (kind[0] == '#')
			continue;
		hex = strtok(NULL, "\t");
		want = strtok(NULL, "\n");
		unescape(want);
		t = npy_read(unhex(hex), &e);
		if (!t)
			fail_msg("case %d: %s", n, e.msg);
		o.repr = !strcmp(kind, "repr");
		print_tensor(&out, t, &o);
		if (strcmp(str_z(&got), want) && wrong++ < 10)
			print_error("case %d (%s)\n numpy: %s\n smtui: %s\n", n, kind, want, str_z(&got));
		n++;
		str_free(&got);
		tensor_unref(t);
	}
	free(line);
	fclose(f);
	print_message("%d texts compared, %d differ\n", n, wrong);
	assert_int_equal(wrong, 0);
	assert_true(n > 500);
}

static void prints_as_numpy(void **state)
{
	(void)state;
	prints_as("numpy_print.tsv", false);
}

/* Where TensorFlow 2.21's tool prints: other limits for exponents. */
static void prints_as_numpy2(void **state)
{
	(void)state;
	prints_as("numpy2_print.tsv", true);
}

/* Every array of the table, written again, gives numpy's bytes. */
static void writes_as_numpy(void **state)
{
	FILE *f = data_file("numpy_print.tsv");
	char *line = NULL;
	size_t cap = 0;
	int n = 0;

	(void)state;
	while (getline(&line, &cap, f) > 0) {
		char *kind = strtok(line, "\t"), *hex;
		struct str s = STR_INIT;
		struct err e = { 0 };
		struct tensor *t;
		struct sv bytes;

		if (kind[0] == '#' || !strcmp(kind, "bf16"))
			continue;
		hex = strtok(NULL, "\t");
		bytes = unhex(hex);
		t = npy_read(bytes, &e);
		assert_non_null(t);
		assert_true(npy_write(&s, t, false, &e));
		assert_int_equal(s.n, bytes.n);
		assert_memory_equal(s.p, bytes.p, bytes.n);
		str_free(&s);
		tensor_unref(t);
		n++;
	}
	free(line);
	fclose(f);
	assert_true(n > 500);
}

static void npy_forms(void **state)
{
	static const struct { struct sv bytes; const char *prints; } good[] = {
		{ SV("\x93NUMPY\1\0\x40\0{'descr': '>i4', 'fortran_order': False, 'shape': (2,), }       "
		     "\0\0\0\1\0\0\1\0"), "[  1 256]" },
		{ SV("\x93NUMPY\1\0\x40\0{'descr': '|i1', 'fortran_order': True, 'shape': (2, 2), }      "
		     "\1\2\3\4"), "[[1 3]\n [2 4]]" },
		{ SV("\x93NUMPY\2\0\x40\0\0\0{'descr': '<U2', 'fortran_order': False, 'shape': (1,), }       "
		     "\xe9\0\0\0\0\0\0\0"), "[b'\\xc3\\xa9']" },
	};
	static const char *const bad[] = {
		"", "x", "\x93NUMPY", "\x93NUMPY\1", "\x93NUMPY\1\0\xff\xff", "\x93NUMPY\7\0\1\0 ",
		"\x93NUMPY\1\0\x10\0{'descr': '<f4'}",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(good) / sizeof(good[0]); i++) {
		struct str s = STR_INIT;
		struct sink out = sink_mem(&s);
		struct err e = { 0 };
		struct tensor *t = npy_read(good[i].bytes, &e);

		if (!t)
			fail_msg("%zu: %s", i, e.msg);
		print_tensor(&out, t, NULL);
		assert_string_equal(str_z(&s), good[i].prints);
		str_free(&s);
		tensor_unref(t);
	}
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		struct err e = { 0 };

		assert_null(npy_read(sv_of(bad[i]), &e));
		assert_true(err_is(&e));
		err_clear(&e);
	}
}

/* Truncated and flipped copies: a tensor or a sentence, never a crash. */
static void npy_hostile(void **state)
{
	struct sv whole = SV("\x93NUMPY\1\0\x46\0{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }"
			     "             \n" "aaaabbbbccccddddeeeeffff");
	char buf[256];

	(void)state;
	big_limit_set(1 << 28);
	for (size_t n = 0; n <= whole.n; n++) {
		for (int bit = 0; bit < 8; bit++) {
			struct err e = { 0 };
			struct tensor *t;

			memcpy(buf, whole.p, whole.n);
			if (n < whole.n)
				buf[n] = (char)(buf[n] ^ 1 << bit);
			t = npy_read((struct sv){ buf, whole.n }, &e);
			assert_true((t != NULL) != err_is(&e));
			tensor_unref(t);
			err_clear(&e);
		}
		struct err e = { 0 };
		char *cut = xmalloc(n + 1);	/* its own allocation: a read beyond shows */

		memcpy(cut, whole.p, n);
		struct tensor *t = npy_read((struct sv){ cut, n }, &e);

		assert_true((t != NULL) == (n >= 10 + 0x46 + 24));
		tensor_unref(t);
		err_clear(&e);
		free(cut);
	}
	big_limit_set(0);
}

static struct tensor *range(int rank, const int64_t *dim)
{
	struct tensor *t = tensor_new(DT_INT32, rank, dim, NULL);

	for (int64_t i = 0; i < t->n; i++)
		((int32_t *)t->data)[i] = (int32_t)i;
	return t;
}

static void slices(void **state)
{
	static const int64_t dim[] = { 3, 4 };
	static const struct { const char *spec, *want; } cases[] = {
		{ "[0]", "[0 1 2 3]" }, { "[-1]", "[ 8  9 10 11]" }, { "[1,2]", "6" },
		{ "[:,0]", "[0 4 8]" }, { "[::2]", "[[ 0  1  2  3]\n [ 8  9 10 11]]" },
		{ "[0,::-1]", "[3 2 1 0]" }, { "[...,1]", "[1 5 9]" }, { "[5:]", "[]" },
		{ "[0:1, 1:3]", "[[1 2]]" }, { "[1,-3:-1]", "[5 6]" }, { "[ : , 3 ]", "[ 3  7 11]" },
	};
	static const char *const bad[] = { "[3]", "[-4]", "[0,0,0]", "[a]", "[", "[::0]", "[1:2:3:4]",
					   "[...,...]", "[99999999999999999999]", "0", "[]" };
	struct tensor *t = range(2, dim);

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct str s = STR_INIT;
		struct sink out = sink_mem(&s);
		struct err e = { 0 };
		struct tensor *part = slice_tensor(t, sv_of(cases[i].spec), &e);

		if (!part)
			fail_msg("%s: %s", cases[i].spec, e.msg);
		print_tensor(&out, part, NULL);
		assert_string_equal(str_z(&s), cases[i].want);
		str_free(&s);
		tensor_unref(part);
	}
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		struct err e = { 0 };

		if (slice_tensor(t, sv_of(bad[i]), &e))
			fail_msg("%s was accepted", bad[i]);
		assert_true(err_is(&e));
		err_clear(&e);
	}
	tensor_unref(t);
}

static void statistics(void **state)
{
	static const int64_t dim[] = { 8 };
	static const float v[] = { 1, -3, NAN, INFINITY, 0, 2, -INFINITY, 1e-40f };
	struct tensor *t = tensor_new(DT_FLOAT, 1, dim, NULL);
	struct histogram h;
	struct stats s;
	int64_t sum = 0;

	(void)state;
	memcpy(t->data, v, sizeof(v));
	stats_of(t, &s);
	assert_int_equal(s.n, 8);
	assert_int_equal(s.n_nan, 1);
	assert_int_equal(s.n_pinf, 1);
	assert_int_equal(s.n_ninf, 1);
	assert_int_equal(s.n_zero, 1);
	assert_int_equal(s.n_denormal, 1);
	assert_int_equal(s.n_finite, 5);
	assert_int_equal(s.first_bad, 2);
	assert_int_equal(s.argmin, 1);
	assert_int_equal(s.argmax, 5);
	assert_true(fabs(s.mean) < 1e-12);
	assert_true(fabs(s.std - sqrt(14.0 / 5)) < 1e-12);
	assert_true(s.q[3] > 0 && s.q[3] < 1e-39);
	histogram_of(t, 5, &h);
	for (int i = 0; i < h.n_bins; i++)
		sum += h.count[i];
	assert_int_equal(sum, 5);
	assert_int_equal(h.count[0], 1);
	assert_int_equal(h.count[4], 2);
	tensor_unref(t);
	t = tensor_new(DT_FLOAT, 1, (int64_t[]){ 0 }, NULL);
	stats_of(t, &s);
	assert_int_equal(s.n, 0);
	tensor_unref(t);
	t = tensor_scalar_str(SV("x"), NULL);
	stats_of(t, &s);
	assert_false(s.numeric);
	tensor_unref(t);
}

static void halves(void **state)
{
	(void)state;
	for (unsigned h = 0; h < 65536; h++) {
		float f = half_to_float((uint16_t)h);

		if (!isnan(f))
			assert_int_equal(half_of_float(f), h);
		else
			assert_true(isnan(half_to_float(half_of_float(f))));
		f = bf16_to_float((uint16_t)h);
		if (!isnan(f))
			assert_int_equal(bf16_of_float(f), h);
	}
	assert_int_equal(half_of_float(65519.0f), 0x7bff);
	assert_int_equal(half_of_float(65520.0f), 0x7c00);
	assert_int_equal(half_of_float(0x1p-25f), 0);		/* half to even */
	assert_int_equal(half_of_float(0x1.8p-25f), 1);
	assert_int_equal(bf16_of_float(1.00390625f), 0x3f80);	/* half to even */
}

static void shapes_and_types(void **state)
{
	int64_t n, big[] = { INT64_MAX, 2 }, zero[] = { INT64_MAX, 2, 0 }, minus[] = { -1 };
	struct err e = { 0 };

	(void)state;
	assert_false(shape_count(2, big, &n, &e));
	err_clear(&e);
	assert_true(shape_count(3, zero, &n, &e));
	assert_int_equal(n, 0);
	assert_null(tensor_new(DT_FLOAT, 1, minus, &e));
	err_clear(&e);
	assert_null(tensor_new(DT_FLOAT, 1, (int64_t[]){ INT64_MAX / 2 }, &e));
	err_clear(&e);
	assert_string_equal(dtype_enum_name(101), "DT_FLOAT_REF");
	assert_null(dtype_enum_name(999));
	assert_null(dtype_enum_name(-1));
	assert_int_equal(dtype_parse(SV("float32")), DT_FLOAT);
	assert_int_equal(dtype_parse(SV("DT_BFLOAT16")), DT_BFLOAT16);
	assert_int_equal(dtype_parse(SV("nonsense")), DT_INVALID);
}

static void strings_are_deep(void **state)
{
	struct tensor *t = tensor_new(DT_STRING, 1, (int64_t[]){ 2 }, NULL), *c;
	struct str s = STR_INIT;
	struct err e = { 0 };

	(void)state;
	tensor_str_set(t, 0, SV("a\0"), NULL);
	tensor_str_set(t, 1, SV("bc"), NULL);
	c = tensor_copy(t, NULL);
	assert_true(tensor_same(t, c));
	tensor_str_set(c, 1, SV("x"), NULL);
	assert_false(tensor_same(t, c));
	assert_true(npy_write(&s, t, false, &e));	/* ends in NUL: an object array */
	assert_non_null(memmem(s.p, s.n, "|O", 2));
	assert_null(npy_read(str_sv(&s), &e));
	err_clear(&e);
	str_free(&s);
	tensor_unref(t);
	tensor_unref(c);
}

/* ---- looking for values ---- */

static int64_t seek_hits(const struct tensor *t, const char *what, int64_t *first)
{
	struct err err = { 0 };
	struct seek s;
	int64_t n, rank;

	if (!seek_parse(&s, sv_of(what), &err) || !seek_aim(&s, t, &err)) {
		err_clear(&err);
		seek_free(&s);
		return -1;
	}
	n = seek_count(&s, t);
	*first = seek_next(&s, t, t->n - 1, 1, &rank);
	assert_int_equal(rank, *first < 0 ? 0 : 1);
	seek_free(&s);
	return n;
}

static void seeks_numbers(void **state)
{
	static const struct { const char *what; int64_t n, first; } rows[] = {
		{ "nan", 1, 3 }, { "INF", 2, 4 }, { "bad", 3, 3 }, { "max", 2, 1 }, { "min", 1, 7 }, { "absmax", 1, 7 },
		{ "zero", 2, 0 }, { "0.1", 1, 2 }, { "= 5", 2, 1 }, { "> 5", 1, 4 }, { ">= 5", 3, 1 }, { "<0", 2, 5 },
		{ "<= -9", 2, 5 }, { "[0,1]", 3, 0 }, { " [[-inf,-1],[5,5]] ", 4, 1 }, { "[inf,inf]", 1, 4 },
		{ "[3,2]", 0, -1 },
		/* no ranges, or words where numbers are */
		{ "[1,2", -1, 0 }, { "[1]", -1, 0 }, { "[[1,2]", -1, 0 }, { "[1,2]]", -1, 0 }, { "[1,2][3,4]", -1, 0 },
		{ "[nan,1]", -1, 0 }, { "", -1, 0 }, { ">", -1, 0 }, { "words", -1, 0 }, { "1 2", -1, 0 },
		{ "[[0,0],[0,0],[0,0],[0,0],[0,0],[0,0],[0,0],[0,0],[0,0]]", -1, 0 },
	};
	float v[] = { 0, 5, 0.1f, NAN, INFINITY, -INFINITY, -0.0f, -9, 5 };
	struct tensor *t = tensor_new(DT_FLOAT, 2, (int64_t[]){ 3, 3 }, NULL);
	struct str s = STR_INIT;
	int64_t first;

	(void)state;
	memcpy(t->data, v, sizeof(v));
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		first = 0;
		if (seek_hits(t, rows[i].what, &first) != rows[i].n || first != rows[i].first)
			fail_msg("\"%s\": first %lld", rows[i].what, (long long)first);
	}
	seek_index_text(t, 5, &s);
	assert_string_equal(str_z(&s), "[1,2]");
	str_free(&s);
	tensor_unref(t);
}

static void seeks_everything(void **state)
{
	struct tensor *c = tensor_new(DT_COMPLEX64, 1, (int64_t[]){ 2 }, NULL);
	struct tensor *h = tensor_new(DT_HALF, 1, (int64_t[]){ 3 }, NULL),
		      *z = tensor_new(DT_STRING, 1, (int64_t[]){ 3 }, NULL);
	struct tensor *none = tensor_new(DT_FLOAT, 2, (int64_t[]){ 0, 3 }, NULL);
	int64_t first, at[2] = { 1, 1 };
	struct err err = { 0 };

	(void)state;
	memcpy(c->data, (float[]){ 3, 4, 0, NAN }, 16);	/* 5 and NaN by magnitude */
	assert_int_equal(seek_hits(c, "5", &first), 1);
	assert_int_equal(seek_hits(c, "nan", &first), 1);
	assert_int_equal(first, 1);
	memcpy(h->data, (uint16_t[]){ 0x7c00, 0x3c00, 0x7e01 }, 6);	/* inf, 1, NaN */
	assert_int_equal(seek_hits(h, "max", &first), 1);
	assert_int_equal(first, 1);
	tensor_str_set(z, 0, (struct sv){ "a\0b", 3 }, NULL);
	tensor_str_set(z, 1, SV("max 3"), NULL);
	assert_int_equal(seek_hits(z, "max", &first), 1);	/* a word, in strings */
	assert_int_equal(seek_hits(z, "\"b\"", &first), 1);
	assert_int_equal(first, 0);
	assert_int_equal(seek_hits(z, "[1,2]", &first), 0);
	assert_int_equal(seek_hits(none, "max", &first), 0);
	assert_int_equal(first, -1);
	assert_true(seek_index(c, SV("-1"), at, &err));
	assert_int_equal(at[0], 1);
	assert_false(seek_index(c, SV("2"), at, &err));
	err_clear(&err);
	assert_false(seek_index(c, SV("0,0"), at, &err));
	err_clear(&err);
	assert_false(seek_index(c, SV("99999999999999999999"), at, &err));
	err_clear(&err);
	assert_false(seek_index(none, SV("0"), at, &err));
	err_clear(&err);
	tensor_unref(c);
	tensor_unref(h);
	tensor_unref(z);
	tensor_unref(none);
}

static void shrinks_to_the_worst(void **state)
{
	struct tensor *t = tensor_zeros(DT_FLOAT, 4, (int64_t[]){ 2, 3, 4, 2 }, NULL);
	float *v = t->data;
	struct plane p = plane_of(t, (int64_t[]){ 1, 0, 0, 1 }, 1, 2);
	int64_t from, to, last = 0;
	double d;

	(void)state;
	v[((1 * 3 + 2) * 4 + 3) * 2 + 1] = -7;
	v[((1 * 3 + 0) * 4 + 1) * 2 + 1] = 6;
	v[((1 * 3 + 0) * 4 + 1) * 2 + 0] = NAN;	/* of the other channel */
	assert_true(shrink_block(t, &p, 0, 3, 0, 4, &d) && d == -7);
	assert_true(shrink_block(t, &p, 0, 2, 0, 9, &d) && d == 6);
	assert_true(shrink_block(t, &p, 1, 2, 0, 4, &d) && d == 0);
	assert_false(shrink_block(t, &p, 3, 4, 0, 4, &d));
	v[((1 * 3 + 1) * 4 + 1) * 2 + 1] = INFINITY;
	assert_true(shrink_block(t, &p, 0, 3, 0, 4, &d) && isinf(d));
	assert_true(shrink_worse(NAN, INFINITY) && !shrink_worse(INFINITY, NAN) && !shrink_worse(1, -2));
	for (int i = 0; i < 7; i++) {	/* spans lie side by side, and reach the end */
		shrink_span(i, 7, 1000000000000000003, &from, &to);
		assert_int_equal(from, last);
		assert_true(to > from);
		last = to;
	}
	assert_int_equal(last, 1000000000000000003);
	tensor_unref(t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(prints_as_numpy),	cmocka_unit_test(prints_as_numpy2),
		cmocka_unit_test(writes_as_numpy),	cmocka_unit_test(npy_forms),
		cmocka_unit_test(npy_hostile),		cmocka_unit_test(slices),
		cmocka_unit_test(statistics),		cmocka_unit_test(halves),
		cmocka_unit_test(shapes_and_types),	cmocka_unit_test(strings_are_deep),
		cmocka_unit_test(seeks_numbers),	cmocka_unit_test(seeks_everything),
		cmocka_unit_test(shrinks_to_the_worst),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
