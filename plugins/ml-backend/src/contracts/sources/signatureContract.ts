import {
  Contract,
  ContractFormatError,
  Field,
  FieldType,
  importMlflowModel,
  Port,
} from '@understudy/contracts';
import { SignatureField, VersionSignature } from '@understudy/plugin-ml-common';
import { sha256 } from '../publish/contractDigest';
import { derivedContract } from './derivedContract';

const TENSOR = /^tensor<([A-Za-z0-9]+)>\[([^\]]*)\]$/;
const NESTED = /^(array|map)<(.+)>$/;

/**
 * What the signature of a version of a model comes to as a contract. Signatures
 * name types as MLflow does; what MLflow does not know, and objects, whose
 * fields a signature does not tell, are only compared with themselves.
 */
export function signatureContract(
  signature: VersionSignature,
  about: { subject: string; name: string; owner?: string },
): Contract {
  const ports: Port[] = [];
  if (signature.inputs.length > 0) {
    ports.push(toPort('inputs', 'in', signature.inputs));
  }
  if (signature.outputs.length > 0) {
    ports.push(toPort('outputs', 'out', signature.outputs));
  }
  return derivedContract({ ...about, ports, profile: 'mlflow' });
}

function toPort(
  name: string,
  direction: Port['direction'],
  columns: readonly SignatureField[],
): Port {
  const seen = new Set<string>();
  return {
    name,
    direction,
    schema: {
      kind: 'object',
      // Registries that keep a name twice mean the first.
      fields: columns
        .filter(column => !seen.has(column.name) && seen.add(column.name))
        .map(toField),
      unknown: 'ignore',
    },
    ordering: 'named',
  };
}

function toField({ name, type, required }: SignatureField): Field {
  return { name, type: toType(type), required, nullable: !required };
}

function toType(text: string): FieldType {
  const spec = toSpec(text);
  if (spec) {
    try {
      const { contract } = importMlflowModel(
        { signature: { inputs: [{ name: 'value', ...spec }] } },
        { name: 'value', subject: 'model:default/value' },
      );
      const { schema } = contract.spec.ports[0];
      if (schema.kind === 'object') {
        return schema.fields[0].type;
      }
    } catch (error) {
      if (!(error instanceof ContractFormatError)) {
        throw error;
      }
    }
  }
  return { kind: 'opaque', format: 'signature', hash: sha256(text) };
}

/** As MLflow writes it in a file, or nothing where a signature leaves that open. */
function toSpec(text: string): Record<string, unknown> | undefined {
  const tensor = TENSOR.exec(text);
  if (tensor) {
    const shape = tensor[2].split(',').map(part => Number(part.trim()));
    return {
      type: 'tensor',
      'tensor-spec': { dtype: tensor[1], shape: tensor[2].trim() ? shape : [] },
    };
  }
  const nested = NESTED.exec(text);
  if (nested) {
    const inner = toSpec(nested[2]);
    return (
      inner && {
        type: nested[1],
        [nested[1] === 'array' ? 'items' : 'values']: inner,
      }
    );
  }
  return text === 'object' ? undefined : { type: text };
}
