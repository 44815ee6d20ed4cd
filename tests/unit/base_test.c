/* src/base: errors, strings, containers, checked sizes, mapped files, the pool. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/err.h"
#include "base/fmap.h"
#include "base/map.h"
#include "base/mem.h"
#include "base/pool.h"
#include "base/sink.h"
#include "base/str.h"
#include "base/vec.h"

static void err_keeps_the_first(void **state)
{
	struct err e = { 0 };
	char *text;

	(void)state;
	assert_false(err_set(&e, ERR_KIND_FILE, ERR_DATA_LOSS, "crc %d", 7));
	err_set(&e, ERR_KIND_OP, ERR_INTERNAL, "an echo");
	err_at(&e, "file.bin at %d", 12);
	err_at(&e, "elsewhere");
	err_note(&e, "called from %s", "a");
	err_note(&e, "called from b\x1b[2J");
	text = err_text(&e);
	assert_string_equal(text, "file.bin at 12: crc 7\n  called from a\n  called from b\\x1b[2J");
	assert_int_equal(e.code, ERR_DATA_LOSS);
	free(text);
	err_clear(&e);
	assert_false(err_is(&e));
	assert_string_equal(err_code_name(ERR_OUT_OF_RANGE), "OUT_OF_RANGE");
}

static void err_moves(void **state)
{
	struct err a = { 0 }, b = { 0 };

	(void)state;
	err_set(&b, ERR_KIND_OP, ERR_INTERNAL, "x");
	err_move(&a, &b);
	assert_true(err_is(&a));
	assert_false(err_is(&b));
	err_clear(&a);
}

static void escaping(void **state)
{
	static const struct { struct sv in; const char *out; } cases[] = {
		{ SV("plain/name_1:0"), "plain/name_1:0" },
		{ SV("a\0b"), "a\\x00b" },
		{ SV("\x1b]0;t\x07"), "\\x1b]0;t\\x07" },
		{ SV("caf\xc3\xa9"), "caf\xc3\xa9" },
		{ SV("\xc3"), "\\xc3" },
		{ SV("\xc2\x9b" "31m"), "\\xc2\\x9b31m" },		/* C1 control: CSI */
		{ SV("\xe2\x80\xae" "x"), "\\xe2\\x80\\xaex" },	/* right-to-left override */
		{ SV("\xed\xa0\x80"), "\\xed\\xa0\\x80" },		/* surrogate */
		{ SV("\xf0\x9f\x98\x80"), "\xf0\x9f\x98\x80" },
		{ SV("\t\n\r"), "\\t\\n\\r" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct str s = STR_INIT;

		str_escaped(&s, cases[i].in);
		assert_string_equal(str_z(&s), cases[i].out);
		str_free(&s);
	}
}

static void natural_order(void **state)
{
	(void)state;
	assert_true(sv_natcmp(SV("layer_2"), SV("layer_10")) < 0);
	assert_true(sv_natcmp(SV("layer_10"), SV("layer_2")) > 0);
	assert_true(sv_natcmp(SV("a"), SV("a1")) < 0);
	assert_true(sv_natcmp(SV("a9b"), SV("a10a")) < 0);
	assert_int_equal(sv_natcmp(SV("x"), SV("x")), 0);
	assert_true(sv_natcmp(SV("x01"), SV("x1")) != 0);	/* a total order */
}

static void map_holds_many(void **state)
{
	struct map m = MAP_INIT;
	struct arena *a = arena_new();
	uint64_t v;

	(void)state;
	for (unsigned i = 0; i < 5000; i++)
		assert_true(map_add(&m, sv_of(arena_printf(a, "key%u", i)), i));
	assert_false(map_add(&m, SV("key7"), 1));
	assert_true(map_get(&m, SV("key7"), &v));
	assert_int_equal(v, 7);
	map_put(&m, SV("key7"), 9);
	assert_true(map_get(&m, SV("key7"), &v));
	assert_int_equal(v, 9);
	assert_false(map_get(&m, SV("key5000"), &v));
	assert_int_equal(m.n, 5000);
	map_add(&m, SV_NULL, 3);
	assert_true(map_get(&m, SV(""), &v));
	assert_int_equal(v, 3);
	map_free(&m);
	arena_free(a);
}

static void sizes_are_checked(void **state)
{
	struct err e = { 0 };
	size_t n;

	(void)state;
	assert_false(size_mul(SIZE_MAX / 2, 3, &n));
	assert_false(size_add(SIZE_MAX, 1, &n));
	assert_true(size_mul(6, 7, &n));
	assert_int_equal(n, 42);
	assert_null(big_alloc(SIZE_MAX - 3, &e));
	assert_int_equal(e.code, ERR_RESOURCE_EXHAUSTED);
	err_clear(&e);
	big_limit_set(1000);
	assert_null(big_alloc(1001, &e));
	assert_true(err_is(&e));
	err_clear(&e);
	void *p = big_alloc(600, &e);
	assert_non_null(p);
	assert_int_equal((uintptr_t)p % 64, 0);
	assert_null(big_alloc(600, &e));
	err_clear(&e);
	big_free(p, 600);
	p = big_alloc(0, &e);
	assert_non_null(p);
	big_free(p, 0);
	big_limit_set(0);
	assert_int_equal(big_in_use(), 0);
}

static void arena_gives_zeroes(void **state)
{
	struct arena *a = arena_new();

	(void)state;
	for (int round = 0; round < 2; round++) {
		for (size_t n = 1; n < 20000; n = n * 3 + 1) {
			unsigned char *p = arena_alloc(a, n);

			for (size_t i = 0; i < n; i++)
				assert_int_equal(p[i], 0);
			memset(p, 0xff, n);
		}
		arena_reset(a);
	}
	arena_free(a);
}

static void files_are_mapped(void **state)
{
	char path[] = "/tmp/smtui-base-XXXXXX";
	struct err e = { 0 };
	struct fmap *f;
	char buf[8] = "";
	int fd = mkstemp(path);

	(void)state;
	assert_true(fd >= 0);
	assert_int_equal(ftruncate(fd, 100000), 0);
	assert_int_equal(pwrite(fd, "end", 3, 99997), 3);
	f = fmap_open(path, &e);
	assert_non_null(f);
	assert_true(fmap_copy(f, 99997, buf, 3, &e));
	assert_string_equal(buf, "end");
	assert_false(fmap_copy(f, 99998, buf, 3, &e));
	assert_int_equal(e.code, ERR_DATA_LOSS);
	err_clear(&e);
	assert_int_equal(ftruncate(fd, 10), 0);		/* shrinks under us */
	assert_false(fmap_copy(f, 99990, buf, 3, &e));
	assert_int_equal(e.code, ERR_DATA_LOSS);
	err_clear(&e);
	fmap_close(f);
	close(fd);
	unlink(path);
	assert_null(fmap_open("/nonexistent/x", &e));
	assert_int_equal(e.code, ERR_NOT_FOUND);
	err_clear(&e);
	assert_null(fmap_open("/tmp", &e));
	assert_int_equal(e.code, ERR_FAILED_PRECONDITION);
	err_clear(&e);
}

static void mark(void *ctx, size_t tile)
{
	unsigned char *seen = ctx;

	seen[tile]++;
}

static void pool_runs_each_tile_once(void **state)
{
	static unsigned char seen[1000];

	(void)state;
	pool_threads_set(4);
	for (int round = 1; round <= 50; round++) {
		pool_run(1000, mark, seen);
		for (size_t i = 0; i < 1000; i++)
			assert_int_equal(seen[i], round);
	}
}

static void vec_and_str_grow(void **state)
{
	VEC(int) v = { 0 };
	struct str s = STR_INIT;
	struct sink out = sink_mem(&s);

	(void)state;
	for (int i = 0; i < 1000; i++)
		vec_push(&v, i);
	assert_int_equal(v.n, 1000);
	assert_int_equal(vec_last(&v), 999);
	vec_free(&v);
	sink_printf(&out, "%s-%d", "a", 5);
	sink_escaped(&out, SV("\x01"));
	str_addn(&s, '.', 3);
	assert_string_equal(str_z(&s), "a-5\\x01...");
	str_free(&s);
	assert_string_equal(str_z(&s), "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(err_keeps_the_first),
		cmocka_unit_test(err_moves),
		cmocka_unit_test(escaping),
		cmocka_unit_test(natural_order),
		cmocka_unit_test(map_holds_many),
		cmocka_unit_test(sizes_are_checked),
		cmocka_unit_test(arena_gives_zeroes),
		cmocka_unit_test(files_are_mapped),
		cmocka_unit_test(pool_runs_each_tile_once),
		cmocka_unit_test(vec_and_str_grow),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
