import { createHash } from 'node:crypto';
import { z } from 'zod/v3';
import { Envelope } from './readEnvelopes';

const PAYLOAD_TYPE = 'application/vnd.in-toto+json';
const STATEMENT_TYPES = [
  'https://in-toto.io/Statement/v1',
  'https://in-toto.io/Statement/v0.1',
];
/** The OpenSSF model signature lists the files of a model in its predicate. */
const MODEL_SIGNATURE = 'https://model_signing/signature/v1.0';

/** A file that a statement names. */
export interface StatedFile {
  /** Absent of what stands for a whole model. */
  name?: string;
  /** `sha256:` and 64 hexadecimal digits. */
  digest: string;
}

const hex = z.string().regex(/^[0-9a-f]{64}$/i);
const statementSchema = z.object({
  _type: z.string(),
  subject: z
    .array(
      z.object({
        name: z.string().optional(),
        digest: z.record(z.string()),
      }),
    )
    .min(1),
  predicateType: z.string().optional(),
  predicate: z.unknown(),
});
const modelSchema = z.object({
  resources: z.array(
    z.object({ name: z.string(), algorithm: z.string(), digest: z.string() }),
  ),
});

/** Which files the signed statement of an envelope is about, or why it is not known. */
export function readStatement({
  payloadType,
  payload,
}: Envelope): StatedFile[] | { problem: string } {
  if (payloadType !== PAYLOAD_TYPE) {
    return {
      problem: `What is signed is of the type '${payloadType}', not '${PAYLOAD_TYPE}'`,
    };
  }
  const statement = statementSchema.safeParse(parse(payload));
  if (!statement.success || !STATEMENT_TYPES.includes(statement.data._type)) {
    return { problem: 'What is signed is not an in-toto statement' };
  }
  const { subject, predicateType, predicate } = statement.data;
  const files = subject.flatMap(({ name, digest }) =>
    toFile(name, 'sha256', digest.sha256),
  );
  if (predicateType !== MODEL_SIGNATURE) {
    return files.length > 0
      ? files
      : { problem: 'The statement has no SHA-256 digest of a file' };
  }
  const model = modelSchema.safeParse(predicate);
  if (!model.success || !isRootOf(files, model.data.resources)) {
    return {
      problem:
        'The files that the model signature lists are not those that its digest stands for',
    };
  }
  return [
    // Named after a folder, not after a file.
    ...files.map(({ digest }) => ({ digest })),
    ...model.data.resources.flatMap(({ name, algorithm, digest }) =>
      toFile(name, algorithm, digest),
    ),
  ];
}

function parse(payload: Buffer): unknown {
  try {
    return JSON.parse(payload.toString('utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) {
      return undefined;
    }
    throw error;
  }
}

function toFile(
  name: string | undefined,
  algorithm: string,
  digest: string | undefined,
): StatedFile[] {
  return algorithm === 'sha256' && hex.safeParse(digest).success
    ? [
        {
          ...(name ? { name } : {}),
          digest: `sha256:${digest?.toLowerCase()}`,
        },
      ]
    : [];
}

/** The one subject is the SHA-256 over the digests of all files in their order. */
function isRootOf(
  subjects: readonly StatedFile[],
  resources: readonly { digest: string }[],
): boolean {
  const root = createHash('sha256');
  resources.forEach(({ digest }) => root.update(Buffer.from(digest, 'hex')));
  return (
    subjects.length === 1 &&
    subjects[0].digest === `sha256:${root.digest('hex')}`
  );
}
