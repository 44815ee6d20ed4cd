/*
 * A JSON writer: values in order, commas and indentation by itself. Ownership: borrows the sink.
 * Bytes that are no UTF-8 are written as U+FFFD, so that the text is always valid.
 */
#ifndef CMD_JSON_H
#define CMD_JSON_H

#include <stdint.h>

#include "base/sink.h"

struct json {
	struct sink *out;
	int depth;
	bool first;	/* nothing yet in the innermost list or object */
	bool keyed;	/* a key was written: the value follows on the same line */
};

void json_start(struct json *j, struct sink *out);
void json_open(struct json *j, char bracket);		/* '{' or '[' */
void json_close(struct json *j, char bracket);		/* '}' or ']' */
void json_key(struct json *j, const char *key);
void json_str(struct json *j, struct sv v);
void json_int(struct json *j, int64_t v);
void json_num(struct json *j, double v);		/* NaN and infinities: as strings */
void json_double(struct json *j, double v);		/* the same with every digit that a double has */
void json_bool(struct json *j, bool v);
void json_null(struct json *j);
void json_end(struct json *j);				/* the last newline */

/* key and value in one */
void json_kstr(struct json *j, const char *key, struct sv v);
void json_kint(struct json *j, const char *key, int64_t v);
void json_kbool(struct json *j, const char *key, bool v);
#endif
