/** Every name of a unit and since or until when; adding one, and letting one go out of use. */

import { Button, Select } from 'antd';
import { useState } from 'react';
import { useConfirm } from '#desk/components/confirm/use-confirm.tsx';
import { DayInput } from '#desk/components/form-pattern/day-input.tsx';
import { FormField } from '#desk/components/form-pattern/form-field.tsx';
import { FormFrame } from '#desk/components/form-pattern/form-frame.tsx';
import { TextInput } from '#desk/components/form-pattern/text-controls.tsx';
import { useContractForm } from '#desk/components/form-pattern/use-contract-form.ts';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { useMay } from '#desk/data/me.ts';
import { useToday } from '#desk/data/today.ts';
import { useCommand } from '#desk/data/use-api.ts';
import { dayTextInWords } from '#kernel/day-words.ts';
import {
  type AliasKind,
  type AliasView,
  addAliasSchema,
  aliasKinds,
  type UnitDetail,
} from '../contract/register.ts';
import { aliasKindTitles } from '../words/register.ts';

export function UnitNames({ unit }: { readonly unit: UnitDetail }) {
  const may = useMay();
  const [adding, setAdding] = useState(false);
  const mayChange = may('organisation.resolveNames');
  return (
    <>
      <h3>其他名称</h3>
      {unit.aliases.length === 0 ? (
        <p className="quiet">
          除全称和简称外，没有登记其他名称。文件里常见的写法登记在这里，读取时就能认出。
        </p>
      ) : (
        <ul className="plain-list">
          {unit.aliases.map((alias) => (
            <AliasLine key={alias.id} alias={alias} mayEnd={mayChange} />
          ))}
        </ul>
      )}
      {mayChange && !adding ? <Button onClick={() => setAdding(true)}>添加名称</Button> : null}
      {adding ? <AddAliasForm unitId={unit.id} onDone={() => setAdding(false)} /> : null}
    </>
  );
}

function AliasLine({ alias, mayEnd }: { readonly alias: AliasView; readonly mayEnd: boolean }) {
  const today = useToday();
  const confirm = useConfirm();
  const end = useCommand<void>({
    call: () => ({
      method: 'POST',
      path: `/organisation/aliases/${alias.id}/end`,
      body: { validUntil: today },
    }),
    changes: ['/organisation'],
  });
  const ask = async () => {
    const agreed = await confirm({
      verb: '停用名称',
      name: alias.name,
      consequence: '从今天起，新读取的文件不再用它匹配；此前的匹配不变。',
    });
    if (agreed) end.mutate();
  };
  const span = [
    alias.validFrom === null ? '' : `${dayTextInWords(alias.validFrom)}起`,
    alias.validUntil === null ? '' : `${dayTextInWords(alias.validUntil)}起不再使用`,
  ].join('');
  return (
    <li>
      {alias.name}
      <span className="quiet">
        {' '}
        {aliasKindTitles[alias.kind]}
        {span === '' ? '' : `，${span}`}
      </span>
      {mayEnd && alias.validUntil === null ? (
        <Button type="link" size="small" loading={end.isPending} onClick={() => void ask()}>
          停用
        </Button>
      ) : null}
      {end.error === null ? null : <RefusalNotice error={end.error} takesFocus />}
    </li>
  );
}

interface AliasFields {
  name: string;
  kind: AliasKind;
  validFrom: string;
}

function AddAliasForm({ unitId, onDone }: { readonly unitId: string; readonly onDone: () => void }) {
  const add = useCommand<object>({
    call: (body) => ({ method: 'POST', path: `/organisation/units/${unitId}/aliases`, body }),
    changes: ['/organisation'],
  });
  const initial: AliasFields = { name: '', kind: 'shortForm', validFrom: '' };
  const form = useContractForm({
    contract: addAliasSchema,
    initial,
    toInput: ({ validFrom, ...fields }) => (validFrom === '' ? fields : { ...fields, validFrom }),
    submit: async (value) => {
      await add.mutateAsync(value);
      onDone();
    },
  });
  return (
    <FormFrame form={form} verb="添加" actions={<Button onClick={onDone}>先不添加</Button>}>
      <FormField form={form} name="name" label="名称" hint="照文件里的写法填写，如“县发改局”。">
        {(control) => <TextInput {...control} />}
      </FormField>
      <FormField form={form} name="kind" label="是什么名称">
        {(control) => (
          <Select
            {...control}
            options={aliasKinds.map((kind) => ({ value: kind, label: aliasKindTitles[kind] }))}
          />
        )}
      </FormField>
      <FormField form={form} name="validFrom" label="从哪天起使用" optional>
        {(control) => <DayInput {...control} />}
      </FormField>
    </FormFrame>
  );
}
