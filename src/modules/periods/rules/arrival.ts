/** On which day a request counts as received, and a reply as given. Verdicts with the article; no calendar is needed for either. */
import type { Day } from '#kernel/day.ts';
import { longDay } from '#kernel/day-words.ts';

/** How a request came in. */
export const arrivalWays = [
  'counter',
  'oral',
  'registeredMail',
  'ordinaryMail',
  'online',
  'email',
  'fax',
] as const;
export type ArrivalWay = (typeof arrivalWays)[number];

/** What is known of an arrival; a day that has not come yet is null. */
export interface Arrival {
  readonly way: ArrivalWay;
  /** Handed in at the counter, spoken, delivered by the post, or sent over the net. */
  readonly arrivedOn: Day;
  /** Somebody of the organ signed for it. */
  readonly signedOn: Day | null;
  /** The office and the applicant both confirmed that it is there. */
  readonly confirmedOn: Day | null;
  /** It first went to a wrong unit or person of the organ. */
  readonly misdirected?: boolean;
}

export type ArrivalVerdict =
  | { readonly kind: 'received'; readonly on: Day; readonly because: string; readonly article: string }
  | { readonly kind: 'awaiting'; readonly because: string; readonly article: string };

const article = '政府信息公开条例第三十一条';

function onceConfirmed(arrival: Arrival, received: string, awaiting: string, ground: string): ArrivalVerdict {
  const { confirmedOn } = arrival;
  if (confirmedOn === null) return { kind: 'awaiting', because: awaiting, article: ground };
  return { kind: 'received', on: confirmedOn, because: received, article: ground };
}

/**
 * The day of receipt (政府信息公开条例第三十一条). It is the day of the event, working day or not; the period then counts
 * from the next working day.
 */
export function judgeReceiptDay(arrival: Arrival): ArrivalVerdict {
  const { way, arrivedOn, signedOn } = arrival;
  if (arrival.misdirected === true) {
    return onceConfirmed(
      arrival,
      '误投到本机关其他机构或者人员，以政府信息公开工作机构实际收到并确认之日为收到之日',
      '误投到本机关其他机构或者人员，尚待政府信息公开工作机构收到并确认',
      '国办公开办函〔2015〕207号',
    );
  }
  switch (way) {
    case 'counter':
    case 'oral':
      return { kind: 'received', on: arrivedOn, because: '当面提交，以提交之日为收到之日', article };
    case 'registeredMail':
      return signedOn === null
        ? { kind: 'awaiting', because: '须签收的邮寄，尚未签收', article }
        : { kind: 'received', on: signedOn, because: '须签收的邮寄，以本机关签收之日为收到之日', article };
    case 'ordinaryMail':
      return onceConfirmed(
        arrival,
        '平常信函，以与申请人确认之日为收到之日',
        `平常信函，应当于${longDay(arrivedOn)}收到信函当日与申请人确认；联系不上的先行登记，联系上时起算`,
        article,
      );
    case 'online':
    case 'email':
    case 'fax':
      return onceConfirmed(
        arrival,
        '互联网渠道或者传真，以双方确认之日为收到之日',
        '互联网渠道或者传真，尚待双方确认收到',
        article,
      );
  }
}

/** How a reply is given to the applicant. */
export type DeliveryWay = 'direct' | 'entrusted' | 'post' | 'electronic';

export interface Delivery {
  readonly way: DeliveryWay;
  /** Handed to the post office, or sent to the channel the applicant chose. */
  readonly sentOn: Day | null;
  readonly signedOn: Day | null;
}

export interface DeliveryVerdict {
  /** The day that counts against the limit; null while it has not come. */
  readonly effectiveOn: Day | null;
  readonly because: string;
}

/** The day that counts against the limit: signing for handing over, posting for the post (国办公开办函〔2016〕235号). */
export function judgeDelivery({ way, sentOn, signedOn }: Delivery): DeliveryVerdict {
  switch (way) {
    case 'direct':
    case 'entrusted':
      return { effectiveOn: signedOn, because: '直接送达或者委托送达，以申请人签收之日为准' };
    case 'post':
      return { effectiveOn: sentOn, because: '邮寄送达，以交邮之日为准' };
    case 'electronic':
      return { effectiveOn: sentOn, because: '按申请人选择的电子方式送达，以发送之日为准' };
  }
}
