import { ContractConsumer } from '@understudy/plugin-ml-common';
import { fieldUsage } from '../fields/fieldUsage';

/** A team that a deprecation concerns, with its consumers. */
export interface ToldTeam {
  /** Absent of consumers without an owner. */
  owner?: string;
  consumers: string[];
}

/**
 * Whom a deprecation is told to: the owners of consumers in production, of a
 * field those that use it or do not say what they use.
 */
export function whoIsTold(
  consumers: readonly ContractConsumer[],
  field?: { port: string; path: string },
): ToldTeam[] {
  const usage = fieldUsage(consumers, true);
  const concerned = field
    ? [...usage.usersOf(field.port, field.path), ...usage.unknown]
    : consumers;
  const teams = new Map<string | undefined, Set<string>>();
  for (const { owner, consumer, use } of concerned) {
    if (use === 'production') {
      const own = teams.get(owner) ?? new Set<string>();
      own.add(consumer);
      teams.set(owner, own);
    }
  }
  return [...teams].map(([owner, own]) => ({
    ...(owner && { owner }),
    consumers: [...own].sort(),
  }));
}
