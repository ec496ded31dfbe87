import { detectFormat } from './detectFormat';

describe('detectFormat', () => {
  it.each([
    [{ apiVersion: 'x', spec: {} }, 'contract'],
    [{ kind: 'InterfaceContract' }, 'contract'],
    [{ flavors: {} }, 'mlflow'],
    [{ signature: null }, 'mlflow'],
    [{ $schema: 'x' }, 'json-schema'],
    [{ type: 'object', properties: {} }, 'json-schema'],
    [{ type: 'array', items: { type: 'string' } }, 'json-schema'],
    [{ enum: ['a'] }, 'json-schema'],
    [{ type: 'record', fields: [] }, 'avro'],
    [['null', 'int'], 'avro'],
    [{ fields: [] }, 'openlineage'],
    [{ schema: { fields: [] } }, 'openlineage'],
    [{ name: 'x', facets: {} }, 'openlineage'],
    [{ kind: 'DataContract', apiVersion: 'v3.1.0' }, 'odcs'],
    [{ apiVersion: 'v3.0.2', id: 'x' }, 'odcs'],
    [{ apiVersion: 'v3.0.2', kind: 'InterfaceContract' }, 'contract'],
    [{ spec: { name: 'v', features: [] }, meta: {} }, 'feast'],
    [{ name: 'v', entity_columns: [] }, 'feast'],
    [{ name: 'm', inputs: [{ datatype: 'FP32' }] }, 'oip'],
    [{ name: 'm', inputs: [{ type: 'double' }] }, undefined],
    [{ toString: 1 }, undefined],
    ['int', undefined],
    [null, undefined],
  ])('tells %j', (value, format) => {
    expect(detectFormat(value, 'file.json')).toBe(format);
  });

  it('knows the files of Avro by their name', () => {
    expect(detectFormat('int', 'x.avsc')).toBe('avro');
  });
});
