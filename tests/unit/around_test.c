/*
 * What stands around graphs, against what TensorFlow's own classes read (tests/recipes/around.py): origins of
 * nodes, collections field by field, objects with their children and slots; and JSON, vocabularies, reports by
 * themselves.
 */
#include <inttypes.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/fmap.h"
#include "cmd/about.h"
#include "codec/jsonread.h"
#include "inspect/vocab.h"
#include "model/origin.h"
#include "model/files.h"

struct fixture {
	struct arena *a;
	struct model *m;
	const struct metagraph *mg;
	const struct jsonv *want;
};

static const char *top(void)
{
	const char *s = getenv("srcdir");

	return s ? s : ".";
}

static struct fixture fixture_open(const char *name)
{
	struct fixture f = { .a = arena_new() };
	char *path = xasprintf("%s/tests/models/around/%s", top(), name);
	char *json = xasprintf("%s/tests/models/expected/around/%s.json", top(), name);
	struct err e = { 0 };
	struct fmap *map = fmap_open(json, &e);

	assert_non_null(map);
	f.want = jsonv_read(f.a, arena_sv(f.a, fmap_sv(map)), &e);
	assert_non_null(f.want);
	fmap_close(map);
	f.m = model_open(path, &e);
	assert_non_null(f.m);
	f.mg = model_metagraph(f.m, 0);
	free(path);
	free(json);
	return f;
}

static void fixture_close(struct fixture *f)
{
	model_close(f->m);
	arena_free(f->a);
}

/* ---- origins ---- */

static void origins(void **state)
{
	struct fixture f = fixture_open("served");
	uint32_t seen = 0;

	(void)state;
	for (const struct jsonv *o = jsonv_get(f.want, "origins")->first; o; o = o->next) {
		long at = sv_rfind(o->key, '@');
		struct sv node = sv_sub(o->key, 0, (size_t)at), name = sv_sub(o->key, (size_t)at + 1, o->key.n);
		const struct function *fn = metagraph_function(f.mg, name);
		const struct graph *g = name.n ? (fn ? fn->graph : NULL) : f.mg->graph;
		uint32_t i = g ? graph_find(g, node) : NODE_NONE, n, k = 0;
		struct frame_line *line;
		struct err e = { 0 };

		if (i == NODE_NONE)	/* TensorFlow keeps those of functions that it has dropped */
			continue;
		assert_true(node_origin(g, i, &line, &n, &e));
		assert_int_equal(n, o->n);
		for (const struct jsonv *w = o->first; w; w = w->next, k++) {
			assert_true(sv_eq(line[k].file, w->first->s));
			assert_int_equal(line[k].line, w->first->next->i);
			assert_true(sv_eq(line[k].func, w->first->next->next->s));
		}
		free(line);
		seen++;
	}
	assert_true(seen > 5);
	fixture_close(&f);
}

/* ---- collections ---- */

static const struct report_item *member(const struct report_item *g, struct sv key)
{
	for (const struct report_item *it = g->first; it; it = it->next)
		if (it->key && sv_is(key, it->key))
			return it;
	return NULL;
}

/* A map<string, string>: TensorFlow's JSON has an object, a report a list of {key, value}. */
static void same_map(const struct report_item *list, const struct jsonv *w)
{
	assert_int_equal(list->n, w->n);
	for (const struct report_item *it = list->first; it; it = it->next) {
		const struct jsonv *v = w->first;

		while (v && !sv_eq(v->key, member(it, SV("key"))->s))
			v = v->next;
		assert_non_null(v);
		assert_true(sv_eq(v->s, member(it, SV("value"))->s));
	}
}

static void same(const struct report_item *it, const struct jsonv *w)
{
	char number[32];

	switch (w->kind) {
	case JSONV_OBJECT:
		if (it->kind == REPORT_LIST) {
			same_map(it, w);
			break;
		}
		assert_int_equal(it->kind, REPORT_GROUP);
		assert_int_equal(it->n, w->n);
		for (const struct jsonv *k = w->first; k; k = k->next) {
			assert_non_null(member(it, k->key));
			same(member(it, k->key), k);
		}
		break;
	case JSONV_LIST: {
		const struct report_item *r = it->first;

		assert_int_equal(it->n, w->n);
		for (const struct jsonv *k = w->first; k; k = k->next, r = r->next)
			same(r, k);
		break;
	}
	case JSONV_STR:
		if (it->kind == REPORT_INT) {	/* JSON of protobuf writes 64 bits as text */
			snprintf(number, sizeof(number), "%" PRId64, it->i);
			assert_true(sv_is(w->s, number));
		} else {
			assert_true(sv_eq(it->s, w->s));
		}
		break;
	case JSONV_BOOL:
	case JSONV_INT:
		assert_int_equal(it->kind == REPORT_NUM ? (int64_t)it->d : it->i, w->i);
		break;
	default:
		assert_true(it->d == w->d);
	}
}

static void collections(void **state)
{
	static const char *const decoded[] = {
		"variables", "trainable_variables", "cond_context", "while_context", "queue_runners", "savers",
	};
	struct fixture f = fixture_open("collected");
	const struct jsonv *want = jsonv_get(f.want, "collections");
	uint32_t n, compared = 0;
	const struct collection *c = metagraph_collections(f.mg, &n);

	(void)state;
	assert_int_equal(n, want->n);
	for (uint32_t i = 0; i < n; i++) {
		char *name = xsvdup(c[i].name);
		const struct jsonv *w = jsonv_get(want, name);

		assert_non_null(w);
		for (size_t k = 0; k < sizeof(decoded) / sizeof(*decoded); k++) {
			struct report r;

			if (strcmp(name, decoded[k]))
				continue;
			report_init(&r, REPORT_GROUP);
			about_collection(&r, f.mg, i);
			/* an enumeration that TensorFlow's JSON leaves as a name is one here too */
			if (strcmp(name, "queue_runners"))
				same(member(&r.root, SV("items")), w);
			report_free(&r);
			compared++;
		}
		free(name);
	}
	assert_int_equal(compared, sizeof(decoded) / sizeof(*decoded));
	fixture_close(&f);
}

/* ---- objects ---- */

static void objects(void **state)
{
	struct fixture f = fixture_open("layered");
	const struct jsonv *w = jsonv_get(f.want, "objects")->first;
	uint32_t n, slots = 0, keras = 0;
	const struct object_node *o = metagraph_objects(f.mg, &n);
	struct object_paths *p = object_paths_new(f.mg);

	(void)state;
	assert_int_equal(n, jsonv_get(f.want, "objects")->n);
	for (uint32_t i = 0; i < n; i++, w = w->next) {
		const struct jsonv *kid = jsonv_get(w, "children")->first, *slot = jsonv_get(w, "slots")->first;
		const struct report_item *list, *it;
		struct report r;
		struct str path = STR_INIT;

		assert_int_equal(o[i].n_children, jsonv_get(w, "children")->n);
		for (uint32_t k = 0; k < o[i].n_children; k++, kid = kid->next) {
			assert_true(sv_eq(o[i].children[k].name, kid->first->s));
			assert_int_equal(o[i].children[k].id, kid->first->next->i);
		}
		report_init(&r, REPORT_GROUP);
		about_object(&r, f.mg, i);
		list = member(&r.root, SV("slot_variables"));
		assert_int_equal(list ? list->n : 0, jsonv_get(w, "slots")->n);
		for (it = list ? list->first : NULL; it; it = it->next, slot = slot->next, slots++) {
			assert_true(sv_eq(member(it, SV("slot"))->s, slot->first->s));
			assert_int_equal(member(it, SV("of"))->ref.i, slot->first->next->i);
			assert_int_equal(member(it, SV("variable"))->ref.i, slot->first->next->next->i);
		}
		keras += member(&r.root, SV("keras")) != NULL;
		report_free(&r);
		assert_true(object_path(p, i, &path));
		str_free(&path);
	}
	assert_true(slots > 0 && keras > 0);
	object_paths_free(p);
	fixture_close(&f);
}

/* ---- JSON ---- */

static void json_texts(void **state)
{
	static const struct { const char *text; bool good;
	} cases[] = {
		{ "{}", true },
		{ "[1, -2.5e3, NaN, -Infinity, null, true]", true },
		{ "\"\\u00e9\\ud83d\\ude00\"", true },
		{ " 3 ", true },
		{ "{\"a\": [{}]}", true },
		{ "", false },
		{ "{", false },
		{ "{\"a\"}", false },
		{ "[1,]", false },
		{ "\"abc", false },
		{ "\"\\x\"", false },
		{ "\"\\u12\"", false },
		{ "1 2", false },
		{ "\"\\", false },
		{ "--1", false },
	};
	struct arena *a = arena_new();
	struct str deep = STR_INIT;

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct err e = { 0 };

		assert_int_equal(jsonv_read(a, sv_of(cases[i].text), &e) != NULL, cases[i].good);
		assert_int_equal(err_is(&e), !cases[i].good);
		err_clear(&e);
	}
	assert_true(sv_is(jsonv_read(a, SV("\"\\u00e9\\ud83d\\ude00\""), NULL)->s, "\xc3\xa9\xf0\x9f\x98\x80"));
	str_addn(&deep, '[', 100000);
	assert_null(jsonv_read(a, str_sv(&deep), NULL));
	str_free(&deep);
	arena_free(a);
}

/* ---- vocabularies ---- */

static void vocabularies(void **state)
{
	struct vocab v;

	(void)state;
	vocab_new(&v, SV(""));
	assert_int_equal(v.n, 0);
	vocab_free(&v);
	vocab_new(&v, SV("a\r\nb \n\na\r\n\xff\nlast"));
	assert_int_equal(v.n, 6);
	assert_int_equal(v.crlf, 2);
	assert_int_equal(v.empty, 1);
	assert_int_equal(v.blank_ends, 1);
	assert_int_equal(v.bad_utf8, 1);
	assert_int_equal(v.first_bad, 4);
	assert_int_equal(v.duplicates, 1);
	assert_int_equal(v.twin[0].first, 0);
	assert_int_equal(v.twin[0].again, 3);
	assert_true(v.no_last_newline);
	assert_int_equal(vocab_find(&v, SV("last"), 0), 5);
	assert_int_equal(vocab_find(&v, SV("a\r"), 1), 3);
	assert_int_equal(vocab_find(&v, SV("none"), 0), v.n);
	vocab_free(&v);
}

/* A report too deep for anybody still closes what it opened. */
static void deep_report(void **state)
{
	struct sink none = sink_null();
	struct report r;
	int open = 0;

	(void)state;
	report_init(&r, REPORT_GROUP);
	while (open < 1000 && report_open(&r, "in", REPORT_GROUP))
		open++;
	assert_int_equal(open, REPORT_DEPTH);
	while (open-- > 0)
		report_close(&r);
	assert_ptr_equal(r.at, &r.root);
	report_text(&r, &none);
	report_json(&r, &none);
	report_free(&r);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(origins), cmocka_unit_test(collections), cmocka_unit_test(objects),
		cmocka_unit_test(json_texts), cmocka_unit_test(vocabularies), cmocka_unit_test(deep_report),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
