import { Finding, fitsWaiver, Waiver } from '@understudy/contracts';
import { major } from 'semver';
import { refWords } from '../../policy/refWords';
import { ContractFacts } from '../../promotion/gates/contractGate';
import { StoredContract } from '../store/StoredContract';

/** What speaks against a version at a gate, and what is accepted for a time. */
export type GateReasons = Required<
  Pick<ContractFacts, 'breaks' | 'doubts' | 'waived' | 'warnings'>
>;

/** Say that a number promises more than the change keeps. */
const NUMBER_RULES = [
  'VERSION_NOT_BUMPED',
  'VERSION_REUSED_DIGEST',
  'BUMP_TOO_SMALL',
];

/** What the number of a contract promises and does not keep. */
export function ofNumber(
  { report, version }: StoredContract,
  ref: string,
  { serves, waivers }: { serves: boolean; waivers: readonly Waiver[] },
): GateReasons {
  const wrong = (report?.findings ?? [])
    .filter(
      ({ ruleId, severity }) =>
        NUMBER_RULES.includes(ruleId) && severity === 'error',
    )
    .map(finding => ({
      finding,
      // What the report keeps of waivers is as old as the report.
      waiver: waivers.find(candidate => fitsWaiver(finding, candidate)),
    }));
  return {
    breaks: [
      ...wrong
        .filter(({ waiver }) => !waiver)
        .map(({ finding }) => ({ ref, summary: finding.message })),
      ...(serves && major(version) === 0
        ? [
            {
              ref,
              summary: `The contract ${version} is not stable yet: what is served needs one from 1.0.0`,
            },
          ]
        : []),
    ],
    doubts: [],
    waived: wrong.flatMap(({ finding, waiver }) =>
      waiver ? [{ ref, summary: waivedWords(finding, waiver) }] : [],
    ),
    warnings: 0,
  };
}

/** What findings about one party mean to a gate. What is waived is named, and breaks nobody. */
export function reasonsOf(
  findings: readonly Finding[],
  { ref, isDoubtful }: { ref: string; isDoubtful: boolean },
): GateReasons {
  const open = findings.filter(({ waiver }) => !waiver);
  return {
    breaks: open
      .filter(({ severity }) => severity === 'error')
      .map(({ message }) => ({
        ref,
        summary: `${refWords(ref)}: ${message}`.slice(0, 500),
      })),
    waived: findings.flatMap(finding =>
      finding.waiver && finding.severity === 'error'
        ? [
            {
              ref,
              summary: `${refWords(ref)}: ${waivedWords(finding, finding.waiver)}`,
            },
          ]
        : [],
    ),
    doubts: isDoubtful ? [`Whether ${refWords(ref)} fits cannot be told`] : [],
    warnings: open.filter(({ severity }) => severity === 'warning').length,
  };
}

/** Who consented, until when and why, and then to what. */
function waivedWords(
  { message }: Finding,
  {
    approvedBy,
    reason,
    until,
  }: Pick<Waiver, 'approvedBy' | 'reason' | 'until'>,
): string {
  const by = approvedBy === undefined ? '' : ` by ${approvedBy}`;
  return `waived${by} until ${until.slice(0, 16)}Z: ${message} (${reason})`.slice(
    0,
    400,
  );
}

/** That nobody can tell, and why. */
export function doubt(reason: string): GateReasons {
  return { breaks: [], doubts: [reason], waived: [], warnings: 0 };
}
