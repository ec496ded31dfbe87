import { letterGraph } from '../../__testUtils__/builders';
import { PLAIN_FACE } from '../canvas/faceOf';
import { NodeFace } from '../canvas/NodeFace';
import { arrangeAnew } from '../layout/arrange';
import { Drawing } from '../layout/Drawing';
import { InlineLayout } from '../../__testUtils__/InlineLayout';
import { edgeKey } from '../model/adjacency';
import { groupFanOut } from '../model/groupFanOut';
import { toFlow } from '../model/toFlow';
import { GroupIcon } from '../../names/kindIcons';
import { Picture, planPicture } from './planPicture';
import { writeSvg } from './writeSvg';

/** Names, and what of them a document may hold. */
const NASTY = [
  [`<script>alert("1") & 'more'</script>`],
  ['טבלת תשלומים'],
  ['🏳️‍🌈 orders 👩‍👩‍👧‍👦'],
  ['nul \u0000 and half \ud83d', 'nul \ufffd and half \ufffd'],
  [']]> <!-- %3C &lt; -->'],
].map(([name, clean = name]) => [name, clean]);
const COLORS = {
  background: 'rgb(1, 1, 1)',
  paper: 'rgb(2, 2, 2)',
  text: 'rgb(3, 3, 3)',
  secondary: 'rgb(4, 4, 4)',
  border: 'rgb(5, 5, 5)',
  primary: 'rgb(6, 6, 6)',
  good: 'rgb(7, 7, 7)',
  bad: 'rgb(8, 8, 8)',
  busy: 'rgb(9, 9, 9)',
  doubtful: 'rgb(10, 10, 10)',
};

async function draw(
  connections: string,
  titleOf: (id: string) => string = id => id,
  more: Partial<Picture> & { face?: Partial<NodeFace> } = {},
) {
  const { face, ...picture } = more;
  const graph = letterGraph('a', connections, { isJob: id => id === 'j' });
  const none = new Set<string>();
  const flow = toFlow(groupFanOut(graph, { open: none, folded: none }));
  const { places, bends } = await arrangeAnew(flow, {
    layoutApi: new InlineLayout(),
    signal: new AbortController().signal,
  });
  const drawing: Drawing = {
    flow,
    bends,
    quality: 'full',
    arrangement: 1,
    boxes: new Map(
      flow.nodes.map(({ id, width, height }) => [
        id,
        { id, width, height, ...places.get(id)! },
      ]),
    ),
  };
  const faces = new Map(
    flow.nodes.map(({ id }): [string, NodeFace] => [
      id,
      {
        ...PLAIN_FACE,
        title: titleOf(id),
        kindText: 'dataset',
        ownerText: `team of ${id}`,
        color: '#abcdef',
        Icon: GroupIcon,
        root: id === 'a',
        ...face,
      },
    ]),
  );
  const plan = planPicture({
    drawing,
    faces,
    heading: 'Lineage of a',
    caption: ['Start: a', 'Environment: production', 'Saved on Monday'],
    lines: {
      observed: 'observed in runs',
      declared: 'declared',
      both: 'observed and declared',
      restricted: 'through something else',
    },
    restricted: 'not visible',
    wordsOf: ({ title }) => title,
    colors: COLORS,
    fontFamily: `"Helvetica Neue", sans-serif`,
    ...picture,
  });
  const svg = finish(writeSvg(plan));
  return { ...plan, svg, drawing, document: parse(svg) };
}

function finish<T>(work: Generator<void, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) {
      return step.value;
    }
  }
}

function parse(svg: string): Document {
  const document = new DOMParser().parseFromString(svg, 'image/svg+xml');
  expect(document.querySelector('parsererror')).toBeNull();
  return document;
}

/** The titles of things in the picture; the first is that of the picture. */
const titles = (document: Document) =>
  [...document.querySelectorAll('g > title')].map(title => title.textContent);

describe('writeSvg', () => {
  it('holds everything once, whatever of it is in view', async () => {
    const { document, drawing } = await draw('a>j j>b b>c a>d d>c');
    expect(titles(document).sort()).toEqual(['a', 'b', 'c', 'd', 'j']);
    expect(drawing.flow.nodes).toHaveLength(5);
    const texts = [...document.querySelectorAll('text')].map(
      text => text.textContent,
    );
    expect(texts).toEqual(
      expect.arrayContaining([
        'Lineage of a',
        'Environment: production',
        'Saved on Monday',
        'team of b',
        'observed in runs',
      ]),
    );
    // No line of that kind is drawn, so it is not explained.
    expect(texts).not.toContain('declared');
    expect(texts).not.toContain('team of j');
  });

  it.each(NASTY)(
    'is well-formed with things called %j',
    async (name, clean) => {
      const { document } = await draw('a>b', () => name, { heading: name });
      expect(document.querySelectorAll('script')).toHaveLength(0);
      expect(titles(document)).toEqual([clean, clean]);
    },
  );

  it('keeps all of it inside', async () => {
    const { document, width, height, drawing } = await draw('a>b b>c c>a a>d');
    const svg = document.documentElement;
    expect(svg.getAttribute('viewBox')).toBe(`0 0 ${width} ${height}`);
    const [, shiftX, shiftY] =
      /translate\((\S+) (\S+)\)/.exec(
        document.querySelector('svg > g')!.getAttribute('transform')!,
      ) ?? [];
    for (const box of drawing.boxes.values()) {
      expect(box.x + Number(shiftX)).toBeGreaterThanOrEqual(0);
      expect(box.y + Number(shiftY)).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width + Number(shiftX)).toBeLessThanOrEqual(width);
      expect(box.y + box.height + Number(shiftY)).toBeLessThanOrEqual(height);
    }
  });

  it('has room for lines that lead back', async () => {
    const chain = 'a>b b>c c>d d>e e>f';
    const { width, drawing } = await draw(`${chain} f>a`);
    const straight = await draw(chain);
    expect(straight.drawing.flow.nodes).toHaveLength(6);
    const rights = [...drawing.boxes.values()].map(box => box.x + box.width);
    const lefts = [...drawing.boxes.values()].map(box => box.x);
    const span = Math.max(...rights) - Math.min(...lefts);
    expect(width - span).toBeGreaterThan(2 * (span / 6));
    expect(width).toBeGreaterThan(straight.width);
  });

  it('has the colours of the theme and of the owners', async () => {
    const { document } = await draw('a>b');
    const fills = [...document.querySelectorAll('rect')].map(rect =>
      rect.getAttribute('fill'),
    );
    expect(fills[0]).toBe(COLORS.background);
    expect(fills.filter(fill => fill === '#abcdef')).toHaveLength(2);
  });

  it('brings out what the reader has brought out', async () => {
    const plain = await draw('a>b b>c');
    expect(plain.svg).not.toContain(COLORS.primary);
    const { svg } = await draw('a>b b>c', undefined, {
      strong: new Set([edgeKey({ source: 'a', target: 'b' })]),
    });
    expect(svg).toContain(`stroke="${COLORS.primary}"`);
    expect(svg).toContain('<g opacity="0.25">');
  });

  it('says what is hidden, failed and elsewhere', async () => {
    const { document } = await draw('a>b', undefined, {
      face: {
        hiddenUpstream: 12,
        quality: { failed: 1, total: 12 },
        badge: 'staging',
        mark: { of: 'run', state: 'failed' },
      },
    });
    const texts = [...document.querySelectorAll('text')].map(
      text => text.textContent,
    );
    expect(texts).toEqual(expect.arrayContaining(['+12', '11/12', 'staging']));
    expect(
      document.querySelectorAll(`path[fill="${COLORS.bad}"]`),
    ).toHaveLength(2);
  });

  it('is written piece by piece', async () => {
    const plan = await draw('a>j j>b b>c');
    const steps = [...writeSvg(plan)];
    expect(steps.length).toBeGreaterThanOrEqual(plan.drawing.flow.nodes.length);
  });

  it('is of a bounded size for each thing', async () => {
    const long = 'x'.repeat(100_000);
    const { width, svg } = await draw('a>b', () => long, {
      wordsOf: () => 'x',
    });
    expect(width).toBeLessThan(1_000);
    expect(svg.length).toBeLessThan(10_000);
  });
});
