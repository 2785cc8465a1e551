import type { DatasetName, Datasets } from '../../datasets/registry.js';

/** Reads the body of a feed into a record. @throws ProviderError when it is malformed */
export type FeedReader<T> = (body: unknown, nowMs: number) => T;

/** The datasets of a feed, each with its reader. */
export type FeedReaders = { readonly [D in DatasetName]?: FeedReader<Datasets[D]> };
