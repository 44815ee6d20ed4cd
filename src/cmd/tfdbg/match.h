/* Regular expressions as people type them for Python's re.match: from the start, not to the end. */
#ifndef CMD_TFDBG_MATCH_H
#define CMD_TFDBG_MATCH_H

#include <regex.h>

#include "base/err.h"
#include "base/sv.h"

struct match {
	regex_t re;
	bool on;		/* false: everything matches */
};

/* text NULL: everything. false with an exception page's error. */
bool match_make(struct match *m, const char *text, struct err *err);
bool match_is(const struct match *m, struct sv text);
void match_free(struct match *m);

#endif
