/* Last words; see lastwords.h. The pointer is exchanged in one piece, so that a handler sees the old or the new. */
#include "base/lastwords.h"

#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/state.h"

struct lastwords {
	size_t n;
	char *path;
	char text[];
};

static struct lastwords *_Atomic words;
static struct termios modes;
static volatile sig_atomic_t modes_known;

static void forget(struct lastwords *w)
{
	if (w)
		free(w->path);
	free(w);
}

void lastwords_set(const char *path, struct sv text)
{
	struct lastwords *w = NULL;

	if (path) {
		w = xmalloc(sizeof(*w) + text.n + 1);
		w->n = text.n;
		w->path = xstrdup(path);
		memcpy(w->text, text.p ? text.p : "", text.n);
	}
	forget(atomic_exchange(&words, w));
}

static void put(int fd, const char *p, size_t n)
{
	while (n > 0) {
		ssize_t k = write(fd, p, n);

		if (k <= 0)
			return;
		p += k;
		n -= (size_t)k;
	}
}

void lastwords_write(void)
{
	static const char said[] = "smtui: session saved: smtui debug MODEL --session ";
	struct lastwords *w = atomic_exchange(&words, NULL);	/* not freed: a handler must not */
	int fd;

	if (!w)
		return;
	folders_above(w->path, 0700);
	fd = open(w->path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	if (fd < 0)
		return;
	put(fd, w->text, w->n);
	close(fd);
	put(STDERR_FILENO, said, sizeof(said) - 1);
	put(STDERR_FILENO, w->path, strlen(w->path));
	put(STDERR_FILENO, "\n", 1);
}

void lastwords_modes(void)
{
	modes_known = tcgetattr(STDIN_FILENO, &modes) == 0;
}

void lastwords_modes_back(void)
{
	if (modes_known)
		tcsetattr(STDIN_FILENO, TCSANOW, &modes);
}

static void on_deadly(int sig)
{
	lastwords_modes_back();
	lastwords_write();
	signal(sig, SIG_DFL);
	raise(sig);
}

bool lastwords_handles(int sig)
{
	struct sigaction now;

	return sigaction(sig, NULL, &now) == 0 && now.sa_handler == on_deadly;
}

void lastwords_install(void)
{
	static const int deadly[] = { SIGTERM, SIGHUP, SIGSEGV, SIGABRT, SIGFPE, SIGILL };

	for (size_t i = 0; i < sizeof(deadly) / sizeof(*deadly); i++) {
		struct sigaction sa = { .sa_handler = on_deadly }, old;

		sigemptyset(&sa.sa_mask);
		if (sigaction(deadly[i], NULL, &old) == 0 && old.sa_handler == SIG_DFL)
			sigaction(deadly[i], &sa, NULL);
	}
}
