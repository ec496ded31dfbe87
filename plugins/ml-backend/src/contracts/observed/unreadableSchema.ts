import { Finding } from '@understudy/contracts';
import { Observation } from './ObservationStore';

/** Says that nobody can tell whether data is as its contract says. */
export function unreadableSchema(
  { namespace, name }: Observation,
  reason: string,
): Finding {
  return {
    ruleId: 'CONTRACT_INVALID',
    severity: 'warning',
    direction: 'both',
    port: '',
    pointer: '',
    pointsInto: 'new',
    path: '',
    message: `The schema observed of ${name} in ${namespace} was not read: ${reason}.`,
    remediation:
      "Mend the facet 'schema' of the events that the pipeline sends; until then the contract is as it was.",
    basis: 'declared',
  };
}
