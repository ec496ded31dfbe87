import {
  EntityFinding,
  ModelEntity,
  modelHome,
  PORTAL_HOME,
} from '@understudy/plugin-ml-common';
import { findOwnerFindings } from './findOwnerFindings';

/** What the portal is configured with, as far as findings depend on it. */
export interface FindingContext {
  /** All risk tiers, from lowest to highest. */
  riskTiers: readonly string[];
  /** Ids of the configured registries; undefined when none is configured. */
  registries?: readonly string[];
}

/** What is missing or doubtful in a Model. */
export function findModelFindings(
  model: ModelEntity,
  context: FindingContext,
): EntityFinding[] {
  return [
    ...findOwnerFindings(model.spec.owner, 'spec.owner'),
    ...useFindings(model, context),
    ...originFindings(model),
    ...homeFindings(model),
    ...registryFindings(model, context),
  ];
}

function useFindings(
  model: ModelEntity,
  { riskTiers }: FindingContext,
): EntityFinding[] {
  return (model.spec.uses ?? []).flatMap((use, index) => {
    const path = `spec.uses[${index}]`;
    const findings: EntityFinding[] = [];
    if (!use.owner) {
      findings.push({
        id: 'use-without-owner',
        level: 'warning',
        path: `${path}.owner`,
        message: `Nobody answers for the use '${use.id}'. Name a group.`,
      });
    }
    if (!use.riskTier) {
      findings.push({
        id: 'use-without-tier',
        level: 'warning',
        path: `${path}.riskTier`,
        message: `The use '${use.id}' has no risk tier, so the tier of the model is not known. Choose one of ${riskTiers.join(
          ', ',
        )}.`,
      });
    } else if (!riskTiers.includes(use.riskTier)) {
      findings.push({
        id: 'unknown-tier',
        level: 'warning',
        path: `${path}.riskTier`,
        message: `The use '${use.id}' has the risk tier '${
          use.riskTier
        }', which this portal does not know. Choose one of ${riskTiers.join(
          ', ',
        )}.`,
      });
    }
    return findings;
  });
}

function originFindings(model: ModelEntity): EntityFinding[] {
  return model.spec.origin === 'third-party' && !model.spec.provider
    ? [
        {
          id: 'no-provider',
          level: 'warning',
          path: 'spec.provider',
          message: 'It comes from a third party. Say which one.',
        },
      ]
    : [];
}

function homeFindings(model: ModelEntity): EntityFinding[] {
  return modelHome(model) === undefined
    ? [
        {
          id: 'no-home',
          level: 'warning',
          path: 'spec.home',
          message:
            'Several registry servers hold it. Say which of them is the authority over its versions.',
        },
      ]
    : [];
}

function registryFindings(
  model: ModelEntity,
  { registries }: FindingContext,
): EntityFinding[] {
  if (!registries) {
    return [];
  }
  const named = [
    ...(model.spec.registries ?? []).map(({ server }, index) => ({
      path: `spec.registries[${index}].server`,
      server,
    })),
    ...(model.spec.home && model.spec.home !== PORTAL_HOME
      ? [{ path: 'spec.home', server: model.spec.home }]
      : []),
  ];
  return named
    .filter(({ server }) => !registries.includes(server))
    .map(({ path, server }) => ({
      id: 'unknown-registry',
      level: 'warning' as const,
      path,
      message: `The registry server '${server}' is not configured in this portal. Configured: ${registries.join(
        ', ',
      )}.`,
    }));
}
