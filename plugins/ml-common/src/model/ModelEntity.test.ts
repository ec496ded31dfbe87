import { isModelEntity } from './ModelEntity';

const entity = {
  apiVersion: 'understudy.dev/v1alpha1',
  kind: 'Model',
  metadata: { name: 'fraud' },
  spec: { type: 'classifier', lifecycle: 'production' },
};

describe('isModelEntity', () => {
  it('knows a Model', () => {
    expect(isModelEntity(entity)).toBe(true);
  });

  it.each([
    { ...entity, kind: 'Component' },
    { ...entity, apiVersion: 'example.com/v1' },
    { ...entity, spec: undefined },
  ])('tells others apart', other => {
    expect(isModelEntity(other)).toBe(false);
  });
});
