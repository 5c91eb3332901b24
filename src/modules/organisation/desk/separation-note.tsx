/** Why three administrators are three people, and who they are now. */

import type { z } from 'zod';
import { useApi } from '#desk/data/use-api.ts';
import { officerRoleTitles, separatedRoles } from '#kernel/actor.ts';
import type { officerPageSchema } from '../contract/register.ts';
import './separation-note.css';

const duties: Readonly<Record<(typeof separatedRoles)[number], string>> = {
  systemAdministrator: '管单位、人员、日历和系统运行；不能授予角色',
  securityAdministrator: '授予和收回角色、重置动态口令；不能登记人员',
  auditor: '查看和核验操作记录；不能改任何内容',
};

export function SeparationNote() {
  return (
    <details className="separation">
      <summary>三员分立：三种管理角色由三个人分别担任</summary>
      <p>
        任何一人都不能独自改变权限又抹去痕迹（GB/T
        22239-2019）。担任其中一种的人，不能再担任另外两种，也不兼办业务。
      </p>
      <div className="separation-roles">
        {separatedRoles.map((role) => (
          <SeparatedRole key={role} role={role} />
        ))}
      </div>
    </details>
  );
}

function SeparatedRole({ role }: { readonly role: (typeof separatedRoles)[number] }) {
  const { data } = useApi<z.infer<typeof officerPageSchema>>('/organisation/officers', {
    role,
    active: 'true',
  });
  const names = data?.rows.map((officer) => `${officer.name}（${officer.unitName}）`);
  return (
    <section aria-label={officerRoleTitles[role]}>
      <h2>{officerRoleTitles[role]}</h2>
      <p>{duties[role]}</p>
      <p className="quiet">
        {names === undefined
          ? '正在取回'
          : names.length === 0
            ? '◇ 还没有人担任'
            : `现由${names.join('、')}担任`}
      </p>
    </section>
  );
}
