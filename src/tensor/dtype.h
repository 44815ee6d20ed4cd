/*
 * TensorFlow's data types as one table. Numbers are those of tensorflow/core/framework/types.proto;
 * a reference type is its base plus 100. Everything here is constant data; nothing to free.
 */
#ifndef TENSOR_DTYPE_H
#define TENSOR_DTYPE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/sv.h"

enum dtype {
	DT_INVALID = 0,
	DT_FLOAT = 1,
	DT_DOUBLE = 2,
	DT_INT32 = 3,
	DT_UINT8 = 4,
	DT_INT16 = 5,
	DT_INT8 = 6,
	DT_STRING = 7,
	DT_COMPLEX64 = 8,
	DT_INT64 = 9,
	DT_BOOL = 10,
	DT_QINT8 = 11,
	DT_QUINT8 = 12,
	DT_QINT32 = 13,
	DT_BFLOAT16 = 14,
	DT_QINT16 = 15,
	DT_QUINT16 = 16,
	DT_UINT16 = 17,
	DT_COMPLEX128 = 18,
	DT_HALF = 19,
	DT_RESOURCE = 20,
	DT_VARIANT = 21,
	DT_UINT32 = 22,
	DT_UINT64 = 23,
	DT_FLOAT8_E5M2 = 24,
	DT_FLOAT8_E4M3FN = 25,
	DT_INT4 = 29,
	DT_UINT4 = 30,
	DT_COUNT = 31,
	DT_REF = 100,		/* added to a base type: DT_FLOAT_REF = 101 */
};

enum dtype_kind {
	DK_NONE, DK_FLOAT, DK_INT, DK_UINT, DK_BOOL, DK_COMPLEX, DK_STRING, DK_QUANT, DK_OBJECT,
};

struct dtype_info {
	const char *name;	/* "float32", as Python's tf.float32.name */
	const char *enum_name;	/* "DT_FLOAT" */
	const char *npy;	/* numpy descr, "<f4"; NULL: numpy has none ("|O" for strings) */
	uint8_t size;		/* bytes an element in memory; of strings and objects the slot's size */
	enum dtype_kind kind;
};

/* The row of a base type; numbers that are no type give DT_INVALID's row. References are stripped. */
const struct dtype_info *dtype_info(enum dtype t);

static inline enum dtype dtype_base(enum dtype t)
{
	return t > DT_REF ? (enum dtype)(t - DT_REF) : t;
}

static inline bool dtype_is_ref(enum dtype t)
{
	return t > DT_REF;
}

/* "DT_FLOAT", "DT_FLOAT_REF"; NULL for a number without a name. */
const char *dtype_enum_name(int t);
/* TensorFlow's own name, as in its messages: "float", "double", "half", "int32", "INVALID". */
const char *dtype_text(enum dtype t);
/* By "float32" / "float" / "DT_FLOAT"; DT_INVALID when unknown. */
enum dtype dtype_parse(struct sv name);

/* Masks for op rows. */
typedef uint32_t dtype_mask;
#define DM(t) ((dtype_mask)1u << (t))
#define DM_FLOATS (DM(DT_FLOAT) | DM(DT_DOUBLE) | DM(DT_HALF) | DM(DT_BFLOAT16))
#define DM_INTS (DM(DT_INT8) | DM(DT_INT16) | DM(DT_INT32) | DM(DT_INT64))
#define DM_UINTS (DM(DT_UINT8) | DM(DT_UINT16) | DM(DT_UINT32) | DM(DT_UINT64))
#define DM_COMPLEX (DM(DT_COMPLEX64) | DM(DT_COMPLEX128))
#define DM_REAL (DM_FLOATS | DM_INTS | DM_UINTS)
#define DM_NUMBER (DM_REAL | DM_COMPLEX)
#define DM_ALL ((dtype_mask)~0u)

/* half and bfloat16 to float and back (round to nearest even). */
float half_to_float(uint16_t h);
uint16_t half_of_float(float f);
float bf16_to_float(uint16_t b);
uint16_t bf16_of_float(float f);

#endif
