/** One unit at its own address. */
import { Link, useParams } from 'react-router';
import { PageHeader } from '#desk/components/page-header/page-header.tsx';
import { useApi } from '#desk/data/use-api.ts';
import type { UnitDetail } from '../contract.ts';
import { UnitDetailView } from './unit-detail.tsx';

export function UnitScreen() {
  const { unitId = '' } = useParams();
  const { data } = useApi<UnitDetail>(`/organisation/units/${unitId}`);
  return (
    <>
      <PageHeader title={data?.name ?? '单位'} summary={<Link to="/organisation/units">返回单位名录</Link>} />
      <UnitDetailView unitId={unitId} />
    </>
  );
}
