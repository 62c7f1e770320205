import { members, membersHeld } from '../customers/merge-service.ts';
import type { RawDoor, Visit } from '../platform/area.ts';
import { newId } from '../platform/ids.ts';
import { refuse } from '../platform/refuse.ts';
import { findAttachment, insertAttachment } from './attachment-store.ts';
import { findEvent } from './recall-store.ts';

const mostBytes = 25 * 1_048_576;

/** A file put to an event, and taken back out: always as a download, never run by a browser. */
export const attachmentDoors: readonly RawDoor[] = [
  {
    method: 'POST',
    path: '/api/v1/memory/attach',
    access: 'memory.capture',
    maxBytes: mostBytes,
    summary: 'Puts a file to an event: ?customer_id&event_id&name, the body is the file.',
    async handle(visit, house) {
      const { customer_id: customerId, event_id: eventId, name } = visit.query;
      if (!isId(customerId) || !isId(eventId) || name === undefined || name.length > 300) refuse('request.bad-query');
      const file = await house.files.keep(visit.stream, mostBytes);
      const attachmentId = newId();
      await visit.call('service', async (call) => {
        const ids = await membersHeld(call, customerId);
        const event = await findEvent(call.tx, ids.all, eventId);
        if (event === undefined) refuse('record.not-found');
        await insertAttachment(call.tx, {
          customerId: event.customer_id,
          attachmentId,
          eventId,
          name: cleanName(name),
          mediaType: mediaType(visit),
          bytes: file.bytes,
          sha256: file.sha256,
          at: call.now,
          by: call.actor.name,
        });
      });
      return json({ attachment_id: attachmentId });
    },
  },
  {
    method: 'GET',
    path: '/api/v1/memory/attachment',
    access: 'customers.read',
    maxBytes: 0,
    summary: 'A file of an event: ?customer_id&attachment_id.',
    async handle(visit, house) {
      const { customer_id: customerId, attachment_id: attachmentId } = visit.query;
      if (!isId(customerId) || !isId(attachmentId)) refuse('request.bad-query');
      const row = await visit.call('service', async (call) => {
        const ids = await members(call, customerId);
        return findAttachment(call.tx, ids.all, attachmentId);
      });
      if (row === undefined) refuse('record.not-found');
      return {
        status: 200,
        headers: {
          'content-type': 'application/octet-stream',
          'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(row.name)}`,
          'content-security-policy': "sandbox; default-src 'none'",
          'x-content-type-options': 'nosniff',
          'cache-control': 'no-store',
        },
        body: house.files.read(row.sha256),
      };
    },
  },
];

function isId(text: string | undefined): text is string {
  return text !== undefined && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}

/** A name is only told, never a path: no control signs, no direction marks, no separators. */
function cleanName(name: string): string {
  const clean = name.replaceAll(/[\p{Cc}\p{Cf}/\\]/gu, '_').trim();
  return clean === '' ? 'file' : clean.slice(0, 200);
}

function mediaType(visit: Visit): string {
  const told = visit.headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  return /^[\w.+-]+\/[\w.+-]+$/.test(told) ? told.slice(0, 100) : 'application/octet-stream';
}

function json(body: object) {
  return { status: 200, headers: { 'content-type': 'application/json; charset=utf-8' }, body: JSON.stringify(body) };
}
