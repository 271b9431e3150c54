import { type Argument, type Call, callOf, type Expr, literal, type Step } from '../code/syntax.ts';
import { withoutUnclosed } from './comments.ts';
import { PowerShellExpressions } from './powershell-expressions.ts';
import { bracketEnd, variableName } from './powershell-values.ts';
import type { ReadSteps } from './read-steps.ts';

/**
 * PowerShell, by a reader of our own: no grammar for it is kept that runs in a browser without
 * `eval`. Reads assignments, commands with their parameters and splatting, pipelines, hash tables,
 * strings of all kinds, calls of methods and of types; control flow is read as if each block ran.
 * https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about
 */
export function stepsOfPowerShell(text: string): ReadSteps {
  const plain = withoutUnclosed(text, '<#', '#>').replace(/<#[\s\S]*?#>/g, (it) =>
    it.replace(/[^\n]/g, ' '),
  );
  const reader = new PowerShellReader(plain);
  const steps = reader.steps();
  return { steps, isCut: reader.isCut || endsInCommand(text) };
}

/** Whether the text ends with a word without quotes of a command that sends, which may be longer. */
function endsInCommand(text: string): boolean {
  const last = text.trimEnd().split('\n').at(-1) ?? '';
  if (/\s-$/.test(last)) return true;
  const isCommand = /\b(?:Invoke-\w+|irm|iwr)\b|^\s*-\w/i.test(last);
  const [, word = ''] = /(?:^|\s)([^-$@\s'"][^\s'"]*[\w/.:])$/.exec(last) ?? [];
  return isCommand && word !== '' && !wholeWords.test(word);
}

/** Values that are whole as they are, and nearly always meant so. */
const wholeWords = /^(?:post|application\/json|\d+|\S*\/flows\/executions)$/i;

class PowerShellReader extends PowerShellExpressions {
  steps(): Step[] {
    const steps: Step[] = [];
    while (this.at < this.text.length) {
      const before = this.at;
      this.space(true);
      const step = this.#statement();
      if (step !== undefined) steps.push(...step);
      if (this.at === before) this.at += 1;
    }
    return steps;
  }

  #statement(): Step[] | undefined {
    if (this.take(/[};)]/y) !== undefined) return [];
    const word = this.peek(
      /(?:function|param|if|elseif|else|foreach|for|while|do|try|catch|finally|switch|return|process|begin|end|throw)\b/iy,
    )?.toLowerCase();
    if (word !== undefined) return this.#keyword(word);
    const value = this.pipeline();
    return value && [{ kind: 'do', value }];
  }

  #keyword(word: string): Step[] | undefined {
    this.at += word.length;
    this.space(true);
    switch (word) {
      case 'function':
        return this.#function();
      case 'param': {
        if (this.text[this.at] !== '(') return [];
        const start = this.at;
        this.at = bracketEnd(this.text, start);
        // Presets of parameters are as good as assignments.
        const inner = this.text
          .slice(start + 1, this.at - 1)
          .replace(/\[(?:Parameter|Validate)[^\]]*\]/gi, '');
        return new PowerShellReader(inner.replaceAll(',', ';'), this.depth, start).steps();
      }
      case 'return':
        return [{ kind: 'return', value: this.pipeline() }];
      case 'else':
      case 'elseif':
      case 'catch':
        this.#condition();
        this.take(/\[[\w.]+\](?:\s*,\s*\[[\w.]+\])*/y);
        this.space(true);
        return [{ kind: 'otherwise', body: this.block() }];
      default:
        this.#condition();
        return this.block();
    }
  }

  #condition(): void {
    this.space(true);
    if (this.text[this.at] === '(') this.at = bracketEnd(this.text, this.at);
    this.space(true);
  }

  protected override block(): Step[] {
    if (this.take(/\{/y) === undefined) return [];
    const steps: Step[] = [];
    for (;;) {
      this.space(true);
      if (this.isEnded() || this.take(/\}/y) !== undefined) break;
      const before = this.at;
      steps.push(...(this.deeper(() => this.#statement()) ?? []));
      if (this.at === before) this.at += 1;
    }
    return steps;
  }

  #function(): Step[] {
    const name = this.take(/[\w-]+/y) ?? '';
    this.space(true);
    const params = this.text[this.at] === '(' ? this.#parameterNames() : [];
    this.space(true);
    const start = this.at;
    const body = this.block();
    const inBlock = /^\{\s*(?:\[CmdletBinding[^\]]*\]\s*)?param\s*\(/i.exec(
      this.text.slice(start, this.at),
    );
    if (inBlock !== null) {
      this.#end(() => {
        this.at = start + inBlock[0].length - 1;
        params.push(...this.#parameterNames());
      });
    }
    const fn = {
      kind: 'function' as const,
      name: canonical(name),
      params: params.map((it) => ({ name: variableName(it), shown: it, preset: undefined })),
      body,
    };
    return [{ kind: 'function', fn }];
  }

  #end(read: () => void): void {
    const end = this.at;
    read();
    this.at = end;
  }

  #parameterNames(): string[] {
    const end = bracketEnd(this.text, this.at);
    const inner = this.text.slice(this.at, end);
    this.at = end;
    return [...inner.matchAll(/\$(\w+)/g)].map(([, name = '']) => name);
  }

  /** `value | Command -Parameter …`: each command gets what comes before as its first argument. */
  protected override pipeline(): Expr | undefined {
    let value = this.#assignmentOrCommand();
    while (value !== undefined && this.#afterPipe()) {
      const command = this.#command();
      if (command === undefined) break;
      value = { ...command, args: [{ value }, ...command.args] };
    }
    return value;
  }

  #afterPipe(): boolean {
    const before = this.at;
    this.space(false);
    if (this.take(/\|(?!\|)/y) !== undefined) {
      this.space(true);
      return true;
    }
    // A pipe may also begin the next line.
    this.space(true);
    if (this.take(/\|(?!\|)/y) !== undefined) {
      this.space(true);
      return true;
    }
    this.at = before;
    return false;
  }

  #assignmentOrCommand(): Expr | undefined {
    this.space(true);
    if (this.peek(/[$["'@(\d“‘]/y) === undefined) return this.#command();
    const target = this.expression();
    if (target === undefined) return undefined;
    this.space(false);
    const sign = this.take(/\+?=(?!=)/y);
    if (sign === undefined) return target;
    this.space(true);
    const value = this.pipeline();
    return value && { kind: 'set', to: target, value, adds: sign === '+=' };
  }

  #command(): Call | undefined {
    this.take(/[&.]\s+/y);
    const at = this.at;
    const name = this.take(/[A-Za-z][\w.-]*(?:\\[\w-]+)?/y);
    if (name === undefined) return undefined;
    const args: Argument[] = [];
    for (;;) {
      this.space(false);
      if (this.at >= this.text.length || this.peek(/[\r\n;|})]/y) !== undefined) break;
      const before = this.at;
      const argument = this.#argument();
      if (argument !== undefined) args.push(argument);
      if (this.at === before) this.at += 1;
    }
    return { ...callOf(canonical(name), [], this.offset + at), args };
  }

  #argument(): Argument | undefined {
    const splat = this.take(/@(?=[A-Za-z_]\w*)/y);
    if (splat !== undefined) {
      const name = variableName(this.take(/\w+/y) ?? '');
      return { value: { kind: 'spread', of: { kind: 'name', name } } };
    }
    const parameter = this.take(/-[A-Za-z][\w-]*:?/y);
    if (parameter === undefined) {
      const value = this.listOf(() => this.operand() ?? this.bare());
      return value && { value };
    }
    const name = parameter.slice(1).replace(':', '').toLowerCase();
    this.space(false);
    if (this.at >= this.text.length) return undefined;
    if (this.peek(/-[A-Za-z]|[\r\n;|})]/y) !== undefined) return { name, value: literal(true) };
    const value = this.listOf(() => this.operand() ?? this.bare());
    return value && { name, value };
  }

  protected override stepsIn(text: string): Step[] {
    return new PowerShellReader(text, this.depth + 1).steps();
  }
}

/** Commands have no case, and short names. */
function canonical(name: string): string {
  const known: Readonly<Record<string, string>> = {
    'invoke-restmethod': 'Invoke-RestMethod',
    irm: 'Invoke-RestMethod',
    'invoke-webrequest': 'Invoke-WebRequest',
    iwr: 'Invoke-WebRequest',
    curl: 'Invoke-WebRequest',
    wget: 'Invoke-WebRequest',
    'convertto-json': 'ConvertTo-Json',
    'convertfrom-json': 'ConvertFrom-Json',
    'new-object': 'New-Object',
  };
  const plain = name.toLowerCase().replace(/^.*\\/, '');
  return known[plain] ?? name;
}
