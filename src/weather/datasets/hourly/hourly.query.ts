import type { Position } from '@app/cells/position.js';
import { ViewQuery } from '../../queries/view.query.js';
import { toWholeNumber, WholeNumber } from '../../queries/whole-number.decorator.js';

const DEFAULT_HOURS = 12;

/** What an hourly forecast is asked for; `hours` is judged as sent, and read by `hourCount`. */
export class HourlyQuery extends ViewQuery {
  @WholeNumber({
    max: 24,
    fallback: DEFAULT_HOURS,
    description: 'How many hours at most, the running one included.',
  })
  hours = String(DEFAULT_HOURS);

  get hourCount(): number {
    return toWholeNumber(this.hours);
  }

  override at(position: Position): string {
    return `${super.at(position)}&hours=${this.hourCount}`;
  }
}
