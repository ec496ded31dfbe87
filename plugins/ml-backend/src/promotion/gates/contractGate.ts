import { PolicyContractGate } from '../../policy/PromotionPolicy';
import { GateVerdict } from './GateVerdict';

/** Reasons of one kind that are named; the rest is counted. */
const SHOWN = 5;

/** What is known of the contract of a version, as it was when it was looked at. */
export interface ContractFacts {
  /** The contract that the version keeps to; absent where none is known. */
  contract?: { version: string; digest: string };
  /** What breaks, for people, each with the entity that it breaks. */
  breaks: { ref: string; summary: string }[];
  /**
   * What would break, and is accepted for a time, each with the entity that it
   * would break. Absent of runs from before there were waivers.
   */
  waived?: { ref: string; summary: string }[];
  /** Why nobody can tell. */
  doubts: string[];
  /** What may surprise somebody. */
  warnings: number;
  /** Errors that an override of the policy makes milder, and why. */
  overridden?: { ref: string; summary: string }[];
}

/** All a contract gate decides on: the same input gives the same verdict. */
export interface ContractGateInput {
  gate: PolicyContractGate;
  /** The version that is judged, such as `model:default/x@44`. */
  versionRef: string;
  facts: ContractFacts;
  /** ISO 8601. */
  evaluatedAt: string;
}

/** What a verdict says of those whom the policy has looked at. */
const NOBODY = {
  none: 'Nothing that is looked at breaks',
  declared: 'Nobody who declares what it needs breaks',
  'declared+implied': 'Nobody who is known breaks',
};

/**
 * Passes when no consumer that is known breaks, nothing that the version reads
 * has changed under it, and the number of its contract says what changed. What
 * nobody can tell is `unknown`.
 */
export function contractGate(input: ContractGateInput): GateVerdict {
  const { gate, versionRef, facts } = input;
  const { breaks, contract, doubts, waived = [], warnings } = facts;
  const evidence = [
    ...(contract
      ? [
          {
            kind: 'contract',
            ref: versionRef,
            digest: contract.digest,
            observedAt: input.evaluatedAt,
            summary: `Keeps to the contract ${contract.version}`,
          },
        ]
      : []),
    ...breaks.slice(0, SHOWN).map(({ ref, summary }) => ({
      kind: 'contract-finding',
      ref,
      summary,
    })),
    ...waived.slice(0, SHOWN).map(({ ref, summary }) => ({
      kind: 'contract-waiver',
      ref,
      summary,
    })),
    ...(facts.overridden ?? []).slice(0, SHOWN).map(({ ref, summary }) => ({
      kind: 'contract-override',
      ref,
      summary,
    })),
  ];
  if (breaks.length > 0) {
    return {
      status: 'fail',
      summary: listed(breaks.map(({ summary }) => summary)),
      remedy:
        'Mend what breaks, or publish the change under a number that says so and let those who are hit move first, or ask their owners for a waiver',
      evidence,
    };
  }
  if (doubts.length > 0) {
    return {
      status: 'unknown',
      summary: listed(doubts),
      remedy: 'Declare what is missing and ask again',
      evidence,
    };
  }
  if (warnings > 0 && gate.with?.allowWarnings === false) {
    return {
      status: 'fail',
      summary: `The contract of ${versionRef} has ${warnings} warnings, and the policy allows none`,
      remedy: 'Look at the Contract tab of the model and mend what it warns of',
      evidence,
    };
  }
  return {
    status: 'pass',
    summary: `${NOBODY[gate.with?.consumers ?? 'declared+implied']} by the contract ${contract?.version ?? ''} of ${versionRef}${warnings > 0 ? `; warnings: ${warnings}` : ''}${milder(facts)}`,
    evidence,
  };
}

function milder({ overridden = [], waived = [] }: ContractFacts): string {
  return [
    ...(overridden.length > 0
      ? [`; errors that the policy overrides: ${overridden.length}`]
      : []),
    ...(waived.length > 0 ? [`; waived: ${waived.length}`] : []),
  ].join('');
}

function listed(reasons: readonly string[]): string {
  const more = reasons.length - SHOWN;
  return `${reasons.slice(0, SHOWN).join('. ')}${more > 0 ? `. And ${more} more` : ''}`;
}
