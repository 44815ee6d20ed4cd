/* TensorLists, TensorArrays and stacks: the handle says what an element is. */
#include "infer/inside.h"

#include <string.h>

static enum dtype element_type(const struct rule_ctx *c)
{
	enum dtype t = DT_INVALID;

	node_attr_type(c->n, "element_dtype", &t);
	return t;
}

static struct ishape held_shape(const struct rule_ctx *c, uint32_t i)
{
	const struct ihandle_item *h = rule_held(c, i);

	return h ? h->shape : ishape_unknown();
}

/* What the input that says the elements' shape and the list itself know together. */
static struct ishape element(struct rule_ctx *c, uint32_t list, uint32_t said)
{
	struct ishape s = ishape_unknown(), held = held_shape(c, list), both;
	int dim;

	if (!rule_shape(c, said, &s))
		return ishape_unknown();
	if (!ishape_both(c->inf, held, s, &both, &dim))
		rule_bad(c, (int)said, dim, "the list's elements have another shape");
	return both;
}

static void list_new(struct rule_ctx *c)
{
	struct ishape s;

	rule_scalar(c, 0);
	if (rule_shape(c, 0, &s))
		rule_handle(c, 0, element_type(c), s);
}

static void list_from_tensor(struct rule_ctx *c)
{
	struct ishape s, t = rule_in(c, 0), both;
	int dim;

	rule_scalar(c, 0);
	if (!rule_shape(c, 1, &s) || !rule_min_rank(c, 0, 1))
		return;
	if (t.rank > 0 && ishape_both(c->inf, ishape_part(t, 1, t.rank), s, &both, &dim))
		s = both;
	rule_handle(c, 0, element_type(c), s);
}

/* An op that gives the list back changed: its elements must still fit. */
static void list_changed(struct rule_ctx *c)
{
	rule_scalar(c, 0);
	if (c->n_in && c->n_out)
		c->out[0].handle = c->in[0].handle;
}

/* SetItem, PushBack: a list of unknown elements learns what they are. */
static void list_set(struct rule_ctx *c)
{
	struct ishape held = held_shape(c, 0), item = rule_in(c, (uint32_t)c->row->p), both;
	int dim;

	rule_scalar(c, 0);
	if (rule_held(c, 0) && !ishape_both(c->inf, held, item, &both, &dim)) {
		rule_bad(c, c->row->p, dim, "the list's elements have another shape");
		return;
	}
	if (c->n_in && c->n_out && c->in[0].handle)
		rule_handle(c, 0, element_type(c), held);
}

static void list_pop(struct rule_ctx *c)
{
	struct ishape s = held_shape(c, 0), said, both;
	int dim;

	list_changed(c);
	if (c->n_in && c->in[0].handle && s.rank >= 0 && ishape_known(s))
		rule_out(c, 1, s);
	else if (rule_shape(c, 1, &said))	/* a kernel looks at it only where the list does not know */
		rule_out(c, 1, ishape_both(c->inf, s, said, &both, &dim) ? both : s);
}

static void list_get(struct rule_ctx *c)
{
	rule_out(c, 0, element(c, 0, 2));
}

static void with_first(struct rule_ctx *c, uint32_t slot, idim n, struct ishape s)
{
	rule_out(c, slot, ishape_cat(c->inf, ishape_new(c->inf, 1, &n), s));
}

static void list_stack(struct rule_ctx *c)
{
	int64_t n = rule_attr(c, "num_elements", -1);

	with_first(c, 0, n >= 0 ? n : rule_new(c), element(c, 0, 1));
}

static void list_gather(struct rule_ctx *c)
{
	struct ishape at, s = element(c, 0, 2);

	if (rule_rank(c, 1, 1, &at))
		rule_out(c, 0, ishape_cat(c->inf, at, s));
}

static void list_scatter(struct rule_ctx *c)
{
	struct ishape s, t = rule_in(c, 0), both;
	int dim;

	rule_scalar(c, 0);
	if (!rule_shape(c, 2, &s))
		return;
	if (t.rank > 0 && ishape_both(c->inf, ishape_part(t, 1, t.rank), s, &both, &dim))
		s = both;
	rule_handle(c, 0, element_type(c), s);
}

static void list_split(struct rule_ctx *c)
{
	struct ishape s;

	rule_scalar(c, 0);
	if (rule_shape(c, 1, &s))
		rule_handle(c, 0, element_type(c), s);
}

/* All elements one behind the other along their first dim, and the lengths. */
static void list_concat(struct rule_ctx *c)
{
	struct ishape s = held_shape(c, 0), more, both;
	int dim;
	idim n = rule_new(c);

	if (c->row->p && rule_shape(c, 1, &more) && ishape_both(c->inf, s, more, &both, &dim))
		s = both;
	if (!c->row->p) {
		rule_attr_shape(c, "element_shape", &more);
		s = ishape_both(c->inf, s, more, &both, &dim) ? both : more;
	}
	rule_vec(c, 1, rule_new(c));
	if (s.rank > 0)
		rule_out(c, 0, ishape_cat(c->inf, ishape_new(c->inf, 1, &n), ishape_part(s, 1, s.rank)));
}

static void list_concat_lists(struct rule_ctx *c)
{
	struct ishape a = rule_in(c, 0), b = rule_in(c, 1), s;

	if (rule_merge(c, 1, a, b, &s))
		rule_out(c, 0, s);
	if (c->n_out && c->n_in > 1 && c->in[0].handle)
		c->out[0].handle = c->in[0].handle;
}

static void list_element_shape(struct rule_ctx *c)
{
	struct ishape s = held_shape(c, 0);

	rule_vec(c, 0, s.rank >= 0 ? s.rank : rule_new(c));
}

static void push_batch(struct rule_ctx *c)
{
	struct ishape s = rule_in(c, 0), t = rule_in(c, 1);
	idim n = t.rank > 0 ? t.dim[0] : rule_new(c);

	if (!rule_merge(c, 1, s, ishape_new(c->inf, 1, &n), &s))
		return;
	rule_out(c, 0, s);
	if (c->n_in && c->n_out && c->in[0].handle)
		c->out[0].handle = c->in[0].handle;
	else
		rule_handle(c, 0, element_type(c), ishape_unknown());
}

/* ---- TensorArray ---- */

static void array_new(struct rule_ctx *c)
{
	enum dtype t = DT_INVALID;
	struct ishape s;

	rule_vec(c, 0, 2);
	rule_scalar(c, 1);
	node_attr_type(c->n, "dtype", &t);
	rule_attr_shape(c, "element_shape", &s);
	rule_handle(c, 0, t, s);
}

static void array_grad(struct rule_ctx *c)
{
	rule_vec(c, 0, 2);
	rule_scalar(c, 1);
	if (c->n_in && c->n_out)
		c->out[0].handle = c->in[0].handle;
}

static void array_read(struct rule_ctx *c)
{
	rule_out(c, 0, held_shape(c, 0));
}

static void array_gather(struct rule_ctx *c)
{
	struct ishape s, held = held_shape(c, 0), at = rule_in(c, 1), both;
	int dim;

	rule_attr_shape(c, "element_shape", &s);
	s = ishape_both(c->inf, held, s, &both, &dim) ? both : held;
	with_first(c, 0, at.rank == 1 ? at.dim[0] : rule_new(c), s);
}

static void array_concat(struct rule_ctx *c)
{
	struct ishape s;
	idim n = rule_new(c);

	rule_vec(c, 1, rule_new(c));
	if (rule_attr_shape(c, "element_shape_except0", &s) && s.rank >= 0)
		rule_out(c, 0, ishape_cat(c->inf, ishape_new(c->inf, 1, &n), s));
}

/* ---- variants ---- */


static void optional_from(struct rule_ctx *c)
{
	struct ihandle_item item[16];

	rule_scalar(c, 0);
	if (c->n_in > 16 || !c->n_out)
		return;
	for (uint32_t i = 0; i < c->n_in; i++)
		item[i] = (struct ihandle_item){ c->in[i].dtype, c->in[i].shape };
	c->out[0].handle = ihandle_new(c->inf, c->n_in, item);
}

static void stack_new(struct rule_ctx *c)
{
	enum dtype t = DT_INVALID;

	rule_vec(c, 0, 2);
	node_attr_type(c->n, "elem_type", &t);
	rule_handle(c, 0, t, ishape_unknown());
}

RULES(list,
	RULE("EmptyTensorList", list_new),
	RULE("TensorListReserve", list_new),
	RULE("TensorListFromTensor", list_from_tensor),
	CHECK("TensorListSetItem", list_set, "_ [] _", 2),
	RULE_P("TensorListPushBack", list_set, 1),
	RULE("TensorListPushBackBatch", push_batch),
	RULE("TensorListPopBack", list_pop),
	CHECK("TensorListResize", list_changed, "_ []", 0),
	CHECK("TensorListGetItem", list_get, "_ [] _", 0),
	RULE("TensorListStack", list_stack),
	RULE("TensorListGather", list_gather),
	RULE("TensorListScatter", list_scatter),
	RULE("TensorListScatterV2", list_scatter),
	RULE("TensorListScatterIntoExistingList", list_changed),
	RULE("TensorListSplit", list_split),
	RULE("TensorListConcat", list_concat),
	RULE_P("TensorListConcatV2", list_concat, 1),
	RULE("TensorListConcatLists", list_concat_lists),
	RULE("TensorListElementShape", list_element_shape),
	RULE("TensorListLength", rule_scalars),
	RULE("TensorArrayV3", array_new),
	RULE("TensorArrayGradV3", array_grad),
	RULE("TensorArrayGradWithShape", array_grad),
	RULE("TensorArrayReadV3", array_read),
	RULE("TensorArrayWriteV3", rule_scalars),
	RULE("TensorArrayScatterV3", rule_scalars),
	RULE("TensorArraySplitV3", rule_scalars),
	RULE("TensorArraySizeV3", rule_scalars),
	RULE("TensorArrayCloseV3", rule_unknown),
	RULE("TensorArrayGatherV3", array_gather),
	RULE("TensorArrayConcatV3", array_concat),
	RULE("StackV2", stack_new),
	RULE_P("StackPushV2", rule_same, 1),
	RULE("StackPopV2", rule_unknown),
	RULE("StackCloseV2", rule_unknown),
	RULE("OptionalFromValue", optional_from),
	RULE("OptionalNone", rule_scalars),
	RULE("OptionalHasValue", rule_scalars),
	RULE("OptionalGetValue", rule_said));
