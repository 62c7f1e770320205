import type { Actor, House } from '../platform/area.ts';
import { nobody, type Shown } from '../platform/http/gate.ts';
import { isLocalToken } from './local-token.ts';
import { localActor } from './actors.ts';
import { refuse } from '../platform/refuse.ts';

/** Opens the one who knows who stands at the door: by session, API key or the machine's own token. */
export function openDoorkeeper(house: House): { actorOf(shown: Shown): Promise<Actor> } {
  return {
    async actorOf(shown) {
      const bearer = /^Bearer (.+)$/i.exec(shown.authorization ?? '')?.[1];
      if (bearer === undefined) return nobody(shown.language);
      if (isLocalToken(house.config, bearer, shown.address)) return localActor(shown.language);
      return refuse('access.not-signed-in');
    },
  };
}
