import { BareGraph } from './BareGraph';
import { layeredEdges } from './layeredEdges';

describe('layeredEdges', () => {
  const { nodes, src, dst, root } = layeredEdges(20_000);

  it('has about as many connections as asked for, each once, in order', () => {
    expect(src.length).toBeGreaterThan(18_000);
    expect(src.length).toBeLessThan(22_000);
    for (let index = 1; index < src.length; index += 1) {
      const step = src[index] - src[index - 1] || dst[index] - dst[index - 1];
      expect(step).toBeGreaterThan(0);
    }
  });

  it('leads from each layer to the next one', () => {
    const layerOf = (node: number) => Math.floor(((node - 1) / nodes) * 30);
    src.forEach((source, index) => {
      expect(layerOf(dst[index])).toBe(layerOf(source) + 1);
    });
  });

  it('has a root that very many use, and from which much is reached', () => {
    const readers = src.filter(source => source === root).length;
    expect(readers).toBeGreaterThan((5 * src.length) / nodes);
    const reached = new BareGraph({ nodes, src, dst }).reach(root);
    expect(reached.length).toBeGreaterThan(nodes / 20);
  });

  it('is the same every time', () => {
    expect(layeredEdges(20_000).dst).toEqual(dst);
  });
});
