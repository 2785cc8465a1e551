// Preloaded (`node --import`), it moves a process's clock by CLOCK_AHEAD_MS, as faketime does: the clock
// runs on from there. Timers and performance.now() are left alone.
const aheadMs = Number(process.env.CLOCK_AHEAD_MS);
const RealDate = Date;

globalThis.Date = class Date extends RealDate {
  constructor(...given) {
    if (given.length === 0) super(Date.now());
    else super(...given);
  }

  static now() {
    return RealDate.now() + aheadMs;
  }
};
