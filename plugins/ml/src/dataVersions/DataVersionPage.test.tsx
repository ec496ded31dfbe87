import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { daysAgo } from '../__testUtils__/builders';
import {
  buildContract,
  buildContractVersion,
  buildField,
} from '../__testUtils__/contractBuilders';
import {
  buildDataset,
  buildFeatureView,
  buildReader,
} from '../__testUtils__/dataBuilders';
import {
  buildDatasetVersion,
  buildViewVersion,
  DATASET,
  definition,
  VIEW,
} from '../__testUtils__/dataVersionBuilders';
import { failing, hanging } from '../__testUtils__/failing';
import { MemoryContractApi } from '../__testUtils__/MemoryContractApi';
import { MemoryData, MemoryMlApi } from '../__testUtils__/MemoryMlApi';
import { buildNoEvidence } from '../__testUtils__/registryBuilders';
import { renderMl } from '../__testUtils__/renderMl';
import { DataVersionPage } from './DataVersionPage';

const contract = (subject: string, version: string, fields: string[]) =>
  buildContractVersion(
    buildContract(
      {
        subject,
        ports: [
          {
            name: 'data',
            direction: 'out',
            schema: {
              kind: 'object',
              unknown: 'ignore',
              fields: fields.map(name => buildField(name, 'string')),
            },
          },
        ],
      },
      { version },
    ),
    { subject, subjectVersions: [], consumers: 2 },
  );

function render(
  kind: 'featureview' | 'dataset',
  label: string,
  options: {
    api?: MemoryMlApi;
    data?: Partial<MemoryData>;
    contracts?: MemoryContractApi;
    search?: string;
  } = {},
) {
  const view = buildFeatureView(
    {},
    { consumers: ['model:default/alpha', 'model:default/beta'] },
  );
  const readers = [
    buildReader('alpha', {
      consumes: [{ view: VIEW, version: '3', mode: 'online' }],
    }),
    buildReader('beta', { consumes: [{ view: VIEW, mode: 'offline' }] }),
  ];
  const path =
    kind === 'dataset'
      ? '/ml/datasets/default/card-transactions'
      : '/ml/feature-views/default/card-velocity';
  return renderMl(<DataVersionPage kind={kind} />, {
    api: options.api ?? new MemoryMlApi(options.data),
    contracts: options.contracts,
    catalog: catalogApiMock({ entities: [view, buildDataset(), ...readers] }),
    mountPath: '/ml/:collection/:namespace/:name/versions/:version',
    path: `${path}/versions/${label}${options.search ?? ''}`,
  });
}

const section = async (name: string) =>
  within(await screen.findByRole('region', { name }));

describe('DataVersionPage of a feature view', () => {
  const versions = [
    buildViewVersion(2, {
      definition: {
        ...definition,
        ttl: 'P7D',
        fields: [
          { name: 'amount_avg', type: 'float', unit: 'EUR' },
          { name: 'tx_count', type: 'int64' },
        ],
      },
    }),
    buildViewVersion(3),
  ];

  it('shows the definition and whether it is served', async () => {
    render('featureview', '3', { data: { versions } });
    expect(await screen.findByText('live')).toBeVisible();
    const part = await section('Definition');
    expect(part.getByText('card_token · string')).toBeVisible();
    expect(part.getByRole('link', { name: 'payments_1h' })).toHaveAttribute(
      'href',
      expect.stringContaining('/feature/'),
    );
    expect(part.getByRole('link', { name: 'card-transactions' })).toBeVisible();
    expect(screen.getByText('30 days after it was computed')).toBeVisible();
  });

  it('says what changed since the version before', async () => {
    render('featureview', '3', { data: { versions } });
    const part = await section('What changed');
    expect(await part.findByText('4 differences from v2 to v3')).toBeVisible();
    const rows = part.getAllByRole('row').map(row => row.textContent);
    expect(rows).toEqual([
      'ChangePartNameIn v2In v3',
      'removedfieldtx_countint64',
      'changedfieldamount_avgfloat · EURdouble · EUR',
      'changedhow long it is served7 days30 days',
      'addedfieldpayments_1hint64 · payments',
    ]);
  });

  it('compares with the version that the address names', async () => {
    render('featureview', '2', { data: { versions }, search: '?with=3' });
    const part = await section('What changed');
    expect(await part.findByLabelText('Compared with')).toHaveValue('3');
    expect(await part.findByText('4 differences from v2 to v3')).toBeVisible();
  });

  it('names the models that pin it, and counts the others', async () => {
    render('featureview', '3', { data: { versions } });
    const part = await section('Models that read this version');
    expect(await part.findByRole('table')).toBeVisible();
    expect(part.getAllByRole('row')).toHaveLength(2);
    expect(
      part.getByText('1 use pins no version and gets what is served.'),
    ).toBeVisible();
  });

  it('links the contract in force and what changed in it', async () => {
    const entity = {
      [VIEW]: {
        versions: [
          { ...contract(VIEW, '2.0.0', ['a', 'b']), subjectVersions: ['3'] },
          { ...contract(VIEW, '1.0.0', ['a', 'c']), subjectVersions: ['2'] },
        ],
        consumers: [],
      },
    };
    render('featureview', '3', {
      data: { versions },
      contracts: new MemoryContractApi(entity),
    });
    const part = await section('Contract in force');
    expect(
      await part.findByRole('link', { name: 'Contract v2.0.0' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/featureview/card-velocity/contract?view=history&version=2.0.0',
    );
    expect(
      part.getByRole('link', { name: '2 consumers take it' }),
    ).toBeVisible();
    expect(
      await screen.findByRole('region', { name: 'Contract v1.0.0 to v2.0.0' }),
    ).toBeVisible();
    expect(await screen.findByText(/^Breaks \(/)).toBeVisible();
  });

  it('says what to do where no contract is in force', async () => {
    render('featureview', '3', { data: { versions } });
    const part = await section('Contract in force');
    expect(await part.findByText('No contract is in force')).toBeVisible();
    expect(
      part.getByRole('link', { name: 'Go to the Contract tab' }),
    ).toBeVisible();
  });

  it('pages a definition of a thousand fields', async () => {
    const fields = Array.from({ length: 1000 }, (_, i) => ({ name: `f${i}` }));
    render('featureview', '4', {
      data: {
        versions: [
          buildViewVersion(4, { definition: { ...definition, fields } }),
        ],
      },
    });
    const part = await section('Definition');
    expect(part.getByText('1 to 25 of 1000')).toBeVisible();
    await userEvent.click(part.getByRole('button', { name: 'Next page' }));
    expect(part.getByText('f25')).toBeVisible();
    expect(part.queryByText('f24')).not.toBeInTheDocument();
    expect(
      (await section('What changed')).getByText(/only version/),
    ).toBeVisible();
  });

  it('explains a version that is not on record', async () => {
    render('featureview', '9', { data: { versions } });
    expect(await screen.findByText('v9 is not on record')).toBeVisible();
    expect(
      screen.getByRole('link', { name: /versions that are on record/ }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/featureview/card-velocity/versions',
    );
  });

  it('says that it is loading', async () => {
    render('featureview', '3', {
      api: hanging(new MemoryMlApi(), 'getVersion'),
    });
    expect(await screen.findByText('Loading version v3')).toBeVisible();
  });

  it('says what failed', async () => {
    render('featureview', '3', {
      api: failing(new MemoryMlApi(), 'getVersion'),
    });
    expect(await screen.findByText('Could not read version v3')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Try again' })).toBeVisible();
  });
});

describe('DataVersionPage of a dataset', () => {
  const versions = [buildDatasetVersion(7), buildDatasetVersion(8)];

  it('shows how much it is, and the schema of its contract', async () => {
    render('dataset', '8', {
      data: { versions },
      contracts: new MemoryContractApi({
        [DATASET]: {
          versions: [contract(DATASET, '1.3.0', ['amount', 'country'])],
          consumers: [],
        },
      }),
    });
    expect(await screen.findByText(/^8.000$/)).toBeVisible();
    expect(screen.getByText('5 MB')).toBeVisible();
    expect(screen.getByText('REST API')).toBeVisible();
    const schema = await section('Schema');
    expect(await schema.findByText(/From contract v1.3.0/)).toBeVisible();
    expect(schema.getAllByRole('row')).toHaveLength(3);
    expect(
      await screen.findByText(/names no contract of its own/),
    ).toBeVisible();
  });

  it('compares rows and places', async () => {
    render('dataset', '8', { data: { versions } });
    const part = await section('What changed');
    const row = (await part.findByText('Rows')).closest('tr');
    expect(row).toHaveTextContent(/7.0008.000/);
    expect(row).toHaveTextContent(/\+1.000/);
    expect(part.getByText('s3://payments/7')).toBeVisible();
  });

  it('shows who took it back, when and why, and its provenance', async () => {
    const gone = buildDatasetVersion(8, {
      tombstone: {
        deletedAt: '2026-03-04T05:06:07.000Z',
        deletedBy: 'user:default/data-engineer',
        reason: 'The export stopped half way',
      },
      goneSince: '2026-03-04T05:06:07.000Z',
    });
    const evidence = {
      ...buildNoEvidence(gone),
      provenance: [
        {
          id: 'p',
          addedBy: 'service:nightly',
          addedAt: daysAgo(1),
          trainedBy: 'nightly export',
        },
      ],
    };
    render('dataset', '8', {
      data: { versions: [gone], evidence: [evidence] },
    });
    const banner = within(await screen.findByRole('alert'));
    expect(banner.getByText('This version was taken back')).toBeVisible();
    expect(banner.getByRole('link', { name: /data-engineer/ })).toBeVisible();
    expect(banner.getByText(/4 Mar 2026/)).toBeVisible();
    expect(banner.getByText(/The export stopped half way/)).toBeVisible();
    expect(screen.getAllByRole('alert')).toHaveLength(1);
    expect(
      (await section('Where it comes from')).getByText('nightly export'),
    ).toBeVisible();
  });
});
