import { featureJobs } from './jobs/features';
import { ingestionJobs } from './jobs/ingestion';
import { labelJobs } from './jobs/labels';
import { scoringJobs } from './jobs/scoring';
import { serviceJobs } from './jobs/services';
import { trainingJobs } from './jobs/training';
import { warehouseJobs } from './jobs/warehouse';
import type { SampleJob } from './SampleJob';

/** Every job of the sample organisation that is known from OpenLineage. */
export const sampleJobs: SampleJob[] = [
  ...ingestionJobs,
  ...warehouseJobs,
  ...serviceJobs,
  ...featureJobs,
  ...labelJobs,
  ...trainingJobs,
  ...scoringJobs,
];
