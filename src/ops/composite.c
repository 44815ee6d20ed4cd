/* Composite tensors (ragged, sparse and others) packed into a variant, with what their type said of
 * itself. */
#include <stdlib.h>
#include <string.h>

#include "ops/kernel.h"
#include "ops/tensorlist.h"
#include "proto/wire.h"

struct composite {
	struct object o;
	char *meta; /* a TypeSpec, serialized */
	size_t n_meta;
	int n;
	struct tensor *part[];
};

static void composite_destroy(struct object *o)
{
	struct composite *p = (struct composite *)o;

	for (int i = 0; i < p->n; i++)
		tensor_unref(p->part[i]);
	free(p->meta);
	free(p);
}

static void composite_describe(const struct object *o, struct str *out)
{
	str_addf(out, "composite of %d tensors", ((const struct composite *)o)->n);
}

static const struct object_class composite_class = {
	.name = "composite tensor",
	.destroy = composite_destroy,
	.describe = composite_describe,
};

static bool run_pack(struct op_ctx *c)
{
	struct composite *p = xcalloc(1, sizeof(*p) + (size_t)c->n_in * sizeof(p->part[0]));
	struct sv meta = SV("");

	node_attr_str(c->node, "metadata", &meta);
	atomic_init(&p->o.refs, 1);
	p->o.cls = &composite_class;
	p->meta = xsvdup(meta);
	p->n_meta = meta.n;
	p->n = c->n_in;
	for (int i = 0; i < c->n_in; i++)
		p->part[i] = tensor_ref(c->in[i]);
	return variant_out(c, 0, &p->o);
}

static const char *const class_name[] = {
	"UNKNOWN",
	"SPARSE_TENSOR_SPEC",
	"INDEXED_SLICES_SPEC",
	"RAGGED_TENSOR_SPEC",
	"TENSOR_ARRAY_SPEC",
	"DATA_DATASET_SPEC",
	"DATA_ITERATOR_SPEC",
	"OPTIONAL_SPEC",
	"PER_REPLICA_SPEC",
	"VARIABLE_SPEC",
	"ROW_PARTITION_SPEC",
	"",
	"REGISTERED_TYPE_SPEC",
	"EXTENSION_TYPE_SPEC",
};

/* The class in the TypeSpec of some metadata: field 1 of its field 1. */
static const char *spec_class(struct sv meta)
{
	struct wire w = wire_of(wire_last(meta, 1));
	struct wire_field f;
	uint64_t k = 0;

	while (wire_next(&w, &f))
		if (f.num == 1 && f.type == WIRE_VARINT)
			k = f.v;
	return k < sizeof(class_name) / sizeof(class_name[0]) ? class_name[k] : "";
}

/* What stands in the tensor, as TensorFlow shows it. */
static const char *encoded_text(struct op_ctx *c, const struct object *o)
{
	const char *text = variant_text(c, o), *at = strstr(text, " value: ");

	return at ? arena_printf(c->scratch, "Tensor<type: variant shape: [] values: <%s>", at + 8)
		  : arena_printf(c->scratch, "Tensor<type: variant shape: [] values: <%s>>", text);
}

static bool run_unpack(struct op_ctx *c)
{
	struct object *o = c->in[0]->n ? *(struct object **)c->in[0]->data : NULL;
	const struct composite *p = (const struct composite *)o;
	struct sv meta = SV("");

	node_attr_str(c->node, "metadata", &meta);
	if (c->in[0]->rank != 0)
		return op_invalid(c, "encoded must be a scalar, got shape %s", op_in_shape(c, 0));
	if (!o || o->cls != &composite_class)
		return op_invalid(
			c,
			"The input `encoded` is not a valid CompositeTensorVariant tensor, got %s",
			encoded_text(c, o));
	if (strcmp(spec_class(meta), spec_class((struct sv){p->meta, p->n_meta})))
		return op_invalid(
			c, "Expected a %s (based on `type_spec`), but `encoded` contains a %s",
			spec_class(meta), spec_class((struct sv){p->meta, p->n_meta}));
	if (p->n != c->n_out)
		return op_invalid(c,
				  "Encoded value has %d tensor components; expected %d components "
				  "based on type_spec",
				  p->n, c->n_out);
	for (int i = 0; i < p->n; i++) {
		if (p->part[i]->dtype != c->node->out_type[i])
			return op_invalid(c, "Tensor component %d had dtype %s; expected dtype %s",
					  i, dtype_enum_name(p->part[i]->dtype),
					  dtype_enum_name(c->node->out_type[i]));
		if (!op_out_ref(c, i, p->part[i]))
			return false;
	}
	return true;
}

static const struct op_row rows[] = {
	{.name = "CompositeTensorVariantFromComponents", .n_in = -1, .n_out = 1, .run = run_pack},
	{.name = "CompositeTensorVariantToComponents", .n_in = 1, .n_out = -1, .run = run_unpack},
};

OP_FAMILY(family_composite, rows);
