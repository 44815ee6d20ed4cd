/*
 * A SavedModel in protobuf's wire format; see emit.h.
 *   SavedModel { 1: schema version  2: MetaGraphDef { 1: MetaInfoDef { 4: tag  5: version }
 *                2: GraphDef { 1: NodeDef ...  2: library { 1: FunctionDef ... }  4: versions }
 *                5: { 1: "serving_default"  2: SignatureDef { 1: inputs  2: outputs  3: method } }
 * } } Source of the numbers: tensorflow/core/protobuf/{saved_model,meta_graph}.proto,
 * tensorflow/core/framework.
 */
#include "model/emit.h"

#include <string.h>

#include "bundle/tablewrite.h"
#include "model/decode.h"
#include "proto/wire.h"

enum { NODE_NAME = 1, NODE_OP = 2, NODE_INPUT = 3, NODE_ATTR = 5 };
enum {
	VALUE_S = 2,
	VALUE_I = 3,
	VALUE_F = 4,
	VALUE_B = 5,
	VALUE_TYPE = 6,
	VALUE_SHAPE = 7,
	VALUE_TENSOR = 8,
	VALUE_PLACEHOLDER = 9
};

/* Written even when it is 0: in a oneof that says which. */
static void put_number(struct str *s, int field, uint64_t v)
{
	put_varint(s, (uint64_t)field << 3);
	put_varint(s, v);
}

static void put_entry(struct str *to, int field, struct sv key, struct sv value)
{
	struct str e = STR_INIT;

	put_len(&e, 1, key);
	put_len(&e, 2, value);
	put_len(to, field, str_sv(&e));
	str_free(&e);
}

/* ---- nodes ---- */

void emit_node(struct str *node, const char *name, const char *op)
{
	put_len(node, NODE_NAME, sv_of(name));
	put_len(node, NODE_OP, sv_of(op));
}

void emit_input(struct str *node, const char *text)
{
	put_len(node, NODE_INPUT, sv_of(text));
}

static void put_attr(struct str *node, const char *name, struct str *value)
{
	put_entry(node, NODE_ATTR, sv_of(name), str_sv(value));
	str_free(value);
}

static void attr_number(struct str *node, const char *name, int field, uint64_t v)
{
	struct str value = STR_INIT;

	put_number(&value, field, v);
	put_attr(node, name, &value);
}

void emit_attr_type(struct str *node, const char *name, enum dtype t)
{
	attr_number(node, name, VALUE_TYPE, (uint64_t)t);
}

void emit_attr_int(struct str *node, const char *name, int64_t v)
{
	attr_number(node, name, VALUE_I, (uint64_t)v);
}

void emit_attr_bool(struct str *node, const char *name, bool v)
{
	attr_number(node, name, VALUE_B, v);
}

void emit_attr_float(struct str *node, const char *name, float v)
{
	struct str value = STR_INIT;
	uint32_t bits;

	memcpy(&bits, &v, sizeof(bits));
	put_varint(&value, VALUE_F << 3 | 5);
	put_fixed32(&value, bits);
	put_attr(node, name, &value);
}

void emit_attr_str(struct str *node, const char *name, struct sv v)
{
	struct str value = STR_INIT;

	put_len(&value, VALUE_S, v);
	put_attr(node, name, &value);
}

static void put_shape(struct str *to, int field, struct shape v)
{
	struct str s = STR_INIT, dim = STR_INIT;

	if (v.rank < 0)
		put_number(&s, 3, 1);
	for (int d = 0; d < v.rank; d++) {
		str_clear(&dim);
		put_int(&dim, 1, (uint64_t)v.dim[d]);
		put_len(&s, 2, str_sv(&dim));
	}
	put_len(to, field, str_sv(&s));
	str_free(&s);
	str_free(&dim);
}

void emit_attr_shape(struct str *node, const char *name, struct shape v)
{
	struct str value = STR_INIT;

	put_shape(&value, VALUE_SHAPE, v);
	put_attr(node, name, &value);
}

bool emit_attr_tensor(struct str *node, const char *name, const struct tensor *t, struct err *err)
{
	struct str proto = STR_INIT, value = STR_INIT;
	bool plain = t->dtype != DT_STRING && t->dtype != DT_RESOURCE && t->dtype != DT_VARIANT;

	if (t->dtype == DT_RESOURCE || t->dtype == DT_VARIANT || t->bytes > INT32_MAX / 2)
		return err_set(err, ERR_KIND_UNSUPPORTED, ERR_UNIMPLEMENTED,
			       "a constant cannot hold %zu bytes of %s", t->bytes,
			       dtype_info(t->dtype)->name);
	put_int(&proto, 1, (uint64_t)t->dtype);
	put_shape(&proto, 2, tensor_shape(t));
	if (plain && t->bytes)
		put_len(&proto, 4, (struct sv){t->data, t->bytes});
	for (int64_t i = 0; !plain && i < t->n; i++)
		put_len(&proto, 8, tensor_str(t, i));
	put_len(&value, VALUE_TENSOR, str_sv(&proto));
	put_attr(node, name, &value);
	str_free(&proto);
	return true;
}

bool emit_attrs_of(struct str *node, const struct graph *g, uint32_t i, struct err *err)
{
	struct wire w = wire_of(graph_node_bytes(g, i));
	struct wire_field f;
	struct sv key, value;

	while (wire_next(&w, &f)) {
		if (f.num != NODE_ATTR || f.type != WIRE_LEN || !entry_decode(f.s, &key, &value) ||
		    (key.n && key.p[0] == '_'))
			continue;
		if (wire_last(value, VALUE_PLACEHOLDER).n)
			return err_set(err, ERR_KIND_UNSUPPORTED, ERR_UNIMPLEMENTED,
				       "its attribute \"%.*s\" is given by the function's caller",
				       SV_ARG(key));
		put_entry(node, NODE_ATTR, key, value);
	}
	return !w.bad ||
	       err_set(err, ERR_KIND_MODEL, ERR_DATA_LOSS, "the node's bytes are damaged");
}

/* ---- the model ---- */

void emit_info(struct str *sig, int field, const char *key, const char *tensor, enum dtype t,
	       struct shape s)
{
	struct str info = STR_INIT;

	put_len(&info, 1, sv_of(tensor));
	put_int(&info, 2, (uint64_t)t);
	put_shape(&info, 3, s);
	put_entry(sig, field, sv_of(key), str_sv(&info));
	str_free(&info);
}

void emit_graph_node(struct emit_model *m, const struct str *node)
{
	put_len(&m->nodes, 1, str_sv(node));
}

void emit_function(struct emit_model *m, const struct function *f)
{
	put_len(&m->library, 1, f->edges.bytes);
}

static void put_graph(struct str *meta, const struct emit_model *m)
{
	struct str versions = STR_INIT, graph = STR_INIT;

	str_add(&graph, str_sv(&m->nodes));
	if (m->library.n)
		put_len(&graph, 2, str_sv(&m->library));
	put_int(&versions, 1, (uint64_t)m->producer);
	put_int(&versions, 2, (uint64_t)m->min_consumer);
	put_len(&graph, 4, str_sv(&versions));
	put_len(meta, 2, str_sv(&graph));
	str_free(&versions);
	str_free(&graph);
}

bool emit_model(struct str *out, const struct emit_model *m, struct err *err)
{
	struct str meta = STR_INIT, info = STR_INIT, sig = STR_INIT;

	if (m->nodes.n > INT32_MAX / 2 || m->library.n > INT32_MAX / 2)
		return err_set(err, ERR_KIND_LIMIT, ERR_RESOURCE_EXHAUSTED,
			       "the model would be larger than protobuf's 2 GiB");
	put_len(&info, 4, SV("serve"));
	put_len(&info, 5, m->tf_version);
	put_len(&meta, 1, str_sv(&info));
	put_graph(&meta, m);
	str_add(&sig, str_sv(&m->signature));
	put_len(&sig, 3, SV("tensorflow/serving/predict"));
	put_entry(&meta, 5, SV("serving_default"), str_sv(&sig));
	put_int(out, 1, 1);
	put_len(out, 2, str_sv(&meta));
	str_free(&meta);
	str_free(&info);
	str_free(&sig);
	return true;
}

void emit_model_free(struct emit_model *m)
{
	str_free(&m->nodes);
	str_free(&m->library);
	str_free(&m->signature);
}
