import { describe, expect, test } from 'vitest';
import { dayOf } from '#kernel/day.ts';
import { onlyElement, plainText, renderPart, textsOf } from '../testing/rendered.tsx';
import { CaptionedTable } from './captioned-table.tsx';
import { DerivedDate } from './derived-date.tsx';
import { FactList } from './fact-list.tsx';
import { ChoiceField, ErrorSummary, SelectField, TextField } from './form-fields.tsx';
import { Notice } from './notice.tsx';
import { Pagination } from './pagination.tsx';
import { TitleList } from './title-list.tsx';

describe('DerivedDate', () => {
  const derived = {
    due: dayOf('2026-04-20'),
    provisional: false,
    because: ['文件2026年3月20日印发，当日不计，次日起算20个工作日'],
    skipped: [{ day: '2026-04-06', reason: '清明节放假' }],
    counted: 20,
  };

  test('shows the day, how far it is, and on demand how it came about', () => {
    const page = renderPart(<DerivedDate derived={derived} today={dayOf('2026-04-18')} />);
    expect(textsOf(page, 'summary time')).toEqual(['2026年4月20日']);
    expect(textsOf(page, 'summary small')).toEqual(['2天后']);
    expect(textsOf(page, '.derivation li')).toEqual([
      '最后一日：2026年4月20日（周一）',
      '文件2026年3月20日印发，当日不计，次日起算20个工作日',
      '共计入20日',
      '2026年4月6日周一：清明节放假',
    ]);
    expect(onlyElement(page, 'details').getAttribute('open')).toBeNull();
  });

  test('says why there is no day, and that one may still move', () => {
    const open = {
      ...derived,
      due: null,
      counted: null,
      skipped: [],
      because: ['持续推进的任务，没有截止日期'],
    };
    const page = renderPart(<DerivedDate derived={open} today={dayOf('2026-04-18')} />);
    expect(textsOf(page, 'summary')).toEqual(['没有截止日']);
    expect(textsOf(page, 'li')).toEqual(['持续推进的任务，没有截止日期']);
    const moving = renderPart(
      <DerivedDate derived={{ ...derived, provisional: true }} today={dayOf('2026-04-20')} />,
    );
    expect(textsOf(moving, 'summary small')).toEqual(['今天，暂定']);
  });
});

describe('the form pattern', () => {
  const faults = [{ path: 'name', message: '请填写姓名' }];

  test('links each fault of the summary to its field, where it is said again', () => {
    const page = renderPart(
      <>
        <ErrorSummary what="还不能提交" todo="请更正后再次提交" faults={faults} />
        <TextField name="name" title="姓名" hint="用于答复时称呼您" faults={faults} typed="　" />
      </>,
    );
    expect(onlyElement(page, '[role="alert"] a').getAttribute('href')).toBe('#name');
    const field = onlyElement(page, 'input');
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(field.getAttribute('aria-describedby')).toBe('name-hint name-fault');
    expect(textsOf(page, '#name-fault')).toEqual(['请填写姓名']);
    expect(field.getAttribute('value')).toBe('　');
  });

  test('keeps what was chosen', () => {
    const choices = [
      { value: 'post', title: '邮寄' },
      { value: 'mail', title: '电子邮件' },
    ];
    const page = renderPart(
      <>
        <SelectField name="way" title="方式" anyTitle="不限" choices={choices} typed="mail" />
        <ChoiceField name="copy" title="副本" choices={choices} typed="post" />
      </>,
    );
    expect(onlyElement(page, 'option[selected]').getAttribute('value')).toBe('mail');
    expect(onlyElement(page, 'input[checked]').getAttribute('value')).toBe('post');
    expect(textsOf(page, 'legend')).toEqual(['副本']);
  });
});

describe('lists and tables', () => {
  test('a table has a caption, heads for columns and rows, and is reached by the keyboard', () => {
    const page = renderPart(
      <CaptionedTable
        caption="各镇公开专区"
        rows={[{ town: '双溪镇', count: 3 }]}
        keyOf={(row) => row.town}
        columns={[
          { title: '镇', isRowHead: true, cell: (row) => row.town },
          { title: '数量', isFigure: true, cell: (row) => row.count },
        ]}
      />,
    );
    expect(textsOf(page, 'caption')).toEqual(['各镇公开专区']);
    expect(textsOf(page, 'th[scope="col"]')).toEqual(['镇', '数量']);
    expect(textsOf(page, 'th[scope="row"]')).toEqual(['双溪镇']);
    expect(onlyElement(page, '.table-frame').getAttribute('tabindex')).toBe('0');
  });

  test('facts without a value and pages that do not exist are not shown', () => {
    const page = renderPart(
      <>
        <FactList
          facts={[
            { name: '发文字号', value: null },
            { name: '任务', value: '4项' },
          ]}
        />
        <Pagination firstAddress={undefined} nextAddress={undefined} />
      </>,
    );
    expect(textsOf(page, 'dt')).toEqual(['任务']);
    expect(page.querySelector('nav')).toBeNull();
    const last = renderPart(<Pagination firstAddress="/plans" nextAddress={undefined} />);
    expect(textsOf(last, 'a')).toEqual(['回到第一页']);
  });

  test('a title has its notes and its day for people and machines', () => {
    const page = renderPart(
      <TitleList rows={[{ address: '/a', title: '文件', day: dayOf('2026-03-01'), notes: ['县教育局'] }]} />,
    );
    expect(textsOf(page, '.title-notes > *')).toEqual(['县教育局', '2026年3月1日']);
    expect(onlyElement(page, 'time').getAttribute('dateTime')).toBe('2026-03-01');
  });

  test('a notice says its state in a word beside its mark', () => {
    const page = renderPart(
      <Notice mark="failing" word="已废止">
        自2026年5月1日起不再执行。
      </Notice>,
    );
    expect(plainText(onlyElement(page, '.notice-word'))).toBe('已废止');
    expect(onlyElement(page, 'svg').getAttribute('aria-hidden')).toBe('true');
  });
});
