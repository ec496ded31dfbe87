import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useMemo } from 'react';
import { timeText } from '../asOf/readAsOf';
import { PictureWords } from '../graph/export/usePicture';
import { lineageTranslationRef } from '../translation';
import { Exploration } from './useExploration';
import { ALL_ENVIRONMENTS } from './view';

/** What is said about the picture of a graph where it is saved as a file. */
export function usePictureWords(exploration: Exploration): PictureWords {
  const { data } = exploration.graph;
  const { t } = useTranslationRef(lineageTranslationRef);
  return useMemo(() => {
    const caption = data
      ? [
          t('picture.root', { root: data.root }),
          [
            data.environment === ALL_ENVIRONMENTS
              ? t('picture.everyEnvironment')
              : t('picture.environment', { name: data.environment }),
            t('explorer.counts', {
              things: t('explorer.things', { count: data.nodes.length }),
              connections: t('explorer.connections', {
                count: data.edges.length,
              }),
            }),
            data.asOf && t('picture.asOf', { time: timeText(data.asOf) }),
          ]
            .filter(Boolean)
            .join(' · '),
          data.truncated &&
            t('picture.truncated', { amount: String(data.nodes.length) }),
          !data.complete && t('picture.incomplete'),
        ]
      : [];
    return {
      caption: caption.flatMap(line => line || []),
      lines: {
        observed: t('origin.observed'),
        declared: t('origin.declared'),
        both: t('origin.both'),
        restricted: t('picture.restricted'),
      },
    };
  }, [data, t]);
}
