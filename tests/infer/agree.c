/* Inferred shapes held against a run. */
#include "agree.h"

#include <stdio.h>

#include "base/vec.h"

static bool fits(const struct tensor *t, const struct iout *o)
{
	if (o->dtype != DT_INVALID && o->dtype != t->dtype)
		return false;
	if (o->shape.rank < 0 || t->dtype == DT_RESOURCE)	/* V1 handles: TensorFlow says two strings */
		return true;
	if (o->shape.rank != t->rank)
		return false;
	for (int i = 0; i < t->rank; i++)
		if (idim_known(o->shape.dim[i]) && o->shape.dim[i] != t->dim[i])
			return false;
	for (int64_t i = 0; o->value && o->value->v && i < t->n && i < o->value->n; i++)
		if (idim_known(o->value->v[i]) && o->value->v[i] != tensor_get_i64(t, i))
			return false;
	return true;
}

/* Ops whose shape function in TensorFlow refuses what their kernel takes. */
static const char *const stricter[] = {
	"Concat", "ConcatV2", "DiagPart", "Fill", "LoopCond", "PlaceholderWithDefault", "Range", "Reverse", "ReverseV2",
	"StringNGrams", "TensorArrayScatterV3", "TensorArraySplitV3", "TensorArrayWriteV3", "TensorListResize",
	"UnicodeEncode", NULL,
};
/* What has no value yet, or hands on whatever it was given. */
static const char *const open[] = {
	"LoopCond", "PlaceholderWithDefault", "TemporaryVariable", "TensorArrayScatterV3", "TensorArraySplitV3",
	"TensorArrayWriteV3", "Variable", "VariableV2", NULL,
};

static bool among(const char *const *list, struct sv op)
{
	while (*list && !sv_is(op, *list))
		list++;
	return *list != NULL;
}

/* What each symbol of the node's inputs and outputs is in this run. */
struct sizes {
	VEC(struct { idim symbol; int64_t size; }) list;
};

static bool size_fits(struct sizes *s, idim d, int64_t size)
{
	if (idim_known(d))
		return d == size;
	for (size_t i = 0; i < s->list.n; i++)
		if (s->list.p[i].symbol == d)
			return s->list.p[i].size == size;
	vec_push(&s->list, ((typeof(*s->list.p)){ d, size }));
	return true;
}

static bool sizes_fit(struct sizes *s, const struct tensor *t, const struct iout *o)
{
	if (t->dtype == DT_RESOURCE || o->shape.rank != t->rank)
		return true;		/* the rank is looked at elsewhere */
	for (int i = 0; i < t->rank; i++)
		if (!size_fits(s, o->shape.dim[i], t->dim[i]))
			return false;
	return true;
}

static bool symbols_fit(const struct exec *x, struct igraph *ig, uint32_t node)
{
	const struct node *n = graph_node(infer_graph(ig), node, NULL);
	struct sizes s = { 0 };
	bool ok = true;

	for (int i = 0; n && i < exec_n_in(x) && (uint32_t)i < n->n_in; i++)
		if (exec_in(x, i))
			ok = sizes_fit(&s, exec_in(x, i), infer_out(ig, n->in[i].node, n->in[i].slot)) && ok;
	for (int i = 0; i < exec_n_out(x); i++)
		if (exec_out(x, i))
			ok = sizes_fit(&s, exec_out(x, i), infer_out(ig, node, (uint32_t)i)) && ok;
	vec_free(&s.list);
	return ok;
}

bool agree_ran(const struct exec *x, struct igraph *ig, uint32_t node, const char *what)
{
	struct sv op = graph_node_op(infer_graph(ig), node);
	const struct infer_note *note;
	uint32_t n;
	bool ok = true;

	for (int i = 0; i < exec_n_out(x) && !among(open, op); i++) {
		const struct tensor *t = exec_out(x, i);
		const struct iout *o = infer_out(ig, node, (uint32_t)i);
		struct str got = STR_INIT, said = STR_INIT;

		if (!t || fits(t, o))
			continue;
		ok = false;
		shape_str(&got, tensor_shape(t));
		ishape_str(infer_of(ig), &said, o->shape);
		printf("%s: output %d is %s %s, inferred was %s %s\n", what, i, dtype_info(t->dtype)->name,
		       str_z(&got), dtype_info(o->dtype)->name, str_z(&said));
		str_free(&got);
		str_free(&said);
	}
	if (ok && !among(open, op) && !symbols_fit(x, ig, node)) {
		ok = false;
		printf("%s: one symbol is two sizes\n", what);
	}
	note = infer_notes(ig, &n);
	for (uint32_t i = 0; i < n; i++) {
		if (note[i].node != node || note[i].said || among(stricter, op))
			continue;
		if (sv_starts(sv_of(note[i].text), SV("Negative dimension size")))
			continue;	/* kernels divide such a size by the stride first */
		ok = false;
		printf("%s: ran, though inference says: %s\n", what, note[i].text);
	}
	return ok;
}

struct igraph *agree_frame(struct infer *inf, const struct frame *f)
{
	const struct frame *up = frame_parent(f);
	struct igraph *ig;

	if (!up)
		return frame_graph(f) == infer_graph(infer_root(inf)) ? infer_root(inf) : NULL;
	ig = agree_frame(inf, up);
	if (!ig || frame_graph(up) == frame_graph(f))	/* an old loop's frame */
		return ig;
	ig = infer_inside(ig, frame_call_node(f), sv_of(frame_role(f)));
	return ig && infer_graph(ig) == frame_graph(f) ? ig : NULL;
}

static bool symbol_stays(struct agree_symbols *s, const struct frame *f, idim d, int64_t size)
{
	uint64_t key[3] = { frame_id(f), (uint64_t)frame_iter(f), (uint64_t)d }, before;
	struct sv k = { (const char *)key, sizeof(key) };

	if (!s->arena)
		s->arena = arena_new();
	if (map_get(&s->map, k, &before))
		return before == (uint64_t)size;
	map_add(&s->map, arena_sv(s->arena, k), (uint64_t)size);
	return true;
}

bool agree_symbols(struct agree_symbols *s, const struct exec *x, const struct frame *f, struct igraph *ig,
		   uint32_t node, const char *what)
{
	bool ok = true;

	for (int i = 0; i < exec_n_out(x); i++) {
		const struct tensor *t = exec_out(x, i);
		const struct iout *o = infer_out(ig, node, (uint32_t)i);

		for (int k = 0; t && o->shape.rank == t->rank && k < t->rank; k++) {
			struct str name = STR_INIT;

			if (idim_known(o->shape.dim[k]) || symbol_stays(s, f, o->shape.dim[k], t->dim[k]))
				continue;
			ok = false;
			idim_str(infer_of(ig), &name, o->shape.dim[k]);
			printf("%s: %s is %lld here and was another size before\n", what, str_z(&name),
			       (long long)t->dim[k]);
			str_free(&name);
		}
	}
	return ok;
}

void agree_symbols_free(struct agree_symbols *s)
{
	map_free(&s->map);
	arena_free(s->arena);
}
