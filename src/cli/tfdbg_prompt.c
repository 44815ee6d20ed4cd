/*
 * The run debugger without a screen, as tfdbg's readline UI: the title, then an empty line, the prompt and an
 * answer after the other, all on stdout, also when lines come from a pipe. Its history is that of the session.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/intr.h"
#include "base/mem.h"
#include "cli/offers.h"
#include "cli/prompt.h"
#include "cmd/tfdbg/complete.h"

#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#ifdef HAVE_READLINE
#include <readline/history.h>
#include <readline/readline.h>
#endif

#define PROMPT "tfdbg> "

static char *plain_line(void)
{
	char *line = NULL;
	size_t cap = 0;
	ssize_t n;

	fputs(PROMPT, stdout);
	fflush(stdout);
	n = getline(&line, &cap, stdin);
	if (n < 0) {
		bool again = intr_pending() && !feof(stdin);

		clearerr(stdin);
		free(line);
		return again ? xstrdup("") : NULL;
	}
	while (n > 0 && (line[n - 1] == '\n' || line[n - 1] == '\r'))
		line[--n] = '\0';
	return line;
}

#ifdef HAVE_READLINE

static struct tfdbg *completing;

/* Words that begin where readline thinks that the word does: what stands before it belongs to them. */
static char **complete(const char *text, int start, int end)
{
	size_t from = tf_complete(completing, rl_line_buffer, (size_t)end, offers_add, NULL);
	size_t before = from > (size_t)start ? from - (size_t)start : 0;

	offers_prefix(rl_line_buffer + start, before);
	rl_completion_append_character = before ? '`' : ' ';
	return offers_matches(text);
}

static char *read_line(struct tfdbg *t, bool tty)
{
	char *line;

	if (!tty)
		return plain_line();
	completing = t;
	rl_readline_name = "smtui";
	rl_attempted_completion_function = complete;
	rl_basic_word_break_characters = " \t";
	rl_completer_quote_characters = "";
	line = readline(PROMPT);
	if (line && *line)
		add_history(line);
	return line;
}

#else

static char *read_line(struct tfdbg *t, bool tty)
{
	(void)t;
	(void)tty;
	return plain_line();
}

#endif

static void answer(struct tfdbg *t, const char *line)
{
	struct sink out = sink_file(stdout);
	struct rich r;

	rich_init(&r);
	tf_dispatch(t, line, 0, &r);
	rich_print(&r, &out);
	if (r.toast)
		printf("%s\n", r.toast);
	fflush(stdout);
	rich_free(&r);
}

bool prompt_tfdbg(struct tfdbg *t, struct err *err)
{
	bool tty = isatty(STDIN_FILENO) && isatty(STDOUT_FILENO);

	(void)err;
	printf("%s\n", t->title);
	answer(t, t->first);
	while (t->answer == DO_NOTHING) {
		char *line;

		fputs("\n", stdout);
		line = read_line(t, tty);
		if (!line) {
			fputs("\n", stdout);
			t->answer = DO_EXIT;
			break;
		}
		answer(t, line);
		free(line);
	}
	return true;
}
