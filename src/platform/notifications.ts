/** Shows a notification of the system. One with the same id takes the place of the one before. */
export async function notify(id: string, words: { title: string; message: string }): Promise<void> {
  await chrome.notifications.create(id, {
    type: 'basic',
    iconUrl: chrome.runtime.getURL('icons/128.png'),
    ...words,
  });
}
