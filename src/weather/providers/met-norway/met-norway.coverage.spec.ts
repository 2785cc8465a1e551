import { describe, expect, it } from '@jest/globals';
import { covers } from './met-norway.coverage.js';

describe('the area of MET Norway', () => {
  it.each([
    ['Oslo', 59.91, 10.75],
    ['Kristiansand', 58.15, 7.99],
    ['Bergen', 60.39, 5.32],
    ['Røros', 62.57, 11.38],
    ['Trondheim', 63.43, 10.4],
    ['Narvik', 68.44, 17.43],
    ['Tromsø', 69.65, 18.96],
    ['Kautokeino', 69.01, 23.04],
    ['the North Cape', 71.17, 25.78],
    ['Vardø', 70.37, 31.11],
    ['the sea off Stad', 62.3, 4.2],
    ['the banks off Møre', 64, 8],
  ])('covers %s', (_where, latitude, longitude) => {
    expect(covers({ latitude, longitude })).toBe(true);
  });

  it.each([
    ['Strömstad, Sweden', 58.94, 11.17],
    ['Östersund, Sweden', 63.18, 14.64],
    ['Storlien, Sweden', 63.32, 12.1],
    ['Riksgränsen, Sweden', 68.43, 18.13],
    ['Kilpisjärvi, Finland', 69.04, 20.8],
    ['Karigasniemi, Finland', 69.4, 25.85],
    ['Inari, Finland', 68.91, 27.03],
    ['Nikel, Russia', 69.41, 30.23],
    ['Skagen, Denmark', 57.72, 10.58],
    ['Hirtshals, Denmark', 57.59, 9.96],
    ['Lerwick, United Kingdom', 60.15, -1.14],
    ['Tórshavn, Faroe Islands', 62.01, -6.77],
    ['Longyearbyen, whose weather is apart', 78.22, 15.65],
    ['Paris', 48.86, 2.35],
    ['the other side of the Earth', -60, -170],
  ])('does not cover %s', (_where, latitude, longitude) => {
    expect(covers({ latitude, longitude })).toBe(false);
  });
});
