/** What had to be put right to read a text as JSON. */
export type Repair =
  | 'quotes'
  | 'comma'
  | 'comment'
  | 'bare-word'
  | 'truncated'
  | 'trailing-text'
  | 'duplicate-key';

/** A name and what follows it: `process.env.TOKEN`, `String(id)`, `items[0]`. */
export const word = /[\p{L}_$][\p{L}\p{N}_$]*(?:\??\.[\p{L}_$][\p{L}\p{N}_$]*)*/uy;
export const number =
  /[-+]?(?:0x[\da-f]+|(?:\d[\d_]*\.?\d*|\.\d+)(?:e[-+]?\d+)?)(?![\p{L}\p{N}_])/iuy;
export const space = /(?:\s|\u00a0|\ufeff)+/y;
export const comment = /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|#[^\n]*/y;
/** `{{name}}`, `${name}`, `<name>`, `%name%`: a place left open in a template. */
export const placeholder = /\{\{[^{}\n]*\}\}|\$\{[^{}\n]*\}|<[\w .-]+>|%[\w-]*%|%[sd]/y;

export const constants: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['true', true],
  ['false', false],
  ['null', null],
  ['True', true],
  ['False', false],
  ['None', null],
  ['undefined', null],
  ['NaN', null],
]);
export const jsonConstants = new Set(['true', 'false', 'null']);

/** Calls that give back their argument in another shape. */
export const transparentCalls = new Set([
  'JSON.stringify',
  'json.dumps',
  'Headers',
  'String',
  'Object',
]);
