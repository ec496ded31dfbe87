import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import { useMemo } from 'react';
import { useKnownFields } from '../fields/useFields';
import { describeError } from '../loading/describeError';
import { PanelSection } from '../pieces/PanelSection';
import { lineageTranslationRef } from '../translation';
import { FieldTable } from './FieldTable';
import { SchemaField } from './schemaFields';

/** The fields of a dataset: those of its schema, and others that column lineage names. */
export function NodeFields(props: {
  node: string;
  schema: readonly SchemaField[];
  onTrace: (field: string) => void;
}) {
  const { node, schema, onTrace } = props;
  const { t } = useTranslationRef(lineageTranslationRef);
  const known = useKnownFields(node);
  const fields = useMemo(() => {
    const named = new Set(schema.map(({ path }) => path));
    const others = (known.data ?? []).filter(path => !named.has(path));
    return [
      ...schema,
      ...others.map(path => ({
        name: path,
        path,
        depth: 0,
        description: t('trace.fromLineage'),
      })),
    ];
  }, [schema, known.data, t]);
  if (fields.length === 0 && !known.error) {
    return null;
  }
  return (
    <PanelSection title={t('detail.fields', { count: fields.length })}>
      {fields.length > 0 && <FieldTable fields={fields} onTrace={onTrace} />}
      {known.error && (
        <Typography variant="body2" role="alert">
          {t('trace.unknown', { message: describeError(known.error).message })}
        </Typography>
      )}
    </PanelSection>
  );
}
