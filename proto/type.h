/*
 * Any message of our .proto files read field by field, by what its descriptor says: names, kinds,
 * nested types. Nothing allocates; values borrow from the bytes, names are constant.
 */
#ifndef PROTO_TYPE_H
#define PROTO_TYPE_H

#include "proto/wire.h"

struct proto_type;	/* protobuf-c's message descriptor, for those who know it */

/* By full name ("tensorflow.VariableDef"), a message in one of the tables of type.c; or NULL. */
const struct proto_type *proto_type_find(struct sv name);
/* By an Any's type_url: what is behind the last slash. */
const struct proto_type *proto_type_url(struct sv url);
const char *proto_type_name(const struct proto_type *t);	/* without the package */

/* Does a message of this type hold one field "value" and nothing else? Then it is its value. */
bool proto_type_wraps(const struct proto_type *t);

enum proto_kind { PROTO_BYTES, PROTO_INT, PROTO_UINT, PROTO_REAL, PROTO_BOOL, PROTO_ENUM, PROTO_MESSAGE };

struct proto_value {
	const char *field;
	bool repeated;
	enum proto_kind kind;
	int64_t i;			/* INT, UINT (its bits), BOOL, ENUM */
	double d;
	struct sv s;			/* BYTES, MESSAGE */
	const char *enum_name;		/* NULL: a number that has no name */
	const struct proto_type *type;	/* MESSAGE */
};

struct proto_reader {
	struct wire w, packed;
	const struct proto_type *type;
	const void *field;		/* of the packed list that is being read */
	uint32_t unknown;		/* fields that were skipped: unknown number or wrong form */
};

struct proto_reader proto_reader_of(const struct proto_type *t, struct sv bytes);
/* The next value in the order of the bytes; packed lists value by value. false at the end or when the
 * bytes are bad (r->w.bad). */
bool proto_next(struct proto_reader *r, struct proto_value *v);

#endif
