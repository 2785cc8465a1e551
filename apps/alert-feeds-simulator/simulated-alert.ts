/** One official alert, as a test scripts it. Each feed sends it in its own format. */
export interface SimulatedAlert {
  readonly id: string;
  readonly event: string;
  readonly severity: 'Extreme' | 'Severe' | 'Moderate' | 'Minor';
  readonly status: 'Actual' | 'Test' | 'Exercise';
  readonly messageType: 'Alert' | 'Update' | 'Cancel';
  /** Degrees. */
  readonly area: Area;
  /** Of the hazard; epoch milliseconds. */
  readonly onsetMs: number;
  /** Of the hazard; null until further notice. */
  readonly endsMs: number | null;
  /** Of the message. */
  readonly expiresMs: number;
}

export interface Area {
  readonly name: string;
  readonly south: number;
  readonly west: number;
  readonly north: number;
  readonly east: number;
}

export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

export function holds(
  { south, west, north, east }: Omit<Area, 'name'>,
  { latitude, longitude }: Point,
): boolean {
  return latitude >= south && latitude <= north && longitude >= west && longitude <= east;
}

const HOUR_MS = 3_600_000;

/** An alert of severity Moderate around a place, which its texts name, from now on for six hours. */
export function alertAround(
  { latitude, longitude, name = `${latitude}, ${longitude}` }: Point & { readonly name?: string },
  nowMs: number,
  changes: Partial<SimulatedAlert> = {},
): SimulatedAlert {
  return {
    id: '1',
    event: 'Wind Advisory',
    severity: 'Moderate',
    status: 'Actual',
    messageType: 'Alert',
    area: {
      name,
      south: latitude - 0.5,
      north: latitude + 0.5,
      west: longitude - 0.5,
      east: longitude + 0.5,
    },
    onsetMs: nowMs,
    endsMs: nowMs + 6 * HOUR_MS,
    expiresMs: nowMs + HOUR_MS,
    ...changes,
  };
}
