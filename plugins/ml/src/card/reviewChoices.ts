import {
  CardReviewChoice,
  ModelCardReport,
} from '@understudy/plugin-ml-common';

/** What the reader may make of a review that would change it. */
export function reviewChoices({
  may,
  review: { state },
}: Pick<ModelCardReport, 'may' | 'review'>): CardReviewChoice[] {
  const useful: Record<typeof state, CardReviewChoice[]> = {
    draft: ['in_review', 'approved'],
    in_review: ['approved', 'draft'],
    approved: ['draft'],
    outdated: ['in_review', 'approved'],
  };
  return useful[state].filter(choice => may.includes(choice));
}
