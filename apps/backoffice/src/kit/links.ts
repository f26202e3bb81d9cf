import { Anchor, Button } from '@mantine/core';
import { createLink } from '@tanstack/react-router';

/** A typed link in the look of the theme: `<TextLink to="/users" search={{ store }}>`. */
export const TextLink = createLink(Anchor<'a'>);

/** A typed link in the look of a button. */
export const LinkButton = createLink(Button<'a'>);
