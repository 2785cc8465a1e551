// Loaded into an API process by MovedClock: its wall clock is ahead of the machine's by as many
// milliseconds as the file says. Timers keep the machine's time.
import { readFileSync } from 'node:fs';

const machineNow = Date.now.bind(Date);
const aheadMs = () => Number(readFileSync(process.env.CLOCK_AHEAD_FILE, 'utf8'));

Date.now = () => machineNow() + aheadMs();
