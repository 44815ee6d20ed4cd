/* What is to be run: titles and run_info. */
#include <inttypes.h>

#include "cmd/tfdbg/filters.h"
#include "cmd/tfdbg/verbs.h"
#include "cmd/rows.h"

/* Is it a key of the feed dict? Inputs of one name are one key: the first of them stands for it. */
static bool is_fed(const struct tfdbg *t, uint32_t i)
{
	for (uint32_t k = 0; k < i; k++)
		if (dbg_input(t->dbg, k) && sv_eq(t->sig->in[k].name, t->sig->in[i].name))
			return false;
	return dbg_input(t->dbg, i) != NULL;
}

/* How many tensors are fed; *only: the last of them. */
static uint32_t n_fed(const struct tfdbg *t, uint32_t *only)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < t->sig->n_in; i++)
		if (is_fed(t, i)) {
			n++;
			*only = i;
		}
	return n;
}

void tf_run_text(const struct tfdbg *t, struct str *out)
{
	uint32_t only = 0, n = n_fed(t, &only);

	str_addf(out, "run #%" PRIu64 ": ", t->number);
	if (t->sig->n_out == 1) {
		str_addz(out, "1 fetch (");
		str_escaped(out, t->sig->out[0].name);
		str_addz(out, "); ");
	} else {
		str_addf(out, "%u fetch%s; ", t->sig->n_out, t->sig->n_out ? "es" : "");
	}
	if (n == 1) {
		str_addz(out, "1 feed (");
		str_escaped(out, t->sig->in[only].name);
		str_addz(out, ")");
	} else {
		str_addf(out, "%u feeds", n);
	}
}

static void name_line(struct rich *out, struct sv name, const char *verb)
{
	struct str s = STR_INIT, link = STR_INIT;

	str_addz(&s, "  ");
	str_escaped(&s, name);
	rich_sv(out, str_sv(&s));
	if (verb) {
		str_addf(&link, "%s '%s'", verb, str_z(&s) + 2);
		rich_span(out, 2, s.n, RT_PLAIN, str_z(&link));
	}
	str_free(&s);
	str_free(&link);
}

static const char RULE[] = "======================================";

static void what_is_run(const struct tfdbg *t, struct rich *out)
{
	uint32_t only;

	rich_add(out, RULE);
	rich_add(out, "Session.run() call #%" PRIu64 ":", t->number);
	rich_add(out, "%s", "");
	rich_add(out, "Fetch(es):");
	for (uint32_t i = 0; i < t->sig->n_out; i++)
		name_line(out, t->sig->out[i].name, NULL);
	rich_add(out, "%s", "");
	rich_add(out, "Feed dict:");
	for (uint32_t i = 0; i < t->sig->n_in; i++)
		if (is_fed(t, i))
			name_line(out, t->sig->in[i].name, "pf");
	if (!n_fed(t, &only))
		rich_add(out, "  (Empty)");
	rich_add(out, RULE);
	rich_add(out, "%s", "");
}

/* A form of run and what it does. */
static void way(struct rich *out, const char *command, const char *link, const char *what)
{
	rich_add(out, "  %s:", command);
	rich_span(out, 2, 2 + strlen(command), RT_BOLD, link);
	rich_add(out, "    %s", what);
}

static bool run_info_exec(struct tf_call *c, struct err *err)
{
	struct rich *out = c->out;

	(void)err;
	if (c->t->number == 1)
		rich_add(out, "%s", "");
	what_is_run(c->t, out);
	rich_add(out, "Select one of the following commands to proceed ---->");
	way(out, "run", "run", "Execute the run with every tensor watched");
	way(out, "run -n", "run -n", "Execute the run without watching its tensors");
	way(out, "run -t <T>", NULL, "Execute (T - 1) runs without stopping, then one more that stops at its end");
	way(out, "run -f <filter_name>", NULL, "Go on from run to run until a tensor passes this filter");
	tf_filters_list(c->t, out);
	rich_add(out, "%s", "");
	rich_add(out, "For more details, see help..");
	rich_add(out, "%s", "");
	if (c->t->at == AT_START) {
		rich_menu(out, "run", "run");
		rich_menu(out, "exit", "exit");
	}
	return true;
}

const struct tf_verb tf_run_info = {
	.name = "run_info", .aliases = (const char *const[]){ "ri", NULL }, .where = AT_RUN,
	.brief = "What this run fetches and is fed.", .exec = run_info_exec,
};
