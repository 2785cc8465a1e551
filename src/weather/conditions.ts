/** The weather at a place as last observed. A value that the provider did not give is null. */
export interface Conditions {
  /** Milliseconds since the Unix epoch. */
  readonly observedAtMs: number | null;
  readonly visibilityMeters: number | null;
  /** Depth of water (melted, if snow) that fell in the past hour. */
  readonly precipitationPastHourMillimeters: number | null;
  readonly uvIndex: number | null;
}
