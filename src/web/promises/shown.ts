import type { ReplyOf } from '../../shared/contract.ts';
import type { overview } from '../../shared/promises-rates.ts';
import type { show } from '../../shared/promises-views.ts';

/** What `promises.show` tells of one promise. */
export type Shown = ReplyOf<typeof show>;

/** What `promises.overview` tells. */
export type Overview = ReplyOf<typeof overview>;
