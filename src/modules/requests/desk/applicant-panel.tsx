/** Who asks: masked, and opened for a reason that is kept in the log. */
import { Button } from 'antd';
import { useState } from 'react';
import { ReasonDialog } from '#desk/components/confirm/reason-dialog.tsx';
import { Facts } from '#desk/components/facts/facts.tsx';
import { saveFile } from '#desk/data/save-file.ts';
import { useCommand } from '#desk/data/use-api.ts';
import { dayTextInWords } from '#kernel/day-words.ts';
import type { ApplicantInput, CaseView, OpenedProof } from '../contract/requests.ts';
import { applicantKindTitles } from '../rules/applicants.ts';

type Opened = ApplicantInput & { readonly queryCode: string };

export function ApplicantPanel({ detail }: { readonly detail: CaseView }) {
  const [isAsking, setAsking] = useState(false);
  const [opened, setOpened] = useState<Opened>();
  const [proofId, setProofId] = useState<string>();
  const open = useCommand<{ readonly proofId: string; readonly reason: string }, OpenedProof>({
    call: ({ proofId: id, reason }) => ({
      method: 'POST',
      path: `/requests/${detail.id}/proofs/${id}/open`,
      body: { reason },
    }),
  });
  const reveal = useCommand<{ readonly reason: string }, Opened>({
    call: (body) => ({ method: 'POST', path: `/requests/${detail.id}/reveal-applicant`, body }),
    onDone: (applicant) => setOpened(applicant),
  });
  return (
    <section aria-labelledby="request-applicant">
      <h2 id="request-applicant">申请人</h2>
      <Facts
        facts={
          opened === undefined
            ? [
                ['申请人', detail.maskedName],
                ['类别', applicantKindTitles[detail.applicantKind]],
                ['联系方式', detail.maskedContact],
              ]
            : [
                ['申请人', opened.name],
                ['类别', applicantKindTitles[opened.kind]],
                ['证件号码', opened.identityNumber],
                ['联系人', opened.contactPerson],
                ['电话', opened.phone],
                ['地址', `${opened.address} ${opened.postcode}`.trim()],
                ['电子邮件', opened.email],
                ['查询码', opened.queryCode],
              ]
        }
      />
      {opened !== undefined || detail.isErased ? null : (
        <Button size="small" onClick={() => setAsking(true)}>
          查看申请人信息
        </Button>
      )}
      {detail.proofs.map((proof) => (
        <p key={proof.id}>
          身份证明（{dayTextInWords(proof.addedOn)}）
          {proof.isErased ? (
            <span className="quiet">保存期满，已删除</span>
          ) : (
            <Button size="small" onClick={() => setProofId(proof.id)}>
              打开
            </Button>
          )}
        </p>
      ))}
      {proofId === undefined ? null : (
        <ReasonDialog
          verb="打开"
          name={`${detail.number}的身份证明`}
          consequence="理由和您的姓名记入日志。"
          onClose={() => setProofId(undefined)}
          onReason={async (reason) => {
            const proof = await open.mutateAsync({ proofId, reason });
            const bytes = Uint8Array.from(atob(proof.content), (letter) => letter.charCodeAt(0));
            saveFile(new Blob([bytes], { type: proof.mediaType }), proof.fileName);
            setProofId(undefined);
          }}
        />
      )}
      {isAsking ? (
        <ReasonDialog
          verb="查看"
          name={`${detail.number}的申请人信息`}
          consequence="理由和您的姓名记入日志。"
          onClose={() => setAsking(false)}
          onReason={async (reason) => {
            await reveal.mutateAsync({ reason });
            setAsking(false);
          }}
        />
      ) : null}
    </section>
  );
}
