/** A file of a version, by which its kind is told. */
export interface NamedFile {
  path: string;
  mediaType?: string;
}

const SIGNATURE_TYPES =
  /^application\/(vnd\.dev\.sigstore\.|vnd\.dev\.cosign\.|vnd\.in-toto|pgp-signature|pkcs7-signature)/;
const SIGNATURE_PATHS =
  /\.(sig|asc|p7s|sigstore|sigstore\.json|intoto\.jsonl)$/;
const SBOM_TYPES =
  /^(application\/vnd\.cyclonedx\+(json|xml)|application\/spdx\+json|text\/spdx)/;
const SBOM_PATHS =
  /(\.cdx\.(json|xml)|\.spdx(\.json)?|(^|\/)s?bom\.(json|xml))$/;

/** Whether a file says of itself that it signs others. */
export function isSignature(file: NamedFile): boolean {
  return fits(file, SIGNATURE_TYPES, SIGNATURE_PATHS);
}

/** Whether a file says of itself that it lists what a version is made of. */
export function isSbom(file: NamedFile): boolean {
  return fits(file, SBOM_TYPES, SBOM_PATHS);
}

function fits(
  { path, mediaType = '' }: NamedFile,
  types: RegExp,
  paths: RegExp,
): boolean {
  return types.test(mediaType.toLowerCase()) || paths.test(path.toLowerCase());
}
