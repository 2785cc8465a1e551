// Loaded into an API process by MovedClock: offsets its wall clock by the number of milliseconds in the
// file. Timers keep the machine's time.
import { readFileSync } from 'node:fs';

const machineNow = Date.now.bind(Date);
const aheadMs = () => Number(readFileSync(process.env.CLOCK_AHEAD_FILE, 'utf8'));

Date.now = () => machineNow() + aheadMs();
