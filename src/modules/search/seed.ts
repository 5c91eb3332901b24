/** Enters what people of 望澜县 say for what documents say, through the command. Idempotent. */
import { systemActor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import { searchSynonyms } from '#kernel/search/tables.ts';
import { transact } from '#kernel/work.ts';
import { addSynonyms } from './service/words.ts';

const groups: readonly (readonly string[])[] = [
  ['低保', '最低生活保障'],
  ['年报', '年度报告'],
  ['公积金', '住房公积金'],
  ['社保', '社会保险'],
  ['医保', '医疗保险', '医疗保障'],
  ['学区', '招生范围'],
  ['征地', '土地征收'],
  ['拆迁', '征收'],
  ['危房', '危旧房'],
  ['信息公开申请', '依申请公开'],
  ['公众号', '政务新媒体'],
  ['红头文件', '行政规范性文件'],
  ['找工作', '就业'],
];

export async function seedSynonyms(app: App): Promise<void> {
  const [known] = await app.database.read.select({ id: searchSynonyms.id }).from(searchSynonyms).limit(1);
  if (known !== undefined) return;
  for (const words of groups)
    await transact(app, systemActor('seed'), (work) =>
      addSynonyms(work, { words: [...words], fromDay: null }),
    );
}
