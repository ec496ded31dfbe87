import { isMap, JsonMap } from '../reading/checks';
import { FieldRoom, NameList } from './FieldRoom';

/**
 * What is kept of a `columnLineage` facet that is too big: connections between
 * fields in short, as many as there may be, and the names of all datasets.
 */
export function keepColumnLineage(facet: JsonMap): JsonMap {
  const room = new FieldRoom();
  const names = new NameList();
  const dataset = keepOfWhole(facet.dataset, room, names);
  const fields = room.keepFields(facet.fields, 'inputFields', names);
  return {
    fields,
    dataset: [...dataset, ...names.list()],
    ...leftOut(facet, room),
  };
}

/** As {@link keepColumnLineage}, of an explicit `lineage` facet; undefined: it says nothing. */
export function keepExplicitLineage(facet: JsonMap): JsonMap | undefined {
  const room = new FieldRoom();
  const { entries } = facet;
  if (Array.isArray(entries)) {
    return {
      entries: entries.map(entry =>
        isMap(entry) ? keepEntry(entry, room) : entry,
      ),
      ...leftOut(facet, room),
    };
  }
  // An empty list would say that there are no sources.
  return facet.inputs || facet.fields
    ? { ...keepEntry(facet, room), ...leftOut(facet, room) }
    : undefined;
}

/** How many connections are missing of a facet that was cut, now or before. */
function leftOut(facet: JsonMap, { left }: FieldRoom): JsonMap {
  const { _truncated, _fieldsLeftOut } = facet;
  const before =
    _truncated === true && typeof _fieldsLeftOut === 'number'
      ? _fieldsLeftOut
      : 0;
  return left + before > 0 ? { _fieldsLeftOut: left + before } : {};
}

function keepEntry(entry: JsonMap, room: FieldRoom): JsonMap {
  const names = new NameList();
  const inputs = keepOfWhole(entry.inputs, room, names);
  const fields = room.keepFields(entry.fields, 'inputs', names);
  return {
    ...Object.fromEntries(
      ['namespace', 'name', 'type']
        .filter(key => key in entry)
        .map(key => [key, entry[key]]),
    ),
    inputs: [...inputs, ...names.list()],
    ...(Object.keys(fields).length > 0 && { fields }),
  };
}

/** What the whole depends on: without a field it is a name. */
function keepOfWhole(
  inputs: unknown,
  room: FieldRoom,
  names: NameList,
): JsonMap[] {
  return room.keepInputs(inputs, names, {
    isEdge: ({ field, type }) => typeof field === 'string' && type !== 'JOB',
    target: '',
  });
}
