/** Parts of a dispute's page: the parties behind their masks, and the papers with their places in the bundle. */
import { useQueryClient } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { ReasonDialog } from '#desk/components/confirm/reason-dialog.tsx';
import { FileDrop } from '#desk/components/file-drop/file-drop.tsx';
import { fileSizeWords } from '#desk/components/file-drop/file-limits.ts';
import { apiAddress } from '#desk/data/call-api.ts';
import { refreshBelow, useCommand } from '#desk/data/use-api.ts';
import type { DisputeDetail } from '../../contract/disputes.ts';
import { type BundleGroup, bundleGroups } from '../../rules/disputes/bundle.ts';
import { bundleGroupTitles, partyRoleTitles } from '../../words/disputes.ts';

const paperEndings = ['.pdf', '.docx', '.doc', '.ofd', '.jpg', '.png', '.xlsx', '.zip'];
const paperLimit = 50 * 1024 * 1024;

export function Parties({ dispute }: { readonly dispute: DisputeDetail }) {
  const [asking, setAsking] = useState(false);
  const [names, setNames] = useState<readonly { role: string; name: string }[]>();
  const reveal = useCommand<string, { parties: { role: string; name: string }[] }>({
    call: (reason) => ({
      method: 'POST',
      path: `/requests/disputes/${dispute.id}/parties`,
      body: { reason },
    }),
    onDone: ({ parties }) => setNames(parties),
  });
  if (dispute.parties.length === 0) return <p className="quiet">没有登记当事人。</p>;
  return (
    <>
      <ul className="plain-list">
        {dispute.parties.map(({ role, maskedName }, index) => (
          <li key={`${role} ${maskedName}`}>
            {partyRoleTitles[role]}：{names?.[index]?.name ?? maskedName}
          </li>
        ))}
      </ul>
      {names === undefined ? (
        <Button size="small" onClick={() => setAsking(true)}>
          查看姓名
        </Button>
      ) : null}
      {asking ? (
        <ReasonDialog
          verb="查看"
          name="当事人姓名"
          consequence="谁在什么时候为什么查看，都会记录。"
          onClose={() => setAsking(false)}
          onReason={(reason) => reveal.mutateAsync(reason)}
        />
      ) : null}
    </>
  );
}

export function Papers({ dispute }: { readonly dispute: DisputeDetail }) {
  const client = useQueryClient();
  const [group, setGroup] = useState<BundleGroup>('answer');
  const papers = dispute.events.filter(({ kind, annulled }) => kind === 'documentAdded' && !annulled);
  return (
    <>
      {papers.length === 0 ? (
        <p className="quiet">还没有材料。答复书、证据、复议和诉讼文书都放在这里。</p>
      ) : (
        <ul className="plain-list">
          {papers.map((paper) => (
            <li key={paper.position}>
              <a href={apiAddress(`/requests/disputes/${dispute.id}/papers/${paper.position}`)}>
                {paper.lines[0]}
              </a>
              <span className="quiet">
                　{paper.file === null ? '' : fileSizeWords(paper.file.byteLength)}，{paper.byName}
              </span>
            </li>
          ))}
        </ul>
      )}
      <p className="dispute-paper-group">
        <label htmlFor="paper-group">放进</label>
        <Select<BundleGroup>
          id="paper-group"
          value={group}
          onChange={setGroup}
          options={bundleGroups.map((value) => ({ value, label: bundleGroupTitles[value] }))}
        />
      </p>
      <FileDrop
        title="把材料拖到这里"
        accepts={paperEndings}
        limit={paperLimit}
        path={`/requests/disputes/${dispute.id}/papers?group=${group}`}
        onDone={() => void refreshBelow(client, ['/requests/disputes'])}
      />
    </>
  );
}
