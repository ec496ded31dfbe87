import { CompatibilityProfile } from '../contract/CompatibilityPolicy';
import { Contract } from '../contract/Contract';
import { profiles } from '../reading/profiles';
import { durationSeconds } from '../versioning/dates';
import { announcedRemovals } from './announcedRemovals';
import { DiffContext } from './DiffContext';
import { useKey } from './noteLoneField';

const defaultNotice = 'P30D';

/** What a comparison with a contract is made by. */
export function createContext(
  contract: Contract,
  options: {
    profile?: CompatibilityProfile;
    today?: string;
    usedFields?: readonly { port: string; path: string }[];
    knownConsumersComplete?: boolean;
    /** The versions before. */
    history?: readonly Contract[];
  },
): DiffContext {
  const notice = contract.spec.serviceLevels?.deprecationNotice;
  const seconds =
    durationSeconds(notice ?? defaultNotice) ?? durationSeconds(defaultNotice);
  return {
    rules: profiles[profileOf(contract, options.profile)],
    today: options.today,
    used: new Set(
      options.usedFields?.map(({ port, path }) => useKey(port, path)),
    ),
    allUsesKnown: options.knownConsumersComplete ?? false,
    noticeDays: Math.ceil((seconds ?? 0) / 86_400),
    announced: announcedRemovals(options.history ?? []),
    partial: false,
    implied: false,
  };
}

/** What is asked for, else what the contract names. */
export function profileOf(
  contract: Contract,
  profile: CompatibilityProfile | undefined,
): CompatibilityProfile {
  return profile ?? contract.spec.compatibility?.profile ?? 'default';
}
