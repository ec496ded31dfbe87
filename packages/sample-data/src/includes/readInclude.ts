import { InputError } from '@backstage/errors';
import {
  PlaceholderResolver,
  processingResult,
} from '@backstage/plugin-catalog-node';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';

/**
 * Reads what `$yaml` includes: as the catalog does from repositories, and
 * besides from files beside an entity that comes from a file. The catalog does
 * not do the latter, and the sample organisation is nothing but files.
 */
export const readInclude: PlaceholderResolver = async params => {
  const { key, value, baseUrl, read, resolveUrl, emit } = params;
  if (typeof value !== 'string') {
    throw new InputError(
      `$${key} is ${JSON.stringify(value)}; it has to name a file beside the entity, or a URL`,
    );
  }
  if (!path.isAbsolute(baseUrl)) {
    const url = resolveUrl(value, baseUrl);
    const content = await read(url);
    emit(processingResult.refresh(`url:${url}`));
    return parse(content.toString('utf8'));
  }
  const folder = path.dirname(baseUrl);
  const file = path.resolve(folder, value);
  if (!file.startsWith(folder + path.sep)) {
    throw new InputError(
      `$${key} is '${value}', which is not in the folder of ${baseUrl}`,
    );
  }
  emit(processingResult.refresh(`file:${file}`));
  return parse(await readFile(file, 'utf8'));
};
