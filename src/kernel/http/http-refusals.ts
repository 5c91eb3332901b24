/** What the HTTP engine itself says no to, before any module is asked. */
import { defineRefusals } from '../refusal.ts';

function megabytes(bytes: number): string {
  return `${Math.max(1, Math.round(bytes / 1_048_576))} MB`;
}

export const httpRefusals = defineRefusals({
  'http.badInput': {
    status: 400,
    say: (params: { count: number }) => ({
      what: '填写的内容有误',
      why: `有${params.count}处不符合要求`,
      todo: '请按提示修改后再提交',
    }),
  },
  'http.badRequest': {
    status: 400,
    say: () => ({
      what: '请求读不懂',
      why: '地址或内容的格式不对',
      todo: '请检查地址；调用接口时请对照接口文档检查内容的格式',
    }),
  },
  'http.notFound': {
    status: 404,
    say: () => ({
      what: '没有找到这个地址',
      why: '地址可能写错了，或者内容已经移走',
      todo: '请检查地址，或从首页重新查找',
    }),
  },
  'http.methodNotAllowed': {
    status: 405,
    say: (params: { allowed: string }) => ({
      what: '这个地址不支持这种操作',
      why: `只支持 ${params.allowed}`,
      todo: '请对照接口文档更换请求方法',
    }),
  },
  'http.tooSlow': {
    status: 408,
    say: () => ({
      what: '等待内容超时',
      why: '内容没有在规定时间内传完',
      todo: '请检查网络后再试',
    }),
  },
  'http.tooLarge': {
    status: 413,
    say: (params: { limitBytes: number }) => ({
      what: '提交的内容太大',
      why: `一次最多${megabytes(params.limitBytes)}`,
      todo: '请缩小文件或分几次提交',
    }),
  },
  'http.tooManyFiles': {
    status: 413,
    say: (params: { limit: number }) => ({
      what: '文件太多',
      why: `一次最多${params.limit}个文件`,
      todo: '请分几次提交',
    }),
  },
  'http.unsupportedMediaType': {
    status: 415,
    say: (params: { accepted: string }) => ({
      what: '不支持这种格式的内容',
      why: `这个地址只接受 ${params.accepted}`,
      todo: '请更换内容格式后再提交',
    }),
  },
  'http.crossSite': {
    status: 403,
    say: () => ({
      what: '没有接受这次提交',
      why: '提交来自其他网站的页面，可能不是您本人的意思',
      todo: '请从本网站的页面重新提交',
    }),
  },
  'http.keyMissing': {
    status: 400,
    say: () => ({
      what: '缺少 Idempotency-Key 请求头',
      why: '新建类操作须带一个由您生成的唯一编号（8 至 128 个字母、数字、-、_），重复发送时才不会重复新建',
      todo: '请为每次新建生成一个编号（例如 UUID）放入请求头，重试时沿用同一个编号',
    }),
  },
  'http.portTaken': {
    status: 409,
    say: (params: { host: string; port: number }) => ({
      what: `端口 ${params.port} 打不开`,
      why: `${params.host}:${params.port} 已被其他程序占用，或没有权限使用`,
      todo: '请停止占用端口的程序，或用 GONGKAI_PORT 换一个端口',
    }),
  },
  'http.notReady': {
    status: 503,
    say: () => ({
      what: '服务暂时没有准备好',
      why: '数据库没有应答，或服务正在停止',
      todo: '请稍后再试',
    }),
  },
});
