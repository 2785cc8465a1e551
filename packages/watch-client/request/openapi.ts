// Generated from openapi.yaml by `npm run openapi`; do not edit.
export interface paths {
    readonly "/": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Which service and version this is
         * @description The running release, for people and deployment checks. Needs no token.
         */
        readonly get: operations["about"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/health/live": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * The process runs
         * @description A liveness probe: where it gets no answer, Kubernetes restarts the pod.
         */
        readonly get: operations["live"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/health/ready": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * The process may get traffic
         * @description A readiness probe: ready once it has started, until it is told to stop. Trouble of a dependency never makes it unready.
         */
        readonly get: operations["ready"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/prcpt": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Visibility now and precipitation of the past hour
         * @description Compatible with the previous service: both in metres (metric), or in miles and inches (imperial).
         */
        readonly get: operations["precipitation"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/uvidx": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * UV index now
         * @description Compatible with the previous service: a whole number, the same in all units.
         */
        readonly get: operations["uvIndex"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/conditions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Current conditions for a full screen
         * @description The latest observed weather at the place of the position, its age, and its attribution.
         */
        readonly get: operations["conditions"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/forecast/hourly": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Hourly forecast
         * @description Starts with the current hour, ordered by instant, in local times of the place. The plan of the provider may include fewer hours than requested.
         */
        readonly get: operations["hourlyForecast"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/forecast/daily": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Daily forecast for the local days of the place
         * @description Starts with today by the calendar of the place and includes sun times. The plan of the provider may include fewer days than requested.
         */
        readonly get: operations["dailyForecast"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/alerts": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Official alerts, or that they are unknown
         * @description In force or announced, most severe first, in the words of the authority. `status` distinguishes none from unknown.
         */
        readonly get: operations["alerts"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/glance": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * A whole watch face in at most 400 bytes
         * @description Now, the next six hours and three days, and whether there are alerts, under short keys (docs/glance.md). With `Accept: application/cbor` the same in CBOR (RFC 8949), about half as long.
         */
        readonly get: operations["glance"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        readonly ProblemFault: {
            /**
             * @description The parameter at fault.
             * @example lt
             */
            readonly parameter: string;
            /** @example lt must be from -90 to 90 */
            readonly detail: string;
        };
        readonly Problem: {
            /**
             * @description Stable identifier of the kind of problem; a URI reference.
             * @example /problems/invalid-request
             */
            readonly type: string;
            /** @example Invalid request */
            readonly title: string;
            /** @example 400 */
            readonly status: number;
            /** @example The request has invalid parameters. */
            readonly detail: string;
            /**
             * @description The path asked, without its query.
             * @example /prcpt
             */
            readonly instance: string;
            /**
             * @description Equals the X-Request-Id header; quote it when you report the problem.
             * @example 6f0c7b1e-7b0d-4d0f-9a51-2f6f5f0a4f0e
             */
            readonly traceId: string;
            /** @description With status 400 only. */
            readonly errors?: readonly components["schemas"]["ProblemFault"][];
        };
        readonly AboutResponse: {
            /** @example meteofrenchapi */
            readonly name: string;
            /** @example 0.2.0 */
            readonly version: string;
        };
        readonly HealthCondition: {
            /**
             * @example up
             * @enum {string}
             */
            readonly status: "up" | "down";
        };
        readonly HealthResponse: {
            /**
             * @example ok
             * @enum {string}
             */
            readonly status: "ok";
            /**
             * @description The conditions that are met, by name.
             * @example {
             *       "not-draining": {
             *         "status": "up"
             *       }
             *     }
             */
            readonly info: {
                readonly [key: string]: components["schemas"]["HealthCondition"];
            };
            /**
             * @description Those that are not: none.
             * @example {}
             */
            readonly error: {
                readonly [key: string]: components["schemas"]["HealthCondition"];
            };
            /**
             * @description All of them.
             * @example {
             *       "not-draining": {
             *         "status": "up"
             *       }
             *     }
             */
            readonly details: {
                readonly [key: string]: components["schemas"]["HealthCondition"];
            };
        };
        readonly PrecipitationResponse: {
            /**
             * @description Visibility now: metres (metric, to 1 m) or miles (imperial, to 0.1 mi).
             * @example 9700
             */
            readonly vis: number | null;
            /**
             * @description Precipitation of the past hour: metres (metric, to 0.0001 m) or inches (imperial, to 0.01 in).
             * @example 0.001
             */
            readonly prcpt: number | null;
        };
        readonly UvIndexResponse: {
            /** @example 1 */
            readonly uvidx: number | null;
        };
        readonly PlaceResponse: {
            /**
             * @description In English.
             * @example Paris 08
             */
            readonly name: string | null;
            /**
             * @description ISO 3166-1 alpha-2.
             * @example FR
             */
            readonly country: string | null;
            /**
             * @description IANA name; where the provider gives only an offset from UTC, the one now in force, such as `+09:30`. Where it is null, local times are derived from the longitude.
             * @example Europe/Paris
             */
            readonly timeZone: string | null;
            /**
             * @description From the centre of the requested cell; km to 0.1 in both unit systems.
             * @example 0.4
             */
            readonly distanceKm: number | null;
        };
        readonly AttributionResponse: {
            /**
             * @description Show it next to the weather.
             * @example AccuWeather
             */
            readonly name: string;
            /**
             * Format: uri
             * @example https://www.accuweather.com/
             */
            readonly url: string;
            /**
             * Format: uri
             * @description Licence of the data, if any; link it as well.
             * @example null
             */
            readonly licenceUrl: string | null;
        };
        readonly ConditionsResponse: {
            /**
             * Format: date-time
             * @description When this expires. An earlier request returns the same. In the past when `stale`.
             * @example 2026-01-01T00:10:00Z
             */
            readonly expiresAt: string;
            /**
             * @description Whether this has expired because the provider is slow or unavailable.
             * @example false
             */
            readonly stale: boolean;
            readonly place: components["schemas"]["PlaceResponse"];
            /**
             * @example metric
             * @enum {string}
             */
            readonly units: "metric" | "imperial";
            /**
             * @description The provider of this data.
             * @example accwea
             * @enum {string}
             */
            readonly origin: "accwea" | "open-meteo";
            readonly attribution: components["schemas"]["AttributionResponse"];
            /**
             * Format: date-time
             * @description When the weather was observed.
             * @example 2026-01-01T00:00:00Z
             */
            readonly observedAt: string | null;
            /**
             * @description Weather condition now: `unknown`, `clear`, `mostly-clear`, `partly-cloudy`, `mostly-cloudy`, `cloudy`, `overcast`, `haze`, `fog`, `drizzle`, `rain`, `showers`, `thunderstorm`, `hail`, `flurries`, `snow`, `sleet`, `freezing-rain`, `ice`, `rain-and-snow`, `hot`, `cold`, `windy`. Releases may add codes; show a code that you do not know as `unknown`.
             * @example rain
             */
            readonly condition: string | null;
            /**
             * @description The condition in the requested language; at most 22 characters.
             * @example Pluie
             */
            readonly text: string | null;
            /** @example true */
            readonly isDay: boolean | null;
            /**
             * @description Air temperature: °C to 0.1 (metric) or °F to 0.1 (imperial).
             * @example 7.5
             */
            readonly temperature: number | null;
            /**
             * @description Feels-like temperature (wind, sun and humidity): °C to 0.1 (metric) or °F to 0.1 (imperial).
             * @example 4.2
             */
            readonly feelsLike: number | null;
            /**
             * @description Dew point: °C to 0.1 (metric) or °F to 0.1 (imperial).
             * @example 6.1
             */
            readonly dewPoint: number | null;
            /**
             * @description Relative humidity, %.
             * @example 91
             */
            readonly humidity: number | null;
            /**
             * @description Cloud cover, %.
             * @example 100
             */
            readonly cloudCover: number | null;
            /**
             * @description Wind: km/h to 0.1 (metric) or mph to 0.1 (imperial).
             * @example 18.5
             */
            readonly windSpeed: number | null;
            /**
             * @description Gusts: km/h to 0.1 (metric) or mph to 0.1 (imperial).
             * @example 33.3
             */
            readonly windGust: number | null;
            /**
             * @description Where the wind comes from, degrees: 0 is north, 90 is east.
             * @example 225
             */
            readonly windDirection: number | null;
            /**
             * @description At sea level: hPa to 0.1 (metric) or inHg to 0.01 (imperial).
             * @example 1008.5
             */
            readonly pressure: number | null;
            /**
             * @description Pressure trend.
             * @example falling
             * @enum {string|null}
             */
            readonly pressureTrend: "rising" | "steady" | "falling" | null;
            /**
             * @description Visibility: m to 1 (metric) or mi to 0.1 (imperial).
             * @example 9700
             */
            readonly visibility: number | null;
            /**
             * @description Precipitation of the past hour (snow as melted water): mm to 0.1 (metric) or in to 0.01 (imperial).
             * @example 1
             */
            readonly precipitationPastHour: number | null;
            /**
             * @description Kind of precipitation now; null when it is dry.
             * @example rain
             * @enum {string|null}
             */
            readonly precipitationType: "rain" | "snow" | "ice" | "mixed" | null;
            /**
             * @description UV index.
             * @example 1
             */
            readonly uvIndex: number | null;
        };
        readonly ForecastHourResponse: {
            /**
             * Format: date-time
             * @description Start of the hour with the UTC offset of the place: both the instant and the local time.
             * @example 2026-03-29T03:00:00+02:00
             */
            readonly time: string;
            /**
             * @description Weather condition: `unknown`, `clear`, `mostly-clear`, `partly-cloudy`, `mostly-cloudy`, `cloudy`, `overcast`, `haze`, `fog`, `drizzle`, `rain`, `showers`, `thunderstorm`, `hail`, `flurries`, `snow`, `sleet`, `freezing-rain`, `ice`, `rain-and-snow`, `hot`, `cold`, `windy`. Releases may add codes; show a code that you do not know as `unknown`.
             * @example rain
             */
            readonly condition: string | null;
            /**
             * @description The condition in the requested language; at most 22 characters.
             * @example Pluie
             */
            readonly text: string | null;
            /** @example false */
            readonly isDay: boolean | null;
            /**
             * @description Air temperature: °C to 0.1 (metric) or °F to 0.1 (imperial).
             * @example 5.3
             */
            readonly temperature: number | null;
            /**
             * @description Feels-like temperature (wind, sun and humidity): °C to 0.1 (metric) or °F to 0.1 (imperial).
             * @example 2.5
             */
            readonly feelsLike: number | null;
            /**
             * @description Relative humidity, %.
             * @example 88
             */
            readonly humidity: number | null;
            /**
             * @description Cloud cover, %.
             * @example 95
             */
            readonly cloudCover: number | null;
            /**
             * @description Wind: km/h to 0.1 (metric) or mph to 0.1 (imperial).
             * @example 20.4
             */
            readonly windSpeed: number | null;
            /**
             * @description Gusts: km/h to 0.1 (metric) or mph to 0.1 (imperial).
             * @example 38.9
             */
            readonly windGust: number | null;
            /**
             * @description Where the wind comes from, degrees: 0 is north, 90 is east.
             * @example 225
             */
            readonly windDirection: number | null;
            /**
             * @description Visibility: m to 1 (metric) or mi to 0.1 (imperial).
             * @example 8000
             */
            readonly visibility: number | null;
            /**
             * @description Probability of rain, snow or ice, %.
             * @example 70
             */
            readonly precipitationProbability: number | null;
            /**
             * @description Precipitation of the hour (snow as melted water): mm to 0.1 (metric) or in to 0.01 (imperial).
             * @example 0.8
             */
            readonly precipitation: number | null;
            /**
             * @description Depth of fresh snow: cm to 0.1 (metric) or in to 0.1 (imperial).
             * @example 0
             */
            readonly snow: number | null;
            /**
             * @description UV index.
             * @example 0
             */
            readonly uvIndex: number | null;
        };
        readonly HourlyForecastResponse: {
            /**
             * Format: date-time
             * @description When this expires. An earlier request returns the same. In the past when `stale`.
             * @example 2026-01-01T00:10:00Z
             */
            readonly expiresAt: string;
            /**
             * @description Whether this has expired because the provider is slow or unavailable.
             * @example false
             */
            readonly stale: boolean;
            readonly place: components["schemas"]["PlaceResponse"];
            /**
             * @example metric
             * @enum {string}
             */
            readonly units: "metric" | "imperial";
            /**
             * @description The provider of this data.
             * @example accwea
             * @enum {string}
             */
            readonly origin: "accwea" | "open-meteo";
            readonly attribution: components["schemas"]["AttributionResponse"];
            /**
             * Format: date-time
             * @description When it was requested from the provider.
             * @example 2026-01-01T00:00:00Z
             */
            readonly issuedAt: string;
            /** @description Starts with the current hour, ordered by instant; fewer than requested when fewer are available. */
            readonly hours: readonly components["schemas"]["ForecastHourResponse"][];
        };
        readonly ForecastDayResponse: {
            /**
             * Format: date
             * @description The calendar day of the place.
             * @example 2026-03-29
             */
            readonly date: string;
            /**
             * @description Weather condition by day: `unknown`, `clear`, `mostly-clear`, `partly-cloudy`, `mostly-cloudy`, `cloudy`, `overcast`, `haze`, `fog`, `drizzle`, `rain`, `showers`, `thunderstorm`, `hail`, `flurries`, `snow`, `sleet`, `freezing-rain`, `ice`, `rain-and-snow`, `hot`, `cold`, `windy`. Releases may add codes; show a code that you do not know as `unknown`.
             * @example rain
             */
            readonly condition: string | null;
            /**
             * @description The condition in the requested language; at most 22 characters.
             * @example Pluie
             */
            readonly text: string | null;
            /**
             * @description Weather condition in the night that follows: `unknown`, `clear`, `mostly-clear`, `partly-cloudy`, `mostly-cloudy`, `cloudy`, `overcast`, `haze`, `fog`, `drizzle`, `rain`, `showers`, `thunderstorm`, `hail`, `flurries`, `snow`, `sleet`, `freezing-rain`, `ice`, `rain-and-snow`, `hot`, `cold`, `windy`. Releases may add codes; show a code that you do not know as `unknown`.
             * @example rain
             */
            readonly nightCondition: string | null;
            /**
             * @description The condition in the requested language; at most 22 characters.
             * @example Pluie
             */
            readonly nightText: string | null;
            /**
             * @description Minimum temperature: °C to 0.1 (metric) or °F to 0.1 (imperial).
             * @example 2.5
             */
            readonly temperatureMin: number | null;
            /**
             * @description Maximum temperature: °C to 0.1 (metric) or °F to 0.1 (imperial).
             * @example 8.1
             */
            readonly temperatureMax: number | null;
            /**
             * @description Probability of rain, snow or ice, day and night, %.
             * @example 80
             */
            readonly precipitationProbability: number | null;
            /**
             * @description Precipitation, day and night (snow as melted water): mm to 0.1 (metric) or in to 0.01 (imperial).
             * @example 6.4
             */
            readonly precipitation: number | null;
            /**
             * @description Depth of fresh snow, day and night: cm to 0.1 (metric) or in to 0.1 (imperial).
             * @example 0
             */
            readonly snow: number | null;
            /**
             * @description Wind: km/h to 0.1 (metric) or mph to 0.1 (imperial).
             * @example 25.9
             */
            readonly windSpeed: number | null;
            /**
             * @description Gusts: km/h to 0.1 (metric) or mph to 0.1 (imperial).
             * @example 50
             */
            readonly windGust: number | null;
            /**
             * @description Where the wind comes from, degrees: 0 is north, 90 is east.
             * @example 225
             */
            readonly windDirection: number | null;
            /**
             * @description Maximum UV index.
             * @example 1
             */
            readonly uvIndex: number | null;
            /**
             * Format: date-time
             * @description With the UTC offset of the place; null where the sun does not rise that day.
             * @example 2026-03-29T07:37:00+02:00
             */
            readonly sunrise: string | null;
            /**
             * Format: date-time
             * @description The sunset of the same daylight, after midnight in a polar summer; null where the sun does not set.
             * @example 2026-03-29T20:14:00+02:00
             */
            readonly sunset: string | null;
        };
        readonly DailyForecastResponse: {
            /**
             * Format: date-time
             * @description When this expires. An earlier request returns the same. In the past when `stale`.
             * @example 2026-01-01T00:10:00Z
             */
            readonly expiresAt: string;
            /**
             * @description Whether this has expired because the provider is slow or unavailable.
             * @example false
             */
            readonly stale: boolean;
            readonly place: components["schemas"]["PlaceResponse"];
            /**
             * @example metric
             * @enum {string}
             */
            readonly units: "metric" | "imperial";
            /**
             * @description The provider of this data.
             * @example accwea
             * @enum {string}
             */
            readonly origin: "accwea" | "open-meteo";
            readonly attribution: components["schemas"]["AttributionResponse"];
            /**
             * Format: date-time
             * @description When it was requested from the provider.
             * @example 2026-01-01T00:00:00Z
             */
            readonly issuedAt: string;
            /** @description Starts with the local today of the place; fewer than requested when fewer are available. */
            readonly days: readonly components["schemas"]["ForecastDayResponse"][];
        };
        readonly AlertResponse: {
            /**
             * @description Stays the same while the alert is extended or reworded.
             * @example 42
             */
            readonly id: string;
            /** @example Vigilance orange vent violent */
            readonly title: string | null;
            /**
             * @example severe
             * @enum {string}
             */
            readonly severity: "extreme" | "severe" | "moderate" | "minor" | "unknown";
            /**
             * @description Kind of hazard, in the provider's words.
             * @example WIND
             */
            readonly category: string | null;
            /**
             * @description The issuing authority.
             * @example Météo-France
             */
            readonly source: string | null;
            /** @example Paris */
            readonly area: string | null;
            /** @example Rafales de 100 km/h attendues. */
            readonly text: string | null;
            /**
             * Format: date-time
             * @description With the UTC offset of the place; null when open-ended.
             * @example 2026-01-01T12:00:00+01:00
             */
            readonly startsAt: string | null;
            /**
             * Format: date-time
             * @description With the UTC offset of the place; null when open-ended.
             * @example 2026-01-01T23:00:00+01:00
             */
            readonly endsAt: string | null;
        };
        readonly AlertsResponse: {
            /**
             * Format: date-time
             * @description When this expires. An earlier request returns the same. In the past when `stale`.
             * @example 2026-01-01T00:10:00Z
             */
            readonly expiresAt: string;
            /**
             * @description Whether this has expired because the provider is slow or unavailable.
             * @example false
             */
            readonly stale: boolean;
            readonly place: components["schemas"]["PlaceResponse"];
            /**
             * @example metric
             * @enum {string}
             */
            readonly units: "metric" | "imperial";
            /**
             * @description The provider of this data.
             * @example accwea
             * @enum {string}
             */
            readonly origin: "accwea" | "open-meteo";
            readonly attribution: components["schemas"]["AttributionResponse"];
            /**
             * Format: date-time
             * @description When the alerts were requested from the provider; null when it did not respond.
             * @example 2026-01-01T00:00:00Z
             */
            readonly issuedAt: string | null;
            /**
             * @description `active`: in force or announced. `none`: there are none. `unknown`: no authority issues alerts for this place, or they are temporarily unavailable; never show it as "no danger".
             * @example active
             * @enum {string}
             */
            readonly status: "active" | "none" | "unknown";
            /** @description Most severe first; alerts that have ended are omitted. */
            readonly alerts: readonly components["schemas"]["AlertResponse"][];
        };
        readonly GlanceNow: {
            /**
             * @description Condition, by number (docs/glance.md).
             * @example 9
             */
            readonly c: number | null;
            /**
             * @description 1 by day, 0 by night.
             * @example 0
             * @enum {integer|null}
             */
            readonly d: 0 | 1 | null;
            /**
             * @description Temperature: °C or °F.
             * @example 8
             */
            readonly k: number | null;
            /**
             * @description Feels like: °C or °F.
             * @example 4
             */
            readonly f: number | null;
            /**
             * @description Precipitation of the past hour: mm to 0.1 or in to 0.01.
             * @example 1
             */
            readonly r: number | null;
            /**
             * @description UV index.
             * @example 1
             */
            readonly i: number | null;
            /**
             * @description Wind: km/h or mph.
             * @example 19
             */
            readonly w: number | null;
        };
        readonly GlanceHours: {
            /**
             * @description Start of the first hour, the current one: seconds since the epoch. The hours are consecutive.
             * @example 1767225600
             */
            readonly t: number;
            /**
             * @description Conditions, by number (docs/glance.md).
             * @example [
             *       10,
             *       10,
             *       10,
             *       10,
             *       10,
             *       10
             *     ]
             */
            readonly c: readonly (number | null)[];
            /**
             * @description Temperatures: °C or °F.
             * @example [
             *       5,
             *       5,
             *       5,
             *       5,
             *       5,
             *       6
             *     ]
             */
            readonly k: readonly (number | null)[];
            /**
             * @description Probabilities of rain, snow or ice, %.
             * @example [
             *       70,
             *       70,
             *       70,
             *       70,
             *       70,
             *       70
             *     ]
             */
            readonly p: readonly (number | null)[];
        };
        readonly GlanceDays: {
            /**
             * @description The first day, the local today, as YYYYMMDD. The days are consecutive.
             * @example 20260101
             */
            readonly t: number;
            /**
             * @description Conditions by day, by number (docs/glance.md).
             * @example [
             *       10,
             *       10,
             *       10
             *     ]
             */
            readonly c: readonly (number | null)[];
            /**
             * @description Minimum temperatures: °C or °F.
             * @example [
             *       3,
             *       3,
             *       3
             *     ]
             */
            readonly l: readonly (number | null)[];
            /**
             * @description Maximum temperatures: °C or °F.
             * @example [
             *       8,
             *       8,
             *       8
             *     ]
             */
            readonly h: readonly (number | null)[];
            /**
             * @description Probabilities of rain, snow or ice, day and night, %.
             * @example [
             *       80,
             *       80,
             *       80
             *     ]
             */
            readonly p: readonly (number | null)[];
        };
        readonly GlanceResponse: {
            /**
             * @description When the weather was observed, seconds since the epoch.
             * @example 1767225600
             */
            readonly t: number | null;
            /**
             * @description When the first part expires, seconds since the epoch.
             * @example 1767226200
             */
            readonly e: number | null;
            /**
             * @description 1 when a part has expired.
             * @example 0
             * @enum {integer}
             */
            readonly s: 0 | 1;
            /**
             * @description Version of this schema. Keys may be added within a version.
             * @example 1
             */
            readonly v: number;
            /**
             * @description Units: metric or imperial.
             * @example m
             * @enum {string}
             */
            readonly u: "m" | "i";
            /**
             * @description Attribution of the data; show it.
             * @example AccuWeather
             */
            readonly a: string;
            /** @description Now. */
            readonly n?: components["schemas"]["GlanceNow"];
            /** @description Up to six hours. */
            readonly h?: components["schemas"]["GlanceHours"];
            /** @description Up to three local days. */
            readonly d?: components["schemas"]["GlanceDays"];
            /**
             * @description Official alerts: 1 in force or announced, 0 none, null unknown.
             * @example 0
             * @enum {integer|null}
             */
            readonly w: 0 | 1 | null;
            /**
             * @description The blocks that are temporarily unavailable: `n`, `h`, `d`. Absent when all are present.
             * @example [
             *       "h",
             *       "d"
             *     ]
             */
            readonly x?: readonly string[];
            /**
             * @description Name of the place, truncated to the remaining bytes.
             * @example Paris 08
             */
            readonly p?: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readonly about: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Name and version, the same for every pod of a release. */
            readonly 200: {
                headers: {
                    /** @description Identifies this request in our logs; quote it in a report. An `X-Request-Id` in the request is kept if it is a UUID or 32 hexadecimal digits; any other is replaced. */
                    readonly "X-Request-Id"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AboutResponse"];
                };
            };
            /** @description `/problems/invalid-request`: the request cannot be read; its URL is too long, say. */
            readonly 400: {
                headers: {
                    /** @description Identifies this request in our logs; quote it in a report. An `X-Request-Id` in the request is kept if it is a UUID or 32 hexadecimal digits; any other is replaced. */
                    readonly "X-Request-Id"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly live: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description It runs, whatever its neighbours do. */
            readonly 200: {
                headers: {
                    /** @description Identifies this request in our logs; quote it in a report. An `X-Request-Id` in the request is kept if it is a UUID or 32 hexadecimal digits; any other is replaced. */
                    readonly "X-Request-Id"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["HealthResponse"];
                };
            };
            /** @description `/problems/invalid-request`: the request cannot be read; its URL is too long, say. */
            readonly 400: {
                headers: {
                    /** @description Identifies this request in our logs; quote it in a report. An `X-Request-Id` in the request is kept if it is a UUID or 32 hexadecimal digits; any other is replaced. */
                    readonly "X-Request-Id"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly ready: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description It has what it needs, and is not about to stop. */
            readonly 200: {
                headers: {
                    /** @description Identifies this request in our logs; quote it in a report. An `X-Request-Id` in the request is kept if it is a UUID or 32 hexadecimal digits; any other is replaced. */
                    readonly "X-Request-Id"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["HealthResponse"];
                };
            };
            /** @description `/problems/invalid-request`: the request cannot be read; its URL is too long, say. */
            readonly 400: {
                headers: {
                    /** @description Identifies this request in our logs; quote it in a report. An `X-Request-Id` in the request is kept if it is a UUID or 32 hexadecimal digits; any other is replaced. */
                    readonly "X-Request-Id"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `/problems/not-ready`: it starts, or it is going. `detail` names what is missing. */
            readonly 503: {
                headers: {
                    /** @description Identifies this request in our logs; quote it in a report. An `X-Request-Id` in the request is kept if it is a UUID or 32 hexadecimal digits; any other is replaced. */
                    readonly "X-Request-Id"?: string;
                    /** @description Seconds to wait before asking again. */
                    readonly "Retry-After"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly precipitation: {
        readonly parameters: {
            readonly query: {
                /** @description Latitude, degrees WGS-84. */
                readonly lt: number;
                /** @description Longitude, degrees WGS-84. */
                readonly lg: number;
                /** @description Of all values: each field documents its unit in both systems. */
                readonly units?: "metric" | "imperial";
            };
            readonly header?: {
                /** @description The `ETag` of the cached response of the watch: 304 while nothing has changed. */
                readonly "If-None-Match"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Exactly two numbers; null when unknown. */
            readonly 200: {
                headers: {
                    /** @description When to request again: the remaining freshness plus a jitter per watch (RFC 9111). */
                    readonly "Cache-Control"?: string;
                    /** @description Identifies the weather and its view, independent of its age. */
                    readonly ETag?: string;
                    /** @description The time of the weather. */
                    readonly "Last-Modified"?: string;
                    /** @description How the response was produced (RFC 9211). */
                    readonly "Cache-Status"?: string;
                    /** @description The equivalent request at the centre of the cell. */
                    readonly "Content-Location"?: string;
                    /** @description Request header fields that the response depends on. */
                    readonly Vary?: string;
                    /** @description The limits of a user. */
                    readonly "RateLimit-Policy"?: string;
                    /** @description What remains of them. */
                    readonly RateLimit?: string;
                    /** @description Identifies this request in our logs; quote it in a report. An `X-Request-Id` in the request is kept if it is a UUID or 32 hexadecimal digits; any other is replaced. */
                    readonly "X-Request-Id"?: string;
                    /** @description Attribution of the data; show it (RFC 8288). */
                    readonly Link?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PrecipitationResponse"];
                };
            };
            /** @description The watch already has it (`If-None-Match`): no body, only how long to keep it. */
            readonly 304: {
                headers: {
                    /** @description When to request again: the remaining freshness plus a jitter per watch (RFC 9111). */
                    readonly "Cache-Control"?: string;
                    /** @description Identifies the weather and its view, independent of its age. */
                    readonly ETag?: string;
                    /** @description The time of the weather. */
                    readonly "Last-Modified"?: string;
                    /** @description How the response was produced (RFC 9211). */
                    readonly "Cache-Status"?: string;
                    /** @description The equivalent request at the centre of the cell. */
                    readonly "Content-Location"?: string;
                    /** @description Request header fields that the response depends on. */
                    readonly Vary?: string;
                    /** @description The limits of a user. */
                    readonly "RateLimit-Policy"?: string;
                    /** @description What remains of them. */
                    readonly RateLimit?: string;
                    /** @description Identifies this request in our logs; quote it in a report. An `X-Request-Id` in the request is kept if it is a UUID or 32 hexadecimal digits; any other is replaced. */
                    readonly "X-Request-Id"?: string;
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `/problems/invalid-request`: a parameter is missing, empty, given twice, not a number, out of range, or not an allowed value; `errors` names each. Or the request cannot be read. */
            readonly 400: {
                headers: {
                    /** @description Identifies this request in our logs; quote it in a report. An `X-Request-Id` in the request is kept if it is a UUID or 32 hexadecimal digits; any other is replaced. */
                    readonly "X-Request-Id"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `/problems/unauthenticated`: no token was sent, or one that is expired, forged, or not for this service. */
            readonly 401: {
                headers: {
                    /** @description Identifies this request in our logs; quote it in a report. An `X-Request-Id` in the request is kept if it is a UUID or 32 hexadecimal digits; any other is replaced. */
                    readonly "X-Request-Id"?: string;
                    /** @description Why the token is rejected (RFC 6750). */
                    readonly "WWW-Authenticate"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `/problems/insufficient-scope`: the token lacks the scope `weather:read`. `/problems/not-in-pilot`: the service is rolled out step by step, and the user is not in the pilot group yet. */
            readonly 403: {
                headers: {
                    /** @description Identifies this request in our logs; quote it in a report. An `X-Request-Id` in the request is kept if it is a UUID or 32 hexadecimal digits; any other is replaced. */
                    readonly "X-Request-Id"?: string;
                    /** @description Why the token is rejected (RFC 6750). */
                    readonly "WWW-Authenticate"?: string;
                    /** @description Seconds to wait before the next request. */
                    readonly "Retry-After"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `/problems/no-weather-here`: no provider knows a place within 50 km, usually at sea. */
            readonly 404: {
                headers: {
                    /** @description Identifies this request in our logs; quote it in a report. An `X-Request-Id` in the request is kept if it is a UUID or 32 hexadecimal digits; any other is replaced. */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits of a user. */
                    readonly "RateLimit-Policy"?: string;
                    /** @description What remains of them. */
                    readonly RateLimit?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `/problems/too-many-requests`: too many requests of the user in the past minute, or too many uncached locations in the past hour. Retry after `Retry-After`. */
            readonly 429: {
                headers: {
                    /** @description Identifies this request in our logs; quote it in a report. An `X-Request-Id` in the request is kept if it is a UUID or 32 hexadecimal digits; any other is replaced. */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits of a user. */
                    readonly "RateLimit-Policy"?: string;
                    /** @description What remains of them. */
                    readonly RateLimit?: string;
                    /** @description Seconds to wait before the next request. */
                    readonly "Retry-After"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `/problems/internal-error`: a fault in this service; report its `traceId`. */
            readonly 500: {
                headers: {
                    /** @description Identifies this request in our logs; quote it in a report. An `X-Request-Id` in the request is kept if it is a UUID or 32 hexadecimal digits; any other is replaced. */
                    readonly "X-Request-Id"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `/problems/weather-unavailable`: the provider is unavailable and no cached data is left to serve. `/problems/identity-unavailable`: no key of the identity provider has been loaded since the start. */
            readonly 503: {
                headers: {
                    /** @description Identifies this request in our logs; quote it in a report. An `X-Request-Id` in the request is kept if it is a UUID or 32 hexadecimal digits; any other is replaced. */
                    readonly "X-Request-Id"?: string;
                    /** @description Seconds to wait before the next request. */
                    readonly "Retry-After"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly uvIndex: {
        readonly parameters: {
            readonly query: {
                /** @description Latitude, degrees WGS-84. */
                readonly lt: number;
                /** @description Longitude, degrees WGS-84. */
                readonly lg: number;
                /** @description Of all values: each field documents its unit in both systems. */
                readonly units?: "metric" | "imperial";
            };
            readonly header?: {
                /** @description The `ETag` of the cached response of the watch: 304 while nothing has changed. */
                readonly "If-None-Match"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Exactly one number; null when unknown. */
            readonly 200: {
                headers: {
                    /** @description When to request again: the remaining freshness plus a jitter per watch (RFC 9111). */
                    readonly "Cache-Control"?: string;
                    /** @description Identifies the weather and its view, independent of its age. */
                    readonly ETag?: string;
                    /** @description The time of the weather. */
                    readonly "Last-Modified"?: string;
                    /** @description How the response was produced (RFC 9211). */
                    readonly "Cache-Status"?: string;
                    /** @description The equivalent request at the centre of the cell. */
                    readonly "Content-Location"?: string;
                    /** @description Request header fields that the response depends on. */
                    readonly Vary?: string;
                    /** @description The limits of a user. */
                    readonly "RateLimit-Policy"?: string;
                    /** @description What remains of them. */
                    readonly RateLimit?: string;
                    /** @description Identifies this request in our logs; quote it in a report. An `X-Request-Id` in the request is kept if it is a UUID or 32 hexadecimal digits; any other is replaced. */
                    readonly "X-Request-Id"?: string;
                    /** @description Attribution of the data; show it (RFC 8288). */
                    readonly Link?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["UvIndexResponse"];
                };
            };
            /** @description The watch already has it (`If-None-Match`): no body, only how long to keep it. */
            readonly 304: {
                headers: {
                    /** @description When to request again: the remaining freshness plus a jitter per watch (RFC 9111). */
                    readonly "Cache-Control"?: string;
                    /** @description Identifies the weather and its view, independent of its age. */
                    readonly ETag?: string;
                    /** @description The time of the weather. */
                    readonly "Last-Modified"?: string;
                    /** @description How the response was produced (RFC 9211). */
                    readonly "Cache-Status"?: string;
                    /** @description The equivalent request at the centre of the cell. */
                    readonly "Content-Location"?: string;
                    /** @description Request header fields that the response depends on. */
                    readonly Vary?: string;
                    /** @description The limits of a user. */
                    readonly "RateLimit-Policy"?: string;
                    /** @description What remains of them. */
                    readonly RateLimit?: string;
                    /** @description Identifies this request in our logs; quote it in a report. An `X-Request-Id` in the request is kept if it is a UUID or 32 hexadecimal digits; any other is replaced. */
                    readonly "X-Request-Id"?: string;
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `/problems/invalid-request`: a parameter is missing, empty, given twice, not a number, out of range, or not an allowed value; `errors` names each. Or the request cannot be read. */
            readonly 400: {
                headers: {
                    /** @description Identifies this request in our logs; quote it in a report. An `X-Request-Id` in the request is kept if it is a UUID or 32 hexadecimal digits; any other is replaced. */
                    readonly "X-Request-Id"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `/problems/unauthenticated`: no token was sent, or one that is expired, forged, or not for this service. */
            readonly 401: {
                headers: {
                    /** @description Identifies this request in our logs; quote it in a report. An `X-Request-Id` in the request is kept if it is a UUID or 32 hexadecimal digits; any other is replaced. */
                    readonly "X-Request-Id"?: string;
                    /** @description Why the token is rejected (RFC 6750). */
                    readonly "WWW-Authenticate"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `/problems/insufficient-scope`: the token lacks the scope `weather:read`. `/problems/not-in-pilot`: the service is rolled out step by step, and the user is not in the pilot group yet. */
            readonly 403: {
                headers: {
                    /** @description Identifies this request in our logs; quote it in a report. An `X-Request-Id` in the request is kept if it is a UUID or 32 hexadecimal digits; any other is replaced. */
                    readonly "X-Request-Id"?: string;
                    /** @description Why the token is rejected (RFC 6750). */
                    readonly "WWW-Authenticate"?: string;
                    /** @description Seconds to wait before the next request. */
                    readonly "Retry-After"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `/problems/no-weather-here`: no provider knows a place within 50 km, usually at sea. */
            readonly 404: {
                headers: {
                    /** @description Identifies this request in our logs; quote it in a report. An `X-Request-Id` in the request is kept if it is a UUID or 32 hexadecimal digits; any other is replaced. */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits of a user. */
                    readonly "RateLimit-Policy"?: string;
                    /** @description What remains of them. */
                    readonly RateLimit?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `/problems/too-many-requests`: too many requests of the user in the past minute, or too many uncached locations in the past hour. Retry after `Retry-After`. */
            readonly 429: {
                headers: {
                    /** @description Identifies this request in our logs; quote it in a report. An `X-Request-Id` in the request is kept if it is a UUID or 32 hexadecimal digits; any other is replaced. */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits of a user. */
                    readonly "RateLimit-Policy"?: string;
                    /** @description What remains of them. */
                    readonly RateLimit?: string;
                    /** @description Seconds to wait before the next request. */
                    readonly "Retry-After"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `/problems/internal-error`: a fault in this service; report its `traceId`. */
            readonly 500: {
                headers: {
                    /** @description Identifies this request in our logs; quote it in a report. An `X-Request-Id` in the request is kept if it is a UUID or 32 hexadecimal digits; any other is replaced. */
                    readonly "X-Request-Id"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `/problems/weather-unavailable`: the provider is unavailable and no cached data is left to serve. `/problems/identity-unavailable`: no key of the identity provider has been loaded since the start. */
            readonly 503: {
                headers: {
                    /** @description Identifies this request in our logs; quote it in a report. An `X-Request-Id` in the request is kept if it is a UUID or 32 hexadecimal digits; any other is replaced. */
                    readonly "X-Request-Id"?: string;
                    /** @description Seconds to wait before the next request. */
                    readonly "Retry-After"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly conditions: {
        readonly parameters: {
            readonly query: {
                /** @description Latitude, degrees WGS-84. */
                readonly lt: number;
                /** @description Longitude, degrees WGS-84. */
                readonly lg: number;
                /** @description Of all values: each field documents its unit in both systems. */
                readonly units?: "metric" | "imperial";
                /** @description Language of the texts (BCP 47): en, fr, de, es, it, pt, nl, ja, zh, with any region. Else `Accept-Language`, else `en`. */
                readonly lang?: string;
            };
            readonly header?: {
                /** @description The `ETag` of the cached response of the watch: 304 while nothing has changed. */
                readonly "If-None-Match"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The latest observation; a value that the provider does not give is null. */
            readonly 200: {
                headers: {
                    /** @description When to request again: the remaining freshness plus a jitter per watch (RFC 9111). */
                    readonly "Cache-Control"?: string;
                    /** @description Identifies the weather and its view, independent of its age. */
                    readonly ETag?: string;
                    /** @description The time of the weather. */
                    readonly "Last-Modified"?: string;
                    /** @description How the response was produced (RFC 9211). */
                    readonly "Cache-Status"?: string;
                    /** @description The equivalent request at the centre of the cell. */
                    readonly "Content-Location"?: string;
                    /** @description Request header fields that the response depends on. */
                    readonly Vary?: string;
                    /** @description The limits of a user. */
                    readonly "RateLimit-Policy"?: string;
                    /** @description What remains of them. */
                    readonly RateLimit?: string;
                    /** @description Identifies this request in our logs; quote it in a report. An `X-Request-Id` in the request is kept if it is a UUID or 32 hexadecimal digits; any other is replaced. */
                    readonly "X-Request-Id"?: string;
                    /** @description Language of the texts of this service. */
                    readonly "Content-Language"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ConditionsResponse"];
                };
            };
            /** @description The watch already has it (`If-None-Match`): no body, only how long to keep it. */
            readonly 304: {
                headers: {
                    /** @description When to request again: the remaining freshness plus a jitter per watch (RFC 9111). */
                    readonly "Cache-Control"?: string;
                    /** @description Identifies the weather and its view, independent of its age. */
                    readonly ETag?: string;
                    /** @description The time of the weather. */
                    readonly "Last-Modified"?: string;
                    /** @description How the response was produced (RFC 9211). */
                    readonly "Cache-Status"?: string;
                    /** @description The equivalent request at the centre of the cell. */
                    readonly "Content-Location"?: string;
                    /** @description Request header fields that the response depends on. */
                    readonly Vary?: string;
                    /** @description The limits of a user. */
                    readonly "RateLimit-Policy"?: string;
                    /** @description What remains of them. */
                    readonly RateLimit?: string;
                    /** @description Identifies this request in our logs; quote it in a report. An `X-Request-Id` in the request is kept if it is a UUID or 32 hexadecimal digits; any other is replaced. */
                    readonly "X-Request-Id"?: string;
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `/problems/invalid-request`: a parameter is missing, empty, given twice, not a number, out of range, or not an allowed value; `errors` names each. Or the request cannot be read. */
            readonly 400: {
                headers: {
                    /** @description Identifies this request in our logs; quote it in a report. An `X-Request-Id` in the request is kept if it is a UUID or 32 hexadecimal digits; any other is replaced. */
                    readonly "X-Request-Id"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `/problems/unauthenticated`: no token was sent, or one that is expired, forged, or not for this service. */
            readonly 401: {
                headers: {
                    /** @description Identifies this request in our logs; quote it in a report. An `X-Request-Id` in the request is kept if it is a UUID or 32 hexadecimal digits; any other is replaced. */
                    readonly "X-Request-Id"?: string;
                    /** @description Why the token is rejected (RFC 6750). */
                    readonly "WWW-Authenticate"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `/problems/insufficient-scope`: the token lacks the scope `weather:read`. `/problems/not-in-pilot`: the service is rolled out step by step, and the user is not in the pilot group yet. */
            readonly 403: {
                headers: {
                    /** @description Identifies this request in our logs; quote it in a report. An `X-Request-Id` in the request is kept if it is a UUID or 32 hexadecimal digits; any other is replaced. */
                    readonly "X-Request-Id"?: string;
                    /** @description Why the token is rejected (RFC 6750). */
                    readonly "WWW-Authenticate"?: string;
                    /** @description Seconds to wait before the next request. */
                    readonly "Retry-After"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `/problems/no-weather-here`: no provider knows a place within 50 km, usually at sea. */
            readonly 404: {
                headers: {
                    /** @description Identifies this request in our logs; quote it in a report. An `X-Request-Id` in the request is kept if it is a UUID or 32 hexadecimal digits; any other is replaced. */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits of a user. */
                    readonly "RateLimit-Policy"?: string;
                    /** @description What remains of them. */
                    readonly RateLimit?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `/problems/too-many-requests`: too many requests of the user in the past minute, or too many uncached locations in the past hour. Retry after `Retry-After`. */
            readonly 429: {
                headers: {
                    /** @description Identifies this request in our logs; quote it in a report. An `X-Request-Id` in the request is kept if it is a UUID or 32 hexadecimal digits; any other is replaced. */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits of a user. */
                    readonly "RateLimit-Policy"?: string;
                    /** @description What remains of them. */
                    readonly RateLimit?: string;
                    /** @description Seconds to wait before the next request. */
                    readonly "Retry-After"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `/problems/internal-error`: a fault in this service; report its `traceId`. */
            readonly 500: {
                headers: {
                    /** @description Identifies this request in our logs; quote it in a report. An `X-Request-Id` in the request is kept if it is a UUID or 32 hexadecimal digits; any other is replaced. */
                    readonly "X-Request-Id"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `/problems/weather-unavailable`: the provider is unavailable and no cached data is left to serve. `/problems/identity-unavailable`: no key of the identity provider has been loaded since the start. */
            readonly 503: {
                headers: {
                    /** @description Identifies this request in our logs; quote it in a report. An `X-Request-Id` in the request is kept if it is a UUID or 32 hexadecimal digits; any other is replaced. */
                    readonly "X-Request-Id"?: string;
                    /** @description Seconds to wait before the next request. */
                    readonly "Retry-After"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly hourlyForecast: {
        readonly parameters: {
            readonly query: {
                /** @description Latitude, degrees WGS-84. */
                readonly lt: number;
                /** @description Longitude, degrees WGS-84. */
                readonly lg: number;
                /** @description Of all values: each field documents its unit in both systems. */
                readonly units?: "metric" | "imperial";
                /** @description Language of the texts (BCP 47): en, fr, de, es, it, pt, nl, ja, zh, with any region. Else `Accept-Language`, else `en`. */
                readonly lang?: string;
                /** @description Maximum number of hours, including the current one. */
                readonly hours?: number;
            };
            readonly header?: {
                /** @description The `ETag` of the cached response of the watch: 304 while nothing has changed. */
                readonly "If-None-Match"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description As many hours as requested, or as are available. */
            readonly 200: {
                headers: {
                    /** @description When to request again: the remaining freshness plus a jitter per watch (RFC 9111). */
                    readonly "Cache-Control"?: string;
                    /** @description Identifies the weather and its view, independent of its age. */
                    readonly ETag?: string;
                    /** @description The time of the weather. */
                    readonly "Last-Modified"?: string;
                    /** @description How the response was produced (RFC 9211). */
                    readonly "Cache-Status"?: string;
                    /** @description The equivalent request at the centre of the cell. */
                    readonly "Content-Location"?: string;
                    /** @description Request header fields that the response depends on. */
                    readonly Vary?: string;
                    /** @description The limits of a user. */
                    readonly "RateLimit-Policy"?: string;
                    /** @description What remains of them. */
                    readonly RateLimit?: string;
                    /** @description Identifies this request in our logs; quote it in a report. An `X-Request-Id` in the request is kept if it is a UUID or 32 hexadecimal digits; any other is replaced. */
                    readonly "X-Request-Id"?: string;
                    /** @description Language of the texts of this service. */
                    readonly "Content-Language"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["HourlyForecastResponse"];
                };
            };
            /** @description The watch already has it (`If-None-Match`): no body, only how long to keep it. */
            readonly 304: {
                headers: {
                    /** @description When to request again: the remaining freshness plus a jitter per watch (RFC 9111). */
                    readonly "Cache-Control"?: string;
                    /** @description Identifies the weather and its view, independent of its age. */
                    readonly ETag?: string;
                    /** @description The time of the weather. */
                    readonly "Last-Modified"?: string;
                    /** @description How the response was produced (RFC 9211). */
                    readonly "Cache-Status"?: string;
                    /** @description The equivalent request at the centre of the cell. */
                    readonly "Content-Location"?: string;
                    /** @description Request header fields that the response depends on. */
                    readonly Vary?: string;
                    /** @description The limits of a user. */
                    readonly "RateLimit-Policy"?: string;
                    /** @description What remains of them. */
                    readonly RateLimit?: string;
                    /** @description Identifies this request in our logs; quote it in a report. An `X-Request-Id` in the request is kept if it is a UUID or 32 hexadecimal digits; any other is replaced. */
                    readonly "X-Request-Id"?: string;
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `/problems/invalid-request`: a parameter is missing, empty, given twice, not a number, out of range, or not an allowed value; `errors` names each. Or the request cannot be read. */
            readonly 400: {
                headers: {
                    /** @description Identifies this request in our logs; quote it in a report. An `X-Request-Id` in the request is kept if it is a UUID or 32 hexadecimal digits; any other is replaced. */
                    readonly "X-Request-Id"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `/problems/unauthenticated`: no token was sent, or one that is expired, forged, or not for this service. */
            readonly 401: {
                headers: {
                    /** @description Identifies this request in our logs; quote it in a report. An `X-Request-Id` in the request is kept if it is a UUID or 32 hexadecimal digits; any other is replaced. */
                    readonly "X-Request-Id"?: string;
                    /** @description Why the token is rejected (RFC 6750). */
                    readonly "WWW-Authenticate"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `/problems/insufficient-scope`: the token lacks the scope `weather:read`. `/problems/not-in-pilot`: the service is rolled out step by step, and the user is not in the pilot group yet. */
            readonly 403: {
                headers: {
                    /** @description Identifies this request in our logs; quote it in a report. An `X-Request-Id` in the request is kept if it is a UUID or 32 hexadecimal digits; any other is replaced. */
                    readonly "X-Request-Id"?: string;
                    /** @description Why the token is rejected (RFC 6750). */
                    readonly "WWW-Authenticate"?: string;
                    /** @description Seconds to wait before the next request. */
                    readonly "Retry-After"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `/problems/no-weather-here`: no provider knows a place within 50 km, usually at sea. */
            readonly 404: {
                headers: {
                    /** @description Identifies this request in our logs; quote it in a report. An `X-Request-Id` in the request is kept if it is a UUID or 32 hexadecimal digits; any other is replaced. */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits of a user. */
                    readonly "RateLimit-Policy"?: string;
                    /** @description What remains of them. */
                    readonly RateLimit?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `/problems/too-many-requests`: too many requests of the user in the past minute, or too many uncached locations in the past hour. Retry after `Retry-After`. */
            readonly 429: {
                headers: {
                    /** @description Identifies this request in our logs; quote it in a report. An `X-Request-Id` in the request is kept if it is a UUID or 32 hexadecimal digits; any other is replaced. */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits of a user. */
                    readonly "RateLimit-Policy"?: string;
                    /** @description What remains of them. */
                    readonly RateLimit?: string;
                    /** @description Seconds to wait before the next request. */
                    readonly "Retry-After"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `/problems/internal-error`: a fault in this service; report its `traceId`. */
            readonly 500: {
                headers: {
                    /** @description Identifies this request in our logs; quote it in a report. An `X-Request-Id` in the request is kept if it is a UUID or 32 hexadecimal digits; any other is replaced. */
                    readonly "X-Request-Id"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `/problems/weather-unavailable`: the provider is unavailable and no cached data is left to serve. `/problems/identity-unavailable`: no key of the identity provider has been loaded since the start. */
            readonly 503: {
                headers: {
                    /** @description Identifies this request in our logs; quote it in a report. An `X-Request-Id` in the request is kept if it is a UUID or 32 hexadecimal digits; any other is replaced. */
                    readonly "X-Request-Id"?: string;
                    /** @description Seconds to wait before the next request. */
                    readonly "Retry-After"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly dailyForecast: {
        readonly parameters: {
            readonly query: {
                /** @description Latitude, degrees WGS-84. */
                readonly lt: number;
                /** @description Longitude, degrees WGS-84. */
                readonly lg: number;
                /** @description Of all values: each field documents its unit in both systems. */
                readonly units?: "metric" | "imperial";
                /** @description Language of the texts (BCP 47): en, fr, de, es, it, pt, nl, ja, zh, with any region. Else `Accept-Language`, else `en`. */
                readonly lang?: string;
                /** @description Maximum number of local days of the place, including today. */
                readonly days?: number;
            };
            readonly header?: {
                /** @description The `ETag` of the cached response of the watch: 304 while nothing has changed. */
                readonly "If-None-Match"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description As many days as requested, or as are available. */
            readonly 200: {
                headers: {
                    /** @description When to request again: the remaining freshness plus a jitter per watch (RFC 9111). */
                    readonly "Cache-Control"?: string;
                    /** @description Identifies the weather and its view, independent of its age. */
                    readonly ETag?: string;
                    /** @description The time of the weather. */
                    readonly "Last-Modified"?: string;
                    /** @description How the response was produced (RFC 9211). */
                    readonly "Cache-Status"?: string;
                    /** @description The equivalent request at the centre of the cell. */
                    readonly "Content-Location"?: string;
                    /** @description Request header fields that the response depends on. */
                    readonly Vary?: string;
                    /** @description The limits of a user. */
                    readonly "RateLimit-Policy"?: string;
                    /** @description What remains of them. */
                    readonly RateLimit?: string;
                    /** @description Identifies this request in our logs; quote it in a report. An `X-Request-Id` in the request is kept if it is a UUID or 32 hexadecimal digits; any other is replaced. */
                    readonly "X-Request-Id"?: string;
                    /** @description Language of the texts of this service. */
                    readonly "Content-Language"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DailyForecastResponse"];
                };
            };
            /** @description The watch already has it (`If-None-Match`): no body, only how long to keep it. */
            readonly 304: {
                headers: {
                    /** @description When to request again: the remaining freshness plus a jitter per watch (RFC 9111). */
                    readonly "Cache-Control"?: string;
                    /** @description Identifies the weather and its view, independent of its age. */
                    readonly ETag?: string;
                    /** @description The time of the weather. */
                    readonly "Last-Modified"?: string;
                    /** @description How the response was produced (RFC 9211). */
                    readonly "Cache-Status"?: string;
                    /** @description The equivalent request at the centre of the cell. */
                    readonly "Content-Location"?: string;
                    /** @description Request header fields that the response depends on. */
                    readonly Vary?: string;
                    /** @description The limits of a user. */
                    readonly "RateLimit-Policy"?: string;
                    /** @description What remains of them. */
                    readonly RateLimit?: string;
                    /** @description Identifies this request in our logs; quote it in a report. An `X-Request-Id` in the request is kept if it is a UUID or 32 hexadecimal digits; any other is replaced. */
                    readonly "X-Request-Id"?: string;
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `/problems/invalid-request`: a parameter is missing, empty, given twice, not a number, out of range, or not an allowed value; `errors` names each. Or the request cannot be read. */
            readonly 400: {
                headers: {
                    /** @description Identifies this request in our logs; quote it in a report. An `X-Request-Id` in the request is kept if it is a UUID or 32 hexadecimal digits; any other is replaced. */
                    readonly "X-Request-Id"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `/problems/unauthenticated`: no token was sent, or one that is expired, forged, or not for this service. */
            readonly 401: {
                headers: {
                    /** @description Identifies this request in our logs; quote it in a report. An `X-Request-Id` in the request is kept if it is a UUID or 32 hexadecimal digits; any other is replaced. */
                    readonly "X-Request-Id"?: string;
                    /** @description Why the token is rejected (RFC 6750). */
                    readonly "WWW-Authenticate"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `/problems/insufficient-scope`: the token lacks the scope `weather:read`. `/problems/not-in-pilot`: the service is rolled out step by step, and the user is not in the pilot group yet. */
            readonly 403: {
                headers: {
                    /** @description Identifies this request in our logs; quote it in a report. An `X-Request-Id` in the request is kept if it is a UUID or 32 hexadecimal digits; any other is replaced. */
                    readonly "X-Request-Id"?: string;
                    /** @description Why the token is rejected (RFC 6750). */
                    readonly "WWW-Authenticate"?: string;
                    /** @description Seconds to wait before the next request. */
                    readonly "Retry-After"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `/problems/no-weather-here`: no provider knows a place within 50 km, usually at sea. */
            readonly 404: {
                headers: {
                    /** @description Identifies this request in our logs; quote it in a report. An `X-Request-Id` in the request is kept if it is a UUID or 32 hexadecimal digits; any other is replaced. */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits of a user. */
                    readonly "RateLimit-Policy"?: string;
                    /** @description What remains of them. */
                    readonly RateLimit?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `/problems/too-many-requests`: too many requests of the user in the past minute, or too many uncached locations in the past hour. Retry after `Retry-After`. */
            readonly 429: {
                headers: {
                    /** @description Identifies this request in our logs; quote it in a report. An `X-Request-Id` in the request is kept if it is a UUID or 32 hexadecimal digits; any other is replaced. */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits of a user. */
                    readonly "RateLimit-Policy"?: string;
                    /** @description What remains of them. */
                    readonly RateLimit?: string;
                    /** @description Seconds to wait before the next request. */
                    readonly "Retry-After"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `/problems/internal-error`: a fault in this service; report its `traceId`. */
            readonly 500: {
                headers: {
                    /** @description Identifies this request in our logs; quote it in a report. An `X-Request-Id` in the request is kept if it is a UUID or 32 hexadecimal digits; any other is replaced. */
                    readonly "X-Request-Id"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `/problems/weather-unavailable`: the provider is unavailable and no cached data is left to serve. `/problems/identity-unavailable`: no key of the identity provider has been loaded since the start. */
            readonly 503: {
                headers: {
                    /** @description Identifies this request in our logs; quote it in a report. An `X-Request-Id` in the request is kept if it is a UUID or 32 hexadecimal digits; any other is replaced. */
                    readonly "X-Request-Id"?: string;
                    /** @description Seconds to wait before the next request. */
                    readonly "Retry-After"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly alerts: {
        readonly parameters: {
            readonly query: {
                /** @description Latitude, degrees WGS-84. */
                readonly lt: number;
                /** @description Longitude, degrees WGS-84. */
                readonly lg: number;
                /** @description Of all values: each field documents its unit in both systems. */
                readonly units?: "metric" | "imperial";
                /** @description Language of the texts (BCP 47): en, fr, de, es, it, pt, nl, ja, zh, with any region. Else `Accept-Language`, else `en`. */
                readonly lang?: string;
            };
            readonly header?: {
                /** @description The `ETag` of the cached response of the watch: 304 while nothing has changed. */
                readonly "If-None-Match"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The alerts, none, or that they are unknown. An unavailable provider is not an error here. */
            readonly 200: {
                headers: {
                    /** @description When to request again: the remaining freshness plus a jitter per watch (RFC 9111). */
                    readonly "Cache-Control"?: string;
                    /** @description Identifies the weather and its view, independent of its age. */
                    readonly ETag?: string;
                    /** @description The time of the weather. */
                    readonly "Last-Modified"?: string;
                    /** @description How the response was produced (RFC 9211). */
                    readonly "Cache-Status"?: string;
                    /** @description The equivalent request at the centre of the cell. */
                    readonly "Content-Location"?: string;
                    /** @description Request header fields that the response depends on. */
                    readonly Vary?: string;
                    /** @description The limits of a user. */
                    readonly "RateLimit-Policy"?: string;
                    /** @description What remains of them. */
                    readonly RateLimit?: string;
                    /** @description Identifies this request in our logs; quote it in a report. An `X-Request-Id` in the request is kept if it is a UUID or 32 hexadecimal digits; any other is replaced. */
                    readonly "X-Request-Id"?: string;
                    /** @description Language of the texts of this service. */
                    readonly "Content-Language"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AlertsResponse"];
                };
            };
            /** @description The watch already has it (`If-None-Match`): no body, only how long to keep it. */
            readonly 304: {
                headers: {
                    /** @description When to request again: the remaining freshness plus a jitter per watch (RFC 9111). */
                    readonly "Cache-Control"?: string;
                    /** @description Identifies the weather and its view, independent of its age. */
                    readonly ETag?: string;
                    /** @description The time of the weather. */
                    readonly "Last-Modified"?: string;
                    /** @description How the response was produced (RFC 9211). */
                    readonly "Cache-Status"?: string;
                    /** @description The equivalent request at the centre of the cell. */
                    readonly "Content-Location"?: string;
                    /** @description Request header fields that the response depends on. */
                    readonly Vary?: string;
                    /** @description The limits of a user. */
                    readonly "RateLimit-Policy"?: string;
                    /** @description What remains of them. */
                    readonly RateLimit?: string;
                    /** @description Identifies this request in our logs; quote it in a report. An `X-Request-Id` in the request is kept if it is a UUID or 32 hexadecimal digits; any other is replaced. */
                    readonly "X-Request-Id"?: string;
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `/problems/invalid-request`: a parameter is missing, empty, given twice, not a number, out of range, or not an allowed value; `errors` names each. Or the request cannot be read. */
            readonly 400: {
                headers: {
                    /** @description Identifies this request in our logs; quote it in a report. An `X-Request-Id` in the request is kept if it is a UUID or 32 hexadecimal digits; any other is replaced. */
                    readonly "X-Request-Id"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `/problems/unauthenticated`: no token was sent, or one that is expired, forged, or not for this service. */
            readonly 401: {
                headers: {
                    /** @description Identifies this request in our logs; quote it in a report. An `X-Request-Id` in the request is kept if it is a UUID or 32 hexadecimal digits; any other is replaced. */
                    readonly "X-Request-Id"?: string;
                    /** @description Why the token is rejected (RFC 6750). */
                    readonly "WWW-Authenticate"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `/problems/insufficient-scope`: the token lacks the scope `weather:read`. `/problems/not-in-pilot`: the service is rolled out step by step, and the user is not in the pilot group yet. */
            readonly 403: {
                headers: {
                    /** @description Identifies this request in our logs; quote it in a report. An `X-Request-Id` in the request is kept if it is a UUID or 32 hexadecimal digits; any other is replaced. */
                    readonly "X-Request-Id"?: string;
                    /** @description Why the token is rejected (RFC 6750). */
                    readonly "WWW-Authenticate"?: string;
                    /** @description Seconds to wait before the next request. */
                    readonly "Retry-After"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `/problems/no-weather-here`: no provider knows a place within 50 km, usually at sea. */
            readonly 404: {
                headers: {
                    /** @description Identifies this request in our logs; quote it in a report. An `X-Request-Id` in the request is kept if it is a UUID or 32 hexadecimal digits; any other is replaced. */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits of a user. */
                    readonly "RateLimit-Policy"?: string;
                    /** @description What remains of them. */
                    readonly RateLimit?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `/problems/too-many-requests`: too many requests of the user in the past minute, or too many uncached locations in the past hour. Retry after `Retry-After`. */
            readonly 429: {
                headers: {
                    /** @description Identifies this request in our logs; quote it in a report. An `X-Request-Id` in the request is kept if it is a UUID or 32 hexadecimal digits; any other is replaced. */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits of a user. */
                    readonly "RateLimit-Policy"?: string;
                    /** @description What remains of them. */
                    readonly RateLimit?: string;
                    /** @description Seconds to wait before the next request. */
                    readonly "Retry-After"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `/problems/internal-error`: a fault in this service; report its `traceId`. */
            readonly 500: {
                headers: {
                    /** @description Identifies this request in our logs; quote it in a report. An `X-Request-Id` in the request is kept if it is a UUID or 32 hexadecimal digits; any other is replaced. */
                    readonly "X-Request-Id"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `/problems/weather-unavailable`: the provider is unavailable and no cached data is left to serve. `/problems/identity-unavailable`: no key of the identity provider has been loaded since the start. */
            readonly 503: {
                headers: {
                    /** @description Identifies this request in our logs; quote it in a report. An `X-Request-Id` in the request is kept if it is a UUID or 32 hexadecimal digits; any other is replaced. */
                    readonly "X-Request-Id"?: string;
                    /** @description Seconds to wait before the next request. */
                    readonly "Retry-After"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly glance: {
        readonly parameters: {
            readonly query: {
                /** @description Latitude, degrees WGS-84. */
                readonly lt: number;
                /** @description Longitude, degrees WGS-84. */
                readonly lg: number;
                /** @description Of all values: each field documents its unit in both systems. */
                readonly units?: "metric" | "imperial";
                /** @description Language of the texts (BCP 47): en, fr, de, es, it, pt, nl, ja, zh, with any region. Else `Accept-Language`, else `en`. */
                readonly lang?: string;
            };
            readonly header?: {
                /** @description The `ETag` of the cached response of the watch: 304 while nothing has changed. */
                readonly "If-None-Match"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description What is available; a block that is temporarily unavailable is omitted and named in `x`. */
            readonly 200: {
                headers: {
                    /** @description When to request again: the remaining freshness plus a jitter per watch (RFC 9111). */
                    readonly "Cache-Control"?: string;
                    /** @description Identifies the weather and its view, independent of its age. */
                    readonly ETag?: string;
                    /** @description The time of the weather. */
                    readonly "Last-Modified"?: string;
                    /** @description How the response was produced (RFC 9211). */
                    readonly "Cache-Status"?: string;
                    /** @description The equivalent request at the centre of the cell. */
                    readonly "Content-Location"?: string;
                    /** @description Request header fields that the response depends on. */
                    readonly Vary?: string;
                    /** @description The limits of a user. */
                    readonly "RateLimit-Policy"?: string;
                    /** @description What remains of them. */
                    readonly RateLimit?: string;
                    /** @description Identifies this request in our logs; quote it in a report. An `X-Request-Id` in the request is kept if it is a UUID or 32 hexadecimal digits; any other is replaced. */
                    readonly "X-Request-Id"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["GlanceResponse"];
                    readonly "application/cbor": string;
                };
            };
            /** @description The watch already has it (`If-None-Match`): no body, only how long to keep it. */
            readonly 304: {
                headers: {
                    /** @description When to request again: the remaining freshness plus a jitter per watch (RFC 9111). */
                    readonly "Cache-Control"?: string;
                    /** @description Identifies the weather and its view, independent of its age. */
                    readonly ETag?: string;
                    /** @description The time of the weather. */
                    readonly "Last-Modified"?: string;
                    /** @description How the response was produced (RFC 9211). */
                    readonly "Cache-Status"?: string;
                    /** @description The equivalent request at the centre of the cell. */
                    readonly "Content-Location"?: string;
                    /** @description Request header fields that the response depends on. */
                    readonly Vary?: string;
                    /** @description The limits of a user. */
                    readonly "RateLimit-Policy"?: string;
                    /** @description What remains of them. */
                    readonly RateLimit?: string;
                    /** @description Identifies this request in our logs; quote it in a report. An `X-Request-Id` in the request is kept if it is a UUID or 32 hexadecimal digits; any other is replaced. */
                    readonly "X-Request-Id"?: string;
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `/problems/invalid-request`: a parameter is missing, empty, given twice, not a number, out of range, or not an allowed value; `errors` names each. Or the request cannot be read. */
            readonly 400: {
                headers: {
                    /** @description Identifies this request in our logs; quote it in a report. An `X-Request-Id` in the request is kept if it is a UUID or 32 hexadecimal digits; any other is replaced. */
                    readonly "X-Request-Id"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `/problems/unauthenticated`: no token was sent, or one that is expired, forged, or not for this service. */
            readonly 401: {
                headers: {
                    /** @description Identifies this request in our logs; quote it in a report. An `X-Request-Id` in the request is kept if it is a UUID or 32 hexadecimal digits; any other is replaced. */
                    readonly "X-Request-Id"?: string;
                    /** @description Why the token is rejected (RFC 6750). */
                    readonly "WWW-Authenticate"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `/problems/insufficient-scope`: the token lacks the scope `weather:read`. `/problems/not-in-pilot`: the service is rolled out step by step, and the user is not in the pilot group yet. */
            readonly 403: {
                headers: {
                    /** @description Identifies this request in our logs; quote it in a report. An `X-Request-Id` in the request is kept if it is a UUID or 32 hexadecimal digits; any other is replaced. */
                    readonly "X-Request-Id"?: string;
                    /** @description Why the token is rejected (RFC 6750). */
                    readonly "WWW-Authenticate"?: string;
                    /** @description Seconds to wait before the next request. */
                    readonly "Retry-After"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `/problems/no-weather-here`: no provider knows a place within 50 km, usually at sea. */
            readonly 404: {
                headers: {
                    /** @description Identifies this request in our logs; quote it in a report. An `X-Request-Id` in the request is kept if it is a UUID or 32 hexadecimal digits; any other is replaced. */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits of a user. */
                    readonly "RateLimit-Policy"?: string;
                    /** @description What remains of them. */
                    readonly RateLimit?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `/problems/too-many-requests`: too many requests of the user in the past minute, or too many uncached locations in the past hour. Retry after `Retry-After`. */
            readonly 429: {
                headers: {
                    /** @description Identifies this request in our logs; quote it in a report. An `X-Request-Id` in the request is kept if it is a UUID or 32 hexadecimal digits; any other is replaced. */
                    readonly "X-Request-Id"?: string;
                    /** @description The limits of a user. */
                    readonly "RateLimit-Policy"?: string;
                    /** @description What remains of them. */
                    readonly RateLimit?: string;
                    /** @description Seconds to wait before the next request. */
                    readonly "Retry-After"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `/problems/internal-error`: a fault in this service; report its `traceId`. */
            readonly 500: {
                headers: {
                    /** @description Identifies this request in our logs; quote it in a report. An `X-Request-Id` in the request is kept if it is a UUID or 32 hexadecimal digits; any other is replaced. */
                    readonly "X-Request-Id"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `/problems/weather-unavailable`: the provider is unavailable and no cached data is left to serve. `/problems/identity-unavailable`: no key of the identity provider has been loaded since the start. */
            readonly 503: {
                headers: {
                    /** @description Identifies this request in our logs; quote it in a report. An `X-Request-Id` in the request is kept if it is a UUID or 32 hexadecimal digits; any other is replaced. */
                    readonly "X-Request-Id"?: string;
                    /** @description Seconds to wait before the next request. */
                    readonly "Retry-After"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
