import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { buildAssignment, buildVersion } from '../__testUtils__/builders';
import { failing } from '../__testUtils__/failing';
import { MemoryMlApi } from '../__testUtils__/MemoryMlApi';
import {
  buildEvaluation,
  buildEvidence,
  buildMetric,
} from '../__testUtils__/registryBuilders';
import { renderMl } from '../__testUtils__/renderMl';
import { ModelsPages } from '../models/ModelsPages';

const v41 = buildVersion(41);
const v42 = buildVersion(42);
const v44 = buildVersion(44);
const EVERYWHERE = { environment: 'production', segment: '*' };
const GERMANY = { environment: 'production', segment: 'market=de' };

function memory() {
  return new MemoryMlApi({
    versions: [v41, v42, v44],
    evidence: [
      buildEvidence(v42, {
        artifacts: [],
        evaluations: [
          buildEvaluation(v42, {
            metrics: [buildMetric(0.912, { width: 0.002 })],
          }),
        ],
      }),
      buildEvidence(v44, {
        evaluations: [
          buildEvaluation(v44, {
            metrics: [buildMetric(0.916, { width: 0.002 })],
          }),
        ],
      }),
    ],
    assignments: [buildAssignment(v42, { target: EVERYWHERE })],
  });
}

function render(api: MemoryMlApi, path: string) {
  return renderMl(<ModelsPages />, {
    api,
    mountPath: '/ml/models/*',
    path: `/ml/models/default/fraud-score/${path}`,
  });
}

const BOTH = 'compare?version=42&version=44';

describe('evaluations side by side', () => {
  it('says what got better and what may be chance', async () => {
    render(memory(), BOTH);
    const region = await screen.findByRole('region', { name: 'Evaluations' });
    const row = (slice: string) =>
      within(region).getByRole('cell', { name: slice }).closest('tr');
    expect(row('all rows')).toHaveTextContent('+0.00400better');
    expect(row('all rows')).not.toHaveTextContent('within noise');
    expect(row('market=de')).toHaveTextContent('within noise');
    expect(row('market=de')).not.toHaveTextContent('better');
  });

  it('draws a chart a metric, and keeps the table', async () => {
    render(memory(), BOTH);
    const region = within(
      await screen.findByRole('region', { name: 'Evaluations' }),
    );
    await userEvent.click(region.getByRole('button', { name: 'Show charts' }));
    expect(region.getByRole('img', { name: /^auc by slice/ })).toBeVisible();
    expect(region.getByRole('table')).toBeVisible();
  });

  it('shows files that differ', async () => {
    render(memory(), BOTH);
    const region = await screen.findByRole('region', {
      name: 'Files that differ',
    });
    expect(within(region).getByText('ab12cd34, 48.3 MB')).toBeVisible();
    expect(screen.getByText(/No difference in .*data/)).toBeVisible();
  });

  it('takes versions in and out, and changes the baseline', async () => {
    const api = memory();
    const compare = jest.spyOn(api, 'compareVersions');
    render(api, BOTH);
    await userEvent.selectOptions(
      await screen.findByRole('combobox', { name: 'Add a version' }),
      'v41',
    );
    const asked = (labels: string[]) =>
      waitFor(() =>
        expect(compare).toHaveBeenLastCalledWith(
          'model:default/fraud-score',
          labels,
        ),
      );
    await asked(['42', '44', '41']);
    await userEvent.click(
      screen.getByRole('button', { name: 'Make v44 the baseline' }),
    );
    await asked(['44', '42', '41']);
    await userEvent.click(screen.getByRole('button', { name: 'Take v42 out' }));
    await asked(['44', '41']);
    expect(
      screen.queryByRole('button', { name: 'Take v41 out' }),
    ).not.toBeInTheDocument();
  });
});

describe('signatures side by side', () => {
  it('say what they mean for callers', async () => {
    const [input] = v44.signature!.inputs;
    const needing = buildVersion(43, {
      signature: {
        inputs: [
          ...buildVersion(42).signature!.inputs,
          { ...input, name: 'device' },
        ],
        outputs: [{ name: 'score', type: 'double', required: true }],
      },
    });
    render(
      new MemoryMlApi({ versions: [v42, needing] }),
      'compare?version=42&version=43',
    );
    expect(await screen.findByText('v43 breaks callers of v42:')).toBeVisible();
    expect(
      within(
        screen.getByRole('region', {
          name: 'What the signature means for callers',
        }),
      ).getByRole('listitem'),
    ).toHaveTextContent(/device/);
  });
});

describe('the way from a version to its champion', () => {
  const button = () =>
    screen.findByRole('button', { name: 'Compare with champion' });

  it('leads to the comparison, the champion as baseline', async () => {
    render(memory(), 'versions/44');
    await userEvent.click(await button());
    expect(await screen.findByText('Compare v42, v44')).toBeVisible();
  });

  it('asks which one where places have different champions', async () => {
    const api = memory();
    api.data.assignments.push(buildAssignment(v41, { target: GERMANY }));
    render(api, 'versions/44');
    await userEvent.click(await button());
    await userEvent.click(
      await screen.findByRole('menuitem', {
        name: 'v41 at production · market=de',
      }),
    );
    expect(await screen.findByText('Compare v41, v44')).toBeVisible();
  });

  it('is not there for the champion itself', async () => {
    render(memory(), 'versions/42');
    expect(await screen.findByText('run-42')).toBeVisible();
    expect(
      screen.queryByRole('button', { name: 'Compare with champion' }),
    ).not.toBeInTheDocument();
  });

  it('says what failed', async () => {
    render(failing(memory(), 'listAssignments'), 'versions/44');
    expect(
      await screen.findByText('Could not read the champions'),
    ).toBeVisible();
  });
});
