/*
 * A page: rows that are made once, each with the place where Enter goes and the tensor it stands for.
 * For views whose length is known when they open. Ownership: the page owns its rows.
 */
#ifndef UI_PAGE_H
#define UI_PAGE_H

#include "cmd/about.h"
#include "ui/view.h"

struct page_line {
	struct row row;
	struct place to;	/* AT_NONE: nowhere */
	struct tensor *tensor;	/* or NULL */
};

struct page {
	VEC(struct page_line) line;
};

struct row *page_add(struct page *p);
struct row *page_link(struct page *p, struct place to);
void page_blank(struct page *p);
void page_head(struct page *p, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
/* "label     value", the value's row goes on. */
struct row *page_field(struct page *p, const char *label);
/* The lines of a report; what leads somewhere in mg leads there. */
void page_report(struct page *p, const struct metagraph *mg, const struct report *r);
/* Text of a model, broken between words into lines of `width` columns; all but the first one begin at
 * `further`. */
void page_wrap(struct page *p, enum style st, int indent, int further, int width, struct sv text);
/* Bytes of text that go on a line of `width` columns: to a blank where there is one, never into a character. */
size_t page_line_end(struct sv text, int width);
void page_clear(struct page *p);

/* view_ops whose priv begins with a struct page. */
void page_close(struct view *v);
size_t page_count(struct view *v);
void page_draw(struct view *v, size_t i, struct row *r);
bool page_place(struct view *v, size_t i, struct place *out);
struct tensor *page_tensor(struct view *v, size_t i, struct str *label);

/* The columns of a list of tensors: key or name, dtype, shape, more. */
enum { FIELD_COLUMN = 14 };

#endif
