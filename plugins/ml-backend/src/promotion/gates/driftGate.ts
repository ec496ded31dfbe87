import { AliasDrift } from '@understudy/plugin-ml-common';
import { GateVerdict } from './GateVerdict';

/** What the gate has to know of a drift. */
export interface GateDrift {
  id: string;
  alias: string;
  server: string;
  state: AliasDrift['state'];
  /** What was chosen and is not done yet. */
  wanted?: string;
  decided?: string;
  found?: string;
  since: string;
}

/** All the gate decides on. */
export interface DriftGateInput {
  /** The label of the version that is to be promoted. */
  version: string;
  drifts: GateDrift[];
}

export const driftGateWords =
  'The registry has the aliases of the target where the portal decided, or somebody has reported that it has not';

/**
 * Fails while an alias of the target points elsewhere than what was decided
 * and nobody has said that this is known. The promotion of what it points at
 * may pass: it is how that is adopted. Pure.
 */
export function driftGate({ version, drifts }: DriftGateInput): GateVerdict {
  const evidence = drifts.map(drift => ({
    kind: 'alias-drift',
    ref: drift.id,
    observedAt: drift.since,
    summary: words(drift),
  }));
  const open = drifts.filter(
    drift =>
      drift.found !== version &&
      (drift.state === 'open' || drift.wanted !== undefined),
  );
  if (open.length > 0) {
    return {
      status: 'fail',
      summary: open.map(words).join('. '),
      remedy:
        'Choose on the page of the model what is to become of it: report it as known, adopt what was found, or have it put back',
      evidence,
    };
  }
  return drifts.length > 0
    ? { status: 'warn', summary: drifts.map(words).join('. '), evidence }
    : {
        status: 'pass',
        summary: 'The aliases are where the portal decided',
        evidence,
      };
}

function words({ alias, server, decided, found }: GateDrift): string {
  const where =
    found === undefined ? 'was taken off' : `points at version ${found}`;
  return `'${alias}' in '${server}' ${where}; ${decided === undefined ? 'nothing' : `version ${decided}`} was decided`;
}
