import type { Position } from '@app/cells/position.js';
import { distributeFleet } from '../world/fleet.js';
import { Random } from '../world/random.js';
import type { World } from '../world/world.js';
import { cityAt } from './city.js';
import { CityWatches } from './city-watches.js';

const ORDER = 7;

/** Where each of so many watches lives, in an order that says nothing about where; the same for the same seed. */
export function homePositions(world: World, watches: number, seed: number): readonly Position[] {
  const fleet = distributeFleet(world, watches, seed);
  const homes: Position[] = [];
  fleet.present.forEach((count, row) => {
    if (count === 0) return;
    const { latitude, longitude } = new CityWatches(cityAt(world, fleet, row), seed);
    for (let watch = 0; watch < count; watch += 1) {
      homes.push({ latitude: latitude[2 * watch] ?? 0, longitude: longitude[2 * watch] ?? 0 });
    }
  });
  return shuffled(homes, new Random(seed, ORDER));
}

function shuffled<T>(items: readonly T[], random: Random): readonly T[] {
  const keyed = items.map((item) => [random.unit(), item] as const);
  return keyed.toSorted(([one], [other]) => one - other).map(([, item]) => item);
}
