/**
 * Grows with each change of what the engine finds, so that reports can be kept
 * by {@link CompatibilityReport.id}.
 *
 * @public
 */
export const engineVersion = '1.1.0';
