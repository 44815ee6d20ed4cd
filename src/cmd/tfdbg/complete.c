/* Tab: a first word among the verbs here, others by the verb: nodes, tensors, filters, feeds; flags behind a "-". */
#include "cmd/tfdbg/complete.h"

#include <stdlib.h>

#include "cmd/tfdbg/dumps.h"
#include "cmd/tfdbg/filters.h"
#include "cmd/tfdbg/graph.h"
#include "cmd/tfdbg/verbs.h"
#include "debug/stepper.h"

struct offers {
	void (*add)(void *ctx, const char *word);
	void *ctx;
	struct sv word;		/* what stands before the cursor */
	int n;
	bool tails;		/* ends of paths too: where no whole path begins so */
};

static void offer(struct offers *o, const char *text)
{
	if (o->n < TF_OFFERS && sv_starts(sv_of(text), o->word)) {
		o->n++;
		o->add(o->ctx, text);
	}
}

static void offer_path(struct offers *o, const char *path)
{
	if (!o->tails)
		offer(o, path);
	for (const char *p = strchr(path, '/'); o->tails && p; p = strchr(p + 1, '/'))
		offer(o, p + 1);
}

static void verbs(struct offers *o, const struct tfdbg *t)
{
	int n;
	const struct tf_verb *const *all = tf_verbs(&n);

	for (int i = 0; i < n; i++) {
		if (!(all[i]->where & t->at))
			continue;
		offer(o, all[i]->name);
		for (const char *const *a = all[i]->aliases; a && *a; a++)
			offer(o, *a);
	}
}

static void flags(struct offers *o, const struct tf_verb *v)
{
	for (int i = 0; i < tf_n_flags(v); i++) {
		struct str s = STR_INIT;

		if (!v->flags[i].name)
			continue;
		str_addf(&s, "--%s", v->flags[i].name);
		offer(o, str_z(&s));
		str_free(&s);
	}
}

static void feeds(struct offers *o, const struct tfdbg *t)
{
	for (uint32_t i = 0; i < t->sig->n_in; i++) {
		char *name;

		if (!dbg_input(t->dbg, i))
			continue;
		name = xsvdup(t->sig->in[i].name);
		offer(o, name);
		free(name);
	}
}

static void steps(struct offers *o, const struct tfdbg *t)
{
	for (uint32_t i = 0; t->stepper && i < stepper_n(t->stepper); i++) {
		char *name = xsvdup(stepper_name(t->stepper, i));

		offer_path(o, name);
		free(name);
	}
}

static void nodes(struct offers *o, struct tfdbg *t)
{
	const struct tf_graph *g = t->at != AT_END ? NULL : tf_graph(t, NULL);

	for (size_t i = 0; g && i < g->node.n; i++)
		offer_path(o, g->node.p[i].path);
}

static void tensors(struct offers *o, struct tfdbg *t)
{
	const struct tf_dumps *d = t->at != AT_END ? NULL : tf_dumps(t, NULL);

	for (size_t i = 0; d && i < d->tensor.n; i++)
		offer_path(o, d->all.p[d->tensor.p[i].first].tensor);
}

static void operands(struct offers *o, struct tfdbg *t, const struct tf_verb *v)
{
	const char *name;

	switch (v->words) {
	case TF_NODES:
		nodes(o, t);
		break;
	case TF_TENSORS:
		tensors(o, t);
		break;
	case TF_FILTERS:
		for (size_t i = 0; (name = tf_filter_name(t, i)) != NULL; i++)
			offer(o, name);
		break;
	case TF_FEEDS:
		feeds(o, t);
		break;
	case TF_STEPS:
		steps(o, t);
		break;
	case TF_VERBS:
		verbs(o, t);
		break;
	case TF_NOTHING:
		break;
	}
}

/* The tensor's name that a ` opens: "np.sum(`lay" */
static bool quoted_name(struct sv line, size_t *from)
{
	bool open = false;

	for (size_t i = 0; i < line.n; i++)
		if (line.p[i] == '`') {
			open = !open;
			*from = i + 1;
		}
	return open;
}

size_t tf_complete(struct tfdbg *t, const char *line, size_t at, void (*add)(void *ctx, const char *word), void *ctx)
{
	struct sv all = { line, at }, first;
	struct offers o = { .add = add, .ctx = ctx };
	size_t from = at, begin = strspn(line, " \t");
	const struct tf_verb *v;
	char *name;

	while (from && line[from - 1] != ' ' && line[from - 1] != '\t')
		from--;
	o.word = sv_sub(all, from, at);
	if (from <= begin) {
		verbs(&o, t);
		return from;
	}
	first = sv_sub(all, begin, begin + strcspn(line + begin, " \t"));
	name = xsvdup(first);
	v = tf_find(t, name);
	free(name);
	if (v && v->words == TF_NOTHING && quoted_name(all, &from)) {
		o.word = sv_sub(all, from, at);
		tensors(&o, t);
	} else if (v && o.word.n && o.word.p[0] == '-') {
		flags(&o, v);
	} else if (v) {
		operands(&o, t, v);
		o.tails = !o.n && o.word.n;
		if (o.tails)
			operands(&o, t, v);
	}
	return from;
}
