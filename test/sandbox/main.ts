import { extensionRedirect } from './extension-redirect.ts';
import { startSandbox } from './sandbox.ts';

const usualPort = 8129;

/** More redirect URLs for the OAuth client may be given as arguments. */
const options = {
  quiet: false,
  redirectUris: [await extensionRedirect(), ...process.argv.slice(2)],
};
const sandbox = await startSandbox({ ...options, port: usualPort }).catch(() =>
  startSandbox(options),
);

console.log(`Sandbox for Genesys Cloud
  Login and API   ${sandbox.url}
  Sample CRM      ${sandbox.crmUrl}
  Client ID       ${sandbox.clientId}

Users (email, password)
${Object.values(sandbox.users)
  .map(({ name, email, password }) => `  ${name.padEnd(15)} ${email.padEnd(25)} ${password}`)
  .join('\n')}

Press Ctrl+C to stop.`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void sandbox.close());
}
