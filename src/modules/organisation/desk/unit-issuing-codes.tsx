/** The codes a unit's document numbers bear, and since or until when; adding one, and letting one go out of use. */
import { Button } from 'antd';
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
import { addIssuingCodeSchema, type IssuingCodeView } from '../contract/issuing-codes.ts';
import type { UnitDetail } from '../contract/register.ts';

export function UnitIssuingCodes({ unit }: { readonly unit: UnitDetail }) {
  const may = useMay();
  const [adding, setAdding] = useState(false);
  const mayChange = may('organisation.resolveNames');
  return (
    <>
      <h3>发文机关代字</h3>
      {unit.issuingCodes.length === 0 ? (
        <p className="quiet">还没有登记。登记后，检测文稿时会核对发文字号是不是这个单位的。</p>
      ) : (
        <ul className="plain-list">
          {unit.issuingCodes.map((code) => (
            <CodeLine key={code.id} code={code} mayEnd={mayChange} />
          ))}
        </ul>
      )}
      {mayChange && unit.active && !adding ? <Button onClick={() => setAdding(true)}>登记代字</Button> : null}
      {adding ? <AddCodeForm unitId={unit.id} onDone={() => setAdding(false)} /> : null}
    </>
  );
}

/** From when until when a code is used, in words; empty where nothing is noted. */
export function codeSpanInWords({ validFrom, validUntil }: IssuingCodeView): string {
  return [
    validFrom === null ? '' : `${dayTextInWords(validFrom)}启用`,
    validUntil === null ? '' : `${dayTextInWords(validUntil)}停用`,
  ]
    .filter((part) => part !== '')
    .join('，');
}

function CodeLine({ code, mayEnd }: { readonly code: IssuingCodeView; readonly mayEnd: boolean }) {
  const today = useToday();
  const confirm = useConfirm();
  const end = useCommand<void>({
    call: () => ({
      method: 'POST',
      path: `/organisation/issuing-codes/${code.id}/end`,
      body: { validUntil: today },
    }),
    changes: ['/organisation'],
  });
  const ask = async () => {
    const agreed = await confirm({
      verb: '停用代字',
      name: code.code,
      consequence: '从今天起，新文稿再用它会被提示；此前的文件不受影响。',
    });
    if (agreed) end.mutate();
  };
  return (
    <li>
      {code.code}
      <span className="quiet"> {codeSpanInWords(code)}</span>
      {mayEnd && code.validUntil === null ? (
        <Button type="link" size="small" loading={end.isPending} onClick={() => void ask()}>
          停用
        </Button>
      ) : null}
      {end.error === null ? null : <RefusalNotice error={end.error} takesFocus />}
    </li>
  );
}

function AddCodeForm({ unitId, onDone }: { readonly unitId: string; readonly onDone: () => void }) {
  const add = useCommand<object>({
    call: (body) => ({ method: 'POST', path: `/organisation/units/${unitId}/issuing-codes`, body }),
    changes: ['/organisation'],
  });
  const form = useContractForm({
    contract: addIssuingCodeSchema,
    initial: { code: '', validFrom: '' },
    toInput: ({ validFrom, code }) => (validFrom === '' ? { code } : { code, validFrom }),
    submit: async (value) => {
      await add.mutateAsync(value);
      onDone();
    },
  });
  return (
    <FormFrame form={form} verb="登记" actions={<Button onClick={onDone}>先不登记</Button>}>
      <FormField form={form} name="code" label="代字" hint="发文字号里年份前面的字，如“望政办发”。">
        {(control) => <TextInput {...control} />}
      </FormField>
      <FormField form={form} name="validFrom" label="从哪天起使用" optional>
        {(control) => <DayInput {...control} />}
      </FormField>
    </FormFrame>
  );
}
