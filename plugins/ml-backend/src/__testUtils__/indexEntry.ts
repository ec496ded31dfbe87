import { ModelIndexEntry } from '../models/ModelIndex';

/** What the index has of a model about which little is said. */
export function indexEntry(
  said: Partial<ModelIndexEntry> & { ref: string },
): ModelIndexEntry {
  const name = said.ref.split('/')[1];
  return {
    title: name,
    owner: '',
    type: 'classifier',
    lifecycle: 'production',
    tier: '',
    text: name,
    match_name: name,
    etag: '',
    ...said,
  };
}
