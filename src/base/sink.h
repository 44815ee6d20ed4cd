/*
 * Where output goes: a file, memory, a pager view. A command writes to a sink and never knows who
 * asked. Ownership: a sink borrows what it writes to; sink_mem's bytes belong to its struct str.
 */
#ifndef BASE_SINK_H
#define BASE_SINK_H

#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>

#include "base/str.h"
#include "base/sv.h"

struct sink {
	void (*write)(struct sink *s, const char *p, size_t n);
	void *ctx;
	int width;		/* columns, 0 = unknown (80 is then assumed) */
	bool utf8;		/* may hold UTF-8 drawing characters */
	bool lines;		/* for ears and logs: nothing is written over what stands there */
	bool failed;		/* a write failed (disk full, closed pipe) */
};

struct sink sink_file(FILE *f);		/* borrows f */
struct sink sink_mem(struct str *to);	/* borrows to */
struct sink sink_null(void);

void sink_put(struct sink *s, struct sv v);
void sink_puts(struct sink *s, const char *z);
void sink_printf(struct sink *s, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
void sink_vprintf(struct sink *s, const char *fmt, va_list ap);
void sink_escaped(struct sink *s, struct sv v);	/* text from a model, as str_escaped */

#endif
