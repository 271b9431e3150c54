import type { SyntaxNode } from '@lezer/common';
import { callOf, type Expr, literal, type Step, thisObject } from '../code/syntax.ts';
import { GoExpressions } from './go-expressions.ts';
import { type Grammar, parsed } from './parsed.ts';
import { breaksOff, type ReadSteps } from './read-steps.ts';

/** Go, by the grammar of `@lezer/go`; statements may stand without their function. */
export function stepsOfGo(text: string, parser: Grammar): ReadSteps {
  const tree = parsed(parser, text);
  return { steps: new GoReader(text, parser).block(tree.topNode), isCut: breaksOff(tree, text) };
}

class GoReader extends GoExpressions {
  readonly #parser: Grammar;

  constructor(text: string, parser: Grammar) {
    super(text);
    this.#parser = parser;
  }

  protected override alone(text: string): Expr {
    const [step] = new GoReader(text, this.#parser).block(parsed(this.#parser, text).topNode);
    return step?.kind === 'do' ? step.value : literal(text);
  }

  block(node: SyntaxNode): Step[] {
    return this.steps(node, () => this.parts(node).flatMap((it) => this.#step(it)));
  }

  #step(node: SyntaxNode): Step[] {
    switch (node.name) {
      case 'VarDecl':
      case 'ConstDecl': {
        const list = node.getChild('SpecList') ?? node;
        const specs = [...list.getChildren('VarSpec'), ...list.getChildren('ConstSpec')];
        return (specs.length > 0 ? specs : [node]).flatMap((it) => this.#assignment(it, true));
      }
      case 'Assignment':
        return this.#assignment(node, false);
      case 'FunctionDecl':
        return [{ kind: 'function', fn: this.function(node) }];
      case 'MethodDecl':
        return [this.#method(node)];
      case 'TypeDecl':
        return this.#types(node);
      case 'ReturnStatement': {
        const [value] = this.named(node);
        return [{ kind: 'return', value: value && this.expr(value) }];
      }
      case 'ExprStatement':
      case 'GoStatement':
      case 'DeferStatement':
        return this.named(node).map((it) => ({ kind: 'do', value: this.expr(it) }));
      case 'IfStatement':
        return this.#branches(node);
      case 'ImportDecl':
        return this.#imports(node);
      case 'PackageClause':
      case 'RangeClause':
      case 'IncDecStatement':
      case 'Case':
      case 'DefName':
        return [];
      default:
        return /Expr$|Exp$|Literal$|^String$|^VariableName$/.test(node.name)
          ? [{ kind: 'do', value: this.expr(node) }]
          : node.firstChild === null
            ? []
            : this.block(node);
    }
  }

  /** `a, err := f()` gives the first name what is called; `var a T` an empty T. */
  #assignment(node: SyntaxNode, declares: boolean): Step[] {
    const parts = this.parts(node);
    const sign = parts.findIndex((it) => /^(?::=|=|UpdateOp)$/.test(it.name));
    const isValue = (it: SyntaxNode) => /^[A-Z]/.test(it.name);
    const targets = (sign < 0 ? parts : parts.slice(0, sign)).filter(isValue);
    const values = sign < 0 ? [] : parts.slice(sign + 1).filter(isValue);
    const [target, type] = targets;
    if (target === undefined) return [];
    if (sign < 0) {
      return type === undefined || !/Type$|^TypeName$/.test(type.name)
        ? []
        : [set(this.#target(target), this.zero(type), true)];
    }
    const named = targets.filter(({ name }) => !/Type$|^TypeName$/.test(name));
    const adds = this.words(parts[sign] ?? target) === '+=';
    return values.flatMap((value, place): Step[] => {
      const to = named[place];
      return to === undefined || this.words(to) === '_'
        ? [{ kind: 'do', value: this.expr(value) }]
        : [set(this.#target(to), this.expr(value), declares, adds)];
    });
  }

  #target(node: SyntaxNode): Expr {
    return node.name === 'DefName' ? { kind: 'name', name: this.words(node) } : this.expr(node);
  }

  /** A method belongs to the type of its receiver, which is `this` under a name of its own. */
  #method(node: SyntaxNode): Step {
    const fn = this.function(node);
    const receiver = node.getChild('Parameters')?.getChild('Parameter');
    const name = receiver?.getChild('DefName');
    const words = receiver === null || receiver === undefined ? '' : this.words(receiver);
    const type = /(\w+)\s*(?:\[[^\]]*\])?\s*$/.exec(words)?.[1] ?? 'type';
    const self: Step[] = name ? [set(this.#target(name), thisObject, true)] : [];
    return {
      kind: 'type',
      name: type,
      body: [{ kind: 'function', fn: { ...fn, body: [...self, ...fn.body] } }],
    };
  }

  #types(node: SyntaxNode): Step[] {
    const list = node.getChild('SpecList') ?? node;
    return list.getChildren('TypeSpec').flatMap((it): Step[] => {
      const name = it.getChild('DefName');
      const struct = it.getChild('StructType');
      if (name === null || struct === null) return [];
      return [{ kind: 'type', name: this.words(name), body: [], json: this.jsonNames(struct) }];
    });
  }

  #branches(node: SyntaxNode): Step[] {
    let isElse = false;
    return this.parts(node).flatMap((it): Step[] => {
      if (it.name === 'else') isElse = true;
      const steps = this.#step(it);
      return isElse ? [{ kind: 'otherwise', body: steps }] : steps;
    });
  }

  /** A package under another name: `h "net/http"`. */
  #imports(node: SyntaxNode): Step[] {
    const list = node.getChild('SpecList') ?? node;
    return list.getChildren('ImportSpec').flatMap((it): Step[] => {
      const name = it.getChild('DefName');
      const from = it.getChild('String');
      if (name === null || from === null) return [];
      const path = this.words(from).slice(1, -1).split('/').at(-1) ?? '';
      return [set(this.#target(name), callOf('require', [literal(path)], it.from), true)];
    });
  }
}

function set(to: Expr, value: Expr, declares: boolean, adds = false): Step {
  return { kind: 'do', value: { kind: 'set', to, value, declares, adds } };
}
