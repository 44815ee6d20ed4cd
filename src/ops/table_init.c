/* Filling a HashTable, once: from tensors or from a text file. See table.h. */
#include <string.h>

#include "ops/fileio.h"
#include "ops/table.h"
#include "ops/text.h"

/* ---- common ---- */

/* A table that was filled before is left as it is; other data is an error (the number of pairs is
 * all that TensorFlow compares). */
bool table_init_begin(struct op_ctx *c, struct table *t, int64_t n, bool *done)
{
	*done = t->v.initialized;
	if (!*done || t->v.map.n == n)
		return true;
	return op_fail(c, ERR_FAILED_PRECONDITION,
		       "Table was already initialized with different data.");
}

bool table_init_add(struct op_ctx *c, struct table *t, struct sv key, struct sv value)
{
	const struct pmap_entry *e = pmap_get(&t->v.map, key);
	struct str a = STR_INIT, b = STR_INIT, k = STR_INIT;

	if (!e)
		return pmap_put(&t->v.map, key, value, SV(""), 0, c->err);
	if (table_value_same(t->value, e->val, value))
		return true;
	table_value_text(&k, t->key, key);
	table_value_text(&a, t->value, e->val);
	table_value_text(&b, t->value, value);
	op_fail(c, ERR_FAILED_PRECONDITION,
		"HashTable has different value for same key. Key %s has %s and trying to add value "
		"%s",
		str_z(&k), str_z(&a), str_z(&b));
	str_free(&a);
	str_free(&b);
	str_free(&k);
	return false;
}

bool table_init_pairs(struct op_ctx *c, struct table *t, const struct tensor *keys,
		      const struct tensor *values)
{
	bool done, ok = true;

	if (!shape_eq(tensor_shape(keys), tensor_shape(values)))
		return op_invalid(c, "keys and values should have the same dimension.");
	if (!keys->n)
		return op_invalid(c, "keys and values cannot be empty tensors.");
	if (!table_init_begin(c, t, keys->n, &done))
		return false;
	for (int64_t i = 0; !done && ok && i < keys->n; i++)
		ok = table_init_add(c, t, table_bytes(keys, i, 1, NULL),
				    table_bytes(values, i, 1, NULL)) &&
		     (i % 65536 || c->world->go_on(c->world_ctx, c->err));
	t->v.initialized = t->v.initialized || ok;
	return ok;
}

/* The table, which must be one that can be filled. */
static struct table *fillable(struct op_ctx *c)
{
	struct table *t = table_of(c);

	if (!t || t->kind == TABLE_HASH)
		return t;
	op_invalid(c, "Table %s %s is not initializable",
		   t->r.container && t->r.container[0] ? t->r.container : "localhost",
		   t->r.name ? t->r.name : "");
	table_release(t);
	return NULL;
}

static bool from_tensors(struct op_ctx *c, struct table *t)
{
	if (!table_signature(c, t, 3, 0))
		return false;
	if (c->in[1]->rank != 1)
		return op_invalid(c, "Keys must be a vector, but received shape%s",
				  op_in_shape(c, 1));
	if (c->in[2]->rank != 1)
		return op_invalid(c, "Values must be a vector, but received shape%s",
				  op_in_shape(c, 2));
	if (c->in[1]->n != c->in[2]->n)
		return op_invalid(c, "Keys and values must have the same size %lld vs %lld",
				  (long long)c->in[1]->n, (long long)c->in[2]->n);
	return table_init_pairs(c, t, c->in[1], c->in[2]);
}

static bool filling(struct op_ctx *c, bool (*fn)(struct op_ctx *c, struct table *t))
{
	struct table *t = fillable(c);
	bool ok = t && fn(c, t);

	if (!t)
		return false;
	table_wrote(c, t);
	table_release(t);
	return ok;
}

static bool run_init(struct op_ctx *c)
{
	return filling(c, from_tensors);
}

/* ---- from a text file ---- */

enum { LINE_NUMBER = -1, WHOLE_LINE = -2 };

struct vocab {
	struct op_ctx *c;
	struct table *t;
	struct sv name, text;
	size_t at;			/* in text: behind the current line */
	int64_t size, key, value, offset;
	char delimiter;
	int64_t next;			/* lines read so far */
};

static bool next_line(struct vocab *v, struct sv *line)
{
	const char *end;

	if (v->at >= v->text.n)
		return false;
	*line = sv_sub(v->text, v->at, v->text.n);
	end = memchr(line->p, '\n', line->n);
	if (end)
		line->n = (size_t)(end - line->p);
	v->at += line->n + (end != NULL);
	if (line->n && line->p[line->n - 1] == '\r')
		line->n--;
	return true;
}

/* Column `index`; false with the number of columns when there are not so many. */
static bool column(struct vocab *v, struct sv line, int64_t index, struct sv *out, int64_t *n)
{
	size_t from = 0;

	*n = 0;
	for (size_t i = 0; i <= line.n; i++) {
		if (i < line.n && line.p[i] != v->delimiter)
			continue;
		if ((*n)++ == index)
			*out = sv_sub(line, from, i);
		from = i + 1;
	}
	return *n > index;
}

union number {
	int32_t i32;
	int64_t i64;
	float f;
	double d;
};

/* The key or value of a line as bytes; num holds it when it is a number. */
static bool field(struct vocab *v, struct sv line, int64_t index, enum dtype t, union number *num,
		  struct sv *out)
{
	struct sv token = line;
	int64_t n;

	*out = (struct sv){ (const char *)num, dtype_info(t)->size };
	if (index == LINE_NUMBER) {
		num->i64 = (int64_t)((uint64_t)v->next + (uint64_t)v->offset);
		return true;
	}
	if (index != WHOLE_LINE)
		column(v, line, index, &token, &n);
	if (t == DT_STRING) {
		*out = token;
		return true;
	}
	if (t != DT_INT32 && t != DT_INT64 && t != DT_FLOAT && t != DT_DOUBLE)
		return op_invalid(v->c, "Data type %s not supported.", dtype_text(t));
	if (!text_number(t, token, num))
		return op_invalid(v->c, "Field %.*s in line %lld is not a valid %s.", SV_ARG(token),
				  (long long)v->next, dtype_text(t));
	if (t == DT_INT32)
		num->i32 = (int32_t)((uint32_t)num->i32 + (uint32_t)v->offset);
	return true;
}

enum step { STEP_PAIR, STEP_END, STEP_FAILED };

/* Reads the next pair. */
static enum step next_pair(struct vocab *v, union number num[2], struct sv *key, struct sv *value)
{
	int64_t most = v->key > v->value ? v->key : v->value, n = 0;
	struct sv line, unused;

	if (!next_line(v, &line)) {
		if (v->size == -1 || v->next == v->size)
			return STEP_END;
		op_invalid(v->c, "Invalid vocab_size in %.*s: expected %lld but got %lld",
			   SV_ARG(v->name), (long long)v->size, (long long)v->next);
		return STEP_FAILED;
	}
	if (v->size != -1 && v->next >= v->size)
		return STEP_END;
	if (!line.n) {
		op_invalid(v->c, "Invalid content in %.*s: empty line found at position %zu.",
			   SV_ARG(v->name), v->at);
		return STEP_FAILED;
	}
	if (most >= 0 && !column(v, line, most, &unused, &n)) {
		op_invalid(v->c,
			   "Invalid number of columns in %.*s line %lld (%.*s) : expected at least "
			   "%lld got %lld",
			   SV_ARG(v->name), (long long)v->next, SV_ARG(line), (long long)most + 1,
			   (long long)n);
		return STEP_FAILED;
	}
	if (!field(v, line, v->key, v->t->key, &num[0], key) ||
	    !field(v, line, v->value, v->t->value, &num[1], value))
		return STEP_FAILED;
	v->next++;
	return STEP_PAIR;
}

static bool index_ok(struct op_ctx *c, int64_t index, enum dtype t, const char *line_number,
		     const char *whole)
{
	if (index == LINE_NUMBER && t != DT_INT64)
		return op_invalid(c, "%s, got %s", line_number, dtype_text(t));
	if (index == WHOLE_LINE && t != DT_STRING && t != DT_INT32 && t != DT_INT64)
		return op_invalid(c, "%s, got %s", whole, dtype_text(t));
	return index >= WHOLE_LINE || op_invalid(c, "column %lld", (long long)index);
}

static int64_t count_lines(struct sv text)
{
	struct vocab v = { .text = text };
	struct sv line;
	int64_t n = 0;

	while (next_line(&v, &line))
		n++;
	return n;
}

/* As TensorFlow: a table that was filled before stays as it is, whatever the file holds, once the
 * file's first line is in order. */
static bool fill(struct vocab *v)
{
	union number num[2];
	struct sv key, value;
	enum step s = next_pair(v, num, &key, &value);

	if (s == STEP_END)
		return v->text.n == 0
			       ? op_fail(v->c, ERR_OUT_OF_RANGE, "Read less bytes than requested")
			       : op_fail(v->c, ERR_OUT_OF_RANGE,
					 "Finished reading %lld of lines from %.*s",
					 (long long)v->size, SV_ARG(v->name));
	if (s == STEP_FAILED)
		return false;
	if (v->t->v.initialized)
		return true;
	if (v->size == -1)
		v->size = count_lines(v->text);
	for (; s == STEP_PAIR; s = next_pair(v, num, &key, &value))
		if (!table_init_add(v->c, v->t, key, value) ||
		    (v->next % 65536 == 0 && !v->c->world->go_on(v->c->world_ctx, v->c->err)))
			return false;
	if (s == STEP_FAILED)
		return false;
	v->t->v.initialized = true;
	return true;
}

static bool from_file(struct op_ctx *c, struct table *t)
{
	struct vocab v = { .c = c, .t = t, .size = -1, .key = WHOLE_LINE, .value = LINE_NUMBER };
	struct sv delimiter = SV("\t");
	struct str text = STR_INIT;
	bool ok;

	node_attr_int(c->node, "vocab_size", &v.size);
	node_attr_int(c->node, "key_index", &v.key);
	node_attr_int(c->node, "value_index", &v.value);
	node_attr_int(c->node, "offset", &v.offset);
	node_attr_str(c->node, "delimiter", &delimiter);
	if (delimiter.n != 1)
		return op_invalid(c, "delimiter should be only 1 char");
	v.delimiter = delimiter.p[0];
	if (c->in[1]->rank || !c->in[1]->n)
		return op_invalid(c, "filename should be a single string, but got %s",
				  op_in_shape(c, 1));
	v.name = tensor_str(c->in[1], 0);
	if (!v.name.n)
		return op_invalid(c, "filename cannot be empty.");
	if (!index_ok(c, v.key, t->key,
		      "Key index for line number requires table key dtype of int64",
		      "Key index for whole line requires string or integer table key") ||
	    !index_ok(c, v.value, t->value,
		      "Value index for line number requires table value dtype of int64",
		      "Value index for whole line requires table value dtype of integer or string"))
		return false;
	ok = file_read(c, v.name, &text);
	v.text = str_sv(&text);
	ok = ok && fill(&v);
	str_free(&text);
	return ok;
}

static bool run_init_file(struct op_ctx *c)
{
	return filling(c, from_file);
}

static const struct op_row rows[] = {
	{ .name = "InitializeTable", .n_in = 3, .n_out = 0, .flags = OP_STATEFUL, .run = run_init },
	{ .name = "InitializeTableV2",
	  .n_in = 3,
	  .n_out = 0,
	  .flags = OP_STATEFUL,
	  .run = run_init },
	{ .name = "InitializeTableFromTextFile",
	  .n_in = 2,
	  .n_out = 0,
	  .flags = OP_STATEFUL,
	  .run = run_init_file },
	{ .name = "InitializeTableFromTextFileV2",
	  .n_in = 2,
	  .n_out = 0,
	  .flags = OP_STATEFUL,
	  .run = run_init_file },
};

OP_FAMILY(family_table_init, rows);
