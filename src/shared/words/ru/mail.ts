import type { mail as english } from '../en/mail.ts';
import type { Translated } from '../shape.ts';

/** Messages that Kept sends, in Russian. */
export const mail = {
  invitation: {
    subject: '{{inviter}} приглашает вас в Kept',
    body: 'Здравствуйте, {{name}}!\n\n{{inviter}} приглашает вас в {{house}} на Kept. Откройте ссылку, чтобы задать пароль:\n\n{{link}}\n\nСсылка действует один раз, до {{until}}.',
  },
  reset: {
    subject: 'Новый пароль для Kept',
    body: 'Здравствуйте, {{name}}!\n\nКто-то, вероятно вы, запросил новый пароль. Откройте ссылку, чтобы задать его:\n\n{{link}}\n\nСсылка действует один раз, до {{until}}. Если это были не вы, не обращайте внимания: ничего не изменилось.',
  },
  test: {
    subject: 'Проверочное письмо от Kept',
    body: 'Здравствуйте, {{name}}!\n\nЭто письмо, о котором вы просили. {{house}} в Kept может отправлять почту.',
  },
} as const satisfies Translated<typeof english>;
