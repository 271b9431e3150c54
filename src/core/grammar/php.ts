import type { SyntaxNode } from '@lezer/common';
import { type Expr, literal, type Step, thisObject } from '../code/syntax.ts';
import { type Grammar, parsed } from './parsed.ts';
import { PhpExpressions } from './php-expressions.ts';
import { breaksOff, type ReadSteps } from './read-steps.ts';

/** PHP, by the grammar of `@lezer/php`; `<?php` may be missing. */
export function stepsOfPhp(text: string, parser: Grammar): ReadSteps {
  const statements = parser.configure({ top: 'Program' });
  const tree = parsed(/<\?(?:php|=)/.test(text) ? parser : statements, text);
  return {
    steps: new PhpReader(text, statements).block(tree.topNode),
    isCut: breaksOff(tree, text),
  };
}

class PhpReader extends PhpExpressions {
  readonly #statements: Grammar;

  constructor(text: string, statements: Grammar) {
    super(text);
    this.#statements = statements;
  }

  protected override within(text: string): Expr {
    const [step] = new PhpReader(text, this.#statements).block(
      parsed(this.#statements, `${text};`).topNode,
    );
    return step?.kind === 'do' ? step.value : literal(text.slice(1, -1));
  }

  block(node: SyntaxNode): Step[] {
    return this.steps(node, () => this.parts(node).flatMap((it) => this.#step(it)));
  }

  #step(node: SyntaxNode): Step[] {
    switch (node.name) {
      case 'FunctionDefinition':
      case 'MethodDeclaration':
        return [{ kind: 'function', fn: this.#function(node) }];
      case 'ClassDeclaration':
      case 'TraitDeclaration': {
        const name = node.getChild('Name');
        const body = node.getChild('DeclarationList');
        return [
          {
            kind: 'type',
            name: name === null ? 'class' : this.words(name),
            body: body === null ? [] : this.block(body),
          },
        ];
      }
      case 'PropertyDeclaration':
        return this.#declarations(node, (name) => ({ kind: 'member', of: thisObject, name }));
      case 'ConstDeclaration': {
        const isInClass = node.parent?.name === 'DeclarationList';
        return this.#declarations(node, (name) =>
          isInClass ? { kind: 'member', of: thisObject, name } : { kind: 'name', name },
        );
      }
      case 'ReturnStatement': {
        const [value] = this.named(node);
        return [{ kind: 'return', value: value && this.expr(value) }];
      }
      case 'ExpressionStatement':
      case 'EchoStatement':
        return this.named(node).map((it) => ({ kind: 'do', value: this.expr(it) }));
      case 'IfStatement':
      case 'TryStatement':
        return this.#branches(node);
      case 'ForeachStatement':
        return node.getChildren('Block').flatMap((it) => this.block(it));
      case 'NamespaceUseDeclaration':
        return this.#uses(node);
      case 'TextInterpolation':
      case 'NamespaceDefinition':
      case 'CatchDeclarator':
      case 'ForSpec':
        return [];
      default:
        return /Expression$|^String$|^VariableName$|^Name$/.test(node.name)
          ? [{ kind: 'do', value: this.expr(node) }]
          : node.firstChild === null
            ? []
            : this.block(node);
    }
  }

  /** A parameter of a constructor that is declared as a property is put there. */
  #function(node: SyntaxNode) {
    const fn = this.function(node);
    const list = node.getChild('ParamList');
    const promoted = list === null ? [] : list.getChildren('PropertyParameter');
    const sets = promoted.flatMap((it): Step[] => {
      const name = it.getChild('VariableName');
      if (name === null) return [];
      const own = this.words(name).slice(1);
      const to: Expr = { kind: 'member', of: thisObject, name: own };
      return [{ kind: 'do', value: { kind: 'set', to, value: { kind: 'name', name: own } } }];
    });
    return { ...fn, body: [...sets, ...fn.body] };
  }

  #declarations(node: SyntaxNode, to: (name: string) => Expr): Step[] {
    return node.getChildren('VariableDeclarator').flatMap((it): Step[] => {
      const name = it.getChild('VariableName') ?? it.getChild('Name');
      const value = it.getChild('AssignOp')?.nextSibling;
      if (name === null || !value) return [];
      const target = to(this.words(name).replace(/^\$/, ''));
      return [{ kind: 'do', value: { kind: 'set', to: target, value: this.expr(value) } }];
    });
  }

  #branches(node: SyntaxNode): Step[] {
    let isSure = true;
    return this.parts(node).flatMap((it): Step[] => {
      if (/^(?:elseif|else|catch)$/.test(it.name)) isSure = false;
      if (it.name === 'finally') isSure = true;
      const steps = this.#step(it);
      return isSure || steps.length === 0 ? steps : [{ kind: 'otherwise', body: steps }];
    });
  }

  /** `use GuzzleHttp\Client as Guzzle;` */
  #uses(node: SyntaxNode): Step[] {
    const words = this.words(node);
    return [...words.matchAll(/([\w\\]+)\s+as\s+(\w+)/g)].map(([, path = '', name = '']) => {
      const own = path.split('\\').at(-1) ?? path;
      return {
        kind: 'do',
        value: { kind: 'set', to: { kind: 'name', name }, value: { kind: 'name', name: own } },
      };
    });
  }
}
