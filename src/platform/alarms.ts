/** Wakes the worker after so many milliseconds, at the earliest after the 30 seconds that Chrome allows. */
export async function setAlarm(name: string, inMilliseconds: number): Promise<void> {
  await chrome.alarms.create(name, { delayInMinutes: Math.max(0.5, inMilliseconds / 60_000) });
}

/**
 * Wakes the worker again and again. To be called whenever the browser or the extension starts:
 * alarms may be gone then. https://developer.chrome.com/docs/extensions/reference/api/alarms
 */
export async function repeatAlarm(name: string, everyMinutes: number): Promise<void> {
  if ((await chrome.alarms.get(name)) === undefined) {
    await chrome.alarms.create(name, { periodInMinutes: everyMinutes });
  }
}

/** Calls back when an alarm goes off. To be called as the worker starts. */
export function onAlarm(callback: (name: string) => void): void {
  chrome.alarms.onAlarm.addListener(({ name }) => callback(name));
}
