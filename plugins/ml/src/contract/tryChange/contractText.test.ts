import { buildContract } from '../../__testUtils__/contractBuilders';
import { readContract, TextFormat, writeContract } from './contractText';

const FORMATS: TextFormat[] = ['yaml', 'json'];

describe('contractText', () => {
  it.each(FORMATS)('reads the %s that it writes', format => {
    const contract = buildContract();
    expect(readContract(writeContract(contract, format), format)).toEqual({
      contract,
      problems: [],
    });
  });

  it.each([
    ['json', '{"apiVersion": '],
    ['yaml', 'spec: [1, 2'],
  ] as const)('says where %s cannot be read', (format, text) => {
    const { contract, problems } = readContract(text, format);
    expect(contract).toBeUndefined();
    expect(problems).toHaveLength(1);
    expect(problems[0].message).not.toBe('');
  });

  it('says what keeps a document from being a contract', () => {
    const contract = buildContract();
    const { problems } = readContract(
      writeContract(
        {
          ...contract,
          metadata: { ...contract.metadata, version: 'three' },
        },
        'yaml',
      ),
      'yaml',
    );
    expect(problems).toEqual([
      expect.objectContaining({ pointer: '/metadata/version' }),
    ]);
  });

  it('refuses a small text that unfolds without end', () => {
    const lines = ['a: &a0 [x, x]'];
    for (let index = 1; index < 12; index++) {
      const before = Array.from({ length: 9 }, () => `*a${index - 1}`);
      lines.push(`b${index}: &a${index} [${before.join(', ')}]`);
    }
    expect(readContract(lines.join('\n'), 'yaml').problems).toHaveLength(1);
  });
});
