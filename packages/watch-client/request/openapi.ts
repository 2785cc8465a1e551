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
         * @deprecated
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
         * @deprecated
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
    readonly "/v1/forecast/minutely": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Rain, snow or ice in the next hour
         * @description When it starts and stops, for the time of the response, and its type and intensity per five minutes. `status` distinguishes none from unknown. A watch that keeps a response counts the minutes itself, from `startsAt` and `stopsAt`.
         */
        readonly get: operations["minutelyForecast"];
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
         * @description Starts with the running hour where it is known, else with the next full hour; ordered by instant, in local times of the place. The plan of the provider may include fewer hours than requested.
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
         * @description Now, six hours from the running one (where it is known, else from the next) and three days, sun, UTC offset, and whether there are alerts, under short keys (docs/glance.md). With `Accept: application/cbor` the same in CBOR (RFC 8949), about half as long. With `at`, repeated up to 8 times, an array with a glance or a problem for each place.
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
        /**
         * @description Weather condition: `unknown`, `clear`, `mostly-clear`, `partly-cloudy`, `mostly-cloudy`, `cloudy`, `overcast`, `haze`, `fog`, `drizzle`, `rain`, `showers`, `thunderstorm`, `hail`, `flurries`, `snow`, `sleet`, `freezing-rain`, `ice`, `rain-and-snow`, `hot`, `cold`, `windy`. Releases may add codes; show a code that you do not know as `unknown`.
         * @example rain
         */
        readonly ConditionCode: string | null;
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
        /** @enum {string} */
        readonly HealthConditionStatus: "up" | "down";
        readonly HealthCondition: {
            /** @example up */
            readonly status: components["schemas"]["HealthConditionStatus"];
            /**
             * @description What an operator should know although it is met.
             * @example a snapshot; the issuer has not answered since the start
             */
            readonly note?: string;
        };
        /** @enum {string} */
        readonly HealthStatus: "ok";
        readonly HealthResponse: {
            /** @example ok */
            readonly status: components["schemas"]["HealthStatus"];
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
        /**
         * @default metric
         * @enum {string}
         */
        readonly UnitSystem: "metric" | "imperial";
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
        /**
         * @description The provider of this data.
         * @enum {string}
         */
        readonly Origin: "nws" | "met-norway" | "accwea" | "open-meteo";
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
        /**
         * @description Pressure trend.
         * @enum {string|null}
         */
        readonly PressureTrend: "rising" | "steady" | "falling" | null;
        /**
         * @description Kind of precipitation now; null when it is dry.
         * @enum {string|null}
         */
        readonly PrecipitationKind: "rain" | "snow" | "ice" | "mixed" | null;
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
            /** @example metric */
            readonly units: components["schemas"]["UnitSystem"];
            /**
             * @description The provider of this data.
             * @example accwea
             */
            readonly origin: components["schemas"]["Origin"];
            readonly attribution: components["schemas"]["AttributionResponse"];
            /**
             * Format: date-time
             * @description When the weather was observed.
             * @example 2026-01-01T00:00:00Z
             */
            readonly observedAt: string | null;
            /**
             * @description Weather condition now.
             * @example rain
             */
            readonly condition: components["schemas"]["ConditionCode"];
            /**
             * @description The condition in the requested language; at most 22 characters.
             * @example Pluie
             */
            readonly text: string | null;
            /** @example false */
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
             */
            readonly pressureTrend: components["schemas"]["PressureTrend"];
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
             */
            readonly precipitationType: components["schemas"]["PrecipitationKind"];
            /**
             * @description UV index.
             * @example 0
             */
            readonly uvIndex: number | null;
        };
        /**
         * @description `falling`: precipitation now. `expected`: it starts within the hour. `none`: the whole hour is dry. `unknown`: the provider does not cover the position, or is temporarily unavailable; never show it as dry.
         * @enum {string}
         */
        readonly OutlookStatus: "falling" | "expected" | "none" | "unknown";
        /**
         * @description What falls, or falls first; `precipitation` when the provider does not say what. null with `none` and `unknown`.
         * @enum {string|null}
         */
        readonly PrecipitationType: "rain" | "snow" | "ice" | "mixed" | "precipitation" | null;
        /**
         * @description What falls for most of the five minutes. `none`: nothing. `precipitation`: the provider does not say what. null: not known.
         * @enum {string|null}
         */
        readonly IntervalType: "none" | "rain" | "snow" | "ice" | "mixed" | "precipitation" | null;
        readonly PrecipitationSlotResponse: {
            /**
             * Format: date-time
             * @description Start of the five minutes with the UTC offset of the place.
             * @example 2026-01-01T01:10:00+01:00
             */
            readonly time: string;
            /**
             * @description What falls for most of the five minutes. `none`: nothing. `precipitation`: the provider does not say what. null: not known.
             * @example rain
             */
            readonly type: components["schemas"]["IntervalType"];
            /**
             * @description Mean intensity as water (snow as melted water); null when it is not known, also when `type` is: mm/h to 0.01 (metric) or in/h to 0.001 (imperial).
             * @example 0.72
             */
            readonly intensity: number | null;
        };
        readonly MinutelyForecastResponse: {
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
            /** @example metric */
            readonly units: components["schemas"]["UnitSystem"];
            /**
             * @description The provider of this data.
             * @example accwea
             */
            readonly origin: components["schemas"]["Origin"];
            readonly attribution: components["schemas"]["AttributionResponse"];
            /**
             * Format: date-time
             * @description When it was requested from the provider; null when it did not respond, or does not cover the position.
             * @example 2026-01-01T00:00:00Z
             */
            readonly issuedAt: string | null;
            /**
             * @description `falling`: precipitation now. `expected`: it starts within the hour. `none`: the whole hour is dry. `unknown`: the provider does not cover the position, or is temporarily unavailable; never show it as dry.
             * @example expected
             */
            readonly status: components["schemas"]["OutlookStatus"];
            /**
             * @description What falls, or falls first; `precipitation` when the provider does not say what. null with `none` and `unknown`.
             * @example rain
             */
            readonly type: components["schemas"]["PrecipitationType"];
            /**
             * Format: date-time
             * @description When it starts; null unless `expected`.
             * @example 2026-01-01T01:12:00+01:00
             */
            readonly startsAt: string | null;
            /**
             * @description The same in minutes from the minute of the response.
             * @example 12
             */
            readonly startsInMinutes: number | null;
            /**
             * Format: date-time
             * @description When it stops for the first time; null when that is after the hour, or not known.
             * @example 2026-01-01T01:32:00+01:00
             */
            readonly stopsAt: string | null;
            /**
             * @description The same in minutes from the minute of the response.
             * @example 32
             */
            readonly stopsInMinutes: number | null;
            /**
             * @description The same as a sentence in the requested language; null with `unknown`.
             * @example Rain starts in 12 minutes and stops after 20 minutes
             */
            readonly text: string | null;
            /**
             * @description The shortest time that the provider distinguishes, in minutes: starts and stops are as exact. 15 with Open-Meteo, which in most of the world interpolates hours.
             * @example 1
             */
            readonly resolutionMinutes: number | null;
            /** @description The next hour in steps of five minutes, from the minute of the response on; fewer than 12 where the forecast ends earlier, none when it is unknown. */
            readonly intervals: readonly components["schemas"]["PrecipitationSlotResponse"][];
        };
        readonly ForecastHourResponse: {
            /**
             * Format: date-time
             * @description Start of the hour with the UTC offset of the place: both the instant and the local time.
             * @example 2026-01-01T01:00:00+01:00
             */
            readonly time: string;
            /**
             * @description Weather condition.
             * @example rain
             */
            readonly condition: components["schemas"]["ConditionCode"];
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
            /** @example metric */
            readonly units: components["schemas"]["UnitSystem"];
            /**
             * @description The provider of this data.
             * @example accwea
             */
            readonly origin: components["schemas"]["Origin"];
            readonly attribution: components["schemas"]["AttributionResponse"];
            /**
             * Format: date-time
             * @description When it was requested from the provider.
             * @example 2026-01-01T00:00:00Z
             */
            readonly issuedAt: string;
            /** @description Starts with the running hour where it is known, else with the next full hour: compare its `time` with now. Ordered by instant; fewer than requested when fewer are available. */
            readonly hours: readonly components["schemas"]["ForecastHourResponse"][];
        };
        /**
         * @description `day`: the sun does not set; `night`: it does not rise; null on other days, and where the position of the place is unknown.
         * @enum {string|null}
         */
        readonly PolarKind: "day" | "night" | null;
        /**
         * @description From the best to the worst, in the steps of the US EPA. Null where the provider has no data; `unknown` for a category that this release does not know.
         * @enum {string|null}
         */
        readonly AirQualityCategory: "unknown" | "good" | "moderate" | "unhealthy-for-sensitive-groups" | "unhealthy" | "very-unhealthy" | "hazardous" | null;
        readonly AirQualityResponse: {
            /**
             * @description From the best to the worst, in the steps of the US EPA. Null where the provider has no data; `unknown` for a category that this release does not know.
             * @example good
             */
            readonly category: components["schemas"]["AirQualityCategory"];
            /**
             * @description Index on the scale of the provider: 0 is the best, and above 100 the air is unhealthy for some.
             * @example 42
             */
            readonly index: number | null;
        };
        /**
         * @description Each kind has steps of its own. Null where the provider has no data; `unknown` for a category that this release does not know.
         * @enum {string|null}
         */
        readonly PollenCategory: "unknown" | "low" | "moderate" | "high" | "very-high" | "extreme" | null;
        readonly PollenLevelResponse: {
            /**
             * @description Each kind has steps of its own. Null where the provider has no data; `unknown` for a category that this release does not know.
             * @example low
             */
            readonly category: components["schemas"]["PollenCategory"];
            /**
             * @description Concentration in the air, particles/m³.
             * @example 3
             */
            readonly particlesPerCubicMeter: number | null;
        };
        readonly PollenResponse: {
            readonly grass: components["schemas"]["PollenLevelResponse"];
            readonly tree: components["schemas"]["PollenLevelResponse"];
            readonly ragweed: components["schemas"]["PollenLevelResponse"];
            readonly mold: components["schemas"]["PollenLevelResponse"];
        };
        /**
         * @description From new moon to new moon; null where the provider does not name it.
         * @enum {string|null}
         */
        readonly MoonPhase: "new" | "waxing-crescent" | "first-quarter" | "waxing-gibbous" | "full" | "waning-gibbous" | "last-quarter" | "waning-crescent" | null;
        readonly MoonResponse: {
            /**
             * @description From new moon to new moon; null where the provider does not name it.
             * @example waxing-gibbous
             */
            readonly phase: components["schemas"]["MoonPhase"];
            /**
             * @description Age: time since new moon, days.
             * @example 12
             */
            readonly ageDays: number | null;
            /**
             * Format: date-time
             * @description With the UTC offset of the place; null where the moon does not rise that day.
             * @example 2026-01-01T14:21:00+01:00
             */
            readonly rise: string | null;
            /**
             * Format: date-time
             * @description The moonset after that rise, usually on the next calendar day.
             * @example 2026-01-02T07:37:00+01:00
             */
            readonly set: string | null;
        };
        readonly ForecastDayResponse: {
            /**
             * Format: date
             * @description The calendar day of the place.
             * @example 2026-01-01
             */
            readonly date: string;
            /**
             * @description Weather condition by day.
             * @example rain
             */
            readonly condition: components["schemas"]["ConditionCode"];
            /**
             * @description The condition in the requested language; at most 22 characters.
             * @example Pluie
             */
            readonly text: string | null;
            /**
             * @description Weather condition in the night that follows.
             * @example rain
             */
            readonly nightCondition: components["schemas"]["ConditionCode"];
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
             * @example 2026-01-01T08:44:00+01:00
             */
            readonly sunrise: string | null;
            /**
             * Format: date-time
             * @description The sunset of the same daylight, after midnight in a polar summer; null where the sun does not set.
             * @example 2026-01-01T17:04:00+01:00
             */
            readonly sunset: string | null;
            /**
             * @description `day`: the sun does not set; `night`: it does not rise; null on other days, and where the position of the place is unknown.
             * @example null
             */
            readonly polar: components["schemas"]["PolarKind"];
            /**
             * @description Sunshine, h.
             * @example 5.3
             */
            readonly sunshineHours: number | null;
            readonly airQuality: components["schemas"]["AirQualityResponse"];
            readonly pollen: components["schemas"]["PollenResponse"];
            readonly moon: components["schemas"]["MoonResponse"];
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
            /** @example metric */
            readonly units: components["schemas"]["UnitSystem"];
            /**
             * @description The provider of this data.
             * @example accwea
             */
            readonly origin: components["schemas"]["Origin"];
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
        /**
         * @description `active`: in force or announced. `none`: there are none. `unknown`: no authority issues alerts for this place, or they are temporarily unavailable; never show it as "no danger".
         * @enum {string}
         */
        readonly AlertStatus: "active" | "none" | "unknown";
        /** @enum {string} */
        readonly AlertSeverity: "extreme" | "severe" | "moderate" | "minor" | "unknown";
        readonly AlertResponse: {
            /**
             * @description Stays the same while the alert is extended or reworded.
             * @example 42
             */
            readonly id: string;
            /** @example Vigilance orange vent violent */
            readonly title: string | null;
            /** @example severe */
            readonly severity: components["schemas"]["AlertSeverity"];
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
            /** @example metric */
            readonly units: components["schemas"]["UnitSystem"];
            /**
             * @description The provider of this data.
             * @example accwea
             */
            readonly origin: components["schemas"]["Origin"];
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
             */
            readonly status: components["schemas"]["AlertStatus"];
            /** @description Most severe first; alerts that have ended are omitted. */
            readonly alerts: readonly components["schemas"]["AlertResponse"][];
        };
        /**
         * @description units: `m` metric (°C, km/h, mm), `i` imperial (°F, mph, in)
         * @enum {string}
         */
        readonly GlanceUnits: "m" | "i";
        readonly GlanceNow: {
            /**
             * @description condition by number, 0 when unknown; of a day: by day: 0 `unknown`, 1 `clear`, 2 `mostly-clear`, 3 `partly-cloudy`, 4 `mostly-cloudy`, 5 `cloudy`, 6 `overcast`, 7 `haze`, 8 `fog`, 9 `drizzle`, 10 `rain`, 11 `showers`, 12 `thunderstorm`, 13 `hail`, 14 `flurries`, 15 `snow`, 16 `sleet`, 17 `freezing-rain`, 18 `ice`, 19 `rain-and-snow`, 20 `hot`, 21 `cold`, 22 `windy`
             * @example 9
             */
            readonly c: number;
            /**
             * @description daylight: 1 by day, 0 by night; of hours: a sum with 1 for the first hour, 2 for the second, 4, 8, 16, 32, each if its start is by day
             * @example 0
             */
            readonly l: number | null;
            /**
             * @description temperature
             * @example 8
             */
            readonly k: number | null;
            /**
             * @description feels-like temperature
             * @example 4
             */
            readonly f: number | null;
            /**
             * @description precipitation of the past hour: tenths of a millimetre or hundredths of an inch
             * @example 10
             */
            readonly r: number | null;
            /**
             * @description UV index
             * @example 1
             */
            readonly i: number | null;
            /**
             * @description wind
             * @example 19
             */
            readonly w: number | null;
        };
        readonly GlanceHours: {
            /**
             * @description start of the first hour, seconds since the epoch: the running hour where it is known, else the next full one, which is later than now
             * @example 1767225600
             */
            readonly b: number;
            /**
             * @description daylight: 1 by day, 0 by night; of hours: a sum with 1 for the first hour, 2 for the second, 4, 8, 16, 32, each if its start is by day
             * @example 0
             */
            readonly l: number | null;
            /**
             * @description condition by number, 0 when unknown; of a day: by day: 0 `unknown`, 1 `clear`, 2 `mostly-clear`, 3 `partly-cloudy`, 4 `mostly-cloudy`, 5 `cloudy`, 6 `overcast`, 7 `haze`, 8 `fog`, 9 `drizzle`, 10 `rain`, 11 `showers`, 12 `thunderstorm`, 13 `hail`, 14 `flurries`, 15 `snow`, 16 `sleet`, 17 `freezing-rain`, 18 `ice`, 19 `rain-and-snow`, 20 `hot`, 21 `cold`, 22 `windy`
             * @example [
             *       10,
             *       10,
             *       10,
             *       10,
             *       10,
             *       10
             *     ]
             */
            readonly c: readonly number[];
            /**
             * @description temperature
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
             * @description probability of precipitation (rain, snow or ice), %; of a day: over day and night
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
             * @description the first day as the number YYYYMMDD: the local today where it is known
             * @example 20260101
             */
            readonly y: number;
            /**
             * @description condition by number, 0 when unknown; of a day: by day: 0 `unknown`, 1 `clear`, 2 `mostly-clear`, 3 `partly-cloudy`, 4 `mostly-cloudy`, 5 `cloudy`, 6 `overcast`, 7 `haze`, 8 `fog`, 9 `drizzle`, 10 `rain`, 11 `showers`, 12 `thunderstorm`, 13 `hail`, 14 `flurries`, 15 `snow`, 16 `sleet`, 17 `freezing-rain`, 18 `ice`, 19 `rain-and-snow`, 20 `hot`, 21 `cold`, 22 `windy`
             * @example [
             *       10,
             *       10,
             *       10
             *     ]
             */
            readonly c: readonly number[];
            /**
             * @description lowest temperature
             * @example [
             *       3,
             *       3,
             *       3
             *     ]
             */
            readonly lo: readonly (number | null)[];
            /**
             * @description highest temperature
             * @example [
             *       8,
             *       8,
             *       8
             *     ]
             */
            readonly hi: readonly (number | null)[];
            /**
             * @description probability of precipitation (rain, snow or ice), %; of a day: over day and night
             * @example [
             *       80,
             *       80,
             *       80
             *     ]
             */
            readonly p: readonly (number | null)[];
        };
        /**
         * @description the blocks among `n`, `h`, `d` that are unavailable and left out; absent when all are present
         * @enum {string}
         */
        readonly GlanceBlock: "n" | "h" | "d";
        readonly GlanceResponse: {
            /**
             * @description version of this schema: 1. Within a version keys may be added, none changes
             * @example 1
             */
            readonly v: number;
            /**
             * @description units: `m` metric (°C, km/h, mm), `i` imperial (°F, mph, in)
             * @example m
             */
            readonly u: components["schemas"]["GlanceUnits"];
            /**
             * @description attribution to display: the names of the providers, such as `AccuWeather`, separated by a comma
             * @example AccuWeather
             */
            readonly a: string;
            /**
             * @description UTC offset of the place now, minutes, east positive; local time = UTC + `o`
             * @example 60
             */
            readonly o: number | null;
            /**
             * @description next change of the UTC offset: `[instant, offset from then on]`, seconds since the epoch and minutes; absent when there is none in the next 24 hours
             * @example [
             *       1774746000,
             *       120
             *     ]
             */
            readonly z?: readonly number[];
            /**
             * @description sunrise and sunset of the local today as the clock at the place shows them: `[rise, set]`, minutes after midnight, below 0 on the day before and 1440 or more on the day after, one of the two `null` when it does not happen; `[1]` the sun is up all day, `[0]` it is down all day; `null` unknown
             * @example [
             *       525,
             *       1020
             *     ]
             */
            readonly su: readonly (number | null)[] | null;
            /** @description now */
            readonly n?: components["schemas"]["GlanceNow"];
            /** @description up to six consecutive hours; the columns have equal length */
            readonly h?: components["schemas"]["GlanceHours"];
            /** @description up to three consecutive local days of the place; the columns have equal length */
            readonly d?: components["schemas"]["GlanceDays"];
            /**
             * @description precipitation (rain, snow or ice) in the next hour: `[0]` none, `[0, minute]` it starts, `[1, minute]` it falls and stops, `[1]` it falls for the whole hour, `[1, null]` it falls and its end is unknown; the minute of the day in UTC; absent when unknown, or when `h` makes it unlikely
             * @example [
             *       0,
             *       732
             *     ]
             */
            readonly m?: readonly (number | null)[];
            /**
             * @description official alerts (warnings): 1 in force or announced, 0 none, `null` unknown: never display `null` as "no danger"
             * @example 0
             */
            readonly al: number | null;
            /**
             * @description the parts that are stale or expired, as a sum: 1 `n`, 2 `h`, 4 `d`, 8 `al`, 16 `m`; 0 when all are fresh
             * @example 0
             */
            readonly s: number;
            /**
             * @description the blocks among `n`, `h`, `d` that are unavailable and left out; absent when all are present
             * @example [
             *       "h",
             *       "d"
             *     ]
             */
            readonly x?: readonly components["schemas"]["GlanceBlock"][];
            /**
             * @description air quality of the local today by number; absent when unknown or without room: 0 `unknown`, 1 `good`, 2 `moderate`, 3 `unhealthy-for-sensitive-groups`, 4 `unhealthy`, 5 `very-unhealthy`, 6 `hazardous`
             * @example 2
             */
            readonly q?: number;
            /**
             * @description phase of the moon of the local today by number; absent when unknown or without room: 1 `new`, 2 `waxing-crescent`, 3 `first-quarter`, 4 `waxing-gibbous`, 5 `full`, 6 `waning-gibbous`, 7 `last-quarter`, 8 `waning-crescent`
             * @example 4
             */
            readonly mo?: number;
            /**
             * @description name of the place, shortened at a character boundary to the room that is left, at most 32 bytes; absent when unknown
             * @example Paris 08
             */
            readonly pl?: string;
            /**
             * @description when the weather in `n` was observed, seconds since the epoch
             * @example 1767225600
             */
            readonly t: number | null;
            /**
             * @description when the first part stops being fresh, seconds since the epoch; in the past when `s` is not 0
             * @example 1767226200
             */
            readonly e: number | null;
        };
        readonly GlancePlaceResponse: {
            /**
             * @description The status that a request for this place alone would get.
             * @example 200
             */
            readonly status: number;
            /** @description With status 200. */
            readonly glance?: components["schemas"]["GlanceResponse"];
            /** @description With any other status. */
            readonly problem?: components["schemas"]["Problem"];
            /**
             * @description Seconds to wait before the next request for this place, with status 429 and 503.
             * @example 30
             */
            readonly retryAfterSeconds?: number;
        };
    };
    responses: {
        /** @description `/problems/invalid-request`: the request cannot be read; its URL is too long, say. */
        readonly BadRequest: {
            headers: {
                readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `/problems/not-ready`: it starts, or it is going. `detail` names what is missing. */
        readonly ServiceUnavailable: {
            headers: {
                readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                readonly "Retry-After": components["headers"]["Retry-After"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `/problems/invalid-request`: a parameter is missing, empty, given twice, not a number, out of range, or not an allowed value; `errors` names each. Or the request cannot be read. */
        readonly "BadRequest-2": {
            headers: {
                readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `/problems/unauthenticated`: no token was sent, or one that is expired, forged, or not for this service. */
        readonly Unauthorized: {
            headers: {
                readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `/problems/insufficient-scope`: the token lacks the scope `weather:read`. `/problems/not-in-pilot`: the service is rolled out step by step, and the user is not in the pilot group yet. */
        readonly Forbidden: {
            headers: {
                readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                readonly "Retry-After": components["headers"]["Retry-After"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `/problems/no-weather-here`: no provider knows a place within 50 km, usually at sea. */
        readonly NotFound: {
            headers: {
                readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `/problems/too-many-requests`: too many requests of the user in the past minute, or too many uncached locations in the past hour. Retry after `Retry-After`. */
        readonly TooManyRequests: {
            headers: {
                readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "Retry-After": components["headers"]["Retry-After"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `/problems/internal-error`: a fault in this service; report its `traceId`. */
        readonly InternalServerError: {
            headers: {
                readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `/problems/weather-unavailable`: the provider is unavailable and no cached data is left to serve. `/problems/identity-unavailable`: no key of the identity provider has been loaded since the start. */
        readonly "ServiceUnavailable-2": {
            headers: {
                readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                readonly "Retry-After": components["headers"]["Retry-After"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: {
        /** @description Identifies this request in our logs; quote it in a report. An `X-Request-Id` in the request is kept if it is a UUID or 32 hexadecimal digits; any other is replaced. */
        readonly "X-Request-Id": string;
        /** @description Seconds to wait before the next request. */
        readonly "Retry-After": string;
        /** @description When to request again: the remaining freshness plus a jitter per watch (RFC 9111). */
        readonly "Cache-Control": string;
        /** @description Identifies the weather and its view, and in v1 whether it is stale, independent of the instants of its age. */
        readonly ETag: string;
        /** @description The time of the weather; absent from a stale v1 response. */
        readonly "Last-Modified": string;
        /** @description How the response was produced (RFC 9211). */
        readonly "Cache-Status": string;
        /** @description The equivalent request at the centre of the cell. */
        readonly "Content-Location": string;
        /** @description Request header fields that the response depends on. */
        readonly Vary: string;
        /** @description The limits of a user: requests in a minute, and uncached locations in an hour. */
        readonly "RateLimit-Policy": string;
        /** @description What remains of them. */
        readonly RateLimit: string;
        /** @description Attribution of the data (`via`); show it (RFC 8288). Also the policy of deprecation and the successor of the endpoint. */
        readonly Link: string;
        /** @description Since when the endpoint is deprecated (RFC 9745). */
        readonly Deprecation: string;
        /** @description Why the token is rejected, or `Bearer` where there is none (RFC 6750). */
        readonly "WWW-Authenticate": string;
        /** @description Language of the texts of this service. */
        readonly "Content-Language": string;
    };
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
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "name": "meteofrenchapi",
                     *       "version": "0.2.0"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["AboutResponse"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
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
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ok",
                     *       "info": {
                     *         "not-draining": {
                     *           "status": "up"
                     *         }
                     *       },
                     *       "error": {},
                     *       "details": {
                     *         "not-draining": {
                     *           "status": "up"
                     *         }
                     *       }
                     *     }
                     */
                    readonly "application/json": components["schemas"]["HealthResponse"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
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
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ok",
                     *       "info": {
                     *         "not-draining": {
                     *           "status": "up"
                     *         }
                     *       },
                     *       "error": {},
                     *       "details": {
                     *         "not-draining": {
                     *           "status": "up"
                     *         }
                     *       }
                     *     }
                     */
                    readonly "application/json": components["schemas"]["HealthResponse"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 503: components["responses"]["ServiceUnavailable"];
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
                readonly units?: components["schemas"]["UnitSystem"];
            };
            readonly header?: {
                /** @description The `Last-Modified` of the cached response, for clients without its `ETag`: 304 while nothing has changed. A glance ignores it. */
                readonly "If-Modified-Since"?: string;
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
                    readonly "Cache-Control": components["headers"]["Cache-Control"];
                    readonly ETag: components["headers"]["ETag"];
                    readonly "Last-Modified": components["headers"]["Last-Modified"];
                    readonly "Cache-Status": components["headers"]["Cache-Status"];
                    readonly "Content-Location": components["headers"]["Content-Location"];
                    readonly Vary: components["headers"]["Vary"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly Link: components["headers"]["Link"];
                    readonly Deprecation: components["headers"]["Deprecation"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "vis": 9700,
                     *       "prcpt": 0.001
                     *     }
                     */
                    readonly "application/json": components["schemas"]["PrecipitationResponse"];
                };
            };
            /** @description The watch already has it (`If-None-Match`): no body, only how long to keep it. */
            readonly 304: {
                headers: {
                    readonly "Cache-Control": components["headers"]["Cache-Control"];
                    readonly ETag: components["headers"]["ETag"];
                    readonly "Last-Modified": components["headers"]["Last-Modified"];
                    readonly "Cache-Status": components["headers"]["Cache-Status"];
                    readonly "Content-Location": components["headers"]["Content-Location"];
                    readonly Vary: components["headers"]["Vary"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["BadRequest-2"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalServerError"];
            readonly 503: components["responses"]["ServiceUnavailable-2"];
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
                readonly units?: components["schemas"]["UnitSystem"];
            };
            readonly header?: {
                /** @description The `Last-Modified` of the cached response, for clients without its `ETag`: 304 while nothing has changed. A glance ignores it. */
                readonly "If-Modified-Since"?: string;
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
                    readonly "Cache-Control": components["headers"]["Cache-Control"];
                    readonly ETag: components["headers"]["ETag"];
                    readonly "Last-Modified": components["headers"]["Last-Modified"];
                    readonly "Cache-Status": components["headers"]["Cache-Status"];
                    readonly "Content-Location": components["headers"]["Content-Location"];
                    readonly Vary: components["headers"]["Vary"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly Link: components["headers"]["Link"];
                    readonly Deprecation: components["headers"]["Deprecation"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "uvidx": 1
                     *     }
                     */
                    readonly "application/json": components["schemas"]["UvIndexResponse"];
                };
            };
            /** @description The watch already has it (`If-None-Match`): no body, only how long to keep it. */
            readonly 304: {
                headers: {
                    readonly "Cache-Control": components["headers"]["Cache-Control"];
                    readonly ETag: components["headers"]["ETag"];
                    readonly "Last-Modified": components["headers"]["Last-Modified"];
                    readonly "Cache-Status": components["headers"]["Cache-Status"];
                    readonly "Content-Location": components["headers"]["Content-Location"];
                    readonly Vary: components["headers"]["Vary"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["BadRequest-2"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalServerError"];
            readonly 503: components["responses"]["ServiceUnavailable-2"];
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
                readonly units?: components["schemas"]["UnitSystem"];
                /** @description Language of the texts (BCP 47): en, fr, de, es, it, pt, nl, ja, zh, with any region. Else `Accept-Language`, else `en`. */
                readonly lang?: string;
            };
            readonly header?: {
                /** @description The `Last-Modified` of the cached response, for clients without its `ETag`: 304 while nothing has changed. A glance ignores it. */
                readonly "If-Modified-Since"?: string;
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
                    readonly "Cache-Control": components["headers"]["Cache-Control"];
                    readonly ETag: components["headers"]["ETag"];
                    readonly "Last-Modified": components["headers"]["Last-Modified"];
                    readonly "Cache-Status": components["headers"]["Cache-Status"];
                    readonly "Content-Location": components["headers"]["Content-Location"];
                    readonly Vary: components["headers"]["Vary"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly "Content-Language": components["headers"]["Content-Language"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "expiresAt": "2026-01-01T00:10:00Z",
                     *       "stale": false,
                     *       "place": {
                     *         "name": "Paris 08",
                     *         "country": "FR",
                     *         "timeZone": "Europe/Paris",
                     *         "distanceKm": 0.4
                     *       },
                     *       "units": "metric",
                     *       "origin": "accwea",
                     *       "attribution": {
                     *         "name": "AccuWeather",
                     *         "url": "https://www.accuweather.com/",
                     *         "licenceUrl": null
                     *       },
                     *       "observedAt": "2026-01-01T00:00:00Z",
                     *       "condition": "rain",
                     *       "text": "Pluie",
                     *       "isDay": false,
                     *       "temperature": 7.5,
                     *       "feelsLike": 4.2,
                     *       "dewPoint": 6.1,
                     *       "humidity": 91,
                     *       "cloudCover": 100,
                     *       "windSpeed": 18.5,
                     *       "windGust": 33.3,
                     *       "windDirection": 225,
                     *       "pressure": 1008.5,
                     *       "pressureTrend": "falling",
                     *       "visibility": 9700,
                     *       "precipitationPastHour": 1,
                     *       "precipitationType": "rain",
                     *       "uvIndex": 0
                     *     }
                     */
                    readonly "application/json": components["schemas"]["ConditionsResponse"];
                };
            };
            /** @description The watch already has it (`If-None-Match`): no body, only how long to keep it. */
            readonly 304: {
                headers: {
                    readonly "Cache-Control": components["headers"]["Cache-Control"];
                    readonly ETag: components["headers"]["ETag"];
                    readonly "Last-Modified": components["headers"]["Last-Modified"];
                    readonly "Cache-Status": components["headers"]["Cache-Status"];
                    readonly "Content-Location": components["headers"]["Content-Location"];
                    readonly Vary: components["headers"]["Vary"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["BadRequest-2"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalServerError"];
            readonly 503: components["responses"]["ServiceUnavailable-2"];
        };
    };
    readonly minutelyForecast: {
        readonly parameters: {
            readonly query: {
                /** @description Latitude, degrees WGS-84. */
                readonly lt: number;
                /** @description Longitude, degrees WGS-84. */
                readonly lg: number;
                /** @description Of all values: each field documents its unit in both systems. */
                readonly units?: components["schemas"]["UnitSystem"];
                /** @description Language of the texts (BCP 47): en, fr, de, es, it, pt, nl, ja, zh, with any region. Else `Accept-Language`, else `en`. */
                readonly lang?: string;
            };
            readonly header?: {
                /** @description The `Last-Modified` of the cached response, for clients without its `ETag`: 304 while nothing has changed. A glance ignores it. */
                readonly "If-Modified-Since"?: string;
                /** @description The `ETag` of the cached response of the watch: 304 while nothing has changed. */
                readonly "If-None-Match"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The next hour, or that it is unknown. An unavailable provider is not an error here. */
            readonly 200: {
                headers: {
                    readonly "Cache-Control": components["headers"]["Cache-Control"];
                    readonly ETag: components["headers"]["ETag"];
                    readonly "Last-Modified": components["headers"]["Last-Modified"];
                    readonly "Cache-Status": components["headers"]["Cache-Status"];
                    readonly "Content-Location": components["headers"]["Content-Location"];
                    readonly Vary: components["headers"]["Vary"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly "Content-Language": components["headers"]["Content-Language"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "expiresAt": "2026-01-01T00:10:00Z",
                     *       "stale": false,
                     *       "place": {
                     *         "name": "Paris 08",
                     *         "country": "FR",
                     *         "timeZone": "Europe/Paris",
                     *         "distanceKm": 0.4
                     *       },
                     *       "units": "metric",
                     *       "origin": "accwea",
                     *       "attribution": {
                     *         "name": "AccuWeather",
                     *         "url": "https://www.accuweather.com/",
                     *         "licenceUrl": null
                     *       },
                     *       "issuedAt": "2026-01-01T00:00:00Z",
                     *       "status": "expected",
                     *       "type": "rain",
                     *       "startsAt": "2026-01-01T01:12:00+01:00",
                     *       "startsInMinutes": 12,
                     *       "stopsAt": "2026-01-01T01:32:00+01:00",
                     *       "stopsInMinutes": 32,
                     *       "text": "Rain starts in 12 minutes and stops after 20 minutes",
                     *       "resolutionMinutes": 1,
                     *       "intervals": [
                     *         {
                     *           "time": "2026-01-01T01:10:00+01:00",
                     *           "type": "rain",
                     *           "intensity": 0.72
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["MinutelyForecastResponse"];
                };
            };
            /** @description The watch already has it (`If-None-Match`): no body, only how long to keep it. */
            readonly 304: {
                headers: {
                    readonly "Cache-Control": components["headers"]["Cache-Control"];
                    readonly ETag: components["headers"]["ETag"];
                    readonly "Last-Modified": components["headers"]["Last-Modified"];
                    readonly "Cache-Status": components["headers"]["Cache-Status"];
                    readonly "Content-Location": components["headers"]["Content-Location"];
                    readonly Vary: components["headers"]["Vary"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["BadRequest-2"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalServerError"];
            readonly 503: components["responses"]["ServiceUnavailable-2"];
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
                readonly units?: components["schemas"]["UnitSystem"];
                /** @description Language of the texts (BCP 47): en, fr, de, es, it, pt, nl, ja, zh, with any region. Else `Accept-Language`, else `en`. */
                readonly lang?: string;
                /** @description Maximum number of hours, including the running one where it is known. */
                readonly hours?: number;
            };
            readonly header?: {
                /** @description The `Last-Modified` of the cached response, for clients without its `ETag`: 304 while nothing has changed. A glance ignores it. */
                readonly "If-Modified-Since"?: string;
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
                    readonly "Cache-Control": components["headers"]["Cache-Control"];
                    readonly ETag: components["headers"]["ETag"];
                    readonly "Last-Modified": components["headers"]["Last-Modified"];
                    readonly "Cache-Status": components["headers"]["Cache-Status"];
                    readonly "Content-Location": components["headers"]["Content-Location"];
                    readonly Vary: components["headers"]["Vary"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly "Content-Language": components["headers"]["Content-Language"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "expiresAt": "2026-01-01T00:10:00Z",
                     *       "stale": false,
                     *       "place": {
                     *         "name": "Paris 08",
                     *         "country": "FR",
                     *         "timeZone": "Europe/Paris",
                     *         "distanceKm": 0.4
                     *       },
                     *       "units": "metric",
                     *       "origin": "accwea",
                     *       "attribution": {
                     *         "name": "AccuWeather",
                     *         "url": "https://www.accuweather.com/",
                     *         "licenceUrl": null
                     *       },
                     *       "issuedAt": "2026-01-01T00:00:00Z",
                     *       "hours": [
                     *         {
                     *           "time": "2026-01-01T01:00:00+01:00",
                     *           "condition": "rain",
                     *           "text": "Pluie",
                     *           "isDay": false,
                     *           "temperature": 5.3,
                     *           "feelsLike": 2.5,
                     *           "humidity": 88,
                     *           "cloudCover": 95,
                     *           "windSpeed": 20.4,
                     *           "windGust": 38.9,
                     *           "windDirection": 225,
                     *           "visibility": 8000,
                     *           "precipitationProbability": 70,
                     *           "precipitation": 0.8,
                     *           "snow": 0,
                     *           "uvIndex": 0
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["HourlyForecastResponse"];
                };
            };
            /** @description The watch already has it (`If-None-Match`): no body, only how long to keep it. */
            readonly 304: {
                headers: {
                    readonly "Cache-Control": components["headers"]["Cache-Control"];
                    readonly ETag: components["headers"]["ETag"];
                    readonly "Last-Modified": components["headers"]["Last-Modified"];
                    readonly "Cache-Status": components["headers"]["Cache-Status"];
                    readonly "Content-Location": components["headers"]["Content-Location"];
                    readonly Vary: components["headers"]["Vary"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["BadRequest-2"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalServerError"];
            readonly 503: components["responses"]["ServiceUnavailable-2"];
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
                readonly units?: components["schemas"]["UnitSystem"];
                /** @description Language of the texts (BCP 47): en, fr, de, es, it, pt, nl, ja, zh, with any region. Else `Accept-Language`, else `en`. */
                readonly lang?: string;
                /** @description Maximum number of local days of the place, including today. */
                readonly days?: number;
            };
            readonly header?: {
                /** @description The `Last-Modified` of the cached response, for clients without its `ETag`: 304 while nothing has changed. A glance ignores it. */
                readonly "If-Modified-Since"?: string;
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
                    readonly "Cache-Control": components["headers"]["Cache-Control"];
                    readonly ETag: components["headers"]["ETag"];
                    readonly "Last-Modified": components["headers"]["Last-Modified"];
                    readonly "Cache-Status": components["headers"]["Cache-Status"];
                    readonly "Content-Location": components["headers"]["Content-Location"];
                    readonly Vary: components["headers"]["Vary"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly "Content-Language": components["headers"]["Content-Language"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "expiresAt": "2026-01-01T00:10:00Z",
                     *       "stale": false,
                     *       "place": {
                     *         "name": "Paris 08",
                     *         "country": "FR",
                     *         "timeZone": "Europe/Paris",
                     *         "distanceKm": 0.4
                     *       },
                     *       "units": "metric",
                     *       "origin": "accwea",
                     *       "attribution": {
                     *         "name": "AccuWeather",
                     *         "url": "https://www.accuweather.com/",
                     *         "licenceUrl": null
                     *       },
                     *       "issuedAt": "2026-01-01T00:00:00Z",
                     *       "days": [
                     *         {
                     *           "date": "2026-01-01",
                     *           "condition": "rain",
                     *           "text": "Pluie",
                     *           "nightCondition": "rain",
                     *           "nightText": "Pluie",
                     *           "temperatureMin": 2.5,
                     *           "temperatureMax": 8.1,
                     *           "precipitationProbability": 80,
                     *           "precipitation": 6.4,
                     *           "snow": 0,
                     *           "windSpeed": 25.9,
                     *           "windGust": 50,
                     *           "windDirection": 225,
                     *           "uvIndex": 1,
                     *           "sunrise": "2026-01-01T08:44:00+01:00",
                     *           "sunset": "2026-01-01T17:04:00+01:00",
                     *           "polar": null,
                     *           "sunshineHours": 5.3,
                     *           "airQuality": {
                     *             "category": "good",
                     *             "index": 42
                     *           },
                     *           "pollen": {
                     *             "grass": {
                     *               "category": "low",
                     *               "particlesPerCubicMeter": 3
                     *             },
                     *             "tree": {
                     *               "category": "low",
                     *               "particlesPerCubicMeter": 3
                     *             },
                     *             "ragweed": {
                     *               "category": "low",
                     *               "particlesPerCubicMeter": 3
                     *             },
                     *             "mold": {
                     *               "category": "low",
                     *               "particlesPerCubicMeter": 3
                     *             }
                     *           },
                     *           "moon": {
                     *             "phase": "waxing-gibbous",
                     *             "ageDays": 12,
                     *             "rise": "2026-01-01T14:21:00+01:00",
                     *             "set": "2026-01-02T07:37:00+01:00"
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["DailyForecastResponse"];
                };
            };
            /** @description The watch already has it (`If-None-Match`): no body, only how long to keep it. */
            readonly 304: {
                headers: {
                    readonly "Cache-Control": components["headers"]["Cache-Control"];
                    readonly ETag: components["headers"]["ETag"];
                    readonly "Last-Modified": components["headers"]["Last-Modified"];
                    readonly "Cache-Status": components["headers"]["Cache-Status"];
                    readonly "Content-Location": components["headers"]["Content-Location"];
                    readonly Vary: components["headers"]["Vary"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["BadRequest-2"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalServerError"];
            readonly 503: components["responses"]["ServiceUnavailable-2"];
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
                readonly units?: components["schemas"]["UnitSystem"];
            };
            readonly header?: {
                /** @description The `Last-Modified` of the cached response, for clients without its `ETag`: 304 while nothing has changed. A glance ignores it. */
                readonly "If-Modified-Since"?: string;
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
                    readonly "Cache-Control": components["headers"]["Cache-Control"];
                    readonly ETag: components["headers"]["ETag"];
                    readonly "Last-Modified": components["headers"]["Last-Modified"];
                    readonly "Cache-Status": components["headers"]["Cache-Status"];
                    readonly "Content-Location": components["headers"]["Content-Location"];
                    readonly Vary: components["headers"]["Vary"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "expiresAt": "2026-01-01T00:10:00Z",
                     *       "stale": false,
                     *       "place": {
                     *         "name": "Paris 08",
                     *         "country": "FR",
                     *         "timeZone": "Europe/Paris",
                     *         "distanceKm": 0.4
                     *       },
                     *       "units": "metric",
                     *       "origin": "accwea",
                     *       "attribution": {
                     *         "name": "AccuWeather",
                     *         "url": "https://www.accuweather.com/",
                     *         "licenceUrl": null
                     *       },
                     *       "issuedAt": "2026-01-01T00:00:00Z",
                     *       "status": "active",
                     *       "alerts": [
                     *         {
                     *           "id": "42",
                     *           "title": "Vigilance orange vent violent",
                     *           "severity": "severe",
                     *           "category": "WIND",
                     *           "source": "Météo-France",
                     *           "area": "Paris",
                     *           "text": "Rafales de 100 km/h attendues.",
                     *           "startsAt": "2026-01-01T12:00:00+01:00",
                     *           "endsAt": "2026-01-01T23:00:00+01:00"
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["AlertsResponse"];
                };
            };
            /** @description The watch already has it (`If-None-Match`): no body, only how long to keep it. */
            readonly 304: {
                headers: {
                    readonly "Cache-Control": components["headers"]["Cache-Control"];
                    readonly ETag: components["headers"]["ETag"];
                    readonly "Last-Modified": components["headers"]["Last-Modified"];
                    readonly "Cache-Status": components["headers"]["Cache-Status"];
                    readonly "Content-Location": components["headers"]["Content-Location"];
                    readonly Vary: components["headers"]["Vary"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["BadRequest-2"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalServerError"];
            readonly 503: components["responses"]["ServiceUnavailable-2"];
        };
    };
    readonly glance: {
        readonly parameters: {
            readonly query?: {
                /** @description Latitude, degrees WGS-84. Required without `at`. */
                readonly lt?: number;
                /** @description Longitude, degrees WGS-84. Required without `at`. */
                readonly lg?: number;
                /** @description Of all values: each field documents its unit in both systems. */
                readonly units?: components["schemas"]["UnitSystem"];
                /** @description Up to 8 places, each a latitude and a longitude such as `48.8705,2.3049`, in place of `lt` and `lg`: the response is an array in this order. */
                readonly at?: readonly string[];
            };
            readonly header?: {
                /** @description The `Last-Modified` of the cached response, for clients without its `ETag`: 304 while nothing has changed. A glance ignores it. */
                readonly "If-Modified-Since"?: string;
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
                    readonly "Cache-Control": components["headers"]["Cache-Control"];
                    readonly ETag: components["headers"]["ETag"];
                    readonly "Last-Modified": components["headers"]["Last-Modified"];
                    readonly "Cache-Status": components["headers"]["Cache-Status"];
                    readonly "Content-Location": components["headers"]["Content-Location"];
                    readonly Vary: components["headers"]["Vary"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["GlanceResponse"] | readonly components["schemas"]["GlancePlaceResponse"][];
                    readonly "application/cbor": components["schemas"]["GlanceResponse"] | readonly components["schemas"]["GlancePlaceResponse"][];
                };
            };
            /** @description The watch already has it (`If-None-Match`): no body, only how long to keep it. */
            readonly 304: {
                headers: {
                    readonly "Cache-Control": components["headers"]["Cache-Control"];
                    readonly ETag: components["headers"]["ETag"];
                    readonly "Last-Modified": components["headers"]["Last-Modified"];
                    readonly "Cache-Status": components["headers"]["Cache-Status"];
                    readonly "Content-Location": components["headers"]["Content-Location"];
                    readonly Vary: components["headers"]["Vary"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["BadRequest-2"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalServerError"];
            readonly 503: components["responses"]["ServiceUnavailable-2"];
        };
    };
}
