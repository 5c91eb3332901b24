/** A roster is read as a trial first; only when every line has its unit can it be taken. */
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { FileDrop } from '#desk/components/file-drop/file-drop.tsx';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { useSay } from '#desk/components/say/use-say.tsx';
import { StandingChip } from '#desk/components/standing-chip/standing-chip.tsx';
import { openSubmission } from '#desk/data/submission.ts';
import { uploadFile } from '#desk/data/upload.ts';
import { refreshBelow } from '#desk/data/use-api.ts';
import type { RosterLine, RosterReply } from '../../contract/training.ts';

const limit = 2 * 1024 * 1024;
const marks = { officer: 'met', heads: 'met', unmatched: 'failing' } as const;
const words: Readonly<Record<RosterLine['outcome'], string>> = {
  officer: '登记到人',
  heads: '登记人数',
  unmatched: '对不上',
};

export function RosterImport(props: { readonly trainingId: string; readonly onDone: () => void }) {
  const path = `/organisation/trainings/${props.trainingId}/roster`;
  const [trial, setTrial] = useState<{ readonly reply: RosterReply; readonly file: File }>();
  const [error, setError] = useState<unknown>();
  const [sending, setSending] = useState(false);
  const submission = useRef(openSubmission());
  const client = useQueryClient();
  const say = useSay();

  const record = async (file: File) => {
    setSending(true);
    setError(undefined);
    try {
      const reply = await uploadFile<RosterReply>({
        path,
        file,
        values: { record: 'true' },
        idempotencyKey: submission.current.keyFor([file.name, file.size, file.lastModified, 'record']),
        signal: new AbortController().signal,
        onProgress: () => undefined,
      });
      submission.current.done();
      await refreshBelow(client, ['/organisation']);
      say.done(`已登记${reply.officers + reply.others}人`);
      props.onDone();
    } catch (caught) {
      setError(caught);
    } finally {
      setSending(false);
    }
  };

  return (
    <section aria-label="导入参训名单">
      {error === undefined ? null : <RefusalNotice error={error} takesFocus />}
      <FileDrop<RosterReply>
        title="把填好的名单拖到这里"
        accepts={['.xlsx', '.csv']}
        limit={limit}
        path={path}
        values={{ record: 'false' }}
        onDone={(reply, file) => setTrial({ reply, file })}
      />
      {trial === undefined ? (
        <p className="quiet">
          名单要有“单位”一栏，以及“姓名”或“人数”。先试读，看过每一行的结果再登记；不是已登记工作人员的，只记人数，不留姓名。
        </p>
      ) : (
        <RosterTrial reply={trial.reply} />
      )}
      <p className="detail-actions record-actions">
        {trial !== undefined && trial.reply.unmatched === 0 ? (
          <Button type="primary" loading={sending} onClick={() => void record(trial.file)}>
            登记这{trial.reply.officers + trial.reply.others}人
          </Button>
        ) : null}
        <Button onClick={props.onDone}>返回</Button>
      </p>
    </section>
  );
}

function RosterTrial({ reply }: { readonly reply: RosterReply }) {
  return (
    <>
      <p role="status">
        试读{reply.lines.length}行：登记到人{reply.officers}名，只记人数{reply.others}人
        {reply.unmatched === 0 ? '，可以登记。' : `，还有${reply.unmatched}行对不上单位，请改好名单再传。`}
      </p>
      <table className="plain-table">
        <caption>逐行结果</caption>
        <thead>
          <tr>
            <th scope="col">行</th>
            <th scope="col">内容</th>
            <th scope="col">结果</th>
          </tr>
        </thead>
        <tbody>
          {reply.lines.map((line) => (
            <tr key={line.line}>
              <td>{line.line}</td>
              <td>{line.text}</td>
              <td>
                <StandingChip standing={marks[line.outcome]} word={words[line.outcome]} /> {line.note}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
