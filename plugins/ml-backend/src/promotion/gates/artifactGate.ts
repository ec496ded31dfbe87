import { GateEvidence } from '@understudy/plugin-ml-common';
import { PolicyArtifactGate } from '../../policy/PromotionPolicy';
import { ArtifactFacts } from './ArtifactFacts';
import { checkCriticalCves } from './checkCriticalCves';
import { checkSignatures } from './checkSignatures';
import { GateVerdict } from './GateVerdict';

/** All an artifact gate decides on: the same input gives the same verdict. */
export interface ArtifactGateInput {
  gate: PolicyArtifactGate;
  /** The version that is judged, such as `model:default/x@44`. */
  versionRef: string;
  artifact: ArtifactFacts;
  /** ISO 8601. */
  evaluatedAt: string;
}

type Problem = Pick<GateVerdict, 'summary' | 'remedy'> & {
  status: 'fail' | 'unknown' | 'error';
};

const STRENGTH: Record<ArtifactFacts['digestStrength'], string> = {
  artifact: 'files',
  reported: 'files, as a build reported it',
  record: 'entry in the registry, not of the files',
};

const WORTH: Record<
  NonNullable<ArtifactFacts['signatures'][number]['verified']>['status'],
  (key: string) => string
> = {
  verified: key => `, verified with the key ${key}`,
  mismatch: () => ', does not match',
  'other-files': key => `, of other files, with the key ${key}`,
  'unknown-key': () => ', by an unknown key',
  'not-verified': () => ', not verified',
};

/**
 * Passes while what is promoted is what was asked for, its registry has it, and
 * it has the files and labels that the policy wants. What only a registry could
 * say that does not answer is `unknown`. Pure.
 */
export function artifactGate(input: ArtifactGateInput): GateVerdict {
  const { gate, versionRef, artifact, evaluatedAt } = input;
  const cves = checkCriticalCves(gate, versionRef, artifact, evaluatedAt);
  const problems = [
    ...digestProblems(versionRef, artifact),
    ...fileProblems(input),
    ...checkSignatures(gate, versionRef, artifact),
    ...(cves.problem ? [cves.problem] : []),
    ...registryProblems(versionRef, artifact),
  ];
  const evidence = evidenceOf(versionRef, artifact);
  const validUntil = cves.validUntil ? { validUntil: cves.validUntil } : {};
  const worst =
    problems.find(({ status }) => status === 'fail') ??
    problems.find(({ status }) => status === 'error') ??
    problems[0];
  if (worst) {
    const alike = problems.filter(({ status }) => status === worst.status);
    return {
      status: worst.status,
      summary: alike.map(({ summary }) => summary).join('. '),
      ...(worst.remedy ? { remedy: worst.remedy } : {}),
      evidence,
      ...validUntil,
    };
  }
  return {
    status: 'pass',
    summary: `${versionRef} is what was asked for: ${artifact.digest}`,
    evidence,
    ...validUntil,
  };
}

function digestProblems(
  versionRef: string,
  { digest, promised }: ArtifactFacts,
): Problem[] {
  return digest === promised
    ? []
    : [
        {
          status: 'fail',
          summary: `${versionRef} has the digest ${digest} now, and was asked for with ${promised}`,
          remedy:
            'Find out who changed the version; cancel this promotion and ask again if what is there now is meant',
        },
      ];
}

function fileProblems({
  gate: { with: settings = {} },
  versionRef,
  artifact,
}: ArtifactGateInput): Problem[] {
  const missing = (what: string, examples: string): Problem => ({
    status: 'fail',
    summary: `${versionRef} has no ${what} among its files`,
    remedy: `Add it to the 'artifacts' of the evidence of the version: ${examples}`,
  });
  return [
    ...(settings.requireSignature && artifact.signatures.length === 0
      ? [missing('signature', 'a path that ends in .sig or .sigstore.json')]
      : []),
    ...(settings.requireSbom && artifact.sboms.length === 0
      ? [
          missing(
            'bill of materials',
            'a path that ends in .cdx.json or .spdx.json',
          ),
        ]
      : []),
  ];
}

function registryProblems(
  versionRef: string,
  { gone, uri, registry }: ArtifactFacts,
): Problem[] {
  if (gone) {
    return [
      {
        status: 'fail',
        summary: `${versionRef} is gone since ${gone}`,
        remedy: 'Promote a version that is there',
      },
    ];
  }
  if (!registry) {
    return [];
  }
  if (registry.problem) {
    return [
      {
        status: 'unknown',
        summary: `Whether ${registry.title} still has ${versionRef} is not known: ${registry.problem}`,
        remedy: `Wait until ${registry.title} can be read again, or ask those who run it`,
      },
    ];
  }
  return uri
    ? []
    : [
        {
          status: 'unknown',
          summary: `${registry.title} does not say where the files of ${versionRef} are`,
          remedy: 'Register the version with the place of its files',
        },
      ];
}

function evidenceOf(ref: string, artifact: ArtifactFacts): GateEvidence[] {
  const { digest, digestStrength, registry } = artifact;
  const files = [
    ...artifact.signatures.map(({ verified, ...file }) => ({
      ...file,
      worth: verified ? WORTH[verified.status](verified.key?.id ?? '') : '',
    })),
    ...artifact.sboms.map(file => ({ ...file, worth: '' })),
  ];
  return [
    {
      kind: 'digest',
      ref,
      digest,
      summary: `Digest of the ${STRENGTH[digestStrength]}`,
      ...(registry?.readAt ? { observedAt: registry.readAt } : {}),
    },
    ...files.map(file => ({
      kind: 'artifact',
      ref,
      digest: file.digest,
      observedAt: file.addedAt,
      summary: `${file.path}, added by ${file.addedBy}${file.worth}`,
    })),
    ...(artifact.criticalCves
      ? [
          {
            kind: 'label',
            ref,
            observedAt: artifact.criticalCves.addedAt,
            summary: `critical-cves = ${artifact.criticalCves.value}, added by ${artifact.criticalCves.addedBy}`,
          },
        ]
      : []),
  ];
}
