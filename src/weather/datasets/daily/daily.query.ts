import type { Position } from '@app/cells/position.js';
import { ViewQuery } from '../../queries/view.query.js';
import { toWholeNumber, WholeNumber } from '../../queries/whole-number.decorator.js';

const DEFAULT_DAYS = 5;

/** What a daily forecast is asked for; `days` is judged as sent, and read by `dayCount`. */
export class DailyQuery extends ViewQuery {
  @WholeNumber({
    max: 10,
    fallback: DEFAULT_DAYS,
    description: 'How many local days of the place at most, today included.',
  })
  days = String(DEFAULT_DAYS);

  get dayCount(): number {
    return toWholeNumber(this.days);
  }

  override at(position: Position): string {
    return `${super.at(position)}&days=${this.dayCount}`;
  }
}
