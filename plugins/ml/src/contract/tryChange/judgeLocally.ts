import {
  checkCompatibility,
  CompatibilityReport,
  Contract,
  ContractProblem,
  validateContract,
} from '@understudy/contracts';
import { nextVersion } from './nextVersion';

/** What the browser alone can say of a draft. */
export interface LocalJudgement {
  /** What keeps the draft from being a contract. */
  problems: ContractProblem[];
  /** The draft under the number that it should have; absent where there are problems. */
  contract?: Contract;
  /** Against the versions before it; absent where there is none, or no difference. */
  report?: CompatibilityReport;
}

/** Above all that there are, so that it is judged against all of them. */
const ABOVE_ALL = '999999.0.0';

/**
 * Judges a draft against the stored versions. A number that differs from that
 * of `base` was chosen by a person and is judged as it is; otherwise the draft
 * gets the number that the change asks for.
 */
export function judgeLocally(
  draft: Contract,
  options: {
    base?: Contract;
    history: readonly Contract[];
    /** `YYYY-MM-DD`. */
    today: string;
  },
): LocalJudgement {
  const { base, history, today } = options;
  const { problems } = validateContract(draft);
  if (problems.length > 0) {
    return { problems };
  }
  if (!base || draft === base) {
    return { problems, ...(draft !== base && { contract: draft }) };
  }
  const { version } = draft.metadata;
  const isChosen = version !== base.metadata.version;
  const report = checkCompatibility({
    next: isChosen ? draft : withVersion(draft, ABOVE_ALL),
    // What is only proposed was promised to nobody.
    history: history.filter(({ metadata }) => metadata.status !== 'draft'),
    today,
    // Nothing of the report is kept, so that texts can stand for themselves.
    digest: text => text,
  });
  if (isChosen) {
    return { problems, contract: draft, report };
  }
  const taken = new Set(history.map(({ metadata }) => metadata.version));
  const next = nextVersion(version, report.requiredBump, taken);
  return next === version
    ? { problems }
    : { problems, contract: withVersion(draft, next), report };
}

function withVersion(contract: Contract, version: string): Contract {
  return { ...contract, metadata: { ...contract.metadata, version } };
}
