import { wholeOf } from '../../../packages/simulated-weather/maths/hash.js';
import type { Place } from '../../../packages/simulated-weather/world/place.js';
import {
  isDaylightSaving,
  nextOffsetChange,
  offsetMinutes,
} from '../../../packages/simulated-weather/world/zone.js';
import { bothSystems } from './quantity.js';
import { REGIONS } from './regions.js';

const EVERYWHERE = ['AirQualityCurrentConditions', 'AirQualityForecasts', 'Radar'];
const IN_COUNTRIES = [...EVERYWHERE, 'Alerts', 'ForecastConfidence', 'FutureRadar'];

/** Weather radars are sparse north of it. */
const MINUTE_CAST_LATITUDE = 65;

const POLLEN_COUNTRIES = ['US', 'FR', 'DE', 'GB', 'CZ'];

interface Named {
  readonly ID: string;
  readonly LocalizedName: string;
  readonly EnglishName: string;
}

/** The single object of `cities/geoposition/search` and of a location key (facts, section 2.1). */
export function locationBody(place: Place, nowMs: number, language: string) {
  return {
    Version: 1,
    Key: place.key,
    Type: place.type,
    Rank: place.rank,
    LocalizedName: place.name,
    EnglishName: place.name,
    PrimaryPostalCode: place.type === 'PostalCode' ? place.key.slice(3, 8) : '',
    Region: regionOf(place),
    Country: countryOf(place, language),
    AdministrativeArea: administrativeAreaOf(place),
    TimeZone: timeZone(place.zone, nowMs),
    GeoPosition: {
      Latitude: place.latitude,
      Longitude: place.longitude,
      Elevation: bothSystems('height', place.elevationM),
    },
    IsAlias: false,
    ...(place.parentCity && { ParentCity: parentCityOf(place.parentCity) }),
    SupplementalAdminAreas: place.district
      ? [{ Level: 2, LocalizedName: place.district, EnglishName: place.district }]
      : [],
    DataSets: dataSetsOf(place).toSorted(),
  };
}

/** Without position or elevation. */
function parentCityOf({ key, name }: Place) {
  return { Key: key, LocalizedName: name, EnglishName: name };
}

function dataSetsOf(place: Place): string[] {
  return [
    ...(hasAlerts(place) ? IN_COUNTRIES : EVERYWHERE),
    ...(hasMinuteCast(place) ? ['MinuteCast'] : []),
    ...(hasAirQuality(place) ? ['DailyAirQualityForecast'] : []),
    ...(hasPollen(place) ? ['DailyPollenForecast'] : []),
  ];
}

/** Whether daily forecasts have air quality; elsewhere they say 0, not null (facts, section E). */
export function hasAirQuality({ countryId }: Place): boolean {
  return countryId === 'US';
}

/** Whether daily forecasts have pollen; elsewhere they say 0, not null (facts, section E). */
export function hasPollen({ countryId }: Place): boolean {
  return POLLEN_COUNTRIES.includes(countryId);
}

/** Whether an authority issues alerts for the country. */
export function hasAlerts({ countryId }: Place): boolean {
  return countryId !== '' && countryId !== 'AQ';
}

/** Whether MinuteCast covers it. */
export function hasMinuteCast(place: Place): boolean {
  return hasAlerts(place) && Math.abs(place.latitude) < MINUTE_CAST_LATITUDE;
}

function countryOf({ countryId }: Place, language: string): Named {
  return {
    ID: countryId,
    LocalizedName: countryName(countryId, language),
    EnglishName: countryName(countryId, 'en'),
  };
}

function countryName(countryId: string, language: string): string {
  if (!countryId) return '';
  return new Intl.DisplayNames([language, 'en'], { type: 'region' }).of(countryId) ?? '';
}

function regionOf({ countryId }: Place): Named {
  const [ID, countries] =
    Object.entries(REGIONS).find(([, { ids }]) => ids.includes(countryId)) ?? [];
  const name = countries?.name ?? '';
  return { ID: ID ?? '', LocalizedName: name, EnglishName: name };
}

function administrativeAreaOf({ countryId, district }: Place) {
  return {
    ID: String(wholeOf(district, 90) + 10),
    LocalizedName: district,
    EnglishName: district,
    Level: 1,
    LocalizedType: 'Region',
    EnglishType: 'Region',
    CountryID: countryId,
  };
}

function timeZone(zone: string, nowMs: number) {
  const changeMs = nextOffsetChange(zone, nowMs);
  return {
    Code: abbreviation(zone, nowMs),
    Name: zone,
    GmtOffset: offsetMinutes(zone, nowMs) / 60,
    IsDaylightSaving: isDaylightSaving(zone, nowMs),
    NextOffsetChange: changeMs === undefined ? null : isoSeconds(changeMs),
  };
}

function abbreviation(zone: string, nowMs: number): string {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'short' });
  return format.formatToParts(nowMs).find(({ type }) => type === 'timeZoneName')?.value ?? '';
}

function isoSeconds(epochMs: number): string {
  return `${new Date(epochMs).toISOString().slice(0, 19)}Z`;
}
