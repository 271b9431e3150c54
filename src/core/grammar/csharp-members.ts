import { type Expr, type Param, type Step, thisObject } from '../code/syntax.ts';
import { CSharpCreation } from './csharp-creation.ts';

const notTypes =
  /^(?:return|throw|await|new|else|in|is|as|out|yield|case|goto|using|namespace|if|while|for|foreach|switch|lock|try|catch|finally|do|break|continue|delete|insert|update|upsert)$/;

/** A parameter, and what JSON calls it where it is a property of a record. */
interface Parameter extends Param {
  readonly json: string | undefined;
}

/** Variables, fields, properties, methods and classes of C# and Apex. */
export abstract class CSharpMembers extends CSharpCreation {
  #className = '';
  /** What JSON calls the properties of the class that is being read. */
  #json = new Map<string, string>();

  protected abstract body(isClass: boolean): Step[];

  protected override block(): Step[] {
    return this.body(false);
  }

  /** `[JsonProperty("flowId")]` says what JSON calls the next property; all others say nothing. */
  protected attributes(): string | undefined {
    let json: string | undefined;
    for (;;) {
      const attribute = this.take(oneAttribute) ?? this.take(/@[A-Za-z]\w*(?:\([^)]*\))?\s+/y);
      if (attribute === undefined) return json;
      json ??= jsonNameIn(attribute);
      this.space();
    }
  }

  /** A class or a record, behind its name. */
  protected class(name: string): Step {
    const [before, names] = [this.#className, this.#json];
    this.#className = name;
    this.#json = new Map();
    this.generics();
    this.space();
    const properties = parametersIn(this.brackets('(', ')'));
    for (const { name: own, json } of properties) if (json !== undefined) this.#json.set(own, json);
    this.take(/[^{;]*/y);
    const body = [...constructorOf(name, properties), ...this.body(true)];
    const json = this.#json;
    this.#className = before;
    this.#json = names;
    return { kind: 'type', name, body, ...(json.size > 0 ? { json } : {}) };
  }

  /** A variable, field, property, method or constructor; `undefined` where something else stands. */
  protected declaration(isClass: boolean, json: string | undefined): Step[] | undefined {
    const before = this.at;
    const name = this.peek(/[A-Za-z_]\w*(?=\s*\()/y);
    if (isClass && name !== undefined && name === this.#className) {
      this.at += name.length;
      return [this.#method(name)];
    }
    const type = this.type();
    this.space();
    const own =
      type === undefined || notTypes.test(type)
        ? undefined
        : this.take(/[A-Za-z_]\w*(?=\s*(?:=(?!=)|[;,({<]|$))/y);
    if (type === undefined || own === undefined || notTypes.test(own)) {
      this.at = before;
      return undefined;
    }
    this.take(/<[\w\s,]*>(?=\s*\()/y);
    this.space();
    if (this.text[this.at] === '(') return [this.#method(own)];
    this.brackets('{', '}');
    if (isClass && json !== undefined) this.#json.set(own, json);
    return this.#variables(type, own, isClass);
  }

  #variables(type: string, first: string, isClass: boolean): Step[] {
    const steps: Step[] = [];
    let name: string | undefined = first;
    while (name !== undefined) {
      this.space();
      if (this.take(/=>?(?!=)/y) !== undefined) {
        this.declared = /^(?:var|dynamic|object)$/i.test(type) ? undefined : type;
        const value = this.expression();
        this.declared = undefined;
        const to: Expr = isClass
          ? { kind: 'member', of: thisObject, name }
          : { kind: 'name', name };
        if (value !== undefined) {
          steps.push({ kind: 'do', value: { kind: 'set', to, value, declares: true } });
        }
      }
      this.space();
      name = this.take(/,\s*[A-Za-z_]\w*/y)?.replace(/^,\s*/, '');
    }
    this.take(/[;)]/y);
    return steps;
  }

  #method(name: string): Step {
    this.space();
    const params = parametersIn(this.brackets('(', ')'));
    this.space();
    if (this.take(/:\s*(?:base|this)\s*(?=\()/y) !== undefined) this.brackets('(', ')');
    this.take(/where\s+[^{=]*/y);
    this.space();
    if (this.take(/=>/y) === undefined) {
      return { kind: 'function', fn: { kind: 'function', name, params, body: this.block() } };
    }
    const body: Step[] = [{ kind: 'return', value: this.expression() }];
    return { kind: 'function', fn: { kind: 'function', name, params, body } };
  }
}

const oneAttribute =
  /\[\s*(?:\w+\s*:\s*)?[A-Z]\w*(?:\((?:[^()"]|"[^"]*"|\([^()]*\))*\))?(?:\s*,[^\]]*)?\]\s*(?=[[\w@])/y;

/** `JsonProperty("flowId")`, `JsonPropertyName("flowId")`, `DataMember(Name = "flowId")`. */
function jsonNameIn(attribute: string): string | undefined {
  return /\b(?:Json\w*|DataMember)\((?:\w+\s*=\s*)?"([^"]+)"/.exec(attribute)?.[1];
}

/** `Dictionary<string, List<Task<int>>>` has three; no parameter needs more. */
const deepestGenerics = 6;

/** The parameters of a list, without their types. */
function parametersIn(list: string): Parameter[] {
  let plain = list;
  for (let depth = 0; depth < deepestGenerics; depth += 1) {
    plain = plain.replace(/<[^<>]*>/g, '');
  }
  return plain.split(',').flatMap((it): Parameter[] => {
    const own = /\b([A-Za-z_]\w*)\s*(?:=.*)?$/s.exec(it)?.[1];
    return own === undefined ? [] : [{ name: own, preset: undefined, json: jsonNameIn(it) }];
  });
}

/** A record puts each parameter into a property of its name. */
function constructorOf(name: string, params: readonly Parameter[]): Step[] {
  if (params.length === 0) return [];
  const body = params.map((it): Step => {
    const to: Expr = { kind: 'member', of: thisObject, name: it.name };
    return { kind: 'do', value: { kind: 'set', to, value: { kind: 'name', name: it.name } } };
  });
  return [{ kind: 'function', fn: { kind: 'function', name, params, body } }];
}
