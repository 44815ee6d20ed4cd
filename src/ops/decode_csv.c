/* DecodeCSV: a record's fields, each its own output. */
#include "base/str.h"
#include "base/vec.h"
#include "ops/text.h"

struct csv {
	const int64_t *pick;		/* fields that are wanted, ascending; n_pick 0: all */
	int n_pick;
	char delim;
	bool quotes;
	struct sv na;
};

static bool prepare(const struct node *n, void *state, struct arena *a, struct err *err)
{
	struct csv *s = state;
	struct sv delim = SV_NULL;

	s->quotes = true;
	node_attr_str(n, "field_delim", &delim);
	node_attr_bool(n, "use_quote_delim", &s->quotes);
	node_attr_str(n, "na_value", &s->na);
	if (!attr_ints(n, "select_cols", a, &s->pick, &s->n_pick, err))
		return false;
	if (s->n_pick && s->n_pick != (int)n->n_out)
		return err_set(err, ERR_KIND_OP, ERR_INVALID_ARGUMENT, "select_cols should match output size");
	for (int i = 0; i < s->n_pick; i++) {
		if (i && s->pick[i] <= s->pick[i - 1])
			return err_set(err, ERR_KIND_OP, ERR_INVALID_ARGUMENT,
				       "select_cols should be strictly increasing indices");
		if (s->pick[i] < 0)
			return err_set(err, ERR_KIND_OP, ERR_INVALID_ARGUMENT,
				       "select_cols should be non-negative indices");
	}
	if (delim.n != 1)
		return err_set(err, ERR_KIND_OP, ERR_INVALID_ARGUMENT, "field_delim should be only 1 char");
	s->delim = delim.p[0];
	return true;
}

/* The fields of a record one after the other in text; at[i] is where field i ends. */
struct fields {
	struct op_ctx *c;
	const struct csv *s;
	struct str text;
	VEC(size_t) at;
	int64_t seen;			/* fields so far, wanted or not */
};

static bool wanted(const struct fields *f)
{
	return !f->s->n_pick || (f->at.n < (size_t)f->s->n_pick && f->s->pick[f->at.n] == f->seen);
}

static bool plain(struct fields *f, struct sv in, size_t *i, bool keep)
{
	for (; *i < in.n && in.p[*i] != f->s->delim; ++*i) {
		char ch = in.p[*i];

		if ((f->s->quotes && ch == '"') || ch == '\n' || ch == '\r')
			return op_invalid(f->c, "Unquoted fields cannot have quotes/CRLFs inside");
		if (keep)
			str_addc(&f->text, ch);
	}
	++*i;
	return true;
}

static bool quoted(struct fields *f, struct sv in, size_t *i, bool keep)
{
	while (*i + 1 < in.n && (in.p[*i] != '"' || in.p[*i + 1] != f->s->delim)) {
		if (in.p[*i] == '"' && in.p[*i + 1] != '"')
			return op_invalid(f->c, "Quote inside a string has to be escaped by another quote");
		if (keep)
			str_addc(&f->text, in.p[*i]);
		*i += in.p[*i] == '"' ? 2 : 1;
	}
	if (*i >= in.n || in.p[*i] != '"' || (*i != in.n - 1 && in.p[*i + 1] != f->s->delim))
		return op_invalid(f->c, "Quoted field has to end with quote followed by delim or end");
	*i += 2;
	return true;
}

static bool extract(struct fields *f, struct sv in)
{
	size_t i = 0;

	str_clear(&f->text);
	f->at.n = 0;
	f->seen = 0;
	while (i < in.n) {
		bool keep = wanted(f), quote = f->s->quotes && in.p[i] == '"';

		if (in.p[i] == '\n' || in.p[i] == '\r') {
			i++;
			continue;
		}
		i += quote;
		if (!(quote ? quoted(f, in, &i, keep) : plain(f, in, &i, keep)))
			return false;
		f->seen++;
		if (!keep)
			continue;
		vec_push(&f->at, f->text.n);
		if (f->s->n_pick && f->at.n == (size_t)f->s->n_pick)
			return true;
	}
	/* A delimiter at the very end: one more, empty field. */
	if (in.n && in.p[in.n - 1] == f->s->delim && wanted(f))
		vec_push(&f->at, f->text.n);
	return true;
}

static bool put(struct fields *f, int64_t record, int k)
{
	struct op_ctx *c = f->c;
	size_t from = k ? f->at.p[k - 1] : 0;
	struct sv v = { f->text.p ? f->text.p + from : "", f->at.p[k] - from };
	const struct tensor *def = c->in[1 + k];
	struct tensor *out = c->out[k];

	if (v.n == 0 || sv_eq(v, f->s->na)) {
		if (def->n != 1)
			return op_invalid(c, "Field %d is required but missing in record %lld!", k, (long long)record);
		return out->dtype == DT_STRING ? tensor_str_set(out, record, tensor_str(def, 0), c->err) :
		       el_copy(out->dtype, (char *)out->data + (size_t)record * dtype_info(out->dtype)->size, def->data,
			       1, c->err);
	}
	if (out->dtype == DT_STRING)
		return tensor_str_set(out, record, v, c->err);
	if (text_number(out->dtype, v, (char *)out->data + (size_t)record * dtype_info(out->dtype)->size))
		return true;
	return op_invalid(c, "Field %d in record %lld is not a valid %s: %.*s", k, (long long)record,
			  dtype_text(out->dtype), SV_ARG(v));
}

static bool record(struct fields *f, int64_t i)
{
	if (!extract(f, tensor_str(f->c->in[0], i)))
		return false;
	if (f->at.n != (size_t)f->c->n_out)
		return op_invalid(f->c, "Expect %d fields but have %zu in record %lld", f->c->n_out, f->at.n,
				  (long long)i);
	for (int k = 0; k < f->c->n_out; k++)
		if (!put(f, i, k))
			return false;
	return true;
}

static bool types_ok(struct op_ctx *c)
{
	if (c->n_in != c->n_out + 1)
		return op_invalid(c, "has %d inputs and %d outputs", c->n_in, c->n_out);
	for (int k = 0; k < c->n_out; k++) {
		const struct tensor *def = c->in[1 + k];
		enum dtype t = c->node->out_type[k];

		if (def->rank > 1)
			return op_invalid(c, "Each record default should be at most rank 1");
		if (def->n >= 2)
			return op_invalid(c, "There should only be 1 default per field but field %d has %lld", k,
					  (long long)def->n);
		if (t != def->dtype || !((DM_INDEX | DM(DT_FLOAT) | DM(DT_DOUBLE) | DM(DT_STRING)) & DM(t)))
			return op_invalid(c, "csv: data type %s not supported in field %d", dtype_text(t), k);
		if (!op_out(c, k, t, c->in[0]->rank, c->in[0]->dim))
			return false;
	}
	return true;
}

static bool run(struct op_ctx *c)
{
	struct fields f = { .c = c, .s = c->state, .text = STR_INIT };
	bool ok = types_ok(c);

	for (int64_t i = 0; ok && i < c->in[0]->n; i++)
		ok = ((i & 255) || c->world->go_on(c->world_ctx, c->err)) && record(&f, i);
	str_free(&f.text);
	vec_free(&f.at);
	return ok;
}

static const struct op_row rows[] = {
	{ .name = "DecodeCSV", .n_in = -1, .n_out = -1, .state_size = sizeof(struct csv), .prepare = prepare,
	  .run = run },
};

OP_FAMILY(family_decode_csv, rows);
