import type { SyntaxNode } from '@lezer/common';
import { callOf, type Expr, type Step, thisObject } from '../code/syntax.ts';
import { isExpression, JavaScriptExpressions } from './javascript-expressions.ts';
import { type Grammar, parsed } from './parsed.ts';
import { breaksOff, mistakesIn, type ReadSteps } from './read-steps.ts';

/** JavaScript and TypeScript, by the grammar of `@lezer/javascript`. */
export function stepsOfJavaScript(text: string, parser: Grammar): ReadSteps {
  const of = (dialect: string) => parsed(parser.configure({ dialect }), text);
  const plain = of('ts');
  const withTags = /<\/\w|\/>/.test(text) ? of('ts jsx') : plain;
  const tree = mistakesIn(withTags) < mistakesIn(plain) ? withTags : plain;
  return { steps: new JavaScriptReader(text).block(tree.topNode), isCut: breaksOff(tree, text) };
}

class JavaScriptReader extends JavaScriptExpressions {
  #temporary = 0;

  block(node: SyntaxNode): Step[] {
    return this.steps(node, () => this.parts(node).flatMap((it) => this.#step(it)));
  }

  #step(node: SyntaxNode): Step[] {
    switch (node.name) {
      case 'VariableDeclaration':
        return this.#declarations(node);
      case 'FunctionDeclaration':
        return [{ kind: 'function', fn: this.function(node) }];
      case 'ClassDeclaration':
        return [this.#class(node)];
      case 'ReturnStatement': {
        const value = this.parts(node)[1];
        return [{ kind: 'return', value: value && this.expr(value) }];
      }
      case 'ExpressionStatement':
      case 'ThrowStatement':
        return this.named(node).map((it) => ({ kind: 'do', value: this.expr(it) }));
      case 'IfStatement':
        return this.#branches(node);
      case 'TryStatement':
        return this.parts(node).flatMap((it): Step[] =>
          it.name === 'CatchClause'
            ? [{ kind: 'otherwise', body: this.block(it) }]
            : this.#step(it),
        );
      case 'ImportDeclaration':
        return this.#imports(node);
      case 'ForOfSpec':
      case 'VariableDefinition':
        return [];
      default:
        return isExpression(node)
          ? [{ kind: 'do', value: this.expr(node) }]
          : node.firstChild === null
            ? []
            : this.block(node);
    }
  }

  #branches(node: SyntaxNode): Step[] {
    const steps: Step[] = [];
    let isElse = false;
    for (const it of this.parts(node).slice(1)) {
      if (it.name === 'else') isElse = true;
      else if (isElse) steps.push({ kind: 'otherwise', body: this.#step(it) });
      else steps.push(...this.#step(it));
    }
    return steps;
  }

  #declarations(node: SyntaxNode): Step[] {
    const parts = this.parts(node);
    return parts.flatMap((it, place): Step[] => {
      if (!/Definition$|Pattern$/.test(it.name)) return [];
      const equals = parts.slice(place + 1, place + 3).find(({ name }) => name === 'Equals');
      const value = equals?.nextSibling;
      if (value === null || value === undefined) return [];
      return this.#bind(it, this.expr(value));
    });
  }

  /** Gives names what they are declared to be; of a pattern, each its part. */
  #bind(pattern: SyntaxNode, value: Expr): Step[] {
    if (pattern.name === 'VariableDefinition') {
      return [assignment(this.words(pattern), value)];
    }
    this.#temporary += 1;
    const whole: Expr = { kind: 'name', name: ` part ${this.#temporary}` };
    const members = this.membersIn(pattern);
    return [
      { kind: 'do', value: { kind: 'set', to: whole, value, declares: true } },
      ...[...members].map(([member, name]) =>
        assignment(name, { kind: 'member', of: whole, name: member }),
      ),
    ];
  }

  #imports(node: SyntaxNode): Step[] {
    const from = node.getChild('String');
    if (from === null) return [];
    const module = callOf('require', [this.expr(from)], node.from);
    const group = node.getChild('ImportGroup');
    const whole = this.parts(node).filter(({ name }) => name === 'VariableDefinition');
    const named = group === null ? [] : this.parts(group);
    return [
      ...whole.map((it) => assignment(this.words(it), module)),
      ...named.flatMap((it, place): Step[] => {
        if (it.name !== 'VariableDefinition') return [];
        const isRenamed = named[place - 1]?.name === 'as';
        const original = isRenamed ? named[place - 2] : it;
        const name = this.words(original ?? it);
        return [assignment(this.words(it), { kind: 'member', of: module, name })];
      }),
    ];
  }

  #class(node: SyntaxNode): Step {
    const name = node.getChild('VariableDefinition');
    const body = node.getChild('ClassBody');
    const members = body === null ? [] : this.parts(body);
    return {
      kind: 'type',
      name: name === null ? 'class' : this.words(name),
      body: members.flatMap((it): Step[] => {
        const key = it.getChild('PropertyDefinition');
        if (key === null) return [];
        if (it.name === 'MethodDeclaration') return [{ kind: 'function', fn: this.function(it) }];
        const value = it.getChild('Equals')?.nextSibling;
        const to: Expr = { kind: 'member', of: thisObject, name: this.words(key) };
        return value ? [{ kind: 'do', value: { kind: 'set', to, value: this.expr(value) } }] : [];
      }),
    };
  }
}

function assignment(name: string, value: Expr): Step {
  return {
    kind: 'do',
    value: { kind: 'set', to: { kind: 'name', name }, value, declares: true },
  };
}
