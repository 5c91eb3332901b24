import { openTestApp } from '#kernel/testing/test-app.ts';
import { modules } from './src/modules.ts';
const place = await openTestApp({ modules, now: '2026-11-20T09:00:00+08:00' });
for (const m of modules) for (const s of m.seeds){ const t=Date.now(); try{ await s.run(place.app);}catch(e:any){console.log('FAIL',s.name,e.code,e.params??'',e.message?.slice(0,300)); console.log(e.stack?.split('\n').slice(1,5).join('\n')); break;} console.log(s.name, Date.now()-t,'ms'); }
const q=async(sql:string)=>((await (place.app.database as any).read.execute(sql)) as any);
const {sql}=await import('drizzle-orm');
for (const t of ['ledger_entry','ledger_release','supervision_order','look_back_verdict','task_binding','task_standing','standing_change']) { const r:any=await place.app.database.read.execute(sql.raw(`select count(*) n from ${t}`)); console.log(t, (r.rows??r)[0]); }
const r:any=await place.app.database.read.execute(sql.raw(`select s.standing, count(*) from task_standing s join task t on t.id=s.task_id join plan p on p.id=t.plan_id where p.year=2026 group by 1`)); console.log(r.rows??r);
for (const m of modules) for (const s of m.seeds){ const t=Date.now(); await s.run(place.app); if(Date.now()-t>200)console.log('again',s.name, Date.now()-t,'ms'); }
await place.close();
