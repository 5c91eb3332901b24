/** Settings of letters: the county's own texts with their fields checked, and who decides on review and in court. */
import { Button, Select } from 'antd';
import { useState } from 'react';
import { FormField } from '#desk/components/form-pattern/form-field.tsx';
import { FormFrame } from '#desk/components/form-pattern/form-frame.tsx';
import { TextArea, TextInput } from '#desk/components/form-pattern/text-controls.tsx';
import { useContractForm } from '#desk/components/form-pattern/use-contract-form.ts';
import { Loading } from '#desk/components/loading/loading.tsx';
import { PageHeader } from '#desk/components/page-header/page-header.tsx';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { useSay } from '#desk/components/say/use-say.tsx';
import { UnitPicker } from '#desk/components/unit-picker/unit-picker.tsx';
import { useApi, useCommand } from '#desk/data/use-api.ts';
import {
  type LetterheadInput,
  type LetterSettings,
  letterheadSchema,
  type RemedyBodiesInput,
  remedyBodiesSchema,
  setTemplateSchema,
  type TemplateView,
} from '../../contract/letters.ts';
import { dispositionLeaves } from '../../rules/dispositions/leaves.ts';
import { shippedTemplates } from '../../rules/letters/shipped/all.ts';
import { findTemplateFaults } from '../../rules/letters/template-text.ts';
import { answeringBodies, answeringBodyTitles } from '../../rules/remedies.ts';
import '../requests.css';
import './letters.css';

const settingsPath = '/request-letter-settings';

/** Several answers share a title; the results that call for them tell them apart. */
function nameOfTemplate({ kind, title }: TemplateView): string {
  const results = dispositionLeaves.filter(({ letter }) => letter === kind).map((leaf) => leaf.title);
  const [first, ...others] = results;
  if (first === undefined) return title;
  return `${title}（${others.length === 0 ? first : `${first}等${results.length}种结果`}）`;
}

export function LetterSettingsScreen() {
  const { data, error, refetch } = useApi<LetterSettings>(settingsPath);
  const [kind, setKind] = useState<string>();
  const [unitId, setUnitId] = useState<string | null>(null);
  if (data === undefined)
    return error === null ? <Loading /> : <RefusalNotice error={error} onRetry={() => void refetch()} />;
  const template = data.templates.find((one) => one.kind === kind);
  return (
    <>
      <PageHeader
        title="文书设置"
        summary="复议机关、法院、各单位答复信息和文书模板。新模板只用于之后起草的文书。"
      />
      <section className="letter-setting" aria-labelledby="setting-bodies">
        <h2 id="setting-bodies">救济机关</h2>
        <p className="quiet">本级政府：{data.government}。名称空缺时，需要它的文书不能签发。</p>
        <BodiesForm key={JSON.stringify(data.bodies)} bodies={data.bodies} />
      </section>
      <section className="letter-setting" aria-labelledby="setting-heads">
        <h2 id="setting-heads">单位答复信息</h2>
        <UnitPicker aria-label="单位" value={unitId} onChange={setUnitId} />
        {unitId === null ? null : <Letterhead key={unitId} unitId={unitId} />}
      </section>
      <section className="letter-setting" aria-labelledby="setting-templates">
        <h2 id="setting-templates">文书模板</h2>
        <Select<string>
          aria-label="文书"
          className="request-leaf"
          placeholder="选择一种文书"
          showSearch={{ optionFilterProp: 'label' }}
          value={kind ?? null}
          onChange={setKind}
          options={data.templates.map((one) => ({ value: one.kind, label: nameOfTemplate(one) }))}
        />
        {template === undefined ? null : (
          <TemplateForm
            key={`${template.kind}-${template.version}`}
            template={template}
            fields={data.fields}
          />
        )}
      </section>
    </>
  );
}

function BodiesForm({ bodies }: { readonly bodies: RemedyBodiesInput }) {
  const say = useSay();
  const save = useCommand<RemedyBodiesInput>({
    call: (body) => ({ method: 'PUT', path: `${settingsPath}/remedy-bodies`, body }),
    changes: [settingsPath, '/request-letters'],
  });
  const form = useContractForm({
    contract: remedyBodiesSchema,
    initial: bodies,
    submit: async (value) => {
      await save.mutateAsync(value);
      say.done('救济机关已登记');
    },
  });
  return (
    <FormFrame form={form} verb="保存">
      <FormField
        form={form}
        name="superiorGovernment"
        label="上一级人民政府"
        hint="对本级政府的答复不服时的复议机关"
      >
        {(control) => <TextInput {...control} />}
      </FormField>
      <FormField form={form} name="basicCourt" label="基层人民法院" hint="对部门、乡镇的答复不服时的管辖法院">
        {(control) => <TextInput {...control} />}
      </FormField>
      <FormField
        form={form}
        name="intermediateCourt"
        label="中级人民法院"
        hint="以县级以上人民政府为被告时的管辖法院"
      >
        {(control) => <TextInput {...control} />}
      </FormField>
    </FormFrame>
  );
}

function Letterhead({ unitId }: { readonly unitId: string }) {
  const { data, error } = useApi<LetterheadInput>(`${settingsPath}/letterheads/${unitId}`);
  if (data === undefined) return error === null ? <Loading /> : <RefusalNotice error={error} />;
  return <LetterheadForm unitId={unitId} head={data} />;
}

function LetterheadForm({ unitId, head }: { readonly unitId: string; readonly head: LetterheadInput }) {
  const say = useSay();
  const save = useCommand<LetterheadInput>({
    call: (body) => ({ method: 'PUT', path: `${settingsPath}/letterheads/${unitId}`, body }),
    changes: [settingsPath, '/request-letters'],
  });
  const form = useContractForm({
    contract: letterheadSchema,
    initial: head,
    submit: async (value) => {
      await save.mutateAsync(value);
      say.done('答复信息已保存');
    },
  });
  return (
    <FormFrame form={form} verb="保存">
      <FormField
        form={form}
        name="answeringBody"
        label="救济类别"
        hint="决定向哪个机关申请复议、向哪级法院起诉"
      >
        {(control) => (
          <Select<(typeof answeringBodies)[number]>
            {...control}
            options={answeringBodies.map((value) => ({ value, label: answeringBodyTitles[value] }))}
          />
        )}
      </FormField>
      <FormField
        form={form}
        name="superiorDepartment"
        label="上一级主管部门"
        hint="垂直领导的机关和司法行政部门须填写"
      >
        {(control) => <TextInput {...control} />}
      </FormField>
      <FormField
        form={form}
        name="letterCode"
        label="文书代字"
        hint="文号中年份之前的机关代字；不填的，取单位名录中的发文机关代字"
      >
        {(control) => <TextInput {...control} />}
      </FormField>
      <FormField form={form} name="phone" label="联系电话">
        {(control) => <TextInput {...control} />}
      </FormField>
      <FormField form={form} name="officeAddress" label="联系地址">
        {(control) => <TextInput {...control} />}
      </FormField>
    </FormFrame>
  );
}

function TemplateForm(props: { readonly template: TemplateView; readonly fields: LetterSettings['fields'] }) {
  const { template, fields } = props;
  const say = useSay();
  const save = useCommand<{ body: string; note: string }, { readonly version: number }>({
    call: (body) => ({ method: 'PUT', path: `${settingsPath}/templates/${template.kind}`, body }),
    changes: [settingsPath],
    onDone: ({ version }) => say.done(`已保存为第${version}版`),
  });
  const form = useContractForm({
    contract: setTemplateSchema,
    initial: { body: template.body, note: '' },
    submit: async (value) => {
      await save.mutateAsync(value);
    },
  });
  const faults = findTemplateFaults(template.kind, form.values.body);
  return (
    <div className="letter-template">
      <FormFrame form={form} verb="保存为新版本">
        <p className="quiet">
          {template.version === 0
            ? '现用随软件提供的文本。'
            : `现用第${template.version}版，${template.madeByName ?? ''}：${template.note}。`}
          必须写明：{template.must.join('、')}。
        </p>
        <FormField
          form={form}
          name="body"
          label="正文"
          hint="一行一段。{字段}处填入内容；行首【有 字段】、【无 字段】、【字段=选项】表示只在此时印出；｜标签｜值 为表格一行。"
        >
          {(control) => <TextArea {...control} rows={18} />}
        </FormField>
        <ul className="request-findings" aria-live="polite">
          {faults.map(({ line, says }) => (
            <li key={`${String(line)}-${says}`} className="form-fault">
              ▲ {line === 0 ? says : `第${line}行：${says}`}
            </li>
          ))}
        </ul>
        <FormField form={form} name="note" label="修改的原因">
          {(control) => <TextInput {...control} maxLength={500} />}
        </FormField>
      </FormFrame>
      <Button size="small" onClick={() => form.setField('body', shippedTemplates[template.kind].trim())}>
        填回随软件提供的文本
      </Button>
      <details>
        <summary>可用的字段</summary>
        <ul className="request-fields">
          {fields.map(({ label, hint, options }) => (
            <li key={label}>
              <code>{`{${label}}`}</code> {options.length > 0 ? `选项：${options.join('、')}` : hint}
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}
