import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts';
import { type Browser, openBrowser } from './browser.ts';
import { type ManagedBuild, managedBuild } from './policy-file.ts';

/** A browser in which a policy file sets the extension's settings. */
export interface ManagedBrowser {
  readonly sandbox: Sandbox;
  readonly build: ManagedBuild;
  readonly browser: Browser;
  close(): Promise<void>;
}

/**
 * Opens a browser under a policy, beside a sandbox that knows the redirect URL of its extension.
 *
 * @param policyOf the extension's settings, as the policy has them
 * @param extensionSettings what the browser's own `ExtensionSettings` says of the extension
 */
export async function openManagedBrowser(
  policyOf: (sandbox: Sandbox) => object,
  extensionSettings?: object,
): Promise<ManagedBrowser> {
  const build = managedBuild();
  const redirect = `https://${build.id}.chromiumapp.org/127.0.0.1:{port}`;
  const sandbox = await startSandbox({ redirectUris: [redirect] });
  build.setPolicy(policyOf(sandbox), extensionSettings);
  const browser = await openBrowser({ extension: build.extension });
  browser.context.setDefaultTimeout(15_000);
  const close = async () => {
    await browser.close();
    await sandbox.close();
    build.close();
  };
  return { sandbox, build, browser, close };
}
