interface Demo {
  readonly apiUrl: string;
  readonly token: string;
  /** Whether the weather comes from the real AccuWeather. */
  readonly real: boolean;
}

const PLACES: readonly (readonly [title: string, path: string])[] = [
  ['Paris, precipitation and visibility in metres', '/prcpt?lt=48.8705&lg=2.3049'],
  ['Paris, UV index', '/uvidx?lt=48.8705&lg=2.3049'],
  ['Paris, current conditions in French', '/v1/conditions?lt=48.8705&lg=2.3049&lang=fr'],
  ['Paris, a whole watch face in 400 bytes', '/v1/glance?lt=48.8705&lg=2.3049'],
  ['Tokyo, the next three hours', '/v1/forecast/hourly?lt=35.6812&lg=139.7671&hours=3'],
  ['San Francisco, inches and miles', '/prcpt?lt=37.7749&lg=-122.4194&units=imperial'],
  ['Sydney, UV index', '/uvidx?lt=-33.8688&lg=151.2093'],
];

/** The text that the demo prints when everything runs: URL, token and `curl` commands. */
export function welcome({ apiUrl, token, real }: Demo): string {
  const curl = (path: string): string =>
    `curl -s -H "Authorization: Bearer ${token}" "${apiUrl}${path}"`;
  return [
    '',
    real
      ? 'The weather is REAL: ACCWEA_TOKEN is set, each new position is a paid call to AccuWeather.'
      : 'The weather is simulated. Set ACCWEA_TOKEN to use the real AccuWeather.',
    '',
    `  Swagger UI   ${apiUrl}/docs   (Authorize: paste the token)`,
    '',
    '  Token (24 hours):',
    '',
    token,
    '',
    '  Commands to paste into another terminal:',
    ...PLACES.flatMap(([title, path]) => ['', `  # ${title}`, curl(path)]),
    '',
    'Ctrl-C stops the demo.',
  ].join('\n');
}
