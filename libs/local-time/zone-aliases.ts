const NAMES = `
  UTC GMT UCT Zulu Universal Greenwich GMT0 GMT+0 GMT-0
  CET CST6CDT EET EST EST5EDT HST MET MST MST7MDT PST8PDT WET
  Cuba Egypt Eire GB GB-Eire Hongkong Iceland Iran Israel Jamaica Japan Kwajalein Libya Navajo NZ NZ-CHAT
  Poland Portugal PRC ROC ROK Singapore Turkey W-SU`;

/** By area: renamed cities, and the older names of zones. */
const NAMES_BY_AREA: Readonly<Record<string, string>> = {
  Africa: 'Asmara Asmera Timbuktu',
  America: `
    Argentina/Buenos_Aires Argentina/Catamarca Argentina/ComodRivadavia Argentina/Cordoba Argentina/Jujuy
    Argentina/Mendoza Atikokan Atka Buenos_Aires Catamarca Coral_Harbour Cordoba Ensenada Fort_Wayne Godthab
    Indiana/Indianapolis Indianapolis Jujuy Kentucky/Louisville Knox_IN Louisville Mendoza Montreal Nipigon
    Nuuk Pangnirtung Porto_Acre Rainy_River Rosario Santa_Isabel Shiprock Thunder_Bay Virgin Yellowknife`,
  Antarctica: 'South_Pole',
  Asia: `
    Ashkhabad Calcutta Choibalsan Chongqing Chungking Dacca Harbin Ho_Chi_Minh Istanbul Kashgar Kathmandu
    Katmandu Kolkata Macao Rangoon Saigon Tel_Aviv Thimbu Ujung_Pandang Ulan_Bator Yangon`,
  Atlantic: 'Faeroe Faroe Jan_Mayen',
  Australia: 'ACT Canberra Currie LHI NSW North Queensland South Tasmania Victoria West Yancowinna',
  Brazil: 'Acre DeNoronha East West',
  Canada: 'Atlantic Central Eastern Mountain Newfoundland Pacific Saskatchewan Yukon',
  Chile: 'Continental EasterIsland',
  Etc: 'UTC UCT GMT GMT0 Greenwich Universal Zulu',
  Europe: 'Belfast Kiev Kyiv Nicosia Tiraspol Uzhgorod Zaporozhye',
  Mexico: 'BajaNorte BajaSur General',
  Pacific: 'Chuuk Enderbury Johnston Kanton Pohnpei Ponape Samoa Truk Yap',
  US: 'Alaska Aleutian Arizona Central East-Indiana Eastern Hawaii Indiana-Starke Michigan Mountain Pacific Samoa',
};

/** West and east of Greenwich; in these names, as in POSIX, hours count westward. */
const NAUTICAL = [
  ...Array.from({ length: 13 }, (_, hours) => `Etc/GMT+${hours}`),
  ...Array.from({ length: 15 }, (_, hours) => `Etc/GMT-${hours}`),
];

const wordsOf = (text: string): string[] => text.trim().split(/\s+/);

/**
 * Names of the IANA database (`backward` and `etcetera`) that a runtime accepts, but does not list in
 * `Intl.supportedValuesOf`, which has one name per zone.
 */
export const ZONE_ALIASES: readonly string[] = [
  ...wordsOf(NAMES),
  ...Object.entries(NAMES_BY_AREA).flatMap(([area, names]) =>
    wordsOf(names).map((name) => `${area}/${name}`),
  ),
  ...NAUTICAL,
];
