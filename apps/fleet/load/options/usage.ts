/** What `npm run fleet -- load --help` prints. */
export const USAGE = `Usage: npm run fleet -- load [options]

Sends the requests of a fleet of watches, with the published client, to a deployment. Without options: to the demo.

Target
  --url URL                 the API (http://127.0.0.1:3000)
  --issuer URL              the identity provider (http://127.0.0.1:4000)
  --client-id ID            {n} becomes the number of the watch: a user for each (watch-load-{n})
  --client-secret-file FILE else the variable FLEET_CLIENT_SECRET, else the development issuer's
  --tokens-file FILE        tokens, one per line, instead of an issuer
  --metrics URL             of a pod or /__simulator/calls of the simulator; several times for several pods.
                            dns+http://HOST/… reads every address of HOST (the demo's)
  --max-upstream-calls N    stop when the deployment has made more calls to its provider

Watches
  --watches N               each with a position and a token (2000)
  --mix MIX                 what they ask for, by weight: glance=8,conditions=2 (glance)
  --places world|cities     where they are: all populated places, as in the plan, or 80 cities (world)
  --city-radius-km KM       with --places=cities, how far from the centre of a city they are (5)
  --seed TEXT               another world (1)

Plan
  --warm-up N               every watch wakes once before the rest, N per second; 0 = cold (50)
  --ramp DURATION           from 0 to the rate (10s)
  --rate N                  wake-ups per second (50)
  --hold DURATION           at that rate (1m)
  --wave FACTORxDURATION    the rate times FACTOR, after the hold: 10x20s
  --wave-every DURATION     a wave at each multiple on the clock during the hold instead: 15m
  --lose-region SHARExDURATION  this share of the watches is served elsewhere, and arrives here at the end: 0.5x10s
  --spacing even|random     of the wake-ups of a second (random)

Generator
  --connections N           to the API (256)
  --max-in-flight N         unanswered requests; more are dropped, which fails the run (5000)
  --max-lag-ms N            the run fails when the generator is later than this, p99 (10)
  --timeout DURATION        of a request (10s)

Result
  --threshold EXPRESSION    several times: hit.p99<50, errors<0.001, wave.upstreamShare<0.01 (errors<0.001)
  --json FILE, --html FILE  the result; - is the standard output

Exit code: 0 passed, 1 a threshold was missed, 2 wrong options, 3 the generator did not keep to the plan, 4 stopped before the end.
`;
