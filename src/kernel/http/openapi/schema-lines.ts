/** A JSON Schema as lines a person reads: one line a field, indented by depth. Pure. */
import { isJsonObject, type JsonObject } from './json-schema.ts';

export interface SchemaLine {
  readonly depth: number;
  readonly name: string;
  readonly kind: string;
  readonly isRequired: boolean;
  readonly note: string;
}

const typeWords: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  integer: '整数',
  boolean: '是或否',
  object: '对象',
  array: '列表',
  null: '空',
};

const formatWords: Readonly<Record<string, string>> = {
  date: '日期',
  'date-time': '时刻',
  uuid: '编号',
  email: '邮箱',
  uri: '网址',
};

/** Schemas may hold themselves; deeper than this a line says no more than "anything". */
const deepest = 5;

/** Follows references into the components. */
function resolve(schema: JsonObject, components: Readonly<Record<string, JsonObject>>): JsonObject {
  const { $ref } = schema;
  if (typeof $ref !== 'string') return schema;
  const { $ref: _ref, ...beside } = schema;
  return { ...components[$ref.replace('#/components/schemas/', '')], ...beside };
}

function listOf(value: unknown): JsonObject[] {
  return Array.isArray(value) ? value.filter(isJsonObject) : [];
}

/** The kind of a value in Chinese: `日期`, `文字列表`, `文字或空`. */
export function kindOfSchema(
  schema: JsonObject,
  components: Readonly<Record<string, JsonObject>> = {},
  depth = 0,
): string {
  if (depth > deepest) return '任意';
  const resolved = resolve(schema, components);
  const options = [...listOf(resolved.anyOf), ...listOf(resolved.oneOf)];
  if (options.length > 0) {
    return [...new Set(options.map((option) => kindOfSchema(option, components, depth + 1)))].join('或');
  }
  if (Array.isArray(resolved.enum)) return resolved.enum.map(String).join('、');
  if ('const' in resolved) return String(resolved.const);
  const { type, format, items } = resolved;
  if (Array.isArray(type)) return type.map((each) => typeWords[String(each)] ?? String(each)).join('或');
  if (type === 'array') return `${isJsonObject(items) ? kindOfSchema(items, components, depth + 1) : ''}列表`;
  if (typeof format === 'string' && formatWords[format] !== undefined) return formatWords[format];
  return typeof type === 'string' ? (typeWords[type] ?? type) : '任意';
}

/** Description, limits and default of a value in one line. */
export function noteOfSchema(schema: JsonObject): string {
  const limits = [
    ['minLength', '至少', '字'],
    ['maxLength', '最多', '字'],
    ['minItems', '至少', '项'],
    ['maxItems', '最多', '项'],
    ['minimum', '不小于', ''],
    ['maximum', '不大于', ''],
  ] as const;
  const parts = limits.flatMap(([key, word, unit]) => {
    const value = schema[key];
    return typeof value === 'number' ? [`${word}${value}${unit}`] : [];
  });
  if (schema.default !== undefined) parts.push(`不填为 ${JSON.stringify(schema.default)}`);
  const description = typeof schema.description === 'string' ? [schema.description] : [];
  return [...description, ...parts].join('；');
}

/** The members of an object among the alternatives and items of a schema. */
function objectsWithin(
  schema: JsonObject,
  components: Readonly<Record<string, JsonObject>>,
  depth = 0,
): JsonObject[] {
  if (depth > deepest) return [];
  const resolved = resolve(schema, components);
  if (isJsonObject(resolved.properties)) return [resolved];
  const inner = [...listOf(resolved.anyOf), ...listOf(resolved.oneOf)];
  if (isJsonObject(resolved.items)) inner.push(resolved.items);
  return inner.flatMap((each) => objectsWithin(each, components, depth + 1));
}

/** Lists the fields of a schema, each before what it holds. */
export function listSchemaLines(
  schema: JsonObject,
  components: Readonly<Record<string, JsonObject>>,
  depth = 0,
): SchemaLine[] {
  if (depth > deepest) return [];
  return objectsWithin(schema, components).flatMap((object) => {
    const needed = Array.isArray(object.required) ? object.required : [];
    return Object.entries(isJsonObject(object.properties) ? object.properties : {}).flatMap(
      ([name, member]) => {
        if (!isJsonObject(member)) return [];
        const resolved = resolve(member, components);
        const line: SchemaLine = {
          depth,
          name,
          kind: kindOfSchema(member, components),
          isRequired: needed.includes(name),
          note: noteOfSchema(resolved),
        };
        return [line, ...listSchemaLines(member, components, depth + 1)];
      },
    );
  });
}
