/**
 * Work instructions for those inside: what to answer the press, what not to say, whom to watch. Plans and rules that speak
 * about publicity, opinion and petitions in general are left alone; each pattern needs the wording of an instruction.
 */
import type { CheckedDocument } from '../checked-document.ts';
import type { Finding, FindingKind } from '../finding.ts';
import { findingOf, type Recogniser } from '../recogniser.ts';
import { linesWithSign } from './document-lines.ts';

const kinds = {
  'internalRouting.workInstruction': {
    class: 'internalRouting',
    severity: 'confirm',
    title: '内部工作指令',
    remedy: '删去对内部的工作指令，或改用对公众的表述；确需公开的，说明理由。',
    source: '政府信息公开条例第十六条；保守国家秘密法第六十四条',
  },
} as const satisfies Readonly<Record<string, FindingKind>>;

interface Instruction {
  readonly pattern: RegExp;
  readonly reason: string;
}

const thisPaper =
  '(?:[本此该](?:次|项|批)?|以上|上述)(?:通知|文件|件|材料|口径|名单|方案|通报|函|部署|安排|会议|工作|事项|表|情况|检查|调研|精神|消息)';
const toOutside = '(?:对外|向社会|向媒体|向公众|向群众|在网上|在媒体上|在微信群|擅自)?';
const spreading = '(?:公布|公开|宣传|发布|报道|提供|透露|泄露|披露|散布|传播|转发|上网|见报|登报|炒作)';
const commenting = '(?:跟帖|跟评|点赞|顶帖|发帖|回帖|控评|转评|正面发声|正面评论|评论引导|正面引导|引导评论)';

/** Each is one clause; gaps are bounded and stay within the sentence. */
const instructions: readonly Instruction[] = [
  {
    pattern:
      /(?:答复|应答|回应|宣传|对外|媒体|应对|舆情|解释|对上|迎检|统一)口径(?:如下|见附件|[:：]|[（(])|[按照][照]?(?:以下|下列|上述|统一|此|本)口径(?:进行|予以)?(?:答复|回应|回复|解释|宣传|对外|把握)|口径(?:仅供|不得|不要|由)[^。；\n]{0,12}(?:内部|外传|掌握|对外)|(?:请|务必|要)[^。；，\n]{0,12}统一(?:对外)?(?:口径|说法)/gu,
    reason: '对内部统一口径的指令。',
  },
  {
    pattern: new RegExp(
      `${thisPaper}[^。；\\n]{0,10}(?:不得|不要|请勿|切勿|严禁|不宜|暂不|一律不)${toOutside}${spreading}`,
      'gu',
    ),
    reason: '要求本件内容不对外的指令。',
  },
  {
    pattern:
      /不(?:上网|见报|登报)[、，](?:不(?:上网|见报|登报|公开|发文|行文|播报)[、，]?){1,3}|(?:不上网|不见报|不登报|不公开报道|不作公开报道)(?=[。；，、）)]|$)|只(?:做|传达)不(?:说|宣传|行文|发文)/gu,
    reason: '不上网、不见报一类的内部指令。',
  },
  {
    pattern: new RegExp(
      `(?:网评员|网络评论员|网评队伍|网评力量|网络宣传员|网军|水军)[^。；\\n]{0,24}${commenting}|(?:组织|安排|发动|动员)[^。；\\n]{0,16}${commenting}|${commenting}[^。；\\n]{0,10}(?:不少于|至少)[^。；\\n]{0,4}条`,
      'gu',
    ),
    reason: '组织网络评论的内部指令。',
  },
  {
    pattern:
      /(?:请|要|做好|组织|开展|及时|立即)[^。；，\n]{0,8}(?:删帖|控评)|(?:压制|压降|管控|封堵|清除|删除|屏蔽)(?:负面|敏感|不利)(?:舆情|舆论|评论|帖文|帖子|言论|声音|信息)(?=[，。；、\s]|$)|舆情(?:管控|封控|压降|封堵)(?:指令|要求|措施|任务|[:：])|(?:予以|进行|做好|采取)冷处理|不(?:主动|得)?(?:炒作|发声|回应|报道|评论|跟进)(?:[，、]不(?:主动|得)?(?:炒作|发声|回应|报道|评论|跟进)){1,4}|(?:一律)?不(?:得)?接受(?:媒体|记者|任何)[^。；，\n]{0,8}采访(?=[，。；\s]|$)/gu,
    reason: '舆情管控的内部指令。',
  },
  {
    pattern:
      /(?:稳控|维稳|盯防)(?:名单|对象|责任人|台账|措施如下)|(?:上访|信访|重点|涉稳|缠访|闹访)(?:重点)?人员[^。；，\n]{0,8}(?:稳控|盯防|盯控|吸附|劝返|看护)|(?:24|二十四)小时(?:盯防|盯控|看守)|截访|包保稳控|确保不(?:进京|赴省|到省|越级)(?:上访|访)?/gu,
    reason: '人员稳控的内部指令。',
  },
  {
    pattern:
      /口头(?:传达|通知|部署)[，、]?不(?:得|要)?(?:留|发|形成|印发|下发)[^。；，\n]{0,6}(?:文字|书面|痕迹|文件|材料)|不(?:得|要|准)(?:截图|截屏|拍照|录音)[^。；\n]{0,10}(?:外传|转发|传播|上网)|不(?:得|要|准)(?:在|转|发)[^。；，\n]{0,4}(?:微信|朋友圈|QQ)群?[^。；，\n]{0,6}(?:传播|转发|发布|传阅)?(?=[，。；\s]|$)|电话通知[，、]?不(?:另)?(?:发文|行文)[^。；，\n]{0,6}(?=[。；，]|$)/gu,
    reason: '不留文字、不得外传一类的内部指令。',
  },
];

function endOfSentence(text: string, from: number): number {
  const end = text.slice(from).search(/[。！？]/u);
  return end < 0 ? text.length : from + end + 1;
}

/** Every instruction holds one of these: all other lines are left after one look. */
const anySign =
  /口径|说法|网评|评论员|水军|网军|宣传员|帖|跟评|点赞|控评|转评|发声|正面|舆|稳控|维稳|盯[防控守]|截访|[上信涉缠闹]访|重点人员|冷处理|不(?:上网|见报|登报|公开报道|作公开|主动|炒作|回应|报道|评论|跟进|得?接受|行文|发文)|只(?:做|传达)|(?:[本此该](?:次|项|批)?|以上|上述)(?:通知|文件|件|材料|名单|方案|通报|函|部署|安排|会议|工作|事项|表|情况|检查|调研|精神|消息)|口头|电话通知|截[图屏]|拍照|录音|微信|朋友圈|QQ/gu;

export const workInstructionRecogniser: Recogniser = {
  name: 'work-instructions',
  kinds,
  find(document: CheckedDocument): readonly Finding[] {
    const found: Finding[] = [];
    for (const line of linesWithSign(document, anySign)) {
      let end = 0;
      const matches = instructions.flatMap(({ pattern, reason }) =>
        [...line.text.matchAll(pattern)].map((match) => ({ match, reason })),
      );
      matches.sort((left, right) => left.match.index - right.match.index);
      for (const { match, reason } of matches) {
        if (match.index < end || /[“「『"]$/u.test(line.text.slice(0, match.index))) continue;
        // One finding a sentence: who deletes it deletes it whole.
        end = endOfSentence(line.text, match.index + match[0].length);
        const start = line.start + match.index;
        found.push(
          findingOf(kinds, 'internalRouting.workInstruction', {
            text: match[0],
            start,
            end: start + match[0].length,
            reason,
          }),
        );
      }
    }
    return found;
  },
};
