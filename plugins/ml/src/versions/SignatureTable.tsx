import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { VersionSignature } from '@understudy/plugin-ml-common';
import { DataTable } from '../pieces/DataTable';
import { versionsTranslationRef } from './translation';

/** What goes into a version and what comes out. */
export function SignatureTable(props: { signature: VersionSignature }) {
  const { t } = useTranslationRef(versionsTranslationRef);
  const { inputs, outputs } = props.signature;
  const rows = [
    ...inputs.map((field, index) => ({
      ...field,
      side: 'input' as const,
      index,
    })),
    ...outputs.map((field, index) => ({
      ...field,
      side: 'output' as const,
      index,
    })),
  ];
  return (
    <DataTable
      label={t('version.signature')}
      rows={rows}
      rowKey={({ side, index }) => `${side} ${index}`}
      columns={[
        {
          id: 'side',
          title: t('signature.side'),
          render: ({ side }) => t(`signature.${side}`),
        },
        {
          id: 'name',
          title: t('signature.name'),
          render: ({ name }) => name || t('signature.unnamed'),
        },
        {
          id: 'type',
          title: t('signature.type'),
          render: ({ type }) => type,
        },
        {
          id: 'required',
          title: t('signature.required'),
          render: ({ required }) =>
            t(required ? 'signature.yes' : 'signature.no'),
        },
      ]}
    />
  );
}
