/** One task of a back-test: each measure's figures of last year against the target, and the rows they are made of. */
import { Button, Tag } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { Facts } from '#desk/components/facts/facts.tsx';
import { Loading } from '#desk/components/loading/loading.tsx';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { SidePanel } from '#desk/components/side-panel/side-panel.tsx';
import { StandingChip } from '#desk/components/standing-chip/standing-chip.tsx';
import { useApi } from '#desk/data/use-api.ts';
import { dayTextInWords } from '#kernel/day-words.ts';
import type { BackTestedTask } from '../../contract/back-testing.ts';
import type { PastTask, StandIn } from '../../rules/back-testing/shapes.ts';
import { standInInWords } from '../../rules/back-testing/stand-ins.ts';
import { valueInWords } from '../../rules/measuring/verdict.ts';
import { pastStandingTitles } from '../../words/back-testing.ts';
import { EvidenceLink } from '../measuring/evidence-link.tsx';
import { TargetBar } from '../measuring/figure-list.tsx';
import '../measuring/measuring.css';

type TriedBinding = BackTestedTask['bindings'][number];
type TriedFigure = TriedBinding['figures'][number];

/** Worst first, so that what was missing is seen without scrolling. */
const severity = { failing: 0, cannotTell: 1, met: 2 } as const;
const shownAtFirst = 8;

function Rows({ figure }: { figure: TriedFigure }) {
  const more = figure.evidenceCount - figure.rows.length;
  return (
    <>
      <ul className="evidence-list">
        {figure.rows.map((row) => (
          <li key={row.key}>
            <span className="evidence-day">{dayTextInWords(row.day)}</span>
            <EvidenceLink address={row.address}>{row.title}</EvidenceLink>
            {row.unitName === null ? null : <span className="plan-secondary">{row.unitName}</span>}
          </li>
        ))}
      </ul>
      {more > 0 ? <p className="plan-secondary">{`另有${more}条没有列出。`}</p> : null}
    </>
  );
}

function FigureLine({ binding, figure }: { binding: TriedBinding; figure: TriedFigure }) {
  const [isOpen, setOpen] = useState(false);
  const name = `${figure.unitName ?? '合计'}${figure.part === '' ? '' : ` ${figure.part}`}`;
  return (
    <>
      <tr>
        <th scope="row">{name}</th>
        <td>
          {figure.value === null ? null : (
            <>
              <span className="figure-value">{valueInWords(figure.value, binding.valueUnit)}</span>
              <TargetBar value={figure.value} target={binding.target} standing={figure.standing} />
            </>
          )}
          {figure.unknown === null ? null : <p className="plan-secondary">{figure.unknown}</p>}
        </td>
        <td>
          <StandingChip standing={figure.standing} word={pastStandingTitles[figure.standing]} />
        </td>
        <td>
          {figure.evidenceCount === 0 ? (
            <span className="plan-secondary">没有</span>
          ) : (
            <Button
              type="link"
              size="small"
              aria-expanded={isOpen}
              aria-label={`${name}的记录${figure.evidenceCount}条`}
              onClick={() => setOpen(!isOpen)}
            >
              {`${figure.evidenceCount}条`}
            </Button>
          )}
        </td>
      </tr>
      {isOpen ? (
        <tr>
          <td colSpan={4}>
            <Rows figure={figure} />
          </td>
        </tr>
      ) : null}
    </>
  );
}

/** Whose ledger was looked at instead, so that the reader can judge whether it is the same work. */
function StandInLine({ standIn }: { standIn: StandIn }) {
  return (
    <p>
      <Link to={`/plan/tasks/${standIn.taskId}`}>{standInInWords(standIn)}</Link>
      <span className="plan-secondary">{`（${standIn.reasons.join('；')}）`}</span>
    </p>
  );
}

function BindingSection({ binding }: { binding: TriedBinding }) {
  const [all, setAll] = useState(false);
  const figures = [...binding.figures].sort(
    (left, right) => severity[left.standing] - severity[right.standing],
  );
  const shown = all ? figures : figures.slice(0, shownAtFirst);
  return (
    <section className="binding-card back-test-binding">
      <h3>
        {binding.title} {binding.isProposed ? <Tag>建议</Tag> : null}
      </h3>
      <p className="plan-secondary">{binding.terms}</p>
      <p>{binding.reason}</p>
      {binding.standIn === null ? null : <StandInLine standIn={binding.standIn} />}
      {shown.length === 0 ? null : (
        <div className="figure-list">
          <table className="plain-table">
            <caption className="visually-hidden">{`“${binding.title}”上年各单位的数`}</caption>
            <thead>
              <tr>
                <th scope="col">单位或期间</th>
                <th scope="col">{`当时的数（要求${binding.demand}）`}</th>
                <th scope="col">结果</th>
                <th scope="col">记录</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((figure) => (
                <FigureLine
                  key={`${figure.unitId ?? 'all'} ${figure.from}`}
                  binding={binding}
                  figure={figure}
                />
              ))}
            </tbody>
          </table>
          {figures.length > shown.length ? (
            <Button size="small" onClick={() => setAll(true)}>
              {`显示全部${figures.length}行`}
            </Button>
          ) : null}
        </div>
      )}
    </section>
  );
}

export function BackTestPanel({
  side,
  task,
  onClose,
}: {
  side: string;
  task: PastTask;
  onClose: () => void;
}) {
  const detail = useApi<BackTestedTask>('/plan-back-tests/task', { plan: side, task: task.taskId });
  const [kind] = side.split(':');
  return (
    <SidePanel
      title={`${task.no === null ? '' : `第${task.no}项 `}${task.title}`}
      onClose={onClose}
      width="wide"
      takesFocus={false}
      footer={kind === 'plan' ? <Link to={`/plan/tasks/${task.taskId}`}>打开任务</Link> : undefined}
    >
      <StandingChip standing={task.standing} word={pastStandingTitles[task.standing]} />
      <Facts
        facts={[
          ['任务', task.requirement],
          ['上年的期限', dayTextInWords(task.due)],
          ['依据', task.bindings.length === 0 ? task.reason : null],
        ]}
      />
      {detail.error === null ? null : (
        <RefusalNotice error={detail.error} onRetry={() => void detail.refetch()} />
      )}
      {detail.data === undefined ? (
        detail.error === null ? (
          <Loading what="上年的记录" lines={4} />
        ) : null
      ) : (
        detail.data.bindings.map((binding) => <BindingSection key={binding.bindingId} binding={binding} />)
      )}
    </SidePanel>
  );
}
