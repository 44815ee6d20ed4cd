/* Warm starts: a new vocabulary's places in an old one, and a checkpoint's matrix in another order.
 */
#include <string.h>

#include "base/map.h"
#include "ops/fileio.h"
#include "ops/kernel.h"
#include "ops/tensorlist.h"

/* ---- vocabularies ---- */

/* The next line, without its end and a carriage return before it. */
static bool next_line(struct sv *text, struct sv *line)
{
	long end = sv_find(*text, '\n');
	size_t n = end < 0 ? text->n : (size_t)end;

	if (!text->n)
		return false;
	*line = sv_sub(*text, 0, n > 0 && end >= 0 && text->p[n - 1] == '\r' ? n - 1 : n);
	*text = sv_sub(*text, end < 0 ? n : n + 1, text->n);
	return true;
}

static bool bad_line(struct op_ctx *c, struct sv name, struct sv line, size_t at)
{
	return line.n ? false
		      : !op_invalid(c, "Invalid content in %.*s: empty line found at position %zu.",
				    SV_ARG(name), at);
}

/* Each line of the file and its number, up to `most` of them (-1: all). */
static bool read_old(struct op_ctx *c, struct sv name, struct sv text, int64_t most, struct map *m)
{
	struct sv line, all = text;
	int64_t n = 0;

	while (n != most && next_line(&text, &line)) {
		if (bad_line(c, name, line, (size_t)(text.p - all.p)))
			return false;
		if (!map_add(m, line, (uint64_t)n))
			return op_fail(c, ERR_FAILED_PRECONDITION,
				       "HashTable has different value for same key. Key "
				       "%.*s has %lld and trying to add value %lld",
				       SV_ARG(line), (long long)m->n - 1, (long long)n);
		n++;
	}
	if (most >= 0 && n < most)
		return op_invalid(c, "Invalid vocab_size in %.*s: expected %lld but got %lld",
				  SV_ARG(name), (long long)most, (long long)n);
	return true;
}

/* Fills in the old places of the new file's lines from `offset` on. */
static bool look_up(struct op_ctx *c, struct sv name, struct sv text, int64_t offset,
		    const struct map *old, struct tensor *out, int32_t *present)
{
	struct sv line, all = text;
	int64_t n = 0;

	for (; next_line(&text, &line); n++) {
		uint64_t at;

		if (bad_line(c, name, line, (size_t)(text.p - all.p)))
			return false;
		if (n < offset || n - offset >= out->n)
			continue;
		((int64_t *)out->data)[n - offset] = map_get(old, line, &at) ? (int64_t)at : -1;
		*present += ((int64_t *)out->data)[n - offset] >= 0;
	}
	return offset + out->n <= n ||
	       op_invalid(c, "lookup table size must be larger than last new vocab entry's line");
}

static bool file_name_ok(struct op_ctx *c, int i)
{
	static const char *const name[] = {"new_vocab_file", "old_vocab_file"};

	if (c->in[i]->rank != 0)
		return op_invalid(c, "%s should be a single string, but got %s", name[i],
				  op_in_shape(c, i));
	return tensor_str(c->in[i], 0).n > 0 ||
	       op_invalid(c, "new vocab filename cannot be empty.");
}

static bool run_vocabulary(struct op_ctx *c)
{
	struct str text[2] = {STR_INIT, STR_INIT};
	struct map old = MAP_INIT;
	int64_t offset = 0, n = 0, most = -1;
	int32_t present = 0;
	struct tensor *out;
	bool ok = true;

	node_attr_int(c->node, "new_vocab_offset", &offset);
	node_attr_int(c->node, "num_new_vocab", &n);
	node_attr_int(c->node, "old_vocab_size", &most);
	if (offset < 0 || n < 0 || offset > INT32_MAX || n > INT32_MAX)
		return op_invalid(c, "new_vocab_offset and num_new_vocab must not be negative");
	out = op_out(c, 0, DT_INT64, 1, &n);
	for (int i = 0; ok && i < 2; i++) {
		ok = out && file_name_ok(c, i) && file_read(c, tensor_str(c->in[i], 0), &text[i]);
		if (ok && !text[i].n)
			ok = op_fail(c, ERR_OUT_OF_RANGE, "Read less bytes than requested");
	}
	ok = ok && read_old(c, tensor_str(c->in[1], 0), str_sv(&text[1]), most, &old) &&
	     look_up(c, tensor_str(c->in[0], 0), str_sv(&text[0]), offset, &old, out, &present);
	map_free(&old);
	str_free(&text[0]);
	str_free(&text[1]);
	c->out[1] = ok ? tensor_scalar_i64(DT_INT32, present, c->err) : NULL;
	return ok && c->out[1];
}

/* ---- matrices ---- */

/* New numbers of old ones that come twice are refused; old[i] < 0: a new row or column. */
static bool distinct(struct op_ctx *c, const int64_t *old, int64_t n)
{
	struct map seen = MAP_INIT;
	bool ok = true;

	for (int64_t i = 0; ok && i < n; i++) {
		uint64_t first;
		struct sv key = {(const char *)&old[i], sizeof(old[i])};

		if (old[i] < 0 || map_add(&seen, key, (uint64_t)i))
			continue;
		map_get(&seen, key, &first);
		ok = op_fail(c, ERR_UNIMPLEMENTED,
			     "Old ID %lld is mapped to both new ID %lld and %lld, which is not "
			     "supported.",
			     (long long)old[i], (long long)first, (long long)i);
	}
	map_free(&seen);
	return ok;
}

struct remap {
	int64_t rows, cols;
	const int64_t *row, *col; /* col NULL: as they are */
};

static bool remap_in(struct op_ctx *c, struct remap *m)
{
	m->rows = m->cols = -1;
	node_attr_int(c->node, "num_rows", &m->rows);
	node_attr_int(c->node, "num_cols", &m->cols);
	m->row = c->in[2]->data;
	m->col = c->in[3]->n ? c->in[3]->data : NULL;
	if (c->in[2]->rank != 1)
		return op_invalid(
			c, "The `row_remapping` tensor must be 1-D, got a tensor of shape %s",
			op_in_shape(c, 2));
	if (c->in[2]->n != m->rows)
		return op_invalid(
			c, "Size of row_remapping is %lld instead of being equal to num_rows=%lld",
			(long long)c->in[2]->n, (long long)m->rows);
	if (!distinct(c, m->row, m->rows))
		return false;
	if (m->col && c->in[3]->n != m->cols)
		return op_invalid(
			c,
			"Provided col_remapping, but its size is %lld instead of being equal to "
			"num_cols=%lld",
			(long long)c->in[3]->n, (long long)m->cols);
	if (m->col && !distinct(c, m->col, m->cols))
		return false;
	return c->in[0]->n == 1 ||
	       op_invalid(c,
			  "The `ckpt_path` tensor must have exactly one element, got tensor of "
			  "shape %s",
			  op_in_shape(c, 0));
}

/* The checkpoint's matrix; gives. */
static struct tensor *matrix(struct op_ctx *c, const struct remap *m)
{
	struct sv name = c->in[1]->n ? tensor_str(c->in[1], 0) : SV("");
	struct tensor *t = c->world->restore(c->world_ctx, tensor_str(c->in[0], 0), name, SV(""),
					     DT_FLOAT, DT_FLOAT, c->err);

	if (!t)
		return NULL;
	if (t->dtype != DT_FLOAT)
		op_invalid(c, "Tensor %.*s has invalid type %s instead of expected type float",
			   SV_ARG(name), op_type_text(c, t->dtype));
	else if (t->rank != 2)
		op_invalid(c,
			   "Tensor %.*s has shape %s of invalid rank %d instead of expected shape "
			   "of rank 2.",
			   SV_ARG(name), op_shape(c, t->rank, t->dim), t->rank);
	else if (!m->col && t->dim[1] != m->cols)
		op_invalid(c,
			   "Tensor %.*s has shape %s, where the size of its 2nd dimension is %lld "
			   "instead of being "
			   "equal to num_cols=%lld",
			   SV_ARG(name), op_shape(c, 2, t->dim), (long long)t->dim[1],
			   (long long)m->cols);
	else
		return t;
	tensor_unref(t);
	return NULL;
}

/* Old rows and columns in their new places, the next of the initial values where there is none. */
static bool fill(struct op_ctx *c, const struct remap *m, const struct tensor *old,
		 struct tensor *out)
{
	const float *src = old->data, *fresh = c->in[4]->data;
	int64_t n = 0, there = c->in[4]->n;

	for (int64_t i = 0; i < m->rows; i++)
		for (int64_t j = 0; j < m->cols; j++) {
			int64_t r = m->row[i], k = m->col ? m->col[j] : j;

			if (r >= old->dim[0])
				return op_invalid(
					c, "Extent in dimension 0 out of bounds: row %lld of %lld",
					(long long)r, (long long)old->dim[0]);
			if (r >= 0 && k >= 0) {
				((float *)out->data)[i * m->cols + j] =
					k < old->dim[1] ? src[r * old->dim[1] + k] : 0;
				continue;
			}
			if (n == there)
				return op_invalid(c,
						  "initializing_values contained %lld elements, "
						  "but more missing values "
						  "remain.",
						  (long long)there);
			((float *)out->data)[i * m->cols + j] = fresh[n++];
		}
	return n == there || op_invalid(c,
					"initializing_values contained %lld elements, but only "
					"%lld elements were used "
					"to fill in missing values.",
					(long long)there, (long long)n);
}

static bool run_matrix(struct op_ctx *c)
{
	struct remap m;
	struct tensor *old = remap_in(c, &m) ? matrix(c, &m) : NULL, *out;
	bool ok;

	if (!old)
		return false;
	out = op_out(c, 0, DT_FLOAT, 2, (int64_t[]){m.rows, m.cols});
	ok = out && fill(c, &m, old, out);
	tensor_unref(old);
	return ok;
}

static const struct op_row rows[] = {
	{.name = "GenerateVocabRemapping",
	 .n_in = 2,
	 .n_out = 2,
	 .flags = OP_STATEFUL,
	 .run = run_vocabulary},
	{.name = "LoadAndRemapMatrix",
	 .n_in = 5,
	 .n_out = 1,
	 .flags = OP_STATEFUL,
	 .run = run_matrix},
};

OP_FAMILY(family_remap, rows);
