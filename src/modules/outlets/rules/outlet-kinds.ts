/** Kinds of outlets (发布渠道) and what each has to be told. A new kind is a row here and an adapter. Pure; browser-safe. */

export const outletKinds = ['wechat', 'weibo', 'mailList', 'noticeBoard', 'superiorPlatform'] as const;
export type OutletKind = (typeof outletKinds)[number];

export interface OutletSetting {
  readonly key: string;
  readonly title: string;
  readonly hint: string;
  readonly isRequired: boolean;
  /** Kept sealed and never shown again. */
  readonly isSecret: boolean;
  /** What it must look like, with the sentence for people. */
  readonly form?: { readonly pattern: RegExp; readonly says: string };
}

export interface OutletKindSpec {
  readonly kind: OutletKind;
  readonly title: string;
  /** What becomes of an item there, in one sentence. */
  readonly does: string;
  readonly settings: readonly OutletSetting[];
  /** Sending the same thing twice leaves one there, so a call of unknown outcome may be repeated without asking. */
  readonly isRepeatable: boolean;
  /** A person carries the item there: the platform prepares it and records the proof. */
  readonly byHand: boolean;
  /** The outlet's interface can take an item back. */
  readonly canRetract: boolean;
}

const https = {
  pattern: /^https?:\/\/[^\s/]+(?:\/[^\s]*)?$/u,
  says: '须是完整的网址，如 https://api.example.gov.cn',
};

export const outletKindSpecs: Readonly<Record<OutletKind, OutletKindSpec>> = {
  wechat: {
    kind: 'wechat',
    title: '微信公众号',
    does: '写入公众号后台的草稿箱，由运营人员核对后群发。',
    settings: [
      {
        key: 'appId',
        title: '开发者ID（AppID）',
        hint: '公众号后台“设置与开发”中查看',
        isRequired: true,
        isSecret: false,
        form: { pattern: /^wx[0-9a-z]{16}$/u, says: '须是wx开头的18位字符' },
      },
      {
        key: 'appSecret',
        title: '开发者密码（AppSecret）',
        hint: '保存后不再显示',
        isRequired: true,
        isSecret: true,
      },
      {
        key: 'thumbMediaId',
        title: '默认封面的素材编号',
        hint: '先在公众号后台上传一张封面图片，填它的media_id',
        isRequired: true,
        isSecret: false,
      },
      {
        key: 'author',
        title: '署名',
        hint: '不超过8个字',
        isRequired: false,
        isSecret: false,
        form: { pattern: /^.{0,8}$/u, says: '不超过8个字' },
      },
      {
        key: 'apiBase',
        title: '接口地址',
        hint: '默认 https://api.weixin.qq.com；经内网转发时填转发地址',
        isRequired: false,
        isSecret: false,
        form: https,
      },
    ],
    isRepeatable: false,
    byHand: false,
    canRetract: true,
  },
  weibo: {
    kind: 'weibo',
    title: '政务微博',
    does: '发一条带原文链接的微博。',
    settings: [
      {
        key: 'accessToken',
        title: '授权令牌',
        hint: '微博开放平台授权后取得，保存后不再显示',
        isRequired: true,
        isSecret: true,
      },
      {
        key: 'apiBase',
        title: '接口地址',
        hint: '默认 https://api.weibo.com',
        isRequired: false,
        isSecret: false,
        form: https,
      },
    ],
    isRepeatable: false,
    byHand: false,
    canRetract: true,
  },
  mailList: {
    kind: 'mailList',
    title: '邮件订阅',
    does: '寄给在网站上订阅并确认过的人。',
    settings: [],
    isRepeatable: true,
    byHand: false,
    canRetract: false,
  },
  noticeBoard: {
    kind: 'noticeBoard',
    title: '公告栏',
    does: '排印成可以张贴的PDF，张贴后登记地点和日期。',
    settings: [
      {
        key: 'place',
        title: '张贴地点',
        hint: '如“政务服务中心一楼大厅”',
        isRequired: true,
        isSecret: false,
      },
    ],
    isRepeatable: true,
    byHand: true,
    canRetract: false,
  },
  superiorPlatform: {
    kind: 'superiorPlatform',
    title: '上级平台',
    does: '按约定的报文推送到上级政府信息公开平台，取回回执。',
    settings: [
      {
        key: 'endpoint',
        title: '接收地址',
        hint: '上级平台提供的接口网址',
        isRequired: true,
        isSecret: false,
        form: https,
      },
      {
        key: 'format',
        title: '报文格式',
        hint: 'json 或 xml',
        isRequired: true,
        isSecret: false,
        form: { pattern: /^(?:json|xml)$/u, says: '填 json 或 xml' },
      },
      {
        key: 'siteCode',
        title: '本站编码',
        hint: '上级平台分配的单位或网站编码',
        isRequired: true,
        isSecret: false,
      },
      {
        key: 'key',
        title: '签名密钥',
        hint: '与上级平台约定，保存后不再显示',
        isRequired: true,
        isSecret: true,
      },
    ],
    isRepeatable: true,
    byHand: false,
    canRetract: true,
  },
};

/** What is wrong with the settings given; empty when they may be kept. `sealed` names secrets kept already. */
export function findWrongSettings(
  kind: OutletKind,
  given: Readonly<Record<string, string>>,
  sealed: ReadonlySet<string> = new Set(),
): readonly { readonly key: string; readonly message: string }[] {
  const { settings } = outletKindSpecs[kind];
  const unknown = Object.keys(given).filter((key) => !settings.some((one) => one.key === key));
  return [
    ...unknown.map((key) => ({ key, message: '没有这一项' })),
    ...settings.flatMap(({ key, title, isRequired, isSecret, form }) => {
      const value = given[key]?.trim() ?? '';
      if (value === '')
        return isRequired && !(isSecret && sealed.has(key)) ? [{ key, message: `请填写${title}` }] : [];
      return form === undefined || form.pattern.test(value) ? [] : [{ key, message: `${title}${form.says}` }];
    }),
  ];
}
