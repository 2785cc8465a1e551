import type { Position } from '@app/cells/position.js';
import { ViewQuery } from '../../queries/view.query.js';
import { toWholeNumber, WholeNumber } from '../../queries/whole-number.decorator.js';

const FALLBACK = 12;

/** What an hourly forecast is asked for; `hours` is judged as sent, and read by `hourCount`. */
export class HourlyQuery extends ViewQuery {
  @WholeNumber({
    most: 24,
    fallback: FALLBACK,
    description: 'How many hours at most, the running one included.',
  })
  hours = String(FALLBACK);

  get hourCount(): number {
    return toWholeNumber(this.hours);
  }

  override at(position: Position): string {
    return `${super.at(position)}&hours=${this.hourCount}`;
  }
}
