/** Reviews an import: source beside tasks, units against the register, preview, confirmation. */
import { Button, Tabs, Tag } from 'antd';
import { useCallback, useEffect, useRef } from 'react';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { useConfirm } from '#desk/components/confirm/use-confirm.tsx';
import { EmptyState } from '#desk/components/empty-state/empty-state.tsx';
import { Loading } from '#desk/components/loading/loading.tsx';
import { PageHeader } from '#desk/components/page-header/page-header.tsx';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { apiAddress } from '#desk/data/call-api.ts';
import { useCommand } from '#desk/data/use-api.ts';
import { useNarrow } from '#desk/theme/use-narrow.ts';
import type { ImportView } from '../../contract/imports.ts';
import type { DraftTask, ImportDraft } from '../../rules/shapes.ts';
import { importStatusTitles } from '../../words/plans.ts';
import { HeadForm } from './head-form.tsx';
import { ClosedState, ReadingState } from './import-states.tsx';
import { PreviewPane } from './preview-pane.tsx';
import { SourcePane } from './source-pane.tsx';
import { TaskEditor } from './task-editor.tsx';
import { TaskList } from './task-list.tsx';
import { UnitsPane } from './units-pane.tsx';
import { type DraftReview, useDraftReview } from './use-draft.ts';
import { useReviewKeys, useUndoKey } from './use-review-keys.ts';
import '../plan-desk.css';

const help = (
  <>
    <p>左边是原文，中间是任务，右边逐项核对。带 ◇ 的是存疑的地方：改对它，或点“核对无误”。</p>
    <p>键盘：j 下一项，k 上一项，n 下一处存疑，y 核对无误，e 进入要改的格子，Esc 离开格子，Ctrl+Z 撤销。</p>
    <p>每次修改立即保存。放弃的草稿可以恢复。</p>
  </>
);

function emptyTask(): DraftTask {
  return {
    key: `n${crypto.getRandomValues(new Uint32Array(2)).join('-')}`,
    no: null,
    section: null,
    subsection: null,
    item: null,
    requirement: '',
    lead: [],
    responsible: [],
    cooperating: [],
    deadlineText: null,
    deadline: {
      kind: 'none',
      date: null,
      thenOngoing: false,
      days: null,
      dayUnit: null,
      from: null,
      milestones: [],
    },
    quotas: [],
    inherited: [],
    source: {},
    flags: [],
  };
}

function TasksStep({
  importId,
  draft,
  review,
}: {
  importId: string;
  draft: ImportDraft;
  review: DraftReview;
}) {
  const [params, setParams] = useSearchParams();
  const selected = draft.tasks.find((task) => task.key === params.get('task')) ?? draft.tasks[0];
  const select = useCallback(
    (key: string) =>
      setParams(
        (old) => new URLSearchParams([...old].filter(([name]) => name !== 'task').concat([['task', key]])),
        { replace: true },
      ),
    [setParams],
  );
  useReviewKeys({ tasks: draft.tasks, selected, onSelect: select, edit: review.edit });
  const editor = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another task brings another doubt into view
  useEffect(() => {
    const shown = editor.current;
    const doubtful = shown?.querySelector('.draft-field-doubtful');
    if (shown == null) return;
    const below = doubtful?.getBoundingClientRect().bottom ?? 0;
    shown.scrollTop += Math.max(0, below - shown.getBoundingClientRect().bottom);
  }, [selected?.key]);
  const add = () => {
    const task = emptyTask();
    review.edit({ op: 'insertTask', after: selected?.key ?? null, task });
    select(task.key);
  };
  return (
    <div className="review-columns">
      <SourcePane importId={importId} marked={selected?.source} />
      <TaskList tasks={draft.tasks} selected={selected?.key} onSelect={select} onAdd={add} />
      <section aria-label="核对任务" className="review-editor" ref={editor}>
        {selected === undefined ? (
          <EmptyState
            title="草稿里没有任务"
            hint="可以手工添加。"
            action={<Button onClick={add}>添加任务</Button>}
          />
        ) : (
          <TaskEditor key={selected.key} task={selected} edit={review.edit} />
        )}
      </section>
    </div>
  );
}

function ReaderNotes({ view }: { view: ImportView }) {
  if (view.notes.length + view.differences.length === 0) return null;
  return (
    <details className="preview-warnings">
      <summary>◇ 读取时注意到{view.notes.length + view.differences.length}件事</summary>
      <ul>
        {view.notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
        {view.differences.map((difference) => (
          <li key={`${difference.no}${difference.field}`}>
            {difference.no === null ? '' : `第${difference.no}项`}前后两处不一致：“{difference.first}”与“
            {difference.second}”
          </li>
        ))}
      </ul>
    </details>
  );
}

function DraftSteps({
  importId,
  view,
  draft,
  review,
}: {
  importId: string;
  view: ImportView;
  draft: ImportDraft;
  review: DraftReview;
}) {
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  // Three long labels do not fit a phone, and what the library then makes of them no screen reader understands.
  const narrow = useNarrow();
  const step = params.get('step') ?? 'tasks';
  const go = (next: string, task?: string) =>
    setParams(task === undefined ? { step: next } : { step: next, task }, { replace: true });
  const undecided = view.matches.filter((match) => draft.units[match.name] === undefined).length;
  const doubts = draft.tasks.reduce(
    (sum, task) => sum + task.flags.filter((flag) => !flag.settled).length,
    0,
  );
  return (
    <>
      {review.refused === null ? null : <RefusalNotice error={review.refused} takesFocus />}
      <ReaderNotes view={view} />
      <HeadForm head={draft.head} edit={review.edit} />
      <Tabs
        activeKey={step}
        onChange={(next) => go(next)}
        destroyOnHidden
        items={[
          {
            key: 'tasks',
            label: narrow ? '核对任务' : `一、核对任务${doubts > 0 ? `（存疑${doubts}处）` : ''}`,
            children: <TasksStep importId={importId} draft={draft} review={review} />,
          },
          {
            key: 'units',
            label: narrow ? '对应单位' : `二、对应单位${undecided > 0 ? `（待对应${undecided}个）` : ''}`,
            children: <UnitsPane view={view} edit={review.edit} />,
          },
          {
            key: 'preview',
            label: narrow ? '预览并确认' : '三、预览并确认',
            children: (
              <PreviewPane
                importId={importId}
                version={view.version}
                onGoTask={(key) => go('tasks', key)}
                onGoUnits={() => go('units')}
                onConfirmed={(planId) => void navigate(`/plan/board?plan=${planId}`)}
              />
            ),
          },
        ]}
      />
    </>
  );
}

export function ReviewScreen() {
  const { importId = '' } = useParams();
  const review = useDraftReview(importId);
  const confirm = useConfirm();
  const { view } = review;
  const discard = useCommand<void>({
    call: () => ({ method: 'DELETE', path: `/plan-imports/${importId}` }),
    changes: ['/plan-imports'],
  });
  const undo = review.undo;
  useUndoKey(undo);
  if (review.error !== null) return <RefusalNotice error={review.error} onRetry={review.reload} />;
  if (view === undefined) return <Loading what="导入" lines={8} />;
  const putAway = async () => {
    const agreed = await confirm({
      verb: '放弃',
      name: view.fileName,
      consequence: '草稿会收起来，可以恢复。',
    });
    if (agreed) discard.mutate();
  };
  const isDraft = view.status === 'draft' && view.draft !== null;
  return (
    <>
      <PageHeader
        title={view.title === null || view.title === '' ? '核对导入' : `核对《${view.title}》`}
        summary={
          <>
            <Tag>{importStatusTitles[view.status]}</Tag>
            <a href={apiAddress(`/plan-imports/${importId}/file`)}>{view.fileName}</a>
            {isDraft ? (review.saving ? '，正在保存…' : '，已保存') : ''}
          </>
        }
        actions={
          isDraft ? (
            <>
              <Link to={`/plan/lint?plan=import:${importId}`}>检查</Link>
              <Link to={`/plan/back-test?plan=import:${importId}`}>上年试算</Link>
              <Button disabled={undo === undefined} onClick={() => undo?.()}>
                撤销
              </Button>
              <Button danger onClick={() => void putAway()}>
                放弃
              </Button>
            </>
          ) : undefined
        }
        help={help}
      />
      {view.status === 'reading' ? (
        <ReadingState view={view} importId={importId} />
      ) : isDraft && view.draft !== null ? (
        <DraftSteps importId={importId} view={view} draft={view.draft} review={review} />
      ) : (
        <ClosedState view={view} importId={importId} />
      )}
    </>
  );
}
