/** One unit's own plan: every filing, the newest first; the unit files again, the office accepts or returns. */
import { PaperClipOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { ReasonDialog } from '#desk/components/confirm/reason-dialog.tsx';
import { DateWithDerivation } from '#desk/components/date-with-derivation/date-with-derivation.tsx';
import { EmptyState } from '#desk/components/empty-state/empty-state.tsx';
import { fileSizeWords } from '#desk/components/file-drop/file-limits.ts';
import { Loading } from '#desk/components/loading/loading.tsx';
import { PageHeader } from '#desk/components/page-header/page-header.tsx';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { useSay } from '#desk/components/say/use-say.tsx';
import { StandingChip } from '#desk/components/standing-chip/standing-chip.tsx';
import { apiAddress } from '#desk/data/call-api.ts';
import { useMay } from '#desk/data/me.ts';
import { useApi, useCommand } from '#desk/data/use-api.ts';
import { dayTextInWords, longDay } from '#kernel/day-words.ts';
import type { UnitPlanDetail, UnitPlanView } from '../../contract/unit-plans.ts';
import { isFilingActionAllowed } from '../../rules/unit-plans/filing.ts';
import { filingStateTitles, timelinessTitles } from '../../words/unit-plans.ts';
import { derivationOfDue } from '../task-columns.tsx';
import { FilingForm } from './filing-form.tsx';
import { standingOfFiling } from './overview-screen.tsx';
import '../plan-desk.css';
import './unit-plans.css';

const help = (
  <>
    <p>附上盖章的方案，或者逐条写明做什么、谁负责、哪天完成。可以按本单位的任务一键生成，再补责任人。</p>
    <p>报送后等主管部门确认；退回时写明原因，修改后再报，以前的都保留。</p>
  </>
);

export function UnitPlanScreen() {
  const { planId = '', unitId = '' } = useParams();
  const may = useMay();
  const [filing, setFiling] = useState(false);
  const detail = useApi<UnitPlanDetail>(`/plans/${planId}/unit-plans/${unitId}`);
  if (detail.error !== null) {
    return <RefusalNotice error={detail.error} onRetry={() => void detail.refetch()} />;
  }
  if (detail.data === undefined) return <Loading what="任务清单" lines={8} />;
  const { row, demand, filings } = detail.data;
  const newest = filings[0];
  const mayFile = may('plan.fileUnitPlan', unitId);
  return (
    <>
      <PageHeader
        title={`${row.unitName}的任务清单`}
        summary={
          <>
            <StandingChip standing={standingOfFiling(row)} word={filingStateTitles[row.state]} />{' '}
            {timelinessTitles[row.timeliness]}
            {demand === null ? null : (
              <>
                ，期限
                <DateWithDerivation
                  day={demand.due.due}
                  derivation={derivationOfDue(demand)}
                  otherwise="无法计算"
                />
              </>
            )}
          </>
        }
        help={help}
        actions={
          mayFile && !filing ? (
            <Button type="primary" onClick={() => setFiling(true)}>
              {newest === undefined ? '报送' : '重新报送'}
            </Button>
          ) : undefined
        }
      />
      {demand?.basis == null ? null : <p className="plan-secondary">依据：{demand.basis}</p>}
      {filing ? (
        <section className="unit-plan-form" aria-label="报送任务清单">
          <FilingForm planId={planId} unitId={unitId} former={newest} onDone={() => setFiling(false)} />
        </section>
      ) : null}
      {newest === undefined && !filing ? (
        <EmptyState title="还没有报送" hint={`分到${row.tasks}项任务。附上方案文件，或者按任务逐条填写。`} />
      ) : null}
      {filings.map((view) => (
        <FilingView key={view.id} view={view} isNewest={view === newest} unitName={row.unitName} />
      ))}
    </>
  );
}

function FilingView(props: {
  readonly view: UnitPlanView;
  readonly isNewest: boolean;
  readonly unitName: string;
}) {
  const { view, isNewest, unitName } = props;
  const { file, lines } = view;
  return (
    <section className={isNewest ? 'unit-plan-filing' : 'unit-plan-filing unit-plan-former'}>
      <h2 className="plan-heading">
        第{view.number}次报送，{longDay(view.filedOn)}
      </h2>
      <p className="plan-secondary">
        {view.filedByName}报送
        {view.decision === null
          ? isNewest
            ? '，等主管部门确认'
            : '，未经确认即重新报送'
          : `，${view.decidedByName ?? ''}${dayTextInWords(view.decidedOn)}${view.decision === 'accepted' ? '确认' : '退回'}`}
      </p>
      {view.reason === null ? null : <p role="status">▲ 退回原因：{view.reason}</p>}
      {view.note === null ? null : <p>{view.note}</p>}
      {file === null ? null : (
        <p>
          <PaperClipOutlined aria-hidden="true" />{' '}
          <a href={apiAddress(`/unit-plans/${view.id}/file`)} download={file.fileName}>
            {file.fileName}
          </a>{' '}
          <span className="plan-secondary">{fileSizeWords(file.byteLength)}</span>
        </p>
      )}
      {lines.length === 0 ? null : (
        <div className="unit-plan-lines">
          <table>
            <thead>
              <tr>
                <th scope="col">做什么</th>
                <th scope="col">责任人</th>
                <th scope="col">完成日期</th>
                <th scope="col">对应上级任务</th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <tr key={`${line.taskId ?? ''}${line.body}${line.owner}`}>
                  <td>{line.body}</td>
                  <td className="unit-plan-short" data-title="责任人">
                    {line.owner}
                  </td>
                  <td className="unit-plan-short" data-title="完成日期">
                    {dayTextInWords(line.dueOn)}
                  </td>
                  <td>
                    {line.taskId === null ? null : (
                      <Link to={`/plan/tasks/${line.taskId}`}>{line.taskTitle}</Link>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {isNewest ? <Decision view={view} unitName={unitName} /> : null}
    </section>
  );
}

function Decision({ view, unitName }: { readonly view: UnitPlanView; readonly unitName: string }) {
  const may = useMay();
  const say = useSay();
  const [returning, setReturning] = useState(false);
  const changes = ['/plans', '/todos'];
  const accept = useCommand<void>({
    call: () => ({ method: 'POST', path: `/unit-plans/${view.id}/accept` }),
    changes,
    onDone: () => say.done('已确认'),
  });
  const giveBack = useCommand<string>({
    call: (reason) => ({ method: 'POST', path: `/unit-plans/${view.id}/return`, body: { reason } }),
    changes,
    onDone: () => say.done('已退回，并通知报送人'),
  });
  const state = view.decision ?? 'filed';
  if (!may('plan.superviseUnitPlans') || !isFilingActionAllowed(state, 'accept')) return null;
  return (
    <>
      {accept.error === null ? null : <RefusalNotice error={accept.error} takesFocus />}
      <p className="ledger-actions">
        <Button type="primary" loading={accept.isPending} onClick={() => accept.mutate()}>
          确认
        </Button>
        <Button onClick={() => setReturning(true)}>退回</Button>
      </p>
      {returning ? (
        <ReasonDialog
          verb="退回"
          name={`${unitName}的任务清单`}
          consequence="报送人会收到通知和原因，修改后重新报送；第一次报送的日期不变。"
          onClose={() => setReturning(false)}
          onReason={(reason) => giveBack.mutateAsync(reason)}
        />
      ) : null}
    </>
  );
}
