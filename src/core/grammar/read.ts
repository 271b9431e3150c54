import { type Evaluated, evaluate } from '../code/evaluate.ts';
import { stepsOfCSharp } from './csharp.ts';
import { stepsOfGo } from './go.ts';
import { stepsOfJava } from './java.ts';
import { stepsOfJavaScript } from './javascript.ts';
import type { Language } from './language.ts';
import { stepsOfPhp } from './php.ts';
import { stepsOfPowerShell } from './powershell.ts';
import { stepsOfPython } from './python.ts';
import type { ReadSteps } from './read-steps.ts';

/** What code comes to, and whether it breaks off within a call, a value or a block. */
export type Code = Evaluated & { readonly isCut: boolean };

/** Longer than any code that a person pastes, in characters. */
const longestCode = 50_000;

/** More brackets within each other than code has. */
const deepestCode = 300;

/** More signs of operators in a row than code has; a grammar goes back over all of them for each. */
const manySigns = /(?:[-+*&!~:<]\s{0,3}){200}/;

/**
 * Reads code in a language: what it calls, and what its names stand for. The grammar is loaded when
 * it is needed; none of the code is ever run. Grammars take minutes for text that is no code: what is longer or deeper
 * than code is read up to there.
 */
export async function readCode(language: Language, text: string): Promise<Code> {
  const code = likeCode(text);
  const { steps, isCut } = await stepsOf(language, code).catch(noSteps);
  return { ...evaluate(steps), isCut: isCut || code.length < text.length };
}

/** The beginning of a text that is no longer and no deeper than code, and no row of signs. */
function likeCode(text: string): string {
  const whole = text.slice(0, longestCode);
  const part = whole.slice(0, manySigns.exec(whole)?.index);
  let depth = 0;
  for (const { index, 0: bracket } of part.matchAll(/[()[\]{}]/g)) {
    depth = '([{'.includes(bracket) ? depth + 1 : Math.max(0, depth - 1);
    if (depth > deepestCode) return part.slice(0, index);
  }
  return part;
}

/** A grammar goes down with what it reads, and too deep the stack ends. */
function noSteps(error: unknown): ReadSteps {
  if (error instanceof RangeError) return { steps: [], isCut: true };
  throw error;
}

async function stepsOf(language: Language, text: string): Promise<ReadSteps> {
  switch (language) {
    case 'javascript': {
      const { parser } = await import('@lezer/javascript');
      return stepsOfJavaScript(text, parser);
    }
    case 'python': {
      const { parser } = await import('@lezer/python');
      return stepsOfPython(text, parser);
    }
    case 'java': {
      const { parser } = await import('@lezer/java');
      return stepsOfJava(text, parser);
    }
    case 'go': {
      const { parser } = await import('@lezer/go');
      return stepsOfGo(text, parser);
    }
    case 'php': {
      const { parser } = await import('@lezer/php');
      return stepsOfPhp(text, parser);
    }
    case 'csharp':
    case 'apex':
      return stepsOfCSharp(text);
    case 'powershell':
      return stepsOfPowerShell(text);
  }
}
