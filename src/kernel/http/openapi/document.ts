/** The interface's description (OpenAPI 3.1), made from the routes of all modules; nothing in it is written twice. */
import type { z } from 'zod';
import { officerRoleTitles } from '../../actor.ts';
import type { App } from '../../app.ts';
import { apiRoot } from '../address.ts';
import { sessionCookie } from '../authentication.ts';
import { idempotencyHeader } from '../idempotency.ts';
import { problemSchema } from '../problem.ts';
import { fileCountLimit } from '../request-input.ts';
import type { ApiRoute } from '../route.ts';
import { isJsonObject, type JsonObject, openSchemaCollector, type SchemaCollector } from './json-schema.ts';

/** Who may use a route, in Chinese. */
export function accessWords(app: Pick<App, 'permissions'>, route: Pick<ApiRoute, 'access'>): string {
  if (route.access === 'public') return '任何人';
  if (route.access === 'signedIn') return '已登录的工作人员';
  const row = app.permissions[route.access];
  if (row === undefined) return route.access;
  return `${row.roles.map((role) => officerRoleTitles[role]).join('、')}（${row.title}）`;
}

/** The JSON routes of a module. */
export function apiRoutesOf(module: App['modules'][number]): readonly ApiRoute[] {
  return module.routes.filter((route) => route.kind === 'api');
}

function parametersOf(
  collector: SchemaCollector,
  schema: z.ZodType,
  where: 'path' | 'query',
  owner: string,
): JsonObject[] {
  const { properties, required } = collector.collect(schema, 'input', owner);
  const needed = Array.isArray(required) ? required : [];
  return Object.entries(isJsonObject(properties) ? properties : {}).map(([name, property]) => {
    const { description, ...rest } = isJsonObject(property) ? property : {};
    return {
      name,
      in: where,
      required: where === 'path' || needed.includes(name),
      ...(typeof description === 'string' ? { description } : {}),
      schema: rest,
    };
  });
}

const keyParameter: JsonObject = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description: '为这次新建生成的唯一编号，重试时沿用；一天内重复发送只得到第一次的答复',
  schema: { type: 'string', pattern: '^[A-Za-z0-9_-]{8,128}$' },
};

function requestBodyOf(collector: SchemaCollector, route: ApiRoute): JsonObject | undefined {
  const fields =
    route.body === undefined ? undefined : collector.collect(route.body, 'input', `${route.name}.body`);
  if (route.uploadLimit !== undefined) {
    const file = { type: 'string', contentMediaType: 'application/octet-stream' };
    const schema: JsonObject = {
      type: 'object',
      ...fields,
      additionalProperties: { oneOf: [file, { type: 'array', items: file, maxItems: fileCountLimit }] },
    };
    return {
      required: true,
      description: `文件合计最多 ${route.uploadLimit} 字节`,
      content: { 'multipart/form-data': { schema } },
    };
  }
  if (fields === undefined || route.body === undefined) return undefined;
  const mayBeAbsent = route.body.safeParse(undefined).success;
  return { required: !mayBeAbsent, content: { 'application/json': { schema: fields } } };
}

function repliesOf(collector: SchemaCollector, route: ApiRoute): JsonObject {
  const problem = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
  const failed = { default: { description: '没有办成：原因和接下来可以怎么做', content: problem } };
  if (route.reply === undefined) {
    return route.method === 'GET'
      ? { 200: { description: '文件或其他内容', content: { '*/*': { schema: {} } } }, ...failed }
      : { 204: { description: '已完成' }, ...failed };
  }
  const schema = collector.collect(route.reply, 'output', `${route.name}.reply`);
  const done = {
    description: route.creates ? '已新建' : '已完成',
    content: { 'application/json': { schema } },
  };
  return { [route.creates ? 201 : 200]: done, ...failed };
}

function operationOf(app: App, collector: SchemaCollector, route: ApiRoute, tag: string): JsonObject {
  const body = requestBodyOf(collector, route);
  const who = `可用者：${accessWords(app, route)}。`;
  return {
    operationId: route.name,
    summary: route.summary,
    description: route.description === undefined ? who : `${route.description}\n\n${who}`,
    tags: [tag],
    security: route.access === 'public' ? [{}] : [{ session: [] }],
    parameters: [
      ...parametersOf(collector, route.params, 'path', `${route.name}.params`),
      ...parametersOf(collector, route.query, 'query', `${route.name}.query`),
      ...(route.creates ? [keyParameter] : []),
    ],
    ...(body === undefined ? {} : { requestBody: body }),
    responses: repliesOf(collector, route),
    'x-access': route.access,
  };
}

/** `/plans/:planId` as the document writes it. */
export function templateOf(path: string): string {
  return path.replaceAll(/:([A-Za-z0-9]+)/g, '{$1}');
}

/** Builds the document. */
export function buildOpenApi(app: App): JsonObject {
  const collector = openSchemaCollector();
  collector.collect(problemSchema, 'output', 'Problem');
  const paths: Record<string, Record<string, JsonObject>> = {};
  const tags: JsonObject[] = [];
  for (const module of app.modules) {
    const routes = apiRoutesOf(module);
    if (routes.length > 0) tags.push({ name: module.title });
    for (const route of routes) {
      const path = templateOf(route.path);
      paths[path] ??= {};
      paths[path][route.method.toLowerCase()] = operationOf(app, collector, route, module.title);
    }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: '公开 Gongkai 数据接口',
      version: '1',
      description: `错误以 application/problem+json（RFC 9457）答复。列表按键翻页：把答复中的 next 原样放入 after。新建类操作须带 ${idempotencyHeader} 请求头。`,
    },
    servers: [{ url: apiRoot }],
    tags,
    paths,
    components: {
      schemas: collector.components(),
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: sessionCookie,
          description: '登录后得到；在 https 下名为 __Host-session',
        },
      },
    },
  };
}
