import type { Position } from '@app/cells/position.js';
import { ViewQuery } from '../../queries/view.query.js';
import { toWholeNumber, WholeNumber } from '../../queries/whole-number.decorator.js';

const DEFAULT_DAYS = 5;

/** Query of a daily forecast. `days` is validated as sent; `dayCount` is its number. */
export class DailyQuery extends ViewQuery {
  @WholeNumber({
    max: 10,
    fallback: DEFAULT_DAYS,
    description: 'Maximum number of local days of the place, including today.',
  })
  days = String(DEFAULT_DAYS);

  get dayCount(): number {
    return toWholeNumber(this.days);
  }

  override queryAt(position: Position): string {
    return `${super.queryAt(position)}&days=${this.dayCount}`;
  }
}
