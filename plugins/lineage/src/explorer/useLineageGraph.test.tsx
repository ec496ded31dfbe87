import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { MemoryLineageApi } from '../__testUtils__/MemoryLineageApi';
import { renderLineage } from '../__testUtils__/renderLineage';
import { SAMPLE, sampleWorld } from '../__testUtils__/sampleWorld';
import { Part } from './parts';
import { useLineageGraph } from './useLineageGraph';
import { readView } from './view';

const NO_PARTS: readonly Part[] = [];
const view = readView(new URLSearchParams());

describe('useLineageGraph', () => {
  it('never has what is known of one environment as that of another', async () => {
    const seen: { environment: string; nodes: string | undefined }[] = [];
    function Graph() {
      const [environment, setEnvironment] = useState('production');
      const { data } = useLineageGraph(
        SAMPLE.transactions,
        { ...view, environment },
        NO_PARTS,
      );
      const nodes = data?.nodes.map(({ id }) => id).join(', ');
      seen.push({ environment, nodes });
      return <button onClick={() => setEnvironment('staging')}>{nodes}</button>;
    }
    renderLineage(<Graph />, { api: new MemoryLineageApi(sampleWorld()) });
    await waitFor(() =>
      expect(screen.getByRole('button')).toHaveTextContent(SAMPLE.view),
    );
    await userEvent.click(screen.getByRole('button'));
    await waitFor(() =>
      expect(screen.getByRole('button')).toHaveTextContent(SAMPLE.trial),
    );
    const nodesOf = (environment: string) =>
      new Set(
        seen.flatMap(each =>
          each.environment === environment && each.nodes !== undefined
            ? [each.nodes]
            : [],
        ),
      );
    expect(nodesOf('production').size).toBe(1);
    expect(nodesOf('staging').size).toBe(1);
    expect([...nodesOf('staging')]).not.toEqual([...nodesOf('production')]);
  });
});
