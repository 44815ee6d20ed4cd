/* The interrupt flag; see intr.h. */
#include "base/intr.h"

#include <signal.h>
#include <unistd.h>

static volatile sig_atomic_t flag;

static void on_sigint(int sig)
{
	(void)sig;
	if (flag++ >= 2)	/* nobody listens: the third ^C always ends us */
		_exit(130);
}

void intr_install(void)
{
	struct sigaction sa = { .sa_handler = on_sigint };

	sigemptyset(&sa.sa_mask);
	sigaction(SIGINT, &sa, NULL);
}

void intr_raise(void)
{
	flag = 1;
}

bool intr_pending(void)
{
	return flag != 0;
}

void intr_clear(void)
{
	flag = 0;
}

bool intr_check(struct err *err)
{
	if (!flag)
		return true;
	return err_set(err, ERR_KIND_INTERRUPT, ERR_CANCELLED, "interrupted");
}
