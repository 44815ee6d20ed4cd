/* Pages; see page.h. */
#include "ui/page.h"

#include <stdarg.h>

#include "tensor/print.h"

struct row *page_link(struct page *p, struct place to)
{
	vec_push(&p->line, ((struct page_line){ .to = to }));
	return &vec_last(&p->line).row;
}

struct row *page_add(struct page *p)
{
	return page_link(p, (struct place){ .kind = AT_NONE });
}

void page_blank(struct page *p)
{
	if (p->line.n)
		page_add(p);
}

void page_head(struct page *p, const char *fmt, ...)
{
	struct str s = STR_INIT;
	va_list ap;

	va_start(ap, fmt);
	str_vaddf(&s, fmt, ap);
	va_end(ap);
	page_blank(p);
	row_add(page_add(p), ST_HEAD, str_z(&s));
	str_free(&s);
}

struct row *page_field(struct page *p, const char *label)
{
	struct row *r = page_add(p);

	row_add(r, ST_DIM, label);
	row_pad(r, FIELD_COLUMN);
	return r;
}

size_t page_line_end(struct sv text, int width)
{
	size_t end = text.n, blank;

	if (text_columns(text) <= width)
		return text.n;
	while (end > 1 && (text_columns(sv_sub(text, 0, end)) > width || ((unsigned char)text.p[end] & 0xc0) == 0x80))
		end--;
	for (blank = end; blank > end / 2; blank--)
		if (text.p[blank] == ' ')
			return blank;
	for (blank = end; blank > end / 2; blank--)
		if (text.p[blank - 1] == '/')	/* a path: between its names */
			return blank;
	return end;
}

void page_wrap(struct page *p, enum style st, int indent, int further, int width, struct sv text)
{
	struct str safe = STR_INIT;
	struct sv rest;

	str_escaped(&safe, text);
	rest = str_sv(&safe);
	while (rest.n) {
		size_t end = page_line_end(rest, width - indent > 10 ? width - indent : 10);
		struct row *r = page_add(p);

		if (indent)
			row_pad(r, indent);
		row_name(r, st, sv_sub(rest, 0, end));
		while (end < rest.n && rest.p[end] == ' ')
			end++;
		rest = sv_sub(rest, end, rest.n);
		indent = further;
	}
	str_free(&safe);
}

void page_clear(struct page *p)
{
	for (size_t i = 0; i < p->line.n; i++) {
		row_free(&p->line.p[i].row);
		tensor_unref(p->line.p[i].tensor);
	}
	vec_free(&p->line);
}

void page_close(struct view *v)
{
	page_clear(v->priv);
}

size_t page_count(struct view *v)
{
	return ((struct page *)v->priv)->line.n;
}

void page_draw(struct view *v, size_t i, struct row *r)
{
	const struct row *from = &((struct page *)v->priv)->line.p[i].row;
	size_t at = 0;

	for (size_t s = 0; s < from->span.n; s++) {
		struct str part = STR_INIT;

		str_add(&part, sv_sub(str_sv(&from->text), at, from->span.p[s].end));
		row_look(r, from->span.p[s].look, str_z(&part));
		at = from->span.p[s].end;
		str_free(&part);
	}
}

bool page_place(struct view *v, size_t i, struct place *out)
{
	*out = ((struct page *)v->priv)->line.p[i].to;
	return out->kind != AT_NONE;
}

struct tensor *page_tensor(struct view *v, size_t i, struct str *label)
{
	const struct page_line *l = &((struct page *)v->priv)->line.p[i];

	(void)label;
	return tensor_ref(l->tensor);
}
