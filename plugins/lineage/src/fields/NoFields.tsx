import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { CodeText } from '../pieces/CodeText';
import { EmptyState } from '../pieces/EmptyState';
import { lineageTranslationRef } from '../translation';

const EXAMPLE = JSON.stringify(
  {
    outputs: [
      {
        namespace: 'postgres://db.example:5432',
        name: 'shop.public.orders',
        facets: {
          columnLineage: {
            fields: {
              amount: {
                inputFields: [
                  {
                    namespace: 'postgres://db.example:5432',
                    name: 'raw.public.orders',
                    field: 'amount_cents',
                    transformations: [{ type: 'DIRECT' }],
                  },
                ],
              },
            },
          },
        },
      },
    ],
  },
  null,
  2,
);

/** Nothing is known of a field, and what has to happen for that to change. */
export function NoFields(props: { field?: string; complete: boolean }) {
  const { field, complete } = props;
  const { t } = useTranslationRef(lineageTranslationRef);
  return (
    <EmptyState
      title={
        field === undefined
          ? t('trace.nothingAll')
          : t('trace.nothing', { field })
      }
      why={complete ? t('trace.why') : t('trace.nothingSeen')}
      action={
        complete && <CodeText text={EXAMPLE} label={t('trace.example')} />
      }
    />
  );
}
