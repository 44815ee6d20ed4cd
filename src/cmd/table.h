/*
 * Small tables as text: cells in columns, aligned by display width. Ownership: the table owns its
 * cells; table_print prints and frees.
 */
#ifndef CMD_TABLE_H
#define CMD_TABLE_H

#include <stdint.h>

#include "base/sink.h"
#include "base/vec.h"
#include "tensor/shape.h"

struct table {
	int n_cols;
	const char *align;	/* one letter a column: 'l' or 'r' */
	VEC(char *) cell;	/* rows one after the other */
};

void table_init(struct table *t, const char *align);
void table_text(struct table *t, const char *z);
void table_sv(struct table *t, struct sv v);		/* text from a model: escaped */
void table_printf(struct table *t, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
void table_take(struct table *t, char *z);		/* a malloc'd cell */
void table_shape(struct table *t, struct shape shape);	/* "(3, None)" */
size_t table_rows(const struct table *t);
void table_print(struct table *t, struct sink *out, int indent);

/* Columns that a UTF-8 text takes on a terminal. */
int text_width(struct sv v);
/* "1,234,567". */
char *text_thousands(int64_t n);
/* "812 bytes", "1.3 MB" (powers of 1000, as disks and networks count). */
char *text_bytes(uint64_t n);

#endif
