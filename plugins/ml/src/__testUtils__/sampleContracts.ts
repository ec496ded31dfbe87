import { checkCompatibility } from '@understudy/contracts';
import { ContractVersion } from '@understudy/plugin-ml-common';
import { daysAgo, FRAUD_SCORE } from './builders';
import {
  buildConsumer,
  buildContract,
  buildContractVersion,
  buildDeprecation,
  buildField,
} from './contractBuilders';
import { MemoryContractApi, StoredContract } from './MemoryContractApi';
import { sampleFraudContract } from './sampleFraudContract';

const VIEW = 'featureview:default/card-velocity';
const DATASET = 'dataset:default/card-transactions';

/** Contracts of the small organisation: of a model, a wide view and a dataset. */
export function sampleContracts(): MemoryContractApi {
  return new MemoryContractApi({
    [FRAUD_SCORE]: fraudScore(),
    [VIEW]: wideView(),
    [DATASET]: transactions(),
  });
}

/** One version in force, two before it, and one that is proposed. */
function fraudScore(): StoredContract {
  const first = sampleFraudContract('2.1.0', ['score', 'reason_code']);
  const second = sampleFraudContract('2.2.0', [
    'score',
    'reason_code',
    'model_version',
  ]);
  const current = sampleFraudContract('2.3.0', [
    'score',
    'reason_code',
    'model_version',
    'explanation',
  ]);
  const proposed = sampleFraudContract(
    '3.0.0',
    ['score', 'model_version', 'explanation'],
    'draft',
  );
  return {
    versions: [
      follow(proposed, current, 1),
      follow(current, second, 12),
      follow(second, first, 80),
      buildContractVersion(first, {
        publishedAt: daysAgo(200),
        origin: 'signature',
        publishedBy: 'external:registry-sync',
      }),
    ],
    consumers: [
      buildConsumer('chargeback-risk', ['score', 'reason_code']),
      buildConsumer('dispute-triage', ['reason_code'], {
        owner: 'group:default/disputes',
        basis: 'contract',
        range: '^2.2.0',
      }),
      buildConsumer('checkout', ['score'], {
        consumer: 'component:default/checkout',
        owner: 'group:default/checkout',
        pinnedTo: '41',
      }),
      buildConsumer('score-drift', undefined, {
        owner: 'group:default/ml-platform',
        basis: 'lineage',
        use: 'training',
        range: undefined,
      }),
    ],
    deprecations: [
      buildDeprecation({
        remaining: [
          buildConsumer('dispute-triage', ['reason_code'], {
            owner: 'group:default/disputes',
            basis: 'contract',
          }),
        ],
        training: { migrated: 1, total: 2 },
        blockedBy: ['5 consumers in production still use it.'],
      }),
    ],
  };
}

function follow(
  contract: ContractVersion['contract'],
  before: ContractVersion['contract'],
  age: number,
): ContractVersion {
  const report = checkCompatibility({
    next: contract,
    history: [before],
    digest: text => text,
  });
  const count = (severity: string) =>
    report.findings.filter(each => each.severity === severity).length;
  return buildContractVersion(contract, {
    publishedAt: daysAgo(age),
    report,
    findings: {
      errors: count('error'),
      warnings: count('warning'),
      infos: count('info'),
    },
    verdict: report.verdict,
    requiredBump: report.requiredBump,
    consumers: 4,
  });
}

/** As wide as a contract gets. */
function wideView(): StoredContract {
  const fields = Array.from({ length: 2000 }, (_, index) =>
    buildField(`payments_${String(index).padStart(4, '0')}`, 'int64', {
      unit: 'payments',
      classification: index % 7 === 0 ? 'confidential' : 'internal',
      personalData: index % 7 === 0 ? ['indirect'] : [],
      nullable: index % 3 === 0,
    }),
  );
  const contract = buildContract(
    {
      subject: VIEW,
      ports: [
        {
          name: 'rows',
          direction: 'out',
          key: ['payments_0000'],
          schema: { kind: 'object', unknown: 'ignore', fields },
        },
      ],
    },
    { name: 'card-velocity', version: '1.4.0' },
  );
  return {
    versions: [buildContractVersion(contract, { origin: 'fields' })],
    consumers: [
      buildConsumer('fraud-score', undefined, {
        fields: [
          { port: 'rows', path: 'payments_0001' },
          { port: 'rows', path: 'payments_0024' },
        ],
      }),
    ],
    complete: false,
  };
}

/** What lineage saw is no longer what the contract says. */
function transactions(): StoredContract {
  const contract = buildContract(
    {
      subject: DATASET,
      ports: [
        {
          name: 'rows',
          direction: 'out',
          partitionedBy: ['day'],
          schema: {
            kind: 'object',
            unknown: 'ignore',
            fields: [
              buildField('day', 'date'),
              buildField('amount', {
                kind: 'scalar',
                type: 'decimal',
                precision: 12,
                scale: 2,
              }),
              buildField('merchant', {
                kind: 'object',
                unknown: 'ignore',
                fields: [
                  buildField('id', 'string'),
                  buildField('category', {
                    kind: 'enum',
                    base: 'string',
                    symbols: ['food', 'travel', 'fuel', 'home', 'other'],
                  }),
                ],
              }),
            ],
          },
        },
      ],
    },
    { name: 'card-transactions', version: '1.0.0' },
  );
  return {
    versions: [buildContractVersion(contract, { origin: 'lineage' })],
    consumers: [],
    problems: [
      {
        ruleId: 'CONTRACT_STALE',
        severity: 'warning',
        direction: 'both',
        port: '',
        pointer: '',
        pointsInto: 'new',
        path: '',
        message: 'The last run wrote the field currency, which is not here.',
        remediation: 'Publish a version that has it.',
        basis: 'declared',
      },
    ],
  };
}
