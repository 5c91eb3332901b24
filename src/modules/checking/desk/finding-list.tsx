/** The findings as a list that can be narrowed, walked with the keyboard and worked off one by one. */
import { Button, Select } from 'antd';
import { useEffect, useRef } from 'react';
import { instantOf } from '#kernel/clock.ts';
import { instantWords } from '#kernel/day-words.ts';
import type { FindingView } from '../contract.ts';
import { type FindingClass, findingClasses, type Severity, severities } from '../rules/finding.ts';
import { findingClassTitles, placeInWords, severityTitles } from '../words.ts';
import { keyOfFinding } from './text-segments.ts';

export const severityMarks: Readonly<Record<Severity, string>> = { block: '▲', confirm: '◆', hint: '○' };

export interface FindingFilter {
  readonly severity: Severity | undefined;
  readonly class: FindingClass | undefined;
}

/** What may be done with a finding; a missing action is not offered. */
export interface FindingActions {
  readonly apply?: (finding: FindingView) => void;
  readonly override?: (finding: FindingView) => void;
  readonly accept?: (finding: FindingView) => void;
}

export interface FindingListProps {
  /** Those that pass the filter, by place. */
  readonly findings: readonly FindingView[];
  readonly all: readonly FindingView[];
  readonly filter: FindingFilter;
  readonly onFilter: (filter: FindingFilter) => void;
  readonly openKey: string | undefined;
  readonly onOpen: (key: string) => void;
  readonly hasReason: (finding: FindingView) => boolean;
  readonly actionsFor: (finding: FindingView) => FindingActions;
}

/** Findings laid out at once; the filter reaches the others. */
const mostListed = 500;

export function FindingList(props: FindingListProps) {
  const { findings, all, filter, onFilter, openKey } = props;
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    if (openKey === undefined) return;
    const row = list.current?.querySelector(`[data-row="${CSS.escape(openKey)}"]`);
    row?.scrollIntoView({ block: 'nearest' });
  }, [openKey]);
  const countOf = (one: Severity) => all.filter((finding) => finding.severity === one).length;
  const classes = findingClasses.filter((one) => all.some((finding) => finding.class === one));
  return (
    <section className="check-list" aria-label="检测结果">
      <div className="check-list-bar">
        {severities.map((one) => (
          <Button
            key={one}
            size="small"
            aria-pressed={filter.severity === one}
            type={filter.severity === one ? 'primary' : 'default'}
            onClick={() => onFilter({ ...filter, severity: filter.severity === one ? undefined : one })}
          >
            {severityMarks[one]} {severityTitles[one]} {countOf(one)}
          </Button>
        ))}
        <Select<FindingClass | ''>
          size="small"
          aria-label="按类别筛选"
          className="check-class-filter"
          value={filter.class ?? ''}
          onChange={(value) => onFilter({ ...filter, class: value === '' ? undefined : value })}
          options={[
            { value: '', label: '全部类别' },
            ...classes.map((one) => ({ value: one, label: findingClassTitles[one] })),
          ]}
        />
      </div>
      <ol ref={list}>
        {findings.slice(0, mostListed).map((finding) => (
          <FindingRow key={keyOfFinding(finding)} finding={finding} {...props} />
        ))}
      </ol>
      {findings.length > mostListed ? (
        <p className="quiet">
          列出前{mostListed}处，共{findings.length}处；请按级别或类别筛选，或导出。
        </p>
      ) : null}
    </section>
  );
}

function FindingRow(props: FindingListProps & { readonly finding: FindingView }) {
  const { finding, all, openKey, onOpen, hasReason, actionsFor } = props;
  const key = keyOfFinding(finding);
  const isOpen = key === openKey;
  const { apply, override, accept } = actionsFor(finding);
  const place = placeInWords(finding.place);
  return (
    <li data-row={key} className={isOpen ? 'check-row check-row-open' : 'check-row'}>
      <button type="button" className="check-row-head" aria-expanded={isOpen} onClick={() => onOpen(key)}>
        <span className="check-row-line">
          <span className={`check-severity check-severity-${finding.severity}`}>
            {severityMarks[finding.severity]} {severityTitles[finding.severity]}
          </span>
          <span>{findingClassTitles[finding.class]}</span>
          {hasReason(finding) ? <span className="check-reasoned">● 已说明理由</span> : null}
          <span className="check-place">
            {all.indexOf(finding) + 1}
            {place === '' ? '' : ` · ${place}`}
          </span>
        </span>
        <span className="check-row-words">
          {finding.text === '' ? null : <q>{shorten(finding.text)}</q>}
          {finding.suggestion === null ? null : (
            <>
              {' → '}
              <ins>{finding.suggestion === '' ? '删去' : shorten(finding.suggestion)}</ins>
            </>
          )}
        </span>
        <span className="check-row-reason">{finding.reason}</span>
      </button>
      {isOpen ? (
        <div className="check-row-more">
          <p className="quiet">依据：{finding.source}</p>
          {finding.standing === undefined ? null : (
            <p className="check-standing">
              已说明理由：{finding.standing.reason}（{finding.standing.createdByName}，
              {instantWords(instantOf(finding.standing.createdAt))}）
            </p>
          )}
          <div className="check-row-actions">
            {apply === undefined ? null : (
              <Button size="small" type="primary" onClick={() => apply(finding)}>
                采用建议
              </Button>
            )}
            {override === undefined ? null : (
              <Button size="small" onClick={() => override(finding)}>
                说明理由
              </Button>
            )}
            {accept === undefined ? null : (
              <Button size="small" onClick={() => accept(finding)}>
                以后都放行
              </Button>
            )}
          </div>
        </div>
      ) : null}
    </li>
  );
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 58)}……` : text;
}
