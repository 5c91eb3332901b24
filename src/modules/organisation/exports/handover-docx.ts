/** The handover sheet on paper: what changed hands, who ticked it and when, the three signatures. */
import { dayTextInWords } from '#kernel/day-words.ts';
import type { HandoverDetail } from '../contract/liaison.ts';
import { handoverParties } from '../rules/handover.ts';
import { handoverCategoryTitles, handoverPartyTitles, handoverStatusTitles } from '../words/liaison.ts';
import { writeFormDocx } from './form-docx.ts';

const tickWords = (on: string | null, name: string | null) => (on === null ? '' : `${name ?? ''}\n${on}`);

/** Writes the sheet; what is not signed yet leaves room for a pen. */
export function writeHandoverDocx(handover: HandoverDetail): Promise<Uint8Array> {
  const { giver, receiver, witness } = handover;
  const persons = { giver, receiver, witness };
  return writeFormDocx({
    title: '政务公开联络员工作交接清单',
    facts: [
      ['单位', handover.unitName],
      ['移交人', `${giver.name}（${giver.position}）`],
      ['接收人', `${receiver.name}（${receiver.position}）`],
      ['监交人', `${witness.name}（${witness.position}）`],
      ['变动原因', handover.reason],
      ['交接期限', dayTextInWords(handover.due.due)],
      ['办理情况', handoverStatusTitles[handover.status]],
    ],
    table: {
      head: [
        { title: '序号', width: 6 },
        { title: '类别', width: 12 },
        { title: '交接内容', width: 42 },
        { title: '移交人确认', width: 20 },
        { title: '接收人确认', width: 20 },
      ],
      rows: handover.items.map((item, at) => [
        String(at + 1),
        handoverCategoryTitles[item.category],
        item.detail === '' ? item.title : `${item.title}\n${item.detail}`,
        tickWords(item.givenOn, item.givenByName),
        tickWords(item.takenOn, item.takenByName),
      ]),
    },
    closing: [
      ...(handover.giverAbsentReason === null
        ? []
        : [`移交人不能到场：${handover.giverAbsentReason}，由监交人代办。`]),
      ...handoverParties.map((party) => {
        const signature = handover.signatures.find((one) => one.party === party);
        const signed =
          signature === undefined
            ? '＿＿＿＿＿＿　　　　年　　月　　日'
            : `${signature.byName}${signature.onBehalf ? '（代）' : ''}　${dayTextInWords(signature.signedOn)}`;
        return `${handoverPartyTitles[party]}（${persons[party].name}）：${signed}`;
      }),
    ],
  });
}
