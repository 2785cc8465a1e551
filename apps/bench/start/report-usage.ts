// Preloaded (`--import`) into a program whose start is measured; sends what it has used so far on request.

/** What a process has used since its start. */
export interface Usage {
  /** User and system time of all threads. */
  readonly cpuMs: number;
  /** Resident set size. */
  readonly rssMiB: number;
}

process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.({
    cpuMs: (user + system) / 1000,
    rssMiB: process.memoryUsage.rss() / 2 ** 20,
  } satisfies Usage);
});
process.once('disconnect', () => process.exit());
// The IPC channel must not keep the process alive.
process.channel?.unref();
