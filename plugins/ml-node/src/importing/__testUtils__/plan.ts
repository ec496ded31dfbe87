import {
  compileBindingRules,
  compilePattern,
  IntakeDecision,
  KeptIntakeDecision,
  RegistryBindingRule,
} from '@understudy/plugin-ml-common';
import { linearTimePatterns } from '../../linearTimePatterns';
import { CatalogModel } from '../CatalogKnowledge';
import { ImportPlan, KnownRecord, ListedRecord } from '../ImportPlan';
import { planImport } from '../planImport';

export const PROVIDER = 'MlflowEntityProvider:eu';
export const NOW = new Date('2026-06-15T12:00:00.000Z');

export function recordOf(
  name: string,
  tags: Record<string, string> = {},
  kind: ListedRecord['kind'] = 'model',
): ListedRecord {
  return {
    name,
    kind,
    tags: Object.entries(tags).map(([key, value]) => ({ key, value })),
  };
}

/** Something decided about a record of the server `eu`. */
export function decisionOf(
  name: string,
  decision: IntakeDecision,
): KeptIntakeDecision {
  return {
    record: { server: 'eu', name },
    decision,
    decidedBy: 'user:default/somebody',
    decidedAt: '2026-06-14T09:00:00.000Z',
  };
}

/** The plan for a server `eu`, in a catalog with one group `payments`. */
export function plan(
  read: ListedRecord[],
  options: {
    rules?: {
      bindings?: RegistryBindingRule[];
      ignore?: string[];
      environment?: string;
    };
    known?: KnownRecord[];
    models?: Partial<CatalogModel>[];
    decisions?: KeptIntakeDecision[];
    now?: Date;
  } = {},
): ImportPlan {
  const { bindings = [], ignore = [], environment } = options.rules ?? {};
  const models = (options.models ?? []).map(model => ({
    entityRef: 'model:default/x',
    declared: [],
    ...model,
  }));
  return planImport({
    rules: {
      server: 'eu',
      location: 'mlflow:eu',
      namespace: 'default',
      environment,
      rules: compileBindingRules(bindings, { engine: linearTimePatterns }),
      ignore: ignore.map(pattern =>
        compilePattern(pattern, linearTimePatterns, 'ignore'),
      ),
      ownerTag: 'owner',
      ownerNamespace: 'default',
      keepGoneForMs: 30 * 24 * 60 * 60_000,
      linkTo: ({ kind, name }) => ({
        title: 'MLflow',
        url: `https://mlflow.example.com/#/${kind}s/${name}`,
      }),
    },
    providerName: PROVIDER,
    read,
    known: options.known ?? [],
    catalog: {
      models: new Map(models.map(model => [model.entityRef, model])),
      groups: new Set(['group:default/payments']),
    },
    decisions: options.decisions ?? [],
    now: options.now ?? NOW,
  });
}

export const refsOf = ({ models }: ImportPlan) => models.map(m => m.entityRef);
