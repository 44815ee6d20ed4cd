/* Output sinks; see sink.h. */
#include "base/sink.h"

#include <stdlib.h>

static void file_write(struct sink *s, const char *p, size_t n)
{
	if (n && fwrite(p, 1, n, s->ctx) != n)
		s->failed = true;
}

static void mem_write(struct sink *s, const char *p, size_t n)
{
	str_add(s->ctx, (struct sv){ p, n });
}

static void null_write(struct sink *s, const char *p, size_t n)
{
	(void)s, (void)p, (void)n;
}

struct sink sink_file(FILE *f)
{
	return (struct sink){ .write = file_write, .ctx = f };
}

struct sink sink_mem(struct str *to)
{
	return (struct sink){ .write = mem_write, .ctx = to };
}

struct sink sink_null(void)
{
	return (struct sink){ .write = null_write };
}

void sink_put(struct sink *s, struct sv v)
{
	if (v.n)
		s->write(s, v.p, v.n);
}

void sink_puts(struct sink *s, const char *z)
{
	sink_put(s, sv_of(z));
}

void sink_vprintf(struct sink *s, const char *fmt, va_list ap)
{
	struct str t = STR_INIT;

	str_vaddf(&t, fmt, ap);
	sink_put(s, str_sv(&t));
	str_free(&t);
}

void sink_printf(struct sink *s, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	sink_vprintf(s, fmt, ap);
	va_end(ap);
}

void sink_escaped(struct sink *s, struct sv v)
{
	struct str t = STR_INIT;

	str_escaped(&t, v);
	sink_put(s, str_sv(&t));
	str_free(&t);
}
