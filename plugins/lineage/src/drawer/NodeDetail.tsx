import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { LineageNodeDetail } from '@understudy/plugin-lineage-common';
import { PanelSection } from '../pieces/PanelSection';
import { lineageTranslationRef } from '../translation';
import { FacetList } from './FacetList';
import { NodeFields } from './NodeFields';
import { RunList } from './RunList';
import { schemaFields } from './schemaFields';

const SCHEMA = 'schema';

const useStyles = makeStyles(theme => ({
  names: {
    margin: 0,
    paddingLeft: theme.spacing(2.5),
    fontSize: theme.typography.body2.fontSize,
  },
}));

/** What the backend knows of a node beside the graph: names, runs, fields, facets. */
export function NodeDetail(props: {
  detail: LineageNodeDetail;
  /** Shows what a field is made from. */
  onTrace: (field: string) => void;
  /** Shows what used a version. */
  onUsed: (version: string) => void;
}) {
  const { onTrace, onUsed } = props;
  const { node, names, facets, runs, runsComplete, truncated } = props.detail;
  const { t } = useTranslationRef(lineageTranslationRef);
  const classes = useStyles();
  const fields = schemaFields(
    facets.find(({ name }) => name === SCHEMA)?.value,
  );
  const others = facets.filter(({ name }) => name !== SCHEMA);
  return (
    <>
      {names.length > 0 && (
        <PanelSection title={t('detail.names')}>
          <ul className={classes.names}>
            {names.map(({ namespace, name, role, environment, region }) => (
              <li key={`${namespace} ${name}`}>
                {name}
                <Typography
                  variant="body2"
                  component="div"
                  color="textSecondary"
                >
                  {[namespace, role, environment, region]
                    .filter(Boolean)
                    .join(', ')}
                </Typography>
              </li>
            ))}
          </ul>
        </PanelSection>
      )}
      <PanelSection
        title={t(node.kind === 'job' ? 'detail.runs' : 'detail.writers')}
      >
        <RunList
          key={node.id}
          node={node.id}
          first={{ runs, complete: runsComplete }}
          onUsed={onUsed}
        />
      </PanelSection>
      {node.kind !== 'job' && (
        <NodeFields node={node.id} schema={fields} onTrace={onTrace} />
      )}
      {others.length > 0 && (
        <PanelSection title={t('detail.facets')}>
          <FacetList facets={others} />
        </PanelSection>
      )}
      {truncated && (
        <Typography variant="body2" paragraph>
          {t('detail.truncated')}
        </Typography>
      )}
    </>
  );
}
