import { ModelEntity } from './ModelEntity';
import { modelHome } from './modelHome';

function model(spec: Partial<ModelEntity['spec']>): ModelEntity {
  return {
    apiVersion: 'understudy.dev/v1alpha1',
    kind: 'Model',
    metadata: { name: 'fraud' },
    spec: { type: 'classifier', lifecycle: 'production', ...spec },
  };
}

describe('modelHome', () => {
  it('is what the model says', () => {
    expect(
      modelHome(
        model({ home: 'eu', registries: [{ server: 'us', name: 'a' }] }),
      ),
    ).toBe('eu');
  });

  it('is the portal without a registry', () => {
    expect(modelHome(model({}))).toBe('portal');
  });

  it('is the only server, however many records it holds', () => {
    expect(
      modelHome(
        model({
          registries: [
            { server: 'eu', name: 'a' },
            { server: 'eu', name: 'b' },
          ],
        }),
      ),
    ).toBe('eu');
  });

  it('is unknown when several servers hold it', () => {
    expect(
      modelHome(
        model({
          registries: [
            { server: 'eu', name: 'a' },
            { server: 'us', name: 'a' },
          ],
        }),
      ),
    ).toBeUndefined();
  });
});
