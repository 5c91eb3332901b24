import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { defineModule } from '../../module.ts';
import { openTestServer, type TestServer } from '../../testing/test-server.ts';
import { noticeModule } from '../given.tsx';
import { pageQuery, pageReply } from '../paging.ts';
import { apiRoute } from '../route.ts';
import { listSchemaLines } from './schema-lines.ts';

interface Branch {
  readonly name: string;
  readonly children: Branch[];
}
const branch: z.ZodType<Branch> = z.lazy(() => z.object({ name: z.string(), children: z.array(branch) }));

const treeModule = defineModule({
  name: 'tree',
  title: '目录树',
  routes: [
    apiRoute({
      name: 'tree.list',
      summary: '目录树',
      description: '按名称排列。',
      access: 'public',
      method: 'GET',
      path: '/trees/:treeId/branches',
      params: z.object({ treeId: z.uuid() }),
      query: z.object({
        ...pageQuery([z.string()]),
        depth: z.coerce.number().int().max(9).meta({ description: '层数' }),
      }),
      reply: pageReply(branch),
      handle: async () => ({ rows: [], next: null }),
    }),
  ],
});

let place: TestServer;
let document: Record<string, unknown>;

beforeAll(async () => {
  place = await openTestServer({ modules: [noticeModule, treeModule] });
  document = (await place.server.inject('/api/v1/openapi.json')).json();
});
afterAll(() => place.close());

describe('the document', () => {
  test('describes a creating route: who, what to send, what comes back, what goes wrong', () => {
    expect(document).toMatchObject({
      openapi: '3.1.0',
      servers: [{ url: '/api/v1' }],
      paths: {
        '/notices': {
          post: {
            operationId: 'notice.create',
            summary: '新建公告',
            description: '可用者：经办人、审核人（发布公告）。',
            tags: ['公告'],
            security: [{ session: [] }],
            parameters: [{ name: 'Idempotency-Key', in: 'header', required: true }],
            requestBody: {
              required: true,
              content: {
                'application/json': {
                  schema: {
                    type: 'object',
                    required: ['title', 'pages', 'kind'],
                    properties: {
                      title: { type: 'string', minLength: 1, maxLength: 20 },
                      pages: { type: 'integer', minimum: 1 },
                      kind: { enum: ['plan', 'letter'] },
                    },
                  },
                },
              },
            },
            responses: {
              201: { content: { 'application/json': { schema: { required: ['noticeId'] } } } },
              default: {
                content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
              },
            },
          },
        },
      },
    });
  });

  test('describes parameters, with what may be left out', () => {
    const paths = document.paths;
    expect(Reflect.get(Object(paths), '/trees/{treeId}/branches')).toMatchObject({
      get: {
        description: '按名称排列。\n\n可用者：任何人。',
        parameters: [
          { name: 'treeId', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } },
          { name: 'after', in: 'query', required: false },
          {
            name: 'limit',
            in: 'query',
            required: false,
            schema: { type: 'integer', minimum: 1, maximum: 200, default: 50 },
          },
          { name: 'depth', in: 'query', required: true, description: '层数' },
        ],
      },
    });
  });

  test('names what refers to itself, and every reference leads somewhere', () => {
    const text = JSON.stringify(document);
    const references = [...text.matchAll(/"\$ref":"([^"]+)"/g)].map((match) => match[1] ?? '');
    expect(references).toContain('#/components/schemas/tree.list.reply.schema0');
    const { schemas } = Object(document.components);
    for (const reference of references) {
      expect(Object.keys(schemas)).toContain(reference.replace('#/components/schemas/', ''));
    }
    expect(text).not.toContain('$defs');
  });
});

describe('the reference page', () => {
  test('shows every route, its fields and every code a problem document points to', async () => {
    const page = await place.server.inject('/api/docs');
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(page.headers['content-security-policy']).toContain("style-src 'self';");
    for (const part of [
      '新建公告',
      'POST /notices',
      'id="notice.closed"',
      '《…》已经截止',
      'id="http.badInput"',
      'id="http.fault"',
      '第二十六条',
    ]) {
      expect(page.body).toContain(part);
    }
    expect(page.body).not.toMatch(/<script|style=|NaN|undefined/);
  });

  test('reads a schema as lines', () => {
    const tree = {
      type: 'object',
      required: ['rows'],
      properties: {
        rows: { type: 'array', items: { $ref: '#/components/schemas/Row' } },
        due: { anyOf: [{ type: 'string', format: 'date' }, { type: 'null' }], description: '到期日' },
      },
    };
    const row = { type: 'object', properties: { count: { type: 'integer', minimum: 0, default: 1 } } };
    expect(listSchemaLines(tree, { Row: row })).toEqual([
      { depth: 0, name: 'rows', kind: '对象列表', isRequired: true, note: '' },
      { depth: 1, name: 'count', kind: '整数', isRequired: false, note: '不小于0；不填为 1' },
      { depth: 0, name: 'due', kind: '日期或空', isRequired: false, note: '到期日' },
    ]);
  });
});
