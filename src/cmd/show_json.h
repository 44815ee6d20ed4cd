/* What show prints, as JSON. Borrows everything. */
#ifndef CMD_SHOW_JSON_H
#define CMD_SHOW_JSON_H

#include "cmd/cmd.h"

#define SHOW_SCHEMA \
	"{metagraphs: [{tags: [str], signatures: [@signature], ops?: [str]}]," \
	" functions?: [{name: str, options: [{args: [@argument], kwargs: [str]}]}]}"

/* Which parts are asked for. */
struct show_want {
	const struct metagraph *const *mg;
	int n;
	bool all_signatures, ops, functions;
	const struct signature *signature;	/* this one alone; or NULL */
};

bool show_json(struct sink *out, const struct show_want *w, struct err *err);

#endif
