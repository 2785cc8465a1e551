/* Decodes every prefix of each glance on standard input, and every change of one of its bytes. Each is decoded in memory of
 * exactly its length, so that the address sanitizer notices a byte that is read outside of it. Prints the counts. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "mfapi_glance.h"

static mfapi_error decode(const uint8_t *bytes, size_t length) {
  static mfapi_glance glance;
  uint8_t *exact = malloc(length > 0 ? length : 1);
  memcpy(exact, bytes, length);
  const mfapi_error error = mfapi_glance_decode(exact, length, &glance);
  free(exact);
  return error;
}

int main(void) {
  uint8_t bytes[400];
  char hex[2 * sizeof bytes + 2];
  long prefixes = 0, accepted_prefixes = 0, changes = 0;
  while (fgets(hex, sizeof hex, stdin)) {
    const size_t length = strcspn(hex, "\n") / 2;
    for (size_t i = 0; i < length; i++) {
      unsigned byte;
      if (sscanf(hex + 2 * i, "%2x", &byte) != 1) return 1;
      bytes[i] = (uint8_t)byte;
    }
    for (size_t shorter = 0; shorter < length; shorter++, prefixes++)
      accepted_prefixes += decode(bytes, shorter) == MFAPI_OK;
    for (size_t i = 0; i < length; i++) {
      const uint8_t original = bytes[i];
      for (unsigned value = 0; value < 256; value++, changes++) {
        bytes[i] = (uint8_t)value;
        decode(bytes, length);
      }
      bytes[i] = original;
    }
  }
  printf("%ld prefixes, %ld accepted, %ld changes\n", prefixes, accepted_prefixes, changes);
  return 0;
}
