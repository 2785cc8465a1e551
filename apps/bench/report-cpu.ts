// Preloaded (`--import`) into every measured server; idle except for these messages.
import type { Profiler } from 'node:inspector';

/** Messages from the bench to a server; each gets one reply. */
export type BenchMessage = 'cpu?' | 'profile!' | 'profile?';

let profiling: { stop(): Promise<Profiler.Profile> } | undefined;

process.on('message', (message: BenchMessage) => void reply(message));
process.once('disconnect', () => process.exit());
// The IPC channel must not keep the process alive.
process.channel?.unref();

async function reply(message: BenchMessage): Promise<void> {
  switch (message) {
    case 'cpu?':
      process.send?.(process.cpuUsage());
      return;
    case 'profile!':
      profiling = await startProfile();
      process.send?.('profiling');
      return;
    case 'profile?':
      process.send?.(await profiling?.stop());
  }
}

async function startProfile(): Promise<{ stop(): Promise<Profiler.Profile> }> {
  // Imported only here, so that the inspector does not affect the measurements.
  const { Session } = await import('node:inspector/promises');
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.start');
  return {
    stop: async () => {
      const { profile } = await session.post('Profiler.stop');
      session.disconnect();
      return profile;
    },
  };
}
