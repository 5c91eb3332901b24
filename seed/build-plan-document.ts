/** Writes the committed Word document of the demonstration plan anew: `npx tsx seed/build-plan-document.ts`. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { plan2026 } from './plan-2026.ts';
import { buildPlanDocument } from './plan-document.ts';

const target = path.join(import.meta.dirname, 'documents', '望澜县2026年政务公开工作任务分解.docx');
await writeFile(target, await buildPlanDocument(plan2026));
