/** The officer's mail digest: where it goes, how often, what became of the last one, and what it would say now. */
import { Button, Radio } from 'antd';
import { useState } from 'react';
import { FormField } from '#desk/components/form-pattern/form-field.tsx';
import { FormFrame } from '#desk/components/form-pattern/form-frame.tsx';
import { TextInput } from '#desk/components/form-pattern/text-controls.tsx';
import { useContractForm } from '#desk/components/form-pattern/use-contract-form.ts';
import { Loading } from '#desk/components/loading/loading.tsx';
import { PageHeader } from '#desk/components/page-header/page-header.tsx';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { useSay } from '#desk/components/say/use-say.tsx';
import { useMe } from '#desk/data/me.ts';
import { useApi, useCommand } from '#desk/data/use-api.ts';
import { instantOf } from '#kernel/clock.ts';
import { instantWords } from '#kernel/day-words.ts';
import { type DigestPreview, type OwnDigest, ownEmailSchema } from '../contract.ts';
import { type DigestRhythm, digestRhythms } from '../rules/digest.ts';
import './digest-screen.css';

const rhythmTitles: Readonly<Record<DigestRhythm, string>> = {
  daily: '每个工作日早上一封',
  weekly: '每周第一个工作日一封',
  off: '不要',
};

const outcomeWords: Readonly<Record<NonNullable<OwnDigest['last']>['status'], string>> = {
  underway: '正在发送',
  sent: '已发出',
  refused: '被对方邮箱拒收。请核对地址；改正之前不再给它发信',
  uncertain: '发送途中连接中断，不确定是否送达',
};

const help = (
  <>
    <p>
      摘要写着您当天要办的事：逾期的、7日内到期的、其他待办和没有读过的通知。没有事就不发。主管部门的另有全县的情况。
    </p>
    <p>邮箱只有您本人和系统管理员看得到全文。</p>
  </>
);

function EmailForm({ email }: { readonly email: string | null }) {
  const { officer } = useMe();
  const say = useSay();
  const set = useCommand<object>({
    call: (body) => ({ method: 'PUT', path: `/organisation/officers/${officer.id}/email`, body }),
    changes: ['/own-digest', '/organisation/officers'],
  });
  const form = useContractForm({
    contract: ownEmailSchema,
    initial: { email: email ?? '' },
    toInput: (values) => ({ email: values.email.trim() === '' ? null : values.email.trim() }),
    submit: async (value) => {
      await set.mutateAsync(value);
      say.done(value.email === null ? '已删除邮箱' : '已登记邮箱');
    },
  });
  return (
    <FormFrame form={form} verb="保存">
      <FormField form={form} name="email" label="寄到哪个邮箱" optional hint="清空并保存就是删除。">
        {(control) => <TextInput {...control} inputMode="email" autoComplete="email" maxLength={200} />}
      </FormField>
    </FormFrame>
  );
}

function Rhythm({ rhythm }: { readonly rhythm: DigestRhythm }) {
  const say = useSay();
  const set = useCommand<DigestRhythm>({
    call: (chosen) => ({ method: 'PUT', path: '/own-digest', body: { rhythm: chosen } }),
    changes: ['/own-digest'],
    onDone: () => say.done('已保存'),
  });
  return (
    <section aria-label="多久一封">
      <h2>多久一封</h2>
      {set.error === null ? null : <RefusalNotice error={set.error} takesFocus />}
      <Radio.Group
        className="digest-rhythm"
        value={set.isPending ? set.variables : rhythm}
        onChange={(event) => set.mutate(event.target.value)}
        options={digestRhythms.map((value) => ({ value, label: rhythmTitles[value] }))}
      />
    </section>
  );
}

function Preview() {
  const [shown, setShown] = useState(false);
  const preview = useApi<DigestPreview>('/own-digest/preview', {}, { enabled: shown });
  if (!shown) return <Button onClick={() => setShown(true)}>看看现在会写什么</Button>;
  if (preview.error !== null) return <RefusalNotice error={preview.error} />;
  if (preview.data === undefined) return <Loading what="摘要" lines={6} />;
  const { subject, text } = preview.data;
  return subject === null ? (
    <p role="status">现在没有要办的事，也没有新通知，不会发信。</p>
  ) : (
    <article className="digest-preview" aria-label="摘要">
      <h3>{subject}</h3>
      <pre>{text}</pre>
    </article>
  );
}

export function DigestScreen() {
  const own = useApi<OwnDigest>('/own-digest');
  if (own.error !== null) return <RefusalNotice error={own.error} onRetry={() => void own.refetch()} />;
  if (own.data === undefined) return <Loading what="邮件摘要" />;
  const { email, rhythm, mailWorks, last } = own.data;
  return (
    <>
      <PageHeader title="邮件摘要" summary="把当天要办的事寄到您的邮箱" help={help} />
      {mailWorks ? null : <p role="status">◇ 平台还没有配置发信的邮箱，登记了也收不到。请联系系统管理员。</p>}
      <EmailForm key={email ?? ''} email={email} />
      {last === null ? null : (
        <p role="status">
          上一封：{instantWords(instantOf(last.sentAt))}，{outcomeWords[last.status]}。
        </p>
      )}
      <Rhythm rhythm={rhythm} />
      <h2>内容</h2>
      <Preview />
    </>
  );
}
