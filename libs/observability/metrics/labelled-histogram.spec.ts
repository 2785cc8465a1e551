import { expect, it } from '@jest/globals';
import { Histogram, Registry } from 'prom-client';
import { LabelledHistogram } from './labelled-histogram.js';

const OPTIONS = {
  name: 'cup_seconds',
  help: 'A cup.',
  labelNames: ['tea'],
  buckets: [0.1, 0.5, 2],
};
const VALUES = [0, 0.05, 0.1, 0.100_1, 0.5, 1.5, 2, 3, 1_000];

it('LabelledHistogram exports the same text as a histogram of prom-client', async () => {
  const [theirs, ours] = [new Registry(), new Registry()];
  const histogram = new Histogram({ ...OPTIONS, registers: [theirs] });
  const labelled = new LabelledHistogram(ours, OPTIONS);
  for (const value of VALUES) {
    histogram.observe({ tea: 'green' }, value);
    labelled.series('green').observe(value);
  }
  histogram.observe({ tea: 'black' }, 1);
  labelled.series('black').observe(1);

  expect(await ours.metrics()).toBe(await theirs.metrics());
});
