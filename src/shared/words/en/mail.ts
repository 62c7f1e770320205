/** Messages that Kept sends, in English. */
export const mail = {
  invitation: {
    subject: '{{inviter}} invites you to Kept',
    body: 'Hello {{name}},\n\n{{inviter}} invites you to {{house}} on Kept. Open this link to choose your password:\n\n{{link}}\n\nThe link works once, until {{until}}.',
  },
  reset: {
    subject: 'Choose a new password for Kept',
    body: 'Hello {{name}},\n\nSomeone, probably you, asked for a new password. Open this link to choose it:\n\n{{link}}\n\nThe link works once, until {{until}}. If it was not you, ignore this message; nothing has changed.',
  },
  test: {
    subject: 'A test message from Kept',
    body: 'Hello {{name}},\n\nThis is the message that you asked for. {{house}} on Kept can send mail.',
  },
} as const;
