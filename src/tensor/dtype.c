/* The dtype table and half/bfloat16 conversions; see dtype.h. */
#include "tensor/dtype.h"

#include <string.h>

#include "tensor/tensor.h"

#define ROW(t, nm, np, sz, k) [t] = { nm, #t, np, sz, k }

static const struct dtype_info table[DT_COUNT] = {
	ROW(DT_INVALID, "invalid", NULL, 0, DK_NONE),
	ROW(DT_FLOAT, "float32", "<f4", 4, DK_FLOAT),
	ROW(DT_DOUBLE, "float64", "<f8", 8, DK_FLOAT),
	ROW(DT_INT32, "int32", "<i4", 4, DK_INT),
	ROW(DT_UINT8, "uint8", "|u1", 1, DK_UINT),
	ROW(DT_INT16, "int16", "<i2", 2, DK_INT),
	ROW(DT_INT8, "int8", "|i1", 1, DK_INT),
	ROW(DT_STRING, "string", "|O", sizeof(struct tstr), DK_STRING),
	ROW(DT_COMPLEX64, "complex64", "<c8", 8, DK_COMPLEX),
	ROW(DT_INT64, "int64", "<i8", 8, DK_INT),
	ROW(DT_BOOL, "bool", "|b1", 1, DK_BOOL),
	ROW(DT_QINT8, "qint8", "|i1", 1, DK_QUANT),
	ROW(DT_QUINT8, "quint8", "|u1", 1, DK_QUANT),
	ROW(DT_QINT32, "qint32", "<i4", 4, DK_QUANT),
	ROW(DT_BFLOAT16, "bfloat16", "<V2", 2, DK_FLOAT),
	ROW(DT_QINT16, "qint16", "<i2", 2, DK_QUANT),
	ROW(DT_QUINT16, "quint16", "<u2", 2, DK_QUANT),
	ROW(DT_UINT16, "uint16", "<u2", 2, DK_UINT),
	ROW(DT_COMPLEX128, "complex128", "<c16", 16, DK_COMPLEX),
	ROW(DT_HALF, "float16", "<f2", 2, DK_FLOAT),
	ROW(DT_RESOURCE, "resource", NULL, sizeof(void *), DK_OBJECT),
	ROW(DT_VARIANT, "variant", NULL, sizeof(void *), DK_OBJECT),
	ROW(DT_UINT32, "uint32", "<u4", 4, DK_UINT),
	ROW(DT_UINT64, "uint64", "<u8", 8, DK_UINT),
	ROW(DT_FLOAT8_E5M2, "float8_e5m2", "|V1", 1, DK_FLOAT),
	ROW(DT_FLOAT8_E4M3FN, "float8_e4m3fn", "|V1", 1, DK_FLOAT),
	ROW(DT_INT4, "int4", "|i1", 1, DK_INT),
	ROW(DT_UINT4, "uint4", "|u1", 1, DK_UINT),
};

const struct dtype_info *dtype_info(enum dtype t)
{
	t = dtype_base(t);
	if ((unsigned)t >= DT_COUNT || !table[t].name)
		t = DT_INVALID;
	return &table[t];
}

const char *dtype_enum_name(int t)
{
	static const char *const refs[DT_COUNT] = {
#define REF(x) [x] = #x "_REF"
		REF(DT_FLOAT), REF(DT_DOUBLE), REF(DT_INT32), REF(DT_UINT8), REF(DT_INT16), REF(DT_INT8),
		REF(DT_STRING), REF(DT_COMPLEX64), REF(DT_INT64), REF(DT_BOOL), REF(DT_QINT8),
		REF(DT_QUINT8), REF(DT_QINT32), REF(DT_BFLOAT16), REF(DT_QINT16), REF(DT_QUINT16),
		REF(DT_UINT16), REF(DT_COMPLEX128), REF(DT_HALF), REF(DT_RESOURCE), REF(DT_VARIANT),
		REF(DT_UINT32), REF(DT_UINT64), REF(DT_FLOAT8_E5M2), REF(DT_FLOAT8_E4M3FN), REF(DT_INT4),
		REF(DT_UINT4),
	};

	if (t > DT_REF && t < DT_REF + DT_COUNT)
		return refs[t - DT_REF];
	return t >= 0 && t < DT_COUNT ? table[t].enum_name : NULL;
}

enum dtype dtype_parse(struct sv name)
{
	static const struct { const char *alias; enum dtype t; } alias[] = {
		{ "float", DT_FLOAT }, { "double", DT_DOUBLE }, { "half", DT_HALF },
	};

	for (int t = 1; t < DT_COUNT; t++)
		if (table[t].name && (sv_is(name, table[t].name) || sv_is(name, table[t].enum_name)))
			return (enum dtype)t;
	for (size_t i = 0; i < sizeof(alias) / sizeof(alias[0]); i++)
		if (sv_is(name, alias[i].alias))
			return alias[i].t;
	return DT_INVALID;
}

static uint32_t bits_of(float f)
{
	uint32_t u;

	memcpy(&u, &f, 4);
	return u;
}

static float float_of(uint32_t u)
{
	float f;

	memcpy(&f, &u, 4);
	return f;
}

float half_to_float(uint16_t h)
{
	uint32_t sign = (uint32_t)(h & 0x8000) << 16, exp = h >> 10 & 31, man = h & 0x3ff;

	if (exp == 31)
		return float_of(sign | 0x7f800000 | man << 13);
	if (exp == 0) {		/* zero and denormals: man * 2^-24, exact in float */
		float f = (float)man * 0x1p-24f;

		return sign ? -f : f;
	}
	return float_of(sign | (exp + 112) << 23 | man << 13);
}

uint16_t half_of_float(float f)
{
	uint32_t u = bits_of(f), sign = u >> 16 & 0x8000, man = u & 0x7fffff;
	int exp = (int)(u >> 23 & 255);

	if (exp == 255)
		return (uint16_t)(sign | 0x7c00 | (man ? 0x200 | man >> 13 : 0));
	exp -= 112;
	if (exp >= 31)
		return (uint16_t)(sign | 0x7c00);
	if (exp <= 0) {
		uint32_t shift, half, rest;

		if (exp < -10)
			return (uint16_t)sign;
		man |= 0x800000;
		shift = (uint32_t)(14 - exp);
		half = man >> shift;
		rest = man & ((1u << shift) - 1);
		if (rest > 1u << (shift - 1) || (rest == 1u << (shift - 1) && (half & 1)))
			half++;
		return (uint16_t)(sign | half);
	}
	u = (uint32_t)exp << 10 | man >> 13;
	man &= 0x1fff;
	if (man > 0x1000 || (man == 0x1000 && (u & 1)))
		u++;		/* may carry into the exponent, up to infinity: as it should */
	return (uint16_t)(sign | u);
}

float bf16_to_float(uint16_t b)
{
	return float_of((uint32_t)b << 16);
}

uint16_t bf16_of_float(float f)
{
	uint32_t u = bits_of(f);

	if ((u & 0x7fffffff) > 0x7f800000)
		return (uint16_t)(u >> 16 | 0x40);	/* stay a quiet NaN */
	return (uint16_t)((u + 0x7fff + (u >> 16 & 1)) >> 16);
}

const char *dtype_text(enum dtype t)
{
	switch (t) {
	case DT_FLOAT:
		return "float";
	case DT_DOUBLE:
		return "double";
	case DT_HALF:
		return "half";
	case DT_INVALID:
		return "INVALID";
	default:
		return dtype_info(t)->name;
	}
}
