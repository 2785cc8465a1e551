interface Demo {
  readonly apiUrl: string;
  /** Of the page of watches. */
  readonly pageUrl: string;
  readonly token: string;
  /** Whether the weather comes from the real AccuWeather. */
  readonly real: boolean;
}

const EXAMPLES: readonly (readonly [title: string, path: string])[] = [
  ['Paris, a whole watch face in 400 bytes', '/v1/glance?lt=48.8705&lg=2.3049'],
  ['Paris, current conditions in French', '/v1/conditions?lt=48.8705&lg=2.3049&lang=fr'],
  ['Tokyo, the next three hours', '/v1/forecast/hourly?lt=35.6812&lg=139.7671&hours=3'],
  ['San Francisco, inches and miles', '/prcpt?lt=37.7749&lg=-122.4194&units=imperial'],
  ['Sydney, UV index', '/uvidx?lt=-33.8688&lg=151.2093'],
];
const WEATHER = {
  real: 'The weather is REAL: ACCWEA_TOKEN is set, each new position is a paid call to AccuWeather.',
  simulated:
    'The weather is simulated, and current conditions expire after 30 s instead of 10 min. ACCWEA_TOKEN uses the real AccuWeather.',
} as const;

/** The text that the demo prints when everything runs: addresses, a token and `curl` commands. */
export function welcome({ apiUrl, pageUrl, token, real }: Demo): string {
  return [
    '',
    `  Watches      ${pageUrl}`,
    `  Swagger UI   ${apiUrl}/docs   (Authorize: paste the token)`,
    '',
    real ? WEATHER.real : WEATHER.simulated,
    '',
    'Paste the token, valid for 24 hours, into another terminal, and then any of the commands:',
    '',
    `TOKEN=${token}`,
    '',
    ...EXAMPLES.flatMap(([title, path]) => [
      `# ${title}`,
      `curl -s -H "Authorization: Bearer $TOKEN" "${apiUrl}${path}"`,
    ]),
    '',
    'Ctrl-C stops the demo.',
  ].join('\n');
}
