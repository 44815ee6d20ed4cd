/*
 * Holds what a command's --json printed (stdin) to the notation in its row.
 *
 *	json_check COMMAND	exit 1 and a line on stderr when it does not follow it
 *	json_check --list	the commands of the shell that have --json; exit 1 when one says not what it prints
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "cmd/cmd.h"
#include "cmd/schema.h"

static bool has_json(const struct cmd *c)
{
	for (const struct cmd_opt *o = c->opts; o && o->name; o++)
		if (!strcmp(o->name, "json"))
			return true;
	return false;
}

static int list(void)
{
	int n, rc = 0;
	const struct cmd *const *all = cmd_list(&n);

	for (int i = 0; i < n; i++) {
		if (!(all[i]->where & CMD_SHELL) || !has_json(all[i]))
			continue;
		printf("%s\n", all[i]->name);
		if (!all[i]->json) {
			fprintf(stderr, "%s: its row does not say what --json prints\n", all[i]->name);
			rc = 1;
		}
	}
	return rc;
}

int main(int argc, char **argv)
{
	const struct cmd *c = argc == 2 ? cmd_find(argv[1], CMD_SHELL) : NULL;
	struct str text = STR_INIT;
	struct err err = { 0 };
	char buf[4096];
	size_t n;

	if (argc == 2 && !strcmp(argv[1], "--list"))
		return list();
	if (!c && argc == 2)
		c = cmd_find(argv[1], CMD_PROMPT);
	if (!c || !c->json) {
		fprintf(stderr, "usage: json_check COMMAND | --list\n");
		return 2;
	}
	while ((n = fread(buf, 1, sizeof(buf), stdin)) > 0)
		str_add(&text, (struct sv){ buf, n });
	if (!schema_holds(c->json, text.n ? str_sv(&text) : SV(""), &err)) {
		char *why = err_text(&err);

		fprintf(stderr, "%s: %s\n", c->name, why);
		free(why);
		return 1;
	}
	str_free(&text);
	return 0;
}
