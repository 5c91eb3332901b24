/** Configuration of one node, read once from the environment. The only file that looks at `process.env`. */
import path from 'node:path';
import { z } from 'zod';
import { readNetwork } from './outbound/public-address.ts';

const variables = z.object({
  /** The system's list of folders with programs; LibreOffice and tesseract are used when they are there. */
  PATH: z.string().default(''),
  /** `postgres://…`; the embedded database when absent. */
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, '须以 postgres:// 开头')
    .optional(),
  /** Folder of the embedded database, files and secrets of this node. */
  GONGKAI_DATA: z.string().default('data/var'),
  GONGKAI_HOST: z.string().default('127.0.0.1'),
  GONGKAI_PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  /** Address under which people reach the platform; needed behind a proxy and for single sign-on. */
  GONGKAI_PUBLIC_URL: z.url().optional(),
  /** Number of trusted reverse proxies in front, for the visitor's address. */
  GONGKAI_TRUSTED_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
  /** Secret of at least 32 characters shared by all nodes; made and kept in the data folder when absent. */
  GONGKAI_SECRET: z.string().min(32).optional(),
  GONGKAI_LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  /** Lets a monitor elsewhere read `/metrics` as a bearer token; without it only this machine may. */
  GONGKAI_METRICS_TOKEN: z.string().min(16).optional(),
  GONGKAI_FILES_S3_ENDPOINT: z.url().optional(),
  GONGKAI_FILES_S3_BUCKET: z.string().optional(),
  GONGKAI_FILES_S3_REGION: z.string().default('auto'),
  GONGKAI_FILES_S3_KEY: z.string().optional(),
  GONGKAI_FILES_S3_SECRET: z.string().optional(),
  /** `smtp://user:password@host:587` or `smtps://…`; or the parts by themselves below. */
  GONGKAI_SMTP_URL: z.url({ protocol: /^smtps?$/, message: '须以 smtp:// 或 smtps:// 开头' }).optional(),
  GONGKAI_SMTP_HOST: z.string().optional(),
  GONGKAI_SMTP_PORT: z.coerce.number().int().min(1).max(65_535).optional(),
  GONGKAI_SMTP_USER: z.string().optional(),
  GONGKAI_SMTP_PASSWORD: z.string().optional(),
  /** Who mails come from: `政务公开 <gk@example.gov.cn>`. */
  GONGKAI_SMTP_FROM: z
    .string()
    .regex(/^[^<>\r\n]*<[^\s<>]+@[^\s<>]+>$|^[^\s<>]+@[^\s<>]+$/, '写成 名称 <地址@域名>')
    .optional(),
  /** How the way to the mail server is encrypted; `smtps://` always means `tls`. */
  GONGKAI_SMTP_SECURITY: z.enum(['starttls', 'tls', 'none']).default('starttls'),
  /** File with the certificate of an authority of one's own. */
  GONGKAI_SMTP_CA: z.string().optional(),
  GONGKAI_OIDC_ISSUER: z.url().optional(),
  GONGKAI_OIDC_CLIENT_ID: z.string().optional(),
  GONGKAI_OIDC_CLIENT_SECRET: z.string().optional(),
  GONGKAI_OIDC_LABEL: z.string().default('统一身份认证'),
  /** Claim that holds the login name; `email` counts only when the provider verified it. */
  GONGKAI_OIDC_CLAIM: z.string().default('preferred_username'),
  /** Folder with the office's own typefaces for PDFs (仿宋、小标宋); without it the free face of the package is used. */
  GONGKAI_FONTS: z.string().optional(),
  /** 政府网站标识码. */
  GONGKAI_SITE_CODE: z
    .string()
    .regex(/^\d{10}$/u, '须是10位数字')
    .optional(),
  /** ICP备案号, as it is printed at the foot of every page. */
  GONGKAI_SITE_FILING: z.string().max(60).optional(),
  /** 公网安备号, likewise. */
  GONGKAI_SITE_POLICE_FILING: z.string().max(60).optional(),
  /** How the office that runs the site is reached: telephone, address. */
  GONGKAI_SITE_CONTACT: z.string().max(200).optional(),
  /** Whether the platform looks if pages named as evidence are still there; `off` where it cannot reach the web. */
  GONGKAI_LINK_CHECK: z.enum(['on', 'off']).default('on'),
  /** Private networks it may call for that, separated by commas: `10.1.0.0/16,127.0.0.1`. */
  GONGKAI_OUTBOUND_NETWORKS: z
    .string()
    .default('')
    .transform((text) => text.split(',').flatMap((one) => (one.trim() === '' ? [] : [one.trim()])))
    .refine(
      (networks) => networks.every((one) => readNetwork(one) !== undefined),
      '须是网段，如 10.1.0.0/16',
    ),
});

/** An object store needs all of these or none. */
const objectStoreNames = [
  'GONGKAI_FILES_S3_ENDPOINT',
  'GONGKAI_FILES_S3_BUCKET',
  'GONGKAI_FILES_S3_KEY',
  'GONGKAI_FILES_S3_SECRET',
] as const;

const configSchema = variables.superRefine((config, context) => {
  const fault = (name: string, message: string) =>
    context.addIssue({ code: 'custom', path: [name], message });
  if (objectStoreNames.some((name) => config[name] !== undefined)) {
    for (const name of objectStoreNames) {
      if (config[name] === undefined) fault(name, '使用对象存储时必须填写');
    }
  }
  const { GONGKAI_SMTP_URL: url, GONGKAI_SMTP_HOST: host, GONGKAI_SMTP_FROM: from } = config;
  if (url !== undefined && host !== undefined)
    fault('GONGKAI_SMTP_HOST', '已经写了 GONGKAI_SMTP_URL，二者只写一个');
  if ((url ?? host) !== undefined && from === undefined) fault('GONGKAI_SMTP_FROM', '使用邮件时必须填写');
});

export type Config = Readonly<z.infer<typeof configSchema>> & { readonly dataFolder: string };

/** What is wrong with the environment, one sentence a variable. */
export class ConfigFault extends Error {
  override readonly name = 'ConfigFault';
}

/** Reads the configuration; throws a `ConfigFault` that names each wrong variable. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = configSchema.safeParse(given);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}：${issue.message}`);
    throw new ConfigFault(`环境变量有误：${faults.join('；')}`);
  }
  return { ...parsed.data, dataFolder: path.resolve(parsed.data.GONGKAI_DATA) };
}
