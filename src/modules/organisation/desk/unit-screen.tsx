/** One unit at its own address. */
import { Link, useParams } from 'react-router';
import { PageHeader } from '#desk/components/page-header/page-header.tsx';
import { useApi } from '#desk/data/use-api.ts';
import type { UnitDetail } from '../contract/register.ts';
import { UnitDetailView } from './unit-detail.tsx';

export function UnitScreen() {
  const { unitId = '' } = useParams();
  const { data } = useApi<UnitDetail>(`/organisation/units/${unitId}`);
  return (
    <>
      <PageHeader title={data?.name ?? '单位'} summary={<Link to="/organisation/units">返回单位名录</Link>} />
      <h2 className="visually-hidden">登记的内容</h2>
      <UnitDetailView unitId={unitId} />
    </>
  );
}
