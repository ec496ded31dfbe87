import { readFindings } from './findings';

const entity = {
  apiVersion: 'understudy.dev/v1alpha1',
  kind: 'Model',
  metadata: { name: 'fraud' },
};

describe('readFindings', () => {
  it('reads ours and leaves the status of others alone', () => {
    const finding = {
      id: 'no-owner',
      level: 'warning',
      path: 'spec.owner',
      message: 'Nobody owns it.',
    };
    expect(
      readFindings({
        ...entity,
        status: {
          items: [
            { type: 'backstage.io/catalog-processing' },
            { type: 'understudy.dev/finding', ...finding },
          ],
        },
      }),
    ).toEqual([finding]);
  });

  it('is empty without a status', () => {
    expect(readFindings(entity)).toEqual([]);
  });
});
