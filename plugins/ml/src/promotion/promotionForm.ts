import {
  ModelVersionSummary,
  PromotionOptions,
  PromotionTarget,
} from '@understudy/plugin-ml-common';
import { PromotionRequest } from '../api/types';
import { targetKey } from '../pieces/formatTarget';

/** What the form for a promotion holds. */
export interface PromotionForm {
  version: string;
  stage: string;
  environment: string;
  segment: string;
  reason: string;
}

/** The stage most requests are for. */
const USUAL_STAGE = 'production';

/**
 * The form as it opens: the version that was asked for, else the newest one
 * that is not assigned anywhere yet, on its way to production everywhere.
 */
export function initialForm(options: {
  options: PromotionOptions;
  versions: ModelVersionSummary[];
  version?: string;
}): PromotionForm {
  const { stages, segments } = options.options;
  const stage =
    stages.find(({ name }) => name === USUAL_STAGE) ?? stages.at(-1);
  const newest =
    options.versions.find(({ assignments }) => assignments.length === 0) ??
    options.versions[0];
  return {
    version: options.version ?? newest?.label ?? '',
    stage: stage?.name ?? '',
    environment: stage?.environments[0] ?? '',
    segment: segments[0] ?? '*',
    reason: '',
  };
}

/** The form with another stage; its environments may be others, too. */
export function withStage(
  form: PromotionForm,
  stageName: string,
  options: PromotionOptions,
): PromotionForm {
  const environments =
    options.stages.find(({ name }) => name === stageName)?.environments ?? [];
  return {
    ...form,
    stage: stageName,
    environment: environments.includes(form.environment)
      ? form.environment
      : (environments[0] ?? ''),
  };
}

/** What is asked of the backend, or undefined while something is missing. */
export function toRequest(
  model: string,
  form: PromotionForm,
): PromotionRequest | undefined {
  const { version, stage, environment, reason } = form;
  const segment = form.segment.trim();
  if (!version || !stage || !environment || !segment) {
    return undefined;
  }
  return {
    model,
    version,
    stage,
    target: { environment, segment },
    reason: reason.trim() || undefined,
  };
}

/** The alias that moves when a target gets another version. */
export function aliasAt(
  options: PromotionOptions,
  target: PromotionTarget,
): string | undefined {
  return options.aliases.find(
    entry => targetKey(entry.target) === targetKey(target),
  )?.alias;
}
