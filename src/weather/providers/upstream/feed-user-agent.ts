import { ABOUT } from '../../../about.js';

/**
 * The `User-Agent` of calls to official feeds, which refuse a call without one that names program and contact
 * (terms of api.weather.gov and api.met.no).
 * @throws when there is no contact, which the configuration excludes for enabled feeds
 */
export function feedUserAgent(contact: string | undefined): string {
  if (contact === undefined) throw new Error('a feed needs ALERT_FEEDS_CONTACT');
  return `${ABOUT.name}/${ABOUT.version} (${contact})`;
}
