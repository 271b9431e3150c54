const timeLimit = 15_000;
const longestBody = 200_000;

/**
 * Reads the page with which the login server refuses to begin a sign-in. Undefined
 * where there is no answer, or where the server leads on, as it does when it takes the request.
 */
export async function loginPage(url: URL): Promise<{ status: number; body: string } | undefined> {
  try {
    const response = await fetch(url, {
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'manual',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(timeLimit),
    });
    if (response.type === 'opaqueredirect') return undefined;
    return { status: response.status, body: (await response.text()).slice(0, longestBody) };
  } catch {
    return undefined;
  }
}
