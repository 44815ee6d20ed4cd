/* The run debugger without a screen: its words, what Tab offers, links, marks and menus of its answers. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "cmd/tfdbg/complete.h"
#include "cmd/tfdbg/filters.h"
#include "cmd/tfdbg/verbs.h"

/* ---- words ---- */

/* want: words between "|", then ">FILE" if there is one. */
static void splits(const char *line, const char *want)
{
	struct tf_words_list w;
	struct str s = STR_INIT;

	assert_true(tf_split(line, &w));
	for (size_t i = 0; i < w.word.n; i++)
		str_addf(&s, "%s%s", i ? "|" : "", w.word.p[i]);
	if (w.redirect)
		str_addf(&s, ">%s", w.redirect);
	assert_string_equal(str_z(&s), want);
	str_free(&s);
	tf_words_free(&w);
}

static void words(void **state)
{
	struct tf_words_list w;

	(void)state;
	splits("", "");
	splits("  lt  -n\ta ", "lt|-n|a");
	splits("pt x:0[0 , :] -r [ [1, 2], [3, 4] ]", "pt|x:0[0 , :]|-r|[ [1, 2],|[3, 4]|]");
	splits("eval \"a b\" 'c d'", "eval|a b|c d");
	splits("eval \"a 'b", "eval|\"a|'b");
	splits("eval np.max('a b')", "eval|np.max('a b')");
	splits("lt > f", "lt>f");
	splits("lt >f", "lt>f");
	splits("lt>f", "lt>f");
	splits("lt> f", "lt>f");
	splits("lp -e >100s", "lp|-e|>100s");
	splits("lp -e >=100", "lp|-e|>=100");
	splits("lp -e >100s > f", "lp|-e|>100s>f");
	splits("eval `a:0`>=1", "eval|`a:0`>=1");
	splits("eval `a:0`>1", "eval|`a:0`>1");
	assert_false(tf_split("lt >", &w));
	tf_words_free(&w);
	assert_false(tf_split("lt>", &w));
	tf_words_free(&w);
}

/* ---- flags ---- */

static const struct tf_flag some_flags[] = {
	{ "f", "filter", OPT_STRING, "", NULL }, { "fenn", "filter_not", OPT_STRING, "", NULL },
	{ "n", "number", OPT_INT, "", NULL }, { "s", "numeric", OPT_FLAG, "", NULL },
	{ NULL, "unit", OPT_STRING, "", "us|ms" }, { 0 },
};
static const struct tf_verb some_verb = { .name = "v", .flags = some_flags, .max_args = 1 };

/* want: "-" for a syntax error; else the values in the flags' order, then the operands. */
static void parses(const char *line, const char *want)
{
	struct tf_words_list w;
	struct tf_val opt[6] = { { 0 } };
	const char *argv[10];
	struct str s = STR_INIT;
	bool help;
	int argc;

	assert_true(tf_split(line, &w));
	if (!tf_parse(&some_verb, (int)w.word.n, w.word.p, opt, argv, &argc, &help)) {
		str_addc(&s, '-');
	} else {
		for (int i = 0; i < 5; i++)
			if (opt[i].given)
				str_addf(&s, "%s=%s ", some_flags[i].name, opt[i].s ? opt[i].s : "on");
		for (int i = 0; i < argc; i++)
			str_addf(&s, "(%s)", argv[i]);
		str_addz(&s, help ? "help" : "");
	}
	assert_string_equal(str_z(&s), want);
	str_free(&s);
	tf_words_free(&w);
}

static void flags(void **state)
{
	(void)state;
	parses("-f a x", "filter=a (x)");
	parses("x -fa", "filter=a (x)");
	parses("-fenn a", "filter_not=a ");
	parses("-f enn", "filter=enn ");
	parses("--filter=a", "filter=a ");
	parses("--filter a --filter_not b", "filter=a filter_not=b ");
	parses("--filter_n b", "filter_not=b ");
	parses("--num 3", "-");		/* number, or numeric? */
	parses("--numb 3 --nume", "number=3 numeric=on ");
	parses("-n -1", "number=-1 ");
	parses("-n x", "-");
	parses("-sn3", "number=3 numeric=on ");
	parses("-n", "-");
	parses("-f -s", "-");
	parses("--unit ms", "unit=ms ");
	parses("--unit h", "-");
	parses("-z", "-");
	parses("a b", "-");
	parses("-h", "help");
	parses("-- -s", "(-s)");
	parses("-1", "(-1)");
}

/* ---- a session whose screens are checks ---- */

struct seen {
	struct str words;
};

static void word_add(void *ctx, const char *word)
{
	struct seen *s = ctx;

	str_addf(&s->words, "%s%s", s->words.n ? " " : "", word);
}

static void completes(struct tfdbg *t, const char *line, const char *want)
{
	struct seen s = { 0 };
	size_t from = tf_complete(t, line, strlen(line), word_add, &s);

	assert_true(from <= strlen(line));
	assert_string_equal(str_z(&s.words), want);
	str_free(&s.words);
}

static const struct rich_line *line_with(const struct rich *r, const char *text)
{
	for (size_t i = 0; i < r->line.n; i++)
		if (strstr(r->line.p[i].text.p, text))
			return &r->line.p[i];
	fail_msg("no line with \"%s\"", text);
	return NULL;
}

/* The link behind a text of a line. */
static const char *link_at(const struct rich *r, const char *text)
{
	const struct rich_line *l = line_with(r, text);
	uint32_t at = (uint32_t)(strstr(l->text.p, text) - l->text.p);

	for (size_t i = 0; i < l->span.n; i++)
		if (l->span.p[i].from <= at && at < l->span.p[i].to && l->span.p[i].link)
			return l->span.p[i].link;
	return "";
}

static void links(struct tfdbg *t, const char *line, const char *text, const char *want)
{
	struct rich r;

	rich_init(&r);
	tf_dispatch(t, line, 0, &r);
	assert_string_equal(link_at(&r, text), want);
	rich_free(&r);
}

static const char *menu_of(const struct rich *r, const char *label)
{
	for (size_t i = 0; i < r->menu.n; i++)
		if (!strcmp(r->menu.p[i].label, label))
			return r->menu.p[i].command ? r->menu.p[i].command : "off";
	return "none";
}

static void marks(struct tfdbg *t)
{
	struct rich r;
	const struct rich_line *l;
	int n = 0;

	rich_init(&r);
	tf_dispatch(t, "pt layer/y -r [[-25,-20],[27,28]]", 0, &r);
	l = line_with(&r, "[ 22.5");
	assert_string_equal(l->index, "0,0");
	for (size_t i = 0; i < l->span.n; i++)
		if (l->span.p[i].style & RT_MARK) {
			assert_int_equal(strncmp(l->text.p + l->span.p[i].from, "27.5", 4), 0);
			n++;
		}
	l = line_with(&r, "-21.5");
	assert_string_equal(l->index, "1,0");
	for (size_t i = 0; i < l->span.n; i++)
		n += (l->span.p[i].style & RT_MARK) != 0;
	assert_int_equal(n, 2);
	rich_clear(&r);
	tf_dispatch(t, "pt big", 0, &r);
	assert_string_equal(line_with(&r, "2.991e+03")->index, "997,0");
	assert_null(line_with(&r, "...,")->index);
	assert_string_equal(menu_of(&r, "node_info"), "node_info -a -d -t big");
	assert_string_equal(menu_of(&r, "print_tensor"), "off");
	rich_free(&r);
}

static void at_start(struct tfdbg *t)
{
	completes(t, "ru", "run run_info");
	completes(t, "run -f ", "has_inf_or_nan big");
	completes(t, "run -f b", "big");
	completes(t, "pf ", "x:0");
	completes(t, "lt", "");
	completes(t, "pt x", "");
	completes(t, "help ver", "version ver");
	links(t, "run_info", "x:0", "pf 'x:0'");
	links(t, "run_info", "* big", "");
	links(t, "run_info", "big", "run -f big");
	tf_dispatch(t, "run", 0, &(struct rich){ 0 });
}

static void at_end(struct tfdbg *t)
{
	completes(t, "l", "list_inputs li list_outputs lo list_source ls list_tensors lt");
	completes(t, "pt layer/", "layer/mm:0 layer/y:0");
	completes(t, "ni layer/m", "layer/mm");
	completes(t, "lo m", "mm");		/* an end of a path, where no path begins so */
	completes(t, "lt --so", "--sort_by");
	completes(t, "eval np.max(`layer/y", "layer/y:0");
	completes(t, "eval `lg:0`", "");
	completes(t, "nosuch ", "");
	links(t, "lt -n layer", "layer/mm:0", "pt layer/mm:0");
	links(t, "lt", "t (ms)", "lt -s timestamp -r");
	links(t, "lt -s op_type -r -n layer", "Op type", "lt -s op_type --node_name_filter layer");
	links(t, "ni lg", "layer/y", "ni -a -d -t layer/y");
	links(t, "ni -d lg", "Slot 0", "pt lg:0 -n 0");
	links(t, "li -c lg", "ctl", "li -c -r ctl");
	links(t, "lo layer/y", "st", "lo -c -r st");
	marks(t);
	tf_dispatch(t, "exit", 0, &(struct rich){ 0 });
}

static int screens;

static bool screen(struct tfdbg *t, struct err *err)
{
	(void)err;
	screens++;
	if (t->at == AT_START)
		at_start(t);
	else
		at_end(t);
	return true;
}

static const struct signature *signature(void *ctx, int i)
{
	const struct app *app = ctx;

	(void)i;
	return &app->mg->sigs[0];
}

static bool feed(void *ctx, int i, struct dbg *d, struct err *err)
{
	const struct app *app = ctx;
	static const float v[] = { 1, 2, 3, -1, -2, -3 };
	struct tensor *t = tensor_new(DT_FLOAT, 2, (int64_t[]){ 2, 3 }, err);
	bool ok;

	(void)i;
	assert_non_null(t);
	memcpy(t->data, v, sizeof(v));
	ok = dbg_choose(d, &app->mg->sigs[0], err) && dbg_set_input(d, 0, t, NULL, err);
	tensor_unref(t);
	return ok;
}

static bool results(void *ctx, int i, struct dbg *d, bool shown, struct err *err)
{
	(void)ctx;
	(void)i;
	(void)err;
	assert_true(shown);
	assert_int_equal(dbg_state(d), DBG_DONE);
	return true;
}

static void session(void **state)
{
	static const struct cmd_prompt prompt = { .tfdbg = screen };
	const char *top = getenv("srcdir");
	char *path = xasprintf("%s/tests/models/tfdbg/layers", top ? top : ".");
	struct sink none = sink_null();
	struct err err = { 0 };
	struct tf_host host = { .n = 1, .signature = signature, .feed = feed, .results = results };
	struct tfdbg *t;
	struct app app;

	(void)state;
	app_init(&app);
	app.prompt = &prompt;
	assert_true(app_open(&app, path, NULL, &err));
	host.ctx = &app;
	t = tfdbg_new(&app, &err);
	assert_non_null(t);
	assert_true(tf_filter_option(t, "big = float and max > 100", &err));
	assert_false(tf_filter_option(t, "has_inf_or_nan=nan", &err));
	err_clear(&err);
	assert_int_equal(tfdbg_session(t, &host, &none, &err), EXIT_FINE);
	assert_int_equal(screens, 2);
	tfdbg_free(t);
	app_free(&app);
	free(path);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(words), cmocka_unit_test(flags), cmocka_unit_test(session),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
