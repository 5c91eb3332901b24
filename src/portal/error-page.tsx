/** The page that says no: what happened, why, what to do. A fault shows the number under which it was logged. */
import type { ReactElement } from 'react';
import type { RenderErrorPage } from '#kernel/http/error-page.tsx';
import type { Problem } from '#kernel/http/problem.ts';
import { ErrorSummary } from './components/form-fields.tsx';
import { PageHeading } from './components/page-heading.tsx';
import { SearchBox } from './components/search-box.tsx';
import { type SiteFrame, siteFrameOf } from './frame.ts';
import { PortalPage } from './layout.tsx';
import type { SiteMarks } from './site-marks.ts';

function sentenceOf(text: string): string {
  return /[。！？]$/.test(text) ? text : `${text}。`;
}

export function ProblemPage(props: { readonly frame: SiteFrame; readonly problem: Problem }): ReactElement {
  const { frame, problem } = props;
  const { why, todo, article, fields = [] } = problem;
  return (
    <PortalPage frame={frame} title={problem.title} searchInHeader={problem.status !== 404}>
      <div className="text-column">
        <PageHeading title={problem.title} />
        {fields.length === 0 ? null : <ErrorSummary what="请检查以下内容" faults={fields} />}
        {why === undefined ? null : (
          <section>
            <h2>原因</h2>
            <p>{sentenceOf(why)}</p>
            {article === undefined ? null : <p>依据：{article}。</p>}
          </section>
        )}
        <section>
          <h2>您可以</h2>
          <p>{sentenceOf(todo)}</p>
        </section>
        {problem.status === 404 ? <SearchBox id="search-instead" isLarge /> : null}
        <p className="small-print">请求编号：{problem.instance}</p>
      </div>
    </PortalPage>
  );
}

/** The error page of a site, for the server to draw. */
export function portalErrorPage(siteName: string, marks: SiteMarks): RenderErrorPage {
  return (problem, request) => (
    <ProblemPage frame={siteFrameOf(siteName, request, marks)} problem={problem} />
  );
}
