import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { iconsModule } from '../icons';
import { KindIcon } from './KindIcon';

/** The drawings of the icons, in order. */
async function drawingsOf(...kinds: (string | undefined)[]) {
  renderInTestApp(
    <ul>
      {kinds.map(kind => (
        <li key={kind ?? 'none'}>
          <KindIcon kind={kind} />
        </li>
      ))}
    </ul>,
    { features: [iconsModule] },
  );
  return (await screen.findAllByRole('listitem')).map(
    item => item.querySelector('path')?.getAttribute('d') ?? undefined,
  );
}

it('draws our kinds, each with an icon of its own', async () => {
  const drawings = await drawingsOf(
    'Model',
    'FeatureView',
    'Feature',
    'Dataset',
    'Component',
  );
  expect(drawings).not.toContain(undefined);
  expect(new Set(drawings).size).toBe(5);
});

it('draws the catalog where a kind has no icon', async () => {
  const [unknown, none] = await drawingsOf('Nothing', undefined);
  expect(unknown).toBeDefined();
  expect(none).toBe(unknown);
});
