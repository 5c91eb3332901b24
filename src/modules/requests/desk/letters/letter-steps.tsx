/** Submitting, approving, returning, signing and cancelling a letter, and its downloads. */
import { Button } from 'antd';
import { useState } from 'react';
import { ReasonDialog } from '#desk/components/confirm/reason-dialog.tsx';
import { useConfirm } from '#desk/components/confirm/use-confirm.tsx';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { useSay } from '#desk/components/say/use-say.tsx';
import { apiAddress } from '#desk/data/call-api.ts';
import { useCommand } from '#desk/data/use-api.ts';
import type { LetterDetail } from '../../contract/letters.ts';
import { type LetterAction, letterActions } from '../../rules/letters/letter-state.ts';

const paths: Readonly<Record<Exclude<LetterAction, 'edit'>, string>> = {
  submit: 'submit',
  approve: 'approve',
  giveBack: 'return',
  sign: 'sign',
  cancel: 'cancel',
};

const consequences: Readonly<Record<'submit' | 'approve' | 'sign', string>> = {
  submit: '送审后不能修改，审核人可以退回。',
  approve: '审核后由负责人签发，您不能再签发这份文书。',
  sign: '签发即编定文号、记入案件，不能撤回。',
};

function Downloads({ letter, dirty }: { readonly letter: LetterDetail; readonly dirty: boolean }) {
  const address = (format: string) => apiAddress(`/request-letters/${letter.id}/paper`, { format });
  const isIssued = letter.stage === 'issued';
  return (
    <span className="request-downloads">
      <Button href={address('pdf')} disabled={dirty}>
        {isIssued ? '下载 PDF' : '草稿 PDF'}
      </Button>
      <Button href={address('docx')} disabled={dirty}>
        {isIssued ? '下载 Word' : '草稿 Word'}
      </Button>
    </span>
  );
}

export function LetterSteps({ letter, dirty }: { readonly letter: LetterDetail; readonly dirty: boolean }) {
  const say = useSay();
  const confirm = useConfirm();
  const [asking, setAsking] = useState<'giveBack' | 'cancel'>();
  const step = useCommand<{ readonly action: Exclude<LetterAction, 'edit'>; readonly note: string }, unknown>(
    {
      call: ({ action, note }) => ({
        method: 'POST',
        path: `/request-letters/${letter.id}/${paths[action]}`,
        body: { note },
      }),
      changes: ['/request-letters', '/requests'],
      onDone: (_, { action }) => say.done(`已${letterActions[action]}`),
    },
  );
  const take = async (action: 'submit' | 'approve' | 'sign') => {
    const agreed = await confirm({
      verb: letterActions[action],
      name: letter.title,
      consequence: consequences[action],
    });
    if (agreed) step.mutate({ action, note: '' });
  };
  const forward = (['submit', 'approve', 'sign'] as const).filter((action) =>
    letter.actions.includes(action),
  );
  const back = (['giveBack', 'cancel'] as const).filter((action) => letter.actions.includes(action));
  return (
    <section className="request-actions" aria-label="文书办理">
      <div className="request-buttons">
        {forward.map((action) => (
          <Button
            key={action}
            type="primary"
            disabled={dirty}
            loading={step.isPending}
            onClick={() => take(action).catch(() => undefined)}
          >
            {letterActions[action]}
          </Button>
        ))}
        {back.map((action) => (
          <Button key={action} danger={action === 'cancel'} onClick={() => setAsking(action)}>
            {letterActions[action]}
          </Button>
        ))}
        <Downloads letter={letter} dirty={dirty} />
      </div>
      {dirty ? <p className="quiet">有未保存的修改，保存后才能送审、签发和下载。</p> : null}
      {letter.whyNot === null ? null : <p className="quiet">{letter.whyNot}。</p>}
      {step.error === null ? null : <RefusalNotice error={step.error} takesFocus />}
      {asking === undefined ? null : (
        <ReasonDialog
          verb={letterActions[asking]}
          name={letter.title}
          consequence={asking === 'cancel' ? '作废后不能恢复，可以重新起草。' : '退回起草人修改。'}
          onClose={() => setAsking(undefined)}
          onReason={(note) => step.mutateAsync({ action: asking, note })}
        />
      )}
    </section>
  );
}
