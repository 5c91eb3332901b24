/** 年报编制: the text with the sources of its numbers, signing, editions with their files, taking over published ones, years compared. */
import { Select } from 'antd';
import { useSearchParams } from 'react-router';
import { Loading } from '#desk/components/loading/loading.tsx';
import { PageHeader } from '#desk/components/page-header/page-header.tsx';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { UnitPicker } from '#desk/components/unit-picker/unit-picker.tsx';
import { useActingUnit } from '#desk/data/acting-unit.ts';
import { useMay } from '#desk/data/me.ts';
import { useToday } from '#desk/data/today.ts';
import { useApi } from '#desk/data/use-api.ts';
import { monthOf, yearOf } from '#kernel/day.ts';
import type { ReportDraft } from '../../contract/editions.ts';
import { EditionList } from './edition-list.tsx';
import { SectionText } from './section-text.tsx';
import { SignBox } from './sign-box.tsx';
import { YearsCompared } from './years-compared.tsx';
import '../reporting.css';
import '../live/live.css';
import './editions.css';

const help = (
  <>
    <p>
      第一、四部分按表里的数自动起草，每个数都列出来源；改过的文字留着，改成空的恢复起草。〔请填写〕补齐了才能签发。
    </p>
    <p>
      签发后数据和文字固定，Word、PDF、网页、数据文件都从它生成，什么时候下载都一样。公布后登记日期和地址。
    </p>
    <p>以前公布的年报可以导入，用来核对上年结转、比较历年。</p>
  </>
);

export function ReportEditionsScreen() {
  const [params, setParams] = useSearchParams();
  const may = useMay();
  const today = useToday();
  const [acting] = useActingUnit();
  const compiles = may('reporting.compile');
  // Reports are written in the first months of the next year.
  const usual = monthOf(today) <= 3 ? yearOf(today) - 1 : yearOf(today);
  const year = Number(params.get('year') ?? usual);
  const unitId = params.get('unit') ?? (compiles ? null : (acting?.id ?? null));
  const change = (key: string, value: string | null) =>
    setParams((former) => {
      const changed = new URLSearchParams(former);
      if (value === null) changed.delete(key);
      else changed.set(key, value);
      return changed;
    });
  const years = Array.from({ length: Math.max(1, yearOf(today) - 2018) }, (_, back) => yearOf(today) - back);
  return (
    <div className="report-live">
      <PageHeader title="年报编制" summary="起草、签发、公布政府信息公开工作年度报告。" help={help} />
      <div className="report-choices">
        <Select<number>
          aria-label="年度"
          value={year}
          options={years.map((value) => ({ value, label: `${value}年` }))}
          onChange={(value) => change('year', String(value))}
        />
        <UnitPicker
          aria-label="单位"
          value={unitId}
          placeholder={compiles ? '本级政府；可选一个单位' : '请选择单位'}
          filter={(unit) => may('reporting.view', unit.id)}
          onChange={(value) => change('unit', value)}
        />
      </div>
      {unitId === null && !compiles ? (
        <p className="quiet">请选择单位。</p>
      ) : (
        <ReportOfYear key={`${year} ${unitId ?? ''}`} year={year} unitId={unitId} />
      )}
    </div>
  );
}

function ReportOfYear({ year, unitId }: { readonly year: number; readonly unitId: string | null }) {
  const scope = unitId === null ? {} : { unitId };
  const answer = useApi<ReportDraft>(`/reports/years/${year}/draft`, scope);
  const { data: draft } = answer;
  if (answer.error !== null) {
    return <RefusalNotice error={answer.error} onRetry={() => void answer.refetch()} />;
  }
  if (draft === undefined) return <Loading what="年报" lines={12} />;
  return (
    <>
      <h2>
        {draft.unitName}
        {year}年政府信息公开工作年度报告
      </h2>
      <SignBox year={year} unitId={unitId} draft={draft} />
      <EditionList year={year} unitId={unitId} mayKeep={draft.maySign} />
      <h2>文字</h2>
      {draft.sections.map((section) => (
        <SectionText
          key={`${section.number} ${section.edited}`}
          year={year}
          unitId={unitId}
          section={section}
          numbers={draft.numbers.filter((one) => one.section === section.number)}
          mayEdit={draft.mayEdit}
        />
      ))}
      <h2>历年比较</h2>
      <YearsCompared year={year} unitId={unitId} />
    </>
  );
}
