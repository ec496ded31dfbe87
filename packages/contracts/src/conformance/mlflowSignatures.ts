import { canonicalJson } from '../canonical/canonicalJson';
import { exportMlflowSignature } from '../formats/mlflow/exportMlflowSignature';
import { importMlflowModel } from '../formats/mlflow/importMlflowModel';
import { canRead } from '../reading/canRead';
import { validateContract } from '../validation/validateContract';
import { CaseResult } from './CaseResult';

/** A parsed `MLmodel` file by its name. */
export interface MlflowModelFile {
  name: string;
  model: unknown;
}

/**
 * Imports models and exports their signatures again. A case passes when the
 * contract is valid, the model reads what its own signature describes, and the
 * exported signature is read as the same ports.
 */
export function runMlflowSignatures(
  models: readonly MlflowModelFile[],
): CaseResult[] {
  const about = { name: 'suite', subject: 'model:default/suite' };
  return models.map(({ name, model }) => {
    const { contract } = importMlflowModel(model, about);
    const { ports } = contract.spec;
    const { signature } = exportMlflowSignature(contract);
    const again = importMlflowModel({ signature }, about).contract.spec.ports;
    const failures = [
      ...validateContract(contract).problems.map(({ message }) => message),
      ...ports.flatMap(port =>
        canRead(port, port, { profile: 'mlflow' })
          .filter(({ severity }) => severity === 'error')
          .map(({ ruleId }) => ruleId),
      ),
      ...(canonicalJson(again) === canonicalJson(ports)
        ? []
        : ['exported as another signature']),
    ];
    return {
      name,
      expected: true,
      compatible: failures.length === 0,
      rules: failures,
    };
  });
}
