/*
 * The rows of vars: one a variable, with its statistics when they are asked for. Ownership: var_rows_make fills,
 * var_rows_free frees.
 */
#ifndef CMD_VARS_H
#define CMD_VARS_H

#include "cmd/weights.h"
#include "inspect/scopes.h"

struct var_row {
	struct weight w;
	const struct variable *v;
	struct summary *sum;		/* NULL: not looked at, or no value */
	bool crc_known, crc_bad;
	char *problem;			/* why there is no summary, or what is wrong with the checksum; or NULL */
};

struct var_rows {
	VEC(struct var_row) list;
	bool looked;			/* all bytes were read */
};

/* Those whose name holds the regular expression (NULL: all), in the file's order. */
bool var_rows_make(const struct metagraph *mg, const char *pattern, struct var_rows *rows, struct err *err);
void var_rows_free(struct var_rows *rows);
/* Reads every byte: checksums, and statistics where wanted. Stopped by Ctrl-C: false. */
bool var_rows_look(struct var_rows *rows, bool stats, struct meter *m, struct err *err);
/* false with a usage error that lists the columns. *needs_stats: it is one of the statistics. */
bool var_sort_find(const char *name, bool *needs_stats, struct err *err);
void var_rows_sort(struct var_rows *rows, const char *column, bool reverse);

/* Different pictures of the rows: vars_print.c. */
void vars_table(struct cmd_call *c, const struct var_rows *rows);
void vars_stats_table(struct cmd_call *c, const struct var_rows *rows);
void vars_scopes(struct cmd_call *c, int depth, bool by_bytes);
void vars_shards(struct cmd_call *c);
void vars_json(struct sink *out, const struct var_rows *rows);
void vars_shards_json(struct cmd_call *c);
/* The fields of an open object: name, dtype, where it is stored, summary. */
void var_row_json(struct json *j, const struct var_row *r);

#endif
