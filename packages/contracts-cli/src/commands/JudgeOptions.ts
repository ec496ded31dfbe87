import { CompatibilityMode, CompatibilityProfile } from '@understudy/contracts';

/** What all commands that judge a change judge it by. */
export interface JudgeOptions {
  mode?: CompatibilityMode;
  profile?: CompatibilityProfile;
  environment?: string;
  /** The day of the judgement, unless it is today. */
  today?: string;
}
