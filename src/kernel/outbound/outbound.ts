/** How this installation calls the web: under its own name, and only where its operator lets it. */
import type { Config } from '../config.ts';
import type { ProbeChoice } from './probe-page.ts';
import { guardAddresses } from './public-address.ts';

/** Time a server has for one answer. */
const patience = 12_000;

/** The manners of link checks. The name says who asks and where to complain. */
export function linkProbing(config: Config): Omit<ProbeChoice, 'signal'> {
  const home = config.GONGKAI_PUBLIC_URL;
  return {
    guard: guardAddresses(config.GONGKAI_OUTBOUND_NETWORKS),
    userAgent: `Gongkai-LinkCheck${home === undefined ? '' : ` (+${home})`}`,
    timeoutMilliseconds: patience,
  };
}
