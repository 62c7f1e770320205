import { createSpotlight } from '@mantine/spotlight';

/** The palette's own switch, so that keys, buttons and pages may open it. */
export const [paletteStore, palette] = createSpotlight();

/** Opens search and commands. */
export function openPalette(): void {
  palette.open();
}
