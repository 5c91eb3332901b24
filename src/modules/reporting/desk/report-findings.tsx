/** The findings of a checked report, numbered as in the form; the open one shows both sides. */
import { useEffect, useRef } from 'react';
import { type ReportFinding, reportPlaceInWords } from '../rules/report-finding.ts';
import { identityTitles, severityWords } from '../words.ts';

const severityMarks = { error: '▲', warning: '◇' } as const;

export interface ReportFindingsProps {
  readonly findings: readonly ReportFinding[];
  /** Number of the open finding, from 1. */
  readonly open: number | undefined;
  readonly onOpen: (finding: number) => void;
}

function QuotedSpan({ finding }: { readonly finding: ReportFinding }) {
  const { span } = finding;
  if (span === undefined) return null;
  const from = Math.max(0, span.start - 40);
  return (
    <blockquote className="report-quotation">
      {from > 0 ? '……' : ''}
      {span.paragraph.slice(from, span.start)}
      <mark>{span.paragraph.slice(span.start, span.end)}</mark>
      {span.paragraph.slice(span.end, span.end + 40)}
      {span.end + 40 < span.paragraph.length ? '……' : ''}
    </blockquote>
  );
}

function BothSides({ finding }: { readonly finding: ReportFinding }) {
  const { left, right, difference } = finding;
  if (left === null || right === null) return null;
  return (
    <dl className="report-sides">
      <div>
        <dt>左边</dt>
        <dd>
          {left.formula}＝<strong>{left.value}</strong>
        </dd>
      </div>
      <div>
        <dt>右边</dt>
        <dd>
          {right.formula}＝<strong>{right.value}</strong>
        </dd>
      </div>
      {difference === null ? null : (
        <div>
          <dt>相差</dt>
          <dd>{Math.abs(difference)}</dd>
        </div>
      )}
    </dl>
  );
}

export function ReportFindings({ findings, open, onOpen }: ReportFindingsProps) {
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    if (open === undefined) return;
    list.current?.querySelector(`[data-finding="${open}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [open]);
  if (findings.length === 0) return <p className="report-clean">● 勾稽关系全部成立，文字与表格没有矛盾。</p>;
  return (
    <ol className="report-findings" ref={list}>
      {findings.map((finding, index) => {
        const number = index + 1;
        const isOpen = number === open;
        const place = reportPlaceInWords(finding.place);
        return (
          <li
            key={`${finding.identity} ${finding.sentence}`}
            data-finding={number}
            className={isOpen ? 'report-finding-open' : ''}
          >
            <button type="button" aria-expanded={isOpen} onClick={() => onOpen(number)}>
              <span className={`report-severity report-${finding.severity}`}>
                {severityMarks[finding.severity]} {severityWords[finding.severity]}
              </span>
              <span className="report-number">第{number}处</span>
              <span className="report-sentence">{finding.sentence}</span>
            </button>
            <QuotedSpan finding={finding} />
            {isOpen ? (
              <>
                <p className="quiet">{identityTitles[finding.identity]}</p>
                <BothSides finding={finding} />
                {place === '' ? null : <p className="quiet">位置：{place}</p>}
              </>
            ) : null}
          </li>
        );
      })}
    </ol>
  );
}
