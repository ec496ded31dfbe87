import { SignatureField, VersionSignature } from '@understudy/plugin-ml-common';
import { JsonObject, JsonValue } from '@backstage/types';
import { parse } from 'yaml';

const MAX_TEXT_LENGTH = 1_000_000;
const MAX_FIELDS = 5_000;

/**
 * Reads the signature out of the text of an `MLmodel` file. Undefined when the
 * model was logged without one. Throws when the file is not what MLflow
 * writes.
 */
export function readSignature(mlmodel: string): VersionSignature | undefined {
  if (mlmodel.length > MAX_TEXT_LENGTH) {
    throw new Error(
      `the MLmodel file has ${mlmodel.length} characters, more than ${MAX_TEXT_LENGTH}`,
    );
  }
  const document: JsonValue = parse(mlmodel);
  const signature = asObject(document)?.signature;
  const { inputs, outputs } = asObject(signature) ?? {};
  return inputs || outputs
    ? {
        inputs: readFields(inputs, 'input'),
        outputs: readFields(outputs, 'output'),
      }
    : undefined;
}

/** MLflow keeps each side as a JSON text inside the YAML. */
function readFields(
  side: JsonValue | undefined,
  noun: 'input' | 'output',
): SignatureField[] {
  if (side === undefined || side === null) {
    return [];
  }
  const fields: JsonValue = typeof side === 'string' ? JSON.parse(side) : side;
  if (!Array.isArray(fields)) {
    throw new Error(`the ${noun}s of the signature are not a list`);
  }
  return fields.slice(0, MAX_FIELDS).map((field, index) => {
    const spec = asObject(field) ?? {};
    // Columns have names; the one tensor of a plain model mostly has none.
    const standIn = fields.length === 1 ? noun : `${noun} ${index + 1}`;
    return {
      name: asText(spec.name) ?? standIn,
      type: typeText(spec),
      required: spec.required !== false,
    };
  });
}

function typeText(spec: JsonObject): string {
  switch (spec.type) {
    case 'tensor': {
      const tensor = asObject(spec['tensor-spec']) ?? {};
      const shape = Array.isArray(tensor.shape) ? tensor.shape : [];
      return `tensor<${asText(tensor.dtype) ?? 'unknown'}>[${shape.join(', ')}]`;
    }
    case 'array':
      return `array<${typeText(asObject(spec.items) ?? {})}>`;
    case 'map':
      return `map<${typeText(asObject(spec.values) ?? {})}>`;
    default:
      return asText(spec.type) ?? 'unknown';
  }
}

function asObject(value: JsonValue | undefined): JsonObject | undefined {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
    ? (value as JsonObject)
    : undefined;
}

function asText(value: JsonValue | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
