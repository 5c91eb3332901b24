import { expect, it } from 'vitest';
import { documentGiven, spreadGrid, tablesOf } from './given.ts';

const read = (text: string) => documentGiven(new TextEncoder().encode(text), '要点.md');

it('reads headings in both styles, lists, bold lines and drops inline marks', async () => {
  const { blocks } = await read(
    '# 望澜县要点 #\n\n总则\n---\n\n**一、公开**\n\n- 公开**预算**（[链接](http://a.b)）\n2. 公开决算\n\n1\\. 自己编号的段落\n',
  );
  expect(blocks).toMatchObject([
    { text: '望澜县要点', headingLevel: 1 },
    { text: '总则', headingLevel: 2 },
    { text: '一、公开', bold: true },
    { text: '公开预算（链接）', listLabel: '•' },
    { text: '公开决算', listLabel: '2.' },
    { text: '1. 自己编号的段落' },
  ]);
});

it('joins a line that runs on and keeps lines that are complete apart', async () => {
  const { blocks } = await read(
    '县政府各部门应当在本部门网站设立专栏集中公开本年度重点工作的\n进展情况。（责任单位：各部门）\n短行\n另一行',
  );
  expect(blocks.map((block) => (block.kind === 'paragraph' ? block.text : ''))).toEqual([
    '县政府各部门应当在本部门网站设立专栏集中公开本年度重点工作的进展情况。（责任单位：各部门）',
    '短行',
    '另一行',
  ]);
});

it('reads pipe tables as tables of the file', async () => {
  const document = await read(
    '| 任务 | 单位 |\n|---|---|\n| **公开**<br>预算 | 县财政局 |\n\n任务 | 时限\n--- | ---\n解读 | 全年\n',
  );
  expect(document.format).toBe('md');
  expect(tablesOf(document).map(spreadGrid)).toEqual([
    [
      ['任务', '单位'],
      ['公开\n预算', '县财政局'],
    ],
    [
      ['任务', '时限'],
      ['解读', '全年'],
    ],
  ]);
  expect(tablesOf(document)[0]?.native).toBe(true);
});
