import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import LinearProgress from '@material-ui/core/LinearProgress';
import { makeStyles } from '@material-ui/core/styles';
import { LineageField, LineageFields } from '@understudy/plugin-lineage-common';
import { useMemo } from 'react';
import { LineageCanvas } from '../graph/canvas/LineageCanvas';
import { useDrawing } from '../graph/layout/useDrawing';
import { useNodeNames } from '../names/useNodeNames';
import { lineageTranslationRef } from '../translation';
import { FieldEdgeTable } from './FieldEdgeTable';
import { toFieldFlow } from './fieldFlow';
import { useFieldFaces } from './useFieldFaces';
import { useFieldWords } from './useFieldWords';

const NONE: ReadonlySet<string> = new Set();
/** Nothing is hidden behind a field. */
const noExpand = () => {};

const useStyles = makeStyles(theme => ({
  picture: { position: 'relative', flex: '1 1 60%', minHeight: 240 },
  table: {
    flex: '0 1 auto',
    maxHeight: '45%',
    minHeight: 120,
    overflow: 'auto',
    padding: theme.spacing(1, 2),
    borderTop: `1px solid ${theme.palette.divider}`,
  },
}));

/** Fields and their connections: as a picture, and below it as a table. */
export function FieldsPicture(props: {
  fields: LineageFields;
  /** Says what the picture is of. */
  label: string;
  onFollow: (field: LineageField) => void;
}) {
  const { fields, label, onFollow } = props;
  const { t } = useTranslationRef(lineageTranslationRef);
  const classes = useStyles();
  const flow = useMemo(() => toFieldFlow(fields), [fields]);
  const names = useNodeNames(fields.nodes);
  const faces = useFieldFaces(flow, names);
  const pictureWords = useFieldWords(fields);
  const { drawing, arranging, tidy } = useDrawing(
    flow,
    `fields ${flow.root} ${fields.field ?? ''}`,
  );
  // What is drawn lags behind while it is arranged.
  const shown = drawing?.flow === flow ? drawing : undefined;
  const follow = (id: string) => {
    const field = flow.fieldOf.get(id);
    if (field) {
      onFollow(field);
    }
  };
  return (
    <>
      <div className={classes.picture} aria-busy={arranging}>
        {!shown && <LinearProgress aria-label={t('trace.loading')} />}
        {shown && (
          <LineageCanvas
            drawing={shown}
            faces={faces}
            label={label}
            strong={NONE}
            othersFaint={false}
            pictureWords={pictureWords}
            onOpen={follow}
            onExpand={noExpand}
            onTidy={tidy}
          />
        )}
      </div>
      <div className={classes.table}>
        <FieldEdgeTable
          edges={fields.edges}
          indirect={flow.indirect}
          titleOf={node => names.of(node).title}
          onFollow={onFollow}
        />
      </div>
    </>
  );
}
