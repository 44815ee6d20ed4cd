/* src/model, src/bundle, proto: what the fixtures hold, and what becomes of damaged copies of them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/fmap.h"
#include "base/mem.h"
#include "base/str.h"
#include "codec/crc32c.h"
#include "proto/text.h"
#include "proto/wire.h"
#include "walk.h"

static const char *top(void)
{
	const char *s = getenv("srcdir");

	return s ? s : ".";
}

static char *in_top(const char *rel)
{
	return xasprintf("%s/%s", top(), rel);
}

static struct model *open_rel(const char *rel)
{
	struct err e = { 0 };
	char *path = in_top(rel);
	struct model *m = model_open(path, &e);

	if (!m)
		fail_msg("%s: %s", path, e.msg);
	free(path);
	return m;
}

/* ---- the guide's facts ---- */

static void full_mobilenet(void **state)
{
	struct model *m = open_rel("tests/models/mobilenet_full");	/* a folder of versions */
	const struct metagraph *mg = model_default(m, NULL);
	const struct signature *sig = metagraph_signature(mg, SV("serving_default"));
	uint32_t n, trainable = 0, seen = 0;
	const struct variable *v = metagraph_variables(mg, &n);
	static const char *const first[] = { "conv1/kernel:0", "conv1_bn/gamma:0", "conv1_bn/beta:0",
					     "conv_dw_1/depthwise_kernel:0", "conv_dw_1_bn/gamma:0" };

	(void)state;
	assert_int_equal(n, 137);
	for (uint32_t i = 0; i < n; i++) {
		trainable += v[i].trainable;
		if (v[i].trainable && seen < 5) {
			assert_true(sv_is(v[i].name, first[seen]));
			seen++;
		}
	}
	assert_int_equal(trainable, 83);
	assert_int_equal(n - trainable, 54);
	assert_non_null(sig);
	assert_int_equal(sig->n_out, 1);
	assert_true(sv_is(sig->out[0].key, "predictions"));
	assert_int_equal(sig->out[0].shape.rank, 2);
	assert_int_equal(sig->out[0].shape.dim[0], -1);
	assert_int_equal(sig->out[0].shape.dim[1], 1000);
	assert_int_equal(model_n_damage(m), 0);
	model_close(m);
}

static void walks_whole(const char *rel, uint64_t variables, uint64_t read)
{
	struct walk_counts c;
	struct err e = { 0 };
	char *path = in_top(rel);

	assert_true(walk_path(path, &c, &e));
	assert_int_equal(c.bad_nodes, 0);
	assert_int_equal(c.unresolved, 0);
	assert_int_equal(c.bad_consts, 0);
	assert_int_equal(c.unreadable, 0);
	assert_true(c.nodes > 0);
	assert_int_equal(c.variables, variables);
	assert_int_equal(c.read, read);
	free(path);
}

static void fixtures_are_whole(void **state)
{
	(void)state;
	walks_whole("examples/mobilenet/1", 137, 137);
	walks_whole("examples/modules/no_signatures", 1, 1);
	walks_whole("tests/models/small/dtypes", 25, 25);
	walks_whole("tests/models/small/partitioned", 2, 2);
	walks_whole("tests/models/small/sharded", 3, 3);
	walks_whole("tests/models/small/ragged", 1, 1);
	walks_whole("tests/models/small/table", 0, 0);
	walks_whole("tests/models/small/v1_variable", 2, 2);
}

/* ---- values ---- */

static struct tensor *read_key(struct model *m, const char *key)
{
	struct err e = { 0 };
	struct bundle *b = model_bundle(m, &e);
	int i = b ? bundle_find(b, sv_of(key)) : -1;
	struct tensor *t = i < 0 ? NULL : bundle_read(b, i, &e);

	if (!t)
		fail_msg("%s: %s", key, e.msg ? e.msg : "no such key");
	return t;
}

/* The value list that expected/small/MODEL.json gives for a variable, compared number by number. */
static void values_equal(const char *json, const char *name, const struct tensor *t)
{
	struct err e = { 0 };
	char *path = in_top(json), *find = xasprintf("\"name\": \"%s\"", name), *p;
	struct fmap *f = fmap_open(path, &e);
	char *text;

	assert_non_null(f);
	text = xsvdup(fmap_sv(f));
	p = strstr(text, find);
	if (!p || !(p = strstr(p, "\"values\"")) || !(p = strchr(p, '[')))
		fail_msg("%s has no values for %s", json, name);
	for (int64_t i = 0; i < t->n; i++) {
		char *end;
		double want;

		p += strspn(p, "[], \n\"");
		want = strtod(p, &end);
		assert_ptr_not_equal(end, p);
		if (tensor_get_f64(t, i) != want)
			fail_msg("%s[%d]: %g, TensorFlow has %g", name, (int)i, tensor_get_f64(t, i), want);
		p = end;
	}
	fmap_close(f);
	free(text);
	free(find);
	free(path);
}

static void partitioned_values(void **state)
{
	struct model *m = open_rel("tests/models/small/partitioned");
	static const char *const keys[] = { "rows", "columns" };

	(void)state;
	for (int i = 0; i < 2; i++) {
		struct tensor *t = read_key(m, keys[i]);

		assert_int_equal(bundle_at(model_bundle(m, NULL), bundle_find(model_bundle(m, NULL),
				 sv_of(keys[i])))->n_slices, 3);
		values_equal("tests/models/expected/small/partitioned.json", keys[i], t);
		tensor_unref(t);
	}
	model_close(m);
}

static void sharded_values(void **state)
{
	struct model *m = open_rel("tests/models/small/sharded");
	struct tensor *t = read_key(m, "w");

	(void)state;
	assert_int_equal(bundle_n_shards(model_bundle(m, NULL)), 2);
	values_equal("tests/models/expected/small/sharded.json", "w", t);
	model_close(m);		/* the tensor outlives the model */
	values_equal("tests/models/expected/small/sharded.json", "w", t);
	tensor_unref(t);
}

static void crc_and_wire(void **state)
{
	unsigned char zeros[32] = { 0 }, ones[32];
	struct wire w = wire_of(SV("\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01"));
	struct wire_field f;

	(void)state;
	memset(ones, 0xff, 32);
	assert_int_equal(crc32c(0, "123456789", 9), 0xe3069283u);
	assert_int_equal(crc32c(0, zeros, 32), 0x8a9136aau);	/* RFC 3720, B.4 */
	assert_int_equal(crc32c(0, ones, 32), 0x62a8ab43u);
	assert_false(wire_next(&w, &f));
	assert_true(w.bad);
	w = wire_of(SV("\x0a\x05" "ab"));		/* length beyond the end */
	assert_false(wire_next(&w, &f));
	assert_true(w.bad);
}

static void opdefs(void **state)
{
	const struct opdef *d = opdef_find(SV("Conv2D"));

	(void)state;
	assert_non_null(d);
	assert_int_equal(d->n_in, 2);
	assert_true(sv_is(d->in[0].name, "input"));
	assert_true(sv_is(d->in[0].type_attr, "T"));
	assert_null(opdef_find(SV("NoSuchOp")));
	assert_int_equal(opdef_n(), 1862);
	for (int i = 0; i < opdef_n(); i++) {
		assert_ptr_equal(opdef_find(opdef_at(i)->name), opdef_at(i));
		if (i)
			assert_true(sv_cmp(opdef_at(i - 1)->name, opdef_at(i)->name) < 0);
	}
}

static void text_format(void **state)
{
	static const struct { const char *text, *error; } cases[] = {
		{ "saved_model_schema_version: 1 # note\nmeta_graphs { meta_info_def { tags: \"a\" 'b' } }", NULL },
		{ "meta_graphs { graph_def { node { attr { key: \"T\" value { type: DT_FLOAT } } } } }", NULL },
		{ "this is nothing", "1:1 : Message type \"tensorflow.SavedModel\" has no field named \"this\"." },
		{ "meta_graphs {", "1:14 : Expected \"}\"." },
		{ "saved_model_schema_version: \n x", "2:2 : Expected integer, got: x" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct str out = STR_INIT;
		struct err e = { 0 };
		bool ok = text_saved_model(sv_of(cases[i].text), &out, &e);

		assert_int_equal(ok, cases[i].error == NULL);
		if (!ok)
			assert_string_equal(e.msg, cases[i].error);
		err_clear(&e);
		str_free(&out);
	}
}

/* ---- damage (tests/fuzz/damage.c does the rest) ---- */

static void write_file(const char *path, const char *p, size_t n)
{
	FILE *f = fopen(path, "wb");

	assert_non_null(f);
	assert_int_equal(fwrite(p, 1, n, f), n);
	fclose(f);
}

/* AttrValue { list { func { attr { value { list ... : 100 KB of nesting in a node of the graph. */
static void deep_nesting(void **state)
{
	static const uint32_t down[] = { 1, 9, 2, 2 };	/* list, func, attr entry, value */
	struct str inner = STR_INIT, outer = STR_INIT;
	struct walk_counts c;
	struct err e = { 0 };
	char path[64];

	(void)state;
	str_addz(&inner, "");
	for (int i = 0; inner.n < 100000 || i % 4; i++) {	/* ends with a whole AttrValue */
		size_t n = inner.n;

		str_clear(&outer);
		str_addc(&outer, (char)(down[3 - i % 4] << 3 | WIRE_LEN));
		for (; n > 127; n >>= 7)
			str_addc(&outer, (char)(n | 128));
		str_addc(&outer, (char)n);
		str_add(&outer, str_sv(&inner));
		struct str t = inner;

		inner = outer;
		outer = t;
	}
	/* SavedModel.meta_graphs.graph_def.node.attr: wrap with fields 2, 5, 1, 2, 2 */
	static const uint32_t wrap[] = { 2, 5, 1, 2, 2 };
	for (size_t i = 0; i < 5; i++) {
		size_t n = inner.n;

		str_clear(&outer);
		str_addc(&outer, (char)(wrap[i] << 3 | WIRE_LEN));
		for (; n > 127; n >>= 7)
			str_addc(&outer, (char)(n | 128));
		str_addc(&outer, (char)n);
		str_add(&outer, str_sv(&inner));
		struct str t = inner;

		inner = outer;
		outer = t;
	}
	snprintf(path, sizeof(path), "/tmp/smtui-deep-%d.pb", (int)getpid());
	write_file(path, inner.p, inner.n);
	if (walk_path(path, &c, &e))
		assert_int_equal(c.bad_nodes, c.nodes);
	err_clear(&e);
	unlink(path);
	str_free(&inner);
	str_free(&outer);
	struct str deep = STR_INIT, out = STR_INIT;
	for (int i = 0; i < 20000; i++)
		str_addz(&deep, "meta_graphs{");
	assert_false(text_saved_model(str_sv(&deep), &out, &e));
	err_clear(&e);
	str_free(&deep);
	str_free(&out);
}

static void other_formats_are_named(void **state)
{
	static const struct { const char *name, *bytes, *says; } cases[] = {
		{ "m.tflite", "\x1c\0\0\0TFL3", "TensorFlow Lite" },
		{ "m.onnx", "\x08\x03", "ONNX" },
		{ "m.h5", "\211HDF\r\n", "HDF5" },
		{ "saved_model.pb", "version https://git-lfs.github.com/spec/v1\n", "git-LFS" },
	};
	char dir[] = "/tmp/smtui-other-XXXXXX";

	(void)state;
	assert_non_null(mkdtemp(dir));
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		char *path = xasprintf("%s/%s", dir, cases[i].name);
		struct err e = { 0 };

		write_file(path, cases[i].bytes, strlen(cases[i].bytes));
		assert_null(model_open(path, &e));
		assert_non_null(strstr(e.msg, cases[i].says));
		err_clear(&e);
		unlink(path);
		free(path);
	}
	rmdir(dir);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(full_mobilenet),
		cmocka_unit_test(fixtures_are_whole),
		cmocka_unit_test(partitioned_values),
		cmocka_unit_test(sharded_values),
		cmocka_unit_test(crc_and_wire),
		cmocka_unit_test(opdefs),
		cmocka_unit_test(text_format),
		cmocka_unit_test(other_formats_are_named),
		cmocka_unit_test(deep_nesting),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
