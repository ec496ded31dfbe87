import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import { VersionLabel } from '@understudy/plugin-ml-common';
import { useState } from 'react';
import { DataTable } from '../pieces/DataTable';
import { FoldButton } from '../pieces/FoldButton';
import { Section } from '../pieces/Section';
import { Since } from '../pieces/Since';
import { Tag } from '../pieces/Tag';
import { mlTranslationRef } from '../translation';
import { versionsTranslationRef } from '../versions/translation';

const useStyles = makeStyles(theme => ({
  list: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
}));

/** The labels of a version; those that were taken off are folded. */
export function LabelsSection(props: { labels: VersionLabel[] }) {
  const { t } = useTranslationRef(versionsTranslationRef);
  const { t: tShared } = useTranslationRef(mlTranslationRef);
  const classes = useStyles();
  const [open, setOpen] = useState(false);
  const removed = props.labels.filter(({ removedAt }) => removedAt);
  return (
    <Section title={t('versionEvidence.labels')}>
      <div className={classes.list}>
        {props.labels
          .filter(({ removedAt }) => !removedAt)
          .map(({ id, key, value, addedBy }) => (
            <Tag
              key={id}
              title={t('versionEvidence.addedBy', { who: addedBy })}
            >
              {key}: {value}
            </Tag>
          ))}
      </div>
      {removed.length > 0 && (
        <FoldButton
          open={open}
          onToggle={() => setOpen(!open)}
          show={t('versionEvidence.removed', { count: removed.length })}
          hide={t('versionEvidence.hideRemoved')}
        />
      )}
      {open && (
        <DataTable
          label={t('versionEvidence.removedLabel')}
          rows={removed}
          rowKey={({ id }) => id}
          columns={[
            {
              id: 'key',
              title: tShared('pairs.key'),
              render: ({ key }) => key,
            },
            {
              id: 'value',
              title: tShared('pairs.value'),
              render: ({ value }) => value,
            },
            {
              id: 'removed',
              title: t('versionEvidence.takenOff'),
              render: ({ removedAt = '' }) => <Since time={removedAt} />,
            },
          ]}
        />
      )}
    </Section>
  );
}
