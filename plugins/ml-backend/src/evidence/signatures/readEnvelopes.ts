import { z } from 'zod/v3';

/** How much of one file is verified. */
export const signatureLimits = { envelopes: 5, signatures: 3 } as const;

/** A signed statement: a DSSE envelope. */
export interface Envelope {
  payloadType: string;
  payload: Buffer;
  signatures: { keyid?: string; sig: Buffer }[];
}

const base64 = z
  .string()
  .regex(/^[\w+/-]*={0,2}$/)
  .transform(text => Buffer.from(text, 'base64'));
const envelopeSchema = z.object({
  payloadType: z.string(),
  payload: base64,
  signatures: z
    .array(z.object({ keyid: z.string().optional(), sig: base64 }))
    .min(1)
    .max(signatureLimits.signatures),
});
const bundleSchema = z.object({
  verificationMaterial: z
    .object({ publicKey: z.object({ hint: z.string().optional() }).optional() })
    .optional(),
  dsseEnvelope: envelopeSchema,
});

/**
 * Reads the signed statements that a file holds: a DSSE envelope or a Sigstore
 * bundle with one, or several of them line by line. Answers why it cannot.
 */
export function readEnvelopes(
  content: string,
): { envelopes: Envelope[] } | { problem: string } {
  const documents = parse(content);
  if (!documents) {
    return {
      problem:
        'It is not JSON. A signature over the bytes of a file cannot be verified here, because the portal has only its digest; sign an in-toto statement in a DSSE envelope',
    };
  }
  if (documents.length > signatureLimits.envelopes) {
    return {
      problem: `It has ${documents.length} statements; at most ${signatureLimits.envelopes} of one file are verified`,
    };
  }
  const envelopes: Envelope[] = [];
  for (const document of documents) {
    const envelope = readEnvelope(document);
    if ('problem' in envelope) {
      return envelope;
    }
    envelopes.push(envelope);
  }
  return { envelopes };
}

function parse(content: string): unknown[] | undefined {
  const lines = content.split('\n').filter(line => line.trim() !== '');
  return (
    parseAll([content]) ?? (lines.length > 1 ? parseAll(lines) : undefined)
  );
}

function parseAll(texts: readonly string[]): unknown[] | undefined {
  try {
    return texts.map(text => JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError) {
      return undefined;
    }
    throw error;
  }
}

function readEnvelope(document: unknown): Envelope | { problem: string } {
  const has = (name: string) =>
    typeof document === 'object' && document !== null && name in document;
  if (has('messageSignature')) {
    return {
      problem:
        'It signs the bytes of a file, which the portal does not have; sign an in-toto statement with the digest',
    };
  }
  if (has('dsseEnvelope')) {
    const bundle = bundleSchema.safeParse(document);
    if (!bundle.success) {
      return unreadable('a Sigstore bundle', bundle.error);
    }
    const { dsseEnvelope, verificationMaterial } = bundle.data;
    const hint = verificationMaterial?.publicKey?.hint;
    return {
      ...dsseEnvelope,
      signatures: dsseEnvelope.signatures.map(signature => ({
        ...signature,
        keyid: signature.keyid || hint,
      })),
    };
  }
  const envelope = envelopeSchema.safeParse(document);
  return envelope.success
    ? envelope.data
    : unreadable('a DSSE envelope', envelope.error);
}

function unreadable(what: string, { issues }: z.ZodError) {
  const [{ path, message }] = issues;
  return {
    problem: `It cannot be read as ${what}: ${[path.join('.'), message].filter(Boolean).join(': ')}`,
  };
}
