/*
 * A report as lines. A group's values come first under one column of labels, each list or group inside under
 * its name; a list of short values is one line; a list of groups that hold plain values only is a table.
 */
#include <inttypes.h>
#include <stdlib.h>

#include "cmd/report.h"
#include "cmd/table.h"

enum { LABEL_MAX = 26, SHORT_LIST = 64, MAX_COLUMNS = 12, CELL_MAX = 120 /* wider ones stick out */ };

struct lines {
	void (*line)(void *ctx, const struct report_line *l);
	void *ctx;
};

static bool is_plain(const struct report_item *it)
{
	return it->kind != REPORT_GROUP && it->kind != REPORT_LIST;
}

static void value_text(struct str *out, const struct report_item *it)
{
	char *size;

	switch (it->kind) {
	case REPORT_STR:
		str_escaped(out, it->s);
		break;
	case REPORT_INT:
		str_addf(out, "%" PRId64, it->i);
		break;
	case REPORT_BYTES:
		size = text_bytes(it->i > 0 ? (uint64_t)it->i : 0);
		str_addz(out, it->i < 0 ? "?" : size);
		free(size);
		break;
	case REPORT_NUM:
		str_addf(out, "%.9g", it->d);
		break;
	case REPORT_BOOL:
		str_addz(out, it->i ? "yes" : "no");
		break;
	case REPORT_SHAPE:
		shape_str_py(out, it->shape);
		break;
	default:
		str_addz(out, "none");
	}
}

/* All of a list's values on one line, when they are few, short and lead nowhere. */
static bool one_line(const struct report_item *list, struct str *out)
{
	for (const struct report_item *it = list->first; it; it = it->next) {
		if (!is_plain(it) || (it->ref.to && list->n > 1) || out->n > SHORT_LIST)
			return false;
		str_addz(out, it == list->first ? "" : ", ");
		value_text(out, it);
	}
	if (!list->n)
		str_addz(out, "none");
	return out->n <= SHORT_LIST || list->n == 1;
}

static void label_text(struct str *out, const char *key)
{
	for (struct sv k = sv_of(key ? key : ""); k.n; k = sv_sub(k, 1, k.n))
		str_escaped(out, *k.p == '_' ? SV(" ") : sv_sub(k, 0, 1));
}

/* Keys that the report itself names have "_" for blanks; keys of a model's JSON stay as they are. */
static void key_text(struct str *out, const struct report_item *it)
{
	if (it->raw_key)
		str_escaped(out, sv_of(it->key));
	else
		label_text(out, it->key);
}

static void put(struct lines *l, int indent, const char *label, const char *text, bool head,
		struct report_ref ref)
{
	struct report_line line = { indent, label, text, head, ref };

	l->line(l->ctx, &line);
}

/* ---- tables ---- */

static bool is_row(const struct report_item *group)
{
	if (group->kind != REPORT_GROUP)
		return false;
	for (const struct report_item *it = group->first; it; it = it->next) {
		struct str s = STR_INIT;
		bool fits = is_plain(it) || (it->kind == REPORT_LIST && one_line(it, &s));

		str_free(&s);
		if (!fits)
			return false;
	}
	return group->n > 0;
}

struct columns {
	int n;
	const char *key[MAX_COLUMNS];
	int width[MAX_COLUMNS];
	bool number[MAX_COLUMNS];
};

static int column_of(struct columns *c, const char *key)
{
	for (int i = 0; i < c->n; i++)
		if (!strcmp(c->key[i], key ? key : ""))
			return i;
	if (c->n == MAX_COLUMNS)
		return -1;
	c->key[c->n] = key ? key : "";
	c->number[c->n] = true;
	return c->n++;
}

static void cell_text(struct str *out, const struct report_item *it)
{
	str_clear(out);
	str_addz(out, "");
	if (is_plain(it))
		value_text(out, it);
	else
		one_line(it, out);
}

static bool columns_of(const struct report_item *list, struct columns *c)
{
	struct str s = STR_INIT;
	bool ok = list->n > 0;

	*c = (struct columns){ 0 };
	for (const struct report_item *g = list->first; ok && g; g = g->next) {
		ok = is_row(g);
		for (const struct report_item *it = g->first; ok && it; it = it->next) {
			int i = column_of(c, it->key), w;

			ok = i >= 0;
			if (!ok)
				break;
			cell_text(&s, it);
			w = text_width(str_sv(&s));
			w = w < CELL_MAX ? w : CELL_MAX;
			c->width[i] = w > c->width[i] ? w : c->width[i];
			c->number[i] &= it->kind == REPORT_INT || it->kind == REPORT_NUM ||
					it->kind == REPORT_BYTES;
		}
	}
	for (int i = 0; ok && i < c->n; i++) {
		int w = (int)strlen(c->key[i]);

		c->width[i] = w > c->width[i] ? w : c->width[i];
	}
	str_free(&s);
	return ok;
}

static void cell_add(struct str *row, const struct columns *c, int i, struct sv text)
{
	int pad = c->width[i] - text_width(text);

	str_addz(row, i ? "  " : "");
	pad = pad > 0 ? pad : 0;
	if (c->number[i])
		str_addn(row, ' ', (size_t)pad);
	str_add(row, text);
	if (!c->number[i] && i + 1 < c->n)
		str_addn(row, ' ', (size_t)pad);
}

static void row_line(struct lines *l, int indent, const struct columns *c, const struct report_item *group)
{
	struct str row = STR_INIT, s = STR_INIT;
	struct report_ref ref = group->ref;

	for (int i = 0; i < c->n; i++) {
		const struct report_item *it = group->first;

		while (it && strcmp(it->key ? it->key : "", c->key[i]))
			it = it->next;
		str_clear(&s);
		if (it)
			cell_text(&s, it);
		if (it && !ref.to)
			ref = it->ref.to || is_plain(it) || !it->first ? it->ref : it->first->ref;
		cell_add(&row, c, i, str_sv(&s));
	}
	while (row.n && row.p[row.n - 1] == ' ')
		row.p[--row.n] = '\0';
	put(l, indent, NULL, str_z(&row), false, ref);
	str_free(&row);
	str_free(&s);
}

static void table(struct lines *l, int indent, const struct columns *c, const struct report_item *list)
{
	struct str row = STR_INIT, s = STR_INIT;

	for (int i = 0; i < c->n; i++) {
		str_clear(&s);
		label_text(&s, c->key[i]);
		cell_add(&row, c, i, str_sv(&s));
	}
	put(l, indent, NULL, str_z(&row), true, (struct report_ref){ 0 });
	for (const struct report_item *g = list->first; g; g = g->next)
		row_line(l, indent, c, g);
	str_free(&row);
	str_free(&s);
}

/* ---- groups and lists ---- */

static void group_lines(struct lines *l, int indent, const struct report_item *from);

/* A group of a list that is no table: its first value heads the rest. */
static void entry_lines(struct lines *l, int indent, const struct report_item *g)
{
	const struct report_item *head = g->first;
	struct str s = STR_INIT;

	if (head && is_plain(head)) {
		value_text(&s, head);
		put(l, indent, NULL, str_z(&s), true, g->ref.to ? g->ref : head->ref);
		head = head->next;
	} else {
		put(l, indent, NULL, "-", true, g->ref);
	}
	str_free(&s);
	group_lines(l, indent + 2, head);
}

static void list_lines(struct lines *l, int indent, const struct report_item *list)
{
	struct columns c;
	struct str s = STR_INIT;

	if (columns_of(list, &c)) {
		table(l, indent, &c, list);
		return;
	}
	for (const struct report_item *it = list->first; it; it = it->next) {
		str_clear(&s);
		if (it->kind == REPORT_GROUP) {
			entry_lines(l, indent, it);
		} else if (it->kind == REPORT_LIST) {
			bool whole = one_line(it, &s);

			put(l, indent, NULL, whole ? str_z(&s) : "-", !whole, it->ref);
			if (!whole)
				list_lines(l, indent + 2, it);
		} else {
			value_text(&s, it);
			put(l, indent, NULL, str_z(&s), false, it->ref);
		}
	}
	str_free(&s);
}

static int label_width(const struct report_item *from)
{
	int width = 0;

	for (const struct report_item *it = from; it; it = it->next) {
		int w = text_width(sv_of(it->key ? it->key : ""));

		if (w > width && w <= LABEL_MAX)
			width = w;
	}
	return width;
}

static void labelled(struct lines *l, int indent, int width, const struct report_item *it, const char *text,
		     struct report_ref ref)
{
	struct str label = STR_INIT;
	int w;

	key_text(&label, it);
	w = text_width(str_sv(&label));
	if (w < width)
		str_addn(&label, ' ', (size_t)(width - w));
	str_addz(&label, "  ");
	put(l, indent, str_z(&label), text, false, ref);
	str_free(&label);
}

static void group_lines(struct lines *l, int indent, const struct report_item *from)
{
	int width = label_width(from);
	struct str s = STR_INIT;

	for (const struct report_item *it = from; it; it = it->next) {
		bool plain = is_plain(it), whole;

		str_clear(&s);
		if (plain)
			value_text(&s, it);
		whole = plain || (it->kind == REPORT_LIST ? one_line(it, &s) : it->n == 0);
		if (whole) {
			labelled(l, indent, width, it, str_z(&s),
				 it->ref.to || plain || !it->first ? it->ref : it->first->ref);
			continue;
		}
		str_clear(&s);
		key_text(&s, it);
		if (it->kind == REPORT_LIST && it->n > 4)
			str_addf(&s, " (%" PRIu32 ")", it->n);
		put(l, indent, NULL, str_z(&s), true, it->ref);
		if (it->kind == REPORT_LIST)
			list_lines(l, indent + 2, it);
		else
			group_lines(l, indent + 2, it->first);
	}
	str_free(&s);
}

void report_lines(const struct report *r, void (*line)(void *ctx, const struct report_line *l), void *ctx)
{
	struct lines l = { line, ctx };

	if (r->root.kind == REPORT_LIST)
		list_lines(&l, 0, &r->root);
	else
		group_lines(&l, 0, r->root.first);
}

static void print_line(void *ctx, const struct report_line *l)
{
	struct sink *out = ctx;
	struct sv label = sv_of(l->label);

	if (l->label && !*l->text)
		while (label.n && label.p[label.n - 1] == ' ')
			label.n--;
	sink_printf(out, "%*s", l->indent, "");
	sink_put(out, label);
	sink_puts(out, l->text);
	sink_puts(out, "\n");
}

void report_text(const struct report *r, struct sink *out)
{
	report_lines(r, print_line, out);
}
