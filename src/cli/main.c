/*
 * smtui's entry point: locale, the app with its two doors (screen and line prompt), the command line.
 */
#include <locale.h>
#include <string.h>

#include "base/intr.h"
#include "base/lastwords.h"
#include "cli/completion.h"
#include "cli/man.h"
#include "cli/prompt.h"
#include "cmd/cmd.h"
#include "ui/ui.h"

static const struct cmd_prompt line_prompt = { .run = prompt_run, .tfdbg = prompt_tfdbg };

int main(int argc, char **argv)
{
	struct app app;
	int rc;

	setlocale(LC_ALL, "");
	setlocale(LC_NUMERIC, "C");	/* numbers are written with a point, always */
	if (argc == 2 && !strcmp(argv[1], "--generate-man"))
		return man_print();
	if (argc == 3 && !strcmp(argv[1], "--generate-completion"))
		return completion_print(argv[2]);
	intr_install();
	lastwords_install();
	app_init(&app);
	app.screen = &ui_screen;
	app.prompt = &line_prompt;
	rc = cmd_shell(&app, argc, argv);
	app_free(&app);
	return rc;
}
