/* CSV fields. */
#include "cmd/csv.h"

#include "base/str.h"

void csv_field(struct sink *out, struct sv v, char end)
{
	struct str s = STR_INIT, quoted = STR_INIT;
	bool quotes = false;

	str_escaped(&s, v);
	for (size_t i = 0; i < s.n; i++) {
		quotes = quotes || s.p[i] == ',' || s.p[i] == '"' || s.p[i] == ' ';
		if (s.p[i] == '"')
			str_addc(&quoted, '"');
		str_addc(&quoted, s.p[i]);
	}
	sink_puts(out, quotes ? "\"" : "");
	sink_put(out, str_sv(&quoted));
	sink_puts(out, quotes ? "\"" : "");
	sink_put(out, (struct sv){ &end, 1 });
	str_free(&quoted);
	str_free(&s);
}
