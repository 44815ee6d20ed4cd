/* The JSON writer; see json.h. */
#include "cmd/json.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

static void value(struct json *j)
{
	if (j->keyed) {
		j->keyed = false;
		return;
	}
	if (!j->depth)
		return;
	sink_puts(j->out, j->first ? "\n" : ",\n");
	for (int i = 0; i < j->depth; i++)
		sink_puts(j->out, "  ");
	j->first = false;
}

void json_start(struct json *j, struct sink *out)
{
	*j = (struct json){ .out = out };
}

void json_open(struct json *j, char bracket)
{
	value(j);
	sink_put(j->out, (struct sv){ &bracket, 1 });
	j->depth++;
	j->first = true;
}

void json_close(struct json *j, char bracket)
{
	j->depth--;
	if (!j->first) {
		sink_puts(j->out, "\n");
		for (int i = 0; i < j->depth; i++)
			sink_puts(j->out, "  ");
	}
	sink_put(j->out, (struct sv){ &bracket, 1 });
	j->first = false;
}

/* Length of the UTF-8 sequence at p, 0 when it is none. */
static size_t sequence(const unsigned char *p, size_t n)
{
	size_t len = p[0] < 0x80 ? 1 : p[0] >= 0xf0 ? 4 : p[0] >= 0xe0 ? 3 : 2;

	if ((p[0] >= 0x80 && p[0] < 0xc2) || p[0] > 0xf4 || len > n)
		return 0;
	for (size_t i = 1; i < len; i++)
		if ((p[i] & 0xc0) != 0x80)
			return 0;
	if ((p[0] == 0xe0 && p[1] < 0xa0) || (p[0] == 0xed && p[1] > 0x9f) ||
	    (p[0] == 0xf0 && p[1] < 0x90) || (p[0] == 0xf4 && p[1] > 0x8f))
		return 0;
	return len;
}

static void quoted(struct sink *out, struct sv v)
{
	struct str s = STR_INIT;

	str_addc(&s, '"');
	for (size_t i = 0; i < v.n;) {
		unsigned char c = (unsigned char)v.p[i];
		size_t len = sequence((const unsigned char *)v.p + i, v.n - i);

		if (!len)
			str_addz(&s, "\xef\xbf\xbd");
		else if (c == '"' || c == '\\')
			str_addf(&s, "\\%c", c);
		else if (c < 0x20 || c == 0x7f)
			str_addf(&s, "\\u%04x", c);
		else
			str_add(&s, sv_sub(v, i, i + len));
		i += len ? len : 1;
	}
	str_addc(&s, '"');
	sink_put(out, str_sv(&s));
	str_free(&s);
}

void json_key(struct json *j, const char *key)
{
	value(j);
	quoted(j->out, sv_of(key));
	sink_puts(j->out, ": ");
	j->keyed = true;
}

void json_str(struct json *j, struct sv v)
{
	value(j);
	quoted(j->out, v);
}

void json_int(struct json *j, int64_t v)
{
	value(j);
	sink_printf(j->out, "%" PRId64, v);
}

static void digits(struct json *j, double v, int n)
{
	if (isfinite(v)) {
		value(j);
		sink_printf(j->out, "%.*g", n, v);
	} else {
		json_str(j, isnan(v) ? SV("NaN") : v > 0 ? SV("Infinity") : SV("-Infinity"));
	}
}

void json_num(struct json *j, double v)
{
	digits(j, v, 9);
}

void json_double(struct json *j, double v)
{
	digits(j, v, 17);
}

void json_bool(struct json *j, bool v)
{
	value(j);
	sink_puts(j->out, v ? "true" : "false");
}

void json_null(struct json *j)
{
	value(j);
	sink_puts(j->out, "null");
}

void json_end(struct json *j)
{
	sink_puts(j->out, "\n");
}

void json_kstr(struct json *j, const char *key, struct sv v)
{
	json_key(j, key);
	json_str(j, v);
}

void json_kint(struct json *j, const char *key, int64_t v)
{
	json_key(j, key);
	json_int(j, v);
}

void json_kbool(struct json *j, const char *key, bool v)
{
	json_key(j, key);
	json_bool(j, v);
}
