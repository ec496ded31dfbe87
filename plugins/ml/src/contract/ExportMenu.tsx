import { parseEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import Menu from '@material-ui/core/Menu';
import MenuItem from '@material-ui/core/MenuItem';
import { Contract, LossNote } from '@understudy/contracts';
import { useRef, useState } from 'react';
import { contractApiRef } from '../api/ContractApi';
import { Problem } from '../loading/Problem';
import { useAction } from '../loading/useAction';
import { saveBlob } from '../pieces/saveBlob';
import { contractTranslationRef } from './translation';
import { exportedFiles } from './exportedFiles';
import { LossDialog } from './LossDialog';
import { writeContract } from './tryChange/contractText';

const FORMATS = [
  'yaml',
  'json',
  'odcs',
  'json-schema',
  'mlflow',
  'oip',
  'feast',
  'avro',
  'openlineage',
] as const;

type ExportFormat = (typeof FORMATS)[number];

const ENDINGS: Record<ExportFormat, string> = {
  yaml: 'contract.yaml',
  json: 'contract.json',
  'json-schema': 'schema.json',
  mlflow: 'signature.json',
  odcs: 'odcs.yaml',
  oip: 'metadata.json',
  feast: 'feast.json',
  avro: 'avsc',
  openlineage: 'facet.json',
};

/** Saves the contract in a format of one's choice. */
export function ExportMenu(props: { subject: string; contract: Contract }) {
  const { subject, contract } = props;
  const { t } = useTranslationRef(contractTranslationRef);
  const api = useApi(contractApiRef);
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const [lossy, setLossy] = useState<LossNote[]>([]);
  const action = useAction(async (format: ExportFormat) => {
    const { name } = parseEntityRef(subject);
    const ending = ENDINGS[format];
    setLossy([]);
    if (format === 'yaml' || format === 'json') {
      const text = writeContract(contract, format);
      saveBlob(new Blob([text]), `${name}.${ending}`);
      return;
    }
    const exported = await api.exportContract(subject, format);
    exportedFiles(exported.documents, name, ending).forEach(file =>
      saveBlob(new Blob([file.text]), file.name),
    );
    setLossy(exported.lossy);
  });
  return (
    <>
      <Button
        ref={button}
        size="small"
        variant="outlined"
        aria-haspopup="menu"
        disabled={action.busy}
        onClick={() => setOpen(true)}
      >
        {t('contract.export.action')}
      </Button>
      <Menu
        anchorEl={button.current}
        open={open}
        onClose={() => setOpen(false)}
        MenuListProps={{ 'aria-label': t('contract.export.what') }}
      >
        {FORMATS.map(format => (
          <MenuItem
            key={format}
            onClick={() => {
              setOpen(false);
              void action.run(format);
            }}
          >
            {t(`contract.export.format.${format}`)}
          </MenuItem>
        ))}
      </Menu>
      {action.error && (
        <Problem error={action.error} title={t('contract.export.failed')} />
      )}
      <LossDialog lossy={lossy} onClose={() => setLossy([])} />
    </>
  );
}
