import {
  importOdcs,
  importOipMetadata,
  importFeastView,
} from '@understudy/contracts';
import { foreignPointer } from './foreignPointer';

describe('foreignPointer', () => {
  it('finds the property of ODCS, whatever was left out before it', () => {
    const document = {
      schema: [
        { physicalName: 'no name' },
        { name: 't', properties: [{}, { name: 'a', logicalType: 'string' }] },
      ],
    };
    const { contract } = importOdcs(document);
    const find = (pointer: string) =>
      foreignPointer('odcs', contract, document, pointer);
    expect(find('/spec/ports/0/schema/fields/0/type')).toBe(
      '/schema/1/properties/1',
    );
    expect(find('/spec/ports/0')).toBe('/schema/1');
    expect(find('/spec/serviceLevels')).toBe('');
  });

  it('finds features and tensors', () => {
    const view = {
      spec: { name: 'v', features: [{ name: 'a', valueType: 'BOOL' }] },
    };
    expect(
      foreignPointer(
        'feast',
        importFeastView(view).contract,
        view,
        '/spec/ports/0/schema/fields/0',
      ),
    ).toBe('/spec/features/0');
    const metadata = {
      name: 'm',
      outputs: [{ name: 'a', datatype: 'BOOL', shape: [1] }],
    };
    const { contract } = importOipMetadata(metadata);
    expect(
      foreignPointer(
        'oip',
        contract,
        metadata,
        '/spec/ports/0/schema/fields/0',
      ),
    ).toBe('/outputs/0');
    expect(foreignPointer('oip', contract, metadata, '/spec/ports/0/key')).toBe(
      '/outputs',
    );
  });
});
