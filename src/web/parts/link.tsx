import { Anchor, type AnchorProps, Button, type ButtonProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, Ref } from 'react';

type Native<Own> = Own & Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof Own> & { ref?: Ref<HTMLAnchorElement> };

function PlainLink(props: Native<AnchorProps>) {
  return <Anchor {...props} />;
}

function PlainButton(props: Native<ButtonProps>) {
  return <Button component="a" {...props} />;
}

/** A link to a page of ours: `<LinkTo to="/customers">…</LinkTo>`; fetches the page's code when pointed at. */
export const LinkTo = createLink(PlainLink);

/** The same as a button, for the one act of an empty state or a page's head. */
export const ButtonTo = createLink(PlainButton);
