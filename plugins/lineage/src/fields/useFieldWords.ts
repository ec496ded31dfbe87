import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { LineageFields } from '@understudy/plugin-lineage-common';
import { useMemo } from 'react';
import { PictureWords } from '../graph/export/usePicture';
import { lineageTranslationRef } from '../translation';
import { countFields } from './countFields';

/** What is said about the picture of fields where it is saved as a file. */
export function useFieldWords(fields: LineageFields): PictureWords {
  const { t } = useTranslationRef(lineageTranslationRef);
  return useMemo(() => {
    const amount = countFields(fields);
    const caption = [
      t('picture.root', { root: fields.root }),
      t('trace.counts', {
        fields: t('trace.fields', { count: amount }),
        connections: t('explorer.connections', { count: fields.edges.length }),
      }),
      fields.cut && t('trace.cut'),
      fields.truncated &&
        !fields.cut &&
        t('picture.truncated', { amount: String(amount) }),
      !fields.complete && t('picture.incomplete'),
    ];
    return {
      caption: caption.flatMap(line => line || []),
      lines: {
        observed: t('trace.kind.direct'),
        declared: t('trace.kind.indirect'),
        both: t('trace.kind.both'),
        restricted: t('picture.restricted'),
      },
    };
  }, [fields, t]);
}
