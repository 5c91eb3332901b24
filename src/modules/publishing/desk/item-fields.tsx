/** The fields of an item, the body with its live findings among them; used for writing something new and for changing it. */
import { Collapse } from 'antd';
import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react';
import { DayInput } from '#desk/components/form-pattern/day-input.tsx';
import { FormField } from '#desk/components/form-pattern/form-field.tsx';
import { TextArea, TextInput } from '#desk/components/form-pattern/text-controls.tsx';
import type { ContractForm } from '#desk/components/form-pattern/use-contract-form.ts';
import { RichTextField } from '#desk/components/rich-text/lazy-rich-text.tsx';
import type { RichTextHandle } from '#desk/components/rich-text/rich-text-editor.tsx';
import type { CheckText, LiveFindings } from '#desk/components/rich-text/use-live-findings.ts';
import { callApi } from '#desk/data/call-api.ts';
import { useMay } from '#desk/data/me.ts';
import type { ItemKind } from '../rules/kinds/item-kind.ts';
import { AttachmentsField } from './attachments-field.tsx';
import { ColumnPicker } from './column-picker.tsx';
import { DisclosureField } from './disclosure-field.tsx';
import { FindingsSide } from './findings-side.tsx';
import { itemPictureAddress, uploadItemPicture } from './item-pictures.ts';
import type { ItemValues } from './item-values.ts';
import { KindFields } from './kind-fields.tsx';

const checkText: CheckText = async (text, signal) => {
  if (text.trim() === '') return [];
  const body = { text, day: null, isPublishedList: false };
  const { findings } = await callApi<{ findings: Awaited<ReturnType<CheckText>> }>({
    method: 'POST',
    path: '/checks/text',
    body,
    signal,
  });
  return findings;
};

export function ItemFields(props: {
  readonly form: ContractForm<ItemValues>;
  readonly kind: ItemKind;
  readonly itemId: string | undefined;
  /** Another body is put into the editor when this changes. */
  readonly bodyKey: string;
  /** Stands beside the text under the findings. */
  readonly beside?: ReactNode;
}) {
  const { form, kind, itemId, bodyKey } = props;
  const may = useMay();
  const editor = useRef<RichTextHandle>(null);
  const [live, setLive] = useState<LiveFindings>();
  const { setField } = form;
  const setBody = useCallback((markup: string) => setField('body', markup), [setField]);
  const address = useMemo(() => (fileId: string) => itemPictureAddress(itemId, fileId), [itemId]);
  const { openness, ground, reason } = form.values;
  return (
    <div className="item-columns">
      <div className="item-main">
        <FormField form={form} name="title" at="content.title" label="标题">
          {(control) => <TextInput {...control} maxLength={300} />}
        </FormField>
        <div className="item-pair">
          <FormField form={form} name="columnId" label="栏目">
            {(control) => <ColumnPicker {...control} />}
          </FormField>
          <FormField
            form={form}
            name="formedOn"
            at="content.formedOn"
            label={kind.formedOnTitle}
            hint="公开时限从这一天起算。"
          >
            {(control) => <DayInput {...control} />}
          </FormField>
        </div>
        <KindFields
          kind={kind}
          values={form.values.fields}
          onChange={(fields) => form.setField('fields', fields)}
        />
        <div className="form-field">
          <p className="form-label" id="item-body-label">
            正文
          </p>
          <RichTextField
            key={bodyKey}
            ref={editor}
            label="正文"
            body={form.values.body}
            onChange={setBody}
            check={may('checking.check') ? checkText : undefined}
            onFindings={setLive}
            uploadPicture={uploadItemPicture}
            pictureAddress={address}
          />
        </div>
        <AttachmentsField
          value={form.values.attachments}
          onChange={(attachments) => form.setField('attachments', attachments)}
        />
        <DisclosureField value={{ openness, ground, reason }} onChange={(value) => form.set(value)} />
        <Collapse
          size="small"
          items={[
            {
              key: 'more',
              label: '摘要、关键词、转载来源',
              children: (
                <>
                  <FormField form={form} name="summary" at="content.summary" label="摘要" optional>
                    {(control) => <TextArea {...control} rows={2} maxLength={2000} />}
                  </FormField>
                  <FormField
                    form={form}
                    name="keywords"
                    at="content.keywords"
                    label="关键词"
                    optional
                    hint="用顿号隔开。"
                  >
                    {(control) => <TextInput {...control} />}
                  </FormField>
                  <div className="item-pair">
                    <FormField
                      form={form}
                      name="sourceName"
                      at="content.source.name"
                      label="来源"
                      optional
                      hint="转载的，写明原发布单位。"
                    >
                      {(control) => <TextInput {...control} maxLength={200} />}
                    </FormField>
                    <FormField
                      form={form}
                      name="sourceAddress"
                      at="content.source.address"
                      label="原文地址"
                      optional
                    >
                      {(control) => <TextInput {...control} inputMode="url" maxLength={500} />}
                    </FormField>
                  </div>
                </>
              ),
            },
          ]}
        />
      </div>
      <aside className="item-beside" aria-label="检测和经过">
        {live === undefined ? null : (
          <FindingsSide
            live={live}
            onOpen={(finding) => editor.current?.open(finding)}
            onApply={(finding) => editor.current?.apply(finding)}
          />
        )}
        {props.beside}
      </aside>
    </div>
  );
}
