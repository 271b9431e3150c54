import { startSandbox } from './sandbox.ts';

const usualPort = 8129;

const redirectUris = process.argv.slice(2);
const options = { quiet: false, ...(redirectUris.length > 0 ? { redirectUris } : {}) };
const sandbox = await startSandbox({ ...options, port: usualPort }).catch(() =>
  startSandbox(options),
);

console.log(`Sandbox for Genesys Cloud
  Login and API   ${sandbox.url}
  Sample CRM      ${sandbox.crmUrl}
  Client ID       ${sandbox.clientId}

Users
${Object.values(sandbox.users)
  .map(({ name, email, password }) => `  ${name.padEnd(15)} ${email.padEnd(25)} ${password}`)
  .join('\n')}

Press Ctrl+C to stop.`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void sandbox.close());
}
