/** The letters of a case: those there are, and one to be drafted. */
import { Button, Select } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { useApi, useCommand } from '#desk/data/use-api.ts';
import { dayTextInWords } from '#kernel/day-words.ts';
import type { LetterList } from '../../contract/letters.ts';
import { letterStageTitles } from '../../rules/letters/letter-state.ts';

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** Answers by the result that calls for them, other letters by their own title. */
function choicesOf(
  kinds: LetterList['kinds'],
): { readonly label: string; readonly options: readonly Choice[] }[] {
  const steps = kinds.filter(({ leaves }) => leaves.length === 0);
  const answers = kinds.filter(({ leaves }) => leaves.length > 0);
  return [
    { label: '办理过程', options: steps.map(({ kind, title }) => ({ value: kind, label: title })) },
    {
      label: '答复（按办理结果）',
      options: answers.flatMap(({ kind, leaves }) =>
        leaves.map(({ id, title }) => ({ value: `${kind}|${id}`, label: title })),
      ),
    },
  ];
}

export function CaseLetters({ requestId }: { readonly requestId: string }) {
  const navigate = useNavigate();
  const { data, error, refetch } = useApi<LetterList>(`/requests/${requestId}/letters`);
  const [chosen, setChosen] = useState<string>();
  const draft = useCommand<{ kind: string; leaf: string | null }, { readonly letterId: string }>({
    call: (body) => ({ method: 'POST', path: `/requests/${requestId}/letters`, body }),
    changes: ['/requests'],
    onDone: ({ letterId }) => navigate(`/request-letters/${letterId}`),
  });
  const begin = () => {
    const [kind = '', leaf = null] = (chosen ?? '').split('|');
    draft.mutate({ kind, leaf });
  };
  return (
    <section aria-labelledby="request-letters">
      <h2 id="request-letters">文书</h2>
      {error === null ? null : <RefusalNotice error={error} onRetry={() => void refetch()} />}
      {data?.letters.length === 0 ? <p className="quiet">还没有文书。选定种类后按案情自动填写。</p> : null}
      <ul className="request-papers">
        {data?.letters.map(({ id, title, stage, documentNumber, signedOn }) => (
          <li key={id}>
            <Link to={`/request-letters/${id}`}>
              {documentNumber === null ? title : `${documentNumber} ${title}`}
            </Link>
            <span className="quiet">
              　{letterStageTitles[stage]}
              {signedOn === null ? '' : `，${dayTextInWords(signedOn)}`}
            </span>
          </li>
        ))}
      </ul>
      {data === undefined ? null : (
        <div className="request-begin">
          <Select<string>
            aria-label="文书种类"
            className="request-leaf"
            placeholder="选择文书或者办理结果"
            showSearch={{ optionFilterProp: 'label' }}
            value={chosen ?? null}
            onChange={setChosen}
            options={choicesOf(data.kinds).map(({ label, options }) => ({ label, options: [...options] }))}
          />
          <Button disabled={chosen === undefined} loading={draft.isPending} onClick={begin}>
            起草文书
          </Button>
        </div>
      )}
      {draft.error === null ? null : <RefusalNotice error={draft.error} takesFocus />}
    </section>
  );
}
