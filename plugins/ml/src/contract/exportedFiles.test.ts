import { exportedFiles } from './exportedFiles';

describe('exportedFiles', () => {
  it('names a single file by what it is about', () => {
    expect(
      exportedFiles(
        [{ name: 'signature', document: { inputs: [] } }],
        'fraud-score',
        'signature.json',
      ),
    ).toEqual([
      { name: 'fraud-score.signature.json', text: '{\n  "inputs": []\n}\n' },
    ]);
  });

  it('tells several files apart by their ports', () => {
    const files = exportedFiles(
      [
        { name: 'inputs', document: {} },
        { name: 'outputs', document: {} },
      ],
      'fraud-score',
      'schema.json',
    );
    expect(files.map(({ name }) => name)).toEqual([
      'fraud-score.inputs.schema.json',
      'fraud-score.outputs.schema.json',
    ]);
  });

  it('writes YAML where the format is written so', () => {
    const [{ text }] = exportedFiles(
      [{ name: 'contract', document: { kind: 'DataContract' } }],
      'payments',
      'odcs.yaml',
    );
    expect(text).toBe('kind: DataContract\n');
  });
});
