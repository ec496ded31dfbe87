const MIB = 1024 * 1024;

/** Of one event as it is stored: without what is too large to be kept of it. */
export const MAX_EVENT_BYTES = 4 * MIB;

/** Of what is sent at once, an event or a batch, after decompression. */
export const MAX_BODY_BYTES = 32 * MIB;

/** How many events a batch may have. */
export const MAX_BATCH_EVENTS = 10_000;

/** How deep lists and objects of an event may be inside one another. */
export const MAX_DEPTH = 200;
