import type { View } from './view.js';

export interface Links {
  readonly MobileLink: string;
  readonly Link: string;
}

/** Attribution links to a page of the vendor's site, `current-weather` and the like. */
export function links(view: View, page: string, query: Record<string, string> = {}): Links {
  const { place, language } = view;
  const path = [
    language.slice(0, 2),
    place.countryId.toLowerCase() || 'xx',
    slug(place.name),
    place.key.toLowerCase(),
    page,
    place.key.toLowerCase(),
  ].join('/');
  const link = `http://www.accuweather.com/${path}?${new URLSearchParams({ ...query, lang: language }).toString()}`;
  return { MobileLink: link, Link: link };
}

/** Links to forecast pages have the unit when it is not the default. */
export function unitQuery({ metric }: View): Record<string, string> {
  return metric ? { unit: 'c' } : {};
}

function slug(name: string): string {
  const plain = name.normalize('NFD').replace(/[^\w\s-]/g, '');
  return plain.toLowerCase().replace(/\s+/g, '-');
}
