import { DeprecationProgress } from '@understudy/plugin-ml-common';
import { KnownConsumer, toContractConsumer } from '../consumers/KnownConsumer';
import { refWords } from '../../policy/refWords';
import { StoredDeprecation } from './DeprecationStore';

const SHOWN = 5;

/** What is known of those who use, or used, what is deprecated. */
export interface DeprecationFacts {
  subject: string;
  stored: StoredDeprecation;
  /** Those who use it now. */
  live: readonly KnownConsumer[];
  /** Those who were seen to use it since it was announced, by ref. */
  seen: ReadonlyMap<string, KnownConsumer['use']>;
  /** Consumers whose owners agreed that it goes early, with the end of that. */
  agreed: ReadonlyMap<string, { until: string }>;
  /** Those that the caller may read. */
  readable: ReadonlySet<string>;
  /** False where there may be users that are not known. */
  complete: boolean;
  /** `YYYY-MM-DD`. */
  today: string;
}

/**
 * Counts who has moved away. Whoever is not known to be in training only counts
 * as in production. Pure.
 */
export function describeProgress(facts: DeprecationFacts): DeprecationProgress {
  const { stored, live, readable, today } = facts;
  const { version, field, deprecation } = stored;
  const uses = new Map(facts.seen);
  live.forEach(({ consumer, use }) => uses.set(consumer, use));
  const remaining = live.filter(({ consumer }) => readable.has(consumer));
  const using = new Set(live.map(({ consumer }) => consumer));
  const count = (training: boolean) => {
    const counted = [...uses].filter(
      ([consumer, use]) =>
        (use === 'training') === training && readable.has(consumer),
    );
    return {
      migrated: counted.filter(([consumer]) => !using.has(consumer)).length,
      total: counted.length,
    };
  };
  const blockedBy = hasPassed(deprecation.removeAfter, today)
    ? []
    : whatBlocks(facts, remaining);
  return {
    subject: facts.subject,
    version,
    ...(field && { field }),
    deprecation,
    production: count(false),
    training: count(true),
    remaining: remaining.map(toContractConsumer),
    waived: remaining.flatMap(({ consumer }) => {
      const until = facts.agreed.get(consumer)?.until;
      return until === undefined ? [] : [{ consumer, until }];
    }),
    removable: blockedBy.length === 0,
    blockedBy,
  };
}

function whatBlocks(
  { agreed, live, complete, stored }: DeprecationFacts,
  shown: readonly KnownConsumer[],
): string[] {
  const blocks = ({ consumer }: KnownConsumer) => !agreed.has(consumer);
  const remaining = shown.filter(blocks);
  const names = remaining
    .slice(0, SHOWN)
    .map(({ consumer }) => refWords(consumer))
    .join(', ');
  const more = remaining.length - SHOWN;
  const [use, they] = remaining.length === 1 ? ['uses', 'it'] : ['use', 'they'];
  const reasons = [
    ...(remaining.length > 0
      ? [
          `${names}${more > 0 ? ` and ${more} more` : ''} still ${use} it; ${they} may until ${stored.deprecation.removeAfter}.`,
        ]
      : []),
    ...(remaining.length < live.filter(blocks).length
      ? ['There are consumers that you may not read, and they still use it.']
      : []),
    ...(complete ? [] : ['Not all who use it are known now.']),
  ];
  return reasons;
}

function hasPassed(day: string, today: string): boolean {
  return today > day;
}
