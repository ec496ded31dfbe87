import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import { LineageRunDataset } from '@understudy/plugin-lineage-common';
import { Fragment } from 'react';
import { NodeNames } from '../names/useNodeNames';
import { rootNode } from '../page/rootNode';
import { NodeLink } from '../pieces/NodeLink';
import { lineageTranslationRef } from '../translation';

const useStyles = makeStyles(theme => ({
  note: { color: theme.palette.text.secondary },
}));

/** Something that a run wrote: which part and version of it, and what depends on it. */
export function UsedOutput(props: {
  output: LineageRunDataset;
  names: NodeNames;
  environment?: string;
}) {
  const { output, names, environment } = props;
  const { id, version, partition, consumers = [], moreConsumers } = output;
  const { t } = useTranslationRef(lineageTranslationRef);
  const classes = useStyles();
  const { entityRef } = rootNode(id) ?? {};
  const parts = [
    partition,
    version !== undefined && t('used.outputVersion', { version }),
  ].filter(Boolean);
  return (
    <>
      <NodeLink
        id={id}
        entityRef={entityRef}
        title={entityRef ? names.of(id).title : output.name}
        environment={environment}
      />
      {parts.length > 0 && ` ${parts.join(', ')}`}
      <div className={classes.note}>
        {consumers.length === 0 && !moreConsumers && t('used.noConsumers')}
        {consumers.length > 0 && `${t('used.consumers')} `}
        {consumers.map((consumer, index) => (
          <Fragment key={consumer.id}>
            {index > 0 && ', '}
            <NodeLink
              id={consumer.id}
              entityRef={consumer.entityRef}
              title={names.of(consumer.id).title}
              environment={environment}
              inText
            />
          </Fragment>
        ))}
        {moreConsumers && ` ${t('used.moreConsumers')}`}
      </div>
    </>
  );
}
