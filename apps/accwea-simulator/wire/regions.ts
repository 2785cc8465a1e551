/** The vendor's regions, with the countries of the simulated world. */
export const REGIONS: Readonly<Record<string, { name: string; ids: string }>> = {
  AFR: { name: 'Africa', ids: 'EG MA SN NG CD KE ET ZA MG' },
  ANT: { name: 'Antarctica', ids: 'AQ' },
  ARC: { name: 'Arctic', ids: 'GL' },
  ASI: { name: 'Asia', ids: 'KZ PK IN NP TH SG ID PH HK CN KR JP' },
  CAC: { name: 'Central America', ids: 'CU' },
  EUR: { name: 'Europe', ids: 'FR GB IE ES PT IT DE CZ PL UA GR RU SE NO IS' },
  MEA: { name: 'Middle East', ids: 'TR SA AE IR' },
  NAM: { name: 'North America', ids: 'US CA MX' },
  OCN: { name: 'Oceania', ids: 'AU NZ KI FJ' },
  SAM: { name: 'South America', ids: 'CO PE BR CL AR' },
};
