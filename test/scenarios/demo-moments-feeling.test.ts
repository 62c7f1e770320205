import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoMessages } from '../../src/server/demo/stream.ts';
import { learnFeelingsAnew } from '../../src/server/moments/feeling-service.ts';
import { feeling, tryFeeling } from '../../src/shared/moments-feeling.ts';
import { openSegmentDoor, type SegmentDoor } from '../support/segment.ts';

const run = { customers: 30, seed: 7, until: '2026-11-01T00:00:00.000Z' };
const comments = [...demoMessages(run)].filter(
  (one) => one.event === 'Moment Rated' && one.properties?.['by'] === 'customer',
);

let door: SegmentDoor;
beforeAll(async () => {
  door = await openSegmentDoor();
});
afterAll(async () => door?.house.close());

describe('a house learns how its own customers write', () => {
  it('from their rated comments: shown on those held back; what comes then is read by what was learned', async () => {
    const { house } = door;
    for (let from = 0; from < comments.length; from += 500) {
      const batch = comments.slice(from, from + 500);
      expect((await door.post('/v1/batch', { batch })).body).toMatchObject({ remembered: batch.length });
    }
    await house.kept.delivery.settled();
    const words = 'Me pasaron de un departamento a otro y nadie resolvió nada, qué vergüenza';
    const before = await house.ask(feeling, {}, house.administrator);
    expect(before).toMatchObject({ languages: [], rated: comments.length });
    await learnFeelingsAnew(house.kept.house);
    const after = await house.ask(feeling, {}, house.administrator);
    const spanish = after.languages.find((one) => one.language === 'es');
    const own = comments.filter((one) => one.context['locale'] === 'es-ES').length;
    expect(spanish?.used).toBe(true);
    expect(Math.abs((spanish?.texts ?? 0) - own)).toBeLessThan(0.03 * own);
    expect(spanish?.always.macro_f1).toBeGreaterThan(spanish?.words_alone.macro_f1 ?? 1);
    expect(spanish?.curve.length).toBeGreaterThan(1);
    expect(spanish?.always.texts).toBeGreaterThan(40);

    const tried = await house.ask(tryFeeling, { text: words }, house.administrator);
    expect(tried).toMatchObject({ feeling: 'negative', language: 'es', by: 'model' });
    const mail = {
      type: 'track',
      event: 'Email Received',
      userId: 'writer',
      messageId: 'mail',
      timestamp: new Date(house.clock.now().getTime() - 60_000).toISOString(),
      properties: { channel: 'email', touchpoint: 'email-service', subject: 'Hola', words, language: 'es' },
    };
    expect((await door.post('/v1/batch', { batch: [mail] })).body).toMatchObject({ remembered: 1 });
    await house.kept.delivery.settled();
    const rows = await house.rows(
      "select j.source, j.emotional, m.sign from moments.judgement j join moments.moment m using (moment_id) where j.source = 'machine'",
    );
    expect(rows).toEqual([{ source: 'machine', emotional: 2, sign: -1 }]);
  });
});
