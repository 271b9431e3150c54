import { isObject } from '../base/json.ts';
import type { PartProblem } from '../base/lenient.ts';
import { type Policy, readManaged } from '../settings/managed.ts';

/** The subset of JSON Schema that Chrome takes for policies: each part has one type. */
export interface PolicySchema {
  type: string;
  properties?: Record<string, PolicySchema>;
  items?: PolicySchema;
  additionalProperties?: PolicySchema;
}

export interface PolicyCheck {
  /** The parts that Chrome withholds, so that the extension never sees them. */
  withheld: PartProblem[];
  /** What the extension makes of the rest, with the problems that it finds there. */
  policy: Policy;
}

/**
 * Finds out what Chrome and the extension will make of a policy. Chrome withholds names that the schema lacks, at any
 * depth, and any top-level name with a wrong type somewhere in it; the extension sees no sign of either (seen with
 * Chromium 156; `PolicyMap` and `Schema::Normalize` of components/policy/core).
 */
export function checkPolicy(document: Record<string, unknown>, schema: PolicySchema): PolicyCheck {
  const withheld: PartProblem[] = [];
  const handedOn = Object.entries(document).flatMap(([name, value]) => {
    const part = schema.properties?.[name];
    if (part === undefined) {
      withheld.push({ path: name, reason: 'unknown-name', detail: name });
      return [];
    }
    const problems: PartProblem[] = [];
    const taken = takenOf(value, part, name, problems);
    const isRefused = problems.some(({ reason }) => reason === 'wrong-type');
    for (const problem of problems) {
      if (!isRefused) withheld.push(problem);
      else if (problem.reason === 'wrong-type') withheld.push({ ...problem, leftOut: name });
    }
    return isRefused ? [] : [[name, taken]];
  });
  return { withheld, policy: readManaged(Object.fromEntries(handedOn)) };
}

/** The valid rest of a part. Adds a problem for everything that is left out. */
function takenOf(value: unknown, schema: PolicySchema, path: string, problems: PartProblem[]) {
  if (!isOfType(value, schema.type)) {
    problems.push({ path, reason: 'wrong-type', detail: schema.type });
    return undefined;
  }
  if (Array.isArray(value)) {
    const { items } = schema;
    return items
      ? value.map((entry, place): unknown => takenOf(entry, items, `${path}[${place}]`, problems))
      : value;
  }
  if (!isObject(value)) return value;
  const unknown: string[] = [];
  const entries = Object.entries(value).flatMap(([name, each]): [string, unknown][] => {
    const part = schema.properties?.[name] ?? schema.additionalProperties;
    if (part) return [[name, takenOf(each, part, `${path}.${name}`, problems)]];
    unknown.push(name);
    return [];
  });
  if (unknown.length > 0) {
    problems.push({ path, reason: 'unknown-name', detail: unknown.join(', ') });
  }
  return Object.fromEntries(entries);
}

function isOfType(value: unknown, type: string): boolean {
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return isObject(value);
  return type === 'integer' ? Number.isInteger(value) : typeof value === type;
}
