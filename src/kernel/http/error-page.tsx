/** The plain page that says no when nothing better is registered: readable without styles, script or a module. */
import type { ReactElement } from 'react';
import type { Problem } from './problem.ts';

/** Draws the page for a problem, in the way the visitor wants pages shown; the portal hands in its own. */
export type RenderErrorPage = (
  problem: Problem,
  request: { readonly cookies: Readonly<Record<string, string>>; readonly url: string },
) => ReactElement;

export function PlainErrorPage(problem: Problem): ReactElement {
  return (
    <html lang="zh-CN">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{problem.title}</title>
      </head>
      <body>
        <main>
          <h1>{problem.title}</h1>
          <p>{problem.detail}</p>
          {problem.article === undefined ? null : <p>依据：{problem.article}</p>}
          {problem.fields === undefined ? null : (
            <ul>
              {problem.fields.map((field) => (
                <li key={`${field.path} ${field.message}`}>
                  {field.path}：{field.message}
                </li>
              ))}
            </ul>
          )}
          <p>
            <a href="/">回到首页</a>
          </p>
          <p>
            <small>请求编号：{problem.instance}</small>
          </p>
        </main>
      </body>
    </html>
  );
}
