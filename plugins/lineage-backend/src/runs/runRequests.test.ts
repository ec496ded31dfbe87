import { readRunsRequest } from './runRequests';

const orders = { kind: 'entity', entityRef: 'dataset:default/orders' };

describe('readRunsRequest', () => {
  it('reads what runs of a node, or of a version, are asked for', () => {
    expect(readRunsRequest({ node: 'dataset:default/orders' })).toEqual({
      node: orders,
      limit: 20,
    });
    expect(
      readRunsRequest({
        used: 'dataset:default/orders@v1@2',
        from: '2026-11-01',
        to: '2026-11-02T10:00:00+01:00',
        limit: '5',
      }),
    ).toEqual({
      used: { node: orders, version: 'v1@2' },
      from: '2026-11-01T00:00:00.000000000Z',
      to: '2026-11-02T09:00:00.000000000Z',
      limit: 5,
    });
  });

  it.each([
    [{}, 'expected either node or used'],
    [
      { node: 'dataset:default/a', used: 'dataset:default/a@1' },
      'expected either node or used',
    ],
    [{ node: 'dataset:default/a', from: '2026-01-01' }, 'go with used'],
    [{ used: 'dataset:default/a' }, "'dataset:default/a' is not <node id>@"],
    [{ used: 'dataset:default/a@' }, 'is not <node id>@<version>'],
    [{ used: '@1' }, 'is not <node id>@<version>'],
    [{ used: `a:b/c@${'x'.repeat(257)}` }, 'is not <node id>@<version>'],
    [{ used: 'a:b/c@1', from: 'yesterday' }, 'is not a time as ISO 8601'],
    [{ used: 'nonsense@1' }, "'nonsense' is not the id of a node"],
  ])('refuses %j', (query, message) => {
    expect(() => readRunsRequest(query)).toThrow(message);
  });
});
