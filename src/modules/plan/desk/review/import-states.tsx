/** What the review shows while there is no draft: the reading under way, a refusal, a finished or discarded import. */
import { Button } from 'antd';
import { Link } from 'react-router';
import { EmptyState } from '#desk/components/empty-state/empty-state.tsx';
import { ProgressTask } from '#desk/components/progress-task/progress-task.tsx';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { useCommand } from '#desk/data/use-api.ts';
import type { ImportView } from '../../contract/imports.ts';
import { importStatusTitles } from '../../words/plans.ts';

function RereadButton({ importId, withOcr, word }: { importId: string; withOcr: boolean; word: string }) {
  const reread = useCommand<void>({
    call: () => ({ method: 'POST', path: `/plan-imports/${importId}/reread`, body: { ocr: withOcr } }),
    changes: ['/plan-imports'],
  });
  return (
    <>
      {reread.error === null ? null : <RefusalNotice error={reread.error} takesFocus />}
      <Button type="primary" loading={reread.isPending} onClick={() => reread.mutate()}>
        {word}
      </Button>
    </>
  );
}

export function ReadingState({ view, importId }: { view: ImportView; importId: string }) {
  const stop = useCommand<void>({
    call: () => ({ method: 'POST', path: `/plan-imports/${importId}/cancel` }),
    changes: ['/plan-imports'],
  });
  return (
    <ProgressTask
      title={`正在读取“${view.fileName}”`}
      share={view.progress ?? undefined}
      onStop={() => stop.mutate()}
    />
  );
}

export function ClosedState({ view, importId }: { view: ImportView; importId: string }) {
  const restore = useCommand<void>({
    call: () => ({ method: 'POST', path: `/plan-imports/${importId}/restore` }),
    changes: ['/plan-imports'],
  });
  const again = <Link to="/plan/imports">回到导入页面</Link>;
  if (view.refusal !== null) {
    const isScan = view.refusal.code === 'imageOnly';
    return (
      <EmptyState
        title={view.refusal.sentence}
        hint={view.refusal.remedy}
        action={
          <>
            {isScan ? <RereadButton importId={importId} withOcr word="识别扫描件" /> : null}
            {again}
          </>
        }
      />
    );
  }
  if (view.status === 'confirmed') {
    return (
      <EmptyState
        title="这次导入已经确认"
        hint="任务已分到各单位。"
        action={<Link to={`/plan/board?plan=${view.planId ?? ''}`}>查看任务总览</Link>}
      />
    );
  }
  return (
    <EmptyState
      title={`这次导入${importStatusTitles[view.status]}`}
      hint={view.status === 'discarded' ? '草稿还在，可以恢复后继续核对。' : '文件还在，可以重新读取。'}
      action={
        view.status === 'discarded' ? (
          <Button loading={restore.isPending} onClick={() => restore.mutate()}>
            恢复草稿
          </Button>
        ) : view.status === 'cancelled' ? (
          <RereadButton importId={importId} withOcr={false} word="重新读取" />
        ) : (
          again
        )
      }
    />
  );
}
