/** The text of `fleet validate --help`. */
export const VALIDATE_HELP = `The busiest hour of a fleet twice: by the plan in virtual time, and over HTTP against two API processes with a Redis,
the simulated provider and the issuer. Compares hit ratio and calls. Needs redis-server on the PATH.

Usage: npm run fleet -- validate [options]

  --watches=N      about so many watches, where the simulator has all datasets (20000)
  --speed=N        over HTTP time runs so many times faster, and windows are so many times shorter:
                   1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30 or 60 (3: an hour takes 20 minutes)
  --minutes=N      play only the first minutes of the hour (60)
  --polling=HOW    as of plan: requests per watch and day at random times, or hourly (64)
  --mix=E=S,…      as of plan (glance=0.9,conditions=0.05,hourly=0.03,daily=0.02)
  --seed=N         another seed gives other requests (1)
  --tolerance=P    percent by which both sides may differ (3)
  --max-lag-ms=N   how late the generator may be, 99th percentile (50)
  --json=FILE      write both sides and the comparison
  --help

Exit codes: 0 both sides agree, 1 they differ, 2 wrong options, 3 the run is not valid (the generator was late, or
requests failed), 4 stopped by a signal.`;
