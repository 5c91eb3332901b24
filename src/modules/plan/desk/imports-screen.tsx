/** Hands a plan document in (drop, choose or paste) and lists what came in before. */
import { Button, Input, InputNumber, Radio, Tabs, Tag } from 'antd';
import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import type { z } from 'zod';
import type { DataColumn } from '#desk/components/data-table/columns.ts';
import { DataTable } from '#desk/components/data-table/data-table.tsx';
import { FileDrop } from '#desk/components/file-drop/file-drop.tsx';
import { serverDraft } from '#desk/components/form-pattern/draft-store.ts';
import { useDraft } from '#desk/components/form-pattern/use-draft.ts';
import { PageHeader } from '#desk/components/page-header/page-header.tsx';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { useCommand } from '#desk/data/use-api.ts';
import { instantOf } from '#kernel/clock.ts';
import { instantWords } from '#kernel/day-words.ts';
import type { importSummarySchema, startedImportSchema } from '../contract/imports.ts';
import { type PlanKind, planKinds } from '../rules/shapes.ts';
import { planKindTitles } from '../words/comparing.ts';
import { importStatusTitles } from '../words/plans.ts';
import './plan-desk.css';

type ImportSummary = z.infer<typeof importSummarySchema>;
type StartedImport = z.infer<typeof startedImportSchema>;

const accepts = ['.docx', '.doc', '.xlsx', '.xls', '.pdf', '.ofd', '.html', '.htm', '.md', '.txt'];
const uploadLimit = 50 * 1024 * 1024;

const help = (
  <>
    <p>
      把印发的工作要点或任务分解表拖进来，系统读出每项任务、单位和时限，存疑的地方做上标记，由您核对后确认。
    </p>
    <p>草稿随改随存，关掉浏览器也不会丢。同一份计划再次导入时，只显示差异并更新，不影响已有进展。</p>
  </>
);

const columns: readonly DataColumn<ImportSummary>[] = [
  {
    key: 'title',
    title: '任务分解表',
    value: (row) => row.title ?? row.fileName,
    render: (row) => (
      <>
        {row.title === null || row.title === '' ? row.fileName : row.title}
        <div className="plan-secondary">{row.fileName}</div>
      </>
    ),
    card: 'title',
  },
  {
    key: 'status',
    title: '状态',
    width: 110,
    value: (row) => importStatusTitles[row.status],
    render: (row) => <Tag>{importStatusTitles[row.status]}</Tag>,
  },
  {
    key: 'planKind',
    title: '类别',
    width: 120,
    value: (row) => planKindTitles[row.planKind],
  },
  { key: 'taskCount', title: '任务', width: 80, align: 'right', value: (row) => row.taskCount },
  { key: 'openFlags', title: '存疑', width: 80, align: 'right', value: (row) => row.openFlags },
  { key: 'createdBy', title: '上传人', width: 110, value: (row) => row.createdBy },
  {
    key: 'updatedAt',
    title: '更新时间',
    width: 190,
    value: (row) => instantWords(instantOf(row.updatedAt)),
  },
];

function YearField({ year, onYear }: { year: number | null; onYear: (year: number | null) => void }) {
  return (
    <div className="plan-year-field">
      文件没有写明年份时按
      <InputNumber
        min={2000}
        max={2100}
        value={year}
        onChange={onYear}
        placeholder="可不填"
        aria-label="文件没有写明年份时使用的年份"
      />
      年计算
    </div>
  );
}

function KindField({ kind, onKind }: { kind: PlanKind; onKind: (kind: PlanKind) => void }) {
  return (
    <div className="plan-year-field">
      <Radio.Group
        aria-label="这是谁的计划"
        value={kind}
        onChange={(event) => onKind(event.target.value)}
        options={planKinds.map((value) => ({ value, label: planKindTitles[value] }))}
      />
      {kind === 'own' ? null : (
        <span>
          {kind === 'superior'
            ? '与本县任务并列跟踪，能对应上的单位会看到；不公开'
            : '只用来比较，不会分给任何单位，也不公开'}
        </span>
      )}
    </div>
  );
}

function PasteForm({
  year,
  kind,
  onStarted,
}: {
  year: number | null;
  kind: PlanKind;
  onStarted: (started: StartedImport) => void;
}) {
  const [text, setText] = useState('');
  const store = useMemo(() => serverDraft<{ text: string }>('plan.imports', 'paste'), []);
  const draft = useDraft(store, { text }, text !== '', (kept) => setText(kept.text));
  const paste = useCommand<string, StartedImport>({
    call: (pasted) => ({
      method: 'POST',
      path: '/plan-imports/pasted',
      body: { text: pasted, kind, ...(year === null ? {} : { year }) },
    }),
    changes: ['/plan-imports'],
    onDone: (started) => {
      draft.forget();
      onStarted(started);
    },
  });
  return (
    <div className="plan-paste">
      <Input.TextArea
        rows={9}
        value={text}
        onChange={(event) => setText(event.target.value)}
        placeholder="从 Word、WPS、网页或表格里复制，粘贴到这里"
        aria-label="粘贴任务分解表的文字"
      />
      {draft.restoredAt === undefined ? null : <p className="plan-secondary">已取回上次没有读取的文字。</p>}
      {paste.error === null ? null : <RefusalNotice error={paste.error} takesFocus />}
      <Button
        type="primary"
        disabled={text.trim() === ''}
        loading={paste.isPending}
        onClick={() => paste.mutate(text)}
      >
        读取粘贴的文字
      </Button>
    </div>
  );
}

export function ImportsScreen() {
  const navigate = useNavigate();
  const [year, setYear] = useState<number | null>(null);
  const [kind, setKind] = useState<PlanKind>('own');
  const open = ({ importId }: StartedImport) => navigate(`/plan/imports/${importId}`);
  return (
    <>
      <PageHeader
        title="导入任务分解表"
        summary="上传印发的文件，几秒钟读成任务，核对后分到各单位"
        help={help}
      />
      <section className="plan-import-entry" aria-label="上传或粘贴">
        <Tabs
          items={[
            {
              key: 'file',
              label: '上传文件',
              children: (
                <FileDrop<StartedImport>
                  title="把任务分解表拖到这里"
                  accepts={accepts}
                  limit={uploadLimit}
                  path="/plan-imports"
                  values={{ kind, ...(year === null ? {} : { year: String(year) }) }}
                  onDone={(started) => void open(started)}
                />
              ),
            },
            {
              key: 'text',
              label: '粘贴文字',
              children: <PasteForm year={year} kind={kind} onStarted={(started) => void open(started)} />,
            },
          ]}
        />
        <KindField kind={kind} onKind={setKind} />
        <YearField year={year} onYear={setYear} />
      </section>
      <h2 className="plan-heading">导入记录</h2>
      <DataTable<ImportSummary>
        title="导入记录"
        columns={columns}
        source={{ kind: 'pages', path: '/plan-imports', query: () => ({}) }}
        keyOf={(row) => row.id}
        onOpen={(row) => void navigate(`/plan/imports/${row.id}`)}
        empty={{ title: '这里会列出导入过的任务分解表', hint: '先在上面上传一份文件' }}
      />
    </>
  );
}
