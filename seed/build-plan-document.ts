/** Writes the committed Word documents of the demonstration plans anew: `npx tsx seed/build-plan-document.ts`. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { buildNarrativeDocument } from './narrative-document.ts';
import { plan2025 } from './plan-2025.ts';
import { plan2026 } from './plan-2026.ts';
import { buildPlanDocument } from './plan-document.ts';

const folder = path.join(import.meta.dirname, 'documents');
await writeFile(
  path.join(folder, '望澜县2026年政务公开工作任务分解.docx'),
  await buildPlanDocument(plan2026),
);
await writeFile(
  path.join(folder, '2025年望澜县政务公开工作要点.docx'),
  await buildNarrativeDocument(plan2025),
);
