/** In which form an applicant wants the information and how it is to reach them (条例第二十九条第三项、第四十条). Pure. */
export const wantedMedia = ['paper', 'electronic', 'copy', 'reading'] as const;
export type WantedMedium = (typeof wantedMedia)[number];

export const wantedChannels = ['pickUp', 'mail', 'email', 'online', 'fax', 'onSite'] as const;
export type WantedChannel = (typeof wantedChannels)[number];

export const wantedMediumTitles: Readonly<Record<WantedMedium, string>> = {
  paper: '纸质',
  electronic: '电子文件',
  copy: '复制',
  reading: '现场查阅',
};

export const wantedChannelTitles: Readonly<Record<WantedChannel, string>> = {
  pickUp: '自行领取',
  mail: '邮寄',
  email: '电子邮件',
  online: '网上查收',
  fax: '传真',
  onSite: '当场阅读、抄录',
};
