import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { DataField } from '@understudy/plugin-ml-common';
import { ReactNode } from 'react';
import { Since } from '../pieces/Since';
import { dataTranslationRef } from './translation';

/** Since when and why a field should no longer be used, and what instead. */
export function Deprecation(props: {
  deprecated: NonNullable<DataField['deprecated']>;
  /** Links the field to use instead. */
  renderField?: (name: string) => ReactNode;
}) {
  const { since, reason, replacedBy } = props.deprecated;
  const { renderField = name => name } = props;
  const { t } = useTranslationRef(dataTranslationRef);
  return (
    <>
      <div>
        {t('deprecation.when')}
        {since && (
          <>
            {' '}
            <Since time={since} />
          </>
        )}
        {reason && `: ${reason}`}
      </div>
      {replacedBy && (
        <div>
          {t('deprecation.use')} {renderField(replacedBy)}
        </div>
      )}
    </>
  );
}
