/*
 * The hash functions that TensorFlow's ops promise: pure functions of bytes, the same on every machine.
 */
#ifndef OPS_HASH_H
#define OPS_HASH_H

#include <stdint.h>

#include "base/sv.h"

/* TensorFlow's own Hash64 (a MurmurHash64A): dense tables, StringToHashBucket, the order of mutable
 * tables' exports. */
uint64_t hash64(struct sv s);
uint64_t hash64_combine(uint64_t a, uint64_t b);
/* FarmHash's Fingerprint64. */
uint64_t hash_farm64(struct sv s);
/* FarmHash's Fingerprint128 (CityHash128): the lower half first. */
void hash_city128(struct sv s, uint64_t out[2]);
/* FarmHash's FingerprintCat64. */
uint64_t hash_concat64(uint64_t a, uint64_t b);
/* SipHash-2-4. */
uint64_t hash_sip(const uint64_t key[2], struct sv s);

#endif
