/* Ops that pass on what they get, constants and placeholders, and what Python made of ints and bools. */
#include "infer/inside.h"

#include <string.h>

/* The value of a small constant; big ones are not decoded at all. */
static void constant(struct rule_ctx *c)
{
	int64_t dim[SHAPE_MAX_RANK], n = 1;
	struct shape s = { 0, dim };
	struct err none = { 0 };
	struct tensor *t = NULL;
	enum dtype type;
	struct sv bytes;

	if (!node_attr_tensor(c->n, "value", &bytes) || !tensorproto_head(bytes, &type, &s, dim) ||
	    !shape_known(s) || !shape_count(s.rank, dim, &n, &none)) {
		err_clear(&none);
		return;
	}
	rule_out(c, 0, ishape_from(c->inf, s));
	if (n <= VALUE_MAX && type != DT_STRING)
		t = tensorproto_decode(bytes, &none);
	if (t && c->n_out)
		c->out[0].value = infer_value(c->inf, t);
	tensor_unref(t);
	err_clear(&none);
}

static void placeholder(struct rule_ctx *c)
{
	struct ishape s;

	rule_attr_shape(c, "shape", &s);
	rule_out(c, 0, s);
}

static void placeholder_default(struct rule_ctx *c)
{
	struct ishape s, out;

	if (rule_attr_shape(c, "shape", &s) && rule_merge(c, 0, rule_in(c, 0), s, &out))
		rule_out(c, 0, s);
}

static void ensure_shape(struct rule_ctx *c)
{
	struct ishape s, out;

	rule_attr_shape(c, "shape", &s);
	if (!rule_merge(c, 0, rule_in(c, 0), s, &out))
		return;
	rule_pass(c);
	rule_out(c, 0, out);
}

static idim cast_element(enum dtype to, idim v)
{
	if (!idim_known(v))
		return v;
	switch (to) {
	case DT_INT8: return (int8_t)v;
	case DT_UINT8: return (uint8_t)v;
	case DT_INT16: return (int16_t)v;
	case DT_UINT16: return (uint16_t)v;
	case DT_INT32: return (int32_t)v;
	case DT_UINT32: return (uint32_t)v;
	case DT_BOOL: return v != 0;
	default: return v;
	}
}

static void cast_floats(struct rule_ctx *c, const struct ivalue *from, bool to_float)
{
	idim v[VALUE_MAX];
	struct ivalue *out = arena_alloc(c->inf->arena, sizeof(*out));
	double *f = arena_array(c->inf->arena, from->n + 1u, sizeof(*f));

	for (uint32_t i = 0; i < from->n; i++) {
		if (from->v && !idim_known(from->v[i]))
			return;
		f[i] = from->v ? (double)from->v[i] : from->f[i];
		if (!to_float && !(f[i] > -9e15 && f[i] < 9e15))
			return;
		v[i] = to_float ? 0 : cast_element(c->out[0].dtype, (idim)f[i]);
	}
	if (!to_float) {
		rule_set_value(c, 0, from->n, v);
		return;
	}
	*out = (struct ivalue){ .n = from->n, .f = f };
	c->out[0].value = out;
}

static void cast(struct rule_ctx *c)
{
	const struct ivalue *from = c->n_in ? c->in[0].value : NULL;
	enum dtype_kind to;
	idim v[VALUE_MAX];

	rule_out(c, 0, rule_in(c, 0));
	if (c->n_in && c->n_out)
		c->out[0].handle = c->in[0].handle;
	if (!c->n_out || !from || from->n > VALUE_MAX)
		return;
	to = dtype_info(c->out[0].dtype)->kind;
	if (to != DK_INT && to != DK_UINT && to != DK_BOOL && to != DK_FLOAT)
		return;
	if (from->f || to == DK_FLOAT) {
		cast_floats(c, from, to == DK_FLOAT);
		return;
	}
	for (uint32_t i = 0; i < from->n; i++) {
		if (to == DK_BOOL && !idim_known(from->v[i]))
			return;
		v[i] = cast_element(c->out[0].dtype, from->v[i]);
	}
	rule_set_value(c, 0, from->n, v);
}

static void bitcast(struct rule_ctx *c)
{
	struct ishape s = rule_in(c, 0);
	enum dtype from = c->n_in ? c->in[0].dtype : DT_INVALID, to = c->n_out ? c->out[0].dtype : DT_INVALID;
	idim ratio;

	if (s.rank < 0 || from == DT_INVALID || to == DT_INVALID || !dtype_info(from)->size ||
	    !dtype_info(to)->size)
		return;
	if (dtype_info(from)->size == dtype_info(to)->size) {
		rule_out(c, 0, s);
	} else if (dtype_info(from)->size > dtype_info(to)->size) {
		ratio = dtype_info(from)->size / dtype_info(to)->size;
		rule_out(c, 0, ishape_cat(c->inf, s, ishape_new(c->inf, 1, &ratio)));
	} else if (s.rank < 1) {
		rule_bad(c, 0, -1, "Shape must be at least rank 1 but is rank 0");
	} else {
		ratio = dtype_info(to)->size / dtype_info(from)->size;
		if (idim_known(s.dim[s.rank - 1]) && s.dim[s.rank - 1] != ratio)
			rule_bad(c, 0, s.rank - 1, "Cannot bitcast due to shape. %lld does not match %lld",
				 (long long)s.dim[s.rank - 1], (long long)ratio);
		else
			rule_out(c, 0, ishape_part(s, 0, s.rank - 1));
	}
}

static void add_n(struct rule_ctx *c)
{
	struct ishape s = rule_in(c, 0);

	for (uint32_t i = 1; i < c->n_in; i++)
		if (!rule_merge(c, (int)i, s, rule_in(c, i), &s))
			return;
	rule_out(c, 0, s);
	for (uint32_t i = 0; c->n_out && i < c->n_in && !c->out[0].handle; i++)
		c->out[0].handle = c->in[i].handle;
}

RULES(basic,
	RULE("Const", constant),
	RULE("HostConst", constant),
	RULE("Placeholder", placeholder),
	RULE("PlaceholderV2", placeholder),
	RULE("PlaceholderWithDefault", placeholder_default),
	RULE("EnsureShape", ensure_shape),
	RULE("Cast", cast),
	RULE("Bitcast", bitcast),
	RULE("AddN", add_n),
	RULE("_Arg", rule_unknown),
	RULE("_Retval", rule_unknown),
	RULE("Identity", rule_pass),
	RULE("IdentityN", rule_pass),
	RULE("_ArrayToList", rule_pass),
	RULE("_ListToArray", rule_pass),
	RULE("RefIdentity", rule_pass),
	RULE("StopGradient", rule_pass),
	RULE("PreventGradient", rule_pass),
	RULE("Snapshot", rule_pass),
	RULE("GuaranteeConst", rule_pass),
	RULE("Copy", rule_pass),
	RULE("CopyHost", rule_pass),
	RULE("DeepCopy", rule_pass),
	RULE("CheckNumerics", rule_pass),
	RULE("CheckNumericsV2", rule_pass),
	RULE("Print", rule_pass),
	RULE("PrintV2", rule_unknown));
