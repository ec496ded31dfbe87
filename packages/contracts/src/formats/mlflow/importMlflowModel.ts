import { findBrokenText } from '../../canonical/findUnheld';
import { Contract, Port } from '../../contract/Contract';
import { ContractFormatError } from '../ContractFormatError';
import { FormatWalk } from '../FormatWalk';
import { refuseUnheld } from '../importing/refuseUnheld';
import { dropUnfitDefaults } from '../importing/dropUnfitDefaults';
import {
  isParsedObject,
  own,
  ParsedObject,
  readObject,
} from '../importing/values';
import { LossNote } from '../LossNote';
import { pointerTo } from '../pointers';
import { MlflowTypes } from './MlflowTypes';
import { readColumns } from './readColumns';
import { readParams } from './readParams';

/**
 * What an `MLmodel` file does not say of itself.
 *
 * @public
 */
export interface ImportMlflowModelOptions {
  /** Name of the contract. */
  name: string;
  /** Entity ref of the model. */
  subject: string;
  /** Semantic version of the contract; `1.0.0` unless said. */
  version?: string;
  /** Entity ref. */
  owner?: string;
}

const PORTS = [
  { name: 'inputs', direction: 'in' },
  { name: 'outputs', direction: 'out' },
  // Each parameter has a default, so a caller may send none at all.
  { name: 'params', direction: 'in', optional: true },
] as const;

/**
 * Drafts the contract of a model from its `MLmodel` file, parsed from YAML. The
 * parts of the signature may still be the JSON text that they are in the file.
 *
 * @throws {@link ContractFormatError} for a signature that MLflow would not
 * write, for types nested deeper than 64 levels and for more than 5,000 fields.
 * Pointers go on inside of the JSON text.
 *
 * @public
 */
export function importMlflowModel(
  mlmodel: unknown,
  options: ImportMlflowModelOptions,
): { contract: Contract; lossy: LossNote[] } {
  refuseUnheld(findBrokenText(mlmodel));
  const walk = new FormatWalk();
  const model = readObject(mlmodel, '');
  const { name, subject, version = '1.0.0', owner } = options;
  const uri = sourceUri(model);
  return {
    contract: {
      apiVersion: 'understudy.dev/v1alpha1',
      kind: 'InterfaceContract',
      metadata: {
        name,
        version,
        status: 'draft',
        ...(owner !== undefined && { owner }),
        source: { type: 'mlflow', ...(uri !== undefined && { uri }) },
      },
      spec: {
        subject,
        role: 'provider',
        ports: readPorts(model, walk),
        protocol: { name: 'mlflow-invocations', ...readFlavors(model) },
        compatibility: { profile: 'mlflow' },
      },
    },
    lossy: walk.lossy,
  };
}

function readPorts(model: ParsedObject, walk: FormatWalk): Port[] {
  const signature = own(model, 'signature');
  if (signature === undefined || signature === null) {
    walk.note(
      '',
      'NO_SIGNATURE',
      'The model has no signature, and so no ports.',
    );
    return [];
  }
  const parts = readObject(signature, '/signature');
  const types = new MlflowTypes(walk);
  return PORTS.flatMap((port): Port[] => {
    const pointer = pointerTo('/signature', port.name);
    const part = parsed(own(parts, port.name), pointer);
    const read = port.name === 'params' ? readParams : readColumns;
    if (part === undefined || part === null) {
      return [];
    }
    const whole: Port = { ...port, ...read(part, pointer, types, walk) };
    dropUnfitDefaults(whole, walk);
    return [whole];
  });
}

function parsed(value: unknown, pointer: string): unknown {
  if (typeof value !== 'string') {
    return value;
  }
  let json: unknown;
  try {
    json = JSON.parse(value);
  } catch {
    throw new ContractFormatError(pointer, 'The text is not JSON.');
  }
  refuseUnheld(findBrokenText(json), pointer);
  return json;
}

function readFlavors(model: ParsedObject): { flavors?: string[] } {
  const flavors = own(model, 'flavors');
  return isParsedObject(flavors) && Object.keys(flavors).length > 0
    ? { flavors: Object.keys(flavors).sort() }
    : {};
}

function sourceUri(model: ParsedObject): string | undefined {
  const run = own(model, 'run_id');
  const path = own(model, 'artifact_path');
  return typeof run === 'string' && typeof path === 'string'
    ? `runs:/${run}/${path}`
    : undefined;
}
