/** 上年试算: a plan or draft judged by last year's records, before anybody is bound to it. */
import { PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import { EmptyState } from '#desk/components/empty-state/empty-state.tsx';
import { Loading } from '#desk/components/loading/loading.tsx';
import { PageHeader } from '#desk/components/page-header/page-header.tsx';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { apiAddress } from '#desk/data/call-api.ts';
import { useApi } from '#desk/data/use-api.ts';
import type { BackTest } from '../../contract/back-testing.ts';
import type { ComparableList } from '../../contract/comparing.ts';
import { PlanChoice } from '../comparing/plan-choice.tsx';
import { BackTestFigures } from './back-test-figures.tsx';
import { BackTestTable } from './back-test-table.tsx';
import '../plan-desk.css';
import './back-testing.css';

const help = (
  <>
    <p>
      用平台上一年的记录核对这份计划：每项任务绑定的度量，把期间和期限往前推一年再算一遍，目标、单位都按这份计划。
    </p>
    <p>
      已采用的度量优先；没有采用过的任务，用按原文提出的建议试算，标明“建议”。试算只看不存，不改变任何任务的状态。
    </p>
    <p>
      看任务自己台账的度量，用上年计划里对应任务的台账：只用“比较计划”确定对应的，写明是上年第几项、相似度多少，点开可以核对。
    </p>
    <p>
      “无法判定”都写明原因：上年的计划里没有对应的任务，或者对应的任务没有分给这个单位；平台没有那时的记录，分不清是没有做还是没有登记。
    </p>
  </>
);

const countStandIns = ({ tasks }: BackTest) =>
  tasks.filter(({ bindings }) => bindings.some(({ standIn }) => standIn !== null)).length;

/** What a reader must know before taking the figures at their word. */
function Reservations({ result }: { result: BackTest }) {
  const { bindings, pastYear, isOpenYear, last } = result;
  const notes = [
    ...(isOpenYear ? [`${pastYear}年还没有过完，没有过完的期间只算到今天。`] : []),
    ...(bindings.proposed > 0
      ? [`其中${bindings.proposed}条度量是按任务原文提出的建议，还没有人确认，结果仅供参考。`]
      : []),
    ...(last === null
      ? []
      : [
          `看计划的度量，用《${last.title}》的记录；看任务台账的度量，用其中对应任务的台账（${countStandIns(result)}项），对应是按文字比较得出的，请核对。`,
        ]),
  ];
  return notes.length === 0 ? null : <p className="plan-secondary">{notes.join('')}</p>;
}

/** Where bindings come from: the plan's screen of bindings, or the wording of the draft. */
function NothingToTry({ result }: { result: BackTest }) {
  const [, id = ''] = result.plan.side.split(':');
  return result.plan.isDraft ? (
    <EmptyState
      title="按任务原文提不出度量，没有可以试算的"
      hint="把任务写得可以核对（次数、比例、时限），再来试算；“检查计划”会指出是哪几项。"
      action={<Link to={`/plan/lint?plan=import:${id}`}>检查这份草稿</Link>}
    />
  ) : (
    <EmptyState
      title="还没有绑定度量，没有可以试算的"
      hint="先为任务采用或自己选一项度量，再回来看上年会得多少。"
      action={<Link to={`/plan/bindings?plan=${id}&view=all`}>绑定度量</Link>}
    />
  );
}

function Result({ side }: { side: string }) {
  const tried = useApi<BackTest>('/plan-back-tests', { plan: side }, { keepsLast: true });
  if (tried.error !== null) {
    const [kind, id = ''] = side.split(':');
    return (
      <>
        <RefusalNotice error={tried.error} onRetry={() => void tried.refetch()} />
        {kind === 'import' ? <Link to={`/plan/imports/${id}`}>去核对草稿</Link> : null}
      </>
    );
  }
  const { data } = tried;
  if (data === undefined) return <Loading what="上年试算" lines={8} />;
  if (data.bindings.confirmed + data.bindings.proposed === 0) return <NothingToTry result={data} />;
  return (
    <div className={tried.isPlaceholderData ? 'back-test back-test-old' : 'back-test'}>
      <h2 className="back-test-title">{`《${data.plan.title}》按${data.pastYear}年的记录试算`}</h2>
      <BackTestFigures result={data} />
      <Reservations result={data} />
      <BackTestTable result={data} />
    </div>
  );
}

function Actions({ side }: { side: string }): ReactNode {
  const [kind, id = ''] = side.split(':');
  return (
    <>
      {kind === 'plan' ? (
        <Link to={`/plan/board?plan=${id}`}>任务总览</Link>
      ) : (
        <Link to={`/plan/imports/${id}`}>核对草稿</Link>
      )}
      <Link to={`/plan/lint?plan=${side}`}>检查计划</Link>
      <Button href={apiAddress('/plan-back-tests/export', { plan: side })}>导出全部数据</Button>
      <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
        打印
      </Button>
    </>
  );
}

export function BackTestScreen() {
  const [params, setParams] = useSearchParams();
  const plans = useApi<ComparableList>('/comparable-plans');
  if (plans.error !== null) return <RefusalNotice error={plans.error} onRetry={() => void plans.refetch()} />;
  if (plans.data === undefined) return <Loading what="计划" lines={6} />;
  const rows = plans.data.rows.filter(({ kind }) => kind !== 'neighbour');
  const side = params.get('plan') ?? (rows.find((one) => one.isDraft) ?? rows[0])?.side;
  return (
    <>
      <PageHeader
        title="上年试算"
        summary="印发之前，用上年的记录看这份计划会得多少"
        help={help}
        actions={side === undefined ? undefined : <Actions side={side} />}
      />
      {side === undefined ? (
        <EmptyState
          title="还没有可以试算的计划"
          hint="起草中的计划先导入为草稿，就可以用上年的记录试算。"
          action={<Link to="/plan/imports">导入任务分解表</Link>}
        />
      ) : (
        <>
          <div className="plan-choices">
            <PlanChoice
              label="试算哪一份"
              plans={rows}
              value={side}
              onChange={(next) => setParams({ plan: next })}
            />
          </div>
          <Result side={side} />
        </>
      )}
    </>
  );
}
