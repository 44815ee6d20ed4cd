/*
 * The functions of the root object and how each was traced, printed as saved_model_cli prints Python
 * values: one level of its own layout, str() and repr() below that. A list ends in ", ", two
 * backspaces and a bracket; that is no mistake of ours.
 */
#include "cmd/show_functions.h"

#include <inttypes.h>
#include <stdlib.h>

#include "base/mem.h"
#include "cmd/peer.h"
#include "model/concrete.h"
#include "tensor/print.h"

static void repr(struct str *out, const struct pyval *v);

/* ---- repr() and str() of values ---- */

static void float_repr(struct str *out, double d)
{
	struct tensor *t = tensor_scalar_f64(DT_DOUBLE, d, NULL);

	if (t)
		print_element(out, t, 0);
	tensor_unref(t);
}

static void shape_repr(struct str *out, struct shape s)
{
	if (s.rank < 0) {
		str_addz(out, "TensorShape(None)");
		return;
	}
	str_addz(out, "TensorShape([");
	for (int i = 0; i < s.rank; i++) {
		str_addz(out, i ? ", " : "");
		if (s.dim[i] < 0)
			str_addz(out, "None");
		else
			str_addf(out, "%" PRId64, s.dim[i]);
	}
	str_addz(out, "])");
}

static void dtype_repr(struct str *out, int64_t t)
{
	str_addf(out, "tf.%s%s", dtype_info((enum dtype)t)->name,
		 dtype_is_ref((enum dtype)t) ? "_ref" : "");
}

static void name_repr(struct str *out, const struct pyval *v)
{
	if (v->has_name)
		py_repr(out, v->s);
	else
		str_addz(out, "None");
}

static void spec_repr(struct str *out, const struct pyval *v)
{
	str_addf(out, "%s(shape=", v->kind == PV_TENSOR_SPEC ? "TensorSpec" : "BoundedTensorSpec");
	shape_str_py(out, v->shape);
	str_addz(out, ", dtype=");
	dtype_repr(out, v->i);
	str_addz(out, ", name=");
	name_repr(out, v);
	str_addc(out, ')');
}

static const char *type_spec_name(int cls)
{
	static const char *const names[] = {
		NULL, "SparseTensorSpec", "IndexedSlicesSpec", "RaggedTensorSpec", "TensorArraySpec",
		"DatasetSpec", "IteratorSpec", "OptionalSpec", "PerReplicaSpec", "VariableSpec",
		"RowPartitionSpec",
	};

	return cls > 0 && (size_t)cls < sizeof(names) / sizeof(*names) ? names[cls] : NULL;
}

/* The class's name without its module. */
static struct sv class_name(const struct pyval *v)
{
	long dot = sv_rfind(v->s, '.');

	if (v->kind == PV_TYPE_SPEC && type_spec_name(v->type_spec_class))
		return sv_of(type_spec_name(v->type_spec_class));
	return dot < 0 ? v->s : sv_sub(v->s, (size_t)dot + 1, v->s.n);
}

static void items_repr(struct str *out, const struct pyval *v, char open, char close)
{
	str_addc(out, open);
	for (uint32_t i = 0; i < v->n; i++) {
		str_addz(out, i ? ", " : "");
		repr(out, &v->item[i]);
	}
	if (v->kind == PV_TUPLE && v->n == 1)
		str_addc(out, ',');
	str_addc(out, close);
}

static void dict_repr(struct str *out, const struct pyval *v)
{
	uint32_t *order = xcalloc(v->n + 1u, sizeof(*order));

	pymap_order(v->key, v->n, order);
	str_addc(out, '{');
	for (uint32_t i = 0; i < v->n; i++) {
		str_addz(out, i ? ", " : "");
		py_repr(out, v->key[order[i]]);
		str_addz(out, ": ");
		repr(out, &v->item[order[i]]);
	}
	str_addc(out, '}');
	free(order);
}

static void named_repr(struct str *out, const struct pyval *v)
{
	str_add(out, class_name(v));
	str_addc(out, '(');
	for (uint32_t i = 0; i < v->n; i++) {
		str_addz(out, i ? ", " : "");
		str_add(out, v->key[i]);
		str_addc(out, '=');
		repr(out, &v->item[i]);
	}
	str_addc(out, ')');
}

static void repr(struct str *out, const struct pyval *v)
{
	switch (v->kind) {
	case PV_NONE:
		str_addz(out, "None");
		break;
	case PV_FLOAT:
		float_repr(out, v->d);
		break;
	case PV_INT:
		str_addf(out, "%" PRId64, v->i);
		break;
	case PV_BOOL:
		str_addz(out, v->i ? "True" : "False");
		break;
	case PV_STR:
		py_repr(out, v->s);
		break;
	case PV_SHAPE:
		shape_repr(out, v->shape);
		break;
	case PV_DTYPE:
		dtype_repr(out, v->i);
		break;
	case PV_TENSOR_SPEC:
	case PV_BOUNDED_SPEC:
		spec_repr(out, v);
		break;
	case PV_TYPE_SPEC:
		str_add(out, class_name(v));
		if (v->n)
			repr(out, &v->item[0]);
		break;
	case PV_LIST:
		items_repr(out, v, '[', ']');
		break;
	case PV_TUPLE:
		items_repr(out, v, '(', ')');
		break;
	case PV_DICT:
		dict_repr(out, v);
		break;
	case PV_NAMED_TUPLE:
		named_repr(out, v);
		break;
	case PV_TENSOR:
	case PV_OTHER:
		str_addz(out, "<value>");
		break;
	}
}

void pyval_repr(struct str *out, const struct pyval *v)
{
	repr(out, v);
}

static void value_str(struct str *out, const struct pyval *v)
{
	if (v->kind == PV_STR)
		str_add(out, v->s);
	else if (v->kind == PV_DTYPE)
		str_addf(out, "<dtype: '%s'>", dtype_info((enum dtype)v->i)->name);
	else if (v->kind == PV_SHAPE && v->shape.rank < 0)
		str_addz(out, "<unknown>");
	else if (v->kind == PV_SHAPE)
		shape_str_py(out, v->shape);
	else
		repr(out, v);
}

static void type_name(struct str *out, const struct pyval *v)
{
	static const char *const names[] = {
		[PV_NONE] = "NoneType",
		[PV_FLOAT] = "float",
		[PV_INT] = "int",
		[PV_STR] = "str",
		[PV_BOOL] = "bool",
		[PV_SHAPE] = "TensorShape",
		[PV_DTYPE] = "DType",
		[PV_TENSOR_SPEC] = "TensorSpec",
		[PV_BOUNDED_SPEC] = "BoundedTensorSpec",
		[PV_LIST] = "list",
		[PV_TUPLE] = "tuple",
		[PV_DICT] = "dict",
		[PV_TENSOR] = "Tensor",
		[PV_OTHER] = "object",
	};

	if (v->kind == PV_TYPE_SPEC || v->kind == PV_NAMED_TUPLE)
		str_add(out, class_name(v));
	else
		str_addz(out, names[v->kind]);
}

/* ---- the tool's layout ---- */

static void quoted_str(struct str *out, const struct pyval *v)
{
	str_addz(out, v->kind == PV_STR ? "'" : "");
	value_str(out, v);
	str_addz(out, v->kind == PV_STR ? "'" : "");
}

static void list_value(struct str *out, const struct pyval *v)
{
	str_addc(out, '[');
	for (uint32_t i = 0; v->kind != PV_SHAPE && i < v->n; i++) {
		quoted_str(out, &v->item[i]);
		str_addz(out, ", ");
	}
	for (int i = 0; v->kind == PV_SHAPE && i < v->shape.rank; i++)
		if (v->shape.dim[i] < 0)
			str_addz(out, "None, ");
		else
			str_addf(out, "%" PRId64 ", ", v->shape.dim[i]);
	str_addz(out, "\b\b]");
}

static void dict_value(struct str *out, const struct pyval *v)
{
	uint32_t *order = xcalloc(v->n + 1u, sizeof(*order));

	pymap_order(v->key, v->n, order);
	str_addc(out, '{');
	for (uint32_t i = 0; i < v->n; i++) {
		str_addc(out, '\'');
		str_add(out, v->key[order[i]]);
		str_addz(out, "': ");
		quoted_str(out, &v->item[order[i]]);
		str_addz(out, ", ");
	}
	str_addz(out, "\b\b}");
	free(order);
}

static void argument(struct str *out, const char *what, uint32_t i, const struct pyval *v)
{
	str_addf(out, "        %s #%u\n          ", what, i + 1);
	if (v->kind == PV_STR) {
		str_add(out, v->s);
		str_addc(out, '\n');
		return;
	}
	if (v->kind == PV_TENSOR_SPEC) {
		if (v->has_name)
			str_add(out, v->s);
		else
			str_addz(out, "None");
		str_addz(out, ": ");
		spec_repr(out, v);
		str_addc(out, '\n');
		return;
	}
	str_addz(out, "DType: ");
	type_name(out, v);
	str_addz(out, "\n          Value: ");
	if (v->kind == PV_DICT)
		dict_value(out, v);
	else if (v->kind == PV_LIST || v->kind == PV_TUPLE || v->kind == PV_NAMED_TUPLE ||
		 v->kind == PV_SHAPE)
		list_value(out, v);
	else
		value_str(out, v);
	str_addc(out, '\n');
}

static void option_head(struct str *out, uint32_t i)
{
	str_addf(out, "    Option #%u\n      Callable with:\n", i + 1);
}

static void option(struct str *out, uint32_t i, const struct concrete *c)
{
	const struct pyval *args, *kwargs;
	uint32_t *order;

	if (!c->has_signature || c->signature.n != 2) {
		if (c->n_keywords)
			option_head(out, i);
		for (uint32_t k = 0; k < c->n_keywords; k++)
			argument(out, "Argument", k,
				 &(struct pyval){ .kind = PV_STR, .s = c->keyword[k] });
		return;
	}
	args = &c->signature.item[0];
	kwargs = &c->signature.item[1];
	if (args->n)
		option_head(out, i);
	for (uint32_t k = 0; k < args->n; k++)
		argument(out, "Argument", k, &args->item[k]);
	if (kwargs->kind != PV_DICT)
		return;
	order = xcalloc(kwargs->n + 1u, sizeof(*order));
	pymap_order(kwargs->key, kwargs->n, order);
	for (uint32_t k = 0; k < kwargs->n; k++)
		argument(out, "Named Argument", k,
			 &(struct pyval){ .kind = PV_STR, .s = kwargs->key[order[k]] });
	free(order);
}

/* A terminal would obey the backspaces: give it what they mean. */
static void without_backspaces(struct str *s)
{
	size_t k = 0;

	for (size_t i = 0; i < s->n; i++) {
		if (s->p[i] == '\b') {
			k -= k >= 2 && s->p[k - 1] == ' ' && s->p[k - 2] == ',' ? 2 : 0;
			continue;
		}
		s->p[k++] = s->p[i];
	}
	s->n = k;
}

bool show_functions(const struct metagraph *mg, struct sink *out, struct err *err)
{
	struct concretes *all = concretes_new(mg, err);

	if (!all)
		return false;
	sink_puts(out, "\nConcrete Functions:");
	for (uint32_t i = 0; i < all->n; i++) {
		const struct root_function *f = &all->f[i];
		struct str s = STR_INIT;

		sink_puts(out, "\n  Function Name: '");
		peer_put(out, f->name);
		sink_puts(out, "'\n");
		for (uint32_t k = 0; k < f->n; k++)
			option(&s, k, &f->c[k]);
		if (out->width)
			without_backspaces(&s);
		peer_lines(out, &s);
		str_free(&s);
	}
	concretes_free(all);
	return true;
}
