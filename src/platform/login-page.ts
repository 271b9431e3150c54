const timeLimit = 15_000;
const longestBody = 200_000;

/**
 * Reads the page that the login server shows somebody who is not signed in. Undefined where there is
 * no answer, or where the server leads to an address that cannot be read.
 */
export async function loginPage(url: URL): Promise<{ status: number; body: string } | undefined> {
  try {
    const response = await fetch(url, {
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(timeLimit),
    });
    return { status: response.status, body: (await response.text()).slice(0, longestBody) };
  } catch {
    return undefined;
  }
}
