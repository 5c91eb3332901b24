import { describe, expect, it } from 'vitest';
import { foldText, joinChinese, simplifyCharacters, tidyText } from '#kernel/chinese/fold-text.ts';
import { readCollectives } from './collectives.ts';

describe('foldText', () => {
  it.each([
    ['县 政 府 办 公 室', '县政府办公室'],
    ['縣政務服務與數據資源管理局', '县政务服务与数据资源管理局'],
    ['ＡＢＣ１２３', 'abc123'],
    ['（牵头）', '(牵头)'],
    ['“一件事”', '"一件事"'],
    ['服务窗囗', '服务窗口'],
    ['<p>县财政局</p>', '县财政局'],
    ['2022〔8〕号', '2022[8]号'],
    ['6月—9月', '6月-9月'],
  ])('takes %s and %s for the same text', (first, second) => {
    expect(foldText(first)).toBe(foldText(second));
  });

  it('keeps different names apart', () => {
    expect(foldText('县财政局')).not.toBe(foldText('区财政局'));
    expect(foldText('囗')).toBe('囗');
  });

  it('is settled after one pass', () => {
    for (const text of ['縣 財政局（ 牵头）', '<p>２０２２年</p>', 'A, B；C', '“8+N”—模块']) {
      expect(foldText(foldText(text))).toBe(foldText(text));
    }
  });
});

describe('tidyText', () => {
  it('keeps Chinese marks and puts half-width ones beside Chinese into full width', () => {
    expect(tidyText('县财政局,县审计局;各镇(街道):')).toBe('县财政局，县审计局；各镇（街道）：');
    expect(tidyText('IPv6, HTTP (1.1)')).toBe('IPv6, HTTP (1.1)');
  });

  it('turns block tags into line ends and drops the others', () => {
    expect(
      tidyText('<p>23 甲</p> <p>24 <b>乙</b></p>')
        .split(/\n+/u)
        .map((line) => line.trim()),
    ).toEqual(['23 甲', '24 乙']);
    expect(tidyText('5<10 且 a<b')).toBe('5<10 且 a<b');
  });
});

describe('simplifyCharacters', () => {
  it('keeps every index in place', () => {
    const printed = '縣人力資源和社會保障局牽頭，與各鎮配合𠮷';
    expect(simplifyCharacters(printed)).toHaveLength(printed.length);
    expect(simplifyCharacters('縣人力資源')).toBe('县人力资源');
  });
});

describe('joinChinese', () => {
  it('takes out blanks beside Chinese and leaves Latin words apart', () => {
    expect(joinChinese('做好 2022 年 政务\n公开')).toBe('做好2022年政务公开');
    expect(joinChinese('open data')).toBe('open data');
  });
});

describe('readCollectives', () => {
  it('does not take a heading inside the list for a member', () => {
    expect(
      readCollectives([
        '附件2',
        '县级有关部门名单',
        '县级有关部门（3个）：',
        '县财政局、县民政局、县司法局。',
      ]),
    ).toEqual({ 县级有关部门: ['县财政局', '县民政局', '县司法局'] });
  });

  it('reads the names below a list heading until other matter follows', () => {
    expect(
      readCollectives([
        '附件2',
        '县属有关单位名单',
        '县委宣传部（县网信办）、县发展和改革局、县教育局',
        '县公安局、县司法局',
        '望澜县人民政府办公室2022年7月28日印发。',
        '县财政局、县审计局',
      ]),
    ).toEqual({
      县属有关单位: ['县委宣传部（县网信办）', '县发展和改革局', '县教育局', '县公安局', '县司法局'],
    });
  });

  it('reads one name a line and names behind numbers', () => {
    expect(
      readCollectives(['附件：县政务公开领导小组成员单位名单', '1.县政府办', '2.县财政局', '3.县司法局']),
    ).toEqual({
      县政务公开领导小组成员单位: ['县政府办', '县财政局', '县司法局'],
    });
  });

  it('reads a definition in a note', () => {
    expect(readCollectives(['注：县级有关部门指县财政局、县民政局、县司法局。'])).toEqual({
      县级有关部门: ['县财政局', '县民政局', '县司法局'],
    });
  });

  it('finds nothing in ordinary tasks', () => {
    expect(
      readCollectives(['各有关部门要加强公开，县财政局、县民政局负责。', '公开事项清单', '推进平台建设']),
    ).toEqual({});
  });
});
