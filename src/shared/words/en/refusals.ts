import type { RefusalCode } from '../../refusals.ts';
import type { ClientRefusal, RefusalWords } from '../shape.ts';
import { refusalsOfMoments } from './refusals-moments.ts';

/** Every refusal in English, by its code: what happened, and what to do. */
export const refusals = {
  ...refusalsOfMoments,
  'request.malformed-json': {
    title: 'We could not read what was sent.',
    act: 'It is not valid JSON. Correct it and send it again.',
  },
  'request.too-deep': { title: 'What was sent is nested too deeply.', act: 'Send it flatter.' },
  'request.duplicate-key': { title: 'The same field was sent twice.', act: 'Send each field once.' },
  'request.forbidden-key': {
    title: 'A field has a name that is not allowed.',
    act: 'Rename the field and send it again.',
  },
  'request.repeated-parameter': { title: 'A parameter in the address appears twice.', act: 'Leave it once.' },
  'request.bad-query': {
    title: 'Something in the address is not understood.',
    act: 'Check the filters, or open the page from the menu.',
  },
  'request.bad-cursor': { title: 'This place in the list is no longer valid.', act: 'Start from the top of the list.' },
  'request.bad-idempotency-key': {
    title: 'The idempotency key is not valid.',
    act: 'Use 1 to 255 visible characters.',
  },
  'request.key-in-url': {
    title: 'A key was sent in the address.',
    act: 'Send it in the Authorization header, and replace this key: addresses are written to logs.',
  },
  'request.invalid': {
    title: 'Something here is not right yet.',
    act: 'Correct the marked fields; nothing was saved.',
  },
  'request.unknown-field': { title: 'A field is not known here.', act: 'Remove it; nothing was saved.' },
  'request.too-large': { title: 'This is too large to take at once.', act: 'Send it in smaller pieces.' },
  'request.expands-too-much': {
    title: 'This grows too large when unpacked.',
    act: 'Send it unpacked, in smaller pieces.',
  },
  'request.unsupported-type': {
    title: 'This kind of content is not taken here.',
    act: 'Send JSON, or the file type that the page names.',
  },
  'request.method-not-allowed': {
    title: 'This address does not take that method.',
    act: 'Use the method named on the API page.',
  },
  'request.not-found': { title: 'There is nothing at this address.', act: 'Check the address, or go to Today.' },
  'request.too-many': { title: 'Too many requests in a short time.', act: 'Wait a minute and try again.' },
  'request.idempotency-mismatch': {
    title: 'This request was already sent with other content.',
    act: 'Use a new idempotency key for new content.',
  },
  'request.idempotency-running': {
    title: 'The same request is still being worked on.',
    act: 'Wait a moment; its answer will be the same.',
  },
  'request.cross-site': {
    title: 'This came from another site and was refused.',
    act: 'Open Kept itself and do it there.',
  },
  'access.not-signed-in': { title: 'You are not signed in.', act: 'Sign in and go on where you were.' },
  'access.not-allowed': {
    title: 'Your role does not include this.',
    act: 'Ask an administrator if you need it for your work.',
  },
  'access.purpose': {
    title: 'This may not be used for that purpose.',
    act: 'Use it only for what the customer agreed to.',
  },
  'house.busy': { title: 'Kept is very busy right now.', act: 'Nothing was lost. Try again in a moment.' },
  'house.database-away': {
    title: 'The database does not answer.',
    act: 'Nothing was saved. Try again shortly; if it lasts, tell your administrator.',
  },
  'house.storage-full': {
    title: 'The disk is full.',
    act: 'Nothing was saved. Tell your administrator: Kept needs more room.',
  },
  'house.too-slow': {
    title: 'This took too long and was stopped.',
    act: 'Narrow it down (a shorter period, fewer rows) and try again.',
  },
  'house.not-set-up': {
    title: 'Kept is not set up yet.',
    act: 'Open the set-up link that the server printed when it started.',
  },
  'house.already-set-up': { title: 'Kept is already set up.', act: 'Sign in, or ask an administrator to invite you.' },
  'record.not-found': {
    title: 'This is not here any more, or never was.',
    act: 'Go back to the list and open it from there.',
  },
  'record.stale': {
    title: 'Someone changed this before you saved.',
    act: 'Look at the newest version, then make your change again.',
  },
  'record.conflict': {
    title: 'This does not fit with what is already there.',
    act: 'Look at what is there, then decide.',
  },
  'house.away': {
    title: 'Kept cannot be reached.',
    act: 'Check your connection. What you typed stays here; it goes on by itself when the connection is back.',
  },
  'house.fault': {
    title: 'Something went wrong on our side.',
    act: 'Nothing was saved. Try again; if it stays, give your administrator the number below.',
  },
  'house.unreadable': {
    title: 'The answer could not be read.',
    act: 'Kept was probably updated. Load the page again.',
  },
  'event.in-future': { title: 'This lies in the future.', act: 'Give the time at which it happened.' },
  'source.name-taken': { title: 'A source of this name is there already.', act: 'Choose another name.' },
  'merge.already-one': { title: 'These two are one customer already.', act: 'Nothing needs to be done.' },
  'merge.too-many': {
    title: 'A customer can hold 50 merged records at most.',
    act: 'Undo a merge that is not needed first.',
  },
  'merge.already-undone': { title: 'This merge was undone already.', act: 'Look at the customer as it is now.' },
  'key.no-key': {
    title: 'This cannot tell one customer from another.',
    act: 'Give a complete address or number of his own.',
  },
  'key.held-by-another': {
    title: 'Another customer holds this key.',
    act: 'Look at both; if they are one, merge them.',
  },
  'key.blocked': { title: 'This key is shared by many or means nobody.', act: 'Use a key of his own.' },
  'promise.due-in-past': { title: 'That moment has passed already.', act: 'Choose a date that is still to come.' },
  'promise.no-due': { title: 'It is not said when this is due.', act: 'Add a date.' },
  'promise.keeper-unfit': { title: 'Whoever is to keep this does not work here now.', act: 'Choose another keeper.' },
  'promise.outer-unfit': {
    title: 'The promise that waits for this one is not open.',
    act: 'Choose an open promise of the same customer.',
  },
  'promise.other-unit': {
    title: 'The result is in another unit than the promise.',
    act: 'Give it in the promise’s own unit.',
  },
  'promise.wrong-state': { title: 'This promise is no longer in that state.', act: 'Look at how it stands now.' },
  'promise.not-yours': { title: 'This is for others to do.', act: 'Ask its keeper, its maker, or a manager.' },
  'promise.link-void': {
    title: 'This link does not open any more.',
    act: 'Ask the company that sent it for a new one.',
  },
  'touchpoint.alias-unfit': {
    title: 'This touchpoint cannot be another name of that one.',
    act: 'Choose a touchpoint of the catalogue that is open and no other name itself.',
  },
  'touchpoint.department-unfit': {
    title: 'Not every department named here is open.',
    act: 'Choose departments that work now.',
  },
  'standing.same-event': {
    title: 'One event would open and close this promise at once.',
    act: 'Let another event close it, or tell the two apart by a condition.',
  },
  'standing.contradiction': {
    title: 'Two conditions contradict each other: no event fits both.',
    act: 'Leave one condition for each property.',
  },
  'standing.desired-late': {
    title: 'The desired time ends after the promised one.',
    act: 'Make it shorter than what is promised, or leave it out.',
  },
  'promise.too-late': {
    title: 'It can no longer be taken back.',
    act: 'Ask a colleague to correct it; what was first written stays.',
  },
  'staff.sign-in-refused': {
    title: 'E-mail or password is not right.',
    act: 'Check both and try again, or ask for a new password.',
  },
  'staff.wrong-password': { title: 'The present password is not right.', act: 'Type it again; nothing was changed.' },
  'staff.link-spent': { title: 'This link has been used or is too old.', act: 'Ask for a new one.' },
  'staff.email-taken': {
    title: 'Somebody here already has this address.',
    act: 'Use another address, or look the person up in the list.',
  },
  'staff.own-role': { title: 'Nobody changes his own role.', act: 'Ask another administrator.' },
  'staff.not-yours': { title: 'This person is not in your department.', act: 'Ask an administrator.' },
  'staff.more-than-own': {
    title: 'You cannot give more rights than you have.',
    act: 'Choose less, or ask an administrator.',
  },
  'staff.last-administrator': {
    title: 'This is the last administrator.',
    act: 'Make somebody else administrator first.',
  },
  'staff.successor-unfit': { title: 'This person cannot take over.', act: 'Choose a colleague who works here now.' },
  'staff.department-in-use': {
    title: 'People still work in this department.',
    act: 'Say to which open department they go.',
  },
  'staff.not-an-image': {
    title: 'This is not an image that Kept shows.',
    act: 'Send a PNG, JPEG or WebP file up to 1 MB.',
  },
  'mail.environment': {
    title: 'Mail is set up by the environment of the server.',
    act: 'Change it where the server is started, or take KEPT_SMTP_URL away there.',
  },
  'mail.password-needed': {
    title: 'The password is needed again.',
    act: 'For another server or user, type its password.',
  },
  'line.taken': {
    title: '{{name}} has just taken this.',
    act: 'Ask for it back, or leave it there.',
  },
  'line.stays': {
    title: 'This stays with whom it is.',
    act: 'Open it to see who can do it.',
  },
  'line.own-way': {
    title: 'This is handed over on its own page.',
    act: 'Open it and name somebody else there.',
  },
  'line.handed-on': {
    title: 'This cannot be taken back any more.',
    act: 'Ask whoever has it now.',
  },
  'line.receiver-gone': {
    title: 'Nobody there can take it.',
    act: 'Choose somebody who works here, or an open department.',
  },
  'staff.region-unknown': {
    title: 'This region is not known.',
    act: 'Choose one of the list, or the whole country.',
  },
  'import.spreadsheet': {
    title: 'Spreadsheets cannot be imported yet.',
    act: 'Save the sheet as CSV and upload that.',
  },
  'import.no-file': {
    title: 'This file is not here.',
    act: 'Upload it again.',
  },
  'import.same-file': {
    title: 'This file was imported before.',
    act: 'Look at that import, or say that it is to be imported again.',
  },
  'import.bad-yaml': {
    title: 'The mapping is not valid YAML.',
    act: 'Correct it where the line is marked.',
  },
  'import.starter-may-not': {
    title: 'Whoever set this going may no longer import.',
    act: 'Look at how far it came, and let it go on in your own name.',
  },
  'import.bad-mapping': {
    title: 'The mapping does not fit this file.',
    act: 'Correct the marked parts.',
  },
  'import.empty-file': {
    title: 'There are no rows in this file.',
    act: 'Choose another file.',
  },
  'import.damaged-file': {
    title: 'The packed file is damaged.',
    act: 'Pack it again, or upload it unpacked.',
  },
  'import.too-many-columns': {
    title: 'This file has too many columns.',
    act: 'Check the delimiter; 10 000 columns are the most.',
  },
  'import.wrong-state': {
    title: 'This cannot be done with the import as it stands.',
    act: 'Look at its newest state.',
  },
  'import.busy-elsewhere': {
    title: 'Another import of this source is being undone.',
    act: 'Wait until it is done.',
  },
} as const satisfies Record<RefusalCode | ClientRefusal, RefusalWords>;
