import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useCallback } from 'react';
import { lineageTranslationRef } from '../translation';

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

function isNamed(kind: string): kind is NamedKind {
  return NAMED.some(named => named === kind);
}

/** Says what kind something is; kinds that are not ours are called as they are. */
export function useKindText(): KindText {
  const { t } = useTranslationRef(lineageTranslationRef);
  return useCallback(
    (kind, type) => {
      const word = isNamed(kind) ? t(`kinds.${kind}`) : kind;
      // "dataset, dataset" says nothing more.
      return type && type !== kind
        ? t('kinds.typed', { kind: word, type })
        : word;
    },
    [t],
  );
}
