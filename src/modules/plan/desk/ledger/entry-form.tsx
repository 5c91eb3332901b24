/** The form of a report and of its correction: text first, then what proves it. Kept on the server while it is typed. */
import { Checkbox, Select } from 'antd';
import { serverDraft } from '#desk/components/form-pattern/draft-store.ts';
import { FormField } from '#desk/components/form-pattern/form-field.tsx';
import { FormFrame } from '#desk/components/form-pattern/form-frame.tsx';
import { TextArea, TextInput } from '#desk/components/form-pattern/text-controls.tsx';
import { type ContractForm, useContractForm } from '#desk/components/form-pattern/use-contract-form.ts';
import { useSay } from '#desk/components/say/use-say.tsx';
import { useCommand } from '#desk/data/use-api.ts';
import {
  correctEntrySchema,
  type KeptLedgerFile,
  type LedgerVersion,
  writeEntrySchema,
} from '../../contract/ledger.ts';
import {
  type LedgerFigure,
  mostFiguresOfEntry,
  mostFilesOfEntry,
  mostLinksOfEntry,
} from '../../rules/ledger/entry.ts';
import { EvidenceFiles } from './evidence-files.tsx';
import { LinksControl } from './links-control.tsx';
import { RowsControl } from './rows-control.tsx';
import './ledger.css';

interface EntryFields {
  body: string;
  files: KeptLedgerFile[];
  links: { url: string; title: string }[];
  figures: LedgerFigure[];
  proposesPublic: boolean;
}

interface ReportFields extends EntryFields {
  unitId: string;
}

interface CorrectionFields extends EntryFields {
  reason: string;
}

const emptyEntry: EntryFields = { body: '', files: [], links: [], figures: [], proposesPublic: false };

/** Rows left empty are not sent. */
function inputOfFields({ files, links, figures, ...rest }: EntryFields) {
  return {
    ...rest,
    fileIds: files.map((file) => file.fileId),
    links: links
      .filter((link) => link.url.trim() !== '')
      .map(({ url, title }) => ({ url, title: title.trim() === '' ? null : title })),
    figures: figures.filter((figure) => figure.label.trim() !== '' || figure.amount.trim() !== ''),
  };
}

export interface ReportingUnit {
  readonly unitId: string;
  readonly unitName: string;
}

/** Reports on a task in the name of one of the units. */
export function EntryForm(props: {
  readonly taskId: string;
  readonly units: readonly ReportingUnit[];
  readonly onDone: () => void;
}) {
  const { taskId, units, onDone } = props;
  const say = useSay();
  const write = useCommand<object>({
    call: (body) => ({ method: 'POST', path: `/tasks/${taskId}/ledger`, body }),
    changes: ['/tasks', '/plans', '/my-tasks', '/units', '/todos'],
  });
  const initial: ReportFields = { ...emptyEntry, unitId: units[0]?.unitId ?? '' };
  const form = useContractForm({
    contract: writeEntrySchema,
    initial,
    draft: serverDraft<ReportFields>('plan.report', taskId),
    toInput: ({ unitId, ...fields }) => ({ unitId, ...inputOfFields(fields) }),
    submit: async (value) => {
      await write.mutateAsync(value);
      say.done('已填报');
      onDone();
    },
  });
  return (
    <FormFrame form={form} verb="填报">
      {units.length < 2 ? null : (
        <FormField form={form} name="unitId" label="以哪个单位填报">
          {(control) => (
            <Select
              {...control}
              options={units.map(({ unitId, unitName }) => ({ value: unitId, label: unitName }))}
            />
          )}
        </FormField>
      )}
      <EntryFieldset form={form} />
    </FormFrame>
  );
}

/** Says again what an entry should have said; begins with what it says now. */
export function CorrectionForm(props: { readonly version: LedgerVersion; readonly onDone: () => void }) {
  const { version, onDone } = props;
  const say = useSay();
  const correct = useCommand<object>({
    call: (body) => ({ method: 'POST', path: `/ledger/${version.id}/corrections`, body }),
    changes: ['/tasks', '/plans', '/my-tasks', '/units', '/todos'],
  });
  const initial: CorrectionFields = {
    body: version.body,
    files: [...version.files],
    links: version.links.map(({ url, title }) => ({ url, title: title ?? '' })),
    figures: [...version.figures],
    proposesPublic: version.proposesPublic,
    reason: '',
  };
  const form = useContractForm({
    contract: correctEntrySchema,
    initial,
    draft: serverDraft<CorrectionFields>('plan.report', version.id),
    toInput: ({ reason, ...fields }) => ({ reason, ...inputOfFields(fields) }),
    submit: async (value) => {
      await correct.mutateAsync(value);
      say.done('已更正，原来的内容保留并划去');
      onDone();
    },
  });
  return (
    <FormFrame form={form} verb="更正">
      <FormField form={form} name="reason" label="更正原因">
        {(control) => <TextInput {...control} maxLength={500} />}
      </FormField>
      <EntryFieldset form={form} />
    </FormFrame>
  );
}

function EntryFieldset<Fields extends EntryFields>({ form }: { readonly form: ContractForm<Fields> }) {
  return (
    <>
      <FormField form={form} name="body" label="做了什么">
        {(control) => (
          <TextArea
            {...control}
            rows={4}
            maxLength={4000}
            placeholder="如：已在县政府网站公布学区划分方案。"
          />
        )}
      </FormField>
      <FormField form={form} name="files" at="fileIds" label="照片、文件" optional>
        {({ id, value, onChange, 'aria-describedby': note }) => (
          <EvidenceFiles
            id={id}
            value={value}
            onChange={onChange}
            most={mostFilesOfEntry}
            aria-describedby={note}
          />
        )}
      </FormField>
      <FormField form={form} name="links" label="网址" optional hint="填后平台会定期检查能不能打开。">
        {({ id, value, onChange }) => (
          <LinksControl
            id={id}
            rows={value}
            onChange={onChange}
            empty={{ url: '', title: '' }}
            most={mostLinksOfEntry}
          />
        )}
      </FormField>
      <FormField form={form} name="figures" label="数据" optional hint="如“公开信息 36 条”。">
        {({ id, value, onChange }) => (
          <RowsControl
            id={id}
            rows={value}
            onChange={onChange}
            empty={{ label: '', amount: '', unit: '' }}
            most={mostFiguresOfEntry}
            what="数据"
          >
            {(row, change, index) => (
              <>
                <TextInput
                  value={row.label}
                  onChange={(label) => change({ label })}
                  placeholder="名称"
                  maxLength={40}
                  aria-label={`第${index + 1}个数据的名称`}
                />
                <TextInput
                  value={row.amount}
                  onChange={(amount) => change({ amount })}
                  placeholder="数"
                  inputMode="text"
                  aria-label={`第${index + 1}个数据的数`}
                />
                <TextInput
                  value={row.unit}
                  onChange={(unit) => change({ unit })}
                  placeholder="单位"
                  maxLength={10}
                  aria-label={`第${index + 1}个数据的单位`}
                />
              </>
            )}
          </RowsControl>
        )}
      </FormField>
      <FormField
        form={form}
        name="proposesPublic"
        label="公开"
        hint="由单位负责人作保密审查后决定，决定前只有内部能看。"
      >
        {({ id, value, onChange }) => (
          <Checkbox id={id} checked={value} onChange={(event) => onChange(event.target.checked)}>
            建议在计划的公开页面上展示
          </Checkbox>
        )}
      </FormField>
    </>
  );
}
