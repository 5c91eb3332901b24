/** What an event of a dispute says, in lines for the screen and the index of a bundle. Browser-safe. */
import { longDay } from '#kernel/day-words.ts';
import { fenOf, showFen } from '#kernel/money.ts';
import { type DisputeEvent, rulingFormOf } from '../rules/disputes/shapes.ts';
import {
  bundleGroupTitles,
  disputeOutcomeTitles,
  reviewProcedureTitles,
  rulingFormTitles,
} from './disputes.ts';

function filled(...lines: readonly string[]): readonly string[] {
  return lines.filter((line) => line !== '');
}

/** The lines beside kind and day; none where the kind says it all. */
export function disputeEventLines(event: DisputeEvent): readonly string[] {
  switch (event.kind) {
    case 'opened':
    case 'tookEffect':
      return [];
    case 'accepted':
      return [`案号：${event.caseNumber}`];
    case 'notified':
      return [reviewProcedureTitles[event.procedure]];
    case 'declined':
    case 'procedureChanged':
    case 'suspended':
    case 'resumed':
    case 'reopened':
      return [event.reason];
    case 'replied':
    case 'remarked':
      return filled(event.text);
    case 'hearingSet':
      return filled(`${longDay(event.on)}`, event.place);
    case 'extended':
      return [`延长${event.moreDays}日`, event.reason];
    case 'ruled': {
      const { outcome, article } = rulingFormOf(event.form);
      return filled(
        `${rulingFormTitles[event.form]}（${article}），计入“${disputeOutcomeTitles[outcome]}”`,
        event.documentNumber,
        `${longDay(event.receivedOn)}收到`,
        event.reason,
      );
    }
    case 'appealed':
      return [event.by === 'us' ? '我方上诉' : '对方上诉'];
    case 'costNoted':
      return [`${event.what}，${showFen(fenOf(event.fen))}`];
    case 'documentAdded':
      return filled(
        `${bundleGroupTitles[event.group]}：${event.title}`,
        event.proves === '' ? '' : `证明：${event.proves}`,
      );
    case 'annulled':
      return [`第${event.position + 1}条登记有误：${event.reason}`];
  }
}
