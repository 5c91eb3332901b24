/** The reference page of the interface, in Chinese: drawn from the same document programs read. No script. */
import type { ReactElement } from 'react';
import { isJsonObject, type JsonObject } from './json-schema.ts';
import type { ListedRefusal } from './refusal-list.ts';
import { kindOfSchema, listSchemaLines, noteOfSchema } from './schema-lines.ts';

interface Operation {
  readonly method: string;
  readonly path: string;
  readonly operation: JsonObject;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function operationsOf(document: JsonObject, tag: string): Operation[] {
  return Object.entries(isJsonObject(document.paths) ? document.paths : {}).flatMap(([path, item]) =>
    Object.entries(isJsonObject(item) ? item : {}).flatMap(([method, operation]) => {
      const isOfTag =
        isJsonObject(operation) && Array.isArray(operation.tags) && operation.tags.includes(tag);
      return isOfTag ? [{ method: method.toUpperCase(), path, operation }] : [];
    }),
  );
}

function componentsOf(document: JsonObject): Record<string, JsonObject> {
  const schemas = isJsonObject(document.components) ? document.components.schemas : undefined;
  return Object.fromEntries(
    Object.entries(isJsonObject(schemas) ? schemas : {}).flatMap(([name, schema]) =>
      isJsonObject(schema) ? [[name, schema]] : [],
    ),
  );
}

/** The first schema of a body or a reply, with the media type it is for. */
function contentOf(part: unknown): { readonly mediaType: string; readonly schema: JsonObject } | undefined {
  const content = isJsonObject(part) ? part.content : undefined;
  const [first] = Object.entries(isJsonObject(content) ? content : {});
  if (first === undefined || !isJsonObject(first[1]) || !isJsonObject(first[1].schema)) return undefined;
  return { mediaType: first[0], schema: first[1].schema };
}

function FieldTable(props: {
  readonly caption: string;
  readonly schema: JsonObject;
  readonly components: Record<string, JsonObject>;
}): ReactElement {
  const lines = listSchemaLines(props.schema, props.components);
  if (lines.length === 0) {
    return (
      <p>
        {props.caption}：{kindOfSchema(props.schema, props.components)}
      </p>
    );
  }
  return (
    <div className="table-frame">
      <table>
        <caption>{props.caption}</caption>
        <thead>
          <tr>
            <th scope="col">字段</th>
            <th scope="col">类型</th>
            <th scope="col">必有</th>
            <th scope="col">说明</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines never change order, and a name occurs at several depths
            <tr key={`${index} ${line.name}`}>
              <td>
                {'　'.repeat(line.depth)}
                <code>{line.name}</code>
              </td>
              <td>{line.kind}</td>
              <td>{line.isRequired ? '是' : '否'}</td>
              <td>{line.note}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ParameterTable(props: { readonly parameters: readonly JsonObject[] }): ReactElement | null {
  if (props.parameters.length === 0) return null;
  const places: Readonly<Record<string, string>> = { path: '地址', query: '查询', header: '请求头' };
  return (
    <div className="table-frame">
      <table>
        <caption>参数</caption>
        <thead>
          <tr>
            <th scope="col">名称</th>
            <th scope="col">位置</th>
            <th scope="col">类型</th>
            <th scope="col">必填</th>
            <th scope="col">说明</th>
          </tr>
        </thead>
        <tbody>
          {props.parameters.map((parameter) => (
            <tr key={`${textOf(parameter.in)} ${textOf(parameter.name)}`}>
              <td>
                <code>{textOf(parameter.name)}</code>
              </td>
              <td>{places[textOf(parameter.in)]}</td>
              <td>{isJsonObject(parameter.schema) ? kindOfSchema(parameter.schema) : ''}</td>
              <td>{parameter.required === true ? '是' : '否'}</td>
              <td>{noteOfSchema({ ...Object(parameter.schema), description: parameter.description })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function OperationSection(props: {
  readonly entry: Operation;
  readonly components: Record<string, JsonObject>;
}): ReactElement {
  const { method, path, operation } = props.entry;
  const name = textOf(operation.operationId);
  const body = contentOf(operation.requestBody);
  const replies = Object.entries(isJsonObject(operation.responses) ? operation.responses : {}).filter(
    ([status]) => status !== 'default',
  );
  const parameters = Array.isArray(operation.parameters) ? operation.parameters.filter(isJsonObject) : [];
  return (
    <section id={name} aria-labelledby={`${name}-title`}>
      <h3 id={`${name}-title`}>{textOf(operation.summary)}</h3>
      <p>
        <code>
          {method} {path}
        </code>
      </p>
      <p>{textOf(operation.description)}</p>
      <ParameterTable parameters={parameters} />
      {body === undefined ? null : (
        <FieldTable
          caption={`内容（${body.mediaType}）`}
          schema={body.schema}
          components={props.components}
        />
      )}
      {replies.map(([status, reply]) => {
        const content = contentOf(reply);
        return content === undefined ? (
          <p key={status}>答复 {status}，无内容</p>
        ) : (
          <FieldTable
            key={status}
            caption={`答复 ${status}（${content.mediaType}）`}
            schema={content.schema}
            components={props.components}
          />
        );
      })}
    </section>
  );
}

function RefusalTable(props: { readonly refusals: readonly ListedRefusal[] }): ReactElement {
  return (
    <div className="table-frame">
      <table>
        <caption>错误代码</caption>
        <thead>
          <tr>
            <th scope="col">代码</th>
            <th scope="col">状态码</th>
            <th scope="col">含义</th>
            <th scope="col">依据</th>
          </tr>
        </thead>
        <tbody>
          {props.refusals.map((refusal) => (
            <tr key={refusal.code} id={refusal.code}>
              <td>
                <code>{refusal.code}</code>
              </td>
              <td>{refusal.status}</td>
              <td>{refusal.what ?? '见答复中的说明'}</td>
              <td>{refusal.article ?? ''}</td>
            </tr>
          ))}
          <tr id="http.fault">
            <td>
              <code>http.fault</code>
            </td>
            <td>500</td>
            <td>这次没有办成：已记录，请把答复中的 instance 编号告诉管理员</td>
            <td />
          </tr>
        </tbody>
      </table>
    </div>
  );
}

/** The content of the page; the site's own frame goes around it. */
export function ApiReference(props: {
  readonly document: JsonObject;
  readonly documentAddress: string;
  readonly refusals: readonly ListedRefusal[];
}): ReactElement {
  const { document } = props;
  const components = componentsOf(document);
  const tags = (Array.isArray(document.tags) ? document.tags : []).map((tag) =>
    textOf(isJsonObject(tag) ? tag.name : ''),
  );
  return (
    <div className="reference">
      <h1>数据接口说明</h1>
      <p>
        本页由系统按实际接口生成。程序可读的同一份说明：
        <a href={props.documentAddress}>OpenAPI 3.1 文档</a>。所有地址都在 <code>/api/v1</code> 之下，收发
        JSON。
      </p>
      <h2 id="rules">通用约定</h2>
      <ul>
        <li>登录后浏览器自动携带会话；公开的接口无需登录。</li>
        <li>
          新建类操作须带 <code>Idempotency-Key</code>{' '}
          请求头：每次新建一个编号，重试沿用。重复发送得到同一答复，并带{' '}
          <code>Idempotency-Replayed: true</code>。
        </li>
        <li>
          列表答复为 <code>rows</code> 和 <code>next</code>；把 <code>next</code> 原样放入 <code>after</code>{' '}
          即得下一页，为空即到末尾。
        </li>
        <li>
          没有办成时答复 <code>application/problem+json</code>：<code>title</code> 发生了什么，
          <code>why</code> 为什么，
          <code>todo</code> 怎么办，<code>fields</code> 有误的字段，<code>article</code> 依据的条款，
          <code>instance</code> 请求编号。
        </li>
        <li>
          请求过多时答复 429，<code>Retry-After</code> 为应等待的秒数。
        </li>
      </ul>
      <nav aria-label="接口分类">
        <ul>
          {tags.map((tag) => (
            <li key={tag}>
              <a href={`#tag-${encodeURIComponent(tag)}`}>{tag}</a>
            </li>
          ))}
          <li>
            <a href="#refusals">错误代码</a>
          </li>
        </ul>
      </nav>
      {tags.map((tag) => (
        <section key={tag} aria-labelledby={`tag-${tag}`}>
          <h2 id={`tag-${tag}`}>{tag}</h2>
          {operationsOf(document, tag).map((entry) => (
            <OperationSection key={`${entry.method} ${entry.path}`} entry={entry} components={components} />
          ))}
        </section>
      ))}
      <section aria-labelledby="refusals">
        <h2 id="refusals">错误代码</h2>
        <RefusalTable refusals={props.refusals} />
      </section>
    </div>
  );
}
