/** The places of the page: far apart, one with an offset of 5:45, and a village. */
export const WATCH_PLACES = [
  { name: 'Paris', latitude: 48.8705, longitude: 2.3049 },
  { name: 'London', latitude: 51.5074, longitude: -0.1278 },
  { name: 'Tokyo', latitude: 35.6762, longitude: 139.6503 },
  { name: 'Kathmandu', latitude: 27.7172, longitude: 85.324 },
  { name: 'Sydney', latitude: -33.8688, longitude: 151.2093 },
  { name: 'San Francisco', latitude: 37.7749, longitude: -122.4194 },
  { name: 'Honolulu', latitude: 21.3069, longitude: -157.8583 },
  { name: 'a village', latitude: 52.2, longitude: 15.5 },
] as const;
