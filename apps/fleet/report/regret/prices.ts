/** What things cost, in one currency. */
export interface Prices {
  /** Of 1 000 calls to the provider, without a contract. */
  readonly per1000Calls: number;
  /** Off that price, for calls that a contract commits to: 0.3 = 30 %. All of them are paid for. */
  readonly commitDiscount: number;
  readonly perPodMonth: number;
  readonly perRedisGibMonth: number;
}

/** Round numbers, and no offer of anyone: give your own as options. */
export const EXAMPLE_PRICES: Prices = {
  per1000Calls: 1,
  commitDiscount: 0.3,
  perPodMonth: 50,
  perRedisGibMonth: 15,
};
