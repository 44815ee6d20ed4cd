/*
 * The op table: every family's rows, sorted by name once. Checks that a row's types and counts say; the
 * wrapper that the machine calls for each node.
 */
#include "ops/op.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/fpu.h"
#include "ops/check.h"
#include "ops/kernel.h"
#include "ops/var.h"

/* One line a family, sorted: see families.def. */
#define FAMILY(name) &family_##name,
static const struct op_family *const families[] = {
#include "ops/families.def"
};
#undef FAMILY

enum { N_FAMILIES = sizeof(families) / sizeof(families[0]), MAX_ROWS = 2048 };

static pthread_once_t once = PTHREAD_ONCE_INIT;
static const struct op_row *sorted[MAX_ROWS];	/* set once */
static int n_rows;

static int by_name(const void *a, const void *b)
{
	return strcmp((*(const struct op_row *const *)a)->name,
		      (*(const struct op_row *const *)b)->name);
}

static void fill(void)
{
	for (int f = 0; f < N_FAMILIES; f++)
		for (int i = 0; i < families[f]->n && n_rows < MAX_ROWS; i++)
			sorted[n_rows++] = &families[f]->row[i];
	qsort(sorted, (size_t)n_rows, sizeof(sorted[0]), by_name);
	for (int i = 1; i < n_rows; i++)	/* two rows for one op: whichever is found is a mistake */
		if (!by_name(&sorted[i - 1], &sorted[i])) {
			fprintf(stderr, "smtui: op %s has two rows\n", sorted[i]->name);
			abort();
		}
}

int op_n(void)
{
	pthread_once(&once, fill);
	return n_rows;
}

const struct op_row *op_at(int i)
{
	return i >= 0 && i < op_n() ? sorted[i] : NULL;
}

const struct op_row *op_find(struct sv op)
{
	int lo = 0, hi = op_n();

	while (lo < hi) {
		int mid = lo + (hi - lo) / 2, c = sv_cmp(op, sv_of(sorted[mid]->name));

		if (c == 0)
			return sorted[mid];
		if (c < 0)
			hi = mid;
		else
			lo = mid + 1;
	}
	return NULL;
}

/* ---- checks before a run ---- */

static bool type_ok(const struct op_type *t, const struct node *n, struct err *err)
{
	const struct attr_value *items;
	enum dtype v;
	uint32_t k;

	if (node_attr_type(n, t->attr, &v)) {
		if ((unsigned)v < DT_COUNT && t->mask & DM(v))
			return true;
		return err_set(err, ERR_KIND_UNSUPPORTED, ERR_UNIMPLEMENTED,
			       "%.*s (op %.*s): no kernel for %s=%s", SV_ARG(n->name), SV_ARG(n->op),
			       t->attr, dtype_enum_name(v) ? dtype_enum_name(v) : "an unknown type");
	}
	if (node_attr_list(n, t->attr, &items, &k)) {
		for (uint32_t i = 0; i < k; i++) {
			v = (enum dtype)items[i].i;
			if (items[i].kind == ATTR_TYPE && (unsigned)v < DT_COUNT && t->mask & DM(v))
				continue;
			return err_set(err, ERR_KIND_UNSUPPORTED, ERR_UNIMPLEMENTED,
				       "%.*s (op %.*s): no kernel for %s with %s",
				       SV_ARG(n->name), SV_ARG(n->op), t->attr,
				       dtype_enum_name(v) ? dtype_enum_name(v) : "an unknown type");
		}
		return true;
	}
	return err_set(err, ERR_KIND_MODEL, ERR_INVALID_ARGUMENT, "%.*s (op %.*s): attr '%s' is missing",
		       SV_ARG(n->name), SV_ARG(n->op), t->attr);
}

bool op_check(const struct op_row *row, const struct node *n, struct err *err)
{
	if ((row->n_in >= 0 && n->n_in != (uint32_t)row->n_in) ||
	    (row->n_out >= 0 && n->n_out != (uint32_t)row->n_out))
		return err_set(err, ERR_KIND_MODEL, ERR_INVALID_ARGUMENT,
			       "%.*s (op %.*s): has %u inputs and %u outputs, the op takes %d and gives %d",
			       SV_ARG(n->name), SV_ARG(n->op), n->n_in, n->n_out, row->n_in, row->n_out);
	for (int i = 0; i < 4 && row->types[i].attr; i++)
		if (!type_ok(&row->types[i], n, err))
			return false;
	return check_definition(n, err);
}

bool op_prepare(const struct op_row *row, const struct node *n, struct arena *a, void **state,
		struct err *err)
{
	*state = row->state_size ? arena_alloc(a, row->state_size) : NULL;
	return !row->prepare || row->prepare(n, *state, a, err);
}

/* ---- what the machine calls ---- */

/* The type that the definition promises for input i, DT_INVALID when it leaves that open; *is_ref:
 * a V1 reference. */
static enum dtype promised(const struct node *n, int i, bool *is_ref)
{
	const struct opdef *def = n->def;
	const struct attr_value *items;
	enum dtype t;
	uint32_t k;
	int at = 0;

	*is_ref = false;
	for (int j = 0; def && j < def->n_in; j++) {
		const struct opdef_arg *arg = &def->in[j];
		char name[64];
		int64_t count = 1;

		if (arg->type_list_attr.n && arg->type_list_attr.n < sizeof(name)) {
			memcpy(name, arg->type_list_attr.p, arg->type_list_attr.n);
			name[arg->type_list_attr.n] = 0;
			if (!node_attr_list(n, name, &items, &k))
				return DT_INVALID;
			if (i < at + (int)k)
				return dtype_base((enum dtype)items[i - at].i);
			at += (int)k;
			continue;
		}
		if (arg->number_attr.n && arg->number_attr.n < sizeof(name)) {
			memcpy(name, arg->number_attr.p, arg->number_attr.n);
			name[arg->number_attr.n] = 0;
			if (!node_attr_int(n, name, &count) || count < 0 || count > INT32_MAX)
				return DT_INVALID;
		}
		if (i >= at + count) {
			at += (int)count;
			continue;
		}
		*is_ref = arg->is_ref;
		if (arg->type != DT_INVALID)
			return dtype_base(arg->type);
		if (!arg->type_attr.n || arg->type_attr.n >= sizeof(name))
			return DT_INVALID;
		memcpy(name, arg->type_attr.p, arg->type_attr.n);
		name[arg->type_attr.n] = 0;
		return node_attr_type(n, name, &t) ? dtype_base(t) : DT_INVALID;
	}
	return DT_INVALID;
}

/* Inputs as the kernel sees them: types checked, V1 references replaced by values. */
static bool inputs(struct op_ctx *c)
{
	struct tensor **in = NULL;

	for (int i = 0; i < c->n_in; i++) {
		struct tensor *t = c->in[i], *value;
		bool is_ref;
		enum dtype want;

		if (!t) {
			if (c->row->flags & OP_MERGE)
				continue;
			return op_fail(c, ERR_INTERNAL, "input %d has no value", i);
		}
		want = promised(c->node, i, &is_ref);
		if (want != DT_INVALID && want != t->dtype)
			return op_invalid(c, "input %d is %s, but the op takes %s", i,
					  dtype_info(t->dtype)->name, dtype_info(want)->name);
		if (is_ref || !var_of_ref(t))
			continue;
		value = op_deref(t);
		if (!value)
			return var_uninitialized(c, i);
		if (!in) {
			in = arena_array(c->scratch, (size_t)c->n_in, sizeof(*in));
			memcpy(in, c->in, (size_t)c->n_in * sizeof(*in));
		}
		in[i] = value;
		op_hold(c, value);
	}
	if (in)
		c->in = in;
	return true;
}

/* An output of another type than the node declares (a stack or a counter that was made with another) would
 * reach a kernel that counts on it. */
static bool outputs_ok(struct op_ctx *c)
{
	for (int i = 0; i < c->n_out && (uint32_t)i < c->node->n_out; i++) {
		enum dtype want = c->node->out_type[i];

		if (c->out[i] && c->call && c->call->f && c->out[i]->dtype == DT_RESOURCE)
			continue;	/* what the op keeps there until its function has returned */
		if (c->out[i] && want != DT_INVALID && c->out[i]->dtype != want)
			return op_fail(c, ERR_INTERNAL, "Output %d of type %s does not match declared output type %s",
				       i, dtype_text(c->out[i]->dtype), dtype_text(want));
	}
	return true;
}

static bool guarded(struct op_ctx *c, bool (*fn)(struct op_ctx *c))
{
	struct tensor *const *given = c->in;
	uint64_t fpu;
	bool ok;

	if (c->row->n_in >= 0 && c->n_in != c->row->n_in)
		return op_fail(c, ERR_INTERNAL, "expected %d inputs, got %d", c->row->n_in, c->n_in);
	fpu = fpu_flush();
	ok = inputs(c) && fn(c) && outputs_ok(c);
	fpu_restore(fpu);
	op_temps_free(c);
	c->in = given;
	if (!ok && !err_is(c->err))
		op_fail(c, ERR_INTERNAL, "%s failed without saying why", c->row->name);
	return ok;
}

bool op_run(struct op_ctx *c)
{
	return guarded(c, c->row->run);
}

bool op_resume(struct op_ctx *c)
{
	return guarded(c, c->row->resume);
}

bool op_call(struct op_ctx *c, const struct function *f, struct tensor *const *args, int n,
	     const char *role, int64_t iter)
{
	*c->call = (struct op_call_req){ .f = f, .n_args = n, .role = role, .iter = iter };
	c->call->args = arena_array(c->scratch, (size_t)n + 1, sizeof(*c->call->args));
	for (int i = 0; i < n; i++)
		c->call->args[i] = tensor_ref(args[i]);
	return true;
}
