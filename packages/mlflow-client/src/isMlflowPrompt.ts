import { MlflowRegisteredModel } from './types';

const PROMPT_TAG = 'mlflow.prompt.is_prompt';

/**
 * Whether a registered model is in truth a prompt. MLflow marks prompts with a
 * tag.
 *
 * @public
 */
export function isMlflowPrompt(model: MlflowRegisteredModel): boolean {
  return model.tags.some(
    tag => tag.key === PROMPT_TAG && tag.value.toLowerCase() === 'true',
  );
}
