/* Pages of nodes and ops as reports, for --json. */
#include "cmd/node_page.h"

static void str_if(struct report *r, const char *key, struct sv v)
{
	if (v.n)
		report_str(r, key, v);
}

static void doc(struct report *r, const struct oppage *p)
{
	if (p->doc)
		report_str(r, "does", sv_of(p->doc->does));
	if (report_open(r, "traps", REPORT_LIST)) {
		for (int i = 0; p->doc && i < 2 && p->doc->trap[i]; i++)
			report_str(r, NULL, sv_of(p->doc->trap[i]));
		report_close(r);
	}
	str_if(r, "rule", p->rule);
	str_if(r, "here", p->here);
	str_if(r, "dims", p->dims);
	if (p->node)
		report_strs(r, "problems", p->note.p, (uint32_t)p->note.n);
}

static void line_tensor(struct report *r, const struct oppage_line *l)
{
	str_if(r, "name", l->name);
	str_if(r, "type", l->type);
	str_if(r, "shape", l->shape);
	str_if(r, "from", l->value);
}

static void line_attr(struct report *r, const struct oppage_line *l)
{
	static const char *const state[] = {
		[OPPAGE_PLAIN] = "plain", [OPPAGE_DIFFERS] = "differs", [OPPAGE_FOREIGN] = "foreign",
		[OPPAGE_MISSING] = "missing",
	};

	report_str(r, "name", l->name);
	str_if(r, "type", l->type);
	str_if(r, "value", l->value);
	str_if(r, "default", l->initial);
	str_if(r, "allowed", l->allowed);
	report_bool(r, "given", l->given);
	report_str(r, "state", sv_of(state[l->mark]));
}

static void lines(struct report *r, const char *key, const struct oppage *p, enum oppage_part part)
{
	if (!report_open(r, key, REPORT_LIST))
		return;
	for (size_t i = 0; i < p->line.n; i++) {
		if (p->line.p[i].part != part || !report_open(r, NULL, REPORT_GROUP))
			continue;
		if (part == OPPAGE_ATTR)
			line_attr(r, &p->line.p[i]);
		else
			line_tensor(r, &p->line.p[i]);
		report_close(r);
	}
	report_close(r);
}

void node_page_report(struct report *r, const struct oppage *p)
{
	doc(r, p);
	lines(r, "arguments", p, OPPAGE_IN);
	lines(r, "results", p, OPPAGE_OUT);
	lines(r, "settings", p, OPPAGE_ATTR);
}
