/* Shape inference on graphs written here: symbols, values, functions, loops, notes, limits. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "infer/infer.h"
#include "model/model.h"

struct fixture {
	struct model *m;
	const struct metagraph *mg;
	struct infer *inf;
	char path[96];
};

/* Opens a SavedModel text: meta_graphs { ... } around what is given. */
static void load(struct fixture *f, const char *graph, const struct infer_opts *o)
{
	struct err err = { 0 };
	char dir[64];
	FILE *out;

	snprintf(dir, sizeof(dir), "/tmp/smtui-infer-XXXXXX");
	assert_non_null(mkdtemp(dir));
	snprintf(f->path, sizeof(f->path), "%s/saved_model.pbtxt", dir);
	out = fopen(f->path, "w");
	assert_non_null(out);
	fprintf(out, "saved_model_schema_version: 1\nmeta_graphs { meta_info_def { tags: \"serve\" } %s }\n", graph);
	fclose(out);
	f->m = model_open(dir, &err);
	if (!f->m)
		print_error("%s\n", err.msg);
	assert_non_null(f->m);
	f->mg = model_metagraph(f->m, 0);
	f->inf = infer_new(f->mg, o);
	unlink(f->path);
	rmdir(dir);
}

static void unload(struct fixture *f)
{
	infer_free(f->inf);
	model_close(f->m);
}

static void shape_is(struct fixture *f, struct igraph *ig, const char *node, uint32_t slot, const char *want)
{
	uint32_t i = graph_find(infer_graph(ig), sv_of(node));
	struct str s = STR_INIT;

	assert_int_not_equal(i, NODE_NONE);
	ishape_str(f->inf, &s, infer_out(ig, i, slot)->shape);
	assert_string_equal(str_z(&s), want);
	str_free(&s);
}

#define PLACEHOLDER(name, dims) \
	"node { name: '" name "' op: 'Placeholder' attr { key: 'dtype' value { type: DT_FLOAT } } " \
	"attr { key: 'shape' value { shape { " dims " } } } } "
#define DIM(n) "dim { size: " n " } "
#define INT(name, v) \
	"node { name: '" name "' op: 'Const' attr { key: 'dtype' value { type: DT_INT32 } } attr { key: 'value' value { " \
	"tensor { dtype: DT_INT32 tensor_shape { } int_val: " v " } } } } "
#define VEC1(name, v) \
	"node { name: '" name "' op: 'Const' attr { key: 'dtype' value { type: DT_INT32 } } attr { key: 'value' value { " \
	"tensor { dtype: DT_INT32 tensor_shape { dim { size: 1 } } int_val: " v " } } } } "
#define TYPE(key, t) "attr { key: '" key "' value { type: " t " } } "
#define NUM(key, n) "attr { key: '" key "' value { i: " n " } } "
#define NODE(name, op, in, attrs) "node { name: '" name "' op: '" op "' " in " " attrs " } "
#define IN(a) "input: '" a "' "
#define SIGNATURE(in) \
	"signature_def { key: 'serving_default' value { inputs { key: 'x' value { name: 'x:0' dtype: DT_FLOAT " \
	"tensor_shape { " in " } } } method_name: 'p' } } "

/* Shape, StridedSlice, Pack, Reshape: as Keras flattens. */
#define FLATTEN \
	PLACEHOLDER("x", DIM("-1") DIM("4") DIM("8")) \
	NODE("shape", "Shape", IN("x"), TYPE("T", "DT_FLOAT")) \
	VEC1("zero", "0") VEC1("one", "1") INT("rest", "-1") \
	NODE("n", "StridedSlice", IN("shape") IN("zero") IN("one") IN("one"), \
	     TYPE("T", "DT_INT32") TYPE("Index", "DT_INT32") NUM("shrink_axis_mask", "1")) \
	NODE("to", "Pack", IN("n") IN("rest"), TYPE("T", "DT_INT32") NUM("N", "2")) \
	NODE("flat", "Reshape", IN("x") IN("to"), TYPE("T", "DT_FLOAT")) \
	VEC1("all", "-1") \
	NODE("row", "Reshape", IN("x") IN("all"), TYPE("T", "DT_FLOAT"))

static void flatten(void **state)
{
	struct fixture f = { 0 };

	(void)state;
	load(&f, "graph_def { " FLATTEN " } " SIGNATURE(DIM("-1") DIM("4") DIM("8")), NULL);
	shape_is(&f, infer_root(f.inf), "flat", 0, "[?batch,32]");
	shape_is(&f, infer_root(f.inf), "row", 0, "[?batch*32]");
	unload(&f);
}

static void batch(void **state)
{
	struct fixture f = { 0 };

	(void)state;
	load(&f, "graph_def { " FLATTEN " } " SIGNATURE(DIM("-1") DIM("4") DIM("8")),
	     &(struct infer_opts){ .batch = 3 });
	shape_is(&f, infer_root(f.inf), "flat", 0, "[3,32]");
	shape_is(&f, infer_root(f.inf), "row", 0, "[96]");
	unload(&f);
}

static void a_note(void **state)
{
	struct fixture f = { 0 };
	const struct infer_note *note;
	uint32_t n;

	(void)state;
	load(&f, "graph_def { " PLACEHOLDER("x", DIM("2") DIM("3")) PLACEHOLDER("y", DIM("4") DIM("5"))
	     NODE("m", "MatMul", IN("x") IN("y"), TYPE("T", "DT_FLOAT"))
	     NODE("r", "Relu", IN("m"), TYPE("T", "DT_FLOAT")) " }", NULL);
	shape_is(&f, infer_root(f.inf), "r", 0, "<unknown>");
	note = infer_notes(infer_root(f.inf), &n);
	assert_int_equal(n, 1);
	assert_string_equal(note[0].text, "Dimensions must be equal, but are 3 and 4");
	assert_int_equal(note[0].node, graph_find(f.mg->graph, SV("m")));
	assert_int_equal(note[0].input, 1);
	unload(&f);
}

#define ARG(name, t) "input_arg { name: '" name "' type: " t " } "
#define RET(name, t) "output_arg { name: '" name "' type: " t " } "
#define FNODE(name, op, in, attrs) "node_def { name: '" name "' op: '" op "' " in " " attrs " } "
#define TYPES(key, t) "attr { key: '" key "' value { list { type: " t " } } } "
#define FUNC(key, f) "attr { key: '" key "' value { func { name: '" f "' } } } "

/* Two calls with the same arguments give sizes that need not be the same. */
static void calls(void **state)
{
	struct fixture f = { 0 };
	const char *lib = "library { function { signature { name: 'some' " ARG("a", "DT_FLOAT")
		RET("b", "DT_FLOAT") " } " FNODE("w", "Where", IN("a"), TYPE("T", "DT_FLOAT"))
			FNODE("c", "Cast", IN("w:index:0"),
			      TYPE("SrcT", "DT_INT64") TYPE("DstT", "DT_FLOAT")) "ret { key: 'b' value: 'c:y:0' } } } ";
	char *text = NULL;

	(void)state;
	assert_true(asprintf(&text, "graph_def { %s %s }",
			     PLACEHOLDER("x", DIM("2") DIM("3"))
				     NODE("p", "PartitionedCall", IN("x"),
					  TYPES("Tin", "DT_FLOAT") TYPES("Tout", "DT_FLOAT") FUNC("f", "some"))
					     NODE("q", "PartitionedCall", IN("x"),
						  TYPES("Tin", "DT_FLOAT") TYPES("Tout", "DT_FLOAT") FUNC("f", "some"))
						     NODE("s", "AddV2", IN("p") IN("p"), TYPE("T", "DT_FLOAT"))
							     NODE("t", "AddV2", IN("p") IN("q"), TYPE("T", "DT_FLOAT")),
			     lib) > 0);
	load(&f, text, NULL);
	shape_is(&f, infer_root(f.inf), "p", 0, "[?1,2]");
	shape_is(&f, infer_root(f.inf), "s", 0, "[?1,2]");
	shape_is(&f, infer_root(f.inf), "q", 0, "[?2,2]");
	shape_is(&f, infer_root(f.inf), "t", 0, "[?3,2]");
	assert_non_null(infer_inside(infer_root(f.inf), graph_find(f.mg->graph, SV("p")), SV("")));
	shape_is(&f, infer_inside(infer_root(f.inf), graph_find(f.mg->graph, SV("p")), SV("")), "w", 0, "[?1,2]");
	unload(&f);
	free(text);
}

/* A function that calls itself ends, its result unknown; so does one that calls itself with ever larger shapes. */
static void recursion(void **state)
{
	struct fixture f = { 0 };
	const char *same = "library { function { signature { name: 'me' " ARG("a", "DT_FLOAT") RET("b", "DT_FLOAT") " } " FNODE(
		"c", "PartitionedCall", IN("a"),
		TYPES("Tin", "DT_FLOAT") TYPES("Tout", "DT_FLOAT") FUNC(
			"f",
			"me")) "ret { key: 'b' value: 'c:output:0' } } "
			       "function { signature { name: 'more' " ARG("a", "DT_FLOAT") RET(
				       "b",
				       "DT_FLOAT") " } "
						   "node_def { name: 'axis' op: 'Const' " TYPE(
							   "dtype",
							   "DT_INT32") "attr { key: 'value' value { tensor { "
								       "dtype: DT_INT32 tensor_shape { } int_val: 0 } } } } " FNODE(
									       "two", "ConcatV2",
									       IN("a") IN("a") IN("axis:output:0"),
									       TYPE("T", "DT_FLOAT") NUM("N", "2"))
									       FNODE("c", "PartitionedCall",
										     IN("two:output:0"),
										     TYPES("Tin", "DT_FLOAT")
											     TYPES("Tout", "DT_FLOAT")
												     FUNC("f", "more"))
										       FNODE("d", "PartitionedCall",
											     IN("two:output:0"),
											     TYPES("Tin", "DT_FLOAT")
												     TYPES("Tout",
													   "DT_FLOAT")
													     FUNC("f",
														  "more"))
											       FNODE("e", "AddV2",
												     IN("c:output:0") IN(
													     "d:output:0"),
												     TYPE("T",
													  "DT_FLOAT")) "ret { key: 'b' value: 'e:z:0' } } } ";
	char *text = NULL;

	(void)state;
	assert_true(asprintf(&text, "graph_def { %s %s }",
			     PLACEHOLDER("x", DIM("2"))
				     NODE("p", "PartitionedCall", IN("x"),
					  TYPES("Tin", "DT_FLOAT") TYPES("Tout", "DT_FLOAT") FUNC("f", "me"))
					     NODE("q", "PartitionedCall", IN("x"),
						  TYPES("Tin", "DT_FLOAT") TYPES("Tout", "DT_FLOAT") FUNC("f", "more")),
			     same) > 0);
	load(&f, text, NULL);
	shape_is(&f, infer_root(f.inf), "p", 0, "<unknown>");
	assert_false(infer_limited(f.inf));
	shape_is(&f, infer_root(f.inf), "q", 0, "<unknown>");
	assert_true(infer_limited(f.inf));
	unload(&f);
	free(text);
}

/* A loop whose variable grows by concatenation keeps what stays and forgets what changes. */
static void a_loop(void **state)
{
	struct fixture f = { 0 };
	const char *lib = "library { function { signature { name: 'cond' " ARG("i", "DT_INT32") ARG("a", "DT_FLOAT")
		RET("go", "DT_BOOL") " } node_def { name: 'ten' op: 'Const' " TYPE("dtype", "DT_INT32")
		"attr { key: 'value' value { tensor { dtype: DT_INT32 tensor_shape { } int_val: 10 } } } } "
		FNODE("less", "Less", IN("i") IN("ten:output:0"), TYPE("T", "DT_INT32"))
		"ret { key: 'go' value: 'less:z:0' } } "
		"function { signature { name: 'body' " ARG("i", "DT_INT32") ARG("a", "DT_FLOAT")
		RET("j", "DT_INT32") RET("b", "DT_FLOAT") " } "
		"node_def { name: 'axis' op: 'Const' " TYPE("dtype", "DT_INT32") "attr { key: 'value' value { tensor { "
		"dtype: DT_INT32 tensor_shape { } int_val: 0 } } } } "
		"node_def { name: 'one' op: 'Const' " TYPE("dtype", "DT_INT32") "attr { key: 'value' value { tensor { "
		"dtype: DT_INT32 tensor_shape { } int_val: 1 } } } } "
		FNODE("next", "AddV2", IN("i") IN("one:output:0"), TYPE("T", "DT_INT32"))
		FNODE("two", "ConcatV2", IN("a") IN("a") IN("axis:output:0"), TYPE("T", "DT_FLOAT") NUM("N", "2"))
		"ret { key: 'j' value: 'next:z:0' } ret { key: 'b' value: 'two:output:0' } } } ";
	char *text = NULL;
	struct igraph *body;

	(void)state;
	assert_true(asprintf(&text, "graph_def { %s %s }", PLACEHOLDER("x", DIM("2") DIM("3")) INT("zero", "0")
		NODE("w", "StatelessWhile", IN("zero") IN("x"), "attr { key: 'T' value { list { type: DT_INT32 type: "
		     "DT_FLOAT } } } " FUNC("cond", "cond") FUNC("body", "body")), lib) > 0);
	load(&f, text, NULL);
	shape_is(&f, infer_root(f.inf), "w", 0, "[]");
	shape_is(&f, infer_root(f.inf), "w", 1, "[?2,3]");
	body = infer_inside(infer_root(f.inf), graph_find(f.mg->graph, SV("w")), SV("body"));
	assert_non_null(body);
	shape_is(&f, body, "two", 0, "[?1*2,3]");
	unload(&f);
	free(text);
}

/* The same with Merge and NextIteration. */
static void an_old_loop(void **state)
{
	struct fixture f = { 0 };

	(void)state;
	load(&f, "graph_def { " PLACEHOLDER("x", DIM("2") DIM("3")) INT("axis", "0")
	     NODE("enter", "Enter", IN("x"), TYPE("T", "DT_FLOAT"))
	     NODE("merge", "Merge", IN("enter") IN("next"), TYPE("T", "DT_FLOAT") NUM("N", "2"))
	     NODE("two", "ConcatV2", IN("merge") IN("merge") IN("axis"), TYPE("T", "DT_FLOAT") NUM("N", "2"))
	     NODE("next", "NextIteration", IN("two"), TYPE("T", "DT_FLOAT"))
	     NODE("exit", "Exit", IN("merge"), TYPE("T", "DT_FLOAT")) " }", NULL);
	shape_is(&f, infer_root(f.inf), "exit", 0, "[?1,3]");
	shape_is(&f, infer_root(f.inf), "two", 0, "[?1*2,3]");
	unload(&f);
}

/* What the file says is taken where it is finer; where it contradicts, it is noted and ours stays. */
static void said(void **state)
{
	struct fixture f = { 0 };
	const struct infer_note *note;
	uint32_t n;

	(void)state;
	load(&f, "graph_def { " PLACEHOLDER("x", DIM("-1") DIM("3"))
	     NODE("fine", "Relu", IN("x"), TYPE("T", "DT_FLOAT") "attr { key: '_output_shapes' value { list { shape { "
		  DIM("7") DIM("-1") " } } } }")
	     NODE("wrong", "Relu", IN("x"), TYPE("T", "DT_FLOAT") "attr { key: '_output_shapes' value { list { shape { "
		  DIM("7") DIM("4") " } } } }") " }", NULL);
	shape_is(&f, infer_root(f.inf), "fine", 0, "[7,3]");
	shape_is(&f, infer_root(f.inf), "wrong", 0, "[?1,3]");
	note = infer_notes(infer_root(f.inf), &n);
	assert_int_equal(n, 1);
	assert_true(note[0].said);
	assert_int_equal(note[0].dim, 1);
	unload(&f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(flatten),   cmocka_unit_test(batch),	    cmocka_unit_test(a_note),
		cmocka_unit_test(calls),     cmocka_unit_test(recursion),   cmocka_unit_test(a_loop),
		cmocka_unit_test(an_old_loop), cmocka_unit_test(said),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
