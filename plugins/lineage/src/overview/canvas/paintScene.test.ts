import { fakeBrush } from '../__testUtils__/fakeBrush';
import { finish, layeredOverview, letterPlan } from '../__testUtils__/planOf';
import { MapPlan, planMap } from '../model/MapPlan';
import { fitCamera, MapCamera } from './camera';
import { MapScene } from './MapScene';
import { paintMarks } from './paintMarks';
import { paintScene } from './paintScene';

const size = { width: 800, height: 600 };
const near: MapCamera = { x: 10, y: 40, zoom: 1 };

function sceneOf(plan: MapPlan): MapScene {
  return {
    plan,
    colors: {
      background: 'black',
      paper: 'grey',
      text: 'white',
      line: 'silver',
      selected: 'blue',
      found: 'orange',
    },
    fontFamily: 'sans-serif',
    colorOf: node => (node === plan.root ? 'red' : 'green'),
    titleOf: node => plan.overview.nodes[node].id,
    columnText: distance => `${distance} hops`,
  };
}

function paint(plan: MapPlan, camera: MapCamera) {
  const { brush, painted } = fakeBrush();
  const { pauses } = finish(
    paintScene(brush, sceneOf(plan), { camera, size, ratio: 2 }),
  );
  return { ...painted, pauses };
}

describe('paintScene', () => {
  const plan = letterPlan('a>b a>c c>d');

  it('paints every thing and line, with titles where they can be read', () => {
    const { boxes, lines, texts } = paint(plan, near);
    expect(Object.fromEntries(boxes)).toEqual({ red: 1, green: 3 });
    expect(lines).toBe(3);
    expect(texts.sort()).toEqual(['a', 'b', 'c', 'd']);
    expect(paint(plan, { ...near, zoom: 0.5 }).texts).toEqual([]);
  });

  it('tells by lines what is only declared or leads through hidden things', () => {
    const { overview } = plan;
    const drawn = paint(
      {
        ...plan,
        overview: {
          ...overview,
          edges: overview.edges.map((edge, index) => ({
            ...edge,
            origin: index === 0 ? 'declared' : 'both',
            ...(index === 1 && { restricted: true }),
          })),
        },
      },
      near,
    );
    expect(drawn).toMatchObject({ lines: 3, dashed: 2 });
    expect(paint(plan, near).dashed).toBe(0);
  });

  it('leaves out what is not in view', () => {
    const { boxes, lines, texts } = paint(plan, { x: -1e5, y: 0, zoom: 1 });
    expect(boxes.size).toBe(0);
    expect(lines).toBe(0);
    expect(texts).toEqual([]);
  });

  it('waits for what it has painted after each part of it', () => {
    const { value: large } = finish(planMap(layeredOverview(5, 1_000)));
    const { lines, boxes, pauses, waits } = paint(
      large,
      fitCamera(large, size),
    );
    expect(lines).toBe(10_000);
    expect(boxes.get('green')).toBe(5_000);
    expect(pauses).toBeGreaterThanOrEqual(50 + 5);
    expect(waits).toBe(pauses);
  });
});

describe('paintMarks', () => {
  const plan = letterPlan('a>b a>c c>d');
  const options = { camera: near, size, ratio: 1 };

  it('marks the root, what is chosen and found, and says what they are', () => {
    const { brush, painted } = fakeBrush();
    paintMarks(
      brush,
      sceneOf(plan),
      { selected: 2, hovered: 1, found: [1, 3], focused: true },
      options,
    );
    expect(painted.rings.filter(color => color === 'orange')).toHaveLength(2);
    expect(painted.rings).toContain('blue');
    expect(painted.texts).toEqual(
      expect.arrayContaining(['0 hops', '1 hops', '2 hops', 'b', 'c']),
    );
    // Both connections of what is chosen.
    expect(painted.lines).toBe(2);
  });

  it('brings out no more lines and rings than can be told apart', () => {
    const { value: hub } = finish(planMap(layeredOverview(1, 9_999)));
    const { brush, painted } = fakeBrush();
    paintMarks(
      brush,
      sceneOf(hub),
      {
        selected: hub.root,
        found: [...hub.overview.nodes.keys()],
        focused: false,
      },
      options,
    );
    expect(painted.lines).toBe(1_000);
    expect(painted.rings.filter(color => color === 'orange')).toHaveLength(
      2_000,
    );
  });
});
