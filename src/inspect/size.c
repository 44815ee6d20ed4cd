/* Elements and bytes by shape: in double, so that no product of dims from a file overflows. */
#include "inspect/size.h"

double ishape_elements(struct ishape s, bool *guess)
{
	double n = 1;

	if (s.rank < 0)
		return -1;
	for (int i = 0; i < s.rank; i++) {
		if (idim_known(s.dim[i]))
			n *= (double)s.dim[i];
		else if (guess)
			*guess = true;
	}
	return n;
}

static bool plain(enum dtype t)
{
	enum dtype_kind k = dtype_info(t)->kind;

	return k != DK_NONE && k != DK_STRING && k != DK_OBJECT;
}

double iout_bytes(const struct iout *o, bool *guess)
{
	double n = ishape_elements(o->shape, guess);

	if (n < 0 && guess)
		*guess = true;
	return n < 0 || !plain(o->dtype) ? 0 : n * dtype_info(o->dtype)->size;
}

static bool weigh(enum dtype t, int rank, const int64_t *dim, double *count, double *bytes)
{
	double n = 1;

	if (rank < 0)
		return false;
	for (int i = 0; i < rank; i++)
		n *= dim[i] < 0 ? 1 : (double)dim[i];
	*count = n;
	*bytes = plain(t) ? n * dtype_info(t)->size : 0;
	return true;
}

bool node_weight(const struct graph *g, uint32_t node, double *count, double *bytes)
{
	struct sv op = graph_node_op(g, node), proto;
	bool is_const = sv_is(op, "Const");
	int64_t dim[SHAPE_MAX_RANK];
	const struct node *n;
	struct shape s = { 0 };
	enum dtype t;

	if (!is_const && !sv_is(op, "VarHandleOp") && !sv_is(op, "VariableV2") && !sv_is(op, "Variable"))
		return false;
	if (!(n = graph_node(g, node, NULL)))
		return false;
	if (is_const)
		return node_attr_tensor(n, "value", &proto) && tensorproto_head(proto, &t, &s, dim) &&
		       weigh(t, s.rank, dim, count, bytes);
	return node_attr_type(n, "dtype", &t) && node_attr_shape(n, "shape", &s) &&
	       weigh(dtype_base(t), s.rank, s.dim, count, bytes);
}

double node_bytes(struct igraph *ig, const struct graph *g, uint32_t node)
{
	double count, bytes = 0;
	const struct node *n;

	if (node_weight(g, node, &count, &bytes))
		return bytes;
	n = ig ? graph_node(g, node, NULL) : NULL;
	for (uint32_t k = 0; n && k < n->n_out; k++)
		bytes += iout_bytes(infer_out(ig, node, k), NULL);
	return bytes;
}
