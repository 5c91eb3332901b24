/** The unit's reply: what was done, with files and pages that show it. Kept on the server while it is typed. */
import { Button } from 'antd';
import { serverDraft } from '#desk/components/form-pattern/draft-store.ts';
import { FormField } from '#desk/components/form-pattern/form-field.tsx';
import { FormFrame } from '#desk/components/form-pattern/form-frame.tsx';
import { TextArea } from '#desk/components/form-pattern/text-controls.tsx';
import { useContractForm } from '#desk/components/form-pattern/use-contract-form.ts';
import { useSay } from '#desk/components/say/use-say.tsx';
import { useCommand } from '#desk/data/use-api.ts';
import type { KeptLedgerFile } from '../../contract/ledger.ts';
import { type OrderDetail, replyOrderSchema } from '../../contract/supervision.ts';
import { EvidenceFiles } from '../ledger/evidence-files.tsx';
import { LinksControl } from '../ledger/links-control.tsx';
import { orderChanges } from './order-changes.ts';
import '../ledger/ledger.css';

interface ReplyFields {
  text: string;
  files: KeptLedgerFile[];
  links: { url: string }[];
}

const empty: ReplyFields = { text: '', files: [], links: [] };
const mostFiles = 20;
const mostLinks = 20;

export function ReplyForm({ order, onDone }: { readonly order: OrderDetail; readonly onDone: () => void }) {
  const say = useSay();
  const path = `/supervision-orders/${order.id}`;
  const reply = useCommand<object>({
    call: (body) => ({ method: 'POST', path: `${path}/reply`, body }),
    changes: orderChanges,
  });
  const form = useContractForm({
    contract: replyOrderSchema,
    initial: empty,
    draft: serverDraft<ReplyFields>('plan.reply', `${order.id}-${order.events.length}`),
    toInput: ({ text, files, links }) => ({
      text,
      fileIds: files.map(({ fileId }) => fileId),
      links: links.map(({ url }) => url.trim()).filter((url) => url !== ''),
    }),
    submit: async (value) => {
      await reply.mutateAsync(value);
      say.done(`${order.number}：已反馈，等主管部门审核`);
      onDone();
    },
  });
  return (
    <FormFrame form={form} verb="反馈" actions={<Button onClick={onDone}>先不反馈</Button>}>
      <FormField form={form} name="text" label="办理情况" hint="写明做了什么、何时完成、结果如何。">
        {(control) => <TextArea {...control} rows={5} maxLength={4000} />}
      </FormField>
      <FormField form={form} name="files" at="fileIds" label="佐证照片、文件" optional>
        {({ id, value, onChange, 'aria-describedby': note }) => (
          <EvidenceFiles
            id={id}
            value={value}
            onChange={onChange}
            most={mostFiles}
            path={`${path}/files`}
            aria-describedby={note}
          />
        )}
      </FormField>
      <FormField form={form} name="links" label="网址" optional>
        {({ id, value, onChange }) => (
          <LinksControl id={id} rows={value} onChange={onChange} empty={{ url: '' }} most={mostLinks} />
        )}
      </FormField>
    </FormFrame>
  );
}
