import {
  ContractGateSettings,
  ContractOverride,
  PolicyContractGate,
} from './PromotionPolicy';

const MODES: Record<
  Exclude<NonNullable<ContractGateSettings['mode']>, 'BY_PORT' | 'NONE'>,
  string
> = {
  BACKWARD: 'it reads what was written by the version before',
  FORWARD: 'the version before reads what is written by it',
  FULL: 'it and the version before read each other',
  BACKWARD_TRANSITIVE: 'it reads what was written by all supported versions',
  FORWARD_TRANSITIVE: 'all supported versions read what is written by it',
  FULL_TRANSITIVE: 'it and all supported versions read each other',
};

const CONSUMERS: Record<
  NonNullable<ContractGateSettings['consumers']>,
  string
> = {
  'declared+implied': 'no consumer breaks by the contract of the version',
  declared:
    'no consumer that declares what it needs breaks by the contract of the version',
  none: 'what the version reads fits its contract, whatever consumers need',
};

/** What a contract gate demands, in one sentence. */
export function contractGateWords(gate: PolicyContractGate): string {
  const {
    mode = 'BY_PORT',
    profile,
    consumers = 'declared+implied',
    allowWarnings = true,
  } = gate.with ?? {};
  const demands = [
    CONSUMERS[consumers],
    ...(mode === 'BY_PORT' || mode === 'NONE' ? [] : [MODES[mode]]),
    // What is compared with nothing needs no other number.
    ...(mode === 'NONE' ? [] : ['its number says what changed']),
    ...(allowWarnings ? [] : ['there is no warning']),
  ].join(', and ');
  return [
    demands,
    ...(profile ? [`read by the profile '${profile}'`] : []),
    ...(gate.overrides ?? []).map(overrideWords),
  ].join('; ');
}

function overrideWords(override: ContractOverride): string {
  const { ruleId, severity, ports, entities, environments, reason } = override;
  const where = [
    scope('at the ports', ports),
    scope('of', entities),
    scope('in', environments),
  ].join('');
  return `${ruleId}${where} counts as ${severity === 'off' ? 'nothing' : severity} (${reason})`;
}

function scope(word: string, of: readonly string[] | undefined): string {
  return of ? ` ${word} ${of.join(', ')}` : '';
}
