import {
  type CSSVariablesResolver,
  createTheme,
  Drawer,
  type MantineColorsTuple,
  Menu,
  Modal,
  Popover,
  Tooltip,
} from '@mantine/core';

const accent: MantineColorsTuple = [
  '#e9f4f2',
  '#d4e9e6',
  '#aad5d0',
  '#7cbfb8',
  '#56aaa2',
  '#37918a',
  '#1f7d76',
  '#166c66',
  '#0f5f5b',
  '#0a4744',
];
const kept: MantineColorsTuple = [
  '#ecf5ea',
  '#d8ebd3',
  '#b3d8ab',
  '#8bc380',
  '#6bb05e',
  '#4f9a43',
  '#3d8233',
  '#316c29',
  '#285a22',
  '#1d4319',
];
const owed: MantineColorsTuple = [
  '#fbeeea',
  '#f6dcd4',
  '#ebb9aa',
  '#e09a85',
  '#d4765b',
  '#c05a3e',
  '#a8462c',
  '#8f3a24',
  '#79311f',
  '#5a2416',
];
const waiting: MantineColorsTuple = [
  '#fdf4e1',
  '#f9e7c1',
  '#f1d08a',
  '#e7b852',
  '#d9a22c',
  '#b98412',
  '#966a0c',
  '#7d580b',
  '#67480b',
  '#4b3508',
];
const gray: MantineColorsTuple = [
  '#f8f6f2',
  '#f1eee8',
  '#e7e3db',
  '#d9d4ca',
  '#c2bcb0',
  '#8f897f',
  '#6a655c',
  '#555047',
  '#3a3630',
  '#24211d',
];
const dark: MantineColorsTuple = [
  '#ece8e0',
  '#cfcac0',
  '#b0aa9f',
  '#8f897e',
  '#4a463f',
  '#38342f',
  '#292623',
  '#1c1a18',
  '#151412',
  '#0f0e0d',
];

const quick = { transitionProps: { duration: 120 } };

/** Mantine in our colours and type: warm paper and ink, one accent, meaning colours by meaning (`kept`, `owed`, `waiting`). */
export const theme = createTheme({
  colors: { accent, kept, owed, waiting, gray, dark, red: owed, green: kept, yellow: waiting, teal: accent },
  primaryColor: 'accent',
  primaryShade: { light: 8, dark: 7 },
  autoContrast: true,
  white: '#fffefb',
  black: '#24211d',
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace: "ui-monospace, 'SF Mono', 'Cascadia Mono', 'DejaVu Sans Mono', monospace",
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.9375rem', lg: '1.0625rem', xl: '1.25rem' },
  headings: {
    fontWeight: '600',
    textWrap: 'balance',
    sizes: {
      h1: { fontSize: '1.625rem', lineHeight: '1.25' },
      h2: { fontSize: '1.125rem', lineHeight: '1.35' },
      h3: { fontSize: '0.9375rem', lineHeight: '1.4' },
    },
  },
  radius: { xs: '3px', sm: '6px', md: '8px', lg: '12px', xl: '20px' },
  defaultRadius: 'md',
  shadows: {
    md: '0 1px 2px rgb(36 33 29 / 6%), 0 6px 20px rgb(36 33 29 / 8%)',
    xl: '0 2px 6px rgb(36 33 29 / 8%), 0 24px 64px rgb(36 33 29 / 18%)',
  },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Modal: Modal.extend({ defaultProps: { ...quick, centered: true, radius: 'lg' } }),
    Drawer: Drawer.extend({ defaultProps: quick }),
    Menu: Menu.extend({ defaultProps: { ...quick, shadow: 'md' } }),
    Popover: Popover.extend({ defaultProps: { ...quick, shadow: 'md' } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 350, events: { hover: true, focus: true, touch: true } } }),
  },
});

/** Ties Mantine's own variables to the tokens of `look.css`, which hold the light and dark values. */
export const variables: CSSVariablesResolver = () => {
  const shared = {
    '--mantine-color-body': 'var(--paper)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--ink-soft)',
    '--mantine-color-placeholder': 'var(--ink-soft)',
    '--mantine-color-default': 'var(--paper-raised)',
    '--mantine-color-default-hover': 'var(--paper-hover)',
    '--mantine-color-default-color': 'var(--ink)',
    '--mantine-color-default-border': 'var(--line-strong)',
    '--mantine-color-anchor': 'var(--accent)',
    '--mantine-color-error': 'var(--owed)',
    '--mantine-color-success': 'var(--kept)',
    '--mantine-color-bright': 'var(--ink)',
    '--mantine-color-accent-text': 'var(--accent)',
    '--mantine-color-accent-light': 'var(--accent-soft)',
    '--mantine-color-accent-light-hover': 'color-mix(in srgb, var(--accent-soft) 88%, var(--accent))',
    '--mantine-color-accent-light-color': 'var(--accent)',
    '--mantine-color-owed-light': 'var(--owed-soft)',
    '--mantine-color-owed-light-color': 'var(--owed)',
    '--mantine-color-kept-light': 'var(--kept-soft)',
    '--mantine-color-kept-light-color': 'var(--kept)',
    '--mantine-color-waiting-light': 'var(--waiting-soft)',
    '--mantine-color-waiting-light-color': 'var(--waiting)',
  };
  return { variables: { '--mantine-line-height': '1.5' }, light: shared, dark: shared };
};
