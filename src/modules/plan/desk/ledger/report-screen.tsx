/** Reporting on one task, made for a phone: the task in two lines, then the form and nothing else. */
import { Link, useNavigate, useParams } from 'react-router';
import { EmptyState } from '#desk/components/empty-state/empty-state.tsx';
import { Loading } from '#desk/components/loading/loading.tsx';
import { PageHeader } from '#desk/components/page-header/page-header.tsx';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { useApi } from '#desk/data/use-api.ts';
import type { TaskDetail } from '../../contract/tasks.ts';
import { EntryForm } from './entry-form.tsx';
import { useReportingUnits } from './task-ledger.tsx';
import '../plan-desk.css';
import './ledger.css';

const help = (
  <>
    <p>写一句话，拍张照片或贴个网址，就算填报了。日期和您的姓名由平台记下。</p>
    <p>写到一半可以离开，内容自动存为草稿，换一台电脑也在。填错了用“更正”另写一条，原来的保留并划去。</p>
  </>
);

export function ReportScreen() {
  const { taskId = '' } = useParams();
  const navigate = useNavigate();
  const task = useApi<TaskDetail>(`/tasks/${taskId}`);
  const units = useReportingUnits(task.data);
  if (task.error !== null) return <RefusalNotice error={task.error} onRetry={() => void task.refetch()} />;
  if (task.data === undefined) return <Loading what="任务" lines={8} />;
  const { no, item, requirement } = task.data;
  return (
    <div className="report-screen">
      <PageHeader
        title={`填报：${no === null ? '' : `第${no}项 `}${item ?? ''}`}
        summary={<Link to={`/plan/tasks/${taskId}`}>{requirement}</Link>}
        help={help}
      />
      {units.length === 0 ? (
        <EmptyState
          title="这项任务没有分给您的单位，或者您的岗位不填报"
          hint="台账由任务的牵头、责任和配合单位的经办人、审核人或负责人填报。"
          action={<Link to={`/plan/tasks/${taskId}`}>回到任务</Link>}
        />
      ) : (
        <EntryForm taskId={taskId} units={units} onDone={() => navigate(`/plan/tasks/${taskId}`)} />
      )}
    </div>
  );
}
