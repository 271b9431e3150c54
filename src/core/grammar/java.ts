import type { SyntaxNode } from '@lezer/common';
import { type Expr, type Step, thisObject } from '../code/syntax.ts';
import { withoutEscapes } from '../request/quoted.ts';
import { JavaExpressions } from './java-expressions.ts';
import { type Grammar, parsed } from './parsed.ts';
import { breaksOff, mistakesIn, type ReadSteps } from './read-steps.ts';

/** Java, by the grammar of `@lezer/java`; methods may stand without their class. */
export function stepsOfJava(text: string, parser: Grammar): ReadSteps {
  const whole = parsed(parser, text);
  const asContent = parser.configure({ top: 'ClassContent' });
  const content = mistakesIn(whole) === 0 ? whole : parsed(asContent, text);
  const tree = mistakesIn(content) < mistakesIn(whole) ? content : whole;
  return { steps: new JavaReader(text).block(tree.topNode), isCut: breaksOff(tree, text) };
}

class JavaReader extends JavaExpressions {
  block(node: SyntaxNode): Step[] {
    return this.steps(node, () => this.parts(node).flatMap((it) => this.#step(it)));
  }

  #step(node: SyntaxNode): Step[] {
    switch (node.name) {
      case 'LocalVariableDeclaration':
        return this.#declarations(node, (name) => ({ kind: 'name', name }));
      case 'FieldDeclaration':
        return this.#declarations(node, (name) => ({ kind: 'member', of: thisObject, name }));
      case 'Resource':
        return this.#declarator(node, (name) => ({ kind: 'name', name }));
      case 'MethodDeclaration':
      case 'ConstructorDeclaration':
        return [this.#method(node)];
      case 'ClassDeclaration':
      case 'RecordDeclaration':
      case 'InterfaceDeclaration':
      case 'EnumDeclaration':
        return [this.#class(node)];
      case 'ReturnStatement': {
        const [value] = this.named(node);
        return [{ kind: 'return', value: value && this.expr(value) }];
      }
      case 'ExpressionStatement':
      case 'ThrowStatement':
        return this.named(node).map((it) => ({ kind: 'do', value: this.expr(it) }));
      case 'IfStatement':
        return this.#branches(node);
      case 'CatchClause':
        return [{ kind: 'otherwise', body: this.block(node) }];
      case 'ImportDeclaration':
      case 'PackageDeclaration':
      case 'CatchFormalParameter':
      case 'ForSpec':
      case 'Modifiers':
      case 'SwitchLabel':
      case 'Definition':
        return [];
      default:
        return /Expression$|Invocation$|Literal$|^Identifier$/.test(node.name)
          ? [{ kind: 'do', value: this.expr(node) }]
          : node.firstChild === null
            ? []
            : this.block(node);
    }
  }

  #declarations(node: SyntaxNode, to: (name: string) => Expr): Step[] {
    return node.getChildren('VariableDeclarator').flatMap((it) => this.#declarator(it, to));
  }

  #declarator(node: SyntaxNode, to: (name: string) => Expr): Step[] {
    const name = node.getChild('Definition');
    const value = node.getChild('AssignOp')?.nextSibling;
    if (name === null || !value) return [];
    const declares = true;
    return [
      {
        kind: 'do',
        value: { kind: 'set', to: to(this.words(name)), value: this.expr(value), declares },
      },
    ];
  }

  #method(node: SyntaxNode): Step {
    const name = node.getChild('Definition');
    const body = node.getChild('Block') ?? node.getChild('ConstructorBody');
    return {
      kind: 'function',
      fn: {
        kind: 'function',
        name: name === null ? undefined : this.words(name),
        params: this.params(node.getChild('FormalParameters')),
        body: body === null ? [] : this.block(body),
      },
    };
  }

  #class(node: SyntaxNode): Step {
    const name = node.getChild('Definition');
    const body = this.parts(node).find((it) => /Body$/.test(it.name));
    const fields = body === undefined ? [] : body.getChildren('FieldDeclaration');
    const json = new Map(fields.flatMap((it) => this.#jsonName(it)));
    return {
      kind: 'type',
      name: name === null ? 'class' : this.words(name),
      body: body === undefined ? [] : this.block(body),
      ...(json.size > 0 ? { json } : {}),
    };
  }

  /** `@JsonProperty("flow_id") String flowId` of Jackson, `@SerializedName` of Gson. */
  #jsonName(field: SyntaxNode): [string, string][] {
    const declared = field.getChild('VariableDeclarator')?.getChild('Definition');
    const modifiers = field.getChild('Modifiers');
    const [, json] =
      /@(?:JsonProperty|SerializedName)\s*\(\s*(?:value\s*=\s*)?"([^"]*)"/.exec(
        modifiers === null ? '' : this.words(modifiers),
      ) ?? [];
    return declared && json !== undefined ? [[this.words(declared), withoutEscapes(json)]] : [];
  }

  #branches(node: SyntaxNode): Step[] {
    let isElse = false;
    return this.parts(node).flatMap((it): Step[] => {
      if (it.name === 'else') isElse = true;
      const steps = this.#step(it);
      return isElse ? [{ kind: 'otherwise', body: steps }] : steps;
    });
  }
}
