/** Minutes east of UTC at which this computer's clocks run at a wall-clock time. */
export function offsetAt(local: string): number {
  const minutes = -new Date(local).getTimezoneOffset();
  return Number.isNaN(minutes) ? 0 : minutes;
}
