// Loaded before the program: when its launcher is gone, however that came, the program stops as on a signal.
if (process.channel) {
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
  process.channel.unref()
}
