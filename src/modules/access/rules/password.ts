/** What a password must be (no composition theatre: length, and not one that anybody would try first). Pure. */

/** Characters at least: GB/T 22239-2019 asks for complexity, which length gives better than symbols. */
export const passwordLength = { least: 10, most: 200 };

/** What everybody tries first, without digits at the end and in lower case. */
const triedFirst = [
  'password',
  'passw0rd',
  'qwertyuiop',
  'qwerty',
  'qazwsx',
  'qazwsxedc',
  'asdfghjkl',
  'zxcvbnm',
  'abcdefg',
  'abcdefghij',
  'iloveyou',
  'letmein',
  'welcome',
  'administrator',
  'admin',
  'root',
  'user',
  'test',
  'changeme',
  'default',
  'gongkai',
  'zhengfu',
  'zhengwu',
  'zwgk',
  'woaini',
  'woaizhongguo',
  'beijing',
  'zhongguo',
  'china',
  'huawei',
  'tencent',
];

export type PasswordFault = 'tooShort' | 'tooLong' | 'accountName' | 'repeated' | 'sequence' | 'triedFirst';

/** One fault with the sentence for the person; the texts are here so that the desk says the same while typing. */
export const passwordFaultSentences: Readonly<Record<PasswordFault, string>> = {
  tooShort: `密码至少${passwordLength.least}个字符，可以用一句容易记住的话`,
  tooLong: `密码不超过${passwordLength.most}个字符`,
  accountName: '密码不能包含账号名',
  repeated: '密码不能只由一两种字符重复组成',
  sequence: '密码不能是连续的字母或数字',
  triedFirst: '这个密码太常见，容易被猜到',
};

function isSequence(text: string): boolean {
  const codes = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  const steps = codes.slice(1).map((code, index) => code - (codes[index] ?? 0));
  const regular = (step: number) => steps.every((each) => each === step || each === -9 * step);
  return steps.length > 0 && (regular(1) || regular(-1));
}

/** What is wrong with the password for this account, in order of weight; empty when it may be used. */
export function judgePassword(password: string, loginName: string): readonly PasswordFault[] {
  const text = password.normalize('NFKC');
  const lower = text.toLowerCase();
  const characters = Array.from(text);
  const faults: PasswordFault[] = [];
  if (characters.length < passwordLength.least) faults.push('tooShort');
  if (characters.length > passwordLength.most) faults.push('tooLong');
  if (loginName.length >= 3 && lower.includes(loginName.toLowerCase())) faults.push('accountName');
  if (new Set(characters).size <= 2) faults.push('repeated');
  if (isSequence(lower)) faults.push('sequence');
  const stem = lower.replace(/[\d!@#$%^&*_.\-+=?]+$/, '').replace(/^[\d!@#$%^&*_.\-+=?]+/, '');
  if (triedFirst.includes(stem) || /^[\d]+$/.test(lower)) faults.push('triedFirst');
  return faults;
}
