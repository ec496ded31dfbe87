import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useMemo } from 'react';
import { lineageTranslationRef, Translate } from '../translation';

/** Writes a kind, in the words of the filter, and a type for people. */
export type KindText = (kind: string, type?: string) => string;

const NAMED = [
  'api',
  'component',
  'dataset',
  'feature',
  'featureview',
  'job',
  'model',
  'resource',
  'unmapped',
] as const;

type NamedKind = (typeof NAMED)[number];

/** Several of a kind; kinds that are not ours are called as they are. */
export function manyOfKind(kind: string, t: Translate): string {
  return isNamed(kind) ? t(`kinds.many.${kind}`) : kind;
}

function isNamed(kind: string): kind is NamedKind {
  return NAMED.some(named => named === kind);
}

/**
 * Says what kind something is; kinds that are not ours are called as they are.
 * Graphs ask for the same few a thousand times.
 */
export function useKindText(): KindText {
  const { t } = useTranslationRef(lineageTranslationRef);
  return useMemo(() => {
    const known = new Map<string, string>();
    return (kind, type) => {
      const key = `${kind} ${type ?? ''}`;
      const text = known.get(key) ?? write(kind, type);
      known.set(key, text);
      return text;
    };

    function write(kind: string, type?: string): string {
      const word = isNamed(kind) ? t(`kinds.${kind}`) : kind;
      // "dataset, dataset" says nothing more.
      return type && type !== kind
        ? t('kinds.typed', { kind: word, type })
        : word;
    }
  }, [t]);
}
