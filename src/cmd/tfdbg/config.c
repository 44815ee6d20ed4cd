/*
 * config: how the debugger behaves, kept as JSON in the file tfdbg_config of smtui's state folder, written when it
 * is set: {"graph_recursion_depth": 20, "mouse_mode": true}
 */
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <strings.h>

#include "base/state.h"
#include "cmd/tfdbg/verbs.h"

/* ---- values ---- */

static const char *const yes[] = { "1", "true", "t", "yes", "y", "on", NULL };
static const char *const no[] = { "0", "false", "f", "no", "n", "off", NULL };

static bool is_one_of(const char *const *words, const char *v)
{
	for (; *words; words++)
		if (!strcasecmp(*words, v))
			return true;
	return false;
}

static bool set_depth(struct tf_cfg *cfg, const char *v, struct err *err)
{
	char *end;
	int64_t n;

	errno = 0;
	n = strtoll(v, &end, 10);
	if (errno || end == v || *end)
		return tf_raise(err, "ValueError", "invalid literal for int() with base 10: '%s'", v);
	cfg->depth = n;
	return true;
}

static bool set_mouse(struct tf_cfg *cfg, const char *v, struct err *err)
{
	if (!is_one_of(yes, v) && !is_one_of(no, v))
		return tf_raise(err, "ValueError", "Invalid string value for bool type: %s", v);
	cfg->mouse = is_one_of(yes, v);
	return true;
}

static void text_depth(const struct tf_cfg *cfg, bool json, struct str *out)
{
	(void)json;
	str_addf(out, "%" PRId64, cfg->depth);
}

static void text_mouse(const struct tf_cfg *cfg, bool json, struct str *out)
{
	str_addz(out, json ? cfg->mouse ? "true" : "false" : cfg->mouse ? "True" : "False");
}

static const struct property {
	const char *name;
	bool (*set)(struct tf_cfg *cfg, const char *v, struct err *err);
	void (*text)(const struct tf_cfg *cfg, bool json, struct str *out);
} properties[] = {
	{ "graph_recursion_depth", set_depth, text_depth },
	{ "mouse_mode", set_mouse, text_mouse },
};
enum { N_PROPERTIES = sizeof(properties) / sizeof(*properties) };

/* ---- the file ---- */

static void cfg_write(const struct tf_cfg *cfg)
{
	char *path = state_path("tfdbg_config");
	struct str s = STR_INIT;
	FILE *f;

	for (int i = 0; i < N_PROPERTIES; i++) {
		str_addf(&s, "%s\"%s\": ", i ? ", " : "{", properties[i].name);
		properties[i].text(cfg, true, &s);
	}
	str_addz(&s, "}\n");
	if (path)
		folders_above(path, 0700);
	f = path ? fopen(path, "w") : NULL;
	if (f) {
		fwrite(s.p, 1, s.n, f);
		fclose(f);
	}
	str_free(&s);
	free(path);
}

/* The value behind "NAME":, up to the comma or brace. A file that says something else changes nothing. */
static void cfg_take(struct tf_cfg *cfg, const struct property *p, const char *text)
{
	char *key = xasprintf("\"%s\"", p->name), word[32];
	const char *at = strstr(text, key);
	size_t n;

	free(key);
	at = at ? strchr(at, ':') : NULL;
	if (!at)
		return;
	at += 1 + strspn(at + 1, " \t\n");
	n = strcspn(at, ",} \t\n");
	if (!n || n >= sizeof(word))
		return;
	memcpy(word, at, n);
	word[n] = '\0';
	p->set(cfg, word, NULL);
}

void tf_cfg_read(struct tf_cfg *cfg)
{
	char *path = state_path("tfdbg_config"), text[1024];
	FILE *f = path ? fopen(path, "r") : NULL;
	size_t n;

	*cfg = (struct tf_cfg){ .depth = 20, .mouse = true };
	free(path);
	if (!f)
		return;
	n = fread(text, 1, sizeof(text) - 1, f);
	fclose(f);
	text[n] = '\0';
	for (int i = 0; i < N_PROPERTIES; i++)
		cfg_take(cfg, &properties[i], text);
}

/* ---- the verb ---- */

static bool show(struct tf_call *c)
{
	rich_add(c->out, "Command-line configuration:");
	rich_style(c->out, RT_BOLD);
	rich_add(c->out, "%s", "");
	for (int i = 0; i < N_PROPERTIES; i++) {
		struct str s = STR_INIT;

		properties[i].text(&c->t->cfg, false, &s);
		rich_add(c->out, "  %s: %s", properties[i].name, str_z(&s));
		rich_span(c->out, 2, 2 + strlen(properties[i].name), RT_UNDERLINE, NULL);
		str_free(&s);
	}
	return true;
}

bool tf_config_set(struct tfdbg *t, const char *name, const char *value, struct err *err)
{
	for (int i = 0; i < N_PROPERTIES; i++)
		if (!strcmp(properties[i].name, name)) {
			if (!properties[i].set(&t->cfg, value, err))
				return false;
			cfg_write(&t->cfg);
			return true;
		}
	return tf_raise(err, "KeyError", "'%s is not a valid property name.'", name);
}

static bool config_exec(struct tf_call *c, struct err *err)
{
	if (c->argc == 3 && !strcmp(c->argv[0], "set"))
		return tf_config_set(c->t, c->argv[1], c->argv[2], err) && show(c);
	if (c->argc == 1 && !strcmp(c->argv[0], "show"))
		return show(c);
	tf_syntax(c);
	return true;
}

const struct tf_verb tf_config = {
	.name = "config", .aliases = (const char *const[]){ "cfg", NULL }, .where = AT_RUN, .operand = "{set,show}",
	.operand_help = "show, or set NAME VALUE: graph_recursion_depth, how deep li -r and lo -r go; mouse_mode, "
			"whether the screen takes the mouse.",
	.min_args = 1, .max_args = 3, .exec = config_exec, .brief = "Show or set how the debugger behaves.",
};
