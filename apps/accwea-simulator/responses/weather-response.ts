import { placeAt, placeOfKey } from '../../../packages/simulated-weather/world/atlas.js';
import { supportedLanguage } from '../words/languages.js';
import { alertsBody } from '../wire/alerts/alerts-body.js';
import { currentConditionsBody } from '../wire/current/current-conditions-body.js';
import { dailyBody } from '../wire/forecast/daily-body.js';
import { hourlyBody } from '../wire/forecast/hourly-body.js';
import { locationBody } from '../wire/location-body.js';
import type { View } from '../wire/view.js';
import { jsonAnswer, type SimulatedResponse } from '../../../packages/local-server/answer.js';
import type { Call, Endpoint } from '../server/call.js';
import { badRequest, OUTSIDE_PLAN, problemError, type RequestContext } from './error-answers.js';
import { maxAgeSeconds } from './max-age.js';
import type { Settings } from '../server/settings.js';

const POSITION_FORM = /^\s*([+-]?\d+(?:\.\d+)?)\s*,\s*([+-]?\d+(?:\.\d+)?)\s*$/;

/** The vendor's answer to a call with a good key (facts, section 2). */
export function weatherAnswer(
  call: Call,
  asked: RequestContext,
  settings: Settings,
): SimulatedResponse {
  const language = supportedLanguage(call.query.get('language'));
  if (!language) return badRequest('Unsupported language', asked);
  if (isOutsidePlan(call, settings)) return problemError(OUTSIDE_PLAN, asked);
  if (call.endpoint === 'search') return searchAnswer(call, asked, language, settings);

  const place = placeOfKey(call.target);
  if (!place) return badRequest(`Invalid location key: ${call.target}`, asked);
  const view: View = {
    place,
    language,
    nowMs: asked.nowMs,
    details: call.query.get('details') === 'true',
    metric: call.query.get('metric') === 'true',
  };
  const body = BODIES[call.endpoint](view, call.span, settings);
  return jsonAnswer(body, maxAgeSeconds(call, asked.nowMs, settings));
}

const BODIES: Readonly<
  Record<Exclude<Endpoint, 'search'>, (view: View, span: number, settings: Settings) => object>
> = {
  currentconditions: currentConditionsBody,
  hourly: hourlyBody,
  daily: dailyBody,
  alerts: (view, _span, settings) => alertsBody(view, settings.alerts),
};

/** At sea the body is the JSON literal `null`, a cacheable 200 (facts, section 2.1). */
function searchAnswer(
  call: Call,
  asked: RequestContext,
  language: string,
  settings: Settings,
): SimulatedResponse {
  const [, latitudeText, longitudeText] = POSITION_FORM.exec(call.target) ?? [];
  const position = { latitude: Number(latitudeText), longitude: Number(longitudeText) };
  const isOnEarth = Math.abs(position.latitude) <= 90 && Math.abs(position.longitude) <= 180;
  if (!isOnEarth) return badRequest('Invalid geoposition', asked);
  const place = placeAt(position);
  const body = place ? locationBody(place, asked.nowMs, language) : null;
  return jsonAnswer(body, maxAgeSeconds(call, asked.nowMs, settings));
}

function isOutsidePlan({ endpoint, span }: Call, settings: Settings): boolean {
  if (endpoint === 'daily') return span > settings.maxDailyDays;
  return endpoint === 'hourly' && span > settings.maxHourlyHours;
}
