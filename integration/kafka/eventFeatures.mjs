import { createBackendFeatureLoader } from '@backstage/backend-plugin-api';

/** The events backend, and what reads Kafka for it. */
export default createBackendFeatureLoader({
  loader: () => [
    import('@backstage/plugin-events-backend'),
    import('@backstage/plugin-events-backend-module-kafka'),
  ],
});
