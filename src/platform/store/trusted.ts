/**
 * Keeps all that is stored to our own pages and worker: a script of ours in a page, which a page that
 * broke out of its process could speak for, reads nothing of it. `local` is open to them by default.
 * https://developer.chrome.com/docs/extensions/reference/api/storage#method-StorageArea-setAccessLevel
 */
export async function keepToTrusted(): Promise<void> {
  const { local, session, managed } = chrome.storage;
  await Promise.all(
    [local, session, managed].map((area) =>
      area.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' }),
    ),
  );
}
