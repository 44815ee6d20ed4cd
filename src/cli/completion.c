/*
 * The completion script, made from the command table: "man/smtui.bash" is what this prints, and a
 * test compares the two. What the script does:
 *
 *   first word          commands, and files
 *   -...                options of the command
 *   behind an option    files where it takes some, else the values that the settings know
 *   else                files
 */
#include "cli/completion.h"

#include <stdio.h>
#include <string.h>

#include "cmd/cmd.h"
#include "cmd/settings.h"

static bool is_shell(const struct cmd *c)
{
	return (c->where & CMD_SHELL) && c->brief;
}

static void words(void)
{
	int n;
	const struct cmd *const *all = cmd_list(&n);

	for (int i = 0; i < n; i++)
		if (is_shell(all[i]))
			printf(" %s", all[i]->name);
}

static void options_case(void)
{
	int n;
	const struct cmd *const *all = cmd_list(&n);

	printf("\tcase $cmd in\n");
	for (int i = 0; i < n; i++) {
		if (!is_shell(all[i]))
			continue;
		printf("\t%s) options='--help", all[i]->name);
		for (const struct cmd_opt *o = all[i]->opts; o && o->name; o++) {
			printf(" --%s", o->name);
			if (o->letter)
				printf(" -%c", o->letter);
		}
		printf("' ;;\n");
	}
	printf("\tesac\n");
}

/* An option's values are those of the setting of the same name. */
static void values_case(void)
{
	int n;
	const struct setting_row *rows = setting_rows(&n);

	printf("\tcase $prev in\n");
	for (int i = 0; i < n; i++) {
		if (!rows[i].values || strstr(rows[i].values, ".."))
			continue;
		printf("\t--%s) values='", rows[i].name);
		for (const char *p = rows[i].values; *p; p++)
			putchar(*p == '|' ? ' ' : *p);
		printf("' ;;\n");
	}
	printf("\t--ui) values='curses readline' ;;\n");
	printf("\tesac\n");
}

static int bash(void)
{
	printf("# Completion of smtui for bash. Made by smtui --generate-completion bash; do not "
	       "edit.\n"
	       "_smtui()\n{\n"
	       "\tlocal cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} cmd= "
	       "options= values= i\n"
	       "\tlocal commands='");
	words();
	printf("'\n\tlocal IFS=$' \\t\\n'\n"
	       "\tfor ((i = 1; i < COMP_CWORD; i++)); do\n"
	       "\t\tcase \" $commands \" in *\" ${COMP_WORDS[i]} \"*) cmd=${COMP_WORDS[i]}; break "
	       ";; esac\n"
	       "\tdone\n");
	printf("\t[ -n \"$cmd\" ] || [ \"$COMP_CWORD\" = 1 ] || cmd=browse\n");
	options_case();
	values_case();
	printf("\tif [ -n \"$values\" ]; then\n"
	       "\t\tCOMPREPLY=($(compgen -W \"$values\" -- \"$cur\"))\n"
	       "\telif [ \"$cmd\" = help ]; then\n"
	       "\t\tCOMPREPLY=($(compgen -W \"$commands\" -- \"$cur\"))\n"
	       "\telif [[ $cur == -* ]]; then\n"
	       "\t\tCOMPREPLY=($(compgen -W \"${options:---help --version}\" -- \"$cur\"))\n"
	       "\telse\n"
	       "\t\tlocal IFS=$'\\n'\n"
	       "\t\tcompopt -o filenames 2>/dev/null\n"
	       "\t\tCOMPREPLY=($(compgen -f -- \"$cur\"))\n"
	       "\t\tIFS=$' \\t\\n'\n"
	       "\t\t[ -n \"$cmd\" ] || COMPREPLY+=($(compgen -W \"$commands\" -- \"$cur\"))\n"
	       "\tfi\n"
	       "}\n"
	       "complete -F _smtui smtui\n");
	return fflush(stdout) ? 1 : 0;
}

int completion_print(const char *shell)
{
	if (!strcmp(shell, "bash"))
		return bash();
	fprintf(stderr, "smtui: --generate-completion knows bash, not \"%s\"\n", shell);
	return EXIT_USAGE;
}
