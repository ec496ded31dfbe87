import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryLineageApi } from '../../__testUtils__/MemoryLineageApi';
import { renderLineage } from '../../__testUtils__/renderLineage';
import { SAMPLE, sampleWorld } from '../../__testUtils__/sampleWorld';
import { LineageExplorer } from '../../explorer/LineageExplorer';
import { keepFiles } from './__testUtils__/keepFiles';

async function save(type: RegExp) {
  renderLineage(
    <LineageExplorer root={SAMPLE.transactions} onRoot={() => {}} />,
    {
      api: new MemoryLineageApi(sampleWorld()),
      search: '?downstreamDepth=6',
    },
  );
  await screen.findByRole('group', { name: /^Card transactions/ });
  await userEvent.click(
    await screen.findByRole('button', { name: 'Save picture' }),
  );
  await userEvent.click(await screen.findByRole('menuitem', { name: type }));
}

afterEach(() => jest.restoreAllMocks());

describe('SavePicture', () => {
  it('saves all of the graph as SVG, and says of what it is', async () => {
    const files = keepFiles();
    await save(/^SVG/);
    await waitFor(() => expect(files).toHaveLength(1));
    const [{ name, blob }] = files;
    expect(name).toBe('lineage-dataset-default-card-transactions.svg');
    expect(blob.type).toBe('image/svg+xml');
    const document = new DOMParser().parseFromString(
      await blob.text(),
      'image/svg+xml',
    );
    expect(document.querySelector('parsererror')).toBeNull();
    const texts = [...document.querySelectorAll('text')].map(
      text => text.textContent,
    );
    expect(texts).toEqual(
      expect.arrayContaining([
        'Lineage of Card transactions',
        'Start: dataset:default/card-transactions',
        expect.stringMatching(/^Environment: production · \d+ things/),
        expect.stringMatching(/^Saved on \d+ \w+ \d{4}, \d\d:\d\d /),
        'Part of it is not visible to the person who saved this',
        'Card velocity',
        'observed in runs',
      ]),
    );
  });

  it('says when the browser cannot make a PNG', async () => {
    const files = keepFiles();
    // Pages of tests paint nothing.
    jest.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
    await save(/^PNG/);
    expect(
      await screen.findByText(
        /The picture could not be saved: This browser has no memory for/,
      ),
    ).toBeVisible();
    expect(files).toHaveLength(0);
  });
});
