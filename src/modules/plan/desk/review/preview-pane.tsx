/** What confirming will do, what stands in the way, and the button that does it. */
import { Button, Table } from 'antd';
import { Loading } from '#desk/components/loading/loading.tsx';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { useApi, useCommand } from '#desk/data/use-api.ts';
import type { ImportPreview } from '../../rules/shapes.ts';

interface PreviewPaneProps {
  readonly importId: string;
  readonly version: number;
  readonly onGoTask: (key: string) => void;
  readonly onGoUnits: () => void;
  readonly onConfirmed: (planId: string) => void;
}

const taskName = (task: { no: number | null; requirement: string }) =>
  `${task.no === null ? '' : `${task.no}. `}${task.requirement.slice(0, 60)}`;

function Obstacles({
  preview,
  onGoTask,
  onGoUnits,
}: { preview: ImportPreview } & Pick<PreviewPaneProps, 'onGoTask' | 'onGoUnits'>) {
  const unmatched = preview.blockers.flatMap(({ unitName }) => (unitName === null ? [] : [unitName]));
  const others = preview.blockers.filter(({ unitName }) => unitName === null);
  return (
    <>
      {preview.blockers.length === 0 ? null : (
        <section className="preview-blockers" aria-label="还不能确认">
          <h3>▲ 处理完这{preview.blockers.length}处才能确认</h3>
          {unmatched.length === 0 ? null : (
            <p>
              还有{unmatched.length}个名称没有对应到单位：{unmatched.slice(0, 8).join('、')}
              {unmatched.length > 8 ? '等' : ''}
              <Button type="link" size="small" onClick={onGoUnits}>
                去对应
              </Button>
            </p>
          )}
          <ul>
            {others.map(({ sentence, taskKey }) => (
              <li key={sentence}>
                {sentence}
                {taskKey === null ? null : (
                  <Button type="link" size="small" onClick={() => onGoTask(taskKey)}>
                    去修改
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {preview.warnings.length === 0 ? null : (
        <details className="preview-warnings">
          <summary>◇ {preview.warnings.length}处请留意（不妨碍确认）</summary>
          <ul>
            {preview.warnings.map(({ sentence, taskKey }) => (
              <li key={sentence}>
                {sentence}
                {taskKey === null ? null : (
                  <Button type="link" size="small" onClick={() => onGoTask(taskKey)}>
                    去看看
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Changes({ preview }: { preview: ImportPreview }) {
  const { created, changed, withdrawn, unchanged } = preview;
  return (
    <>
      <p className="preview-sum">
        {preview.updates === null ? '将建立一份新的计划' : `将更新《${preview.updates.title}》`}：新增
        <strong>{created.length}</strong>项，修改<strong>{changed.length}</strong>项，撤下
        <strong>{withdrawn.length}</strong>项，不变<strong>{unchanged}</strong>项。
        {preview.updates === null ? '' : '已有的进展和佐证都会保留。'}
      </p>
      {changed.length === 0 ? null : (
        <details open>
          <summary>修改的任务</summary>
          <ul>
            {changed.map((task) => (
              <li key={task.key}>
                {taskName(task)}
                <dl className="preview-change">
                  {task.changes.map((change) => (
                    <div key={change.field}>
                      <dt>{change.field}</dt>
                      <dd>
                        <del>{change.before === '' ? '（空）' : change.before}</del>
                        <ins>{change.after === '' ? '（空）' : change.after}</ins>
                      </dd>
                    </div>
                  ))}
                </dl>
              </li>
            ))}
          </ul>
        </details>
      )}
      {withdrawn.length === 0 ? null : (
        <details open>
          <summary>将撤下的任务（历史保留）</summary>
          <ul>
            {withdrawn.map((task) => (
              <li key={task.taskId}>{taskName(task)}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

export function PreviewPane({ importId, version, onGoTask, onGoUnits, onConfirmed }: PreviewPaneProps) {
  const preview = useApi<ImportPreview>(`/plan-imports/${importId}/preview`, { seen: version });
  const confirm = useCommand<void, { planId: string }>({
    call: () => ({ method: 'POST', path: `/plan-imports/${importId}/confirm`, body: { version } }),
    changes: ['/plan-imports', '/plans', '/my-tasks', '/todos'],
    onDone: ({ planId }) => onConfirmed(planId),
  });
  if (preview.error !== null)
    return <RefusalNotice error={preview.error} onRetry={() => void preview.refetch()} />;
  if (preview.data === undefined) return <Loading what="预览" lines={6} />;
  const blocked = preview.data.blockers.length > 0;
  return (
    <section className="preview-pane" aria-label="预览">
      {confirm.error === null ? null : <RefusalNotice error={confirm.error} takesFocus />}
      <Obstacles preview={preview.data} onGoTask={onGoTask} onGoUnits={onGoUnits} />
      <Changes preview={preview.data} />
      <Button
        type="primary"
        size="large"
        disabled={blocked}
        loading={confirm.isPending}
        onClick={() => confirm.mutate()}
      >
        {preview.data.updates === null ? '确认，分到各单位' : '确认更新'}
      </Button>
      <h3>各单位将收到的任务</h3>
      <Table<ImportPreview['perUnit'][number]>
        rowKey="unitId"
        size="small"
        pagination={{ pageSize: 20, hideOnSinglePage: true }}
        dataSource={[...preview.data.perUnit]}
        locale={{ emptyText: '对应单位之后，这里会列出各单位的任务数' }}
        columns={[
          { title: '单位', dataIndex: 'unitName' },
          { title: '牵头', dataIndex: 'lead', width: 80, align: 'right' },
          { title: '责任', dataIndex: 'responsible', width: 80, align: 'right' },
          { title: '配合', dataIndex: 'cooperating', width: 80, align: 'right' },
        ]}
      />
    </section>
  );
}
