/** Who has signed the handover, whose turn it is, and taking a signature back. */
import { Button } from 'antd';
import { useConfirm } from '#desk/components/confirm/use-confirm.tsx';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { useSay } from '#desk/components/say/use-say.tsx';
import { useCommand } from '#desk/data/use-api.ts';
import { dayTextInWords } from '#kernel/day-words.ts';
import type { HandoverDetail } from '../../contract/liaison.ts';
import { type HandoverParty, handoverParties, judgeSignature } from '../../rules/handover.ts';
import { handoverPartyTitles } from '../../words/liaison.ts';

export function HandoverSignatures({ handover }: { readonly handover: HandoverDetail }) {
  const say = useSay();
  const confirm = useConfirm();
  const path = `/organisation/handovers/${handover.id}`;
  const changes = ['/organisation', '/todos'];
  const sign = useCommand<HandoverParty>({
    call: (party) => ({ method: 'POST', path: `${path}/sign`, body: { party } }),
    changes,
    onDone: (_, party) => say.done(party === 'witness' ? '已签字，交接完毕' : '已签字'),
  });
  const withdraw = useCommand<HandoverParty>({
    call: (party) => ({ method: 'POST', path: `${path}/withdraw-signature`, body: { party } }),
    changes,
    onDone: () => say.done('已撤回签字，清单可以改了'),
  });
  const signed = handover.signatures.map((signature) => signature.party);
  const items = handover.items.map((item) => ({
    given: item.givenOn !== null,
    taken: item.takenOn !== null,
  }));
  const people = { giver: handover.giver, receiver: handover.receiver, witness: handover.witness };
  const ask = async (party: HandoverParty) => {
    const agreed = await confirm({
      verb: '签字',
      name: `${handoverPartyTitles[party]}（${people[party].name}）`,
      consequence:
        party === 'witness'
          ? '签字后交接完毕，清单不能再改。'
          : `确认清单上的${handover.items.length}项都已交接清楚。`,
    });
    if (agreed) sign.mutate(party);
  };
  const error = sign.error ?? withdraw.error;
  return (
    <>
      {error === null ? null : <RefusalNotice error={error} takesFocus />}
      <ul className="plain-list">
        {handoverParties.map((party) => {
          const signature = handover.signatures.find((one) => one.party === party);
          const own = handover.status === 'open' && handover.ownParties.includes(party);
          const maySign = own && judgeSignature({ items, signed }, party).allowed;
          return (
            <li key={party} className="record-line">
              <span>
                {handoverPartyTitles[party]}　{people[party].name}
              </span>
              {signature === undefined ? (
                <span className="quiet">还没有签字</span>
              ) : (
                <span>
                  ● {signature.byName}
                  {signature.onBehalf ? '（代）' : ''}，{dayTextInWords(signature.signedOn)}
                </span>
              )}
              {maySign ? (
                <Button type="primary" loading={sign.isPending} onClick={() => void ask(party)}>
                  {handoverPartyTitles[party]}签字
                </Button>
              ) : null}
              {own && signature !== undefined ? (
                <Button loading={withdraw.isPending} onClick={() => withdraw.mutate(party)}>
                  撤回签字
                </Button>
              ) : null}
            </li>
          );
        })}
      </ul>
      <p className="quiet">{nextStepWords(handover, items, signed)}</p>
    </>
  );
}

/** What has to happen next, for whoever looks. */
function nextStepWords(
  handover: HandoverDetail,
  items: readonly { readonly given: boolean; readonly taken: boolean }[],
  signed: readonly HandoverParty[],
): string {
  if (handover.status === 'cancelled') return '';
  if (handover.status === 'completed') return '交接完毕。接着向政府办公室报备联络员。';
  const toGive = items.filter((item) => !item.given).length;
  const toTake = items.filter((item) => !item.taken).length;
  if (toGive > 0) return `还有${toGive}项等移交人确认。`;
  if (toTake > 0) return `还有${toTake}项等接收人确认。`;
  const waiting = handoverParties.find((party) => !signed.includes(party));
  return waiting === undefined ? '' : `等${handoverPartyTitles[waiting]}签字。`;
}
