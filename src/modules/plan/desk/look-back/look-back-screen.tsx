/** One look-back: every task of the plan with what was found, what proves it and what is being rectified. */
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { DataColumn } from '#desk/components/data-table/columns.ts';
import { DataTable } from '#desk/components/data-table/data-table.tsx';
import { Facts } from '#desk/components/facts/facts.tsx';
import { FormField } from '#desk/components/form-pattern/form-field.tsx';
import { FormFrame } from '#desk/components/form-pattern/form-frame.tsx';
import { TextArea } from '#desk/components/form-pattern/text-controls.tsx';
import { useContractForm } from '#desk/components/form-pattern/use-contract-form.ts';
import { Loading } from '#desk/components/loading/loading.tsx';
import { PageHeader } from '#desk/components/page-header/page-header.tsx';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { useSay } from '#desk/components/say/use-say.tsx';
import { SidePanel } from '#desk/components/side-panel/side-panel.tsx';
import { StandingChip } from '#desk/components/standing-chip/standing-chip.tsx';
import { useApi, useCommand } from '#desk/data/use-api.ts';
import { instantOf } from '#kernel/clock.ts';
import { instantWords, longDay } from '#kernel/day-words.ts';
import {
  closeLookBackSchema,
  type LookBackDetail,
  type LookBackTask,
  type LookBackVerdictView,
} from '../../contract/look-back.ts';
import { type LookBackVerdictKind, lookBackVerdictKinds } from '../../rules/look-back.ts';
import { lookBackVerdictTitles } from '../../words/look-back.ts';
import { orderStatusTitles } from '../../words/supervision.ts';
import { RectificationForm, VerdictForm } from './verdict-form.tsx';
import '../plan-desk.css';

const chipOf: Readonly<Record<LookBackVerdictKind, 'met' | 'failing' | 'notYetDue'>> = {
  struckOff: 'met',
  unfinished: 'failing',
  noLongerDemanded: 'notYetDue',
};

function VerdictChip({ verdict }: { verdict: LookBackVerdictKind | undefined }) {
  return verdict === undefined ? (
    <StandingChip standing="cannotTell" word="待核查" />
  ) : (
    <StandingChip standing={chipOf[verdict]} word={lookBackVerdictTitles[verdict]} />
  );
}

const ordersOf = (task: LookBackTask) => task.verdicts[0]?.orders ?? [];
const wordOf = (task: LookBackTask) => {
  const verdict = task.verdicts[0]?.verdict;
  return verdict === undefined ? '待核查' : lookBackVerdictTitles[verdict];
};

const columns: readonly DataColumn<LookBackTask>[] = [
  {
    key: 'no',
    title: '序号',
    width: 72,
    align: 'right',
    sortable: true,
    value: (row) => row.no,
    card: 'none',
  },
  {
    key: 'requirement',
    title: '任务',
    value: (row) => row.requirement,
    render: (row) => <span className="task-words">{row.requirement}</span>,
    card: 'title',
  },
  {
    key: 'units',
    title: '责任单位',
    width: 180,
    value: (row) =>
      row.assignments
        .slice(0, 4)
        .map(({ unitName }) => unitName)
        .join('、'),
  },
  {
    key: 'verdict',
    title: '核查结果',
    width: 120,
    value: wordOf,
    render: (row) => <VerdictChip verdict={row.verdicts[0]?.verdict} />,
    filter: {
      kind: 'choice',
      options: ['待核查', ...lookBackVerdictKinds.map((kind) => lookBackVerdictTitles[kind])].map((word) => ({
        value: word,
        label: word,
      })),
    },
  },
  {
    key: 'standing',
    title: '度量',
    width: 110,
    value: (row) => row.standing,
    render: (row) => <StandingChip standing={row.standing} />,
  },
  {
    key: 'rectification',
    title: '整改',
    width: 170,
    value: (row) =>
      ordersOf(row)
        .map(({ number, status }) => `${number} ${orderStatusTitles[status]}`)
        .join('；'),
  },
];

function FoundFacts({ found }: { found: LookBackVerdictView }) {
  return (
    <Facts
      facts={[
        ['结果', <VerdictChip key="chip" verdict={found.verdict} />],
        ['核查情况', found.ground],
        [
          '佐证',
          found.proof.length === 0 ? null : (
            <ul key="proof" className="look-back-list">
              {found.proof.map((one) => (
                <li key={`${one.address}:${one.title}`}>
                  {one.address.startsWith('/') ? (
                    <Link to={one.address}>{one.title}</Link>
                  ) : (
                    <a href={one.address} target="_blank" rel="noreferrer">
                      {one.title}
                    </a>
                  )}
                </li>
              ))}
            </ul>
          ),
        ],
        [
          '整改',
          found.orders.length === 0 ? null : (
            <ul key="orders" className="look-back-list">
              {found.orders.map((order) => (
                <li key={order.orderId}>
                  <Link to={`/plan/orders/${order.orderId}`}>{order.number}</Link> {order.unitName}，
                  {orderStatusTitles[order.status]}
                </li>
              ))}
            </ul>
          ),
        ],
        ['当时的度量', found.standingReason],
        ['核查人', `${found.judgedByName}，${instantWords(instantOf(found.judgedAt))}`],
      ]}
    />
  );
}

function TaskPanel(props: { lookBack: LookBackDetail; task: LookBackTask; onClose: () => void }) {
  const { lookBack, task, onClose } = props;
  const [editing, setEditing] = useState<'verdict' | 'rectification'>();
  const [inForce, ...earlier] = task.verdicts;
  const isOpen = lookBack.closedAt === null;
  const done = () => setEditing(undefined);
  const showsForm = isOpen && (editing === 'verdict' || inForce === undefined);
  const mayRectify = isOpen && inForce?.verdict === 'unfinished' && inForce.orders.length === 0;
  return (
    <SidePanel title={`第${task.no ?? '—'}项`} onClose={onClose} width="wide">
      <p className="task-words">{task.requirement}</p>
      <Facts
        facts={[
          ['责任单位', task.assignments.map(({ unitName }) => unitName).join('、')],
          ['完成时限', task.deadlineText],
          ['度量', task.standingReason],
        ]}
      />
      {inForce === undefined ? null : (
        <>
          <h3>核查结果</h3>
          <FoundFacts found={inForce} />
        </>
      )}
      {!isOpen || showsForm || editing !== undefined ? null : (
        <div className="form-actions">
          <Button onClick={() => setEditing('verdict')}>更改结果</Button>
          {mayRectify ? (
            <Button type="primary" onClick={() => setEditing('rectification')}>
              下达整改
            </Button>
          ) : null}
        </div>
      )}
      {showsForm ? (
        <VerdictForm key={inForce?.id ?? 'first'} lookBackId={lookBack.id} task={task} onDone={done} />
      ) : null}
      {editing === 'rectification' ? (
        <RectificationForm lookBackId={lookBack.id} task={task} onDone={done} />
      ) : null}
      {earlier.length === 0 ? null : (
        <details>
          <summary>此前的记录（{earlier.length}）</summary>
          {earlier.map((found) => (
            <FoundFacts key={found.id} found={found} />
          ))}
        </details>
      )}
    </SidePanel>
  );
}

function CloseForm({ lookBack }: { lookBack: LookBackDetail }) {
  const say = useSay();
  const { counts } = lookBack;
  const close = useCommand<object>({
    call: (body) => ({ method: 'POST', path: `/look-backs/${lookBack.id}/close`, body }),
    changes: ['/look-backs'],
  });
  const form = useContractForm({
    contract: closeLookBackSchema,
    initial: {
      conclusion: `共核查${counts.tasks}项，核销${counts.struckOff}项，未完成并下达整改${counts.unfinished}项，不再要求${counts.noLongerDemanded}项。`,
    },
    submit: async (value) => {
      await close.mutateAsync(value);
      say.done('“回头看”已结束');
    },
  });
  return (
    <section className="look-back-close" aria-label="结束核查">
      <h2 className="plan-heading">写结论，结束核查</h2>
      <FormFrame form={form} verb="结束“回头看”">
        <FormField form={form} name="conclusion" label="核查结论">
          {(control) => <TextArea {...control} rows={3} />}
        </FormField>
      </FormFrame>
    </section>
  );
}

export function LookBackScreen() {
  const { lookBackId = '' } = useParams();
  const lookBack = useApi<LookBackDetail>(`/look-backs/${lookBackId}`);
  if (lookBack.error !== null) {
    return <RefusalNotice error={lookBack.error} onRetry={() => void lookBack.refetch()} />;
  }
  if (lookBack.data === undefined) return <Loading what="核查情况" lines={8} />;
  const { data } = lookBack;
  const { counts } = data;
  const isReady = data.closedAt === null && counts.undecided + counts.unordered === 0;
  return (
    <>
      <PageHeader
        title={`回头看：${data.planTitle}`}
        summary={
          data.closedAt === null
            ? `应在${longDay(data.dueOn)}前完成；还有${counts.undecided}项待核查，${counts.unordered}项未完成的待下达整改`
            : `${data.closedByName ?? ''}${instantWords(instantOf(data.closedAt))}结束`
        }
      />
      <p className="comparison-sum" aria-live="polite">
        共<strong>{counts.tasks}</strong>项：核销<strong>{counts.struckOff}</strong>项，未完成
        <strong>{counts.unfinished}</strong>项，不再要求<strong>{counts.noLongerDemanded}</strong>项，待核查
        <strong>{counts.undecided}</strong>项
      </p>
      {data.conclusion === null ? null : <p className="look-back-conclusion">{data.conclusion}</p>}
      {isReady ? <CloseForm lookBack={data} /> : null}
      <DataTable<LookBackTask>
        title="核查任务"
        screen="plan.lookBack"
        columns={columns}
        source={{ kind: 'rows', rows: data.tasks }}
        keyOf={(row) => row.taskId}
        panel={({ row, close }) =>
          row === undefined ? null : <TaskPanel key={row.taskId} lookBack={data} task={row} onClose={close} />
        }
        empty={{ title: '这份计划没有任务' }}
      />
    </>
  );
}
