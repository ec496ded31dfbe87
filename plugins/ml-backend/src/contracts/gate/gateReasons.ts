import { Finding, ruleTitle, Waiver } from '@understudy/contracts';
import { refWords } from '../../policy/refWords';
import { ContractFacts } from '../../promotion/gates/contractGate';

const MAX_LENGTH = 500;

/** What a part of a check says for and against a version. */
export type GateReasons = Required<
  Pick<
    ContractFacts,
    'breaks' | 'doubts' | 'overridden' | 'waived' | 'warnings'
  >
>;

const NOTHING: GateReasons = {
  breaks: [],
  doubts: [],
  waived: [],
  warnings: 0,
  overridden: [],
};

/** What findings about one entity come to; accepted ones are named, and do not count. */
export function reasonsOf(
  findings: readonly Finding[],
  { ref, isDoubtful = false }: { ref: string; isDoubtful?: boolean },
): GateReasons {
  const open = findings.filter(({ waiver }) => !waiver);
  const about = (message: string) => ({
    ref,
    summary: `${refWords(ref)}: ${message}`.slice(0, MAX_LENGTH),
  });
  return {
    breaks: open
      .filter(({ severity }) => severity === 'error')
      .map(({ message }) => about(message)),
    waived: findings.flatMap(finding =>
      finding.waiver && finding.severity === 'error'
        ? [about(waivedWords(finding, finding.waiver))]
        : [],
    ),
    doubts: isDoubtful ? [`Whether ${refWords(ref)} fits cannot be told`] : [],
    warnings: open.filter(({ severity }) => severity === 'warning').length,
    overridden: open.flatMap(({ ruleId, severity, message, override }) =>
      override?.from === 'error' && severity !== 'error'
        ? [
            about(
              `'${ruleTitle(ruleId)}' (${ruleId}) counts as ${severity}, as the policy says: ${override.reason}. ${message}`,
            ),
          ]
        : [],
    ),
  };
}

/** That something breaks. */
export function breakOf(ref: string, summary: string): GateReasons {
  return { ...NOTHING, breaks: [{ ref, summary }] };
}

/** That nobody can tell. */
export function doubtOf(reason: string): GateReasons {
  return { ...NOTHING, doubts: [reason] };
}

/** All parts together. */
export function sumReasons(parts: readonly GateReasons[]): GateReasons {
  return {
    breaks: parts.flatMap(({ breaks }) => breaks),
    doubts: parts.flatMap(({ doubts }) => doubts),
    waived: parts.flatMap(({ waived }) => waived),
    warnings: parts.reduce((sum, { warnings }) => sum + warnings, 0),
    overridden: parts.flatMap(({ overridden }) => overridden),
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
  return `waived${by} until ${until.slice(0, 16)}Z: ${message} (${reason})`;
}
