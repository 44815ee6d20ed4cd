/*
 * Elements by name: "conv1/Conv2D:0@2[0,3,3,5]". Ownership: gives malloc'd text.
 */
#ifndef CMD_ELEMENT_H
#define CMD_ELEMENT_H

#include "cmd/cmd.h"
#include "debug/gradient.h"

/* "[0,3]" as a flat place of t; [] or nothing where t has one element only. */
bool element_place(const struct tensor *t, struct sv index, int64_t *place, struct err *err);
/* The value of the tape that a name means: a tensor of the run, else the key of an output or input. */
bool element_value(struct app *app, const struct taped *t, struct sv name, uint32_t *value, struct err *err);
/* A value's name: what made it. shown: for people, without the calls around it; of a variable's, the variable.
 * place < 0: without an index. */
char *element_name(const struct taped *t, uint32_t value, int64_t place, bool shown);
/* A NaN without a sign, for printing. */
static inline double plain_nan(double v)
{
	return v == v ? v : __builtin_nan("");
}
void element_index(struct str *out, const struct tensor *t, int64_t place);	/* "[0,3]" */

#endif
