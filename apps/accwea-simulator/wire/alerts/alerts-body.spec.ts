import { describe, expect, it } from '@jest/globals';
import { A_FLAG, A_NUMBER, A_TEXT, AN_INSTANT, LINKS } from '../shapes.fixture.js';
import { neighbourhoodAt } from '../../../../packages/simulated-weather/world/neighbourhoods.js';
import type { Place } from '../../../../packages/simulated-weather/world/place.js';
import { city, manyViews, village, viewOf } from '../view.fixture.js';
import { alertsBody } from './alerts-body.js';

interface Alert {
  readonly Area: readonly [{ readonly Name: string; readonly Text: string }];
}

/** The text without the hazard, which the weather chooses. */
function areaOf(place: Place | undefined): readonly string[] {
  if (!place) throw new Error('no such place');
  const [alert] = alertsBody(viewOf({ place }), 'always') as readonly Alert[];
  const [{ Name, Text }] = alert?.Area ?? [{ Name: '', Text: '' }];
  return [Name, Text.replace(/^.* for /, '')];
}

describe('the body of alerts', () => {
  it('has the vendor’s fields', () => {
    expect(alertsBody(viewOf(), 'always')[0]).toStrictEqual({
      CountryCode: 'FR',
      AlertID: A_NUMBER,
      Description: { Localized: A_TEXT, English: A_TEXT },
      Category: A_TEXT,
      Priority: A_NUMBER,
      Type: A_TEXT,
      TypeId: A_TEXT,
      Class: null,
      Level: null,
      AlarmLevel: A_TEXT,
      Color: { Name: A_TEXT, Red: A_NUMBER, Green: A_NUMBER, Blue: A_NUMBER, Hex: A_TEXT },
      Source: A_TEXT,
      SourceId: A_NUMBER,
      Disclaimer: null,
      Area: [
        {
          Name: A_TEXT,
          StartTime: AN_INSTANT,
          EpochStartTime: A_NUMBER,
          EndTime: AN_INSTANT,
          EpochEndTime: A_NUMBER,
          LastAction: { Localized: A_TEXT, English: A_TEXT },
          Text: A_TEXT,
          LanguageCode: 'en',
        },
      ],
      HaveReadyStatements: A_FLAG,
      ...LINKS,
    });
  });

  it('has colour and text only with details', () => {
    const [alert] = alertsBody(viewOf({ details: false }), 'always') as [{ Area: [object] }];

    expect(alert).not.toHaveProperty('Color');
    expect(alert.Area[0]).not.toHaveProperty('Text');
  });

  it.each([
    ['a village near Houston', village(29.95, -95.6)],
    ['a city', city('Dallas')],
  ])('names the place itself: %s', (_what, place) => {
    expect(areaOf(place)).toEqual([place.name, `${place.name}.`]);
  });

  it('names the city of a neighbourhood', () => {
    expect(areaOf(neighbourhoodAt(city('Dallas')))).toEqual(['Dallas', 'Dallas.']);
  });

  it('contains alerts for some places and times, but for less than a fifth', () => {
    const views = manyViews();
    const warned = views.filter((view) => alertsBody(view, 'weather').length > 0);

    expect(warned.length).toBeGreaterThan(0);
    expect(warned.length).toBeLessThan(views.length / 5);
  });

  it('is empty where there is no authority, and in the mode "none"', () => {
    expect(alertsBody(viewOf({ place: village(-85, 30) }), 'always')).toEqual([]);
    expect(alertsBody(viewOf(), 'none')).toEqual([]);
  });
});
