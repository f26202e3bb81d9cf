import { Anchor, type AnchorProps, Button, type ButtonProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { ComponentPropsWithRef } from 'react';

type Own<Props> = Props & Omit<ComponentPropsWithRef<'a'>, keyof Props>;

/** A typed link in the look of the theme: `<TextLink to="/users" search={{ store }}>`. */
export const TextLink = createLink((props: Own<AnchorProps>) => <Anchor {...props} />);

/** A typed link in the look of a button. */
export const LinkButton = createLink((props: Own<ButtonProps>) => <Button component="a" {...props} />);
