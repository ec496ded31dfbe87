import { findBrokenText } from '../../canonical/findUnheld';
import { canonicalJson } from '../../canonical/canonicalJson';
import { Contract, Port } from '../../contract/Contract';
import { Field } from '../../fields/Field';
import { FieldType } from '../../fields/FieldType';
import { FormatWalk } from '../FormatWalk';
import { sha256 } from '../hashing/sha256';
import { refuseUnheld } from '../importing/refuseUnheld';
import { safeName } from '../importing/safeName';
import {
  isParsedObject,
  own,
  ParsedObject,
  quote,
  readArray,
  readName,
  readObject,
  readString,
} from '../importing/values';
import { LossNote } from '../LossNote';
import { pointerTo } from '../pointers';
import { OIP_DATATYPES } from './datatypes';

/**
 * What the metadata of a served model does not say of itself.
 *
 * @public
 */
export interface ImportOipMetadataOptions {
  /** Name of the contract; that of the model unless said. */
  name?: string;
  /** Entity ref; `model:default/<name>` unless said. */
  subject?: string;
  /** Semantic version of the contract; `1.0.0` unless said. */
  version?: string;
  /** Entity ref. */
  owner?: string;
}

const PORTS = [
  { name: 'inputs', direction: 'in' },
  { name: 'outputs', direction: 'out' },
] as const;

/**
 * Drafts the contract of a model from what a server answers at
 * `/v2/models/{name}` by the Open Inference Protocol, version 2. Compare what it
 * gives under the profile `oip`: servers convert no datatypes.
 *
 * @throws {@link ContractFormatError} for what is no such metadata, and for more
 * than 5,000 tensors.
 *
 * @public
 */
export function importOipMetadata(
  metadata: unknown,
  options: ImportOipMetadataOptions = {},
): { contract: Contract; lossy: LossNote[] } {
  refuseUnheld(findBrokenText(metadata));
  const walk = new FormatWalk();
  const source = readObject(metadata, '');
  const model = readName(own(source, 'name'), '/name');
  const name = options.name ?? model;
  const platform = own(source, 'platform');
  if (Object.hasOwn(source, 'versions')) {
    walk.note(
      '/versions',
      'NOT_HELD',
      'The versions are those of the model, and not of its contract: they are left out.',
    );
  }
  return {
    contract: {
      apiVersion: 'understudy.dev/v1alpha1',
      kind: 'InterfaceContract',
      metadata: {
        name,
        version: options.version ?? '1.0.0',
        status: 'draft',
        ...(options.owner !== undefined && { owner: options.owner }),
        source: { type: 'oip', uri: `/v2/models/${encodeURIComponent(model)}` },
      },
      spec: {
        subject: options.subject ?? `model:default/${safeName(name)}`,
        role: 'provider',
        ports: PORTS.flatMap((port): Port[] => {
          const tensors = own(source, port.name);
          const isEmpty = Array.isArray(tensors) && tensors.length === 0;
          return tensors === undefined || tensors === null || isEmpty
            ? []
            : [
                {
                  ...port,
                  schema: readTensors(tensors, `/${port.name}`, walk),
                  ordering: 'named',
                },
              ];
        }),
        protocol: {
          name: 'oip-v2-http',
          ...(typeof platform === 'string' &&
            platform.trim() !== '' && { flavors: [platform] }),
        },
        compatibility: { profile: 'oip' },
      },
    },
    lossy: walk.lossy,
  };
}

function readTensors(
  value: unknown,
  pointer: string,
  walk: FormatWalk,
): FieldType {
  const fields = new Map<string, Field>();
  readArray(value, pointer).forEach((item, index) => {
    const at = pointerTo(pointer, index);
    const tensor = readObject(item, at);
    const name = readString(own(tensor, 'name'), pointerTo(at, 'name'));
    if (fields.has(name)) {
      walk.note(
        at,
        'DUPLICATE_NAME',
        `The name ${quote(name)} was there before; this tensor is left out.`,
      );
      return;
    }
    walk.countField(at, name);
    const parameters = own(tensor, 'parameters');
    if (isParsedObject(parameters) && Object.keys(parameters).length > 0) {
      walk.note(
        pointerTo(at, 'parameters'),
        'NOT_HELD',
        'A contract has no place for parameters of a tensor: they are left out.',
      );
    }
    fields.set(name, {
      name,
      type: readTensor(tensor, at, walk),
      required: true,
      nullable: false,
    });
  });
  return {
    kind: 'object',
    fields: [...fields.values()],
    unknown: 'unspecified',
  };
}

function readTensor(
  tensor: ParsedObject,
  pointer: string,
  walk: FormatWalk,
): FieldType {
  const datatype = readString(
    own(tensor, 'datatype'),
    pointerTo(pointer, 'datatype'),
  );
  const dtype = OIP_DATATYPES.get(datatype.replace(/^TYPE_/, ''));
  const shape = readShape(
    own(tensor, 'shape'),
    pointerTo(pointer, 'shape'),
    walk,
  );
  if (!dtype) {
    walk.note(
      pointerTo(pointer, 'datatype'),
      'NOT_INTERPRETED',
      `The datatype ${quote(datatype)} is not known: it is only compared with itself.`,
    );
    return {
      kind: 'opaque',
      format: 'oip',
      hash: sha256(canonicalJson({ datatype, shape })),
    };
  }
  return { kind: 'tensor', dtype, shape };
}

function readShape(
  value: unknown,
  pointer: string,
  walk: FormatWalk,
): (number | null)[] | null {
  if (value === undefined || value === null) {
    walk.note(
      pointer.replace(/\/shape$/, ''),
      'SHAPE_MISSING',
      'The tensor has no shape: it may have any.',
    );
    return null;
  }
  return readArray(value, pointer).map((size, index) => {
    const number = typeof size === 'string' ? Number(size) : size;
    if (Number.isSafeInteger(number) && (number as number) >= 0) {
      return number as number;
    }
    if (number !== -1) {
      walk.note(
        pointerTo(pointer, index),
        'SIZE_NOT_UNDERSTOOD',
        `A size is a whole number, or -1 for any, and this is ${quote(size)}: it is read as any.`,
      );
    }
    return null;
  });
}
