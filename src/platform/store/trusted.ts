/**
 * Lets only our own pages and the worker read what is stored. Our scripts inside pages cannot, so a page that
 * takes over their process cannot either. By default `local` is open to them.
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
