/** One record of the audit: the fields that changed, before and after, and its place in the chain. */
import type { z } from 'zod';
import { Facts } from '#desk/components/facts/facts.tsx';
import { Loading } from '#desk/components/loading/loading.tsx';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { useApi } from '#desk/data/use-api.ts';
import { instantOf } from '#kernel/clock.ts';
import { instantWords } from '#kernel/day-words.ts';
import type { auditDetailSchema } from '../../contract.ts';
import { changedFields } from './changed-fields.ts';

type AuditDetail = z.infer<typeof auditDetailSchema>;

export function AuditDetailView({ seq }: { readonly seq: string }) {
  const { data, error, refetch } = useApi<AuditDetail>(`/audit/${seq}`);
  if (error !== null) return <RefusalNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading what="操作记录" />;
  const fields = changedFields(data.before, data.after);
  return (
    <>
      <p>{data.summary}</p>
      <Facts
        facts={[
          ['时间', instantWords(instantOf(data.at))],
          ['谁', data.actorName],
          ['操作', data.actionTitle === null ? data.action : `${data.actionTitle}（${data.action}）`],
          ['对象', `${data.objectKind} ${data.objectId}`],
          ['请求编号', data.requestId],
        ]}
      />
      <h3>改动</h3>
      {fields.length === 0 ? (
        <p className="quiet">没有记录字段改动。</p>
      ) : (
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">字段</th>
              <th scope="col">改前</th>
              <th scope="col">改后</th>
            </tr>
          </thead>
          <tbody>
            {fields.map((field) => (
              <tr key={field.name}>
                <th scope="row">
                  <code>{field.name}</code>
                </th>
                <td>{field.before}</td>
                <td>{field.after}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <h3>校验链</h3>
      <Facts
        facts={[
          ['前一条', <code key="previous">{data.previousHash}</code>],
          ['这一条', <code key="own">{data.hash}</code>],
        ]}
      />
    </>
  );
}
