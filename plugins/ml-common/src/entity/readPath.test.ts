import { readPath } from './readPath';

const entity = {
  spec: {
    owner: 'team-a',
    system: null,
    trainedOn: ['a', 'b'],
    serving: [{ writes: ['x'] }, {}, { writes: ['y', 'z'] }, 'not an object'],
  },
};

describe('readPath', () => {
  it('reads a plain value', () => {
    expect(readPath(entity, 'spec.owner')).toEqual([
      { path: 'spec.owner', value: 'team-a' },
    ]);
  });

  it('reads the items of a list', () => {
    expect(readPath(entity, 'spec.trainedOn[]')).toEqual([
      { path: 'spec.trainedOn[0]', value: 'a' },
      { path: 'spec.trainedOn[1]', value: 'b' },
    ]);
  });

  it('reads lists inside lists of objects', () => {
    expect(readPath(entity, 'spec.serving[].writes[]')).toEqual([
      { path: 'spec.serving[0].writes[0]', value: 'x' },
      { path: 'spec.serving[2].writes[0]', value: 'y' },
      { path: 'spec.serving[2].writes[1]', value: 'z' },
    ]);
  });

  it.each([
    'spec.system',
    'spec.missing',
    'spec.owner[]',
    'spec.owner.name',
    'spec.toString',
  ])('finds nothing at %s', path => {
    expect(readPath(entity, path)).toEqual([]);
  });
});
