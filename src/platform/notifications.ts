/** Shows a notification of the system. One with the same id takes the place of the one before. */
export async function notify(id: string, words: { title: string; message: string }): Promise<void> {
  await chrome.notifications.create(id, {
    type: 'basic',
    iconUrl: chrome.runtime.getURL('icons/128.png'),
    ...words,
  });
}

/** Calls back when a notification is clicked, and takes it away. To be called as the worker starts. */
export function onNotificationClick(callback: (id: string) => void): void {
  chrome.notifications.onClicked.addListener((id) => {
    chrome.notifications.clear(id);
    callback(id);
  });
}
