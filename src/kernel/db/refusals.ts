/** What the database says no to, as refusals: a duplicate or a lost race is not a fault of the program. */
import { defineRefusals, type Refusal } from '../refusal.ts';

export const databaseRefusals = defineRefusals({
  'database.duplicate': {
    status: 409,
    say: (params: { constraint: string }) => ({
      what: '同样的内容已经存在',
      why: `与已有记录重复（${params.constraint}）`,
      todo: '请刷新页面查看已有记录，或修改名称、编号后再提交',
    }),
  },
  'database.stillUsed': {
    status: 409,
    say: (params: { constraint: string }) => ({
      what: '关联的记录不存在或仍在使用',
      why: `与其他记录有关联（${params.constraint}）`,
      todo: '请刷新页面，先处理关联的记录',
    }),
  },
  'database.busy': {
    status: 409,
    say: () => ({
      what: '这条记录刚刚被其他人修改',
      why: '两个人同时提交了修改',
      todo: '请刷新页面，核对最新内容后再提交',
    }),
  },
});

/** The driver's error under what drizzle wraps around it. */
function driverError(error: unknown): { code: string; constraint: string } | undefined {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    const code: unknown = Reflect.get(cause, 'code');
    const constraint: unknown = Reflect.get(cause, 'constraint');
    if (typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code)) {
      return { code, constraint: typeof constraint === 'string' ? constraint : '' };
    }
  }
  return undefined;
}

/** Serialisation failures and deadlocks: the same work may succeed at once. */
export function isRetryable(error: unknown): boolean {
  const code = driverError(error)?.code;
  return code === '40001' || code === '40P01';
}

/** The refusal for a database error a person can do something about; undefined for faults. */
export function databaseRefusal(error: unknown): Refusal | undefined {
  const found = driverError(error);
  switch (found?.code) {
    case '23505':
      return databaseRefusals.refuse('database.duplicate', { constraint: found.constraint });
    case '23503':
      return databaseRefusals.refuse('database.stillUsed', { constraint: found.constraint });
    case '40001':
    case '40P01':
      return databaseRefusals.refuse('database.busy', {});
    default:
      return undefined;
  }
}
