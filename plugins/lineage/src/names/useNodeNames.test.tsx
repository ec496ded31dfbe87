import { TestApiProvider } from '@backstage/frontend-test-utils';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import userEvent from '@testing-library/user-event';
import { entityNode, namedNode } from '../__testUtils__/builders';
import { SAMPLE, sampleWorld } from '../__testUtils__/sampleWorld';
import { useNodeNames } from './useNodeNames';

const nodes = [
  entityNode(SAMPLE.transactions),
  entityNode(SAMPLE.view),
  entityNode('dataset:other/gone'),
  namedNode('job', 'airflow', 'load', { type: 'batch' }),
  namedNode('dataset', 'pg', 'orders'),
];

function Names({ initial }: { initial: typeof nodes }) {
  const [shown, setShown] = useState(initial);
  const names = useNodeNames(shown);
  return (
    <>
      <ul>
        {shown.map(({ id }) => {
          const { title, kindText, ownerName, detail } = names.of(id);
          return (
            <li key={id}>
              {[title, kindText, ownerName, detail].filter(Boolean).join(' | ')}
            </li>
          );
        })}
      </ul>
      <button onClick={() => setShown([...shown, entityNode(SAMPLE.model)])}>
        more
      </button>
      <p>{names.error?.message}</p>
    </>
  );
}

const lines = () =>
  screen.getAllByRole('listitem').map(({ textContent }) => textContent);

function render(
  catalog = catalogApiMock({ entities: sampleWorld().entities }),
  initial = nodes,
) {
  const read = jest.spyOn(catalog, 'getEntitiesByRefs');
  renderInTestApp(
    <TestApiProvider apis={[[catalogApiRef, catalog]]}>
      <Names initial={initial} />
    </TestApiProvider>,
  );
  return read;
}

describe('useNodeNames', () => {
  it('reads all entities with one request, and all owners and systems with another', async () => {
    const read = render();
    await waitFor(() =>
      expect(lines()).toEqual([
        'Card transactions | dataset, table | Data platform',
        'Card velocity | feature view | Payments',
        'other/gone | dataset',
        'load | job, batch | airflow',
        'orders | dataset outside the catalog | pg',
      ]),
    );
    expect(read).toHaveBeenCalledTimes(2);
    expect(read.mock.calls[0][0].entityRefs).toHaveLength(3);
    expect(read.mock.calls[0][0].fields).toContain('metadata.title');
    expect(read.mock.calls[0][0].fields).not.toContain('relations');
  });

  it('asks for what is new only', async () => {
    const read = render();
    await screen.findByText(/Data platform/);
    await userEvent.click(screen.getByText('more'));
    await screen.findByText(/Fraud score/);
    await screen.findByText(/Fraud & risk/);
    expect(
      read.mock.calls.slice(2).map(([request]) => request.entityRefs),
    ).toEqual([
      [SAMPLE.model],
      ['group:default/fraud', 'system:default/card-safety'],
    ]);
  });

  it('takes as owner of what is no entity whom events name, if the catalog knows them', async () => {
    const owned = (name: string, ...owners: string[]) =>
      namedNode('dataset', 'pg', name, { owners });
    render(undefined, [
      owned('orders', 'group:default/unheard-of', 'group:default/payments'),
      owned('returns', 'group:default/unheard-of'),
      entityNode(SAMPLE.transactions, { owners: ['group:default/payments'] }),
    ]);
    await screen.findByText(/Data platform/);
    await waitFor(() =>
      expect(lines()).toEqual([
        'orders | dataset outside the catalog | Payments | pg',
        'returns | dataset outside the catalog | pg',
        'Card transactions | dataset, table | Data platform',
      ]),
    );
  });

  it('has the names of the graph while the catalog is down', async () => {
    const catalog = catalogApiMock();
    jest
      .spyOn(catalog, 'getEntitiesByRefs')
      .mockRejectedValue(new Error('The catalog is down'));
    render(catalog);
    expect(await screen.findByText('The catalog is down')).toBeVisible();
    expect(lines()).toContain('card-transactions | dataset');
  });
});
