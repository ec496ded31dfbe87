import { letterGraph } from '../../__testUtils__/builders';
import { groupFanOut, sideKey } from './groupFanOut';
import { SIZES, toFlow } from './toFlow';

describe('toFlow', () => {
  it('gives everything a size: jobs less than data', () => {
    const flow = toFlow(
      groupFanOut(
        letterGraph('a', 'a>j j>b b>c', { isJob: id => id === 'j' }),
        {
          open: new Set(),
          folded: new Set([sideKey('j', 'downstream')]),
        },
      ),
    );
    expect(
      flow.nodes.map(({ id, shape, width }) => [id, shape, width]),
    ).toEqual([
      ['a', 'data', SIZES.data.width],
      ['j', 'job', SIZES.job.width],
      [expect.stringContaining('folded'), 'group', SIZES.group.width],
    ]);
    expect(SIZES.job.height).toBeLessThan(SIZES.data.height);
    expect(flow.groupOf.get('c')).toBe(flow.nodes[2].id);
  });
});
