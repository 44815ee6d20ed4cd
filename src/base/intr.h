/*
 * The interrupt flag: set by the SIGINT handler, asked by everything that can take long.
 */
#ifndef BASE_INTR_H
#define BASE_INTR_H

#include <stdbool.h>

#include "base/err.h"

void intr_install(void);	/* SIGINT sets the flag from now on; the third unheard one ends us */
void intr_raise(void);		/* as if ^C had come */
bool intr_pending(void);
void intr_clear(void);
bool intr_check(struct err *err);	/* false and an ERR_KIND_INTERRUPT error when pending */

#endif
