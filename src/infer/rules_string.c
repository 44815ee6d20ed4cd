/* Strings, files, checkpoints, parsing. */
#include "infer/inside.h"

#include <string.h>

static void first_known(struct rule_ctx *c)
{
	struct ishape s = rule_in(c, 0);

	for (uint32_t i = 1; i < c->n_in; i++) {	/* scalars go with anything */
		if (s.rank == 0)
			s = rule_in(c, i);
		else if (rule_in(c, i).rank != 0 && !rule_merge(c, (int)i, s, rule_in(c, i), &s))
			return;
	}
	rule_out(c, 0, s);
}

static void join(struct rule_ctx *c)
{
	bool any = false;

	for (uint32_t i = 0; i < c->n_in; i++)
		any = any || rule_in(c, i).rank < 0;
	if (!any)
		first_known(c);
}

static void substr(struct rule_ctx *c)
{
	struct ishape pos, s;

	if (!rule_merge(c, 2, rule_in(c, 1), rule_in(c, 2), &pos) || !rule_broadcast(c, rule_in(c, 0), pos, &s))
		return;
	rule_out(c, 0, s);
}

static void append_unknown(struct rule_ctx *c)
{
	idim n = rule_new(c);
	struct ishape s = rule_in(c, 0);

	if (s.rank >= 0)
		rule_out(c, 0, ishape_cat(c->inf, s, ishape_new(c->inf, 1, &n)));
}

static void decode_padded(struct rule_ctx *c)
{
	enum dtype t = c->n_out ? c->out[0].dtype : DT_INVALID;
	struct ishape s = rule_in(c, 0);
	int64_t bytes;
	idim n;

	if (s.rank < 0)
		return;
	n = rule_int(c, 1, &bytes) && bytes >= 0 && t != DT_INVALID && dtype_info(t)->size
		? bytes / dtype_info(t)->size : rule_new(c);
	rule_out(c, 0, ishape_cat(c->inf, s, ishape_new(c->inf, 1, &n)));
}

static void decode_csv(struct rule_ctx *c)
{
	for (uint32_t i = 0; i < c->n_out; i++)
		rule_out(c, i, rule_in(c, 0));
}

static void fingerprint(struct rule_ctx *c)
{
	struct ishape s = rule_in(c, 0);

	rule_dims(c, 0, 2, s.rank > 0 ? s.dim[0] : rule_new(c), (idim)8);
}

static void unicode_encode(struct rule_ctx *c)
{
	struct ishape splits;

	if (rule_rank(c, 1, 1, &splits))
		rule_vec(c, 0, sym_add(&c->inf->syms, splits.dim[0], -1));
}

static void unicode_decode(struct rule_ctx *c)
{
	struct ishape in = rule_in(c, 0);
	idim n = in.rank < 0 ? rule_new(c) : sym_add(&c->inf->syms, ishape_count(c->inf, in), 1), chars = rule_new(c);

	rule_vec(c, 0, n);
	rule_vec(c, 1, chars);
	rule_vec(c, 2, chars);
}

/* ---- examples ---- */

/* The dense features' shapes, behind the examples' own (none for a single one). */
static void dense(struct rule_ctx *c, const char *attr, uint32_t from, struct ishape before)
{
	const struct attr_value *items;
	uint32_t n;

	if (!node_attr_list(c->n, attr, &items, &n))
		return;
	for (uint32_t i = 0; i < n && from + i < c->n_out; i++)
		if (items[i].kind == ATTR_SHAPE)
			rule_out(c, from + i, ishape_cat(c->inf, before, ishape_from(c->inf, items[i].shape)));
}

/* indices, values, shapes of `n` sparse features, rank dims each. */
static uint32_t sparse(struct rule_ctx *c, uint32_t from, int64_t n, idim rank)
{
	for (int64_t i = 0; i < n && from + 2 * n + i < c->n_out; i++) {
		idim many = rule_new(c);

		rule_dims(c, from + (uint32_t)i, 2, many, rank);
		rule_vec(c, from + (uint32_t)(n + i), many);
		rule_vec(c, from + (uint32_t)(2 * n + i), rank);
	}
	return n > 0 && n < (int64_t)c->n_out ? from + 3 * (uint32_t)n : from;
}

static uint32_t list_size(const struct rule_ctx *c, const char *attr)
{
	const struct attr_value *items;
	uint32_t n;

	return node_attr_list(c->n, attr, &items, &n) ? n : 0;
}

static void parse_example(struct rule_ctx *c)
{
	struct ishape in = rule_in(c, 0);
	int64_t n = rule_attr(c, c->row->p == 2 ? "num_sparse" : "Nsparse", 0);
	idim rank = c->row->p == 1 ? 2 : in.rank >= 0 ? in.rank + 1 : rule_new(c);
	uint32_t at;

	if (c->row->p == 1 && !rule_rank(c, 0, 1, &in))
		return;
	at = sparse(c, 0, n, rank);
	dense(c, "dense_shapes", at, in);
	if (c->row->p == 2) {	/* the ragged features behind */
		const struct attr_value *items;
		uint32_t k;

		at += node_attr_list(c->n, "dense_shapes", &items, &k) ? k : 0;
		for (uint32_t first = at, values = list_size(c, "ragged_value_types"); at < c->n_out; at++)
			rule_vec(c, at, at - first >= values && in.rank == 1 ? sym_add(&c->inf->syms, in.dim[0], 1)
				 : rule_new(c));
	}
}

static void parse_single(struct rule_ctx *c)
{
	dense(c, "dense_shapes", sparse(c, 0, rule_attr(c, "num_sparse", 0), 1), ishape_new(c->inf, 0, NULL));
}

/* Values, then splits of the rows (one more than there are examples), then inner splits. */
static uint32_t ragged_of(struct rule_ctx *c, uint32_t at, uint32_t n, struct ishape in, int levels)
{
	for (uint32_t i = 0; i < n * (uint32_t)(levels + 1); i++)
		rule_vec(c, at + i, i / (n ? n : 1) == 1 && in.rank == 1 ? sym_add(&c->inf->syms, in.dim[0], 1)
			 : rule_new(c));
	return at + n * (uint32_t)(levels + 1);
}

/* Context features as for examples; sequences have one dim more; lengths of the dense ones last. */
static void parse_sequence(struct rule_ctx *c)
{
	struct ishape in = rule_in(c, 0), more;
	int64_t n = rule_attr(c, "Ncontext_sparse", 0), m = rule_attr(c, "Nfeature_list_sparse", 0);
	uint32_t at, dense_n = list_size(c, "feature_list_dense_types");
	uint32_t ragged = list_size(c, "context_ragged_value_types");
	idim steps = rule_new(c);

	if (c->row->p != 1 && !rule_rank(c, 0, c->row->p ? 0 : 1, &in))
		return;
	at = sparse(c, 0, n, in.rank < 0 ? rule_new(c) : in.rank + 1);
	dense(c, "context_dense_shapes", at, in);
	at += list_size(c, "Tcontext_dense");
	at = ragged_of(c, at, ragged, in, 1);
	at = sparse(c, at, m, in.rank < 0 ? rule_new(c) : in.rank + 2);
	more = ishape_cat(c->inf, in, ishape_new(c->inf, 1, &steps));
	dense(c, "feature_list_dense_shapes", at, more);
	if (c->row->p == 2)
		return;
	at += dense_n;
	for (uint32_t i = 0; i < dense_n && at + i < c->n_out; i++)
		rule_out(c, at + i, in);
	ragged_of(c, at + dense_n, list_size(c, "feature_list_ragged_value_types"), in, 2);
}

/* A message each; how many values it has shows only when it is read. */
static void decode_proto(struct rule_ctx *c)
{
	struct ishape in = rule_in(c, 0);
	idim d[1];

	if (in.rank < 0)
		return;
	for (uint32_t i = 0; i < c->n_out; i++) {
		d[0] = i ? rule_new(c) : (idim)c->n_out - 1;
		rule_out(c, i, ishape_cat(c->inf, in, ishape_new(c->inf, 1, d)));
	}
}

static void encode_proto(struct rule_ctx *c)
{
	struct ishape in = rule_in(c, c->n_in > 1);

	if (in.rank > 0)
		rule_out(c, 0, ishape_part(in, 0, in.rank - 1));
}

RULES(string,
	RULE("DecodeProtoV2", decode_proto),
	RULE("EncodeProto", encode_proto),
	RULE("StringJoin", join),
	RULE("StringFormat", rule_scalars),
	FORM("RegexFullMatch", "A [] -> A"),
	FORM("RegexReplace", "A [] [] -> A"),
	RULE("Substr", substr),
	FORM("StringSplit", "[n] [] -> [k,2] [k] [2]"),
	FORM("StringSplitV2", "[n] [] -> [k,2] [k] [2]"),
	FORM("StringNGrams", "[n] [s] -> [k] [s]"),
	RULE("UnicodeDecode", unicode_decode),
	RULE("UnicodeDecodeWithOffsets", unicode_decode),
	CHECK("UnicodeEncode", unicode_encode, "[?] [?]", 0),
	RULE("DecodeRaw", append_unknown),
	CHECK("DecodePaddedRaw", decode_padded, "_ []", 0),
	RULE("DecodeCompressed", rule_same),
	RULE("DecodeCSV", decode_csv),
	RULE("Fingerprint", fingerprint),
	RULE("SerializeTensor", rule_scalars),
	RULE("ParseTensor", rule_unknown),
	FORM("ReadFile", "[] -> []"),
	CHECK("WriteFile", rule_unknown, "[] []", 0),
	FORM("MatchingFiles", "_ -> [k]"),
	FORM("ShardedFilename", "[] [] [] -> []"),
	FORM("ShardedFilespec", "[] [] -> []"),
	CHECK("Restore", rule_unknown, "[] []", 0),
	CHECK("RestoreSlice", rule_unknown, "[] [] []", 0),
	CHECK("RestoreV2", rule_unknown, "[] [n] [n]", 0),
	CHECK("Save", rule_unknown, "[] [n]", 0),
	CHECK("SaveSlices", rule_unknown, "[] [n] [n]", 0),
	CHECK("SaveV2", rule_unknown, "[] [n] [n]", 0),
	CHECK("MergeV2Checkpoints", rule_unknown, "[?] []", 0),
	RULE_P("ParseExample", parse_example, 1),
	RULE_P("ParseExampleV2", parse_example, 2),
	RULE("ParseSingleExample", parse_single),
	RULE_P("ParseSequenceExample", parse_sequence, 0),
	RULE_P("ParseSequenceExampleV2", parse_sequence, 1),
	RULE_P("ParseSingleSequenceExample", parse_sequence, 2));
