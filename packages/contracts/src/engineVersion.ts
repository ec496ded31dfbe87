import packageJson from '../package.json';

/**
 * The version of this package. Reports carry it, and it is part of
 * {@link CompatibilityReport.id}: a report that was kept is served again only by
 * the engine that made it, so whoever keeps reports puts it into the key.
 *
 * @public
 */
export const engineVersion: string = packageJson.version;
