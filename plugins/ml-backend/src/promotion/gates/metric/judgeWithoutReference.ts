import { referenceWords } from '../../../policy/metricGateWords';
import { GateVerdict } from '../GateVerdict';
import { MetricGateInput } from './MetricGateInput';

/**
 * The verdict where there is no version to compare with, if that decides: not
 * where only the bound of the policy is left, and what is measured goes on.
 */
export function judgeWithoutReference({
  gate,
  reference,
}: MetricGateInput): GateVerdict | undefined {
  const { relativeTo, whenNoChampion } = gate.with;
  if (relativeTo === undefined || reference?.versionRef) {
    return undefined;
  }
  const what = referenceWords[relativeTo];
  if (reference?.doubt) {
    return {
      status: 'unknown',
      summary: reference.doubt,
      remedy: `Make clear which version is ${what}, and ask again`,
      evidence: [],
    };
  }
  switch (whenNoChampion) {
    case 'pass':
      return {
        status: 'pass',
        summary: `There is no version yet that is ${what}; the policy lets the first one pass`,
        evidence: [],
      };
    case 'fail':
      return {
        status: 'fail',
        summary: `There is no version that is ${what}, and the policy demands one`,
        remedy: `Ask those who keep the policy how the first version gets there`,
        evidence: [],
      };
    case 'absolute-only':
      return undefined;
    default:
      // A champion may be missing because it is the first; a baseline is chosen.
      return relativeTo === 'baseline'
        ? {
            status: 'unknown',
            summary: `No version of the model has the alias 'baseline' to compare with`,
            remedy: `Give the version that others are measured by the alias 'baseline' in its registry`,
            evidence: [],
          }
        : undefined;
  }
}
