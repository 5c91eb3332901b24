/** Refusals of the gazette. */
import { defineRefusals } from '#kernel/refusal.ts';

export const gazetteRefusals = defineRefusals({
  'policies.issueNotFound': {
    status: 404,
    say: () => ({
      what: '找不到这一期公报',
      why: '地址有误，或者这一期还没有出版',
      todo: '请从“政府公报”重新打开',
    }),
  },
  'policies.issueFixed': {
    status: 409,
    article: '国办发〔2018〕22号',
    say: (params: { name: string }) => ({
      what: `公报${params.name}已经出版，不能再改`,
      why: '公报刊登的文本是标准文本，出版后固定不变',
      todo: '需要刊登的，请编入下一期',
    }),
  },
  'policies.issueOpen': {
    status: 409,
    say: (params: { name: string }) => ({
      what: `公报${params.name}还没有出版`,
      why: '编好并出版一期以后再编下一期，期号才能连续',
      todo: '请先出版这一期',
    }),
  },
  'policies.issueEmpty': {
    status: 422,
    say: () => ({ what: '这一期没有文件', why: '至少要有一份公开的文件', todo: '请先编入文件' }),
  },
  'policies.issueDocumentTaken': {
    status: 409,
    say: (params: { title: string }) => ({
      what: `《${params.title}》不能编入这一期`,
      why: '它没有公开，或者已经编入别的一期',
      todo: '请选择公开的、没有刊登过的文件',
    }),
  },
});
