import {
  groupImpact,
  LineageImpactItem,
} from '@understudy/plugin-lineage-common';
import { writeNotices } from './writeNotices';

const sender = { sentBy: 'user:default/lead', root: 'dataset:default/orders' };

function impactOf(items: Partial<LineageImpactItem>[]) {
  return groupImpact(
    items.map((item, index) => ({
      id: `model:default/m${index}`,
      kind: 'entity' as const,
      degree: 1,
      ...item,
    })),
    {
      root: sender.root,
      direction: 'downstream',
      environment: 'production',
      limit: items.length,
      truncated: false,
      complete: true,
    },
  );
}

describe('writeNotices', () => {
  it('tells each owner once, those first of whom most is touched', () => {
    const { notices, left } = writeNotices(
      impactOf([
        { owner: 'group:default/a', title: 'One' },
        { owner: 'user:default/b' },
        { owner: 'user:default/b', title: 'Two' },
        {},
      ]),
      { ...sender, message: 'We drop a column' },
    );
    expect(left).toBe(false);
    expect(notices).toEqual([
      {
        recipients: {
          type: 'entity',
          entityRef: 'user:default/b',
          excludeEntityRef: 'user:default/lead',
        },
        payload: {
          title: 'A change of dataset:default/orders touches 2 things you own',
          description:
            'We drop a column\nTouched: model:default/m1, Two.\nSent by user:default/lead.',
          link: '/lineage?root=dataset%3Adefault%2Forders',
          severity: 'normal',
          topic: 'lineage.impact',
          scope: expect.stringMatching(/^lineage:impact:[\w-]{43}$/),
        },
      },
      expect.objectContaining({
        payload: expect.objectContaining({
          title: 'A change of dataset:default/orders touches one thing you own',
          description:
            'We drop a column\nTouched: One.\nSent by user:default/lead.',
        }),
      }),
    ]);
  });

  it('leads to the environment that the sender has chosen', () => {
    const impact = impactOf([{ owner: 'group:default/a' }]);
    const linkIn = (environment?: string) =>
      writeNotices(impact, { ...sender, environment }).notices[0].payload.link;
    expect(linkIn()).toBe('/lineage?root=dataset%3Adefault%2Forders');
    expect(linkIn('te st')).toBe(
      '/lineage?root=dataset%3Adefault%2Forders&environment=te+st',
    );
  });

  it('tells nobody who has no place to read it', () => {
    expect(
      writeNotices(impactOf([{ owner: 'component:default/x' }, {}]), sender)
        .notices,
    ).toEqual([]);
  });

  it('is bounded in owners and in length', () => {
    const { notices, left } = writeNotices(
      impactOf([
        ...Array.from({ length: 250 }, (_, index) => ({
          owner: `group:default/g${index}`,
        })),
        ...Array.from({ length: 9 }, () => ({
          owner: 'group:default/g249',
          title: 'x'.repeat(5000),
        })),
      ]),
      { ...sender, root: `ol:dataset:x/${'y'.repeat(5000)}` },
    );
    expect(notices).toHaveLength(200);
    expect(left).toBe(true);
    const [{ payload }] = notices;
    expect(payload.title.length).toBeLessThan(250);
    expect(payload.description?.length).toBeLessThan(1500);
    expect(payload.description).toMatch(/ and 5 more\./);
  });
});
