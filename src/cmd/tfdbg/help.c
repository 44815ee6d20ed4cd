/* help in argparse's layout, from the verbs' rows; version. */
#include <stdlib.h>

#include "cmd/peer.h"
#include "cmd/rows.h"
#include "cmd/tfdbg/verbs.h"
#include "cmd/tfdbg/filters.h"

#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

enum { HELP_AT = 24, WIDTH = 78 };

/* Text filled to the width behind `indent` columns; the first line begins at column `at`. */
static void filled(struct str *out, const char *text, size_t indent, size_t at)
{
	size_t col = at;

	while (*text) {
		size_t n = strcspn(text, " ");

		if (col > indent && col + 1 + n > WIDTH) {
			str_addc(out, '\n');
			str_addn(out, ' ', indent);
			col = indent;
		} else if (col > indent) {
			str_addc(out, ' ');
			col++;
		}
		str_add(out, (struct sv){ text, n });
		col += n;
		text += n + strspn(text + n, " ");
	}
	str_addc(out, '\n');
}

/* "  -n NUMBER, --number NUMBER" and what it does. */
static void entry(struct str *out, const struct str *head, const char *help, size_t help_at)
{
	str_add(out, str_sv(head));
	if (head->n + 2 > help_at) {
		str_addc(out, '\n');
		str_addn(out, ' ', help_at);
	} else {
		str_addn(out, ' ', help_at - head->n);
	}
	filled(out, help, help_at, help_at);
}

static void upper(struct str *out, const struct tf_flag *f)
{
	if (f->choices) {
		str_addz(out, "{");
		for (const char *p = f->choices; *p; p++)
			str_addc(out, *p == '|' ? ',' : *p);
		str_addz(out, "}");
		return;
	}
	for (const char *p = f->name ? f->name : f->letters; *p; p++)
		str_addc(out, *p >= 'a' && *p <= 'z' ? (char)(*p - 32) : *p);
}

static void flag_head(struct str *out, const struct tf_flag *f)
{
	str_addz(out, "  ");
	if (f->letters) {
		str_addf(out, "-%s", f->letters);
		if (f->kind != OPT_FLAG) {
			str_addc(out, ' ');
			upper(out, f);
		}
	}
	if (f->name) {
		str_addf(out, "%s--%s", f->letters ? ", " : "", f->name);
		if (f->kind != OPT_FLAG) {
			str_addc(out, ' ');
			upper(out, f);
		}
	}
}

/* The column where the helps begin: two behind the longest head, at most HELP_AT. */
static size_t help_column(const struct tf_verb *v)
{
	size_t at = sizeof("  -h, --help") - 1;

	if (v->operand && strlen(v->operand) + 2 > at)
		at = strlen(v->operand) + 2;
	for (int i = 0; i < tf_n_flags(v); i++) {
		struct str s = STR_INIT;

		flag_head(&s, &v->flags[i]);
		at = s.n > at ? s.n : at;
		str_free(&s);
	}
	return at + 2 < HELP_AT ? at + 2 : HELP_AT;
}

static void verb_text(const struct tf_verb *v, struct str *out)
{
	size_t at = help_column(v);
	struct str head = STR_INIT;

	filled(out, v->brief, 0, 0);
	str_addc(out, '\n');
	if (v->operand) {
		str_addz(out, "positional arguments:\n");
		str_addf(&head, "  %s", v->operand);
		entry(out, &head, v->operand_help ? v->operand_help : "", at);
		str_addc(out, '\n');
	}
	if (v->raw)
		goto end;
	str_addz(out, "options:\n");
	str_clear(&head);
	str_addz(&head, "  -h, --help");
	entry(out, &head, "show this help message and exit", at);
	for (int i = 0; i < tf_n_flags(v); i++) {
		str_clear(&head);
		flag_head(&head, &v->flags[i]);
		entry(out, &head, v->flags[i].help, at);
	}
end:
	str_free(&head);
}

void tf_help_verb(const struct tf_verb *v, struct rich *out)
{
	struct str text = STR_INIT, line = STR_INIT;
	size_t from = 0;

	rich_add(out, "%s", v->name);
	rich_style(out, RT_BOLD);
	for (const char *const *a = v->aliases; a && *a; a++)
		str_addf(&line, "%s%s", a == v->aliases ? "  Aliases: " : ", ", *a);
	if (line.n)
		rich_sv(out, str_sv(&line));
	rich_add(out, "%s", "");
	verb_text(v, &text);
	for (size_t i = 0; i < text.n; i++)
		if (text.p[i] == '\n') {
			rich_add(out, "  %.*s", (int)(i - from), text.p + from);
			from = i + 1;
		}
	str_free(&text);
	str_free(&line);
}

/* ---- the page of a failed run ---- */

#define RULE "--------------------------------------"

static void error_page(struct tfdbg *t, struct rich *out)
{
	const struct err *e = t->failed;
	struct dbg_here h = { 0 };
	bool known = dbg_here(t->dbg, &h) && h.path;
	char *text = err_text(e);
	struct str safe = STR_INIT;

	str_escaped(&safe, sv_of(known ? h.path : ""));
	rich_add(out, RULE);
	rich_add(out, "!!! An error occurred during the run !!!");
	rich_style(out, RT_BLINK);
	rich_add(out, "%s", "");
	if (!known) {
		rich_add(out, "WARNING: Cannot determine the name of the op that caused the error.");
	} else {
		static const struct { const char *verb, *what; } ways[] = {
			{ "ni -a -d -t", "Inspect information about the failing op." },
			{ "li -r", "List inputs to the failing op, recursively." },
		};

		rich_add(out, "You may use the following commands to debug:");
		for (int i = 0; i < 2; i++) {
			struct str link = STR_INIT;

			str_addf(&link, "%s %s", ways[i].verb, h.path);
			rich_add(out, "  %s %s:", ways[i].verb, str_z(&safe));
			rich_span(out, 2, out->line.p[out->line.n - 1].text.n - 1, RT_BOLD, str_z(&link));
			rich_add(out, "    %s", ways[i].what);
			str_free(&link);
		}
		rich_add(out, "  lt:");
		rich_span(out, 2, 4, RT_BOLD, "lt");
		rich_add(out, "    List all tensors dumped during the failing run() call.");
		rich_add(out, "%s", "");
		rich_add(out, "Op name:    %s", str_z(&safe));
	}
	rich_add(out, "Error type: <class 'tensorflow.python.framework.errors_impl.%s'>",
		 peer_error_class(e->code) ? peer_error_class(e->code) : "UnknownError");
	rich_add(out, "%s", "");
	rich_add(out, "Details:");
	rich_text(out, sv_of(text));
	rich_add(out, "%s", "");
	rich_add(out, RULE);
	rich_add(out, "%s", "");
	str_free(&safe);
	free(text);
}

/* ---- the verbs ---- */

static bool help_exec(struct tf_call *c, struct err *err)
{
	const struct tf_verb *v;
	int n;
	const struct tf_verb *const *all = tf_verbs(&n);

	(void)err;
	if (c->argc > 1)
		return tf_error(c, "help takes only 0 or 1 input argument.");
	if (c->argc == 1) {
		v = tf_find(c->t, c->argv[0]);
		if (v) {
			tf_help_verb(v, c->out);
		} else {
			struct str s = STR_INIT;

			str_escaped(&s, sv_of(c->argv[0]));
			rich_add(c->out, "Invalid command prefix: \"%s\"", str_z(&s));
			str_free(&s);
		}
		return true;
	}
	if (c->t->failed && c->t->at == AT_END)
		error_page(c->t, c->out);
	for (int i = 0; i < n; i++) {
		if (!(all[i]->where & c->t->at))
			continue;
		tf_help_verb(all[i], c->out);
		rich_add(c->out, "%s", "");
		rich_add(c->out, "%s", "");
	}
	return true;
}

const struct tf_verb tf_help = {
	.name = "help", .aliases = (const char *const[]){ "h", NULL }, .where = AT_RUN | AT_STEPPER, .raw = true,
	.max_args = -1, .words = TF_VERBS, .exec = help_exec, .brief = "Say what the commands do, or one of them.",
};

static bool version_exec(struct tf_call *c, struct err *err)
{
	struct str s = STR_INIT;
	struct sink sink = sink_mem(&s);

	(void)err;
	version_print(&sink);
	rich_text(c->out, sv_sub(str_sv(&s), 0, s.n - (s.n > 0)));
	str_free(&s);
	return true;
}

const struct tf_verb tf_version = {
	.name = "version", .aliases = (const char *const[]){ "ver", NULL }, .where = AT_RUN | AT_STEPPER, .raw = true,
	.max_args = -1, .exec = version_exec, .brief = "Say which version this is, and of what it is made.",
};
