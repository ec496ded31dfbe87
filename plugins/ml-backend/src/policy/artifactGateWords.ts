import { PolicyArtifactGate } from './PromotionPolicy';

/** What an artifact gate demands, in one sentence. */
export function artifactGateWords({
  with: settings = {},
}: PolicyArtifactGate): string {
  const {
    requireSignature,
    requireVerifiedSignature,
    requireSbom,
    maxCriticalCves,
  } = settings;
  return [
    'the registry has the version, with the digest that it was asked for with',
    ...(requireSignature ? ['a signature is among its files'] : []),
    ...(requireVerifiedSignature ? ['known keys have signed it'] : []),
    ...(requireSbom ? ['a bill of materials is among its files'] : []),
    ...(maxCriticalCves === undefined
      ? []
      : [`it has at most ${maxCriticalCves} critical vulnerabilities`]),
  ].join(', ');
}
