import '@fontsource-variable/inter/opsz.css';
import '@fontsource-variable/source-serif-4/opsz.css';
import '@mantine/core/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import '@mantine/spotlight/styles.layer.css';
import './look.css';
import { createRoot } from 'react-dom/client';
import { startWords } from './platform/words.ts';
import { Shell } from './shell.tsx';

const place = document.getElementById('root');

if (place) {
  await startWords();
  createRoot(place).render(<Shell />);
}
