import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { LineLegend } from '../rail/LineLegend';
import { lineageTranslationRef } from '../translation';

/** What the lines between fields mean. */
export function FieldLegend() {
  const { t } = useTranslationRef(lineageTranslationRef);
  return (
    <LineLegend
      lines={{
        observed: t('trace.kind.direct'),
        declared: t('trace.kind.indirect'),
        both: t('trace.kind.both'),
        restricted: t('trace.kind.restricted'),
      }}
    />
  );
}
