/*
 * ParseTensor, SerializeTensor: TensorProto as TensorFlow writes it.
 *
 *   1: dtype  2: shape { 2: dim { 1: size } ... }  4: the elements' bytes, and of strings all lengths before them  8: each string
 */
#include "base/wireput.h"
#include "ops/serialize.h"

static void shape_bytes(struct str *s, const struct tensor *t)
{
	struct str dims = STR_INIT, one = STR_INIT;

	for (int i = 0; i < t->rank; i++) {
		str_clear(&one);
		if (t->dim[i]) {
			put_varint(&one, 1 << 3);
			put_varint(&one, (uint64_t)t->dim[i]);
		}
		put_len(&dims, 2, str_sv(&one));
	}
	put_len(s, 2, str_sv(&dims));
	str_free(&dims);
	str_free(&one);
}

static void head_bytes(struct str *s, const struct tensor *t)
{
	put_varint(s, 1 << 3);
	put_varint(s, (uint64_t)t->dtype);
	shape_bytes(s, t);
}

void tensor_bytes(struct str *s, const struct tensor *t)
{
	struct str all = STR_INIT;

	head_bytes(s, t);
	for (int64_t i = 0; t->dtype == DT_STRING && i < t->n; i++)
		put_varint(&all, tensor_str(t, i).n);
	for (int64_t i = 0; t->dtype == DT_STRING && i < t->n; i++)
		str_add(&all, tensor_str(t, i));
	if (t->n)
		put_len(s, 4, t->dtype == DT_STRING ? str_sv(&all) : (struct sv){ t->data, t->bytes });
	str_free(&all);
}

void tensor_fields(struct str *s, const struct tensor *t)
{
	if (t->dtype != DT_STRING) {
		tensor_bytes(s, t);
		return;
	}
	head_bytes(s, t);
	for (int64_t i = 0; i < t->n; i++)
		put_len(s, 8, tensor_str(t, i));
}

static bool run_serialize(struct op_ctx *c)
{
	struct str s = STR_INIT;
	struct tensor *out = op_out(c, 0, DT_STRING, 0, NULL);
	bool ok;

	if (!out)
		return false;
	tensor_fields(&s, c->in[0]);
	ok = tensor_str_set(out, 0, str_sv(&s), c->err);
	str_free(&s);
	return ok;
}

static bool run_parse(struct op_ctx *c)
{
	enum dtype want = DT_INVALID;
	struct err err = { 0 };

	if (c->in[0]->rank != 0)
		return op_invalid(c, "Expected `serialized` to be a scalar, got shape: %s", op_in_shape(c, 0));
	node_attr_type(c->node, "out_type", &want);
	c->out[0] = tensorproto_decode(tensor_str(c->in[0], 0), &err);
	if (!c->out[0]) {
		op_invalid(c, "Could not parse `serialized` as TensorProto: %s", err.msg ? err.msg : "");
		err_clear(&err);
		return false;
	}
	if (c->out[0]->dtype != want)
		return op_invalid(c, "Type mismatch between parsed tensor (%s) and dtype (%s)",
				  dtype_text(c->out[0]->dtype), dtype_text(want));
	return true;
}

static const struct op_row rows[] = {
	{ .name = "ParseTensor", .n_in = 1, .n_out = 1, .run = run_parse },
	{ .name = "SerializeTensor", .n_in = 1, .n_out = 1,
	  .types = { { "T", DM_NUMBER | DM(DT_BOOL) | DM(DT_STRING) } }, .run = run_serialize },
};

OP_FAMILY(family_serialize, rows);
