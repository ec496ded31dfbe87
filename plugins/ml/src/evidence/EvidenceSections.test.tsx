import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  SignatureVerification,
  VersionArtifact,
  VersionEvidence,
} from '@understudy/plugin-ml-common';
import { buildVersion } from '../__testUtils__/builders';
import { failing, hanging } from '../__testUtils__/failing';
import { MemoryMlApi } from '../__testUtils__/MemoryMlApi';
import {
  buildEvidence,
  buildNoEvidence,
} from '../__testUtils__/registryBuilders';
import { renderMl } from '../__testUtils__/renderMl';
import { VersionPage } from '../versions/VersionPage';

const version = buildVersion(44);

function memory(parts: Partial<VersionEvidence> = {}) {
  return new MemoryMlApi({
    versions: [version],
    evidence: [buildEvidence(version, parts)],
  });
}

function render(api: MemoryMlApi) {
  return renderMl(<VersionPage />, {
    api,
    mountPath: '/ml/models/:namespace/:name/versions/:version',
    path: '/ml/models/default/fraud-score/versions/44',
  });
}

const region = async (name: string) =>
  within(await screen.findByRole('region', { name }));

describe('the evidence on the page of a version', () => {
  it('has the newest evaluation with interval and rows, earlier ones folded', async () => {
    render(memory());
    const evaluations = await region('Evaluations');
    const row = evaluations.getByRole('cell', { name: /^auc/ }).closest('tr');
    expect(row).toHaveTextContent('0.914');
    expect(row).toHaveTextContent('0.912 to 0.916');
    expect(row).toHaveTextContent('120 000');
    expect(evaluations.queryByText('0.801')).not.toBeInTheDocument();
    await userEvent.click(
      evaluations.getByRole('button', { name: /1 earlier evaluation/ }),
    );
    expect(evaluations.getByText('0.801')).toBeVisible();
  });

  it('shows slices as chart and as table', async () => {
    render(memory());
    const evaluations = await region('Evaluations');
    await userEvent.click(
      evaluations.getByRole('button', { name: 'Show 4 slices' }),
    );
    expect(
      evaluations.getByRole('img', { name: /^auc on 4 slices/ }),
    ).toBeVisible();
    await userEvent.click(
      evaluations.getByRole('button', { name: 'Show as table' }),
    );
    const slices = within(evaluations.getByRole('table', { name: /^Slices/ }));
    expect(
      slices.getByRole('cell', { name: 'market=nl' }).closest('tr'),
    ).toHaveTextContent('0.894');
  });

  it('has files, baselines, origin, labels and risk tier', async () => {
    render(memory());
    const files = await region('Files');
    expect(files.getByText('model.onnx')).toBeVisible();
    expect(files.getByText('48.3 MB')).toBeVisible();
    expect(files.getByText('ab12cd34')).toBeVisible();

    const baselines = await region('Drift baselines');
    await userEvent.click(
      baselines.getByRole('button', { name: 'Show amount as table' }),
    );
    expect(baselines.getByRole('cell', { name: '10 to 50' })).toBeVisible();

    const labels = await region('Labels');
    expect(labels.getByText('calibrated: yes')).toBeVisible();
    expect(labels.queryByText('reviewed')).not.toBeInTheDocument();
    await userEvent.click(labels.getByRole('button', { name: /taken off/ }));
    expect(labels.getByText('reviewed')).toBeVisible();

    const tier = await region('Risk tier');
    expect(tier.getByText(/without a person/)).toBeVisible();
  });

  it('says what signatures are worth, and which files they are about', async () => {
    const [model] = buildEvidence(version).artifacts;
    const signed = (
      path: string,
      signature: Partial<SignatureVerification>,
    ): VersionArtifact => ({
      ...model,
      id: path,
      path,
      signature: {
        status: 'not-verified',
        reason: `Why ${path}`,
        covers: [],
        coversVersion: false,
        ...signature,
      },
    });
    const key = { id: 'ci', title: 'CI of payments' };
    render(
      memory({
        artifacts: [
          model,
          { ...model, id: 'notes', path: 'notes.md' },
          signed('a.sig', { status: 'verified', key, covers: ['model.onnx'] }),
          signed('b.sig', { status: 'verified', key, coversVersion: true }),
          signed('c.sig', { status: 'mismatch', key }),
          signed('d.sig', { status: 'unknown-key' }),
          signed('e.sig', {}),
          signed('f.sig', { status: 'other-files', key }),
        ],
      }),
    );
    const files = await region('Files');
    const row = (path: string) => files.getByText(path).closest('tr');
    expect(row('model.onnx')).toHaveTextContent('signed: CI of payments');
    expect(row('notes.md')).toHaveTextContent('not signed');
    expect(row('a.sig')).toHaveTextContent('verified: CI of payments');
    expect(row('b.sig')).toHaveTextContent(
      'It signs the digest of the version itself',
    );
    expect(row('c.sig')).toHaveTextContent('does not matchWhy c.sig');
    expect(row('d.sig')).toHaveTextContent('unknown keyWhy d.sig');
    expect(row('f.sig')).toHaveTextContent(
      'of other files: CI of paymentsWhy f.sig',
    );
    expect(row('e.sig')).toHaveTextContent('not verifiedWhy e.sig');
  });

  it('has no column of signatures where there is none', async () => {
    render(memory());
    const files = await region('Files');
    expect(
      files.queryByRole('columnheader', { name: 'Signature' }),
    ).not.toBeInTheDocument();
  });

  it('leads to run and data, and keeps what was stated before', async () => {
    render(memory());
    const origin = await region('Where it comes from');
    expect(origin.getByRole('link', { name: /run-44/ })).toHaveAttribute(
      'href',
      'https://mlflow.example/#/runs/44',
    );
    expect(
      origin.getByRole('link', { name: 'card-transactions' }),
    ).toHaveAttribute('href', '/catalog/default/dataset/card-transactions');
    expect(origin.getByText('s3://raw/chargebacks')).toBeVisible();
    expect(origin.getByText('4f2a9c0d1e')).toBeVisible();
    expect(origin.queryByText(/train:11/)).not.toBeInTheDocument();
    await userEvent.click(
      origin.getByRole('button', { name: 'Show what was stated before' }),
    );
    expect(origin.getByText('registry.example/train:11')).toBeVisible();
  });

  it('shows the card without its metadata', async () => {
    render(memory());
    const card = await region('Model card');
    expect(card.getByText('Not for credit decisions.')).toBeVisible();
    expect(card.queryByText(/license/)).not.toBeInTheDocument();
  });

  it('leaves out what there is nothing of', async () => {
    render(
      memory({
        ...buildNoEvidence(version),
        artifacts: buildEvidence(version).artifacts,
      }),
    );
    await region('Files');
    for (const name of ['Evaluations', 'Model card', 'Labels']) {
      expect(screen.queryByRole('region', { name })).not.toBeInTheDocument();
    }
    expect(
      screen.queryByText('No evidence is on record'),
    ).not.toBeInTheDocument();
  });

  it('says how evidence is added where there is none', async () => {
    render(new MemoryMlApi({ versions: [version] }));
    expect(await screen.findByText('No evidence is on record')).toBeVisible();
    expect(
      await screen.findByText(/curl -X POST .*versions\/44\/evidence/),
    ).toBeVisible();
  });

  it('does not link what is no web address', async () => {
    const [statement] = buildEvidence(version).provenance;
    render(
      memory({
        provenance: [
          // eslint-disable-next-line no-script-url
          { ...statement, run: { id: 'run-x', url: 'javascript:alert(1)' } },
        ],
      }),
    );
    const origin = await region('Where it comes from');
    expect(origin.getByText('run-x')).toBeVisible();
    expect(
      origin.queryByRole('link', { name: /run-x/ }),
    ).not.toBeInTheDocument();
  });

  it('says that it is loading, and keeps the page', async () => {
    render(hanging(memory(), 'getEvidence'));
    expect(
      await screen.findByText('Loading what is on record of this version'),
    ).toBeVisible();
    expect(screen.getByText('About this version')).toBeVisible();
  });

  it('says what failed, and keeps the page', async () => {
    render(failing(memory(), 'getEvidence'));
    expect(
      await screen.findByText(
        'Could not read what is on record of this version',
      ),
    ).toBeVisible();
    expect(screen.getByText('About this version')).toBeVisible();
  });

  it('says that the version was taken back', async () => {
    const tombstone = {
      deletedAt: '2026-01-01T00:00:00.000Z',
      deletedBy: 'user:default/payments-scientist',
      reason: 'Trained on the wrong month',
    };
    render(new MemoryMlApi({ versions: [buildVersion(44, { tombstone })] }));
    expect(await screen.findByText(/Trained on the wrong month/)).toBeVisible();
    expect(screen.getByText(/cannot be promoted any more/)).toBeVisible();
    const banner = within(screen.getByRole('alert'));
    expect(
      banner.getByRole('link', { name: /payments-scientist/ }),
    ).toBeVisible();
    expect(banner.getByText(/1 Jan 2026, 00:00:00/)).toBeVisible();
    expect(
      screen.queryByRole('button', { name: 'Promote this version' }),
    ).not.toBeInTheDocument();
    // Nothing can be added, so no command says how.
    expect(screen.getByText('No evidence is on record')).toBeVisible();
    expect(screen.queryByText(/curl/)).not.toBeInTheDocument();
  });

  it('says that an author is only claimed', async () => {
    render(
      new MemoryMlApi({
        versions: [
          buildVersion(44, {
            claimedAuthor: 'user:default/payments-scientist',
          }),
        ],
      }),
    );
    expect(await screen.findByText('claimed, not verified')).toBeVisible();
  });
});
