import { VersionSignature } from '@understudy/plugin-ml-common';
import { judgeSignature } from './judgeSignature';

const signature = (
  inputs: Record<string, string>,
  outputs: Record<string, string> = { score: 'double' },
): VersionSignature => {
  const fields = (side: Record<string, string>) =>
    Object.entries(side).map(([name, type]) => ({
      name,
      type: type.replace('?', ''),
      required: !type.endsWith('?'),
    }));
  return { inputs: fields(inputs), outputs: fields(outputs) };
};

const BEFORE = signature({ amount: 'double' });

describe('judgeSignature', () => {
  it('lets callers pass for whom nothing changes', () => {
    expect(judgeSignature(BEFORE, BEFORE)).toEqual({
      verdict: 'compatible',
      findings: [],
    });
    expect(
      judgeSignature(BEFORE, signature({ amount: 'double', age: 'long?' }))
        .verdict,
    ).not.toBe('incompatible');
  });

  it.each([
    ['an input more', signature({ amount: 'double', age: 'long' }), 'age'],
    [
      'an output less',
      signature({ amount: 'double' }, { x: 'double' }),
      'score',
    ],
    ['another type', signature({ amount: 'string' }), 'amount'],
  ])('says that %s breaks them, and which field', (_, after, path) => {
    const { verdict, findings } = judgeSignature(BEFORE, after);
    expect(verdict).toBe('incompatible');
    expect(findings.map(finding => finding.path)).toContain(path);
    expect(findings[0].remediation).not.toBe('');
  });

  it('does not guess what another type means that it has in short only', () => {
    const tensor = (type: string) => signature({ pixels: type });
    const before = tensor('tensor<float32>[-1, 28, 28]');
    expect(judgeSignature(before, before).verdict).toBe('compatible');
    expect(
      judgeSignature(before, tensor('tensor<float32>[-1, 32, 32]')).verdict,
    ).toBe('unverifiable');
  });

  it('says so of a signature that makes no contract', () => {
    const twice = signature({ amount: 'double' });
    const broken = { ...twice, inputs: [...twice.inputs, ...twice.inputs] };
    expect(judgeSignature(BEFORE, broken)).toEqual({
      verdict: 'unverifiable',
      findings: [],
    });
  });
});
