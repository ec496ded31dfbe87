import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { edge, entityNode, hoursAgo } from '../__testUtils__/builders';
import { failing } from '../__testUtils__/failing';
import { MemoryLineageApi } from '../__testUtils__/MemoryLineageApi';
import { renderLineage } from '../__testUtils__/renderLineage';
import { SAMPLE, sampleWorld } from '../__testUtils__/sampleWorld';
import { LineageExplorer } from '../explorer/LineageExplorer';

function open(
  root: string,
  options: { search?: string; api?: MemoryLineageApi } = {},
) {
  const { search, api = new MemoryLineageApi(sampleWorld()) } = options;
  renderLineage(<LineageExplorer root={root} onRoot={() => {}} />, {
    api,
    search,
  });
  return api;
}

const dialog = () => screen.findByRole('dialog');

describe('FindingsNotice', () => {
  it('says on how much the catalog and runs disagree, and lists it', async () => {
    open(SAMPLE.model);
    expect(
      await screen.findByText(
        '2 connections on which the catalog and runs disagree',
      ),
    ).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'See which' }));
    expect(await dialog()).toHaveAccessibleName(
      'What the catalog and runs say differently about Fraud score',
    );
    expect(screen.getByTestId('address')).toHaveTextContent('findings=1');
    // Titles come later than what they are of.
    for (const name of ['Fraud score API', 'Card transactions']) {
      await within(await dialog()).findByRole('link', { name });
    }
    const [declared, observed] = within(await dialog())
      .getAllByRole('row')
      .slice(1)
      .sort((a, b) => a.textContent!.localeCompare(b.textContent!))
      .reverse();
    expect(declared).toHaveTextContent('Fraud score APIAPI, Fraud score goes');
    expect(declared).toHaveTextContent('declared, not observed');
    expect(declared).toHaveTextContent('servedBy');
    expect(declared).toHaveTextContent('never');
    expect(declared).toHaveTextContent('Tools report on both');
    expect(observed).toHaveTextContent('observed, not declared');
    expect(observed).toHaveTextContent('through 1 thing outside the catalog');
    expect(observed).toHaveTextContent('Declare it where Fraud score is');
    expect(
      within(observed).getByRole('link', { name: 'Card transactions' }),
    ).toHaveAttribute('href', '/catalog/default/dataset/card-transactions');
    expect(
      within(await dialog()).getByText(/Some connections are not visible/),
    ).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Close' }));
    expect(screen.getByTestId('address')).not.toHaveTextContent('findings');
  });

  it('says nothing when they agree, unless it is asked', async () => {
    open(SAMPLE.view, { search: '?findings=1' });
    expect(
      await within(await dialog()).findByText(/agree on every direct/),
    ).toBeVisible();
    expect(screen.queryByText(/disagree/)).not.toBeInTheDocument();
  });

  it('does not ask about what is no entity', async () => {
    const api = new MemoryLineageApi(sampleWorld());
    const asked = jest.spyOn(api, 'getFindings');
    open(SAMPLE.raw, { api });
    await screen.findByText(/A change here touches/);
    expect(asked).not.toHaveBeenCalled();
  });

  it('says what went wrong beside the graph, and tries again', async () => {
    const api = new MemoryLineageApi(sampleWorld());
    const works = api.getFindings.bind(api);
    failing(api, 'getFindings');
    open(SAMPLE.model, { api, search: '?findings=1' });
    expect(
      await within(await dialog()).findByText('Wait a moment and try again.'),
    ).toBeVisible();
    Object.assign(api, { getFindings: works });
    await userEvent.click(
      within(await dialog()).getByRole('button', { name: 'Try again' }),
    );
    expect(
      await within(await dialog()).findByRole('link', {
        name: 'Fraud score API',
      }),
    ).toBeVisible();
    expect(screen.queryByText(/could not be read/)).not.toBeInTheDocument();
  });

  it.each([
    [{ root: true, other: false, ended: false }, 'No tool reports on far, so'],
    [{ root: false, other: true, ended: false }, 'No tool reports on near, so'],
    [
      { root: false, other: false, ended: false },
      'No tool reports on either, so',
    ],
    [{ root: true, other: true, ended: true }, 'Runs did show it, and do no'],
  ])('says what %j may mean', async ({ root, other, ended }, meaning) => {
    const api = new MemoryLineageApi({
      nodes: [
        entityNode('dataset:default/near'),
        entityNode('dataset:default/far'),
      ],
      edges: [
        edge('dataset:default/near', 'dataset:default/far', 'declared', {}),
      ],
      entities: [],
    });
    Object.assign(api, {
      getFindings: async () => ({
        root: 'dataset:default/near',
        truncated: false,
        complete: true,
        items: [
          {
            type: 'declared-not-observed',
            side: 'downstream',
            other: entityNode('dataset:default/far'),
            relations: ['derivedFrom'],
            reporting: { root, other },
            ...(ended && { lastSeen: hoursAgo(2_000) }),
          },
        ],
      }),
    });
    open('dataset:default/near', { api, search: '?findings=1' });
    expect(
      await within(await dialog()).findByText(meaning, { exact: false }),
    ).toBeVisible();
    expect(within(await dialog()).queryByText('never') === null).toBe(ended);
  });
});
