import { type Evaluated, evaluate } from '../code/evaluate.ts';
import type { Language } from './language.ts';
import type { ReadSteps } from './read-steps.ts';

/** What code comes to, and whether it breaks off within a call, a value or a block. */
export type Code = Evaluated & { readonly isCut: boolean };

/**
 * Reads code in a language: what it calls, and what its names stand for. The grammar is loaded when
 * it is needed; none of the code is ever run.
 */
export async function readCode(language: Language, text: string): Promise<Code> {
  const { steps, isCut } = await stepsOf(language, text);
  return { ...evaluate(steps), isCut };
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
