import type { OutlookTexts } from '../outlook-texts.js';

export const JA: OutlookTexts = {
  types: {
    rain: '雨',
    snow: '雪',
    ice: '着氷性の雨',
    mixed: 'みぞれ',
    precipitation: '降水',
  },
  minutes: { other: '#分' },
  none: '今後1時間、降水はありません',
  starts: '{start}後に{type}',
  startsAndStops: '{start}後に{type}、{duration}間続きます',
  stops: '{type}は{stop}後にやみます',
  fillsTheHour: '今後1時間は{type}',
  falls: '現在は{type}',
};
