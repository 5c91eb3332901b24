/** Names of issuing bodies: telling a line of names from others, and taking joint issuers apart. Pure. */

const ending =
  '(?:人民政府|政府|办公室|办公厅|委员会|管委会|委|局|厅|部|院|署|党组|党委|领导小组|指挥部|中心|支队|大队|总队|分局|总局|银行|支行|分行|公司|集团|学院|大学|学校|医院|协会|学会|联合会|总工会|工会|团委|妇联|工商联|残联|办事处|街道|法院|检察院|处|站|所|社|科协|文联|台|会议|总站|会)';
const oneName = new RegExp(`^[\\p{Script=Han}〇（）·]{1,40}${ending}(?:（[^（）]{1,16}）)?$`, 'u');
const sentenceWord = /关于|印发|通知|附件|抄送|联系|负责|[。，；：！？《》]|^(?:各|有关|请|以上|特此)/u;

/** Whether a text without blanks is the name of one body. */
export function isBodyName(compact: string): boolean {
  return compact.length <= 44 && !sentenceWord.test(compact) && oneName.test(compact);
}

/** Takes joint issuers apart at blanks, 、 and ；; a part that is no name of its own is left with its neighbour. */
export function splitIssuers(spaced: string): readonly string[] {
  const whole = spaced.trim();
  const parts = whole.split(/[\s、，,；;/|]+/u).filter((part) => part !== '');
  if (parts.length <= 1) return whole === '' ? [] : [whole];
  // A name spaced out letter by letter (县 财 政 局) is one name.
  if (parts.every((part) => part.length <= 2)) return [parts.join('')];
  const names: string[] = [];
  let held = '';
  for (const part of parts) {
    held += part;
    if (isBodyName(held)) {
      names.push(held);
      held = '';
    }
  }
  if (held !== '') names.push(held);
  return names;
}

/** The names of a line made of nothing but names of bodies; undefined for other lines. */
export function bodyNamesOfLine(spaced: string): readonly string[] | undefined {
  const bare = spaced.replace(/[（(](?:印章|盖章|公章|章)[）)]/gu, '').trim();
  const compact = bare.replace(/\s+/gu, '');
  if (isBodyName(compact) && !/\s/u.test(bare)) return [compact];
  if (sentenceWord.test(compact)) return undefined;
  const names = splitIssuers(bare);
  return names.length > 0 && names.every(isBodyName) ? names : undefined;
}

const redHeadLine =
  /^(?<name>[\p{Script=Han}（）〇]{3,60}?)(?<mark>文件|（通知）|（函）|令|公告|通告|会议纪要|专题会议纪要)?$/u;

/** A red head: 某县人民政府办公室文件, 某县人民政府令. `mark` is what follows the name. */
export function redHeadOfLine(compact: string): { name: string; mark: string } | undefined {
  const groups = redHeadLine.exec(compact)?.groups;
  if (groups?.name === undefined || groups.mark === undefined) return undefined;
  return isBodyName(groups.name) ? { name: groups.name, mark: groups.mark } : undefined;
}

const titlePrefix = /^(?<names>.{3,60}?)(?:印发)?(?:关于|转发|批转|对(?=.{4,40}的?(?:答复|批复|复函)))/u;

/** The bodies a title opens with: 某县财政局、某县民政局关于…. */
export function issuersOfTitle(title: string): readonly string[] {
  const names = titlePrefix.exec(title.trim())?.groups?.names;
  if (names === undefined) return [];
  const split = splitIssuers(names.replace(/等\p{Script=Han}{1,4}部门$/u, ''));
  return split.every((name) => isBodyName(name.replace(/\s+/gu, ''))) ? split : [];
}
