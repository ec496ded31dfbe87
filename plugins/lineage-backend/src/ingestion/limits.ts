const MIB = 1024 * 1024;

/** Of one event, after decompression. */
export const MAX_EVENT_BYTES = 4 * MIB;

/** Of a whole batch, after decompression. */
export const MAX_BATCH_BYTES = 32 * MIB;

/** How many events a batch may have. */
export const MAX_BATCH_EVENTS = 10_000;

/** How deep lists and objects of an event may be inside one another. */
export const MAX_DEPTH = 200;
