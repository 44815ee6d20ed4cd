/* What Tab offers at the run debugger's prompt: verbs, then what the verb's row says its operand is. */
#include "cmd/tfdbg/complete.h"

#include <string.h>

#include "cmd/tfdbg/dumps.h"
#include "cmd/tfdbg/filters.h"
#include "cmd/tfdbg/graph.h"
#include "cmd/tfdbg/verbs.h"
#include "debug/stepper.h"

struct offers {
	struct sv word;		/* what stands before the cursor */
	void (*add)(void *ctx, const char *word);
	void *ctx;
	size_t n;
};

static void offer(struct offers *o, struct sv text)
{
	struct str s = STR_INIT;

	if (o->n >= TF_OFFERS || !sv_starts(text, o->word) || memchr(text.p, '\0', text.n))
		return;
	str_escaped(&s, text);
	o->add(o->ctx, str_z(&s));
	o->n++;
	str_free(&s);
}

static void offer_verbs(struct offers *o, const struct tfdbg *t)
{
	int n;
	const struct tf_verb *const *all = tf_verbs(&n);

	for (int i = 0; i < n; i++)
		if (all[i]->where & t->at) {
			offer(o, sv_of(all[i]->name));
			for (const char *const *a = all[i]->aliases; a && *a && o->word.n; a++)
				offer(o, sv_of(*a));
		}
}

static void offer_feeds(struct offers *o, const struct tfdbg *t)
{
	for (uint32_t i = 0; i < t->sig->n_in; i++)
		if (dbg_input(t->dbg, i))
			offer(o, t->sig->in[i].name);
}

static void offer_steps(struct offers *o, const struct tfdbg *t)
{
	for (uint32_t i = 0; t->stepper && i < stepper_n(t->stepper); i++)
		offer(o, stepper_name(t->stepper, i));
}

static void offer_nodes(struct offers *o, struct tfdbg *t)
{
	const struct tf_graph *g = t->at == AT_END ? tf_graph(t, NULL) : NULL;

	for (size_t i = 0; g && i < g->node.n; i++)
		offer(o, sv_of(g->node.p[i].path));
}

static void offer_tensors(struct offers *o, struct tfdbg *t)
{
	const struct tf_dumps *d = t->at == AT_END ? tf_dumps(t, NULL) : NULL;

	for (size_t i = 0; d && i < d->tensor.n; i++)
		offer(o, sv_of(d->all.p[d->tensor.p[i].first].tensor));
}

static void offer_operands(struct offers *o, struct tfdbg *t, enum tf_words words)
{
	switch (words) {
	case TF_VERBS:
		offer_verbs(o, t);
		break;
	case TF_FEEDS:
		offer_feeds(o, t);
		break;
	case TF_STEPS:
		offer_steps(o, t);
		break;
	case TF_NODES:
		offer_nodes(o, t);
		break;
	case TF_TENSORS:
		offer_tensors(o, t);
		break;
	case TF_FILTERS:
		for (size_t i = 0; tf_filter_name(t, i); i++)
			offer(o, sv_of(tf_filter_name(t, i)));
		break;
	case TF_NOTHING:
		break;
	}
}

void tf_complete(struct tfdbg *t, const char *line, size_t at, void (*add)(void *ctx, const char *word), void *ctx)
{
	struct sv all = { line, at };
	struct offers o = { .add = add, .ctx = ctx };
	size_t from = 0, word = at;
	const struct tf_verb *v;
	char *name;

	while (from < at && line[from] == ' ')
		from++;
	while (word > from && line[word - 1] != ' ')
		word--;
	o.word = sv_sub(all, word, at);
	if (word == from) {
		offer_verbs(&o, t);
		return;
	}
	name = xsvdup(sv_sub(all, from, from + strcspn(line + from, " ")));
	v = tf_find(t, name);
	free(name);
	if (v)
		offer_operands(&o, t, v->words);
}
