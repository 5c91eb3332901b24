/** Files a draft: the case, its proofs and the end of the draft in one unit of work, once however often it is sent. */
import type { Config } from '#kernel/config.ts';
import type { Work } from '#kernel/work.ts';
import type { RegisteredRequest } from '../../contract/requests.ts';
import { fileOnline } from '../applicant-acts.ts';
import type { PreparedRequest } from '../register-request.ts';
import { closeFilingDraft, type FilingDraft } from './drafts.ts';

/** Whoever calls holds the draft's key; there is no permission to ask for. */
export async function fileDraft(
  work: Work,
  filing: {
    readonly config: Config;
    readonly key: string;
    readonly draft: FilingDraft;
    readonly prepared: PreparedRequest;
    readonly jurisdictionId: string;
  },
): Promise<RegisteredRequest> {
  const { config, key, draft, prepared, jurisdictionId } = filing;
  const made = await fileOnline(work, prepared, jurisdictionId, draft.proofs);
  await closeFilingDraft(work, config, key, draft, made.requestId);
  return made;
}
