/**
 * How one policy file stands: which policies are in force from it, and what
 * is wrong with its newest text when that could not be used.
 *
 * @public
 */
export interface PolicySourceStatus {
  /** The path or URL of the configuration. */
  target: string;
  /** Names of the policies in force from the last good text. */
  policies: { name: string; title?: string; priority: number }[];
  /** SHA-256 of the last good text. */
  digest?: string;
  /** When the last good text was first read, ISO 8601. */
  loadedAt?: string;
  checkedAt?: string;
  /** Why the newest text is not in force; the last good one is. */
  error?: string;
}
