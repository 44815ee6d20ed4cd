/* Errors as values; see err.h. */
#include "base/err.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "base/str.h"

static char *format(const char *fmt, va_list ap)
{
	struct str s = STR_INIT;

	str_vaddf(&s, fmt, ap);
	return str_give(&s);
}

bool err_vset(struct err *err, enum err_kind kind, enum err_code code, const char *fmt, va_list ap)
{
	if (!err || err->code != ERR_OK)
		return false;
	err->kind = kind;
	err->code = code;
	err->msg = format(fmt, ap);
	return false;
}

bool err_set(struct err *err, enum err_kind kind, enum err_code code, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	err_vset(err, kind, code, fmt, ap);
	va_end(ap);
	return false;
}

bool err_input(struct err *err, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	err_vset(err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT, fmt, ap);
	va_end(ap);
	return false;
}

bool err_at(struct err *err, const char *fmt, ...)
{
	va_list ap;

	if (!err || err->code == ERR_OK || err->site)
		return false;
	va_start(ap, fmt);
	err->site = format(fmt, ap);
	va_end(ap);
	return false;
}

bool err_note(struct err *err, const char *fmt, ...)
{
	struct str s = STR_INIT;
	va_list ap;

	if (!err || err->code == ERR_OK)
		return false;
	if (err->notes) {
		str_addz(&s, err->notes);
		str_addc(&s, '\n');
	}
	va_start(ap, fmt);
	str_vaddf(&s, fmt, ap);
	va_end(ap);
	free(err->notes);
	err->notes = str_give(&s);
	return false;
}

bool err_is(const struct err *err)
{
	return err && err->code != ERR_OK;
}

void err_clear(struct err *err)
{
	if (!err)
		return;
	free(err->msg);
	free(err->site);
	free(err->notes);
	*err = (struct err){ 0 };
}

void err_move(struct err *dst, struct err *src)
{
	if (dst && dst->code == ERR_OK) {
		err_clear(dst);
		*dst = *src;
		*src = (struct err){ 0 };
		return;
	}
	err_clear(src);
}

const char *err_code_name(enum err_code code)
{
	static const char *const names[] = {
		"OK", "CANCELLED", "UNKNOWN", "INVALID_ARGUMENT", "DEADLINE_EXCEEDED", "NOT_FOUND",
		"ALREADY_EXISTS", "PERMISSION_DENIED", "RESOURCE_EXHAUSTED", "FAILED_PRECONDITION",
		"ABORTED", "OUT_OF_RANGE", "UNIMPLEMENTED", "INTERNAL", "UNAVAILABLE", "DATA_LOSS",
	};

	return (unsigned)code < sizeof(names) / sizeof(names[0]) ? names[code] : "UNKNOWN";
}

/* Escapes every line but keeps the line ends of a multi-line message. */
static void add_lines(struct str *s, const char *text, const char *indent)
{
	while (*text) {
		size_t n = strcspn(text, "\n");

		str_escaped(s, (struct sv){ text, n });
		text += n;
		if (*text == '\n') {
			text++;
			if (*text) {
				str_addc(s, '\n');
				str_addz(s, indent);
			}
		}
	}
}

char *err_text(const struct err *err)
{
	struct str s = STR_INIT;

	if (err->site) {
		add_lines(&s, err->site, "");
		str_addz(&s, ": ");
	}
	add_lines(&s, err->msg ? err->msg : "no error", "");
	if (err->notes) {
		str_addz(&s, "\n  ");
		add_lines(&s, err->notes, "  ");
	}
	return str_give(&s);
}

enum err_code err_code_of_errno(int number)
{
	switch (number) {
	case EINVAL:
	case ENAMETOOLONG:
	case E2BIG:
	case EDESTADDRREQ:
	case EDOM:
	case EFAULT:
	case EILSEQ:
	case ENOSTR: case ENOTSOCK: case ENOTTY: case EPROTOTYPE: case ESPIPE:
		return ERR_INVALID_ARGUMENT;
	case ENODEV: case ENOENT: case ENXIO: case ESRCH:
		return ERR_NOT_FOUND;
	case EEXIST: case EADDRNOTAVAIL: case EALREADY:
		return ERR_ALREADY_EXISTS;
	case EPERM: case EACCES: case EROFS:
		return ERR_PERMISSION_DENIED;
	case ENOTEMPTY: case EISDIR: case ENOTDIR: case EBADF: case EBUSY: case ECHILD: case EPIPE:
	case ETXTBSY:
		return ERR_FAILED_PRECONDITION;
	case ENOSPC: case EMFILE: case EMLINK: case ENFILE: case ENOBUFS: case ENOMEM:
		return ERR_RESOURCE_EXHAUSTED;
	case EFBIG: case EOVERFLOW: case ERANGE:
		return ERR_OUT_OF_RANGE;
	case ENOSYS: case ENOTSUP: case EXDEV:
		return ERR_UNIMPLEMENTED;
	case EAGAIN: case EINTR:
		return ERR_UNAVAILABLE;
	default:
		return ERR_UNKNOWN;
	}
}
