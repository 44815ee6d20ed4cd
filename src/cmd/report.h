/*
 * A report: groups, lists and values with names, made once and then printed as text, as JSON, or as rows of
 * the screen, where a value may be the door to another place. Ownership: report_init and report_free;
 * everything in a report lives in its arena, strings of the model are borrowed, so the model must outlive it.
 */
#ifndef CMD_REPORT_H
#define CMD_REPORT_H

#include "base/mem.h"
#include "base/sink.h"
#include "model/model.h"

enum report_to {
	TO_NONE, TO_SIGNATURE, TO_NODE, TO_FUNCTION, TO_VARIABLE, TO_OBJECT, TO_ASSET, TO_COLLECTION, TO_FILE,
};

struct report_ref {
	enum report_to to;
	const struct graph *g;		/* TO_NODE */
	uint32_t i;
};

enum report_kind {
	REPORT_GROUP, REPORT_LIST,	/* items */
	REPORT_STR,			/* s, bytes of a model: escaped in text */
	REPORT_INT, REPORT_NUM, REPORT_BOOL, REPORT_NULL,
	REPORT_SHAPE,
	REPORT_BYTES,			/* i, a size */
};

struct report_item {
	enum report_kind kind;
	const char *key;		/* NULL: an item of a list */
	bool raw_key;			/* the model's own, shown as it is */
	struct sv s;
	int64_t i;
	double d;
	struct shape shape;
	struct report_ref ref;
	struct report_item *first, *last, *next;
	struct report_item *up;
	uint32_t n;
};

enum { REPORT_DEPTH = 64 };

struct report {
	struct arena *arena;
	struct report_item root;
	struct report_item *at;		/* the open group or list */
	struct report_item *made;	/* the value that was added last */
	int depth;
};

void report_init(struct report *r, enum report_kind root);	/* REPORT_GROUP or REPORT_LIST */
void report_free(struct report *r);
/* key: constant, with "_" for blanks; NULL in a list. Returns false, and opens nothing, too deep inside. */
bool report_open(struct report *r, const char *key, enum report_kind kind);
void report_close(struct report *r);
/* The value added last has a key of the model's: "_" in it is no blank. */
void report_raw_key(struct report *r);
/* The open group's list of that name, opened again or made. */
bool report_reopen(struct report *r, const char *key, enum report_kind kind);
void report_str(struct report *r, const char *key, struct sv s);	/* borrows */
void report_copy(struct report *r, const char *key, struct sv s);	/* copies */
void report_printf(struct report *r, const char *key, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));
void report_int(struct report *r, const char *key, int64_t v);
void report_num(struct report *r, const char *key, double v);
void report_bool(struct report *r, const char *key, bool v);
void report_null(struct report *r, const char *key);
void report_shape(struct report *r, const char *key, struct shape s);
void report_bytes(struct report *r, const char *key, int64_t n);
/* A number of 64 bits, as text: most readers of JSON keep 53. */
void report_u64(struct report *r, const char *key, uint64_t v);
void report_strs(struct report *r, const char *key, const struct sv *s, uint32_t n);
/* The value added last leads there. */
void report_to(struct report *r, struct report_ref ref);
void report_to_node(struct report *r, const struct graph *g, uint32_t i);
void report_to_name(struct report *r, const struct graph *g, struct sv tensor);	/* "x:0", if it exists */
void report_to_index(struct report *r, enum report_to to, uint32_t i);

/* ---- printing ---- */

struct report_line {
	int indent;
	const char *label;		/* padded; NULL: none */
	const char *text;		/* escaped already; "" */
	bool head;			/* the name of what follows */
	struct report_ref ref;
};
void report_lines(const struct report *r, void (*line)(void *ctx, const struct report_line *l), void *ctx);
void report_text(const struct report *r, struct sink *out);
void report_json(const struct report *r, struct sink *out);
/* Prints it as json says, frees it. */
void report_print(struct report *r, struct sink *out, bool json);

#endif
