import { IconSettings } from '@tabler/icons-react';
import type { WebRoom } from '../platform/room.ts';

/** What is set once and looked at seldom, and what a privacy officer watches. */
export const settingsRoom: WebRoom = {
  name: 'settings',
  routes: [
    {
      path: '/settings',
      title: 'shell.nav.settings',
      load: () => import('./settings-page.tsx').then((page) => page.SettingsPage),
    },
    {
      path: '/settings/mail',
      title: 'mailSettings.title',
      access: 'staff.administer',
      load: () => import('./mail-page.tsx').then((page) => page.MailPage),
    },
    {
      path: '/settings/blocked-keys',
      title: 'settings.blocked.title',
      access: 'customers.merge',
      load: () => import('./blocked-keys-page.tsx').then((page) => page.BlockedKeysPage),
    },
    {
      path: '/claims',
      title: 'settings.claims.title',
      access: 'customers.read',
      load: () => import('./claims-page.tsx').then((page) => page.ClaimsPage),
    },
    {
      path: '/settings/uses',
      title: 'privacy.uses.title',
      access: 'privacy.audit',
      load: () => import('./uses-page.tsx').then((page) => page.UsesPage),
    },
    {
      path: '/settings/uses/proof',
      title: 'privacy.proof.title',
      access: 'privacy.audit',
      load: () => import('./proof-page.tsx').then((page) => page.ProofPage),
    },
  ],
  navigation: [{ to: '/settings', label: 'shell.nav.settings', icon: IconSettings, order: 90 }],
};
