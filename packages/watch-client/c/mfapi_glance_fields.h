/* The tables of mfapi_glance.c. Generated from docs/contract/glance.cddl by `npm run openapi`; do not edit. */

static const field mfapi_days_c_items[] = {
  {.key = "", .bit = 0, .type = NUMBER, .nullable = 0, .least = 0, .most = 99, .size = 4},
  {.key = NULL},
};

static const field mfapi_days_lo_items[] = {
  {.key = "", .bit = 0, .type = NUMBER, .nullable = 1, .least = -199, .most = 199, .size = 4},
  {.key = NULL},
};

static const field mfapi_days_hi_items[] = {
  {.key = "", .bit = 0, .type = NUMBER, .nullable = 1, .least = -199, .most = 199, .size = 4},
  {.key = NULL},
};

static const field mfapi_days_p_items[] = {
  {.key = "", .bit = 0, .type = NUMBER, .nullable = 1, .least = 0, .most = 100, .size = 4},
  {.key = NULL},
};

static const field mfapi_days_fields[] = {
  {.key = "y", .bit = 0, .type = NUMBER, .nullable = 0, .least = 0, .most = 99991231, .required = 1, .size = 4, .offset = offsetof(mfapi_days, y)},
  {.key = "c", .bit = 1, .type = ARRAY, .nullable = 0, .least = 1, .most = 3, .required = 1, .size = 4, .offset = offsetof(mfapi_days, c), .count = offsetof(mfapi_days, c_count), .items = mfapi_days_c_items, .step = 0},
  {.key = "lo", .bit = 2, .type = ARRAY, .nullable = 0, .least = 1, .most = 3, .required = 1, .size = 4, .offset = offsetof(mfapi_days, lo), .count = offsetof(mfapi_days, lo_count), .items = mfapi_days_lo_items, .step = 0},
  {.key = "hi", .bit = 3, .type = ARRAY, .nullable = 0, .least = 1, .most = 3, .required = 1, .size = 4, .offset = offsetof(mfapi_days, hi), .count = offsetof(mfapi_days, hi_count), .items = mfapi_days_hi_items, .step = 0},
  {.key = "p", .bit = 4, .type = ARRAY, .nullable = 0, .least = 1, .most = 3, .required = 1, .size = 4, .offset = offsetof(mfapi_days, p), .count = offsetof(mfapi_days, p_count), .items = mfapi_days_p_items, .step = 0},
  {.key = NULL},
};

static const field mfapi_hours_c_items[] = {
  {.key = "", .bit = 0, .type = NUMBER, .nullable = 0, .least = 0, .most = 99, .size = 4},
  {.key = NULL},
};

static const field mfapi_hours_k_items[] = {
  {.key = "", .bit = 0, .type = NUMBER, .nullable = 1, .least = -199, .most = 199, .size = 4},
  {.key = NULL},
};

static const field mfapi_hours_p_items[] = {
  {.key = "", .bit = 0, .type = NUMBER, .nullable = 1, .least = 0, .most = 100, .size = 4},
  {.key = NULL},
};

static const field mfapi_hours_fields[] = {
  {.key = "b", .bit = 0, .type = NUMBER, .nullable = 0, .least = 0, .most = 9999999999, .required = 1, .size = 8, .offset = offsetof(mfapi_hours, b)},
  {.key = "l", .bit = 1, .type = NUMBER, .nullable = 1, .least = 0, .most = 63, .required = 1, .size = 4, .offset = offsetof(mfapi_hours, l)},
  {.key = "c", .bit = 2, .type = ARRAY, .nullable = 0, .least = 1, .most = 6, .required = 1, .size = 4, .offset = offsetof(mfapi_hours, c), .count = offsetof(mfapi_hours, c_count), .items = mfapi_hours_c_items, .step = 0},
  {.key = "k", .bit = 3, .type = ARRAY, .nullable = 0, .least = 1, .most = 6, .required = 1, .size = 4, .offset = offsetof(mfapi_hours, k), .count = offsetof(mfapi_hours, k_count), .items = mfapi_hours_k_items, .step = 0},
  {.key = "p", .bit = 4, .type = ARRAY, .nullable = 0, .least = 1, .most = 6, .required = 1, .size = 4, .offset = offsetof(mfapi_hours, p), .count = offsetof(mfapi_hours, p_count), .items = mfapi_hours_p_items, .step = 0},
  {.key = NULL},
};

static const field mfapi_now_fields[] = {
  {.key = "c", .bit = 0, .type = NUMBER, .nullable = 0, .least = 0, .most = 99, .required = 1, .size = 4, .offset = offsetof(mfapi_now, c)},
  {.key = "l", .bit = 1, .type = NUMBER, .nullable = 1, .least = 0, .most = 63, .required = 1, .size = 4, .offset = offsetof(mfapi_now, l)},
  {.key = "k", .bit = 2, .type = NUMBER, .nullable = 1, .least = -199, .most = 199, .required = 1, .size = 4, .offset = offsetof(mfapi_now, k)},
  {.key = "f", .bit = 3, .type = NUMBER, .nullable = 1, .least = -199, .most = 199, .required = 1, .size = 4, .offset = offsetof(mfapi_now, f)},
  {.key = "r", .bit = 4, .type = NUMBER, .nullable = 1, .least = 0, .most = 9999, .required = 1, .size = 4, .offset = offsetof(mfapi_now, r)},
  {.key = "i", .bit = 5, .type = NUMBER, .nullable = 1, .least = 0, .most = 99, .required = 1, .size = 4, .offset = offsetof(mfapi_now, i)},
  {.key = "w", .bit = 6, .type = NUMBER, .nullable = 1, .least = 0, .most = 999, .required = 1, .size = 4, .offset = offsetof(mfapi_now, w)},
  {.key = NULL},
};

static const field mfapi_glance_z_items[] = {
  {.key = "", .bit = 0, .type = NUMBER, .nullable = 0, .least = 0, .most = 9999999999, .size = 8},
  {.key = "", .bit = 1, .type = NUMBER, .nullable = 0, .least = -1439, .most = 1439, .size = 8},
  {.key = NULL},
};

static const field mfapi_glance_su_items[] = {
  {.key = "", .bit = 0, .type = NUMBER, .nullable = 1, .least = -1440, .most = 2880, .size = 4},
  {.key = "", .bit = 1, .type = NUMBER, .nullable = 1, .least = -1440, .most = 2880, .size = 4},
  {.key = NULL},
};

static const field mfapi_glance_su_items_2[] = {
  {.key = "", .bit = 0, .type = NUMBER, .nullable = 0, .least = 0, .most = 1, .size = 4},
  {.key = NULL},
};

static const field mfapi_glance_m_items[] = {
  {.key = "", .bit = 0, .type = NUMBER, .nullable = 0, .least = 0, .most = 1, .size = 4},
  {.key = NULL},
};

static const field mfapi_glance_m_items_2[] = {
  {.key = "", .bit = 0, .type = NUMBER, .nullable = 0, .least = 0, .most = 1, .size = 4},
  {.key = "", .bit = 1, .type = NUMBER, .nullable = 1, .least = 0, .most = 1439, .size = 4},
  {.key = NULL},
};

static const field mfapi_glance_x_items[] = {
  {.key = "", .bit = 0, .type = TEXT, .nullable = 0, .least = 1, .most = 1, .letters = "nhd", .size = 1},
  {.key = NULL},
};

static const field mfapi_glance_fields[] = {
  {.key = "v", .bit = 0, .type = NUMBER, .nullable = 0, .least = 1, .most = 1, .required = 1, .size = 4, .offset = offsetof(mfapi_glance, v)},
  {.key = "u", .bit = 1, .type = TEXT, .nullable = 0, .least = 1, .most = 1, .letters = "mi", .required = 1, .size = 1, .offset = offsetof(mfapi_glance, u)},
  {.key = "a", .bit = 2, .type = TEXT, .nullable = 0, .least = 1, .most = 64, .required = 1, .size = 0, .offset = offsetof(mfapi_glance, a)},
  {.key = "o", .bit = 3, .type = NUMBER, .nullable = 1, .least = -1439, .most = 1439, .required = 1, .size = 4, .offset = offsetof(mfapi_glance, o)},
  {.key = "z", .bit = 4, .type = ARRAY, .nullable = 0, .least = 2, .most = 2, .required = 0, .size = 8, .offset = offsetof(mfapi_glance, z), .count = offsetof(mfapi_glance, z_count), .items = mfapi_glance_z_items, .step = 1},
  {.key = "su", .bit = 5, .type = ARRAY, .nullable = 1, .least = 2, .most = 2, .required = 1, .size = 4, .offset = offsetof(mfapi_glance, su), .count = offsetof(mfapi_glance, su_count), .items = mfapi_glance_su_items, .step = 1},
  {.key = "su", .bit = 5, .type = ARRAY, .nullable = 1, .least = 1, .most = 1, .required = 1, .size = 4, .offset = offsetof(mfapi_glance, su), .count = offsetof(mfapi_glance, su_count), .items = mfapi_glance_su_items_2, .step = 0},
  {.key = "n", .bit = 6, .type = MAP, .nullable = 0, .required = 0, .size = 0, .offset = offsetof(mfapi_glance, n), .count = offsetof(mfapi_glance, n_present), .items = mfapi_now_fields},
  {.key = "h", .bit = 7, .type = MAP, .nullable = 0, .required = 0, .size = 0, .offset = offsetof(mfapi_glance, h), .count = offsetof(mfapi_glance, h_present), .items = mfapi_hours_fields},
  {.key = "d", .bit = 8, .type = MAP, .nullable = 0, .required = 0, .size = 0, .offset = offsetof(mfapi_glance, d), .count = offsetof(mfapi_glance, d_present), .items = mfapi_days_fields},
  {.key = "m", .bit = 9, .type = ARRAY, .nullable = 0, .least = 1, .most = 1, .required = 0, .size = 4, .offset = offsetof(mfapi_glance, m), .count = offsetof(mfapi_glance, m_count), .items = mfapi_glance_m_items, .step = 0},
  {.key = "m", .bit = 9, .type = ARRAY, .nullable = 0, .least = 2, .most = 2, .required = 0, .size = 4, .offset = offsetof(mfapi_glance, m), .count = offsetof(mfapi_glance, m_count), .items = mfapi_glance_m_items_2, .step = 1},
  {.key = "q", .bit = 10, .type = NUMBER, .nullable = 0, .least = 0, .most = 9, .required = 0, .size = 4, .offset = offsetof(mfapi_glance, q)},
  {.key = "mo", .bit = 11, .type = NUMBER, .nullable = 0, .least = 1, .most = 8, .required = 0, .size = 4, .offset = offsetof(mfapi_glance, mo)},
  {.key = "al", .bit = 12, .type = NUMBER, .nullable = 1, .least = 0, .most = 1, .required = 1, .size = 4, .offset = offsetof(mfapi_glance, al)},
  {.key = "s", .bit = 13, .type = NUMBER, .nullable = 0, .least = 0, .most = 31, .required = 1, .size = 4, .offset = offsetof(mfapi_glance, s)},
  {.key = "x", .bit = 14, .type = ARRAY, .nullable = 0, .least = 1, .most = 3, .required = 0, .size = 1, .offset = offsetof(mfapi_glance, x), .count = offsetof(mfapi_glance, x_count), .items = mfapi_glance_x_items, .step = 0},
  {.key = "pl", .bit = 15, .type = TEXT, .nullable = 0, .least = 1, .most = 32, .required = 0, .size = 0, .offset = offsetof(mfapi_glance, pl)},
  {.key = "t", .bit = 16, .type = NUMBER, .nullable = 1, .least = 0, .most = 9999999999, .required = 1, .size = 8, .offset = offsetof(mfapi_glance, t)},
  {.key = "e", .bit = 17, .type = NUMBER, .nullable = 1, .least = 0, .most = 9999999999, .required = 1, .size = 8, .offset = offsetof(mfapi_glance, e)},
  {.key = NULL},
};
