import { type Expr, open, type Step } from '../code/syntax.ts';
import { CSharpMembers } from './csharp-members.ts';
import type { ReadSteps } from './read-steps.ts';

/**
 * C# and Apex, which write down requests alike, by a reader of our own: the grammars that exist for
 * C# only tell tokens apart, or know neither statements without a class nor raw strings; for Apex none
 * runs without a runtime of its own. Reads declarations, classes, methods, lambdas, objects with what
 * is put into them, strings of all kinds; of control flow each block is read.
 */
export function stepsOfCSharp(text: string): ReadSteps {
  const reader = new CSharpReader(text);
  return { steps: reader.all(), isCut: reader.isCut };
}

const modifiers =
  /(?:(?:public|private|protected|internal|static|async|override|virtual|abstract|sealed|readonly|const|partial|extern|unsafe|required|global|transient|final|webservice|testMethod|with\s+sharing|without\s+sharing|inherited\s+sharing)\s+)+/iy;

class CSharpReader extends CSharpMembers {
  all(): Step[] {
    const steps: Step[] = [];
    while (this.at < this.text.length) {
      const before = this.at;
      steps.push(...this.#statement(false));
      if (this.at === before) this.at += 1;
    }
    return steps;
  }

  protected override inner(text: string): Expr {
    return new CSharpReader(text, this.depth + 1).expression() ?? open(text);
  }

  protected override body(isClass: boolean): Step[] {
    this.space();
    if (this.take(/\{/y) === undefined) return [];
    const steps: Step[] = [];
    for (;;) {
      this.space();
      if (this.isEnded() || this.take(/\}/y) !== undefined) return steps;
      const before = this.at;
      steps.push(...(this.deeper(() => this.#statement(isClass)) ?? []));
      if (this.at === before) this.at += 1;
    }
  }

  #statement(isClass: boolean): Step[] {
    this.space();
    if (this.take(/[;})]/y) !== undefined) return [];
    if (this.text[this.at] === '{') return this.block();
    const json = this.attributes();
    if (this.#isUsing()) return [];
    this.take(modifiers);
    if (this.take(/namespace\s+[\w.]+\s*;?/y) !== undefined) return [];
    const type = this.take(
      /(?:class|struct|record(?:\s+(?:class|struct))?|interface|trigger)\s+\w+/y,
    );
    if (type !== undefined) return [this.class(/\w+$/.exec(type)?.[0] ?? 'class')];
    if (this.take(/enum\s+\w+[^{]*/y) !== undefined) {
      this.brackets('{', '}');
      return [];
    }
    const keyword = this.take(
      /(?:if|else|for|foreach|while|do|try|catch|finally|switch|lock|fixed|unchecked|return|throw|yield|case|default\s*(?=:)|break|continue|insert|update|upsert|delete)\b/y,
    );
    if (keyword !== undefined) return this.#behind(keyword);
    return this.declaration(isClass, json) ?? this.#expressionStatement();
  }

  /** `using System;` says nothing; `using (var x = …)` and `using var x = …` declare. */
  #isUsing(): boolean {
    const declares = /(?:await\s+)?using\s*(?=\(|var\b|[\w.<>]+\s+\w+\s*=\s)/y;
    if (this.take(declares) === undefined) {
      return this.take(/(?:using|extern\s+alias)\s[^;(){}]*;?/y) !== undefined;
    }
    this.take(/\(/y);
    this.space();
    return false;
  }

  #expressionStatement(): Step[] {
    const value = this.expression();
    this.space();
    this.take(/;/y);
    return value === undefined ? [] : [{ kind: 'do', value }];
  }

  #behind(keyword: string): Step[] {
    this.space();
    switch (keyword) {
      case 'return':
      case 'yield':
        this.take(/return\b/y);
        return [{ kind: 'return', value: this.expression() }];
      case 'if':
      case 'while':
      case 'switch':
      case 'lock':
      case 'fixed': {
        const condition = this.text[this.at] === '(' ? this.args(')') : [];
        const tests = condition.map(({ value }): Step => ({ kind: 'do', value }));
        return [...tests, ...this.#statement(false)];
      }
      case 'else':
        return [{ kind: 'otherwise', body: this.#statement(false) }];
      case 'catch':
        this.brackets('(', ')');
        this.space();
        if (this.take(/when\s*(?=\()/y) !== undefined) this.brackets('(', ')');
        return [{ kind: 'otherwise', body: this.#statement(false) }];
      case 'for':
      case 'foreach':
        this.brackets('(', ')');
        return this.#statement(false);
      case 'case':
        this.take(/[^:\n]*:/y);
        return [];
      case 'throw':
      case 'insert':
      case 'update':
      case 'upsert':
      case 'delete':
        return this.#expressionStatement();
      default:
        this.take(/:/y);
        return [];
    }
  }
}
