import type { SyntaxNode } from '@lezer/common';
import { callOf, type Expr, type Step, thisObject } from '../code/syntax.ts';
import { type Grammar, parsed } from './parsed.ts';
import { PythonExpressions } from './python-expressions.ts';
import { breaksOff, type ReadSteps } from './read-steps.ts';

/** Python, by the grammar of `@lezer/python`. */
export function stepsOfPython(text: string, parser: Grammar): ReadSteps {
  const plain = withoutPrompts(text);
  const tree = parsed(parser, plain);
  return { steps: new PythonReader(plain).block(tree.topNode), isCut: breaksOff(tree, plain) };
}

/** Without the `>>>` and `...` that the interpreter prints before each line. */
function withoutPrompts(text: string): string {
  if (!/^[ \t]*>>> /m.test(text)) return text;
  return text.replace(/^[ \t]*(?:>>>|\.\.\.) ?/gm, '');
}

class PythonReader extends PythonExpressions {
  #temporary = 0;

  block(node: SyntaxNode): Step[] {
    return this.steps(node, () => this.parts(node).flatMap((it) => this.#step(it)));
  }

  #step(node: SyntaxNode): Step[] {
    switch (node.name) {
      case 'AssignStatement':
        return this.#assignment(node);
      case 'UpdateStatement': {
        const [to] = this.parts(node);
        const value = this.parts(node).at(-1);
        if (to === undefined || value === undefined) return [];
        const adds = true;
        return [
          { kind: 'do', value: { kind: 'set', to: this.expr(to), value: this.expr(value), adds } },
        ];
      }
      case 'FunctionDefinition':
        return [{ kind: 'function', fn: this.function(node) }];
      case 'ClassDefinition':
        return [this.#class(node)];
      case 'ReturnStatement': {
        const value = this.parts(node)[1];
        return [{ kind: 'return', value: value && this.expr(value) }];
      }
      case 'ExpressionStatement':
      case 'RaiseStatement':
      case 'YieldStatement':
        return this.named(node).map((it) => ({ kind: 'do', value: this.expr(it) }));
      case 'ImportStatement':
        return this.#imports(node);
      case 'IfStatement':
      case 'TryStatement':
      case 'MatchStatement':
        return this.#branches(node);
      case 'WithStatement':
      case 'ForStatement':
      case 'WhileStatement':
        return this.#withBody(node);
      case 'AssertStatement':
      case 'DeleteStatement':
      case 'ScopeStatement':
      case 'PassStatement':
      case 'Decorator':
        return [];
      default:
        return this.isValue(node) && !/Statement|Group|Body|Clause/.test(node.name)
          ? [{ kind: 'do', value: this.expr(node) }]
          : node.firstChild === null
            ? []
            : this.block(node);
    }
  }

  /** `a = b = 1`, `a, b = 1, 2`, `a: str = "x"`. */
  #assignment(node: SyntaxNode): Step[] {
    const groups: SyntaxNode[][] = [[]];
    for (const it of this.parts(node)) {
      if (it.name === 'AssignOp') groups.push([]);
      else if (this.isValue(it)) groups.at(-1)?.push(it);
    }
    const values = groups.pop() ?? [];
    if (groups.length === 0 || values.length === 0) return [];
    return groups.flatMap((targets) => this.#given(targets, values));
  }

  #given(targets: readonly SyntaxNode[], values: readonly SyntaxNode[]): Step[] {
    const [target, ...more] = targets;
    const [value] = values;
    if (target === undefined || value === undefined) return [];
    if (more.length === 0) {
      const whole: Expr =
        values.length === 1
          ? this.expr(value)
          : { kind: 'list', items: values.map((it) => this.expr(it)) };
      return [set(this.expr(target), whole)];
    }
    if (values.length === targets.length) {
      return targets.map((it, place) => set(this.expr(it), this.expr(values[place] ?? value)));
    }
    this.#temporary += 1;
    const whole: Expr = { kind: 'name', name: ` part ${this.#temporary}` };
    return [
      set(whole, this.expr(value)),
      ...targets.map((it, place) =>
        set(this.expr(it), { kind: 'index', of: whole, key: { kind: 'value', value: place } }),
      ),
    ];
  }

  /** The first branch counts; what is done after an error changes nothing. */
  #branches(node: SyntaxNode): Step[] {
    let branch = '';
    return this.parts(node).flatMap((it): Step[] => {
      if (/^(?:if|elif|else|try|except|finally)$/.test(it.name)) branch = it.name;
      if (it.name === 'MatchBody') return this.block(it);
      if (it.name !== 'Body') return this.isValue(it) && branch !== 'except' ? this.#step(it) : [];
      const isSure = /^(?:if|try|finally)$/.test(branch) || branch === '';
      const isAfterTry = branch === 'else' && node.name === 'TryStatement';
      return isSure || isAfterTry ? this.block(it) : [{ kind: 'otherwise', body: this.block(it) }];
    });
  }

  /** `with x as y:` gives y what x is; loops are followed once. */
  #withBody(node: SyntaxNode): Step[] {
    const parts = this.parts(node);
    return parts.flatMap((it, place): Step[] => {
      if (it.name === 'Body') return this.block(it);
      const before = parts[place - 1]?.name;
      if (!this.isValue(it) || before === 'as' || before === 'for') return [];
      const name = parts[place + 1]?.name === 'as' ? parts[place + 2] : undefined;
      const value = this.expr(it);
      return [name === undefined ? { kind: 'do', value } : set(this.expr(name), value)];
    });
  }

  #imports(node: SyntaxNode): Step[] {
    const words = this.words(node).replace(/[()\\\n]/g, ' ');
    const [, module, names] = /^from\s+([\w.]+)\s+import\s+(.*)$/s.exec(words) ?? [];
    const [, whole] = /^import\s+(.*)$/s.exec(words) ?? [];
    return (names ?? whole ?? '').split(',').flatMap((it): Step[] => {
      const [, path = '', as] = /^\s*([\w.]+)(?:\s+as\s+(\w+))?\s*$/.exec(it) ?? [];
      const from = module === undefined ? path : `${module}.${path}`;
      const name = as ?? (module === undefined ? undefined : path);
      if (path === '' || name === undefined) return [];
      const value = callOf('require', [{ kind: 'value', value: from }], node.from);
      return [set({ kind: 'name', name }, value)];
    });
  }

  #class(node: SyntaxNode): Step {
    const name = node.getChild('VariableName');
    const body = node.getChild('Body');
    const steps = body === null ? [] : this.block(body);
    return {
      kind: 'type',
      name: name === null ? 'class' : this.words(name),
      body: steps.map((step): Step => {
        if (step.kind !== 'do' || step.value.kind !== 'set') return step;
        const { to, value } = step.value;
        return to.kind === 'name'
          ? set({ kind: 'member', of: thisObject, name: to.name }, value)
          : step;
      }),
    };
  }
}

/** A name that a function gives a value is its own. */
function set(to: Expr, value: Expr): Step {
  return { kind: 'do', value: { kind: 'set', to, value, declares: true } };
}
