/** Texts and refusals of the public site's own pages. */
import type { PortalDoor } from '#kernel/portal-offers.ts';

/** What the page behind each door is about. */
export const doorLeads: Readonly<Record<PortalDoor, string>> = {
  disclosure: '政府依法公开的工作安排、文件和数据，从这里查看。',
  policies: '查现行有效的政策，读得懂的解读，问得到的答复。',
  requests: '申请公开政府信息，查询办理进度。',
};

/** What will stand in a room, and what a person can do until then. */
export interface ComingRoom {
  readonly title: string;
  readonly will: string;
  readonly today: readonly string[];
}

export const comingRooms: Readonly<Record<PortalDoor, readonly ComingRoom[]>> = {
  disclosure: [
    {
      title: '公开栏目和政府公报',
      will: '各单位主动公开的信息、政府公报和开放数据，将按栏目和单位列在这里。',
      today: ['先用搜索框查找已经公布的任务和负责的单位。'],
    },
  ],
  policies: [
    {
      title: '政策文件库和政策问答',
      will: '每份文件会标明是否有效、由谁制定、哪天起施行，配有解读；提出的问题由现行条款或者工作人员回答。',
      today: [
        '先在搜索框里输入文件名称或者办理事项，查找本站已有的内容。',
        '需要确认某份文件是否有效，可以向制定机关书面询问，也可以依法申请公开。',
      ],
    },
  ],
  requests: [],
};

export const comingBasis: Readonly<Partial<Record<PortalDoor, string>>> = {
  requests: '《中华人民共和国政府信息公开条例》第二十七条、第二十九条、第三十条、第三十三条',
};
