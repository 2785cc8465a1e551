import {
  DashboardBuilder,
  RowBuilder,
  type Dashboard,
} from '@grafana/grafana-foundation-sdk/dashboard';
import { budgetRow } from './rows/budget.row.js';
import { cacheRow } from './rows/cache.row.js';
import { geographyRow } from './rows/geography.row.js';
import { pilotRow } from './rows/pilot.row.js';
import { requestsRow } from './rows/requests.row.js';
import { responseTimeRow } from './rows/response-time.row.js';
import { saturationRow } from './rows/saturation.row.js';
import { serviceLevelsRow } from './rows/service-levels.row.js';
import { statusRow } from './rows/status.row.js';
import { upstreamRow } from './rows/upstream.row.js';
import { variables } from './variables.js';

const ROWS = [
  statusRow,
  responseTimeRow,
  requestsRow,
  geographyRow,
  serviceLevelsRow,
  cacheRow,
  upstreamRow,
  budgetRow,
  saturationRow,
  pilotRow,
];

/** The Grafana dashboard of the API: first the rows that the specification requires, then those that explain them. */
export function createBoard(): Dashboard {
  const board = new DashboardBuilder('Meteo French API')
    .uid('mfapi')
    .description('Each panel says what is normal, and what to do when it is not.')
    .tags(['mfapi'])
    .timezone('utc')
    .time({ from: 'now-6h', to: 'now' })
    .refresh('30s')
    .variables(variables());
  let id = 0;
  for (const row of ROWS) {
    const { title, panels } = row();
    board.withRow(new RowBuilder(title).id((id += 1)));
    for (const panel of panels) {
      panel.id((id += 1));
      board.withPanel(panel);
    }
  }
  return board.build();
}
