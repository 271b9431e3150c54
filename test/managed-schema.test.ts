import { readFileSync } from 'node:fs';
import { Validator } from '@cfworker/json-schema';
import { describe, expect, test } from 'vitest';
import { z } from '../src/core/base/zod.ts';
import { managedSchema, readManaged } from '../src/core/settings/managed.ts';

interface Schema {
  type?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
  additionalProperties?: Schema | boolean;
  oneOf?: Schema[];
  anyOf?: Schema[];
}

const file = JSON.parse(
  readFileSync(new URL('../public/managed-schema.json', import.meta.url), 'utf8'),
);

/** Keywords that Chrome understands: components/policy/core/common/schema.cc of Chromium. */
const understood = ['type', 'description', 'properties', 'items', 'additionalProperties'];

/** An input schema may have any shape, which Chrome's subset cannot say: it goes in as JSON text. */
const asText = 'connections.[].flows.[].inputSchema';

describe('the schema for Chrome policies', () => {
  test('keeps to what Chrome takes: an object of named parts, one type each', () => {
    expect(file.type).toBe('object');
    expect(file).not.toHaveProperty('additionalProperties');
    const { $schema, ...top } = file;
    for (const schema of everySchema(top)) {
      expect(typeof schema.type).toBe('string');
      expect(Object.keys(schema).filter((keyword) => !understood.includes(keyword))).toEqual([]);
    }
  });

  test('names every setting, and nothing but settings, each with its type', () => {
    const settings = z.toJSONSchema(managedSchema, { io: 'input', unrepresentable: 'any' });
    const wanted = typesByPath(settings as Schema);
    for (const path of [...wanted.keys()]) if (path.startsWith(asText)) wanted.delete(path);
    wanted.set(asText, 'string');
    expect(Object.fromEntries(typesByPath(file))).toEqual(Object.fromEntries(wanted));
  });

  test('takes the administrator guide’s example, which has no mistakes', () => {
    const guide = readFileSync(new URL('../docs/guide-administrators.md', import.meta.url), 'utf8');
    const example = JSON.parse(/<!-- policy -->\s*```json\n([\s\S]*?)```/.exec(guide)?.[1] ?? '');
    const outcome = new Validator(file, '7').validate(example);
    expect(outcome.errors).toEqual([]);
    expect(Object.keys(example).length).toBeGreaterThan(5);
    expect(readManaged(example).problems).toEqual([]);
  });
});

function* everySchema(schema: Schema): Generator<Schema> {
  yield schema;
  const { properties = {}, items, additionalProperties } = schema;
  for (const part of [...Object.values(properties), items, additionalProperties]) {
    if (typeof part === 'object') yield* everySchema(part);
  }
}

function typesByPath(schema: Schema, path = '', found = new Map<string, string>()) {
  const below = (part: string) => (path === '' ? part : `${path}.${part}`);
  for (const one of [schema, ...(schema.oneOf ?? []), ...(schema.anyOf ?? [])]) {
    if (one.type && path !== '') found.set(path, one.type);
    for (const [name, part] of Object.entries(one.properties ?? {})) {
      typesByPath(part, below(name), found);
    }
    if (one.items) typesByPath(one.items, below('[]'), found);
    if (typeof one.additionalProperties === 'object') {
      typesByPath(one.additionalProperties, below('*'), found);
    }
  }
  return found;
}
