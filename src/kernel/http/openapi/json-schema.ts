/** Our schemas as JSON Schema inside an OpenAPI document: named parts become components, references are rewritten. */
import { z } from 'zod';

/** A JSON Schema, or any other object of the document. */
export type JsonObject = { readonly [member: string]: unknown };

export interface SchemaCollector {
  /** The schema of what a sender may send (`input`) or receives (`output`); `owner` names what has no name. */
  readonly collect: (schema: z.ZodType, side: 'input' | 'output', owner: string) => JsonObject;
  /** Components gathered so far. */
  readonly components: () => Readonly<Record<string, JsonObject>>;
}

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What the schema library writes and a reader does not need. */
function isNoise(key: string, value: unknown): boolean {
  return (
    key === '$schema' ||
    key === '$defs' ||
    key === 'id' ||
    (key === 'maximum' && value === Number.MAX_SAFE_INTEGER) ||
    (key === 'minimum' && value === Number.MIN_SAFE_INTEGER)
  );
}

/** Copies a schema without noise, with every reference renamed. */
function rewrite(value: unknown, rename: (reference: string) => string): unknown {
  if (Array.isArray(value)) return value.map((member) => rewrite(member, rename));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, member]) => typeof member === 'object' || !isNoise(key, member))
      .filter(([key]) => key !== '$defs')
      .map(([key, member]) => [
        key,
        key === '$ref' && typeof member === 'string' ? rename(member) : rewrite(member, rename),
      ]),
  );
}

/** Opens a collector for one document. */
export function openSchemaCollector(): SchemaCollector {
  const components = new Map<string, JsonObject>();
  return {
    collect(schema, side, owner) {
      const written: JsonObject = { ...z.toJSONSchema(schema, { io: side, unrepresentable: 'any' }) };
      const ownName = typeof written.id === 'string' ? written.id : owner;
      const nameOf = (key: string) => (key.startsWith('__') ? `${owner}.${key.slice(2)}` : key);
      const rename = (reference: string) =>
        `#/components/schemas/${reference === '#' ? ownName : nameOf(reference.replace('#/$defs/', ''))}`;
      for (const [key, part] of Object.entries(isJsonObject(written.$defs) ? written.$defs : {})) {
        const rewritten = rewrite(part, rename);
        if (isJsonObject(rewritten)) components.set(nameOf(key), rewritten);
      }
      const whole = rewrite(written, rename);
      if (!isJsonObject(whole)) return {};
      const isNamed = typeof written.id === 'string' || JSON.stringify(written).includes('"$ref":"#"');
      if (!isNamed) return whole;
      components.set(ownName, whole);
      return { $ref: `#/components/schemas/${ownName}` };
    },
    components: () => Object.fromEntries([...components].sort(([left], [right]) => (left < right ? -1 : 1))),
  };
}
