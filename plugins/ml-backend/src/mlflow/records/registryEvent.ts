import { NewLedgerEvent } from '../../ledger/DatabaseLedger';
import { RegistryCaller } from '../access/RegistryCaller';
import { StoredModel, StoredVersion } from './portalRows';

/** The ledger entry of a change that a client of the registry made. */
export function registryEvent(options: {
  /** `<area>.<verb>`. */
  verb: string;
  caller: Pick<RegistryCaller, 'actor' | 'tokenId'>;
  model: Pick<StoredModel, 'id' | 'name' | 'ref' | 'subjectId'>;
  version?: Pick<StoredVersion, 'id' | 'label'>;
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
}): NewLedgerEvent {
  const { verb, caller, model, version, before, after } = options;
  const subject = version ? `${model.ref}@${version.label}` : model.ref;
  return {
    type: `dev.understudy.${verb}`,
    source: '/api/ml/mlflow',
    subject,
    subjectId: model.subjectId,
    data: {
      actor: caller.actor,
      action: verb,
      object: version
        ? { kind: 'ModelVersion', ref: version.id }
        : { kind: 'RegisteredModel', ref: model.id },
      ...(before ? { before } : {}),
      after: {
        name: model.name,
        ...after,
        ...(caller.tokenId ? { registryToken: caller.tokenId } : {}),
      },
      correlationId: model.id,
    },
  };
}
