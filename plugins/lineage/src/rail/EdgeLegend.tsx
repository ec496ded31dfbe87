import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { lineageTranslationRef } from '../translation';
import { LineLegend } from './LineLegend';

/** What the lines of the picture mean. */
export function EdgeLegend(props: {
  /** Some connections are not drawn, as a way through jobs says the same. */
  hasParallel: boolean;
}) {
  const { t } = useTranslationRef(lineageTranslationRef);
  return (
    <LineLegend
      lines={{
        observed: t('origin.observed'),
        declared: t('origin.declared'),
        both: t('origin.both'),
        restricted: t('origin.restricted'),
      }}
      note={props.hasParallel ? t('rail.parallel') : undefined}
    />
  );
}
