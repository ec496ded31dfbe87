import { buildEntity } from '../__testUtils__/builders';
import { ownerOf } from './ownerOf';

describe('ownerOf', () => {
  it.each([
    ['fraud', 'group:default/fraud'],
    ['user:default/ada', 'user:default/ada'],
    ['other/fraud', 'group:other/fraud'],
    ['', undefined],
    [undefined, undefined],
  ])('reads %p as %p', (owner, ref) => {
    expect(ownerOf(buildEntity('Model', 'm', { owner }))).toBe(ref);
  });
});
