/**
 * How long work keeps the processor busy, in milliseconds: the shortest of three runs. Unlike the time
 * on a clock, it does not grow where other programs run beside it.
 */
export function cpuTime(work: () => void): number {
  const times = [0, 1, 2].map(() => {
    const before = process.cpuUsage();
    work();
    return since(before);
  });
  return Math.min(...times);
}

/** The same for one run of work that waits, as the loading of a program does. */
export async function cpuTimeOf(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  return since(before);
}

function since(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
