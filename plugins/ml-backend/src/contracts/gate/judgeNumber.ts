import { CompatibilityReport, fitsWaiver, Waiver } from '@understudy/contracts';
import { major } from 'semver';
import { JudgingRules } from '../check/ContractChecker';
import { StoredContract } from '../store/StoredContract';
import { breakOf, GateReasons, reasonsOf, sumReasons } from './gateReasons';

/** Say that a number promises more than the change keeps. */
const NUMBER_RULES = [
  'VERSION_NOT_BUMPED',
  'VERSION_REUSED_DIGEST',
  'BUMP_TOO_SMALL',
];

/**
 * What is wrong with a contract by itself: that its number says too little, or,
 * where a gate names a mode, that it does not fit the versions before. Pure.
 *
 * @param anew - The judgement by the rules of the gate; what was found when the
 *   contract was published counts where the gate has none of its own.
 */
export function judgeNumber(
  { report, version }: StoredContract,
  ref: string,
  options: {
    rules: JudgingRules;
    anew?: CompatibilityReport;
    /** Whether the stage serves. */
    serves: boolean;
    waivers: readonly Waiver[];
  },
): GateReasons {
  const { rules, anew, serves, waivers } = options;
  const { mode, profile, overrides } = rules;
  const counted = mode || profile || overrides ? anew : report;
  const findings = (counted?.findings ?? [])
    .filter(({ ruleId }) => mode !== undefined || NUMBER_RULES.includes(ruleId))
    .map(({ waiver: _, ...finding }) => ({
      ...finding,
      // What a report keeps of waivers is as old as the report.
      waiver: waivers.find(candidate => fitsWaiver(finding, candidate)),
    }));
  return sumReasons([
    reasonsOf(findings, { ref }),
    ...(serves && major(version) === 0
      ? [
          breakOf(
            ref,
            `The contract ${version} is not stable yet: what is served needs one from 1.0.0`,
          ),
        ]
      : []),
  ]);
}
