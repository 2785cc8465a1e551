import type { OutlookTexts } from '../outlook-texts.js';

export const ZH: OutlookTexts = {
  types: {
    rain: '雨',
    snow: '雪',
    ice: '冻雨',
    mixed: '雨夹雪',
    precipitation: '降水',
  },
  minutes: { other: '#分钟' },
  none: '未来一小时无降水',
  starts: '{start}后有{type}',
  startsAndStops: '{start}后有{type}，持续{duration}',
  stops: '{type}将在{stop}后停止',
  fillsTheHour: '未来一小时有{type}',
  falls: '目前有{type}',
};
