/** What had to be put right to read a text as JSON. */
export type Repair =
  | 'quotes'
  | 'comma'
  | 'comment'
  | 'bare-word'
  /** A place left open where a value belongs; whether it is JSON depends on what is put there. */
  | 'placeholder'
  | 'template'
  | 'truncated'
  /** A line that breaks within a text: a mistake, unless what showed the text broke it. */
  | 'line-break'
  /** An invisible space: https://www.unicode.org/charts/PDF/U2000.pdf */
  | 'hidden-space'
  | 'trailing-text'
  | 'duplicate-key';

/** A name and what follows it: `process.env.TOKEN`, `String(id)`. */
export const word =
  /[\p{L}_$][\p{L}\p{N}_$]*(?:\??\.[\p{L}_$][\p{L}\p{N}_$]*)*(?:\([^()\n]{0,200}\))*/uy;
export const number =
  /[-+]?(?:0x[\da-f]+|(?:\d[\d_]*(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?)(?![\p{L}\p{N}_])/iuy;
/** What is hardly anything but a text without its quotes: an id, an address for mail. */
export const plainValue =
  /[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}(?![\w-])|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})+/iy;
export const space = /\s+/y;
/** Line breaks as a program writes them, where its quotes leave them as they are. */
export const writtenSpace = /(?:\\[nrt])+/y;
export const hiddenSpace = /[\u200b-\u200f\u2060]+/y;
/** People point at a line with an arrow. */
export const comment = /(?:\/\/|<-{1,3} |← ?)[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|#[^\n]*/y;
/**
 * `{{name}}`, `${name}`, `<name>`, `%name%`, `@{name}`: a place left open in a template. Those with a
 * call around them are of Velocity: `$esc.jsonString(${input.x})`. An ellipsis stands for what was left out.
 */
export const placeholder =
  /\{\{[^{}\n]*\}\}|\$esc\.\w+\([^\n]*?\)(?=\s*[,}\]\n])|\$!?\{[^{}\n]*\}|@\{[^{}\n]*\}|\$!?[a-z][\w.]*|<[\w .-]+>|%[\w-]*%|%[sd]|…|\.{3}(?![\w$([{])/iy;

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
