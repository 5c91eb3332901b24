/** What the server says no with is read into a sentence, and a fault never shows its insides. */
import { describe, expect, it } from 'vitest';
import { noOf, readProblem } from './answer.ts';

describe('a problem document', () => {
  it('becomes a refusal with reason, article and fields', () => {
    const no = readProblem(422, {
      code: 'plan.noYear',
      title: '还不能确认这份任务分解表',
      why: '没有年份',
      todo: '请在表头填写年份',
      article: '条例第四条',
      fields: [{ path: 'head.year', message: '请填写' }, { path: 7 }],
    });
    expect(no).toMatchObject({
      kind: 'refused',
      code: 'plan.noYear',
      sentence: { what: '还不能确认这份任务分解表', why: '没有年份', todo: '请在表头填写年份' },
      article: '条例第四条',
      fields: [{ path: 'head.year', message: '请填写' }],
    });
  });

  it('of a fault gives the number to report and none of its own words', () => {
    const no = readProblem(500, { title: 'TypeError: x is not a function', instance: 'req-7' });
    expect(no.kind).toBe('fault');
    expect(no.sentence.todo).toContain('req-7');
    expect(JSON.stringify(no.sentence)).not.toContain('TypeError');
  });

  it('that is none (a proxy’s page) is a fault too', () => {
    expect(readProblem(404, undefined).kind).toBe('fault');
  });

  it('tells how long to wait', () => {
    expect(readProblem(429, { title: '太快了', todo: '稍候' }, '30').retryAfterSeconds).toBe(30);
    expect(readProblem(429, { title: '太快了', todo: '稍候' }, 'soon').retryAfterSeconds).toBeUndefined();
  });
});

it('any other error keeps its words out of sight', () => {
  expect(noOf(new Error('secret detail')).sentence.what).not.toContain('secret');
});
