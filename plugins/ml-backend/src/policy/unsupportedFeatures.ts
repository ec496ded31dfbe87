import { JsonValue } from '@backstage/types';

/**
 * What may be used of one value: `true` for anything the schema allows, a
 * list for these values only, or what may be used of each of its fields.
 */
type Support =
  | true
  | { only: readonly JsonValue[]; why?: string }
  | { items: Support }
  | { fields: { [name: string]: Support } };

const gate: Support = {
  fields: {
    id: true,
    type: { only: ['metric', 'contract', 'artifact'] },
    enforcement: true,
    description: true,
    maxEvidenceAge: true,
    onUnknown: { only: ['fail', 'warn', 'pass'] },
    with: {
      fields: {
        metric: true,
        dataset: true,
        split: true,
        slice: true,
        direction: true,
        op: true,
        value: true,
        high: true,
        minSamples: true,
        everySliceOf: true,
        relativeTo: true,
        tolerance: true,
        sameDatasetDigest: true,
        whenNoChampion: true,
        significance: {
          fields: {
            test: {
              only: ['ci-bound', 'two-proportion-z'],
              why: 'it needs the predictions of both versions row by row, and evaluations keep their metrics only',
            },
            alpha: true,
          },
        },
        mode: true,
        profile: true,
        consumers: true,
        allowWarnings: true,
        requireSignature: true,
        requireVerifiedSignature: true,
        requireSbom: true,
        maxCriticalCves: true,
      },
    },
  },
};

const approval: Support = {
  fields: {
    id: true,
    title: true,
    from: { fields: { groups: true, relation: { only: ['owner'] } } },
    fallback: true,
    quorum: { only: Array.from({ length: 20 }, (_, index) => index + 1) },
    separation: { items: { only: ['not-requester', 'not-trainer'] } },
    veto: true,
  },
};

const stage: Support = {
  fields: {
    name: true,
    environment: true,
    order: true,
    kind: { only: ['test', 'serve'] },
    slot: { only: ['champion', 'none'] },
    gates: { items: gate },
    approvals: { items: approval },
    steps: {
      items: {
        fields: {
          id: true,
          uses: { only: ['registry:set-alias'] },
          with: true,
        },
      },
    },
    timeouts: { fields: { evaluate: true, approve: true } },
  },
};

const policy: Support = {
  fields: {
    apiVersion: true,
    kind: true,
    metadata: true,
    spec: {
      fields: {
        appliesTo: {
          fields: {
            entities: true,
            kinds: true,
            owners: true,
            labels: true,
            riskTiers: true,
          },
        },
        priority: true,
        mode: { only: ['enforce'] },
        stages: { items: stage },
        contractOverrides: true,
      },
    },
  },
};

/**
 * Names everything in a valid policy that would have no effect yet. Such a
 * policy must not be used: a rule that is silently ignored is worse than none.
 */
export function unsupportedFeatures(document: JsonValue): string[] {
  return find(document, policy, '');
}

function find(value: JsonValue, support: Support, path: string): string[] {
  if (support === true) {
    return [];
  }
  if ('only' in support) {
    return support.only.includes(value)
      ? []
      : [
          `${path}: ${JSON.stringify(value)} ${support.why ? `cannot be computed: ${support.why}` : 'is not supported yet'}; supported: ${words(support.only)}`,
        ];
  }
  if ('items' in support) {
    return Array.isArray(value)
      ? value.flatMap((item, index) =>
          find(item, support.items, `${path}[${index}]`),
        )
      : [];
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    return [];
  }
  return Object.entries(value).flatMap(([name, inner]) => {
    const at = path === '' ? name : `${path}.${name}`;
    const field = Object.hasOwn(support.fields, name)
      ? support.fields[name]
      : undefined;
    if (inner === undefined) {
      return [];
    }
    return field
      ? find(inner, field, at)
      : [`${at}: the feature '${name}' is not supported yet`];
  });
}

function words(values: readonly JsonValue[]): string {
  const numbers = values.filter(value => typeof value === 'number');
  return numbers.length === values.length && numbers.length > 2
    ? `${numbers[0]} to ${numbers[numbers.length - 1]}`
    : values.map(value => JSON.stringify(value)).join(', ');
}
