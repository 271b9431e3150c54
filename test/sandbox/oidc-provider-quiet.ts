/**
 * `oidc-provider`, loaded without its warning about Node 20: the sandbox runs on every Node that
 * the project supports, and a test's output should show what matters.
 * https://github.com/panva/node-oidc-provider/blob/main/lib/index.js
 */
const { warn } = console;
console.warn = () => {};
const oidc = await import('oidc-provider');
console.warn = warn;

export const { Provider, errors, interactionPolicy } = oidc;
