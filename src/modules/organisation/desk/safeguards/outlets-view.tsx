/** The ledger of online ideological responsibility: every site and account, who answers for it and until when. */
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { ReasonDialog } from '#desk/components/confirm/reason-dialog.tsx';
import type { DataColumn, PagesSource } from '#desk/components/data-table/columns.ts';
import { DataTable } from '#desk/components/data-table/data-table.tsx';
import { Facts } from '#desk/components/facts/facts.tsx';
import { FormField } from '#desk/components/form-pattern/form-field.tsx';
import { FormFrame } from '#desk/components/form-pattern/form-frame.tsx';
import { TextInput } from '#desk/components/form-pattern/text-controls.tsx';
import { useContractForm } from '#desk/components/form-pattern/use-contract-form.ts';
import { useSay } from '#desk/components/say/use-say.tsx';
import { SidePanel } from '#desk/components/side-panel/side-panel.tsx';
import { StandingChip } from '#desk/components/standing-chip/standing-chip.tsx';
import { Timeline } from '#desk/components/timeline/timeline.tsx';
import { UnitPicker } from '#desk/components/unit-picker/unit-picker.tsx';
import { useActingUnit } from '#desk/data/acting-unit.ts';
import { useMay } from '#desk/data/me.ts';
import { useCommand } from '#desk/data/use-api.ts';
import { dayTextInWords } from '#kernel/day-words.ts';
import { type OutletView, registerOutletSchema } from '../../contract/safeguards.ts';
import { type OutletKind, outletKinds, responsibilityStates } from '../../rules/safeguards.ts';
import { outletKindTitles, responsibilityStateTitles } from '../../words/safeguards.ts';
import { SigningForm } from './signing-form.tsx';

const changes = ['/organisation', '/todos'];
const marks = { inForce: 'met', lapsed: 'failing', unsigned: 'failing' } as const;

function stateWords(row: OutletView): string {
  return row.closedOn === null ? responsibilityStateTitles[row.state] : '已停办';
}

const columns: readonly DataColumn<OutletView>[] = [
  { key: 'name', title: '网站或账号', value: (row) => row.name, card: 'title' },
  {
    key: 'kind',
    title: '种类',
    width: 150,
    value: (row) => outletKindTitles[row.kind],
    filter: {
      kind: 'choice',
      single: true,
      options: outletKinds.map((value) => ({ value, label: outletKindTitles[value] })),
    },
  },
  { key: 'unit', title: '主办单位', width: 150, value: (row) => row.unitName },
  { key: 'person', title: '责任人', width: 120, value: (row) => row.signings[0]?.name ?? '' },
  {
    key: 'signed',
    title: '签订日期',
    width: 136,
    value: (row) => row.signings[0]?.signedOn ?? null,
    render: (row) => dayTextInWords(row.signings[0]?.signedOn ?? null),
  },
  {
    key: 'valid',
    title: '有效期至',
    width: 136,
    sortable: true,
    value: (row) => row.signings[0]?.validThrough ?? null,
    render: (row) => dayTextInWords(row.signings[0]?.validThrough ?? null),
  },
  {
    key: 'state',
    title: '情况',
    width: 140,
    value: stateWords,
    filter: {
      kind: 'choice',
      single: true,
      options: [
        ...responsibilityStates.map((value) => ({
          value: String(value),
          label: responsibilityStateTitles[value],
        })),
        { value: 'closed', label: '已停办' },
      ],
    },
    render: (row) => (
      <StandingChip
        standing={row.closedOn === null ? marks[row.state] : 'cannotTell'}
        word={stateWords(row)}
      />
    ),
  },
];

const source: PagesSource = {
  kind: 'pages',
  path: '/organisation/outlets',
  searchable: true,
  query: ({ text, filters, sort }) => ({
    text,
    kind: filters.kind?.[0],
    state: filters.state?.[0],
    sort: sort?.key,
    descending: sort?.descending === true ? 'true' : undefined,
  }),
};

export function OutletsView() {
  const may = useMay();
  const [adding, setAdding] = useState(false);
  const [, setParams] = useSearchParams();
  return (
    <>
      {may('organisation.keepSafeguards') ? (
        <p className="detail-actions">
          <Button onClick={() => setAdding(true)}>登记网站或账号</Button>
        </p>
      ) : null}
      <DataTable<OutletView>
        title="网站和账号"
        columns={columns}
        source={source}
        keyOf={(row) => row.id}
        panel={({ row, close }) => (
          <SidePanel title={row?.name ?? '网站或账号'} width="wide" onClose={close}>
            {row === undefined ? <p>这一条不在列表里。</p> : <OutletDetail key={row.id} outlet={row} />}
          </SidePanel>
        )}
        empty={{
          title: '这里会列出每个网站和账号由谁负责',
          hint: '由主办单位登记网站和账号，再登记签订的责任书。',
        }}
      />
      {adding ? (
        <SidePanel title="登记网站或账号" width="wide" onClose={() => setAdding(false)}>
          <RegisterForm
            onDone={() => setAdding(false)}
            onRegistered={(id) => {
              setAdding(false);
              setParams((old) => new URLSearchParams([...old, ['open', id]]), { replace: true });
            }}
          />
        </SidePanel>
      ) : null}
    </>
  );
}

function OutletDetail({ outlet }: { readonly outlet: OutletView }) {
  const may = useMay();
  const say = useSay();
  const [doing, setDoing] = useState<'sign' | 'close'>();
  const close = useCommand<string>({
    call: (reason) => ({
      method: 'POST',
      path: `/organisation/outlets/${outlet.id}/close`,
      body: { reason },
    }),
    changes,
    onDone: () => say.done(`已注销${outlet.name}`),
  });
  const keeps = may('organisation.keepSafeguards', outlet.unitId) && outlet.closedOn === null;
  const done = () => setDoing(undefined);
  return (
    <>
      <Facts
        facts={[
          ['种类', outletKindTitles[outlet.kind]],
          ['主办单位', outlet.unitName],
          ['网址或账号', outlet.address],
          ['登记日期', dayTextInWords(outlet.registeredOn)],
          [
            '停办',
            outlet.closedOn === null ? '' : `${dayTextInWords(outlet.closedOn)}，${outlet.closeReason ?? ''}`,
          ],
        ]}
      />
      {keeps && doing !== 'sign' ? (
        <p className="detail-actions">
          <Button type="primary" onClick={() => setDoing('sign')}>
            登记责任书
          </Button>
          <Button danger onClick={() => setDoing('close')}>
            停办注销
          </Button>
        </p>
      ) : null}
      {doing === 'sign' ? <SigningForm outlet={outlet} onDone={done} /> : null}
      <h3>历次责任书</h3>
      <Timeline
        entries={outlet.signings.map((signing) => ({
          key: `${signing.signedOn}${signing.name}`,
          when: `${dayTextInWords(signing.signedOn)}签订`,
          what: signing.position === '' ? signing.name : `${signing.name}，${signing.position}`,
          detail:
            signing.validThrough === null ? '没有写期限' : `有效期至${dayTextInWords(signing.validThrough)}`,
        }))}
        empty="还没有签订责任书"
      />
      {doing === 'close' ? (
        <ReasonDialog
          verb="注销"
          name={outlet.name}
          consequence="注销后不再要求签责任书，历次记录保留。"
          onClose={done}
          onReason={(reason) => close.mutateAsync(reason)}
        />
      ) : null}
    </>
  );
}

function RegisterForm(props: { readonly onDone: () => void; readonly onRegistered: (id: string) => void }) {
  const { onDone, onRegistered } = props;
  const say = useSay();
  const may = useMay();
  const [unit] = useActingUnit();
  const register = useCommand<object, { id: string }>({
    call: (body) => ({ method: 'POST', path: '/organisation/outlets', body }),
    changes,
  });
  const initial: { unitId: string | null; kind: OutletKind; name: string; address: string } = {
    unitId: unit?.id ?? null,
    kind: 'wechat',
    name: '',
    address: '',
  };
  const form = useContractForm({
    contract: registerOutletSchema,
    initial,
    submit: async (value) => {
      const { id } = await register.mutateAsync(value);
      say.done('已登记，接着登记签订的责任书');
      onRegistered(id);
    },
  });
  return (
    <FormFrame form={form} verb="登记" actions={<Button onClick={onDone}>先不登记</Button>}>
      <FormField form={form} name="unitId" label="主办单位">
        {(control) => (
          <UnitPicker {...control} filter={(one) => may('organisation.keepSafeguards', one.id)} />
        )}
      </FormField>
      <FormField form={form} name="kind" label="种类">
        {(control) => (
          <Select<OutletKind>
            {...control}
            options={outletKinds.map((value) => ({ value, label: outletKindTitles[value] }))}
          />
        )}
      </FormField>
      <FormField form={form} name="name" label="名称">
        {(control) => <TextInput {...control} maxLength={100} />}
      </FormField>
      <FormField form={form} name="address" label="网址或账号" optional>
        {(control) => <TextInput {...control} maxLength={500} />}
      </FormField>
    </FormFrame>
  );
}
