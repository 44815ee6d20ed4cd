/*
 * Errors as values: a struct err travels as the last argument, functions return bool (or NULL)
 * and the caller must look. Text is made at the edge (err_print). Ownership: the caller owns the
 * struct err; its texts are freed by err_clear. A zeroed struct err is "no error".
 */
#ifndef BASE_ERR_H
#define BASE_ERR_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/sv.h"

/* TensorFlow's status codes (tensorflow/core/protobuf/error_codes.proto). */
enum err_code {
	ERR_OK = 0,
	ERR_CANCELLED = 1,
	ERR_UNKNOWN = 2,
	ERR_INVALID_ARGUMENT = 3,
	ERR_DEADLINE_EXCEEDED = 4,
	ERR_NOT_FOUND = 5,
	ERR_ALREADY_EXISTS = 6,
	ERR_PERMISSION_DENIED = 7,
	ERR_RESOURCE_EXHAUSTED = 8,
	ERR_FAILED_PRECONDITION = 9,
	ERR_ABORTED = 10,
	ERR_OUT_OF_RANGE = 11,
	ERR_UNIMPLEMENTED = 12,
	ERR_INTERNAL = 13,
	ERR_UNAVAILABLE = 14,
	ERR_DATA_LOSS = 15,
};

/* What sort of thing went wrong, for exit codes and for the screens. */
enum err_kind {
	ERR_KIND_NONE = 0,
	ERR_KIND_USAGE,		/* the command line or a command's words */
	ERR_KIND_FILE,		/* a file cannot be read or is damaged */
	ERR_KIND_MODEL,		/* the model is inconsistent */
	ERR_KIND_INPUT,		/* what the user feeds does not fit */
	ERR_KIND_OP,		/* a kernel failed */
	ERR_KIND_UNSUPPORTED,	/* an op, dtype or format that smtui does not have */
	ERR_KIND_LIMIT,		/* memory, depth or iteration limit */
	ERR_KIND_INTERRUPT,	/* ^C */
};

struct err {
	enum err_code code;
	enum err_kind kind;
	char *msg;	/* one sentence, no newline at the end */
	char *site;	/* file and offset, or node path, or NULL */
	char *notes;	/* lines added on the way up, or NULL */
};

/* Sets the error and returns false, so that "return err_set(...)" reads well. A first error that
 * is already there is kept: the cause matters, not its echoes. err may be NULL. */
bool err_set(struct err *err, enum err_kind kind, enum err_code code, const char *fmt, ...)
	__attribute__((format(printf, 4, 5)));
bool err_vset(struct err *err, enum err_kind kind, enum err_code code, const char *fmt, va_list ap);

/* What somebody gave us is not what it should be: ERR_KIND_INPUT, ERR_INVALID_ARGUMENT. */
bool err_input(struct err *err, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

/* Names the place (only the first call counts); returns false. */
bool err_at(struct err *err, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

/* Adds a line of context; returns false. */
bool err_note(struct err *err, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

bool err_is(const struct err *err);		/* is there an error? */
void err_clear(struct err *err);
void err_move(struct err *dst, struct err *src);	/* dst takes what src had, src is cleared */

/* "INVALID_ARGUMENT" and so on; never NULL. */
const char *err_code_name(enum err_code code);
/* The code that TensorFlow gives for the operating system's. */
enum err_code err_code_of_errno(int number);

/* "site: msg\n  note\n  note" as a malloc'd string that the caller frees; control bytes escaped. */
char *err_text(const struct err *err);

#endif
