/* A tensor as an answer: label, type, summary, highlights, NumPy's repr. Borrows everything. */
#ifndef CMD_TFDBG_SHOW_H
#define CMD_TFDBG_SHOW_H

#include "cmd/tfdbg/tfdbg.h"
#include "expr/expr.h"

struct tf_range {
	double lo, hi;
};

struct tf_ranges {
	VEC(struct tf_range) r;
	bool given;
	const char *text;	/* as typed */
};

/* "[1.5,3]", "[[-inf,0],[1,inf]]"; NULL: none. false with a page's error. */
bool tf_ranges_parse(struct tf_ranges *r, const char *text, struct err *err);

struct tf_show {
	const char *label;	/* "y:0:DebugIdentity[0,:]" */
	const struct tf_ranges *ranges;
	bool all, summary, scalar;	/* scalar: of rank 0, and NumPy would make no array of it */
	const char *write_path;
};

bool tf_show(struct tf_call *c, struct tensor *v, const struct tf_show *s, struct err *err);
/* "y:0[0,:]" as "y:0" and "[0,:]"; without a slice *slice is empty. */
void tf_name_slice(const char *text, struct sv *name, struct sv *slice);
/* The slice of v; gives. NULL with a page's error. */
struct tensor *tf_slice(struct tensor *v, struct sv slice, struct err *err);

#endif
