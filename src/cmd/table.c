/* Tables and numbers for people; see table.h. */
#include "cmd/table.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>

#include "base/mem.h"

void table_init(struct table *t, const char *align)
{
	*t = (struct table){ .n_cols = (int)strlen(align), .align = align };
}

void table_take(struct table *t, char *z)
{
	vec_push(&t->cell, z);
}

void table_text(struct table *t, const char *z)
{
	table_take(t, xstrdup(z));
}

void table_sv(struct table *t, struct sv v)
{
	struct str s = STR_INIT;

	str_addz(&s, "");
	str_escaped(&s, v);
	table_take(t, str_give(&s));
}

void table_printf(struct table *t, const char *fmt, ...)
{
	struct str s = STR_INIT;
	va_list ap;

	va_start(ap, fmt);
	str_addz(&s, "");
	str_vaddf(&s, fmt, ap);
	va_end(ap);
	table_take(t, str_give(&s));
}

void table_shape(struct table *t, struct shape shape)
{
	struct str s = STR_INIT;

	shape_str_py(&s, shape);
	table_take(t, str_give(&s));
}

size_t table_rows(const struct table *t)
{
	return t->n_cols ? t->cell.n / (size_t)t->n_cols : 0;
}

void table_print(struct table *t, struct sink *out, int indent)
{
	int width[16] = { 0 };
	size_t cols = (size_t)t->n_cols, rows = table_rows(t);

	for (size_t i = 0; i < rows * cols; i++) {
		int w = text_width(sv_of(t->cell.p[i]));

		if (w > width[i % cols])
			width[i % cols] = w;
	}
	for (size_t r = 0; r < rows; r++) {
		struct str line = STR_INIT;

		str_addn(&line, ' ', (size_t)indent);
		for (size_t c = 0; c < cols; c++) {
			const char *z = t->cell.p[r * cols + c];
			size_t pad = (size_t)(width[c] - text_width(sv_of(z)));

			if (t->align[c] == 'r')
				str_addn(&line, ' ', pad);
			str_addz(&line, z);
			if (t->align[c] != 'r')
				str_addn(&line, ' ', pad);
			if (c + 1 < cols && width[c])
				str_addz(&line, "  ");
		}
		while (line.n && line.p[line.n - 1] == ' ')
			line.n--;
		sink_put(out, str_sv(&line));
		sink_puts(out, "\n");
		str_free(&line);
	}
	for (size_t i = 0; i < t->cell.n; i++)
		free(t->cell.p[i]);
	vec_free(&t->cell);
}

int text_width(struct sv v)
{
	mbstate_t st;
	int w = 0;

	memset(&st, 0, sizeof(st));
	for (size_t i = 0; i < v.n;) {
		wchar_t wc;
		size_t k = mbrtowc(&wc, v.p + i, v.n - i, &st);
		int one;

		if (k == 0 || k > v.n - i) {	/* NUL or not in the locale's encoding */
			memset(&st, 0, sizeof(st));
			k = 1;
			w++;
		} else {
			one = wcwidth(wc);
			w += one > 0 ? one : 0;
		}
		i += k;
	}
	return w;
}

char *text_thousands(int64_t n)
{
	char digits[32];
	struct str s = STR_INIT;
	size_t len;

	snprintf(digits, sizeof(digits), "%" PRId64, n);
	len = strlen(digits);
	for (size_t i = 0; i < len; i++) {
		str_addc(&s, digits[i]);
		if (digits[i] != '-' && i + 1 < len && (len - i - 1) % 3 == 0)
			str_addc(&s, ',');
	}
	return str_give(&s);
}

char *text_bytes(uint64_t n)
{
	static const char *const unit[] = { "kB", "MB", "GB", "TB", "PB", "EB" };
	double v = (double)n / 1000;
	size_t u = 0;

	if (n < 1000)
		return xasprintf("%" PRIu64 " byte%s", n, n == 1 ? "" : "s");
	while (v >= 999.95 && u + 1 < sizeof(unit) / sizeof(*unit)) {
		v /= 1000;
		u++;
	}
	return xasprintf("%.1f %s", v, unit[u]);
}
