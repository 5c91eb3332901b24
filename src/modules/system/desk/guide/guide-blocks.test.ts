/** The guide is read as it was written. */
import { expect, it } from 'vitest';
import { readGuide } from './guide-blocks.ts';

const guide = `# 手册
第一行，
第二行 A
B 接着。

## 一、表
| 岗位 | 职责 |
|---|---|
| 经办人 | 起草 |

- 甲项，
  续行
- **乙**项

1. 先
2. 后
![截图](pictures/today.png)
\`\`\`
gongkai start
\`\`\`
`;

it('reads headings, wrapped paragraphs, tables, lists, pictures and code', () => {
  expect(readGuide(guide)).toEqual([
    { kind: 'heading', level: 1, text: '手册' },
    { kind: 'paragraph', text: '第一行，第二行 A B 接着。' },
    { kind: 'heading', level: 2, text: '一、表' },
    { kind: 'table', head: ['岗位', '职责'], rows: [['经办人', '起草']] },
    { kind: 'list', ordered: false, items: ['甲项，续行', '**乙**项'] },
    { kind: 'list', ordered: true, items: ['先', '后'] },
    { kind: 'picture', words: '截图', path: 'pictures/today.png' },
    { kind: 'code', text: 'gongkai start' },
  ]);
});
