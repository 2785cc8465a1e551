/** What saves calls at a price in age or distance (ADR 29). DI token. */
export abstract class CostLevers {
  /** Whether neighbourhoods have records of their own, or share those of their city. */
  abstract readonly placeKeys: 'place' | 'city';
  /** Whether a cell takes the place that its neighbours share, without a search. */
  abstract readonly inferPlaces: boolean;
}

export const NO_LEVERS = { placeKeys: 'place', inferPlaces: false } as const satisfies CostLevers;
