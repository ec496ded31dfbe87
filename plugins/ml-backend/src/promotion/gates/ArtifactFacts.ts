import {
  DigestStrength,
  SignatureVerification,
} from '@understudy/plugin-ml-common';

/** A file of a version that a gate may want. */
export interface GateFile {
  path: string;
  digest: string;
  addedBy: string;
  /** ISO 8601. */
  addedAt: string;
}

/** A file that signs others. */
export interface GateSignature extends GateFile {
  /** What it is worth; absent where no gate asked. */
  verified?: Omit<SignatureVerification, 'covers' | 'coversVersion'>;
}

/** What is known of the files of a version, as it was when it was looked at. */
export interface ArtifactFacts {
  /** The digest that the version has now. */
  digest: string;
  digestStrength: DigestStrength;
  /** The digest that it had when its promotion was asked for. */
  promised: string;
  /** Since when the registry no longer has it, or it was deleted; ISO 8601. */
  gone?: string;
  /** Where its files are. */
  uri?: string;
  /** The registry that it comes from; absent where the portal keeps it. */
  registry?: {
    title: string;
    /** When it was last read to the end, ISO 8601. */
    readAt?: string;
    /** Why what it holds now is not known. */
    problem?: string;
  };
  /** Files that look like signatures. */
  signatures: GateSignature[];
  /** What no verified signature is about; absent where no gate asked. */
  signed?: {
    /** Whether verified ones are about the version or all of its files. */
    complete: boolean;
    /** Paths of some of the files that are left. */
    unsigned: string[];
    /** One that was changed, or is of another digest of a file. */
    mismatch?: { path: string; reason: string };
  };
  /** Files that look like bills of materials. */
  sboms: GateFile[];
  /** The label `critical-cves` that is in force. */
  criticalCves?: { value: string; addedBy: string; addedAt: string };
}
