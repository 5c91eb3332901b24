/** 登记文件: drop a file, confirm what was read beside its flags, and it becomes a draft in publishing. */
import { Checkbox, Radio, Select } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { FileDrop } from '#desk/components/file-drop/file-drop.tsx';
import { DayInput } from '#desk/components/form-pattern/day-input.tsx';
import { FormField } from '#desk/components/form-pattern/form-field.tsx';
import { FormFrame } from '#desk/components/form-pattern/form-frame.tsx';
import { TextInput } from '#desk/components/form-pattern/text-controls.tsx';
import { useContractForm } from '#desk/components/form-pattern/use-contract-form.ts';
import { PageHeader } from '#desk/components/page-header/page-header.tsx';
import { RichTextField } from '#desk/components/rich-text/lazy-rich-text.tsx';
import { useSay } from '#desk/components/say/use-say.tsx';
import { UnitPicker } from '#desk/components/unit-picker/unit-picker.tsx';
import { useActingUnit } from '#desk/data/acting-unit.ts';
import { useMay } from '#desk/data/me.ts';
import { useCommand } from '#desk/data/use-api.ts';
import {
  type DocumentDraft,
  type RegisterDocumentInput,
  registerDocumentSchema,
} from '../contract/documents.ts';
import type { DocumentElement } from '../rules/document-elements.ts';
import { officialThemes } from '../rules/themes.ts';
import { documentElementTitles } from '../words/documents.ts';
import { useColumnChoices } from './column-choices.ts';
import './policies.css';

const endings = ['.docx', '.doc', '.pdf', '.ofd', '.html', '.htm', '.md', '.txt'];
const limit = 30 * 1024 * 1024;

export function RegisterScreen() {
  const [draft, setDraft] = useState<DocumentDraft>();
  return (
    <>
      <PageHeader
        title="登记文件"
        summary={
          draft === undefined
            ? '拖入一份公文，平台读出要素，您核对后成为一条待审核的政策文件。'
            : `从“${draft.fileName}”读出；请逐项核对，存疑的列在旁边。`
        }
        help={
          <p>
            登记后在“信息发布”里送审、审核、发布；发布时进入政策文件库。读取存疑的地方不会自动采用，请对照原件。
          </p>
        }
      />
      {draft === undefined ? (
        <FileDrop<DocumentDraft>
          title="把公文文件拖到这里"
          accepts={endings}
          limit={limit}
          path="/policies/document-readings"
          onDone={(read) => setDraft(read)}
        />
      ) : (
        <RegisterForm draft={draft} />
      )}
    </>
  );
}

interface RegisterFields {
  unitId: string | null;
  columnId: string | null;
  title: string;
  documentNumber: string;
  writtenOn: string;
  effectiveOn: string;
  lapsesOn: string;
  theme: string | null;
  nature: 'normative' | 'other';
  keepsFile: boolean;
}

const orNull = (text: string) => (text.trim() === '' ? null : text.trim());

function isElement(key: string): key is DocumentElement {
  return key in documentElementTitles;
}

function RegisterForm({ draft }: { readonly draft: DocumentDraft }) {
  const go = useNavigate();
  const say = useSay();
  const may = useMay();
  const [unit] = useActingUnit();
  const choices = useColumnChoices();
  const register = useCommand<RegisterDocumentInput, { readonly itemId: string }>({
    call: (body) => ({ method: 'POST', path: '/policies/document-registrations', body }),
    changes: ['/items', '/policies'],
  });
  const initial: RegisterFields = {
    unitId: unit?.id ?? null,
    columnId: null,
    title: draft.title,
    documentNumber: draft.documentNumber ?? '',
    writtenOn: draft.writtenOn ?? '',
    effectiveOn: draft.effectiveOn ?? '',
    lapsesOn: draft.lapsesOn ?? '',
    theme: draft.theme,
    nature: draft.isNormative ? 'normative' : 'other',
    keepsFile: false,
  };
  const form = useContractForm({
    contract: registerDocumentSchema,
    initial,
    toInput: ({ keepsFile, ...values }: RegisterFields) => ({
      ...values,
      columnId: values.columnId ?? '',
      documentNumber: orNull(values.documentNumber),
      effectiveOn: orNull(values.effectiveOn),
      lapsesOn: orNull(values.lapsesOn),
      body: draft.body,
      fileId: keepsFile ? draft.fileId : null,
    }),
    submit: async (input) => {
      const { itemId } = await register.mutateAsync(input);
      say.done('已登记为草稿，请送审');
      void go(`/publishing/items/${itemId}`);
    },
  });
  return (
    <div className="register-columns">
      <FormFrame form={form} verb="登记为草稿">
        <FormField form={form} name="unitId" label="登记单位">
          {(control) => <UnitPicker {...control} filter={(one) => may('publishing.write', one.id)} />}
        </FormField>
        <FormField form={form} name="columnId" label="栏目">
          {({ onChange, ...control }) => (
            <Select<string>
              {...control}
              showSearch={{ optionFilterProp: 'label' }}
              placeholder="选择栏目"
              options={choices}
              onChange={(chosen) => onChange(chosen)}
            />
          )}
        </FormField>
        <FormField form={form} name="title" label="标题">
          {(control) => <TextInput {...control} />}
        </FormField>
        <FormField form={form} name="documentNumber" optional label="发文字号">
          {(control) => <TextInput {...control} />}
        </FormField>
        <FormField form={form} name="writtenOn" label="成文日期">
          {(control) => <DayInput {...control} />}
        </FormField>
        <FormField form={form} name="effectiveOn" optional label="施行日期">
          {(control) => <DayInput {...control} />}
        </FormField>
        <FormField form={form} name="lapsesOn" optional label="有效期至" hint="文件没有写明有效期的留空。">
          {(control) => <DayInput {...control} />}
        </FormField>
        <FormField form={form} name="theme" optional label="主题分类">
          {({ onChange, ...control }) => (
            <Select<string>
              {...control}
              allowClear
              placeholder="选择主题"
              options={officialThemes.map(({ title }) => ({ value: title, label: title }))}
              onChange={(chosen) => onChange(chosen ?? null)}
            />
          )}
        </FormField>
        <FormField form={form} name="nature" label="文件性质">
          {({ id, value, onChange }) => (
            <Radio.Group
              id={id}
              value={value}
              options={[
                { value: 'normative', label: '行政规范性文件' },
                { value: 'other', label: '其他公文' },
              ]}
              onChange={(event) => onChange(event.target.value === 'normative' ? 'normative' : 'other')}
            />
          )}
        </FormField>
        <FormField form={form} name="keepsFile" optional label="原件">
          {({ id, value, onChange }) => (
            <Checkbox id={id} checked={value} onChange={(event) => onChange(event.target.checked)}>
              作为附件一并公开
            </Checkbox>
          )}
        </FormField>
      </FormFrame>
      <ReadBeside draft={draft} />
    </div>
  );
}

function ReadBeside({ draft }: { readonly draft: DocumentDraft }) {
  return (
    <aside aria-label="读取情况">
      <h2>存疑之处</h2>
      {draft.flags.length === 0 ? (
        <p className="quiet">没有存疑的要素。</p>
      ) : (
        <ul className="plain-list">
          {draft.flags.map(({ element, reason }) => (
            <li key={`${element}${reason}`}>
              ◇ {isElement(element) ? `${documentElementTitles[element]}：` : ''}
              {reason}
            </li>
          ))}
        </ul>
      )}
      {draft.notes.map((note) => (
        <p key={note} className="quiet">
          {note}
        </p>
      ))}
      <NamedList title="废止的文件" names={draft.repeals} />
      <NamedList title="依据" names={draft.basis} />
      <h2>正文</h2>
      <p className="quiet">读出{draft.clauseCount}条款段；登记后可以继续修改。</p>
      <RichTextField label="读出的正文" body={draft.body} isReadOnly pictureAddress={noPicture} />
    </aside>
  );
}

/** A read file brings its text alone. */
const noPicture = () => '';

function NamedList({ title, names }: { readonly title: string; readonly names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <>
      <h2>{title}</h2>
      <ul className="plain-list">
        {names.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
    </>
  );
}
