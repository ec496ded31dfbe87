import { JsonObject, JsonValue } from '@backstage/types';
import Ajv from 'ajv';
import { datasetSchema } from '../dataset/datasetSchema';
import { featureSchema } from '../feature/featureSchema';
import { featureViewSchema } from '../featureView/featureViewSchema';
import { modelSchema } from '../model/modelSchema';

const schemas: [string, JsonObject][] = [
  ['Model', modelSchema],
  ['FeatureView', featureViewSchema],
  ['Feature', featureSchema],
  ['Dataset', datasetSchema],
];

interface SubSchema {
  path: string;
  schema: JsonObject;
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function subSchemas(path: string, schema: JsonObject): SubSchema[] {
  const own = [{ path, schema }];
  if (isObject(schema.items)) {
    own.push(...subSchemas(`${path}[]`, schema.items));
  }
  if (isObject(schema.properties)) {
    for (const [key, property] of Object.entries(schema.properties)) {
      if (isObject(property)) {
        own.push(...subSchemas(path ? `${path}.${key}` : key, property));
      }
    }
  }
  return own;
}

describe.each(schemas)('schema of %s', (_kind, schema) => {
  const all = subSchemas('', schema).filter(({ path }) => path !== '');

  it('has a title, a description and examples on everything', () => {
    const incomplete = all.filter(
      ({ schema: part }) =>
        typeof part.title !== 'string' ||
        typeof part.description !== 'string' ||
        !Array.isArray(part.examples) ||
        part.examples.length === 0,
    );
    expect(incomplete.map(({ path }) => path)).toEqual([]);
  });

  it('has examples that are valid', () => {
    const ajv = new Ajv({ strict: true, allowUnionTypes: true });
    for (const { path, schema: part } of all) {
      const validate = ajv.compile(part);
      for (const example of part.examples as JsonValue[]) {
        validate(example);
        expect({ path, example, errors: validate.errors }).toEqual({
          path,
          example,
          errors: null,
        });
      }
    }
  });

  it('has a bound on every list and every text', () => {
    const unbounded = all.filter(({ schema: part }) => {
      if (part.type === 'array') {
        return typeof part.maxItems !== 'number';
      }
      return (
        part.type === 'string' &&
        part.maxLength === undefined &&
        part.pattern === undefined &&
        part.enum === undefined
      );
    });
    expect(unbounded.map(({ path }) => path)).toEqual([]);
  });
});
