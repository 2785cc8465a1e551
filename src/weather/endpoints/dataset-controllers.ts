import type { Type } from '@nestjs/common';
import { AlertsController } from './alerts.controller.js';
import { ConditionsController } from './conditions.controller.js';
import { DailyController } from './daily.controller.js';
import { HourlyController } from './hourly.controller.js';
import { MinutelyController } from './minutely.controller.js';
import type { DatasetName } from '../datasets/registry.js';

/** The endpoint of each dataset. */
export const DATASET_CONTROLLERS: Readonly<Record<DatasetName, Type>> = {
  conditions: ConditionsController,
  minutely: MinutelyController,
  hourly: HourlyController,
  daily: DailyController,
  alerts: AlertsController,
};
