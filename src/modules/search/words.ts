/** Every refusal of search and the words of its screens. */
import { defineRefusals } from '#kernel/refusal.ts';

export const searchRefusals = defineRefusals({
  'search.wordKnown': {
    status: 409,
    say: ({ word }: { word: string }) => ({
      what: `“${word}”已经是检索用词`,
      why: '通用词表或本县词库里已有这个词',
      todo: '不需要再添加；如果仍搜不到，请在“同义词”里加上公众的说法',
    }),
  },
  'search.wordMissing': {
    status: 404,
    say: ({ word }: { word: string }) => ({
      what: `词库里没有“${word}”`,
      todo: '请刷新列表后再试',
    }),
  },
  'search.wordOfRegister': {
    status: 409,
    say: ({ word }: { word: string }) => ({
      what: `“${word}”是机构名录里的名称，不能在这里删除`,
      why: '机构名称随机构名录自动更新',
      todo: '请在机构名录中修改',
    }),
  },
  'search.synonymsAlike': {
    status: 422,
    say: () => ({
      what: '一组里至少要有两个不同的说法',
      why: '同义词用来让一种说法也能找到另一种说法',
      todo: '请再写一个不同的说法',
    }),
  },
  'search.synonymMissing': {
    status: 404,
    say: () => ({ what: '没有找到这组同义词', todo: '请刷新列表后再试' }),
  },
  'search.synonymEnded': {
    status: 409,
    say: () => ({ what: '这组同义词已经停用', why: '停用的保留作记录', todo: '需要时请新添一组' }),
  },
  'search.synonymInPast': {
    status: 422,
    say: () => ({
      what: '启用日期不能早于今天',
      why: '同义词从启用之日起起作用，不追溯',
      todo: '请改为今天或以后的日期',
    }),
  },
});

/** Names of the facets every document has. */
export const ownFacetTitles = { kind: '类别', unit: '单位', year: '年份' } as const;

export const synonymStateTitles = { coming: '待启用', inForce: '使用中', ended: '已停用' } as const;
export const wordOriginTitles = { register: '机构名录', office: '工作人员添加' } as const;
export const standingTitles = {
  off: '没有启动',
  loading: '正在装载，暂由数据库检索',
  ready: '正常',
  failed: '出错，暂由数据库检索',
} as const;
