import { Contract, Port } from '../../contract/Contract';
import { Field } from '../../fields/Field';
import { ObjectFieldType } from '../../fields/FieldType';
import { noteLost } from '../exporting/noteLost';
import { FormatWalk } from '../FormatWalk';
import { LossNote } from '../LossNote';
import { pointerTo } from '../pointers';
import { ColumnWriter, noteOfObject, WrittenSpec } from './ColumnWriter';
import { writeParam } from './writeParam';

/**
 * The value of `signature` in an `MLmodel` file: JSON text, or null for what
 * the model has not.
 *
 * @public
 */
export interface MlflowSignature {
  inputs: string | null;
  outputs: string | null;
  params: string | null;
}

const PARTS = ['inputs', 'outputs', 'params'] as const;
const HELD: readonly (keyof Port)[] = [
  ...(['name', 'direction', 'schema', 'definitions'] as const),
  ...(['ordering', 'optional'] as const),
];

/**
 * Writes the ports `inputs`, `outputs` and `params` of a contract as the
 * signature of a model in MLflow. {@link importMlflowModel} reads it as the same
 * ports again, but for what the notes say; their pointers lead into the contract.
 *
 * @throws {@link ContractFormatError} for types nested deeper than 64 levels.
 *
 * @public
 */
export function exportMlflowSignature(contract: Contract): {
  signature: MlflowSignature;
  lossy: LossNote[];
} {
  const walk = new FormatWalk();
  const signature: MlflowSignature = {
    inputs: null,
    outputs: null,
    params: null,
  };
  contract.spec.ports.forEach((port, index) => {
    const pointer = pointerTo('/spec/ports', index);
    const part = PARTS.find(name => name === port.name);
    if (part === undefined) {
      walk.note(
        pointer,
        'NOT_HELD',
        `A signature has no port ${JSON.stringify(port.name)}.`,
      );
      return;
    }
    noteLost(walk, port, HELD, pointer);
    signature[part] = JSON.stringify(writePort(port, part, pointer, walk));
  });
  return { signature, lossy: walk.lossy };
}

function writePort(
  port: Port,
  part: (typeof PARTS)[number],
  pointer: string,
  walk: FormatWalk,
): WrittenSpec[] {
  const definitions = new Map(
    (port.definitions ?? []).map(({ name, type }) => [name, type]),
  );
  const writer = new ColumnWriter(walk, definitions);
  const place = pointerTo(pointer, 'schema');
  const { schema: declared } = port;
  const schema =
    (declared.kind === 'ref' && definitions.get(declared.name)) || declared;
  if (schema.kind === 'tensor') {
    return [writer.writeTensor(schema, place)];
  }
  if (schema.kind !== 'object') {
    walk.note(
      place,
      'WRITTEN_AS_COLUMN',
      'A signature is a list of columns: this is written as one without a name.',
    );
    return [{ ...writer.write(schema, place), required: true }];
  }
  if (part === 'params') {
    return schema.fields.map((field, index) =>
      writeParam(writer, field, pointerTo(place, 'fields', index)),
    );
  }
  noteOfObject(walk, schema, place);
  return writeColumns(writer, schema, place);
}

function writeColumns(
  writer: ColumnWriter,
  { fields }: ObjectFieldType,
  pointer: string,
): WrittenSpec[] {
  const tensors =
    fields.length > 0 && fields.every(({ type }) => type.kind === 'tensor');
  const named = fields.some(({ name }) => typeof name === 'string');
  return fields.map((field, index) => {
    const at = pointerTo(pointer, 'fields', index);
    const type = pointerTo(at, 'type');
    return {
      ...(tensors && field.type.kind === 'tensor'
        ? writer.writeTensor(field.type, type)
        : writer.write(field.type, type)),
      ...(named && { name: String(field.name) }),
      ...writePresence(writer, field, at, tensors),
    };
  });
}

/** Tensors are always there. */
function writePresence(
  writer: ColumnWriter,
  field: Field,
  pointer: string,
  tensors: boolean,
): { required?: boolean } {
  const presence = writer.writePresence(field, pointer);
  if (!tensors) {
    return presence;
  }
  if (!presence.required) {
    writer.walk.note(
      pointer,
      'NOT_HELD',
      'A tensor of MLflow is always there.',
    );
  }
  return {};
}
