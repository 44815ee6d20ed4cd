/* Styled lines in an arena. */
#include "cmd/tfdbg/rich.h"

#include <stdarg.h>
#include <string.h>

void rich_init(struct rich *r)
{
	*r = (struct rich){ .arena = arena_new() };
}

void rich_free(struct rich *r)
{
	for (size_t i = 0; i < r->line.n; i++)
		vec_free(&r->line.p[i].span);
	vec_free(&r->line);
	vec_free(&r->menu);
	arena_free(r->arena);
	*r = (struct rich){ 0 };
}

void rich_clear(struct rich *r)
{
	rich_free(r);
	rich_init(r);
}

void rich_sv(struct rich *r, struct sv text)
{
	vec_push(&r->line, ((struct rich_line){ .text = arena_sv(r->arena, text) }));
}

static struct sv printed(struct rich *r, const char *fmt, va_list ap)
{
	struct str s = STR_INIT;
	struct sv v;

	str_vaddf(&s, fmt, ap);
	v = arena_sv(r->arena, str_sv(&s));
	str_free(&s);
	return v;
}

void rich_add(struct rich *r, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	vec_push(&r->line, ((struct rich_line){ .text = printed(r, fmt, ap) }));
	va_end(ap);
}

void rich_text(struct rich *r, struct sv text)
{
	for (size_t i = 0; i <= text.n;) {
		const char *nl = i < text.n ? memchr(text.p + i, '\n', text.n - i) : NULL;
		size_t end = nl ? (size_t)(nl - text.p) : text.n;

		rich_sv(r, sv_sub(text, i, end));
		i = end + 1;
	}
}

void rich_span(struct rich *r, size_t from, size_t to, unsigned style, const char *link)
{
	struct rich_line *l = &r->line.p[r->line.n - 1];

	vec_push(&l->span, ((struct rich_span){
		(uint32_t)from, (uint32_t)to, style, link ? arena_sv(r->arena, sv_of(link)).p : NULL }));
}

void rich_style(struct rich *r, unsigned style)
{
	rich_span(r, 0, r->line.p[r->line.n - 1].text.n, style, NULL);
}

void rich_index(struct rich *r, const char *index)
{
	r->line.p[r->line.n - 1].index = arena_sv(r->arena, sv_of(index)).p;
}

void rich_menu(struct rich *r, const char *label, const char *command)
{
	vec_push(&r->menu, ((struct rich_menu){
		arena_sv(r->arena, sv_of(label)).p, command ? arena_sv(r->arena, sv_of(command)).p : NULL }));
}

void rich_toast(struct rich *r, bool bad, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	r->toast = printed(r, fmt, ap).p;
	va_end(ap);
	r->toast_bad = bad;
}

void rich_print(const struct rich *r, struct sink *out)
{
	for (size_t i = 0; i < r->line.n; i++) {
		sink_put(out, r->line.p[i].text);
		sink_puts(out, "\n");
	}
}
