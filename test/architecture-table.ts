/**
 * Who may import whom. Every arrow between the layers is a word in this table; `public` stands for
 * the message catalogue, of which only the type is read.
 */
export const mayImport: Record<string, readonly string[]> = {
  core: [
    'zod',
    '@cfworker/json-schema',
    'libphonenumber-js',
    'css-selector-parser',
    'fast-plist',
    'jsonc-parser',
    'js-yaml',
    'har-format',
    '@lezer/common',
    '@lezer/javascript',
    '@lezer/python',
    '@lezer/java',
    '@lezer/go',
    '@lezer/php',
    'public',
  ],
  platform: ['core'],
  launcher: ['core', 'platform'],
  content: ['core'],
  ui: ['core', 'react'],
  worker: ['core', 'platform', 'content', 'oauth4webapi'],
  popup: ['core', 'platform', 'launcher', 'content', 'ui', 'react'],
  sidepanel: ['core', 'platform', 'launcher', 'content', 'ui', 'react'],
  options: ['core', 'platform', 'launcher', 'content', 'ui', 'react'],
  checker: ['core', 'ui', 'react', 'public'],
};

/** The rooms of core, on their floors: a room imports only rooms of earlier floors. */
export const floors: readonly (readonly string[])[] = [
  ['base'],
  ['pattern'],
  ['settings', 'number', 'selector'],
  ['session', 'page', 'flow'],
  ['conversation', 'lookup'],
  ['form'],
  ['launch', 'policy'],
  ['provision'],
  ['request', 'copy'],
  ['code', 'shell', 'export', 'doctor'],
  ['grammar'],
  ['paste'],
  ['diagnosis'],
  ['view'],
  ['step'],
];

/** What lies in each folder of `src`, for docs/rooms.md. */
export const purposes: Record<string, string> = {
  'core/base':
    'what every room needs: failures, findings, HTTP, text, schemas, environments, redaction',
  'core/pattern':
    'regular expressions of other people, run in a time that grows with the text only',
  'core/settings':
    'the settings document, policy, import and comparison, site rules, and their forms',
  'core/policy':
    'policies in all their forms: read, checked for contradictions, written, and what agents will see',
  'core/provision': 'the OAuth client and the roles in Genesys Cloud, as code',
  'core/session': 'signing in, who is signed in and what they may do, the check of a connection',
  'core/number':
    'telephone numbers in text: how they are written, what stands beside them, what only looks like one',
  'core/selector': 'selectors for an element that a person picked: the shortest that lasts',
  'core/page': 'from the snapshot of a page to its fields: numbers, names, emails, ids',
  'core/flow': 'flows, the list of them and its search, flow addresses',
  'core/conversation':
    'the agent’s conversations in Genesys Cloud: reading them, who the customer is, page or conversation',
  'core/lookup': 'what is looked up on demand: external contacts, rows of data tables',
  'core/form': 'a draft of a launch: inputs, their schema, mapping from a page, checks',
  'core/launch':
    'the record of a launch and what can happen to it: request, answer, execution, history',
  'core/copy': 'a request in the languages that people use, to be copied',
  'core/request': 'requests and answers as they were shown, and almost-JSON',
  'core/code': 'what code calls and which requests that makes, in whatever language',
  'core/grammar': 'languages: from their texts to what core/code follows, each loaded for itself',
  'core/shell': 'reading commands: curl, wget, HTTPie, gc',
  'core/export': 'reading what tools export: Postman, HAR, n8n and others; answers as JSON',
  'core/paste': 'taking a pasted text apart into requests, answers and executions',
  'core/doctor': 'what is wrong with a request, before or without an answer',
  'core/diagnosis': 'why a launch was refused or failed, preflight, support bundle',
  'core/view': 'what a view draws, what can happen to it, what it can ask of the worker',
  'core/step':
    'what becomes of a view when something happens to it, up to the launch that it sends',
  platform: 'one browser power a file',
  'platform/store': 'everything that is kept, and how',
  'platform/keys':
    'what is kept, in files by owner: each thing with its area, name, schema and when it goes',
  launcher: 'what the popup and the side panel share: state, and the effects that it asks for',
  content: 'what runs inside a page: reads, decides nothing',
  'content/choosing': 'a person chooses an element in a page, and its selectors are tried there',
  worker: 'the service worker, one job a file',
  'worker/session':
    'signing in and out, renewing, what the person may do, the check of a connection, connections that are gone',
  'ui/kit': 'buttons, fields, notices: what all views are made of',
  'ui/form': 'the form of a flow',
  'ui/customer': 'whom a form is about: the conversation in hand, beside what the page says',
  'ui/picker': 'choosing a flow',
  'ui/result': 'what became of a launch',
  'ui/history': 'the list of launches',
  'ui/set-up': 'a first connection, and signing in',
  'ui/shell': 'the launcher as a whole: header, keys, steps',
  'ui/checker': 'the checker of pasted requests and answers',
  checker: 'the checker as a web page of its own, without the extension',
  popup: 'the popup’s page',
  sidepanel: 'the side panel’s page',
  options: 'the options page and its smaller sections',
  'options/fields': 'fields and sections that all options share',
  'options/connections': 'connections: editing, signing in, checking',
  'options/flows': 'the flows of a connection',
  'options/sites': 'site rules: editing, picker, preview',
  'options/rollout':
    'for administrators: settings as a policy, a policy in words, the OAuth client as code',
  'options/data': 'export, import, and what could not be read',
};

/** Imports of which only types may cross, because the code would follow into the wrong place. */
export const typesOnly: ReadonlySet<string> = new Set([
  'content → core',
  'core → har-format',
  'core → public',
]);

/** How many folders deep the files of a layer lie; all others lie in the layer's own folder. */
export const rooms: Record<string, 'always' | 'some'> = {
  core: 'always',
  ui: 'always',
  platform: 'some',
  content: 'some',
  options: 'some',
  worker: 'some',
};
