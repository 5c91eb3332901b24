/** Requests that may be the same as one: the same applicant's with nearly the same words, and the same words by anybody. */
import { and, desc, eq, ne } from 'drizzle-orm';
import type { Actor } from '#kernel/actor.ts';
import type { ReadDb } from '#kernel/db/database.ts';
import type { LikeRequest } from '../contract/requests.ts';
import { canReachCase } from '../rules/case-access.ts';
import { contentLikeness, likelyRepeat } from '../rules/repeats.ts';
import { type RequestRow, requestApplicants, requests } from '../tables/requests.ts';

/** Earlier requests of one applicant that are compared; more is a matter for 条例第三十五条. */
const mostCompared = 300;

function viewAlike(row: RequestRow, sameApplicant: boolean, likeness: number): LikeRequest {
  const { id, number, subject, stage } = row;
  return { id, number, subject, stage, sameApplicant, likeness };
}

/** The likest first. Only cases the actor reaches are named. */
export async function listAlikeRequests(db: ReadDb, actor: Actor, row: RequestRow): Promise<LikeRequest[]> {
  const [own] = await db
    .select({ personDigest: requestApplicants.personDigest })
    .from(requestApplicants)
    .where(eq(requestApplicants.requestId, row.id));
  if (own === undefined) return [];
  const inPlace = and(eq(requests.jurisdictionId, row.jurisdictionId), ne(requests.id, row.id));
  const bySame = await db
    .select({ request: requests })
    .from(requestApplicants)
    .innerJoin(requests, eq(requests.id, requestApplicants.requestId))
    .where(and(inPlace, eq(requestApplicants.personDigest, own.personDigest)))
    .orderBy(desc(requests.createdAt))
    .limit(mostCompared);
  const sameWords = await db
    .select()
    .from(requests)
    .where(and(inPlace, eq(requests.contentDigest, row.contentDigest)))
    .orderBy(desc(requests.createdAt))
    .limit(20);
  const text = `${row.subject}${row.description}`;
  const alike = bySame
    .map(({ request }) => ({
      request,
      likeness: contentLikeness(text, `${request.subject}${request.description}`),
    }))
    .filter(({ request, likeness }) => likeness >= likelyRepeat && canReachCase(actor, request))
    .map(({ request, likeness }) => viewAlike(request, true, likeness));
  const known = new Set(alike.map(({ id }) => id));
  const others = sameWords
    .filter((request) => !known.has(request.id) && canReachCase(actor, request))
    .map((request) => viewAlike(request, false, 1));
  return [...alike, ...others].sort((left, right) => right.likeness - left.likeness);
}
