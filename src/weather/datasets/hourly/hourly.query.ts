import type { Position } from '@app/cells/position.js';
import { ViewQuery } from '../../queries/view.query.js';
import { toWholeNumber, WholeNumber } from '../../queries/whole-number.decorator.js';

const DEFAULT_HOURS = 12;

/** Query of an hourly forecast. `hours` is validated as sent; `hourCount` is its number. */
export class HourlyQuery extends ViewQuery {
  @WholeNumber({
    max: 24,
    fallback: DEFAULT_HOURS,
    description: 'Maximum number of hours, including the running one where it is known.',
  })
  hours = String(DEFAULT_HOURS);

  get hourCount(): number {
    return toWholeNumber(this.hours);
  }

  override queryAt(position: Position): string {
    return `${super.queryAt(position)}&hours=${this.hourCount}`;
  }
}
