import { ConfigReader } from '@backstage/config';
import { readEmitFeatures } from './readEmitFeatures';

function read(emitFeatures?: string) {
  return readEmitFeatures(
    new ConfigReader({ catalog: { understudy: { emitFeatures } } }),
  );
}

describe('readEmitFeatures', () => {
  it('is all unless set', () => {
    expect(read()).toBe('all');
    expect(read('used')).toBe('used');
  });

  it('refuses other words', () => {
    expect(() => read('some')).toThrow(
      "catalog.understudy.emitFeatures is 'some', but has to be one of all, used, none",
    );
  });
});
