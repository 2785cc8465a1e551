// Preloaded (`--import`) into every server that is measured, and idle but for these questions.
import type { Profiler } from 'node:inspector';

/** What the bench may ask of a server; each question has one answer. */
export type Question = 'cpu?' | 'profile!' | 'profile?';

let profiling: { stop(): Promise<Profiler.Profile> } | undefined;

process.on('message', (question: Question) => void answer(question));
process.once('disconnect', () => process.exit());
// A question must not keep a server alive that wants to end.
process.channel?.unref();

async function answer(question: Question): Promise<void> {
  switch (question) {
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
  // Only here, lest the inspector weighs on what is measured.
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
