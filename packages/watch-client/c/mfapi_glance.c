/* Decodes a glance from CBOR (RFC 8949) by the tables generated from its CDDL. MIT licence. */
#include "mfapi_glance.h"

#include <stddef.h>
#include <string.h>

/* Major types of RFC 8949 section 3.1. */
enum { NUMBER = 0, NEGATIVE = 1, BYTES = 2, TEXT = 3, ARRAY = 4, MAP = 5, TAG = 6 };

/* One type of a member; one with several has a row for each, in succession, with the same bit. */
typedef struct field {
  const char *key;           /* NULL after the last row of a table */
  uint8_t bit;               /* of the member in its map; of the item in its array */
  uint8_t type;              /* NUMBER includes negative numbers */
  uint8_t required, nullable;
  uint8_t size;              /* of a number, or of each item of an array, in bytes */
  uint8_t step;              /* 0: all items of an array have the first row of `items`; 1: their own */
  uint16_t offset;           /* of the value in its structure */
  uint16_t count;            /* offset of the number of items; of a map: whether it is present */
  int64_t least, most;       /* of a number: its value; of a text: bytes; of an array: items */
  const char *letters;       /* of a text with one letter: the permitted ones */
  const struct field *items; /* of an array or a map */
} field;

#include "mfapi_glance_fields.h"

typedef struct { const uint8_t *at, *end; } input;
typedef struct { uint8_t type, is_null; uint64_t argument; } head;

static uint64_t left(const input *in) { return (uint64_t)(in->end - in->at); }

/* A text, array or map longer than the rest of the input is truncated: each item has a byte. */
static mfapi_error read_head(input *in, head *h) {
  if (left(in) == 0) return MFAPI_TRUNCATED;
  const uint8_t info = *in->at & 31;
  h->type = *in->at >> 5;
  h->is_null = *in->at++ == 0xf6;
  h->argument = info;
  if (info > 27) return MFAPI_MALFORMED;
  if (info >= 24) {
    unsigned bytes = 1u << (info - 24);
    if (left(in) < bytes) return MFAPI_TRUNCATED;
    for (h->argument = 0; bytes > 0; bytes--) h->argument = h->argument << 8 | *in->at++;
  }
  const int has_length = h->type >= BYTES && h->type <= MAP;
  return has_length && h->argument > left(in) ? MFAPI_TRUNCATED : MFAPI_OK;
}

/* Skips a value however deep it is, without recursion. */
static mfapi_error skip(input *in) {
  for (uint64_t items = 1; items > 0; items--) {
    head h;
    const mfapi_error error = read_head(in, &h);
    if (error) return error;
    if (h.type == BYTES || h.type == TEXT) in->at += h.argument;
    items += h.type == ARRAY ? h.argument : h.type == MAP ? 2 * h.argument : h.type == TAG;
  }
  return MFAPI_OK;
}

static int64_t number_of(const head *h) {
  return h->type == NEGATIVE ? -1 - (int64_t)h->argument : (int64_t)h->argument;
}

static void store(uint8_t *target, uint8_t size, int64_t value) {
  const int32_t narrow = (int32_t)value;
  memcpy(target, size == sizeof value ? (const void *)&value : &narrow, size);
}

/* No zero byte, and no incomplete character: a function that draws it would read beyond the end. */
static int is_utf8(const uint8_t *text, uint64_t length) {
  int following = 0;
  for (; length > 0; length--, text++) {
    const int continues = (*text & 0xc0) == 0x80;
    if (continues != (following > 0) || *text == 0 || *text >= 0xf8) return 0;
    if (continues) following--;
    else following = (*text >= 0xc0) + (*text >= 0xe0) + (*text >= 0xf0);
  }
  return following == 0;
}

static int fits(const field *f, const head *h, const uint8_t *text) {
  if (f->type == NUMBER) {
    if (h->type > NEGATIVE || h->argument > INT64_MAX) return 0;
    return number_of(h) >= f->least && number_of(h) <= f->most;
  }
  if (f->type != h->type || f->type == MAP) return f->type == h->type;
  if (h->argument < (uint64_t)f->least || h->argument > (uint64_t)f->most) return 0;
  if (f->type == TEXT && !is_utf8(text, h->argument)) return 0;
  return f->letters == NULL || strchr(f->letters, *text) != NULL;
}

static mfapi_error read_map(input *in, uint64_t pairs, const field *fields, uint8_t *out);

/* `f` is the first row of the member or item, `out` the structure or item that its offset is in. */
static mfapi_error read_value(input *in, const field *f, uint8_t *out) {
  const uint8_t bit = f->bit;
  head h;
  mfapi_error error = read_head(in, &h);
  if (error) return error;
  if (h.is_null) return f->nullable ? MFAPI_OK : MFAPI_UNEXPECTED;
  while (f->key != NULL && f->bit == bit && !fits(f, &h, in->at)) f++;
  if (f->key == NULL || f->bit != bit) return MFAPI_UNEXPECTED;
  if (f->type == NUMBER) store(out + f->offset, f->size, number_of(&h));
  if (f->type == TEXT) {
    memcpy(out + f->offset, in->at, (size_t)h.argument);
    in->at += h.argument;
  }
  if (f->type == ARRAY) out[f->count] = (uint8_t)h.argument;
  if (f->type == MAP) {
    out[f->count] = 1;
    return read_map(in, h.argument, f->items, out + f->offset);
  }
  for (size_t i = 0; f->type == ARRAY && !error && i < h.argument; i++)
    error = read_value(in, f->items + i * f->step, out + f->offset + i * f->size);
  return error;
}

static mfapi_error read_map(input *in, uint64_t pairs, const field *fields, uint8_t *out) {
  uint32_t seen = 0;
  for (; pairs > 0; pairs--) {
    head h;
    mfapi_error error = read_head(in, &h);
    if (error) return error;
    if (h.type != TEXT) return MFAPI_UNEXPECTED;
    const field *f = fields;
    while (f->key && (strlen(f->key) != h.argument || memcmp(f->key, in->at, strlen(f->key)))) f++;
    in->at += h.argument;
    if (f->key && seen >> f->bit & 1) return MFAPI_MALFORMED;
    if (f->key) seen |= (uint32_t)1 << f->bit;
    error = f->key ? read_value(in, f, out) : skip(in);
    if (error) return error;
  }
  for (const field *f = fields; f->key; f++)
    if (f->required && !(seen >> f->bit & 1)) return MFAPI_MISSING;
  return MFAPI_OK;
}

mfapi_error mfapi_glance_decode(const uint8_t *bytes, size_t length, mfapi_glance *glance) {
  static const mfapi_glance unknown = MFAPI_GLANCE_UNKNOWN;
  input in = {bytes, length > 0 ? bytes + length : bytes};
  head h;
  *glance = unknown;
  mfapi_error error = read_head(&in, &h);
  if (!error && h.type != MAP) error = MFAPI_UNEXPECTED;
  if (!error) error = read_map(&in, h.argument, mfapi_glance_fields, (uint8_t *)glance);
  if (!error && left(&in) > 0) error = MFAPI_MALFORMED;
  if (error) *glance = unknown;
  return error;
}
