import { type Evaluated, evaluate } from '../code/evaluate.ts';
import type { Language } from './language.ts';
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
      const { stepsOfJavaScript } = await import('./javascript.ts');
      return stepsOfJavaScript(text);
    }
    case 'python': {
      const { stepsOfPython } = await import('./python.ts');
      return stepsOfPython(text);
    }
    case 'java': {
      const { stepsOfJava } = await import('./java.ts');
      return stepsOfJava(text);
    }
    case 'go': {
      const { stepsOfGo } = await import('./go.ts');
      return stepsOfGo(text);
    }
    case 'php': {
      const { stepsOfPhp } = await import('./php.ts');
      return stepsOfPhp(text);
    }
    case 'csharp':
    case 'apex': {
      const { stepsOfCSharp } = await import('./csharp.ts');
      return stepsOfCSharp(text);
    }
    case 'powershell': {
      const { stepsOfPowerShell } = await import('./powershell.ts');
      return stepsOfPowerShell(text);
    }
  }
}
