/** The clock says what is left, what is late and what was done, in figures and words besides the colour. */
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { type Day, dayOf } from '#kernel/day.ts';
import { Clock, type ClockProps } from './clock.tsx';

const counted = ['2026-09-28', '2026-09-29', '2026-09-30', '2026-10-08'].map(dayOf);

function textOfClock(today: string, more: Partial<ClockProps> = {}): string {
  const markup = renderToStaticMarkup(
    <Clock
      title="答复期限"
      due={dayOf('2026-10-08')}
      today={dayOf(today)}
      derivation={{
        rule: '收到之日起4个工作日',
        article: '某条例第三十三条',
        from: dayOf('2026-09-27'),
        counted,
        skipped: [{ day: dayOf('2026-10-01'), reason: '国庆节放假' }],
      }}
      {...more}
    />,
  );
  return markup.replace(/<[^>]+>/g, '');
}

describe('the clock', () => {
  it('shows the working days left and how they were counted', () => {
    const text = textOfClock('2026-09-28');
    expect(text).toContain('还有3个工作日');
    expect(text).toContain('2026年10月8日（周四）到期');
    expect(text).toContain('某条例第三十三条');
    expect(text).toContain('10月1日（周四）：国庆节放假');
  });

  it('says today, and late with a mark', () => {
    expect(textOfClock('2026-10-08')).toContain('今天到期');
    expect(textOfClock('2026-10-09')).toContain('▲ 已逾期');
  });

  it('stands still once the thing is done, in time or late', () => {
    const done = (day: Day) => textOfClock('2026-12-01', { doneOn: day });
    expect(done(dayOf('2026-10-08'))).toContain('● 按期办结');
    expect(done(dayOf('2026-10-09'))).toContain('▲ 逾期办结');
  });

  it('marks a period over days that no notice covers yet', () => {
    const text = textOfClock('2026-09-28', { derivation: { rule: '', counted, provisional: true } });
    expect(text).toContain('◇暂定');
    expect(text).toContain('放假安排尚未公布');
  });
});
