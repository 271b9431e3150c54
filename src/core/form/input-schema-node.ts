import { isObject } from '../base/json.ts';
import { z } from '../base/zod.ts';

/** A keyword that is absent, or of a type it cannot have, is treated as not there. */
function keyword<Shape extends z.ZodMiniType>(shape: Shape) {
  return z.catch(z.optional(shape), undefined);
}

const size = keyword(z.int().check(z.nonnegative()));

const nodeSchema = z.object({
  $ref: keyword(z.string()),
  title: keyword(z.string()),
  description: keyword(z.string()),
  type: keyword(z.union([z.string(), z.array(z.string())])),
  format: keyword(z.string()),
  enum: keyword(z.array(z.unknown())),
  const: z.optional(z.unknown()),
  default: z.optional(z.unknown()),
  minimum: keyword(z.number()),
  maximum: keyword(z.number()),
  minLength: size,
  maxLength: size,
  minItems: size,
  maxItems: size,
  pattern: keyword(z.string()),
  required: keyword(z.array(z.string())),
  properties: keyword(z.custom<Record<string, unknown>>(isObject)),
  items: z.optional(z.unknown()),
  anyOf: keyword(z.array(z.unknown())),
  oneOf: keyword(z.array(z.unknown())),
});

type RawNode = z.infer<typeof nodeSchema>;

/** One place in a JSON Schema, its references followed and `null` taken out of its types. */
export interface SchemaNode extends Omit<Partial<RawNode>, 'type'> {
  readonly type?: string | undefined;
}

const longestChain = 8;

/** Reads one place of a JSON Schema, keyword by keyword; `undefined` if it is not an object. */
export function jsonSchemaNode(value: unknown): RawNode | undefined {
  return isObject(value) ? nodeSchema.parse(value) : undefined;
}

/**
 * Follows `$ref` within the document and the usual spellings of "or null". Words beside a `$ref`
 * win over those it points to. A reference that leads round in circles or nowhere leaves the place
 * without a type.
 */
export function resolveNode(start: RawNode, root: unknown): SchemaNode {
  let node = start;
  for (let step = 0; step < longestChain; step += 1) {
    const next = onward(node, root);
    if (next === undefined) return plain(node);
    const { $ref: _ref, anyOf: _anyOf, oneOf: _oneOf, ...own } = node;
    const told = Object.fromEntries(Object.entries(own).filter(([, word]) => word !== undefined));
    node = { ...next, ...told };
  }
  return { title: node.title, description: node.description };
}

function onward(node: RawNode, root: unknown): RawNode | undefined {
  if (node.$ref !== undefined) return jsonSchemaNode(pointed(node.$ref, root));
  const alternatives = (node.anyOf ?? node.oneOf)?.filter((it) => !isNullOnly(it));
  return alternatives?.length === 1 ? jsonSchemaNode(alternatives[0]) : undefined;
}

function isNullOnly(value: unknown): boolean {
  return isObject(value) && value.type === 'null';
}

function plain(node: RawNode): SchemaNode {
  const types = [node.type ?? []].flat().filter((type) => type !== 'null');
  const type = types.length === 1 ? types[0] : numeric(types);
  const choices = node.enum ?? (node.const === undefined ? consts(node) : [node.const]);
  return { ...node, type, enum: choices };
}

/** `["integer", "number"]` is any number; other mixtures have no control. */
function numeric(types: readonly string[]): string | undefined {
  if (types.length === 0) return undefined;
  return types.every((type) => type === 'integer' || type === 'number') ? 'number' : 'mixed';
}

/** A choice may also be written as alternatives of one constant each. */
function consts(node: RawNode): unknown[] | undefined {
  const alternatives = (node.oneOf ?? node.anyOf)?.map((it) => jsonSchemaNode(it)?.const);
  return alternatives?.every((value) => value !== undefined) ? alternatives : undefined;
}

/** What a JSON Pointer of the same document (RFC 6901) points to. */
function pointed(ref: string, root: unknown): unknown {
  if (!ref.startsWith('#')) return undefined;
  let place: unknown = root;
  for (const part of ref.slice(1).split('/').slice(1)) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
    place = isObject(place) && Object.hasOwn(place, key) ? place[key] : undefined;
  }
  return place;
}
