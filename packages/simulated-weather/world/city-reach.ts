/** How far from its centre a city answers. */
export const CITY_REACH_KM = 6;
