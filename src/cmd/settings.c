/*
 * Settings: the table, the file, and the command that prints what is in force.
 *
 *	# comment
 *	theme = light
 *	key F2 = :lt
 *	filter gt100 = float and max > 100
 *
 * A line that makes no sense is kept as a message with its place and passed over: a screen that does
 * not open because of a typing error helps nobody.
 */
#include "cmd/settings.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "cmd/json.h"
#include "cmd/rows.h"
#include "cmd/watch.h"

static const struct setting_row rows[SET_COUNT] = {
	[SET_THEME] = { "theme", "auto|dark|light|mono|contrast|blue-orange", "auto",
			"colours: auto takes light where COLORFGBG tells of a light background, else colours "
			"that can be read on both; mono has none; contrast is bold; blue-orange has no red "
			"and green" },
	[SET_COLOR] = { "color", "auto|never|8|16|256", "auto",
			"how many colours: auto asks the terminal and NO_COLOR" },
	[SET_ASCII] = { "ascii", "auto|on|off", "auto",
			"only ASCII characters: auto when the locale is not UTF-8" },
	[SET_MOUSE] = { "mouse", "on|off", "off", "the mouse from the start; M switches it" },
	[SET_KEYS] = { "keys", "smtui|gdb", "smtui",
		       "gdb: n, s, f, u, d, w, r, p, i as in gdb where a run is stepped through; at its prompt f is "
		       "frame, ni next, w where" },
	[SET_DIGITS] = { "digits", "1..17", "4", "significant digits of the numbers in a tensor's grid" },
	[SET_COPY] = { "copy", "on|off", "on",
		       "y and Y hand text to the terminal's clipboard (OSC 52)" },
	[SET_MAX_MEMORY] = { "max_memory", NULL, "",
			     "refuse tensors beyond so much memory, such as 2G, where --max-memory "
			     "is not given" },
};

enum { LINE_MAX_BYTES = 4096 };

const struct setting_row *setting_rows(int *n)
{
	*n = SET_COUNT;
	return rows;
}

const char *setting(const struct settings *s, enum setting which)
{
	return s && s->value[which] ? s->value[which] : rows[which].def;
}

/* ---- one value ---- */

static bool is_one_of(const char *values, const char *v)
{
	size_t n = strlen(v), len;

	for (const char *p = values; *p; p += len + (p[len] == '|')) {
		len = strcspn(p, "|");
		if (len == n && !strncmp(p, v, n))
			return true;
	}
	return false;
}

static bool is_within(const char *range, const char *v)
{
	char *end;
	long low = strtol(range, &end, 10), high = strtol(end + 2, NULL, 10), n;

	errno = 0;
	n = strtol(v, &end, 10);
	return *v && !*end && !errno && n >= low && n <= high;
}

static bool value_ok(const struct setting_row *r, const char *v, struct err *err)
{
	size_t bytes;

	if (!r->values)
		return !*v || bytes_parse(v, r->name, &bytes, err);
	if (strstr(r->values, "..") ? is_within(r->values, v) : is_one_of(r->values, v))
		return true;
	return err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT, "%s is one of %s, not \"%s\"", r->name,
		       r->values, v);
}

bool setting_set(struct settings *s, enum setting which, const char *value, const char *from,
		 struct err *err)
{
	if (!value_ok(&rows[which], value, err))
		return false;
	free(s->value[which]);
	free(s->from[which]);
	s->value[which] = xstrdup(value);
	s->from[which] = xstrdup(from);
	return true;
}

void settings_wrong(struct settings *s, const char *from, const char *fmt, ...)
{
	struct str text = STR_INIT, safe = STR_INIT;
	va_list ap;

	str_addf(&text, "%s: ", from);
	va_start(ap, fmt);
	str_vaddf(&text, fmt, ap);
	va_end(ap);
	str_escaped(&safe, str_sv(&text));
	str_free(&text);
	vec_push(&s->wrong, str_give(&safe));
}

/* ---- the file ---- */

static char *config_path(void)
{
	const char *config = getenv("XDG_CONFIG_HOME"), *home = getenv("HOME");

	if (config && *config == '/')
		return xasprintf("%s/smtui/config", config);
	return home && *home ? xasprintf("%s/.config/smtui/config", home) : NULL;
}

static char *trimmed(char *z)
{
	size_t n;

	z += strspn(z, " \t\r\n");
	for (n = strlen(z); n && strchr(" \t\r\n", z[n - 1]); n--)
		;
	z[n] = '\0';
	return z;
}

/* "F2 = :lt", behind "key ". The key may be "=" itself. */
static bool binding_line(char *line, const char *from, struct binding *b)
{
	char *key = trimmed(line), *end = key + strcspn(key, " \t"), *eq;

	if (end == key || !(eq = strchr(end, '=')))
		return false;
	*end = '\0';
	*b = (struct binding){ xstrdup(key), xstrdup(trimmed(eq + 1)), xstrdup(from) };
	return true;
}

static void key_line(struct settings *s, char *line, const char *from)
{
	struct binding b;

	if (binding_line(line, from, &b))
		vec_push(&s->key, b);
	else
		settings_wrong(s, from, "a key's line is \"key NAME = ACTION\"");
}

static void filter_line(struct settings *s, char *line, const char *from)
{
	struct binding b;

	if (binding_line(line, from, &b))
		vec_push(&s->filter, b);
	else
		settings_wrong(s, from, "a filter's line is \"filter NAME = CONDITION\"");
}

static void option_line(struct settings *s, char *line, const char *from)
{
	char *eq = strchr(line, '='), *name, *text;
	struct err err = { 0 };

	if (!eq) {
		settings_wrong(
			s, from,
			"a line is \"NAME = VALUE\", \"key NAME = ACTION\", \"filter NAME = CONDITION\" or a comment");
		return;
	}
	*eq = '\0';
	name = trimmed(line);
	for (int i = 0; i < SET_COUNT; i++)
		if (!strcmp(rows[i].name, name)) {
			if (setting_set(s, (enum setting)i, trimmed(eq + 1), from, &err))
				return;
			text = err_text(&err);
			settings_wrong(s, from, "%s", text);
			free(text);
			err_clear(&err);
			return;
		}
	settings_wrong(s, from, "there is no option \"%s\"; smtui config lists them", name);
}

static void file_line(struct settings *s, char *line, int number)
{
	char *at = trimmed(line), *from = xasprintf("%s:%d", s->path, number);

	if (strlen(at) > LINE_MAX_BYTES)
		settings_wrong(s, from, "this line is too long");
	else if (!strncmp(at, "key ", 4) || !strncmp(at, "key\t", 4))
		key_line(s, at + 4, from);
	else if (!strncmp(at, "filter ", 7) || !strncmp(at, "filter\t", 7))
		filter_line(s, at + 7, from);
	else if (*at && *at != '#')
		option_line(s, at, from);
	free(from);
}

static void file_read(struct settings *s)
{
	FILE *f = s->path ? fopen(s->path, "r") : NULL;
	char *line = NULL;
	size_t cap = 0;

	if (!f) {
		if (s->path && errno != ENOENT && errno != ENOTDIR)
			settings_wrong(s, s->path, "cannot be read: %s", strerror(errno));
		return;
	}
	for (int n = 1; getline(&line, &cap, f) >= 0; n++)
		file_line(s, line, n);
	if (ferror(f))
		settings_wrong(s, s->path, "cannot be read: %s", strerror(errno));
	free(line);
	fclose(f);
}

struct settings *settings_load(void)
{
	struct settings *s = xcalloc(1, sizeof(*s));
	const char *no = getenv("NO_COLOR");

	s->path = config_path();
	file_read(s);
	if (no && *no)
		setting_set(s, SET_COLOR, "never", "NO_COLOR", NULL);
	return s;
}

static void binding_free(struct binding *b)
{
	free(b->key);
	free(b->action);
	free(b->from);
}

void settings_free(struct settings *s)
{
	if (!s)
		return;
	for (int i = 0; i < SET_COUNT; i++) {
		free(s->value[i]);
		free(s->from[i]);
	}
	for (size_t i = 0; i < s->key.n; i++)
		binding_free(&s->key.p[i]);
	for (size_t i = 0; i < s->filter.n; i++)
		binding_free(&s->filter.p[i]);
	for (size_t i = 0; i < s->wrong.n; i++)
		free(s->wrong.p[i]);
	vec_free(&s->key);
	vec_free(&s->filter);
	vec_free(&s->wrong);
	free(s->path);
	free(s);
}

/* ---- for commands ---- */

struct settings *app_settings(struct app *app)
{
	if (!app->settings)
		app->settings = settings_load();
	return app->settings;
}

bool screen_options(const struct cmd_call *c, struct err *err)
{
	static const struct { const char *option; enum setting which; } by_option[] = {
		{ "theme", SET_THEME }, { "color", SET_COLOR },
	};
	struct settings *s = app_settings(c->app);

	for (size_t i = 0; i < sizeof(by_option) / sizeof(*by_option); i++) {
		const char *v = call_str(c, by_option[i].option);

		if (v && !setting_set(s, by_option[i].which, v, "command line", err))
			return false;
	}
	return !call_flag(c, "ascii") || setting_set(s, SET_ASCII, "on", "command line", err);
}

/* ---- the command ---- */

static void bindings_json(struct json *j, const char *all, const char *name, const char *what,
			  const struct binding *b, size_t n)
{
	json_key(j, all);
	json_open(j, '[');
	for (size_t i = 0; i < n; i++) {
		json_open(j, '{');
		json_kstr(j, name, sv_of(b[i].key));
		json_kstr(j, what, sv_of(b[i].action));
		json_kstr(j, "from", sv_of(b[i].from));
		json_close(j, '}');
	}
	json_close(j, ']');
}

static void config_json(const struct settings *s, struct sink *out)
{
	struct json j;

	json_start(&j, out);
	json_open(&j, '{');
	json_kstr(&j, "file", sv_of(s->path ? s->path : ""));
	json_key(&j, "options");
	json_open(&j, '[');
	for (int i = 0; i < SET_COUNT; i++) {
		json_open(&j, '{');
		json_kstr(&j, "name", sv_of(rows[i].name));
		json_kstr(&j, "value", sv_of(setting(s, (enum setting)i)));
		json_kstr(&j, "default", sv_of(rows[i].def));
		json_kstr(&j, "from", sv_of(s->from[i] ? s->from[i] : "default"));
		json_close(&j, '}');
	}
	json_close(&j, ']');
	bindings_json(&j, "keys", "key", "action", s->key.p, s->key.n);
	bindings_json(&j, "filters", "name", "condition", s->filter.p, s->filter.n);
	json_close(&j, '}');
	json_end(&j);
}

static void line_print(struct sink *out, const char *name, const char *value, const char *from)
{
	struct str s = STR_INIT;

	str_addf(&s, "%s = ", name);
	str_escaped(&s, sv_of(value));
	sink_printf(out, "%-27s # ", str_z(&s));
	sink_escaped(out, sv_of(from));
	sink_puts(out, "\n");
	str_free(&s);
}

static void bindings_print(struct sink *out, const char *kind, const struct binding *b, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		char *name = xasprintf("%s %s", kind, b[i].key);

		line_print(out, name, b[i].action, b[i].from);
		free(name);
	}
}

static int config_exec(struct cmd_call *c, struct err *err)
{
	struct settings *s = app_settings(c->app);

	(void)err;
	if (c->app->screen && c->app->screen->check)
		c->app->screen->check(s);
	for (size_t i = 0; i < s->wrong.n; i++)
		sink_printf(c->msg, "%s\n", s->wrong.p[i]);
	if (call_flag(c, "json")) {
		config_json(s, c->out);
		return EXIT_FINE;
	}
	sink_puts(c->out, "# ");
	sink_escaped(c->out, sv_of(s->path ? s->path : "no home, no file"));
	sink_puts(c->out, "\n");
	for (int i = 0; i < SET_COUNT; i++)
		line_print(c->out, rows[i].name, setting(s, (enum setting)i),
			   s->from[i] ? s->from[i] : "default");
	bindings_print(c->out, "key", s->key.p, s->key.n);
	bindings_print(c->out, "filter", s->filter.p, s->filter.n);
	return EXIT_FINE;
}

static const struct cmd_opt config_opts[] = {
	{ "json", 0, OPT_FLAG, NULL, "print JSON" },
	{ 0 },
};

const struct cmd cmd_config = {
	.name = "config", .where = CMD_SHELL | CMD_PROMPT, .opts = config_opts, .group = "Other",
	.brief = "The settings in force, each with where it comes from.",
	.help = "The output can be used as a settings file; the manual (FILES) says what each option does.",
	.json = "{file: str, options: [{name: str, value: str, default: str, from: str}], "
		"keys: [{key: str, action: str, from: str}], "
		"filters: [{name: str, condition: str, from: str}]}",
	.exec = config_exec,
};
