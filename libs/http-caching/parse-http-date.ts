const DAY = '(?<weekday>Mon|Tue|Wed|Thu|Fri|Sat|Sun)';
const LONG_DAY = '(?<weekday>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day';
const MONTH = '(?<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)';
const TIME = String.raw`(?<time>\d{2}:\d{2}:\d{2})`;

/** The three formats of an HTTP date: that of today, and the two of the past that a recipient must accept. */
const FORMATS = [
  String.raw`${DAY}, (?<day>\d{2}) ${MONTH} (?<year>\d{4}) ${TIME} GMT`,
  String.raw`${LONG_DAY}, (?<day>\d{2})-${MONTH}-(?<year>\d{2}) ${TIME} GMT`,
  String.raw`${DAY} ${MONTH} (?<day>[\d ]\d) ${TIME} (?<year>\d{4})`,
].map((format) => new RegExp(`^${format}$`));

const MAX_YEARS_AHEAD = 50;

/**
 * An HTTP date (RFC 9110 section 5.6.7) in ms since the epoch; undefined for any other text, for a date that does
 * not exist, and for one on another weekday.
 * @param nowMs decides the century of a year with two digits, which is never more than 50 years ahead
 */
export function parseHttpDate(text: string, nowMs: number): number | undefined {
  const parts = FORMATS.map((format) => format.exec(text)?.groups).find((groups) => groups);
  if (!parts) return undefined;
  const { weekday = '', day = '', month = '', year = '', time = '' } = parts;
  const date = new Date(`${day.trim()} ${month} ${fullYear(year, nowMs)} ${time} GMT`);
  const exists = date.getUTCDate() === Number(day);
  return exists && date.toUTCString().startsWith(weekday.slice(0, 3)) ? date.getTime() : undefined;
}

function fullYear(year: string, nowMs: number): number {
  if (year.length === 4) return Number(year);
  const thisYear = new Date(nowMs).getUTCFullYear();
  const inThisCentury = thisYear - (thisYear % 100) + Number(year);
  return inThisCentury > thisYear + MAX_YEARS_AHEAD ? inThisCentury - 100 : inThisCentury;
}
