import { expect, it } from '@jest/globals';
import { readRedisUsage } from './redis-usage.js';

const INFO = `# Stats
total_net_input_bytes:1000
total_net_output_bytes:200
# CPU
used_cpu_sys:0.500000
used_cpu_user:1.250000
# Commandstats
cmdstat_evalsha:calls=5,usec=900,usec_per_call=180.00,rejected_calls=0,failed_calls=0
cmdstat_get:calls=7,usec=9,usec_per_call=1.29,rejected_calls=0,failed_calls=0
cmdstat_client|setinfo:calls=2,usec=3,usec_per_call=1.50,rejected_calls=0,failed_calls=0
cmdstat_info:calls=4,usec=3,usec_per_call=0.75,rejected_calls=0,failed_calls=0
`;

it('the use of Redis leaves out what belongs to connections and to the bench', () => {
  const usage = { commands: 12, scripts: 5, bytes: 1_200, cpuMicros: 1_750_000 };

  expect(readRedisUsage(INFO.replaceAll('\n', '\r\n'))).toEqual(usage);
});
