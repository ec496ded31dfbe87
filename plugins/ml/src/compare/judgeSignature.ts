import {
  CompatibilityVerdict,
  Contract,
  ContractFormatError,
  decideVerdict,
  diffContracts,
  Finding,
  importMlflowModel,
} from '@understudy/contracts';
import { VersionSignature } from '@understudy/plugin-ml-common';

/** What another signature means for those who call a model. */
export interface SignatureJudgement {
  verdict: CompatibilityVerdict;
  /** Without those that change nothing for anybody. */
  findings: Finding[];
}

/**
 * Judges one signature against another by the rules of contracts. Of types that
 * signatures have in short only, such as tensors, a change cannot be judged.
 */
export function judgeSignature(
  before: VersionSignature,
  after: VersionSignature,
): SignatureJudgement {
  let contracts: Contract[];
  try {
    contracts = [before, after].map(toContract);
  } catch (error) {
    if (error instanceof ContractFormatError) {
      return { verdict: 'unverifiable', findings: [] };
    }
    throw error;
  }
  const findings = diffContracts(contracts[0], contracts[1]);
  return {
    verdict: decideVerdict(findings),
    findings: findings.filter(({ severity }) => severity !== 'info'),
  };
}

function toContract(signature: VersionSignature): Contract {
  const { inputs, outputs } = signature;
  return importMlflowModel(
    { signature: { inputs, outputs } },
    { name: 'signature', subject: 'model:default/signature' },
  ).contract;
}
