// Preloaded (`--import`) into every server that is measured, and idle but for this one question.
process.on('message', () => process.send?.(process.cpuUsage()));
process.once('disconnect', () => process.exit());
// The question must not keep a server alive that wants to end.
process.channel?.unref();
