/* Variables, old and new, counters, tables: what handles hold. */
#include "infer/inside.h"

#include <string.h>

static void var_handle(struct rule_ctx *c)
{
	enum dtype t = DT_INVALID;
	struct ishape s;

	rule_scalar(c, 0);
	node_attr_type(c->n, "dtype", &t);
	rule_attr_shape(c, "shape", &s);
	rule_handle(c, 0, t, s);
}

static void read_variable(struct rule_ctx *c)
{
	const struct ihandle_item *h = rule_held(c, 0);

	if (!h || !c->n_out)
		return;
	rule_out(c, 0, h->shape);
	if (c->out[0].dtype == DT_INVALID)
		c->out[0].dtype = h->dtype;
}

static void variable(struct rule_ctx *c)
{
	struct ishape s;

	rule_attr_shape(c, "shape", &s);
	rule_out(c, 0, s);
}

/* Assign: the new value's shape, which must be the variable's where that is checked. */
static void assign(struct rule_ctx *c)
{
	struct ishape s;
	bool check = true;

	node_attr_bool(c->n, "validate_shape", &check);
	if (!check)
		rule_out(c, 0, rule_in(c, 1));
	else if (rule_merge(c, 1, rule_in(c, 0), rule_in(c, 1), &s))
		rule_out(c, 0, s);
}

static void counter(struct rule_ctx *c)
{
	rule_scalars(c);
}

/* ---- tables ---- */

static void table(struct rule_ctx *c)
{
	struct ihandle_item item[2] = { { DT_INVALID, ishape_new(c->inf, 0, NULL) }, { DT_INVALID, ishape_unknown() } };
	struct ishape s;

	if (c->row->p)
		rule_vec(c, 0, 2);		/* a V1 table's handle: container and name */
	else
		rule_scalar(c, 0);
	node_attr_type(c->n, "key_dtype", &item[0].dtype);
	node_attr_type(c->n, "value_dtype", &item[1].dtype);
	if (rule_attr_shape(c, "value_shape", &s))
		item[1].shape = s;
	else
		item[1].shape = ishape_new(c->inf, 0, NULL);
	if (c->n_out)
		c->out[0].handle = ihandle_new(c->inf, 2, item);
}

/* Dense tables and tables of tensors have keys that need not be scalars. */
static void open_table(struct rule_ctx *c)
{
	struct ihandle_item item[2] = { { DT_INVALID, ishape_unknown() }, { DT_INVALID, ishape_unknown() } };

	table(c);
	if (!c->n_out || !c->out[0].handle)
		return;
	item[0].dtype = c->out[0].handle->item[0].dtype;
	item[1] = c->out[0].handle->item[1];
	if (sv_starts(c->n->op, SV("MutableDense")) || sv_starts(c->n->op, SV("AnonymousMutableDense")))
		item[0].shape = ishape_part(rule_in(c, 0), 0, SHAPE_MAX_RANK);
	else
		item[0].shape = ishape_new(c->inf, 0, NULL);
	c->out[0].handle = ihandle_new(c->inf, 2, item);
}

static void table_find(struct rule_ctx *c)
{
	const struct ihandle *h = c->n_in ? c->in[0].handle : NULL;
	struct ishape keys = rule_in(c, 1), key, value;

	if (!h || h->n < 2)
		return;
	key = h->item[0].shape;
	value = h->item[1].shape;
	if (key.rank < 0 || keys.rank < key.rank || value.rank < 0)
		return;
	rule_out(c, 0, ishape_cat(c->inf, ishape_part(keys, 0, keys.rank - key.rank), value));
}

static void table_export(struct rule_ctx *c)
{
	const struct ihandle *h = c->n_in ? c->in[0].handle : NULL;
	idim n = rule_new(c);
	struct ishape first = ishape_new(c->inf, 1, &n);

	rule_out(c, 0, h && h->n > 1 ? ishape_cat(c->inf, first, h->item[0].shape) : ishape_unknown());
	rule_out(c, 1, h && h->n > 1 ? ishape_cat(c->inf, first, h->item[1].shape) : ishape_unknown());
	if (c->row->p && c->n_out > 0)
		rule_out(c, 0, first);
}

/* A list of handles, with what the lists of types and shapes say of each. */
static void var_handles(struct rule_ctx *c)
{
	const struct attr_value *t, *s;
	uint32_t n_t = 0, n_s = 0;

	rule_scalars(c);
	if (!node_attr_list(c->n, "dtypes", &t, &n_t) || !node_attr_list(c->n, "shapes", &s, &n_s))
		return;
	for (uint32_t i = 0; i < c->n_out && i < n_t && i < n_s; i++)
		if (s[i].kind == ATTR_SHAPE)
			rule_handle(c, i, (enum dtype)t[i].i, ishape_from(c->inf, s[i].shape));
}

static void read_variables(struct rule_ctx *c)
{
	for (uint32_t i = 0; i < c->n_out && i < c->n_in; i++) {
		const struct ihandle_item *h = rule_held(c, i);

		if (h)
			rule_out(c, i, h->shape);
	}
}

RULES(var,
	RULE("VarHandleOp", var_handle),
	RULE("ReadVariableOp", read_variable),
	RULE("_VarHandlesOp", var_handles),
	RULE("_ReadVariablesOp", read_variables),
	RULE("VarIsInitializedOp", rule_scalars),
	RULE("IsVariableInitialized", rule_scalars),
	RULE("AssignVariableOp", rule_unknown),
	RULE("AssignAddVariableOp", rule_unknown),
	RULE("AssignSubVariableOp", rule_unknown),
	RULE("DestroyResourceOp", rule_unknown),
	RULE("Variable", variable),
	RULE("VariableV2", variable),
	RULE("TemporaryVariable", variable),
	RULE("DestroyTemporaryVariable", rule_same),
	RULE("Assign", assign),
	RULE("AssignAdd", rule_merged),
	RULE("AssignSub", rule_merged),
	FORM("CountUpTo", "[] -> []"),
	RULE("ResourceCountUpTo", counter),
	RULE("RefSelect", rule_unknown),
	RULE("ScatterAdd", rule_same),
	RULE("ScatterDiv", rule_same),
	RULE("ScatterMax", rule_same),
	RULE("ScatterMin", rule_same),
	RULE("ScatterMul", rule_same),
	RULE("ScatterSub", rule_same),
	RULE("ScatterUpdate", rule_same),
	RULE("ScatterNdAdd", rule_same),
	RULE("ScatterNdMax", rule_same),
	RULE("ScatterNdMin", rule_same),
	RULE("ScatterNdSub", rule_same),
	RULE("ScatterNdUpdate", rule_same),
	RULE("ResourceScatterAdd", rule_unknown),
	RULE("ResourceScatterDiv", rule_unknown),
	RULE("ResourceScatterMax", rule_unknown),
	RULE("ResourceScatterMin", rule_unknown),
	RULE("ResourceScatterMul", rule_unknown),
	RULE("ResourceScatterSub", rule_unknown),
	RULE("ResourceScatterUpdate", rule_unknown),
	RULE("ResourceScatterNdAdd", rule_unknown),
	RULE("ResourceScatterNdMax", rule_unknown),
	RULE("ResourceScatterNdMin", rule_unknown),
	RULE("ResourceScatterNdSub", rule_unknown),
	RULE("ResourceScatterNdUpdate", rule_unknown),
	RULE_P("HashTable", table, 1),
	RULE("HashTableV2", table),
	RULE("AnonymousHashTable", table),
	RULE_P("MutableHashTable", table, 1),
	RULE("MutableHashTableV2", table),
	RULE("AnonymousMutableHashTable", table),
	RULE_P("MutableHashTableOfTensors", open_table, 1),
	RULE("MutableHashTableOfTensorsV2", open_table),
	RULE("AnonymousMutableHashTableOfTensors", open_table),
	RULE_P("MutableDenseHashTable", open_table, 1),
	RULE("MutableDenseHashTableV2", open_table),
	RULE("AnonymousMutableDenseHashTable", open_table),
	CHECK("InitializeTable", rule_unknown, "[2] [n] [n]", 0),
	CHECK("InitializeTableV2", rule_unknown, "[] [n] [n]", 0),
	CHECK("InitializeTableFromTextFile", rule_unknown, "[2] []", 0),
	CHECK("InitializeTableFromTextFileV2", rule_unknown, "[] []", 0),
	RULE("LookupTableFind", table_find),
	CHECK("LookupTableFindV2", table_find, "[] _ _", 0),
	RULE_P("LookupTableExport", table_export, 1),
	CHECK("LookupTableExportV2", table_export, "[]", 0),
	RULE("LookupTableImport", rule_unknown),
	RULE("LookupTableImportV2", rule_unknown),
	RULE("LookupTableInsert", rule_unknown),
	CHECK("LookupTableInsertV2", rule_unknown, "[] _ _", 0),
	RULE("LookupTableRemoveV2", rule_unknown),
	RULE("LookupTableSize", rule_scalars),
	RULE("LookupTableSizeV2", rule_scalars));
