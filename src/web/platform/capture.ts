import { createContext, useContext } from 'react';

/** Opens the quick capture, for one customer if given. */
export type Capture = (customerId?: string) => void;

export const CaptureContext = createContext<Capture | undefined>(undefined);

/** The way to the quick capture from any page; undefined while no room fills it. */
export function useCapture(): Capture | undefined {
  return useContext(CaptureContext);
}
