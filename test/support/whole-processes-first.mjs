// JavaScript, because Jest loads this file before it can read TypeScript.
import Sequencer from '@jest/test-sequencer';

/**
 * The order of the suites: whole processes first, both kinds in Jest's own order (the longest of the last run
 * first). Whole processes mostly wait, so the quick unit suites keep the cores busy until the last of them ends.
 */
export default class WholeProcessesFirst extends Sequencer {
  sort(tests) {
    // oxlint-disable-next-line unicorn/no-array-sort -- the method of Jest's class
    const inJestsOrder = super.sort(tests);
    return [...inJestsOrder.filter(isWhole), ...inJestsOrder.filter((test) => !isWhole(test))];
  }
}

function isWhole({ context }) {
  return context.config.displayName?.name === 'whole';
}
