/** The sign-in sheet of a training on paper: those who are asked to come, and empty lines. */
import { dayTextInWords } from '#kernel/day-words.ts';
import type { TrainingDetail } from '../contract/training.ts';
import { trainingAudienceTitles, trainingKindTitles, trainingModeTitles } from '../words/training.ts';
import { writeFormDocx } from './form-docx.ts';

export interface ExpectedPerson {
  readonly unitName: string;
  readonly name: string;
}

const emptyLines = 12;

/** Writes the sheet; its columns are those the roster reader takes back. */
export function writeSignInDocx(
  training: TrainingDetail,
  expected: readonly ExpectedPerson[],
): Promise<Uint8Array> {
  const place = [trainingModeTitles[training.mode], training.place].filter((part) => part !== '').join('，');
  const rows = [
    ...expected.map((person, at) => [String(at + 1), person.unitName, person.name, '', '']),
    ...Array.from({ length: emptyLines }, () => ['', '', '', '', '']),
  ];
  return writeFormDocx({
    title: `${trainingKindTitles[training.kind]}签到表`,
    facts: [
      ['主题', training.topic],
      ['时间', dayTextInWords(training.heldOn ?? training.plannedFor)],
      ['方式和地点', place],
      ['组织单位', training.organiserName],
      ['对象', training.audiences.map((audience) => trainingAudienceTitles[audience]).join('、')],
    ],
    table: {
      head: [
        { title: '序号', width: 8 },
        { title: '单位', width: 30 },
        { title: '姓名', width: 20 },
        { title: '新进人员', width: 14 },
        { title: '签字', width: 28 },
      ],
      rows,
    },
    closing: [],
  });
}
