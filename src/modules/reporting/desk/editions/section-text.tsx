/** One section: its words, edited in place, and where each number comes from. */
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { TextArea } from '#desk/components/form-pattern/text-controls.tsx';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { useSay } from '#desk/components/say/use-say.tsx';
import { noOf } from '#desk/data/answer.ts';
import { useCommand } from '#desk/data/use-api.ts';
import type { ReportDraft } from '../../contract/editions.ts';

type Section = ReportDraft['sections'][number];
type DraftNumber = ReportDraft['numbers'][number];

function SourceOfNumber(props: {
  readonly year: number;
  readonly unitId: string | null;
  readonly number: DraftNumber;
}) {
  const { year, unitId, number } = props;
  const unit = unitId === null ? '' : `&unit=${unitId}`;
  const [first] = number.cells;
  return (
    <li>
      {first === undefined ? (
        <details>
          <summary>{number.quote}</summary>
          <ul>
            {number.rows.map((row) => (
              <li key={row.address + row.title}>
                <Link to={row.address}>{row.title}</Link>
              </li>
            ))}
          </ul>
        </details>
      ) : (
        <Link to={`/reports/tables?year=${year}${unit}&cell=${first}`}>{number.quote}</Link>
      )}
      {number.said ? null : <span className="report-warning">　◇ 文字里不是这样写的，请核对</span>}
    </li>
  );
}

export function SectionText(props: {
  readonly year: number;
  readonly unitId: string | null;
  readonly section: Section;
  readonly numbers: readonly DraftNumber[];
  readonly mayEdit: boolean;
}) {
  const { year, unitId, section, numbers, mayEdit } = props;
  const say = useSay();
  const [text, setText] = useState<string>();
  const save = useCommand<string>({
    call: (words) => ({
      method: 'PUT',
      path: `/reports/years/${year}/texts/${section.number}`,
      body: { unitId, text: words },
    }),
    changes: ['/reports'],
    onDone: () => {
      setText(undefined);
      say.done('已保存');
    },
  });
  const isTable = section.number === 2 || section.number === 3;
  const state = section.edited ? `${section.byName ?? ''}改过` : '按今天的数起草';
  return (
    <section className="report-section" aria-label={section.title}>
      <h3>
        {section.title}
        {isTable && section.text === '' ? null : <span className="quiet">　{state}</span>}
      </h3>
      {text === undefined ? (
        <>
          {section.text === '' ? (
            <p className="quiet">
              {isTable ? '这一部分是表格，见“年报数据”；需要时可以加文字。' : '还没有文字。'}
            </p>
          ) : (
            section.text
              .split('\n')
              .filter((line) => line.trim() !== '')
              .map((line) => (
                <p key={line} className="report-paragraph">
                  {line.split(/(〔请填写[^〕]*〕)/u).map((part, at) =>
                    // biome-ignore lint/suspicious/noArrayIndexKey: parts of one line never move
                    part.startsWith('〔请填写') ? <mark key={at}>{part}</mark> : part,
                  )}
                </p>
              ))
          )}
          {mayEdit ? (
            <Button size="small" onClick={() => setText(section.text)}>
              修改
            </Button>
          ) : null}
        </>
      ) : (
        <>
          <label htmlFor={`section-${section.number}`} className="visually-hidden">
            {section.title}
          </label>
          <TextArea
            id={`section-${section.number}`}
            value={text}
            onChange={setText}
            rows={section.number === 1 ? 12 : 5}
            maxLength={60_000}
          />
          {save.error === null ? null : <RefusalNotice error={noOf(save.error)} />}
          <p className="detail-actions">
            <Button type="primary" loading={save.isPending} onClick={() => save.mutate(text)}>
              保存
            </Button>
            {section.edited ? <Button onClick={() => save.mutate('')}>恢复自动起草</Button> : null}
            <Button onClick={() => setText(undefined)}>不改了</Button>
          </p>
        </>
      )}
      {numbers.length === 0 ? null : (
        <details className="report-sources">
          <summary>数字的来源（{numbers.length}处）</summary>
          <ul>
            {numbers.map((number) => (
              <SourceOfNumber key={number.quote} year={year} unitId={unitId} number={number} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
