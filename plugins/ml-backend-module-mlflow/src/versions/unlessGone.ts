import { MlflowNotFoundError } from '@understudy/mlflow-client';

/** Runs and logged models can be deleted while their version stays. */
export async function unlessGone<T>(
  reading: Promise<T>,
): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof MlflowNotFoundError) {
      return undefined;
    }
    throw error;
  }
}
