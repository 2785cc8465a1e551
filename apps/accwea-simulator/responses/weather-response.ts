import type { Position } from '../../../packages/simulated-weather/maths/earth.js';
import { placeAt, placeOfKey } from '../../../packages/simulated-weather/world/atlas.js';
import { neighbourhoodAt } from '../../../packages/simulated-weather/world/neighbourhoods.js';
import type { Place } from '../../../packages/simulated-weather/world/place.js';
import { supportedLanguage } from '../i18n/languages.js';
import { alertsBody } from '../wire/alerts/alerts-body.js';
import { currentConditionsBody } from '../wire/current/current-conditions-body.js';
import { dailyBody } from '../wire/forecast/daily-body.js';
import { hourlyBody } from '../wire/forecast/hourly-body.js';
import { hasMinuteCast, locationBody } from '../wire/location-body.js';
import { minuteBody, minuteIntervalsBody } from '../wire/minute/minute-body.js';
import type { View } from '../wire/view.js';
import {
  jsonResponse,
  type SimulatedResponse,
} from '../../../packages/local-server/simulated-response.js';
import type { Call, Endpoint } from '../server/call.js';
import { badRequest, OUTSIDE_PLAN, problemError, type RequestContext } from './error-responses.js';
import { maxAgeSeconds } from './max-age.js';
import type { Settings } from '../server/settings.js';

const POSITION_FORM = /^\s*([+-]?\d+(?:\.\d+)?)\s*,\s*([+-]?\d+(?:\.\d+)?)\s*$/;

/** The vendor's response to a call with a valid key (facts, section 2). */
export function weatherResponse(
  call: Call,
  context: RequestContext,
  settings: Settings,
): SimulatedResponse {
  const language = supportedLanguage(call.query.get('language'));
  if (!language) return badRequest('Unsupported language', context);
  if (isOutsidePlan(call, settings)) return problemError(OUTSIDE_PLAN, context);
  if (call.endpoint === 'search') return searchResponse(call, context, language, settings);

  const place = call.endpoint === 'minute' ? placeWithMinutes(call) : placeOfKey(call.target);
  if (!place) return badRequest(`Invalid ${targetOf(call)}: ${call.target}`, context);
  const view: View = {
    place,
    language,
    nowMs: context.nowMs,
    details: call.query.get('details') === 'true',
    metric: call.query.get('metric') === 'true',
  };
  const body = BODIES[call.endpoint](view, call.span, settings);
  return jsonResponse(body, maxAgeSeconds(call, context.nowMs, settings));
}

const BODIES: Readonly<
  Record<Exclude<Endpoint, 'search'>, (view: View, span: number, settings: Settings) => object>
> = {
  location: ({ place, nowMs, language }) => locationBody(place, nowMs, language),
  currentconditions: currentConditionsBody,
  minute: (view, stepMinutes, { minuteCastIntervals }) =>
    stepMinutes > 0 || minuteCastIntervals
      ? minuteIntervalsBody(view, stepMinutes || 1)
      : minuteBody(view),
  hourly: hourlyBody,
  daily: dailyBody,
  alerts: (view, _span, settings) => alertsBody(view, settings.alerts),
};

/** At sea the body is the JSON literal `null`, a cacheable 200 (facts, section 2.1). */
function searchResponse(
  call: Call,
  context: RequestContext,
  language: string,
  settings: Settings,
): SimulatedResponse {
  const position = positionOf(call);
  if (!position) return badRequest('Invalid geoposition', context);
  const part = settings.neighbourhoods ? neighbourhoodAt(position) : undefined;
  const place = part ?? placeAt(position);
  const body = place ? locationBody(place, context.nowMs, language) : null;
  return jsonResponse(body, maxAgeSeconds(call, context.nowMs, settings));
}

function positionOf({ target }: Call): Position | undefined {
  const [, latitudeText, longitudeText] = POSITION_FORM.exec(target) ?? [];
  const position = { latitude: Number(latitudeText), longitude: Number(longitudeText) };
  const isOnEarth = Math.abs(position.latitude) <= 90 && Math.abs(position.longitude) <= 180;
  return isOnEarth ? position : undefined;
}

const targetOf = ({ endpoint }: Call): string =>
  endpoint === 'minute' ? 'geoposition' : 'location key';

/** The place at a position; undefined where MinuteCast does not cover it. */
function placeWithMinutes(call: Call): Place | undefined {
  const position = positionOf(call);
  const place = position && placeAt(position);
  return place && hasMinuteCast(place) ? place : undefined;
}

function isOutsidePlan({ endpoint, span }: Call, settings: Settings): boolean {
  if (endpoint === 'daily') return span > settings.maxDailyDays;
  return endpoint === 'hourly' && span > settings.maxHourlyHours;
}
