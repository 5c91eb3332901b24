/** Quality checks: drawing a sample by a seed, the list of checks, and one check with its scoring sheet and results. */
import { PlusOutlined } from '@ant-design/icons';
import { Button, InputNumber, Modal } from 'antd';
import { useMemo, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import type { DataColumn, PagesSource } from '#desk/components/data-table/columns.ts';
import { DataTable } from '#desk/components/data-table/data-table.tsx';
import { Facts } from '#desk/components/facts/facts.tsx';
import { DayInput } from '#desk/components/form-pattern/day-input.tsx';
import { FormField } from '#desk/components/form-pattern/form-field.tsx';
import { FormFrame } from '#desk/components/form-pattern/form-frame.tsx';
import { TextArea, TextInput } from '#desk/components/form-pattern/text-controls.tsx';
import { useContractForm } from '#desk/components/form-pattern/use-contract-form.ts';
import { Loading } from '#desk/components/loading/loading.tsx';
import { PageHeader } from '#desk/components/page-header/page-header.tsx';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { useSay } from '#desk/components/say/use-say.tsx';
import { SidePanel } from '#desk/components/side-panel/side-panel.tsx';
import { StandingChip } from '#desk/components/standing-chip/standing-chip.tsx';
import { UnitsPicker } from '#desk/components/unit-picker/unit-picker.tsx';
import { useToday } from '#desk/data/today.ts';
import { useApi, useCommand } from '#desk/data/use-api.ts';
import { yearOf } from '#kernel/day.ts';
import { dayTextInWords } from '#kernel/day-words.ts';
import {
  type CheckDetail,
  type CheckRow,
  drawCheckSchema,
  scoreCaseSchema,
} from '../../contract/rectifications.ts';
import { type QualityItem, qualityItems } from '../../rules/disputes/quality-sample.ts';
import { qualityItemTitles } from '../../words/rectifications.ts';

const help = (
  <>
    <p>先在会上定好随机种子（例如会议日期和编号），再抽取。同样的案件、同样的种子，谁来抽都是同样的结果。</p>
    <p>逐项评分，满分100分；评分单的分值是平台的建议，可以作为起点。</p>
  </>
);

const columns: readonly DataColumn<CheckRow>[] = [
  { key: 'title', title: '抽检', value: (row) => row.title, card: 'title' },
  { key: 'span', title: '时期', width: 210, value: (row) => `${row.fromDay}至${row.untilDay}前` },
  { key: 'size', title: '抽取', width: 110, value: (row) => `${row.size}/${row.population}件` },
  { key: 'scored', title: '已评', width: 80, align: 'right', value: (row) => row.scored },
  { key: 'average', title: '平均分', width: 90, align: 'right', value: (row) => row.average },
  { key: 'seed', title: '种子', width: 160, value: (row) => row.seed },
];

const source: PagesSource = { kind: 'pages', path: '/requests/quality-checks', query: () => ({}) };

interface DrawFields {
  title: string;
  fromDay: string;
  untilDay: string;
  unitIds: readonly string[];
  size: number | null;
  seed: string;
}

function DrawForm({ onDone }: { readonly onDone: (id: string) => void }) {
  const year = yearOf(useToday());
  const draw = useCommand<object, { id: string }>({
    call: (body) => ({ method: 'POST', path: '/requests/quality-checks', body }),
    changes: ['/requests/quality-checks'],
  });
  const initial: DrawFields = {
    title: '',
    fromDay: `${year}-01-01`,
    untilDay: `${year + 1}-01-01`,
    unitIds: [],
    size: 10,
    seed: '',
  };
  const form = useContractForm({
    contract: drawCheckSchema,
    initial,
    submit: async (value) => onDone((await draw.mutateAsync(value)).id),
  });
  return (
    <FormFrame form={form} verb="抽取">
      <FormField form={form} name="title" label="抽检名称">
        {(control) => <TextInput {...control} maxLength={100} />}
      </FormField>
      <FormField form={form} name="fromDay" label="办结日期从">
        {(control) => <DayInput {...control} />}
      </FormField>
      <FormField form={form} name="untilDay" label="到（不含当天）">
        {(control) => <DayInput {...control} />}
      </FormField>
      <FormField form={form} name="unitIds" label="单位" optional hint="不选就从全部单位抽。">
        {(control) => <UnitsPicker {...control} />}
      </FormField>
      <FormField form={form} name="size" label="抽取件数">
        {({ onChange, ...control }) => (
          <InputNumber<number> {...control} min={1} max={200} onChange={(next) => onChange(next)} />
        )}
      </FormField>
      <FormField form={form} name="seed" label="随机种子" hint="抽取以后不能改；写进抽检记录，可以重现。">
        {(control) => <TextInput {...control} maxLength={100} />}
      </FormField>
    </FormFrame>
  );
}

export function QualityChecksScreen() {
  const navigate = useNavigate();
  const [drawing, setDrawing] = useState(false);
  const open = (id: string) => void navigate(`/requests/quality-checks/${id}`);
  return (
    <>
      <PageHeader
        title="案卷抽检"
        summary="随机抽取办结的申请，逐项评分。"
        help={help}
        actions={
          <Button type="primary" icon={<PlusOutlined />} onClick={() => setDrawing(true)}>
            抽取案卷
          </Button>
        }
      />
      <DataTable
        title="案卷抽检"
        screen="requests.qualityChecks"
        columns={columns}
        source={source}
        keyOf={(row) => row.id}
        onOpen={(row) => open(row.id)}
        empty={{ title: '这里会列出历次抽检', hint: '点“抽取案卷”，写明时期、件数和随机种子。' }}
      />
      {drawing ? (
        <SidePanel title="抽取案卷" width="wide" onClose={() => setDrawing(false)}>
          <DrawForm onDone={open} />
        </SidePanel>
      ) : null}
    </>
  );
}

type DrawnCase = CheckDetail['cases'][number];
type ScoreFields = Record<QualityItem, number | null> & { remarks: string };

function ScoreDialog(props: {
  readonly checkId: string;
  readonly drawn: DrawnCase;
  readonly onClose: () => void;
}) {
  const { checkId, drawn, onClose } = props;
  const say = useSay();
  const score = useCommand<object>({
    call: (body) => ({
      method: 'PUT',
      path: `/requests/quality-checks/${checkId}/cases/${drawn.position}`,
      body,
    }),
    changes: ['/requests/quality-checks'],
  });
  const given = (id: QualityItem) => drawn.scores?.[id] ?? null;
  const initial: ScoreFields = {
    registration: given('registration'),
    deadline: given('deadline'),
    search: given('search'),
    ground: given('ground'),
    reasons: given('reasons'),
    remedy: given('remedy'),
    service: given('service'),
    file: given('file'),
    remarks: drawn.remarks,
  };
  const form = useContractForm({
    contract: scoreCaseSchema,
    initial,
    toInput: ({ remarks, ...scores }) => ({ scores, remarks }),
    submit: async (value) => {
      await score.mutateAsync(value);
      say.done('已评分');
      onClose();
    },
  });
  const total = qualityItems.reduce((sum, { id }) => sum + (form.values[id] ?? 0), 0);
  return (
    <Modal open title={`申请${drawn.number}评分`} footer={null} onCancel={onClose} width={480}>
      <FormFrame form={form} verb="保存评分" actions={<span role="status">合计{total}分</span>}>
        {qualityItems.map(({ id, points, article }) => (
          <FormField
            key={id}
            form={form}
            name={id}
            at={`scores.${id}`}
            label={`${qualityItemTitles[id]}（${points}分）`}
            hint={article}
          >
            {({ onChange, ...control }) => (
              <InputNumber<number> {...control} min={0} max={points} onChange={(next) => onChange(next)} />
            )}
          </FormField>
        ))}
        <FormField form={form} name="remarks" label="存在的问题" optional hint="不写姓名。">
          {(control) => <TextArea {...control} rows={3} maxLength={2000} />}
        </FormField>
      </FormFrame>
    </Modal>
  );
}

export function QualityCheckScreen() {
  const { checkId = '' } = useParams();
  const answer = useApi<CheckDetail>(`/requests/quality-checks/${checkId}`);
  const [scoring, setScoring] = useState<DrawnCase>();
  const { data: check } = answer;
  const caseColumns = useMemo<readonly DataColumn<DrawnCase>[]>(
    () => [
      { key: 'position', title: '序', width: 60, value: (row) => row.position + 1 },
      {
        key: 'number',
        title: '申请',
        value: (row) => row.number,
        render: (row) => <Link to={`/requests/${row.requestId}`}>申请{row.number}</Link>,
        card: 'title',
      },
      { key: 'unit', title: '单位', width: 150, value: (row) => row.unitName },
      { key: 'result', title: '结果', width: 200, value: (row) => row.result },
      { key: 'total', title: '得分', width: 80, align: 'right', value: (row) => row.total },
      { key: 'remarks', title: '存在的问题', value: (row) => row.remarks },
      {
        key: 'score',
        title: '评分',
        width: 100,
        value: () => null,
        render: (row) => (
          <Button size="small" onClick={() => setScoring(row)}>
            {row.total === null ? '评分' : '改分'}
          </Button>
        ),
      },
    ],
    [],
  );
  if (answer.error !== null) {
    return <RefusalNotice error={answer.error} onRetry={() => void answer.refetch()} />;
  }
  if (check === undefined) return <Loading what="案卷抽检" lines={8} />;
  return (
    <>
      <PageHeader
        title={check.title}
        summary={`${dayTextInWords(check.fromDay)}至${dayTextInWords(check.untilDay)}前办结，从${check.population}件中抽取${check.size}件`}
        help={help}
      />
      <Facts
        facts={[
          ['随机种子', check.seed],
          [
            '能否重现',
            check.reproduces ? (
              <StandingChip key="same" standing="met" word="同样的案件和种子得到同样的结果" />
            ) : (
              <StandingChip key="other" standing="cannotTell" word="抽取以后案件有增减，不能原样重现" />
            ),
          ],
          ['案件集合的指纹', <code key="digest">{check.populationDigest.slice(0, 16)}</code>],
          ['平均分', check.average === null ? '还没有评分' : `${check.average}（${check.scored}件）`],
          ['抽取人', check.createdByName],
        ]}
      />
      <h2>抽中的案件</h2>
      <DataTable
        title="抽中的案件"
        screen="requests.qualityCheckCases"
        columns={caseColumns}
        source={{ kind: 'rows', rows: check.cases }}
        keyOf={(row) => row.requestId}
        empty={{ title: '没有抽中的案件' }}
      />
      <h2>各单位结果</h2>
      <ul className="plain-list">
        {check.units.map((unit) => (
          <li key={unit.unitId}>
            {unit.unitName}：
            {unit.average === null ? '还没有评分' : `平均${unit.average}分（${unit.scored}件）`}
          </li>
        ))}
      </ul>
      {scoring === undefined ? null : (
        <ScoreDialog
          key={scoring.position}
          checkId={checkId}
          drawn={scoring}
          onClose={() => setScoring(undefined)}
        />
      )}
    </>
  );
}
