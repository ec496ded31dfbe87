import { cpus, loadavg, totalmem } from 'node:os';

/** What the figures of a run depend on, in one line. */
export function describeMachine(): string {
  const processors = cpus();
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  const [load] = loadavg();
  return [
    `${processors.length} x ${processors[0]?.model.trim() ?? 'unknown processor'}`,
    `${gigabytes} GB`,
    `${process.platform}, Node ${process.version}`,
    `load ${load.toFixed(1)} at the start`,
    new Date().toISOString().slice(0, 10),
  ].join('; ');
}
