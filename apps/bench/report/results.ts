import type { StartCost } from '../start/start-cost.js';
import type { Part } from '../profile/parts.js';
import type { ScenarioName } from '../scenarios/scenario.js';
import type { Letter } from '../world/contenders.js';
import type { Sample } from './sample.js';

/** The measurements of all servers under one Node version. */
export interface Results {
  readonly node: string;
  readonly competitors: readonly Measurements[];
  /** The modules and the bundle that production starts. */
  readonly starts: readonly StartCost[];
  /** Where the product spends its time, for some rows. */
  readonly profiles: readonly {
    readonly name: ScenarioName;
    readonly shares: readonly (readonly [part: Part, share: number])[];
  }[];
}

/** The samples of one server. */
export interface Measurements {
  readonly contender: { readonly letter: Letter };
  /** Of all rounds; empty when the server does not have this row. */
  of(scenario: ScenarioName): readonly Sample[];
}

export function samplesOf(
  { competitors }: Results,
  letter: Letter,
  scenario: ScenarioName,
): readonly Sample[] {
  return competitors.find(({ contender }) => contender.letter === letter)?.of(scenario) ?? [];
}
