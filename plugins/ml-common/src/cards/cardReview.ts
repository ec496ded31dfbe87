import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';

/**
 * What a review of a card says, as it was recorded.
 *
 * @public
 */
export interface CardReview {
  state: 'draft' | 'in_review' | 'approved';
  /** Entity ref of who reviewed it. */
  reviewedBy?: string;
  /** ISO 8601. */
  reviewedAt?: string;
  /** Digest of the text that the review is of; see {@link cardDigest}. */
  digest?: string;
}

/**
 * Where the review of a card stands.
 *
 * @public
 */
export interface CardReviewStatus {
  /** `outdated`: another text was reviewed than the one that is there now. */
  state: CardReview['state'] | 'outdated';
  reviewedBy?: string;
  reviewedAt?: string;
  /** Digest of the text that was reviewed. */
  of?: string;
}

/**
 * The digest of a card's text: `sha256:` and 64 hexadecimal digits, over UTF-8.
 * Line breaks of other systems are the same text.
 *
 * @public
 */
export function cardDigest(text: string): string {
  const bytes = utf8ToBytes(text.replace(/\r\n/g, '\n'));
  return `sha256:${bytesToHex(sha256(bytes))}`;
}

/**
 * Tells where the review of a text stands. A review that does not say what it
 * is of is of no text, so it is outdated as well.
 *
 * @param review - the newest one; a card without one is a draft.
 *
 * @public
 */
export function cardReviewStatus(
  text: string,
  review?: CardReview,
): CardReviewStatus {
  if (!review || review.state === 'draft') {
    return { state: 'draft' };
  }
  const { state, reviewedBy, reviewedAt, digest } = review;
  return {
    state: digest === cardDigest(text) ? state : 'outdated',
    ...(reviewedBy !== undefined && { reviewedBy }),
    ...(reviewedAt !== undefined && { reviewedAt }),
    ...(digest !== undefined && { of: digest }),
  };
}
