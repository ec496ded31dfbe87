import { Contract, Port } from '../../contract/Contract';
import { Field } from '../../fields/Field';
import { FieldType } from '../../fields/FieldType';
import { noteLost } from '../exporting/noteLost';
import { FormatWalk } from '../FormatWalk';
import { LossNote } from '../LossNote';
import { pointerTo } from '../pointers';
import { writeDatatype } from './datatypes';

/**
 * A tensor in the metadata of a served model.
 *
 * @public
 */
export interface OipTensor {
  name: string;
  /** Such as `FP32`. */
  datatype: string;
  /** -1 for a dimension of any size. */
  shape: number[];
}

/**
 * The metadata of a model by the Open Inference Protocol, version 2.
 *
 * @public
 */
export interface OipMetadata {
  name: string;
  platform: string;
  inputs: OipTensor[];
  outputs: OipTensor[];
}

const HELD_PORT: readonly (keyof Port)[] = [
  ...(['name', 'direction', 'schema', 'ordering', 'definitions'] as const),
];
const HELD_FIELD: readonly (keyof Field)[] = [
  ...(['name', 'type', 'required', 'nullable'] as const),
];

/**
 * Writes the ports `inputs` and `outputs` of a contract as the metadata that a
 * server answers by the Open Inference Protocol. {@link importOipMetadata} reads
 * it as the same ports again, but for what the notes say; their pointers lead
 * into the contract.
 *
 * @public
 */
export function exportOipMetadata(contract: Contract): {
  metadata: OipMetadata;
  lossy: LossNote[];
} {
  const walk = new FormatWalk();
  const { metadata, spec } = contract;
  const tensors = { inputs: [] as OipTensor[], outputs: [] as OipTensor[] };
  spec.ports.forEach((port, index) => {
    const pointer = pointerTo('/spec/ports', index);
    if (port.name === 'inputs' || port.name === 'outputs') {
      tensors[port.name] = writePort(port, pointer, walk);
    } else {
      walk.note(
        pointer,
        'NOT_HELD',
        `The protocol has inputs and outputs, and no port ${JSON.stringify(port.name)}.`,
      );
    }
  });
  return {
    metadata: {
      name: metadata.name,
      platform: spec.protocol?.flavors?.[0] ?? '',
      ...tensors,
    },
    lossy: walk.lossy,
  };
}

function writePort(port: Port, pointer: string, walk: FormatWalk): OipTensor[] {
  noteLost(walk, port, HELD_PORT, pointer);
  const place = pointerTo(pointer, 'schema');
  const schema = resolve(port.schema, port);
  if (schema.kind !== 'object') {
    walk.note(
      place,
      'WRITTEN_AS_TENSOR',
      'The protocol has a list of tensors with names: this is written as one with the name of the port.',
    );
    return [{ name: port.name, ...writeType(schema, place, walk) }];
  }
  if (schema.fields.length === 0) {
    walk.note(
      pointer,
      'NOT_HELD',
      'A port without tensors is none in the protocol.',
    );
  }
  return schema.fields.map((field, index) => {
    const at = pointerTo(place, 'fields', index);
    noteLost(walk, field, HELD_FIELD, at);
    if (!field.required || field.nullable) {
      walk.note(
        at,
        'PRESENCE_NOT_HELD',
        'A tensor of the protocol is always there.',
      );
    }
    return {
      name: String(field.name),
      ...writeType(resolve(field.type, port), pointerTo(at, 'type'), walk),
    };
  });
}

function resolve(type: FieldType, port: Port): FieldType {
  const target =
    type.kind === 'ref'
      ? port.definitions?.find(({ name }) => name === type.name)?.type
      : type;
  return target && target.kind !== 'ref' ? target : { kind: 'any' };
}

function writeType(
  type: FieldType,
  pointer: string,
  walk: FormatWalk,
): Omit<OipTensor, 'name'> {
  switch (type.kind) {
    case 'tensor': {
      const named = type.shape?.some(size => typeof size === 'string');
      if (type.layout !== undefined || !type.shape || named) {
        walk.note(
          pointer,
          'NOT_HELD',
          'A tensor of the protocol has a rank, and no layout and no names of dimensions.',
        );
      }
      return {
        datatype: datatypeOf(type.dtype, pointer, walk),
        shape: (type.shape ?? [null]).map(size =>
          typeof size === 'number' ? size : -1,
        ),
      };
    }
    case 'vector':
      noteTensor('a vector', pointer, walk);
      return {
        datatype: datatypeOf(type.dtype, pointer, walk),
        shape: [-1, type.length ?? -1],
      };
    case 'scalar':
      noteTensor('a column', pointer, walk);
      return {
        datatype: datatypeOf(type.type, pointer, walk),
        shape: [-1],
      };
    default:
      noteTensor(`a type of the kind ${type.kind}`, pointer, walk);
      return { datatype: 'BYTES', shape: [-1] };
  }
}

function noteTensor(what: string, pointer: string, walk: FormatWalk): void {
  walk.note(
    pointer,
    'WRITTEN_AS_TENSOR',
    `The protocol has tensors only: ${what} is written as one with a value for each row.`,
  );
}

function datatypeOf(
  type: Parameters<typeof writeDatatype>[0],
  pointer: string,
  walk: FormatWalk,
): string {
  const { name, same } = writeDatatype(type);
  if (!same) {
    walk.note(
      pointer,
      'WRITTEN_AS_NEAREST',
      `The protocol has no datatype for ${type}: it is written as ${name}.`,
    );
  }
  return name;
}
