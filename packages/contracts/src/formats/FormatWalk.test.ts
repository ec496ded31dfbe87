import { FormatWalk } from './FormatWalk';

describe('FormatWalk', () => {
  it('notes each thing once, and says when it notes no more', () => {
    const walk = new FormatWalk();
    for (let i = 0; i < 5_000; i += 1) {
      walk.note(`/${i % 2_000}`, 'LOST', 'Something is lost.');
    }
    expect(walk.lossy).toHaveLength(1_001);
    expect(walk.lossy[999].pointer).toBe('/999');
    expect(walk.lossy[1_000]).toMatchObject({ pointer: '', code: 'TRUNCATED' });
  });

  it('comes up again after what failed deep inside', () => {
    const walk = new FormatWalk();
    const dive = (depth: number): number =>
      depth === 0 ? 0 : walk.deeper('', () => dive(depth - 1) + 1);
    expect(dive(64)).toBe(64);
    expect(() => dive(65)).toThrow(/deeper than 64 levels/);
    expect(dive(64)).toBe(64);
  });

  it('counts steps and fields', () => {
    const walk = new FormatWalk();
    walk.spend('/a', 100_000);
    expect(() => walk.spend('/a', 1)).toThrow(/^\/a: .*too many steps/);
    for (let i = 0; i < 5_000; i += 1) {
      walk.countField('/b');
    }
    expect(() => walk.countField('/b')).toThrow(/more than 5000 fields/);
  });
});
