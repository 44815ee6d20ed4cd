/* Names of items, for those who read of them: paths as diff's with inputs gives them. */
#include "inspect/flat.h"

enum { FRAMES_MAX = 202 }; /* a walk goes no deeper: see flat.c */

const struct node *flat_node(const struct flat *f, const struct item *it)
{
	return graph_node(f->frame.p[it->frame].g, it->node, NULL);
}

struct sv flat_op(const struct flat *f, const struct item *it)
{
	return graph_node_op(f->frame.p[it->frame].g, it->node);
}

static bool is_wrapper(struct sv name)
{
	return sv_starts(name, SV("StatefulPartitionedCall")) || sv_starts(name, SV("PartitionedCall"));
}

void flat_scope(const struct flat *f, uint32_t item, struct str *out)
{
	uint32_t up[FRAMES_MAX], n = 0, at = f->item.p[item].frame;
	struct sv name;
	long slash;

	for (; at != ITEM_NONE && n < FRAMES_MAX; at = f->frame.p[at].parent)
		up[n++] = at;
	while (n-- > 0) {
		const struct frame *fr = &f->frame.p[up[n]];

		if (fr->parent == ITEM_NONE)
			continue;
		name = graph_node_name(f->frame.p[fr->parent].g, fr->caller);
		if (fr->inlined && is_wrapper(name))
			continue;
		str_addz(out, out->n ? "/" : "");
		str_escaped(out, name);
		if (fr->role)
			str_addf(out, "/%s", fr->role);
	}
	name = graph_node_name(f->frame.p[f->item.p[item].frame].g, f->item.p[item].node);
	slash = sv_rfind(name, '/');
	if (slash <= 0)
		return;
	str_addz(out, out->n ? "/" : "");
	str_escaped(out, sv_sub(name, 0, (size_t)slash));
}

void flat_path(const struct flat *f, uint32_t item, struct str *out)
{
	const struct item *it = &f->item.p[item];
	struct sv name = graph_node_name(f->frame.p[it->frame].g, it->node);
	long slash = sv_rfind(name, '/');
	size_t from = out->n;

	flat_scope(f, item, out);
	str_addz(out, out->n > from ? "/" : "");
	str_escaped(out, slash > 0 ? sv_sub(name, (size_t)slash + 1, name.n) : name);
}
