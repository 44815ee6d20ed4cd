/* src/feed and the codecs behind it: words, literals, files, pictures, saved_model_cli's --inputs. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "config.h"

#include "base/fmap.h"
#include "base/mem.h"
#include "codec/crc32c.h"
#include "codec/pic.h"
#include "codec/zip.h"
#include "feed/feed.h"
#include "feed/request.h"
#include "tensor/npy.h"
#include "tensor/print.h"

static char *in_top(const char *rel)
{
	const char *s = getenv("srcdir");

	return xasprintf("%s/%s", s ? s : ".", rel);
}

static struct feed_spec spec_of(enum dtype t, int rank, const int64_t *dim)
{
	return (struct feed_spec){ .key = SV("x"), .tensor_name = SV("x:0"), .dtype = t, .shape = { rank, dim } };
}

static void prints(struct tensor *t, const char *want)
{
	struct str s = STR_INIT;
	struct sink out = sink_mem(&s);

	assert_non_null(t);
	print_tensor(&out, t, NULL);
	assert_string_equal(str_z(&s), want);
	str_free(&s);
	tensor_unref(t);
}

static void words(void **state)
{
	static const int64_t dim[] = { -1, 2 };
	struct feed_spec f = spec_of(DT_FLOAT, 2, dim), i = spec_of(DT_INT64, 2, dim),
			 s = spec_of(DT_STRING, 2, dim);
	struct err e = { 0 };
	struct tensor *a, *b;

	(void)state;
	prints(feed_parse(&f, "zeros", &e), "[[0. 0.]]");
	prints(feed_parse(&f, "ones", &e), "[[1. 1.]]");
	prints(feed_parse(&i, "ones", &e), "[[1 1]]");
	prints(feed_parse(&s, "zeros", &e), "[[b'' b'']]");
	a = feed_parse(&f, "random:7", &e);
	b = feed_parse(&f, "random:7", &e);
	assert_true(tensor_same(a, b));
	tensor_unref(b);
	b = feed_parse(&f, "random:8", &e);
	assert_false(tensor_same(a, b));
	for (int64_t k = 0; k < a->n; k++)
		assert_true(((float *)a->data)[k] >= 0 && ((float *)a->data)[k] < 1);
	tensor_unref(a);
	tensor_unref(b);
	assert_null(feed_parse(&f, "random:x", &e));
	assert_true(err_is(&e));
	err_clear(&e);
}

static void literals(void **state)
{
	static const struct { enum dtype want; const char *text, *prints; } good[] = {
		{ DT_INVALID, "3", "3" }, { DT_INVALID, "3.5", "3.5" }, { DT_INVALID, "[1, 2,]", "[1 2]" },
		{ DT_FLOAT, "[[1,2],[3,4]]", "[[1. 2.]\n [3. 4.]]" }, { DT_INVALID, "True", "True" },
		{ DT_INVALID, "\"a\\n\"", "b'a\\n'" }, { DT_INVALID, "['x', b'y']", "[b'x' b'y']" },
		{ DT_INVALID, "[]", "[]" }, { DT_INVALID, "[[],[]]", "[]" }, { DT_INT32, "1.9", "1" },
		{ DT_FLOAT, "-inf", "-inf" }, { DT_INVALID, "(1, 2)", "[1 2]" }, { DT_INVALID, "1e3", "1000.0" },
		{ DT_INT64, "9223372036854775807", "9223372036854775807" },
	};
	static const char *const bad[] = { "", "[", "[1,[2]]", "[[1],2]", "[[1,2],[3]]", "[[],1]", "foo", "1 2",
					   "['a', 1]", "\"open", "[1,,2]", "np.ones(3)", "__import__('os')" };
	struct str deep = STR_INIT;
	struct err e = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof(good) / sizeof(good[0]); i++)
		prints(feed_literal(good[i].want, sv_of(good[i].text), &e), good[i].prints);
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		if (feed_literal(DT_INVALID, sv_of(bad[i]), &e))
			fail_msg("accepted: %s", bad[i]);
		assert_true(err_is(&e));
		err_clear(&e);
	}
	str_addn(&deep, '[', 100000);
	assert_null(feed_literal(DT_INVALID, str_sv(&deep), &e));
	err_clear(&e);
	str_free(&deep);
}

static void shapes_are_checked(void **state)
{
	static const int64_t dim[] = { -1, 4 };
	struct feed_spec f = spec_of(DT_FLOAT, 2, dim);
	struct err e = { 0 };

	(void)state;
	assert_null(feed_parse(&f, "[[1,2],[3,4]]", &e));
	assert_string_equal(e.msg, "Cannot feed value of shape (2, 2) for Tensor x:0, which has shape (None, 4)");
	err_clear(&e);
	assert_null(feed_parse(&f, "\"abc\"", &e));
	assert_string_equal(e.msg, "ValueError: could not convert string to float: 'abc'");
	err_clear(&e);
}

static void inputs_option(void **state)
{
	static const struct { const char *option; int n; const char *key, *file, *member; } good[] = {
		{ "x=a.npy", 1, "x", "a.npy", NULL }, { "x=a.npz[b]", 1, "x", "a.npz", "b" },
		{ "a=b=c.npy", 1, "a", "b=c.npy", NULL }, { ";;x=a;y=b;", 2, "x", "a", NULL },
		{ "x=a;x=b", 1, "x", "b", NULL }, { "", 0, NULL, NULL, NULL },
	};
	static const char *const bad[] = { "feat=a[]", "x", "=a", "x=", "x=a[b", "x=a]", "x=[a]", "x=a[b]c" };
	struct feed_item *items;
	struct err e = { 0 };
	int n;

	(void)state;
	for (size_t i = 0; i < sizeof(good) / sizeof(good[0]); i++) {
		assert_true(feed_inputs_split(good[i].option, &items, &n, &e));
		assert_int_equal(n, good[i].n);
		if (n) {
			assert_string_equal(items[0].key, good[i].key);
			assert_string_equal(items[0].file, good[i].file);
			assert_true((items[0].member == NULL) == (good[i].member == NULL));
			if (good[i].member)
				assert_string_equal(items[0].member, good[i].member);
		}
		feed_items_free(items, n);
	}
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		if (feed_inputs_split(bad[i], &items, &n, &e))
			fail_msg("accepted: %s", bad[i]);
		if (i == 0)
			assert_string_equal(e.msg, "--inputs \"feat=a[]\" format is incorrect. Please follow"
				"\"<input_key>=<filename>\", or\"<input_key>=<filename>[<variable_name>]\"");
		err_clear(&e);
	}
}

#ifdef HAVE_PNG
/* seven.npy was made from seven.png by Keras' own steps: the same bits must come out. */
static void picture_is_keras(void **state)
{
	static const int64_t dim[] = { -1, 64, 64, 3 };
	struct feed_spec f = spec_of(DT_FLOAT, 4, dim), u8 = spec_of(DT_UINT8, 4, dim);
	char *png = in_top("examples/mobilenet/samples/seven.png");
	char *npy = in_top("examples/mobilenet/samples/seven.npy"), *scaled;
	struct err e = { 0 };
	struct tensor *a = feed_parse(&f, png, &e), *b = npy_read_file(npy, &e), *c;

	(void)state;
	if (!a || !b)
		fail_msg("%s", e.msg);
	assert_true(tensor_same(a, b));
	tensor_unref(b);
	b = feed_parse(&u8, png, &e);
	scaled = xasprintf("%s:0..1", png);
	c = feed_parse(&f, scaled, &e);
	for (int64_t i = 0; i < b->n; i++) {
		uint8_t raw = ((uint8_t *)b->data)[i];

		assert_true(((float *)a->data)[i] == (float)raw / 127.5f - 1.0f);
		assert_true(((float *)c->data)[i] == (float)raw / 255.0f);
	}
	free(scaled);
	tensor_unref(a);
	tensor_unref(b);
	tensor_unref(c);
	scaled = xasprintf("%s:sideways", png);
	assert_null(feed_parse(&f, scaled, &e));
	err_clear(&e);
	free(scaled);
	free(png);
	free(npy);
}

static void hostile_pictures(void **state)
{
	char *path = in_top("examples/mobilenet/samples/seven.png");
	struct err e = { 0 };
	struct fmap *f = fmap_open(path, &e);
	uint64_t seed = 1;

	(void)state;
	assert_non_null(f);
	for (size_t k = 0; k < 64; k++) {
		size_t n = f->n * k / 64;
		char *cut = xmalloc(n + 1);
		struct pic p;

		memcpy(cut, f->p, n);
		if (pic_decode((struct sv){ cut, n }, &p, &e))
			pic_free(&p);
		else
			assert_true(err_is(&e));
		err_clear(&e);
		free(cut);
	}
	for (int k = 0; k < 300; k++) {
		char *copy = xsvdup(fmap_sv(f));
		struct pic p;

		seed = seed * 6364136223846793005u + 1442695040888963407u;
		copy[(seed >> 33) % f->n] ^= (char)(1 << (seed >> 60) % 8);
		if (pic_decode((struct sv){ copy, f->n }, &p, &e))
			pic_free(&p);
		err_clear(&e);
		free(copy);
	}
	fmap_close(f);
	free(path);
}
#endif

/* An archive with one stored member, as numpy.savez makes it (sizes in the local header). */
static void archives(void **state)
{
	struct tensor *t = tensor_scalar_f64(DT_FLOAT, 2.5, NULL), *back;
	struct str npy = STR_INIT, zip = STR_INIT, central = STR_INIT;
	struct feed_item it = { NULL, NULL, NULL };
	struct err e = { 0 };
	char path[] = "/tmp/smtui-zip-XXXXXX";
	int fd = mkstemp(path);
	uint32_t n, off;

	(void)state;
	npy_write(&npy, t, false, &e);
	n = (uint32_t)npy.n;
	str_add(&zip, SV("PK\3\4\24\0\0\0\0\0\0\0\0\0\0\0\0\0"));
	str_add(&zip, (struct sv){ (char *)&n, 4 });
	str_add(&zip, (struct sv){ (char *)&n, 4 });
	str_add(&zip, SV("\5\0\0\0a.npy"));
	str_add(&zip, str_sv(&npy));
	off = (uint32_t)zip.n;
	str_add(&central, SV("PK\1\2\24\0\24\0\0\0\0\0\0\0\0\0\0\0\0\0"));
	str_add(&central, (struct sv){ (char *)&n, 4 });
	str_add(&central, (struct sv){ (char *)&n, 4 });
	str_add(&central, SV("\5\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0a.npy"));
	str_add(&zip, str_sv(&central));
	str_add(&zip, SV("PK\5\6\0\0\0\0\1\0\1\0"));
	n = (uint32_t)central.n;
	str_add(&zip, (struct sv){ (char *)&n, 4 });
	str_add(&zip, (struct sv){ (char *)&off, 4 });
	str_add(&zip, SV("\0\0"));
	assert_int_equal(write(fd, zip.p, zip.n), (long)zip.n);
	close(fd);
	it.key = (char *)"x";
	it.file = path;
	back = feed_load(&it, NULL, NULL, &e);
	if (!back)
		fail_msg("%s", e.msg);
	assert_true(tensor_same(t, back));
	tensor_unref(back);
	it.member = (char *)"a";
	back = feed_load(&it, NULL, NULL, &e);
	assert_non_null(back);
	tensor_unref(back);
	it.member = (char *)"q";
	assert_null(feed_load(&it, NULL, NULL, &e));
	assert_non_null(strstr(e.msg, "does not contain variable with name \"q\"."));
	err_clear(&e);
	it.member = NULL;
	for (size_t cut = 0; cut < zip.n; cut++) {
		assert_int_equal(truncate(path, (off_t)cut), 0);
		assert_null(feed_load(&it, NULL, NULL, &e));
		err_clear(&e);
		FILE *f = fopen(path, "wb");
		fwrite(zip.p, 1, zip.n, f);
		fclose(f);
	}
	for (size_t at = 0; at < zip.n; at++) {
		FILE *f = fopen(path, "wb");

		zip.p[at] ^= 0x41;
		fwrite(zip.p, 1, zip.n, f);
		fclose(f);
		zip.p[at] ^= 0x41;
		tensor_unref(feed_load(&it, NULL, NULL, &e));
		err_clear(&e);
	}
	unlink(path);
	str_free(&npy);
	str_free(&zip);
	str_free(&central);
	tensor_unref(t);
}

/* ---- requests ---- */

static void request_try(struct sv bytes, const struct metagraph *mg)
{
	struct request r;
	struct err e = { 0 };
	bool ok = request_read(&r, bytes, false, mg, NULL, &e);

	assert_true(ok || e.msg);
	request_free(&r);
	err_clear(&e);
	request_of_log(&r, bytes, mg, NULL, &e);
	request_free(&r);
	err_clear(&e);
}

/* The text form, cut at each byte and with each byte another. */
static void hostile_texts(void **state)
{
	char *at = in_top("tests/models/serving/typed");
	char *file = in_top("tests/models/serving/requests/typed.all.pbtxt");
	struct err e = { 0 };
	struct model *m = model_open(at, &e);
	struct fmap *f = fmap_open(file, &e);
	char *bytes;

	(void)state;
	assert_non_null(m);
	assert_non_null(f);
	bytes = xmalloc(f->n);
	memcpy(bytes, f->p, f->n);
	for (size_t k = 0; k < 2 * f->n; k++) {
		size_t n = k < f->n ? k : f->n, i = k < f->n ? 0 : k - f->n;
		struct request r;
		char *cut = xmalloc(n + 1);

		memcpy(cut, bytes, n);
		if (k >= f->n)
			cut[i] = (char)(cut[i] ^ (1 << (k % 7)));
		request_read(&r, (struct sv){ cut, n }, true, model_metagraph(m, 0), NULL, &e);
		request_free(&r);
		err_clear(&e);
		free(cut);
	}
	free(bytes);
	fmap_close(f);
	model_close(m);
	free(at);
	free(file);
}

/* Cut at each byte, each byte changed in three ways. */
static void hostile_requests(void **state)
{
	static const char *const names[] = { "typed.all", "typed.two", "half_plus_two.regress_context" };
	struct err e = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		char *folder = xasprintf("tests/models/serving/%.*s", (int)strcspn(names[i], "."), names[i]);
		char *at = in_top(folder), *name = xasprintf("tests/models/serving/requests/%s.pb", names[i]);
		char *file = in_top(name);
		struct model *m = model_open(at, &e);
		struct fmap *f = fmap_open(file, &e);
		char *bytes;

		assert_non_null(m);
		assert_non_null(f);
		for (size_t n = 0; n <= f->n; n++) {
			bytes = malloc(n ? n : 1);
			memcpy(bytes, f->p, n);
			request_try((struct sv){ bytes, n }, model_metagraph(m, 0));
			free(bytes);
		}
		bytes = malloc(f->n);
		memcpy(bytes, f->p, f->n);
		for (size_t k = 0; k < 3 * f->n; k++) {
			char old = bytes[k / 3];

			bytes[k / 3] = (char)(k % 3 ? old ^ (1 << (k % 7)) : 0xff);
			request_try((struct sv){ bytes, f->n }, model_metagraph(m, 0));
			bytes[k / 3] = old;
		}
		free(bytes);
		fmap_close(f);
		model_close(m);
		free(folder);
		free(at);
		free(name);
		free(file);
	}
}

/* ---- files of other kinds ---- */

static void file_put(const char *path, const char *bytes, size_t n)
{
	FILE *f = fopen(path, "wb");

	assert_non_null(f);
	assert_int_equal(fwrite(bytes, 1, n, f), n);
	fclose(f);
}

/* As every input that could take it. */
static void file_try(const char *path)
{
	static const int64_t free4[] = { -1, -1, -1, 3 }, free2[] = { -1, -1 }, free1[] = { -1 };
	struct feed_spec specs[] = {
		spec_of(DT_FLOAT, 4, free4), spec_of(DT_FLOAT, 2, free2), spec_of(DT_INT64, 1, free1),
		spec_of(DT_STRING, 1, free1), spec_of(DT_INT16, -1, NULL),
	};
	struct err e = { 0 };

	specs[2].key = SV("age");
	specs[1].key = SV("grid");
	for (size_t i = 0; i < sizeof(specs) / sizeof(*specs); i++) {
		struct tensor *t = feed_parse(&specs[i], path, &e);

		assert_true(t || e.msg);
		tensor_unref(t);
		err_clear(&e);
	}
}

static char *file_bytes(const char *name, size_t *n)
{
	char *rel = xasprintf("tests/models/inputs/%s", name), *at = in_top(rel), *bytes;
	struct err e = { 0 };
	struct fmap *f = fmap_open(at, &e);

	if (!f)
		fail_msg("%s", e.msg);
	*n = f->n;
	bytes = xmalloc(f->n);
	memcpy(bytes, f->p, f->n);
	fmap_close(f);
	free(rel);
	free(at);
	return bytes;
}

/* Cut at each byte, and with each byte changed. */
static void hostile_files(void **state)
{
	static const char *const names[] = {
		"pics/offset.gif", "pics/four.bmp", "pics/runs.bmp", "pics/sixteen.bmp", "s24.wav", "e16.wav",
		"e.tfrecord", "e.tfrecord.gz", "people.csv",
	};
	char dir[] = "/tmp/feed_test.XXXXXX";

	(void)state;
	assert_non_null(mkdtemp(dir));
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		size_t n, step;
		char *bytes = file_bytes(names[i], &n), *path = xasprintf("%s/x%s", dir, strchr(names[i], '.'));

		step = n > 300 ? n / 300 : 1;
		for (size_t cut = 0; cut < n; cut += step) {
			file_put(path, bytes, cut);
			file_try(path);
		}
		for (size_t k = 0; k < n; k += n > 600 && k > 200 ? step : 1) {
			char old = bytes[k];

			bytes[k] = (char)(k % 2 ? 0xff : old ^ (1 << (k % 8)));
			file_put(path, bytes, n);
			file_try(path);
			bytes[k] = old;
		}
		unlink(path);
		free(path);
		free(bytes);
	}
	rmdir(dir);
}

static void little(struct str *s, uint64_t v, int n)
{
	for (int i = 0; i < n; i++)
		str_addc(s, (char)(v >> 8 * i));
}

/* Records whose checksums are right and whose Examples are not. */
static void hostile_examples(void **state)
{
	char path[] = "/tmp/feed_test.XXXXXX.tfrecord";
	size_t n, from = 12;
	char *bytes = file_bytes("e.tfrecord", &n);
	int fd = mkstemps(path, 9);

	(void)state;
	assert_true(fd >= 0);
	close(fd);
	n = (unsigned char)bytes[0];
	for (size_t k = 0; k < 3 * n; k++) {
		char old = bytes[from + k / 3];
		struct str s = STR_INIT;

		bytes[from + k / 3] = (char)(k % 3 ? old ^ (1 << (k % 7)) : 0xff);
		little(&s, n, 8);
		little(&s, crc32c_mask(crc32c(0, s.p, 8)), 4);
		str_add(&s, (struct sv){ bytes + from, n });
		little(&s, crc32c_mask(crc32c(0, bytes + from, n)), 4);
		file_put(path, s.p, s.n);
		file_try(path);
		str_free(&s);
		bytes[from + k / 3] = old;
	}
	unlink(path);
	free(bytes);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words), cmocka_unit_test(literals), cmocka_unit_test(shapes_are_checked),
		cmocka_unit_test(inputs_option), cmocka_unit_test(archives),
		cmocka_unit_test(hostile_requests), cmocka_unit_test(hostile_texts),
		cmocka_unit_test(hostile_files),
		cmocka_unit_test(hostile_examples),
#ifdef HAVE_PNG
		cmocka_unit_test(picture_is_keras), cmocka_unit_test(hostile_pictures),
#endif
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
