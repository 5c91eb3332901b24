/** The mail server as configured. Without one no mail is written. */
import type { Config } from '../config.ts';

export interface MailSettings {
  readonly host: string;
  readonly port: number;
  /** `starttls`: encrypted after a plain greeting, or not at all; `tls`: from the first byte; `none`: never. */
  readonly security: 'starttls' | 'tls' | 'none';
  readonly user: string | undefined;
  readonly password: string | undefined;
  /** `政务公开 <gk@example.gov.cn>`. */
  readonly from: string;
  /** File with certificates to trust besides the usual ones. */
  readonly caFile: string | undefined;
}

const usualPorts = { starttls: 587, tls: 465, none: 25 } as const;

/** Reads the settings; undefined when no mail server is named. */
export function mailSettingsOf(config: Config): MailSettings | undefined {
  const from = config.GONGKAI_SMTP_FROM;
  const named = config.GONGKAI_SMTP_URL === undefined ? undefined : new URL(config.GONGKAI_SMTP_URL);
  const host = named?.hostname.replace(/^\[|\]$/g, '') ?? config.GONGKAI_SMTP_HOST;
  if (host === undefined || from === undefined) return undefined;
  const security = named?.protocol === 'smtps:' ? 'tls' : config.GONGKAI_SMTP_SECURITY;
  const written = named?.port === undefined || named.port === '' ? undefined : Number(named.port);
  const decoded = (text: string | undefined) =>
    text === undefined || text === '' ? undefined : decodeURIComponent(text);
  return {
    host,
    port: written ?? config.GONGKAI_SMTP_PORT ?? usualPorts[security],
    security,
    user: decoded(named?.username) ?? config.GONGKAI_SMTP_USER,
    password: decoded(named?.password) ?? config.GONGKAI_SMTP_PASSWORD,
    from,
    caFile: config.GONGKAI_SMTP_CA,
  };
}
