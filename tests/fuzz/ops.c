/*
 * Random ops: a graph of one op with random attributes, types, shapes and values, run over and over. An op
 * may refuse or answer; it must not crash, hang, or read what is not its own (run it under ASan and UBSan).
 *
 *   ops [-n ITERATIONS] [-s SEED] [-i FIRST] [-o OP] [-t SECONDS] [-v]
 *
 * Each iteration depends on its number and the seed alone, so that "-i K -n 1 -v" repeats a failure. They
 * run in children, in batches: what kills one is counted and said, and the rest goes on.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/str.h"
#include "base/vec.h"
#include "exec/exec.h"
#include "model/opdef.h"
#include "ops/op.h"

enum { BATCH = 400, MOST_BYTES = 128 << 20, MOST_NODES = 3000, MOST_IN = 12, HANG = 20 };

struct input {
	enum dtype type;
	char name[16];
	bool fed;
};

struct made {
	struct str graph;		/* GraphDef bytes */
	struct input in[MOST_IN];
	int n_in;
	enum dtype type[16];		/* chosen for the type attrs, by index of the attr */
	int64_t number[16];
	enum dtype list[16][4];
	int n_list[16];
};

static uint64_t rng;
static bool verbose;
static char path[64];
static struct shared {
	uint64_t at, ran, refused;
	char op[64];
} *shared;

static uint64_t next(void)
{
	uint64_t z = rng += 0x9e3779b97f4a7c15u;

	z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
	z = (z ^ z >> 27) * 0x94d049bb133111ebu;
	return z ^ z >> 31;
}

static int64_t below(int64_t n)
{
	return (int64_t)(next() % (uint64_t)n);
}

static bool chance(int percent)
{
	return below(100) < percent;
}

/* ---- wire ---- */

static void varint(struct str *s, uint64_t v)
{
	for (; v > 127; v >>= 7)
		str_addc(s, (char)(v | 128));
	str_addc(s, (char)v);
}

static void bytes(struct str *s, int field, struct sv v)
{
	varint(s, (uint64_t)field << 3 | 2);
	varint(s, v.n);
	str_add(s, v);
}

static void number(struct str *s, int field, int64_t v)
{
	varint(s, (uint64_t)field << 3);
	varint(s, (uint64_t)v);
}

static void real(struct str *s, int field, float v)
{
	varint(s, (uint64_t)field << 3 | 5);
	str_add(s, (struct sv){ (const char *)&v, 4 });
}

/* ---- attributes ---- */

static int64_t some_int(void)
{
	static const int64_t odd[] = { INT64_MAX, INT64_MIN, INT32_MAX, INT32_MIN, -1000, 100000, 1 << 20, 65536 };

	return chance(90) ? below(9) - 3 : odd[below(8)];
}

static float some_float(void)
{
	static const float odd[] = { 0, -0.0f, 1e30f, -1e30f, 1e-40f, 1.0f / 0.0f, -1.0f / 0.0f, 0.0f / 0.0f };

	return chance(75) ? (float)(below(2000) - 1000) / 100 : odd[below(8)];
}

static struct sv some_word(void)
{
	static const char *const words[] = {
		"SAME", "VALID", "EXPLICIT", "NHWC", "NCHW", "NDHWC", "REFLECT", "SYMMETRIC", "", "abc", "UTF-8",
		"UTF-16-BE", "BYTE", "UTF8_CHAR", "mean", "sum", "(a|b)*c", "[", "\\d+", "ij,jk->ik", "...i,i->...",
		"bilinear", "nearest", "area", "MIN_FIRST", "SCALED", "HALF_TO_EVEN", "LEFT_LEFT", "RIGHT_LEFT",
		"linear", "int32", "strict", "replace", "ignore", "ROWIDS", "FIRST_DIM_SIZE", "ROW_SPLITS", ",", "\xff\xfe",
		"min", "max", "x", "nofunction", "gzip", "ZLIB", "OIHW", "HWIO", "same", "%s", "{}",
	};

	return sv_of(words[below(sizeof(words) / sizeof(words[0]))]);
}

static enum dtype some_type(const struct op_row *row, struct sv attr)
{
	static const enum dtype usual[] = { DT_FLOAT, DT_INT32, DT_INT64, DT_STRING, DT_BOOL, DT_DOUBLE, DT_UINT8,
					    DT_HALF, DT_COMPLEX64, DT_BFLOAT16, DT_INT8, DT_VARIANT, DT_RESOURCE };

	for (int i = 0; i < 4 && row->types[i].attr; i++)
		if (sv_is(attr, row->types[i].attr) && chance(97))
			for (int k = 0; k < 200; k++) {
				int t = (int)below(DT_COUNT);

				if (row->types[i].mask & DM(t) && (k > 50 || t == DT_FLOAT || t == DT_INT32 || chance(20)))
					return (enum dtype)t;
			}
	return usual[chance(80) ? below(6) : below(13)];
}

static void some_shape(struct str *s)
{
	int rank = (int)below(5);

	if (chance(10)) {
		number(s, 3, 1);	/* unknown rank */
		return;
	}
	for (int i = 0; i < rank; i++) {
		struct str dim = STR_INIT;

		number(&dim, 1, chance(10) ? -1 : chance(95) ? below(5) : some_int());
		bytes(s, 2, str_sv(&dim));
		str_free(&dim);
	}
}

static void attr_value(struct made *m, struct str *s, const struct op_row *row, const struct opdef_attr *a, int k)
{
	struct str list = STR_INIT, sub = STR_INIT;
	int n = (int)below(5);

	if (sv_is(a->type, "int"))
		number(s, 3, m->number[k] = some_int());
	else if (sv_is(a->type, "float"))
		real(s, 4, some_float());
	else if (sv_is(a->type, "bool"))
		number(s, 5, below(2));
	else if (sv_is(a->type, "string"))
		bytes(s, 2, some_word());
	else if (sv_is(a->type, "type"))
		number(s, 6, m->type[k] = some_type(row, a->name));
	else if (sv_is(a->type, "shape"))
		some_shape(&sub), bytes(s, 7, str_sv(&sub));
	else if (sv_is(a->type, "func"))
		bytes(&sub, 1, some_word()), bytes(s, 10, str_sv(&sub));
	else if (sv_starts(a->type, SV("list"))) {
		if (sv_is(a->type, "list(int)") && chance(60))
			n = 4;
		for (int i = 0; i < n; i++) {
			str_clear(&sub);
			if (sv_is(a->type, "list(int)"))
				number(&list, 3, chance(80) ? 1 + below(2) : some_int());
			else if (sv_is(a->type, "list(float)"))
				real(&list, 4, some_float());
			else if (sv_is(a->type, "list(bool)"))
				number(&list, 5, below(2));
			else if (sv_is(a->type, "list(string)"))
				bytes(&list, 2, some_word());
			else if (sv_is(a->type, "list(shape)"))
				some_shape(&sub), bytes(&list, 7, str_sv(&sub));
			else if (sv_is(a->type, "list(type)") && i < 4) {
				m->list[k][i] = some_type(row, a->name);
				m->n_list[k] = i + 1;
				number(&list, 6, m->list[k][i]);
			}
		}
		bytes(s, 1, str_sv(&list));
	}
	str_free(&list);
	str_free(&sub);
}

static void attr(struct str *node, struct sv name, struct sv value)
{
	struct str e = STR_INIT;

	bytes(&e, 1, name);
	bytes(&e, 2, value);
	bytes(node, 5, str_sv(&e));
	str_free(&e);
}

/* ---- inputs ---- */

static void node_add(struct made *m, const char *name, const char *op, const char *attr_name, enum dtype t,
		     const char *in)
{
	struct str node = STR_INIT, v = STR_INIT;

	bytes(&node, 1, sv_of(name));
	bytes(&node, 2, sv_of(op));
	if (in)
		bytes(&node, 3, sv_of(in));
	if (attr_name) {
		number(&v, 6, t);
		attr(&node, sv_of(attr_name), str_sv(&v));
	}
	bytes(&m->graph, 1, str_sv(&node));
	str_free(&node);
	str_free(&v);
}

/* Where a resource or a list comes from: something that makes one. */
static const char *const makers[] = { "VarHandleOp", "HashTableV2", "MutableHashTableV2", "StackV2", "TensorArrayV3" };

static void input_add(struct made *m, struct str *node, enum dtype t, bool ref)
{
	struct input *in = &m->in[m->n_in];
	char name[16];

	if (m->n_in >= MOST_IN)
		return;
	snprintf(in->name, sizeof(in->name), "i%d", m->n_in++);
	in->type = t;
	in->fed = !ref && t != DT_RESOURCE && t != DT_VARIANT;
	snprintf(name, sizeof(name), "%s", in->name);
	if (ref)
		node_add(m, name, "VariableV2", "dtype", t, NULL);
	else if (t == DT_RESOURCE)
		node_add(m, name, makers[chance(60) ? 0 : below(4)], "dtype", DT_FLOAT, NULL);
	else if (t == DT_VARIANT) {
		char shape[16];

		snprintf(shape, sizeof(shape), "s%d", m->n_in);
		node_add(m, shape, "Const", "dtype", DT_INT32, NULL);
		node_add(m, name, "EmptyTensorList", "element_dtype", DT_FLOAT, shape);
	} else
		node_add(m, name, "Placeholder", "dtype", t, NULL);
	bytes(node, 3, sv_of(name));
}

static int attr_index(const struct opdef *def, struct sv name)
{
	for (int i = 0; i < def->n_attrs && i < 16; i++)
		if (sv_eq(def->attrs[i].name, name))
			return i;
	return -1;
}

static void inputs_add(struct made *m, struct str *node, const struct opdef *def)
{
	for (int i = 0; i < def->n_in; i++) {
		const struct opdef_arg *a = &def->in[i];
		int k = attr_index(def, a->type_list_attr), t = attr_index(def, a->type_attr),
		    n = attr_index(def, a->number_attr);
		enum dtype type = a->type != DT_INVALID ? a->type : t >= 0 ? m->type[t] : DT_FLOAT;

		if (a->type_list_attr.n) {
			for (int j = 0; k >= 0 && j < m->n_list[k]; j++)
				input_add(m, node, m->list[k][j], false);
			continue;
		}
		for (int64_t j = 0; j < (a->number_attr.n ? (n >= 0 ? m->number[n] : 0) : 1) && j < 6; j++)
			input_add(m, node, type, a->is_ref);
	}
}

/* ---- values ---- */

static void fill(struct tensor *t)
{
	static const char *const texts[] = { "", "a", "abc", "1", "-3.5", "\xc3\xa9", "\xff", "a b  c", "1,2,3", "nan" };
	struct err none = { 0 };
	enum dtype_kind kind = dtype_info(t->dtype)->kind;

	if (kind == DK_STRING) {
		for (int64_t i = 0; i < t->n; i++)
			tensor_str_set(t, i, sv_of(texts[below(10)]), &none);
		return;
	}
	for (int64_t i = 0; i < t->n; i++) {
		struct tensor *x = kind == DK_FLOAT ? tensor_scalar_f64(t->dtype, some_float(), &none) : NULL;
		char *at = (char *)t->data + (size_t)i * dtype_info(t->dtype)->size;
		int64_t v = kind == DK_BOOL ? below(2) : some_int();

		if (x)
			memcpy(at, x->data, dtype_info(t->dtype)->size);
		else
			for (int b = 0; b < dtype_info(t->dtype)->size; b++)
				at[b] = (char)(b < 8 ? v >> (8 * b) : 0);
		tensor_unref(x);
	}
	err_clear(&none);
}

static struct tensor *some_value(enum dtype t, int64_t dims[][5], int *ranks, int k)
{
	struct err none = { 0 };
	struct tensor *x;

	if (k > 0 && chance(45)) {
		int from = (int)below(k);

		ranks[k] = ranks[from];
		memcpy(dims[k], dims[from], sizeof(dims[k]));
	} else {
		bool index = (t == DT_INT32 || t == DT_INT64) && chance(60);

		ranks[k] = index ? (int)below(2) : (int)below(6);
		for (int i = 0; i < ranks[k]; i++)
			dims[k][i] = chance(8) ? 0 : chance(4) ? 17 : 1 + below(4);
	}
	x = tensor_zeros(t, ranks[k], dims[k], &none);
	err_clear(&none);
	if (x)
		fill(x);
	return x;
}

/* ---- one iteration ---- */

static bool go_on(void *ctx, const char *what, double part)
{
	(void)ctx;
	(void)what;
	(void)part;
	return true;
}

static void quiet(void *ctx, struct sv text)
{
	(void)ctx;
	(void)text;
}

static void make(struct made *m, const struct op_row *row, const struct opdef *def)
{
	struct str node = STR_INIT;

	bytes(&node, 1, SV("op"));
	bytes(&node, 2, sv_of(row->name));
	for (int i = 0; i < def->n_attrs && i < 16; i++) {
		struct str v = STR_INIT;

		m->number[i] = 1;
		if (def->attrs[i].has_default && chance(60) && !sv_is(def->attrs[i].type, "type") &&
		    !sv_is(def->attrs[i].type, "list(type)"))
			continue;
		attr_value(m, &v, row, &def->attrs[i], i);
		attr(&node, def->attrs[i].name, str_sv(&v));
		str_free(&v);
	}
	inputs_add(m, &node, def);
	bytes(&m->graph, 1, str_sv(&node));
	str_free(&node);
}

static void run(const struct metagraph *mg, const struct made *m, struct err *err)
{
	struct session_opts o = { .progress = go_on, .print = quiet };
	struct session *s = session_new(mg, &o, err);
	struct exec_feed feed[MOST_IN];
	int64_t dims[MOST_IN][5];
	int ranks[MOST_IN];
	uint32_t op = graph_find(mg->graph, SV("op"));
	struct exec_request req = { .graph = mg->graph, .feeds = feed, .targets = &op, .n_targets = 1 };
	struct exec_event ev;
	struct exec *x;

	memset(dims, 0, sizeof(dims));
	for (int i = 0; i < m->n_in; i++) {
		if (!m->in[i].fed) {
			ranks[i] = 0;
			continue;
		}
		feed[req.n_feeds].at = (struct edge){ graph_find(mg->graph, sv_of(m->in[i].name)), 0 };
		feed[req.n_feeds].value = some_value(m->in[i].type, dims, ranks, i);
		if (feed[req.n_feeds].value)
			req.n_feeds++;
	}
	x = s ? exec_new(s, &req, err) : NULL;
	if (x) {
		exec_budget(x, MOST_NODES);
		if (exec_step(x, EV_BUDGET, &ev, err))
			shared->ran++;
	}
	exec_free(x);
	for (size_t i = 0; i < req.n_feeds; i++)
		tensor_unref(feed[i].value);
	session_free(s);
}

static void iteration(uint64_t seed, uint64_t k, const char *only)
{
	struct made *m = xcalloc(1, sizeof(*m));
	const struct metagraph *mg;
	const struct op_row *row;
	const struct opdef *def;
	struct err err = { 0 };
	struct model *model;
	FILE *f;

	rng = seed * 1000003u + k;
	next();
	row = only ? op_find(sv_of(only)) : op_at((int)below(op_n()));
	def = row ? opdef_find(sv_of(row->name)) : NULL;
	shared->at = k;
	snprintf(shared->op, sizeof(shared->op), "%s", row ? row->name : "?");
	if (!def) {
		free(m);
		return;
	}
	make(m, row, def);
	f = fopen(path, "w");
	if (!f || fwrite(m->graph.p, 1, m->graph.n, f) != m->graph.n || fclose(f))
		_exit(3);
	model = model_open(path, &err);
	mg = model ? model_default(model, &err) : NULL;
	if (mg)
		run(mg, m, &err);
	if (err_is(&err)) {
		char *text = err_text(&err);

		shared->refused++;
		if (verbose)
			printf("%llu %s: %s\n", (unsigned long long)k, row->name, text);
		free(text);
	} else if (verbose)
		printf("%llu %s: ran\n", (unsigned long long)k, row->name);
	err_clear(&err);
	model_close(model);
	str_free(&m->graph);
	free(m);
}

static int batch(uint64_t seed, uint64_t from, uint64_t to, const char *only)
{
	pid_t pid = fork();
	int status;

	if (pid == 0) {
		big_limit_set(MOST_BYTES);
		for (uint64_t k = from; k < to; k++) {
			alarm(HANG);
			iteration(seed, k, only);
		}
		fflush(stdout);
		exit(0);	/* not _exit: leaks are looked for */
	}
	return waitpid(pid, &status, 0) == pid ? status : -1;
}

int main(int argc, char **argv)
{
	uint64_t n = 5000, seed = 1, first = 0, done = 0, bad = 0;
	const char *only = NULL;
	time_t end = 0;
	int opt;

	while ((opt = getopt(argc, argv, "n:s:i:o:t:v")) != -1)
		switch (opt) {
		case 'n': n = strtoull(optarg, NULL, 10); break;
		case 's': seed = strtoull(optarg, NULL, 10); break;
		case 'i': first = strtoull(optarg, NULL, 10); break;
		case 'o': only = optarg; break;
		case 't': end = time(NULL) + atoi(optarg); n = UINT64_MAX / 2; break;
		case 'v': verbose = true; break;
		default: return 2;
		}
	shared = mmap(NULL, sizeof(*shared), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	snprintf(path, sizeof(path), "/tmp/smtui-ops-%d.pb", (int)getpid());
	if (shared == MAP_FAILED)
		return 2;
	op_n();		/* the table is made before the first fork */
	for (uint64_t k = first; k < first + n && (!end || time(NULL) < end);) {
		uint64_t to = k + BATCH < first + n ? k + BATCH : first + n;
		int status = batch(seed, k, to, only);

		if (status == 0) {
			done += to - k;
			k = to;
			continue;
		}
		printf("FAIL iteration %llu (%s), seed %llu: %s %d; repeat with -s %llu -i %llu -n 1 -v%s%s\n",
		       (unsigned long long)shared->at, shared->op, (unsigned long long)seed,
		       WIFSIGNALED(status) ? "signal" : "exit", WIFSIGNALED(status) ? WTERMSIG(status) :
		       WEXITSTATUS(status), (unsigned long long)seed, (unsigned long long)shared->at,
		       only ? " -o " : "", only ? only : "");
		fflush(stdout);
		bad++;
		done += shared->at - k;
		k = shared->at + 1;
		if (bad > 200)
			break;
	}
	unlink(path);
	printf("%llu ran, %llu refused\n", (unsigned long long)shared->ran, (unsigned long long)shared->refused);
	printf("%llu passed, %llu failed\n", (unsigned long long)done, (unsigned long long)bad);
	return bad != 0;
}
