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
