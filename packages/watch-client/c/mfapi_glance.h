/* A glance of Meteo French API in C99, and its decoder from CBOR. MIT licence.
 * Generated from docs/contract/glance.cddl by `npm run openapi`; do not edit. */
#ifndef MFAPI_GLANCE_H
#define MFAPI_GLANCE_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* A number that is not known or absent. Arrays that are not known or absent have no items, and texts no bytes. */
#define MFAPI_NULL INT32_MIN

typedef enum mfapi_error {
  MFAPI_OK = 0,
  MFAPI_TRUNCATED,  /* the bytes end before the glance does */
  MFAPI_MALFORMED,  /* not CBOR, or CBOR that the service does not send */
  MFAPI_UNEXPECTED, /* a type or value that the CDDL does not permit, such as another version */
  MFAPI_MISSING     /* a required key is absent */
} mfapi_error;

/* Conditions; later releases add some: display an unknown number as 0. */
typedef enum mfapi_condition {
  MFAPI_CONDITION_UNKNOWN = 0,
  MFAPI_CONDITION_CLEAR = 1,
  MFAPI_CONDITION_MOSTLY_CLEAR = 2,
  MFAPI_CONDITION_PARTLY_CLOUDY = 3,
  MFAPI_CONDITION_MOSTLY_CLOUDY = 4,
  MFAPI_CONDITION_CLOUDY = 5,
  MFAPI_CONDITION_OVERCAST = 6,
  MFAPI_CONDITION_HAZE = 7,
  MFAPI_CONDITION_FOG = 8,
  MFAPI_CONDITION_DRIZZLE = 9,
  MFAPI_CONDITION_RAIN = 10,
  MFAPI_CONDITION_SHOWERS = 11,
  MFAPI_CONDITION_THUNDERSTORM = 12,
  MFAPI_CONDITION_HAIL = 13,
  MFAPI_CONDITION_FLURRIES = 14,
  MFAPI_CONDITION_SNOW = 15,
  MFAPI_CONDITION_SLEET = 16,
  MFAPI_CONDITION_FREEZING_RAIN = 17,
  MFAPI_CONDITION_ICE = 18,
  MFAPI_CONDITION_RAIN_AND_SNOW = 19,
  MFAPI_CONDITION_HOT = 20,
  MFAPI_CONDITION_COLD = 21,
  MFAPI_CONDITION_WINDY = 22
} mfapi_condition;

#define MFAPI_DAYS_C_MAX 3 /* items */
#define MFAPI_DAYS_LO_MAX 3 /* items */
#define MFAPI_DAYS_HI_MAX 3 /* items */
#define MFAPI_DAYS_P_MAX 3 /* items */
typedef struct mfapi_days {
  /* the first day as the number YYYYMMDD: the local today where it is known; 0 to 99991231 */
  int32_t y;
  /* condition by number, 0 when unknown; of a day: by day; 1 to 3 items [0 to 99] */
  uint8_t c_count;
  int32_t c[MFAPI_DAYS_C_MAX];
  /* lowest temperature; 1 to 3 items [-199 to 199 or null] */
  uint8_t lo_count;
  int32_t lo[MFAPI_DAYS_LO_MAX];
  /* highest temperature; 1 to 3 items [-199 to 199 or null] */
  uint8_t hi_count;
  int32_t hi[MFAPI_DAYS_HI_MAX];
  /* probability of precipitation (rain, snow or ice), %; of a day: over day and night; 1 to 3 items [0 to 100 or null] */
  uint8_t p_count;
  int32_t p[MFAPI_DAYS_P_MAX];
} mfapi_days;

#define MFAPI_HOURS_C_MAX 6 /* items */
#define MFAPI_HOURS_K_MAX 6 /* items */
#define MFAPI_HOURS_P_MAX 6 /* items */
typedef struct mfapi_hours {
  /* start of the first hour, seconds since the epoch: the running hour where it is known, else the next full one, which is later than now; 0 to 9999999999 */
  int64_t b;
  /* daylight: 1 by day, 0 by night; of hours: a sum with 1 for the first hour, 2 for the second, 4, 8, 16, 32, each if its start is by day; 0 to 63 or null */
  int32_t l;
  /* condition by number, 0 when unknown; of a day: by day; 1 to 6 items [0 to 99] */
  uint8_t c_count;
  int32_t c[MFAPI_HOURS_C_MAX];
  /* temperature; 1 to 6 items [-199 to 199 or null] */
  uint8_t k_count;
  int32_t k[MFAPI_HOURS_K_MAX];
  /* probability of precipitation (rain, snow or ice), %; of a day: over day and night; 1 to 6 items [0 to 100 or null] */
  uint8_t p_count;
  int32_t p[MFAPI_HOURS_P_MAX];
} mfapi_hours;

typedef struct mfapi_now {
  /* condition by number, 0 when unknown; of a day: by day; 0 to 99 */
  int32_t c;
  /* daylight: 1 by day, 0 by night; of hours: a sum with 1 for the first hour, 2 for the second, 4, 8, 16, 32, each if its start is by day; 0 to 63 or null */
  int32_t l;
  /* temperature; -199 to 199 or null */
  int32_t k;
  /* feels-like temperature; -199 to 199 or null */
  int32_t f;
  /* precipitation of the past hour: tenths of a millimetre or hundredths of an inch; 0 to 9999 or null */
  int32_t r;
  /* UV index; 0 to 99 or null */
  int32_t i;
  /* wind; 0 to 999 or null */
  int32_t w;
} mfapi_now;

#define MFAPI_GLANCE_A_MAX 64 /* bytes, without the final zero */
#define MFAPI_GLANCE_Z_MAX 2 /* items */
#define MFAPI_GLANCE_SU_MAX 2 /* items */
#define MFAPI_GLANCE_M_MAX 2 /* items */
#define MFAPI_GLANCE_X_MAX 3 /* items */
#define MFAPI_GLANCE_PL_MAX 32 /* bytes, without the final zero */
typedef struct mfapi_glance {
  /* version of this schema: 1. Within a version keys may be added, none changes; 1 */
  int32_t v;
  /* units: `m` metric (°C, km/h, mm), `i` imperial (°F, mph, in); 'm' or 'i' */
  char u;
  /* attribution to display: the names of the providers, such as `AccuWeather`, separated by a comma */
  char a[MFAPI_GLANCE_A_MAX + 1];
  /* UTC offset of the place now, minutes, east positive; local time = UTC + `o`; -1439 to 1439 or null */
  int32_t o;
  /* next change of the UTC offset: `[instant, offset from then on]`, seconds since the epoch and minutes; absent when there is none in the next 24 hours; [0 to 9999999999, -1439 to 1439] */
  uint8_t z_count;
  int64_t z[MFAPI_GLANCE_Z_MAX];
  /* sunrise and sunset of the local today as the clock at the place shows them: `[rise, set]`, minutes after midnight, below 0 on the day before and 1440 or more on the day after, one of the two `null` when it does not happen; `[1]` the sun is up all day, `[0]` it is down all day; `null` unknown; [-1440 to 2880 or null, -1440 to 2880 or null] or [0 to 1] or null */
  uint8_t su_count;
  int32_t su[MFAPI_GLANCE_SU_MAX];
  /* now */
  uint8_t n_present;
  mfapi_now n;
  /* up to six consecutive hours; the columns have equal length */
  uint8_t h_present;
  mfapi_hours h;
  /* up to three consecutive local days of the place; the columns have equal length */
  uint8_t d_present;
  mfapi_days d;
  /* precipitation (rain, snow or ice) in the next hour: `[0]` none, `[0, minute]` it starts, `[1, minute]` it falls and stops, `[1]` it falls for the whole hour, `[1, null]` it falls and its end is unknown; the minute of the day in UTC; absent when unknown, or when `h` makes it unlikely; [0 to 1] or [0 to 1, 0 to 1439 or null] */
  uint8_t m_count;
  int32_t m[MFAPI_GLANCE_M_MAX];
  /* air quality of the local today by number; absent when unknown or without room; 0 to 9 */
  int32_t q;
  /* phase of the moon of the local today by number; absent when unknown or without room; 1 to 8 */
  int32_t mo;
  /* official alerts (warnings): 1 in force or announced, 0 none, `null` unknown: never display `null` as "no danger"; 0 to 1 or null */
  int32_t al;
  /* the parts that are stale or expired, as a sum: 1 `n`, 2 `h`, 4 `d`, 8 `al`, 16 `m`; 0 when all are fresh; 0 to 31 */
  int32_t s;
  /* the blocks among `n`, `h`, `d` that are unavailable and left out; absent when all are present; 1 to 3 items ['n' or 'h' or 'd'] */
  uint8_t x_count;
  char x[MFAPI_GLANCE_X_MAX];
  /* name of the place, shortened at a character boundary to the room that is left, at most 32 bytes; absent when unknown */
  char pl[MFAPI_GLANCE_PL_MAX + 1];
  /* when the weather in `n` was observed, seconds since the epoch; 0 to 9999999999 or null */
  int64_t t;
  /* when the first part stops being fresh, seconds since the epoch; in the past when `s` is not 0; 0 to 9999999999 or null */
  int64_t e;
} mfapi_glance;

/* A glance of which nothing is known. */
#define MFAPI_GLANCE_UNKNOWN \
  {.v = MFAPI_NULL, .o = MFAPI_NULL, .z = {MFAPI_NULL, MFAPI_NULL}, .su = {MFAPI_NULL, MFAPI_NULL}, .n = {.c = MFAPI_NULL, .l = MFAPI_NULL, .k = MFAPI_NULL, .f = MFAPI_NULL, .r = MFAPI_NULL, .i = MFAPI_NULL, .w = MFAPI_NULL}, .h = {.b = MFAPI_NULL, .l = MFAPI_NULL, .c = {MFAPI_NULL, MFAPI_NULL, MFAPI_NULL, MFAPI_NULL, MFAPI_NULL, MFAPI_NULL}, .k = {MFAPI_NULL, MFAPI_NULL, MFAPI_NULL, MFAPI_NULL, MFAPI_NULL, MFAPI_NULL}, .p = {MFAPI_NULL, MFAPI_NULL, MFAPI_NULL, MFAPI_NULL, MFAPI_NULL, MFAPI_NULL}}, .d = {.y = MFAPI_NULL, .c = {MFAPI_NULL, MFAPI_NULL, MFAPI_NULL}, .lo = {MFAPI_NULL, MFAPI_NULL, MFAPI_NULL}, .hi = {MFAPI_NULL, MFAPI_NULL, MFAPI_NULL}, .p = {MFAPI_NULL, MFAPI_NULL, MFAPI_NULL}}, .m = {MFAPI_NULL, MFAPI_NULL}, .q = MFAPI_NULL, .mo = MFAPI_NULL, .al = MFAPI_NULL, .s = MFAPI_NULL, .t = MFAPI_NULL, .e = MFAPI_NULL}

/* Decodes the body of GET /v1/glance with Accept: application/cbor. Skips keys that it does not know. Allocates nothing,
 * and reads no byte outside of `bytes`. After an error `glance` is MFAPI_GLANCE_UNKNOWN. */
mfapi_error mfapi_glance_decode(const uint8_t *bytes, size_t length, mfapi_glance *glance);

#ifdef __cplusplus
}
#endif

#endif
