import {
  readLabels,
  withBaseline,
  withLabel,
  withoutLabel,
} from './comparedLabels';

const params = new URLSearchParams('version=41&theme=x&version=42');

describe('the versions in the address of a comparison', () => {
  it('are added, once', () => {
    expect(readLabels(withLabel(params, '43'))).toEqual(['41', '42', '43']);
    expect(readLabels(withLabel(params, '41'))).toEqual(['42', '41']);
  });

  it('are taken out', () => {
    expect(readLabels(withoutLabel(params, '41'))).toEqual(['42']);
  });

  it('change places with the baseline; what else is there stays', () => {
    const after = withBaseline(params, '42');
    expect(readLabels(after)).toEqual(['42', '41']);
    expect(after.get('theme')).toBe('x');
  });
});
