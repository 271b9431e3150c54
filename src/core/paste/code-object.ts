import { isObject } from '../base/json.ts';
import { fieldLike } from '../doctor/keys.ts';
import { readLiteral } from '../request/literal.ts';

/** Whether a text is an object with a field for the flow's ID. */
export function namesFlow(text: string): boolean {
  const value = objectOf(text);
  return value !== undefined && Object.keys(value).some((it) => fieldLike(it) === 'flowId');
}

/**
 * The body that code writes as an object, in a language for which Kickoff has no grammar: the object that names the
 * flow, else the one that the code calls a body. As JSON; undefined where there is none.
 */
export function bodyObjectIn(code: string): string | undefined {
  const plain = withBraces(code);
  const flow = /["':]?\bflow_?id["']?\s*(?::|=>|=)(?!\s*(?:String|str|UUID)\b)/i.exec(plain);
  const start = flow === null ? undefined : openBefore(plain, flow.index);
  const ofFlow = start === undefined ? undefined : objectAt(plain, start);
  if (ofFlow !== undefined && namesFlow(ofFlow)) return ofFlow;
  const named =
    /\b(?:request_?)?(?:payload|body|data|json)\b["']?(?:\s*:\s*[\w<>, ]{1,60})?\s*(?:[:=]|!\()\s*(?=\{)/i.exec(
      plain,
    );
  return named === null ? undefined : objectAt(plain, named.index + named[0].length);
}

function objectOf(text: string): Record<string, unknown> | undefined {
  const read = readLiteral(text);
  return read.ok && isObject(read.value.value) ? read.value.value : undefined;
}

/** The object that begins at `start`, as JSON: the language's own commas and quotes are no mistake. */
function objectAt(code: string, start: number): string | undefined {
  const object = objectOf(asObject(code.slice(start, closing(code, start))));
  return object === undefined ? undefined : JSON.stringify(object);
}

/** A text, a bracket, the beginning of a table, the sign between a name and its value. */
const token =
  /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|(?:\b(?:(?:mutable|linked|hash)?mapOf|Map|list|FlowExecutionLaunchRequest)\s{0,3}\(|%(?=\{))|[()]|(?<=["'\w]\s{0,3})(?:\bto\b|->)/gi;

/** The same code with the tables of Kotlin, Scala, R and Elixir written as `{ name: value }`. */
function withBraces(code: string): string {
  const tables: boolean[] = [];
  return withBuilders(withoutTypes(code)).replace(token, (sign) => {
    if (/^["']/.test(sign)) return sign;
    if (sign === '%') return '';
    if (sign === ')') return tables.pop() === true ? '}' : sign;
    if (sign.endsWith('(')) {
      tables.push(sign !== '(');
      return sign === '(' ? sign : '{';
    }
    return tables.at(-1) === true ? ':' : sign;
  });
}

/** The same code without Swift's `JSON("b")` and with `"a" .= ("b" :: Text)` of Haskell as `"a": "b"`. */
function withoutTypes(code: string): string {
  return code
    .replace(/\bJSON\(("[^"\n]*"|\w+)\)/g, '$1')
    .replace(/\(("[^"\n]*"|\w+) :: \w+\)/g, '$1')
    .replace(/("[^"\n]*") \.= /g, '$1: ')
    .replace(/\bobject(?= \[)/g, '');
}

const builder = /\bbuildJsonObject\s*(?=\{)|\bJSONObject\(\)\s*\.apply\s*(?=\{)/g;
const puts = /"(?:[^"\\\n]|\\.)*"|\bputJsonObject\s*\(|\bput\s*\(|[(),]/g;

/**
 * The same code with the objects that Kotlin builds in blocks written as tables: `put("a", x)` becomes `"a": x,`.
 * https://kotlinlang.org/api/kotlinx.serialization/kotlinx-serialization-json/
 */
function withBuilders(code: string): string {
  if (code.search(builder) < 0) return code;
  const open: ('other' | 'name' | 'key' | 'value')[] = [];
  return code.replace(builder, '').replace(puts, (sign) => {
    const last = open.at(-1);
    if (sign.startsWith('"')) return sign;
    if (sign.endsWith('(')) {
      open.push(sign === '(' ? 'other' : sign.startsWith('putJsonObject') ? 'name' : 'key');
      return sign === '(' ? sign : '';
    }
    if (sign === ')') {
      const closed = open.pop();
      return closed === 'name' ? ':' : closed === 'value' ? ',' : sign;
    }
    if (last !== 'key') return sign;
    open[open.length - 1] = 'value';
    return ':';
  });
}

/** Where the nearest bracket stands that is open at a place; undefined where it is round or there is none. */
function openBefore(code: string, at: number): number | undefined {
  let closed = 0;
  for (let place = at - 1; place >= 0 && at - place < 2_000; place -= 1) {
    const sign = code[place] ?? '';
    if ('}])'.includes(sign)) closed += 1;
    if ('{[('.includes(sign)) closed -= 1;
    if (closed < 0) return sign === '(' ? undefined : place;
  }
  return undefined;
}

/** The index behind the bracket that closes the one at `start`; the code's length where none does. */
function closing(code: string, start: number): number {
  let open = 0;
  for (const { 0: sign, index } of code
    .slice(start)
    .matchAll(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|[{}[\]]/g)) {
    if (sign === '{' || sign === '[') open += 1;
    if (sign === '}' || sign === ']') open -= 1;
    if (open === 0 && sign.length === 1) return start + index + 1;
  }
  return code.length;
}

/** The same text with lists that have names written as objects, and Ruby's `:flowId => x` as `flowId => x`. */
function asObject(text: string): string {
  const marks: boolean[] = [];
  return text.replace(
    /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|[[\]]|:(?=\w+\s*=>)/g,
    (sign, at: number) => {
      if (sign === '[') {
        const isObject = /^\[\s*(?:"[^"\n]*"|'[^'\n]*'|\w+)\s*:(?!:)/.test(
          text.slice(at, at + 300),
        );
        marks.push(isObject);
        return isObject ? '{' : sign;
      }
      if (sign === ']') return marks.pop() === true ? '}' : sign;
      return sign === ':' ? '' : sign;
    },
  );
}
