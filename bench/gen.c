/*
 * Makes SavedModels as large as asked for, to measure how cost grows with a model.
 *
 *   gen nodes N DIR		one graph of N nodes in scopes layerI/blockJ: add, relu, identity
 *   gen functions N DIR	N functions of eight nodes, called one after the other
 *   gen checkpoint BYTES DIR	variables of 64 MiB each, in a sparse file of that many bytes
 *
 * Each has a signature serving_default, x -> y, and can be run (but for the checkpoint's size).
 */
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/fmap.h"
#include "base/mem.h"
#include "bundle/tablewrite.h"
#include "codec/crc32c.h"
#include "model/model.h"

enum { SIDE = 4096, VAR_BYTES = SIDE * SIDE * 4 };

static void put_z(struct str *s, int field, const char *z)
{
	put_len(s, field, sv_of(z));
}

/* Adds inner as a field, and empties it. */
static void put_msg(struct str *s, int field, struct str *inner)
{
	put_len(s, field, inner->n ? str_sv(inner) : SV(""));
	str_clear(inner);
}

/* attr[key] = AttrValue whose field holds bytes, or the number v. */
static void attr(struct str *node, const char *key, int field, struct sv bytes, uint64_t v)
{
	struct str value = STR_INIT, entry = STR_INIT;

	if (bytes.p)
		put_len(&value, field, bytes);
	else
		put_int(&value, field, v);
	put_z(&entry, 1, key);
	put_msg(&entry, 2, &value);
	put_msg(node, 5, &entry);
	str_free(&value);
	str_free(&entry);
}

static void node(struct str *out, const char *name, const char *op, const char *a, const char *b)
{
	put_z(out, 1, name);
	put_z(out, 2, op);
	if (a)
		put_z(out, 3, a);
	if (b)
		put_z(out, 3, b);
}

static void float_node(struct str *to, int field, const char *name, const char *op, const char *a, const char *b)
{
	struct str n = STR_INIT;

	node(&n, name, op, a, b);
	attr(&n, "T", 6, (struct sv){ 0 }, DT_FLOAT);
	put_msg(to, field, &n);
	str_free(&n);
}

static void const_node(struct str *to, int field, const char *name)
{
	struct str n = STR_INIT, t = STR_INIT;
	static const float one = 1;

	node(&n, name, "Const", NULL, NULL);
	attr(&n, "dtype", 6, (struct sv){ 0 }, DT_FLOAT);
	put_int(&t, 1, DT_FLOAT);
	put_len(&t, 2, SV(""));
	put_len(&t, 4, (struct sv){ (const char *)&one, sizeof(one) });
	attr(&n, "value", 8, str_sv(&t), 0);
	put_msg(to, field, &n);
	str_free(&n);
	str_free(&t);
}

static void placeholder(struct str *graph)
{
	struct str n = STR_INIT, shape = STR_INIT, dim = STR_INIT;

	put_int(&dim, 1, 4);
	put_msg(&shape, 2, &dim);
	node(&n, "x", "Placeholder", NULL, NULL);
	attr(&n, "dtype", 6, (struct sv){ 0 }, DT_FLOAT);
	attr(&n, "shape", 7, str_sv(&shape), 0);
	put_msg(graph, 1, &n);
	str_free(&n);
	str_free(&shape);
	str_free(&dim);
}

/* ---- the three kinds ---- */

static void chain(struct str *graph, uint64_t n, char *last, size_t size)
{
	char w[96], add[96], relu[96];

	snprintf(last, size, "x");
	for (uint64_t i = 0; i < n / 4; i++) {
		uint64_t layer = i / 64, block = i % 64;

		snprintf(w, sizeof(w), "layer%" PRIu64 "/block%" PRIu64 "/w", layer, block);
		snprintf(add, sizeof(add), "layer%" PRIu64 "/block%" PRIu64 "/add", layer, block);
		snprintf(relu, sizeof(relu), "layer%" PRIu64 "/block%" PRIu64 "/relu", layer, block);
		const_node(graph, 1, w);
		float_node(graph, 1, add, "AddV2", last, w);
		float_node(graph, 1, relu, "Relu", add, NULL);
		snprintf(last, size, "layer%" PRIu64 "/block%" PRIu64 "/out", layer, block);
		float_node(graph, 1, last, "Identity", relu, NULL);
	}
}

static void function(struct str *library, uint64_t i)
{
	struct str f = STR_INIT, sig = STR_INIT, arg = STR_INIT;
	char name[64], from[64] = "a";

	snprintf(name, sizeof(name), "__inference_f_%" PRIu64, i);
	put_z(&sig, 1, name);
	put_z(&arg, 1, "a");
	put_int(&arg, 3, DT_FLOAT);
	put_msg(&sig, 2, &arg);
	put_z(&arg, 1, "r");
	put_int(&arg, 3, DT_FLOAT);
	put_msg(&sig, 3, &arg);
	put_msg(&f, 1, &sig);
	for (int k = 0; k < 8; k++) {
		char n[32];

		snprintf(n, sizeof(n), "step_%d", k);
		float_node(&f, 3, n, "Relu", from, NULL);
		snprintf(from, sizeof(from), "step_%d:activations:0", k);
	}
	put_z(&arg, 1, "r");
	put_z(&arg, 2, from);
	put_msg(&f, 4, &arg);
	put_msg(library, 1, &f);
	str_free(&f);
	str_free(&sig);
	str_free(&arg);
}

static void calls(struct str *graph, uint64_t n, char *last, size_t size)
{
	struct str library = STR_INIT, one = STR_INIT, func = STR_INIT;
	char name[64];

	snprintf(last, size, "x");
	put_int(&one, 6, DT_FLOAT);	/* ListValue.type */
	for (uint64_t i = 0; i < n; i++) {
		struct str call = STR_INIT;

		function(&library, i);
		snprintf(name, sizeof(name), "__inference_f_%" PRIu64, i);
		str_clear(&func);
		put_z(&func, 1, name);
		snprintf(name, sizeof(name), "call_%" PRIu64, i);
		node(&call, name, "PartitionedCall", last, NULL);
		attr(&call, "Tin", 1, str_sv(&one), 0);
		attr(&call, "Tout", 1, str_sv(&one), 0);
		attr(&call, "f", 10, str_sv(&func), 0);
		put_msg(graph, 1, &call);
		str_free(&call);
		snprintf(last, size, "%s", name);
	}
	put_msg(graph, 2, &library);
	str_free(&library);
	str_free(&one);
	str_free(&func);
}

static void square(struct str *shape)
{
	struct str dim = STR_INIT;

	for (int i = 0; i < 2; i++) {
		put_int(&dim, 1, SIDE);
		put_msg(shape, 2, &dim);
	}
	str_free(&dim);
}

static void index_entry(struct table_writer *t, const char *key, uint64_t i, uint32_t crc)
{
	struct str v = STR_INIT, shape = STR_INIT;

	square(&shape);
	put_int(&v, 1, DT_FLOAT);
	put_msg(&v, 2, &shape);
	put_int(&v, 4, i * VAR_BYTES);
	put_int(&v, 5, VAR_BYTES);
	put_varint(&v, 6 << 3 | 5);
	put_fixed32(&v, crc32c_mask(crc));
	table_add(t, sv_of(key), str_sv(&v));
	str_free(&v);
	str_free(&shape);
}

static bool weights(struct str *graph, uint64_t bytes, const char *dir, char *last, size_t size, struct err *err)
{
	struct table_writer t = TABLE_WRITER_INIT;
	uint64_t n = (bytes + VAR_BYTES - 1) / VAR_BYTES;
	char *folder = xasprintf("%s/variables", dir), *data, *index;
	void *zeros = calloc(1, VAR_BYTES);
	uint32_t crc = zeros ? crc32c(0, zeros, VAR_BYTES) : 0;
	FILE *f;
	bool ok;

	free(zeros);
	mkdir(folder, 0777);
	data = xasprintf("%s/variables.data-00000-of-00001", folder);
	index = xasprintf("%s/variables.index", folder);
	table_add(&t, SV(""), SV("\x08\x01\x1a\x02\x08\x01"));
	for (uint64_t i = 0; i < n; i++) {
		struct str v = STR_INIT, shape = STR_INIT;
		char name[64];

		snprintf(name, sizeof(name), "layer%05" PRIu64 "/kernel", i);
		index_entry(&t, name, i, crc);
		square(&shape);
		node(&v, name, "VarHandleOp", NULL, NULL);
		attr(&v, "dtype", 6, (struct sv){ 0 }, DT_FLOAT);
		attr(&v, "shape", 7, str_sv(&shape), 0);
		attr(&v, "shared_name", 2, sv_of(name), 0);
		put_msg(graph, 1, &v);
		str_free(&v);
		str_free(&shape);
	}
	table_finish(&t);
	f = fopen(data, "wb");
	ok = f && ftruncate(fileno(f), (off_t)(n * VAR_BYTES)) == 0;
	if (f)
		fclose(f);
	ok = ok ? table_save(&t, index, err) :
		  err_set(err, ERR_KIND_FILE, ERR_UNAVAILABLE, "%s: %s", data, strerror(errno));
	table_writer_free(&t);
	snprintf(last, size, "x");
	free(folder);
	free(data);
	free(index);
	return ok;
}

/* ---- the model around the graph ---- */

static void info(struct str *sig, int field, const char *key, const char *name)
{
	struct str ti = STR_INIT, entry = STR_INIT, shape = STR_INIT, dim = STR_INIT;
	char full[128];

	snprintf(full, sizeof(full), "%s:0", name);
	put_z(&ti, 1, full);
	put_int(&ti, 2, DT_FLOAT);
	put_int(&dim, 1, 4);
	put_msg(&shape, 2, &dim);
	put_msg(&ti, 3, &shape);
	put_z(&entry, 1, key);
	put_msg(&entry, 2, &ti);
	put_msg(sig, field, &entry);
	str_free(&ti);
	str_free(&entry);
	str_free(&shape);
	str_free(&dim);
}

static bool save(const char *dir, struct str *graph, const char *last, struct err *err)
{
	struct str model = STR_INIT, mg = STR_INIT, part = STR_INIT, entry = STR_INIT;
	char *path = xasprintf("%s/saved_model.pb", dir);
	bool ok;

	put_int(&part, 1, 1087);
	put_msg(graph, 4, &part);
	put_z(&part, 4, "serve");
	put_z(&part, 5, "2.15.1");
	put_msg(&mg, 1, &part);
	put_msg(&mg, 2, graph);
	info(&part, 1, "x", "x");
	info(&part, 2, "y", last);
	put_z(&part, 3, "tensorflow/serving/predict");
	put_z(&entry, 1, "serving_default");
	put_msg(&entry, 2, &part);
	put_msg(&mg, 5, &entry);
	put_int(&model, 1, 1);
	put_msg(&model, 2, &mg);
	ok = fmap_write(path, str_sv(&model), err);
	str_free(&model);
	str_free(&mg);
	str_free(&part);
	str_free(&entry);
	free(path);
	return ok;
}

int main(int argc, char **argv)
{
	struct str graph = STR_INIT;
	struct err err = { 0 };
	uint64_t n = argc == 4 ? strtoull(argv[2], NULL, 10) : 0;
	char last[128] = "x";
	bool ok = true;

	if (!n) {
		fprintf(stderr, "usage: gen nodes|functions N DIR, gen checkpoint BYTES DIR\n");
		return 2;
	}
	mkdir(argv[3], 0777);
	placeholder(&graph);
	if (!strcmp(argv[1], "nodes"))
		chain(&graph, n, last, sizeof(last));
	else if (!strcmp(argv[1], "functions"))
		calls(&graph, n, last, sizeof(last));
	else if (!strcmp(argv[1], "checkpoint"))
		ok = weights(&graph, n, argv[3], last, sizeof(last), &err);
	else
		ok = err_set(&err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT, "no such kind: %s", argv[1]);
	ok = ok && save(argv[3], &graph, last, &err);
	str_free(&graph);
	if (!ok)
		fprintf(stderr, "gen: %s\n", err_text(&err));
	return !ok;
}
