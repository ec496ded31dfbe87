import { RecordDefinition } from '../generate/types';
import { demandByStoreRecords } from './demandByStore';
import { forecastingRecords } from './forecasting';
import { helpAssistantRecords } from './helpAssistant';
import { paymentsRecords } from './payments';
import { searchRecords } from './search';
import { undescribedRecords } from './undescribed';

/** Every record of every server of the sample organisation. */
export const sampleRecords: RecordDefinition[] = [
  ...paymentsRecords,
  ...searchRecords,
  ...helpAssistantRecords,
  ...forecastingRecords,
  ...demandByStoreRecords,
  ...undescribedRecords,
];
