import { readFindings } from '@understudy/plugin-ml-common';
import { addFindings } from './addFindings';

const entity = {
  apiVersion: 'understudy.dev/v1alpha1',
  kind: 'Model',
  metadata: { name: 'm' },
  spec: {},
};

const finding = {
  id: 'no-owner',
  level: 'warning' as const,
  path: 'spec.owner',
  message: 'Nobody owns it.',
};

describe('addFindings', () => {
  it('leaves an entity without findings as it is', () => {
    expect(addFindings(entity, [])).toBe(entity);
  });

  it('keeps what others said in the status', () => {
    const other = { type: 'other', level: 'info' as const, message: 'hello' };
    const result = addFindings({ ...entity, status: { items: [other] } }, [
      finding,
    ]);
    expect(result).toMatchObject({
      status: {
        items: [other, { type: 'understudy.dev/finding', ...finding }],
      },
    });
  });

  it('stops at fifty', () => {
    const result = addFindings(
      entity,
      Array.from({ length: 80 }, () => finding),
    );
    expect(readFindings(result)).toHaveLength(50);
  });
});
